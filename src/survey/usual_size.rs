//! What recipients usually get: amounts far off that are probably in another unit.

use std::ops::RangeInclusive;

use super::accounts::{Account, Placed, Values};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::exact::Exact;
use crate::money::{Currency, Kronor};
use crate::msg;
use crate::register::Level;
use crate::study::{self, FieldForm, MoneyForm};
use crate::wording::Message;

/// The median of a list's requisitions. In the shipped study of 2024 it is 645 000 to 14 900 000 kr for regions and
/// counties and 157 000 kr for municipalities: in thousands it would be 645 to 14 900, and 157.
pub fn usual_size(level: Level, currency: Currency) -> RangeInclusive<Kronor> {
    const TERRITORY: RangeInclusive<Kronor> = Kronor(50_000)..=Kronor(2_000_000_000);
    const MUNICIPALITY: RangeInclusive<Kronor> = Kronor(5_000)..=Kronor(200_000_000);
    /// Of those who stand in a register of the study, and of other currencies, nothing is known.
    const ANY: RangeInclusive<Kronor> = Kronor(0)..=Kronor(i64::MAX);
    if !level.is_built_in() || currency != Currency::Sek {
        ANY
    } else if level == Level::municipality() {
        MUNICIPALITY
    } else {
        TERRITORY
    }
}

/// Warns of an account all of whose amounts are too small, or too large, by the median of the field with the most.
pub fn report_unusual(declared: &study::Account, read: &Account, messages: &mut Diagnostics) {
    /// A grant of some kronor to few recipients may be meant.
    const FEWEST: usize = 8;
    /// What a large recipient gets is at most so many times the smallest usual amount, in thousands.
    const TIMES: i64 = 20;
    let fields = declared.fields.iter().filter_map(|field| {
        let FieldForm::Money { form, .. } = &field.form else { return None };
        let Values::Numbers(rows) = &read.fields.get(&field.id)?.values else { return None };
        let sum = |row: &Vec<Option<Placed>>| Exact::sum(row.iter().flatten().map(|placed| placed.value));
        let mut sums: Vec<Kronor> = rows.iter().filter_map(sum).map(Exact::kronor).filter(|k| k.0 > 0).collect();
        sums.sort_unstable();
        let median = *sums.get(sums.len() / 2)?;
        let largest = *sums.last()?;
        (sums.len() >= FEWEST).then_some((median, largest, sums.len(), field, form))
    });
    let Some((median, largest, count, field, form)) = fields.max_by_key(|(median, ..)| *median) else { return };
    let usual = usual_size(declared.level, form.currency());
    let is_small = median < *usual.start();
    // Thousands are thousands for all: somebody's million says that half got little, as of costs that few have.
    let is_mixed = is_small && largest.0 / TIMES > usual.start().0;
    if usual.contains(&median) || is_mixed {
        return;
    }
    let (label, read, fix) = (&field.label, form.word(), next_unit(form, is_small));
    let message = match is_small {
        true => msg!("account-amounts-small", label, read, count, median, fix),
        false => msg!("account-amounts-large", label, read, count, median, fix),
    };
    messages.push(Diagnostic::warning(field.place.clone(), message));
}

/// What to do where amounts look too small, or too large, in the unit that is declared: set the next one.
pub fn next_unit(form: &MoneyForm, is_small: bool) -> Message {
    unit_to_set(form, if is_small { form.unit.checked_mul(1_000) } else { form.unit.checked_div(1_000) })
}

/// What to do where so much is the right unit: set it, where a word says it.
pub fn unit_to_set(form: &MoneyForm, unit: Option<i64>) -> Message {
    match unit.map(|unit| form.word_of(unit)).filter(|word| !word.is_empty()) {
        Some(unit) => msg!("set-unit", unit),
        None => msg!("correct-unit"),
    }
}
