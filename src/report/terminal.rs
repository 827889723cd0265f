//! The rows as lines for a terminal.

use super::rows::quoted;
use super::{Quote, Row, Rows};
use crate::lang::key;

/// The rows for a terminal, with all that the panel folds.
pub fn terminal(rows: &Rows) -> String {
    let mut out = Lines::default();
    out.line(&rows.badge);
    out.line(&rows.sentence);
    out.line(&rows.coverage);
    out.line(&rows.labelled(key::SUM_LABEL, &rows.sum));
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
                gap.fields.join("\n  "),
                gap.reason,
                gap.remedy
            )
        },
    );
    terminal_beside(&mut out, rows);
    out.section(rows.text(key::HEADING_STEPS), &rows.steps, |step| {
        format!("  [ ] {}", step.words)
    });
    out.line("");
    out.line(&rows.rules);
    out.lines
}

fn terminal_beside(out: &mut Lines, rows: &Rows) {
    out.section(
        rows.text(key::HEADING_NEARLY),
        &rows.beside.nearly,
        |near| {
            let mut line = format!("  {} \u{b7} {}", near.title, near.points);
            line.push_str("\n    ");
            line.push_str(&near.reason);
            for quote in &near.quotes {
                line.push_str("\n    ");
                line.push_str(&evidence(rows, quote));
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
        add(&evidence(rows, quote));
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
            add(&rows.labelled(label, words));
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

fn evidence(rows: &Rows, quote: &Quote) -> String {
    format!("{} ({})", quoted(rows.lang, &quote.words), quote.place)
}

/// Lines, in sections.
#[derive(Default)]
struct Lines {
    lines: String,
}

impl Lines {
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
        self.line(heading);
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
    fn a_terminal_shows_what_the_panel_folds() {
        let mut found = sample::assessment();
        found.hits.truncate(1);
        found.corrections.clear();
        found.for_the_person.clear();
        found.not_checked.truncate(1);
        let expect = "À vérifier d’abord · 1
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
