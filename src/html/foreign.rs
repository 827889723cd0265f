//! SVG and `MathML` inside HTML.

use super::attrs::Span;
use super::space::all_space;
use super::stack::{Ns, Open};
use super::tags::{BREAKOUT, Tag};
use super::tokens::{TagToken, Token};
use super::tree::{Again, Builder};

impl<'a> Builder<'a> {
    /// Whether the rules of foreign content apply to the token.
    pub(super) fn is_foreign(&self, token: &Token<'a>) -> bool {
        let Some(top) = self.stack.top().filter(|top| top.ns != Ns::Html) else {
            return false;
        };
        match token {
            Token::Eof => false,
            Token::Text(_) | Token::Null => {
                !matches!(top.ns, Ns::MathText | Ns::SvgHtml | Ns::AnnotationHtml)
            }
            Token::Start(tag) => match top.ns {
                Ns::MathText => matches!(tag.tag, Tag::Mglyph | Tag::Malignmark),
                Ns::SvgHtml | Ns::AnnotationHtml => false,
                Ns::Annotation => tag.tag != Tag::Svg,
                Ns::Html | Ns::Svg | Ns::Math => true,
            },
            _ => true,
        }
    }

    pub(super) fn foreign(&mut self, token: Token<'a>) -> Again<'a> {
        match token {
            Token::Null => self.append_text("\u{fffd}".into()),
            Token::Text(text) => {
                self.flags.frameset_ok &= all_space(&text);
                self.append_text(text);
            }
            Token::Start(tag) if self.breaks_out(&tag) => return self.break_out(Token::Start(tag)),
            Token::End(tag) if matches!(tag.tag, Tag::Br | Tag::P) => {
                return self.break_out(Token::End(tag));
            }
            Token::Start(tag) => {
                let math = self.stack.top().is_some_and(|top| is_math(top.ns));
                self.open_foreign(tag, math);
            }
            Token::End(tag) => return self.foreign_end(tag),
            _ => {}
        }
        None
    }

    fn breaks_out(&self, tag: &TagToken<'a>) -> bool {
        let styled = |span: Span| {
            let mut names = span.of(&self.tokens.attrs).iter().map(|attr| &*attr.name);
            names.any(|name| matches!(name, "color" | "face" | "size"))
        };
        BREAKOUT.has(tag.tag) || (tag.tag == Tag::Font && styled(tag.attrs))
    }

    fn break_out(&mut self, token: Token<'a>) -> Again<'a> {
        let stays = |top: Open| matches!(top.ns, Ns::Html | Ns::MathText | Ns::SvgHtml);
        while self.stack.top().is_some_and(|top| !stays(top)) {
            self.stack.pop();
        }
        self.step(self.mode, token)
    }

    pub(super) fn open_foreign(&mut self, tag: TagToken<'a>, math: bool) {
        let ns = match tag.tag {
            Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext if math => Ns::MathText,
            Tag::AnnotationXml if math => {
                let html = ["text/html", "application/xhtml+xml"];
                if self.has_attr(tag.attrs, "encoding", &html) {
                    Ns::AnnotationHtml
                } else {
                    Ns::Annotation
                }
            }
            Tag::ForeignObject | Tag::Desc | Tag::Title if !math => Ns::SvgHtml,
            _ if math => Ns::Math,
            _ => Ns::Svg,
        };
        let kind = if matches!(ns, Ns::MathText | Ns::SvgHtml) {
            Tag::Point
        } else {
            Tag::Other
        };
        if tag.self_closing {
            self.insert_leaf(tag);
        } else {
            self.open_as(tag, kind, ns);
        }
    }

    fn foreign_end(&mut self, tag: TagToken<'a>) -> Again<'a> {
        for at in (1..self.stack.len()).rev() {
            let open = self.stack.get(at)?;
            if open.ns == Ns::Html {
                return self.step(self.mode, Token::End(tag));
            }
            if self.doc.name(open.id) == Some(&*tag.name) {
                self.stack.truncate(at);
                return None;
            }
        }
        None
    }
}

fn is_math(ns: Ns) -> bool {
    matches!(
        ns,
        Ns::Math | Ns::MathText | Ns::Annotation | Ns::AnnotationHtml
    )
}
