//! Requisitions that are absurdly small, or large, for their recipients: probably another unit than the declared one, in the
//! survey alike, so that J is near 1 and says nothing.

use std::collections::BTreeMap;

use super::named;
use super::units::Off;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Amount;
use crate::msg;
use crate::register::Level;
use crate::study::MoneyForm;
use crate::survey::{Input, next_unit, usual_size};

/// What an area's recipients got.
struct Sizes<'a> {
    form: &'a MoneyForm,
    file: &'a str,
    areas: Vec<&'a str>,
    median: Amount,
    largest: Amount,
    count: usize,
}

/// Warns, once for each declared list, of areas whose requisitions have an unusual size. What is off against the survey,
/// too, has been told.
pub(super) fn report(input: &Input, off: &Off, messages: &mut Diagnostics) {
    let mut by_list: BTreeMap<(&Place, bool), Sizes<'_>> = BTreeMap::new();
    for survey in input.surveys.iter().filter(|survey| !off.contains_key(&survey.area)) {
        let Some(money) = input.money.get(&survey.area) else { continue };
        let Some(form) = &money.requisitions else { continue };
        let own = input.funds.iter().filter(|((area, _), r)| *area == survey.area && r.requisitioned > Amount::ZERO);
        let (mut kronor, mut level) = (Vec::new(), Level::region());
        for ((_, recipient), requisition) in own {
            kronor.push(requisition.requisitioned);
            level = recipient.level;
        }
        kronor.sort_unstable();
        let (Some(median), Some(largest)) = (kronor.get(kronor.len() / 2).copied(), kronor.last().copied()) else {
            continue;
        };
        // One recipient by itself may have got little.
        if kronor.len() < 2 || usual_size(level, form.currency()).contains(&median.rounded()) {
            continue;
        }
        let is_small = median.rounded() < *usual_size(level, form.currency()).start();
        let new = || Sizes { form, file: &money.file.0, areas: Vec::new(), median, largest, count: 0 };
        let sizes = by_list.entry((&form.place, is_small)).or_insert_with(new);
        sizes.areas.push(&survey.area);
        sizes.largest = sizes.largest.max(largest);
        sizes.count += kronor.len();
    }
    for ((_, is_small), sizes) in by_list {
        messages.push(sizes.message(input, is_small));
    }
}

impl Sizes<'_> {
    fn message(&self, input: &Input, is_small: bool) -> Diagnostic {
        let (count, read, file) = (self.count, self.form.word(), shown(self.file));
        let (areas, median, largest) = (named(input, &self.areas), self.median, self.largest);
        let fix = next_unit(self.form, is_small);
        let message = match is_small {
            true => msg!("requisitions-small", count, areas, file, read, median, largest, fix),
            false => msg!("requisitions-large", count, areas, file, read, median, largest, fix),
        };
        Diagnostic::warning(self.form.place.clone(), message)
    }
}
