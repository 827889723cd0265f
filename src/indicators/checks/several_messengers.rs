//! Two messengers or more as ways of contact on a code profile.
//!
//! Which messenger somebody uses follows the region and carries no weight; how many does.

use crate::indicators::Finding;
use crate::indicators::phrases::Text;
use crate::indicators::tools::{found, host, is_within, on_code_host, part, sources, span, texts};
use crate::profile::{Case, Date, Platform, Profile};
use crate::report::Span;
use crate::sorted::Small;

/// From so many on.
const LEAST: usize = 2;

/// Messengers, by the name they have in texts and the hosts of their links.
const MESSENGERS: &[(&str, Option<Platform>, &[&str])] = &[
    (
        "telegram",
        Some(Platform::Telegram),
        &["t.me", "telegram.me"],
    ),
    ("skype", Some(Platform::Skype), &["skype.com"]),
    (
        "whatsapp",
        Some(Platform::Whatsapp),
        &["wa.me", "whatsapp.com"],
    ),
    (
        "discord",
        Some(Platform::Discord),
        &["discord.gg", "discord.com", "discordapp.com"],
    ),
    ("wechat", None, &[]),
];

/// Words after the name of a messenger that make it a thing somebody built.
const BUILT: &[&str] = &[
    "bot",
    "bots",
    "api",
    "clone",
    "app",
    "integration",
    "js",
    "py",
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case).filter(|(_, profile)| on_code_host(profile)) {
        let mut ways: Small<&str, Span> = Small::default();
        for (name, platform, hosts) in MESSENGERS {
            let way = account(source, profile, *platform)
                .or_else(|| link(source, profile, hosts))
                .or_else(|| said(source, profile, name));
            if let Some(way) = way {
                ways.entry(name, || way);
            }
        }
        if ways.len() >= LEAST {
            out.push(found(ways.into_values()));
        }
    }
}

fn account(source: u32, profile: &Profile, platform: Option<Platform>) -> Option<Span> {
    let mut handles = profile.handles.items().iter();
    let handle = handles.find(|handle| !handle.own && Some(handle.platform) == platform)?;
    Some(span(source, &handle.words))
}

fn link(source: u32, profile: &Profile, hosts: &[&str]) -> Option<Span> {
    let mut links = profile.links.items().iter();
    let link = links.find(|link| {
        let at = host(&link.href);
        hosts.iter().any(|known| is_within(&at, known))
    })?;
    Some(span(source, &link.words))
}

/// The name in a text, unless it names what somebody built.
fn said(source: u32, profile: &Profile, name: &str) -> Option<Span> {
    texts(profile).into_iter().find_map(|words| {
        let text = Text::new(&words.text);
        let at = text.tokens.iter().position(|token| token.is(name))?;
        let next = text.tokens.get(at + 1);
        let built = next.is_some_and(|next| next.is_one_of(BUILT));
        (!built).then(|| part(source, words.place, text.slice(at, at + 1)))
    })
}
