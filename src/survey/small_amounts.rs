//! Reported amounts that are probably in another unit: a few kronor with decimals, and amounts far below all others of the
//! same respondent.

use std::collections::BTreeMap;

use super::intervention::Intervention;
use super::money_like::is_organisation_number;
use super::questionnaire::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::{Amount, Currency, Kronor};
use crate::msg;
use crate::wording::Message;

/// Nobody reports öre of less than so many öre: `1,2` is meant in millions.
const SMALL: i64 = 10_000;

/// Warns of amounts that are probably in another unit, once for a survey and kind.
pub(super) fn report(surveys: &[Survey], currency: Currency, messages: &mut Diagnostics) {
    for survey in surveys {
        // A few kronor with öre are nothing that anybody reports; some euro with cents are.
        if currency == Currency::Sek {
            report_decimals(survey, messages);
        }
        report_thousandths(survey, messages);
        report_nines(survey, messages);
    }
}

/// Warns of amounts of nines alone, as programs for statistics write what is missing, where they are several or far above all
/// others.
fn report_nines(survey: &Survey, messages: &mut Diagnostics) {
    const LARGER: i64 = 10;
    let kronor = |i: &Intervention| i.funds.and_then(Amount::whole).map(|kronor| kronor.0);
    let mut of_nines: BTreeMap<i64, Vec<&Intervention>> = BTreeMap::new();
    let mut largest = 0;
    for intervention in survey.included() {
        match kronor(intervention) {
            Some(amount) if is_nines(amount) => of_nines.entry(amount).or_default().push(intervention),
            Some(amount) => largest = largest.max(amount),
            None => {}
        }
    }
    for (amount, all) in of_nines {
        let [first, ..] = all[..] else { continue };
        if all.len() > 1 || largest > 0 && amount / LARGER >= largest {
            let message =
                msg!("amount-of-nines", intervention = shown(&first.id), amount = Kronor(amount), count = all.len());
            messages.push(Diagnostic::warning(first.place.clone(), message));
        }
    }
}

/// Whether an amount is three nines or more.
fn is_nines(amount: i64) -> bool {
    amount >= 999 && amount.to_string().bytes().all(|digit| digit == b'9')
}

/// Whether an amount is below 100 kr and has öre.
fn has_odd_decimals(funds: Amount) -> bool {
    funds < Amount::from_ore(SMALL) && funds.whole().is_none()
}

/// Warns of amounts below 100 kr that are not whole kronor.
fn report_decimals(survey: &Survey, messages: &mut Diagnostics) {
    let small: Vec<&Intervention> = survey.included().filter(|i| i.funds.is_some_and(has_odd_decimals)).collect();
    let Some(first) = small.first() else { return };
    let message =
        msg!("amount-with-decimals", intervention = shown(&first.id), kronor = first.funds, more = small.len() - 1);
    messages.push(Diagnostic::warning(first.place.clone(), message));
}

/// An intervention with an odd amount, and the nearest amount of its respondent.
type Odd<'s> = (&'s Intervention, Amount);

/// Warns of amounts that would be among the others of their respondent if they were thousands, and of single ones that are
/// far above them.
fn report_thousandths(survey: &Survey, messages: &mut Diagnostics) {
    let mut own: BTreeMap<&str, Vec<&Intervention>> = BTreeMap::new();
    survey.included().for_each(|i| own.entry(&i.respondent).or_default().push(i));
    let (mut small, mut large): (Vec<Odd<'_>>, Vec<Odd<'_>>) = (Vec::new(), Vec::new());
    for interventions in own.values() {
        let of = |is: &dyn Fn(Amount) -> bool, other: Amount| {
            let odd = interventions.iter().filter(|i| i.funds.is_some_and(is));
            odd.map(|i| (*i, other)).collect::<Vec<_>>()
        };
        match thousandths(interventions.iter().filter_map(|i| i.funds)) {
            Some(Apart::Small(most, next)) => {
                small.extend(of(&|funds| funds > Amount::default() && funds <= most && !has_odd_decimals(funds), next));
            }
            Some(Apart::Large(least, next)) => large.extend(of(&|funds| funds >= least, next)),
            None => {}
        }
    }
    messages.push_all(too_small(&small).as_ref());
    messages.push_all(too_large(&large).as_ref());
}

