//! Date ranges as candidates write them, in the languages of the readers.
//!
//! "Jul 2021 – Present", "03/2019 - 11/2020", "seit Mai 2018", "2019年4月 - 現在". Finds the
//! range in a line and says which bytes it covers, so that evidence can quote it. Reads no
//! clock: "Present" stays [`End::Present`].

mod tokens;
mod words;

use crate::profile::{End, YearMonth};
use tokens::{Token, tokens};
use words::{
    BEFORE_PRESENT, ERAS, JOINTS, OPEN_ENDS, PRESENT, PRESENT_STEMS, QUARTERS, SINCE, UNITS,
    UNTIL_NOW,
};

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
    if !text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return None; // most lines
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| range_at(&tokens, at))
}

/// A single date that makes up the whole text, with an optional duration after it ("2019",
/// "(2019)", "May 2016 · 1 mo").
pub fn single(text: &str) -> Option<Range> {
    let tokens = tokens(text);
    let bracket = usize::from(tokens.first().is_some_and(|token| token.is(&["("])));
    let (date, next) = date_at(&tokens, bracket)?;
    let lasts = tokens.get(next).is_none_or(|token| {
        token.is(&["·", "(", "•"]) || token.is(&[")", "."]) && tokens.len() == next + 1
    });
    let last = tokens.get(next.checked_sub(1)?)?;
    lasts.then_some(Range {
        from: tokens.get(bracket)?.from,
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
    // Most lines are none by their first word.
    let first = text.split_whitespace().next().unwrap_or_default();
    if !tokens(first).iter().all(is_of_duration) {
        return false;
    }
    let tokens = tokens(text);
    let is_unit = |token: &Token| token.is(UNITS);
    let counts = |token: &Token| token.number().is_some() || token.text == "less";
    tokens.iter().any(is_unit)
        && tokens.iter().all(|token| token.year().is_none())
        && tokens.iter().any(counts)
        && tokens.iter().all(is_of_duration)
}

/// Whether a duration can have this word.
fn is_of_duration(token: &Token) -> bool {
    token.number().is_some() || token.is(UNITS) || token.is(JOINTS)
}

fn range_at(tokens: &[Token], at: usize) -> Option<Range> {
    let first = tokens.get(at)?;
    if first.is(SINCE)
        && let Some((start, next)) = date_at(tokens, past(tokens, at + 1, &["(", ":"]))
    {
        return Some(closed(tokens, at, start, next).unwrap_or(open(first, tokens, start, next)));
    }
    let dated = date_at(tokens, at).and_then(|(start, next)| closed(tokens, at, start, next));
    dated
        .or_else(|| short_end(tokens, at))
        .or_else(|| months_of_a_year(tokens, at))
        .or_else(|| short_dates(tokens, at))
}

/// The token after one of `texts`, or `at`.
fn past(tokens: &[Token], at: usize, texts: &[&str]) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|token| token.is(texts)))
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
    let sign = past(tokens, next, &[".", ",", ")"]);
    if tokens.get(sign)?.is(UNTIL_NOW) {
        return between(tokens, at, start, End::Present, sign + 1);
    }
    tokens.get(sign).filter(|token| token.is_between())?;
    let (end, after) = end_at(tokens, sign + 1)?;
    between(tokens, at, start, end, after)
}

/// The range from the token `at` to the one before `after`.
fn between(tokens: &[Token], at: usize, start: YearMonth, end: End, after: usize) -> Option<Range> {
    Some(Range {
        from: tokens.get(at)?.from,
        to: tokens.get(after.checked_sub(1)?)?.to,
        start: Some(start),
        end: Some(end),
        since: false,
    })
}

/// "2019-20", "2019–21": the end without its century. "2011-12" is a month.
fn short_end(tokens: &[Token], at: usize) -> Option<Range> {
    let (first, sign, last) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    let start = first.year()?;
    let end = last.number().filter(|_| last.text.len() == 2)?;
    let goes_on = tokens
        .get(at + 3)
        .is_some_and(|next| last.touches(next) && next.is(&["-", "/", ".", "%", "+"]));
    let clear = end > 12 || sign.is(&["–", "—"]);
    let lasts = (1..=30).contains(&(end - start % 100));
    let tight = first.touches(sign) && sign.touches(last) && sign.is(&["-", "/", "–", "—"]);
    if !tight || !clear || !lasts || goes_on {
        return None;
    }
    let end = End::Date(YearMonth::year(start - start % 100 + end));
    between(tokens, at, YearMonth::year(start), end, at + 3)
}

/// "Jan - Mar 2020": both months of one year, or of two that follow.
fn months_of_a_year(tokens: &[Token], at: usize) -> Option<Range> {
    let month = tokens.get(at)?.month_word()?;
    let sign = past(tokens, at + 1, &["."]);
    tokens.get(sign).filter(|token| token.is_between())?;
    let (end, after) = word_date(tokens, sign + 1)?;
    let year = end.year - i16::from(end.month? < month);
    between(
        tokens,
        at,
        YearMonth::month(year, month),
        End::Date(end),
        after,
    )
}

