//! See `touchstone_fuzz::dates`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::dates(data));
