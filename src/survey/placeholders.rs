//! Texts that count as answers but say nothing: probably placeholders that the study does not list.

use std::collections::{BTreeMap, BTreeSet};

use super::intervention::{Intervention, funds_of};
use super::questionnaire::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Cell, plain};
use crate::study::{Completeness, Field, TextName};
use crate::wording::{Arg, Message, around, first_of};

/// A text with those who wrote it.
#[derive(Default)]
struct Written<'a> {
    respondents: BTreeSet<(&'a str, &'a str)>,
    interventions: Vec<&'a Intervention>,
    /// The cell of the first text.
    place: Option<Place>,
}

/// Tells of short texts of required fields that say nothing, or that several respondents wrote alike.
pub(super) fn report(surveys: &[Survey], complete: &Completeness, messages: &mut Diagnostics) {
    const SHOWN: usize = 8;
    let mut all = candidates(surveys, complete);
    all.sort_by(|a, b| b.1.interventions.len().cmp(&a.1.interventions.len()).then_with(|| a.0.cmp(&b.0)));
    let Some(place) = all.first().and_then(|(_, written)| written.place.clone()) else { return };
    let texts = first_of(all.iter().map(|(text, written)| described(text, written)), SHOWN, "; ");
    let count: usize = all.iter().map(|(_, written)| written.interventions.len()).sum();
    let found = all.iter().flat_map(|(_, written)| &written.interventions).copied();
    let funds = around(" (", funds_of(found), ")");
    messages.push(Diagnostic::notice(place, msg!("texts-maybe-placeholders", count, funds, texts)));
}

/// A text with how many wrote it, where the first stands, and the money.
fn described(text: &str, written: &Written<'_>) -> Message {
    let funds = around("; ", funds_of(written.interventions.iter().copied()), "");
    let first = written.interventions.first().map_or("", |i| &*i.id);
    msg!("text-written", text = Arg::Written(shown(text)), count = written.interventions.len(), first, funds)
}

/// Whether a text is an error of a spreadsheet, which is told with its cell.
fn is_fault(text: &str) -> bool {
    matches!(Cell::of_text(text), Cell::Fault(_))
}

fn candidates<'a>(surveys: &'a [Survey], complete: &Completeness) -> Vec<(String, Written<'a>)> {
    const MANY: usize = 5;
    let fields: Vec<TextName> = complete.requires.iter().filter_map(|field| field.text()).collect();
    let mut by_text: BTreeMap<String, Written<'a>> = BTreeMap::new();
    for survey in surveys {
        for intervention in survey.included() {
            for field in &fields {
                let Some(text) = intervention.texts.get(*field).filter(|text| is_short(text) && !is_fault(text)) else {
                    continue;
                };
                let written = by_text.entry(plain(&text.to_lowercase())).or_default();
                written.place.get_or_insert_with(|| intervention.place_of(Field::Text(*field)));
                written.respondents.insert((&survey.area, &intervention.respondent));
                if written.interventions.last().is_none_or(|last| last.id != intervention.id) {
                    written.interventions.push(intervention);
                }
            }
        }
    }
    let suspicious = |(text, written): &(String, Written<'a>)| {
        says_nothing(text) || written.respondents.len() >= MANY && is_brief(text)
    };
    by_text.into_iter().filter(suspicious).collect()
}

fn is_short(text: &str) -> bool {
    const LONGEST: usize = 30;
    text.chars().take(LONGEST + 1).count() <= LONGEST
}

/// Whether a text is so brief that several who wrote it alike hardly told what they did.
fn is_brief(text: &str) -> bool {
    const FEW_WORDS: usize = 2;
    text.split_whitespace().count() <= FEW_WORDS
}

/// Whether a text in lower case says nothing of what was done.
pub(crate) fn says_nothing(text: &str) -> bool {
    const NOTHING: [&str; 34] = [
        "finns ej",
        "finns inte",
        "finns inget",
        "inget",
        "inga",
        "ingen",
        "ingenting",
        "saknas",
        "samma",
        "samma som ovan",
        "enligt ovan",
        "ej aktuellt",
        "inte aktuellt",
        "vet ej",
        "vet inte",
        "okänt",
        "oklart",
        "ingen uppgift",
        "uppgift saknas",
        "återkommer",
        "kommer senare",
        "kompletteras",
        "tbd",
        "tba",
        "test",
        "dito",
        "do",
        "ej svar",
        "inget svar",
        "na",
        "n a",
        "nej",
        "ja",
        "tomt",
    ];
    const FEW_SIGNS: usize = 2;
    const FEW_WORDS: usize = 4;
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let same_letter = words.concat().chars().collect::<BTreeSet<_>>().len() <= 1;
    let refers = matches!(words.first(), Some(&("se" | "jfr" | "hänvisar"))) && words.len() <= FEW_WORDS;
    letters <= FEW_SIGNS || same_letter || refers || NOTHING.contains(&words.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_told_from_short_answers() {
        for text in
            ["se ovan", "finns ej", ".", "inget", "x", "samma som ovan", "se bilaga 2", "xxx", "n/a", "-", "vet ej."]
        {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["utbildning", "kartläggning", "nätverk", "vip", "bok och film", "seminarier för chefer"] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
