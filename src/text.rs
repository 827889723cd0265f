//! Text helpers shared by readers and indicators: folding, words, names.
//!
//! Knows no field and no platform.

use crate::profile::Agreement;

/// Compares a name with the words of another writing of it; see [`Agreement`].
///
/// Lenient on purpose, since names are only ever asked for agreement: a short form agrees with
/// the word it begins, one letter may differ in longer words, and a word may stand inside a
/// longer one. Words of different scripts say nothing about each other.
///
/// ```
/// use touchstone::{profile::Agreement, text::compare_names};
/// assert_eq!(compare_names("Zoë Lindqvist", &["zoe", "lindkvist"]), Agreement::Agrees);
/// assert_eq!(compare_names("Мария Иванова", &["maria", "ivanova"]), Agreement::Unclear);
/// assert_eq!(compare_names("Tomás Arriaga", &["peter", "holm"]), Agreement::Disjoint);
/// ```
pub fn compare_names(name: &str, words: &[&str]) -> Agreement {
    let (left, right) = comparable(
        name_words(name),
        words.iter().flat_map(|word| name_words(word)).collect(),
    );
    let (short, long) = if left.len() <= right.len() {
        (&left, &right)
    } else {
        (&right, &left)
    };
    let agreeing = short
        .iter()
        .filter(|word| long.iter().any(|other| same_word(word, other)))
        .count();
    match agreeing {
        0 if short.len() >= 2 => Agreement::Disjoint,
        0 => Agreement::Unclear,
        n if n == short.len() => Agreement::Agrees,
        _ => Agreement::Partly,
    }
}

fn name_words(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words that can be compared: those in the Latin script, when a side has no others.
fn comparable(left: Vec<String>, right: Vec<String>) -> (Vec<String>, Vec<String>) {
    let latin = |word: &String| word.starts_with(|c: char| c.is_ascii_alphanumeric());
    let only = |words: Vec<String>| words.into_iter().filter(latin).collect();
    if left.iter().all(latin) || right.iter().all(latin) {
        (only(left), only(right))
    } else {
        (left, right)
    }
}

fn same_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let letters = short.chars().count();
    a == b
        || letters == 1 && long.starts_with(short)
        || letters >= 3 && long.starts_with(short)
        || letters >= 4 && (long.contains(short) || within_one(short, long))
}

/// Whether at most one letter was added, dropped or changed, or two neighbours changed places.
pub(crate) fn within_one(a: &str, b: &str) -> bool {
    // A letter has at most four bytes: most words differ in length, and need no closer look.
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(front..), b.get(front..));
    let (a, b) = (a.unwrap_or_default(), b.unwrap_or_default());
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    match (a.len() - back.min(a.len()), b.len() - back.min(b.len())) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => a.first() == b.get(1) && a.get(1) == b.first(),
        _ => false,
    }
}

/// Lower-case, with the diacritics of Latin letters removed.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if matches!(c, '\u{300}'..='\u{36f}') {
            continue; // combining marks: the letter before them stays
        }
        match fold_latin(c) {
            "" => out.push(c),
            folded => out.push_str(folded),
        }
    }
    out
}

/// The plain letters for an accented Latin letter; empty when there are none.
fn fold_latin(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    }
}

/// The words of a text, folded, with single blanks between them.
///
/// ```
/// assert_eq!(touchstone::text::plain_words("Tony-WKJ, LLC."), "tony wkj llc");
/// ```
pub fn plain_words(text: &str) -> String {
    name_words(text).join(" ")
}

/// Words of a company's name that say its legal form.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kk",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "pte",
    "pty",
    "pvt",
    "private",
    "sa",
    "sarl",
    "sas",
    "spa",
    "srl",
];

/// A company's name for comparison: folded words, without the legal form at its end.
///
/// ```
/// use touchstone::text::employer_key;
/// assert_eq!(employer_key("Ångström Möbel GmbH & Co. KG"), "angstrom mobel gmbh co kg");
/// assert_eq!(employer_key("Harbour Lane, Inc."), "harbour lane");
/// ```
pub fn employer_key(name: &str) -> String {
    let mut words = name_words(name);
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| LEGAL_FORMS.contains(&word.as_str()))
    {
        words.pop();
    }
    words.join(" ")
}
