//! The gate: whether an address and its markers show one person's page. Nothing is read before.

use super::{Address, Gate, page::Page, platforms};
use crate::profile::Platform;
use crate::text::fold;

/// Decides by address, then by markers. `Person` may still turn out to be nobody when no
/// name is found.
pub(super) fn gate(page: &Page<'_, '_>) -> Gate {
    match by_address(&page.url, page.site.is_some(), page.platform) {
        Gate::Person => by_markers(page),
        other => other,
    }
}

/// The platform of which an address is a candidate's, as far as the address says.
pub(super) fn candidate_on(url: &Address) -> Option<Platform> {
    let site = platforms::of(url);
    let platform = site.map_or_else(|| url.platform(), |site| site.platform);
    let built_in = matches!(
        platform,
        Platform::Linkedin | Platform::Github | Platform::Upwork
    );
    let person = url.web && by_address(url, site.is_some(), platform) == Gate::Person;
    (person && (site.is_some() || built_in)).then_some(platform)
}

fn by_address(url: &Address, is_site: bool, platform: Platform) -> Gate {
    if is_site {
        return Gate::Person;
    }
    match platform {
        Platform::Linkedin => match url.segment(0) {
            "in" | "pub" | "mwlite" if url.path.len() >= 2 => Gate::Person,
            "company" | "school" | "showcase" => Gate::Organisation,
            "authwall" | "login" | "uas" | "checkpoint" => Gate::Wall,
            _ => Gate::Other,
        },
        Platform::Github => match (url.segment(0), url.path.len()) {
            ("orgs" | "organizations" | "enterprises", _) => Gate::Organisation,
            (login, 1) if !super::github::is_reserved(login) => Gate::Person,
            _ => Gate::Other,
        },
        Platform::Upwork => match url.segment(0) {
            "freelancers" if url.path.len() >= 2 => Gate::Person,
            "agencies" => Gate::Organisation,
            _ => Gate::Other,
        },
        _ => Gate::Person,
    }
}

/// Titles of pages that are not there, folded.
const NOT_FOUND: &[&str] = &[
    "profile not found",
    "page not found",
    "not found",
    "404",
    "introuvable",
    "nicht gefunden",
    "no encontrad",
    "nao encontrad",
    "isn't available",
    "n'est pas disponible",
    "nicht verfugbar",
    "no disponible",
];

/// Titles of walls, folded.
const WALLS: &[&str] = &[
    "sign up",
    "sign in",
    "log in",
    "login",
    "join linkedin",
    "security verification",
    "just a moment",
    "attention required",
    "s'inscrire",
    "s'identifier",
    "anmelden",
    "iniciar sesion",
    "cadastre-se",
    "are you a robot",
];

fn by_markers(page: &Page<'_, '_>) -> Gate {
    let key = page.meta("pageKey").unwrap_or("");
    if key.contains("auth_wall") || key.contains("guest-home") || key.contains("guest_home") {
        return Gate::Wall;
    }
    let title = fold(&page.title).replace('’', "'");
    let first = title.split(" | ").next().unwrap_or("").trim();
    if NOT_FOUND
        .iter()
        .any(|words| first.starts_with(words) || first.ends_with(words))
    {
        return Gate::NotFound;
    }
    if WALLS.iter().any(|words| first.starts_with(words)) {
        return Gate::Wall;
    }
    let is = |kind: &str| {
        page.doc.descendants(page.doc.root()).any(|id| {
            page.doc
                .attr(id, "itemtype")
                .is_some_and(|found| found.ends_with(kind))
        })
    };
    let organisation = matches!(page.platform, Platform::Github | Platform::Gitlab)
        && is("/Organization")
        && !is("/Person");
    if organisation {
        return Gate::Organisation;
    }
    // Accounts of people, accounts of organisations and models have addresses of one shape.
    let unmarked = page.platform == Platform::HuggingFace
        && page.element_with("data-target", "UserProfile").is_none();
    if unmarked { Gate::Other } else { Gate::Person }
}
