//! The foot of the panel: by which rules, that nothing left the browser, and how to be left alone.

use super::dom::{Made, Node};
use crate::lang::{self, Key, Lang, key};
use crate::report::{Foot, Rows};

/// Paints what there is to say; nothing where that is nothing.
pub fn foot(root: &Node, rows: Option<&Rows>, foot: Option<&Foot>, lang: Lang) -> Made<()> {
    if rows.is_none() && foot.is_none() {
        return Ok(());
    }
    let footer = root.child("footer", "")?;
    if let Some(foot) = foot {
        controls(&footer, foot, lang)?;
    }
    if let Some(rows) = rows {
        footer.text("p", "", &rows.rules)?;
        footer.text("p", "", rows.text(key::FOOTER_LOCAL))?;
    }
    Ok(())
}

fn controls(footer: &Node, foot: &Foot, lang: Lang) -> Made<()> {
    let actions = footer.child("p", "actions")?;
    let switch = |act: &str, on: bool, words: &str| -> Made<Node> {
        let button = actions.button(act, words)?;
        button.set("data-on", if on { "false" } else { "true" })?;
        Ok(button)
    };
    if let Some(site) = &foot.site {
        let words = if site.off {
            key::FOOTER_ON
        } else {
            key::FOOTER_OFF
        };
        let words = lang::fill(text(lang, words), &[("site", &site.host)]);
        switch("off", site.off, &words)?.set("data-id", &site.host)?;
    }
    let quiet = if foot.quiet {
        key::SETTINGS_SILENCE_END
    } else {
        key::SETTINGS_SILENCE_HOUR
    };
    switch("quiet-hour", foot.quiet, text(lang, quiet))?;
    actions.button("settings", text(lang, key::SETTINGS_TITLE))?;
    Ok(())
}

fn text(lang: Lang, key: Key) -> &'static str {
    lang::text(lang, key)
}
