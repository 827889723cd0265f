//! The rules for start tags and text in `<body>`.

use std::borrow::Cow;

use super::Mode;
use super::attrs::Span;
use super::dom::NodeId;
use super::space::all_space;
use super::tags::{
    BLOCK, BUTTON_SCOPE, FORMATTING, HEADING, IMPLIED, IN_HEAD, INLINE_VOID, OBJECT, SCOPE,
    SPECIAL, STRAY, Set, Tag,
};
use super::tokens::{TagToken, Token, Until};
use super::tree::{Again, Builder};

impl<'a> Builder<'a> {
    pub(super) fn in_body(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Text(text) => {
                self.reopen_formatting();
                self.flags.frameset_ok = self.flags.frameset_ok && all_space(&text);
                self.append_text(text);
                None
            }
            Token::Start(tag) if IN_HEAD.has(tag.tag) => self.in_head(Token::Start(tag)),
            Token::Start(tag) => {
                self.body_start(tag);
                None
            }
            Token::End(tag) => self.body_end(tag),
            Token::Eof if !self.template_modes.is_empty() => self.step(Mode::InTemplate, token),
            _ => None,
        }
    }

    fn body_start(&mut self, tag: TagToken<'a>) {
        match tag.tag {
            Tag::P => self.open_block(tag),
            name if BLOCK.has(name) => self.open_block(tag),
            name if HEADING.has(name) => {
                self.close_p();
                if self.stack.top_in(HEADING) {
                    self.stack.pop();
                }
                self.open(tag);
            }
            Tag::Li | Tag::Dd | Tag::Dt => self.open_item(tag),
            Tag::A => {
                self.close_outer_a();
                self.reopen_formatting();
                self.open_formatting(tag);
            }
            name if FORMATTING.has(name) => {
                self.reopen_formatting();
                self.open_formatting(tag);
            }
            name if INLINE_VOID.has(name) => self.inline_void(tag),
            name if STRAY.has(name) => {}
            _ => self.rare_start(tag),
        }
    }

    fn rare_start(&mut self, tag: TagToken<'a>) {
        match tag.tag {
            Tag::Svg | Tag::Math => {
                self.reopen_formatting();
                let math = tag.tag == Tag::Math;
                self.open_foreign(tag, math);
            }
            Tag::Html | Tag::Body => self.merge_attributes(&tag),
            Tag::Frameset => self.replace_body(tag),
            Tag::Pre | Tag::Listing | Tag::Form | Tag::Plaintext | Tag::Hr => self.closing_p(tag),
            Tag::Table => {
                if !self.flags.quirks {
                    self.close_p();
                }
                self.open_busy(tag);
                self.mode = Mode::InTable;
            }
            Tag::Button | Tag::Nobr | Tag::Input | Tag::Select | Tag::Option | Tag::Optgroup => {
                self.nested_control(tag);
            }
            name if OBJECT.has(name) => {
                self.reopen_formatting();
                self.open_busy(tag);
                self.formatting.push_marker();
            }
            Tag::Param | Tag::Source | Tag::Track => {
                self.insert_leaf(tag);
            }
            Tag::Image => self.inline_void(TagToken {
                tag: Tag::Img,
                name: Cow::Borrowed("img"),
                ..tag
            }),
            Tag::Textarea | Tag::Xmp | Tag::Iframe | Tag::Noembed | Tag::Noscript => {
                self.raw_start(tag);
            }
            Tag::Rb | Tag::Rtc | Tag::Rp | Tag::Rt => self.ruby_part(tag),
            _ => {
                self.reopen_formatting();
                self.open(tag);
            }
        }
    }

    /// Opens an element after which no frameset may follow.
    fn open_busy(&mut self, tag: TagToken<'a>) -> NodeId {
        self.flags.frameset_ok = false;
        self.open(tag)
    }

    pub(super) fn close_p(&mut self) {
        if self.stack.in_scope(Tag::P, BUTTON_SCOPE) {
            self.close_open_p();
        }
    }

    pub(super) fn close_open_p(&mut self) {
        self.implied_ends_except(Tag::P);
        self.stack.pop_through_tag(Tag::P);
    }

    fn open_block(&mut self, tag: TagToken<'a>) {
        self.close_p();
        self.open(tag);
    }

    pub(super) fn inline_void(&mut self, tag: TagToken<'a>) {
        self.reopen_formatting();
        self.insert_leaf(tag);
        self.flags.frameset_ok = false;
    }

    /// A list item ends the one before it.
    fn open_item(&mut self, tag: TagToken<'a>) {
        let same = if tag.tag == Tag::Li {
            Set::of(&[Tag::Li])
        } else {
            Set::of(&[Tag::Dd, Tag::Dt])
        };
        let bound = SPECIAL.minus(&[Tag::Address, Tag::Div, Tag::P]);
        let stop = self
            .stack
            .inner_first()
            .find(|open| same.has(open.tag) || bound.has(open.tag));
        if let Some(open) = stop.filter(|open| same.has(open.tag)) {
            self.implied_ends_except(open.tag);
            self.stack.pop_through_tag(open.tag);
        }
        self.close_p();
        self.open_busy(tag);
    }

    fn merge_attributes(&mut self, tag: &TagToken<'a>) {
        if self.stack.has(Tag::Template) {
            return;
        }
        let attrs = tag.attrs.of(&self.tokens.attrs).to_vec();
        if tag.tag == Tag::Html {
            self.more_html.extend(attrs);
        } else if self.stack.get(1).is_some_and(|open| open.tag == Tag::Body) {
            self.flags.frameset_ok = false;
            self.more_body.extend(attrs);
        }
    }

    fn replace_body(&mut self, tag: TagToken<'a>) {
        let body = self.stack.get(1).filter(|open| open.tag == Tag::Body);
        if let Some(body) = body.filter(|_| self.flags.frameset_ok) {
            self.doc.detach(body.id);
            self.doc.body = None;
            self.stack.truncate(1);
            self.open(tag);
            self.mode = Mode::InFrameset;
        }
    }

    fn closing_p(&mut self, tag: TagToken<'a>) {
        let nested = self.form.is_some() && !self.stack.has(Tag::Template);
        if tag.tag == Tag::Form && nested {
            return;
        }
        self.close_p();
        match tag.tag {
            Tag::Form => {
                let id = self.open(tag);
                if !self.stack.has(Tag::Template) {
                    self.form = Some(id);
                }
            }
            Tag::Plaintext => self.raw_element(tag, Until::Eof),
            Tag::Hr => {
                if self.stack.in_scope(Tag::Select, SCOPE) {
                    self.stack.pop_while(IMPLIED);
                }
                self.insert_leaf(tag);
                self.flags.frameset_ok = false;
            }
            _ => {
                self.open_busy(tag);
                self.skip_newline = true;
            }
        }
    }

    /// Elements that close what is open of their kind.
    fn nested_control(&mut self, tag: TagToken<'a>) {
        let in_select = self.stack.in_scope(Tag::Select, SCOPE);
        match tag.tag {
            Tag::Button if self.stack.in_scope(Tag::Button, SCOPE) => {
                self.stack.pop_while(IMPLIED);
                self.stack.pop_through_tag(Tag::Button);
            }
            Tag::Nobr => return self.open_nobr(tag),
            Tag::Input | Tag::Select if in_select => {
                self.stack.pop_through_tag(Tag::Select);
                if tag.tag == Tag::Select {
                    return;
                }
            }
            Tag::Option if in_select => self.implied_ends_except(Tag::Optgroup),
            Tag::Optgroup if in_select => self.stack.pop_while(IMPLIED),
            Tag::Option | Tag::Optgroup if self.stack.top_is(Tag::Option) => {
                self.stack.pop();
            }
            _ => {}
        }
        self.reopen_formatting();
        let hidden = tag.tag == Tag::Input && self.has_attr(tag.attrs, "type", &["hidden"]);
        let quiet = hidden || matches!(tag.tag, Tag::Option | Tag::Optgroup);
        self.flags.frameset_ok = self.flags.frameset_ok && quiet;
        if tag.tag == Tag::Input {
            self.insert_leaf(tag);
        } else {
            self.open(tag);
        }
    }

    fn open_nobr(&mut self, tag: TagToken<'a>) {
        self.reopen_formatting();
        if self.stack.in_scope(Tag::Nobr, SCOPE) {
            self.adopt(Tag::Nobr, "nobr");
            self.reopen_formatting();
        }
        self.open_formatting(tag);
    }

    fn raw_start(&mut self, tag: TagToken<'a>) {
        let quiet = matches!(tag.tag, Tag::Noembed | Tag::Noscript);
        self.flags.frameset_ok = self.flags.frameset_ok && quiet;
        let until = if tag.tag == Tag::Textarea {
            self.skip_newline = true;
            Until::EndDecoded(tag.tag)
        } else {
            Until::EndRaw(tag.tag)
        };
        if tag.tag == Tag::Xmp {
            self.close_p();
            self.reopen_formatting();
        }
        self.raw_element(tag, until);
    }

    fn ruby_part(&mut self, tag: TagToken<'a>) {
        if self.stack.in_scope(Tag::Ruby, SCOPE) {
            let kept: &[Tag] = if matches!(tag.tag, Tag::Rp | Tag::Rt) {
                &[Tag::Rtc]
            } else {
                &[]
            };
            self.stack.pop_while(IMPLIED.minus(kept));
        }
        self.open(tag);
    }

    /// `</br>` stands for `<br>`.
    pub(super) fn br_end(&mut self, tag: TagToken<'a>) {
        self.inline_void(TagToken {
            attrs: Span::default(),
            ..tag
        });
    }
}
