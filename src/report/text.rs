//! A text for somebody's file, as Markdown or as plain lines. Nothing that comes from a page can
//! become markup.

use super::rows::plain;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Markdown.
    Markdown,
    /// Plain lines.
    Plain,
}

/// A text as it grows.
pub(super) struct Text {
    lines: String,
    style: Style,
}

impl Text {
    pub const fn new(style: Style) -> Self {
        let lines = String::new();
        Self { lines, style }
    }

    pub fn done(self) -> String {
        self.lines
    }

    /// Words of a page or a list, on one line, as the reader of the text sees them.
    pub fn say(&self, words: &str) -> String {
        match self.style {
            Style::Markdown => escape(&plain(words)),
            Style::Plain => plain(words),
        }
    }

    /// Words of rows, which are on one line already and may be long.
    pub fn written(&self, words: &str) -> String {
        match self.style {
            Style::Markdown => escape(words),
            Style::Plain => words.to_owned(),
        }
    }

    /// Words of a page or a list, standing out where the style can show that.
    pub fn strong(&self, words: &str) -> String {
        match self.style {
            Style::Markdown => format!("**{}**", self.say(words)),
            Style::Plain => plain(words),
        }
    }

    pub fn line(&mut self, line: &str) {
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    pub fn title(&mut self, words: &str) {
        let mark = if self.style == Style::Markdown {
            "## "
        } else {
            ""
        };
        let words = self.say(words);
        self.line(&format!("{mark}{words}"));
    }

    /// A heading, with a blank line before it.
    pub fn heading(&mut self, words: &str) {
        let mark = if self.style == Style::Markdown {
            "### "
        } else {
            ""
        };
        self.line("");
        self.line(&format!("{mark}{words}"));
    }

    /// An item of a list, already said.
    pub fn item(&mut self, words: &str) {
        self.line(&format!("- {words}"));
    }

    /// An item below an item, already said.
    pub fn sub(&mut self, words: &str) {
        self.line(&format!("  - {words}"));
    }

    /// Something to do, or done.
    pub fn todo(&mut self, done: bool, words: &str) {
        let mark = if done { "x" } else { " " };
        self.line(&format!("- [{mark}] {words}"));
    }

    /// A heading and an item for each; nothing when there are none.
    pub fn items<T>(&mut self, heading: &str, all: &[T], each: impl Fn(&Self, &T) -> String) {
        if all.is_empty() {
            return;
        }
        self.heading(heading);
        for one in all {
            let words = each(self, one);
            self.item(&words);
        }
    }
}

/// Words of a page, so that Markdown shows them as they are.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if r"\`*_[]<>&~|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
