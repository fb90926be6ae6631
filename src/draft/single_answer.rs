//! A question with one answer whose tool writes it into a column of its own, and what people wrote under "other" beside it.

use super::answers::{MOST_ANSWERS, answers, in_order};
use super::heading::Heading;
use super::label_list::Labels;
use super::question_draft::{Form, QuestionDraft};
use super::stem::Group;
use super::table::Table;
use super::words;
use crate::msg;

/// What texts beside a single answer count as, where its own answers have no such.
const OTHER: &str = "Annat";

/// The question of a group whose columns are the tool's for one answer, and for texts beside it.
pub fn of_single(table: &Table<'_>, group: &Group, members: &[Heading], labels: &Labels) -> Option<QuestionDraft> {
    let single = table.layout?.single()?;
    let called = |heading: &&Heading| group.option(heading).is_some_and(|option| option == single);
    let heading = members.iter().find(called)?;
    let beside = members.iter().find(|other| group.option(other).is_some_and(|option| words::is_other(&option)));
    let found = answers(table, &heading.columns, labels, MOST_ANSWERS)?;
    let mut answers = in_order(found, labels, &heading.pattern);
    let other = beside.map(|beside| {
        let own = answers.iter().find(|answer| words::is_other(answer)).cloned();
        (own.unwrap_or_else(|| OTHER.to_owned()), beside.pattern.clone())
    });
    answers.extend(
        other.iter().map(|(answer, _)| answer.clone()).filter(|answer| !answers.contains(answer)).collect::<Vec<_>>(),
    );
    Some(QuestionDraft {
        id: words::question_id(&group.stem),
        stem: group.stem.clone(),
        form: Form::Choice,
        pattern: heading.pattern.clone(),
        options: Vec::new(),
        codes: Vec::new(),
        doubt: (answers.len() < 2).then(|| msg!("unsure-one-answer")),
        answers,
        counted: Vec::new(),
        per_intervention: false,
        other,
        asked_if: None,
        columns: heading.columns.clone(),
    })
}
