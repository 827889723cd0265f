//! Every seed, and every fixture of the main package, holds what its target holds: a change that
//! breaks one of them is seen without a fuzzer. `cargo test --lib` in this folder, with any toolchain.
#![allow(clippy::expect_used, clippy::unwrap_used)] // helpers of tests may stop

use std::path::{Path, PathBuf};

/// Files below a folder of the repository.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder),
    ];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of seeds") {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                out.push(path);
            }
        }
    }
    assert!(!out.is_empty(), "no seeds in {folder}");
    out
}

/// The wrong ones by name, so that all are seen at once.
fn check(folders: &[&str], target: fn(&[u8])) {
    let mut wrong = Vec::new();
    for path in folders.iter().flat_map(|folder| files(folder)) {
        let bytes = std::fs::read(&path).unwrap();
        if std::panic::catch_unwind(|| target(&bytes)).is_err() {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

macro_rules! targets {
    ($($name:ident: $folders:expr;)*) => {$(
        #[test]
        fn $name() {
            check(&$folders, crate::$name);
        }
    )*};
}

targets! {
    html: ["tests/pages"];
    page: ["tests/pages"];
    resume: ["tests/resumes"];
    dates: ["fuzz/seeds/dates", "tests/resumes"];
    pdf: ["fuzz/seeds/pdf", "tests/files"];
    docx: ["fuzz/seeds/docx", "tests/files"];
    text: ["fuzz/seeds/text", "tests/resumes"];
    json_resume: ["fuzz/seeds/json_resume"];
    engine: ["fuzz/seeds/engine"];
    settings: ["fuzz/seeds/settings"];
    work: ["fuzz/seeds/work"];
    kept: ["fuzz/seeds/kept"];
    desk: ["fuzz/seeds/desk"];
    panel: ["fuzz/seeds/panel"];
}
