//! Closed questions: columns that share a stem, or one column with few answers; their form, scale and follow-ups.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Table;
use super::words;
use crate::input::mark;
use crate::wording::alphabetical;

/// The most answers that a scale has.
const MOST_ANSWERS: usize = 10;

/// The most options that are joined in a cell.
const MOST_OPTIONS: usize = 60;

/// A column, or the columns of all blocks that share a pattern.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The name, with `{n}` for the number of a block.
    pub pattern: String,
    /// The name without the block's words.
    pub bare: String,
    /// The columns.
    pub columns: Vec<usize>,
}

/// What the columns of a question look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One column per option, marked.
    Ticked,
    /// Several answers in a cell, joined by a sign.
    Joined(String),
    /// One column per item, each on a scale.
    Items,
    /// One answer.
    Choice,
}

impl Form {
    /// The key of study files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Ticked => "ticked",
            Self::Joined(_) => "joined",
            Self::Items => "items",
            Self::Choice => "choice",
        }
    }
}

/// A question as drafted.
#[derive(Clone, Debug)]
pub struct QuestionDraft {
    /// Its id.
    pub id: String,
    /// The question's own words.
    pub stem: String,
    /// Its form.
    pub form: Form,
    /// The column, or the pattern with `{option}`.
    pub pattern: String,
    /// Options, in the order of the columns or of the alphabet.
    pub options: Vec<String>,
    /// The answers of its scale, in order.
    pub answers: Vec<String>,
    /// The answers that reports count.
    pub counted: Vec<String>,
    /// Whether it stands in a long sheet of interventions.
    pub per_intervention: bool,
    /// The earlier question and answer that lead to it.
    pub asked_if: Option<(String, String)>,
    /// What is unsure.
    pub doubt: Option<String>,
    /// Its columns.
    pub columns: Vec<usize>,
}

/// Question, number and meaning, as a key sheet lists them.
pub type Labels = Vec<(String, String, String)>;

/// The questions of headings, in their order, and the headings that are none.
pub fn questions(
    table: &Table<'_>,
    headings: &[Heading],
    labels: &Labels,
    per_intervention: bool,
) -> (Vec<QuestionDraft>, Vec<Heading>) {
    let (mut found, mut left) = (Vec::new(), Vec::new());
    let mut rest = headings;
    while let Some(first) = rest.first() {
        let group = group(rest);
        let (members, after) = rest.split_at(group.as_ref().map_or(1, |g| g.size));
        rest = after;
        let question = match &group {
            Some(group) => of_group(table, group, members, labels),
            None => of_one(table, first, labels),
        };
        match question {
            Some(question) => found.push(QuestionDraft { per_intervention, ..question }),
            None => left.extend(members.iter().cloned()),
        }
    }
    for index in 0..found.len() {
        let (earlier, later) = found.split_at_mut(index);
        if let Some(question) = later.first_mut() {
            distinguish(question, earlier);
            question.asked_if = follows(table, question, earlier, labels);
        }
    }
    (found, left)
}

/// Headings that share a stem, from the first on.
struct Group {
    stem: String,
    opens: &'static str,
    closes: &'static str,
    size: usize,
}

/// What stands between a question and an option, and behind the option.
const SEPARATORS: [(&str, &str); 9] = [
    (" – ", ""),
    (" — ", ""),
    (" - ", ""),
    (" / ", ""),
    (": ", ""),
    (" | ", ""),
    (" [", "]"),
    (" (", ")"),
    (" → ", ""),
];

/// The longest stem that the first heading shares with those behind it.
fn group(headings: &[Heading]) -> Option<Group> {
    let first = &headings.first()?.bare;
    let mut best: Option<Group> = None;
    for (opens, closes) in SEPARATORS {
        for (at, _) in first.match_indices(opens) {
            let stem = &first[..at];
            let shares = |heading: &&Heading| {
                let option = heading.bare.strip_prefix(stem).and_then(|rest| rest.strip_prefix(opens));
                option.and_then(|option| option.strip_suffix(closes)).is_some_and(|option| !option.is_empty())
            };
            let size = headings.iter().take_while(shares).count();
            let longer = best.as_ref().is_none_or(|b| stem.len() > b.stem.len());
            if size > 1 && longer {
                best = Some(Group { stem: stem.to_owned(), opens, closes, size });
            }
        }
    }
    best
}

