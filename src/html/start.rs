//! Reads one tag: its name and attributes.

use std::borrow::Cow;

use super::attrs::{Attr, Span, drop_repeated, fold};
use super::entities::{Place, decode};
use super::tags::Tag;
use super::tokens::{TagToken, Token, Tokens, is_space};

/// From how many attributes of one tag on duplicates are found by sorting.
const MANY: usize = 16;

impl<'a> Tokens<'a> {
    /// A tag; `Eof` when the page ends inside it.
    pub(super) fn tag(&mut self, end: bool) -> Token<'a> {
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
                let end = self.find_any(self.pos, [quote]);
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
