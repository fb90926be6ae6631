//! Folding messages that say the same of several places.

use std::collections::BTreeMap;

use super::{Diagnostic, Diagnostics};

/// Messages that say the same, worst and first in the order of places.
#[derive(Clone, Debug)]
pub struct Fold<'a> {
    /// The one that stands for all.
    pub first: &'a Diagnostic,
    /// The others, in the order of their places.
    pub others: Vec<&'a Diagnostic>,
}

/// All messages, worst first, those of one file and sheet that have one name, also in what they are said about, in one fold.
pub fn folded(messages: &Diagnostics) -> Vec<Fold<'_>> {
    folds(messages.sorted())
}

/// The same for messages that have an order of their own.
pub fn folds<'a>(messages: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Fold<'a>> {
    let mut folds: Vec<Fold<'_>> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for message in messages {
        // A list is one thing, however long it is.
        let mut names = message.message().names();
        names.dedup();
        let key = (message.severity, message.follows, &*message.place.file, message.place.sheet.as_deref(), names);
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

#[cfg(test)]
mod tests {
    use super::super::{Place, Spot};
    use super::*;
    use crate::wording::Message;

    fn at(row: usize, message: Message) -> Diagnostic {
        let spot = Spot::cell(row, 1);
        Diagnostic::error(Place { spot, ..Place::file("a.xlsx") }, message)
    }

    #[test]
    fn what_differs_only_in_what_it_is_said_about_is_folded() {
        let unreadable = |value: &'static str, why: &'static str| {
            Message::new("unreadable").with("value", value).with("expected", Message::new(why))
        };
        let mut messages = Diagnostics::new();
        messages.push(Diagnostic::notice(Place::file("a.xlsx"), Message::new("something")));
        messages.push(at(1, unreadable("ca 5", "one-amount")));
        messages.push(at(2, unreadable("6 (prel)", "one-amount")));
        messages.push(at(3, unreadable("-7", "no-negative")));
        let folds = folded(&messages);
        let counts: Vec<_> = folds.iter().map(|f| f.others.len()).collect();
        // Two of one kind, one that fails for another reason, and the notice.
        assert_eq!(counts, [1, 0, 0]);
    }

    #[test]
    fn other_files_and_other_messages_are_folds_of_their_own() {
        let mut messages = Diagnostics::new();
        messages.push(at(1, Message::new("recipient-missing")));
        messages.push(Diagnostic::error(Place::line("b.csv", 2), Message::new("recipient-missing")));
        messages.push(at(2, Message::new("id-missing")));
        assert_eq!(folded(&messages).len(), 3);
    }
}
