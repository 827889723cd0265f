//! Contacts in the candidate's own part: links, e-mail addresses, phone numbers, accounts.

use super::Address;
use crate::blocks::Block;
use crate::profile::{Email, Field, Handle, Link, Place, Platform, Words, site};
use crate::sorted::Seen;

/// Links that point away from the page's own host, in order, once each.
pub(super) fn links(blocks: &[Block], page: &Address) -> Vec<Link> {
    let host = page.host.as_str();
    let mut out: Vec<Link> = Vec::new();
    let mut known = Seen::default();
    for anchor in blocks.iter().flat_map(|block| &block.links) {
        let href = undo_redirect(&anchor.href);
        let target = Address::parse(&href);
        let own = target.host == host
            || host.ends_with(&format!(".{}", target.host))
            || same_site(&target.host, host);
        // Pictures lead to avatars, badges and photos; only where people have accounts, or to a
        // site under the page's own account name, is one a link of the candidate's.
        let bare = target.host.trim_start_matches("www.");
        let matters = anchor.worded
            || target.account().is_some()
            || site(bare).is_some()
            || carries_account(bare, page);
        if !target.web || own || !matters || !known.is_new(&href) {
            continue;
        }
        let place = Place::at(Field::Links, out.len() as u32);
        // A picture without a label: the address is all there is to quote.
        let text = if anchor.words.is_empty() {
            &href
        } else {
            &anchor.words
        }
        .clone();
        out.push(Link {
            href,
            words: Words { text, place },
        });
    }
    out
}

/// Whether `host` holds the name of the account whose page this is, four letters at least.
fn carries_account(host: &str, page: &Address) -> bool {
    let bare = |text: &str| text.to_ascii_lowercase().replace(['-', '_'], "");
    let account = page.account().map(bare);
    account.is_some_and(|account| account.len() >= 4 && bare(host).contains(&account))
}

/// Whether two hosts end in the same two labels ("de.linkedin.com" and "www.linkedin.com").
fn same_site(a: &str, b: &str) -> bool {
    let tail = |host: &str| {
        host.rsplit('.')
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    !a.is_empty() && tail(a) == tail(b) && !a.ends_with("github.io")
}

/// The target behind a platform's redirect: `…/redir/redirect?url=…`, `…/safety/go?url=…`.
fn undo_redirect(href: &str) -> String {
    let redirects =
        href.contains("/redir/") || href.contains("/safety/go") || href.contains("/leaving");
    let target = href
        .split(['?', '&'])
        .find_map(|part| part.strip_prefix("url="));
    match target {
        Some(target) if redirects => super::address::decode(target),
        _ => href.to_owned(),
    }
}

/// E-mail addresses: `mailto:` links and addresses in the text, once each.
pub(super) fn emails(blocks: &[Block]) -> Vec<Email> {
    let mut out: Vec<Email> = Vec::new();
    let mut known = Seen::default();
    for block in blocks {
        let linked = block
            .links
            .iter()
            .filter_map(|link| link.href.strip_prefix("mailto:"));
        let linked = linked.map(|rest| rest.split('?').next().unwrap_or(""));
        for address in linked.chain(in_text(&block.text)) {
            let lower = address.to_lowercase();
            if !is_email(&lower) || !known.is_new(&lower) {
                continue;
            }
            let place = Place::at(Field::Emails, out.len() as u32);
            out.push(Email {
                address: lower,
                words: Words {
                    text: address.to_owned(),
                    place,
                },
            });
        }
    }
    out
}

fn in_text(text: &str) -> impl Iterator<Item = &str> {
    let bounds = |c: char| c.is_whitespace() || "<>()[]{}\"',;|:·：，；、（）".contains(c);
    // "a@x.example/b@x.example" are two; in an address a slash goes on.
    text.split(bounds)
        .filter(|word| word.contains('@'))
        .flat_map(|word| {
            let address = word.contains("//");
            word.split(move |c| c == '/' && !address)
        })
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let (labels, top) = (
        domain.split('.').count(),
        domain.rsplit('.').next().unwrap_or(""),
    );
    let fits = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    !local.is_empty()
        && local.chars().all(fits)
        && labels >= 2
        && top.len() >= 2
        && top.chars().all(char::is_alphabetic)
        && domain
            .chars()
            .all(|c| c.is_alphanumeric() || ".-".contains(c))
        && !domain.contains("..")
}

/// Phone numbers: `tel:` links, and numbers in the text that start with `+` or are labelled.
pub(super) fn phones(blocks: &[Block]) -> Vec<Words> {
    const LABELS: &[&str] = &[
        "phone",
        "tel",
        "mobile",
        "cell",
        "telephone",
        "téléphone",
        "telefon",
        "teléfono",
        "telefone",
        "mob",
    ];
    let mut out: Vec<Words> = Vec::new();
    for block in blocks {
        let lower = block.text.to_lowercase();
        let linked = block.links.iter().any(|link| link.href.starts_with("tel:"));
        let labelled = LABELS.iter().any(|label| lower.starts_with(label));
        let number =
            number_in(&block.text).filter(|number| linked || labelled || number.starts_with('+'));
        if let Some(text) = number.filter(|text| !out.iter().any(|words| words.text == *text)) {
            let place = Place::at(Field::Phones, out.len() as u32);
            out.push(Words {
                text: text.to_owned(),
                place,
            });
        }
    }
    out
}

/// The first run of 8 to 15 digits with the signs that numbers are written with.
fn number_in(text: &str) -> Option<&str> {
    let fits = |c: char| c.is_ascii_digit() || " ()-./\u{a0}".contains(c);
    let from = text.find(|c: char| c == '+' || c == '(' || c.is_ascii_digit())?;
    let rest = text.get(from..)?;
    let to = rest
        .char_indices()
        .skip(1)
        .find(|(_, c)| !fits(*c))
        .map_or(rest.len(), |(at, _)| at);
    let run = rest
        .get(..to)?
        .trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let range = crate::readers::dates::find(run).is_some();
    ((8..=15).contains(&digits) && !range).then_some(run)
}

/// Accounts: the page's own first, then those that its links name.
pub(super) fn handles(url: &Address, links: &[Link], texts: &[Block]) -> Vec<Handle> {
    let mut out: Vec<Handle> = Vec::new();
    let mut add = |platform: Platform, name: &str, words: &str, own: bool| {
        if out
            .iter()
            .all(|handle| (handle.platform, handle.name.as_str()) != (platform, name))
        {
            let place = Place::at(Field::Handles, out.len() as u32);
            out.push(Handle {
                platform,
                name: name.to_owned(),
                words: Words {
                    text: words.to_owned(),
                    place,
                },
                own,
            });
        }
    };
    if let Some(name) = url.account() {
        add(url.platform(), name, name, true);
    }
    for link in links {
        let target = Address::parse(&link.href);
        if let Some(name) = target
            .account()
            .filter(|name| is_own(&target, name, &link.words.text))
        {
            add(target.platform(), name, &link.words.text, false);
        }
    }
    for (platform, name, words) in texts.iter().filter_map(|block| messenger(&block.text)) {
        add(platform, name, words, false);
    }
    out
}

/// Whether a link names an account of the candidate rather than a colleague or a repository:
/// the address is the account's own page and the words are the platform's name, the account
/// or the address.
fn is_own(target: &Address, name: &str, words: &str) -> bool {
    const PLATFORMS: &[&str] = &[
        "github", "gitlab", "linkedin", "twitter", "telegram", "whatsapp", "upwork", "discord", "x",
    ];
    let longest = if target.platform() == Platform::Linkedin {
        2
    } else {
        1
    };
    let lower = words.to_lowercase();
    let named = lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| PLATFORMS.contains(&word));
    target.path.len() <= longest
        && (named || lower.contains(&name.to_lowercase()) || words.starts_with('@'))
}

