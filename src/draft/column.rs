//! Questions that stand in one column.

use std::collections::BTreeSet;

use super::answers::{MOST_ANSWERS, answers, in_order};
use super::label_list::Labels;
use super::layout;
use super::question::{Form, Heading, QuestionDraft};
use super::table::{Filled, Table};
use super::words;
use crate::msg;
use crate::read::marks::is_not_shown;
use crate::wording::{Message, alphabetical, joined};

/// The most options that are joined in a cell.
const MOST_OPTIONS: usize = 60;

/// One column: several answers in a cell, or one of few.
pub fn of_one(table: &Table<'_>, heading: &Heading, labels: &Labels) -> Option<QuestionDraft> {
    let draft = |form, options, answers, doubt| QuestionDraft {
        id: words::question_id(table.question(&heading.bare)),
        stem: table.question(&heading.bare).to_owned(),
        form,
        pattern: heading.pattern.clone(),
        options,
        answers,
        counted: Vec::new(),
        per_intervention: false,
        asked_if: None,
        doubt,
        columns: heading.columns.clone(),
    };
    if layout::names_record(&heading.bare) {
        return None;
    }
    if let Some((separator, options)) = joined_options(table, &heading.columns) {
        let doubt = doubt_of_separator(table, heading, &separator);
        return Some(draft(Form::Joined(separator), options, Vec::new(), doubt));
    }
    let found = answers(table, &heading.columns, labels, MOST_ANSWERS)?;
    let count = heading.columns.iter().map(|c| table.values(*c).count()).sum::<usize>();
    let known = found.iter().filter(|a| words::answer_rank(a).is_some()).count();
    let numbers = found.iter().all(|a| a.replace([' ', ',', '.', '-'], "").chars().all(|c| c.is_ascii_digit()));
    let repeated = count >= found.len() * 2 || known * 2 > found.len();
    if found.is_empty() || numbers || !repeated || found.iter().any(|a| a.chars().count() > 160) {
        return None;
    }
    let silent = found.iter().find(|answer| !answer.chars().any(char::is_alphanumeric));
    let doubt = match () {
        () if silent.is_some() => Some(msg!("unsure-answer-of-signs")),
        () if found.len() == 1 => Some(msg!("unsure-one-answer")),
        () if known == 0 && count < found.len() * 4 => Some(msg!("unsure-free-text", answers = found.len(), count)),
        () => None,
    };
    let answers = in_order(found, labels, &heading.pattern);
    Some(draft(Form::Choice, Vec::new(), answers, doubt))
}

/// The sign that joins several answers in a cell, and the options that occur, in the order of the alphabet.
fn joined_options(table: &Table<'_>, columns: &[usize]) -> Option<(String, Vec<String>)> {
    const SIGNS: [&str; 4] = ["\n", ";", "|", ","];
    let shown = |filled: &&Filled<'_>| !is_not_shown(&filled.text);
    let cells = || columns.iter().flat_map(|column| table.filled(*column)).filter(shown).map(|filled| filled.cell);
    SIGNS.into_iter().find_map(|sign| {
        let (mut wholes, mut split, mut count, mut parts) = (BTreeSet::new(), 0_usize, 0_usize, BTreeSet::new());
        let mut all_parts = 0_usize;
        for cell in cells() {
            let text = cell.text();
            count += 1;
            split += usize::from(text.contains(sign));
            for part in text.split(sign).map(crate::read::plain).filter(|p| !p.is_empty()) {
                all_parts += 1;
                parts.insert(part);
            }
            wholes.insert(text);
            if parts.len() > MOST_OPTIONS {
                return None;
            }
        }
        let short = parts.iter().all(|p| p.chars().count() <= 160);
        // Lists of few options that come back; sentences with commas have parts that never do.
        let lists = split > 0 && split * 10 >= count && parts.len() < wholes.len().max(2) + 1;
        let again = all_parts >= parts.len() * 2 || (split > 1 && all_parts > parts.len() + 1);
        (short && lists && again && parts.len() > 1).then(|| {
            let spaced = format!(" {sign} ");
            let is_spaced =
                cells().all(|cell| cell.text().matches(sign).count() == cell.text().matches(&spaced).count());
            let sign = if is_spaced { spaced.as_str() } else { sign };
            let mut options: Vec<String> = parts.into_iter().collect();
            options.sort_by_cached_key(|o| alphabetical(o));
            (sign.to_owned(), options)
        })
    })
}

/// What is unsure about a separator: a comma stands in texts, too, and where a part in small letters only ever follows another
/// part, both are one option.
fn doubt_of_separator(table: &Table<'_>, heading: &Heading, separator: &str) -> Option<Message> {
    let small = |part: &str| part.chars().next().is_some_and(char::is_lowercase);
    let cells = heading.columns.iter().flat_map(|column| table.filled(*column)).map(|filled| filled.cell.text());
    let lists: Vec<Vec<String>> = cells.map(|cell| cell.split(separator).map(crate::read::plain).collect()).collect();
    let parts: BTreeSet<&String> = lists.iter().flatten().filter(|part| small(part)).collect();
    let begins = |part: &&&String| lists.iter().any(|list| list.first() == Some(**part));
    let mixed = lists.iter().flatten().any(|part| !small(part));
    let inside: Vec<String> =
        parts.iter().filter(|part| mixed && !begins(part)).map(|part| crate::diagnostic::shown(part)).collect();
    if !inside.is_empty() {
        return Some(msg!("unsure-separator", parts = joined(inside, ", ")));
    }
    (separator == ",").then(|| msg!("unsure-comma"))
}
