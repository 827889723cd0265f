//! The presentation model: everything that is shown about a candidate, in the words of one
//! language, in the order in which it is shown. Badge, panel, note and terminal paint these.
//!
//! Invariant: the total is computed from the lines that are shown, never taken from elsewhere.

use super::aside::AsideRow;
use super::beside::{Beside, rate_words};
use super::place::{field_words, place_words, reason_words};
use super::told::Told;
use super::{
    Assessment, Correction, Hit, Level, Points, ProfileKind, Reason, Record, SourceKind, SourceRow,
    Span, Unchecked, error_rate,
};
use crate::indicators;
use crate::lang::{self, Lang, Reference, Texts, key};
use crate::profile::Field;
use crate::sorted::sort_by_key;
use std::collections::BTreeMap;

/// Quotes and titles longer than this end in an ellipsis.
const LONGEST: usize = 320;

/// The platform in whose pages nothing is marked.
const LOOKS_FOR_EXTENSIONS: &str = "linkedin";

/// Everything that is shown about a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The language of the words.
    pub lang: Lang,
    /// The level.
    pub level: Level,
    /// Its words with the number of open lines, as on the badge.
    pub badge: String,
    /// What the level means, in one or two sentences.
    pub sentence: String,
    /// How much was read.
    pub coverage: String,
    /// The sum of all lines, written out.
    pub sum: String,
    /// Lines to verify, strongest first.
    pub to_verify: Vec<Row>,
    /// Corrections of the sum.
    pub corrections: Vec<Line>,
    /// Lines that speak for the person.
    pub fits: Vec<Row>,
    /// Lines that do not count, of both sides.
    pub aside: Vec<AsideRow>,
    /// What was not checked, by reason.
    pub not_checked: Vec<Gap>,
    /// The next steps of the lines to verify, each once.
    pub steps: Vec<NextStep>,
    /// What stands beside the level.
    pub beside: Beside,
    /// Version of the rules, in words.
    pub rules: String,
}

/// A line with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `group/name` of the indicator.
    pub id: String,
    /// What was observed.
    pub title: String,
    /// The name of its group, whose lines count up to a limit together.
    pub group: &'static str,
    /// What it is about, where the words do not name it: the employers of dates.
    pub about: Option<String>,
    /// Its points.
    pub bits: Points,
    /// Its points with their unit.
    pub points: String,
    /// The exact words, each with its place. Two: they stand side by side.
    pub quotes: Vec<Quote>,
    /// Why it matters.
    pub why: String,
    /// Innocent reasons.
    pub innocent: Vec<String>,
    /// The next verification step.
    pub next: String,
    /// A neutral question.
    pub question: String,
    /// How often ordinary profiles of this kind show it; absent where it was not measured.
    pub rate: Option<String>,
    /// The sources.
    pub sources: &'static [Reference],
}

/// Words of a source and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, without quotation marks.
    pub words: String,
    /// Where they stand, in words.
    pub place: String,
    /// Which source of the case they are of; absent for what a person ticked.
    pub source: Option<u32>,
    /// Where they can be shown; absent where there is no desk.
    pub jump: Option<Jump>,
}

/// Where the words of a quote can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The source's number on the desk.
    pub source: u32,
    /// How it is shown.
    pub to: JumpTo,
    /// The words, uncut.
    pub words: String,
}

/// Where words can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JumpTo {
    /// In the page that the tab shows.
    Page,
    /// In the copy of a page or a text.
    Text,
    /// In the copy of a file.
    File,
}

impl JumpTo {
    const fn of(source: &SourceRow) -> Self {
        match source.kind {
            SourceKind::File => Self::File,
            SourceKind::Page if source.in_page => Self::Page,
            _ => Self::Text,
        }
    }
}

/// What a line asks to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The first line that asks for it.
    pub id: String,
    /// What to do.
    pub words: String,
}

/// A line without evidence: a correction of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub title: String,
    /// Its points with their unit.
    pub points: String,
}

/// Fields that were not checked for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The fields, in words: one text a source, which names it where there are several.
    pub fields: Vec<String>,
    /// Why they were not checked.
    pub reason: &'static str,
    /// What would change that.
    pub remedy: &'static str,
}

/// Where the words of the indicators come from: the bundled list, or a test's own.
#[derive(Clone, Copy)]
pub(super) struct Book {
    pub texts: fn(Lang, &str) -> Option<&'static Texts>,
    pub references: fn(&str) -> &'static [Reference],
    pub group_title: fn(Lang, &str) -> Option<&'static str>,
}

const BUNDLED: Book = Book {
    texts: indicators::texts,
    references: indicators::references,
    group_title: indicators::group_title,
};

