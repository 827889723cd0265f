//! Résumés, letters and pitches as text: sections, dates and contacts without any element.
//!
//! A text has no address and no elements: its headings must be known by their words, and its
//! entries by the order of their lines. Everything is also kept as the candidate's own text.
//! Knows no platform and no indicator.

mod headings;
mod jobs;
mod labelled;
mod lexicon;
mod links;
mod phones;
mod roles;
mod rows;
mod schools;
mod sentences;
mod skills;
mod tidy;
mod timeline;
mod top;

use super::generic::{self, Draft, words};
use super::sections::Found as Part;
use super::words::Section;
use super::{Address, contacts};
use crate::blocks::{self, Block};
use crate::files::{Facts, Paper};
use crate::profile::{
    Education, Field, Found, Handle, Link, Place, Platform, Position, Profile, Words,
};
use std::collections::HashSet;

/// Reads a plain text or Markdown.
///
/// ```
/// let text = "Jo Doe\nBaker\n\nExperience\nBaker, Pain & Co\n2019 – 2021\njo@example.org";
/// let profile = touchstone::readers::read_text(text);
/// assert_eq!(profile.positions.items().len(), 1);
/// assert_eq!(profile.emails.items()[0].address, "jo@example.org");
/// ```
pub fn read_text(text: &str) -> Profile {
    read_blocks(&blocks::of_text(text))
}

/// Reads an opened file.
pub fn read_paper(paper: &Paper) -> Profile {
    Profile {
        writers: writers(&paper.facts),
        unseen: unseen(paper),
        ..read_blocks(&paper.blocks)
    }
}

/// The full names among those that a file gives as its author's and last editor's. Programs,
/// firms and account names are none.
fn writers(facts: &Facts) -> Vec<Words> {
    let mut names: Vec<&str> = [&facts.author, &facts.editor]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    names.dedup();
    names.retain(|name| is_full_name(name));
    let names = names.into_iter().zip(0..);
    names
        .map(|(name, at)| Words {
            text: name.to_owned(),
            place: Place::at(Field::Writers, at),
        })
        .collect()
}

fn is_full_name(text: &str) -> bool {
    let known = [
        "user",
        "office",
        "microsoft",
        "admin",
        "owner",
        "windows",
        "resume",
        "author",
        "guest",
        "word",
    ];
    let folded = crate::text::fold(text);
    let generic = folded.split_whitespace().any(|word| known.contains(&word));
    let letters =
        !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '\\' | '|' | '&'));
    letters
        && !generic
        && text.split_whitespace().count() >= 2
        && super::name::is_name_like(text, false)
        && !super::words::is_organisation(text)
        && !super::words::is_title(text)
}

fn unseen(paper: &Paper) -> Vec<Words> {
    let stretches = paper.unseen.iter().zip(0..);
    stretches
        .map(|(one, at)| Words {
            text: one.text.clone(),
            place: Place::at(Field::Unseen, at),
        })
        .collect()
}

fn read_blocks(blocks: &[Block]) -> Profile {
    let body = tidy::tidy(blocks);
    let parts = headings::split(&body);
    let resume = Resume {
        end: parts.first().map_or(body.len(), |part| part.heading),
        body: &body,
        parts: &parts,
    };
    let mut draft = Draft::default();
    resume.read_contacts(&mut draft);
    resume.read_top(&mut draft);
    resume.read_sections(&mut draft.profile);
    draft.about = resume.about().map(|text| words(text, Field::About));
    // No words are no text.
    let text = Some(whole(&body)).filter(|text| !text.trim().is_empty());
    draft
        .texts
        .extend(text.map(|text| words(text, Field::Text)));
    generic::finish(draft, "", Platform::Resume)
}

/// The whole text, a line a line.
fn whole(body: &[Block]) -> String {
    let mut out = String::new();
    let mut line = None;
    for block in body {
        if let Some(last) = line {
            out.push(if last == block.line { ' ' } else { '\n' });
        }
        out.push_str(&block.text);
        line = Some(block.line);
    }
    out
}

