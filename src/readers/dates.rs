//! Date ranges as candidates write them, in the languages of the readers.
//!
//! "Jul 2021 – Present", "03/2019 - 11/2020", "seit Mai 2018", "2019年4月 - 現在". Finds the
//! range in a line and says which bytes it covers, so that evidence can quote it. Reads no
//! clock: "Present" stays [`End::Present`].

use crate::profile::{End, YearMonth};
use crate::text::fold;

/// A date range found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First byte.
    pub from: usize,
    /// Byte after the last.
    pub to: usize,
    /// When it begins.
    pub start: Option<YearMonth>,
    /// When it ends; absent for a single date.
    pub end: Option<End>,
    /// Whether only "since" says that it lasts, as in the middle of a sentence.
    pub since: bool,
}

/// Month words, folded: the name or its first letters as written in English, French, German,
/// Spanish, Portuguese, Italian and Dutch.
const MONTHS: [(u8, &[&str]); 12] = [
    (
        1,
        &[
            "jan", "janv", "january", "janvier", "januar", "enero", "ene", "janeiro", "gennaio",
            "gen", "januari", "janner",
        ],
    ),
    (
        2,
        &[
            "feb",
            "fev",
            "fevr",
            "february",
            "fevrier",
            "februar",
            "febrero",
            "fevereiro",
            "febbraio",
            "februari",
        ],
    ),
    (
        3,
        &[
            "mar", "march", "mars", "marz", "maerz", "mrz", "marzo", "marco", "maart", "mrt",
        ],
    ),
    (
        4,
        &["apr", "april", "avr", "avril", "abr", "abril", "aprile"],
    ),
    (5, &["may", "mai", "mayo", "maio", "maggio", "mag", "mei"]),
    (
        6,
        &[
            "jun", "june", "juin", "juni", "junio", "junho", "giugno", "giu",
        ],
    ),
    (
        7,
        &[
            "jul", "july", "juil", "juillet", "juli", "julio", "julho", "luglio", "lug",
        ],
    ),
    (8, &["aug", "august", "aout", "ago", "agosto", "augustus"]),
    (
        9,
        &[
            "sep",
            "sept",
            "september",
            "septembre",
            "septiembre",
            "setiembre",
            "setembro",
            "set",
            "settembre",
        ],
    ),
    (
        10,
        &[
            "oct", "october", "octobre", "okt", "oktober", "octubre", "outubro", "out", "ottobre",
            "ott",
        ],
    ),
    (
        11,
        &["nov", "november", "novembre", "noviembre", "novembro"],
    ),
    (
        12,
        &[
            "dec",
            "december",
            "decembre",
            "dez",
            "dezember",
            "dic",
            "diciembre",
            "dezembro",
            "dicembre",
        ],
    ),
];

/// Words for an end that has not come, folded.
const PRESENT: &[&str] = &[
    "present",
    "now",
    "current",
    "currently",
    "today",
    "ongoing",
    "date",
    "aujourd",
    "aujourdhui",
    "present",
    "maintenant",
    "actuel",
    "actuellement",
    "heute",
    "jetzt",
    "aktuell",
    "gegenwart",
    "actualidad",
    "presente",
    "actual",
    "actualmente",
    "hoy",
    "momento",
    "atual",
    "atualmente",
    "hoje",
    "oggi",
    "attuale",
    "heden",
    "nu",
    "現在",
    "至今",
    "今",
    "현재",
    "cours",
    "moment",
];

/// Words and signs between the two dates, folded.
const BETWEEN: &[&str] = &[
    "-", "–", "—", "‑", "―", "~", "〜", "～", "to", "until", "till", "a", "au", "bis", "ate",
    "hasta", "al", "→",
];

/// Words before an open beginning, folded.
const SINCE: &[&str] = &[
    "since", "depuis", "seit", "desde", "dal", "sinds", "starting", "from",
];

/// Words that may stand inside a date or before it without changing it.
const FILLER: &[&str] = &[
    "of", "de", "del", "d", "of", "du", "von", "le", "the", "l", "el", "o", "em",
];

