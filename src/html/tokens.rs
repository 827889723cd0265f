//! Cuts a page into tags and texts.
//!
//! Knows how HTML is written, not what it means: which texts are raw and whether CDATA sections count is told by the
//! tree builder through [`Tokens::until`] and [`Tokens::foreign`].

use std::borrow::Cow;

use super::attrs::{Attr, Span, drop_repeated, fold};
use super::doctype;
use super::entities::{Place, decode};
use super::raw;
use super::tags::Tag;

/// From how many attributes of one tag on duplicates are found by sorting.
const MANY: usize = 16;

/// A start or end tag.
#[derive(Debug)]
pub(super) struct TagToken<'a> {
    pub(super) tag: Tag,
    /// In lower case.
    pub(super) name: Cow<'a, str>,
    pub(super) attrs: Span,
    pub(super) self_closing: bool,
}

/// What the tree builder is fed.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// Never empty, never with NUL.
    Text(Cow<'a, str>),
    /// A NUL outside raw text: what it means depends on where it stands.
    Null,
    Start(TagToken<'a>),
    End(TagToken<'a>),
    /// Makes no node but separates the texts around it.
    Comment,
    /// Whether the page asks for quirks mode.
    Doctype(bool),
    /// Nothing, not even a separation.
    Nothing,
    Eof,
}

/// Up to where text has no tags.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Until {
    /// Ordinary content.
    Tag,
    /// To the end tag of this name, with character references.
    EndDecoded(Tag),
    /// To the end tag of this name, as it stands.
    EndRaw(Tag),
    /// To the end of the page.
    Eof,
}

/// The reading position in a page.
pub(super) struct Tokens<'a> {
    html: &'a str,
    pos: usize,
    /// How the next text ends.
    pub(super) until: Until,
    /// Whether `<![CDATA[` starts a text.
    pub(super) foreign: bool,
    /// All attributes so far; tokens point into it.
    pub(super) attrs: Vec<Attr<'a>>,
    /// How many attributes may be kept.
    max_attrs: usize,
    /// Whether attributes were left out.
    pub(super) attrs_full: bool,
    /// The rest of a CDATA section up to here is text.
    cdata_end: Option<usize>,
}

