//! Moments as files write them.

use super::Stamp;

/// `D:YYYYMMDDHHMMSS+HH'MM'`, cut anywhere after the year (ISO 32000-2, 7.9.4).
pub(super) fn pdf(text: &str) -> Option<Stamp> {
    let digits = text.trim().trim_start_matches("D:");
    let end = digits.find(|one: char| !one.is_ascii_digit());
    let (digits, zone) = digits.split_at_checked(end.unwrap_or(digits.len()))?;
    let part = |from: usize, to: usize| digits.get(from..to);
    let mut local = part(0, 4)?.to_owned();
    for (mark, from) in [("-", 4), ("-", 6), ("T", 8), (":", 10), (":", 12)] {
        let Some(two) = part(from, from + 2) else {
            break;
        };
        local.push_str(mark);
        local.push_str(two);
    }
    Some(Stamp {
        text: text.to_owned(),
        local,
        offset: offset(zone),
    })
}

/// `YYYY-MM-DDTHH:MM:SS` with `Z`, an offset or neither (ISO 8601).
pub(super) fn iso(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !(0..4).all(digit) {
        return None;
    }
    let local = text.get(..text.len().min(19))?;
    let zone = text.get(local.len()..).unwrap_or_default();
    let zone = zone.trim_start_matches(|one: char| one == '.' || one.is_ascii_digit());
    Some(Stamp {
        text: text.to_owned(),
        local: local.trim_end_matches('Z').to_owned(),
        offset: offset(zone),
    })
}

/// Minutes from UTC of `Z`, `+01'00'`, `-05:30`.
fn offset(zone: &str) -> Option<i16> {
    let sign = match zone.chars().next()? {
        'Z' => return Some(0),
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: Vec<i16> = zone
        .chars()
        .filter_map(|one| one.to_digit(10).map(|digit| digit as i16))
        .collect();
    let (hours, minutes) = match digits.as_slice() {
        [a, b, c, d, ..] => (a * 10 + b, c * 10 + d),
        [a, b, ..] => (a * 10 + b, 0),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read() {
        let check = |found: Option<Stamp>, expect: Option<(&str, Option<i16>)>| {
            let found = found.map(|stamp| (stamp.local, stamp.offset));
            let found = found.as_ref().map(|(local, offset)| (&**local, *offset));
            assert_eq!(found, expect);
        };
        let full = "2024-01-31T12:00:09";
        check(iso("2024-01-31T12:00:09Z"), Some((full, Some(0))));
        check(
            iso("2024-01-31T12:00:09.123+05:30"),
            Some((full, Some(330))),
        );
        check(iso("2024-01-31T12:00:09"), Some((full, None)));
        check(iso("yesterday"), None);
        check(iso(""), None);
        check(pdf("D:20240131120009+01'00'"), Some((full, Some(60))));
        check(pdf("D:20240131120009-0800"), Some((full, Some(-480))));
        check(pdf("20240131120009"), Some((full, None)));
        check(pdf("D:2024"), Some(("2024", None)));
        check(pdf("D:20240131120009+99'00'"), Some((full, None)));
        check(pdf("D:x"), None);
    }
}