/// The lines of a text and its sections.
struct Resume<'a> {
    body: &'a [Block],
    parts: &'a [Part],
    /// Where the first section begins.
    end: usize,
}

impl<'a> Resume<'a> {
    /// The lines before the first section; where a column with sections stands before the name,
    /// those from the name on.
    fn top(&self) -> &'a [Block] {
        let first = self.body.get(..self.end.min(12)).unwrap_or_default();
        if first
            .iter()
            .any(|block| top::name_of(&block.text).is_some())
        {
            return first;
        }
        let is_name = |block: &Block| block.heading > 0 && top::name_of(&block.text).is_some();
        let Some(from) = self.body.iter().take(60).position(is_name) else {
            return first;
        };
        let mut headings = self.parts.iter().map(|part| part.heading);
        let next = headings.find(|at| *at > from);
        let to = next.unwrap_or(self.body.len()).min(from + 12);
        self.body.get(from..to).unwrap_or_default()
    }

    fn of(&self, kind: Section) -> impl Iterator<Item = &'a [Block]> {
        let (body, parts) = (self.body, self.parts);
        let wanted = parts.iter().filter(move |part| part.kind == Some(kind));
        wanted.map(move |part| body.get(part.body.clone()).unwrap_or_default())
    }

    fn has(&self, kind: Section) -> bool {
        self.parts.iter().any(|part| part.kind == Some(kind))
    }

    /// The lines under a heading such as "Contact" or "Personal details".
    fn own_data(&self) -> Vec<&'a Block> {
        let parts = self.parts.iter();
        let own = parts.filter(|part| headings::is_contact(self.body, part));
        own.flat_map(|part| self.body.get(part.body.clone()).unwrap_or_default())
            .collect()
    }

    /// The lines without those about people who vouch for the candidate: from their heading to
    /// the next one of the candidate's own history.
    fn without_references(&self) -> Vec<Block> {
        let mut theirs = false;
        let mut parts = self.parts.iter().peekable();
        let mut out = Vec::with_capacity(self.body.len());
        for (at, block) in self.body.iter().enumerate() {
            if let Some(part) = parts.next_if(|part| part.heading == at) {
                let other = matches!(part.kind, None | Some(Section::Other));
                theirs = headings::is_references(self.body, part) || theirs && other;
            }
            if !theirs {
                out.push(block.clone());
            }
        }
        out
    }

    fn read_top(&self, draft: &mut Draft) {
        let emails = draft.profile.emails.items();
        let own = self.own_data();
        let first = self.body.iter().take(20).skip(self.top().len());
        let own: Vec<&Block> = own
            .into_iter()
            .chain(first.filter(|block| is_name_label(&block.text)))
            .collect();
        let top = top::read(self.top(), &own, emails);
        draft.name = top.name.map(|text| words(text, Field::Name));
        draft.headline = top.headline.map(|text| words(text, Field::Headline));
        draft.location = top.location.map(|text| words(text, Field::Location));
    }

    fn read_contacts(&self, draft: &mut Draft) {
        let own = self.without_references();
        let named = self.body.iter().take(self.end).chain(self.own_data());
        let named: HashSet<u32> = named.map(|block| block.line).collect();
        let profile = &mut draft.profile;
        profile.handles = Found::Seen(self.handles()).non_empty();
        profile.emails = Found::Seen(contacts::emails(&own)).non_empty();
        profile.phones = Found::Seen(phones::phones(&own, &named)).non_empty();
        profile.links = Found::Seen(links::links(&own)).non_empty();
    }

    /// Accounts that are named as the candidate's: before the first section, among the personal
    /// data, or in a line with other contacts. Elsewhere they may be an employer's.
    fn handles(&self) -> Vec<Handle> {
        let own: HashSet<u32> = self.own_data().iter().map(|block| block.line).collect();
        let named = |block: &Block| block.text.contains('@') || is_account_label(&block.text);
        let body = self.body.iter().enumerate();
        let lines: Vec<Block> = body
            .filter(|(at, block)| *at < self.end || own.contains(&block.line) || named(block))
            .map(|(_, block)| block.clone())
            .collect();
        let found: Vec<Link> = links::links(&lines);
        contacts::handles(&Address::default(), &found, &pieces(&lines))
    }

    fn read_sections(&self, profile: &mut Profile) {
        let mut jobs: Vec<Position> = Vec::new();
        for body in self.of(Section::Experience) {
            let more = jobs::positions(body, jobs.len());
            let more: Vec<Position> = more
                .into_iter()
                .filter(|job| generic::true_to(job, &jobs))
                .collect();
            jobs.extend(more);
        }
        for (index, job) in jobs.iter_mut().enumerate() {
            job.renumber(index as u32); // some were left out, and evidence names them by number
        }
        let mut schools: Vec<Education> = Vec::new();
        for body in self.of(Section::Education) {
            schools.extend(schools::education(body, schools.len()));
        }
        profile.positions = generic::state(jobs, self.has(Section::Experience));
        profile.education = generic::state(schools, self.has(Section::Education));
        profile.skills = generic::state(self.skills(), self.has(Section::Skills));
    }

    fn skills(&self) -> Vec<Words> {
        let mut seen = HashSet::new();
        let named = self.of(Section::Skills).flat_map(skills::skills);
        let named = named.filter(|skill| seen.insert(skill.clone()));
        let numbered = named.take(200).enumerate();
        let place = |at: usize| Place::at(Field::Skills, at as u32);
        numbered
            .map(|(at, text)| Words {
                text,
                place: place(at),
            })
            .collect()
    }

    /// The text about oneself: its sections, or the prose before the first one.
    fn about(&self) -> Option<String> {
        let sections: Vec<&str> = self
            .of(Section::About)
            .flatten()
            .map(|block| block.text.as_str())
            .collect();
        if !sections.is_empty() {
            return Some(sections.join("\n"));
        }
        let top = self.body.get(..self.end).unwrap_or_default().iter();
        let prose = top.map(|block| block.text.as_str());
        let prose = prose.filter(|text| text.chars().count() >= 60 && !text.contains('@'));
        let prose: Vec<&str> = prose.collect();
        (!prose.is_empty() && self.end < self.body.len()).then(|| prose.join("\n"))
    }
}

