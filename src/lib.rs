//! Touchstone reads the candidate page a recruiter is already looking at, compares what it
//! says with itself and with a bundled list of documented tradecraft, and shows which details
//! need verification.

pub mod blocks;
#[cfg(target_arch = "wasm32")]
pub mod bridge;
pub mod html;
pub mod indicators;
pub mod lang;
pub mod profile;
pub mod readers;
pub mod report;
pub mod text;
#[cfg(all(target_arch = "wasm32", feature = "panel"))]
pub mod view;
