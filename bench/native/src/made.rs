//! Made-up words, phrases and texts: the same on every machine.

/// How many phrases the sets of made-up phrases have.
pub const COUNTS: [usize; 5] = [1, 10, 100, 400, 1000];

/// A text has a phrase in so many words.
const ONE_IN: u64 = 150;

const SMALL: &str = "the of and to in a is for on with as by at from or an be are it that which this was not have has we our my you your";
const STARTS: &str = "b br c ch d f fl g gr h k l m n p pl qu r s sh st t tr v w";
const MIDDLES: &str = "a e i o u ai ea ou";
const ENDS: &str = "l ll m n nd ng r rd rn s st t x ble dle ment ing er";

/// A xorshift generator.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }

    pub fn pick<'a>(&mut self, items: &'a [impl AsRef<str>]) -> &'a str {
        items[self.below(items.len() as u64) as usize].as_ref()
    }
}

/// 3,000 words of one to three syllables: about as many as the writing of one trade has.
pub fn words() -> Vec<String> {
    let [starts, middles, ends] = [STARTS, MIDDLES, ENDS].map(|list| list.split(' ').collect::<Vec<_>>());
    let mut random = Random::new(1);
    let mut out = Vec::new();
    while out.len() < 3000 {
        let mut word = String::new();
        for _ in 0..=random.below(3) {
            word += random.pick(&starts);
            word += random.pick(&middles);
        }
        word += random.pick(&ends);
        if word.len() > 2 && !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

/// The first `count` of all phrases: two to four words, sometimes with a small one between.
pub fn phrases(count: usize) -> Vec<String> {
    let (words, small) = (words(), SMALL.split(' ').collect::<Vec<_>>());
    let mut random = Random::new(2);
    let mut out: Vec<String> = Vec::new();
    while out.len() < count {
        let mut phrase = random.pick(&words).to_owned();
        for _ in 0..=random.below(2) {
            if random.below(4) == 0 {
                phrase = format!("{phrase} {}", random.pick(&small));
            }
            phrase = format!("{phrase} {}", random.pick(&words));
        }
        if !out.contains(&phrase) {
            out.push(phrase);
        }
    }
    out
}

/// Sentences of about `bytes` bytes, in which now and then one of the phrases stands.
pub fn text(bytes: usize, phrases: &[String]) -> String {
    let (words, small) = (words(), SMALL.split(' ').collect::<Vec<_>>());
    let mut random = Random::new(3);
    let mut out = String::with_capacity(bytes + 64);
    let mut left = 0;
    while out.len() < bytes {
        let word = match random.below(ONE_IN) {
            0 if left > 4 => random.pick(phrases),
            n if n % 5 < 2 => random.pick(&small),
            _ => random.pick(&words),
        };
        if left == 0 {
            out.push_str(&word[..1].to_uppercase());
            out.push_str(&word[1..]);
            left = 8 + random.below(12);
        } else {
            out.push_str(word);
            left -= 1;
        }
        out.push_str(match (left, random.below(12)) {
            (0, 0) => ".\n",
            (0, _) => ". ",
            (_, 0) => ", ",
            _ => " ",
        });
    }
    out
}
