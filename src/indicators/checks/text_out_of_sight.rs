//! Text that is in a file and that a person does not see.

use crate::indicators::Finding;
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Case, Date, Words};

/// Fewer words than this are a stray letter, a mark of a template, the label of a picture.
const FEWEST_WORDS: usize = 4;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let hidden = sources(case).flat_map(|(source, profile)| {
        let texts = profile.unseen.iter();
        texts.map(move |text| (source, text))
    });
    out.extend(
        hidden
            .filter(|(_, text)| says_something(text))
            .map(|(source, text)| found([span(source, text)])),
    );
}

fn says_something(text: &Words) -> bool {
    text.text.split_whitespace().count() >= FEWEST_WORDS
}
