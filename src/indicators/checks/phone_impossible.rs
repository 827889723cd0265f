//! A phone number that no numbering plan can assign, or a filler.

use crate::indicators::tools::{found, sources, span};
use crate::indicators::Finding;
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
    let digits: Vec<u8> = shown.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
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
    let [a, b, c, d, e, f, g, h, _, _] = own else {
        return false;
    };
    let area = *a >= 2 && *b != 9 && (*b, *c) != (1, 1);
    let exchange = *d >= 2 && (*e, *f) != (1, 1);
    let fiction = [*d, *e, *f, *g, *h] == [5, 5, 5, 0, 1];
    area && exchange && !fiction
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
