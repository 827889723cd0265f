//! The walk over a page: which nodes are visible text, and where a piece begins and ends.

use super::{Anchor, Block, collapse};
use crate::html::{Document, NodeId};

// The lists are matches and not slices: they are asked for every element of a page, and a match looks at the length
// of a word first.

/// Elements whose text nobody reads as part of the page.
fn is_unseen_name(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "select"
            | "option"
            | "textarea"
            | "nav"
            | "footer"
            | "dialog"
            | "audio"
            | "video"
            | "canvas"
            | "head"
            | "label"
            | "form"
            | "progress"
    )
}

/// Elements that stand inside a line.
#[rustfmt::skip]
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr" | "code" | "img" | "input" | "wbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "data" | "del" | "dfn"
            | "em" | "font" | "g-emoji" | "i" | "ins" | "kbd" | "mark" | "q" | "s" | "small" | "span" | "strong"
            | "sub" | "sup" | "time" | "u"
    )
}

/// Roles of menus, dialogs and controls.
fn is_unseen_role(role: &str) -> bool {
    matches!(
        role,
        "navigation"
            | "banner"
            | "contentinfo"
            | "dialog"
            | "alertdialog"
            | "alert"
            | "menu"
            | "menubar"
            | "menuitem"
            | "toolbar"
            | "tooltip"
            | "search"
            | "listbox"
            | "progressbar"
    )
}

/// Class words that hide a copy made for screen readers, on every site that was looked at.
fn is_hidden_class(word: &str) -> bool {
    matches!(
        word,
        "visually-hidden"
            | "sr-only"
            | "a11y-text"
            | "visuallyhidden"
            | "screen-reader-text"
            | "up-c-modal"
    )
}

/// How far up a heading still makes what stands in it a part of its line.
const HEADING_DEPTH: usize = 4;

/// How far up an element still makes the text in it preformatted.
const PRE_DEPTH: usize = 6;

/// An element that is open: around what is being walked.
struct Open {
    /// Whether it is a heading.
    heading: bool,
    /// Whether it keeps the lines of its text.
    pre: bool,
    /// Whether nothing but elements stands in it; asked for every child, answered once.
    bare: Option<bool>,
}

pub(super) struct Walk<'d, 'a> {
    doc: &'d Document<'a>,
    root: NodeId,
    out: Vec<Block>,
    line: u32,
    /// The piece being collected.
    text: String,
    holder: Option<NodeId>,
    /// The link that is open, and where its words begin in the text.
    link: Option<(String, usize)>,
    links: Vec<Anchor>,
    /// Whether the open link has words.
    linked: bool,
    /// The elements around the node that is looked at, the innermost last.
    open: Vec<Open>,
}

impl<'d, 'a> Walk<'d, 'a> {
    pub(super) fn new(doc: &'d Document<'a>, root: NodeId) -> Self {
        let around = std::iter::successors(Some(root), |id| doc.parent(*id));
        let mut open: Vec<Open> = around
            .take(PRE_DEPTH.max(HEADING_DEPTH))
            .map(|id| Open::new(doc, id))
            .collect();
        open.reverse();
        Self {
            doc,
            root,
            out: Vec::new(),
            line: 0,
            text: String::new(),
            holder: None,
            link: None,
            links: Vec::new(),
            linked: false,
            open,
        }
    }

    pub(super) fn blocks(mut self) -> Vec<Block> {
        let mut at = self.doc.first_child(self.root);
        while let Some(id) = at {
            let entered = self.enter(id);
            let child = entered.then(|| self.doc.first_child(id)).flatten();
            if child.is_some() {
                self.open.push(Open::new(self.doc, id));
            }
            at = child.or_else(|| self.after(id, entered));
        }
        self.end_line();
        if let Some(last) = self.out.last_mut() {
            last.links.append(&mut self.links);
        }
        self.out
    }

    /// The next node in the order of the page that is not inside `id`, leaving on the way what
    /// was entered.
    fn after(&mut self, mut id: NodeId, mut entered: bool) -> Option<NodeId> {
        loop {
            if entered {
                self.leave(id);
            }
            if let Some(next) = self.doc.next_sibling(id) {
                return Some(next);
            }
            id = self.doc.parent(id).filter(|parent| *parent != self.root)?;
            self.open.pop();
            entered = true;
        }
    }

