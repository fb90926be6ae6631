//! The answers of closed questions, and their order.

use std::collections::{BTreeMap, BTreeSet};

use super::label_list::Labels;
use super::table::Table;
use super::words;
use crate::read::marks::is_not_shown;
use crate::wording::alphabetical;

/// The most answers that a scale has.
pub const MOST_ANSWERS: usize = 10;

/// The answers in columns, numbers by their meaning; `None` where there are more than a scale has.
pub fn answers(table: &Table<'_>, columns: &[usize], labels: &Labels, most: usize) -> Option<BTreeSet<String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for column in columns {
        let name = table.names.get(*column).map_or("", String::as_str);
        for value in table.values(*column) {
            if is_not_shown(value) {
                continue;
            }
            let meaning = meaning(labels, name, value).or_else(|| table.meaning(*column, value));
            let meaning = meaning.unwrap_or_else(|| value.to_owned());
            found.entry(meaning.to_lowercase()).or_insert(meaning);
            if found.len() > most {
                return None;
            }
        }
    }
    Some(found.into_values().collect())
}

/// What a number means, by the key of the question that begins the name.
pub fn meaning(labels: &Labels, name: &str, value: &str) -> Option<String> {
    let fitting = labels.iter().filter(|(question, number, _)| number == value && name.starts_with(question.as_str()));
    fitting.max_by_key(|(question, ..)| question.len()).map(|(.., meaning)| meaning.clone())
}

/// Answers in the order of their key, of the scales that questionnaires use, or of the alphabet with the rest last.
pub fn in_order(found: BTreeSet<String>, labels: &Labels, name: &str) -> Vec<String> {
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
pub fn counted(answers: &[String]) -> Vec<String> {
    let yes = answers.iter().find(|a| matches!(a.to_lowercase().as_str(), "ja" | "yes"));
    yes.into_iter().cloned().collect()
}
