//! Finds bytes eight at a time: most of a page is text and attribute values in which nothing happens.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Where from `from` on the first of the wanted bytes stands, or the end.
pub(super) fn find<const N: usize>(bytes: &[u8], from: usize, wanted: [u8; N]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let (words, tail) = rest.as_chunks::<8>();
    let mut at = from;
    for word in words {
        let hits = hits(u64::from_le_bytes(*word), wanted);
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at + tail
        .iter()
        .position(|b| wanted.contains(b))
        .unwrap_or(tail.len())
}

/// The top bit of each byte that is wanted; bits above the lowest one may be wrong.
fn hits<const N: usize>(word: u64, wanted: [u8; N]) -> u64 {
    let mut hits = 0;
    for byte in wanted {
        let zero_where_equal = word ^ (ONES * u64::from(byte));
        hits |= zero_where_equal.wrapping_sub(ONES) & !zero_where_equal;
    }
    hits & TOPS
}
