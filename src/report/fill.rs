//! Placeholders in titles and notes: numbers are filled in from the data, never typed.
//!
//! `{interventions}`, `{respondents}`, `{base}` and `{answered}` are known everywhere, for one of several areas as
//! `{interventions:kunskap-kommun}`; every other name is a phrase of the report. Phrases may hold placeholders themselves.

use super::{AreaGroup, ItemDeclaration, KindDeclaration, Material};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::register::{Level, recipients};
use crate::wording::{Language, Text};

/// Phrases inside phrases go no deeper than this; a phrase that contains itself would go on for ever.
const DEEPEST: usize = 8;

const KNOWN: [&str; 4] = ["interventions", "respondents", "base", "answered"];

/// A text with its placeholders filled in; unknown ones are reported.
pub(super) fn fill(material: &Material<'_>, item: &ItemDeclaration, text: &Text, messages: &mut Diagnostics) -> String {
    expand(material, item, text.get(material.language), 0, messages)
}

fn expand(
    material: &Material<'_>,
    item: &ItemDeclaration,
    text: &str,
    depth: usize,
    messages: &mut Diagnostics,
) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            messages.push(
                Diagnostic::error(item.place.clone(), format!("a placeholder of {} is not closed", shown(&item.id)))
                    .expected("a } after every {"),
            );
            return filled;
        };
        filled.push_str(&placeholder(material, item, name, depth, messages));
        rest = behind;
    }
    filled + rest
}

fn placeholder(
    material: &Material<'_>,
    item: &ItemDeclaration,
    name: &str,
    depth: usize,
    messages: &mut Diagnostics,
) -> String {
    if let Some(phrase) = material.declaration.phrases.get(name) {
        if depth == DEEPEST {
            messages.push(Diagnostic::error(item.place.clone(), format!("the phrase {} contains itself", shown(name))));
            return String::new();
        }
        return expand(material, item, phrase.get(material.language), depth + 1, messages);
    }
    number(material, item, name).unwrap_or_else(|| {
        let known = KNOWN.into_iter().chain(material.declaration.phrases.keys().map(String::as_str));
        messages.push(
            Diagnostic::error(
                item.place.clone(),
                format!("{} in {} is no phrase or number", shown(&format!("{{{name}}}")), shown(&item.id)),
            )
            .action(did_you_mean(name, known)),
        );
        String::new()
    })
}

fn number(material: &Material<'_>, item: &ItemDeclaration, name: &str) -> Option<String> {
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
    let number = language.integer(i64::try_from(respondents).unwrap_or(i64::MAX));
    match (language, level, everyone) {
        (Language::Swedish, Level::Region, true) => format!("Samtliga {number} regioner har besvarat frågan."),
        (Language::Swedish, Level::Region, false) => format!("{number} regioner har besvarat frågan."),
        (Language::Swedish, Level::County, true) => format!("Samtliga {number} länsgemensamma svar har kommit in."),
        (Language::Swedish, Level::County, false) => format!("{number} länsgemensamma svar har kommit in."),
        (Language::Swedish, Level::Municipality, true) => format!("Samtliga {number} kommuner har besvarat frågan."),
        (Language::Swedish, Level::Municipality, false) => format!("{number} kommuner har besvarat frågan."),
        (Language::English, level, everyone) => {
            let all = if everyone { "All " } else { "" };
            let who = match level {
                Level::Region => "regions have answered the question",
                Level::County => "joint county answers have been received",
                Level::Municipality => "municipalities have answered the question",
            };
            format!("{all}{number} {who}.")
        }
    }
}
