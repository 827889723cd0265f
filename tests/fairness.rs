//! The counterfactual gate: the same details under another origin have the same level and points.
//!
//! Every sample of one source is shown on a page of `GitHub`, a page of `LinkedIn` and a résumé, as whole
//! pages through the real readers, and its person is swapped consistently: name (many naming
//! cultures, both orders, diacritics, one word, its own script), address, account, e-mail, provider,
//! phone, school and its years, city and clock, language of the page, pronouns. Metadata of
//! files joins when files are read.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    clippy::format_collect
)]

#[path = "firing/pages.rs"]
mod pages;

use pages::Source;
use toml::{Table, Value};
use touchstone::indicators::{assess, list, stage};
use touchstone::profile::{Case, Date};
use touchstone::readers::{Gate, read, read_paper};
use touchstone::report::{Level, Points};

/// A person: all that may be swapped.
struct Person {
    name: &'static str,
    /// The account and the local part of the address, in letters.
    account: &'static str,
    provider: &'static str,
    phone: &'static str,
    city: &'static str,
    offset: i64,
    school: &'static str,
    /// Before any story begins: more years claimed than the own history holds is a line of its own.
    years: (&'static str, &'static str),
    lang: &'static str,
    pronouns: &'static str,
}

macro_rules! people {
    ($(($name:literal, $account:literal, $provider:literal, $phone:literal, $city:literal, $offset:literal, $school:literal, $start:literal, $end:literal, $lang:literal, $pronouns:literal),)*) => {
        &[$(Person { name: $name, account: $account, provider: $provider, phone: $phone, city: $city, offset: $offset, school: $school,
            years: ($start, $end), lang: $lang, pronouns: $pronouns },)*]
    };
}

/// All invented. Names that hold words of the list ("Lucky", "Dev", "Bright") are here on purpose.
const PEOPLE: &[Person] = people![
    (
        "Claire Whitcombe",
        "clairewhitcombe",
        "gmail.com",
        "+44 20 7946 0958",
        "London, United Kingdom",
        0,
        "Harrowgate College",
        "1984",
        "1988",
        "en",
        "she/her"
    ),
    (
        "Whitcombe Claire",
        "whitcombeclaire",
        "proton.me",
        "+44 20 7946 0958",
        "London, United Kingdom",
        0,
        "Harrowgate College",
        "1991",
        "1995",
        "en",
        "they/them"
    ),
    (
        "Lucky Adeyemi",
        "luckyadeyemi",
        "yahoo.com",
        "+234 1 555 0123",
        "Lagos, Nigeria",
        60,
        "Ikoyi Polytechnic",
        "1998",
        "2002",
        "en",
        "he/him"
    ),
    (
        "Devendra Kulkarni",
        "devendrakulkarni",
        "rediffmail.com",
        "+91 22 5550 1234",
        "Pune, India",
        330,
        "Deccan Institute",
        "1984",
        "1988",
        "en",
        "he/him"
    ),
    (
        "Bright Mensah",
        "brightmensah",
        "gmail.com",
        "+233 30 255 0123",
        "Accra, Ghana",
        0,
        "Legon Technical",
        "1991",
        "1995",
        "en",
        "he/him"
    ),
    (
        "陳美玲",
        "chenmeiling",
        "qq.com",
        "+886 2 5550 1234",
        "Taipei, Taiwan",
        480,
        "Songshan College",
        "1998",
        "2002",
        "zh-TW",
        "she/her"
    ),
    (
        "Nguyễn Thị Hạnh",
        "nguyenthihanh",
        "gmail.com",
        "+84 24 5550 1234",
        "Hanoi, Vietnam",
        420,
        "Ba Dinh Institute",
        "1984",
        "1988",
        "vi",
        "she/her"
    ),
    (
        "Ольга Ковальчук",
        "olhakovalchuk",
        "ukr.net",
        "+380 44 555 0123",
        "Kyiv, Ukraine",
        120,
        "Podil Institute",
        "1991",
        "1995",
        "uk",
        "she/her"
    ),
    (
        "فاطمة الزهراني",
        "fatimaalzahrani",
        "hotmail.com",
        "+20 2 5550 1234",
        "Cairo, Egypt",
        120,
        "Nile College",
        "1998",
        "2002",
        "ar",
        "she/her"
    ),
    (
        "María José Fernández Ruiz",
        "mariajosefernandez",
        "outlook.es",
        "+57 1 555 0123",
        "Bogota, Colombia",
        -300,
        "Colegio Norte",
        "1984",
        "1988",
        "es",
        "she/her"
    ),
    (
        "Kim Seo-yeon",
        "kimseoyeon",
        "naver.com",
        "+82 2 555 0123",
        "Seoul, South Korea",
        540,
        "Mapo Institute",
        "1991",
        "1995",
        "ko",
        "she/her"
    ),
    (
        "김서연",
        "kimseoyeon",
        "naver.com",
        "+82 2 555 0123",
        "Seoul, South Korea",
        540,
        "Mapo Institute",
        "1998",
        "2002",
        "ko",
        "she/her"
    ),
    (
        "Siti Nurhaliza binti Rahman",
        "sitinurhaliza",
        "yahoo.com.my",
        "+60 3 5550 1234",
        "Kuala Lumpur, Malaysia",
        480,
        "Bangsar College",
        "1984",
        "1988",
        "ms",
        "she/her"
    ),
    (
        "Suharto Wibowo",
        "suhartowibowo",
        "gmail.com",
        "+62 21 5550 123",
        "Jakarta, Indonesia",
        420,
        "Menteng Institute",
        "1991",
        "1995",
        "id",
        "he/him"
    ),
    (
        "Jürgen Groß-Müller",
        "juergengross",
        "web.de",
        "+49 30 5550 123",
        "Berlin, Germany",
        60,
        "Havel Akademie",
        "1998",
        "2002",
        "de",
        "he/him"
    ),
    (
        "Thor Einarsdóttir",
        "thoreinarsdottir",
        "simnet.is",
        "+354 555 0123",
        "Reykjavik, Iceland",
        0,
        "Esja School",
        "1984",
        "1988",
        "is",
        "they/them"
    ),
    (
        "田中 美咲",
        "tanakamisaki",
        "docomo.ne.jp",
        "+81 3 5550 1234",
        "Tokyo, Japan",
        540,
        "Yanaka College",
        "1991",
        "1995",
        "ja",
        "she/her"
    ),
    (
        "Jan van der Berg",
        "janvanderberg",
        "ziggo.nl",
        "+31 20 555 0123",
        "Amsterdam, Netherlands",
        60,
        "Amstel School",
        "1998",
        "2002",
        "nl",
        "he/him"
    ),
    (
        "Noor al-Hashimi",
        "nooralhashimi",
        "gmail.com",
        "+962 6 555 0123",
        "Amman, Jordan",
        180,
        "Jabal College",
        "1984",
        "1988",
        "ar",
        "she/her"
    ),
    (
        "Anjali",
        "anjalianjali",
        "gmail.com",
        "+91 44 5550 1234",
        "Chennai, India",
        330,
        "Marina College",
        "1991",
        "1995",
        "en",
        "she/her"
    ),
];

