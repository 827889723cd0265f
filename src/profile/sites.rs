//! Sites on which people have accounts of their own, by what they are for.
//!
//! One list for readers (an icon that leads there is a link of the candidate's, a picture that
//! leads elsewhere is a badge) and for checks (whether two accounts are written alike). It says
//! nothing about who has an account where.

/// What people have accounts on a site for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Code and packages.
    Code,
    /// Networks, professional or public.
    Network,
    /// Questions, writing, practice, pictures, publications: an account there grows for years.
    Community,
    /// Messages.
    Messenger,
}

/// The sites; a host below one of them counts too.
const SITES: &[(Site, &[&str])] = &[
    (
        Site::Code,
        &[
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "codeberg.org",
            "npmjs.com",
            "crates.io",
            "pypi.org",
            "hub.docker.com",
        ],
    ),
    (
        Site::Network,
        &[
            "linkedin.com",
            "xing.com",
            "x.com",
            "twitter.com",
            "wantedly.com",
            "polywork.com",
        ],
    ),
    (
        Site::Community,
        &[
            "stackoverflow.com",
            "stackexchange.com",
            "dev.to",
            "medium.com",
            "hashnode.com",
            "hashnode.dev",
            "substack.com",
            "leetcode.com",
            "hackerrank.com",
            "hackerearth.com",
            "codeforces.com",
            "codechef.com",
            "codewars.com",
            "exercism.org",
            "geeksforgeeks.org",
            "freecodecamp.org",
            "topcoder.com",
            "atcoder.jp",
            "kaggle.com",
            "huggingface.co",
            "codepen.io",
            "dribbble.com",
            "behance.net",
            "youtube.com",
            "twitch.tv",
            "reddit.com",
            "instagram.com",
            "facebook.com",
            "mastodon.social",
            "bsky.app",
            "orcid.org",
            "scholar.google.com",
            "researchgate.net",
            "goodreads.com",
            "open.spotify.com",
            "buymeacoffee.com",
            "ko-fi.com",
            "tryhackme.com",
            "hackthebox.com",
            "vk.com",
            "weibo.com",
            "zhihu.com",
            "juejin.cn",
            "csdn.net",
            "qiita.com",
            "zenn.dev",
            "habr.com",
            "velog.io",
            "tistory.com",
        ],
    ),
    (
        Site::Messenger,
        &["t.me", "telegram.me", "wa.me", "discord.gg", "discord.com"],
    ),
];

/// What the site at `host` (lower-case, without `www.`) is for; `None` for any other host.
pub fn site(host: &str) -> Option<Site> {
    let within = |known: &str| {
        let front = host.strip_suffix(known);
        front.is_some_and(|front| front.is_empty() || front.ends_with('.'))
    };
    let mut sites = SITES.iter();
    sites
        .find(|(_, hosts)| hosts.iter().any(|known| within(known)))
        .map(|(site, _)| *site)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_of_hosts() {
        let check = |host: &str, expect| assert_eq!(site(host), expect, "{host}");
        check("linkedin.com", Some(Site::Network));
        check("de.linkedin.com", Some(Site::Network));
        check("teal.hashnode.dev", Some(Site::Community));
        check("notdev.to", None);
        check("medium.com.example", None);
        check("", None);
    }
}
