//! A number that is a known one but for a slip of the pen: two digits exchanged, or thousand times as much.
//!
//! So rarely is another number just that that it tells by itself: the sentence need not say nothing else.

use super::mention::Breakdowns;
use super::number::{is_earlier, written};
use super::place::Place;
use super::words::{INTERVENTIONS, begins};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Kind, Value, figures};
use crate::claims::{Measured, Total, Totalled, states};
use crate::exact::Exact;

/// Numbers of fewer digits are those of others too often.
const TELLING: usize = 3;
/// A unit and the one below it.
const UNITS: (&str, &str) = ("miljard", "miljon");

/// What the data say of a number that is one of the totals, or one of the values of its sentence, but for a slip.
pub(super) fn told(
    (known, totals): (&Breakdowns<'_>, &[Totalled]),
    place: &Place<'_>,
    figure: &Figure,
) -> Option<Told> {
    let (Value::Number(own), text) = (figure.value, &place.sentence.text) else { return None };
    let measured = match figure.kind {
        Kind::Money => Measured::Funds,
        Kind::Count if begins(&place.behind(figure), &INTERVENTIONS) => Measured::Interventions,
        _ => return None,
    };
    let of_values = known.numbers(place.area, measured);
    let is_known = |number: &Exact| states(text, figure, *number);
    let totals: Vec<Exact> = of(totals, place, measured).collect();
    if of_values.iter().chain(&totals).any(is_known) || is_earlier(place, figure) {
        return None;
    }
    let digits = text.get(figure.digits.clone())?;
    let is_slip = |put: &String| are_exchanged(digits, put);
    let written = |number: Exact| written(text, figure, (number, Exact::ONE), place.language);
    let mut of_digits = totals.iter().filter_map(|number| written(*number)).filter(is_slip);
    if let Some(put) = of_digits.next() {
        return Some(Told::Other(Truth::new(text, figure.range.clone(), put, String::new())));
    }
    // More than all funds together, and a known amount in the unit below.
    let put = text.get(figure.range.clone())?.replace(UNITS.0, UNITS.1);
    let below = format!("{}{put}{}", text.get(..figure.range.start)?, text.get(figure.range.end..)?);
    let scaled = figures(&below).into_iter().find(|other| other.range.start == figure.range.start)?;
    let is_too_much = own > *totals.iter().max()? && digits.chars().filter(char::is_ascii_digit).count() >= TELLING;
    let is_below = of_values.iter().chain(&totals).any(|amount| states(&below, &scaled, *amount));
    (is_too_much && is_below).then(|| Told::Other(Truth::new(text, figure.range.clone(), put, String::new())))
}

/// The totals that a number may be: those of the area, of its level, and of all.
fn of<'t>(totals: &'t [Totalled], place: &'t Place<'_>, measured: Measured) -> impl Iterator<Item = Exact> + 't {
    let is_of = move |total: &&Totalled| match measured {
        Measured::Funds => matches!(total.of, Total::Requisitioned | Total::Target | Total::Funds | Total::Reported),
        _ => total.of == Total::Interventions,
    };
    let is_here = move |total: &&Totalled| match &total.area {
        Some(area) => area == place.area,
        None => true,
    };
    totals.iter().filter(is_of).filter(is_here).map(|total| total.number)
}

/// Whether two neighbouring digits are exchanged.
fn are_exchanged(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (own, other) = (digits(one), digits(other));
    let mut differ = (0..own.len()).filter(|at| own.get(*at) != other.get(*at));
    let (first, second) = (differ.next(), differ.next());
    own.len() == other.len()
        && own.len() >= TELLING
        && differ.next().is_none()
        && first.zip(second).is_some_and(|(a, b)| b == a + 1 && own[a] == other[b] && own[b] == other[a])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanged_digits_are_neighbours() {
        assert!(
            are_exchanged("1\u{a0}494", "1 449") && are_exchanged("535", "553") && are_exchanged("321 500", "312 500")
        );
        assert!(!are_exchanged("535", "535") && !are_exchanged("353", "533 0") && !are_exchanged("54", "45"));
        assert!(!are_exchanged("123", "321") && !are_exchanged("535", "545"));
    }
}
