//! Finds bytes eight at a time: most of a page is text and attribute values in which nothing happens.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Where from `from` on the first of the wanted bytes, three at most, stands, or the end.
pub(super) fn find<const N: usize>(bytes: &[u8], from: usize, wanted: [u8; N]) -> usize {
    const { assert!(0 < N && N <= 3, "one to three bytes") };
    let rest = bytes.get(from..).unwrap_or_default();
    let (words, tail) = rest.as_chunks::<8>();
    // Three by name and no list: what is made small has its loops not unrolled, and one in here took a sixth of the
    // time of a page.
    let eightfold = |at| ONES * u64::from(*wanted.get(at).or(wanted.first()).unwrap_or(&0));
    let (a, b, c) = (eightfold(0), eightfold(1), eightfold(2));
    let mut at = from;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // The top bit of each byte that is wanted; bits above the lowest one may be wrong.
        let hits = (zeros(word ^ a) | zeros(word ^ b) | zeros(word ^ c)) & TOPS;
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

/// In the top bits, which bytes are zero.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word
}
