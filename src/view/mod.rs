//! Paints the report rows into a document of the extension, through web-sys.
//!
//! Invariants: decides nothing and fetches nothing; every word of a candidate's page goes in as
//! text, never as markup; no inline style, because the policy of extension pages forbids it.

mod bench;
mod beside;
mod beyond;
mod cards;
mod controls;
mod dom;
mod foot;
mod kept;
mod note;
mod platforms;
mod policy;
mod reads;
mod sections;
mod settings;
mod sources;
mod stage;
mod words;

pub use settings::{State as SettingsState, paint as paint_settings};
pub use words::words;

use crate::lang::{self, Key, Lang, key};
use crate::report::{Assessment, Level, Record, Rows, Scene, State, links, plain};
use dom::{Made, Node};
use serde::Serialize;
use std::collections::BTreeMap;
use web_sys::HtmlElement;

/// What the badge and the toolbar say of the verdict that was painted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Painted {
    /// The level.
    pub level: Level,
    /// How many details are open.
    pub open: usize,
    /// Whether the page is left alone.
    pub quiet: bool,
    /// The words of the badge by language code.
    pub words: BTreeMap<&'static str, String>,
}

/// Paints what is stored about a tab; `None` when nothing was read there yet.
///
/// # Errors
/// When the document refuses an element, which a browser does not do.
pub fn paint(
    root: &HtmlElement,
    record: Option<&Record>,
    scene: &Scene,
    lang: Lang,
) -> Made<Option<Painted>> {
    let root = Node::of(root)?;
    let open = root.open_cards();
    root.clear();
    root.speak(lang.code())?;
    let main = root.child("main", "")?;
    let judged = record
        .filter(|record| record.state == State::Judged)
        .and_then(|record| scene.verdict(record));
    let painted = judged.as_ref().map(|(found, _)| Painted::of(found, scene));
    let announced = if let (Some(record), Some((found, can))) = (record, judged) {
        judgement(&root, &main, record, scene, (&found, can), lang)?
    } else {
        let announced = without_verdict(&main, record, lang)?;
        foot::foot(&root, None, scene.given.foot.as_ref(), lang)?;
        announced
    };
    root.reopen_cards(&open)?;
    root.announce(&announced);
    Ok(painted)
}

/// A verdict, and what stands below it; `can` says whether it can be taken apart.
fn judgement(
    root: &Node,
    main: &Node,
    record: &Record,
    scene: &Scene,
    (found, can): (&Assessment, bool),
    lang: Lang,
) -> Made<String> {
    let rows = Rows::of(&scene.told(found), lang, record);
    report(main, record, &rows, scene, can)?;
    if scene.given.links {
        beyond::links(main, &rows, &links(record, found))?;
    }
    foot::foot(root, Some(&rows), scene.given.foot.as_ref(), lang)?;
    Ok(rows.badge)
}

/// A screen without one, with the sources that there are.
fn without_verdict(main: &Node, record: Option<&Record>, lang: Lang) -> Made<String> {
    let announced = state(main, record, lang)?;
    if let Some(record) = record {
        sources::sources(main, record, lang)?;
        sources::copies(main, record, lang)?;
    }
    Ok(announced.to_owned())
}

impl Painted {
    fn of(found: &Assessment, scene: &Scene) -> Self {
        let open = found.hits.len();
        let quiet = scene
            .work
            .as_ref()
            .and_then(|work| work.board().quiet.as_ref());
        let words = |lang: &Lang| (lang.code(), found.level.badge(open, *lang));
        Self {
            level: found.level,
            open,
            quiet: quiet.is_some_and(|quiet| quiet.holds(scene.today)),
            words: Lang::ALL.iter().map(words).collect(),
        }
    }
}

/// A screen without a verdict: a title and what to do.
fn state(main: &Node, record: Option<&Record>, lang: Lang) -> Made<&'static str> {
    let is_desk = record.is_some_and(|record| !record.sources.is_empty());
    let (title, next) = match record.map(|record| record.state) {
        Some(State::Failed) if is_desk => (key::STATE_UNREAD, key::STATE_UNREAD_NEXT),
        state => state_words(state),
    };
    let notice = main.child("header", "notice")?;
    page_title(&notice, record)?;
    notice.text("h1", "", lang::text(lang, title))?;
    let why = record.filter(|record| record.state == State::Failed);
    let why = why.and_then(|record| record.why.as_deref());
    let why = why.filter(|why| why.trim_end_matches('.') != lang::text(lang, title));
    notice.text("p", "", why.unwrap_or(lang::text(lang, next)))?;
    Ok(lang::text(lang, title))
}

