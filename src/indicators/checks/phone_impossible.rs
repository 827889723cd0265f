//! A phone number that no numbering plan can assign, or a filler.

use crate::indicators::Finding;
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let wrong = profile.phones.items().iter();
        let wrong = wrong.filter(|phone| is_impossible(&phone.text));
        out.extend(wrong.map(|phone| found([span(source, phone)])));
    }
}

fn is_impossible(shown: &str) -> bool {
    let international = shown.trim_start().starts_with('+');
    let odd = |c: char| !(c.is_ascii_digit() || c.is_whitespace() || "+()-./\u{a0}".contains(c));
    let pluses = shown.matches('+').count();
    if shown.contains(odd) || pluses > 1 {
        return false; // covered, with an extension, or two numbers in one
    }
    let digits: Vec<u8> = shown
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|b| b - b'0')
        .collect();
    if international {
        is_beyond_plan(&digits) || is_filler(digits.get(2..).unwrap_or_default())
    } else {
        is_filler(&digits)
    }
}

/// E.164: at most 15 digits, and none that short; country code 1 has ten digits of its own.
fn is_beyond_plan(digits: &[u8]) -> bool {
    match digits.split_first() {
        Some((1, own)) => !is_north_american(own),
        _ => !(7..=15).contains(&digits.len()),
    }
}

/// NXX-NXX-XXXX: N from 2 to 9, no N11, no area N9X, and not 555-01XX, kept for fiction.
fn is_north_american(own: &[u8]) -> bool {
    let (Some((area, rest)), true) = (own.split_first_chunk::<3>(), own.len() == 10) else {
        return false;
    };
    let Some((exchange, line)) = rest.split_first_chunk::<3>() else {
        return false;
    };
    let code = |code: &[u8; 3]| matches!(code, [2..=9, x, y] if (*x, *y) != (1, 1));
    let fiction = *exchange == [5, 5, 5] && line.starts_with(&[0, 1]);
    code(area) && !matches!(area, [_, 9, _]) && code(exchange) && !fiction
}

/// One digit all along, or digits in counting order.
fn is_filler(digits: &[u8]) -> bool {
    let same = digits.windows(2).all(|pair| pair.first() == pair.last());
    let counting = digits.windows(2).all(|pair| match pair {
        [a, b] => *b == (*a + 1) % 10,
        _ => false,
    });
    digits.len() >= 8 && (same || counting)
}
