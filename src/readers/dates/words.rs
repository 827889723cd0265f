//! The words of dates, folded, in the languages of the readers.

/// Month words, folded: the name or its first letters as written in English, French, German,
/// Spanish, Portuguese, Italian and Dutch.
pub(super) const MONTHS: [(u8, &[&str]); 12] = [
    (
        1,
        &[
            "jan", "janv", "january", "janvier", "januar", "enero", "ene", "janeiro", "gennaio",
            "gen", "januari", "janner",
        ],
    ),
    (
        2,
        &[
            "feb",
            "febr",
            "fev",
            "fevr",
            "february",
            "fevrier",
            "februar",
            "febrero",
            "fevereiro",
            "febbraio",
            "februari",
        ],
    ),
    (
        3,
        &[
            "mar", "march", "mars", "marz", "maerz", "mrz", "marzo", "marco", "maart", "mrt",
        ],
    ),
    (
        4,
        &["apr", "april", "avr", "avril", "abr", "abril", "aprile"],
    ),
    (5, &["may", "mai", "mayo", "maio", "maggio", "mag", "mei"]),
    (
        6,
        &[
            "jun", "june", "juin", "juni", "junio", "junho", "giugno", "giu",
        ],
    ),
    (
        7,
        &[
            "jul", "july", "juil", "juillet", "juli", "julio", "julho", "luglio", "lug",
        ],
    ),
    (8, &["aug", "august", "aout", "ago", "agosto", "augustus"]),
    (
        9,
        &[
            "sep",
            "sept",
            "september",
            "septembre",
            "septiembre",
            "setiembre",
            "setembro",
            "set",
            "settembre",
        ],
    ),
    (
        10,
        &[
            "oct", "october", "octobre", "okt", "oktober", "octubre", "outubro", "out", "ottobre",
            "ott",
        ],
    ),
    (
        11,
        &["nov", "november", "novembre", "noviembre", "novembro"],
    ),
    (
        12,
        &[
            "dec",
            "december",
            "decembre",
            "dez",
            "dezember",
            "dic",
            "diciembre",
            "dezembro",
            "dicembre",
        ],
    ),
];

/// Words for an end that has not come.
pub(super) const PRESENT: &[&str] = &[
    "present",
    "presently",
    "now",
    "current",
    "currently",
    "today",
    "ongoing",
    "continuing",
    "date",
    "aujourd",
    "aujourdhui",
    "maintenant",
    "actuel",
    "actuellement",
    "cours",
    "jour",
    "heute",
    "jetzt",
    "aktuell",
    "gegenwart",
    "laufend",
    "andauernd",
    "actualidad",
    "presente",
    "actual",
    "actualmente",
    "hoy",
    "momento",
    "fecha",
    "curso",
    "atual",
    "atualmente",
    "hoje",
    "data",
    "oggi",
    "attuale",
    "corso",
    "heden",
    "nu",
    "moment",
    "今",
];

/// Beginnings of such words in scripts that set no blanks.
pub(super) const PRESENT_STEMS: &[&str] = &[
    "現在", "现在", "至今", "目前", "現職", "在職", "在职", "현재", "재직",
];

/// Words that say both "until" and "now".
pub(super) const UNTIL_NOW: &[&str] = &["至今", "至現在", "至现在", "到现在", "到今"];

/// Words that may stand before the word for the present.
pub(super) const BEFORE_PRESENT: &[&str] = &["ce", "la", "en", "in", "the", "still", "till", "("];

/// Words that are an end when nothing follows: "Oct 2014 - Till".
pub(super) const OPEN_ENDS: &[&str] = &["till", "til", "until"];

/// Words and signs between the two dates.
pub(super) const BETWEEN: &[&str] = &[
    "-", "–", "—", "‑", "―", "−", "‐", "~", "〜", "～", "∼", "to", "until", "till", "thru",
    "through", "a", "au", "bis", "ate", "hasta", "al", "tot", "→", "至", "到", "から", "より",
    "부터",
];

/// Words before an open beginning.
pub(super) const SINCE: &[&str] = &[
    "since", "depuis", "seit", "desde", "dal", "sinds", "starting", "from", "vanaf", "ab", "自",
    "从", "從",
];

/// Words that may stand inside a date or before it without changing it.
pub(super) const FILLER: &[&str] = &[
    "of", "de", "del", "d", "du", "von", "le", "the", "l", "el", "o", "em",
];

/// What makes a number the number of a day.
pub(super) const ORDINAL: &[&str] = &["st", "nd", "rd", "th", "er", "º", "ª", "°", "."];

/// Seasons. Of them only the year is kept: no two people mean the same months.
pub(super) const SEASONS: &[&str] = &[
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
    "printemps",
    "ete",
    "automne",
    "hiver",
    "fruhjahr",
    "fruhling",
    "sommer",
    "herbst",
    "primavera",
    "verano",
    "otono",
    "invierno",
    "verao",
    "outono",
    "inverno",
];

/// Words for a quarter of a year, with its number before or after.
pub(super) const QUARTERS: &[&str] = &["q", "t", "quartal", "trimestre", "trim"];

/// Eras of the Japanese calendar, and the year before their first.
pub(super) const ERAS: &[(&str, i16)] = &[("令和", 2018), ("平成", 1988), ("昭和", 1925)];

/// Units of a duration.
pub(super) const UNITS: &[&str] = &[
    "yr", "yrs", "year", "years", "mo", "mos", "month", "months", "an", "ans", "annee", "annees",
    "mois", "jahr", "jahre", "jahren", "monat", "monate", "monaten", "ano", "anos", "mes", "meses",
    "anno", "anni", "mese", "mesi", "jaar", "maand", "maanden", "y", "m", "年", "年間", "月", "个",
    "個", "ヶ", "か", "カ", "년", "월", "개",
];

/// What may stand between them.
pub(super) const JOINTS: &[&str] = &[
    "(", ")", "·", ",", "+", "and", "et", "und", "y", "e", "en", "less", "than", "a", "間",
];