pub(super) fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str, max_attrs: usize) -> Self {
        Self {
            html,
            pos: 0,
            until: Until::Tag,
            foreign: false,
            attrs: Vec::new(),
            max_attrs,
            attrs_full: false,
            cdata_end: None,
        }
    }

    pub(super) fn next(&mut self) -> Token<'a> {
        if let Some(end) = self.cdata_end {
            return self.cdata(end);
        }
        match self.until {
            Until::Tag => self.content(),
            Until::EndDecoded(tag) => self.raw_text(tag, Place::Text),
            Until::EndRaw(tag) => self.raw_text(tag, Place::Raw),
            Until::Eof => self.text_to(self.html.len(), Place::Raw),
        }
    }

    fn bytes_from(&self, pos: usize) -> &'a [u8] {
        self.html.as_bytes().get(pos..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.pos).copied()
    }

    /// Where from `pos` on the first byte of the kind stands, or the end.
    fn find(&self, pos: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes_from(pos);
        pos + rest.iter().position(|&b| wanted(b)).unwrap_or(rest.len())
    }

    /// The slice up to `end`; reading goes on there.
    fn take_to(&mut self, end: usize) -> &'a str {
        let slice = self.html.get(self.pos..end).unwrap_or_default();
        self.pos = end;
        slice
    }

    /// The text up to `end`, or `Eof` when there is none.
    fn text_to(&mut self, end: usize, place: Place) -> Token<'a> {
        match self.take_to(end) {
            "" => Token::Eof,
            text => Token::Text(decode(text, place)),
        }
    }

    fn raw_text(&mut self, tag: Tag, place: Place) -> Token<'a> {
        let end = raw::end(self.html.as_bytes(), self.pos, tag);
        if end > self.pos {
            return self.text_to(end, place);
        }
        self.until = Until::Tag;
        if end < self.html.len() {
            self.tag(true)
        } else {
            Token::Eof
        }
    }

    fn content(&mut self) -> Token<'a> {
        let rest = self.bytes_from(self.pos);
        match rest {
            [] => Token::Eof,
            [0, ..] => {
                self.pos += 1;
                Token::Null
            }
            _ if starts_markup(rest) => self.markup(rest),
            _ => {
                let end = self.text_end();
                self.text_to(end, Place::Text)
            }
        }
    }

    fn text_end(&self) -> usize {
        let mut at = self.pos;
        loop {
            at = self.find(at, |b| b == b'<' || b == 0);
            let rest = self.bytes_from(at);
            if rest.first() != Some(&b'<') || starts_markup(rest) {
                return at;
            }
            at += 1;
        }
    }

    fn markup(&mut self, rest: &'a [u8]) -> Token<'a> {
        match rest {
            [_, b'/', b'>', ..] => {
                self.pos += 3;
                Token::Nothing
            }
            [_, b'/', first, ..] if first.is_ascii_alphabetic() => self.tag(true),
            [_, b'/', ..] => self.bogus_comment(2),
            [_, b'!', b'-', b'-', ..] => {
                self.pos = raw::comment_end(self.html.as_bytes(), self.pos + 4);
                Token::Comment
            }
            [_, b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] if self.foreign => {
                self.pos += 9;
                self.cdata(raw::cdata_end(self.html, self.pos))
            }
            [_, b'!', name @ ..]
                if name
                    .get(..7)
                    .is_some_and(|b| b.eq_ignore_ascii_case(b"doctype")) =>
            {
                self.pos += 9;
                self.doctype()
            }
            [_, b'!' | b'?', ..] => self.bogus_comment(1),
            _ => self.tag(false),
        }
    }

    /// The text of a CDATA section, NUL by NUL.
    fn cdata(&mut self, end: usize) -> Token<'a> {
        self.cdata_end = Some(end);
        if self.pos >= end {
            self.cdata_end = None;
            self.pos = (end + 3).min(self.html.len());
            return Token::Nothing;
        }
        if self.peek() == Some(0) {
            self.pos += 1;
            return Token::Null;
        }
        let section = self.bytes_from(self.pos).iter().take(end - self.pos);
        let text_end = self.pos + section.take_while(|&&b| b != 0).count();
        self.text_to(text_end, Place::Raw)
    }

    fn bogus_comment(&mut self, skip: usize) -> Token<'a> {
        let end = self.find(self.pos + skip, |b| b == b'>');
        self.pos = (end + 1).min(self.html.len());
        Token::Comment
    }

    fn doctype(&mut self) -> Token<'a> {
        let end = self.find(self.pos, |b| b == b'>');
        let complete = end < self.html.len();
        let text = self.take_to(end);
        self.pos = (end + 1).min(self.html.len());
        Token::Doctype(!complete || doctype::asks_for_quirks(text))
    }

    /// A tag; `Eof` when the page ends inside it.
    fn tag(&mut self, end: bool) -> Token<'a> {
        self.pos += if end { 2 } else { 1 };
        let name_end = self.find(self.pos, |b| is_space(b) || b == b'/' || b == b'>');
        let raw_name = self.take_to(name_end);
        let tag = Tag::of(raw_name);
        let name = if tag == Tag::Other {
            fold(raw_name)
        } else {
            Cow::Borrowed(tag.name())
        };
        let start = self.attrs.len();
        let Some(self_closing) = self.attributes(start, !end) else {
            self.pos = self.html.len();
            return Token::Eof;
        };
        if self.attrs.len() - start > MANY {
            drop_repeated(&mut self.attrs, start);
        }
        let attrs = Span::since(start, &self.attrs);
        let token = TagToken {
            tag,
            name,
            attrs,
            self_closing,
        };
        if end {
            Token::End(token)
        } else {
            Token::Start(token)
        }
    }

    /// The attributes up to the end of the tag, and whether the tag closes itself.
    fn attributes(&mut self, start: usize, keep: bool) -> Option<bool> {
        loop {
            self.pos = self.find(self.pos, |b| !is_space(b));
            match self.peek()? {
                b'>' => {
                    self.pos += 1;
                    return Some(false);
                }
                b'/' if self.bytes_from(self.pos + 1).first() == Some(&b'>') => {
                    self.pos += 2;
                    return Some(true);
                }
                b'/' => self.pos += 1,
                _ => self.attribute(start, keep)?,
            }
        }
    }

    fn attribute(&mut self, start: usize, keep: bool) -> Option<()> {
        let first = self.pos + usize::from(self.peek() == Some(b'='));
        let end = self.find(first, |b| is_space(b) || matches!(b, b'/' | b'>' | b'='));
        let raw_name = self.take_to(end);
        self.pos = self.find(self.pos, |b| !is_space(b));
        let value = if self.peek()? == b'=' {
            self.value()?
        } else {
            ""
        };
        if !keep {
            return Some(());
        }
        let name = fold(raw_name);
        let others = self.attrs.get(start..).unwrap_or_default();
        if others.len() <= MANY && others.iter().any(|attr| attr.name == name) {
            return Some(());
        }
        if self.attrs.len() >= self.max_attrs {
            self.attrs_full = true;
            return Some(());
        }
        self.attrs.push(Attr {
            name,
            value: decode(value, Place::Attribute),
        });
        Some(())
    }

    fn value(&mut self) -> Option<&'a str> {
        self.pos = self.find(self.pos + 1, |b| !is_space(b));
        match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.pos += 1;
                let end = self.find(self.pos, |b| b == quote);
                let value = self.take_to(end);
                self.pos += 1;
                (self.pos <= self.html.len()).then_some(value)
            }
            b'>' => Some(""),
            _ => {
                let end = self.find(self.pos, |b| is_space(b) || b == b'>');
                Some(self.take_to(end))
            }
        }
    }
}

/// Whether a `<` begins a tag or comment rather than text.
fn starts_markup(rest: &[u8]) -> bool {
    match rest {
        [b'<', b'/', _, ..] | [b'<', b'!' | b'?', ..] => true,
        [b'<', next, ..] => next.is_ascii_alphabetic(),
        _ => false,
    }
}
