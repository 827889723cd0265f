//! The public catalogue: one static page an indicator and language, and an index by group, in
//! the languages whose interface.toml has the table `[catalogue]`. The other languages of the
//! interface lead to the English pages: a language costs some ninety files, and the panel already
//! says in it what stands there.
//!
//! The same list gives the same bytes, so the pages in `www/indicators` are compared with a
//! fresh run by a test.

mod pages;
mod words;

use std::path::Path;
use touchstone::indicators::{self, samples::Sample};
use touchstone::lang::Lang;

/// Where the pages stand in the repository.
pub const FOLDER: &str = "www/indicators";

/// Written by hand; it stands beside the pages.
const STYLE: &str = include_str!("../../../www/indicators/style.css");

/// Writes all pages into `folder`.
pub fn write(folder: &Path) -> Result<String, String> {
    let files = files()?;
    for (name, text) in &files {
        let path = folder.join(name);
        let problem = |error: std::io::Error| format!("{}: {error}", path.display());
        std::fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(problem)?;
        std::fs::write(&path, text).map_err(problem)?;
    }
    Ok(format!("{} files in {}\n", files.len(), folder.display()))
}

/// File names and texts.
fn files() -> Result<Vec<(String, String)>, String> {
    let samples = indicators::samples::all()?;
    let mut out = vec![("style.css".to_owned(), STYLE.to_owned())];
    for lang in Lang::WITH_CATALOGUE.iter().copied() {
        let folder = pages::folder(lang);
        out.push((format!("{folder}index.html"), pages::index(lang)));
        for one in indicators::list() {
            let mine: Vec<&Sample> = samples.iter().filter(|s| s.indicator == one.id).collect();
            let name = format!("{folder}{}", pages::file_name(one.id));
            out.push((name, pages::page(lang, one, &mine)));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<(String, String)> {
        let pages = files().unwrap().into_iter();
        pages.filter(|(name, _)| name != "style.css").collect()
    }

    #[test]
    fn the_pages_in_the_repository_are_those_of_the_list() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
        let files = files().unwrap();
        for (name, text) in &files {
            let there = std::fs::read_to_string(root.join(name)).unwrap_or_default();
            assert!(
                there == *text,
                "{FOLDER}/{name} is not of this list: run `touchstone indicators --page`"
            );
        }
        let count = |folder: &Path| {
            let entries = std::fs::read_dir(folder).unwrap().flatten();
            entries.filter(|entry| entry.path().is_file()).count()
        };
        let folders = Lang::WITH_CATALOGUE.iter().map(|lang| pages::folder(*lang));
        assert_eq!(
            folders.map(|name| count(&root.join(name))).sum::<usize>(),
            files.len(),
            "{FOLDER} holds a page of no line: delete it"
        );
    }

    #[test]
    fn every_page_is_whole() {
        for (name, text) in pages() {
            for tag in [
                "html", "body", "nav", "main", "ul", "li", "dl", "p", "a", "h1", "h2", "span",
            ] {
                let opened = text.matches(&format!("<{tag}>")).count()
                    + text.matches(&format!("<{tag} ")).count();
                assert_eq!(
                    opened,
                    text.matches(&format!("</{tag}>")).count(),
                    "{name}: {tag}"
                );
            }
            assert!(!text.contains("<script"), "{name}");
            let policy = "content=\"default-src 'none'; img-src 'self'; style-src 'self'\"";
            assert!(text.contains(policy), "{name}");
        }
    }

    #[test]
    fn every_page_leads_to_itself_in_the_other_languages() {
        let pages = pages();
        let languages = Lang::WITH_CATALOGUE.iter().copied();
        let of = |name: &str| {
            let found = languages
                .clone()
                .find(|lang| *lang != Lang::default() && name.starts_with(&pages::folder(*lang)));
            found.unwrap_or_default()
        };
        for (name, text) in &pages {
            let mine = of(name);
            let file = name.rsplit('/').next().unwrap();
            assert!(text.contains(&format!("<html lang=\"{}\">", mine.code())));
            for other in languages.clone().filter(|other| *other != mine) {
                let page = format!("{}{file}", pages::folder(other));
                let up = if mine == Lang::default() { "" } else { "../" };
                assert!(
                    text.contains(&format!("<a href=\"{up}{page}\" lang=")),
                    "{name}"
                );
                assert!(
                    pages.iter().any(|(name, _)| *name == page),
                    "{name}: {page}"
                );
            }
        }
        assert!(languages.len() >= 2);
    }
}
