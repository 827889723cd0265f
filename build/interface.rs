//! Bakes src/lang/<code>/interface.toml.
pub fn bake() {}
