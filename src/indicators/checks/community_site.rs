//! Links to places where people answer, write, practise or publish under one account for years.

use crate::indicators::Finding;
use crate::indicators::tools::{linked_within, on_code_host, sources};
use crate::profile::{Case, Date};

/// Communities, blogs, practice sites, collections of publications.
const HOSTS: &[&str] = &[
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
    "spotify.com",
    "buymeacoffee.com",
    "ko-fi.com",
    "tryhackme.com",
    "hackthebox.com",
    "qiita.com",
    "zenn.dev",
    "habr.com",
    "velog.io",
    "tistory.com",
    "juejin.cn",
    "zhihu.com",
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let profiles = sources(case).filter(|(_, profile)| on_code_host(profile));
    out.extend(profiles.filter_map(|(source, profile)| linked_within(source, profile, HOSTS)));
}
