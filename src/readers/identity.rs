//! The identity block: headline and place.
//!
//! The lines after the name, up to the first section, are the candidates; they are told apart
//! by form, not by position alone.

use super::figures::{count_in, local_time};
use super::page::Page;
use super::words;
use crate::blocks::Block;
use crate::text::fold;

/// The lines that can be headline, place and counts: from the name to the first section.
pub(super) fn lines(page: &Page<'_, '_>, at: usize, end: usize) -> Vec<usize> {
    let name = page
        .blocks
        .get(at)
        .map(|block| fold(&block.text))
        .unwrap_or_default();
    (at + 1..end)
        .take(40)
        .take_while(|i| {
            page.blocks
                .get(*i)
                .is_some_and(|block| words::section(&block.text).is_none() || block.heading == 0)
        })
        .filter(|i| {
            page.blocks
                .get(*i)
                .is_some_and(|block| fold(&block.text) != name && !block.side)
        })
        .collect()
}

/// The line under the name.
pub(super) fn headline(blocks: &[Block], lines: &[usize]) -> Option<usize> {
    lines.iter().take(12).copied().find(|i| {
        blocks.get(*i).is_some_and(|block| {
            let text = block.text.as_str();
            !words::is_noise(text)
                && !words::is_degree(text)
                && !words::is_pronouns(text)
                && count_in(text).is_none()
                && local_time(text).is_none()
                && !is_label(text)
                && !is_account_age(text)
                && !is_bare_link(block)
        })
    })
}

fn is_label(text: &str) -> bool {
    LOCATION_LABELS.contains(&fold(text).trim_end_matches(':'))
}

/// One word that leads elsewhere: an address or an account.
fn is_bare_link(block: &Block) -> bool {
    let mut links = block.links.iter();
    !block.text.contains(' ') && links.any(|link| link.words == block.text)
}

/// How long an account has been there, or when it was last in use.
fn is_account_age(text: &str) -> bool {
    const STARTS: &[&str] = &["member for ", "member since ", "last seen ", "joined "];
    let folded = fold(text);
    text.len() <= 60 && STARTS.iter().any(|start| folded.starts_with(start))
}

/// Labels before a place, folded.
const LOCATION_LABELS: &[&str] = &[
    "location",
    "lieu",
    "localisation",
    "ort",
    "standort",
    "region",
    "ubicacion",
    "lugar",
    "localidade",
    "localizacao",
    "base",
    "based in",
];

/// The declared place: after its label, before the contact link, or by its form.
pub(super) fn place(blocks: &[Block], lines: &[usize], headline: Option<usize>) -> Option<usize> {
    let text = |i: usize| blocks.get(i).map_or("", |block| block.text.as_str());
    let labelled = lines
        .iter()
        .zip(lines.iter().skip(1))
        .find(|(label, _)| is_label(text(**label)))
        .map(|(_, place)| *place);
    let contact = lines.iter().position(|i| is_contact_link(blocks, *i));
    let before_contact = |least: u8| {
        let mut before = lines.iter().take(contact?).rev().copied();
        let says = |i: &usize| {
            !words::is_noise(text(*i)) && Some(*i) != headline && count_in(text(*i)).is_none()
        };
        before
            .find(says)
            .filter(|i| text(*i).chars().count() < 90 && words::place_score(text(*i)) >= least)
    };
    let by_form = || {
        let rest = lines
            .iter()
            .copied()
            .filter(|i| Some(*i) != headline && count_in(text(*i)).is_none());
        let scored = rest
            .map(|i| (words::place_score(text(i)), i))
            .filter(|(score, _)| *score >= 2);
        scored
            .fold(None, |best: Option<(u8, usize)>, next| {
                if best.is_none_or(|best| next.0 > best.0) {
                    Some(next)
                } else {
                    best
                }
            })
            .map(|(_, i)| i)
    };
    labelled
        .or_else(|| before_contact(1))
        .or_else(by_form)
        .or_else(|| before_contact(0))
}

/// "Lyon, France Contact Info": a place and the contact link in one line.
pub(super) fn without_contact(text: &str) -> &str {
    let folded = fold(text);
    let ending = CONTACT
        .iter()
        .find(|words| folded.ends_with(&format!(" {words}")));
    let count = ending.map_or(0, |words| words.split_whitespace().count());
    let mut rest = text;
    for _ in 0..count {
        rest = rest
            .rsplit_once(' ')
            .map_or(rest, |(before, _)| before.trim_end());
    }
    rest
}

/// "Lyon, France 500+ connections": a place and a count in one line.
pub(super) fn place_before_count(text: &str) -> Option<String> {
    count_in(text)?;
    let before = text
        .get(..text.find(|c: char| c.is_ascii_digit())?)?
        .trim_matches(|c: char| !c.is_alphanumeric());
    (words::place_score(before) >= 2).then(|| before.to_owned())
}

/// Words of the link to somebody's contacts, folded.
const CONTACT: &[&str] = &[
    "contact info",
    "see contact info",
    "coordonnees",
    "kontaktinfo",
    "kontaktinformationen",
    "informacion de contacto",
    "informacoes de contato",
    "informazioni di contatto",
    "contactgegevens",
    "kontaktuppgifter",
    "voir les coordonnees",
    "连络方式",
];

fn is_contact_link(blocks: &[Block], at: usize) -> bool {
    blocks.get(at).is_some_and(|block| {
        let mut links = block.links.iter();
        links.any(|link| link.href.contains("contact-info"))
            || CONTACT.contains(&fold(&block.text).as_str())
    })
}
