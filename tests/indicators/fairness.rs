//! Misrepresentation, never origin: names, schools, places and mail providers are swapped,
//! consistently, and nothing may change. All people are invented.

use super::{assess, case, today};
use touchstone::report::{Level, Points};

/// A naming culture: a name, its writing in addresses, a place and its clock, a school; and
/// another writing of the name as honest people have one.
struct Culture {
    name: &'static str,
    mail: (&'static str, &'static str),
    place: &'static str,
    offset: i16,
    school: &'static str,
    other_mail: &'static str,
}

const fn culture(
    name: &'static str,
    mail: (&'static str, &'static str),
    (place, offset): (&'static str, i16),
    school: &'static str,
    other_mail: &'static str,
) -> Culture {
    Culture {
        name,
        mail,
        place,
        offset,
        school,
        other_mail,
    }
}

/// Names that hold words of the list ("Lucky", "Dev", "Guru", "Bright") are here on purpose.
const CULTURES: &[Culture] = &[
    culture(
        "Claire Whitcombe",
        ("claire", "whitcombe"),
        ("London, United Kingdom", 0),
        "Harrowgate College",
        "claire.aldous",
    ),
    culture(
        "Lucky Adeyemi",
        ("lucky", "adeyemi"),
        ("Lagos, Nigeria", 60),
        "Ikoyi Polytechnic",
        "l.adeyemi",
    ),
    culture(
        "Devendra Kulkarni",
        ("devendra", "kulkarni"),
        ("Pune, India", 330),
        "Deccan Institute",
        "devkulkarni",
    ),
    culture(
        "Guruprasad Senior",
        ("guruprasad", "senior"),
        ("Bengaluru, Karnataka, India", 330),
        "Mysore Road College",
        "guru.prasad",
    ),
    culture(
        "Bright Mensah",
        ("bright", "mensah"),
        ("Accra, Ghana", 0),
        "Legon Technical",
        "bmensah",
    ),
    culture(
        "陳美玲",
        ("meiling", "chen"),
        ("Taipei, Taiwan", 480),
        "Songshan College",
        "chen.mei.ling",
    ),
    culture(
        "Nguyễn Thị Hạnh",
        ("hanh", "nguyen"),
        ("Hanoi, Vietnam", 420),
        "Ba Dinh Institute",
        "nguyen.hanh",
    ),
    culture(
        "Ольга Ковальчук",
        ("olha", "kovalchuk"),
        ("Kyiv, Ukraine", 120),
        "Podil Institute",
        "olga.kovalchuk",
    ),
    culture(
        "فاطمة الزهراني",
        ("fatima", "alzahrani"),
        ("Cairo, Egypt", 120),
        "Nile College",
        "fatma.zahrani",
    ),
    culture(
        "María José Fernández Ruiz",
        ("mariajose", "fernandez"),
        ("Bogota, Colombia", -300),
        "Colegio Norte",
        "mj.ruiz",
    ),
    culture(
        "Kim Seo-yeon",
        ("seoyeon", "kim"),
        ("Seoul, South Korea", 540),
        "Mapo Institute",
        "kim.sy",
    ),
    culture(
        "Siti Nurhaliza binti Rahman",
        ("siti", "nurhaliza"),
        ("Kuala Lumpur, Malaysia", 480),
        "Bangsar College",
        "siti.rahman",
    ),
];

const PROVIDERS: &[&str] = &[
    "gmail.com",
    "proton.me",
    "qq.com",
    "yandex.ru",
    "own.example",
];

/// What differs between the forty profiles: eight bodies, five addresses each.
const BODIES: &[&str] = &[
    r#""headline":"Engineer at Rookery","about":"I write about maps, and keep the tools of a small harbour club running since many years.""#,
    r#""headline":"Student","about":"Computer science student who is learning to program, looking for a first internship in the spring.""#,
    r#""headline":"30 years of React""#,
    r#""headline":"Data engineer","positions":[{"employer":"Stripe","start":"2003","end":"2006","text":"Kubernetes in production"}]"#,
    r#""headline":"Senior full-stack blockchain developer","about":"I work 40+ hours a week in your time zone. Free bug fixes. 100% satisfaction.""#,
    r#""about":"I rent your verified LinkedIn account and you keep 20% of the salary. That is the whole offer, no more.""#,
    r#""positions":[{"employer":"Rookery","start":"2022-01","end":"present"},{"employer":"Pelham Tools","start":"2018-07","end":"2021-12"},{"employer":"Ostler","start":"2015-02","end":"2018-06"}]"#,
    r#""headline":"Nurse","about":"Twelve years of night shifts, and a degree in statistics from evenings. I read charts for a living.","joined":"2012""#,
];

const LOCALS: &[&str] = &[
    "{first}.{last}",
    "{last}{first}204",
    "{first}1987",
    "cedar.{last}",
    "cedardev0412",
];

fn sources(culture: &Culture, body: &str, local: &str, provider: &str) -> String {
    let (first, last) = culture.mail;
    let local = local.replace("{first}", first).replace("{last}", last);
    format!(
        r#"[{{"platform":"github","url":"https://github.com/{first}{last}","name":"{}","location":"{}",
        "local_time":{{"offset":{}}},"emails":["{local}@{provider}"],
        "handles":[{{"platform":"github","name":"{first}{last}1990","own":true}}],
        "education":[{{"school":"{}","start":"2010","end":"2014"}}],{body}}}]"#,
        culture.name, culture.place, culture.offset, culture.school
    )
}

