//! A share right beside what it is a share of: *14 of 57, that is 24.6 percent*, *more than every fourth, 26 percent*.

use super::number::{is_fraction, is_near, written};
use super::place::Place;
use super::words::THAT_IS;
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::states;
use crate::exact::Exact;

/// What is said of a share by the numbers right before it.
pub(super) fn told(place: &Place<'_>, figure: &Figure) -> Option<Told> {
    let (Kind::Share, Value::Number(own), text) = (figure.kind, figure.value, &place.sentence.text) else {
        return None;
    };
    let before = place.all.iter().filter(|other| !other.is_word() && other.range.end <= figure.range.start);
    let other = before.max_by_key(|other| other.range.end)?;
    let between = text.get(other.range.end..figure.range.start)?.to_lowercase();
    if !is_that(&between) || is_in_words(text, figure) {
        return None;
    }
    match (other.value, other.kind) {
        (Value::Of(part, base), _) if !is_fraction(other) => {
            let share = part.over(base)?;
            if states(text, figure, share) {
                return None;
            }
            let put = written(text, figure, (part, base), place.language)?;
            Some(Told::Other(Truth { is_certain: true, ..Truth::new(text, figure.range.clone(), put, String::new()) }))
        }
        (Value::Of(part, base), _) => apart(place, figure, (part.over(base)?, own), other),
        (Value::Number(share), Kind::Share) if is_in_words(text, other) => apart(place, figure, (share, own), other),
        _ => None,
    }
}

/// Whether the words between two numbers say that both are the same; after a comma or a bracket a few may say what is counted.
fn is_that(between: &str) -> bool {
    let words = || between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_led = between.ends_with('(')
        || between.trim_end().ends_with(',')
        || THAT_IS.iter().any(|that| between.trim_end().ends_with(that));
    is_led && words().count() <= 4 && !between.contains(" och ") && !between.contains(" and ")
}

fn is_in_words(text: &str, figure: &Figure) -> bool {
    !text.get(figure.digits.clone()).unwrap_or_default().contains(|c: char| c.is_ascii_digit())
}

/// Of a share in words and one in digits that are no rounding of each other.
fn apart(place: &Place<'_>, figure: &Figure, (said, own): (Exact, Exact), other: &Figure) -> Option<Told> {
    let text = &place.sentence.text;
    if is_near(said, own) {
        return None;
    }
    let truth = text.get(other.range.clone())?.to_owned();
    Some(Told::Other(Truth { corrected: None, ..Truth::new(text, figure.range.clone(), truth, String::new()) }))
}
