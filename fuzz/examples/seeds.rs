//! Writes the seeds of the engine from the samples of the indicators: one that fires for each
//! indicator that computes or looks for phrases. `cargo run --example seeds` in this folder.
#![allow(clippy::expect_used)] // a program for those who work on this: it stops and says why

use std::collections::BTreeSet;
use std::path::Path;
use touchstone::indicators::samples;

/// Cases of several sources and short ones first: a seed is there to be changed.
const MOST: usize = 40;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/engine");
    std::fs::create_dir_all(&folder).expect("the folder of the seeds");
    let mut samples = samples::all().expect("samples of the indicators");
    samples.retain(|sample| sample.fires);
    samples.sort_by_cached_key(|sample| {
        let text = touchstone_fuzz::written(&sample.case, sample.today);
        (sample.case.sources.len() < 2, text.len())
    });
    let mut known = BTreeSet::new();
    samples.retain(|sample| known.insert(sample.indicator));
    for sample in samples.iter().take(MOST) {
        let name = sample.indicator.replace('/', "-");
        let text = touchstone_fuzz::written(&sample.case, sample.today);
        std::fs::write(folder.join(name), text).expect("a seed");
    }
}