/// "Telegram: @jo", "Skype: live:jo": an account named beside its messenger.
fn messenger(text: &str) -> Option<(Platform, &str, &str)> {
    const NAMES: &[(&str, Platform)] = &[
        ("telegram", Platform::Telegram),
        ("skype", Platform::Skype),
        ("whatsapp", Platform::Whatsapp),
        ("discord", Platform::Discord),
    ];
    if text.len() > 80 {
        return None;
    }
    let (label, rest) = text.split_once([':', '-', '–'])?;
    let label = label.trim().to_lowercase();
    let platform = NAMES
        .iter()
        .find(|(name, _)| label.ends_with(name))
        .map(|(_, platform)| *platform)?;
    let name = rest
        .trim()
        .trim_start_matches('@')
        .split_whitespace()
        .next()?;
    Some((platform, name, text))
}

/// The account that a statistics widget's address names.
pub(super) fn widget_account(source: &str) -> Option<String> {
    const KEYS: &[&str] = &["username=", "user=", "login=", "page_id=", "u="];
    let query = source.split_once('?')?.1;
    let value = query
        .split(['&', '#'])
        .find_map(|part| KEYS.iter().find_map(|key| part.strip_prefix(key)))?;
    let name = super::address::decode(value);
    let name = name.split('.').next().unwrap_or("").to_owned();
    (!name.is_empty()
        && name.len() <= 39
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    #[test]
    fn addresses_in_text() {
        let found = |text: &str| {
            emails(&of_text(text))
                .into_iter()
                .map(|email| email.address)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            found("Mail: Jo.Doe@Example.org, or <jo@a.example>."),
            "jo.doe@example.org jo@a.example"
        );
        assert_eq!(
            found("a@x.example/b@x.example https://x.example/@jo@y.example"),
            "a@x.example b@x.example"
        );
        assert_eq!(found("邮箱：jo@a.example"), "jo@a.example");
        assert_eq!(found("git@host and @jo and a@b"), "");
    }

    #[test]
    fn numbers_in_text() {
        let found = |text: &str| {
            phones(&of_text(text))
                .into_iter()
                .map(|words| words.text)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(found("+33 6 12 34 56 78"), "+33 6 12 34 56 78");
        assert_eq!(found("Phone: (212) 555-0142"), "(212) 555-0142");
        assert_eq!(found("2019 - 2021"), "");
        assert_eq!(found("12345678 users"), "");
    }

    #[test]
    fn widgets() {
        let found = |source| widget_account(source).unwrap_or_default();
        assert_eq!(
            found("https://stats.example/api?username=jo-doe&theme=dark"),
            "jo-doe"
        );
        assert_eq!(found("https://img.example/badge/rust.svg"), "");
    }
}
