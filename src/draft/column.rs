//! Questions that stand in one column.

use std::collections::BTreeMap;

use super::answers::{MOST_ANSWERS, answers, in_order};
use super::heading::Heading;
use super::joined::{JoinedAnswers, joined, joined_by, may_be_joined};
use super::label_list::Labels;
use super::layout::{self, Layout};
use super::named::named;
use super::question_draft::{Form, QuestionDraft};
use super::table::Table;
use super::words;
use crate::msg;
use crate::wording::joined as list_of;

/// One column: several answers in a cell, or one of few.
pub fn of_one(table: &Table<'_>, heading: &Heading, labels: &Labels) -> Option<QuestionDraft> {
    if layout::names_record(&heading.bare) {
        return None;
    }
    let asked = table.asked_in_form(&heading.bare).filter(|asked| !asked.choices.is_empty());
    let several = match asked.map(|asked| asked.is_several) {
        Some(true) => Some(joined_by(table, &heading.columns, " ")),
        Some(false) => None,
        None => joined(table, &heading.columns),
    };
    if let Some(found) = several {
        return Some(of_joined(table, heading, found));
    }
    let found = answers(table, &heading.columns, labels, MOST_ANSWERS)?;
    let count = heading.columns.iter().map(|c| table.values(*c).count()).sum::<usize>();
    let known = found.iter().filter(|a| words::answer_rank(a).is_some()).count();
    let numbers = found.iter().all(|a| a.replace([' ', ',', '.', '-'], "").chars().all(|c| c.is_ascii_digit()));
    let repeated = count >= found.len() * 2 || known * 2 > found.len();
    if found.is_empty() || asked.is_none() && (numbers || !repeated) || found.iter().any(|a| a.chars().count() > 160) {
        return None;
    }
    let several = may_be_joined(table, &found);
    let silent = found.iter().find(|answer| !answer.chars().any(char::is_alphanumeric));
    let doubt = match () {
        () if silent.is_some() => Some(msg!("unsure-answer-of-signs")),
        () if several.is_some() => several,
        () if found.len() == 1 => Some(msg!("unsure-one-answer")),
        () if known == 0 && count < found.len() * 4 => Some(msg!("unsure-free-text", answers = found.len(), count)),
        () => None,
    };
    let answers = in_order(found, labels, &heading.pattern);
    let mut question = QuestionDraft { answers, doubt, ..drafted(table, heading, Form::Choice) };
    let texts = heading.columns.iter().flat_map(|column| table.values(*column)).map(str::to_owned);
    tell_own_words(table, &mut question, texts);
    Some(named(table, &heading.bare, question))
}

/// A column with several answers in a cell.
pub fn of_joined(table: &Table<'_>, heading: &Heading, found: JoinedAnswers) -> QuestionDraft {
    let JoinedAnswers { separator, options, doubt, cells } = found;
    let mut question = QuestionDraft { options, doubt, ..drafted(table, heading, Form::Joined(separator)) };
    tell_own_words(table, &mut question, cells.into_iter().flatten());
    named(table, &heading.bare, question)
}

/// A question of a column, without its answers.
pub fn drafted(table: &Table<'_>, heading: &Heading, form: Form) -> QuestionDraft {
    let stem = table.question(&heading.bare);
    QuestionDraft {
        id: words::question_id(stem),
        stem: stem.to_owned(),
        form,
        pattern: heading.pattern.clone(),
        options: Vec::new(),
        codes: Vec::new(),
        answers: Vec::new(),
        counted: Vec::new(),
        per_intervention: false,
        other: None,
        asked_if: None,
        doubt: None,
        columns: heading.columns.clone(),
    }
}

/// Tells of answers that stand once among others that come back, where what people write under "other" stands among them.
fn tell_own_words(table: &Table<'_>, question: &mut QuestionDraft, answers: impl Iterator<Item = String>) {
    if !table.layout.is_some_and(Layout::has_own_words) {
        return;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    answers.for_each(|answer| *counts.entry(answer).or_default() += 1);
    let once: Vec<String> =
        counts.iter().filter(|(_, count)| **count == 1).map(|(part, _)| crate::diagnostic::shown(part)).collect();
    if !once.is_empty() && once.len() < counts.len() {
        question.doubt_also(msg!("unsure-own-words", texts = list_of(once, ", ")));
    }
}
