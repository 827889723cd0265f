//! Skills of a text: lists with commas, list items, and lists under a label.

use super::lexicon;
use super::rows::trimmed;
use super::tidy::without_bullet;
use crate::blocks::Block;
use crate::readers::words;

/// Longest name of a skill, in words.
const WORDS: usize = 5;

/// The skills that the lines of a section name.
pub(super) fn skills(body: &[Block]) -> Vec<String> {
    let lines = body.iter().map(|block| without_bullet(&block.text));
    let lists = lines.filter(|line| line.len() <= 800).map(unlabelled);
    lists.flat_map(split).take(200).collect()
}

/// "Languages: Python, Go" without its label.
fn unlabelled(line: &str) -> &str {
    lexicon::labelled(line).map_or(line, |(_, value)| value)
}

/// Cuts a list; commas in brackets belong to one skill.
fn split(list: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut depth = 0_i32;
    for c in list.chars() {
        depth += i32::from(matches!(c, '(' | '（')) - i32::from(matches!(c, ')' | '）'));
        let parting = matches!(c, ',' | '|' | '•' | ';' | '·' | '、' | '，' | '；' | '▪');
        match out.last_mut() {
            Some(part) if !parting || depth > 0 => part.push(c),
            _ => out.push(String::new()),
        }
    }
    out.iter()
        .map(|part| trimmed(part))
        .filter(|part| is_skill(part))
        .collect()
}

fn is_skill(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let sentence = text.ends_with('.') && words > 2;
    (1..=WORDS).contains(&words)
        && text.chars().count() <= 50
        && text.chars().any(char::is_alphabetic)
        && !sentence
        && !words::is_noise(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(skills(&of_text(text)), expect, "{text:?}");
    }

    #[test]
    fn lists_in_many_forms() {
        check("Rust, Go; C#", &["Rust", "Go", "C#"]);
        check(
            "Languages: Python, Go\nTools : Git",
            &["Python", "Go", "Git"],
        );
        check("• Rust\n▪ Go", &["Rust", "Go"]);
        check("AWS (EC2, S3), Linux", &["AWS (EC2, S3)", "Linux"]);
        check("Java、Python", &["Java", "Python"]);
        check(
            "A very quick learner with a capacity of taking up anything.",
            &[],
        );
    }
}
