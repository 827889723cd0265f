//! What checks share: walking over sources, and making evidence of their words.

use super::Finding;
use super::accounts::leads_to_account;
use crate::profile::{
    Case, Date, Dates, Email, End, Handle, Place, Platform, Position, Profile, Site, Words,
    YearMonth, site,
};
use crate::report::Span;
use crate::sorted::sort_by;

/// The sources with their numbers.
pub(super) fn sources(case: &Case) -> impl Iterator<Item = (u32, &Profile)> {
    (0_u32..).zip(&case.sources)
}

/// What another check finds, for a combination of it: only what counts, no near misses.
pub(super) fn found_by(
    check: fn(&Case, Date, &mut Vec<Finding>),
    case: &Case,
    today: Date,
) -> Vec<Finding> {
    let mut found = Vec::new();
    check(case, today, &mut found);
    found.retain(|finding| finding.short.is_none());
    found
}

/// Whether the source is a profile on a host of code, where people write to other developers:
/// words that are ordinary in applications and on marketplaces are rare there.
pub(super) const fn on_code_host(profile: &Profile) -> bool {
    matches!(profile.platform, Some(Platform::Github | Platform::Gitlab))
}

/// All texts that the candidate wrote, in the order of the page.
pub(super) fn texts(profile: &Profile) -> Vec<&Words> {
    let mut texts: Vec<&Words> = Vec::new();
    texts.extend(profile.headline.seen());
    texts.extend(profile.about.seen());
    for position in profile.positions.items() {
        texts.extend(&position.title);
        texts.extend(&position.text);
    }
    texts.extend(profile.skills.items());
    texts.extend(profile.texts.items());
    texts
}

/// Evidence: all of `words`.
pub(super) fn span(source: u32, words: &Words) -> Span {
    Span {
        source,
        place: words.place,
        words: words.text.clone(),
    }
}

/// Evidence: a part of the text at `place`.
pub(super) fn part(source: u32, place: Place, words: &str) -> Span {
    Span {
        source,
        place,
        words: words.to_owned(),
    }
}

/// A finding without facts.
pub(super) fn found(evidence: impl IntoIterator<Item = Span>) -> Finding {
    finding(evidence, [])
}

/// A finding with facts for the texts.
pub(super) fn finding<const N: usize>(
    evidence: impl IntoIterator<Item = Span>,
    facts: [(&str, String); N],
) -> Finding {
    let mut found = Finding::default();
    // Not `collect`, which is compiled at thrice the length for every check.
    for span in evidence {
        found.evidence.push(span);
    }
    for (name, value) in facts {
        found.facts.insert(name.to_owned(), value);
    }
    found
}

/// Puts spans in an order that does not depend on the order of the sources.
pub(super) fn by_words(spans: &mut [Span]) {
    sort_by(spans, |a, b| a.words.cmp(&b.words));
}

/// A position with all that arithmetic needs.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    /// Number of the source.
    pub source: u32,
    /// The position.
    pub position: &'a Position,
    /// Its dates.
    pub dates: &'a Dates,
}

impl Dated<'_> {
    /// When it began.
    pub fn start(&self) -> Option<YearMonth> {
        self.dates.start
    }

    /// The last month it can mean, in months since year 0; today when it goes on.
    pub fn latest_end(&self, today: Date) -> Option<i32> {
        match self.dates.end {
            Some(End::Date(end)) => Some(end.latest()),
            Some(End::Present) => Some(today.year_month().latest()),
            None => None,
        }
    }

    /// The first month its end can mean.
    pub fn earliest_end(&self, today: Date) -> Option<i32> {
        match self.dates.end {
            Some(End::Date(end)) => Some(end.earliest()),
            Some(End::Present) => Some(today.year_month().earliest()),
            None => None,
        }
    }
}

/// The dated positions of a source.
pub(super) fn dated(source: u32, profile: &Profile) -> impl Iterator<Item = Dated<'_>> {
    profile
        .positions
        .items()
        .iter()
        .filter_map(move |position| {
            let dates = position.dates.as_ref()?;
            Some(Dated {
                source,
                position,
                dates,
            })
        })
}

/// An e-mail address with its parts.
#[derive(Clone, Copy)]
pub(super) struct Mailbox<'a> {
    /// Number of the source.
    pub source: u32,
    /// Before the `@`.
    pub local: &'a str,
    /// After it.
    pub domain: &'a str,
    /// The address as the source shows it.
    pub email: &'a Email,
}

/// All e-mail addresses of a case.
pub(super) fn mailboxes(case: &Case) -> impl Iterator<Item = Mailbox<'_>> {
    sources(case).flat_map(|(source, profile)| {
        profile.emails.items().iter().filter_map(move |email| {
            let (local, domain) = email.address.rsplit_once('@')?;
            // What stands after a plus is a label of the owner's, no part of the name.
            let local = local.split('+').next()?;
            Some(Mailbox {
                source,
                local,
                domain,
                email,
            })
        })
    })
}

/// The candidate's own account names of a case: the pages' own accounts.
pub(super) fn own_handles(case: &Case) -> impl Iterator<Item = (u32, &Handle)> {
    sources(case).flat_map(|(source, profile)| {
        let own = profile.handles.items().iter().filter(|handle| handle.own);
        own.map(move |handle| (source, handle))
    })
}

/// The host of an address, lower-case, without `www.`.
pub(super) fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().to_lowercase();
    match host.strip_prefix("www.") {
        Some(bare) => bare.to_owned(),
        None => host,
    }
}

/// Whether `host` is `domain` or below it.
pub(super) fn is_within(host: &str, domain: &str) -> bool {
    host == domain
        || host
            .strip_suffix(domain)
            .is_some_and(|front| front.ends_with('.'))
}

/// A finding with the first link of `profile` to a site of this kind.
pub(super) fn linked_to(source: u32, profile: &Profile, kind: Site) -> Option<Finding> {
    let mut links = profile.links.items().iter();
    let link =
        links.find(|link| site(&host(&link.href)) == Some(kind) && leads_to_account(link))?;
    Some(found([span(source, &link.words)]))
}

/// The longest run of digits in `text` that starts at or after byte `from`.
pub(super) fn digit_run_after(text: &str, from: usize) -> usize {
    let tail = text.get(from..).unwrap_or_default();
    tail.split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or(0)
}