const fn state_words(state: Option<State>) -> (Key, Key) {
    match state {
        None => (key::STATE_NOTHING_READ, key::STATE_NOTHING_READ_NEXT),
        Some(State::Reading) => (key::STATE_READING, key::STATE_READING_NEXT),
        Some(State::NotACandidate) => (key::STATE_NOT_A_CANDIDATE, key::STATE_NOT_A_CANDIDATE_NEXT),
        Some(State::NoSources) => (key::STATE_NO_SOURCES, key::STATE_NO_SOURCES_NEXT),
        Some(State::Off) => (key::STATE_OFF, key::STATE_OFF_NEXT),
        // judged, but without an assessment: the record is not what it says
        Some(State::Failed | State::Judged) => (key::STATE_FAILED, key::STATE_FAILED_NEXT),
    }
}

fn page_title(header: &Node, record: Option<&Record>) -> Made<()> {
    let title = record.and_then(|record| record.title.as_deref());
    match title.map(plain) {
        Some(title) if !title.is_empty() => {
            let line = header.text("p", "page", &title)?;
            line.set("dir", "auto")
        }
        _ => Ok(()),
    }
}

/// On paper, where neither tab nor clock stands beside it: the address and the day.
fn whence(parent: &Node, record: &Record, rows: &Rows, scene: &Scene) -> Made<()> {
    let url = record.url.iter().filter(|url| !url.is_empty());
    let url = url.map(|url| plain(url));
    let day = Some(&scene.given.today).filter(|day| !day.is_empty());
    let day = day.map(|day| rows.labelled(key::NOTE_DAY, day));
    let words: Vec<String> = url.chain(day).collect();
    let line = parent.text("p", "paper-only", &words.join(" \u{b7} "))?;
    line.set("dir", "auto")
}

/// The verdict, top to bottom.
fn report(main: &Node, record: &Record, rows: &Rows, scene: &Scene, can: bool) -> Made<()> {
    // What cannot be judged again is shown without the controls that would have to do it.
    let fixed = Scene {
        work: None,
        ..scene.clone()
    };
    let is_of_others = !can && scene.work.is_some();
    let scene = if can { scene } else { &fixed };
    verdict(main, record, rows, scene)?;
    if is_of_others {
        main.text("p", "small", rows.text(key::ASIDE_OTHER_RULES))?;
    }
    sources::sources(main, record, rows.lang)?;
    let columns = main.child("div", "columns")?;
    let left = columns.child("div", "lines")?;
    cards::to_verify(&left, rows, scene)?;
    cards::fits(&left, rows, scene)?;
    bench::aside(&left, rows)?;
    beside::folded(&left, rows)?;
    sources::copies(&left, record, rows.lang)?;
    let right = columns.child("div", "aside")?;
    cards::not_checked(&right, rows)?;
    beside::next_check(&right, rows)?;
    stage::steps(&right, rows, scene)?;
    stage::kit(&right, record, rows, scene)?;
    beside::pool(&right, rows)?;
    note::note(&right, rows)?;
    beyond::own_note(&right, rows, scene)?;
    beyond::kept(&right, rows, scene)?;
    if record.key.is_none() && scene.work.is_some() {
        bench::quiet(&right.child("section", "")?, rows, scene)?;
    }
    Ok(())
}

fn verdict(main: &Node, record: &Record, rows: &Rows, scene: &Scene) -> Made<()> {
    let header = main.child("header", "verdict")?;
    header.set("data-level", level_name(rows.level))?;
    page_title(&header, Some(record))?;
    whence(&header, record, rows, scene)?;
    let title = header.child("h1", "")?;
    dom::mark(&title, rows.level)?;
    title.text("span", "", &rows.badge)?;
    header.text("p", "", &rows.sentence)?;
    if let Some(why) = &record.why {
        header.text("p", "", why)?;
    }
    let facts = header.child("p", "facts")?;
    facts.text("span", "", &rows.coverage)?;
    let sum = facts.child("span", "sum")?;
    let colon = rows.text(key::LANGUAGE_COLON);
    sum.text("span", "", &format!("{}{colon}", rows.text(key::SUM_LABEL)))?;
    sum.text("span", "number", &rows.sum)?;
    bench::undo(&facts, rows, scene)
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::NotEnough => "not-enough",
        Level::NothingStoodOut => "nothing-stood-out",
        Level::WorthChecking => "worth-checking",
        Level::VerifyFirst => "verify-first",
    }
}
