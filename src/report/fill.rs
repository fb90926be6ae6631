//! Placeholders in titles and notes: numbers are filled in from the data, never typed.
//!
//! `{interventions}`, `{respondents}`, `{base}` and `{answered}` are known everywhere, for one of several areas as
//! `{interventions:kunskap-kommun}`, and `{area}` is what the study calls the area; every other name is a phrase of the report. Phrases
//! may hold placeholders themselves.

use std::collections::BTreeSet;

use super::alternative::in_sentence;
use super::blank::Blank;
use super::followed::{ResponseItem, SensitivityItem};
use super::{
    Aim, AimsItem, AreaGroup, AttainmentItem, CrossItem, Declaration, ItemDeclaration, KindDeclaration, Material,
    NumberDeclaration,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::register::{Level, Nouns, recipients};
use crate::study::{Limits, Per, Study};
use crate::wording::{Language, Message, NO_BREAK, Text, all_of, sentence};

/// Phrases inside phrases go no deeper than this; a phrase that contains itself would go on for ever.
const DEEPEST: usize = 8;

/// Those of them that a text can have which is about no area of its own.
const OF_AREAS: [&str; 3] = ["interventions", "respondents", AREA];

const KNOWN: [&str; 5] = ["interventions", "respondents", "base", "answered", AREA];

/// The name of an area.
const AREA: &str = "area";

/// Whose text asks: an item, or a number for manuscripts.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    place: &'a Place,
    /// What it shows, if it is an item.
    kind: Option<&'a KindDeclaration>,
}

impl<'a> From<&'a ItemDeclaration> for Asker<'a> {
    fn from(item: &'a ItemDeclaration) -> Self {
        Self { place: &item.place, kind: Some(&item.kind) }
    }
}

impl<'a> From<&'a NumberDeclaration> for Asker<'a> {
    fn from(number: &'a NumberDeclaration) -> Self {
        Self { place: &number.place, kind: None }
    }
}

impl<'a> Asker<'a> {
    /// Whether it is about no area of its own, so that one has to be named.
    fn is_of_no_area(self) -> bool {
        self.kind.is_none_or(KindDeclaration::is_given)
    }

    fn areas(self) -> Vec<&'a str> {
        self.kind.map_or_else(Vec::new, areas)
    }
}

/// Checks the placeholders of all texts in both languages, before any data are read.
///
/// The study's limit bounds the characters of a text with its phrases filled in.
pub(super) fn check(study: &Study, declaration: &Declaration, messages: &mut Diagnostics) {
    let longest = study.limits.text;
    let mut seen = BTreeSet::new();
    declaration.numbers.iter().for_each(|number| number.check((study, declaration), messages));
    for item in &declaration.items {
        let source = item.source.as_ref().unwrap_or(&declaration.source);
        if let KindDeclaration::Text(own) = &item.kind {
            own.check((study, declaration), item, messages);
        }
        let of_kind = match &item.kind {
            KindDeclaration::Picture(own) => vec![&own.alternative],
            KindDeclaration::Aims(own) => {
                declaration.aims.iter().filter(|aim| own.aims.contains(&aim.id)).flat_map(Aim::texts).collect()
            }
            _ => Vec::new(),
        };
        for text in [&item.title, &item.explanation, &item.note, source].into_iter().chain(of_kind) {
            for language in Language::WORDS.map(|(_, language)| language) {
                let mut budget = Budget { most: longest, left: longest };
                if let Err(problem) =
                    placeholders((study, declaration), item.into(), text.get(language), 0, &mut budget)
                {
                    // A wrong phrase, or the shared source, would be reported for every item that uses it.
                    if seen.insert(problem.told(Language::English)) {
                        messages.push(problem.within(msg!("in-item", item = shown(&item.id))));
                    }
                }
            }
        }
    }
}