/// What a sample says beside the person.
const PERSONAL: &[&str] = &[
    "name",
    "url",
    "handles",
    "emails",
    "phones",
    "location",
    "local_time",
    "education",
    "platform",
    "widgets",
    "links",
    "writers",
];

/// Their details are themselves names, which belong to the person that is swapped: agreement
/// between two writings of a name is the subject of tests/indicators/fairness.rs.
const OF_NAMES: &[&str] = &[
    "identity/file-written-under-another-name",
    "identity/introduces-other-name",
    "identity/one-other-name",
];

/// What the samples of one source say, without persons, and the day.
fn bodies() -> Vec<(String, Table, Date)> {
    let mut out = Vec::new();
    for indicator in list().iter().filter(|one| stage(one.id).is_none()) {
        if OF_NAMES.contains(&indicator.id) {
            continue;
        }
        let text =
            std::fs::read_to_string(format!("src/indicators/{}.toml", indicator.id)).unwrap();
        let file: Table = toml::from_str(&text).unwrap();
        let samples = ["fires", "silent"]
            .iter()
            .flat_map(|key| file[*key].as_array().unwrap());
        for sample in samples {
            let sources = sample["sources"].as_array().unwrap();
            let mut body = sources[0].as_table().unwrap().clone();
            body.retain(|key, _| !PERSONAL.contains(&key));
            if sources.len() == 1 && !body.is_empty() {
                let today = sample
                    .get("today")
                    .and_then(Value::as_str)
                    .unwrap_or("2026-11-24");
                out.push((indicator.id.to_owned(), body, Date::parse(today).unwrap()));
            }
        }
    }
    out
}

