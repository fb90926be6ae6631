//! Columns beside a question that may be options of it, and options that are nearly the same.

use std::collections::BTreeMap;

use super::heading::Heading;
use super::layout;
use super::question_draft::{Form, QuestionDraft};
use super::table::Table;
use super::words;
use crate::diagnostic::shown;
use crate::msg;
use crate::read::mark;
use crate::wording::{Arg, all_of, joined};

/// A column right beside the options of a question, with the same kind of cells and a name that asks nothing, may be an option
/// whose name lacks the question: `Äldre` beside `Målgrupp: Barn` and `Målgrupp: Unga`.
pub fn tell_strays(table: &Table<'_>, headings: &[Heading], found: &mut [QuestionDraft]) {
    let grouped: Vec<usize> = found.iter().filter(|q| is_grouped(q)).flat_map(|q| q.columns.iter().copied()).collect();
    let is_alone = |heading: &&Heading| !heading.columns.iter().any(|column| grouped.contains(column));
    for at in 0..found.len() {
        let Some(question) = found.get(at).filter(|q| is_grouped(q)) else { continue };
        let own = |heading: &Heading| heading.columns.iter().any(|column| question.columns.contains(column));
        let (Some(first), Some(last)) = (headings.iter().position(own), headings.iter().rposition(own)) else {
            continue;
        };
        let fits = |heading: &&Heading| is_alone(heading) && may_be_option(table, heading, question);
        let before = headings[..first].iter().rev().take_while(fits);
        let strays: Vec<&Heading> = before.chain(headings[last + 1..].iter().take_while(fits)).collect();
        if strays.is_empty() {
            continue;
        }
        let names: Vec<String> = strays.iter().map(|heading| shown(&heading.pattern)).collect();
        let columns: Vec<usize> = strays.iter().flat_map(|heading| heading.columns.iter().copied()).collect();
        let id = question.id.clone();
        if let Some(question) = found.get_mut(at) {
            question.doubt_also(msg!("unsure-further-options", names = joined(names, ", ")));
        }
        for other in found.iter_mut().filter(|q| q.columns.iter().any(|column| columns.contains(column))) {
            other.doubt_also(msg!("unsure-option-of", id = id.as_str()));
        }
    }
}

fn is_grouped(question: &QuestionDraft) -> bool {
    matches!(question.form, Form::Ticked | Form::Items)
}

/// Whether a column has the cells of a question's options, and a short name that asks nothing.
fn may_be_option(table: &Table<'_>, heading: &Heading, question: &QuestionDraft) -> bool {
    const MOST_WORDS: usize = 5;
    let name = &heading.bare;
    let asks = name.contains('?') || words::asks_yes_or_no(name) || name.split_whitespace().count() > MOST_WORDS;
    if asks || layout::names_record(name) {
        return false;
    }
    let values = |columns: &[usize]| -> Vec<String> {
        columns.iter().flat_map(|column| table.values(*column)).map(str::to_lowercase).collect()
    };
    let (own, of_question) = (values(&heading.columns), values(&question.columns));
    let fits = |value: &String| match question.form {
        // A cross is a mark wherever it stands; a yes only where the options are answered so.
        Form::Ticked => {
            mark(value).is_some() && (value == "x" || of_question.contains(value)) || value == &name.to_lowercase()
        }
        _ => of_question.contains(value),
    };
    !own.is_empty() && own.iter().all(fits)
}

/// Options that differ in nothing but capitals or spaces are told: one of them is probably a slip.
pub fn tell_cases(question: &mut QuestionDraft) {
    let mut known: BTreeMap<String, &String> = BTreeMap::new();
    let mut twice: Vec<Arg> = Vec::new();
    for option in &question.options {
        let bare: String = option.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
        match known.get(&bare) {
            Some(first) => twice.push(all_of([shown(first), shown(option)])),
            None => drop(known.insert(bare, option)),
        }
    }
    if !twice.is_empty() {
        question.doubt_also(msg!("unsure-options-alike", pairs = joined(twice, ", ")));
    }
}
