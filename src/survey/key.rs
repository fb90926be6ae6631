//! What the values in the columns of a table mean, as far as a list of labels says it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::alike;
use crate::study;
use crate::wording::joined;

/// What the values of a table's columns mean.
#[derive(Debug, Default)]
pub(super) struct Key {
    by_column: BTreeMap<usize, BTreeMap<String, Meaning>>,
}

/// What a value means.
#[derive(Debug)]
pub(super) struct Meaning {
    /// In words.
    pub(super) label: String,
    /// The question that the list gives it for.
    pub(super) question: String,
    /// Where it does.
    pub(super) place: Place,
    /// How the column goes with the question.
    pub(super) fit: Fit,
}

/// How a column goes with a question that a list gives labels for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is called as the question, or as a part of it that the list knows.
    Exact,
    /// Its name begins with the question's, and no column is called as that.
    Beginning,
    /// Its name begins with the question's, and another column is called as that.
    Another,
}

impl Fit {
    pub(super) fn of(is_exact: bool, is_anothers: impl FnOnce() -> bool) -> Self {
        match is_exact {
            true => Self::Exact,
            false if is_anothers() => Self::Another,
            false => Self::Beginning,
        }
    }
}

impl Key {
    /// What a text in a column means, where the key says it.
    pub(super) fn meaning(&self, column: usize, text: &str) -> Option<&String> {
        self.of(column, text).map(|meaning| &meaning.label)
    }

    /// What values of a column mean by labels that are the column's own.
    pub(super) fn own(&self, column: usize) -> impl Iterator<Item = (&str, &Meaning)> {
        let meanings = self.by_column.get(&column).into_iter().flatten();
        meanings.filter(|(_, meaning)| meaning.fit != Fit::Another).map(|(value, meaning)| (value.as_str(), meaning))
    }

    /// What a text means by a label that is the column's own.
    pub(super) fn own_meaning(&self, column: usize, text: &str) -> Option<&Meaning> {
        self.of(column, text).filter(|meaning| meaning.fit != Fit::Another)
    }

    fn of(&self, column: usize, text: &str) -> Option<&Meaning> {
        let own = self.by_column.get(&column)?;
        own.get(text).or_else(|| own.get(whole(text)?))
    }

    /// All labels of a column; `None` where the key has nothing on it.
    pub(super) fn labels(&self, column: usize) -> Option<impl Iterator<Item = &str>> {
        Some(self.by_column.get(&column)?.values().map(|meaning| meaning.label.as_str()))
    }

    /// Keeps what a value of a column means, instead of what was known of it.
    pub(super) fn learn(&mut self, column: usize, value: &str, meaning: Meaning) {
        self.by_column.entry(column).or_default().insert(value.to_owned(), meaning);
    }

    /// Adds what another key says. Where they differ on a value, nobody can tell which is meant: both labels stand there.
    pub(super) fn extend(&mut self, other: Self) {
        for (column, meanings) in other.by_column {
            let own = self.by_column.entry(column).or_default();
            for (value, meaning) in meanings {
                match own.entry(value) {
                    Entry::Vacant(new) => drop(new.insert(meaning)),
                    Entry::Occupied(mut known) if known.get().label != meaning.label => {
                        let both = format!("{} / {}", known.get().label, meaning.label);
                        known.get_mut().label = both;
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
    }

    /// Reports values of columns that mean the same by one question of the list: they would be counted as one answer.
    pub(super) fn report_doubles(&self, columns: impl Iterator<Item = usize>, messages: &mut Diagnostics) {
        let mut found: BTreeSet<Diagnostic> = BTreeSet::new();
        for meanings in columns.filter_map(|column| self.by_column.get(&column)) {
            let mut seen: BTreeMap<(&str, String), (&str, &Meaning)> = BTreeMap::new();
            let mut ordered: Vec<(&String, &Meaning)> = meanings.iter().collect();
            ordered.sort_by_key(|(_, meaning)| &meaning.place);
            for (value, meaning) in ordered {
                match seen.entry((&meaning.question, alike(&meaning.label))) {
                    Entry::Vacant(first) => drop(first.insert((value, meaning))),
                    Entry::Occupied(first) => drop(found.insert(double((value, meaning), *first.get()))),
                }
            }
        }
        messages.push_all(&found);
    }
}

fn double((value, own): (&str, &Meaning), (earlier, first): (&str, &Meaning)) -> Diagnostic {
    let (question, label, other) = (shown(&own.question), shown(&own.label), first.place.clone());
    let message = msg!("values-with-one-label", value = shown(value), question, label, earlier = shown(earlier), other);
    Diagnostic::error(own.place.clone(), message)
}

/// A whole number without its decimals, as LimeSurvey writes them: `1` of `1.0000000000`.
fn whole(text: &str) -> Option<&str> {
    let (number, decimals) = text.split_once(['.', ','])?;
    let is_whole = !number.is_empty() && !decimals.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && decimals.bytes().all(|byte| byte == b'0')).then_some(number)
}

/// Letters and digits alone, in lower case: what stands between words is spelled in several ways.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Reports values that a question declares as one of its answers and that the key gives another meaning: one of the two is wrong.
pub(super) fn report_contradicted(
    key: &Key,
    question: &str,
    columns: impl Iterator<Item = usize>,
    written: &study::Written,
    messages: &mut Diagnostics,
) {
    let columns: Vec<usize> = columns.collect();
    for (answer, value) in written.all.iter().filter(|(answer, value)| *answer != value.value) {
        let meaning = columns.iter().find_map(|column| key.by_column.get(column)?.get(&value.value));
        let Some(meaning) = meaning.filter(|meaning| alike(&meaning.label) != alike(answer)) else { continue };
        let (question, answer, label) = (shown(question), shown(answer), shown(&meaning.label));
        let message =
            msg!("value-means-two", question, value = shown(&value.value), answer, label, other = &meaning.place);
        messages.push(Diagnostic::error(value.place.clone(), message));
    }
}

/// Tells of labels of a key that are none of the answers that a question declares.
pub(super) fn report_foreign(
    key: &Key,
    question: &str,
    columns: impl Iterator<Item = usize>,
    answers: &[String],
    place: &Place,
    messages: &mut Diagnostics,
) {
    let known: BTreeSet<String> = answers.iter().map(|answer| bare(answer)).collect();
    let labels: BTreeSet<&str> = columns.filter_map(|column| key.labels(column)).flatten().collect();
    let foreign: Vec<String> = labels.into_iter().filter(|l| !known.contains(&bare(l))).map(shown).collect();
    if foreign.is_empty() {
        return;
    }
    let message = msg!("labels-undeclared", question = shown(question), labels = joined(foreign, ", "));
    messages.push(Diagnostic::notice(place.clone(), message));
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_numbers_lose_their_decimals() {
        for (text, expected) in [
            ("1.0000000000", Some("1")),
            ("12,0", Some("12")),
            ("1.5000000000", None),
            ("1", None),
            ("1.", None),
            (".0", None),
            ("1.0.0", None),
            ("A1.0", None),
            ("-oth-", None),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
    }
}
