//! Identifiers that published investigations name, as digests.
//!
//! The list holds no plain value: only the first eight bytes of the SHA-256 of a salted,
//! normalised key, with its sources and an end date. It is consulted with the candidate's own
//! accounts, addresses and sites, never with words of a text, and never with a name of a person
//! or a phone number, for which there are no keys. The digests are pseudonymous personal data;
//! SECURITY.md says how an entry is removed.
//!
//! Natively (tests, command line) a second list with digests of invented values stands beside
//! it, so that samples can fire. It is not in the extension.

use crate::indicators::Finding;
use crate::indicators::tools::{finding, host, mailboxes, sources, span};
use crate::profile::{Case, Date, Platform, Profile, Words, site};
use sha2::{Digest, Sha256};

/// Before every key: digests of other lists are not comparable with these.
const SALT: &str = "touchstone/known/1";

/// The digests with their sources; baked from `known.tsv`, sorted.
pub(super) struct Table {
    /// First eight bytes of the digests, as big-endian numbers.
    pub digests: &'static [u64],
    /// For each digest its row in [`sets`](Self::sets).
    pub set_of: &'static [u8],
    /// Which sources name an entry together.
    pub sets: &'static [Set],
}

/// Sources that name an entry together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// How many of them are independent of each other.
    pub independent: u8,
    /// Year and month of the last day on which the entry counts.
    pub until: (i16, u8),
}

/// What kind of identifier a key is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An e-mail address.
    Email,
    /// An account on a platform.
    Account(Platform),
    /// A site of one's own.
    Site,
}

/// The normalised form of an identifier, or `None` when it is too generic to match alone or
/// is not of this kind.
///
/// ```
/// use touchstone::indicators::known::{Kind, key};
/// let mail = key(Kind::Email, "Teal.Harbor+jobs@GMail.com").unwrap();
/// assert_eq!(mail, "email:tealharbor@gmail.com");
/// assert_eq!(key(Kind::Email, "info@shop.example"), None);
/// ```
pub fn key(kind: Kind, value: &str) -> Option<String> {
    let value = value.trim().to_lowercase();
    match kind {
        Kind::Email => mail_key(&value),
        Kind::Account(platform) => account_key(platform, &value),
        Kind::Site => site_key(&value),
    }
}

