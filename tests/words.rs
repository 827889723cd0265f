//! Words that reach a candidate, or a paper about one: they accuse nobody, ask nobody what they
//! are or where from, and every exception is named with its reason. The lists are those of the
//! build, which refuses an indicator or a step that accuses before any test is run.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

#[path = "../build/words.rs"]
mod words;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use touchstone::indicators::{group_title, groups, list};
use touchstone::lang::Lang;
use touchstone::steps::{Access, Sector, Stage, remote_texts, steps};
use words::Never;

/// A text with where it stands: `steps/<id>/how`, `lines/<id>/question`, `interface/letter/rights`.
struct Text {
    at: String,
    words: String,
}

/// Tables of the interface that are about the product and its settings and reach no paper.
const ABOUT_THE_PRODUCT: [&str; 6] = [
    "language",
    "settings",
    "policy",
    "reads",
    "www",
    "catalogue",
];

/// Where a disability, faith or the like may be named: to offer another way, or as an innocent
/// reason. Never in a title, a reason, a question or a letter.
const OFFERS: [&str; 2] = ["/how", "/innocent"];

/// Roles may speak of health: it is the name of a sector, and patients' data are what it holds.
const SECTORS: &str = "roles/";

/// A phrase that is taken out before a text is searched: language, list, words, reason.
type Exception = (&'static str, &'static str, &'static str, &'static str);

const THINGS: &str = "an account, a page, a place of work or a thing has an age, not a person";
const OTHERS: &str = "an innocent reason that names who else may use an address, never a question";
const ALARMS: &str = "a line of the list was wrong, not a person";

#[rustfmt::skip] // a table
const EXCEPTIONS: &[Exception] = &[
    ("en", "person", "age of the account", THINGS),
    ("en", "person", "older address", THINGS),
    ("en", "person", "old page", THINGS),
    ("en", "person", "older accounts", THINGS),
    ("en", "person", "old one was lost", THINGS),
    ("en", "person", "old profile", THINGS),
    ("en", "person", "old role", THINGS),
    ("en", "person", "older company", THINGS),
    ("en", "person", "older role", THINGS),
    ("en", "person", "old one stays in old addresses", THINGS),
    ("en", "person", "old camera", THINGS),
    ("en", "person", "old accounts", THINGS),
    ("en", "person", "how old the site", THINGS),
    ("en", "person", "older copies of the page", THINGS),
    ("en", "person", "shared in a family or a firm", OTHERS),
    ("en", "person", "family account", OTHERS),
    ("en", "person", "to work or to family", OTHERS),
    ("fr", "person", "l’âge du compte", THINGS),
    ("fr", "person", "l’âge de la technologie", THINGS),
    ("fr", "person", "l’âge du site", THINGS),
    ("fr", "person", "boîte de jeunesse", THINGS),
    ("fr", "person", "vieille caméra", THINGS),
    ("fr", "person", "en famille ou dans une entreprise", OTHERS),
    ("fr", "person", "au travail ou dans la famille", OTHERS),
    ("fr", "on-screen", "fausse alerte", ALARMS),
    ("de", "person", "alter des kontos", THINGS),
    ("de", "person", "familie oder firma", OTHERS),
    ("de", "person", "in der familie oder von einer agentur", OTHERS),
    ("de", "person", "familienkonto", OTHERS),
    ("de", "person", "an die arbeit oder zur familie", OTHERS),
    ("es", "person", "una familia o una empresa", OTHERS),
    ("es", "person", "un familiar o una agencia", OTHERS),
    ("es", "person", "cuenta familiar", OTHERS),
    ("es", "person", "casa de la familia", OTHERS),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Text {
    fn new(at: String, words: &str) -> Self {
        let words = words.to_lowercase();
        Self { at, words }
    }
}

fn of_lines(lang: Lang) -> Vec<Text> {
    let mut all = Vec::new();
    for line in list() {
        let said = touchstone::indicators::texts(lang, line.id).unwrap();
        let parts = [
            ("title", said.title),
            ("why", said.why),
            ("next", said.next),
            ("question", said.question),
        ];
        let innocent = said.innocent.iter().map(|reason| ("innocent", *reason));
        for (part, words) in parts.into_iter().chain(innocent) {
            all.push(Text::new(format!("lines/{}/{part}", line.id), words));
        }
    }
    for group in groups() {
        let title = group_title(lang, group.id).unwrap();
        all.push(Text::new(format!("groups/{}", group.id), title));
    }
    all
}

fn of_steps(lang: Lang) -> Vec<Text> {
    let mut all = Vec::new();
    for step in Stage::ALL.into_iter().flat_map(steps) {
        let said = touchstone::steps::texts(lang, step.id).unwrap();
        let parts = [("title", said.title), ("how", said.how), ("why", said.why)];
        for (part, words) in parts {
            all.push(Text::new(format!("steps/{}/{part}", step.id), words));
        }
    }
    let sectors = Sector::ALL.iter().map(|sector| sector.texts(lang));
    let access = Access::ALL.iter().map(|access| access.texts(lang));
    let remote = [true, false].map(|yes| remote_texts(lang, yes));
    for said in sectors.chain(access).chain(remote) {
        let said = said.unwrap();
        all.push(Text::new(format!("roles/{}/name", said.name), said.name));
        all.push(Text::new(format!("roles/{}/why", said.name), said.why));
    }
    all
}

/// All texts of a table, without what is filled in.
fn of_table(at: &str, value: &toml::Value, all: &mut Vec<Text>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                of_table(&format!("{at}/{key}"), value, all);
            }
        }
        value => {
            let pieces = value.as_str().unwrap().split('{');
            let outside = pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
            let words: Vec<&str> = outside.collect();
            all.push(Text::new(at.to_owned(), &words.join(" … ")));
        }
    }
}

