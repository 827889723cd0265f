//! Very many technologies over very many fields of work on a code profile.

use crate::indicators::Finding;
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date, Platform, Profile, Words};
use crate::text::plain_words;
use std::collections::BTreeSet;

/// From so many technologies on.
const LEAST_SKILLS: usize = 25;

/// Over so many fields of work.
const LEAST_FIELDS: usize = 5;

/// Fields of work and words that stand for them.
const FIELDS: &[(&str, &[&str])] = &[
    (
        "frontend",
        &[
            "react",
            "reactjs",
            "vue",
            "vuejs",
            "angular",
            "svelte",
            "css",
            "css3",
            "html",
            "html5",
            "sass",
            "bootstrap",
            "tailwind",
            "tailwindcss",
            "redux",
            "jquery",
        ],
    ),
    (
        "backend",
        &[
            "node", "nodejs", "express", "django", "flask", "laravel", "php", "spring", "rails",
            "nestjs", "fastapi", "net",
        ],
    ),
    (
        "mobile",
        &[
            "android", "ios", "flutter", "kotlin", "swift", "xamarin", "ionic",
        ],
    ),
    (
        "chain",
        &[
            "solidity",
            "ethereum",
            "solana",
            "web3",
            "blockchain",
            "hardhat",
            "truffle",
            "nft",
            "defi",
        ],
    ),
    (
        "learning",
        &[
            "tensorflow",
            "pytorch",
            "keras",
            "opencv",
            "langchain",
            "openai",
            "sklearn",
            "nlp",
        ],
    ),
    (
        "operations",
        &[
            "docker",
            "kubernetes",
            "terraform",
            "jenkins",
            "aws",
            "azure",
            "gcp",
            "ansible",
            "nginx",
        ],
    ),
    (
        "data",
        &[
            "mysql",
            "postgresql",
            "postgres",
            "mongodb",
            "redis",
            "cassandra",
            "spark",
            "hadoop",
            "kafka",
            "elasticsearch",
            "sql",
        ],
    ),
    ("games", &["unity", "unreal", "godot", "phaser"]),
];

/// See the module. Only on code hosts: other platforms ask for long lists of skills.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    if !matches!(profile.platform, Some(Platform::Github | Platform::Gitlab)) {
        return None;
    }
    let skills = profile.skills.items();
    let named: BTreeSet<String> = skills
        .iter()
        .map(|skill| plain_words(&skill.text))
        .collect();
    let example = |known: &[&str]| {
        skills.iter().find(|skill| {
            plain_words(&skill.text)
                .split(' ')
                .any(|word| known.contains(&word))
        })
    };
    let examples: Vec<&Words> = FIELDS
        .iter()
        .filter_map(|(_, known)| example(known))
        .collect();
    (named.len() >= LEAST_SKILLS && examples.len() >= LEAST_FIELDS).then(|| {
        finding(
            examples.iter().map(|skill| span(source, skill)),
            [
                ("skills", named.len().to_string()),
                ("fields", examples.len().to_string()),
            ],
        )
    })
}
