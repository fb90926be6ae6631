//! Words for the fields of an intervention.

use super::{any, points};

/// What of an intervention a word of the vocabulary speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Its name.
    Title,
    /// What was done.
    Activity,
    /// What it led to: services or products.
    Output,
    /// What one wanted to achieve.
    Goal,
    /// Which changes were achieved.
    Effect,
    /// Used funds.
    Funds,
}

impl Family {
    /// The keys of a study that declares no texts.
    const WORDS: [(&'static str, Self); 6] = [
        ("title", Self::Title),
        ("activity", Self::Activity),
        ("output", Self::Output),
        ("goal", Self::Goal),
        ("effect", Self::Effect),
        ("funds", Self::Funds),
    ];

    /// The one whose key a word is.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, family)| *family)
    }

    /// The one text of the logic of change that names speak of most.
    pub fn of_names(names: &[String]) -> Option<Self> {
        let points = |family: Self| names.iter().map(|name| field_points(name, family)).sum::<usize>();
        let all = [Self::Activity, Self::Output, Self::Goal, Self::Effect].map(|family| (points(family), family));
        let most = all.iter().map(|(points, _)| *points).max().filter(|most| *most > 0)?;
        let mut best = all.iter().filter(|(points, _)| *points == most);
        best.next().filter(|_| best.next().is_none()).map(|(_, family)| *family)
    }

    /// What it is the result or the attainment of.
    pub fn beside(self) -> Option<Self> {
        match self {
            Self::Output => Some(Self::Activity),
            Self::Effect => Some(Self::Goal),
            _ => None,
        }
    }
}

/// How strongly words speak for it; what stands in brackets, as `(aktivitet)`, is meant as a label.
const FIELDS: [(Family, &[&str]); 6] = [
    (Family::Title, &["namn.", "insatsens namn", "namnet.", "titel", "rubrik", "benämning", "name.", "title"]),
    (
        Family::Activity,
        &["aktivitet", "genomför", "gjort.", "gjordes.", "gjorde.", "gör.", "beskriv", "activit", "done.", "carried"],
    ),
    (Family::Output, &["prestation", "resulterat", "tjänst", "produkt", "levererat", "output", "leverans"]),
    (
        Family::Goal,
        &["mål.", "målet.", "målsättning", "syfte", "ville.", "uppnå.", "avsikt", "goal", "aim.", "purpose"],
    ),
    (Family::Effect, &["effekt", "förändring", "uppnåtts.", "utfall", "lett.", "effect", "outcome", "change"]),
    (
        Family::Funds,
        &[
            "medel.",
            "stimulansmedel",
            "belopp",
            "kronor",
            "kr.",
            "tkr.",
            "mnkr.",
            "kostnad",
            "summa.",
            "använd",
            "använt",
            "bidrag.",
            "bidraget.",
            "amount",
            "funds",
            "grant.",
            "cost",
            "sek.",
            "euro",
            "eur.",
            "€",
        ],
    ),
];

/// The points by which a name speaks for a family.
pub fn field_points(name: &str, family: Family) -> usize {
    let stems = FIELDS.iter().find(|(known, _)| *known == family).map_or(&[][..], |(_, stems)| *stems);
    let bracketed: String = name.split(['(', '[']).skip(1).filter_map(|p| p.split([')', ']']).next()).collect();
    let is_title = family == Family::Title && ["projekt", "project"].contains(&name.trim().to_lowercase().as_str());
    points(name, stems) + 2 * points(&bracketed, stems) + usize::from(is_title)
}

/// Whether a name speaks of what was planned.
pub fn names_plan(name: &str) -> bool {
    any(name, &["planera", "kommande", "nästa år", "framöver", "planned"])
}