fn of_group(table: &Table<'_>, group: &Group, members: &[Heading], labels: &Labels) -> Option<QuestionDraft> {
    let first = members.first()?;
    let option = |heading: &Heading| {
        let from = group.stem.len() + group.opens.len();
        heading.bare.get(from..heading.bare.len() - group.closes.len()).map(str::to_owned)
    };
    let columns: Vec<usize> = members.iter().flat_map(|m| m.columns.iter().copied()).collect();
    let found = answers(table, &columns, labels, MOST_ANSWERS)?;
    let marks = found.iter().all(|answer| mark(answer).is_some());
    let words_only =
        !found.is_empty() && found.iter().all(|a| matches!(a.to_lowercase().as_str(), "ja" | "nej" | "yes" | "no"));
    let ticked = marks && !(words_only && words::asks_yes_or_no(&group.stem));
    if !ticked && found.len() > columns.len() * table.rows.len() / 2 {
        return None;
    }
    let doubt = match () {
        () if found.is_empty() => Some("no cell is filled in; it may have another form".to_owned()),
        () if words_only && ticked => Some("Ja and Nej are read as marks; the form may also be \"items\"".to_owned()),
        () => None,
    };
    let answers = if ticked { Vec::new() } else { in_order(found, labels, &first.pattern) };
    let pattern = format!("{}{}{{option}}{}", group.stem, group.opens, group.closes);
    Some(QuestionDraft {
        id: words::question_id(&group.stem),
        stem: group.stem.clone(),
        form: if ticked { Form::Ticked } else { Form::Items },
        pattern: first.pattern.replacen(&first.bare, &pattern, 1),
        options: members.iter().filter_map(option).collect(),
        counted: counted(&answers),
        answers,
        per_intervention: false,
        asked_if: None,
        doubt,
        columns,
    })
}

/// One column: several answers in a cell, or one of few.
fn of_one(table: &Table<'_>, heading: &Heading, labels: &Labels) -> Option<QuestionDraft> {
    let draft = |form, options, answers, doubt| QuestionDraft {
        id: words::question_id(&heading.bare),
        stem: heading.bare.clone(),
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
    if let Some((separator, options)) = joined(table, &heading.columns) {
        return Some(draft(Form::Joined(separator), options, Vec::new(), None));
    }
    let found = answers(table, &heading.columns, labels, MOST_ANSWERS)?;
    let count = heading.columns.iter().map(|c| table.values(*c).count()).sum::<usize>();
    let known = found.iter().filter(|a| words::answer_rank(a).is_some()).count();
    let numbers = found.iter().all(|a| a.replace([' ', ',', '.', '-'], "").chars().all(|c| c.is_ascii_digit()));
    let repeated = count >= found.len() * 2 || known * 2 > found.len();
    if found.is_empty() || numbers || !repeated || found.iter().any(|a| a.chars().count() > 160) {
        return None;
    }
    let unsure = known == 0 && count < found.len() * 4;
    let doubt = unsure.then(|| format!("{} different answers in {count} cells; it may be free text", found.len()));
    let answers = in_order(found, labels, &heading.pattern);
    Some(draft(Form::Choice, Vec::new(), answers, doubt))
}

/// The answers in columns, numbers by their meaning; `None` where there are more than a scale has.
fn answers(table: &Table<'_>, columns: &[usize], labels: &Labels, most: usize) -> Option<BTreeSet<String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for column in columns {
        let name = table.names.get(*column).map_or("", String::as_str);
        for value in table.values(*column) {
            let meaning = meaning(labels, name, value).unwrap_or_else(|| value.to_owned());
            found.entry(meaning.to_lowercase()).or_insert(meaning);
            if found.len() > most {
                return None;
            }
        }
    }
    Some(found.into_values().collect())
}

fn meaning(labels: &Labels, name: &str, value: &str) -> Option<String> {
    let fitting = labels.iter().filter(|(question, number, _)| number == value && name.starts_with(question.as_str()));
    fitting.max_by_key(|(question, ..)| question.len()).map(|(.., meaning)| meaning.clone())
}

