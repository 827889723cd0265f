//! See `touchstone_fuzz::html`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| touchstone_fuzz::html(data));