#[test]
fn a_swap_of_origin_changes_nothing() {
    for body in BODIES {
        for local in LOCALS {
            let mut expected: Option<(Level, Points, Vec<String>)> = None;
            for culture in CULTURES {
                for provider in PROVIDERS {
                    let text = sources(culture, body, local, provider);
                    let verdict = assess(&case(&text), today());
                    let ids = verdict.hits.iter().map(|hit| hit.id.clone()).collect();
                    let got = (verdict.level, verdict.bits, ids);
                    let same = expected.get_or_insert_with(|| got.clone());
                    assert_eq!(*same, got, "{text}");
                }
            }
        }
    }
}

/// Honest people's details often do not match: a married name, another romanisation, a résumé
/// that rounds, a clock one zone off, a role left out, an old page from before a move.
#[test]
fn honest_mismatches_stand_out_nowhere() {
    for (at, culture) in CULTURES.iter().enumerate() {
        let (first, last) = culture.mail;
        let Culture {
            name,
            place,
            school,
            other_mail,
            offset,
            ..
        } = culture;
        let moved = format!(
            r#"[{{"platform":"linkedin","url":"https://www.linkedin.com/in/{first}-{last}-8a1b2c3d","name":"{name}","location":"{place}",
            "headline":"Developer, 12+ years of experience","positions":[
            {{"title":"Developer","employer":"Rookery","employment":"Full-time","start":"2021-03","end":"present","text":"Kubernetes and React since the start."}},
            {{"title":"Developer","employer":"Pelham Tools","employment":"Full-time","start":"2014-01","end":"2021-06","text":"From plain pages to React and Docker."}}]}},
            {{"platform":"resume","name":"{name}","emails":["{other_mail}@mail.example"],"positions":[
            {{"employer":"Rookery GmbH","start":"2021","end":"present"}},{{"employer":"Pelham Tools","start":"2014","end":"2020"}}],
            "education":[{{"school":"{school}","start":"2008","end":"2013"}}]}}]"#
        );
        let traveller = format!(
            r#"[{{"platform":"github","url":"https://github.com/{first}{last}","name":"{name}","location":"{place}",
            "local_time":{{"offset":{}}},"emails":["{other_mail}@mail.example","{first}{last}91@mail.example"],
            "handles":[{{"platform":"github","name":"{last}{first}88","own":true}}],"links":["https://t.me/{first}{last}"],
            "about":"Passionate full stack developer. I love clean code, and you can reach me on Telegram or WhatsApp.",
            "texts":["Currently at a small studio. Fun fact: I collect maps."]}}]"#,
            offset + 60
        );
        let before = CULTURES[(at + 5) % CULTURES.len()].place;
        let old_page = format!(
            r#"[{{"platform":"linkedin","url":"https://www.linkedin.com/in/{first}-{last}-8a1b2c3d","name":"{name}","location":"{place}",
            "headline":"Developer with 14 years of experience","handles":[{{"platform":"linkedin","name":"{first}-{last}-8a1b2c3d","own":true}}],
            "education":[{{"school":"{school}","degree":"Master of Science","start":"2008","end":"2013"}}]}},
            {{"platform":"github","name":"{name}","location":"{before}","about":"Developer with 6 years of experience.",
            "handles":[{{"platform":"github","name":"{first}{last}","own":true}},{{"platform":"linkedin","name":"{first}{last}"}}]}},
            {{"platform":"resume","name":"{name}","education":[{{"school":"{school}","degree":"MSc","start":"2008","end":"2014"}}]}}]"#
        );
        for text in [moved, traveller, old_page] {
            let verdict = assess(&case(&text), today());
            assert_eq!(verdict.level, Level::NothingStoodOut, "{text} {verdict:#?}");
        }
    }
}