/// "Apr 94 – Jun 94", "05/20 - 09/22": years without their century on both sides.
fn short_dates(tokens: &[Token], at: usize) -> Option<Range> {
    let (start, next) = short_date(tokens, at)?;
    tokens.get(next).filter(|token| token.is_between())?;
    let (end, after) = match short_date(tokens, next + 1) {
        Some((end, after)) => (End::Date(end), after),
        None => end_at(tokens, next + 1).filter(|(end, _)| *end == End::Present)?,
    };
    let follows = !matches!(end, End::Date(end) if end < start);
    follows.then(|| between(tokens, at, start, end, after))?
}

/// "Apr 94", "05/20". "8/10" is a score: in numbers alone the month has two digits, or the year
/// is none of a month.
fn short_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let first = tokens.get(at)?;
    let named = first.month_word();
    let joint: &[&str] = if named.is_some() { &["."] } else { &["/"] };
    let last = past(tokens, at + 1, joint);
    let year = tokens.get(last)?;
    let clear = first.text.len() == 2 || year.number().is_some_and(|year| year > 12);
    let tight = last == at + 2 && tokens.get(at + 1).is_some_and(|sign| first.touches(sign));
    let number = first.month_number().filter(|_| tight && clear);
    let month = named.or(number)?;
    let ends = tokens
        .get(last + 1)
        .is_none_or(|next| !year.touches(next) || next.is_between() || next.is(&[")"]));
    ends.then_some((YearMonth::month(year.short_year()?, month), last + 1))
}

fn end_at(tokens: &[Token], at: usize) -> Option<(End, usize)> {
    if let Some((date, next)) = date_at(tokens, past(tokens, at, &["("])) {
        return Some((End::Date(date), next));
    }
    let is_present = |token: &Token| {
        token.is(PRESENT)
            || PRESENT_STEMS
                .iter()
                .any(|stem| token.text.starts_with(stem))
    };
    let Some(near) = (at..at + 3).find(|i| tokens.get(*i).is_some_and(is_present)) else {
        let bare = tokens.get(at).is_some_and(|token| token.is(OPEN_ENDS));
        let last = tokens.get(at + 1).is_none_or(|next| next.is(&[")"]));
        return (bare && last).then_some((End::Present, at + 1));
    };
    let clear = tokens
        .get(at..near)?
        .iter()
        .all(|token| token.is_filler() || token.is_between() || token.is(BEFORE_PRESENT));
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

/// A date at a token, and the token after it.
fn date_at(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let skip = (at..at + 3).find(|i| tokens.get(*i).is_none_or(|token| !token.is_filler()))?;
    word_date(tokens, skip)
        .or_else(|| season(tokens, skip))
        .or_else(|| character_date(tokens, skip))
        .or_else(|| day_date(tokens, skip))
        .or_else(|| number_date(tokens, skip))
        .or_else(|| year_at(tokens, skip))
}

/// "Jul 2021", "juil. de 2021", "Jul. 3, 2021", "3 July 2021", "22nd Oct, 2012", "Jul'21".
fn word_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let mut at = at;
    if tokens.get(at)?.day() {
        at += 1;
        at += usize::from(tokens.get(at)?.is_ordinal());
        at += usize::from(tokens.get(at)?.is_filler());
    }
    let month = tokens.get(at)?.month_word()?;
    let (year, next) = (at + 1..at + 6).find_map(|i| Some((i, whole_year(tokens, i)?)))?;
    let clear = tokens.get(at + 1..year)?.iter().all(|token| {
        token.is_filler() || token.is_ordinal() || token.is(&[",", "/", "-"]) || token.day()
    });
    clear.then_some((YearMonth::month(next.0, month), next.1))
}

/// "2021", or "'21".
fn whole_year(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let first = tokens.get(at)?;
    if let Some(year) = first.year() {
        return Some((year, at + 1));
    }
    let last = tokens.get(at + 1)?;
    let ends = tokens
        .get(at + 2)
        .is_none_or(|next| !last.touches(next) || next.is_between() || next.is(&[")", ","]));
    let short = first.is_apostrophe() && first.touches(last) && ends;
    short.then(|| Some((last.short_year()?, at + 2)))?
}

