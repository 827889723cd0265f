//! Addresses of pages: host, path and query, and which platform they belong to.
//!
//! Small on purpose: the `url` crate adds 200 KB of host-name rules to the WASM, and the
//! browser has already normalised the addresses that get here.

use crate::profile::Platform;

/// A page address, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Host, lower-case, without port and user.
    pub host: String,
    /// Segments of the path, percent-decoded; empty ones left out.
    pub path: Vec<String>,
    /// Segments of the route after `#/` or `#!/`, as some applications have it; else none.
    pub route: Vec<String>,
    /// Keys and values of the query, then of the route's own.
    pub query: Vec<(String, String)>,
    /// Whether the scheme is http or https.
    pub web: bool,
}

impl Address {
    /// Takes an address apart. Anything is an address; what is not one has no host.
    ///
    /// ```
    /// use touchstone::readers::Address;
    /// let address = Address::parse("https://www.linkedin.com/in/jo-%C3%A9/?x=1#y");
    /// assert_eq!(address.host, "www.linkedin.com");
    /// assert_eq!(address.path, ["in", "jo-é"]);
    /// ```
    pub fn parse(text: &str) -> Self {
        let Some((scheme, rest)) = text.trim().split_once("://") else {
            return Self::default();
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let host = authority.rsplit('@').next().unwrap_or("");
        let host = host
            .split(':')
            .next()
            .unwrap_or("")
            .trim_end_matches('.')
            .to_ascii_lowercase();
        let (address, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let route = fragment.strip_prefix('!').unwrap_or(fragment);
        let route = Some(route).filter(|route| route.starts_with('/'));
        let (route, more) = route.map_or(("", ""), |route| {
            route.split_once('?').unwrap_or((route, ""))
        });
        Self {
            host,
            path: segments(path),
            route: segments(route),
            query: pairs(query).chain(pairs(more)).collect(),
            web: matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"),
        }
    }

    /// Segment `index` of the path; empty when there is none.
    pub fn segment(&self, index: usize) -> &str {
        self.path.get(index).map_or("", String::as_str)
    }

    /// Whether the host is `domain` or below it.
    pub fn is_under(&self, domain: &str) -> bool {
        self.host == domain
            || self
                .host
                .strip_suffix(domain)
                .is_some_and(|rest| rest.ends_with('.'))
    }

    /// The platform whose address this is.
    pub fn platform(&self) -> Platform {
        const HOSTS: &[(&str, Platform)] = &[
            ("linkedin.com", Platform::Linkedin),
            ("github.com", Platform::Github),
            ("upwork.com", Platform::Upwork),
            ("gitlab.com", Platform::Gitlab),
            ("x.com", Platform::X),
            ("twitter.com", Platform::X),
            ("t.me", Platform::Telegram),
            ("telegram.me", Platform::Telegram),
            ("wa.me", Platform::Whatsapp),
            ("whatsapp.com", Platform::Whatsapp),
            ("discord.com", Platform::Discord),
            ("discord.gg", Platform::Discord),
        ];
        HOSTS
            .iter()
            .find(|(host, _)| self.is_under(host))
            .map_or(Platform::Other, |(_, platform)| *platform)
    }

    /// The account that this address names on its platform, when it names one.
    ///
    /// ```
    /// use touchstone::readers::Address;
    /// assert_eq!(Address::parse("https://github.com/jo").account(), Some("jo"));
    /// assert_eq!(Address::parse("https://github.com/features/actions").account(), None);
    /// ```
    pub fn account(&self) -> Option<&str> {
        let at = match self.platform() {
            Platform::Linkedin if matches!(self.segment(0), "in" | "pub") => 1,
            Platform::Linkedin if self.segment(0) == "mwlite" => 3,
            Platform::Upwork if self.segment(0) == "freelancers" => 1,
            Platform::Github if !super::github::is_reserved(self.segment(0)) => 0,
            Platform::Gitlab | Platform::X | Platform::Telegram | Platform::Whatsapp => 0,
            _ => return None,
        };
        Some(self.segment(at).trim_start_matches('@')).filter(|name| !name.is_empty())
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .map(decode)
        .collect()
}

/// The pairs of a query that have a value.
fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (decode(key), decode(value)))
}

/// Percent-decoding, twice where a page was saved with encoded percent signs; what is not
/// UTF-8 stays as it stands.
pub(super) fn decode(segment: &str) -> String {
    let once = decode_once(segment);
    if once.contains('%') {
        decode_once(&once)
    } else {
        once
    }
}

fn decode_once(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| segment.to_owned())
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}