/// Answers in the order of their key, of the scales that questionnaires use, or of the alphabet with the rest last.
fn in_order(found: BTreeSet<String>, labels: &Labels, name: &str) -> Vec<String> {
    let keyed: Vec<&String> = labels.iter().filter(|(q, ..)| name.starts_with(q.as_str())).map(|(.., m)| m).collect();
    let mut answers: Vec<String> = found.into_iter().collect();
    answers.extend(keyed.iter().filter(|m| !answers.contains(m)).map(|m| (*m).clone()).collect::<BTreeSet<_>>());
    let ranked = answers.iter().filter(|a| words::answer_rank(a).is_some()).count() * 2 > answers.len();
    let rest = |answer: &str| ["annat", "annan", "övrig", "other"].iter().any(|w| answer.to_lowercase().starts_with(w));
    answers.sort_by_cached_key(|answer| {
        let key = keyed.iter().position(|m| *m == answer).unwrap_or(0);
        let rank = if ranked { words::answer_rank(answer).unwrap_or(usize::MAX) } else { usize::from(rest(answer)) };
        (key, rank, alphabetical(answer))
    });
    answers
}

/// Of yes and no, reports count the yes.
fn counted(answers: &[String]) -> Vec<String> {
    let yes = answers.iter().find(|a| matches!(a.to_lowercase().as_str(), "ja" | "yes"));
    yes.into_iter().cloned().collect()
}

/// The sign that joins several answers in a cell, and the options that occur, in the order of the alphabet.
fn joined(table: &Table<'_>, columns: &[usize]) -> Option<(String, Vec<String>)> {
    const SIGNS: [&str; 4] = ["\n", ";", "|", ","];
    let cells = || columns.iter().flat_map(|column| table.filled(*column)).map(|filled| filled.cell);
    SIGNS.into_iter().find_map(|sign| {
        let (mut wholes, mut split, mut count, mut parts) = (BTreeSet::new(), 0_usize, 0_usize, BTreeSet::new());
        let mut all_parts = 0_usize;
        for cell in cells() {
            let text = cell.text();
            count += 1;
            split += usize::from(text.contains(sign));
            for part in text.split(sign).map(crate::input::plain).filter(|p| !p.is_empty()) {
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
            let mut options: Vec<String> = parts.into_iter().collect();
            options.sort_by_cached_key(|o| alphabetical(o));
            (sign.to_owned(), options)
        })
    })
}

/// Gives a question an id that no earlier one has.
fn distinguish(question: &mut QuestionDraft, earlier: &[QuestionDraft]) {
    let taken = |id: &str| earlier.iter().any(|q| q.id == id);
    if taken(&question.id) {
        let free = (2..).map(|number| format!("{}_{number}", question.id)).find(|id| !taken(id));
        question.doubt = Some(format!("another question is called {}, too", question.id));
        question.id = free.unwrap_or_default();
    }
}

/// The nearest earlier question one of whose answers always stands where this one is answered, and seldom where it is not.
fn follows(
    table: &Table<'_>,
    question: &QuestionDraft,
    earlier: &[QuestionDraft],
    labels: &Labels,
) -> Option<(String, String)> {
    if question.per_intervention || question.pattern.contains("{n}") {
        return None;
    }
    let says = |row: usize, column: &usize| {
        let cell = table.cell(row, *column);
        !cell.is_blank() && (question.form != Form::Ticked || mark(&cell.text()) == Some(true))
    };
    let answered: Vec<bool> =
        table.rows.iter().map(|row| question.columns.iter().any(|column| says(*row, column))).collect();
    let blank = answered.iter().filter(|a| !**a).count();
    let given = answered.len() - blank;
    if blank == 0 || given < 2 {
        return None;
    }
    earlier.iter().rev().filter(|q| !q.answers.is_empty() && !q.pattern.contains("{n}")).find_map(|condition| {
        condition.answers.iter().find_map(|answer| {
            let has = |row: usize| {
                condition.columns.iter().any(|column| {
                    let name = table.names.get(*column).map_or("", String::as_str);
                    let value = crate::input::tidy(table.cell(row, *column));
                    let value = meaning(labels, name, &value).unwrap_or(value);
                    value.to_lowercase() == answer.to_lowercase()
                })
            };
            let led: Vec<bool> = table.rows.iter().map(|row| has(*row)).collect();
            let leads = led.iter().filter(|l| **l).count();
            let only_then = answered.iter().zip(&led).all(|(answered, led)| !answered || *led);
            let nearly_always = given * 10 >= leads * 7;
            (only_then && nearly_always && leads < led.len()).then(|| (condition.id.clone(), answer.clone()))
        })
    })
}
