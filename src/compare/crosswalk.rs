//! What is declared between two years, held against what both have: a name that is misspelt would make a new one of an old one.

use std::collections::BTreeSet;

use super::{Earlier, Side};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;
use crate::register::{Level, Recipient, find, recipients};
use crate::study::{Declared, QuestionForm, Study};

/// Reports options and recipients that are declared and that neither year has where they should stand, and recipients of both years
/// that are taken together without a word.
pub fn check_crosswalk(now: Side<'_>, earlier: &Earlier) -> Diagnostics {
    let mut messages = Diagnostics::new();
    let then = earlier.side();
    let declared = &earlier.declared;
    for (was, is) in &declared.options {
        for (side, name) in [(then, was), (now, &is.value)] {
            messages.push_all(&unknown_option(side, name, is));
        }
    }
    for (was, is) in &declared.recipients {
        for (side, code) in [(then, was), (now, &is.value)] {
            messages.push_all(&unknown_recipient(side.study, code, is));
        }
        messages.push_all(&taken_together(earlier, was, is));
    }
    messages
}

/// An option or answer that no question has. One that only occurs where somebody gives it may not have been given.
fn unknown_option(side: Side<'_>, name: &str, declared: &Declared<String>) -> Option<Diagnostic> {
    let texts = || side.ledger.questions.iter().flat_map(|question| question.options.iter().chain(&question.answers));
    if texts().any(|text| text == name) {
        return None;
    }
    let known: BTreeSet<&str> = texts().map(String::as_str).collect();
    let (name, suggestion) = (shown(name), did_you_mean(name, known));
    let message = msg!("earlier-option-unknown", name, year = side.study.year.to_string(), suggestion);
    let place = declared.place.clone();
    Some(if lists_all(side.study) { Diagnostic::error(place, message) } else { Diagnostic::warning(place, message) })
}

/// Whether every question says which answers there are.
fn lists_all(study: &Study) -> bool {
    study.surveys.iter().flat_map(|survey| &survey.questions).all(|question| match &question.form {
        QuestionForm::Choice { answers: all, .. }
        | QuestionForm::Items { answers: all, .. }
        | QuestionForm::Joined { options: all, .. } => !all.is_empty(),
        QuestionForm::Ticked { .. } | QuestionForm::Text { .. } => true,
    })
}

/// A code that no register has whose recipients answer.
fn unknown_recipient(study: &Study, code: &str, declared: &Declared<String>) -> Option<Diagnostic> {
    let levels: Vec<Level> = study.surveys.iter().map(|survey| survey.level).collect();
    let all = || levels.iter().flat_map(|level| recipients(*level));
    if all().any(|known| known.code == code) {
        return None;
    }
    // Whoever writes a name, or a code without its zeros, is told the code.
    let meant: Option<&Recipient> = levels.iter().find_map(|level| find(*level, code));
    let suggestion = match meant {
        Some(meant) => msg!("did-you-mean", name = shown(&meant.code)).into(),
        None => did_you_mean(code, all().map(|known| known.code.as_str())),
    };
    let message = msg!("earlier-recipient-unknown", code = shown(code), year = study.year.to_string(), suggestion);
    Some(Diagnostic::error(declared.place.clone(), message))
}

/// A recipient that is another now, which answered then itself. Whoever means it says of both what they are.
fn taken_together(earlier: &Earlier, was: &str, is: &Declared<String>) -> Option<Diagnostic> {
    let is_declared = earlier.declared.recipients.iter().any(|(then, _)| *then == is.value);
    let surveys = || earlier.input.surveys.iter();
    let answered = |code: &str| surveys().any(|survey| survey.respondents.iter().any(|own| own.recipient.code == code));
    (was != is.value && !is_declared && answered(was) && answered(&is.value)).then(|| {
        let (was, now) = (shown(was), shown(&is.value));
        let line = format!("\"{0}\" = \"{0}\"", is.value);
        let message = msg!("earlier-recipients-together", was, now, year = earlier.year().to_string(), line);
        Diagnostic::warning(is.place.clone(), message)
    })
}
