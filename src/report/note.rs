//! The rows as text: a Markdown note for the recruiter's file, and lines for a terminal.

use super::rows::quoted;
use super::{Quote, Row, Rows};
use crate::lang::key;

/// The rows as Markdown. `page` names the page that was read: title and address. Nothing that
/// comes from it can become markup.
pub fn note(rows: &Rows, page: &[&str]) -> String {
    let mut out = Text::new("### ");
    out.line(&format!("## {}", escape(&rows.badge)));
    let page: Vec<&str> = page
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    if !page.is_empty() {
        let page: Vec<String> = page
            .iter()
            .map(|part| escape(&super::rows::plain(part)))
            .collect();
        out.line(&labelled(rows, key::HEADING_PAGE, &page.join(" \u{b7} ")));
    }
    out.line(&rows.sentence);
    out.line(&format!(
        "{} \u{b7} {}",
        rows.coverage,
        labelled(rows, key::SUM_LABEL, &rows.sum)
    ));
    note_cards(&mut out, rows, key::HEADING_TO_VERIFY, &rows.to_verify);
    out.section(
        rows.text(key::HEADING_CORRECTIONS),
        &rows.corrections,
        |line| format!("- {}: {}", escape(&line.title), line.points),
    );
    note_cards(&mut out, rows, key::HEADING_FITS, &rows.fits);
    out.section(
        rows.text(key::HEADING_NOT_CHECKED),
        &rows.not_checked,
        |gap| {
            let fields = escape(&gap.fields.join(", "));
            format!("- {fields}: {}. {}", gap.reason, gap.remedy)
        },
    );
    note_beside(&mut out, rows);
    out.section(rows.text(key::HEADING_STEPS), &rows.steps, |step| {
        format!("- [ ] {}", escape(step))
    });
    out.line("");
    out.line(&format!(
        "{} {}.",
        rows.text(key::NOTE_PERSON_DECIDES),
        escape(&rows.rules)
    ));
    out.lines
}

/// What stands beside the level, as the panel folds it.
fn note_beside(out: &mut Text, rows: &Rows) {
    out.section(
        rows.text(key::HEADING_NEARLY),
        &rows.beside.nearly,
        |near| {
            let title = escape(&near.title);
            let mut line = format!("- {title} ({}): {}", near.points, escape(&near.reason));
            for quote in &near.quotes {
                line.push_str("\n  - ");
                line.push_str(&evidence(rows, quote, escape));
            }
            line
        },
    );
    for (heading, sentences) in rows.beside.sentences() {
        out.section(rows.text(heading), &sentences, |said| {
            format!("- {}", escape(said))
        });
    }
}

fn note_cards(out: &mut Text, rows: &Rows, heading: crate::lang::Key, cards: &[Row]) {
    out.section(rows.text(heading), cards, |row| {
        let mut card = format!("- **{}** ({})", escape(&row.title), row.points);
        if let Some(about) = &row.about {
            card.push_str(": ");
            card.push_str(&escape(about));
        }
        for quote in &row.quotes {
            card.push_str("\n  - ");
            card.push_str(&evidence(rows, quote, escape));
        }
        card
    });
}

/// The rows for a terminal, with all that the panel folds.
pub fn terminal(rows: &Rows) -> String {
    let mut out = Text::new("");
    out.line(&rows.badge);
    out.line(&rows.sentence);
    out.line(&rows.coverage);
    out.line(&labelled(rows, key::SUM_LABEL, &rows.sum));
    out.section(rows.text(key::HEADING_TO_VERIFY), &rows.to_verify, |row| {
        terminal_card(rows, row)
    });
    out.section(
        rows.text(key::HEADING_CORRECTIONS),
        &rows.corrections,
        |line| format!("  {} \u{b7} {}", line.title, line.points),
    );
    out.section(rows.text(key::HEADING_FITS), &rows.fits, |row| {
        terminal_card(rows, row)
    });
    out.section(
        rows.text(key::HEADING_NOT_CHECKED),
        &rows.not_checked,
        |gap| {
            format!(
                "  {}\n    {}. {}",
                gap.fields.join(", "),
                gap.reason,
                gap.remedy
            )
        },
    );
    terminal_beside(&mut out, rows);
    out.section(rows.text(key::HEADING_STEPS), &rows.steps, |step| {
        format!("  [ ] {step}")
    });
    out.line("");
    out.line(&rows.rules);
    out.lines
}

fn terminal_beside(out: &mut Text, rows: &Rows) {
    out.section(
        rows.text(key::HEADING_NEARLY),
        &rows.beside.nearly,
        |near| {
            let mut line = format!("  {} \u{b7} {}", near.title, near.points);
            line.push_str("\n    ");
            line.push_str(&near.reason);
            for quote in &near.quotes {
                line.push_str("\n    ");
                line.push_str(&evidence(rows, quote, str::to_owned));
            }
            line
        },
    );
    for (heading, sentences) in rows.beside.sentences() {
        out.section(rows.text(heading), &sentences, |said| format!("  {said}"));
    }
}

fn terminal_card(rows: &Rows, row: &Row) -> String {
    let mut card = format!("  {} \u{b7} {}", row.title, row.points);
    let mut add = |line: &str| {
        card.push_str("\n    ");
        card.push_str(line);
    };
    for quote in &row.quotes {
        add(&evidence(rows, quote, str::to_owned));
    }
    let innocent = row.innocent.join(" ");
    let rate = row.rate.clone().unwrap_or_default();
    for (label, words) in [
        (key::HEADING_WHY, &row.why),
        (key::HEADING_INNOCENT, &innocent),
        (key::HEADING_NEXT, &row.next),
        (key::HEADING_QUESTION, &row.question),
        (key::HEADING_RATE, &rate),
    ] {
        if !words.is_empty() {
            add(&labelled(rows, label, words));
        }
    }
    for source in row.sources {
        add(&format!(
            "[{}] {} {}",
            source.source, source.title, source.url
        ));
    }
    card
}

