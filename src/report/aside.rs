//! Lines that do not count: where they stand among the others, and why they do not.

use super::rows::{Row, Rows, Writer};
use super::told::Told;
use crate::indicators::{self, Kind};
use crate::lang::{self, Key, Lang, key};
use crate::profile::Date;
use crate::sorted::sort_by;
use crate::work::Why;

/// A line that the user set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideRow {
    /// The line, with the points that it would have.
    pub row: Row,
    /// Whether it speaks for the person.
    pub fits: bool,
    /// Why it is set aside; absent for one that was only unticked, which stays where it stood.
    pub why: Option<&'static str>,
    /// The last day of it; absent: as long as it is kept.
    pub until: Option<Date>,
}

/// A line where it stands, counted or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card<'a> {
    /// The line.
    pub row: &'a Row,
    /// Whether it counts.
    pub counts: bool,
}

impl AsideRow {
    /// Those of a verdict, strongest first.
    pub(super) fn all(told: &Told<'_>, writer: &Writer<'_>) -> Vec<Self> {
        let lines = told.found.aside.iter();
        lines
            .map(|hit| {
                let reason = told.aside.and_then(|aside| aside.get(&hit.id));
                let why = reason.map_or(Why::Trying, |aside| aside.why);
                Self {
                    row: writer.row(hit),
                    fits: speaks_for_the_person(&hit.id),
                    why: (why != Why::Trying).then(|| why_words(writer.lang, why)),
                    until: reason.and_then(|aside| aside.until),
                }
            })
            .collect()
    }
}

impl Rows {
    /// The cards to verify, with those that were unticked where they stood.
    pub fn verify_cards(&self) -> Vec<Card<'_>> {
        self.cards(&self.to_verify, false)
    }

    /// The cards for the person, likewise.
    pub fn fits_cards(&self) -> Vec<Card<'_>> {
        self.cards(&self.fits, true)
    }

    fn cards<'a>(&'a self, counted: &'a [Row], fits: bool) -> Vec<Card<'a>> {
        let unticked = |line: &&AsideRow| line.fits == fits && line.why.is_none();
        let off = self.aside.iter().filter(unticked);
        let off = off.map(|line| (&line.row, false));
        let all = counted.iter().map(|row| (row, true)).chain(off);
        let mut cards: Vec<Card<'_>> = all.map(|(row, counts)| Card { row, counts }).collect();
        let strength = |card: &Card<'_>| -card.row.bits.0.abs();
        sort_by(&mut cards, |a, b| {
            (strength(a), &a.row.id).cmp(&(strength(b), &b.row.id))
        });
        cards
    }
}

fn speaks_for_the_person(id: &str) -> bool {
    indicators::find(id).is_some_and(|indicator| indicator.kind == Kind::ForThePerson)
}

/// The words for a reason.
pub const fn why_words(lang: Lang, why: Why) -> &'static str {
    lang::text(lang, why_key(why))
}

const fn why_key(why: Why) -> Key {
    match why {
        Why::Trying => key::WHY_TRYING,
        Why::Explained => key::WHY_EXPLAINED,
        Why::Confirmed => key::WHY_CONFIRMED,
        Why::Misread => key::WHY_MISREAD,
        Why::NotRelevant => key::WHY_NOT_RELEVANT,
        Why::Other => key::WHY_ANOTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use crate::report::{Level, Points};
    use crate::work::Aside;
    use std::collections::BTreeMap;

    #[test]
    fn unticked_lines_stay_where_they_stood_and_others_move_away() {
        let mut found = sample::empty(Level::WorthChecking);
        found.hits = vec![sample::hit("a/strong", 40), sample::hit("c/weak", 10)];
        found.bits = Points(50);
        found.aside = vec![sample::hit("b/middle", 20), sample::hit("d/gone", 15)];
        let mut reasons = BTreeMap::new();
        let mut set = |id: &str, why| {
            let until = Date::parse("2026-12-03");
            reasons.insert(id.to_owned(), Aside { why, until });
        };
        set("b/middle", Why::Trying);
        set("d/gone", Why::Explained);
        let told = Told::new(&found, None).with_aside(&reasons);
        let rows = Rows::told(&told, Lang::En, &[]);
        let shown: Vec<(&str, bool)> = rows
            .verify_cards()
            .iter()
            .map(|card| (card.row.id.as_str(), card.counts))
            .collect();
        assert_eq!(
            shown,
            [("a/strong", true), ("b/middle", false), ("c/weak", true)]
        );
        let gone: Vec<_> = rows.aside.iter().filter_map(|line| line.why).collect();
        assert_eq!(gone, [why_words(Lang::En, Why::Explained)]);
        assert_eq!(rows.sum, "4.0 + 1.0 = 5.0 points");
        assert!(rows.fits_cards().is_empty());
    }
}
