//! Languages of the interface and of the indicator texts, one folder each.

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// The language for a tag such as `fr-CA`; English when there is none.
    ///
    /// ```
    /// use touchstone::lang::Lang;
    /// assert_eq!(Lang::from_tag("fr-CA"), Lang::Fr);
    /// assert_eq!(Lang::from_tag("xx"), Lang::En);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some(code) if code.eq_ignore_ascii_case("fr") => Self::Fr,
            _ => Self::En,
        }
    }
}

/// What the panel says about an indicator, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    /// One line; may hold `{fact}` places that the hit fills.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Common innocent reasons; at least one.
    pub innocent: &'static [&'static str],
    /// The next verification step.
    pub next: &'static str,
    /// A neutral interview question.
    pub question: &'static str,
}

/// A source that an indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Key of the source, as in docs/sources.md.
    pub source: &'static str,
    /// Title.
    pub title: &'static str,
    /// Address; empty where there is none.
    pub url: &'static str,
    /// Year, month or day.
    pub date: &'static str,
    /// What it says, in one sentence.
    pub says: &'static str,
}
