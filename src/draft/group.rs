//! Questions whose options or items have a column each.

use std::collections::BTreeSet;

use super::answers::{MOST_ANSWERS, answers, counted, in_order};
use super::heading::Heading;
use super::label_list::Labels;
use super::named::named;
use super::question_draft::{Form, QuestionDraft};
use super::stem::Group;
use super::table::Table;
use super::words;
use crate::msg;
use crate::read::mark;
use crate::wording::joined;

/// The question of a group.
pub fn of_group(table: &Table<'_>, group: &Group, members: &[Heading], labels: &Labels) -> Option<QuestionDraft> {
    let first = members.first()?;
    let option = |heading: &Heading| group.option(heading);
    let is_odd = |member: &&Heading| group.odd.contains(&member.pattern);
    let columns: Vec<usize> = members.iter().flat_map(|m| m.columns.iter().copied()).collect();
    // Behind "annat" people write what they mean.
    let telling: Vec<&Heading> = members.iter().filter(|m| !option(m).is_some_and(|o| words::is_other(&o))).collect();
    let telling = if telling.is_empty() { members.iter().collect() } else { telling };
    let own_text = telling.iter().all(|m| is_own_text(table, m, &option(m).unwrap_or_default()));
    let of_telling: Vec<usize> = telling.iter().flat_map(|m| m.columns.iter().copied()).collect();
    let found = if own_text { BTreeSet::new() } else { answers(table, &of_telling, labels, MOST_ANSWERS)? };
    let marks = found.iter().all(|answer| mark(answer).is_some());
    let words_only =
        !found.is_empty() && found.iter().all(|a| matches!(a.to_lowercase().as_str(), "ja" | "nej" | "yes" | "no"));
    let ticked = own_text || marks && !(words_only && words::asks_yes_or_no(&group.stem));
    if !ticked && (found.len() > columns.len() * table.rows.len() / 2 || found.iter().any(|answer| is_amount(answer))) {
        return None;
    }
    let blank = columns.iter().all(|column| table.filled(*column).is_empty());
    let odd: Vec<String> = members.iter().filter(is_odd).map(|m| crate::diagnostic::shown(&m.pattern)).collect();
    let known = found.iter().filter(|answer| words::answer_rank(answer).is_some()).count();
    let pattern = format!("{}{}{{option}}{}", group.stem, group.opens, group.closes);
    let pattern = first.pattern.replacen(&first.bare, &pattern, 1);
    let doubt = match () {
        () if !odd.is_empty() => Some(msg!("unsure-spelling", names = joined(odd, ", "), pattern = pattern.as_str())),
        () if group.doubt.is_some() => group.doubt.clone(),
        () if blank => Some(msg!("unsure-blank")),
        () if words_only && ticked => Some(msg!("unsure-yes-as-marks")),
        () if !ticked && known * 2 <= found.len() => Some(msg!("unsure-unknown-scale")),
        () => None,
    };
    let answers = if ticked { Vec::new() } else { in_order(found, labels, &first.pattern) };
    let stem = table.question(&group.stem);
    let question = QuestionDraft {
        id: words::question_id(stem),
        stem: stem.to_owned(),
        form: if ticked { Form::Ticked } else { Form::Items },
        pattern,
        options: members.iter().filter(|m| !is_odd(m)).filter_map(option).collect(),
        codes: Vec::new(),
        counted: counted(&answers),
        answers,
        per_intervention: false,
        other: None,
        asked_if: None,
        doubt,
        columns,
    };
    Some(named(table, &group.stem, question))
}

/// Whether every filled cell of an option's columns holds the option's own text, and there is one.
fn is_own_text(table: &Table<'_>, heading: &Heading, option: &str) -> bool {
    let mut cells = heading.columns.iter().flat_map(|column| table.values(*column)).peekable();
    let mark_is_option = mark(option).is_some();
    !mark_is_option && cells.all(|cell| cell == option)
}

/// Whether an answer is an amount of money, which no scale has.
fn is_amount(answer: &str) -> bool {
    let digits = answer.chars().filter(char::is_ascii_digit).count();
    digits > 3 && answer.chars().all(|c| !c.is_alphabetic() || "kronortmk".contains(c))
}