impl Rows {
    /// The rows of an assessment. `sources` names the sources of the case in its order; with
    /// fewer than two of them a place needs no source.
    pub fn new(found: &Assessment, lang: Lang, sources: &[String]) -> Self {
        Self::told(&Told::new(found, None), lang, sources)
    }

    /// The rows of an assessment with what stands beside it; `sources` as in [`Rows::new`].
    pub fn told(told: &Told<'_>, lang: Lang, sources: &[String]) -> Self {
        Self::written(told, lang, sources, &[], BUNDLED)
    }

    /// The rows about what a record shows: the candidate on the desk, or the page in a tab, to
    /// whose words they lead but on the platform that looks for extensions.
    pub fn of(told: &Told<'_>, lang: Lang, record: &Record) -> Self {
        if !record.sources.is_empty() {
            return Self::on_desk(told, lang, &record.sources);
        }
        let platform = record.platform.as_deref();
        let in_tab = platform.is_some_and(|platform| platform != LOOKS_FOR_EXTENSIONS);
        let ways = in_tab.then_some((0, JumpTo::Page));
        Self::written(told, lang, &[], ways.as_slice(), BUNDLED)
    }

    /// The rows about a candidate on the desk, whose sources they name and lead to.
    pub fn on_desk(told: &Told<'_>, lang: Lang, sources: &[SourceRow]) -> Self {
        let mut judged: Vec<&SourceRow> = sources.iter().filter(|s| s.judged.is_some()).collect();
        sort_by_key(&mut judged, |source| source.judged);
        let names: Vec<String> = judged.iter().map(|source| source.name.clone()).collect();
        let ways: Vec<(u32, JumpTo)> = judged
            .iter()
            .map(|source| (source.id, JumpTo::of(source)))
            .collect();
        Self::written(told, lang, &names, &ways, BUNDLED)
    }

    #[cfg(test)]
    pub(super) fn with(found: &Assessment, lang: Lang, sources: &[String], book: Book) -> Self {
        Self::written(&Told::new(found, None), lang, sources, &[], book)
    }

    fn written(
        told: &Told<'_>,
        lang: Lang,
        sources: &[String],
        ways: &[(u32, JumpTo)],
        book: Book,
    ) -> Self {
        let found = told.found;
        let writer = Writer {
            lang,
            sources,
            ways,
            book,
            kind: found.kind,
        };
        let rows = |hits: &[Hit]| -> Vec<Row> { hits.iter().map(|hit| writer.row(hit)).collect() };
        let to_verify = rows(&found.hits);
        let fits = rows(&found.for_the_person);
        let lines: Vec<&Row> = to_verify.iter().chain(&fits).collect();
        let corrections = found.corrections.iter();
        Self {
            lang,
            level: found.level,
            badge: found.level.badge(found.hits.len(), lang),
            sentence: sentence(found.level, found.hits.len() as u32, lang),
            coverage: coverage(found.coverage, lang),
            sum: sum(found, lang),
            steps: steps(&to_verify),
            beside: Beside::of(told, &writer, &lines),
            to_verify,
            corrections: corrections.map(|line| writer.correction(line)).collect(),
            fits,
            aside: AsideRow::all(told, &writer),
            not_checked: writer.gaps(&found.not_checked),
            rules: lang::fill(
                lang::text(lang, key::FOOTER_RULES),
                &[("version", &plain(&found.rules_version))],
            ),
        }
    }

    /// Words after what they are, as the language joins them.
    pub fn labelled(&self, label: lang::Key, words: &str) -> String {
        format!(
            "{}{}{words}",
            self.text(label),
            self.text(key::LANGUAGE_COLON)
        )
    }

    /// A text of the interface in the language of the rows.
    pub fn text(&self, key: lang::Key) -> &'static str {
        lang::text(self.lang, key)
    }
}

fn sentence(level: Level, open: u32, lang: Lang) -> String {
    let plural = match level {
        Level::NotEnough => return lang::text(lang, key::SENTENCE_NOT_ENOUGH).to_owned(),
        Level::NothingStoodOut => {
            return lang::text(lang, key::SENTENCE_NOTHING_STOOD_OUT).to_owned();
        }
        Level::WorthChecking => key::SENTENCE_WORTH_CHECKING,
        Level::VerifyFirst => key::SENTENCE_VERIFY_FIRST,
    };
    let count = lang::count_words(lang, open);
    lang::fill(lang::plural(lang, open, plural), &[("count", &count)])
}

fn coverage((read, all): (u32, u32), lang: Lang) -> String {
    let pattern = lang::plural(lang, read, key::COVERAGE);
    let values = [("read", &*read.to_string()), ("all", &*all.to_string())];
    lang::fill(pattern, &values)
}

