//! The word lists of the readers: section headings, countries, noise.
//!
//! Lists live in `words/*.txt` with their sources. Everything compares folded text.

use crate::sorted::sort_by;
use crate::text::fold;
use std::sync::OnceLock;

/// What a heading announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Employment history.
    Experience,
    /// Education.
    Education,
    /// Skills.
    Skills,
    /// The text about oneself.
    About,
    /// A known section that no field is read from.
    Other,
    /// Other people or advertising: what follows is not the candidate's.
    Stop,
}

const SECTIONS: &str = include_str!("words/sections.txt");
const COUNTRIES: &str = include_str!("words/countries.txt");

/// The section that a heading announces, if it is one that is known.
pub fn section(heading: &str) -> Option<Section> {
    if heading.len() > 90 {
        return None; // headings are short, and most lines of a page are not
    }
    let heading = clean_heading(heading);
    let lists = lists();
    let first = lists
        .sections
        .partition_point(|(word, _)| *word < heading.as_str());
    if let Some((word, kind)) = lists.sections.get(first)
        && *word == heading
    {
        return Some(*kind);
    }
    let stops = |start: &&str| {
        let rest = heading.strip_prefix(*start);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    lists.stops.iter().any(stops).then_some(Section::Stop)
}

/// The lists, read once: sorted, but for the stops.
struct Lists {
    sections: Vec<(&'static str, Section)>,
    stops: Vec<&'static str>,
    countries: Vec<&'static str>,
    employment: Vec<&'static str>,
    noise: Vec<&'static str>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let sections = lines(SECTIONS).filter_map(|line| line.split_once(" = "));
        let sections = sections.filter_map(|(kind, words)| Some((kind_of(kind)?, words)));
        let words =
            sections.flat_map(|(kind, words)| words.split(" | ").map(move |word| (word, kind)));
        let (stops, mut sections): (Vec<_>, Vec<_>) =
            words.partition(|(_, kind)| *kind == Section::Stop);
        // The first list that names a word has it.
        sort_by(&mut sections, |a, b| a.0.cmp(b.0));
        let countries = lines(COUNTRIES).filter_map(|line| line.split_once(' '));
        let countries = countries.flat_map(|(_, names)| names.split(" | "));
        Lists {
            sections,
            stops: stops.into_iter().map(|(word, _)| word).collect(),
            countries: sorted(countries.collect()),
            employment: sorted(lines(EMPLOYMENT).collect()),
            noise: sorted(lines(NOISE).collect()),
        }
    })
}

