//! Touchstone reads the candidate page a recruiter is already looking at.

pub mod html;
