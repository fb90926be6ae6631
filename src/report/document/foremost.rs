//! The notices of the first page: each kind once, what was merely left blank last.

use super::{as_sentence, place};
use crate::diagnostic::{Diagnostic, folds};
use crate::wording::Language;

/// A kind of notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foremost {
    /// What was found first.
    pub found: String,
    /// Where.
    pub place: String,
    /// How many more of this kind there are.
    pub more: usize,
}

/// Numbers that are wrong in print come first.
const FIRST: [&str; 2] = ["claims-fail", "printed-otherwise"];

/// What somebody did not fill in comes last: there is much of it in every year.
const LAST: [&str; 6] = [
    "numbers-left-blank",
    "no-option-ticked",
    "options-left-blank",
    "answers-left-blank",
    "follow-up-left-blank",
    "cells-not-shown",
];

/// The kinds of notices, worst first, then those that weigh most.
pub(super) fn foremost(notices: &[Diagnostic], language: Language) -> Vec<Foremost> {
    let weight = |name: &str| match name {
        name if FIRST.contains(&name) => 0,
        name if LAST.contains(&name) => 2,
        _ => 1,
    };
    let mut kinds = folds(notices);
    kinds.sort_by_key(|kind| (kind.first.severity, weight(kind.first.name())));
    let told = kinds.iter().map(|kind| {
        let [found, ..] = kind.first.told(language);
        let (found, place) = (as_sentence(&found, language), place(kind.first, language));
        Foremost { found, place, more: kind.others.len() }
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::msg;
    use crate::wording::help_text;

    #[test]
    fn names_are_those_of_messages() {
        for name in FIRST.into_iter().chain(LAST) {
            assert!(help_text(Language::English, name, Some("todo")).is_some(), "{name}");
        }
    }

    #[test]
    fn what_is_wrong_comes_before_what_is_blank_and_kinds_are_told_once() {
        let at = |message| Diagnostic::notice(Place::file("a.xlsx"), message);
        let blank = |text: &str| at(msg!("numbers-left-blank", blank = text));
        let claims =
            Diagnostic::notice(Place::file("claims.csv"), msg!("claims-fail", count = 3_usize, number = 3_usize));
        let warning = Diagnostic::warning(Place::file("b.xlsx"), msg!("numbers-left-blank", blank = "d"));
        let all = [warning, blank("a"), blank("b"), blank("c"), claims];
        let told = foremost(&all, Language::English);
        let short: Vec<_> = told.iter().map(|own| (&*own.place, own.more)).collect();
        assert_eq!(short, [("b.xlsx", 0), ("claims.csv", 0), ("a.xlsx", 2)]);
        assert_eq!(told[2].found, "A");
    }
}
