//! The generic reader: structured data, landmarks, identity block, sections, contacts.
//!
//! Reads any page by meaning. Platforms only add hints afterwards; see [`super::read`].

use super::page::Page;
use super::positions::{self, Source};
use super::words::Section;
use super::{contacts, figures, identity, jsonld, name, sections, tracking};
use crate::blocks::Block;
use crate::html::Document;
use crate::profile::{
    Agreement, Count, Dated, Education, Field, Found, Place, Platform, Profile, Sensitive, Unread,
    Words,
};
use crate::sorted::Seen;

/// A profile in the making.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) name: Option<Words>,
    pub(super) headline: Option<Words>,
    pub(super) location: Option<Words>,
    pub(super) about: Option<Words>,
    pub(super) texts: Vec<Words>,
    /// Whether the platform covers parts of the page.
    pub(super) masked: bool,
    pub(super) profile: Profile,
}

/// Words of a field that has one entry.
pub(super) fn words(text: String, field: Field) -> Words {
    Words {
        text,
        place: Place::of(field),
    }
}

/// Reads a page.
pub(super) fn read(page: &Page<'_, '_>) -> Draft {
    let mut draft = Draft::default();
    let person = jsonld::person(page);
    let announced = sections::announced(&page.blocks);
    let end = sections::end(&page.blocks, &announced);
    let own = page.blocks.get(..end).unwrap_or_default();
    let found = sections::split(own, &announced);
    read_identity(page, person.as_ref(), own, &found, &mut draft);
    let title_first = page.platform == Platform::Linkedin;
    read_sections(page.doc, &page.blocks, title_first, &found, &mut draft);
    read_about(page, own, &found, &mut draft);
    read_contacts(page, own, &found, person.as_ref(), &mut draft);
    draft.profile.unopened = page.unopened();
    draft.profile.joined = joined(page).map_or(Found::NotLoaded, Found::Seen);
    draft
}

fn read_identity(
    page: &Page<'_, '_>,
    person: Option<&jsonld::Person>,
    own: &[Block],
    found: &[sections::Found],
    draft: &mut Draft,
) {
    let Some(name) = name::name(page, person) else {
        return;
    };
    draft.name = Some(words(name.text, Field::Name));
    let text = |at: Option<usize>| {
        at.and_then(|at| page.blocks.get(at))
            .map(|block| block.text.clone())
    };
    let lines = name
        .at
        .map(|at| identity::lines(page, at, own.len()))
        .unwrap_or_default();
    let headline = identity::headline(&page.blocks, &lines);
    let place = identity::place(&page.blocks, &lines, headline);
    let is_place = |line: &str| super::words::place_score(line) >= 3;
    let line = text(headline).filter(|line| Some(line) != text(place).as_ref() && !is_place(line));
    let titled = || {
        page.blocks
            .iter()
            .find(|block| block.heading == 1 && super::words::is_title(&block.text))
            .map(|block| block.text.clone())
    };
    draft.headline = line
        .or_else(|| titled().filter(|_| name.at.is_none()))
        .map(|text| words(text, Field::Headline));
    let beside = || {
        lines
            .iter()
            .find_map(|i| identity::place_before_count(&page.blocks.get(*i)?.text))
    };
    draft.location = text(place)
        .or_else(|| text(headline).filter(|line| is_place(line)))
        .or_else(beside)
        .map(|text| words(identity::without_contact(&text).to_owned(), Field::Location));
    let count = |counted, field| figures::count(&page.blocks, &lines, counted, field);
    draft.profile.connections = count(figures::Counted::Connections, Field::Connections)
        .map_or(Found::NotLoaded, Found::Seen);
    draft.profile.followers = count(figures::Counted::Followers, Field::Followers)
        .or_else(|| followers_of_activity(own, found))
        .map_or(Found::NotLoaded, Found::Seen);
    if let Some(person) = person {
        let fill = |slot: &mut Option<Words>, value: &Option<String>, field| {
            if slot.is_none() {
                *slot = value.clone().map(|text| words(text, field));
            }
        };
        fill(&mut draft.headline, &person.title, Field::Headline);
        fill(&mut draft.location, &person.place, Field::Location);
    }
    if page.platform == Platform::Other && person.is_none() {
        say_of_oneself(page, draft);
    }
}

/// Logged-in pages count followers right under the heading of the activity, not in the top card.
fn followers_of_activity(own: &[Block], found: &[sections::Found]) -> Option<Count> {
    let after =
        |section: &sections::Found| -> Vec<usize> { section.body.clone().take(2).collect() };
    let counted = figures::Counted::Followers;
    found
        .iter()
        .filter(|section| section.kind == Some(Section::Other))
        .find_map(|section| figures::count(own, &after(section), counted, Field::Followers))
}

