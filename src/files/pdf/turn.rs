//! Turned text, read as if the page were turned.

use super::ink::Letter;
use hayro_interpret::kurbo::Point;

/// The letter as it stands when the page is turned so that its baseline runs to the right.
pub(super) fn upright(letter: &Letter) -> Letter {
    let Point { x, y } = letter.at;
    let at = match letter.turn {
        0 => Point::new(x, y),
        1 => Point::new(y, -x),
        2 => Point::new(-x, -y),
        _ => Point::new(-y, x),
    };
    Letter {
        at,
        ..letter.clone()
    }
}
