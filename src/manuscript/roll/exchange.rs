//! Numbers of last year and those that come in their place.

use std::ops::Range;

use super::Former;
use crate::claims::numbers::{Figure, Value, figures};
use crate::manuscript::letters::{Letter, State};
use crate::manuscript::text::Sentence;
use crate::manuscript::words::same;

/// Where a number of a sentence stands in its bytes, and what stands there now.
pub(super) fn number_of(
    claim: &Former,
    new: &str,
    stated: Option<usize>,
    figure: &Figure,
    sentence: &str,
) -> Option<(Range<usize>, String)> {
    let (then, now) = (figures(&claim.statement), figures(new));
    let at = stated?;
    let (then, now) = (then.get(at)?, now.get(at).filter(|_| then.len() == now.len())?);
    let unit = |text: &str, figure: &Figure| -> String {
        let behind = text.get(figure.digits.end..figure.range.end).unwrap_or_default();
        behind.split_whitespace().collect()
    };
    if unit(&claim.statement, then) == unit(new, now) {
        let digits = new.get(now.digits.clone())?;
        return Some((figure.digits.clone(), as_written(digits, sentence.get(figure.digits.clone())?)));
    }
    let text = new.get(now.range.clone())?;
    Some((figure.range.clone(), as_written(text, sentence.get(figure.range.clone())?)))
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

/// The text of a paragraph with letters exchanged.
pub(super) fn exchanged(all: &[Letter], exchanges: &[(Range<usize>, String)]) -> String {
    let mut sorted: Vec<_> = exchanges.iter().collect();
    sorted.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let (mut text, mut behind) = (String::new(), 0);
    let shown = |from: usize, to: usize| {
        let letters = all.get(from..to).unwrap_or_default().iter();
        letters
            .filter(|letter| matches!(letter.state, State::Plain | State::Inserted))
            .map(|letter| letter.c)
            .collect::<String>()
    };
    for (at, new) in sorted {
        if at.start < behind {
            continue;
        }
        text += &shown(behind, at.start);
        text += new;
        behind = at.end;
    }
    text + &shown(behind, all.len())
}

/// Whether a sentence is another with other numbers.
pub fn differs_in_numbers_only(one: &str, other: &str) -> bool {
    let without = |text: &str| {
        let (mut made, mut at) = (String::new(), 0);
        for figure in figures(text).iter().filter(|figure| figure.value != Value::Word) {
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