/// The join date stands in a panel that the page may keep folded, so all short texts count.
fn joined(page: &Page<'_, '_>) -> Option<Dated> {
    let doc = page.doc;
    let texts = doc.descendants(page.root).filter_map(|id| doc.text(id));
    let shown = texts
        .filter(|text| figures::may_say_joined(text))
        .map(crate::blocks::collapse)
        .find_map(|text| figures::joined(&text));
    shown.or_else(|| {
        page.blocks
            .iter()
            .find_map(|block| figures::joined(&block.text))
    })
}

/// Pages without a headline often say it in a sentence.
fn say_of_oneself(page: &Page<'_, '_>, draft: &mut Draft) {
    for block in page.blocks.iter().take(30) {
        let (role, place) = figures::self_sentence(&block.text);
        if let Some(role) = role {
            draft.headline = Some(words(role, Field::Headline));
            draft.location = place
                .map(|place| words(place, Field::Location))
                .or(draft.location.take());
            return;
        }
    }
}

/// Reads positions, education and skills. `title_first`: see [`Source`].
pub(super) fn read_sections(
    doc: &Document<'_>,
    blocks: &[Block],
    title_first: bool,
    found: &[sections::Found],
    draft: &mut Draft,
) {
    let source = Source {
        doc,
        blocks,
        title_first,
    };
    let of = |kind: Section| {
        found
            .iter()
            .filter(move |section| section.kind == Some(kind))
    };
    let (mut jobs, mut schools, mut skills) = (Vec::new(), Vec::new(), Vec::new());
    for section in of(Section::Experience) {
        let more = positions::positions(&source, section, jobs.len());
        jobs.extend(
            more.into_iter()
                .filter(|job| true_to(job, &jobs))
                .collect::<Vec<_>>(),
        );
    }
    for section in of(Section::Education) {
        let more = positions::education(&source, section, schools.len());
        schools.extend(
            more.into_iter()
                .filter(|school| !schools.iter().any(|other| same_school(school, other)))
                .collect::<Vec<_>>(),
        );
    }
    drop_summaries(&mut schools);
    for (index, job) in jobs.iter_mut().enumerate() {
        job.renumber(index as u32); // some were left out, and evidence names them by number
    }
    for section in of(Section::Skills) {
        skills.extend(skill_lines(
            blocks.get(section.body.clone()).unwrap_or_default(),
        ));
    }
    let mut seen = Seen::default();
    skills.retain(|skill| seen.is_new(skill));
    let skills: Vec<Words> = skills
        .into_iter()
        .enumerate()
        .map(|(i, text)| Words {
            text,
            place: Place::at(Field::Skills, i as u32),
        })
        .collect();
    draft.profile.positions = state(jobs, of(Section::Experience).next().is_some());
    draft.profile.education = state(schools, of(Section::Education).next().is_some());
    draft.profile.skills = state(skills, of(Section::Skills).next().is_some());
}

pub(super) fn same_school(a: &Education, b: &Education) -> bool {
    let dates = |school: &Education| school.dates.as_ref().map(|dates| (dates.start, dates.end));
    a.school.agrees_with(&b.school) == Agreement::Agrees && dates(a) == dates(b)
}

/// Top cards name schools once more, without dates: an entry without dates gives way to one with.
fn drop_summaries(schools: &mut Vec<Education>) {
    let dated: Vec<Education> = schools
        .iter()
        .filter(|school| school.dates.is_some())
        .cloned()
        .collect();
    let again = |school: &Education| {
        dated
            .iter()
            .any(|other| school.school.agrees_with(&other.school) == Agreement::Agrees)
    };
    schools.retain(|school| school.dates.is_some() || !again(school));
}

/// Pages repeat sections for small screens: a position is taken once.
pub(super) fn true_to(job: &crate::profile::Position, jobs: &[crate::profile::Position]) -> bool {
    let text = |words: &Option<Words>| words.as_ref().map(|words| words.text.clone());
    let same = |other: &crate::profile::Position| {
        text(&other.title) == text(&job.title)
            && text(&other.employer) == text(&job.employer)
            && other.dates.as_ref().map(|dates| (dates.start, dates.end))
                == job.dates.as_ref().map(|dates| (dates.start, dates.end))
    };
    !jobs.iter().any(same)
}

/// Items that were found; when there are none, whether the section is there says why.
pub(super) fn state<T>(items: Vec<T>, section: bool) -> Found<Vec<T>> {
    match (items.is_empty(), section) {
        (false, _) => Found::Seen(items),
        (true, true) => Found::NotRead(Unread::NotUnderstood),
        (true, false) => Found::NotLoaded,
    }
}

fn skill_lines(body: &[Block]) -> Vec<String> {
    let short = |text: &&str| {
        let length = text.chars().count();
        (1..=50).contains(&length)
            && !super::words::is_noise(text)
            && text.chars().any(char::is_alphabetic)
    };
    let parts = body
        .iter()
        .filter(|block| block.text.chars().count() <= 400)
        .flat_map(|block| block.text.split([',', '|', '•', ';']).map(str::trim));
    parts
        .filter(short)
        .filter(|text| {
            !text.starts_with("Endorsed by")
                && !text.starts_with("Show all")
                && !text.starts_with('·')
        })
        .take(200)
        .map(str::to_owned)
        .collect()
}