/// Tells which phrases and numbers of areas that a text asks for are not known.
pub(super) fn check_blanks<'b>(
    (study, declaration): (&Study, &Declaration),
    asker: Asker<'_>,
    blanks: impl Iterator<Item = (usize, &'b Blank)>,
    messages: &mut Diagnostics,
) {
    let longest = study.limits.text;
    for (_, blank) in blanks.filter(|(_, blank)| !blank.is_quantity()) {
        let mut budget = Budget { most: longest, left: longest };
        let text = blank.alone();
        let known = placeholders((study, declaration), asker, text.get(Language::Swedish), 0, &mut budget);
        known.err().into_iter().for_each(|problem| messages.push(problem.at(blank.place.clone())));
    }
}

/// What stands for the phrases and numbers of areas that a text asks for, each with its position; quantities stay open.
pub(super) fn fill_blanks<'b>(
    material: &Material<'_>,
    asker: Asker<'_>,
    blanks: impl Iterator<Item = (usize, &'b Blank)>,
) -> Vec<(usize, String)> {
    let open = blanks.filter(|(_, blank)| !blank.is_quantity());
    open.map(|(at, blank)| (at, fill(material, asker, &blank.alone()))).collect()
}

/// How long a text may still grow. Phrases in phrases grow as fast as a chain letter.
struct Budget {
    most: u64,
    left: u64,
}

impl Budget {
    /// Whether there was enough left for a text.
    fn spend(&mut self, text: &str) -> bool {
        // An empty phrase takes its time, too.
        let left = self.left.checked_sub(text.len() as u64 + 1);
        self.left = left.unwrap_or(0);
        left.is_some()
    }
}

/// Whether every placeholder of a text, and of the phrases in it, is known.
fn placeholders(
    (study, declaration): (&Study, &Declaration),
    asker: Asker<'_>,
    text: &str,
    depth: usize,
    budget: &mut Budget,
) -> Result<(), Box<Diagnostic>> {
    let error = |message: Message| Err(Box::new(Diagnostic::error(asker.place.clone(), message)));
    if !budget.spend(text) {
        let (found, unit) = (msg!("text-too-long"), msg!("unit-characters"));
        return Err(Box::new(Limits::exceeded(asker.place.clone(), found, budget.most, unit, "text")));
    }
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            return error(msg!("placeholder-not-closed"));
        };
        if let Some(phrase) = declaration.phrases.get(name) {
            if depth == DEEPEST {
                return error(msg!("phrase-in-itself", phrase = shown(name)));
            }
            for language in Language::WORDS.map(|(_, language)| language) {
                placeholders((study, declaration), asker, phrase.get(language), depth + 1, budget)?;
            }
        } else if !is_number(study, asker, name) {
            if asker.is_of_no_area() && OF_AREAS.contains(&name) {
                return error(msg!("placeholder-without-area", placeholder = name));
            }
            let known = KNOWN.into_iter().chain(declaration.phrases.keys().map(String::as_str));
            let suggestion = did_you_mean(name, known.filter(|k| *k != name));
            return error(msg!("placeholder-unknown", placeholder = shown(&format!("{{{name}}}")), suggestion));
        }
        rest = behind;
    }
    Ok(())
}

/// Whether a placeholder is a number of the item, for an area that the item shows.
fn is_number(study: &Study, asker: Asker<'_>, name: &str) -> bool {
    let (name, area) = name.split_once(':').map_or((name, None), |(name, area)| (name, Some(area)));
    let Some(kind) = asker.kind.filter(|kind| !kind.is_given()) else {
        let is_known = |area: &str| study.surveys.iter().any(|survey| survey.area == area);
        return OF_AREAS.contains(&name) && area.is_some_and(is_known);
    };
    if matches!(kind, KindDeclaration::Account(_)) {
        return name == "base" && area.is_none();
    }
    let has_question = matches!(kind, KindDeclaration::Bars { .. } | KindDeclaration::Likert { .. });
    let is_of_all = matches!(kind, KindDeclaration::Years(own) if own.areas.is_empty());
    KNOWN.contains(&name)
        && !is_of_all
        && (name != "base" || has_question)
        && area.is_none_or(|area| areas(kind).contains(&area))
}