fn evidence(rows: &Rows, quote: &Quote, dress: fn(&str) -> String) -> String {
    let words = quoted(rows.lang, &dress(&quote.words));
    format!("{words} ({})", dress(&quote.place))
}

fn labelled(rows: &Rows, label: crate::lang::Key, words: &str) -> String {
    let colon = rows.text(key::LANGUAGE_COLON);
    format!("{}{colon}{words}", rows.text(label))
}

/// Words of a page, so that Markdown shows them as they are.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if r"\`*_[]<>&~|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Lines of text, and what a heading begins with.
struct Text {
    lines: String,
    heading: &'static str,
}

impl Text {
    const fn new(heading: &'static str) -> Self {
        let lines = String::new();
        Self { lines, heading }
    }

    fn line(&mut self, line: &str) {
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    /// A heading and its items; nothing when there are none.
    fn section<T>(&mut self, heading: &str, items: &[T], each: impl Fn(&T) -> String) {
        if items.is_empty() {
            return;
        }
        self.line("");
        self.line(&format!("{}{heading}", self.heading));
        for item in items {
            self.line(&each(item));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::Level;
    use crate::report::sample::{self, BOOK};

    #[test]
    fn a_note_is_the_same_rows_as_markdown() {
        let rows = Rows::with(&sample::assessment(), Lang::En, &[], BOOK);
        let expect = "## Verify first · 2
Page: Ada Sample · https://example.com/ada
Two details need verification. Verify identity before an interview.
7 of 12 fields read · Sum: 6.0 + 4.5 − 1.5 − 2.0 = 7.0 points

### To verify
- **Kubernetes before its first release** (6.0 points)
  - “Ran Kubernetes in 2011” (Position 2, description)
  - “2010 - 2012” (Position 2, dates)
- **Kubernetes before its first release** (4.5 points)
  - “Ran Kubernetes in 2011” (Position 2, description)
  - “2010 - 2012” (Position 2, dates)

### Corrections of the sum
- Lines of the group “Employment history” count up to its limit: −1.5 points

### Fits together
- **{technology} before its first release** (−2.0 points)
  - “Ran Kubernetes in 2011” (Position 2, description)

### Not checked
- Skills, Followers: Not on the page yet. Scroll to these sections or open them, then click the Touchstone icon.
- Name: Covered by the platform. Sign in, or ask the candidate for a full résumé.

### Next steps
- [ ] Ask which year it went live.

A list of details to verify, not a decision. A person decides. Rules 0.1.0.
";
        assert_eq!(
            note(&rows, &["Ada Sample", "https://example.com/ada"]),
            expect
        );
    }

    #[test]
    fn words_of_a_page_never_become_markup() {
        let mut found = sample::empty(Level::WorthChecking);
        let mut hit = sample::hit("a/b", 10);
        hit.evidence[0].words = "<img src=x> [a](javascript:b)\n# **c** `d`".to_owned();
        found.hits.push(hit);
        let note = note(&Rows::with(&found, Lang::En, &[], BOOK), &["", ""]);
        let line = r"  - “\<img src=x\> \[a\](javascript:b) # \*\*c\*\* \`d\`”";
        assert!(note.contains(line), "{note}");
        assert!(!note.contains("Page:"));
    }

    #[test]
    fn a_terminal_shows_what_the_panel_folds() {
        let mut found = sample::assessment();
        found.hits.truncate(1);
        found.corrections.clear();
        found.for_the_person.clear();
        found.not_checked.truncate(1);
        let expect = "À vérifier d'abord · 1
Un détail est à vérifier. Vérifiez l’identité avant un entretien.
7 champs lus sur 12
Somme\u{a0}: 6,0 points

À vérifier
  Kubernetes before its first release · 6,0 points
    «\u{a0}Ran Kubernetes in 2011\u{a0}» (Poste 2, description)
    «\u{a0}2010 - 2012\u{a0}» (Poste 2, dates)
    Pourquoi c’est utile\u{a0}: Kubernetes was first released in 2014.
    Explications courantes\u{a0}: A summary may stand under an older role.
    Prochaine étape\u{a0}: Ask which year it went live.
    Une question à poser\u{a0}: How did you begin with Kubernetes?
    [SAMPLE-24] A sample report https://example.com/report

Non contrôlé
  Compétences
    Pas encore sur la page. Faites défiler jusqu’à ces rubriques ou ouvrez-les, puis cliquez sur l’icône Touchstone.

Prochaines étapes
  [ ] Ask which year it went live.

Règles 0.1.0
";
        assert_eq!(terminal(&Rows::with(&found, Lang::Fr, &[], BOOK)), expect);
    }

    #[test]
    fn a_terminal_gets_no_control_characters_of_a_page() {
        let mut found = sample::empty(Level::WorthChecking);
        let mut hit = sample::hit("a/b", 10);
        hit.evidence[0].words = "\u{1b}]0;x\u{7}\u{202e}y".to_owned();
        found.hits.push(hit);
        let text = terminal(&Rows::with(&found, Lang::En, &[], BOOK));
        assert!(text.contains("“]0;xy”"), "{text}");
    }
}
