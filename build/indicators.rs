//! Bakes src/indicators/<group>/<id>.toml and its translations.
pub fn bake() {}
