//! The rules in the sections, rows and cells of a table.

use super::Mode;
use super::table::{ALL_PARTS, PARTS, STRAY};
use super::tags::{
    BODY_CONTEXT, CELL, FOSTER, IMPLIED, ROW_CONTEXT, SECTION, Set, TABLE_SCOPE, Tag,
};
use super::tokens::Token;
use super::tree::{Again, Builder};

impl<'a> Builder<'a> {
    pub(super) fn in_table_body(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Start(tag) if tag.tag == Tag::Tr => {
                self.stack.pop_to(BODY_CONTEXT);
                self.open(tag);
                self.mode = Mode::InRow;
                None
            }
            Token::Start(tag) if CELL.has(tag.tag) => {
                self.stack.pop_to(BODY_CONTEXT);
                self.open_implied(Tag::Tr);
                Some(self.again(Mode::InRow, Token::Start(tag)))
            }
            Token::Start(tag) if PARTS.has(tag.tag) => self.leave_section(Token::Start(tag)),
            Token::End(tag) if tag.tag == Tag::Table => self.leave_section(Token::End(tag)),
            Token::End(tag) if SECTION.has(tag.tag) => {
                if self.stack.in_scope(tag.tag, TABLE_SCOPE) {
                    self.stack.pop_to(BODY_CONTEXT);
                    self.stack.pop();
                    self.mode = Mode::InTable;
                }
                None
            }
            token => self.in_table(token),
        }
    }

    fn leave_section(&mut self, token: Token<'a>) -> Again<'a> {
        let open = Set::of(&[Tag::Table, Tag::Tbody, Tag::Tfoot]);
        if !self.stack.any_in_scope(open, TABLE_SCOPE) {
            return None;
        }
        self.stack.pop_to(BODY_CONTEXT);
        self.stack.pop();
        Some(self.again(Mode::InTable, token))
    }

    pub(super) fn in_row(&mut self, token: Token<'a>) -> Again<'a> {
        match &token {
            Token::Start(tag) if CELL.has(tag.tag) => {
                self.stack.pop_to(ROW_CONTEXT);
                self.mode = Mode::InCell;
                self.formatting.push_marker();
                if let Token::Start(tag) = token {
                    self.open(tag);
                }
                None
            }
            Token::End(tag) if SECTION.has(tag.tag) => {
                if self.stack.in_scope(tag.tag, TABLE_SCOPE) {
                    self.leave_row(token)
                } else {
                    None
                }
            }
            Token::Start(tag) if ALL_PARTS.has(tag.tag) => self.leave_row(token),
            Token::End(tag) if tag.tag == Tag::Table => self.leave_row(token),
            Token::End(tag) if tag.tag == Tag::Tr => {
                self.leave_row(token);
                None
            }
            _ => self.in_table(token),
        }
    }

    fn leave_row(&mut self, token: Token<'a>) -> Again<'a> {
        if !self.stack.in_scope(Tag::Tr, TABLE_SCOPE) {
            return None;
        }
        self.stack.pop_to(ROW_CONTEXT);
        self.stack.pop();
        Some(self.again(Mode::InTableBody, token))
    }

    pub(super) fn in_cell(&mut self, token: Token<'a>) -> Again<'a> {
        match &token {
            Token::End(tag) if CELL.has(tag.tag) => {
                if self.stack.in_scope(tag.tag, TABLE_SCOPE) {
                    self.stack.pop_while(IMPLIED);
                    self.stack.pop_through_tag(tag.tag);
                    self.formatting.clear_to_marker();
                    self.mode = Mode::InRow;
                }
                None
            }
            Token::Start(tag) if ALL_PARTS.has(tag.tag) => {
                let open = self.stack.any_in_scope(CELL, TABLE_SCOPE);
                if open {
                    Some(self.close_cell(token))
                } else {
                    None
                }
            }
            Token::End(tag) if FOSTER.has(tag.tag) => {
                let open = self.stack.in_scope(tag.tag, TABLE_SCOPE);
                if open {
                    Some(self.close_cell(token))
                } else {
                    None
                }
            }
            Token::End(tag) if STRAY.has(tag.tag) => None,
            _ => self.in_body(token),
        }
    }

    fn close_cell(&mut self, token: Token<'a>) -> Token<'a> {
        self.stack.pop_while(IMPLIED);
        self.stack.pop_through(CELL);
        self.formatting.clear_to_marker();
        self.again(Mode::InRow, token)
    }
}
