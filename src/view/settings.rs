//! The page of the settings: the first run, the settings, the policy that holds, what is read
//! where. What the user does there is stored by a script, which paints again.

use super::controls::{button, section};
use super::dom::{Made, Node};
use super::kept::said;
use super::platforms::{more, platforms};
use super::sections::{keep, known, language, links, off, pin, pool, silence};
use super::{policy, reads};
use crate::lang::{Key, Lang, key, text};
use crate::settings::kept::Refusal;
use crate::settings::{Act, InForce, Platform, Read, in_force};
use serde::Deserialize;
use serde_json::{Map, Value};
use web_sys::HtmlElement;

/// Which page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// The first run.
    Welcome,
    /// The settings.
    #[default]
    Settings,
    /// The policy that holds.
    Policy,
    /// What is read where.
    Reads,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// A choice was stored.
    Saved,
    /// What was kept is gone.
    Deleted,
    /// The counts start again.
    Reset,
    /// A file of kept candidates was read.
    Read {
        /// How many candidates of it are kept now.
        taken: u32,
        /// How many are not.
        left: u32,
    },
    /// Candidates that were kept are gone, because fewer days were asked for.
    Gone {
        /// How many.
        count: u32,
    },
    /// Nothing of a file was read.
    Refused(Refusal),
}

/// A platform as the extension's table has it.
#[derive(Clone, Debug, Deserialize)]
pub struct PlatformRow {
    /// As in [`crate::settings::PLATFORMS`].
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `built-in`, `profiles` or `tracking`.
    pub kind: String,
    /// Whether the browser lets its pages be read without a click.
    pub granted: bool,
    /// The addresses of candidates' pages.
    pub pages: Vec<String>,
}

/// What was typed and refused.
#[derive(Clone, Debug, Deserialize)]
pub struct Refused {
    /// Where.
    pub act: Act,
    /// What was typed: it stays there, so that it can be put right.
    pub typed: String,
}

/// What there is to paint.
#[derive(Clone, Debug, Deserialize)]
pub struct State {
    /// The user's storage.
    #[serde(default)]
    pub user: Value,
    /// What an administrator set.
    #[serde(default)]
    pub policy: Option<Value>,
    /// The extension's table.
    pub platforms: Vec<PlatformRow>,
    /// Which page.
    #[serde(default)]
    pub page: Page,
    /// Whether the icon is on the toolbar, where the browser says so.
    #[serde(default)]
    pub pinned: Option<bool>,
    /// What the user is being asked about before it is deleted: `everything`, `counts`, or the
    /// name of a candidate after `kept:`.
    #[serde(default)]
    pub asking: Option<String>,
    /// What is kept, as [`crate::settings::kept::listed`] takes it.
    #[serde(default)]
    pub kept: Map<String, Value>,
    /// What is the same for all candidates, as [`crate::work::Common`] is kept.
    #[serde(default)]
    pub common: String,
    /// Until when nothing is read without a click, in the user's own writing.
    #[serde(default)]
    pub silent: Option<String>,
    /// What was done.
    #[serde(default)]
    pub said: Option<Said>,
    /// What was refused.
    #[serde(default)]
    pub refused: Option<Refused>,
}

/// What the sections of the page need.
pub struct Screen<'a> {
    /// The language.
    pub lang: Lang,
    /// What there is to paint.
    pub state: &'a State,
    /// What holds.
    pub force: InForce,
}

impl Screen<'_> {
    /// A text in the language of the screen.
    pub fn text(&self, key: Key) -> &'static str {
        text(self.lang, key)
    }

    /// How a platform is read.
    pub fn platform(&self, id: &str) -> Platform {
        let found = self.force.settings.platforms.get(id).copied();
        found.unwrap_or(Platform {
            read: Read::Click,
            badge: false,
        })
    }

    /// Whether an administrator lets nobody read a platform.
    pub fn forbids(&self, id: &str) -> bool {
        let allowed = self.force.settings.allowed.as_ref();
        allowed.is_some_and(|ids| !ids.iter().any(|one| one == id))
    }

    /// Whether the user cannot change a setting.
    pub fn locks(&self, name: &str) -> bool {
        self.force.policy.locks(name)
    }

    /// What was typed in a field and refused.
    pub fn refused(&self, act: Act) -> Option<&str> {
        let refused = self.state.refused.as_ref()?;
        (refused.act == act).then_some(&refused.typed)
    }
}

