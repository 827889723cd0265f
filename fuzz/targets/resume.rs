//! See `touchstone_fuzz::resume`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::resume(data));
