//! Lists of which a study declares one: repayments and corrections.

use std::collections::BTreeMap;

use super::LeftOut;
use super::beside::{CorrectionsDraft, RepaymentsDraft, RequisitionsDraft};
use super::survey::years;
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::{Arg, Message, joined};

/// A list of which a study declares one.
pub trait Single {
    /// That others like it were seen, too.
    fn also_seen(others: Arg) -> Message;
    /// That it is one too many.
    fn one_too_many() -> Message;
    /// Its file.
    fn file(&self) -> &str;
    /// What is unsure about it.
    fn doubt(&mut self) -> &mut Option<Message>;
}

impl Single for RepaymentsDraft {
    fn also_seen(others: Arg) -> Message {
        msg!("unsure-other-repayments", others)
    }
    fn one_too_many() -> Message {
        msg!("second-list-of-repayments")
    }
    fn file(&self) -> &str {
        &self.file
    }
    fn doubt(&mut self) -> &mut Option<Message> {
        &mut self.doubt
    }
}

impl Single for CorrectionsDraft {
    fn also_seen(others: Arg) -> Message {
        msg!("unsure-other-corrections", others)
    }
    fn one_too_many() -> Message {
        msg!("second-list-of-corrections")
    }
    fn file(&self) -> &str {
        &self.file
    }
    fn doubt(&mut self) -> &mut Option<Message> {
        &mut self.doubt
    }
}

/// The list of the study's year, or the first; the others are told, there and at the one that is taken.
pub fn only_one<T: Single>(mut lists: Vec<T>, year: Option<i64>, unknown: &mut Vec<LeftOut>) -> Option<T> {
    let of_year = |list: &T| year.is_some_and(|year| years(std::iter::once(list.file())).contains(&year));
    let chosen = lists.iter().position(of_year).unwrap_or(0);
    if chosen >= lists.len() {
        return None;
    }
    let mut list = lists.remove(chosen);
    let others: Vec<String> = lists.iter().map(|other| shown(other.file())).collect();
    if !others.is_empty() {
        *list.doubt() = Some(T::also_seen(joined(others, ", ")));
    }
    unknown.extend(lists.iter().map(|other| LeftOut { file: other.file().to_owned(), why: T::one_too_many() }));
    Some(list)
}

/// A sheet of recipients, areas and amounts of which nothing says whether they were requisitioned or repaid: beside
/// requisitions that are much larger they were repaid.
pub fn take_repayments(requisitions: &mut Vec<RequisitionsDraft>, repayments: &mut Vec<RepaymentsDraft>) {
    let mut at = 0;
    while at < requisitions.len() {
        let small = |other: usize| other != at && is_small_beside(&requisitions[at], &requisitions[other]);
        let beside = (0..requisitions.len()).find(|other| small(*other)).map(|other| requisitions[other].file.clone());
        let taken = beside.and_then(|file| Some((requisitions[at].as_repayments.take()?, file)));
        let Some((mut list, beside)) = taken else {
            at += 1;
            continue;
        };
        list.doubt = Some(msg!("unsure-small-amounts", file = shown(&beside)));
        repayments.push(*list);
        requisitions.remove(at);
    }
}

/// Whether the amounts are mostly less than half of what the same recipients have in another sheet.
fn is_small_beside(sheet: &RequisitionsDraft, other: &RequisitionsDraft) -> bool {
    let most: BTreeMap<&String, f64> =
        other.amounts.iter().flat_map(|(_, all)| all).fold(BTreeMap::new(), |mut most, (code, amount)| {
            let known = most.entry(code).or_insert(0.0_f64);
            *known = known.max(*amount);
            most
        });
    let own: Vec<(&String, &f64)> = sheet.amounts.iter().flat_map(|(_, all)| all).collect();
    let small = own.iter().filter(|(code, amount)| most.get(code).is_some_and(|most| **amount * 2.0 < *most)).count();
    sheet.as_repayments.is_some() && sheet.level.value == other.level.value && small * 4 > own.len() * 3
}
