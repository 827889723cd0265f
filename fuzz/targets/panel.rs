//! See `touchstone_fuzz::panel`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::panel(data));