/// The digest of a key of [`key`].
pub fn digest(key: &str) -> u64 {
    let mut hash = Sha256::new();
    hash.update(SALT.as_bytes());
    hash.update([0]);
    hash.update(key.as_bytes());
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// Mailboxes of an office, not of a person.
const OFFICE: &[&str] = &[
    "admin",
    "careers",
    "contact",
    "hello",
    "hr",
    "info",
    "jobs",
    "mail",
    "me",
    "office",
    "sales",
    "support",
    "team",
    "webmaster",
    "work",
];

fn mail_key(value: &str) -> Option<String> {
    let (local, domain) = value.rsplit_once('@')?;
    let local = local.split('+').next()?;
    let local = match domain {
        // Here dots are the writer's, not the address's.
        "gmail.com" | "googlemail.com" => local.replace('.', ""),
        _ => local.to_owned(),
    };
    let domain = if domain == "googlemail.com" {
        "gmail.com"
    } else {
        domain
    };
    let generic = local.len() < 3 || OFFICE.contains(&local.as_str());
    (!generic && domain.contains('.')).then(|| format!("email:{local}@{domain}"))
}

/// A name of letters alone that is shorter is a word or a first name.
const LEAST_LETTERS: usize = 8;

/// Any other name has so many characters at least.
const LEAST_NAME: usize = 6;

fn account_key(platform: Platform, value: &str) -> Option<String> {
    let name = value.trim_start_matches('@').trim_end_matches('/');
    let name = name.rsplit('/').next()?;
    let length = name.chars().count();
    let letters = name.chars().all(char::is_alphabetic);
    let generic = length < LEAST_NAME || letters && length < LEAST_LETTERS;
    let network = match platform {
        Platform::Github => "github",
        Platform::Gitlab => "gitlab",
        Platform::Linkedin => "linkedin",
        Platform::X => "x",
        Platform::Telegram => "telegram",
        _ => return None,
    };
    (!generic).then(|| format!("{network}:{name}"))
}

/// Hosts under which many people have their sites: such a host alone is nobody's.
const SHARED: &[&str] = &[
    "github.io",
    "gitlab.io",
    "vercel.app",
    "netlify.app",
    "herokuapp.com",
    "web.app",
    "pages.dev",
    "wixsite.com",
    "wordpress.com",
    "blogspot.com",
    "notion.site",
    "google.com",
];

fn site_key(value: &str) -> Option<String> {
    let host = host(value);
    let path = value.split_once("://").map_or(value, |(_, rest)| rest);
    let own = path.trim_end_matches('/').find('/').is_none();
    let generic = SHARED.contains(&host.as_str()) || site(&host).is_some();
    (own && !generic && host.contains('.')).then(|| format!("site:{host}"))
}

/// Findings for the candidate's own identifiers that so many independent sources name, on the
/// day `today`: `1` for exactly one, `2` for two and more.
pub(super) fn named(case: &Case, today: Date, independent: u8) -> Vec<Finding> {
    let mut found = Vec::new();
    for (source, words, key) in own(case) {
        let Some(set) = key.and_then(|key| set_of(&key, today)) else {
            continue;
        };
        if set.independent.min(2) == independent {
            let sources = set.independent.to_string();
            found.push(finding([span(source, words)], [("sources", sources)]));
        }
    }
    found
}

/// The candidate's own identifiers with their keys.
fn own(case: &Case) -> Vec<(u32, &Words, Option<String>)> {
    let mails = mailboxes(case).map(|mailbox| {
        let words = &mailbox.email.words;
        (
            mailbox.source,
            words,
            key(Kind::Email, &mailbox.email.address),
        )
    });
    let mut all: Vec<_> = mails.collect();
    for (source, profile) in sources(case) {
        all.extend(accounts_and_sites(source, profile));
    }
    all
}

fn accounts_and_sites(source: u32, profile: &Profile) -> Vec<(u32, &Words, Option<String>)> {
    let handles = profile.handles.items().iter().map(|handle| {
        let kind = Kind::Account(handle.platform);
        (source, &handle.words, key(kind, &handle.name))
    });
    let links = profile.links.items().iter();
    let sites = links.map(|link| (source, &link.words, key(Kind::Site, &link.href)));
    handles.chain(sites).collect()
}

fn set_of(key: &str, today: Date) -> Option<Set> {
    let digest = digest(key);
    let mut tables = tables().into_iter();
    let set = tables.find_map(|table| table.find(digest))?;
    let (year, month) = set.until;
    let now = today.year_month();
    ((now.year, now.month) <= (year, Some(month))).then_some(set)
}

#[cfg(target_arch = "wasm32")]
fn tables() -> [&'static Table; 1] {
    [&super::data::KNOWN]
}

#[cfg(not(target_arch = "wasm32"))]
fn tables() -> [&'static Table; 2] {
    [&super::data::KNOWN, &super::data::KNOWN_INVENTED]
}

impl Table {
    fn find(&self, digest: u64) -> Option<Set> {
        let at = self.digests.binary_search(&digest).ok()?;
        let set = self.set_of.get(at)?;
        self.sets.get(usize::from(*set)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let check = |kind: Kind, value: &str, expect: Option<&str>| {
            assert_eq!(key(kind, value).as_deref(), expect, "{value}");
        };
        let github = Kind::Account(Platform::Github);
        check(github, "@TealHarbor7/", Some("github:tealharbor7"));
        check(
            github,
            "https://github.com/TealHarbor7",
            Some("github:tealharbor7"),
        );
        // Too generic: short, or letters alone like a word or a first name.
        check(github, "teal1", None);
        check(github, "orrin", None);
        check(github, "harbour", None);
        check(github, "tealharbor", Some("github:tealharbor"));
        check(Kind::Account(Platform::Whatsapp), "15550100", None);
        check(
            Kind::Email,
            "T.Harbor+x@post.example",
            Some("email:t.harbor@post.example"),
        );
        check(
            Kind::Email,
            "t.har.bor@googlemail.com",
            Some("email:tharbor@gmail.com"),
        );
        check(Kind::Email, "info@shop.example", None);
        check(Kind::Email, "no address", None);
        check(
            Kind::Site,
            "https://www.Teal.example/",
            Some("site:teal.example"),
        );
        check(Kind::Site, "teal.example", Some("site:teal.example"));
        check(Kind::Site, "https://teal.example/someone", None);
        check(Kind::Site, "https://vercel.app", None);
        check(Kind::Site, "https://medium.com", None);
    }

    #[test]
    fn an_account_on_one_platform_is_not_one_on_another() {
        let digest_on = |platform| digest(&key(Kind::Account(platform), "tealharbor7").unwrap());
        assert_ne!(digest_on(Platform::Github), digest_on(Platform::Telegram));
    }

    #[test]
    fn the_list_is_sorted_and_every_entry_has_sources() {
        for table in tables() {
            assert!(table.digests.windows(2).all(|pair| pair[0] < pair[1]));
            assert_eq!(table.digests.len(), table.set_of.len());
            assert!(
                table
                    .digests
                    .iter()
                    .all(|digest| table.find(*digest).is_some())
            );
        }
        assert!(super::super::data::KNOWN.digests.len() > 100);
    }

    #[test]
    fn an_entry_ends() {
        let of = |today: &str| {
            let today = Date::parse(today).unwrap();
            set_of("github:invented-one-source", today)
        };
        assert_eq!(of("2026-11-24").map(|set| set.independent), Some(1));
        assert_eq!(of("2031-01-01"), None);
    }
}
