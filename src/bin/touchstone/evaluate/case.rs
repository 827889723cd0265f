//! From an item of a corpus to a case, through the same readers as in the extension.
//!
//! READMEs and GitHub profiles become the page that GitHub shows of them; cards and speakers'
//! biographies have fields; everything else is text. What only documented items have (commit
//! addresses, dates of creation, lists of repositories) is left out on purpose.

use super::corpus::{Item, Kind};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use touchstone::profile::{
    Case, Email, Field, Found, Handle, Link, Place, Platform, Profile, Sensitive, Words,
};
use touchstone::readers::{self, Address};

/// The case of an item: always one source.
pub fn of(item: &Item) -> Case {
    let profile = match item.kind {
        Kind::Readme | Kind::GithubProfile => {
            let handle = item.handle.as_deref().unwrap_or_default();
            readers::read(&format!("https://github.com/{handle}"), &page(item)).profile
        }
        Kind::SpeakerBio | Kind::JobCard => fields(item),
        Kind::Resume | Kind::CoverLetter | Kind::Proposal | Kind::TelegramPitch | Kind::JobPost => {
            readers::read_text(&item.text)
        }
    };
    Case {
        sources: vec![profile],
    }
}

/// The page that GitHub shows of a README or a profile.
fn page(item: &Item) -> String {
    let handle = escape(item.handle.as_deref().unwrap_or_default());
    let name = item.field("name").map(|name| escape(&name));
    let named = |name: &String| {
        format!("<span class=\"p-name vcard-fullname\" itemprop=\"name\">{name}</span>")
    };
    let title = name
        .as_ref()
        .map_or_else(String::new, |name| format!(" ({name})"));
    let list = |key, to_html: fn(&str) -> String| -> String {
        item.field(key)
            .map(|text| to_html(&text))
            .unwrap_or_default()
    };
    let social: String = item.list("links").into_iter().map(social).collect();
    let links = if item.kind == Kind::GithubProfile {
        social
    } else {
        String::new()
    };
    let readme = item.raw.as_ref().map(|raw| {
        format!(
            "<article class=\"markdown-body\" itemprop=\"text\">{}</article>",
            rendered(raw)
        )
    });
    format!(
        "<!DOCTYPE html><html><head><title>{handle}{title} \u{b7} GitHub</title></head><body><main>\
         <h1 class=\"vcard-names\">{}<span class=\"p-nickname vcard-username\" itemprop=\"additionalName\">{handle}</span></h1>\
         {}<ul class=\"vcard-details\">{}{}{}{links}</ul>{}</main></body></html>",
        name.iter().map(named).collect::<String>(),
        list("bio", |text| format!(
            "<div class=\"p-note user-profile-bio\"><div>{}</div></div>",
            escape(text)
        )),
        list("company", |text| detail("worksFor", "p-org", text)),
        list("location", |text| detail("homeLocation", "p-label", text)),
        list("email", mail),
        readme.unwrap_or_default(),
    )
}

/// A line of the list under the biography.
fn detail(property: &str, class: &str, text: &str) -> String {
    let text = escape(text);
    format!(
        "<li itemprop=\"{property}\" class=\"vcard-detail\"><span class=\"{class}\">{text}</span></li>"
    )
}

fn mail(address: &str) -> String {
    let address = escape(address);
    format!(
        "<li itemprop=\"email\" class=\"vcard-detail\"><a class=\"u-email\" href=\"mailto:{address}\">{address}</a></li>"
    )
}

/// An account elsewhere, shown as its address.
fn social(address: &str) -> String {
    let address = escape(address);
    format!(
        "<li itemprop=\"social\" class=\"vcard-detail\"><a class=\"Link--primary\" href=\"{address}\">{address}</a></li>"
    )
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// A README as HTML. Addresses in the text become links, as on GitHub.
fn rendered(raw: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut inside = 0_u32;
    let events = TextMergeStream::new(Parser::new_ext(raw, options)).flat_map(move |event| {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => inside += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => inside = inside.saturating_sub(1),
            Event::Text(text) if inside == 0 => return linked(text),
            _ => {}
        }
        vec![event]
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

/// A text with its addresses as links.
fn linked(text: &str) -> Vec<Event<'static>> {
    let mut out = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let shown = word.trim().to_owned();
        let target = Address::parse(&shown);
        if !target.web || target.host.is_empty() {
            out.push(Event::Text(word.to_owned().into()));
            continue;
        }
        out.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: shown.clone().into(),
            title: "".into(),
            id: "".into(),
        }));
        out.extend([Event::Text(shown.into()), Event::End(TagEnd::Link)]);
        out.push(Event::Text(" ".into()));
    }
    out
}