/// "4.0 + 3.0 − 1.0 = 6.0 points", of exactly the lines that are shown.
fn sum(found: &Assessment, lang: Lang) -> String {
    let hits = found.hits.iter().map(|hit| hit.bits);
    let corrections = found.corrections.iter().map(|line| line.bits);
    let fits = found.for_the_person.iter().map(|hit| hit.bits);
    let terms: Vec<Points> = hits
        .chain(corrections)
        .chain(fits)
        .filter(|points| points.0 != 0)
        .collect();
    let total = Points(terms.iter().fold(0, |sum, term| sum.saturating_add(term.0)));
    let total_words = lang::points(lang, total);
    if terms.len() < 2 {
        return total_words;
    }
    let mut out = String::new();
    for (index, term) in terms.iter().enumerate() {
        let sign = match (index, term.0 < 0) {
            (0, true) => "\u{2212}",
            (0, false) => "",
            (_, true) => " \u{2212} ",
            (_, false) => " + ",
        };
        out.push_str(sign);
        out.push_str(&lang::number(lang, Points(term.0.saturating_abs())));
    }
    format!("{out} = {total_words}")
}

fn steps(rows: &[Row]) -> Vec<NextStep> {
    let mut steps: Vec<NextStep> = Vec::new();
    for row in rows {
        if !row.next.is_empty() && !steps.iter().any(|step| step.words == row.next) {
            steps.push(NextStep {
                id: row.id.clone(),
                words: row.next.clone(),
            });
        }
    }
    steps
}

/// What is the same for all rows of one assessment.
pub(super) struct Writer<'a> {
    pub lang: Lang,
    sources: &'a [String],
    /// Where the words of each source can be shown.
    ways: &'a [(u32, JumpTo)],
    book: Book,
    kind: Option<ProfileKind>,
}

impl Writer<'_> {
    pub(super) fn row(&self, hit: &Hit) -> Row {
        let texts = (self.book.texts)(self.lang, &hit.id);
        let say = |words: &str| filled(words, &hit.facts);
        let innocent = texts.map_or(&[] as &[&str], |texts| texts.innocent);
        let rate = self.kind.and_then(|kind| error_rate(&hit.id, kind));
        Row {
            id: hit.id.clone(),
            title: self.titled(&hit.id, &hit.facts),
            group: self.group(&hit.id),
            about: hit.facts.get("employers").map(|names| plain(names)),
            bits: hit.bits,
            points: lang::points(self.lang, hit.bits),
            quotes: hit.evidence.iter().map(|span| self.quote(span)).collect(),
            why: texts.map_or_else(String::new, |texts| say(texts.why)),
            innocent: innocent.iter().map(|reason| say(reason)).collect(),
            next: texts.map_or_else(String::new, |texts| say(texts.next)),
            question: texts.map_or_else(String::new, |texts| say(texts.question)),
            rate: rate.map(|rate| rate_words(self.lang, rate)),
            sources: (self.book.references)(&hit.id),
        }
    }

    fn group(&self, id: &str) -> &'static str {
        let (group, _) = id.split_once('/').unwrap_or_default();
        (self.book.group_title)(self.lang, group).unwrap_or_default()
    }

    /// The title of an indicator with its places filled.
    pub fn titled(&self, id: &str, facts: &BTreeMap<String, String>) -> String {
        let texts = (self.book.texts)(self.lang, id);
        texts.map_or_else(|| plain(id), |texts| filled(texts.title, facts))
    }

    pub fn quote(&self, span: &Span) -> Quote {
        let place = place_words(self.lang, span.place);
        if span.place.field == Field::Observed {
            // No words of a page: the person said so, in the words of the line.
            return Quote {
                words: self.titled(&span.words, &BTreeMap::new()),
                place,
                source: None,
                jump: None,
            };
        }
        Quote {
            words: plain(&span.words),
            place: self.in_source(span.source, place),
            source: Some(span.source),
            jump: self.jump(span),
        }
    }

    fn jump(&self, span: &Span) -> Option<Jump> {
        // An address is nowhere in the text.
        let way = self.ways.get(span.source as usize);
        let (source, to) = way.filter(|_| span.place.field != Field::Address)?;
        Some(Jump {
            source: *source,
            to: *to,
            words: span.words.clone(),
        })
    }

    fn in_source(&self, source: u32, place: String) -> String {
        if self.sources.len() < 2 {
            return place;
        }
        let number = (u64::from(source) + 1).to_string();
        let unnamed = lang::text(self.lang, key::PLACE_UNNAMED_SOURCE);
        let name = self.sources.get(source as usize).map_or_else(
            || lang::fill(unnamed, &[("number", &number)]),
            |name| plain(name),
        );
        let values = [("source", name.as_str()), ("place", place.as_str())];
        lang::fill(lang::text(self.lang, key::PLACE_SOURCE), &values)
    }

    fn correction(&self, line: &Correction) -> Line {
        let (key, name) = match &line.reason {
            Reason::GroupCap(group) => {
                let title = (self.book.group_title)(self.lang, group);
                (key::CORRECTION_GROUP_CAP, title.unwrap_or(group).to_owned())
            }
            Reason::ReplacedBy(id) => (key::CORRECTION_REPLACED_BY, self.title(id)),
            Reason::CountedOnce(id) => (key::CORRECTION_COUNTED_ONCE, self.title(id)),
        };
        let quoted = quoted(self.lang, &plain(&name));
        Line {
            title: lang::fill(lang::text(self.lang, key), &[("name", &quoted)]),
            points: lang::points(self.lang, line.bits),
        }
    }

    /// The title of an indicator where no hit is at hand to fill its places.
    fn title(&self, id: &str) -> String {
        let texts = (self.book.texts)(self.lang, id);
        let whole = texts.filter(|texts| !texts.title.contains('{'));
        whole.map_or_else(|| id.to_owned(), |texts| texts.title.to_owned())
    }

    /// The fields by reason, and within one reason by source.
    fn gaps(&self, unchecked: &[Unchecked]) -> Vec<Gap> {
        let mut lacking: Vec<Lacking> = Vec::new();
        for item in by_source(unchecked) {
            let (reason, remedy) = reason_words(self.lang, self.reason(item));
            let field = field_words(self.lang, item.field);
            let same = |one: &&mut Lacking| {
                (one.reason, one.remedy, one.source) == (reason, remedy, item.source)
            };
            match lacking.iter_mut().find(same) {
                Some(one) if one.fields.contains(&field) => {}
                Some(one) => one.fields.push(field),
                None => lacking.push(Lacking {
                    source: item.source,
                    fields: vec![field],
                    reason,
                    remedy,
                }),
            }
        }
        let mut gaps: Vec<Gap> = Vec::new();
        for one in lacking {
            let fields = self.in_source(one.source, one.fields.join(", "));
            let same = |gap: &&mut Gap| (gap.reason, gap.remedy) == (one.reason, one.remedy);
            match gaps.iter_mut().find(same) {
                Some(gap) => gap.fields.push(fields),
                None => gaps.push(Gap {
                    fields: vec![fields],
                    reason: one.reason,
                    remedy: one.remedy,
                }),
            }
        }
        gaps
    }
}

