//! Questions that stand in one column.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{MOST_ANSWERS, answers, in_order};
use super::label_list::Labels;
use super::layout::{self, Layout};
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
        other: None,
        asked_if: None,
        doubt,
        columns: heading.columns.clone(),
    };
    if layout::names_record(&heading.bare) {
        return None;
    }
    if let Some((separator, options)) = joined_options(table, &heading.columns) {
        let doubt = match options.iter().find(|option| option.contains(&separator)) {
            Some(option) => Some(msg!("unsure-whole-options", option = crate::diagnostic::shown(option))),
            None => doubt_of_separator(table, heading, &separator),
        };
        let mut question = draft(Form::Joined(separator.clone()), options, Vec::new(), doubt);
        tell_own_words(table, &mut question, |text| parts_of(text, &separator));
        return Some(question);
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
    let mut question = draft(Form::Choice, Vec::new(), answers, doubt);
    tell_own_words(table, &mut question, |text| vec![text.to_owned()]);
    Some(question)
}

/// Tells of answers that stand once among others that come back, where what people write under "other" stands among them.
fn tell_own_words(table: &Table<'_>, question: &mut QuestionDraft, parts: impl Fn(&str) -> Vec<String>) {
    if !table.layout.is_some_and(Layout::has_own_words) {
        return;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let texts = question.columns.iter().flat_map(|column| table.values(*column));
    texts.flat_map(parts).for_each(|part| *counts.entry(part).or_default() += 1);
    let once: Vec<String> =
        counts.iter().filter(|(_, count)| **count == 1).map(|(part, _)| crate::diagnostic::shown(part)).collect();
    if !once.is_empty() && once.len() < counts.len() {
        question.doubt_also(msg!("unsure-own-words", texts = joined(once, ", ")));
    }
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
            for part in parts_of(&text, sign) {
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

/// The answers in a cell: behind a comma a small letter goes on with the same.
fn parts_of(text: &str, sign: &str) -> Vec<String> {
    let goes_on = |part: &str| sign == "," && part.trim_start().starts_with(char::is_lowercase);
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(sign) {
        match parts.last_mut() {
            Some(last) if goes_on(part) => last.push_str(&format!("{sign}{part}")),
            _ => parts.push(part.to_owned()),
        }
    }
    parts.iter().map(|part| crate::read::plain(part)).filter(|part| !part.is_empty()).collect()
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
