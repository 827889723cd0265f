//! Whole pages and files that carry the details of a sample, in the structure that the platforms
//! use: the same marks and classes as the invented pages under `tests/pages`.

use std::fmt::Write as _;
use toml::Table;
use touchstone::files::{Facts, How, Paper, Unseen, open};

/// A page with its address, or an opened file.
pub enum Source {
    /// Address and HTML.
    Page(String, String),
    /// A file with what it says about itself.
    File(Box<Paper>),
}

/// The source that shows what `row` (a source of a sample) says.
pub fn source(row: &Table) -> Source {
    let row = Row(row);
    match row.text("platform") {
        "github" | "gitlab" => Source::Page(row.url("https://github.com/"), github(&row)),
        "linkedin" => Source::Page(row.url("https://www.linkedin.com/in/"), linkedin(&row)),
        "upwork" => {
            let url = "https://www.upwork.com/freelancers/~0123456789abcdef00".to_owned();
            Source::Page(url, upwork(&row))
        }
        _ => Source::File(Box::new(paper(&row))),
    }
}

struct Row<'a>(&'a Table);

impl Row<'_> {
    fn text(&self, key: &str) -> &str {
        self.0
            .get(key)
            .and_then(|value| value.as_str())
            .unwrap_or("")
    }

    fn or<'b>(&'b self, key: &str, other: &'b str) -> &'b str {
        Some(self.text(key))
            .filter(|text| !text.is_empty())
            .unwrap_or(other)
    }

    fn list(&self, key: &str) -> Vec<String> {
        let values = self.0.get(key).and_then(|value| value.as_array());
        let texts = values
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_str());
        texts.map(str::to_owned).collect()
    }

    fn rows(&self, key: &str) -> Vec<Row<'_>> {
        let values = self.0.get(key).and_then(|value| value.as_array());
        let tables = values
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_table());
        tables.map(Row).collect()
    }

    fn own_account(&self) -> Option<String> {
        let rows = self.rows("handles");
        let own = rows
            .iter()
            .find(|row| row.0.get("own").and_then(toml::Value::as_bool) == Some(true));
        own.map(|row| row.text("name").to_owned())
    }

    fn url(&self, base: &str) -> String {
        if !self.text("url").is_empty() {
            return self.text("url").to_owned();
        }
        let account = self.own_account();
        let slug = self
            .or("name", "invented person")
            .to_lowercase()
            .replace(' ', "-");
        format!("{base}{}", account.unwrap_or(slug))
    }

    /// Accounts elsewhere, as addresses.
    fn accounts(&self) -> Vec<String> {
        let rows = self.rows("handles");
        let others = rows.iter().filter(|row| row.0.get("own").is_none());
        let address = |row: &Row<'_>| {
            let name = row.text("name");
            match row.text("platform") {
                "linkedin" => format!("https://www.linkedin.com/in/{name}"),
                "telegram" => format!("https://t.me/{name}"),
                "x" => format!("https://x.com/{name}"),
                platform => format!("https://{platform}.com/{name}"),
            }
        };
        others.map(address).collect()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn paragraphs(text: &str) -> String {
    text.split('\n')
        .map(|line| format!("<p>{}</p>", escape(line)))
        .collect()
}

/// "2019-05" as "May 2019".
fn month(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    if date == "present" {
        return "Present".to_owned();
    }
    match date.split_once('-') {
        Some((year, month)) => format!("{} {year}", MONTHS[month.parse::<usize>().unwrap() - 1]),
        None => date.to_owned(),
    }
}

fn range(row: &Row<'_>) -> String {
    if !row.text("dates").is_empty() {
        return row.text("dates").to_owned();
    }
    let (start, end) = (row.text("start"), row.or("end", "present"));
    if start.is_empty() {
        return String::new();
    }
    format!("{} - {}", month(start), month(end))
}

fn offset(row: &Row<'_>) -> Option<i64> {
    row.0
        .get("local_time")?
        .as_table()?
        .get("offset")?
        .as_integer()
}

