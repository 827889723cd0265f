//! What the foot of the panel offers of the settings.

use serde::Deserialize;

/// What holds of the settings where the panel stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Foot {
    /// The site in front; absent where there is none, or where it is not the user's to switch.
    pub site: Option<Site>,
    /// Whether there is quiet for a while.
    pub quiet: bool,
}

/// A site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Site {
    /// Its host.
    pub host: String,
    /// Whether it is switched off.
    pub off: bool,
}
