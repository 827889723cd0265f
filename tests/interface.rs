//! The interface texts: what the build refuses, and that each of them is used.

#[allow(dead_code, missing_docs)]
#[path = "../build/interface.rs"]
mod interface;

use interface::{File, generate};
use std::collections::BTreeSet;

fn file(code: &str, toml: &str) -> File {
    File {
        code: code.to_owned(),
        path: format!("{code}.toml"),
        toml: toml.to_owned(),
    }
}

#[test]
fn the_build_says_which_file_and_line_and_why() {
    let check = |fr: &str, expect: &str| {
        let en = file("en", "[a]\nx = \"{n} of {m}\"\ny = \"why\"\n");
        let reason = generate(&[en, file("fr", fr)]).expect_err(fr);
        assert_eq!(reason, expect);
    };
    check(
        "[a]\nx = \"{m} {n}\"\n",
        "fr.toml:1: `a.y` is missing (en.toml:3 has it)",
    );
    check(
        "[a]\ny = \"\"\nx = \"{m} {n}\"\n",
        "fr.toml:2: `a.y` is empty",
    );
    check(
        "[a]\ny = \"y\"\nx = \"{n} {o}\"\n",
        "fr.toml:3: `a.x` has the places {\"n\", \"o\"}, en.toml:2 has {\"m\", \"n\"}",
    );
    check(
        "[a]\ny = \"y\"\nx = \"{m} {n}\"\nz = \"z\"\n",
        "fr.toml:4: `a.z` is not in en.toml",
    );
    check("[a]\ny = 1\n", "fr.toml:2: `a.y` is not a text");
    assert!(generate(&[file("en", "[a\n")]).is_err_and(|reason| reason.starts_with("en.toml:1: ")));
    assert!(generate(&[]).is_err());
}

#[test]
fn the_order_of_keys_and_places_is_free() {
    let en = file("en", "[a]\nx = \"{n} of {m}\"\ny = \"why\"\n");
    let fr = file("fr", "a.y = \"pourquoi\"\na.x = \"{m} : {n}\"\n");
    let source = generate(&[en, fr]).unwrap();
    assert!(source.contains("pub const A_X: Key = Key {en: \"{n} of {m}\",fr: \"{m} : {n}\",};"));
}

/// The constants of the texts in a table.
fn constants(prefix: &str, table: &toml::Table, out: &mut BTreeSet<String>) {
    for (key, value) in table {
        let name = format!("{prefix}{key}");
        match value {
            toml::Value::Table(inner) => constants(&format!("{name}_"), inner, out),
            _ if matches!(key.as_str(), "one" | "other") => {
                out.insert(prefix.trim_end_matches('_').to_owned());
            }
            _ => {
                out.insert(name);
            }
        }
    }
}

/// Those of `[www]` are looked for by tests/www.rs.
#[test]
fn every_text_is_used() {
    let mut sources = String::new();
    for folder in [
        "src/lang",
        "src/report",
        "src/view",
        "src/bin/touchstone/catalogue",
    ] {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "rs") {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let english = std::fs::read_to_string("src/lang/en/interface.toml").unwrap();
    let mut table: toml::Table = english.parse().unwrap();
    assert!(table.remove("www").is_some());
    let mut all = BTreeSet::new();
    constants("", &table, &mut all);
    assert!(all.len() > 200);
    let words: BTreeSet<&str> = sources
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
        .collect();
    for name in all {
        let constant = name.to_uppercase().replace('-', "_");
        let used = [constant.clone(), format!("{constant}_ONE")];
        let used = used.iter().any(|name| words.contains(&**name));
        assert!(used, "key::{constant} is not used");
    }
}

#[test]
fn the_texts_of_the_catalogue_are_whole_or_left_out() {
    let en = || file("en", "a = \"x\"\n[catalogue]\ny = \"y\"\nz = \"z\"\n");
    let check = |fr: &str, expect: Result<&str, &str>| {
        let found = generate(&[en(), file("fr", fr)]);
        match expect {
            Ok(part) => assert!(found.unwrap().contains(part), "{fr}"),
            Err(reason) => assert_eq!(found.expect_err(fr), reason),
        }
    };
    let listed = "pub const WITH_CATALOGUE: &'static [Self] = &[Self::En,";
    check("a = \"a\"", Ok(&format!("{listed}];")));
    check(
        "a = \"a\"",
        Ok("CATALOGUE_Y: Key = Key {en: \"y\",fr: \"y\",};"),
    );
    check(
        "a = \"a\"\ncatalogue = { y = \"i\", z = \"j\" }",
        Ok(&format!("{listed}Self::Fr,];")),
    );
    check(
        "a = \"a\"\ncatalogue.y = \"i\"",
        Err("fr.toml:1: `catalogue.z` is missing (en.toml:4 has it)"),
    );
}
