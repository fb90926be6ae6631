//! What people call the columns of data files that are made for programs.

use super::HEADS;
use crate::money::Currency;
use crate::msg;
use crate::wording::{Language, Say};

/// The heads of columns whose ids say what they hold to programs only, without year and currency.
const FOR_PEOPLE: [(&str, Say); 31] = [
    ("expected", || msg!("data-head-expected")),
    ("answered", || msg!("data-head-answered")),
    ("late", || msg!("data-head-late")),
    ("partly", || msg!("data-head-partly")),
    ("allocated", || msg!("data-head-allocated")),
    ("requisitioned", || msg!("data-head-requisitioned")),
    ("repaid", || msg!("data-head-repaid")),
    ("target", || msg!("data-head-target")),
    ("target_answered", || msg!("data-head-target-answered")),
    ("reported", || msg!("data-head-reported")),
    ("excluded", || msg!("data-head-excluded")),
    ("weighted", || msg!("data-head-weighted")),
    ("not_attributed", || msg!("data-head-not-attributed")),
    ("area_then", || msg!("data-head-area-then")),
    ("comparable", || msg!("data-head-comparable")),
    ("intervention", || msg!("report-intervention")),
    ("codes", || msg!("data-head-codes")),
    ("share", || msg!("data-head-share")),
    ("share_of_funds", || msg!("data-head-share-of-funds")),
    ("left", || msg!("data-head-left")),
    ("joined", || msg!("data-head-joined")),
    ("volume", || msg!("data-head-volume")),
    ("funds", || msg!("data-head-funds")),
    ("content", || msg!("data-head-content")),
    ("recoded", || msg!("data-head-recoded")),
    ("field", || msg!("data-head-field")),
    ("value", || msg!("data-head-value")),
    ("year", || msg!("years-year")),
    ("account", || msg!("data-head-account")),
    ("measure", || msg!("data-head-measure")),
    ("state", || msg!("data-head-state")),
];

/// The head of a column for people; `None` where its id is all that is known.
pub(in crate::report) fn for_people(id: &str, language: Language) -> Option<String> {
    let mut known = FOR_PEOPLE.iter().chain(&HEADS);
    if let Some((_, head)) = known.find(|(own, _)| *own == id) {
        return Some(head().text(language));
    }
    let (stem, end) = id.rsplit_once('_')?;
    let head = for_people(stem, language)?;
    let currency = Currency::WORDS.into_iter().find(|(_, own)| own.suffix() == end);
    match currency {
        Some((_, currency)) => Some(format!("{head} ({})", currency.short().text(language))),
        None if end == "interventions" => {
            Some(format!("{head} ({})", msg!("report-interventions").text(language).to_lowercase()))
        }
        // A year, or the number of a further source.
        None => end.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{head} {end}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_with_a_year_and_a_currency_have_heads() {
        let head = |id| for_people(id, Language::Swedish);
        assert_eq!(head("weighted_2023_kr").as_deref(), Some("Använda medel (viktade) 2023 (kr)"));
        assert_eq!(head("interventions_2024").as_deref(), Some("Antal insatser 2024"));
        assert_eq!(head("repaid_2_kr").as_deref(), Some("Återbetalt 2 (kr)"));
        assert_eq!(head("left_interventions").as_deref(), Some("Mottagare som inte svarade igen (antal insatser)"));
        assert_eq!(head("texts_sha256"), None);
    }
}
