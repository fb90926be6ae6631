//! Words for codes: what the form beside an export calls its questions and answers; codes that nothing explains are told.

use super::form::Asked;
use super::question_draft::{Form, QuestionDraft};
use super::table::Table;
use super::words;
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::joined;

/// A question with the words of its form, by the name under which the form knows it.
pub fn named(table: &Table<'_>, name: &str, mut question: QuestionDraft) -> QuestionDraft {
    let asked = table.asked_in_form(name);
    if let Some(label) = asked.and_then(|asked| asked.label.clone()) {
        question.id = words::question_id(&label);
        question.stem = label;
    }
    match asked.filter(|asked| asked.has_different_names()) {
        Some(asked) => take_words(asked, &mut question),
        None => tell_codes(table, &mut question),
    }
    question
}

/// Takes the words of a form for the codes of options or answers; codes that it does not have are told.
fn take_words(asked: &Asked, question: &mut QuestionDraft) {
    let pair = |code: &String| asked.meaning(code).map(|name| (name.to_owned(), code.clone()));
    let all = || asked.choices.iter().map(|(code, name)| (name.clone(), code.clone())).collect();
    let (codes, seen): (Vec<(String, String)>, Vec<String>) = match question.form {
        Form::Ticked => (question.options.iter().filter_map(pair).collect(), question.options.clone()),
        Form::Joined(_) => (all(), question.options.clone()),
        Form::Choice => (all(), Vec::new()),
        Form::Items | Form::Text => return,
    };
    let unknown: Vec<&String> = seen.iter().filter(|code| asked.meaning(code).is_none()).collect();
    let names: Vec<String> = codes.iter().map(|(name, _)| name.clone()).collect();
    let strange = |answer: &&String| !names.contains(answer);
    let further: Vec<String> = unknown.into_iter().chain(question.answers.iter().filter(strange)).cloned().collect();
    question.doubt = (!further.is_empty())
        .then(|| msg!("unsure-codes-not-in-form", codes = joined(further.iter().map(|code| shown(code)), ", ")));
    question.codes = codes.into_iter().chain(further.into_iter().map(|code| (code.clone(), code))).collect();
    let names = question.codes.iter().map(|(name, _)| name.clone()).collect();
    if question.form == Form::Choice {
        question.answers = names;
    } else {
        question.options = names;
    }
}

/// Tells of options and answers that are codes: as they are, they would be published.
fn tell_codes(table: &Table<'_>, question: &mut QuestionDraft) {
    let is_code = |text: &String| is_number(text) || table.is_by_codes() && is_code(text);
    let are_codes = table.layout.is_some() && question.options.iter().chain(&question.answers).any(is_code);
    if !are_codes {
        return;
    }
    let doubt = match question.form {
        Form::Ticked | Form::Joined(_) => msg!("unsure-option-codes"),
        Form::Choice | Form::Items | Form::Text => msg!("unsure-answer-codes"),
    };
    question.doubt_also(doubt);
}

/// Whether a text is a number, also one whose sign is written as `_`.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '_']);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text is a code and no word: `A1`, `SQ001`, `vet_ej`.
fn is_code(text: &str) -> bool {
    const MOST_LETTERS: usize = 3;
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = &text.as_bytes()[letters..];
    let is_numbered = letters <= MOST_LETTERS && !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_numbered || text.contains('_')
}
