//! Touchstone reads the candidate page a recruiter is already looking at, compares what it
//! says with itself and with a bundled list of documented tradecraft, and shows which details
//! need verification: the exact words, why they matter, an innocent reason, the next step.
//!
//! # Flow
//!
//! ```text
//! page ─ capture.js {url, title, html} ─▶ bridge::judge ─▶ html ▶ blocks ▶ readers ▶ Profile ─▶ Case
//! file ─ bytes ─▶ files::open ─▶ Paper ─▶ readers::read_paper ─▶ Profile ──────────────────────▶│
//!                   badge · panel (view) · note · terminal ◀─ report rows ◀─ score ◀─ indicators ┘
//! ```
//!
//! * [`html`] parses HTML as a browser serialises it; equal to html5ever, proved in tests.
//! * [`files`] opens résumé files into papers: lines, facts, and what is not seen.
//! * [`blocks`] turns a page or a text into lines: one shape for every kind of source.
//! * [`readers`] turns lines into a [`profile::Profile`]: by meaning, with platforms as hints.
//! * [`indicators`] judges a [`profile::Case`] by the files of `src/indicators`, checked and
//!   baked by the build; the score adds up what fired.
//! * `steps` are the verification steps of each hiring stage and what a role asks of them, for
//!   the panel: the same for every candidate.
//! * [`desk`] holds the sources of one candidate and judges those that belong together.
//! * [`work`] holds what a person decides about a candidate: lines set aside, steps, notes.
//! * [`report`] turns an assessment into rows; every painter paints the same rows.
//! * [`settings`] says what holds of the user's choices and an administrator's policy.
//!
//! # Invariants
//!
//! * No clock, no random, no I/O, no network in the library: the same input, date and rules
//!   give the same bytes. `today` is an argument; only the command line reads a clock.
//! * No words, no hit: every point carries the exact text it rests on, and the score is the
//!   sum of the lines that are shown.
//! * Misrepresentation, never origin: names, schools and the like are
//!   [`profile::Sensitive`]. They can be compared between two writings and cannot be read by
//!   an indicator.
//! * What could not be read is said: [`profile::Found`] keeps "there is none", "not loaded" and
//!   "not read" apart.
//! * `html`, `files` and `blocks` know no platform, `readers` know no indicator, `indicators` know no
//!   page, `report` decides nothing, and `bridge` and `view` hold no logic.
//!
//! # Example
//!
//! ```
//! use touchstone::{indicators, profile, readers};
//! let page = "<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><div>Baker</div></main>";
//! let reading = readers::read("https://www.linkedin.com/in/jo-doe/", page);
//! let case = profile::Case { sources: vec![reading.profile] };
//! let today = profile::Date::parse("2026-11-24").unwrap();
//! let found = indicators::assess(&case, today);
//! assert_eq!(found.level, touchstone::report::Level::NotEnough);
//! ```

// Each package of the product is a part of it; what that part does not reach the linker leaves out.
#![cfg_attr(
    not(all(feature = "desk", feature = "panel")),
    allow(dead_code, unused_imports)
)]

pub mod blocks;
#[cfg(target_arch = "wasm32")]
pub mod bridge;
pub mod desk;
pub mod files;
pub mod html;
pub mod indicators;
pub mod lang;
pub mod profile;
pub mod readers;
pub mod report;
pub mod score;
pub mod settings;
mod sorted;
#[cfg(feature = "panel")]
pub mod steps;
pub mod text;
#[cfg(all(target_arch = "wasm32", feature = "panel"))]
pub mod view;
#[cfg(feature = "panel")]
pub mod work;
