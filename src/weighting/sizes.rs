//! Requisitions that are absurdly small, or large, for their recipients: probably another unit than the declared one, in the
//! survey alike, so that J is near 1 and says nothing.

use std::collections::BTreeMap;

use super::swedish_names;
use super::units::Off;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Kronor;
use crate::register::Level;
use crate::study::MoneyForm;
use crate::survey::{Input, usual_size};

/// What an area's recipients got.
struct Sizes<'a> {
    form: &'a MoneyForm,
    file: &'a str,
    areas: Vec<&'a str>,
    median: Kronor,
    largest: Kronor,
    count: usize,
}

/// Warns, once for each declared list, of areas whose requisitions have an unusual size. What is off against the survey,
/// too, has been told.
pub(super) fn report(input: &Input, off: &Off, messages: &mut Diagnostics) {
    let mut by_list: BTreeMap<(&Place, bool), Sizes<'_>> = BTreeMap::new();
    for survey in input.surveys.iter().filter(|survey| !off.contains_key(&survey.area)) {
        let Some(money) = input.money.get(&survey.area) else { continue };
        let Some(form) = &money.requisitions else { continue };
        let own = input.funds.iter().filter(|((area, _), r)| *area == survey.area && r.requisitioned > Kronor(0));
        let (mut kronor, mut level) = (Vec::new(), Level::Region);
        for ((_, recipient), requisition) in own {
            kronor.push(requisition.requisitioned);
            level = recipient.level;
        }
        kronor.sort_unstable();
        let (Some(median), Some(largest)) = (kronor.get(kronor.len() / 2).copied(), kronor.last().copied()) else {
            continue;
        };
        // One recipient by itself may have got little.
        if kronor.len() < 2 || usual_size(level).contains(&median) {
            continue;
        }
        let is_small = median < *usual_size(level).start();
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
        let areas = self.areas.iter().map(|area| shown(area)).collect::<Vec<_>>().join(", ");
        let swedish = swedish_names(input, &self.areas);
        let (median, largest) = (self.median.spaced(), self.largest.spaced());
        let size = if is_small { ("small", "små") } else { ("large", "stora") };
        let unit = if is_small { self.form.unit.checked_mul(1_000) } else { self.form.unit.checked_div(1_000) };
        let word = unit.map(MoneyForm::word_of).filter(|word| !word.is_empty());
        let (fix, fix_swedish) = word.map_or_else(
            || ("correct the unit".to_owned(), "rätta enheten".to_owned()),
            |word| (format!("set unit = \"{word}\""), format!("ange unit = \"{word}\"")),
        );
        Diagnostic::warning(
            self.form.place.clone(),
            format!(
                "the requisitions of {count} recipients for {areas} (in {file}, read as {read}) look too {}: half of them are {median} kr or less, the largest is {largest} kr",
                size.0
            ),
        )
        .expected("amounts in the unit that the study declares")
        .action(format!("look what unit the list has; {fix} under [[requisitions]], and under [survey.intervention] if the reports are in it, too"))
        .in_swedish(
            format!(
                "rekvisitionerna för {count} mottagare i {swedish} (i {file}, lästa som {read}) ser för {} ut: hälften är högst {median} kr, den största är {largest} kr",
                size.1
            ),
            "belopp i den enhet som undersökningen anger",
            &format!("se efter vilken enhet listan har; {fix_swedish} under [[requisitions]], och under [survey.intervention] om även svaren är i den enheten"),
        )
    }
}