/// What one source lacks for one reason.
struct Lacking {
    source: u32,
    fields: Vec<&'static str>,
    reason: &'static str,
    remedy: &'static str,
}

impl Writer<'_> {
    /// The reason, told apart where the words are others for a file, or for what has a place of its own.
    fn reason<'u>(&self, item: &'u Unchecked) -> &'u str {
        let way = self.ways.get(item.source as usize);
        let is_file = way.is_some_and(|(_, to)| *to == JumpTo::File);
        match item.reason.as_str() {
            "not-found" if is_file => "not-found-in-file",
            "not-loaded" if matches!(item.field, Field::Joined | Field::Verified) => "not-opened",
            reason => reason,
        }
    }
}

fn by_source(unchecked: &[Unchecked]) -> Vec<&Unchecked> {
    let mut items: Vec<&Unchecked> = unchecked.iter().collect();
    sort_by_key(&mut items, |item| item.source);
    items
}

/// A text of an indicator with its places filled.
fn filled(words: &str, facts: &BTreeMap<String, String>) -> String {
    let facts: Vec<(&str, String)> = facts
        .iter()
        .map(|(name, value)| (name.as_str(), plain(value)))
        .collect();
    let values: Vec<(&str, &str)> = facts.iter().map(|(n, v)| (*n, v.as_str())).collect();
    lang::fill(words, &values)
}

/// Words in the quotation marks of a language.
pub fn quoted(lang: Lang, words: &str) -> String {
    let open = lang::text(lang, key::LANGUAGE_QUOTE_OPEN);
    format!(
        "{open}{words}{}",
        lang::text(lang, key::LANGUAGE_QUOTE_CLOSE)
    )
}

/// Words of a page as one line of bounded length: white space collapsed, control characters
/// and those that turn the direction of a text left out.
pub fn plain(words: &str) -> String {
    let shown = |c: &char| {
        !(matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
            || c.is_control() && !c.is_whitespace())
    };
    let mut out = String::new();
    let mut count = 0;
    for c in words.chars().filter(shown) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && (out.is_empty() || out.ends_with(' ')) {
            continue;
        }
        if count == LONGEST {
            return format!("{}\u{2026}", out.trim_end());
        }
        out.push(c);
        count += 1;
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests;
