//! Reported amounts that are probably in another unit: a few kronor with decimals.

use super::interventions::Intervention;
use super::survey::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Amount;

/// Nobody reports öre of less than so many öre: `1,2` is meant in millions.
const SMALL: i64 = 10_000;

/// Warns of amounts below 100 kr that are not whole kronor, once for a survey.
pub(super) fn report(surveys: &[Survey], messages: &mut Diagnostics) {
    for survey in surveys {
        let is_small =
            |i: &&Intervention| i.funds.is_some_and(|funds| funds < Amount::from_ore(SMALL) && funds.whole().is_none());
        let small: Vec<&Intervention> = survey.included().filter(is_small).collect();
        let Some(first) = small.first() else { continue };
        let (id, kronor) = (shown(&first.id), first.funds.unwrap_or_default().spaced());
        let (more, more_swedish) = match small.len() - 1 {
            0 => (String::new(), String::new()),
            more => (format!(", and {more} more like it"), format!(", och {more} till")),
        };
        messages.push(
            Diagnostic::warning(
                first.place.clone(),
                format!("{id} reports {kronor} kr{more}: a few kronor with decimals"),
            )
            .expected("an amount in the unit that the key \"unit\" says")
            .action("ask the respondent whether thousands or millions are meant, and enter a correction")
            .in_swedish(
                format!("{id} redovisar {kronor} kr{more_swedish}: några få kronor med decimaler"),
                "ett belopp i den enhet som nyckeln ”unit” anger",
                "fråga uppgiftslämnaren om tusental eller miljoner avses, och för in en rättelse",
            ),
        );
    }
}
