//! A share right beside what it is a share of: *14 of 57, that is 24.6 percent*, *more than every fourth, 26 percent*.

use super::number::{is_fraction, is_near, written};
use super::place::Place;
use super::words::{ABOUT, BOTH, THAT_IS};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::states;
use crate::exact::Exact;

/// So many words between them still say what both count.
const FEW: usize = 4;

/// What is said of a share by the number right before it.
pub(super) fn told(place: &Place<'_>, figure: &Figure) -> Option<Told> {
    let text = &place.sentence.text;
    let own = share(figure)?;
    let before = place.all.iter().filter(|other| !other.is_word() && other.range.end <= figure.range.start);
    let other = before.max_by_key(|other| other.range.end)?;
    let said = share(other)?;
    let between = text.get(other.range.end..figure.range.start)?.to_lowercase();
    // Two shares in digits, or two parts, are of two things.
    let is_rough = [figure, other].map(|figure| is_in_words(text, figure) || is_fraction(figure));
    if !is_that(&between) || is_rough == [true, true] || figure.kind == other.kind && is_rough == [false, false] {
        return None;
    }
    if is_rough.contains(&true) {
        return if is_near(said, own) { None } else { apart(place, figure, other) };
    }
    let (Value::Of(part, base), Value::Number(_)) = (other.value, figure.value) else { return None };
    if states(text, figure, said) {
        return None;
    }
    let put = written(text, figure, (part, base), place.language)?;
    Some(Told::Other(Truth { is_certain: true, ..Truth::new(text, figure.range.clone(), put, String::new()) }))
}

/// The share that a number says: percent, or a part of a base.
fn share(figure: &Figure) -> Option<Exact> {
    match (figure.value, figure.kind) {
        (Value::Of(part, base), _) => part.over(base),
        (Value::Number(own), Kind::Share) => Some(own),
        _ => None,
    }
}

/// Whether the words between two numbers say that both are the same; after a comma or a bracket a few may say what is counted.
fn is_that(between: &str) -> bool {
    let count = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let about = ABOUT.iter().find_map(|about| between.trim_end().strip_suffix(about));
    let before = about.unwrap_or(between).trim_end();
    let is_led = before.ends_with(['(', ',']) || THAT_IS.iter().any(|that| before.ends_with(that));
    is_led && count <= FEW && !BOTH.iter().any(|word| between.contains(word))
}

fn is_in_words(text: &str, figure: &Figure) -> bool {
    !text.get(figure.digits.clone()).unwrap_or_default().contains(|c: char| c.is_ascii_digit())
}

/// A share that is no rounding of the one before it.
fn apart(place: &Place<'_>, figure: &Figure, other: &Figure) -> Option<Told> {
    let text = &place.sentence.text;
    let truth = text.get(other.range.clone())?.to_owned();
    Some(Told::Other(Truth { corrected: None, ..Truth::new(text, figure.range.clone(), truth, String::new()) }))
}
