//! Applicant-tracking systems: the candidate stands in a panel over a list of others, among the
//! words of those who hire.
//!
//! No page of any of them was there to look at, so this rests on what they share by meaning: a
//! panel is a dialog or a region of its own, the rows behind it lead to other candidates'
//! addresses, and notes, messages and feedback stand under headings that say so.

use super::page::Page;
use super::words::{self, Section};
use super::{Address, name};
use crate::blocks::{self, Block};
use crate::html::NodeId;
use crate::text::fold;
use std::collections::BTreeMap;

/// Regions that are looked into; a page with more is no panel over a list.
const MOST_REGIONS: usize = 24;

/// Lines around an address in which further ones are the same person's.
const NEAR: usize = 4;

/// Where the candidate stands.
pub(super) fn panel(page: &Page<'_, '_>) -> NodeId {
    marked(page)
        .or_else(|| beside_others(page))
        .unwrap_or(page.root)
}

/// A dialog that shows a person, else a side region that does.
fn marked(page: &Page<'_, '_>) -> Option<NodeId> {
    let body = page.doc.body()?;
    let regions = |wanted: fn(&str, &str) -> bool| {
        page.doc
            .descendants(body)
            .filter(move |id| {
                let role = page.doc.attr(*id, "role").unwrap_or("");
                page.doc.name(*id).is_some_and(|name| wanted(name, role))
            })
            .take(MOST_REGIONS)
            .find(|id| shows_person(page, *id))
    };
    regions(|name, role| name == "dialog" || role == "dialog")
        .or_else(|| regions(|name, role| name == "aside" || role == "complementary"))
}

/// Whether a region has a heading that can be a name, and contacts or a section of a résumé.
fn shows_person(page: &Page<'_, '_>, region: NodeId) -> bool {
    let blocks = blocks::of_page(page.doc, region);
    let resume = |block: &Block| {
        block.heading > 0
            && matches!(
                words::section(&block.text),
                Some(Section::Experience | Section::Education)
            )
    };
    blocks.iter().any(|block| is_name(page, block))
        && (blocks.iter().any(resume) || blocks.iter().any(has_contact))
}

fn is_name(page: &Page<'_, '_>, block: &Block) -> bool {
    let titled = || {
        let parts = page.title_parts();
        parts.iter().any(|part| fold(part) == fold(&block.text))
    };
    block.heading > 0
        && words::section(&block.text).is_none()
        && !is_label(&block.text)
        && (name::is_name_like(&block.text, false)
            || titled() && name::is_name_like(&block.text, true))
}

fn has_contact(block: &Block) -> bool {
    block.links.iter().any(|link| is_contact(&link.href))
}

fn is_contact(href: &str) -> bool {
    href.starts_with("mailto:") || href.starts_with("tel:")
}

/// The largest element around the candidate's contacts in which nothing leads to another
/// candidate.
fn beside_others(page: &Page<'_, '_>) -> Option<NodeId> {
    let doc = page.doc;
    let body = doc.body()?;
    let href = |id: NodeId| doc.attr(id, "href").unwrap_or("");
    let first = doc.descendants(body).find(|id| is_contact(href(*id)))?;
    let parents = |id: NodeId| std::iter::successors(doc.parent(id), |id| doc.parent(*id));
    let mut around_others: BTreeMap<NodeId, usize> = BTreeMap::new();
    for other in doc.descendants(body) {
        if leads_to_other(page, href(other)) {
            // What is around a known one is known already.
            let new = parents(other).take_while(|id| around_others.insert(*id, 0).is_none());
            new.for_each(drop);
        }
    }
    if around_others.is_empty() {
        return None;
    }
    parents(first)
        .take_while(|id| *id != body && !around_others.contains_key(id))
        .last()
}

fn leads_to_other(page: &Page<'_, '_>, href: &str) -> bool {
    let address = match href.chars().next() {
        Some('/') if !href.starts_with("//") => format!("https://{}{href}", page.url.host),
        Some('#') => format!("https://{}/{href}", page.url.host),
        _ => href.to_owned(),
    };
    let address = Address::parse(&address);
    page.site.is_some_and(|site| site.is_candidate(&address))
        && candidate(&address) != candidate(&page.url)
}

