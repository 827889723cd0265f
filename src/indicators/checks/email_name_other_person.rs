//! An address that spells a complete other name.

use crate::indicators::Finding;
use crate::indicators::boasts::names;
use crate::indicators::tools::{Mailbox, found, mailboxes, span};
use crate::profile::{Agreement, Case, Date, Sensitive, Words};
use crate::report::Span;

/// Words in addresses that are no names.
pub(crate) const NO_NAMES: &[&str] = &[
    "dev",
    "developer",
    "web",
    "tech",
    "mail",
    "email",
    "work",
    "job",
    "jobs",
    "office",
    "official",
    "contact",
    "info",
    "hello",
    "hey",
    "me",
    "the",
    "mr",
    "ms",
    "mrs",
    "dr",
    "pro",
    "full",
    "stack",
    "fullstack",
    "software",
    "engineer",
    "eng",
    "code",
    "coder",
    "coding",
    "coach",
    "design",
    "designer",
    "data",
    "cloud",
    "crypto",
    "blockchain",
    "team",
    "admin",
    "support",
    "sales",
    "hr",
    "career",
    "careers",
    "hire",
    "cv",
    "resume",
    "personal",
    "private",
    "business",
    "consulting",
    "consultant",
    "freelance",
    "freelancer",
    "student",
    "real",
    "its",
    "iam",
    "this",
    "get",
    "ask",
    "find",
    "gmail",
    "senior",
    "junior",
    "lead",
    "product",
    "manager",
    "marketing",
    "digital",
    "media",
    "studio",
    "labs",
    "lab",
    "group",
    "inc",
    "llc",
    "ltd",
    "solutions",
    "systems",
    "security",
    "mobile",
    "android",
    "ios",
    "java",
    "python",
    "react",
    "node",
    "golang",
    "rust",
    "php",
    "writer",
    "analyst",
    "architect",
    "research",
    "science",
    "scientist",
    "machine",
    "learning",
    "devops",
    "backend",
    "frontend",
    "and",
    "for",
    "von",
    "van",
    "der",
    "del",
    "bin",
    "ben",
    "abu",
];

/// A name that some detail spells and that is not the candidate's.
pub(crate) struct OtherName {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: Vec<String>,
}

impl OtherName {
    /// From the words of a detail.
    pub(crate) fn new(span: Span, words: &[&str]) -> Self {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Self { span, words }
    }
}

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(other_names(case).map(|other| found([other.span])));
}

/// The other names that addresses spell. Several addresses in a source may be those of referees.
pub(crate) fn other_names(case: &Case) -> impl Iterator<Item = OtherName> {
    let names = names(case);
    let alone = |mailbox: &Mailbox<'_>| {
        let source = mailbox.source;
        mailboxes(case)
            .filter(|other| other.source == source)
            .count()
            == 1
    };
    mailboxes(case).filter(alone).filter_map(move |mailbox| {
        let tokens = name_tokens(mailbox.local, &['.', '_', '-']);
        let disjoint = |name: &&Sensitive<Words>| name.agreement(&tokens) == Agreement::Disjoint;
        let other = tokens.len() >= 2 && !names.is_empty() && names.iter().all(disjoint);
        other.then(|| OtherName::new(span(mailbox.source, &mailbox.email.words), &tokens))
    })
}

/// The parts of an account name that could be names: none at all when a part has digits
/// inside, is short, or is no plain Latin word.
pub(crate) fn name_tokens<'a>(local: &'a str, separators: &[char]) -> Vec<&'a str> {
    let local = local.split('+').next().unwrap_or_default();
    let local = local.trim_end_matches(|c: char| c.is_ascii_digit());
    let tokens: Vec<&str> = local
        .split(|c| separators.contains(&c))
        .filter(|token| !token.is_empty())
        .collect();
    let plain = |token: &&str| token.bytes().all(|b| b.is_ascii_alphabetic());
    let role = |token: &&str| NO_NAMES.contains(&token.to_ascii_lowercase().as_str());
    if !tokens.iter().all(plain) || tokens.iter().any(role) {
        return Vec::new();
    }
    let long = |token: &&str| token.len() >= 3;
    if tokens.iter().filter(|token| long(token)).count() < 2 {
        return Vec::new();
    }
    tokens
}
