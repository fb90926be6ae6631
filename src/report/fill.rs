//! Placeholders in titles and notes: numbers are filled in from the data, never typed.
//!
//! `{interventions}`, `{respondents}`, `{base}` and `{answered}` are known everywhere, for one of several areas as
//! `{interventions:kunskap-kommun}`; every other name is a phrase of the report. Phrases may hold placeholders themselves.

use std::collections::BTreeSet;

use super::{AreaGroup, Declaration, ItemDeclaration, KindDeclaration, Material};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::register::{Level, recipients};
use crate::wording::{Language, Text};

/// Phrases inside phrases go no deeper than this; a phrase that contains itself would go on for ever.
const DEEPEST: usize = 8;

const KNOWN: [&str; 4] = ["interventions", "respondents", "base", "answered"];

/// Checks the placeholders of all texts in both languages, before any data are read.
pub(super) fn check(declaration: &Declaration, messages: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for item in &declaration.items {
        let source = item.source.as_ref().unwrap_or(&declaration.source);
        for text in [&item.title, &item.explanation, &item.note, source] {
            for language in Language::WORDS.map(|(_, language)| language) {
                if let Err(problem) = placeholders(declaration, item, text.get(language), 0) {
                    // A wrong phrase, or the shared source, would be reported for every item that uses it.
                    if seen.insert(problem.found.clone()) {
                        let found = format!("{}, in {}", problem.found, shown(&item.id));
                        messages.push(Diagnostic { found, ..*problem });
                    }
                }
            }
        }
    }
}

/// Whether every placeholder of a text, and of the phrases in it, is known.
fn placeholders(
    declaration: &Declaration,
    item: &ItemDeclaration,
    text: &str,
    depth: usize,
) -> Result<(), Box<Diagnostic>> {
    let error = |found: String| Diagnostic::error(item.place.clone(), found);
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            return Err(Box::new(error("a placeholder is not closed".to_owned()).expected("a } after every {")));
        };
        if let Some(phrase) = declaration.phrases.get(name) {
            if depth == DEEPEST {
                let found = format!("the phrase {} contains itself", shown(name));
                return Err(Box::new(error(found).action("remove it there")));
            }
            for language in Language::WORDS.map(|(_, language)| language) {
                placeholders(declaration, item, phrase.get(language), depth + 1)?;
            }
        } else if !is_number(item, name) {
            let known = KNOWN.into_iter().chain(declaration.phrases.keys().map(String::as_str));
            let found = format!("{} is no phrase and no number here", shown(&format!("{{{name}}}")));
            let message = error(found)
                .expected("a name under [phrase], or interventions, respondents, base (of a question) or answered")
                .action(did_you_mean(name, known.filter(|k| *k != name)));
            return Err(Box::new(message));
        }
        rest = behind;
    }
    Ok(())
}

/// Whether a placeholder is a number of the item, for an area that the item shows.
fn is_number(item: &ItemDeclaration, name: &str) -> bool {
    let (name, area) = name.split_once(':').map_or((name, None), |(name, area)| (name, Some(area)));
    if matches!(item.kind, KindDeclaration::Account(_)) {
        return name == "base" && area.is_none();
    }
    let has_question = matches!(item.kind, KindDeclaration::Bars { .. } | KindDeclaration::Likert { .. });
    KNOWN.contains(&name)
        && (name != "base" || has_question)
        && area.is_none_or(|area| areas(&item.kind).contains(&area))
}

/// A text with its placeholders filled in; [`check`] has seen to it that all are known.
pub(super) fn fill(material: &Material<'_>, item: &ItemDeclaration, text: &Text) -> String {
    expand(material, item, text.get(material.language), 0)
}

fn expand(material: &Material<'_>, item: &ItemDeclaration, text: &str, depth: usize) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}').filter(|_| depth <= DEEPEST) else { return filled };
        match material.declaration.phrases.get(name) {
            Some(phrase) => filled.push_str(&expand(material, item, phrase.get(material.language), depth + 1)),
            None => filled.push_str(&number(material, item, name).unwrap_or_default()),
        }
        rest = behind;
    }
    filled + rest
}