/// Paints a page of the settings.
///
/// # Errors
/// When the document refuses an element, which a browser does not do.
pub fn paint(root: &HtmlElement, state: &State, browser: Lang) -> Made<()> {
    let force = in_force(&state.user, state.policy.as_ref());
    let lang = force.settings.language.as_deref();
    let lang = lang.map_or(browser, Lang::from_tag);
    let root = Node::of(root)?;
    let open = root.open_cards();
    root.clear();
    root.speak(lang.code())?;
    root.set("data-saved", text(lang, key::SETTINGS_SAVED))?;
    let screen = Screen { lang, state, force };
    pages(&root, &screen)?;
    match state.page {
        Page::Welcome => welcome(&root, &screen)?,
        Page::Settings => settings(&root, &screen)?,
        Page::Policy => policy::page(&root, &screen)?,
        Page::Reads => reads::page(&root, &screen)?,
    }
    root.text("p", "small", screen.text(key::SETTINGS_PROMISE))?;
    if let Some(words) = said(&screen) {
        root.announce(&words);
    }
    root.reopen_cards(&open)
}

/// The ways to the pages. The first run has one way out, at its end.
fn pages(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let nav = root.child("nav", "")?;
    nav.set("aria-label", screen.text(key::SETTINGS_PAGES))?;
    let all = [
        ("#settings", Page::Settings, key::SETTINGS_TITLE),
        ("#policy", Page::Policy, key::POLICY_TITLE),
        ("#reads", Page::Reads, key::READS_TITLE),
    ];
    for (address, page, words) in all {
        let link = nav.text("a", "", screen.text(words))?;
        link.set("href", address)?;
        link.set("id", &format!("to-{}", address.trim_start_matches('#')))?;
        if page == screen.state.page {
            link.set("aria-current", "page")?;
        }
    }
    Ok(())
}

/// The title of a page, which takes the focus when the page changes.
pub fn title(root: &Node, screen: &Screen<'_>, title: Key, lead: Key) -> Made<()> {
    let heading = root.text("h1", "", screen.text(title))?;
    heading.set("id", "title")?;
    heading.set("tabindex", "-1")?;
    root.text("p", "", screen.text(lead)).map(drop)
}

fn welcome(root: &Node, screen: &Screen<'_>) -> Made<()> {
    title(root, screen, key::SETTINGS_WELCOME, key::SETTINGS_LEAD)?;
    platforms(root, screen)?;
    let practice = section(root, "practice", screen.lang, key::SETTINGS_PRACTICE_TITLE)?;
    practice.text("p", "", screen.text(key::SETTINGS_PRACTICE_HOW))?;
    let words = screen.text(key::SETTINGS_PRACTICE);
    button(&practice, "practice-open", "practice", words)?;
    pin(root, screen)?;
    button(root, "done", "asked", screen.text(key::SETTINGS_DONE)).map(drop)
}

fn settings(root: &Node, screen: &Screen<'_>) -> Made<()> {
    title(root, screen, key::SETTINGS_TITLE, key::SETTINGS_LEAD)?;
    if !screen.force.policy.is_empty() {
        root.text("p", "note", screen.text(key::POLICY_PRESENT))?;
    }
    platforms(root, screen)?;
    more(root, screen)?;
    silence(root, screen)?;
    language(root, screen)?;
    known(root, screen)?;
    links(root, screen)?;
    pool(root, screen)?;
    keep(root, screen)?;
    off(root, screen)?;
    pin(root, screen)
}