    /// Takes a node in; says whether to go inside.
    fn enter(&mut self, id: NodeId) -> bool {
        if let Some(text) = self.doc.text(id) {
            self.take(id, text);
            return false;
        }
        let Some(name) = self.doc.name(id) else {
            return false;
        };
        if self.skips(id, name) {
            return false;
        }
        self.border(id, name);
        if name == "a" {
            let href = self.doc.attr(id, "href").map(str::to_owned);
            self.link = href.map(|href| (href, self.text.len()));
            self.linked = false;
        }
        true
    }

    fn leave(&mut self, id: NodeId) {
        let Some(name) = self.doc.name(id) else {
            return;
        };
        if name == "a" {
            let known = self.links.len();
            self.close_link();
            if self.links.len() == known && !self.linked {
                self.label_link(id);
            }
            self.link = None;
        }
        self.border(id, name);
    }

    fn skips(&self, id: NodeId, name: &str) -> bool {
        is_unseen(self.doc, id, name) || is_inline(name) && self.is_copy(id)
    }

    /// The second of two equal texts of which the first is hidden from screen readers is
    /// the copy made for them.
    fn is_copy(&self, id: NodeId) -> bool {
        let before =
            std::iter::successors(self.doc.prev_sibling(id), |id| self.doc.prev_sibling(*id));
        let Some(first) = before.take(4).find(|id| self.doc.name(*id).is_some()) else {
            return false;
        };
        self.doc.attr(first, "aria-hidden") == Some("true") && {
            let (first, second) = (self.letters(first), self.letters(id));
            !first.is_empty() && (first == second || reads_alike(&first, &second))
        }
    }

    /// The text of an element without white space.
    fn letters(&self, id: NodeId) -> String {
        let text = self.doc.descendants(id).filter_map(|id| self.doc.text(id));
        text.flat_map(str::chars)
            .filter(|c| !c.is_whitespace())
            .collect()
    }

    /// Ends the line or the piece where an element begins or ends one.
    fn border(&mut self, id: NodeId, name: &str) {
        let in_heading = self.is_in_heading(id, name);
        if !is_inline(name) && !in_heading {
            self.end_line();
        } else if matches!(name, "span" | "a") && !in_heading && self.is_in_bare(id) {
            self.end_piece();
        }
    }

    fn take(&mut self, id: NodeId, text: &str) {
        if text.trim().is_empty() {
            self.text.push(' ');
            return;
        }
        // Preformatted text keeps its lines.
        if self.open.iter().rev().take(PRE_DEPTH).any(|open| open.pre) {
            for (i, line) in text.split('\n').enumerate() {
                if i > 0 {
                    self.end_line();
                }
                self.add(id, line);
            }
        } else {
            self.add(id, text);
        }
    }

    fn add(&mut self, id: NodeId, text: &str) {
        if self.text.trim().is_empty() {
            self.holder = self.doc.parent(id);
        }
        self.text.push_str(text);
    }

    /// A link without words is known by its label or its picture's; the next piece keeps it.
    fn label_link(&mut self, id: NodeId) {
        let Some((href, _)) = &self.link else { return };
        let doc = self.doc;
        let label = |id: NodeId| {
            ["aria-label", "alt", "title"]
                .iter()
                .find_map(|name| doc.attr(id, name))
        };
        let label = label(id)
            .or_else(|| doc.descendants(id).take(20).find_map(label))
            .unwrap_or("");
        let (href, words) = (href.clone(), collapse(label));
        self.links.push(Anchor {
            href,
            words,
            worded: false,
        });
    }

    /// Keeps the words of the open link; it stays open for the next piece.
    fn close_link(&mut self) {
        let Some((href, from)) = &mut self.link else {
            return;
        };
        let words = collapse(self.text.get(*from..).unwrap_or(""));
        if !words.is_empty() {
            let href = href.clone();
            self.links.push(Anchor {
                href,
                words,
                worded: true,
            });
            self.linked = true;
        }
        *from = self.text.len();
    }

