//! The words by which exports name things, Swedish first, English beside. They are stems at the beginning of a word,
//! unless they end in `.`, which asks for the whole word.

mod answer;
mod field;
mod funds;
mod name;
mod topic;

pub use answer::{answer_rank, is_other, is_placeholder};
pub use field::{Family, field_points, names_plan};
pub use funds::{FundsKind, funds_kind, is_total, names_money, names_unused_funds, speaks_of_repayment, unit_of};
pub use name::{
    ends_in_code, level_of, names_code, names_id, names_intervention_id, names_other_number, names_respondent_id,
};
pub use topic::{asks_yes_or_no, question_id};

/// How many of the stems a text has.
fn points(text: &str, stems: &[&str]) -> usize {
    stems.iter().filter(|stem| has(text, stem)).count()
}

/// Whether a text has a word that begins with a stem, or is the word where the stem ends in `.`.
pub fn has(text: &str, stem: &str) -> bool {
    let text = text.to_lowercase();
    let (stem, whole) = stem.strip_suffix('.').map_or((stem, false), |bare| (bare, true));
    text.match_indices(stem).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let after = text[at + stem.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        before && (after || !whole)
    })
}

/// Whether a text has one of the stems.
fn any(text: &str, stems: &[&str]) -> bool {
    points(text, stems) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Level;

    #[test]
    fn words_are_met_whole_or_by_their_stem() {
        assert!(has("Vad ville ni uppnå (mål)", "mål."));
        assert!(!has("Målgrupp", "mål."));
        assert!(has("Målsättning med insatsen", "målsättning"));
        assert!(!has("Omställning", "ställning"));
    }

    #[test]
    fn levels_are_told_by_names() {
        assert_eq!(level_of("Län"), Some(Level::county()));
        assert_eq!(level_of("bu-lan"), Some(Level::county()));
        assert_eq!(level_of("Kommuner"), Some(Level::municipality()));
        assert_eq!(level_of("kunskap_region"), Some(Level::region()));
        assert_eq!(level_of("Lantbruk"), None);
    }

    #[test]
    fn questions_get_the_id_of_their_topic_or_their_first_words() {
        assert_eq!(question_id("Vilka perspektiv har varit framträdande?"), "perspective");
        assert_eq!(question_id("Har arbetet fortsatt?"), "arbetet_fortsatt");
        assert_eq!(question_id("Har ni använt medel från 2023?"), "anvant_medel_fran");
        assert_eq!(question_id("数え"), "question");
    }

    #[test]
    fn answers_have_their_place_on_scales() {
        let rank = |answer| answer_rank(answer).unwrap_or(99);
        assert!(rank("I mycket stor utsträckning") < rank("I ganska stor utsträckning"));
        assert!(rank("I ganska stor utsträckning") < rank("I ganska liten utsträckning"));
        assert!(rank("I ganska liten utsträckning") < rank("I mycket liten utsträckning"));
        assert!(rank("Ja") < rank("Delvis") && rank("Delvis") < rank("Nej") && rank("Nej") < rank("Vet ej"));
        assert!(rank("Alltid") < rank("Sällan") && rank("Sällan") < rank("Aldrig"));
        assert_eq!(answer_rank("Patientsäkerhet"), None);
    }
}
