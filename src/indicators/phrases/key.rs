//! Keys of words: the numbers under which the build files a phrase and the scan looks it up.
//!
//! The build compiles this very file, so both count alike. A key is made of eight bytes at a time. Knows bytes only.

// Asked for every byte or word, and built for size, where nothing is inlined by itself.
#![allow(clippy::inline_always)]

/// The sum before the first letter.
pub const EMPTY: u64 = 0;

/// How many bytes of a stem make its key; a stem is at least as long.
pub const STEM: usize = 3;

/// The sum with up to eight more bytes of a folded word.
#[inline(always)]
pub const fn with(sum: u64, eight: u64) -> u64 {
    (sum ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The key of a sum.
#[inline(always)]
pub const fn of_sum(sum: u64) -> u32 {
    (sum >> 32) as u32
}

/// The first `count` of eight bytes, from 1 on.
#[inline(always)]
pub const fn first(eight: u64, count: u32) -> u64 {
    eight & (u64::MAX >> (64 - 8 * count))
}

/// Up to eight bytes as a number, the first one lowest.
pub const fn eight(bytes: &[u8]) -> u64 {
    let (mut rest, mut shift, mut eight) = (bytes, 0, 0);
    while let Some((first, after)) = rest.split_first() {
        if shift == 64 {
            break;
        }
        eight |= (*first as u64) << shift;
        (rest, shift) = (after, shift + 8);
    }
    eight
}

/// The key of a folded word.
pub const fn of(folded: &str) -> u32 {
    let (mut rest, mut sum) = (folded.as_bytes(), EMPTY);
    while !rest.is_empty() {
        sum = with(sum, eight(rest));
        rest = match rest.split_first_chunk::<8>() {
            Some((_, after)) => after,
            None => &[],
        };
    }
    of_sum(sum)
}

/// The key of the stems with which a folded word can begin.
pub const fn of_stem(folded: &str) -> u32 {
    of_first_eight(eight(folded.as_bytes()))
}

/// The same of the first eight bytes of a word.
#[inline(always)]
pub const fn of_first_eight(eight: u64) -> u32 {
    of_sum(with(EMPTY, first(eight, STEM as u32)))
}

/// The bit of a key in a filter, of which the length is a power of two: its word, and the bit there.
#[inline(always)]
pub const fn bit(key: u32, words: usize) -> (usize, u32) {
    (
        (key >> 5) as usize & words.saturating_sub(1),
        1 << (key & 31),
    )
}

/// What is compared of a key beside the place where it is filed.
pub const fn tag(key: u32) -> u16 {
    (key >> 16) as u16
}
