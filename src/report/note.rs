//! The verdict as a text for somebody's file: one line, a note for the applicant-tracking
//! system, a full account for the security team, a copy of the case for the candidate. No
//! accusation in any of them.

use super::rows::quoted;
use super::text::{Style, Text};
use super::{Quote, Row, Rows};
use crate::lang::{Key, key};

/// How much a note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// One line.
    Line,
    /// What was seen, what fits, what to do: for the candidate's file.
    Ats,
    /// Everything, with ids and sources: for those who look further.
    Security,
    /// Everything, with why each line matters and its innocent reasons: for the candidate.
    Copy,
}

/// A verification step that was done or written about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Whether it was done.
    pub is_done: bool,
    /// The step, the day on which it was done, and what came of it.
    pub words: String,
}

/// What a note says beside the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside<'a> {
    /// Title and address of the page; empty for a candidate on the desk.
    pub page: [&'a str; 2],
    /// The day on which it is written, `YYYY-MM-DD`; empty where there is none.
    pub day: &'a str,
    /// Verification steps that were done or written about.
    pub begun: &'a [Begun],
    /// Ids of the lines whose next step was done.
    pub ticked: &'a [&'a str],
    /// The user's own words.
    pub words: &'a str,
}

/// The rows as a text.
pub fn note(rows: &Rows, beside: &Beside<'_>, length: Length, style: Style) -> String {
    let mut out = Text::new(style);
    if length == Length::Line {
        line(&mut out, rows);
        return out.done();
    }
    head(&mut out, rows, beside);
    let full = length != Length::Ats;
    let (to_verify, fits) = (&rows.to_verify, &rows.fits);
    cards(&mut out, rows, key::HEADING_TO_VERIFY, to_verify, length);
    if full {
        out.items(
            rows.text(key::HEADING_CORRECTIONS),
            &rows.corrections,
            |out, line| format!("{}: {}", out.say(&line.title), line.points),
        );
    }
    cards(&mut out, rows, key::HEADING_FITS, fits, length);
    aside(&mut out, rows, length);
    gaps(&mut out, rows);
    if full {
        others(&mut out, rows);
    }
    steps(&mut out, rows, beside);
    own(&mut out, rows, beside.words);
    out.line("");
    if length == Length::Copy {
        out.line(rows.text(key::NOTE_ANSWER));
    }
    let rules = out.say(&rows.rules);
    out.line(&format!("{} {rules}.", rows.text(key::NOTE_PERSON_DECIDES)));
    out.done()
}

fn line(out: &mut Text, rows: &Rows) {
    let titles: Vec<String> = rows
        .to_verify
        .iter()
        .map(|row| out.say(&row.title))
        .collect();
    let mut words = out.say(&rows.badge);
    if !titles.is_empty() {
        words.push_str(rows.text(key::LANGUAGE_COLON));
        words.push_str(&titles.join("; "));
    }
    let decides = rows.text(key::NOTE_PERSON_DECIDES);
    out.line(&format!("{words}. {}. {decides}", rows.coverage));
}

fn head(out: &mut Text, rows: &Rows, beside: &Beside<'_>) {
    out.title(&rows.badge);
    let page = beside.page.iter().filter(|part| !part.is_empty());
    let page: Vec<String> = page.map(|part| out.say(part)).collect();
    if !page.is_empty() {
        out.line(&rows.labelled(key::HEADING_PAGE, &page.join(" \u{b7} ")));
    }
    if !beside.day.is_empty() {
        out.line(&rows.labelled(key::NOTE_DAY, beside.day));
    }
    out.line(&rows.sentence);
    let sum = rows.labelled(key::SUM_LABEL, &rows.sum);
    out.line(&format!("{} \u{b7} {sum}", rows.coverage));
}

