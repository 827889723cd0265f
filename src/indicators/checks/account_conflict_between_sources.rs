//! Two sources that name different accounts on the same platform as the candidate's.

use super::profile_address_other_name::without_number;
use crate::indicators::Finding;
use crate::indicators::accounts::{holds, letters};
use crate::indicators::boasts::{Names, names};
use crate::indicators::tools::{by_words, finding, sources, span};
use crate::profile::{Agreement, Case, Date, Handle, Platform, Profile, Sensitive, Words};

/// Platforms on which people have one account, with their names.
const PLATFORMS: &[(Platform, &str)] = &[
    (Platform::Linkedin, "LinkedIn"),
    (Platform::Github, "GitHub"),
    (Platform::Upwork, "Upwork"),
];

/// Letters of which one account name may be a part of the other.
const LEAST: usize = 4;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let names = names(case);
    for (at, (source, profile)) in sources(case).enumerate() {
        for (other_source, other) in sources(case).skip(at + 1) {
            let conflicts = PLATFORMS.iter().filter_map(|(platform, name)| {
                let (a, b) = (only(profile, *platform)?, only(other, *platform)?);
                let same = alike(&a.name, &b.name) || both_named(a, b, &names);
                (!same).then(|| conflict((source, a), (other_source, b), name))
            });
            out.extend(conflicts);
        }
    }
}

fn conflict(a: (u32, &Handle), b: (u32, &Handle), platform: &str) -> Finding {
    let mut spans = [span(a.0, &a.1.words), span(b.0, &b.1.words)];
    by_words(&mut spans);
    finding(spans, [("platform", platform.to_owned())])
}

/// The account that a source names on `platform`; absent when it names several.
fn only(profile: &Profile, platform: Platform) -> Option<&Handle> {
    let handles = profile.handles.items().iter();
    let mut on = handles.filter(|handle| handle.platform == platform);
    let first = on.next()?;
    on.all(|handle| alike(&handle.name, &first.name))
        .then_some(first)
}

/// Whether two account names have the same letters, or one holds the other's: digits, hyphens
/// and endings come and go with a rename. More lenient than where agreement is evidence.
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (letters(without_number(a)), letters(without_number(b)));
    a == b || holds(&a, &b, LEAST)
}

/// Whether both accounts are written from one name, before and after a change of it.
fn both_named(a: &Handle, b: &Handle, names: &Names<'_>) -> bool {
    let words = |handle: &Handle| -> Vec<String> {
        let parts = handle.name.split(['-', '_', '.']);
        parts.map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let fits = |name: &Sensitive<Words>, words: &[String]| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        matches!(
            name.agreement(&words),
            Agreement::Agrees | Agreement::Partly
        )
    };
    names.iter().any(|name| fits(name, &a) && fits(name, &b))
}