/// A card or a biography, from its fields.
fn fields(item: &Item) -> Profile {
    let words = |key: &str, field| {
        item.field(key).map(|text| Words {
            text,
            place: Place::of(field),
        })
    };
    let found = |words: Option<Words>| words.map_or(Found::NotLoaded, Found::Seen);
    let (headline, about) = (
        words("headline", Field::Headline),
        words("bio", Field::About),
    );
    let mut texts: Vec<Words> = words("company", Field::Text).into_iter().collect();
    if headline.is_none() && about.is_none() {
        let text = item.text.clone();
        let place = Place::of(Field::Text);
        texts.push(Words { text, place });
    }
    let links = links(item);
    Profile {
        platform: Some(Platform::Other),
        name: words("name", Field::Name)
            .map_or(Found::NotLoaded, |name| Found::Seen(Sensitive::new(name))),
        headline: found(headline),
        location: found(words("location", Field::Location)),
        about: found(about),
        emails: Found::Seen(emails(item)).non_empty(),
        handles: Found::Seen(handles(&links)).non_empty(),
        links: Found::Seen(links).non_empty(),
        texts: Found::Seen(texts).non_empty(),
        ..Profile::default()
    }
}

/// Words that stand in entry `index` of a list.
fn entry(field: Field, index: usize, text: &str) -> Words {
    let place = Place::at(field, index as u32);
    let text = text.to_owned();
    Words { text, place }
}

fn emails(item: &Item) -> Vec<Email> {
    let first = item.field("email");
    let mut shown: Vec<&str> = first.as_deref().into_iter().collect();
    for address in item.list("emails") {
        if !shown.contains(&address) {
            shown.push(address);
        }
    }
    let email = |(index, text): (usize, &str)| Email {
        address: text.to_lowercase(),
        words: entry(Field::Emails, index, text),
    };
    shown.into_iter().enumerate().map(email).collect()
}

fn links(item: &Item) -> Vec<Link> {
    let link = |(index, href): (usize, &str)| Link {
        href: href.to_owned(),
        words: entry(Field::Links, index, href),
    };
    item.list("links")
        .into_iter()
        .enumerate()
        .map(link)
        .collect()
}

fn handles(links: &[Link]) -> Vec<Handle> {
    let named = links.iter().filter_map(|link| {
        let address = Address::parse(&link.href);
        Some((
            address.platform(),
            address.account()?.to_owned(),
            &link.href,
        ))
    });
    let handle = |(index, (platform, name, href)): (usize, (Platform, String, &String))| Handle {
        platform,
        name,
        words: entry(Field::Handles, index, href),
        own: false,
    };
    named.enumerate().map(handle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &serde_json::Value, expect: &str) {
        let case = of(&Item::read(&line.to_string()).unwrap());
        let profile = case.sources.first().unwrap();
        let shown = |words: &Found<Words>| words.seen().map_or("", |w| &w.text).to_owned();
        let join = |items: Vec<&str>| items.join(" ");
        let found = [
            shown(&profile.headline),
            shown(&profile.location),
            join(
                profile
                    .emails
                    .items()
                    .iter()
                    .map(|e| e.address.as_str())
                    .collect(),
            ),
            join(
                profile
                    .handles
                    .items()
                    .iter()
                    .map(|h| h.name.as_str())
                    .collect(),
            ),
            join(
                profile
                    .widgets
                    .items()
                    .iter()
                    .map(|w| w.text.as_str())
                    .collect(),
            ),
            join(
                profile
                    .texts
                    .items()
                    .iter()
                    .map(|w| w.text.as_str())
                    .collect(),
            ),
        ];
        assert_eq!(found.join(" | "), expect);
    }

    #[test]
    fn a_readme_is_a_github_page() {
        let raw = "# Hi\n**I** bake, see https://t.me/jo_bakes now\n\n<img src=\"https://s.example/api?username=jo2\">";
        check(
            &serde_json::json!({"id": "a", "label": "negative", "kind": "readme", "handle": "jo", "raw": raw,
                "fields": {"name": "Jo Doe", "email": "jo@a.example", "location": "Lyon", "bio": "Baker & <man>"}}),
            "Baker & <man> | Lyon | jo@a.example | jo jo_bakes | jo2 | Hi\nI bake, see https://t.me/jo_bakes now",
        );
    }

    #[test]
    fn fields_are_read_as_they_are() {
        check(
            &serde_json::json!({"id": "a", "label": "negative", "kind": "job-card", "text": "Jo\nBaker",
                "fields": {"headline": "Baker", "location": "Lyon", "email": "Jo@a.example",
                    "emails": ["Jo@a.example"], "links": ["https://www.linkedin.com/in/jo-doe/"]}}),
            "Baker | Lyon | jo@a.example | jo-doe |  | ",
        );
    }
}
