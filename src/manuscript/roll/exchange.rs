//! Numbers of last year and those that come in their place.

use std::ops::Range;

use super::{Exchange, Former};
use crate::claims::numbers::{Figure, Value, figures};
use crate::exact::Exact;
use crate::manuscript::text::Sentence;
use crate::manuscript::words::same;

/// The number of now for one of a sentence that says what its claim said: where it stands, and what is to stand there.
pub(super) fn number_of(
    claim: &Former,
    new: &str,
    stated: Option<usize>,
    sentence: &str,
    figure: &Figure,
) -> Option<Exchange> {
    let now = figures(new);
    let now = now.get(stated?).filter(|_| now.len() == figures(&claim.statement).len())?;
    fitted((sentence, figure), (new, now))
}

/// A number of another sentence in the place of one: its digits where both have the same unit, or else with its unit. `None`
/// where its unit has no place, as in a cell.
pub(super) fn fitted((sentence, figure): (&str, &Figure), (new, now): (&str, &Figure)) -> Option<Exchange> {
    let unit = |text: &str, figure: &Figure| -> String {
        let behind = text.get(figure.digits.end..figure.range.end).unwrap_or_default();
        behind.split_whitespace().collect()
    };
    let is_one_unit = match (scale(sentence, figure), scale(new, now)) {
        (Some(own), Some(other)) => own == other,
        _ => unit(sentence, figure) == unit(new, now),
    };
    let is_one_base = match (figure.value, now.value) {
        (Value::Of(_, own), Value::Of(_, other)) => own == other,
        (own, other) => std::mem::discriminant(&own) == std::mem::discriminant(&other),
    };
    let digits = sentence.get(figure.digits.clone())?;
    if is_one_unit && is_one_base {
        return Some((figure.digits.clone(), as_written(new.get(now.digits.clone())?, digits)));
    }
    let has_unit = figure.range.end > figure.digits.end || !digits.starts_with(|c: char| c.is_ascii_digit());
    let text = new.get(now.range.clone()).filter(|_| has_unit)?;
    Some((figure.range.clone(), as_written(text, digits)))
}

/// What one of a number's digits stands for, as a million.
fn scale(text: &str, figure: &Figure) -> Option<Exact> {
    let bare = figures(text.get(figure.digits.clone())?);
    let (Value::Number(digits), Value::Number(own) | Value::Of(own, _)) = (bare.first()?.value, figure.value) else {
        return None;
    };
    own.over(digits)
}

/// The number that a control of a number gets from a sentence that is true: the one that it names, or else the only one that counts the
/// same kind of thing.
pub(super) fn alike<'f>(figure: &Figure, now: &'f [Figure], named: Option<usize>) -> Option<&'f Figure> {
    let is_alike = |other: &&Figure| {
        other.kind == figure.kind && std::mem::discriminant(&other.value) == std::mem::discriminant(&figure.value)
    };
    let Some(at) = named else {
        let mut found = now.iter().filter(is_alike);
        return found.next().filter(|_| found.next().is_none());
    };
    now.get(at).filter(is_alike)
}

/// A number in words begins as small or as large as the one before it.
fn as_written(new: &str, old: &str) -> String {
    let mut letters = new.chars();
    let first = match (letters.next(), old.chars().next()) {
        (Some(new), Some(old)) if old.is_lowercase() => new.to_lowercase().collect::<String>(),
        (Some(new), Some(old)) if old.is_uppercase() => new.to_uppercase().collect(),
        (new, _) => new.into_iter().collect(),
    };
    first + letters.as_str()
}

/// The letters that some bytes of a sentence are written with.
pub(super) fn places(sentence: &Sentence, bytes: &Range<usize>) -> Option<Range<usize>> {
    let places = sentence.places(bytes);
    Some(*places.first()?..*places.last()? + 1)
}

/// Exchanges in the order of their places, without those within another.
pub(super) fn in_order(exchanges: &[Exchange]) -> Vec<Exchange> {
    let mut sorted = exchanges.to_vec();
    sorted.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let mut behind = 0;
    sorted.retain(|(at, _)| {
        let is_free = at.start >= behind;
        behind = if is_free { at.end } else { behind };
        is_free
    });
    sorted
}

/// Whether a sentence is another with other numbers.
pub fn differs_in_numbers_only(one: &str, other: &str) -> bool {
    let without = |text: &str| {
        let (mut made, mut at) = (String::new(), 0);
        for figure in figures(text).iter().filter(|figure| !figure.is_word()) {
            made += text.get(at..figure.digits.start).unwrap_or_default();
            made.push('#');
            at = figure.digits.end;
        }
        made + text.get(at..).unwrap_or_default()
    };
    let comparable = |text: &str| without(text).to_lowercase();
    same(&comparable(one), &comparable(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_alone_make_a_sentence_another() {
        let then = "Inom området har 118 insatser redovisats.";
        assert!(differs_in_numbers_only(then, "Inom området har 133 insatser redovisats."));
        assert!(differs_in_numbers_only("Fyra insatser har tagits bort.", "Elva insatser har tagits bort."));
        assert!(!differs_in_numbers_only(then, "Arbetssätt har plats 2."));
    }

    #[test]
    fn a_number_in_words_begins_as_it_did() {
        assert_eq!(as_written("Elva", "fyra"), "elva");
        assert_eq!(as_written("elva", "Fyra"), "Elva");
        assert_eq!(as_written("133", "118"), "133");
    }
}
