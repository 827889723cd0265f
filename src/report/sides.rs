//! The two sides of a contradiction: what one source says, and what another one does.

use super::Quote;

/// The quotes of exactly two sources, those of each together; absent where there are fewer or
/// more. Each side keeps the order of the evidence, in which what belongs together comes in
/// turns, so that the first of the one side answers the first of the other.
pub fn sides(quotes: &[Quote]) -> Option<[Vec<&Quote>; 2]> {
    let mut sources: Vec<u32> = quotes
        .iter()
        .map(|quote| quote.source)
        .collect::<Option<_>>()?;
    sources.sort_unstable();
    sources.dedup();
    let [first, second] = *sources.as_slice() else {
        return None;
    };
    let of = |source: u32| {
        let quotes = quotes.iter();
        quotes
            .filter(|quote| quote.source == Some(source))
            .collect()
    };
    Some([of(first), of(second)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(source: Option<u32>, words: &str) -> Quote {
        Quote {
            words: words.to_owned(),
            place: "Position 1, dates".to_owned(),
            source,
            jump: None,
        }
    }

    #[test]
    fn the_words_of_two_sources_face_each_other_in_order() {
        let check = |quotes: &[(Option<u32>, &str)], expect: Option<[&[&str]; 2]>| {
            let quotes: Vec<Quote> = quotes.iter().map(|(s, words)| quote(*s, words)).collect();
            let found = sides(&quotes).map(|sides| {
                sides.map(|side| side.iter().map(|quote| quote.words.as_str()).collect())
            });
            let expect: Option<[Vec<&str>; 2]> = expect.map(|sides| sides.map(<[&str]>::to_vec));
            assert_eq!(found, expect);
        };
        check(
            &[
                (Some(1), "a1"),
                (Some(0), "a0"),
                (Some(0), "b0"),
                (Some(1), "b1"),
            ],
            Some([&["a0", "b0"], &["a1", "b1"]]),
        );
        check(&[(Some(0), "one"), (Some(0), "two")], None);
        check(&[(Some(0), "a"), (Some(1), "b"), (Some(2), "c")], None);
        check(&[(Some(0), "a"), (Some(1), "b"), (None, "ticked")], None);
        check(&[], None);
    }
}
