//! How many were asked a follow-up question, and the base of a part of those who answered.

use super::mention::Breakdowns;
use super::number::written;
use super::place::{Place, names};
use super::words::{FOLLOW_UP, THE};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::{Total, Totalled};
use crate::exact::Exact;

/// A base of no more is that of a fraction, as *seven of ten*.
const OF_FRACTION: i128 = 10;

/// What the data say of a number of those who answered: of those who were asked a follow-up question, or of a base.
pub(super) fn told(
    (known, totals): (&Breakdowns<'_>, &[Totalled]),
    place: &Place<'_>,
    figure: &Figure,
) -> Option<Told> {
    let text = &place.sentence.text;
    let behind = place.behind(figure);
    let noun = behind.split_whitespace().next()?;
    if figure.kind != Kind::Count || place.names_others || !place.years.is_empty() || !names(noun, place.own_asked?) {
        return None;
    }
    let bases = known.bases(place.area);
    let (all, asked) = bases.split_last()?;
    match figure.value {
        Value::Number(own) => {
            let before = text.get(..figure.range.start)?.to_lowercase();
            let is_follow_up = FOLLOW_UP.iter().any(|word| text.to_lowercase().contains(word));
            let is_of_them = THE.iter().any(|word| before.ends_with(word));
            if !is_follow_up || !is_of_them || own == *all {
                return None;
            }
            let [asked] = asked else { return None };
            if *asked == own {
                return Some(Told::Shown);
            }
            other(place, figure, (*asked, Exact::ONE))
        }
        Value::Of(part, base) => {
            let is_of_them = |total: &&Totalled| total.area.as_deref() == Some(place.area);
            let is_base = |total: &Totalled| {
                matches!(total.of, Total::Respondents | Total::Recipients | Total::Expected) && total.number == base
            };
            let is_known = bases.contains(&base) || totals.iter().filter(is_of_them).any(is_base);
            (!is_known && base > Exact::whole(OF_FRACTION)).then(|| other(place, figure, (part, place.respondents)))?
        }
        Value::Word(_) => None,
    }
}

fn other(place: &Place<'_>, figure: &Figure, numbers: (Exact, Exact)) -> Option<Told> {
    let text = &place.sentence.text;
    let put = written(text, figure, numbers, place.language)?;
    Some(Told::Other(Truth::new(text, figure.range.clone(), put, String::new())))
}
