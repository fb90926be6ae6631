//! Whether the declarations of questions fit together: answers that exist, nothing said twice, keys that belong to the form.

use super::decode::{Declared, Section};
use super::question::{AskedIf, Per, Question, QuestionForm};
use super::survey::Survey;
use super::written::compared;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;

/// Reports keys that the form of a question has no use for: what they say would be dropped.
pub(super) fn check_keys(section: &Section<'_>, form: &QuestionForm) {
    let is_open = form.is_open();
    let (form, foreign): (_, &[&str]) = match form {
        QuestionForm::Ticked { .. } => ("ticked", &["answers", "scale", "separator", "other", "other_column"]),
        QuestionForm::Joined { .. } => ("joined", &["answers", "scale", "other_column"]),
        QuestionForm::Items { .. } => ("items", &["separator", "other", "other_column"]),
        QuestionForm::Choice { .. } => ("choice", &["options", "separator"]),
        QuestionForm::Text { .. } => ("text", &["answers", "scale", "options", "separator"]),
    };
    for key in foreign.iter().filter(|key| section.has(key)) {
        let (name, form) = (shown(key), shown(form));
        let message = match *key {
            _ if is_open => msg!("key-of-closed-questions", key = name),
            "options" => msg!("options-of-choice", key = name, form),
            "other" => msg!("other-of-columns", form),
            "other_column" => msg!("other-column-of-choice-only", form),
            "separator" => msg!("key-of-joined-only", key = name, form),
            _ => msg!("key-of-items-and-choice-only", key = name, form),
        };
        section.report(Diagnostic::error(section.place(), message));
    }
}

/// Reports placeholders of a pattern that its form does not fill, and blocks where there are none.
fn check_pattern(survey: &Survey, question: &Question, messages: &mut Diagnostics) {
    question.columns().for_each(|column| check_placeholders(survey, question, column, messages));
}

fn check_placeholders(survey: &Survey, question: &Question, column: &Declared<String>, messages: &mut Diagnostics) {
    let (numbered, wide) = (column.value.contains("{n}"), survey.fields.layout.is_blocks());
    let id = shown(&question.id);
    let message = match (question.per, numbered, wide) {
        (Per::Intervention, false, true) => msg!("block-number-missing", question = id),
        (Per::Respondent, true, _) => msg!("block-number-of-respondent", question = id),
        (Per::Intervention, true, false) => msg!("block-number-without-blocks", question = id),
        _ => return,
    };
    messages.push(Diagnostic::error(column.place.clone(), message));
}

/// Reports `{option}` where one column is meant.
pub(super) fn check_no_option(column: &Declared<String>, messages: &mut dyn FnMut(Diagnostic)) {
    if column.value.contains("{option}") {
        let message = msg!("option-in-single-column", column = shown(&column.value));
        messages(Diagnostic::error(column.place.clone(), message));
    }
}

/// The answers or options that a question declares; `None` where the columns or cells say which there are.
pub(super) fn declared_answers(form: &QuestionForm) -> Option<&[String]> {
    match form {
        QuestionForm::Items { answers, .. } | QuestionForm::Choice { answers, .. } => Some(answers),
        QuestionForm::Joined { options, .. } if !options.is_empty() => Some(options),
        // Codes are no words that an export has.
        QuestionForm::Text { .. } => Some(&[]),
        QuestionForm::Joined { .. } | QuestionForm::Ticked { .. } => None,
    }
}

/// Reports answers that lead to a follow-up but are none of the earlier question.
pub(super) fn check_condition(condition: &AskedIf, known: &[&str], messages: &mut Diagnostics) {
    for answer in condition.answers.iter().filter(|answer| !known.contains(&answer.value.as_str())) {
        let message = msg!(
            "condition-answer-unknown",
            answer = shown(&answer.value),
            question = shown(&condition.question.value),
            suggestion = did_you_mean(&answer.value, known.iter().copied())
        );
        messages.push(Diagnostic::error(answer.place.clone(), message));
    }
}

/// Reports columns that two keys name: one of them names the wrong one.
fn check_shared(survey: &Survey, messages: &mut Diagnostics) {
    let fields = survey.fields.columns.iter().map(|(field, column)| (field.word(), Per::Intervention, column));
    let questions = survey.questions.iter().flat_map(|q| q.columns().map(move |column| (q.id.as_str(), q.per, column)));
    let mut seen: Vec<(&str, Per, &Declared<String>)> = Vec::new();
    for (name, per, column) in fields.chain(questions) {
        // A sheet of interventions may have a column of the same name as the one of respondents.
        let one_sheet = |other: Per| survey.fields.layout.beside().is_none() || other == per;
        let same = |other: &&(&str, Per, &Declared<String>)| {
            one_sheet(other.1) && compared(&other.2.value) == compared(&column.value)
        };
        // Fields that share a column are told where the columns are known.
        let is_question = !survey.fields.columns.values().any(|field| std::ptr::eq(field, column));
        if let Some((earlier, ..)) = seen.iter().find(same).filter(|_| is_question) {
            let (one, other) = (shown(earlier), shown(name));
            let message = msg!("column-of-two-questions", column = shown(&column.value), one, other);
            messages.push(Diagnostic::error(column.place.clone(), message));
        }
        seen.push((name, per, column));
    }
}

/// Checks the questions of a survey against it and against each other.
pub(super) fn check_questions(survey: &Survey, messages: &mut Diagnostics) {
    check_shared(survey, messages);
    for (number, question) in survey.questions.iter().enumerate() {
        check_pattern(survey, question, messages);
        let Some(condition) = &question.asked_if else { continue };
        let earlier = survey.questions[..number].iter().find(|q| q.id == condition.question.value);
        if let Some(known) = earlier.and_then(|q| declared_answers(&q.form)) {
            check_condition(condition, &known.iter().map(String::as_str).collect::<Vec<_>>(), messages);
        }
    }
}