/// The first date range in `text`: two dates with a sign between, a date that lasts, or
/// "since" a date.
///
/// ```
/// use touchstone::profile::{End, YearMonth};
/// let range = touchstone::readers::dates::find("Berlin, Jul 2021 – Present · 3 yrs").unwrap();
/// assert_eq!(range.start, Some(YearMonth::month(2021, 7)));
/// assert_eq!(range.end, Some(End::Present));
/// ```
pub fn find(text: &str) -> Option<Range> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None; // most lines
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| range_at(&tokens, at))
}

/// A single date that makes up the whole text, with an optional duration after it ("2019",
/// "May 2016 · 1 mo").
pub fn single(text: &str) -> Option<Range> {
    let tokens = tokens(text);
    let (date, next) = date_at(&tokens, 0)?;
    let lasts = tokens
        .get(next)
        .is_none_or(|token| matches!(token.text.as_str(), "·" | "(" | "•"));
    let last = tokens.get(next.checked_sub(1)?)?;
    lasts.then_some(Range {
        from: 0,
        to: last.to,
        start: Some(date),
        end: None,
        since: false,
    })
}

/// A single date anywhere in the text, such as "Joined on March 3, 2014".
pub fn any(text: &str) -> Option<Range> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (date, next) = date_at(&tokens, at)?;
        Some(Range {
            from: tokens.get(at)?.from,
            to: tokens.get(next.checked_sub(1)?)?.to,
            start: Some(date),
            end: None,
            since: false,
        })
    })
}

/// Whether the text is nothing but a duration: "2 yrs 7 mos", "(1 year 3 months)".
pub fn is_duration(text: &str) -> bool {
    const UNITS: &[&str] = &[
        "yr", "yrs", "year", "years", "mo", "mos", "month", "months", "an", "ans", "mois", "jahr",
        "jahre", "jahren", "monat", "monate", "monaten", "ano", "anos", "mes", "meses", "anno",
        "anni", "mese", "mesi", "jaar", "maand", "maanden", "y", "m",
    ];
    const JOINTS: &[&str] = &[
        "(", ")", "·", ",", "and", "et", "und", "y", "e", "en", "less", "than", "a",
    ];
    let tokens = tokens(text);
    let units = tokens
        .iter()
        .filter(|token| UNITS.contains(&token.text.as_str()))
        .count();
    units > 0
        && tokens
            .iter()
            .any(|token| token.number().is_some() || token.text == "less")
        && tokens.iter().all(|token| {
            let word = token.text.as_str();
            token.number().is_some() || UNITS.contains(&word) || JOINTS.contains(&word)
        })
}

struct Token {
    from: usize,
    to: usize,
    /// Folded.
    text: String,
}

impl Token {
    fn number(&self) -> Option<i16> {
        self.text.parse().ok()
    }

    fn year(&self) -> Option<i16> {
        self.number()
            .filter(|year| self.text.len() == 4 && (1900..=2099).contains(year))
    }

    fn month_word(&self) -> Option<u8> {
        MONTHS
            .iter()
            .find(|(_, words)| words.contains(&self.text.as_str()))
            .map(|(month, _)| *month)
    }

    fn month_number(&self) -> Option<u8> {
        self.text
            .parse()
            .ok()
            .filter(|month| self.text.len() <= 2 && (1..=12).contains(month))
    }

    fn is_between(&self) -> bool {
        BETWEEN.contains(&self.text.as_str())
    }
}

/// What a character makes a token of: runs of digits, runs of letters, single signs.
#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Digits,
    Letters,
    Sign,
    Blank,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digits,
        '年' | '月' | '日' | '년' | '월' => Kind::Sign,
        c if c.is_alphabetic() => Kind::Letters,
        c if c.is_whitespace() => Kind::Blank,
        _ => Kind::Sign,
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut last = Kind::Blank;
    for (from, c) in text.char_indices() {
        let kind = kind(c);
        let to = from + c.len_utf8();
        match out.last_mut() {
            Some(token) if kind == last && matches!(kind, Kind::Digits | Kind::Letters) => {
                token.text.push(c);
                token.to = to;
            }
            _ if kind != Kind::Blank => out.push(Token {
                from,
                to,
                text: c.to_string(),
            }),
            _ => {}
        }
        last = kind;
    }
    for token in &mut out {
        token.text = fold(&token.text);
    }
    out
}

