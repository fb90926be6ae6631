//! Folding messages that say the same of several places.

use std::collections::BTreeMap;

use super::{Diagnostic, Diagnostics};
use crate::wording::Language;

/// Messages that say the same, worst and first in the order of places.
#[derive(Clone, Debug)]
pub struct Fold<'a> {
    /// The one that stands for all.
    pub first: &'a Diagnostic,
    /// The others, in the order of their places.
    pub others: Vec<&'a Diagnostic>,
}

/// All messages, worst first, those of one file and sheet that differ only in names, numbers and quoted values in one fold.
pub fn folded(messages: &Diagnostics) -> Vec<Fold<'_>> {
    let mut folds: Vec<Fold<'_>> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for message in messages.sorted() {
        let words = match message.message() {
            Some(named) => named.names().iter().map(|name| (*name).to_owned()).collect(),
            None => message.told(Language::English).map(|text| skeleton(&text)).to_vec(),
        };
        let key = (message.severity, message.follows, &*message.place.file, message.place.sheet.as_deref(), words);
        match known.get(&key) {
            Some(index) => folds[*index].others.push(message),
            None => {
                known.insert(key, folds.len());
                folds.push(Fold { first: message, others: Vec::new() });
            }
        }
    }
    folds
}

/// What stays of a sentence without what it says it about: quoted values, names, numbers, kinds of authorities.
fn skeleton(text: &str) -> String {
    const KINDS: [&str; 5] = ["kommun", "stad", "län", "läns", "regionen"];
    let mut bare = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for sign in text.chars() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            sign => bare.push(sign),
        }
    }
    let names = |word: &&str| !word.contains(|c: char| c.is_uppercase() || c.is_numeric()) && !KINDS.contains(word);
    bare.split_whitespace().filter(names).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Spot};
    use super::*;

    fn at(row: usize, found: &str) -> Diagnostic {
        let spot = Spot::cell(row, 1);
        Diagnostic::error(Place { spot, ..Place::file("a.xlsx") }, found)
    }

    #[test]
    fn what_differs_only_in_names_and_values_is_folded() {
        let mut messages = Diagnostics::new();
        messages.push(Diagnostic::notice(Place::file("a.xlsx"), "something"));
        messages.push(at(1, "\"ca 5\" cannot be read as the used funds of KUK-001-1"));
        messages.push(at(2, "\"6 (\\\"prel\\\") a\" cannot be read as the used funds of KUK-002-1"));
        messages.push(at(3, "Upplands Väsby kommun answers twice"));
        messages.push(at(4, "Ale answers twice"));
        let folds = folded(&messages);
        let counts: Vec<_> = folds.iter().map(|f| f.others.len()).collect();
        assert_eq!(counts, [1, 1, 0]);
        assert!(folds[1].first.told(Language::English)[0].starts_with("Upplands"));
    }

    #[test]
    fn other_files_and_other_sentences_are_folds_of_their_own() {
        let mut messages = Diagnostics::new();
        messages.push(at(1, "the recipient is missing"));
        messages.push(Diagnostic::error(Place::line("b.csv", 2), "the recipient is missing"));
        messages.push(at(2, "the id is missing"));
        assert_eq!(folded(&messages).len(), 3);
    }
}
