//! What bare numbers mean in the column that names the respondent: a number may be an id, or the code of a recipient, and the
//! same number both. One reading is decided for all of them; what could be meant otherwise is told.

use std::collections::BTreeSet;

use super::Named;
use super::known::{Known, is_number};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::register::{self, Level, Recipient};
use crate::survey::respondent::Whose;
use crate::wording::first_of;

/// What the numbers of a column are.
pub(super) struct Numbers {
    level: Level,
    are_ids: bool,
    /// Whether every one of them is a respondent's code, too.
    are_codes: bool,
    /// How long ids are that are numbers, where a shorter way of writing a code may be an id that is missing.
    ids: Option<(usize, usize)>,
}

impl Numbers {
    /// Ids, where all are ids or some are and not all are codes of respondents; else codes.
    pub(super) fn decide(level: Level, named: &[Named], known: &Known<'_>) -> Self {
        let numbers = || named.iter().filter(|one| is_number(&one.text));
        let is_id = |one: &Named| known.by_id(&one.id).is_some();
        let is_code = |one: &Named| register::find(level, &one.text).is_some_and(|r| known.by_recipient(r).is_some());
        let (all_ids, any_id) = (numbers().all(is_id), numbers().any(is_id));
        let are_codes = numbers().all(is_code);
        let are_ids = !known.are_recipients() && any_id && (all_ids || !are_codes);
        let ids = known.numbers().filter(|_| !known.are_recipients());
        Self { level, are_ids, are_codes, ids }
    }

    pub(super) fn are_ids(&self) -> bool {
        self.are_ids
    }

    /// Whether a text that is no known id is not to be read as a code: where the numbers are ids, or where it is written
    /// otherwise than the code and as the ids are.
    pub(super) fn refuse(&self, text: &str) -> bool {
        let like_id = || self.ids.is_some_and(|(least, most)| (least..=most).contains(&text.len()));
        let is_code = || register::find(self.level, text).is_some_and(|recipient| recipient.code == text);
        is_number(text) && (self.are_ids || like_id() && !is_code())
    }

    /// Tells of numbers that are one respondent's id and another's code: a warning where the column does not show which is meant.
    pub(super) fn tell(
        &self,
        named: &[Named],
        known: &Known<'_>,
        column: &str,
        place: impl Fn(usize) -> Place,
        messages: &mut Diagnostics,
    ) {
        const SHOWN: usize = 5;
        let mut seen = BTreeSet::new();
        let distinct = named.iter().filter(|one| is_number(&one.text) && seen.insert(&one.text));
        let both: Vec<_> = distinct.filter_map(|one| Some((one, self.other(one, known)?))).collect();
        let Some((first, _)) = both.first() else { return };
        let told = |(one, (own, other)): &(&Named, (&Recipient, &Recipient))| {
            msg!("number-of-two", number = shown(&one.text), own = &own.name, other = &other.name)
        };
        let (numbers, kind) =
            (first_of(both.iter().map(told), SHOWN, "; "), if self.are_ids { "ids" } else { "codes" });
        let message = msg!("numbers-of-two", column = shown(column), kind, numbers);
        // Where some can be no codes, all are ids.
        let of_severity = if self.are_codes { Diagnostic::warning } else { Diagnostic::notice };
        messages.push(of_severity(place(first.row), message));
    }

    /// The recipient of the respondent that has a number as its id, and another that has it as its code.
    fn other<'k>(&self, one: &Named, known: &Known<'k>) -> Option<(&'k Recipient, &'static Recipient)> {
        if known.are_recipients() {
            return None;
        }
        let Some(Whose::Respondent(at)) = known.by_id(&one.id) else { return None };
        let own = &known.all.get(at)?.recipient;
        let is_respondent = |other: &&Recipient| *other != own && known.by_recipient(other).is_some();
        let other = register::find(self.level, &one.text).filter(is_respondent)?;
        // `3` is the code `03` by chance in every list that counts its respondents.
        (self.are_codes || other.code == one.text).then_some((own, other))
    }
}
