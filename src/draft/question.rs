//! Closed questions: columns that share a stem, or one column with few answers; their form, scale and follow-ups.

use std::collections::{BTreeMap, BTreeSet};

use super::block::folded;
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
    tell_mentions(&mut found);
    for index in 0..found.len() {
        let (earlier, later) = found.split_at_mut(index);
        if let Some(question) = later.first_mut() {
            distinguish(question, earlier);
            question.asked_if = follows(table, question, earlier, labels);
            if question.asked_if.is_some() && question.doubt.is_none() {
                question.doubt = Some("a follow-up by what the cells say; look in the questionnaire".to_owned());
            }
        }
    }
    (found, left)
}

/// Columns that differ by a number alone and have the same answers are several mentions of one question: `Svar 1`, `Svar 2`.
fn tell_mentions(found: &mut [QuestionDraft]) {
    let mut told: Vec<usize> = Vec::new();
    for (index, question) in found.iter().enumerate().filter(|(_, q)| q.form == Form::Choice) {
        let numbered = question.stem.chars().any(|c| c.is_ascii_digit());
        let twin = |other: &QuestionDraft| {
            let shared = other.answers.iter().filter(|answer| question.answers.contains(answer)).count();
            other.form == Form::Choice
                && other.stem != question.stem
                && folded(&other.stem) == folded(&question.stem)
                && shared * 2 >= other.answers.len().min(question.answers.len())
        };
        if numbered && found.iter().any(twin) {
            told.push(index);
        }
    }
    for index in told {
        let Some(question) = found.get_mut(index) else { continue };
        let doubt = "other columns differ by a number alone and hold the same answers; they may be several mentions of one question";
        question.doubt = Some(doubt.to_owned());
    }
}

/// Headings that share a stem, from the first on.
struct Group {
    stem: String,
    opens: &'static str,
    closes: &'static str,
    size: usize,
    /// Names with the stem in another spelling.
    odd: Vec<String>,
}

/// What stands between a question and an option, and behind the option.
const SEPARATORS: [(&str, &str); 10] = [
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
];

/// The longest stem that the first heading shares with those behind it.
fn group(headings: &[Heading]) -> Option<Group> {
    let first = &headings.first()?.bare;
    let mut best: Option<Group> = None;
    for (opens, closes) in SEPARATORS {
        for (at, _) in first.match_indices(opens) {
            let stem = &first[..at];
            if stem.ends_with(' ') {
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
    let ends = SEPARATORS.iter().flat_map(|(opens, _)| name.match_indices(opens.trim_end()).map(|(at, _)| at));
    wanted.chars().count() > 3 && ends.into_iter().any(|at| folded(&name[..at]) == wanted)
}

fn of_group(table: &Table<'_>, group: &Group, members: &[Heading], labels: &Labels) -> Option<QuestionDraft> {
    let first = members.first()?;
    let option = |heading: &Heading| {
        let from = group.stem.len() + group.opens.len();
        heading.bare.get(from..heading.bare.len() - group.closes.len()).map(str::to_owned)
    };
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
        () if !odd.is_empty() => Some(format!("{} is spelt otherwise than \"{pattern}\"", odd.join(", "))),
        () if blank => Some("no cell is filled in; it may have another form".to_owned()),
        () if words_only && ticked => Some("Ja and Nej are read as marks; the form may also be \"items\"".to_owned()),
        () if !ticked && known * 2 <= found.len() => Some("the answers are of no scale that is known".to_owned()),
        () => None,
    };
    let answers = if ticked { Vec::new() } else { in_order(found, labels, &first.pattern) };
    Some(QuestionDraft {
        id: words::question_id(&group.stem),
        stem: group.stem.clone(),
        form: if ticked { Form::Ticked } else { Form::Items },
        pattern,
        options: members.iter().filter(|m| !is_odd(m)).filter_map(option).collect(),
        counted: counted(&answers),
        answers,
        per_intervention: false,
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
    if words::names_record(&heading.bare) {
        return None;
    }
    if let Some((separator, options)) = joined(table, &heading.columns) {
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
        () if silent.is_some() => Some("an answer consists of signs alone; look what the value means".to_owned()),
        () if found.len() == 1 => Some("all answers are the same; others may have been possible".to_owned()),
        () if known == 0 && count < found.len() * 4 => {
            Some(format!("{} different answers in {count} cells; it may be free text", found.len()))
        }
        () => None,
    };
    let answers = in_order(found, labels, &heading.pattern);
    Some(draft(Form::Choice, Vec::new(), answers, doubt))
}

/// The answers in columns, numbers by their meaning; `None` where there are more than a scale has.
fn answers(table: &Table<'_>, columns: &[usize], labels: &Labels, most: usize) -> Option<BTreeSet<String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for column in columns {
        let name = table.names.get(*column).map_or("", String::as_str);
        for value in table.values(*column) {
            // A tool writes so where a question was not shown.
            if value == "N/A" {
                continue;
            }
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

/// What is unsure about a separator: a comma stands in texts, too, and where a part in small letters only ever follows another
/// part, both are one option.
fn doubt_of_separator(table: &Table<'_>, heading: &Heading, separator: &str) -> Option<String> {
    let small = |part: &str| part.chars().next().is_some_and(char::is_lowercase);
    let cells = heading.columns.iter().flat_map(|column| table.filled(*column)).map(|filled| filled.cell.text());
    let lists: Vec<Vec<String>> = cells.map(|cell| cell.split(separator).map(crate::input::plain).collect()).collect();
    let parts: BTreeSet<&String> = lists.iter().flatten().filter(|part| small(part)).collect();
    let begins = |part: &&&String| lists.iter().any(|list| list.first() == Some(**part));
    let mixed = lists.iter().flatten().any(|part| !small(part));
    let inside: Vec<String> =
        parts.iter().filter(|part| mixed && !begins(part)).map(|part| crate::diagnostic::shown(part)).collect();
    if !inside.is_empty() {
        return Some(format!(
            "the separator seems to stand inside options, too: {} never stands first; declare the options whole with \"options\"",
            inside.join(", ")
        ));
    }
    (separator == ",").then(|| "a comma may stand inside options, too; then declare the options whole".to_owned())
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
