//! The page of the settings: the first run, the settings, the policy that holds, what is read
//! where. What the user does there is stored by a script, which paints again.

use super::controls::{Number, Tick, button, flag, locked, section};
use super::dom::{Made, Node};
use super::{policy, reads};
use crate::lang::{Key, Lang, fill, key, text};
use crate::settings::{Act, Platform, Read, in_force};
use crate::settings::{BROWSER, InForce, KEEP_DAYS, KNOWN, LANGUAGE, LINKS, ONE_IN};
use serde::Deserialize;
use serde_json::Value;
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
    /// Whether the user is being asked before everything is deleted.
    #[serde(default)]
    pub asking: bool,
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

    fn locks(&self, name: &str) -> bool {
        self.force.policy.locks(name)
    }

    fn refused(&self, act: Act) -> Option<&str> {
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
    match state.said {
        Some(Said::Saved) => root.announce(screen.text(key::SETTINGS_SAVED)),
        Some(Said::Deleted) => root.announce(screen.text(key::SETTINGS_DELETED)),
        None => {}
    }
    Ok(())
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

fn rows<'a>(screen: &'a Screen<'_>, kind: &str) -> impl Iterator<Item = &'a PlatformRow> {
    let rows = screen.state.platforms.iter();
    rows.filter(move |row| row.kind == kind)
}

/// Those that are built in: when, and whether with a badge.
fn platforms(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let form = root.child("div", "")?;
    form.set("id", "platforms")?;
    for row in rows(screen, "built-in") {
        platform(&form, screen, row)?;
    }
    Ok(())
}

fn platform(form: &Node, screen: &Screen<'_>, row: &PlatformRow) -> Made<()> {
    let id = &*row.id;
    let now = screen.platform(id);
    let set = form.child("fieldset", "")?;
    set.text("legend", "", &row.name)?;
    if id == "linkedin" {
        set.text("p", "note", screen.text(key::SETTINGS_LINKEDIN))?;
    }
    let (read, badge) = (format!("platforms.{id}"), format!("badges.{id}"));
    let forbidden = screen.forbids(id);
    let line = set.child("div", "row")?;
    for (value, on, words) in [
        ("auto", Read::Auto, key::SETTINGS_AUTO),
        ("click", Read::Click, key::SETTINGS_CLICK),
    ] {
        Tick {
            kind: "radio",
            name: id,
            id: &format!("read-{id}-{value}"),
            act: "read",
            of: id,
            value,
            on: now.read == on && !forbidden,
            locked: forbidden || screen.locks(&read),
            label: screen.text(words),
        }
        .paint(&line)?;
    }
    Tick {
        kind: "checkbox",
        name: &format!("{id}-badge"),
        id: &format!("badge-{id}"),
        act: "badge",
        of: id,
        value: "on",
        on: now.badge,
        locked: forbidden || screen.locks(&badge),
        label: screen.text(key::SETTINGS_BADGE),
    }
    .paint(&line)?;
    if forbidden {
        set.text("p", "small", screen.text(key::POLICY_FORBIDDEN))?;
    } else if now.read == Read::Unset {
        set.text("p", "small", screen.text(key::SETTINGS_UNSET))?;
    }
    locked(
        &set,
        screen.lang,
        screen.locks(&read) || screen.locks(&badge),
    )
}

/// The platforms that are asked for one by one.
fn more(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "more", screen.lang, key::SETTINGS_MORE_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_MORE_HOW))?;
    for (kind, heading, what) in [
        (
            "profiles",
            key::SETTINGS_PROFILES,
            key::SETTINGS_PROFILES_WHAT,
        ),
        (
            "tracking",
            key::SETTINGS_TRACKING,
            key::SETTINGS_TRACKING_WHAT,
        ),
    ] {
        section.text("h3", "", screen.text(heading))?;
        section.text("p", "small", screen.text(what))?;
        let list = section.child("ul", "columns")?;
        list.set("id", kind)?;
        for row in rows(screen, kind) {
            one_more(&list, screen, row)?;
        }
    }
    Ok(())
}