    /// Whether nothing but elements stands in the parent. Inline elements are then pieces of their
    /// own: that is how sites draw a column of lines out of spans.
    fn is_in_bare(&mut self, id: NodeId) -> bool {
        let doc = self.doc;
        let Some((parent, open)) = doc.parent(id).zip(self.open.last_mut()) else {
            return false;
        };
        let blank = |id| doc.text(id).is_none_or(|text| text.trim().is_empty());
        *open
            .bare
            .get_or_insert_with(|| doc.children(parent).all(blank))
    }

    /// Whether an element is a part of the line that a heading around it is.
    fn is_in_heading(&self, id: NodeId, name: &str) -> bool {
        let around = self.open.iter().rev().take(HEADING_DEPTH);
        (is_inline(name) || name == "button")
            && around.into_iter().any(|open| open.heading)
            && level(self.doc, id) == 0
    }

    fn end_line(&mut self) {
        self.end_piece();
        self.line += 1;
    }

    fn end_piece(&mut self) {
        self.close_link();
        if let Some((_, from)) = &mut self.link {
            *from = 0;
        }
        let text = collapse(&self.text);
        self.text.clear();
        let (Some(holder), false) = (self.holder.take(), text.is_empty()) else {
            return;
        };
        let mut block = Block {
            text,
            heading: 0,
            line: self.line,
            links: std::mem::take(&mut self.links),
            node: Some(holder),
            side: false,
        };
        self.look_up(holder, &mut block);
        let repeats = self
            .out
            .last()
            .is_some_and(|last| last.line == block.line && last.text == block.text);
        if !repeats {
            self.out.push(block);
        }
    }

    /// What the elements around a piece say about it.
    fn look_up(&self, holder: NodeId, block: &mut Block) {
        for id in std::iter::successors(Some(holder), |id| self.doc.parent(*id)) {
            if id == self.root {
                break;
            }
            if block.heading == 0 {
                block.heading = level(self.doc, id);
            }
            block.side |= self.doc.name(id) == Some("aside");
        }
    }
}

impl Open {
    fn new(doc: &Document<'_>, id: NodeId) -> Self {
        Self {
            heading: level(doc, id) > 0,
            pre: doc.name(id) == Some("pre"),
            bare: None,
        }
    }
}

/// A range read aloud: "Apr 2015 - Oct 2017" beside "Apr 2015 to Oct 2017".
fn reads_alike(first: &str, second: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let same = digits(first);
    same.len() >= 4 && same == digits(second) && first.len().abs_diff(second.len()) <= 8
}

/// Heading level of an element, 0 when it is none.
fn level(doc: &Document<'_>, id: NodeId) -> u8 {
    match doc.name(id) {
        Some("h1") => 1,
        Some("h2") => 2,
        Some("h3") => 3,
        Some("h4") => 4,
        Some("h5") => 5,
        Some("h6") => 6,
        _ if doc.attr(id, "role") == Some("heading") => doc
            .attr(id, "aria-level")
            .and_then(|level| level.parse().ok())
            .unwrap_or(2),
        _ => 0,
    }
}

fn is_unseen(doc: &Document<'_>, id: NodeId, name: &str) -> bool {
    is_unseen_name(name)
        || doc.attrs(id).any(hides)
        || name == "button" && !holds_heading(doc, id)
        || name == "header" && doc.parent(id).and_then(|id| doc.name(id)) == Some("body")
}

/// Whether an attribute hides its element, or says that it is no text.
fn hides((name, value): (&str, &str)) -> bool {
    match name {
        "hidden" => true,
        "role" => is_unseen_role(value),
        "class" => value.split_ascii_whitespace().any(is_hidden_class),
        "style" => value.contains("none") && value.replace(' ', "").contains("display:none"),
        _ => false,
    }
}

/// Some sites wrap the name itself in a button.
fn holds_heading(doc: &Document<'_>, id: NodeId) -> bool {
    doc.descendants(id).take(12).any(|id| level(doc, id) > 0)
}
