//! See `touchstone_fuzz::json_resume`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::json_resume(data));