/// "Name: …", which may stand below the first heading.
fn is_name_label(text: &str) -> bool {
    let label = lexicon::labelled(text).map(|(label, _)| lexicon::own(label));
    label == Some(Some(lexicon::Own::Name))
}

/// "`GitHub`: …", "`LinkedIn` – …": a line about an account.
fn is_account_label(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "github", "linkedin", "gitlab", "telegram", "skype", "twitter", "upwork",
    ];
    let label = lexicon::labelled(text).map(|(label, _)| label.to_lowercase());
    label.is_some_and(|label| NAMES.contains(&label.as_str()))
}

/// The pieces of lines with several contacts, each as a line.
fn pieces(lines: &[Block]) -> Vec<Block> {
    let cut = lines.iter().filter(|block| block.text.len() <= 400);
    let cut = cut.flat_map(|block| {
        block
            .text
            .split(['|', '•', '·', ';', ','])
            .map(|text| Block {
                text: text.trim().to_owned(),
                line: block.line,
                ..Block::default()
            })
    });
    cut.collect()
}

#[cfg(test)]
mod tests {
    use super::read_text;

    #[test]
    fn a_text_without_words_says_nothing() {
        for text in ["", " \n\t\r\n ", "\u{a0}"] {
            assert!(read_text(text).texts.items().is_empty(), "{text:?}");
        }
        assert_eq!(read_text("Jo Doe").texts.items().len(), 1);
    }
}
