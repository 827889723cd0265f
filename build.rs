//! Validates the indicator files, the verification steps and the interface texts and bakes them into static tables.

#[path = "build/indicators.rs"]
mod indicators;
#[path = "build/interface.rs"]
mod interface;
#[path = "build/steps.rs"]
mod steps;

fn main() {
    indicators::bake();
    steps::bake();
    interface::bake();
}