fn interface(lang: Lang) -> toml::Table {
    let path = format!("src/lang/{}/interface.toml", lang.code());
    read(path).parse().unwrap()
}

fn of_interface(lang: Lang) -> Vec<Text> {
    let mut all = Vec::new();
    for (name, table) in interface(lang) {
        if !ABOUT_THE_PRODUCT.contains(&name.as_str()) {
            of_table(&format!("interface/{name}"), &table, &mut all);
        }
    }
    all
}

/// Everything in a language that can reach a candidate or a paper about one.
fn reaching(lang: Lang) -> Vec<Text> {
    let parts = [of_lines(lang), of_steps(lang), of_interface(lang)];
    parts.into_iter().flatten().collect()
}

/// The lists of one language, and which exceptions were needed.
struct Search {
    never: Never,
    code: &'static str,
    needed: RefCell<BTreeSet<usize>>,
}

impl Search {
    fn new(lang: Lang) -> Self {
        Self {
            never: Never::read().unwrap(),
            code: lang.code(),
            needed: RefCell::default(),
        }
    }

    /// The first entry of a list that is in a text when the exceptions are taken out.
    fn found(&self, list: &str, words: &str) -> Option<String> {
        let code = Some(self.code);
        self.never.said(list, code, words)?;
        let mut rest = words.to_owned();
        for (at, (code, of, phrase, _)) in EXCEPTIONS.iter().enumerate() {
            if *code == self.code && *of == list && rest.contains(phrase) {
                rest = rest.replace(phrase, " … ");
                self.needed.borrow_mut().insert(at);
            }
        }
        self.never.said(list, code, &rest).map(str::to_owned)
    }

    /// What a text may not say where it stands.
    fn fault(&self, text: &Text) -> Option<String> {
        let mut lists = vec!["accusation", "on-screen", "person", "country"];
        let offers = OFFERS.iter().any(|part| text.at.ends_with(part));
        lists.extend((!offers).then_some("care"));
        lists.extend((!text.at.starts_with(SECTORS)).then_some("health"));
        let found = lists
            .into_iter()
            .find_map(|list| self.found(list, &text.words));
        found.map(|word| format!("{} {}: {word} in “{}”", self.code, text.at, text.words))
    }
}

#[test]
fn nothing_that_reaches_a_candidate_accuses_or_asks_what_a_person_is() {
    let (mut faults, mut needed) = (Vec::new(), BTreeSet::new());
    for lang in Lang::ALL {
        let texts = reaching(*lang);
        assert!(texts.len() > 900, "{}: {}", lang.code(), texts.len());
        let search = Search::new(*lang);
        faults.extend(texts.iter().filter_map(|text| search.fault(text)));
        needed.append(&mut search.needed.borrow_mut());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (at, exception) in EXCEPTIONS.iter().enumerate() {
        assert!(needed.contains(&at), "no longer needed: {exception:?}");
    }
}

/// The tables that papers are made of are among what is searched.
#[test]
fn the_letter_the_kit_and_the_notes_are_searched_in_every_language() {
    for lang in Lang::ALL {
        let texts = of_interface(*lang);
        for table in [
            "letter", "kit", "note", "stage", "role", "why", "level", "sentence",
        ] {
            let prefix = format!("interface/{table}/");
            let there = texts.iter().any(|text| text.at.starts_with(&prefix));
            assert!(there, "{}: {table}", lang.code());
        }
    }
}

#[test]
fn every_language_has_its_lists_and_they_find_what_they_are_for() {
    let check = |lang: Lang, at: &str, words: &str, expect: Option<&str>| {
        let text = Text::new(at.to_owned(), words);
        let fault = Search::new(lang).fault(&text);
        let word = fault.as_ref().and_then(|fault| fault.split(' ').nth(2));
        assert_eq!(word, expect, "{words}");
    };
    let why = "lines/a/b/why";
    let question = "lines/a/b/question";
    check(
        Lang::En,
        question,
        "What is your nationality?",
        Some("nationalit~"),
    );
    check(Lang::Fr, question, "Quel âge avez-vous ?", Some("âge"));
    check(
        Lang::De,
        question,
        "Sind Sie verheiratet?",
        Some("verheiratet"),
    );
    check(Lang::Es, question, "¿Está embarazada?", Some("embaraz~"));
    check(Lang::En, question, "Is it your faith?", Some("faith"));
    check(Lang::En, "lines/a/b/innocent", "Faith or care", None);
    check(Lang::Fr, "steps/a/title", "Votre santé", Some("santé"));
    check(Lang::De, "roles/Gesundheit/name", "Gesundheit", None);
    check(Lang::En, why, "A red flag.", Some("red_flag~"));
    check(Lang::Fr, why, "Un profil frauduleux.", Some("fraud~"));
    check(Lang::De, why, "Ein Anlagebetrug.", Some("~betrug~"));
    check(Lang::Es, why, "Resulta sospechoso.", Some("sospech~"));
    check(Lang::En, why, "Common in South Korea.", Some("korea~"));
    check(Lang::En, why, "A page to manage red notes and flags.", None);
    // A language without lists would find nothing.
    for lang in Lang::ALL {
        let never: toml::Table = read("build/words.toml").parse().unwrap();
        for list in ["accusation", "on-screen", "person", "health", "care"] {
            let own = never[list].get(lang.code());
            assert!(own.is_some(), "{list}: no list for {}", lang.code());
        }
    }
}

/// Files below a folder with one of the endings.
fn files(folder: &str, endings: &[&str], all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            files(path.to_str().unwrap(), endings, all);
        } else if ending.is_some_and(|ending| endings.contains(&ending)) {
            all.push(path);
        }
    }
}

