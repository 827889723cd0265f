//! The command line of Touchstone.
fn main() {}
