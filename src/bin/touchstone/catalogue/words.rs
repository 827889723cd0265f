//! What the catalogue's pages say beside the texts of the list, one constant a language.
//!
//! Knows no page and no markup: places in braces are filled by the pages.

use touchstone::indicators::{Kind, Stage, Status};
use touchstone::lang::Lang;
use touchstone::report::ProfileKind;

/// The words of one language.
pub struct Words {
    /// Heading of the index.
    pub title: &'static str,
    /// What the index is.
    pub lead: &'static str,
    /// Link from a page to the index.
    pub all: &'static str,
    /// Link to the other language, in that language.
    pub other: &'static str,
    /// Most points of a group.
    pub together: &'static str,
    /// Heading of the innocent reasons.
    pub innocent: &'static str,
    /// Heading of the next step.
    pub next: &'static str,
    /// Before the interview question.
    pub question: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Heading of the samples that fire.
    pub fires: &'static str,
    /// Heading of the samples that stay silent.
    pub silent: &'static str,
    /// Terms of the list of facts, in its order.
    pub terms: Terms,
    /// Points that were judged.
    pub judged: &'static str,
    /// Points that were measured: `{a}` of `{b}`, `{c}` of `{d}`.
    pub measured: &'static str,
    /// How often ordinary profiles show it: `{fires}` of `{of}` `{kind}`.
    pub ordinary: &'static str,
    /// A line that a person ticks, at `{stage}`.
    pub ticked: &'static str,
}

/// The terms of the list of facts.
pub struct Terms {
    /// The line's name in files and reports.
    pub name: &'static str,
    /// Its points.
    pub points: &'static str,
    /// Its kind of evidence.
    pub kind: &'static str,
    /// Whether it is in use.
    pub status: &'static str,
    /// Where the points come from.
    pub basis: &'static str,
    /// How often ordinary profiles show it.
    pub ordinary: &'static str,
    /// When the file is read again.
    pub review: &'static str,
}

/// The words of a language.
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

static EN: Words = Words {
    title: "What Touchstone looks for",
    lead: "Every line of the list, with its reasons, sources, innocent explanations and samples. \
           A level says how many details need verification; a person decides.",
    all: "All lines",
    other: "Français",
    together: "Together at most {points}.",
    innocent: "Innocent reasons",
    next: "Next step",
    question: "A question to ask: {question}",
    sources: "Sources",
    fires: "It fires, for example",
    silent: "It stays silent, for example",
    terms: Terms {
        name: "Name",
        points: "Points",
        kind: "Kind",
        status: "Status",
        basis: "Basis",
        ordinary: "Ordinary",
        review: "Read again by",
    },
    judged: "Judged.",
    measured: "Measured: {a} of {b} documented, {c} of {d} ordinary.",
    ordinary: "Fires on {fires} of {of} ordinary {kind}",
    ticked: "{status}; a person ticks it ({stage})",
};

static FR: Words = Words {
    title: "Ce que Touchstone regarde",
    lead: "Chaque ligne de la liste, avec ses raisons, ses sources, ses explications courantes et des exemples. \
           Un niveau dit combien de détails sont à vérifier ; c’est une personne qui décide.",
    all: "Toutes les lignes",
    other: "English",
    together: "Ensemble, au plus {points}.",
    innocent: "Explications courantes",
    next: "Prochaine étape",
    question: "Une question à poser : {question}",
    sources: "Sources, résumées en anglais",
    fires: "Elle se déclenche, par exemple (en anglais)",
    silent: "Elle se tait, par exemple (en anglais)",
    terms: Terms {
        name: "Nom",
        points: "Points",
        kind: "Nature",
        status: "État",
        basis: "Fondement",
        ordinary: "Ordinaire",
        review: "À relire avant",
    },
    judged: "Estimé. En anglais :",
    measured: "Mesuré : {a} sur {b} cas documentés, {c} sur {d} profils ordinaires.",
    ordinary: "Se déclenche sur {fires} des {of} {kind} ordinaires",
    ticked: "{status} ; une personne la coche ({stage})",
};

/// What kind of evidence a line gives.
pub const fn kind(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::En, Kind::Contradiction) => "Two things that exclude each other",
        (Lang::En, Kind::DocumentedIdentifier) => "An exact identifier that a source names",
        (Lang::En, Kind::Impossibility) => "Arithmetic rules it out",
        (Lang::En, Kind::Soft) => "More common in documented cases",
        (Lang::En, Kind::ForThePerson) => "Speaks for the person",
        (Lang::Fr, Kind::Contradiction) => "Deux affirmations qui s’excluent",
        (Lang::Fr, Kind::DocumentedIdentifier) => "Un identifiant exact, cité par une source",
        (Lang::Fr, Kind::Impossibility) => "Le calcul l’exclut",
        (Lang::Fr, Kind::Soft) => "Plus fréquent dans les cas documentés",
        (Lang::Fr, Kind::ForThePerson) => "Parle en faveur de la personne",
    }
}

/// Whether a line is in use.
pub const fn status(lang: Lang, status: Status) -> &'static str {
    match (lang, status) {
        (Lang::En, Status::Stable) => "In use",
        (Lang::En, Status::Trial) => "On trial, carries no points",
        (Lang::En, Status::Retired) => "Retired",
        (Lang::Fr, Status::Stable) => "En service",
        (Lang::Fr, Status::Trial) => "À l’essai, sans points",
        (Lang::Fr, Status::Retired) => "Retirée",
    }
}

/// When a person can see what the line names.
pub const fn stage(lang: Lang, stage: Stage) -> &'static str {
    match (lang, stage) {
        (Lang::En, Stage::Sourcing) => "before anybody has applied",
        (Lang::En, Stage::Applied) => "with the application",
        (Lang::En, Stage::BeforeInterview) => "before the interview",
        (Lang::En, Stage::Interview) => "in the interview",
        (Lang::En, Stage::Offer) => "with the offer",
        (Lang::En, Stage::DayOne) => "on day one",
        (Lang::Fr, Stage::Sourcing) => "avant toute candidature",
        (Lang::Fr, Stage::Applied) => "à la candidature",
        (Lang::Fr, Stage::BeforeInterview) => "avant l’entretien",
        (Lang::Fr, Stage::Interview) => "pendant l’entretien",
        (Lang::Fr, Stage::Offer) => "au moment de l’offre",
        (Lang::Fr, Stage::DayOne) => "le premier jour",
    }
}

/// Ordinary profiles of a kind, after a count.
pub const fn profiles(lang: Lang, kind: ProfileKind) -> &'static str {
    match (lang, kind) {
        (Lang::En, ProfileKind::Readme) => "GitHub pages with a README",
        (Lang::En, ProfileKind::GithubProfile) => "GitHub pages without one",
        (Lang::En, ProfileKind::Resume) => "résumés",
        (Lang::Fr, ProfileKind::Readme) => "pages GitHub avec README",
        (Lang::Fr, ProfileKind::GithubProfile) => "pages GitHub sans README",
        (Lang::Fr, ProfileKind::Resume) => "CV",
    }
}
