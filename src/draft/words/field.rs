//! Words for the fields of an intervention.

use super::{any, points};

/// A field of an intervention that headers of exports may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
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

impl Field {
    /// The keys of study files.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("title", Self::Title),
        ("activity", Self::Activity),
        ("output", Self::Output),
        ("goal", Self::Goal),
        ("effect", Self::Effect),
        ("funds", Self::Funds),
    ];

    /// The key of study files.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, field)| *field == self).map_or("", |(word, _)| word)
    }
}

/// How strongly words speak for a field; what stands in brackets, as `(aktivitet)`, is meant as a label.
const FIELDS: [(Field, &[&str]); 6] = [
    (Field::Title, &["namn.", "insatsens namn", "namnet.", "titel", "rubrik", "benämning", "name.", "title"]),
    (
        Field::Activity,
        &["aktivitet", "genomför", "gjort.", "gjordes.", "gjorde.", "gör.", "beskriv", "activit", "done.", "carried"],
    ),
    (Field::Output, &["prestation", "resulterat", "tjänst", "produkt", "levererat", "output", "leverans"]),
    (Field::Goal, &["mål.", "målet.", "målsättning", "syfte", "ville.", "uppnå.", "avsikt", "goal", "aim.", "purpose"]),
    (Field::Effect, &["effekt", "förändring", "uppnåtts.", "utfall", "lett.", "effect", "outcome", "change"]),
    (
        Field::Funds,
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

/// The points by which a name speaks for a field.
pub fn field_points(name: &str, field: Field) -> usize {
    let stems = FIELDS.iter().find(|(known, _)| *known == field).map_or(&[][..], |(_, stems)| *stems);
    let bracketed: String = name.split(['(', '[']).skip(1).filter_map(|p| p.split([')', ']']).next()).collect();
    let is_title = field == Field::Title && ["projekt", "project"].contains(&name.trim().to_lowercase().as_str());
    points(name, stems) + 2 * points(&bracketed, stems) + usize::from(is_title)
}

/// Whether a name speaks of what was planned.
pub fn names_plan(name: &str) -> bool {
    any(name, &["planera", "kommande", "nästa år", "framöver", "planned"])
}
