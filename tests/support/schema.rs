//! A validator of JSON for the keywords that docs/assessment.schema.json uses; any other keyword
//! stops it, so that nothing in the schema is there for show. It notes which properties it met.

use serde_json::Value;
use std::collections::BTreeSet;
use touchstone::profile::Date;

/// Keywords that say something and check nothing.
const WORDS: [&str; 4] = ["$schema", "$defs", "title", "description"];

/// A schema, as a whole document.
pub struct Schema(Value);

/// A value at a place of its document, against a part of the schema at its place.
#[derive(Clone, Copy)]
struct Pair<'a> {
    rules: &'a Value,
    rules_at: &'a str,
    value: &'a Value,
    value_at: &'a str,
}

impl Schema {
    pub fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap())
    }

    /// The part at a pointer.
    pub fn part(&self, pointer: &str) -> &Value {
        let part = self.0.pointer(pointer);
        part.unwrap_or_else(|| panic!("no {pointer} in the schema"))
    }

    /// The pointers of the properties that a value has, or what is wrong with it.
    pub fn met(&self, value: &Value) -> Result<BTreeSet<String>, String> {
        let mut met = BTreeSet::new();
        let at = Pair {
            rules: &self.0,
            rules_at: "",
            value,
            value_at: "",
        };
        self.check(at, &mut met)?;
        Ok(met)
    }

    /// The pointers of all properties.
    pub fn properties(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        collect(&self.0, "", &mut found);
        found
    }

    fn check(&self, at: Pair<'_>, met: &mut BTreeSet<String>) -> Result<(), String> {
        let rules = at.rules.as_object().unwrap();
        for (keyword, rule) in rules {
            match keyword.as_str() {
                "$ref" => self.check(self.referred(at, rule), met)?,
                "anyOf" => self.any_of(at, rule, met)?,
                "properties" => self.properties_of(at, rule, met)?,
                "additionalProperties" => self.others(at, rule, met)?,
                "items" => self.items(at, rule, met)?,
                known if WORDS.contains(&known) => {}
                keyword => {
                    let holds = holds(keyword, rule, at.value);
                    let wrong = || format!("{}: {keyword} {rule}: {}", at.value_at, at.value);
                    holds.then_some(()).ok_or_else(wrong)?;
                }
            }
        }
        Ok(())
    }

    fn referred<'a>(&'a self, at: Pair<'a>, rule: &'a Value) -> Pair<'a> {
        let rules_at = rule.as_str().unwrap().strip_prefix('#').unwrap();
        Pair {
            rules: self.part(rules_at),
            rules_at,
            ..at
        }
    }

    fn any_of(&self, at: Pair<'_>, rule: &Value, met: &mut BTreeSet<String>) -> Result<(), String> {
        let mut wrong = Vec::new();
        for (number, rules) in rule.as_array().unwrap().iter().enumerate() {
            let rules_at = &format!("{}/anyOf/{number}", at.rules_at);
            let mut here = BTreeSet::new();
            match self.check(
                Pair {
                    rules,
                    rules_at,
                    ..at
                },
                &mut here,
            ) {
                Ok(()) => {
                    met.append(&mut here);
                    return Ok(());
                }
                Err(reason) => wrong.push(reason),
            }
        }
        Err(wrong.join(" and "))
    }

    fn properties_of(
        &self,
        at: Pair<'_>,
        rule: &Value,
        met: &mut BTreeSet<String>,
    ) -> Result<(), String> {
        for (name, value) in at.value.as_object().into_iter().flatten() {
            let Some(rules) = rule.get(name) else {
                continue;
            };
            let rules_at = &format!("{}/properties/{name}", at.rules_at);
            let value_at = &format!("{}/{name}", at.value_at);
            met.insert(rules_at.clone());
            let inner = Pair {
                rules,
                rules_at,
                value,
                value_at,
            };
            self.check(inner, met)?;
        }
        Ok(())
    }

    fn others(
        &self,
        at: Pair<'_>,
        rules: &Value,
        met: &mut BTreeSet<String>,
    ) -> Result<(), String> {
        let known = at.rules.get("properties").and_then(Value::as_object);
        for (name, value) in at.value.as_object().into_iter().flatten() {
            if known.is_some_and(|known| known.contains_key(name)) {
                continue;
            }
            let value_at = &format!("{}/{name}", at.value_at);
            if rules == &Value::Bool(false) {
                return Err(format!("{value_at}: not in the schema"));
            }
            let rules_at = &format!("{}/additionalProperties", at.rules_at);
            let inner = Pair {
                rules,
                rules_at,
                value,
                value_at,
            };
            self.check(inner, met)?;
        }
        Ok(())
    }

    fn items(&self, at: Pair<'_>, rules: &Value, met: &mut BTreeSet<String>) -> Result<(), String> {
        let rules_at = &format!("{}/items", at.rules_at);
        for (number, value) in at.value.as_array().into_iter().flatten().enumerate() {
            let value_at = &format!("{}/{number}", at.value_at);
            let inner = Pair {
                rules,
                rules_at,
                value,
                value_at,
            };
            self.check(inner, met)?;
        }
        Ok(())
    }
}

/// Whether a keyword that looks at the value alone holds.
fn holds(keyword: &str, rule: &Value, value: &Value) -> bool {
    let length = value.as_array().map(|items| items.len() as u64);
    match keyword {
        "type" => is_of(rule.as_str().unwrap(), value),
        "const" => value == rule,
        "enum" => rule.as_array().unwrap().contains(value),
        "required" => {
            let mut names = rule.as_array().unwrap().iter();
            let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
            !value.is_object() || names.all(has)
        }
        "minItems" => length.is_none_or(|length| length >= rule.as_u64().unwrap()),
        "maxItems" => length.is_none_or(|length| length <= rule.as_u64().unwrap()),
        "minimum" => value.as_f64().is_none_or(|n| n >= rule.as_f64().unwrap()),
        "format" => value.as_str().is_none_or(|text| is_day(rule, text)),
        keyword => panic!("the validator does not know {keyword}"),
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        kind => panic!("the validator does not know the type {kind}"),
    }
}

fn is_day(rule: &Value, text: &str) -> bool {
    assert_eq!(rule, "date", "the validator does not know this format");
    Date::parse(text).is_some_and(|day| day.to_string() == text)
}

fn collect(rules: &Value, at: &str, found: &mut BTreeSet<String>) {
    let inner: Vec<(String, &Value)> = match rules {
        Value::Object(map) => map.iter().map(|(key, part)| (key.clone(), part)).collect(),
        Value::Array(list) => {
            let parts = list.iter().enumerate();
            parts
                .map(|(number, part)| (number.to_string(), part))
                .collect()
        }
        _ => return,
    };
    for (key, part) in inner {
        let pointer = format!("{at}/{key}");
        // A property called `properties` would be taken for the keyword: there is none.
        if at.ends_with("/properties") {
            found.insert(pointer.clone());
        }
        collect(part, &pointer, found);
    }
}
