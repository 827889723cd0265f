//! Validates the indicator files and the interface texts and bakes them into static tables.

#[path = "build/indicators.rs"]
mod indicators;
#[path = "build/interface.rs"]
mod interface;

fn main() {
    indicators::bake();
    interface::bake();
}
