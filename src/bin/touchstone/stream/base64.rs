//! Base64 with its padding, RFC 4648 section 4: how a file stands in a line of JSON.

/// The bytes of a text; absent where it is not Base64. Line ends inside are passed over.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let mut out = Vec::with_capacity(digits.len() / 4 * 3);
    let (groups, []) = digits.as_chunks::<4>() else {
        return None;
    };
    let Some((last, groups)) = groups.split_last() else {
        return Some(out);
    };
    for group in groups {
        out.extend(whole(*group)?);
    }
    out.extend(end(*last)?);
    Some(out)
}

/// The three bytes of four digits.
fn whole(group: [u8; 4]) -> Option<[u8; 3]> {
    let mut bits = 0;
    for digit in group {
        bits = bits << 6 | value(digit)?;
    }
    let [_, bytes @ ..] = u32::to_be_bytes(bits);
    Some(bytes)
}

/// The last group, which may have one or two places that are only padding.
fn end(group: [u8; 4]) -> Option<Vec<u8>> {
    let (filled, kept) = match group {
        [a, b, b'=', b'='] => ([a, b, b'A', b'A'], 1),
        [a, b, c, b'='] => ([a, b, c, b'A'], 2),
        _ => (group, 3),
    };
    Some(whole(filled)?.into_iter().take(kept).collect())
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_standard_and_what_is_none() {
        let check = |text: &str, expect: Option<&str>| {
            let found = decode(text);
            assert_eq!(found.as_deref(), expect.map(str::as_bytes), "{text}");
        };
        check("", Some(""));
        check("Zg==", Some("f"));
        check("Zm8=", Some("fo"));
        check("Zm9v", Some("foo"));
        check("Zm9vYg==", Some("foob"));
        check("Zm9vYmE=", Some("fooba"));
        check("Zm9v\r\nYmFy\n", Some("foobar"));
        check("Zg", None);
        check("Zg=a", None);
        check("Zg==Zg==", None);
        check("====", None);
        check("Zm9-", None);
        check("Zé==", None);
    }

    #[test]
    fn every_digit_has_its_value() {
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let found: Vec<u32> = digits.bytes().filter_map(value).collect();
        assert_eq!(found, (0..64).collect::<Vec<u32>>());
    }
}