fn one_more(list: &Node, screen: &Screen<'_>, row: &PlatformRow) -> Made<()> {
    let item = list.child("li", "")?;
    let forbidden = screen.forbids(&row.id);
    let is_locked = screen.locks(&format!("platforms.{}", row.id));
    Tick {
        kind: "checkbox",
        name: &row.id,
        id: &format!("read-{}", row.id),
        act: "read",
        of: &row.id,
        value: "auto",
        on: screen.platform(&row.id).read == Read::Auto,
        locked: forbidden || is_locked,
        label: &row.name,
    }
    .paint(&item)?;
    if row.id == "linkedin-hiring" {
        item.text("p", "note", screen.text(key::SETTINGS_LINKEDIN))?;
    }
    if forbidden {
        return item
            .text("p", "small", screen.text(key::POLICY_FORBIDDEN))
            .map(drop);
    }
    locked(&item, screen.lang, is_locked)
}

/// A while without reading.
fn silence(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "silence", screen.lang, key::SETTINGS_SILENCE_TITLE)?;
    let Some(until) = &screen.state.silent else {
        section.text("p", "", screen.text(key::SETTINGS_SILENCE_HOW))?;
        let line = section.child("div", "row")?;
        let hour = screen.text(key::SETTINGS_SILENCE_HOUR);
        button(&line, "silence-hour", "snooze", hour)?.set("data-minutes", "60")?;
        let day = screen.text(key::SETTINGS_SILENCE_DAY);
        return button(&line, "silence-day", "snooze", day)?.set("data-minutes", "480");
    };
    let until = fill(screen.text(key::SETTINGS_SILENCE_UNTIL), &[("time", until)]);
    section.text("p", "note", &until)?;
    button(
        &section,
        "silence-end",
        "wake",
        screen.text(key::SETTINGS_SILENCE_END),
    )
    .map(drop)
}

fn language(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "language", screen.lang, key::SETTINGS_LANGUAGE_TITLE)?;
    let select = section.child("select", "")?;
    select.set("id", "language-choice")?;
    select.set("data-act", "language")?;
    select.set("aria-labelledby", "language-title")?;
    let is_locked = screen.locks(LANGUAGE.policy);
    flag(&select, "disabled", is_locked)?;
    let chosen = screen.force.settings.language.as_deref();
    let browser = screen.text(key::SETTINGS_LANGUAGE_BROWSER);
    let own = |lang: &Lang| (lang.code(), text(*lang, key::LANGUAGE_NAME));
    let all = Lang::ALL.iter().map(own);
    for (code, words) in std::iter::once((BROWSER, browser)).chain(all) {
        let option = select.text("option", "", words)?;
        option.set("value", code)?;
        flag(&option, "selected", chosen.unwrap_or(BROWSER) == code)?;
        if code != BROWSER {
            option.set("lang", code)?;
        }
    }
    locked(&section, screen.lang, is_locked)
}

/// A single choice that is on or off.
fn choice(section: &Node, screen: &Screen<'_>, name: &str, on: bool, words: Key) -> Made<()> {
    let is_locked = screen.locks(name);
    Tick {
        kind: "checkbox",
        name,
        id: &format!("{name}-choice"),
        act: name,
        of: "",
        value: "on",
        on,
        locked: is_locked,
        label: screen.text(words),
    }
    .paint(section)?;
    locked(section, screen.lang, is_locked)
}

fn known(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "known", screen.lang, key::SETTINGS_KNOWN_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_KNOWN_WHAT))?;
    let on = screen.force.settings.known;
    choice(&section, screen, KNOWN.policy, on, key::SETTINGS_KNOWN)
}

fn links(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "links", screen.lang, key::SETTINGS_LINKS_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_LINKS_WHAT))?;
    let on = screen.force.settings.links;
    choice(&section, screen, LINKS.policy, on, key::SETTINGS_LINKS)
}

