//! The technologies that a code profile names, by field of work.
//!
//! Used to count how many and how various they are, never which. Words that mean other things
//! too (go, swift of foot, spring) are counted as well: one of them does not make a long list.
//! The trade that most documented accounts were found in has no words here, so that the count
//! does not stand in for it.

use crate::indicators::phrases::Text;
use crate::indicators::tools::texts;
use crate::profile::{Profile, Words};
use crate::sorted::Small;

/// Fields of work and words that stand for them.
const FIELDS: &[(&str, &[&str])] = &[
    (
        "frontend",
        &[
            "nextjs",
            "next",
            "gatsby",
            "nuxt",
            "vite",
            "webpack",
            "mui",
            "chakra",
            "threejs",
            "typescript",
            "javascript",
            "figma",
            "ember",
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
            "java",
            "python",
            "golang",
            "ruby",
            "rust",
            "scala",
            "elixir",
            "perl",
            "dotnet",
            "graphql",
            "trpc",
            "prisma",
            "haskell",
            "asp",
            "apollo",
            "strapi",
            "wordpress",
            "shopify",
            "magento",
            "node",
            "nodejs",
            "express",
            "django",
            "flask",
            "laravel",
            "php",
            "spring",
            "rails",
            "nestjs",
            "fastapi",
            "net",
        ],
    ),
    (
        "mobile",
        &[
            "dart",
            "objective",
            "android",
            "ios",
            "flutter",
            "kotlin",
            "swift",
            "xamarin",
            "ionic",
        ],
    ),
    (
        "learning",
        &[
            "pandas",
            "numpy",
            "matplotlib",
            "scikit",
            "jupyter",
            "matlab",
            "huggingface",
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
            "linux",
            "git",
            "bash",
            "heroku",
            "vercel",
            "netlify",
            "cloudflare",
            "firebase",
            "supabase",
            "jest",
            "cypress",
            "selenium",
            "mocha",
            "postman",
            "grafana",
            "prometheus",
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
            "sqlite",
            "mariadb",
            "dynamodb",
            "oracle",
            "snowflake",
            "rabbitmq",
            "neo4j",
            "firestore",
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
    (
        "games",
        &["unity", "unreal", "godot", "phaser", "opengl", "blender"],
    ),
    (
        "systems",
        &["cpp", "csharp", "arduino", "assembly", "cuda", "zig", "lua"],
    ),
];

/// A technology that a profile names, where it does so first.
pub(super) struct Named<'a> {
    /// The field of work.
    pub field: &'static str,
    /// The text it stands in.
    pub words: &'a Words,
    /// The word itself, as written.
    pub written: String,
}

/// The technologies that `profile` names as skills or in its texts, each once, by folded word.
pub(super) fn technologies(profile: &Profile) -> Small<String, Named<'_>> {
    let mut named = Small::default();
    for words in texts(profile) {
        let text = Text::new(&words.text);
        for (at, token) in text.tokens.iter().enumerate() {
            let word = token.word();
            let Some(field) = field_of(&word) else {
                continue;
            };
            named.entry(word.into_owned(), || Named {
                field,
                words,
                written: text.slice(at, at + 1).to_owned(),
            });
        }
    }
    named
}

fn field_of(word: &str) -> Option<&'static str> {
    let mut fields = FIELDS.iter();
    fields
        .find(|(_, known)| known.contains(&word))
        .map(|(field, _)| *field)
}
