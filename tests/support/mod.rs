//! The saved pages under `tests/pages`, one folder a case: `page.html` and `expected.json`.
//!
//! All people, companies and addresses in them are invented; the structure follows real pages.

use std::path::{Path, PathBuf};

/// The person who is signed in on the pages: nobody's page is hers.
#[allow(dead_code)]
pub const VIEWER: [&str; 4] = ["Perrine", "Guetteau", "perrine-guetteau", "Holzwurm"];

/// A saved page.
pub struct Case {
    /// Platform and name of the case: `linkedin/2023-pvs`.
    pub name: String,
    /// The address it was saved from.
    pub url: String,
    /// The page.
    pub html: String,
    /// Where its expected reading lies.
    #[allow(dead_code)]
    pub expected: PathBuf,
}

/// All cases, by name.
pub fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut out: Vec<Case> = folders(&root)
        .iter()
        .flat_map(|platform| folders(platform))
        .map(|folder| case(&root, &folder))
        .collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(out.len() >= 18, "only {} cases", out.len());
    out
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect()
}

fn case(root: &Path, folder: &Path) -> Case {
    let name = folder.strip_prefix(root).unwrap().to_str().unwrap();
    let html = std::fs::read_to_string(folder.join("page.html")).unwrap();
    let url = html
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("<!-- url: ")?.strip_suffix(" -->"));
    Case {
        name: name.replace('\\', "/"),
        url: url
            .expect("page.html begins with <!-- url: … -->")
            .to_owned(),
        html,
        expected: folder.join("expected.json"),
    }
}
