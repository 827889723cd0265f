//! See `touchstone_fuzz::work`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::work(data));
