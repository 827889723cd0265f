//! Which rules apply, and those before, in and after `<head>`, and of `<template>`.

use std::borrow::Cow;

use super::Mode;
use super::space::split_space;
use super::tags::{IMPLIED_ALL, IN_HEAD, Tag};
use super::tokens::{TagToken, Token, Until};
use super::tree::{Again, Builder};

impl<'a> Builder<'a> {
    /// One token under the rules of a mode.
    pub(super) fn step(&mut self, mode: Mode, token: Token<'a>) -> Again<'a> {
        match mode {
            Mode::Initial => self.initial(token),
            Mode::BeforeHtml => self.before_html(token),
            Mode::BeforeHead => self.before_head(token),
            Mode::InHead => self.in_head(token),
            Mode::AfterHead => self.after_head(token),
            Mode::InBody => self.in_body(token),
            Mode::Text => self.in_text(token),
            Mode::InTable => self.in_table(token),
            Mode::InTableText => self.in_table_text(token),
            Mode::InCaption => self.in_caption(token),
            Mode::InColumnGroup => self.in_column_group(token),
            Mode::InTableBody => self.in_table_body(token),
            Mode::InRow => self.in_row(token),
            Mode::InCell => self.in_cell(token),
            Mode::InTemplate => self.in_template(token),
            Mode::AfterBody | Mode::AfterAfterBody => self.after_body(mode, token),
            Mode::InFrameset | Mode::AfterFrameset | Mode::AfterAfterFrameset => {
                self.in_frames(mode, token)
            }
        }
    }

    /// Sets the mode in which to look at the token again.
    pub(super) fn again(&mut self, mode: Mode, token: Token<'a>) -> Token<'a> {
        self.mode = mode;
        token
    }

    fn initial(&mut self, token: Token<'a>) -> Again<'a> {
        let token = without_space(token)?;
        self.flags.quirks = true;
        Some(self.again(Mode::BeforeHtml, token))
    }

    fn before_html(&mut self, token: Token<'a>) -> Again<'a> {
        let (id, token) = match without_space(token)? {
            Token::Start(tag) if tag.tag == Tag::Html => (self.open(tag), None),
            Token::End(tag) if tag.tag != Tag::Head && !ends_head(tag.tag) => return None,
            token => (self.open_implied(Tag::Html), Some(token)),
        };
        self.doc.html = Some(id);
        self.mode = Mode::BeforeHead;
        token
    }

    fn before_head(&mut self, token: Token<'a>) -> Again<'a> {
        match without_space(token)? {
            Token::Start(tag) if tag.tag == Tag::Html => self.in_body(Token::Start(tag)),
            Token::Start(tag) if tag.tag == Tag::Head => {
                self.doc.head = Some(self.open(tag));
                self.mode = Mode::InHead;
                None
            }
            Token::End(tag) if tag.tag != Tag::Head && !ends_head(tag.tag) => None,
            token => {
                self.doc.head = Some(self.open_implied(Tag::Head));
                Some(self.again(Mode::InHead, token))
            }
        }
    }

    pub(super) fn in_head(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Comment => None,
            Token::Text(text) => {
                let rest = self.append_space(text)?;
                Some(self.leave_head(rest))
            }
            Token::Start(tag) => self.head_start(tag),
            Token::End(tag) if tag.tag == Tag::Head => {
                self.stack.pop();
                self.mode = Mode::AfterHead;
                None
            }
            Token::End(tag) if tag.tag == Tag::Template => {
                self.template_end();
                None
            }
            Token::End(tag) if !ends_head(tag.tag) => None,
            token => Some(self.leave_head(token)),
        }
    }

    fn leave_head(&mut self, token: Token<'a>) -> Token<'a> {
        self.stack.pop();
        self.again(Mode::AfterHead, token)
    }

    /// Puts the white space a text begins with; returns the rest.
    pub(super) fn append_space(&mut self, text: Cow<'a, str>) -> Again<'a> {
        let (space, rest) = split_space(text);
        self.append_text(space);
        (!rest.is_empty()).then_some(Token::Text(rest))
    }

    fn head_start(&mut self, tag: TagToken<'a>) -> Again<'a> {
        match tag.tag {
            Tag::Html => return self.in_body(Token::Start(tag)),
            Tag::Base | Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta => {
                self.insert_leaf(tag);
            }
            Tag::Title => self.raw_element(tag, Until::EndDecoded(Tag::Title)),
            Tag::Noframes | Tag::Style | Tag::Noscript | Tag::Script => {
                let until = Until::EndRaw(tag.tag);
                self.raw_element(tag, until);
            }
            Tag::Template => {
                self.formatting.push_marker();
                self.flags.frameset_ok = false;
                self.mode = Mode::InTemplate;
                self.template_modes.push(Mode::InTemplate);
                self.open(tag);
            }
            Tag::Head => {}
            _ => return Some(self.leave_head(Token::Start(tag))),
        }
        None
    }

    fn template_end(&mut self) {
        if self.stack.has(Tag::Template) {
            self.stack.pop_while(IMPLIED_ALL);
            self.close_template();
        }
    }

    fn close_template(&mut self) {
        self.stack.pop_through_tag(Tag::Template);
        self.formatting.clear_to_marker();
        self.template_modes.pop();
        self.mode = self.fitting_mode();
    }

    fn after_head(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Comment => None,
            Token::Text(text) => {
                let rest = self.append_space(text)?;
                Some(self.leave_after_head(rest))
            }
            Token::Start(tag) => self.after_head_start(tag),
            Token::End(tag) if tag.tag == Tag::Template => self.in_head(Token::End(tag)),
            Token::End(tag) if !ends_head(tag.tag) => None,
            token => Some(self.leave_after_head(token)),
        }
    }

    fn leave_after_head(&mut self, token: Token<'a>) -> Token<'a> {
        self.doc.body = Some(self.open_implied(Tag::Body));
        self.again(Mode::InBody, token)
    }

    fn after_head_start(&mut self, tag: TagToken<'a>) -> Again<'a> {
        match tag.tag {
            Tag::Html => return self.in_body(Token::Start(tag)),
            Tag::Body => {
                self.doc.body = Some(self.open(tag));
                self.flags.frameset_ok = false;
                self.mode = Mode::InBody;
            }
            Tag::Frameset => {
                self.open(tag);
                self.mode = Mode::InFrameset;
            }
            Tag::Head => {}
            name if IN_HEAD.has(name) => return self.back_in_head(tag),
            _ => return Some(self.leave_after_head(Token::Start(tag))),
        }
        None
    }

    /// An element of the head after its end.
    fn back_in_head(&mut self, tag: TagToken<'a>) -> Again<'a> {
        let head = self.doc.head?;
        self.stack.push(super::stack::Open {
            id: head,
            tag: Tag::Head,
            ns: super::stack::Ns::Html,
        });
        let next = self.in_head(Token::Start(tag));
        self.stack.remove_id(head);
        next
    }

    fn in_text(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Text(text) => {
                self.append_text(text);
                None
            }
            Token::End(_) | Token::Eof => {
                self.stack.pop();
                self.mode = self.return_mode;
                self.tokens.until = Until::Tag;
                matches!(token, Token::Eof).then_some(token)
            }
            _ => None,
        }
    }

    fn in_template(&mut self, token: Token<'a>) -> Again<'a> {
        let mode = match &token {
            Token::Text(_) => return self.in_body(token),
            Token::Start(tag) if IN_HEAD.has(tag.tag) => return self.in_head(token),
            Token::Start(tag) => mode_inside(tag.tag),
            Token::End(tag) if tag.tag == Tag::Template => return self.in_head(token),
            Token::Eof if self.stack.has(Tag::Template) => {
                self.close_template();
                return Some(token);
            }
            _ => return None,
        };
        self.template_modes.pop();
        self.template_modes.push(mode);
        Some(self.again(mode, token))
    }
}

/// The mode for the content of a template that begins with this start tag.
fn mode_inside(tag: Tag) -> Mode {
    match tag {
        Tag::Caption | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => Mode::InTable,
        Tag::Col => Mode::InColumnGroup,
        Tag::Tr => Mode::InTableBody,
        Tag::Td | Tag::Th => Mode::InRow,
        _ => Mode::InBody,
    }
}

/// End tags before the body that mean something there.
fn ends_head(tag: Tag) -> bool {
    matches!(tag, Tag::Body | Tag::Html | Tag::Br)
}

/// What is left of a token where white space and comments count nothing.
fn without_space(token: Token<'_>) -> Option<Token<'_>> {
    match token {
        Token::Comment => None,
        Token::Text(text) => {
            let (_, rest) = split_space(text);
            (!rest.is_empty()).then_some(Token::Text(rest))
        }
        token => Some(token),
    }
}