fn number(material: &Material<'_>, item: &ItemDeclaration, name: &str) -> Option<String> {
    if let KindDeclaration::Account(declared) = &item.kind {
        // What is wrong with the table has been reported when it was filled in.
        let base = super::account::fill(material, declared, &mut Diagnostics::new()).base?;
        return Some(material.language.integer(i64::try_from(base).unwrap_or(i64::MAX)));
    }
    let (name, area) = name.split_once(':').map_or((name, None), |(name, area)| (name, Some(area)));
    let areas = areas(&item.kind);
    let area = match area {
        Some(named) => *areas.iter().find(|a| **a == named)?,
        None => *areas.first()?,
    };
    let total = material.aggregate.area(area)?;
    let language = material.language;
    let write = |number: usize| language.integer(i64::try_from(number).unwrap_or(i64::MAX));
    match name {
        "interventions" => Some(write(total.interventions)),
        "respondents" => Some(write(total.respondents)),
        "base" => Some(write(base(material, area, &item.kind)?)),
        "answered" => Some(answered(language, total.level, total.respondents)),
        _ => None,
    }
}

fn areas(kind: &KindDeclaration) -> Vec<&str> {
    match kind {
        KindDeclaration::Bubble { area, .. } | KindDeclaration::Likert { area, .. } => vec![area],
        KindDeclaration::Bars { areas, .. } | KindDeclaration::Subcodes { areas, .. } => {
            areas.iter().map(|AreaGroup { area, .. }| area.as_str()).collect()
        }
        KindDeclaration::Account(_) => Vec::new(),
    }
}

/// The largest base of the item's question.
fn base(material: &Material<'_>, area: &str, kind: &KindDeclaration) -> Option<usize> {
    let (KindDeclaration::Bars { question, .. } | KindDeclaration::Likert { question, .. }) = kind else { return None };
    material.aggregate.question(area, question).map(|a| a.base).max()
}

/// Who has answered, as a sentence: all of them, or how many.
fn answered(language: Language, level: Level, respondents: usize) -> String {
    let everyone = recipients(level).len() == respondents;
    let one = respondents == 1;
    match language {
        Language::Swedish => {
            // Regioner and kommuner are common gender, svar is neuter.
            let number = if everyone {
                format!("Samtliga {}", language.count(respondents))
            } else {
                capitalised(&language.in_words(respondents, level == Level::County))
            };
            let who = match (level, one) {
                (Level::Region, true) => "region har besvarat frågan",
                (Level::Region, false) => "regioner har besvarat frågan",
                (Level::County, true) => "länsgemensamt svar har kommit in",
                (Level::County, false) => "länsgemensamma svar har kommit in",
                (Level::Municipality, true) => "kommun har besvarat frågan",
                (Level::Municipality, false) => "kommuner har besvarat frågan",
            };
            format!("{number} {who}.")
        }
        Language::English => {
            let number = if everyone {
                format!("All {}", language.count(respondents))
            } else {
                capitalised(&language.in_words(respondents, false))
            };
            let who = match (level, one) {
                (Level::Region, true) => "region has answered the question",
                (Level::Region, false) => "regions have answered the question",
                (Level::County, true) => "joint county answer has been received",
                (Level::County, false) => "joint county answers have been received",
                (Level::Municipality, true) => "municipality has answered the question",
                (Level::Municipality, false) => "municipalities have answered the question",
            };
            format!("{number} {who}.")
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_answered_reads_as_a_sentence() {
        let sv = |level, count| answered(Language::Swedish, level, count);
        assert_eq!(sv(Level::Region, 21), "Samtliga 21 regioner har besvarat frågan.");
        assert_eq!(sv(Level::Region, 2), "Två regioner har besvarat frågan.");
        assert_eq!(sv(Level::County, 1), "Ett länsgemensamt svar har kommit in.");
        assert_eq!(sv(Level::Municipality, 1), "En kommun har besvarat frågan.");
        assert_eq!(sv(Level::Municipality, 272), "272 kommuner har besvarat frågan.");
        assert_eq!(answered(Language::English, Level::Region, 1), "One region has answered the question.");
    }
}
