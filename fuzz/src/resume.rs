//! The reader of texts: résumés, letters, whatever is pasted.

use crate::{letters, said, text_of, today, verdict};
use touchstone::blocks;
use touchstone::profile::Case;
use touchstone::readers::read_text;

/// A text is read twice the same, says only what stands in it, and is judged by that alone.
pub fn resume(bytes: &[u8]) {
    let text = text_of(bytes);
    let profile = read_text(&text);
    assert_eq!(profile, read_text(&text), "two runs");
    let lines = blocks::of_text(&text);
    let whole: String = lines.iter().map(|block| letters(&block.text)).collect();
    said::is_of_the_source(&profile, &[whole]);
    let sources = vec![profile];
    verdict::of(&Case { sources }, today());
}
