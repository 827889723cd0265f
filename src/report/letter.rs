//! The letter to the candidate: it asks for what is missing, says that everybody is asked, and
//! carries no level, no points and no accusation.

use super::Rows;
use super::text::{Style, Text};
use crate::lang::key;

/// The letter, with `[places]` for what only the sender knows.
pub(super) fn letter(rows: &Rows, style: Style) -> String {
    let mut out = Text::new(style);
    out.line(rows.text(key::LETTER_GREETING));
    out.line("");
    out.line(rows.text(key::LETTER_OPENING));
    let questions = rows.questions();
    if !questions.is_empty() {
        out.line("");
    }
    for question in &questions {
        let words = out.written(question);
        out.item(&words);
    }
    let missing = missing(rows);
    if !missing.is_empty() {
        out.line("");
        out.line(rows.text(key::LETTER_MISSING));
        out.line("");
    }
    for field in missing {
        out.item(&field);
    }
    for part in [key::LETTER_ANSWER, key::LETTER_RIGHTS, key::LETTER_CLOSING] {
        out.line("");
        out.line(rows.text(part));
    }
    out.done()
}

impl Rows {
    /// The questions of the open lines, each once.
    pub fn questions(&self) -> Vec<&str> {
        let mut questions: Vec<&str> = Vec::new();
        for row in &self.to_verify {
            let question = row.question.as_str();
            if !question.is_empty() && !questions.contains(&question) {
                questions.push(question);
            }
        }
        questions
    }
}

/// The fields that only the candidate can give: those that no click of the reader would show.
fn missing(rows: &Rows) -> Vec<String> {
    let of_candidate = [
        key::UNREAD_MASKED,
        key::UNREAD_NOT_FOUND,
        key::UNREAD_NOT_FOUND_IN_FILE,
    ];
    let reasons = of_candidate.map(|reason| rows.text(reason));
    let gaps = rows.not_checked.iter();
    let gaps = gaps.filter(|gap| reasons.contains(&gap.reason));
    gaps.flat_map(|gap| gap.fields.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample::{self, BOOK};

    #[test]
    fn a_letter_asks_and_says_nothing_of_points_or_levels() {
        let rows = Rows::with(&sample::assessment(), Lang::En, &[], BOOK);
        let letter = letter(&rows, Style::Plain);
        assert!(
            letter.contains("\n- How did you begin with Kubernetes?\n"),
            "{letter}"
        );
        assert!(letter.contains("\n- Name\n"), "{letter}");
        for never in [
            &*rows.badge,
            &*rows.sum,
            "points",
            "verif",
            "Ran Kubernetes",
        ] {
            assert!(!letter.contains(never), "{never}: {letter}");
        }
        assert_eq!(letter.matches("How did you begin").count(), 1);
    }
}
