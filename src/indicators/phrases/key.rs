//! Keys of words: the numbers under which the build files a phrase and the scan looks it up.
//!
//! The build compiles this very file, so both count alike. Knows bytes only.

/// The key before the first letter.
pub const EMPTY: u32 = 0x811c_9dc5;

/// How many bytes of a stem make its key; a stem is at least as long.
pub const STEM: usize = 3;

/// The key of a word with one more letter.
pub const fn with(key: u32, folded: u8) -> u32 {
    (key ^ folded as u32).wrapping_mul(0x0100_0193)
}

/// The key of a folded word.
pub const fn of(folded: &str) -> u32 {
    of_first(folded, usize::MAX)
}

/// The key of the stems with which a folded word can begin.
pub const fn of_stem(folded: &str) -> u32 {
    of_first(folded, STEM)
}

const fn of_first(folded: &str, most: usize) -> u32 {
    let (mut rest, mut left, mut key) = (folded.as_bytes(), most, EMPTY);
    while let Some((first, after)) = rest.split_first() {
        if left == 0 {
            break;
        }
        (key, rest, left) = (with(key, *first), after, left - 1);
    }
    key
}

/// What is compared of a key beside the place where it is filed.
pub const fn tag(key: u32) -> u16 {
    (key >> 16) as u16
}
