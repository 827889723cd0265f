//! See `touchstone_fuzz::desk`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::desk(data));
