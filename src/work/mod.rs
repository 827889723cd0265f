//! What a person does with one candidate: which lines count, which are set aside and until
//! when, how far the verification got, what was seen, what was written down.
//!
//! [`Work`] is kept as one text; [`Work::after`] is the whole of its behaviour: an action of the
//! screen makes a state of a state. Nothing here reads a page or counts a point: the score is
//! given the ids that are [set aside](Work::aside) and [ticked](Work::observed).
//!
//! Invariants: an action never fails, because nothing that somebody wrote may be lost; what it
//! names and is not there changes nothing. Knows no store, no clock and no screen; `today` is an
//! argument.

mod aside;
mod common;
mod feedback;
mod state;

pub use aside::{Aside, Why};
pub use common::Common;
pub use feedback::{Counts, Feedback};
pub use state::{Action, Board, Tick, Work};
