//! Cuts a page into tags and texts.
//!
//! Knows how HTML is written, not what it means: which texts are raw and whether CDATA sections count is told by the
//! tree builder through [`Tokens::until`] and [`Tokens::foreign`].

use std::borrow::Cow;

use super::attrs::{Attr, Span};
use super::doctype;
use super::entities::{Place, decode};
use super::raw;
use super::scan;
use super::tags::Tag;

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
    pub(super) html: &'a str,
    pub(super) pos: usize,
    /// How the next text ends.
    pub(super) until: Until,
    /// Whether `<![CDATA[` starts a text.
    pub(super) foreign: bool,
    /// All attributes so far; tokens point into it.
    pub(super) attrs: Vec<Attr<'a>>,
    /// How many attributes may be kept.
    pub(super) max_attrs: usize,
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

    pub(super) fn bytes_from(&self, pos: usize) -> &'a [u8] {
        self.html.as_bytes().get(pos..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.pos).copied()
    }

    /// Where from `pos` on the first byte of the kind stands, or the end.
    pub(super) fn find(&self, pos: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes_from(pos);
        pos + rest.iter().position(|&b| wanted(b)).unwrap_or(rest.len())
    }

    pub(super) fn find_any<const N: usize>(&self, pos: usize, wanted: [u8; N]) -> usize {
        scan::find(self.html.as_bytes(), pos, wanted)
    }

    /// The slice up to `end`; reading goes on there.
    pub(super) fn take_to(&mut self, end: usize) -> &'a str {
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

    /// Where the text ends that begins here.
    fn text_end(&self) -> usize {
        let mut at = self.pos;
        loop {
            at = self.find_any(at, [b'<', 0]);
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
                self.cdata(raw::cdata_end(self.html.as_bytes(), self.pos))
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
        let end = self.find_any(self.pos + skip, [b'>']);
        self.pos = (end + 1).min(self.html.len());
        Token::Comment
    }

    fn doctype(&mut self) -> Token<'a> {
        let end = self.find_any(self.pos, [b'>']);
        let complete = end < self.html.len();
        let text = self.take_to(end);
        self.pos = (end + 1).min(self.html.len());
        Token::Doctype(!complete || doctype::asks_for_quirks(text))
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