fn sorted(mut words: Vec<&'static str>) -> Vec<&'static str> {
    sort_by(&mut words, Ord::cmp);
    words
}

fn has(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search_by(|known| (*known).cmp(word)).is_ok()
}

fn kind_of(word: &str) -> Option<Section> {
    Some(match word {
        "experience" => Section::Experience,
        "education" => Section::Education,
        "skills" => Section::Skills,
        "about" => Section::About,
        "other" => Section::Other,
        "stop" => Section::Stop,
        _ => return None,
    })
}

/// Folded, without numbering, counts and signs around the words.
fn clean_heading(heading: &str) -> String {
    let folded = fold(heading)
        .replace(['’', '‘'], "'")
        .replace(" and ", " & ");
    let folded = folded.split(" (").next().unwrap_or("");
    folded.trim_matches(|c: char| !c.is_alphabetic()).to_owned()
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Whether the words name a country or territory in one of the languages of the list.
pub fn is_country(words: &str) -> bool {
    let folded = fold(words).replace('’', "'");
    let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
    has(&lists().countries, folded)
}

/// Words that make a line a place, folded.
const PLACE_WORDS: &[&str] = &[
    "area",
    "region",
    "metropolitan",
    "metropolis",
    "metro",
    "county",
    "district",
    "province",
    "state",
    "greater",
    "bay",
    "township",
    "grossraum",
    "umgebung",
    "raum",
    "und umgebung",
    "kreis",
    "peripherie",
    "agglomeration",
    "agglo",
    "departement",
    "comte",
    "provincia",
    "area metropolitana",
    "regiao",
    "grande",
    "estado",
    "distrito",
    "municipio",
    "remote",
    "on-site",
    "onsite",
    "hybrid",
    "worldwide",
    "teletravail",
    "a distance",
    "sur site",
    "remoto",
    "hibrido",
    "presencial",
];

/// States and provinces as they are shortened after a city.
const STATES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS",
    "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY",
    "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV",
    "WI", "WY", "DC", "PR", "ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "NSW",
    "VIC", "QLD", "SP",
];

/// How surely a line is a place: 0 not at all, 3 it ends in a country, a state or an area word.
pub fn place_score(line: &str) -> u8 {
    if line.chars().count() > 90
        || line
            .chars()
            .any(|c| c.is_ascii_digit() || "|@/!?".contains(c))
    {
        return 0;
    }
    let parts: Vec<&str> = line
        .split([',', '·', '(', ')'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let Some(last) = parts.last() else { return 0 };
    if parts.iter().any(|part| part.split_whitespace().count() > 6) {
        return 0;
    }
    let named = parts.iter().any(|part| is_country(part)) || STATES.contains(last);
    let area = fold(line)
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| PLACE_WORDS.contains(&word));
    match (named, area, parts.len()) {
        (true, _, _) => 3,
        (_, true, _) => 2,
        (_, _, 2 | 3) => 1,
        _ => 0,
    }
}

/// Words that make a line a job title, folded beginnings.
const TITLE_STEMS: &[&str] = &[
    "engineer",
    "develop",
    "manager",
    "architect",
    "consult",
    "analyst",
    "designer",
    "intern",
    "lead",
    "director",
    "head",
    "chief",
    "ceo",
    "cto",
    "cfo",
    "founder",
    "cofounder",
    "co-founder",
    "specialist",
    "administrator",
    "assistant",
    "officer",
    "programmer",
    "scientist",
    "researcher",
    "teacher",
    "professor",
    "lecturer",
    "tutor",
    "freelanc",
    "contractor",
    "coordinator",
    "recruiter",
    "nurse",
    "accountant",
    "technician",
    "editor",
    "writer",
    "president",
    "ingenieur",
    "developpeu",
    "entwickler",
    "leiter",
    "geschaftsfuhr",
    "berater",
    "stagiaire",
    "chef",
    "responsable",
    "ingenier",
    "desarrollador",
    "desenvolvedor",
    "engenheir",
    "gerente",
    "analista",
    "consultor",
    "estagiari",
    "werkstudent",
    "praktikant",
    "volunteer",
    "member",
    "trainee",
    "apprentice",
];

/// Whether a line reads like a job title.
pub fn is_title(line: &str) -> bool {
    fold(line)
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| TITLE_STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a line of an education begins as a degree does.
pub fn is_degree_title(line: &str) -> bool {
    const DEGREES: &[&str] = &[
        "bachelor",
        "master",
        "bsc",
        "b.sc",
        "msc",
        "m.sc",
        "phd",
        "ph.d",
        "doctor",
        "diplom",
        "licence",
        "associate",
        "engineer",
    ];
    let folded = fold(line);
    DEGREES.iter().any(|degree| folded.starts_with(degree))
}

/// Whether a line names a school by its kind.
pub fn is_school(line: &str) -> bool {
    const STEMS: &[&str] = &[
        "universi",
        "college",
        "school",
        "institut",
        "academy",
        "akademi",
        "ecole",
        "hochschul",
        "politec",
        "polytech",
        "escuela",
        "faculdade",
        "facultad",
    ];
    fold(line)
        .split(|c: char| !c.is_alphabetic())
        .any(|word| STEMS.iter().any(|stem| word.starts_with(stem)) || word.ends_with("hochschule"))
}

/// Kinds of employment as platforms show them, folded.
const EMPLOYMENT: &str = include_str!("words/employment.txt");

/// Whether the words are a kind of employment.
pub fn is_employment(words: &str) -> bool {
    let folded = fold(words);
    has(&lists().employment, folded.trim())
}

/// Words that name an organisation rather than a person.
const ORGANISATION: &[&str] = &[
    "studio",
    "studios",
    "agency",
    "inc",
    "inc.",
    "ltd",
    "ltd.",
    "llc",
    "gmbh",
    "team",
    "labs",
    "lab",
    "company",
    "group",
    "corp",
    "corporation",
    "university",
    "foundation",
    "association",
    "agence",
    "sarl",
    "sas",
    "ag",
    "bv",
    "solutions",
    "technologies",
    "consulting",
    "community",
    "academy",
    "school",
];

/// Whether a name is that of an organisation.
pub fn is_organisation(name: &str) -> bool {
    fold(name)
        .split_whitespace()
        .any(|word| ORGANISATION.contains(&word.trim_matches(',')))
}

/// Words of buttons and labels that stand among the lines of an entry or a top card, folded.
const NOISE: &str = include_str!("words/noise.txt");

/// Whether a line is the button that folds a text; other short lines may be somebody's own.
pub fn is_button(line: &str) -> bool {
    const FOLDS: &[&str] = &[
        "see more",
        "see less",
        "show more",
        "show less",
        "more",
        "less",
        "voir plus",
        "voir moins",
        "afficher plus",
        "mehr anzeigen",
        "weniger anzeigen",
        "ver mas",
        "ver menos",
        "mostrar mas",
        "ver mais",
        "mostrar mais",
    ];
    let folded = fold(line);
    FOLDS.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a line is a button or a label.
pub fn is_noise(line: &str) -> bool {
    if line.len() > 90 {
        return false;
    }
    let folded = fold(line);
    let line =
        folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '…' && c != ')' && c != '#');
    let rating = line.starts_with("rating is")
        || !line.is_empty() && line.chars().all(|c| c.is_ascii_digit() || c == '.');
    rating
        || has(&lists().noise, line)
        || line.is_empty() && !folded.contains('-') && !folded.contains('#')
}

/// A value without the label that a screen reader hears before it: "Company Name Acme".
pub fn without_label(line: &str) -> &str {
    const LABELS: &[&str] = &[
        "Company Name ",
        "Total Duration ",
        "Dates Employed ",
        "Employment Duration ",
        "Location ",
        "Title ",
        "Degree Name ",
        "Field Of Study ",
        "Grade ",
        "Dates attended or expected graduation ",
    ];
    LABELS
        .iter()
        .find_map(|label| line.strip_prefix(label))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(line)
}

/// Whether a heading asks the visitor to sign in or to join: it is nobody's name.
pub fn is_invitation(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "sign in",
        "sign up",
        "log in",
        "login",
        "join ",
        "welcome",
        "create an account",
        "get started",
        "s'identifier",
        "s'inscrire",
        "inscrivez",
        "identifiez",
        "einloggen",
        "anmelden",
        "jetzt",
        "iniciar",
        "inicia ",
        "unete",
        "entrar",
        "entre para",
        "cadastre",
        "accedi",
        "iscriviti",
        "make the most",
        "verify",
        "an exact match",
    ];
    let folded = fold(line).replace('’', "'");
    STARTS.iter().any(|start| folded.starts_with(start))
}

/// Whether a line tells how far somebody is connected with the viewer: "· 2nd", "3rd degree connection".
pub fn is_degree(line: &str) -> bool {
    const MARKS: &[&str] = &[
        "1st",
        "2nd",
        "3rd",
        "3rd+",
        "1er",
        "2e",
        "3e",
        "3e et +",
        "1.",
        "2.",
        "3.",
        "1o",
        "2o",
        "3o",
        "1º",
        "2º",
        "3º",
        "3º+",
        "1st degree",
        "2nd degree",
        "3rd degree",
        "1st degree connection",
        "2nd degree connection",
        "3rd degree connection",
        "you",
        "vous",
        "sie",
        "out of network",
    ];
    const WORDED: &[&str] = &[
        "relation de ",
        "conexao de ",
        "contacto de ",
        "collegamento di ",
        "kontakt ",
    ];
    let folded = fold(line);
    let line = folded.trim_matches(|c: char| !c.is_alphanumeric() && !"+.º".contains(c));
    let worded = WORDED.iter().any(|start| line.starts_with(start));
    MARKS.contains(&line)
        || worded && line.len() < 40 && line.contains(|c: char| c.is_ascii_digit())
}

/// Whether a line only declares pronouns. They are dropped.
pub fn is_pronouns(line: &str) -> bool {
    const PRONOUNS: &[&str] = &[
        "he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "ze", "hir", "xe",
        "xem", "it", "its", "il", "elle", "iel", "lui", "er", "sie", "ihm", "el", "ella",
    ];
    let folded = fold(line);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    folded.contains('/') && words.len() >= 2 && words.iter().all(|word| PRONOUNS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_many_languages() {
        for (heading, kind) in [
            ("Experience", Section::Experience),
            ("EXPÉRIENCE PROFESSIONNELLE :", Section::Experience),
            ("03 Berufserfahrung", Section::Experience),
            ("Experiencia", Section::Experience),
            ("Formação acadêmica", Section::Education),
            ("À propos", Section::About),
            ("Skills (12)", Section::Skills),
            ("More profiles for you", Section::Stop),
            ("Honors & Awards", Section::Other),
        ] {
            assert_eq!(section(heading), Some(kind), "{heading}");
        }
        assert_eq!(section("Experienced baker"), None);
    }

    #[test]
    fn places() {
        for line in [
            "Lyon, France",
            "Berlin Area, Germany",
            "Greater Boston",
            "Toronto, ON",
            "日本",
            "São Paulo, Brasil",
        ] {
            assert!(place_score(line) >= 2, "{line}");
        }
        for line in [
            "Baker at Pain & Co",
            "I like Paris and London, and Rome",
            "500+ connections",
        ] {
            assert!(place_score(line) < 2, "{line}");
        }
    }

    #[test]
    fn lines_that_say_nothing() {
        for line in ["Contact info", "·", "Company Name"] {
            assert!(is_noise(line), "{line}");
        }
        assert!(!is_noise("--"));
        assert!(is_degree("· 2nd") && is_pronouns("(She/Her)") && !is_pronouns("He/Art"));
    }
}