/// What an address calls the candidate.
fn candidate(url: &Address) -> Option<&str> {
    const BEFORE: &[&str] = &["candidate", "candidates", "people", "profile"];
    let given = url.query.iter().find(|(key, _)| key == "candidate");
    if let Some((_, value)) = given {
        return Some(value);
    }
    let at = url
        .path
        .iter()
        .rposition(|segment| BEFORE.contains(&segment.as_str()))?;
    let after = url.path.iter().skip(at + 1).map(String::as_str);
    after
        .into_iter()
        .find(|segment| segment.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Without what others wrote about the candidate: stretches under headings of notes, messages
/// and feedback.
pub(super) fn candidates_own(blocks: Vec<Block>) -> Vec<Block> {
    let mut others: Option<u8> = None;
    let mut own = |block: &Block| {
        if block.heading == 0 {
            return others.is_none();
        }
        if others.is_some_and(|level| block.heading <= level) {
            others = None;
        }
        if is_others(&block.text) {
            others = Some(others.map_or(block.heading, |level| level.min(block.heading)));
        }
        others.is_none()
    };
    blocks.into_iter().filter(|block| own(block)).collect()
}

/// Headings under which those who hire write, folded.
const OTHERS: &str = "notes | note | activity | activity feed | feed | feedback | scorecard | scorecards | interviews | \
    interview plan | interview feedback | messages | emails | email | comments | timeline | tasks | to-dos | reminders | \
    reviews | evaluations | hiring team | referrer | candidates | other candidates | similar candidates | \
    activite | activites | commentaires | entretiens | retours | taches | rappels | avis | equipe de recrutement | candidats | \
    aktivitat | aktivitaten | notizen | kommentare | nachrichten | bewertungen | aufgaben | verlauf | kandidaten";

fn is_others(heading: &str) -> bool {
    let heading = fold(heading);
    let heading = heading.split(" (").next().unwrap_or("");
    let heading = heading.trim_matches(|c: char| !c.is_alphabetic());
    OTHERS.split(" | ").any(|words| words.trim() == heading)
}

/// Words of the application that headings are made of, folded.
const LABELS: &str = "application applications candidate candidates dashboard details feed hiring inbox interview interviews \
    job jobs list offer offers overview pipeline pool process profile review settings stage stages talent view requisition \
    candidature candidatures candidat candidats offre offres poste postes bewerbung bewerbungen kandidat kandidaten stelle stellen";

/// Words that begin the title of a form, folded.
const ASKING: &str = "add assign compare compose edit email invite merge message move reject schedule send share upload write \
    ajouter modifier envoyer planifier refuser hinzufugen bearbeiten senden planen ablehnen";

/// Whether a heading is the application's own words rather than a name.
pub(super) fn is_label(heading: &str) -> bool {
    let folded = fold(heading);
    let mut spoken = folded.split_whitespace();
    let is = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let asks = spoken.clone().next().is_some_and(|first| is(ASKING, first));
    asks || is_others(heading) || words::is_title(heading) || spoken.all(|word| is(LABELS, word))
}

/// With the first address or number and those near it. Further down, addresses are of those
/// who hire.
pub(super) fn with_first_address(blocks: Vec<Block>) -> Vec<Block> {
    let shows = |block: &Block| has_contact(block) || block.text.contains('@');
    let first = blocks.iter().position(has_contact);
    let Some(first) = first.or_else(|| blocks.iter().position(shows)) else {
        return blocks;
    };
    let near = first.saturating_sub(NEAR)..=first + NEAR;
    let kept = |(at, block): &(usize, Block)| near.contains(at) || !shows(block);
    let blocks = blocks.into_iter().enumerate().filter(kept);
    blocks.map(|(_, block)| block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_the_application_are_no_names() {
        let check = |heading: &str, expect: bool| {
            assert_eq!(is_label(heading), expect, "{heading}");
        };
        check("Candidate Details", true);
        check("Hiring Pipeline", true);
        check("Schedule Jo Doe", true);
        check("Notes (3)", true);
        check("Bewerbungen", true);
        check("Jo Doe", false);
        check("Job van Dijk", false);
    }

    #[test]
    fn the_candidate_of_an_address() {
        let check = |url: &str, expect: Option<&str>| {
            assert_eq!(candidate(&Address::parse(url)), expect, "{url}");
        };
        check(
            "https://app.greenhouse.io/people/7/applications/9",
            Some("7"),
        );
        check(
            "https://app.ashbyhq.com/candidates/pipeline/active/right-side/candidates/c4/applications/a5/feed",
            Some("c4"),
        );
        check(
            "https://app.recruitee.com/#/dashboard/overview?candidate=12&company=3",
            Some("12"),
        );
        check(
            "https://jobs.smartrecruiters.com/app/people/profile/4f-e/messages",
            Some("4f-e"),
        );
        check("https://hire.lever.co/candidates", None);
    }

    #[test]
    fn what_others_wrote_is_left_out() {
        let text = "# Jo Doe\nBaker\n## Notes\nGood call\n### From Ann\nLikes rye\n## Experience\nBaker, 2019 – 2021";
        let own = candidates_own(blocks::of_text(text));
        let texts: Vec<&str> = own.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(
            texts,
            ["Jo Doe", "Baker", "Experience", "Baker, 2019 – 2021"]
        );
    }
}
