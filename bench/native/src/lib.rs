//! The matcher of the product, compiled from its own source, with several indexes; natively, and in WASM for node.

pub mod made;
#[path = "../../../src/indicators/phrases/mod.rs"]
#[allow(dead_code)]
mod phrases;

// What the matcher takes from its crate. Of these files it needs the folding of letters alone.
#[path = "../../../src/sorted.rs"]
#[allow(dead_code)]
mod sorted;
#[path = "../../../src/text.rs"]
#[allow(dead_code)]
mod text;
mod profile {
    /// As `src/profile` has it.
    #[derive(Debug, PartialEq, Eq)]
    pub enum Agreement {
        Agrees,
        Partly,
        Unclear,
        Disjoint,
    }
}

/// Phrases and their index.
pub struct Set {
    index: &'static phrases::Index,
    /// As an indicator file writes them.
    pub written: &'static [&'static str],
}

#[allow(clippy::all)]
mod baked {
    use crate::Set;
    use crate::phrases::{Alternative, Index, Keys, Phrase, Row, Step, What};
    include!(concat!(env!("OUT_DIR"), "/sets.rs"));
}

/// The product's own phrases first, then made-up ones in growing number.
pub fn sets() -> &'static [Set] {
    baked::ALL
}

impl Set {
    /// How many phrases of this set stand in a text: what the product does with every text of a candidate.
    pub fn matches(&self, text: &str) -> usize {
        phrases::Text::new(text).scan(self.index).len()
    }

    /// Which phrases stand in a text.
    pub fn found(&self, text: &str) -> Vec<usize> {
        let all = phrases::Text::new(text).scan(self.index);
        let mut out: Vec<usize> = all.iter().map(|found| usize::from(found.set)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Room for a text, filled by JavaScript.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    Vec::leak(vec![0; bytes]).as_mut_ptr()
}

/// How many phrases of a set stand in the text in this room.
///
/// # Safety
/// `at` is what [`room`] gave for at least `bytes` bytes, and UTF-8 stands there, as in every text of the product.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn matches(set: usize, at: *const u8, bytes: usize) -> usize {
    let text = unsafe { std::slice::from_raw_parts(at, bytes) };
    let text = unsafe { std::str::from_utf8_unchecked(text) };
    sets().get(set).map_or(0, |set| set.matches(text))
}
