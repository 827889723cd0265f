//! The tree builder: what stands where, token by token.
//!
//! Holds the state of the algorithm of the HTML standard and the steps all modes share; the rules of the modes stand
//! in the modules beside. Knows nothing of how tags are written.

use std::borrow::Cow;

use super::attrs::{Attr, Span, drop_repeated};
use super::dom::{Document, Kind, NodeId, Truncation};
use super::formatting::Formatting;
use super::space::split_at;
use super::stack::{Ns, Open, Stack};
use super::tags::{FOSTER, IMPLIED, Set, TABLE_SCOPE, Tag, VOID};
use super::tokens::{TagToken, Token, Tokens, Until};
use super::{Limits, Mode};

/// A token that is to be looked at again, in the mode now set.
pub(super) type Again<'a> = Option<Token<'a>>;

/// What of the state is yes or no.
pub(super) struct Flags {
    /// A `<frameset>` may still replace the body.
    pub(super) frameset_ok: bool,
    pub(super) quirks: bool,
    /// What stands in a table but no cell is moved out of it.
    pub(super) foster: bool,
}

pub(super) struct Builder<'a> {
    pub(super) doc: Document<'a>,
    pub(super) tokens: Tokens<'a>,
    pub(super) stack: Stack,
    pub(super) formatting: Formatting,
    pub(super) mode: Mode,
    /// The mode to return to after a raw text or the text of a table.
    pub(super) return_mode: Mode,
    pub(super) template_modes: Vec<Mode>,
    pub(super) form: Option<NodeId>,
    pub(super) flags: Flags,
    /// A line end directly after `<pre>` is not text.
    pub(super) skip_newline: bool,
    pub(super) table_text: Vec<Cow<'a, str>>,
    /// Attributes of further `<html>` and `<body>` tags.
    pub(super) more_html: Vec<Attr<'a>>,
    pub(super) more_body: Vec<Attr<'a>>,
    /// How many elements are open that the stack has no room for.
    surplus: usize,
    limits: Limits,
}

impl<'a> Builder<'a> {
    pub(super) fn new(html: &'a str, limits: Limits) -> Self {
        let flags = Flags {
            frameset_ok: true,
            quirks: false,
            foster: false,
        };
        Self {
            doc: Document::new(html.len() / 64),
            tokens: Tokens::new(html, limits.nodes),
            stack: Stack::new(),
            formatting: Formatting::default(),
            mode: Mode::Initial,
            return_mode: Mode::InBody,
            template_modes: Vec::new(),
            form: None,
            flags,
            skip_newline: false,
            table_text: Vec::new(),
            more_html: Vec::new(),
            more_body: Vec::new(),
            surplus: 0,
            limits,
        }
    }

