//! Links: areas of a page that lead somewhere, put on the words they lie over.

use super::layout::{Line, Piece};
use crate::blocks::{Anchor, collapse};
use crate::files::text::of_pdf_string;
use hayro_interpret::hayro_syntax::object::{self, Array, Dict, Name};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};

/// Links that are read of a page.
const MOST: usize = 500;

/// Adds the page's links to its lines.
pub(super) fn attach(page: &Page<'_>, lines: &mut [Line]) {
    let Some(areas) = page.raw().get::<Array<'_>>("Annots") else {
        return;
    };
    let start = Affine::new(page.initial_transform(true).as_coeffs());
    for area in areas.iter::<Dict<'_>>().take(MOST) {
        if let Some((href, rect)) = link(&area) {
            put(href, start.transform_rect_bbox(rect), lines);
        }
    }
}

fn link(area: &Dict<'_>) -> Option<(String, Rect)> {
    area.get::<Name<'_>>("Subtype")
        .filter(|kind| &**kind == b"Link")?;
    let action = area.get::<Dict<'_>>("A")?;
    let href = of_pdf_string(action.get::<object::String<'_>>("URI")?.as_bytes());
    let rect = area.get::<object::Rect>("Rect")?;
    Some((href, Rect::new(rect.x0, rect.y0, rect.x1, rect.y1)))
}

/// On the piece that the area covers most of, or on the nearest above it.
fn put(href: String, area: Rect, lines: &mut [Line]) {
    let mut best: Option<(f64, &mut Piece)> = None;
    for piece in lines.iter_mut().flat_map(|line| &mut line.pieces) {
        let common = area.intersect(piece.rect);
        let share = common.width().max(0.0) * common.height().max(0.0);
        if share > best.as_ref().map_or(0.0, |(share, _)| *share) {
            best = Some((share, piece));
        }
    }
    let Some((share, piece)) = best else {
        let near = lines.iter_mut().rev().find(|line| line.y <= area.y1);
        if let Some(piece) = near.and_then(|line| line.pieces.last_mut()) {
            piece.links.push(without_words(href));
        }
        return;
    };
    let covers = share >= 0.6 * piece.rect.area();
    let link = if covers {
        Anchor {
            href,
            words: collapse(&piece.text),
            worded: true,
        }
    } else {
        without_words(href)
    };
    if !piece.links.contains(&link) {
        piece.links.push(link);
    }
}

const fn without_words(href: String) -> Anchor {
    Anchor {
        href,
        words: String::new(),
        worded: false,
    }
}