fn range_at(tokens: &[Token], at: usize) -> Option<Range> {
    let first = tokens.get(at)?;
    if SINCE.contains(&first.text.as_str())
        && let Some((start, next)) = date_at(tokens, at + 1)
    {
        return Some(closed(tokens, at, start, next).unwrap_or(open(first, tokens, start, next)));
    }
    let (start, next) = date_at(tokens, at)?;
    closed(tokens, at, start, next)
}

/// "since" a date: open to the present.
fn open(first: &Token, tokens: &[Token], start: YearMonth, next: usize) -> Range {
    let to = tokens
        .get(next.saturating_sub(1))
        .map_or(first.to, |token| token.to);
    Range {
        from: first.from,
        to,
        start: Some(start),
        end: Some(End::Present),
        since: true,
    }
}

/// A date, a sign between, and an end.
fn closed(tokens: &[Token], at: usize, start: YearMonth, next: usize) -> Option<Range> {
    let sign = next
        + usize::from(
            tokens
                .get(next)
                .is_some_and(|token| matches!(token.text.as_str(), "." | ",")),
        );
    tokens.get(sign).filter(|token| token.is_between())?;
    let (end, after) = end_at(tokens, sign + 1)?;
    let from = tokens.get(at)?.from;
    let to = tokens.get(after.checked_sub(1)?)?.to;
    Some(Range {
        from,
        to,
        start: Some(start),
        end: Some(end),
        since: false,
    })
}

fn end_at(tokens: &[Token], at: usize) -> Option<(End, usize)> {
    if let Some((date, next)) = date_at(tokens, at) {
        return Some((End::Date(date), next));
    }
    let near = (at..at + 3).find(|i| {
        tokens
            .get(*i)
            .is_some_and(|token| PRESENT.contains(&token.text.as_str()))
    })?;
    let clear = tokens
        .get(at..near)?
        .iter()
        .all(|token| is_filler(token) || token.is_between() || token.text == "ce");
    clear.then(|| (End::Present, after_present(tokens, near)))
}

/// "aujourd’hui" is three tokens.
fn after_present(tokens: &[Token], at: usize) -> usize {
    let is = |i: usize, word: &str| tokens.get(i).is_some_and(|token| token.text == word);
    if is(at, "aujourd") && is(at + 2, "hui") {
        at + 3
    } else {
        at + 1
    }
}

fn is_filler(token: &Token) -> bool {
    FILLER.contains(&token.text.as_str())
}

/// A date at a token, and the token after it.
fn date_at(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let skip = (at..at + 3).find(|i| tokens.get(*i).is_none_or(|token| !is_filler(token)))?;
    word_date(tokens, skip)
        .or_else(|| number_date(tokens, skip))
        .or_else(|| year_first(tokens, skip))
}

/// "Jul 2021", "juil. de 2021", "Jul. 3, 2021", "3 July 2021", "Jul'21".
fn word_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let day = tokens
        .get(at)?
        .number()
        .as_ref()
        .is_some_and(|day| (1..=31).contains(day));
    let at = at + usize::from(day);
    let month = tokens.get(at)?.month_word()?;
    let year =
        (at + 1..at + 5).find(|i| tokens.get(*i).is_some_and(|token| token.year().is_some()))?;
    let clear = tokens.get(at + 1..year)?.iter().all(|token| {
        is_filler(token)
            || matches!(token.text.as_str(), "." | "," | "/" | "-")
            || token.month_number().is_some()
            || day_number(token)
    });
    clear.then(|| Some((YearMonth::month(tokens.get(year)?.year()?, month), year + 1)))?
}

fn day_number(token: &Token) -> bool {
    token.text.len() <= 2 && token.number().is_some_and(|day| (1..=31).contains(&day))
}