/// A number as it stands in a field.
fn typed(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn pool(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "pool", screen.lang, key::SETTINGS_POOL_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_POOL_WHAT))?;
    let is_locked = screen.locks(ONE_IN.policy);
    Number {
        act: "one-in",
        label: screen.text(key::SETTINGS_POOL),
        range: screen.text(key::SETTINGS_POOL_RANGE),
        value: &typed(screen.force.settings.one_in),
        locked: is_locked,
        refused: screen.refused(Act::OneIn),
    }
    .paint(&section)?;
    locked(&section, screen.lang, is_locked)
}

fn keep(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "keep", screen.lang, key::SETTINGS_KEEP_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_KEEP_WHAT))?;
    section.text("p", "note", screen.text(key::SETTINGS_KEEP_PLAIN))?;
    let days = screen.force.settings.keep_days;
    let is_locked = screen.locks(KEEP_DAYS.policy);
    Tick {
        kind: "checkbox",
        name: "keep",
        id: "keep-choice",
        act: "keep",
        of: "",
        value: "on",
        on: days.is_some(),
        locked: is_locked,
        label: screen.text(key::SETTINGS_KEEP),
    }
    .paint(&section)?;
    if days.is_some() {
        Number {
            act: "keep-days",
            label: screen.text(key::SETTINGS_KEEP_DAYS),
            range: screen.text(key::SETTINGS_KEEP_RANGE),
            value: &typed(days),
            locked: is_locked,
            refused: screen.refused(Act::KeepDays),
        }
        .paint(&section)?;
    }
    locked(&section, screen.lang, is_locked)?;
    delete(&section, screen)
}

/// Everything is deleted only after a second click, beside which stands what goes.
fn delete(section: &Node, screen: &Screen<'_>) -> Made<()> {
    if !screen.state.asking {
        let words = screen.text(key::SETTINGS_DELETE);
        return button(section, "delete", "delete-ask", words).map(drop);
    }
    let asked = section.child("div", "warn")?;
    asked.set("role", "group")?;
    asked.set("aria-labelledby", "delete-about")?;
    let about = asked.text("p", "", screen.text(key::SETTINGS_DELETE_ABOUT))?;
    about.set("id", "delete-about")?;
    let line = asked.child("div", "row")?;
    let no = screen.text(key::SETTINGS_DELETE_NO);
    button(&line, "delete-no", "delete-no", no)?;
    let yes = screen.text(key::SETTINGS_DELETE_YES);
    button(&line, "delete-yes", "delete-yes", yes).map(drop)
}

fn off(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let policy = &screen.force.policy;
    let sites = &screen.force.settings.off;
    if sites.is_empty() {
        return Ok(());
    }
    let section = section(root, "off", screen.lang, key::SETTINGS_OFF_TITLE)?;
    let is_locked = policy.off_replace.is_some() || screen.locks("off");
    let list = section.child("ul", "")?;
    list.set("id", "off-list")?;
    for site in sites {
        let item = list.child("li", "")?;
        item.text("span", "", site)?;
        if is_locked || policy.off_add.contains(site) {
            locked(&item, screen.lang, true)?;
            continue;
        }
        let words = screen.text(key::SETTINGS_OFF_REMOVE);
        let remove = button(&item, &format!("off-{site}"), "off-remove", words)?;
        remove.set("data-of", site)?;
        remove.set("aria-label", &format!("{words}: {site}"))?;
    }
    Ok(())
}

fn pin(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "pin", screen.lang, key::SETTINGS_PIN_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_PIN_HOW))?;
    let (class, words) = match screen.state.pinned {
        Some(true) => ("note", key::SETTINGS_PIN_YES),
        Some(false) => ("warn", key::SETTINGS_PIN_NO),
        None => return Ok(()),
    };
    section.text("p", class, screen.text(words)).map(drop)
}
