//! The rules inside `<table>`, and its captions and columns.

use super::Mode;
use super::dom::NodeId;
use super::space::{all_space, only_space};
use super::tags::{FOSTER, IMPLIED, SECTION, Set, TABLE_SCOPE, Tag};
use super::tokens::{TagToken, Token};
use super::tree::{Again, Builder};

/// What closes a caption, a cell or a section when it starts.
pub(super) const PARTS: Set = SECTION.plus(&[Tag::Caption, Tag::Col, Tag::Colgroup]);
/// What closes a caption or a cell when it starts.
pub(super) const ALL_PARTS: Set = PARTS.plus(&[Tag::Td, Tag::Th, Tag::Tr]);
/// End tags that count nothing in a table.
pub(super) const STRAY: Set = ALL_PARTS.plus(&[Tag::Body, Tag::Html]);

impl<'a> Builder<'a> {
    pub(super) fn in_table(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Null | Token::Text(_) => self.table_characters(token),
            Token::Comment => None,
            Token::Start(tag) => self.table_start(tag),
            Token::End(tag) if tag.tag == Tag::Table => {
                if self.stack.in_scope(Tag::Table, TABLE_SCOPE) {
                    self.stack.pop_through_tag(Tag::Table);
                    self.mode = self.fitting_mode();
                }
                None
            }
            Token::End(tag) if STRAY.has(tag.tag) => None,
            Token::End(tag) if tag.tag == Tag::Template => self.in_head(Token::End(tag)),
            Token::Eof => self.in_body(token),
            token => self.foster_in_body(token),
        }
    }

    fn table_start(&mut self, tag: TagToken<'a>) -> Again<'a> {
        match tag.tag {
            Tag::Style | Tag::Script | Tag::Template => self.in_head(Token::Start(tag)),
            Tag::Input if self.has_attr(tag.attrs, "type", &["hidden"]) => {
                self.insert_leaf(tag);
                None
            }
            Tag::Form => {
                if !self.stack.has(Tag::Template) && self.form.is_none() {
                    self.form = Some(self.insert_leaf(tag));
                }
                None
            }
            Tag::Table if self.stack.in_scope(Tag::Table, TABLE_SCOPE) => {
                self.stack.pop_through_tag(Tag::Table);
                let mode = self.fitting_mode();
                Some(self.again(mode, Token::Start(tag)))
            }
            Tag::Table => None,
            name if ALL_PARTS.has(name) => self.table_part(tag),
            _ => self.foster_in_body(Token::Start(tag)),
        }
    }

    fn table_part(&mut self, tag: TagToken<'a>) -> Again<'a> {
        self.stack.pop_to(TABLE_SCOPE);
        match tag.tag {
            Tag::Col => {
                self.open_implied(Tag::Colgroup);
                return Some(self.again(Mode::InColumnGroup, Token::Start(tag)));
            }
            Tag::Td | Tag::Th | Tag::Tr => {
                self.open_implied(Tag::Tbody);
                return Some(self.again(Mode::InTableBody, Token::Start(tag)));
            }
            Tag::Caption => {
                self.formatting.push_marker();
                self.mode = Mode::InCaption;
            }
            Tag::Colgroup => self.mode = Mode::InColumnGroup,
            _ => self.mode = Mode::InTableBody,
        }
        self.open(tag);
        None
    }

    fn foster_in_body(&mut self, token: Token<'a>) -> Again<'a> {
        self.flags.foster = true;
        let next = self.in_body(token);
        self.flags.foster = false;
        next
    }

    fn table_characters(&mut self, token: Token<'a>) -> Again<'a> {
        if self.stack.top_in(FOSTER) {
            self.return_mode = self.mode;
            return Some(self.again(Mode::InTableText, token));
        }
        self.foster_in_body(token)
    }

    pub(super) fn in_table_text(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Null => None,
            Token::Text(text) => {
                self.table_text.push(text);
                None
            }
            token => {
                self.flush_table_text();
                Some(token)
            }
        }
    }

    /// White space alone stays in the table, other text is moved before it.
    pub(super) fn flush_table_text(&mut self) {
        let texts = std::mem::take(&mut self.table_text);
        let space = texts.iter().all(|text| all_space(text));
        for text in texts {
            if space {
                self.append_text(text);
            } else {
                self.foster_in_body(Token::Text(text));
            }
        }
        self.mode = self.return_mode;
    }

    pub(super) fn in_caption(&mut self, token: Token<'a>) -> Again<'a> {
        let closes = match &token {
            Token::Start(tag) => ALL_PARTS.has(tag.tag),
            Token::End(tag) if tag.tag != Tag::Caption && STRAY.has(tag.tag) => return None,
            Token::End(tag) => matches!(tag.tag, Tag::Table | Tag::Caption),
            _ => false,
        };
        if !closes {
            return self.in_body(token);
        }
        if !self.stack.in_scope(Tag::Caption, TABLE_SCOPE) {
            return None;
        }
        self.stack.pop_while(IMPLIED);
        self.stack.pop_through_tag(Tag::Caption);
        self.formatting.clear_to_marker();
        self.mode = Mode::InTable;
        (!is_end_of(&token, Tag::Caption)).then_some(token)
    }

    pub(super) fn in_column_group(&mut self, token: Token<'a>) -> Again<'a> {
        let token = match token {
            Token::Comment => return None,
            Token::Text(text) if !self.stack.top_is(Tag::Colgroup) => {
                self.append_text(only_space(&text));
                return None;
            }
            Token::Text(text) => self.append_space(text)?,
            Token::Start(tag) if tag.tag == Tag::Html => return self.in_body(Token::Start(tag)),
            Token::Start(tag) if tag.tag == Tag::Col => {
                self.insert_leaf(tag);
                return None;
            }
            Token::End(tag) if tag.tag == Tag::Col => return None,
            Token::Start(TagToken {
                tag: Tag::Template, ..
            })
            | Token::End(TagToken {
                tag: Tag::Template, ..
            }) => return self.in_head(token),
            Token::Eof => return self.in_body(token),
            token => token,
        };
        if !self.stack.top_is(Tag::Colgroup) {
            return None;
        }
        self.stack.pop();
        self.mode = Mode::InTable;
        (!is_end_of(&token, Tag::Colgroup)).then_some(token)
    }

    /// The mode that fits the open elements.
    pub(super) fn fitting_mode(&self) -> Mode {
        let mut modes = self.stack.inner_first().map(|open| (open.tag, open.id));
        modes
            .find_map(|(tag, id)| self.mode_of(tag, id))
            .unwrap_or(Mode::InBody)
    }

    fn mode_of(&self, tag: Tag, id: NodeId) -> Option<Mode> {
        Some(match tag {
            Tag::Td | Tag::Th => Mode::InCell,
            Tag::Tr => Mode::InRow,
            Tag::Tbody | Tag::Thead | Tag::Tfoot => Mode::InTableBody,
            Tag::Caption => Mode::InCaption,
            Tag::Colgroup => Mode::InColumnGroup,
            Tag::Table => Mode::InTable,
            Tag::Template => self
                .template_modes
                .last()
                .copied()
                .unwrap_or(Mode::InTemplate),
            Tag::Head if Some(id) == self.doc.head => Mode::InHead,
            Tag::Body => Mode::InBody,
            Tag::Frameset => Mode::InFrameset,
            Tag::Html if self.doc.head.is_none() => Mode::BeforeHead,
            Tag::Html => Mode::AfterHead,
            _ => return None,
        })
    }
}

fn is_end_of(token: &Token<'_>, tag: Tag) -> bool {
    matches!(token, Token::End(end) if end.tag == tag)
}