/// "07/2021", "07.2021", "2021-07", "2021/07", "2021.07", "2021年7月".
fn number_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let (first, sign, last) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    if sign.text == "年" || sign.text == "년" {
        let year = first.year()?;
        let month = last.month_number();
        return Some(match month {
            Some(month) => (YearMonth::month(year, month), at + 4),
            None => (YearMonth::year(year), at + 2),
        });
    }
    let tight = first.to == sign.from && sign.to == last.from;
    if !tight || !matches!(sign.text.as_str(), "/" | "." | "-") {
        return None;
    }
    match (
        first.month_number(),
        last.year(),
        first.year(),
        last.month_number(),
    ) {
        (Some(month), Some(year), _, _) | (_, _, Some(year), Some(month)) => {
            Some((YearMonth::month(year, month), at + 3))
        }
        _ => None,
    }
}

/// A year alone.
fn year_first(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let year = tokens.get(at)?.year()?;
    let closed = tokens.get(at + 1).is_none_or(|next| {
        !(next.text == "%" || next.from == tokens.get(at).map_or(0, |t| t.to) && next.text == "+")
    });
    closed.then_some((YearMonth::year(year), at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = find(text).map_or_else(String::new, |range| {
            let start = range
                .start
                .map_or_else(|| "?".to_owned(), |date| date.to_string());
            let end = match range.end {
                Some(End::Date(date)) => date.to_string(),
                Some(End::Present) => "present".to_owned(),
                None => "?".to_owned(),
            };
            format!(
                "{start}..{end} {}",
                text.get(range.from..range.to).unwrap_or_default()
            )
        });
        assert_eq!(found, expect, "in {text:?}");
    }

    #[test]
    fn ranges_in_many_forms() {
        check(
            "Jul 2021 - Present · 3 yrs 1 mo",
            "2021-07..present Jul 2021 - Present",
        );
        check(
            "December 2008 – Present (7 years 1 month)",
            "2008-12..present December 2008 – Present",
        );
        check("1993-2002", "1993..2002 1993-2002");
        check("03/2019 – 11/2020", "2019-03..2020-11 03/2019 – 11/2020");
        check("2019-03 to 2020-11", "2019-03..2020-11 2019-03 to 2020-11");
        check(
            "juil. 2019 – aujourd’hui",
            "2019-07..present juil. 2019 – aujourd’hui",
        );
        check(
            "janv. 2018 à mars 2020",
            "2018-01..2020-03 janv. 2018 à mars 2020",
        );
        check(
            "Okt. 2015 bis heute",
            "2015-10..present Okt. 2015 bis heute",
        );
        check("seit Mai 2018", "2018-05..present seit Mai 2018");
        check(
            "ene. de 2016 - actualidad",
            "2016-01..present ene. de 2016 - actualidad",
        );
        check(
            "jul de 2016 – o momento",
            "2016-07..present jul de 2016 – o momento",
        );
        check("2014 - Jun 2019", "2014..2019-06 2014 - Jun 2019");
        check(
            "2019年4月 - 2021年3月",
            "2019-04..2021-03 2019年4月 - 2021年3月",
        );
        check("2019年4月 〜 現在", "2019-04..present 2019年4月 〜 現在");
        check(
            "Paris, March 3, 2014 – April 2015",
            "2014-03..2015-04 March 3, 2014 – April 2015",
        );
        check("since 2019", "2019..present since 2019");
        check(
            "from March 2014 to April 2015",
            "2014-03..2015-04 from March 2014 to April 2015",
        );
    }

    #[test]
    fn what_is_no_range() {
        for text in [
            "in 2019",
            "May 2021",
            "8-10 people",
            "version 2019",
            "1000 - 2500 users",
            "mark - 2020",
            "",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn single_dates_and_durations() {
        assert_eq!(
            single("May 2016 · 1 mo").and_then(|range| range.start),
            Some(YearMonth::month(2016, 5))
        );
        assert_eq!(single("2016 was good"), None);
        assert_eq!(
            any("Joined on Mar 3, 2014").and_then(|range| range.start),
            Some(YearMonth::month(2014, 3))
        );
        for text in [
            "2 yrs 7 mos",
            "(1 year 3 months)",
            "11 months",
            "2 ans 3 mois",
            "less than a year",
        ] {
            assert!(is_duration(text), "{text:?}");
        }
        for text in ["2 years in Paris", "years", "7 people"] {
            assert!(!is_duration(text), "{text:?}");
        }
    }
}
