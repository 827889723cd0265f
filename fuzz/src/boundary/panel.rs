//! `paint` and `paper`: a record and what stands beside it, as they lie in the storage.

use crate::{comes_back, text_of, verdict};
use touchstone::lang::Lang;
use touchstone::report::{Given, Record, Rows, Scene, State, Style, links};

/// First line: a record; second: what the user did and set. Whatever is stored, the panel can be
/// painted and every paper written, without a wrong sum or a panic.
pub fn panel(bytes: &[u8]) {
    let text = text_of(bytes);
    let mut lines = text.lines();
    let record = lines
        .next()
        .and_then(|line| serde_json::from_str(line).ok());
    let given: Option<Given> = lines
        .next()
        .and_then(|line| serde_json::from_str(line).ok());
    let scene = Scene::of(given.unwrap_or_default());
    let lang = Lang::from_tag(lines.next().unwrap_or_default());
    let record: Record = record.unwrap_or(Record::of(State::Failed));
    comes_back(&record);
    for style in [Style::Plain, Style::Markdown] {
        verdict::papers(&record, &scene, (lang, style));
    }
    let Some((found, can)) = scene.verdict(&record) else {
        return;
    };
    assert!(!can || scene.work.is_some(), "taken apart without work");
    let rows = Rows::on_desk(&scene.told(&found), lang, &record.sources);
    assert_eq!(rows.to_verify.len(), found.hits.len(), "rows");
    assert!(rows.verify_cards().len() >= rows.to_verify.len(), "cards");
    assert!(!rows.badge.is_empty() && !rows.sum.is_empty(), "no words");
    for link in links(&record, &found) {
        let plain = link.url.starts_with("https://") && link.url.is_ascii();
        assert!(plain && !link.url.contains(' '), "no address: {}", link.url);
    }
    let _ = (scene.begun(lang), scene.ticked());
}
