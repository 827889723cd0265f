//! See `touchstone_fuzz::kept`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::kept(data));
