//! Lines of a text as they were meant: bullets with their words, wrapped lines whole, addresses
//! in one piece.
//!
//! Changes no word. What it joins stood in neighbouring lines; what it cannot be sure of stays
//! apart.

use super::links::TOPS;
use crate::blocks::Block;
use crate::readers::dates;

/// Characters from which on a line may have been wrapped.
const WRAPPED: usize = 55;

/// Whether a text begins with the sign of a list item.
pub(super) fn is_bullet(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(is_bullet_sign);
    let dash = text.starts_with(['-', '–', '—', '*', '·', '»', '›']) || text.starts_with("o ");
    first || dash
}

/// Signs that are nothing else, and those of symbol fonts.
fn is_bullet_sign(c: char) -> bool {
    "•▪●○◦■□➢➤►▶❖✓✔✦⁃∙◆◇★☆➔→‣⦁".contains(c) || matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// A text without the sign of a list item and without its number.
pub(super) fn without_bullet(text: &str) -> &str {
    let bare = text.trim_start_matches(|c: char| {
        is_bullet_sign(c) || c.is_whitespace() || "-–—*·»›".contains(c)
    });
    let bare = bare.strip_prefix("o ").unwrap_or(bare);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = bare.get(digits..).unwrap_or_default();
    match rest.strip_prefix(['.', ')']) {
        Some(item)
            if (1..=2).contains(&digits) && !item.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            item.trim_start()
        }
        _ => bare,
    }
}

/// The lines of a text, joined where one was cut.
pub(super) fn tidy(body: &[Block]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(body.len());
    let (mut bullet, mut end) = (false, 0);
    for block in body {
        let signs = |c: char| is_bullet_sign(c) || "·*-–".contains(c) || c.is_whitespace();
        let only_sign = block.links.is_empty()
            && block
                .text
                .chars()
                .all(|c| signs(c) || c == 'o' && block.text.len() == 1);
        if only_sign {
            bullet = true;
            continue;
        }
        let mut block = block.clone();
        block.text = plain_bullet(&block.text);
        let dated = dates::find(&block.text).is_some_and(|range| range.from == 0);
        if std::mem::take(&mut bullet) && !is_bullet(&block.text) && block.heading == 0 && !dated {
            block.text = format!("• {}", block.text);
        }
        let line = block.line;
        if block.text.starts_with([':', '：']) {
            join_label(&mut out, line);
        }
        match out.last_mut() {
            Some(last) if goes_on(last, end, &block) => {
                last.text
                    .push_str(if cuts_address(&last.text, &block.text) {
                        ""
                    } else {
                        " "
                    });
                last.text.push_str(&block.text);
                last.links.append(&mut block.links);
            }
            _ => out.push(block),
        }
        end = line;
    }
    out
}

/// Makes one piece of the pieces of a label, such as "Contact" and "No", whose value follows.
fn join_label(out: &mut Vec<Block>, line: u32) {
    for _ in 0..3 {
        let [.., before, last] = out.as_mut_slice() else {
            return;
        };
        let label = |block: &Block| block.line == line && !block.text.contains([':', '：']);
        if !(label(before) && label(last)) {
            return;
        }
        let text = std::mem::take(&mut last.text);
        before.text = format!("{} {text}", before.text);
        out.pop();
    }
}

/// The glyph of a symbol font as a bullet.
fn plain_bullet(text: &str) -> String {
    match text.chars().next() {
        Some(first @ '\u{e000}'..='\u{f8ff}') => {
            format!("• {}", text.trim_start_matches(first).trim_start())
        }
        _ => text.to_owned(),
    }
}

/// Whether a line is the rest of the one before, which ended on the line `end`.
fn goes_on(last: &Block, end: u32, next: &Block) -> bool {
    if last.heading > 0 || next.heading > 0 || last.text.len() > 4_000 {
        return false;
    }
    if end == next.line {
        let label = last.text.chars().count() <= 40 && !last.text.contains([':', '：']);
        return label && next.text.starts_with([':', '：']);
    }
    let below = next.line <= end.saturating_add(1);
    cuts_address(&last.text, &next.text) || below && is_wrapped(&last.text, &next.text)
}

/// A long line without an end, and one that begins in the middle of a sentence.
fn is_wrapped(last: &str, next: &str) -> bool {
    let open = !last.ends_with(['.', ':', ';', '!', '?', '|', '•']);
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    let dated = dates::find(next).is_some_and(|range| range.from == 0);
    last.chars().count() >= WRAPPED
        && open
        && lower
        && !next.starts_with("o ")
        && !dated
        && !next.contains('@')
}

/// An e-mail address that a line break cuts: "jo@" and "example.org", "jo@example." and "org".
fn cuts_address(last: &str, next: &str) -> bool {
    let tail = last.rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some((local, domain)) = tail.split_once('@') else {
        return false;
    };
    let host = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
    };
    let whole = |text: &str| host(text) && text.contains('.') && !text.ends_with('.');
    let top = |text: &str| TOPS.contains(&text);
    let cut_after_at = domain.is_empty() && whole(next);
    let cut_after_dot = domain.len() > 1 && domain.ends_with('.') && host(domain) && top(next);
    !local.is_empty() && (cut_after_at || cut_after_dot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &[&str]) {
        let lines: Vec<String> = tidy(&of_text(text))
            .into_iter()
            .map(|block| block.text)
            .collect();
        assert_eq!(lines, expect, "{text:?}");
    }

    #[test]
    fn bullets_find_their_words() {
        check("•\nBuilt it", &["• Built it"]);
        check("•\n2019 – 2021", &["2019 – 2021"]);
        check("NAME    OF   BAKER\t:- Jo", &["NAME OF BAKER :- Jo"]);
        check("\u{f0b7} Built it\n▪ Ran it", &["• Built it", "▪ Ran it"]);
        check("•\n•\nBuilt it\nRan it", &["• Built it", "Ran it"]);
        assert_eq!(without_bullet("• 2. Built it"), "Built it");
        assert_eq!(without_bullet("2019 – 2021"), "2019 – 2021");
    }

    #[test]
    fn cut_lines_become_whole() {
        let long = "Designed the ledger of a bank and moved three million accounts";
        check(
            &format!("{long}\nwithout a day of rest"),
            &[&format!("{long} without a day of rest")],
        );
        check(
            &format!("{long}\nHarbour Lane Bank"),
            &[long, "Harbour Lane Bank"],
        );
        check(
            &format!("{long}.\nand so on"),
            &[&format!("{long}."), "and so on"],
        );
        check("Baker\nof bread", &["Baker", "of bread"]);
    }

    #[test]
    fn cut_addresses_become_whole() {
        check("Mail: jo.doe@\nexample.org", &["Mail: jo.doe@example.org"]);
        check("jo.doe@example.\norg", &["jo.doe@example.org"]);
        check("jo @ example . org", &["jo @ example . org"]);
        check("jo@example.org\nBaker", &["jo@example.org", "Baker"]);
        check("jo@example.\nBaker", &["jo@example.", "Baker"]);
    }
}
