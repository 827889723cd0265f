//! Programs that read a page.

use crate::Job;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{NodeData, RcDom};

pub fn job(name: &str, input: &str, read: &dyn Fn(&str) -> String) -> Option<Job> {
    let run: fn(&str, &str) -> usize = match name {
        "touchstone" => |url, html| touchstone::readers::read(url, html).profile.positions.items().len(),
        "touchstone-parse" => |_, html| touchstone::html::parse(html).len(),
        "touchstone-blocks" => |_, html| touchstone::blocks::of_html(html).len(),
        "html5ever" => |_, html| html5ever(html),
        "lol-html" => |_, html| lol_html(html),
        "tl" => |_, html| tl::parse(html, tl::ParserOptions::default()).unwrap().nodes().len(),
        "bytes" => |_, html| memchr::memchr_iter(b'<', html.as_bytes()).count(),
        _ => return None,
    };
    let (url, html) = (read(&format!("{input}.url")), read(&format!("{input}.html")));
    Some(Box::new(move || run(url.trim(), &html)))
}

/// Its own tree; nothing is read from it.
fn html5ever(html: &str) -> usize {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    dom.document.children.borrow().len()
}

/// The texts of a page, from the tree of html5ever.
pub fn words(html: &str) -> String {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut out = String::new();
    let mut open = vec![dom.document];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => {
                out.push_str(&contents.borrow());
                out.push('\n');
            }
            NodeData::Element { name, .. } if matches!(&*name.local, "script" | "style") => {}
            _ => open.extend(node.children.borrow().iter().rev().cloned()),
        }
    }
    out
}

/// Tags and texts as they come, no tree.
fn lol_html(html: &str) -> usize {
    use lol_html::{HtmlRewriter, Settings, element};
    let mut count = 0;
    let settings = Settings::new().append_element_content_handler(element!("*", |_| {
        count += 1;
        Ok(())
    }));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| ());
    rewriter.write(html.as_bytes()).unwrap();
    rewriter.end().unwrap();
    count
}
