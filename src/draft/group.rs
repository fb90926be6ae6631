//! Questions whose options or items have a column each.

use std::collections::BTreeSet;

use super::answers::{MOST_ANSWERS, answers, counted, in_order};
use super::block::folded;
use super::label_list::Labels;
use super::layout::Joint;
use super::question::{Form, Heading, QuestionDraft};
use super::table::Table;
use super::words;
use crate::msg;
use crate::read::mark;
use crate::wording::joined;

/// Headings that share a stem, from the first on.
pub struct Group {
    /// What they share: the question's own words.
    pub stem: String,
    opens: &'static str,
    closes: &'static str,
    /// How many headings share it.
    pub size: usize,
    /// Names with the stem in another spelling.
    odd: Vec<String>,
}

/// What stands between a question and an option, and behind the option, in most exports.
const SEPARATORS: [Joint; 11] = [
    (" – ", ""),
    (" — ", ""),
    (" - ", ""),
    (" / ", ""),
    (": ", ""),
    (" | ", ""),
    (" [", "]"),
    (" (", ")"),
    (" → ", ""),
    ("[", "]"),
    (ASKED, ""),
];

/// What stands between a question and an option where nothing but its question mark parts them.
const ASKED: &str = " ";

impl Group {
    /// The option of one of its headings.
    pub fn option(&self, heading: &Heading) -> Option<String> {
        let from = self.stem.len() + self.opens.len();
        heading.bare.get(from..heading.bare.len() - self.closes.len()).map(str::to_owned)
    }
}

/// The longest stem that the first heading shares with those behind it.
pub fn group(headings: &[Heading], joints: &[Joint]) -> Option<Group> {
    let first = &headings.first()?.bare;
    let mut best: Option<Group> = None;
    for (opens, closes) in joints.iter().copied().chain(SEPARATORS) {
        for (at, _) in first.match_indices(opens) {
            let stem = &first[..at];
            if stem.ends_with(' ') || opens == ASKED && !stem.ends_with('?') {
                continue;
            }
            let shares = |heading: &&Heading| {
                let option = heading.bare.strip_prefix(stem).and_then(|rest| rest.strip_prefix(opens));
                option.and_then(|option| option.strip_suffix(closes)).is_some_and(|option| !option.is_empty())
            };
            // The same words with other capitals or signs belong to the question, too.
            let nearly = |heading: &&Heading| shares(heading) || is_nearly(&heading.bare, stem);
            let size = headings.iter().take_while(nearly).count();
            let odd: Vec<String> =
                headings.iter().take(size).filter(|h| !shares(h)).map(|h| h.pattern.clone()).collect();
            let longer = best.as_ref().is_none_or(|b| stem.len() > b.stem.len());
            if size > 1 && longer {
                best = Some(Group { stem: stem.to_owned(), opens, closes, size, odd });
            }
        }
    }
    best
}

/// Whether a name has a stem before a separator, in another spelling.
fn is_nearly(name: &str, stem: &str) -> bool {
    let wanted = folded(stem);
    let signs = SEPARATORS.iter().map(|(opens, _)| opens.trim_end()).filter(|sign| !sign.is_empty());
    let mut ends = signs.flat_map(|sign| name.match_indices(sign).map(|(at, _)| at));
    wanted.chars().count() > 3 && ends.any(|at| folded(&name[..at]) == wanted)
}

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
    let is_code = |text: &String| text.bytes().all(|b| b.is_ascii_digit());
    let codes = table.layout.is_some() && members.iter().filter_map(option).all(|text| is_code(&text));
    let pattern = format!("{}{}{{option}}{}", group.stem, group.opens, group.closes);
    let pattern = first.pattern.replacen(&first.bare, &pattern, 1);
    let doubt = match () {
        () if !odd.is_empty() => Some(msg!("unsure-spelling", names = joined(odd, ", "), pattern = pattern.as_str())),
        () if codes => Some(msg!("unsure-option-codes")),
        () if blank => Some(msg!("unsure-blank")),
        () if words_only && ticked => Some(msg!("unsure-yes-as-marks")),
        () if !ticked && known * 2 <= found.len() => Some(msg!("unsure-unknown-scale")),
        () => None,
    };
    let answers = if ticked { Vec::new() } else { in_order(found, labels, &first.pattern) };
    let stem = table.question(&group.stem);
    Some(QuestionDraft {
        id: words::question_id(stem),
        stem: stem.to_owned(),
        form: if ticked { Form::Ticked } else { Form::Items },
        pattern,
        options: members.iter().filter(|m| !is_odd(m)).filter_map(option).collect(),
        counted: counted(&answers),
        answers,
        per_intervention: false,
        other: None,
        asked_if: None,
        doubt,
        columns,
    })
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
