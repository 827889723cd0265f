//! The rules after `</body>`, and of pages of frames.

use super::Mode;
use super::space::{all_space, only_space};
use super::tags::Tag;
use super::tokens::Token;
use super::tree::{Again, Builder};

impl<'a> Builder<'a> {
    pub(super) fn after_body(&mut self, mode: Mode, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Comment | Token::Eof => None,
            Token::Text(text) if all_space(&text) => self.in_body(Token::Text(text)),
            Token::Start(tag) if tag.tag == Tag::Html => self.in_body(Token::Start(tag)),
            Token::End(tag) if tag.tag == Tag::Html && mode == Mode::AfterBody => {
                self.mode = Mode::AfterAfterBody;
                None
            }
            token => Some(self.again(Mode::InBody, token)),
        }
    }

    pub(super) fn in_frames(&mut self, mode: Mode, token: Token<'a>) -> Again<'a> {
        let inside = mode == Mode::InFrameset;
        match token {
            Token::Text(text) => {
                let space = only_space(&text);
                if mode == Mode::AfterAfterFrameset && !space.is_empty() {
                    return self.in_body(Token::Text(space));
                }
                self.append_text(space);
            }
            Token::Start(tag) => match tag.tag {
                Tag::Html => return self.in_body(Token::Start(tag)),
                Tag::Noframes => return self.in_head(Token::Start(tag)),
                Tag::Frameset if inside => {
                    self.open(tag);
                }
                Tag::Frame if inside => {
                    self.insert_leaf(tag);
                }
                _ => {}
            },
            Token::End(tag) if inside && tag.tag == Tag::Frameset && self.stack.len() > 1 => {
                self.stack.pop();
                if !self.stack.top_is(Tag::Frameset) {
                    self.mode = Mode::AfterFrameset;
                }
            }
            Token::End(tag) if mode == Mode::AfterFrameset && tag.tag == Tag::Html => {
                self.mode = Mode::AfterAfterFrameset;
            }
            _ => {}
        }
        None
    }
}
