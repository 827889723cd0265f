//! The tables in src/indicators/data/. A row says how it was checked: `registry`, `document`
//! or `none`; a row with `none` stays in the file as a lead and is not baked.

use super::rules::is_date;
use super::{Problems, load, parse};
use serde::Deserialize;
use std::path::Path;

/// All tables.
#[derive(Default)]
pub struct Data {
    pub technologies: Vec<Technology>,
    pub employers: Vec<Employer>,
    pub cities: Vec<City>,
    pub fronts: Vec<Named>,
    pub front_domains: Vec<Named>,
    pub disposable: Vec<Named>,
    pub closed: Vec<Provider>,
}

/// A row says where it comes from.
trait Row {
    /// The source, how the row was checked against it, and when.
    fn origin(&self) -> (&str, &str, Option<&str>);
}

macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Deserialize, Default)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(pub $field: $kind,)*
            source: String,
            checked: String,
            on: Option<String>,
        }
        impl Row for $name {
            fn origin(&self) -> (&str, &str, Option<&str>) {
                (&self.source, &self.checked, self.on.as_deref())
            }
        }
    };
}

row! {
    /// A technology, the phrases that name it, and its first public release.
    Technology { name: String, words: Vec<String>, released: String, }
}
row! {
    /// An employer, its names, and its year of founding.
    Employer { name: String, names: Vec<String>, founded: i16, }
}
row! {
    /// A city, what may follow its name, and its offsets over the year.
    City { names: Vec<String>, within: Vec<String>, zone: String, offsets: Vec<i16>, }
}
row! {
    /// A name or a domain.
    Named { name: String, }
}
row! {
    /// A mail provider and the day it closed.
    Provider { name: String, closed: String, }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Tables {
    #[serde(default)]
    technology: Vec<Technology>,
    #[serde(default)]
    employer: Vec<Employer>,
    #[serde(default)]
    city: Vec<City>,
    #[serde(default)]
    front: Vec<Named>,
    #[serde(default)]
    front_domain: Vec<Named>,
    #[serde(default)]
    disposable: Vec<Named>,
    #[serde(default)]
    closed: Vec<Provider>,
}

/// Reads and validates the tables of a folder.
pub fn read(folder: &Path, problems: &mut Problems) -> Data {
    let mut data = Data::default();
    for path in super::files(folder, "toml") {
        let file = load(&path, problems);
        let tables: Tables = parse(&file, problems);
        let mut keep = Keep {
            path: &path,
            problems,
        };
        data.technologies.extend(keep.rows(tables.technology));
        data.employers.extend(keep.rows(tables.employer));
        data.cities.extend(keep.rows(tables.city));
        data.fronts.extend(keep.rows(tables.front));
        data.front_domains.extend(keep.rows(tables.front_domain));
        data.disposable.extend(keep.rows(tables.disposable));
        data.closed.extend(keep.rows(tables.closed));
    }
    for technology in &data.technologies {
        if !is_date(&technology.released, 2) {
            problems.add(
                folder,
                1,
                &format!("{}: released is YYYY-MM", technology.name),
            );
        }
    }
    for closed in &data.closed {
        if !is_date(&closed.closed, 2) {
            problems.add(folder, 1, &format!("{}: closed is YYYY-MM", closed.name));
        }
    }
    for city in &data.cities {
        if city.zone.is_empty() || city.offsets.is_empty() || city.names.is_empty() {
            problems.add(folder, 1, "a city has names, a zone and offsets");
        }
    }
    data
}

struct Keep<'a> {
    path: &'a Path,
    problems: &'a mut Problems,
}

impl Keep<'_> {
    /// The rows that were checked against something.
    fn rows<R: Row>(&mut self, rows: Vec<R>) -> Vec<R> {
        let mut kept = Vec::new();
        for (number, row) in (1..).zip(rows) {
            let (source, checked, on) = row.origin();
            let dated = on.is_some_and(|on| is_date(on, 3));
            match checked {
                "registry" | "document" if dated && !source.is_empty() => kept.push(row),
                "none" => {}
                _ => {
                    let wanted = "a source, checked registry, document or none, and a day";
                    self.problems
                        .add(self.path, 1, &format!("row {number}: {wanted}"));
                }
            }
        }
        kept
    }
}
