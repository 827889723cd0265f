//! What a page draws: letters with their places, and the areas around them.
//!
//! Decides nothing about what is seen and in which order it is read. An area whose colour
//! cannot be told (a picture, a gradient, an odd shape) says so, because nobody may be blamed
//! for white letters on a dark photo.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

/// Areas that are kept of a page. Behind them every colour counts as unknown.
const MOST_AREAS: usize = 400;

/// Smaller areas are lines and dots.
const SMALL: f64 = 3.0;

/// A letter, or several where a font joins them.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) text: String,
    /// Where it begins, on its baseline; y grows downwards.
    pub(super) at: Point,
    /// How far it goes on along its baseline.
    pub(super) width: f64,
    /// Height of its font.
    pub(super) size: f64,
    /// How often it is turned by a quarter from upright, clockwise.
    pub(super) turn: u8,
    pub(super) bold: bool,
}

/// Letters that were drawn in one stroke.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) letters: Vec<Letter>,
    /// Colour and opacity; absent for a pattern.
    pub(super) colour: Option<[u8; 4]>,
    /// Drawn without colour, as the text behind a scan is.
    pub(super) invisible: bool,
    /// What can be seen here, as far as it was cut to a rectangle.
    pub(super) clip: Rect,
    /// How many areas had been drawn before it.
    pub(super) above: usize,
}

/// An area that was painted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) rect: Rect,
    /// Its colour; absent where it cannot be told.
    pub(super) colour: Option<[u8; 4]>,
    pub(super) picture: bool,
    /// Whether nothing behind it shows through.
    pub(super) opaque: bool,
}

/// All that a page draws.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) size: Rect,
    pub(super) runs: Vec<Run>,
    pub(super) areas: Vec<Area>,
    /// Letters whose meaning the file does not give.
    pub(super) unknown: usize,
}

impl Sheet {
    pub(super) fn letters(&self) -> usize {
        self.runs.iter().map(|run| run.letters.len()).sum()
    }

    pub(super) fn has_pictures(&self) -> bool {
        self.areas.iter().any(|area| area.picture)
    }
}

/// The device that hayro draws on.
pub(super) struct Ink {
    sheet: Sheet,
    clips: Vec<Rect>,
    /// For each transparency group around, whether it hides what it holds.
    faded: Vec<bool>,
    left: usize,
}

impl Ink {
    /// For a page of this size; keeps at most `most` letters.
    pub(super) fn new(size: Rect, most: usize) -> Self {
        Self {
            sheet: Sheet {
                size,
                ..Sheet::default()
            },
            clips: vec![size],
            faded: Vec::new(),
            left: most,
        }
    }

    pub(super) fn sheet(self) -> Sheet {
        self.sheet
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.sheet.size)
    }

    fn area(&mut self, area: Area) {
        let rect = area.rect.intersect(self.clip());
        if rect.width() < SMALL || rect.height() < SMALL || self.faded.contains(&true) {
            return;
        }
        match self.sheet.areas.len() {
            ..MOST_AREAS => self.sheet.areas.push(Area { rect, ..area }),
            MOST_AREAS => self.sheet.areas.push(Area {
                rect: self.sheet.size,
                colour: None,
                opaque: false,
                ..area
            }),
            _ => {}
        }
    }
}

fn colour(paint: &Paint<'_>) -> Option<[u8; 4]> {
    match paint {
        Paint::Color(colour) => Some(colour.to_rgba().to_rgba8()),
        Paint::Pattern(_) => None,
    }
}

/// A picture without a mask of its own.
fn is_opaque(image: &Image<'_, '_>) -> bool {
    let Image::Raster(raster) = image else {
        return false;
    };
    let dict = raster.stream().dict();
    !["SMask", "Mask", "SMaskInData"]
        .iter()
        .any(|key| dict.contains_key(key))
}

fn letter(glyph: &Glyph<'_>, place: Affine) -> Option<Letter> {
    let text = match glyph.as_unicode()? {
        BfString::Char(one) => one.to_string(),
        BfString::String(several) => several,
    };
    let [along_x, along_y, up_x, up_y, x, y] = place.as_coeffs();
    let size = 1000.0 * up_x.hypot(up_y);
    let across = along_x.hypot(along_y);
    let advance = match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    };
    let width = f64::from(advance.unwrap_or(500.0)) * across;
    let sound = [x, y, size, width].iter().all(|value| value.is_finite());
    (sound && size > 0.0).then(|| Letter {
        text,
        at: Point::new(x, y),
        width: width.clamp(0.0, 3.0 * size),
        size,
        turn: turn(along_x, along_y),
        bold: false,
    })
}

/// The quarter that a baseline in the direction of `(a, b)` is nearest to.
fn turn(a: f64, b: f64) -> u8 {
    match (a.abs() >= b.abs(), a >= 0.0, b >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(glyph) = glyph else {
        return false;
    };
    glyph.font_data().is_some_and(|font| {
        font.weight.is_some_and(|weight| weight >= 600)
            || font
                .postscript_name
                .is_some_and(|name| name.to_ascii_lowercase().contains("bold"))
    })
}

impl<'a> Device<'a> for Ink {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if !matches!(mode, DrawMode::Fill(_)) {
            return;
        }
        let inner = path.bounding_box();
        let rect = props.transform.transform_rect_bbox(inner);
        let solid = path.area().abs() > 0.85 * inner.area().abs();
        let plain = solid && props.soft_mask.is_none() && props.blend_mode == BlendMode::default();
        let colour = colour(&props.paint).filter(|_| plain);
        self.area(Area {
            rect,
            colour,
            picture: false,
            opaque: colour.is_some_and(|[_, _, _, alpha]| alpha == 255) && self.faded.is_empty(),
        });
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let rect = clip.path.bounding_box().intersect(self.clip());
        self.clips.push(rect);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        _mask: Option<SoftMask<'a>>,
        _mode: BlendMode,
    ) {
        self.faded.push(opacity < 0.05);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let bold = run.glyphs().first().is_some_and(|first| is_bold(first));
        let mut letters = Vec::with_capacity(run.glyphs().len().min(self.left));
        for glyph in run.glyphs().iter().take(self.left) {
            match letter(glyph, props.transform * glyph.transform()) {
                Some(found) => letters.push(Letter { bold, ..found }),
                None => self.sheet.unknown += 1,
            }
        }
        self.left -= letters.len();
        if letters.is_empty() {
            return;
        }
        self.sheet.runs.push(Run {
            letters,
            colour: colour(&props.paint),
            invisible: matches!(mode, DrawMode::Invisible) || self.faded.contains(&true),
            clip: self.clip(),
            above: self.sheet.areas.len(),
        });
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let rect = Rect::new(0.0, 0.0, width, height);
        let rect = props.transform.transform_rect_bbox(rect);
        self.area(Area {
            rect,
            colour: None,
            picture: true,
            opaque: is_opaque(&image) && self.faded.len() <= 1,
        });
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn pop_transparency_group(&mut self) {
        self.faded.pop();
    }
}
