//! Words for money.

use super::any;
use crate::money::Currency;
use crate::read::amount::{Said, of_lines};

/// Whether a name speaks of money.
pub fn names_money(name: &str) -> bool {
    any(
        name,
        &[
            "belopp",
            "kr.",
            "kronor",
            "tkr.",
            "mnkr.",
            "sek.",
            "euro",
            "eur.",
            "€",
            "medel",
            "summa",
            "amount",
            "bidrag.",
            "stimulansmedel",
            "rekvirera",
            "återbetal",
        ],
    )
}

/// Whether a text speaks of funds that were repaid.
pub fn speaks_of_repayment(text: &str) -> bool {
    const STEMS: [&str; 24] = [
        "återbet",
        "aterbet",
        "återkrav",
        "aterkrav",
        "återkräv",
        "aterkrav",
        "återförd",
        "aterford",
        "återföring",
        "återlämn",
        "återlamn",
        "återsän",
        "återredovis",
        "åter.",
        "ater.",
        "återb.",
        "outnyttja",
        "oförbruk",
        "oforbruk",
        "ej förbruk",
        "inte förbruk",
        "returnera",
        "repaid",
        "repayment",
    ];
    any(text, &STEMS)
}

/// What amounts a name says that it counts, by the word for it in kronor.
pub fn unit_of(name: &str) -> &'static str {
    match of_lines(name, Currency::Sek) {
        Some(Said::Money(times, _)) => {
            Some(Currency::Sek.word_of(times)).filter(|word| !word.is_empty()).unwrap_or("kr")
        }
        _ => "kr",
    }
}

/// Whether a label is that of a total.
pub fn is_total(text: &str) -> bool {
    any(text, &["summa.", "totalt.", "total.", "totalsumma", "hela riket", "riket.", "samtliga"])
}

/// How likely funds are those that recipients requisitioned, by what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FundsKind {
    /// Other funds: granted, planned, a ceiling, what is left.
    Other,
    /// Nothing says.
    Unsaid,
    /// Requisitioned.
    Requisitioned,
}

/// Words of funds that were granted, planned or asked for, and of what is left.
const OTHER_FUNDS: [&str; 33] = [
    "bevilj",
    "maxim",
    "max.",
    "budget",
    "ram.",
    "ramen.",
    "rambelopp",
    "tilldel",
    "fördel",
    "fordel",
    "tak.",
    "taket.",
    "takbelopp",
    "planera",
    "sökt.",
    "sökta.",
    "sökt belopp",
    "ansök",
    "ansok",
    "beräkna",
    "beraknad",
    "uppskatta",
    "prognos",
    "utlys",
    "kvar.",
    "kvarstå",
    "återstå",
    "överför",
    "medfinans",
    "egen.",
    "eget.",
    "egna.",
    "planned",
];

/// Words of funds that are more than those that were given for the interventions.
const WHOLE_FUNDS: [&str; 5] = ["total", "samlad", "hela.", "samtliga", "övrig"];

/// What kind of funds a name speaks of.
pub fn funds_kind(name: &str) -> FundsKind {
    match () {
        () if any(name, &["rekvir", "requisition"]) => FundsKind::Requisitioned,
        () if any(name, &OTHER_FUNDS) || speaks_of_repayment(name) => FundsKind::Other,
        () => FundsKind::Unsaid,
    }
}

/// Whether a name speaks of other funds than those used for an intervention: planned, total, of others.
pub fn names_unused_funds(name: &str) -> bool {
    any(name, &OTHER_FUNDS) || any(name, &WHOLE_FUNDS) || any(name, &["rekvir"]) || speaks_of_repayment(name)
}