/// A text with its placeholders filled in; [`check`] has seen to it that all are known.
pub(super) fn fill<'a>(material: &Material<'_>, asker: impl Into<Asker<'a>>, text: &Text) -> String {
    let mut filled = String::new();
    expand((material, asker.into()), text.get(material.language), 0, &mut filled);
    filled
}

fn expand((material, asker): (&Material<'_>, Asker<'_>), text: &str, depth: usize, filled: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}').filter(|_| depth <= DEEPEST) else { return };
        match (material.declaration.phrases.get(name), name.split(':').next()) {
            (Some(phrase), _) => expand((material, asker), phrase.get(material.language), depth + 1, filled),
            (None, Some(AREA)) => {
                let named = area_names(material, asker, name);
                // As a sentence begins, or in the middle of one.
                let begins = filled.trim_end().ends_with(['.', '!', '?']) || filled.trim().is_empty();
                filled.push_str(&if begins { sentence(&named) } else { named });
            }
            (None, _) => filled.push_str(&number(material, asker, name).unwrap_or_default()),
        }
        rest = behind;
        // A number and what it counts do not part at the end of a line.
        if let Some(after) = rest.strip_prefix(' ').filter(|_| filled.ends_with(|c: char| c.is_ascii_digit())) {
            filled.push(NO_BREAK);
            rest = after;
        }
    }
    filled.push_str(rest);
}

/// What the study calls the area that a placeholder names, or those of the item, inside a sentence.
fn area_names(material: &Material<'_>, asker: Asker<'_>, placeholder: &str) -> String {
    let shown = asker.areas();
    let asked = match placeholder.split_once(':') {
        Some((_, named)) => vec![named],
        None => shown,
    };
    let survey = |area: &&str| material.study.surveys.iter().find(|survey| survey.area == **area);
    let names = asked.iter().filter_map(survey).map(|survey| in_sentence(survey.title.get(material.language)));
    all_of(names).text(material.language)
}

fn number(material: &Material<'_>, asker: Asker<'_>, name: &str) -> Option<String> {
    if let Some(KindDeclaration::Account(declared)) = asker.kind {
        // What is wrong with the table has been reported when it was filled in.
        let base = super::account::fill(material, declared, &mut Diagnostics::new()).base?;
        return Some(material.language.integer(i64::try_from(base).unwrap_or(i64::MAX)));
    }
    let (name, area) = name.split_once(':').map_or((name, None), |(name, area)| (name, Some(area)));
    let areas = asker.areas();
    let is_together = matches!(
        asker.kind,
        Some(KindDeclaration::Cross(_) | KindDeclaration::Attainment(_) | KindDeclaration::Aims(_))
    );
    if is_together && area.is_none() {
        let totals = areas.iter().filter_map(|area| material.ledger.area(area));
        let of = |total: &crate::ledger::AreaTotal| match name {
            "interventions" => Some(total.interventions),
            "respondents" => Some(total.respondents),
            _ => None,
        };
        return totals.map(of).sum::<Option<usize>>().map(|number| material.language.count(number));
    }
    let area = match area {
        Some(named) if asker.is_of_no_area() => named,
        Some(named) => *areas.iter().find(|a| **a == named)?,
        None => *areas.first()?,
    };
    let total = material.ledger.area(area)?;
    let language = material.language;
    let write = |number: usize| language.count(number);
    match name {
        "interventions" => Some(write(total.interventions)),
        "respondents" => Some(write(total.respondents)),
        "base" => Some(write(base(material, area, asker.kind?)?)),
        "answered" => Some(answered(language, total.level, answering(material, area, asker.kind?, total.respondents))),
        _ => None,
    }
}