/// A warning of amounts that are probably thousands, at the first; each with the smallest of the others.
fn too_small(found: &[Odd<'_>]) -> Option<Diagnostic> {
    let (first, next) = found.first()?;
    let (intervention, kronor, more) = (shown(&first.id), first.funds, found.len() - 1);
    let message = msg!("amount-below-own", intervention, kronor, next = *next, more);
    Some(Diagnostic::warning(first.place.clone(), message))
}

/// A warning of amounts far above the others, at the first; each with the largest of the others.
fn too_large(found: &[Odd<'_>]) -> Option<Diagnostic> {
    let (first, next) = found.first()?;
    let (intervention, more) = (shown(&first.id), found.len() - 1);
    let amount = what_is_large(first.funds.unwrap_or_default());
    let message = msg!("amount-above-own", intervention, amount, next = *next, more);
    Some(Diagnostic::warning(first.place.clone(), message))
}

/// An amount far above others, and what it looks like.
pub(super) fn what_is_large(kronor: Amount) -> Message {
    match kronor.whole().is_some_and(is_organisation_number) {
        true => msg!("amount-like-organisation-number", kronor),
        false => msg!("amount-like-thousandfold", kronor),
    }
}

/// Amounts that stand far apart from the others of the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    /// All up to the first are probably thousands; the second is the smallest of the others.
    Small(Amount, Amount),
    /// The first is probably no amount, or a thousand times too large; the second is the largest of the others.
    Large(Amount, Amount),
}

/// Where the smallest amounts stand so far below the others that they are probably thousands; where one amount
/// stands so far above several that could well be meant, or is an organisation number, that is the odd one.
///
/// Among the 2 000 amounts of the shipped survey of 2024 six respondents have a gap of 50 times, none of them below 1 000 kr,
/// and a thousand times the small amount is at least 5.8 times the largest: nobody mistook the unit there.
pub(super) fn thousandths(amounts: impl Iterator<Item = Amount>) -> Option<Apart> {
    /// How many times larger the next amount is.
    const GAP: i64 = 50;
    /// Amounts of so little are rare enough by themselves.
    const RARE: Kronor = Kronor(1_000);
    /// A thousand times the amount is at most so many times the largest.
    const TIMES: i64 = 4;
    /// Amounts of so much are usual by themselves.
    const USUAL: Kronor = Kronor(50_000);
    let mut ore: Vec<i64> = amounts.map(Amount::ore).filter(|ore| *ore > 0).collect();
    ore.sort_unstable();
    let largest = *ore.last()?;
    let (low, next) = ore.windows(2).rev().find_map(|pair| match *pair {
        [low, next] if next / GAP >= low => Some((low, next)),
        _ => None,
    })?;
    let is_rare = low < RARE.0 * 100 && next >= 10 * RARE.0 * 100;
    let fits = low.checked_mul(1_000).is_some_and(|kronor| kronor / TIMES <= largest);
    let (small, high) = (Amount::from_ore(low), Amount::from_ore(next));
    let is_code = high.whole().is_some_and(is_organisation_number);
    let is_single = next == largest && ore.len() > 2 && low >= USUAL.0 * 100;
    if (is_rare || fits) && next == largest && ore.len() > 1 && (is_code || is_single) {
        return Some(Apart::Large(high, small));
    }
    (is_rare || fits).then_some(Apart::Small(small, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_among_kronor_are_known_by_their_gap() {
        let found = |kronor: &[i64]| {
            let amounts = kronor.iter().filter_map(|kronor| Amount::from_kronor(*kronor));
            match thousandths(amounts)? {
                Apart::Small(low, next) => Some((low.rounded().0, next.rounded().0)),
                // A large one with a minus.
                Apart::Large(large, next) => Some((-large.rounded().0, next.rounded().0)),
            }
        };
        assert_eq!(found(&[250_000, 450, 400_000]), Some((450, 250_000)));
        assert_eq!(found(&[150_000, 450]), Some((450, 150_000)));
        assert_eq!(found(&[5_000, 4_000_000, 3_000_000]), Some((5_000, 3_000_000)));
        assert_eq!(found(&[2, 450, 400_000]), Some((450, 400_000)));
        // As they stand in the shipped survey: 3 199 · 1 000 is eight times 392 000; 89 stands beside 432.
        assert_eq!(found(&[3_199, 392_000]), None);
        assert_eq!(found(&[24_816, 2_322_931, 4_264_634]), None);
        assert_eq!(found(&[843, 11_297, 128_580]), None);
        assert_eq!(found(&[89, 432, 2_868]), None);
        assert_eq!(found(&[0, 450_000]), None);
        assert_eq!(found(&[450]), None);
        // Two usual amounts beside one that is 1 800 times as much; an organisation number beside one.
        assert_eq!(found(&[372_000, 298_000_000, 409_000]), Some((-298_000_000, 409_000)));
        assert_eq!(found(&[335_000, 5_566_778_899]), Some((-5_566_778_899, 335_000)));
    }
}