/// Whatever stands in what ships, comments included, in whichever language.
#[test]
fn nothing_that_ships_accuses_or_names_the_country_of_the_cases() {
    let never = Never::read().unwrap();
    let mut paths = Vec::new();
    files("extension", &["html", "js", "json"], &mut paths);
    files("src/lang", &["toml"], &mut paths);
    files("docs/store", &["md"], &mut paths);
    paths.extend(["www/index.html", "www/practice/practice.json"].map(|path| root().join(path)));
    assert!(paths.len() > 20);
    for path in paths {
        let text = read(&path);
        for list in ["accusation", "cases"] {
            let said = never.said(list, None, &text);
            assert_eq!(said, None, "{}", path.display());
        }
    }
}

/// Nobody is shouted at.
#[test]
fn no_interface_text_has_an_exclamation_mark() {
    for lang in Lang::ALL {
        let mut all = Vec::new();
        let table = toml::Value::Table(interface(*lang));
        of_table("interface", &table, &mut all);
        for text in all {
            assert!(!text.words.contains(['!', '¡']), "{}", text.at);
        }
    }
}

/// Two apostrophes on one screen look like a mistake.
#[test]
fn each_language_has_one_apostrophe() {
    for (lang, least) in [(Lang::En, 25), (Lang::Fr, 100)] {
        let mut all = of_lines(lang);
        all.extend(of_steps(lang));
        all.extend(of_interface(lang));
        let curved = all.iter().filter(|text| text.words.contains('’'));
        assert!(curved.count() >= least, "{lang:?}");
        for text in all {
            assert!(!text.words.contains('\''), "{}: {}", text.at, text.words);
        }
    }
}

/// No sign of French punctuation stands alone at the end or the beginning of a line of a narrow panel.
#[test]
fn french_signs_stay_beside_their_words() {
    const KEPT: char = '\u{a0}';
    let mut all = of_lines(Lang::Fr);
    all.extend(of_steps(Lang::Fr));
    all.extend(of_interface(Lang::Fr));
    let at = "extension/_locales/fr/messages.json".to_owned();
    let words = read(root().join(&at));
    all.push(Text { at, words });
    let mut signs = 0;
    for text in all {
        let chars: Vec<char> = text.words.chars().collect();
        for pair in chars.windows(2) {
            let right = match pair {
                ['«', after] => *after == KEPT,
                [before, ':'] => *before != ' ',
                [before, '?' | '!' | ';' | '»'] => *before == KEPT,
                _ => continue,
            };
            assert!(right, "{}: {}", text.at, text.words);
            signs += 1;
        }
    }
    assert!(signs > 150, "only {signs} signs");
}

/// What speaks against a step is named to offer another way, and the way is named too.
#[test]
fn where_disability_or_faith_is_named_another_way_is_offered() {
    let search = Search::new(Lang::En);
    let texts = of_steps(Lang::En).into_iter();
    let named = texts.filter(|text| search.found("care", &text.words).is_some());
    let mut offered = 0;
    for text in named {
        let ways = ["way", "meeting", "provider", "notary", "another"];
        let way = ways.iter().any(|way| text.words.contains(way));
        assert!(way, "{}: {}", text.at, text.words);
        offered += 1;
    }
    assert!(offered >= 6, "only {offered} steps name it");
}