fn cards(out: &mut Text, rows: &Rows, heading: Key, cards: &[Row], length: Length) {
    if cards.is_empty() {
        return;
    }
    out.heading(rows.text(heading));
    for row in cards {
        let about = row.about.as_ref();
        let about = about.map_or_else(String::new, |about| format!(": {}", out.say(about)));
        let title = out.strong(&row.title);
        out.item(&format!("{title} ({}){about}", row.points));
        quotes(out, rows, &row.quotes);
        if length == Length::Copy {
            reasons(out, rows, row);
        }
        if length != Length::Ats {
            origin(out, rows, row);
        }
    }
}

/// Why a line matters, and what else could be behind it.
fn reasons(out: &mut Text, rows: &Rows, row: &Row) {
    let why = out.written(&row.why);
    out.sub(&rows.labelled(key::HEADING_WHY, &why));
    for reason in &row.innocent {
        let reason = out.written(reason);
        out.sub(&rows.labelled(key::HEADING_INNOCENT, &reason));
    }
}

/// Which line of the list it is, and what that rests on.
fn origin(out: &mut Text, rows: &Rows, row: &Row) {
    let id = out.say(&row.id);
    let rate = row.rate.as_deref().map(|rate| format!(". {rate}"));
    out.sub(&rows.labelled(key::NOTE_LINE, &format!("{id}{}", rate.unwrap_or_default())));
    for source in row.sources {
        let words = format!("[{}] {} {}", source.source, source.title, source.url);
        let words = out.say(&words);
        out.sub(&words);
    }
}

fn aside(out: &mut Text, rows: &Rows, length: Length) {
    if length == Length::Copy {
        let lines: Vec<Row> = rows.aside.iter().map(|line| line.row.clone()).collect();
        return cards(out, rows, key::ASIDE_HEADING, &lines, length);
    }
    out.items(rows.text(key::ASIDE_HEADING), &rows.aside, |out, line| {
        let why = line.why.unwrap_or(rows.text(key::WHY_TRYING));
        let until = line
            .until
            .map(|day| format!(", {} {day}", rows.text(key::ASIDE_UNTIL)));
        let title = out.say(&line.row.title);
        format!(
            "{title}{}{why}{}",
            rows.text(key::LANGUAGE_COLON),
            until.unwrap_or_default()
        )
    });
}

fn gaps(out: &mut Text, rows: &Rows) {
    out.items(
        rows.text(key::HEADING_NOT_CHECKED),
        &rows.not_checked,
        |out, gap| {
            let fields = out.say(&gap.fields.join("; "));
            format!("{fields}: {}. {}", gap.reason, gap.remedy)
        },
    );
}

/// What stands beside the level, as the panel folds it.
fn others(out: &mut Text, rows: &Rows) {
    if !rows.beside.nearly.is_empty() {
        out.heading(rows.text(key::HEADING_NEARLY));
    }
    for near in &rows.beside.nearly {
        let (title, reason) = (out.written(&near.title), out.written(&near.reason));
        out.item(&format!("{title} ({}): {reason}", near.points));
        quotes(out, rows, &near.quotes);
    }
    for (heading, sentences) in rows.beside.sentences() {
        out.items(rows.text(heading), &sentences, |out, said| {
            out.written(said)
        });
    }
}

fn steps(out: &mut Text, rows: &Rows, beside: &Beside<'_>) {
    if rows.steps.is_empty() && beside.begun.is_empty() {
        return;
    }
    out.heading(rows.text(key::HEADING_STEPS));
    for step in beside.begun {
        let words = out.written(&step.words);
        out.todo(step.is_done, &words);
    }
    for step in &rows.steps {
        let words = out.written(&step.words);
        out.todo(beside.ticked.contains(&step.id.as_str()), &words);
    }
}

fn own(out: &mut Text, rows: &Rows, words: &str) {
    let lines: Vec<&str> = words
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    if lines.is_empty() {
        return;
    }
    out.heading(rows.text(key::NOTE_OWN));
    for line in lines {
        let line = out.say(line);
        out.line(&line);
    }
}