fn github(row: &Row<'_>) -> String {
    let name = escape(row.text("name"));
    let account = escape(
        row.own_account()
            .as_deref()
            .unwrap_or("invented-account-0000"),
    );
    let mut list = String::new();
    if !row.text("location").is_empty() {
        let _ = write!(
            list,
            r#"<li class="vcard-detail" itemprop="homeLocation"><span class="p-label">{}</span></li>"#,
            escape(row.text("location"))
        );
    }
    if let Some(minutes) = offset(row) {
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let _ = write!(
            list,
            r#"<li class="vcard-detail" itemprop="localTime"><span class="p-label">14:05 <span>(UTC {sign}{hours:02}:{rest:02})</span></span></li>"#
        );
    }
    for mail in row.list("emails") {
        let mail = escape(&mail);
        let _ = write!(
            list,
            r#"<li class="vcard-detail" itemprop="email"><a class="u-email" href="mailto:{mail}">{mail}</a></li>"#
        );
    }
    for link in row.list("links").into_iter().chain(row.accounts()) {
        let link = escape(&link);
        let _ = write!(
            list,
            r#"<li class="vcard-detail" itemprop="social"><a class="Link--primary" rel="nofollow me" href="{link}">{link}</a></li>"#
        );
    }
    let mut readme: String = row
        .list("texts")
        .iter()
        .map(|text| paragraphs(text))
        .collect();
    readme += &paragraphs(&row.list("skills").join(", "));
    for phone in row.list("phones") {
        readme += &paragraphs(&format!("Phone: {phone}"));
    }
    for widget in row.list("widgets") {
        let _ = write!(
            readme,
            r#"<img src="https://camo.example/0" data-canonical-src="https://stats.example/api?username={}&amp;theme=dark">"#,
            escape(&widget)
        );
    }
    let bio = format!(
        "{} {}",
        escape(row.text("headline")),
        escape(row.text("about"))
    );
    format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta property="og:type" content="profile"><title>{account} ({name}) · GitHub</title></head>
<body class="logged-in page-profile"><header role="banner"><nav aria-label="Global"><a href="/dashboard">Dashboard</a></nav></header>
<main id="js-pjax-container"><div class="Layout"><div class="Layout-sidebar"><div class="h-card" itemscope itemtype="http://schema.org/Person">
<h1 class="vcard-names"><span class="p-name vcard-fullname" itemprop="name">{name}</span><span class="p-nickname vcard-username" itemprop="additionalName">{account}</span></h1>
<div class="p-note user-profile-bio"><div>{bio}</div></div><ul class="vcard-details">{list}</ul></div></div>
<div class="Layout-main"><article class="markdown-body entry-content" itemprop="text">{readme}</article></div></div></main>
<footer role="contentinfo"><p>© GitHub, Inc.</p></footer></body></html>"#
    )
}

fn linkedin(row: &Row<'_>) -> String {
    let name = escape(row.or("name", "Invented Person"));
    let section = |title: &str, data: &str, inner: &str| {
        if inner.is_empty() {
            return String::new();
        }
        format!(
            r#"<section class="core-section-container" data-section="{data}"><h2 class="core-section-container__title section-title">{title}</h2><div class="core-section-container__content">{inner}</div></section>"#
        )
    };
    let position = |row: &Row<'_>| {
        format!(
            r#"<li class="profile-section-card" data-section="currentPositionsDetails"><div><h3><span class="experience-item__title">{}</span></h3><h4><span class="experience-item__subtitle">{}{}</span></h4><p class="experience-item__meta-item"><span class="date-range">{}</span></p><p class="experience-item__meta-item">{}</p><div class="experience-item__meta-item" data-section="currentPositions"><p class="show-more-less-text__text--less">{}</p></div></div></li>"#,
            escape(row.or("title", "Engineer")),
            escape(row.or("employer", "Rookery")),
            Some(row.text("employment"))
                .filter(|kind| !kind.is_empty())
                .map_or_else(String::new, |kind| format!(" · {kind}")),
            escape(&range(row)),
            escape(row.text("place")),
            escape(row.text("text"))
        )
    };
    let school = |row: &Row<'_>| {
        format!(
            r#"<li class="profile-section-card education__list-item"><div><h3>{}</h3><h4><span>{}</span></h4><p class="education__item education__item--duration"><span class="date-range">{}</span></p></div></li>"#,
            escape(row.or("school", "Harrowgate College")),
            escape(row.text("degree")),
            escape(&range(row))
        )
    };
    let positions: String = row.rows("positions").iter().map(position).collect();
    let schools: String = row.rows("education").iter().map(school).collect();
    let skills: String = row
        .list("skills")
        .iter()
        .map(|skill| format!("<li><span>{}</span></li>", escape(skill)))
        .collect();
    let mut about = String::new();
    for text in [row.text("about").to_owned()]
        .into_iter()
        .chain(row.list("texts"))
    {
        about += &paragraphs(&text);
    }
    for contact in row.list("emails").into_iter().chain(
        row.list("phones")
            .iter()
            .map(|phone| format!("Phone: {phone}")),
    ) {
        about += &paragraphs(&contact);
    }
    for link in row.list("links").into_iter().chain(row.accounts()) {
        let link = escape(&link);
        let _ = write!(about, r#"<p><a href="{link}">{link}</a></p>"#);
    }
    // What the platform shows under "About this profile".
    let joined = Some(row.text("joined"))
        .filter(|date| !date.is_empty())
        .map_or_else(String::new, |date| {
            format!(
                r#"<div role="dialog"><h2>About this profile</h2><p>Joined {}</p></div>"#,
                month(date)
            )
        });
    let connections = row.0.get("connections").and_then(toml::Value::as_integer);
    let connections = connections.map_or_else(String::new, |count| {
        format!("<span>{count} connections</span>")
    });
    format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="pageKey" content="public_profile_v3_desktop"><meta property="og:type" content="profile"><title>{name} - {headline} | LinkedIn</title></head>
<body dir="ltr"><header class="header"><nav class="nav" aria-label="Primary"><a href="/">LinkedIn</a></nav></header>
<main class="main" id="main-content" role="main"><section class="core-rail"><section class="profile"><section class="top-card-layout"><div class="top-card-layout__entity-info"><h1 class="top-card-layout__title">{name}</h1>
<h2 class="top-card-layout__headline">{headline}</h2><h3 class="top-card-layout__first-subline"><div class="profile-info-subheader"><span>{location}</span></div><div class="not-first-middot">{connections}</div></h3></div></section>
{about}{positions}{schools}{skills}{joined}</section></section></main><footer class="li-footer"><p>© 2026</p></footer></body></html>"#,
        headline = escape(row.or("headline", "Engineer")),
        location = escape(row.text("location")),
        about = section("About", "summary", &about),
        positions = section(
            "Experience",
            "experience",
            &wrapped("experience__list", &positions)
        ),
        schools = section(
            "Education",
            "educationsDetails",
            &wrapped("education__list", &schools)
        ),
        skills = section("Skills", "skills", &wrapped("skills__list", &skills)),
    )
}

