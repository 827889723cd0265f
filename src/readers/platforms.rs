//! The platforms that are read only where the user asked for it: their addresses and shapes.
//!
//! One row a platform; `extension/platforms.js` has the same rows, and
//! `tests/data/addresses.tsv` holds both to the same addresses. What is not a candidate's
//! address here is any page: a click reads it by meaning, with nothing assumed.

use super::Address;
use super::generic::Draft;
use super::page::Page;
use crate::profile::Platform;

/// Adds what a platform marks up; one that finds nothing changes nothing.
pub(super) type Hint = fn(&Page<'_, '_>, &mut Draft);

/// What kind of page shows the candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The candidate's own page: the address is one account's.
    Profile,
    /// An applicant-tracking system: a candidate beside or over a list of others, among the
    /// words of those who hire.
    Tracking,
}

/// A platform.
pub(super) struct Site {
    pub(super) platform: Platform,
    pub(super) kind: Kind,
    /// Hosts; `*.` at the start: the host and all below, as in the patterns of browsers.
    hosts: &'static [&'static str],
    /// Paths of candidates: `*` is a segment, `{id}` one with a digit, `**` any number of them.
    /// After `?` stands a key that the query must have; `#` makes it a route after that sign.
    shapes: &'static [&'static str],
    /// First segments that are the platform's own.
    reserved: &'static [&'static str],
    pub(super) hint: Option<Hint>,
}

const fn profile(
    platform: Platform,
    hosts: &'static [&'static str],
    shapes: &'static [&'static str],
) -> Site {
    Site {
        platform,
        kind: Kind::Profile,
        hosts,
        shapes,
        reserved: &[],
        hint: None,
    }
}

const fn tracking(
    platform: Platform,
    hosts: &'static [&'static str],
    shapes: &'static [&'static str],
) -> Site {
    Site {
        kind: Kind::Tracking,
        ..profile(platform, hosts, shapes)
    }
}

impl Site {
    const fn without(self, reserved: &'static [&'static str]) -> Self {
        Self { reserved, ..self }
    }

    const fn hinted(self, hint: Hint) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }
}

#[rustfmt::skip] // a row a platform
const SITES: &[Site] = &[
    profile(Platform::Gitlab, &["gitlab.com"], &["/*"]).without(super::gitlab::RESERVED).hinted(super::gitlab::hint),
    profile(Platform::StackOverflow, &["stackoverflow.com"], &["/users/{id}/**"]),
    profile(Platform::DevTo, &["dev.to"], &["/*"]).without(DEV_TO),
    profile(Platform::HuggingFace, &["huggingface.co"], &["/*"]).without(HUGGING_FACE),
    profile(Platform::Wellfound, &["wellfound.com"], &["/u/*"]),
    profile(Platform::Xing, &["www.xing.com"], &["/profile/*/**"]),
    profile(Platform::Malt, &["www.malt.com", "www.malt.fr", "www.malt.de", "www.malt.es"], &["/profile/*"]),
    profile(Platform::Freelancer, &["www.freelancer.com"], &["/u/*"]),
    profile(Platform::Fiverr, &["www.fiverr.com"], &["/*"]).without(FIVERR),
    profile(Platform::Toptal, &["www.toptal.com"], &["/developers/resume/*", "/designers/resume/*", "/finance/resume/*", "/project-managers/resume/*"]),
    profile(Platform::Indeed, &["resumes.indeed.com", "employers.indeed.com"], &["/resume/*", "/candidates/*"]),
    profile(Platform::LinkedinHiring, &["www.linkedin.com"], &["/talent/profile/*", "/talent/hire/**/profile/*", "/sales/lead/*", "/sales/people/*"]).hinted(super::sales_navigator::hint),
    tracking(Platform::Greenhouse, &["app.greenhouse.io"], &["/people/{id}/**"]),
    tracking(Platform::Lever, &["hire.lever.co"], &["/candidates/{id}/**"]),
    tracking(Platform::Ashby, &["app.ashbyhq.com"], &["/candidates/{id}/**", "/candidates/**/right-side/candidates/{id}/**"]),
    tracking(Platform::Workable, &["*.workable.com"], &["/backend/jobs/{id}/candidates/{id}", "/backend/jobs/{id}/browser/*/candidate/{id}"]),
    tracking(Platform::SmartRecruiters, &["www.smartrecruiters.com", "jobs.smartrecruiters.com"], &["/app/people/profile/{id}/**", "/app/people/candidates/{id}/**", "/app/people/applications/{id}/**"]),
    tracking(Platform::Teamtailor, &["app.teamtailor.com"], &["/companies/*/candidates/{id}", "/companies/*/candidates/segment/*/candidate/{id}"]),
    tracking(Platform::BambooHr, &["*.bamboohr.com"], &["/hiring/candidates/{id}"]),
    tracking(Platform::Recruitee, &["app.recruitee.com"], &["#/dashboard/**?candidate"]),
];

