//! Words of praise and of the craft in addresses and account names.
//!
//! Many of these words are names of people somewhere (Bright, Lucky, Guru, Dev, Vasudev), and
//! stand inside others (Christopher). So a word counts only at the edge of a run of letters,
//! never in a run that agrees with the candidate's own name, and words that are also names
//! count only when the name is known.

use crate::profile::{Agreement, Case, Found, Sensitive, Words};
use crate::text::fold;

/// Words of praise that are hardly anybody's name.
const PRAISE: &[&str] = &[
    "super",
    "superstar",
    "dream",
    "talent",
    "genius",
    "topdeveloper",
    "goldstar",
    "brightfuture",
    "dreamhigh",
];

/// Words of praise that are names too.
const PRAISE_OR_NAME: &[&str] = &[
    "star", "top", "master", "senior", "happy", "lucky", "success", "passion", "guru", "rising",
    "miracle", "bright", "perfect",
];

/// Compounds of the craft that no name holds.
const CRAFT: &[&str] = &[
    "seniordev",
    "superdev",
    "topdev",
    "prodev",
    "fullstackdev",
    "fullstackdeveloper",
    "softdev",
    "webdev",
    "devpro",
    "devmaster",
    "devstar",
    "devsuper",
];

/// Words of the trade that stand at the edge of account names and are nobody's name.
const TRADE: &[&str] = &["web", "soft", "software"];

/// The candidate's names in all sources.
pub(super) type Names<'a> = Vec<&'a Sensitive<Words>>;

/// Headings that a reader may take for a name.
const HEADINGS: &[&str] = &[
    "curriculum vitae",
    "executive summary",
    "professional summary",
    "personal details",
];

/// The names of a case, without headings.
pub(super) fn names(case: &Case) -> Names<'_> {
    let names = case.sources.iter().map(|profile| &profile.name);
    names
        .filter_map(Found::seen)
        .filter(|name| !name.is_one_of(HEADINGS))
        .collect()
}

/// Whether `account` has a word of praise in it that is no part of the candidate's name.
pub(super) fn praises(account: &str, names: &Names<'_>) -> bool {
    runs(account).iter().any(|run| {
        let any = |words: &[&str]| words.iter().any(|word| at_edge(run, word));
        let known = !names.is_empty();
        (any(PRAISE) || known && any(PRAISE_OR_NAME)) && !is_of_name(run, names)
    })
}

/// Whether `account` has "dev" in it that is no part of the candidate's name.
pub(super) fn names_craft(account: &str, names: &Names<'_>) -> bool {
    runs(account).iter().any(|run| {
        let known = !names.is_empty();
        let word = run == "dev" || CRAFT.iter().any(|word| run.contains(word));
        (word || known && run.contains("dev")) && !is_of_name(run, names)
    })
}

/// Whether `account` has a word of the trade at the edge of a run of letters, outside the
/// candidate's name.
pub(super) fn names_trade(account: &str, names: &Names<'_>) -> bool {
    runs(account).iter().any(|run| {
        let longer = |word: &str| run.len() > word.len() && at_edge(run, word);
        TRADE.iter().any(|word| longer(word)) && !is_of_name(run, names)
    })
}

/// Whether a compound such as "seniordev" is in `account`.
pub(super) fn has_compound(account: &str) -> bool {
    runs(account)
        .iter()
        .any(|run| CRAFT.iter().any(|word| run.contains(word)))
}

/// The runs of letters.
fn runs(account: &str) -> Vec<String> {
    fold(account)
        .split(|c: char| !c.is_alphabetic())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

fn at_edge(run: &str, word: &str) -> bool {
    run.starts_with(word) || run.ends_with(word)
}

fn is_of_name(run: &str, names: &Names<'_>) -> bool {
    names
        .iter()
        .any(|name| name.agreement(&[run]) == Agreement::Agrees)
}
