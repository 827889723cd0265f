//! An address that spells a complete other name.

use crate::indicators::Finding;
use crate::indicators::boasts::names;
use crate::indicators::tools::{Mailbox, found, mailboxes, span};
use crate::profile::{Agreement, Case, Date};

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

/// See the module. Several addresses in a source may be those of referees.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let names = names(case);
    let alone = |mailbox: &Mailbox<'_>| {
        let source = mailbox.source;
        mailboxes(case)
            .filter(|other| other.source == source)
            .count()
            == 1
    };
    for mailbox in mailboxes(case).filter(alone) {
        let tokens = name_tokens(mailbox.local, &['.', '_', '-']);
        let other = !names.is_empty()
            && names
                .iter()
                .all(|name| name.agreement(&tokens) == Agreement::Disjoint);
        if tokens.len() >= 2 && other {
            out.push(found([span(mailbox.source, &mailbox.email.words)]));
        }
    }
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
