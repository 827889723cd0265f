//! Which letters of a page a person cannot see, and why.
//!
//! Right before clever: a colour counts as that of its ground only where the ground is known,
//! which is the bare page or an even area. The words behind a scan are the scan's, not hidden.

use super::ink::{Area, Letter, Run, Sheet};
use super::layout::{self, Line};
use crate::blocks::collapse;
use crate::files::{How, Unseen};
use hayro_interpret::kurbo::{Point, Rect};

/// Letters lower than this many points cannot be read.
const TINY: f64 = 2.0;

/// How far outside a letter may stand before it counts as cut off.
const SLACK: f64 = 1.0;

/// Colours nearer to each other than this contrast cannot be told apart; 21 is black on white.
const CONTRAST: f64 = 1.08;

/// A stretch that is not seen.
#[derive(Clone, Debug)]
pub(super) struct Found {
    how: How,
    letters: Vec<Letter>,
}

/// Parts what is seen from what is not.
pub(super) fn sort(sheet: &Sheet) -> (Vec<Letter>, Vec<Found>) {
    let is_scan = sheet.areas.iter().any(|area| {
        area.picture && area.rect.area() >= 0.6 * sheet.size.area() && sheet.size.area() > 0.0
    });
    let mut seen = Vec::new();
    let mut unseen: Vec<Found> = Vec::new();
    for run in &sheet.runs {
        for letter in &run.letters {
            let blank = letter.text.chars().all(char::is_whitespace);
            match (how(letter, run, sheet, is_scan), unseen.last_mut()) {
                (None, _) => seen.push(letter.clone()),
                (Some(how), Some(last)) if last.how == how || blank => {
                    last.letters.push(letter.clone());
                }
                (Some(_), None) if blank => {}
                (Some(how), _) => unseen.push(Found {
                    how,
                    letters: vec![letter.clone()],
                }),
            }
        }
    }
    (seen, unseen)
}

fn how(letter: &Letter, run: &Run, sheet: &Sheet, is_scan: bool) -> Option<How> {
    let middle = middle(letter);
    if !around(sheet.size, middle) || !around(run.clip, middle) {
        return Some(How::OffPage);
    }
    if letter.size < TINY {
        return Some(How::Tiny);
    }
    if is_scan {
        return None;
    }
    if run.invisible {
        return Some(How::Marked);
    }
    let (below, above) = sheet.areas.split_at_checked(run.above)?;
    if above.iter().any(|area| hides(area, letter)) {
        return Some(How::Behind);
    }
    let ground = ground(below, middle)?;
    is_lost(run.colour?, ground).then_some(How::Colour)
}

fn middle(letter: &Letter) -> Point {
    let (along, up) = (letter.width / 2.0, letter.size * 0.3);
    let (x, y) = match letter.turn {
        0 => (along, -up),
        1 => (up, along),
        2 => (-along, up),
        _ => (-up, -along),
    };
    letter.at + (x, y)
}

fn around(rect: Rect, point: Point) -> bool {
    rect.inflate(SLACK, SLACK).contains(point)
}

fn hides(area: &Area, letter: &Letter) -> bool {
    area.opaque && area.rect.contains(letter.at) && area.rect.contains(middle(letter))
}

/// The colour that a letter stands on; absent where it cannot be told.
fn ground(below: &[Area], point: Point) -> Option<[u8; 4]> {
    match below.iter().rev().find(|area| area.rect.contains(point)) {
        None => Some([255; 4]),
        Some(area) => area.colour.filter(|[_, _, _, alpha]| *alpha == 255),
    }
}

fn is_lost(colour: [u8; 4], ground: [u8; 4]) -> bool {
    let [.., alpha] = colour;
    alpha < 8 || (alpha == 255 && contrast(colour, ground) < CONTRAST)
}

/// The contrast of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(one: [u8; 4], other: [u8; 4]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance([red, green, blue, _]: [u8; 4]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Puts what is not seen before the visible line that it stands at.
pub(super) fn place(found: &[Found], lines: &[Line], first: u32, out: &mut Vec<Unseen>) {
    for stretch in found {
        let Some(start) = stretch.letters.first() else {
            continue;
        };
        let text: Vec<String> = layout::lines(&stretch.letters)
            .iter()
            .map(|line| collapse(&line.text()))
            .collect();
        let text = text.join("\n");
        let row = lines
            .iter()
            .position(|line| line.y >= start.at.y - 1.0)
            .unwrap_or(lines.len());
        if !text.trim().is_empty() {
            out.push(Unseen {
                how: stretch.how,
                text,
                line: first + row as u32,
            });
        }
    }
}