/// A body as a source of a person on a platform.
fn row(person: &Person, body: &Table, platform: &str) -> Table {
    let mut row = body.clone();
    let text = |text: &str| Value::String(text.to_owned());
    let account = person.account;
    row.insert("platform".to_owned(), text(platform));
    row.insert("name".to_owned(), text(person.name));
    row.insert("location".to_owned(), text(person.city));
    // the person wrote the file
    row.insert(
        "writers".to_owned(),
        Value::Array(vec![text(person.name), text(person.account)]),
    );
    row.insert(
        "emails".to_owned(),
        Value::Array(vec![text(&format!("{account}@{}", person.provider))]),
    );
    row.insert("phones".to_owned(), Value::Array(vec![text(person.phone)]));
    let mut clock = Table::new();
    clock.insert("offset".to_owned(), Value::Integer(person.offset));
    row.insert("local_time".to_owned(), Value::Table(clock));
    let mut school = Table::new();
    school.insert("school".to_owned(), text(person.school));
    school.insert("start".to_owned(), text(person.years.0));
    school.insert("end".to_owned(), text(person.years.1));
    row.insert(
        "education".to_owned(),
        Value::Array(vec![Value::Table(school)]),
    );
    let mut own = Table::new();
    own.insert("platform".to_owned(), text(platform));
    own.insert("name".to_owned(), text(account));
    own.insert("own".to_owned(), Value::Boolean(true));
    row.insert("handles".to_owned(), Value::Array(vec![Value::Table(own)]));
    row
}

type Verdict = (Level, Points, Vec<(String, Points)>);

fn verdict(person: &Person, body: &Table, platform: &str, today: Date) -> Verdict {
    let profile = match pages::source(&row(person, body, platform)) {
        Source::File(paper) => read_paper(&paper),
        Source::Page(url, html) => {
            let html = html.replacen("lang=\"en\"", &format!("lang=\"{}\"", person.lang), 1);
            let said = format!(
                "<span itemprop=\"pronouns\"> · {}</span></span></h1>",
                person.pronouns
            );
            let reading = read(&url, &html.replacen("</span></h1>", &said, 1));
            assert_eq!(reading.gate, Gate::Person, "{}", person.name);
            reading.profile
        }
    };
    let found = assess(
        &Case {
            sources: vec![profile],
        },
        today,
    );
    let lines = found.hits.into_iter().chain(found.for_the_person);
    let mut lines: Vec<_> = lines.map(|hit| (hit.id, hit.bits)).collect();
    lines.sort();
    (found.level, found.bits, lines)
}

#[test]
fn the_same_details_under_another_origin_have_the_same_level_and_points() {
    let mut profiles = 0;
    let mut wrong = Vec::new();
    for (id, body, today) in bodies() {
        for platform in ["github", "linkedin", "resume"] {
            profiles += 1;
            let expected = verdict(&PEOPLE[0], &body, platform, today);
            for person in &PEOPLE[1..] {
                let got = verdict(person, &body, platform, today);
                if got != expected {
                    wrong.push(format!(
                        "{id} on {platform}, {}:\n  {expected:?}\n  {got:?}\n  {body:?}",
                        person.name
                    ));
                }
            }
        }
    }
    assert!(profiles >= 200, "only {profiles} profiles");
    assert!(
        wrong.is_empty(),
        "{} of them differ:\n{}",
        wrong.len(),
        wrong
            .iter()
            .take(12)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
}

/// Names that do not match, honestly: none of these people stands out by that alone.
#[test]
fn honest_mismatches_of_names_stand_out_nowhere() {
    let text = std::fs::read_to_string("tests/data/honest-mismatches.tsv").unwrap();
    let rows: Vec<&str> = text.lines().filter(|row| !row.starts_with('#')).collect();
    assert!(rows.len() >= 60, "only {}", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, other, slug, mail, account, why] = cells[..] else {
            panic!("six cells: {row}");
        };
        let story = r#"about = "I write about maps, and keep the tools of a small harbour club running since many years.""#;
        let page = format!(
            "platform = \"linkedin\"\nname = \"{name}\"\nurl = \"https://www.linkedin.com/in/{slug}\"\nemails = [\"{mail}\"]\n{story}"
        );
        let code = format!(
            "platform = \"github\"\nname = \"{name}\"\nurl = \"https://github.com/{account}\"\nemails = [\"{mail}\"]\n{story}\n\
             handles = [{{ platform = \"github\", name = \"{account}\", own = true }}]"
        );
        let resume = format!(
            "platform = \"resume\"\nname = \"{other}\"\nemails = [\"{mail}\"]\nwriters = [\"{name}\"]\n{story}"
        );
        let sources = [page, code, resume].map(|source| {
            match pages::source(&toml::from_str(&source).unwrap()) {
                Source::Page(url, html) => read(&url, &html).profile,
                Source::File(paper) => read_paper(&paper),
            }
        });
        let today = Date::parse("2026-11-24").unwrap();
        let together = Case {
            sources: sources.to_vec(),
        };
        let alone = sources.map(|source| Case {
            sources: vec![source],
        });
        for case in alone.iter().chain([&together]) {
            let found = assess(case, today);
            if found.level > Level::NothingStoodOut {
                let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
                wrong.push(format!(
                    "{name}, {why}: {:?} {} {ids:?}",
                    found.level, found.bits
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
