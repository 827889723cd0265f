//! What JavaScript calls. Thin: nothing is decided here.
//!
//! One file a package, because each is loaded where it is needed and nowhere else.

#[cfg(all(feature = "desk", not(any(feature = "panel", feature = "files"))))]
pub mod desk;
#[cfg(all(feature = "files", not(feature = "panel")))]
pub mod files;
#[cfg(all(feature = "panel", not(feature = "settings")))]
pub mod panel;
#[cfg(not(any(feature = "panel", feature = "files", feature = "desk")))]
pub mod reader;
#[cfg(feature = "settings")]
pub mod settings;