const DEV_TO: &[&str] = &[
    "about",
    "admin",
    "api",
    "challenges",
    "code-of-conduct",
    "contact",
    "dashboard",
    "enter",
    "faq",
    "following",
    "guidelines",
    "guides",
    "latest",
    "listings",
    "mod",
    "new",
    "notifications",
    "pod",
    "privacy",
    "reading-list",
    "readinglist",
    "search",
    "settings",
    "shop",
    "signout_confirm",
    "sponsors",
    "subforems",
    "t",
    "tags",
    "terms",
    "top",
    "videos",
    "welcome",
];

const HUGGING_FACE: &[&str] = &[
    "api",
    "blog",
    "brand",
    "chat",
    "collections",
    "contact",
    "datasets",
    "docs",
    "enterprise",
    "huggingface",
    "inference",
    "inference-endpoints",
    "join",
    "languages",
    "learn",
    "login",
    "metrics",
    "models",
    "new",
    "new-dataset",
    "new-space",
    "notifications",
    "organizations",
    "papers",
    "posts",
    "pricing",
    "privacy",
    "search",
    "settings",
    "spaces",
    "storage",
    "support",
    "tasks",
    "terms-of-service",
    "welcome",
];

const FIVERR: &[&str] = &[
    "about",
    "business",
    "categories",
    "community",
    "cp",
    "dashboard",
    "gigs",
    "help",
    "hire",
    "inbox",
    "join",
    "lists",
    "login",
    "logo-maker",
    "pages",
    "pro",
    "resources",
    "search",
    "sellers",
    "settings",
    "signup",
    "start_selling",
    "support",
    "terms_of_service",
    "users",
];

/// A path with more segments than this is nobody's.
const LONGEST_PATH: usize = 40;

/// The platform of which `url` is a candidate's address.
pub(super) fn of(url: &Address) -> Option<&'static Site> {
    SITES.iter().find(|site| site.is_candidate(url))
}

impl Site {
    /// Whether an address is a candidate's on this platform.
    pub(super) fn is_candidate(&self, url: &Address) -> bool {
        self.is_host(url) && self.shapes.iter().any(|shape| self.fits(shape, url))
    }

    fn is_host(&self, url: &Address) -> bool {
        let is = |host: &&str| match host.strip_prefix("*.") {
            Some(domain) => url.is_under(domain),
            None => url.host == **host,
        };
        url.web && self.hosts.iter().any(is)
    }

    fn fits(&self, shape: &str, url: &Address) -> bool {
        let (path, key) = shape.split_once('?').unwrap_or((shape, ""));
        let parts = path.trim_start_matches('#').split('/');
        let shape_parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let given = if shape.starts_with('#') {
            &url.route
        } else {
            &url.path
        };
        let path: Vec<&str> = given.iter().map(String::as_str).collect();
        let first = path.first().map(|first| first.to_ascii_lowercase());
        path.len() <= LONGEST_PATH
            && !first.is_some_and(|first| self.reserved.contains(&first.as_str()))
            && (key.is_empty() || url.query.iter().any(|(given, _)| given == key))
            && path_fits(&shape_parts, &path)
    }
}

fn path_fits(shape: &[&str], path: &[&str]) -> bool {
    let Some((part, shape_rest)) = shape.split_first() else {
        return path.is_empty();
    };
    if *part == "**" {
        let longer = path
            .split_first()
            .is_some_and(|(_, rest)| path_fits(shape, rest));
        return longer || path_fits(shape_rest, path);
    }
    path.split_first()
        .is_some_and(|(segment, rest)| segment_fits(part, segment) && path_fits(shape_rest, rest))
}

fn segment_fits(part: &str, segment: &str) -> bool {
    match part {
        "*" => true,
        "{id}" => segment.bytes().any(|byte| byte.is_ascii_digit()),
        part => part == segment,
    }
}