fn read_about(page: &Page<'_, '_>, own: &[Block], found: &[sections::Found], draft: &mut Draft) {
    let section = found
        .iter()
        .find(|section| section.kind == Some(Section::About));
    let texts: Vec<&str> = if let Some(section) = section {
        prose(page.blocks.get(section.body.clone()).unwrap_or_default(), 1)
    } else {
        let end = found.first().map_or(own.len(), |section| section.heading);
        prose(own.get(..end).unwrap_or_default(), 80)
    };
    let said = |text: &str| {
        [&draft.headline, &draft.location]
            .iter()
            .any(|words| words.as_ref().is_some_and(|words| words.text == text))
    };
    let texts: Vec<&str> = texts.into_iter().filter(|text| !said(text)).collect();
    draft.about = (!texts.is_empty()).then(|| words(texts.join("\n"), Field::About));
    if page.platform == Platform::Other {
        let all = prose(own, 20);
        if !all.is_empty() {
            draft.texts.push(words(all.join("\n"), Field::Text));
        }
    }
}

/// Paragraphs of at least `least` characters, once each.
fn prose(blocks: &[Block], least: usize) -> Vec<&str> {
    let mut known = Seen::default();
    let texts = blocks.iter().map(|block| block.text.as_str());
    let long = texts.filter(|text| text.chars().count() >= least && !super::words::is_noise(text));
    long.filter(|text| known.is_new(text)).collect()
}

fn read_contacts(
    page: &Page<'_, '_>,
    own: &[Block],
    found: &[sections::Found],
    person: Option<&jsonld::Person>,
    draft: &mut Draft,
) {
    let own = candidate_part(page, own, found);
    let own = if page.is_tracking() {
        tracking::with_first_address(own)
    } else {
        own
    };
    let links = contacts::links(&own, &page.url);
    draft.profile.handles = Found::Seen(contacts::handles(&page.url, &links, &own)).non_empty();
    let mut emails = contacts::emails(&own);
    if let Some(address) = person
        .and_then(|person| person.email.clone())
        .filter(|_| emails.is_empty())
    {
        let text = address.trim_start_matches("mailto:").to_owned();
        emails.push(crate::profile::Email {
            address: text.to_lowercase(),
            words: Words {
                text,
                place: Place::at(Field::Emails, 0),
            },
        });
    }
    draft.profile.emails = Found::Seen(emails).non_empty();
    draft.profile.phones = Found::Seen(contacts::phones(&own)).non_empty();
    draft.profile.links = Found::Seen(links).non_empty();
}

/// The blocks the candidate answers for. On `LinkedIn`, activity, recommendations and side
/// lists quote other people.
fn candidate_part(page: &Page<'_, '_>, own: &[Block], found: &[sections::Found]) -> Vec<Block> {
    let others = |index: usize| {
        page.platform == Platform::Linkedin
            && found.iter().any(|section| {
                section.body.contains(&index) && matches!(section.kind, None | Some(Section::Other))
            })
    };
    own.iter()
        .enumerate()
        .filter(|(index, _)| !others(*index))
        .map(|(_, block)| block.clone())
        .collect()
}

/// Puts the draft together.
pub(super) fn finish(draft: Draft, url: &str, platform: Platform) -> Profile {
    let masked = if draft.masked {
        Found::NotRead(Unread::Masked)
    } else {
        Found::NotLoaded
    };
    let one = |words: Option<Words>| match words {
        Some(words) if jsonld::is_masked(&words.text) => Found::NotRead(Unread::Masked),
        Some(words) => Found::Seen(words),
        None => masked_or_not_loaded(&masked),
    };
    // A GitHub page without a name, a bio or a place shows that there is none.
    let empty = |found: Found<Words>| match found {
        Found::NotLoaded if platform == Platform::Github => Found::Empty,
        other => other,
    };
    let one = |words: Option<Words>| empty(one(words));
    let nameless = if platform == Platform::Github {
        Found::Empty
    } else {
        Found::NotLoaded
    };
    Profile {
        platform: Some(platform),
        url: url.to_owned(),
        name: draft
            .name
            .map_or(nameless, |name| Found::Seen(Sensitive::new(name))),
        headline: one(draft.headline),
        location: one(draft.location),
        about: one(draft.about),
        texts: Found::Seen(draft.texts).non_empty(),
        ..draft.profile
    }
}

fn masked_or_not_loaded(state: &Found<()>) -> Found<Words> {
    match state {
        Found::NotRead(reason) => Found::NotRead(*reason),
        _ => Found::NotLoaded,
    }
}