fn wrapped(class: &str, items: &str) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!(r#"<ul class="{class}">{items}</ul>"#)
}

fn upwork(row: &Row<'_>) -> String {
    let name = escape(row.or("name", "Jorund S."));
    let mut about = paragraphs(row.text("about"));
    for text in row
        .list("texts")
        .into_iter()
        .chain(row.list("emails"))
        .chain(row.list("links"))
    {
        about += &paragraphs(&text);
    }
    let job = |row: &Row<'_>| {
        format!(
            r#"<li><h4>{} | {}</h4><div class="text-light-on-muted">{}</div><div>{}</div></li>"#,
            escape(row.or("title", "Engineer")),
            escape(row.or("employer", "Rookery")),
            escape(&range(row)),
            escape(row.text("text"))
        )
    };
    let jobs: String = row.rows("positions").iter().map(job).collect();
    let skills: String = row
        .list("skills")
        .iter()
        .map(|skill| {
            format!(
                r#"<li><span class="air3-token">{}</span></li>"#,
                escape(skill)
            )
        })
        .collect();
    format!(
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name} - {headline} - Upwork Freelancer</title><meta property="og:title" content="{name}"></head><body><header role="banner"><nav><a href="/nx/find-work/">Find Work</a></nav></header>
<main role="main" id="main"><div class="air3-card"><section class="air3-card-section"><h2 itemprop="name" class="h4">{name}</h2><div><span itemprop="locality">Tverrvik</span>, <span itemprop="country-name">Norway</span></div></section>
<div class="main-col"><section class="air3-card-section"><h2 class="mb-0 h4">{headline}</h2><h3 class="h5">$80.00/hr</h3><div class="air3-line-clamp"><span class="text-pre-line">{about}</span></div></section>
<section class="air3-card-section"><h2 class="h4">Skills</h2><div class="skills"><ul class="air3-token-wrap">{skills}</ul></div></section></div></div>
<div class="air3-card"><section class="air3-card-section"><h2 class="h4">Employment history</h2><ul>{jobs}</ul></section></div></main><footer>© Upwork</footer></body></html>"#,
        headline = escape(row.or("headline", "Engineer and helper")),
    )
}

/// The text of a résumé as a file, with its author, its last editor and what it hides.
fn paper(row: &Row<'_>) -> Paper {
    let mut writers = row.list("writers").into_iter();
    let unseen = row.list("unseen").into_iter().map(|text| Unseen {
        how: How::Colour,
        text,
        line: 0,
    });
    Paper {
        facts: Facts {
            author: writers.next(),
            editor: writers.next(),
            ..Facts::default()
        },
        unseen: unseen.collect(),
        ..open("resume.txt", resume(row).as_bytes()).unwrap()
    }
}

fn resume(row: &Row<'_>) -> String {
    let mut out = format!(
        "{}\n{}\n",
        row.or("name", "Invented Person"),
        row.text("headline")
    );
    for line in [row.text("location").to_owned()]
        .into_iter()
        .chain(row.list("emails"))
        .chain(
            row.list("phones")
                .iter()
                .map(|phone| format!("Phone: {phone}")),
        )
        .chain(row.list("links"))
        .chain(row.accounts())
    {
        out += &format!("{line}\n");
    }
    let about: Vec<String> = [row.text("about").to_owned()]
        .into_iter()
        .chain(row.list("texts"))
        .collect();
    out += &format!("\nSUMMARY\n{}\n", about.join("\n"));
    if !row.rows("positions").is_empty() {
        out += "\nEXPERIENCE\n";
    }
    for position in row.rows("positions") {
        let (title, employer) = (
            position.or("title", "Engineer").to_owned(),
            position.or("employer", "Rookery").to_owned(),
        );
        out += &format!(
            "{title}\n{employer}\n{}\n{}\n\n",
            range(&position),
            position.text("text")
        );
    }
    if !row.rows("education").is_empty() {
        out += "\nEDUCATION\n";
    }
    for school in row.rows("education") {
        out += &format!(
            "{}\n{}\n{}\n\n",
            school.or("school", "Harrowgate College"),
            school.text("degree"),
            range(&school)
        );
    }
    if !row.list("skills").is_empty() {
        out += &format!("\nSKILLS\n{}\n", row.list("skills").join(", "));
    }
    out
}
