//! Words for what columns hold beside fields and answers.

use super::any;
use crate::register::Level;

/// The levels that a column's name, a file's or a sheet's name speak of.
pub fn level_of(text: &str) -> Option<Level> {
    let text = text.to_lowercase().replace(['_', '-'], " ");
    let levels = [
        (Level::municipality(), &["kommun", "municipal"][..]),
        (Level::county(), &["län.", "lan.", "länet", "länen", "länskod", "county", "counties"][..]),
        (Level::region(), &["region", "landsting"][..]),
    ];
    levels.into_iter().find(|(_, stems)| any(&text, stems)).map(|(level, _)| level)
}

/// Whether a name is that of a respondent's id.
pub fn names_respondent_id(name: &str) -> bool {
    any(
        name,
        &[
            "respondent",
            "svarsid",
            "svars-id",
            "id.",
            "enkätid",
            "enkät-id",
            "rid.",
            "löpnummer",
            "svarande",
            "uppgiftslämnare",
        ],
    )
}

/// Whether a name is that of an intervention's id.
pub fn names_intervention_id(name: &str) -> bool {
    let id = any(name, &["id.", "insatsid", "nummer", "nr.", "insats.", "löpnr"]);
    id && any(name, &["insats", "åtgärd", "intervention", "aktivitet"]) || any(name, &["insatsid", "insats-id"])
}

/// Whether a name is that of an id or a number of whatever a row is.
pub fn names_id(name: &str) -> bool {
    any(name, &["id.", "nr.", "nummer.", "löpnr.", "löpnummer.", "dnr.", "diarienr.", "no.", "number."])
}

/// Whether a name is that of a recipient's code.
pub fn names_code(name: &str) -> bool {
    any(name, &["kod.", "länskod", "kommunkod", "regionkod", "code.", "lkf"])
}

/// Whether a name ends in a word for codes, as `Skolkod` and `Organisationsnummer`.
pub fn ends_in_code(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    ["kod", "code", "nummer", "orgnr", "org.nr", "org nr"].iter().any(|end| name.ends_with(end))
}

/// Whether a name says that its numbers are no money: codes, years, ids, counts, shares.
pub fn names_other_number(name: &str) -> bool {
    const STEMS: [&str; 31] = [
        "kod.",
        "koden.",
        "länskod",
        "kommunkod",
        "regionkod",
        "code.",
        "lkf",
        "år.",
        "året.",
        "budgetår",
        "year.",
        "id.",
        "nr.",
        "nummer",
        "löpnr",
        "löpnummer",
        "svarsnr",
        "dnr.",
        "diarie",
        "orgnr",
        "organisationsnummer",
        "postnr",
        "postnummer",
        "konto.",
        "kontonummer",
        "kostnadsställe",
        "antal",
        "invånare",
        "befolkning",
        "folkmängd",
        "population",
    ];
    const MORE: [&str; 12] = [
        "andel",
        "procent",
        "telefon",
        "mobil",
        "rekvisitionsnr",
        "ärende",
        "plusgiro",
        "bankgiro",
        "kundnr",
        "number",
        "period",
        "deltagare",
    ];
    any(name, &STEMS) || any(name, &MORE) || name.contains('%')
}