fn quotes(out: &mut Text, rows: &Rows, quotes: &[Quote]) {
    for quote in quotes {
        let words = quoted(rows.lang, &out.written(&quote.words));
        let place = out.written(&quote.place);
        out.sub(&format!("{words} ({place})"));
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
  - Line: work-history/one
  - \\[SAMPLE-24\\] A sample report https://example.com/report
- **Kubernetes before its first release** (4.5 points)
  - “Ran Kubernetes in 2011” (Position 2, description)
  - “2010 - 2012” (Position 2, dates)
  - Line: work-history/two
  - \\[SAMPLE-24\\] A sample report https://example.com/report

### Corrections of the sum
- Lines of the group “Employment history” count up to its limit: −1.5 points

### Fits together
- **{technology} before its first release** (−2.0 points)
  - “Ran Kubernetes in 2011” (Position 2, description)
  - Line: presence/sample
  - \\[SAMPLE-24\\] A sample report https://example.com/report

### Not checked
- Skills, Followers: Not on the page yet. Scroll to these sections or open them, then click the Touchstone icon.
- Name: Covered by the platform. Sign in, or ask the candidate for a full résumé.

### Next steps
- [ ] Ask which year it went live.

A list of details to verify, not a decision. A person decides. Rules 0.1.0.
";
        assert_eq!(
            note(
                &rows,
                &Beside {
                    page: ["Ada Sample", "https://example.com/ada"],
                    ..Beside::default()
                },
                Length::Security,
                Style::Markdown
            ),
            expect
        );
    }

    #[test]
    fn shorter_notes_say_less_in_the_style_that_is_asked_for() {
        let rows = Rows::with(&sample::assessment(), Lang::En, &[], BOOK);
        let begun = [
            (true, "Called the registrar: confirmed"),
            (false, "Video call: moved to Friday"),
        ];
        let begun = begun.map(|(is_done, words)| Begun {
            is_done,
            words: words.to_owned(),
        });
        let beside = Beside {
            day: "2026-11-26",
            begun: &begun,
            words: "Ask again in *May*",
            ..Beside::default()
        };
        let line = note(&rows, &beside, Length::Line, Style::Plain);
        assert_eq!(
            line,
            "Verify first · 2: Kubernetes before its first release; Kubernetes before its \
             first release. 7 of 12 fields read. A list of details to verify, not a decision. \
             A person decides.\n"
        );
        let ats = note(&rows, &beside, Length::Ats, Style::Plain);
        for part in [
            "\nTo verify\n- Kubernetes before",
            "\nDate: 2026-11-26\n",
            "\n- [x] Called the registrar: confirmed\n- [ ] Video call: moved to Friday\n- [ ] Ask which year",
            "\nIn the words of the team\nAsk again in *May*\n",
        ] {
            assert!(ats.contains(part), "{ats}");
        }
        for part in ["#", "**", "SAMPLE-24", "work-history"] {
            assert!(!ats.contains(part), "{part} in {ats}");
        }
        let copy = note(&rows, &beside, Length::Copy, Style::Plain);
        for part in [
            "  - Why it matters: ",
            "SAMPLE-24",
            "Called the registrar",
            "If something here is wrong",
        ] {
            assert!(copy.contains(part), "{part} in {copy}");
        }
        assert!(!ats.contains("Why it matters"));
        let markdown = note(&rows, &beside, Length::Ats, Style::Markdown);
        assert!(markdown.contains(r"Ask again in \*May\*"), "{markdown}");
    }

    #[test]
    fn words_of_a_page_never_become_markup() {
        let mut found = sample::empty(Level::WorthChecking);
        let mut hit = sample::hit("a/b", 10);
        hit.evidence[0].words = "<img src=x> [a](javascript:b)\n# **c** `d`".to_owned();
        found.hits.push(hit);
        let rows = Rows::with(&found, Lang::En, &[], BOOK);
        let note = note(&rows, &Beside::default(), Length::Ats, Style::Markdown);
        let line = r"  - “\<img src=x\> \[a\](javascript:b) # \*\*c\*\* \`d\`”";
        assert!(note.contains(line), "{note}");
        assert!(!note.contains("Page:"));
    }
}
