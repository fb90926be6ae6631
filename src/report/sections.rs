//! What several kinds of items have in `report.toml`: areas, the answer to a question.

use super::area_group::AreaGroup;
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::msg;
use crate::study::{Declared, QuestionForm, Section, Study};
use crate::wording::{Message, Text, joined};

/// `area = "…"`, or `[item.areas]` with a name for each.
pub(super) fn decode_areas(study: &Study, section: &Section<'_>) -> Vec<AreaGroup> {
    let single = section.text("area");
    let several = section.named_texts("areas");
    let mut groups: Vec<AreaGroup> =
        single.into_iter().map(|area| AreaGroup { area: area.value, label: Text::default() }).collect();
    groups.extend(several.into_iter().map(|(area, label)| AreaGroup { area, label }));
    // A key with a value of another kind has been reported.
    if groups.is_empty() && !section.has("area") && (!section.has("areas") || section.is_empty_table("areas")) {
        report(section, msg!("item-without-area"));
    }
    for (at, group) in groups.iter().enumerate() {
        if groups[..at].iter().any(|earlier| earlier.area == group.area) {
            report(section, msg!("item-area-twice", area = shown(&group.area)));
        }
        let known = || study.surveys.iter().map(|s| s.area.as_str());
        if !known().any(|area| area == group.area) {
            let suggestion = did_you_mean(&group.area, known());
            report(section, msg!("item-area-unknown", area = shown(&group.area), suggestion));
        }
    }
    groups
}

/// The forms of a question in the areas of an item.
pub(super) fn forms<'s>(study: &'s Study, areas: &[AreaGroup], question: Option<&str>) -> Vec<&'s QuestionForm> {
    let surveys = study.surveys.iter().filter(|s| areas.iter().any(|group| group.area == s.area));
    let questions = surveys.flat_map(|s| &s.questions).filter(|q| Some(q.id.as_str()) == question);
    questions.map(|q| &q.form).collect()
}

pub(super) fn check_answer(
    study: &Study,
    section: &Section<'_>,
    areas: &[AreaGroup],
    question: Option<&str>,
    answer: Option<&Declared<String>>,
) {
    for form in forms(study, areas, question) {
        match (form, answer) {
            (QuestionForm::Items { answers, .. }, Some(answer)) if !answers.contains(&answer.value) => {
                let message = msg!(
                    "item-answer-unknown",
                    answer = shown(&answer.value),
                    answers = joined(answers, ", "),
                    suggestion = did_you_mean(&answer.value, answers.iter().map(String::as_str))
                );
                section.report(Diagnostic::error(answer.place.clone(), message));
            }
            (QuestionForm::Items { answers, .. }, None) => {
                report(section, msg!("item-without-answer", answers = joined(answers, ", ")));
            }
            (QuestionForm::Items { .. }, _) | (_, None) => {}
            (_, Some(answer)) => {
                section.report(Diagnostic::error(answer.place.clone(), msg!("options-without-answers")));
            }
        }
    }
}

/// A message about the item as a whole.
pub(super) fn report(section: &Section<'_>, message: Message) {
    section.report(Diagnostic::error(section.place(), message));
}