/// The areas that an item shows.
pub(super) fn areas(kind: &KindDeclaration) -> Vec<&str> {
    match kind {
        KindDeclaration::Bubble { area, .. } | KindDeclaration::Likert { area, .. } => vec![area],
        KindDeclaration::Bars { areas, .. } | KindDeclaration::Subcodes { areas, .. } => {
            areas.iter().map(|AreaGroup { area, .. }| area.as_str()).collect()
        }
        KindDeclaration::Response(ResponseItem { areas, .. })
        | KindDeclaration::Reconciliation(areas)
        | KindDeclaration::Sensitivity(SensitivityItem { areas, .. }) => {
            areas.iter().map(|group| group.area.as_str()).collect()
        }
        KindDeclaration::Account(_)
        | KindDeclaration::Matrix(_)
        | KindDeclaration::Picture(_)
        | KindDeclaration::Text(_) => Vec::new(),
        KindDeclaration::Years(item) => item.areas.iter().map(|AreaGroup { area, .. }| area.as_str()).collect(),
        KindDeclaration::Cross(CrossItem { areas, .. })
        | KindDeclaration::Attainment(AttainmentItem { areas, .. })
        | KindDeclaration::Aims(AimsItem { areas, .. }) => {
            areas.iter().map(|AreaGroup { area, .. }| area.as_str()).collect()
        }
    }
}

/// The largest base of the item's question.
fn base(material: &Material<'_>, area: &str, kind: &KindDeclaration) -> Option<usize> {
    let (KindDeclaration::Bars { question, .. } | KindDeclaration::Likert { question, .. }) = kind else { return None };
    material.ledger.question(area, question).map(|a| a.base).max()
}

/// How many answered the item's question, where it was put to respondents; else how many answered the survey.
fn answering(material: &Material<'_>, area: &str, kind: &KindDeclaration, respondents: usize) -> usize {
    let (KindDeclaration::Bars { question, .. } | KindDeclaration::Likert { question, .. }) = kind else {
        return respondents;
    };
    let survey = material.study.surveys.iter().find(|survey| survey.area == area);
    let asked = survey.and_then(|survey| survey.questions.iter().find(|asked| asked.id == *question));
    match asked.map(|asked| asked.per) {
        Some(Per::Respondent) => base(material, area, kind).map_or(respondents, |base| base.min(respondents)),
        _ => respondents,
    }
}

/// Who has answered, as a sentence: all of them, or how many, in words where they are few.
fn answered(language: Language, level: Level, count: usize) -> String {
    let number = language.count(count);
    let everyone = recipients(level).len() == count;
    // "Samtliga 21 regioner", but "Två regioner".
    let number = if everyone { number } else { sentence(&msg!("number-in-words", count, number).text(language)) };
    let Nouns { bare, several, gender, .. } = level.answers().unwrap_or(level.nouns()).clone();
    let message = match level.answers() {
        None => msg!("recipients-have-answered", count, number, one = bare, several, gender),
        Some(_) => msg!("answers-have-been-received", count, number, one = bare, several, gender),
    };
    let all = message.part(language, "all").filter(|_| everyone);
    all.unwrap_or_else(|| message.text(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_answered_is_a_sentence_in_both_languages() {
        let plain = |language, level, count| answered(language, level, count).replace(NO_BREAK, " ");
        let (sv, en) = (Language::Swedish, Language::English);
        assert_eq!(plain(sv, Level::region(), 21), "Samtliga 21 regioner har besvarat frågan.");
        assert_eq!(plain(sv, Level::region(), 2), "Två regioner har besvarat frågan.");
        assert_eq!(plain(sv, Level::region(), 1), "En region har besvarat frågan.");
        assert_eq!(plain(sv, Level::county(), 1), "Ett länsgemensamt svar har kommit in.");
        assert_eq!(plain(sv, Level::county(), 0), "Inga länsgemensamma svar har kommit in.");
        assert_eq!(plain(sv, Level::municipality(), 272), "272 kommuner har besvarat frågan.");
        assert_eq!(plain(en, Level::municipality(), 290), "All 290 municipalities have answered the question.");
        assert_eq!(plain(en, Level::county(), 0), "No joint county answers have been received.");
        assert_eq!(plain(en, Level::municipality(), 1), "One municipality has answered the question.");
        assert_eq!(plain(en, Level::region(), 12), "Twelve regions have answered the question.");
    }
}
