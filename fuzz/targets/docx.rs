//! See `touchstone_fuzz::docx`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::docx(data));
