//! What JavaScript hands over, export by export of `src/bridge`: JSON that lies in the browser's
//! storage, that an administrator wrote, or that stands in a file that somebody chose.
//!
//! The exports themselves are only there in WASM; each of these does what its export does, in the
//! same order, with the functions that it calls.

mod actions;
mod desk;
mod kept;
mod panel;
mod settings;
mod work;

pub use desk::desk;
pub use kept::kept;
pub use panel::panel;
pub use settings::settings;
pub use work::work;

use serde_json::Value;

/// A line as JSON; whatever is none counts as nothing, as in the bridge.
fn json(line: Option<&str>) -> Value {
    let read = line.map(serde_json::from_str);
    read.and_then(Result::ok).unwrap_or(Value::Null)
}