/// "Summer 2019", "Q3 2020", "2020 Q3", "3. Quartal 2020": the year.
fn season(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let first = tokens.get(at)?;
    let quarter = |i: usize| {
        let number = |i: usize| {
            tokens
                .get(i)
                .is_some_and(|token| token.is(&["1", "2", "3", "4"]))
        };
        let word = |i: usize| tokens.get(i).is_some_and(|token| token.is(QUARTERS));
        if word(i) && number(i + 1) {
            return Some(i + 2);
        }
        let named = past(tokens, i + 1, &[".", "º"]);
        (number(i) && word(named)).then_some(named + 1)
    };
    if let Some(year) = first.year() {
        return Some((YearMonth::year(year), quarter(at + 1)?));
    }
    let next = if first.is_season() {
        at + 1
    } else {
        quarter(at)?
    };
    let next = past(tokens, next, &[",", "/", "de", "of", "-"]);
    let (year, after) = whole_year(tokens, next)?;
    Some((YearMonth::year(year), after))
}

/// "2021年7月", "2021년 7월 1일", "令和3年7月".
fn character_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let first = tokens.get(at)?;
    let era = ERAS.iter().find(|(era, _)| first.text == *era);
    let number = at + usize::from(era.is_some());
    let year = match era {
        Some((_, before)) => match tokens.get(number)? {
            token if token.text == "元" => before + 1,
            token => before + token.number().filter(|year| (1..100).contains(year))?,
        },
        None => first.year()?,
    };
    let sign = |i: usize, signs: &[&str]| tokens.get(i).is_some_and(|token| token.is(signs));
    if !sign(number + 1, &["年", "년"]) {
        return None;
    }
    let month = tokens.get(number + 2).and_then(Token::month_number);
    let Some(month) = month.filter(|_| sign(number + 3, &["月", "월"])) else {
        return Some((YearMonth::year(year), number + 2));
    };
    let day = tokens.get(number + 4).is_some_and(Token::day) && sign(number + 5, &["日", "일"]);
    let next = number + 4 + if day { 2 } else { 0 };
    Some((YearMonth::month(year, month), next))
}

/// "2020-03-01", "2020.03.01", "01.03.2020", "31/05/2021". Where day and month cannot be told
/// apart, only the year is kept.
fn day_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let [first, sign, middle, again, last] = tokens.get(at..at + 5)? else {
        return None;
    };
    let tight =
        first.touches(sign) && sign.touches(middle) && middle.touches(again) && again.touches(last);
    if !tight || sign.text != again.text || !sign.is(&["/", ".", "-"]) {
        return None;
    }
    if let Some(year) = first.year() {
        let month = middle.month_number().filter(|_| last.day())?;
        return Some((YearMonth::month(year, month), at + 5));
    }
    let year = last.year().filter(|_| first.day() && middle.day())?;
    let month = match order(tokens, at, &sign.text) {
        Order::DayFirst => middle.month_number()?,
        Order::MonthFirst => first.month_number()?,
        Order::Unknown if first.text == middle.text => first.month_number()?,
        Order::Unknown => return Some((YearMonth::year(year), at + 5)),
    };
    Some((YearMonth::month(year, month), at + 5))
}

/// Which of two numbers before a year is the month.
enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// With dots the day is first; elsewhere a number over 12, here or in the other date of the
/// range, says which is the day.
fn order(tokens: &[Token], at: usize, sign: &str) -> Order {
    if sign == "." {
        return Order::DayFirst;
    }
    let near = tokens.get(at.saturating_sub(8)..).unwrap_or_default();
    let number = |token: &Token| token.number().filter(|_| token.text.len() <= 2);
    let pairs = near.windows(5).take(16).filter_map(|window| match window {
        [first, one, middle, two, year]
            if one.text == sign && two.text == sign && year.year().is_some() =>
        {
            number(first).zip(number(middle))
        }
        _ => None,
    });
    let mut pairs = pairs.map(|(a, b)| (a > 12, b > 12));
    pairs
        .find_map(|pair| match pair {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        })
        .unwrap_or(Order::Unknown)
}

/// "07/2021", "07.2021", "2021-07", "2021/07", "2021.07", "2021. 7.", "03 / 2019".
fn number_date(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let (first, sign, last) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    if !sign.is(&["/", ".", "-"]) {
        return None;
    }
    let tight = first.touches(sign) && sign.touches(last);
    let spaced = sign.is(&["/"]) && !first.touches(sign) && !sign.touches(last);
    if let (Some(month), Some(year), true) = (first.month_number(), last.year(), tight || spaced) {
        return Some((YearMonth::month(year, month), at + 3));
    }
    let (year, month) = (first.year()?, last.month_number()?);
    let dotted = sign.is(&["."]) && tokens.get(at + 3).is_some_and(|token| token.is(&["."]));
    (tight || dotted).then_some((YearMonth::month(year, month), at + 3))
}

/// A year alone.
fn year_at(tokens: &[Token], at: usize) -> Option<(YearMonth, usize)> {
    let (year, next) = whole_year(tokens, at)?;
    let last = tokens.get(next.checked_sub(1)?)?;
    let closed = tokens
        .get(next)
        .is_none_or(|sign| !(sign.text == "%" || last.touches(sign) && sign.text == "+"));
    closed.then_some((YearMonth::year(year), next))
}

#[cfg(test)]
mod tests;
