//! The rules for end tags in `<body>`.

use super::Mode;
use super::tags::{
    BLOCK, BUTTON_SCOPE, FORMATTING, HEADING, IMPLIED, LIST_SCOPE, OBJECT, SCOPE, Set, Tag,
};
use super::tokens::{TagToken, Token};
use super::tree::{Again, Builder};

/// End tags that close their element when it is in scope.
const SCOPED: Set = BLOCK.plus(&[Tag::Button, Tag::Listing, Tag::Pre, Tag::Select]);
const ADOPTED: Set = FORMATTING.plus(&[Tag::A, Tag::Nobr]);

impl<'a> Builder<'a> {
    pub(super) fn body_end(&mut self, tag: TagToken<'a>) -> Again<'a> {
        match tag.tag {
            Tag::Template => return self.in_head(Token::End(tag)),
            Tag::Body | Tag::Html => return self.end_body(tag),
            Tag::Form => self.end_form(),
            Tag::P => self.end_p(),
            Tag::Li => self.end_item(Tag::Li, LIST_SCOPE),
            Tag::Dd | Tag::Dt => self.end_item(tag.tag, SCOPE),
            Tag::Br => self.br_end(tag),
            name if SCOPED.has(name) => {
                self.end_scoped(name);
            }
            name if HEADING.has(name) => self.end_heading(),
            name if ADOPTED.has(name) => self.adopt(name, name.name()),
            name if OBJECT.has(name) => {
                if self.end_scoped(name) {
                    self.formatting.clear_to_marker();
                }
            }
            name => self.other_end(name, &tag.name),
        }
        None
    }

    fn end_body(&mut self, tag: TagToken<'a>) -> Again<'a> {
        if !self.stack.in_scope(Tag::Body, SCOPE) {
            return None;
        }
        self.mode = Mode::AfterBody;
        (tag.tag == Tag::Html).then_some(Token::End(tag))
    }

    fn end_scoped(&mut self, tag: Tag) -> bool {
        let open = self.stack.in_scope(tag, SCOPE);
        if open {
            self.stack.pop_while(IMPLIED);
            self.stack.pop_through_tag(tag);
        }
        open
    }

    fn end_p(&mut self) {
        if !self.stack.in_scope(Tag::P, BUTTON_SCOPE) {
            self.open_implied(Tag::P);
        }
        self.close_open_p();
    }

    fn end_item(&mut self, tag: Tag, scope: Set) {
        if self.stack.in_scope(tag, scope) {
            self.implied_ends_except(tag);
            self.stack.pop_through_tag(tag);
        }
    }

    fn end_heading(&mut self) {
        if self.stack.any_in_scope(HEADING, SCOPE) {
            self.stack.pop_while(IMPLIED);
            self.stack.pop_through(HEADING);
        }
    }

    fn end_form(&mut self) {
        if self.stack.has(Tag::Template) {
            self.end_scoped(Tag::Form);
        } else if let Some(form) = self.form.take()
            && self.stack.id_in_scope(form, SCOPE)
        {
            self.stack.pop_while(IMPLIED);
            self.stack.remove_id(form);
        }
    }
}
