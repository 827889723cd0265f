//! The lines of a verdict: cards with their evidence, corrections, gaps, next steps.

use super::dom::{Made, Node};
use super::{bench, sources};
use crate::lang::{Key, Reference, key};
use crate::report::{Card, Quote, Row, Rows, Scene, sides};

/// How the two kinds of cards differ.
struct Kind {
    name: &'static str,
    folded: Key,
    innocent: Key,
}

const VERIFY: Kind = Kind {
    name: "verify",
    folded: key::CARD_DETAILS,
    innocent: key::HEADING_INNOCENT,
};

const FITS: Kind = Kind {
    name: "fits",
    folded: key::CARD_DETAILS_FITS,
    innocent: key::HEADING_MIND,
};

/// What needs verification, and the corrections of the sum.
pub fn to_verify(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    let shown = rows.verify_cards();
    if shown.is_empty() && rows.corrections.is_empty() {
        return Ok(());
    }
    let section = section(parent, rows, key::HEADING_TO_VERIFY)?;
    cards(&section, rows, &shown, &VERIFY, scene)?;
    if rows.corrections.is_empty() {
        return Ok(());
    }
    let list = section.child("ul", "corrections")?;
    list.set("aria-label", rows.text(key::HEADING_CORRECTIONS))?;
    for line in &rows.corrections {
        let item = list.child("li", "")?;
        item.text("span", "", &line.title)?;
        item.words(" ")?;
        item.text("span", "points", &line.points)?;
    }
    Ok(())
}

/// What speaks for the person.
pub fn fits(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    let shown = rows.fits_cards();
    if shown.is_empty() {
        return Ok(());
    }
    let section = section(parent, rows, key::HEADING_FITS)?;
    cards(&section, rows, &shown, &FITS, scene)
}

/// What was not checked, and what would change that.
pub fn not_checked(parent: &Node, rows: &Rows) -> Made<()> {
    if rows.not_checked.is_empty() {
        return Ok(());
    }
    let section = section(parent, rows, key::HEADING_NOT_CHECKED)?;
    let list = section.child("ul", "gaps")?;
    for gap in &rows.not_checked {
        let item = list.child("li", "")?;
        for fields in &gap.fields {
            item.text("p", "strong", fields)?;
        }
        item.text("p", "small", &format!("{}. {}", gap.reason, gap.remedy))?;
    }
    Ok(())
}

/// A section with its heading.
pub fn section(parent: &Node, rows: &Rows, heading: Key) -> Made<Node> {
    let section = parent.child("section", "")?;
    section.text("h2", "", rows.text(heading))?;
    Ok(section)
}

fn cards(section: &Node, rows: &Rows, cards: &[Card<'_>], kind: &Kind, scene: &Scene) -> Made<()> {
    let list = section.child("ul", "cards")?;
    for (index, card) in cards.iter().enumerate() {
        one_card(&list, rows, *card, kind, scene, index)?;
    }
    Ok(())
}

fn one_card(
    list: &Node,
    rows: &Rows,
    Card { row, counts }: Card<'_>,
    kind: &Kind,
    scene: &Scene,
    index: usize,
) -> Made<()> {
    let card = list.child("li", if counts { "card" } else { "card off" })?;
    card.set("data-line", &row.id)?;
    let title = card.child("h3", "")?;
    title.text("span", "", &row.title)?;
    title.words(" ")?;
    title.text("span", "points", &bench::points(rows, row, counts))?;
    if !row.group.is_empty() {
        card.text("p", "small", row.group)?;
    }
    if let Some(about) = &row.about {
        card.text("p", "small", about)?.set("dir", "auto")?;
    }
    quotes(&card, rows, &row.quotes)?;
    let details = folded(&card, rows, row, kind)?;
    details.set("data-card", &format!("{} {} {index}", kind.name, row.id))?;
    bench::local(&details, rows, row, scene)?;
    if scene.work.is_some() {
        bench::controls(&card, rows, row, counts)?;
    }
    Ok(())
}

/// The exact words, each with its place; those of two sources stand on two sides.
pub fn quotes(card: &Node, rows: &Rows, quotes: &[Quote]) -> Made<()> {
    if let Some(sides) = sides(quotes) {
        let pair = card.child("div", "quotes pair sides")?;
        for side in sides {
            let column = pair.child("div", "side")?;
            for words in side {
                quote(&column, rows, words)?;
            }
        }
        return Ok(());
    }
    let pair = if quotes.len() == 2 {
        "quotes pair"
    } else {
        "quotes"
    };
    let list = card.child("div", pair)?;
    for words in quotes {
        quote(&list, rows, words)?;
    }
    Ok(())
}

fn quote(parent: &Node, rows: &Rows, quote: &Quote) -> Made<()> {
    let figure = parent.child("figure", "")?;
    let words = figure.child("blockquote", "")?;
    let (open, close) = (key::LANGUAGE_QUOTE_OPEN, key::LANGUAGE_QUOTE_CLOSE);
    words.words(rows.text(open))?;
    words.text("mark", "", &quote.words)?.set("dir", "auto")?;
    words.words(rows.text(close))?;
    figure.text("figcaption", "", &quote.place)?;
    quote
        .jump
        .as_ref()
        .map_or(Ok(()), |jump| sources::jump(&figure, rows, jump))
}

fn folded(card: &Node, rows: &Rows, row: &Row, kind: &Kind) -> Made<Node> {
    let details = card.child("details", "")?;
    details.text("summary", "", rows.text(kind.folded))?;
    paragraph(&details, rows, key::HEADING_WHY, &row.why)?;
    if !row.innocent.is_empty() {
        details.text("h4", "", rows.text(kind.innocent))?;
        let list = details.child("ul", "")?;
        for reason in &row.innocent {
            list.text("li", "", reason)?;
        }
    }
    paragraph(&details, rows, key::HEADING_NEXT, &row.next)?;
    paragraph(&details, rows, key::HEADING_QUESTION, &row.question)?;
    let rate = row.rate.as_deref().unwrap_or_default();
    paragraph(&details, rows, key::HEADING_RATE, rate)?;
    references(&details, rows, row.sources, "h4")?;
    Ok(details)
}

fn paragraph(details: &Node, rows: &Rows, heading: Key, words: &str) -> Made<()> {
    if words.is_empty() {
        return Ok(());
    }
    details.text("h4", "", rows.text(heading))?;
    details.text("p", "", words).map(drop)
}

/// The sources of a line or a step, under a heading of this level.
pub fn references(details: &Node, rows: &Rows, sources: &[Reference], tag: &str) -> Made<()> {
    if sources.is_empty() {
        return Ok(());
    }
    details.text(tag, "", rows.text(key::HEADING_SOURCES))?;
    let list = details.child("ul", "sources")?;
    for source in sources {
        let item = list.child("li", "")?;
        item.words(&format!(
            "{} ({}, {}). ",
            source.title, source.source, source.date
        ))?;
        item.words(source.says)?;
        if source.url.starts_with("https://") {
            let link = item.text("a", "address", source.url)?;
            link.set("href", source.url)?;
            link.set("rel", "noreferrer noopener")?;
            link.set("target", "_blank")?;
        }
    }
    Ok(())
}