    pub(super) fn run(mut self) -> Document<'a> {
        loop {
            self.tokens.foreign = self.stack.top().is_some_and(|top| top.ns != Ns::Html);
            let mut token = self.tokens.next();
            if self.doc.len() >= self.limits.nodes && !matches!(token, Token::Eof) {
                self.doc.truncated = Some(Truncation::Nodes);
                token = Token::Eof;
            }
            let ended = matches!(token, Token::Eof);
            self.feed(token);
            if ended {
                return self.finish();
            }
        }
    }

    fn finish(mut self) -> Document<'a> {
        let mut doc = self.doc;
        if self.tokens.attrs_full {
            doc.truncated = Some(Truncation::Nodes);
        }
        doc.attrs = std::mem::take(&mut self.tokens.attrs);
        for (element, more) in [(doc.html, self.more_html), (doc.body, self.more_body)] {
            let Some(element) = element.filter(|_| !more.is_empty()) else {
                continue;
            };
            let start = doc.attrs.len();
            let own = doc.span(element).of(&doc.attrs).to_vec();
            doc.attrs.extend(own.into_iter().chain(more));
            drop_repeated(&mut doc.attrs, start);
            doc.set_span(element, Span::since(start, &doc.attrs));
        }
        doc
    }

    fn feed(&mut self, token: Token<'a>) {
        let skip = std::mem::take(&mut self.skip_newline);
        let token = match token {
            Token::Nothing => return,
            Token::Doctype(quirks) => return self.doctype(quirks),
            Token::Text(text) if skip && text.starts_with('\n') => {
                let (_, text) = split_at(text, 1);
                if text.is_empty() {
                    return;
                }
                Token::Text(text)
            }
            token => token,
        };
        let mut next = self.bound_depth(token);
        while let Some(token) = next {
            next = if self.is_foreign(&token) {
                self.foreign(token)
            } else {
                self.step(self.mode, token)
            };
        }
    }

    fn doctype(&mut self, quirks: bool) {
        if self.mode == Mode::Initial {
            self.flags.quirks = quirks;
            self.mode = Mode::BeforeHtml;
        }
    }

    /// Handles the tags for which the stack has no room: such elements are made, but stay outside the rules.
    fn bound_depth(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Start(tag) if self.is_full() => {
                self.surplus_element(tag);
                None
            }
            Token::End(_) if self.surplus > 0 && self.mode != Mode::Text => {
                self.surplus -= 1;
                None
            }
            token => Some(token),
        }
    }

    fn surplus_element(&mut self, tag: TagToken<'a>) {
        self.doc.truncated.get_or_insert(Truncation::Depth);
        if self.mode == Mode::InTableText {
            self.flush_table_text();
        }
        let html = self.stack.top().is_some_and(|top| top.ns == Ns::Html);
        if html && let Some(until) = raw_kind(tag.tag) {
            return self.raw_element(tag, until);
        }
        let leaf = if html {
            VOID.has(tag.tag)
        } else {
            tag.self_closing
        };
        if !leaf {
            self.surplus += 1;
        }
        self.insert_leaf(tag);
    }

    /// Whether the stack has no room for more.
    pub(super) fn is_full(&self) -> bool {
        self.stack.len() >= self.limits.depth
    }

    /// Where a child of the element is put: parent and following sibling.
    fn place_in(&self, target: Open) -> (NodeId, Option<NodeId>) {
        if !(self.flags.foster && FOSTER.has(target.tag)) {
            return (target.id, None);
        }
        let mut outwards = self
            .stack
            .inner_first()
            .skip_while(|open| !TABLE_SCOPE.has(open.tag));
        match outwards.next() {
            Some(open) if open.tag == Tag::Table => match self.doc.parent(open.id) {
                Some(parent) => (parent, Some(open.id)),
                None => (outwards.next().unwrap_or(open).id, None),
            },
            Some(open) => (open.id, None),
            None => (target.id, None),
        }
    }

    /// Puts a node where a child of `target` belongs.
    pub(super) fn put(&mut self, target: Open, id: NodeId) {
        let (parent, before) = self.place_in(target);
        self.doc.insert(parent, before, id);
    }

    pub(super) fn create(&mut self, name: Cow<'a, str>, attrs: Span) -> NodeId {
        self.doc.create(Kind::Element { name, attrs })
    }

    /// An element inside the innermost open one, not opened.
    pub(super) fn insert_leaf(&mut self, tag: TagToken<'a>) -> NodeId {
        let id = self.create(tag.name, tag.attrs);
        match self.stack.top() {
            Some(top) => self.put(top, id),
            None => self.doc.insert(self.doc.root(), None, id),
        }
        id
    }

    pub(super) fn open_as(&mut self, tag: TagToken<'a>, kind: Tag, ns: Ns) -> NodeId {
        let id = self.insert_leaf(tag);
        self.stack.push(Open { id, tag: kind, ns });
        id
    }

    /// Inserts and opens an HTML element.
    pub(super) fn open(&mut self, tag: TagToken<'a>) -> NodeId {
        let kind = tag.tag;
        self.open_as(tag, kind, Ns::Html)
    }

    /// Inserts and opens an element that is not written.
    pub(super) fn open_implied(&mut self, tag: Tag) -> NodeId {
        self.open(TagToken {
            tag,
            name: Cow::Borrowed(tag.name()),
            attrs: Span::default(),
            self_closing: false,
        })
    }

    /// Opens an element whose content is raw text.
    pub(super) fn raw_element(&mut self, tag: TagToken<'a>, until: Until) {
        self.open(tag);
        self.tokens.until = until;
        if until != Until::Eof {
            self.return_mode = self.mode;
            self.mode = Mode::Text;
        }
    }

    pub(super) fn append_text(&mut self, text: Cow<'a, str>) {
        let Some(top) = self.stack.top().filter(|_| !text.is_empty()) else {
            return;
        };
        let (parent, before) = self.place_in(top);
        self.doc.insert_text(parent, before, text);
    }

    pub(super) fn implied_ends_except(&mut self, tag: Tag) {
        self.stack.pop_while(IMPLIED.minus(&[tag]));
    }

    /// Whether attributes of a token are `type=hidden` and the like.
    pub(super) fn has_attr(&self, span: Span, name: &str, wanted: &[&str]) -> bool {
        let found = span
            .of(&self.tokens.attrs)
            .iter()
            .find(|attr| attr.name == name);
        found.is_some_and(|attr| {
            wanted
                .iter()
                .any(|value| attr.value.eq_ignore_ascii_case(value))
        })
    }
}

/// How the raw text in an element ends, if it is one with raw text.
pub(super) fn raw_kind(tag: Tag) -> Option<Until> {
    const RAW: Set = Set::of(&[
        Tag::Script,
        Tag::Style,
        Tag::Noframes,
        Tag::Noscript,
        Tag::Xmp,
        Tag::Iframe,
        Tag::Noembed,
    ]);
    match tag {
        Tag::Title | Tag::Textarea => Some(Until::EndDecoded(tag)),
        Tag::Plaintext => Some(Until::Eof),
        tag => RAW.has(tag).then_some(Until::EndRaw(tag)),
    }
}
