//! A number that the report declares, as controls show it.

use std::ops::Range;

use super::told::Text;
use crate::claims::numbers::{Figure, figures, with_currency};
use crate::wording::Message;

/// What stands for a number that the data do not say.
pub const UNKNOWN: &str = "–";

/// The filled text of a number, and what is counted in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    text: String,
    counted: Vec<Counted>,
    doubt: Option<Message>,
}

/// One of its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    /// Where it stands with its unit.
    whole: Range<usize>,
    /// Where it stands without.
    digits: Range<usize>,
}

impl Numbered {
    /// Finds the numbers of a text; `filled` is where something was filled in. That counts as one number, whatever it looks like: no four
    /// digits are a year there, and ends of an interval are none of their own.
    pub fn new(text: String, filled: &[Range<usize>], doubt: Option<Message>) -> Self {
        let mut counted: Vec<Counted> = Vec::new();
        let mut covered: Vec<bool> = vec![false; filled.len()];
        for figure in figures(&text).into_iter().filter(|figure| !figure.is_word()) {
            let within = |place: &Range<usize>| place.start < figure.range.end && figure.range.start < place.end;
            let mut touched = (0..filled.len()).filter(|at| filled.get(*at).is_some_and(within)).peekable();
            let first = touched.peek().copied();
            let is_known = first.is_some_and(|at| covered.get(at) == Some(&true));
            touched.for_each(|at| covered.iter_mut().skip(at).take(1).for_each(|covered| *covered = true));
            if !is_known {
                counted.push(Counted::of(&text, &figure, first.and_then(|at| filled.get(at))));
            }
        }
        let alone = filled.iter().zip(covered).filter(|(_, covered)| !covered).map(|(place, _)| place);
        let is_number = |place: &&Range<usize>| {
            let value = text.get((*place).clone()).unwrap_or_default();
            value == UNKNOWN || value.contains(|c: char| c.is_ascii_digit()) && !value.contains(char::is_alphabetic)
        };
        counted.extend(alone.filter(is_number).map(|place| Counted { whole: place.clone(), digits: place.clone() }));
        counted.sort_by_key(|own| own.whole.start);
        Self { text, counted, doubt }
    }

    /// How many numbers it has.
    pub fn count(&self) -> usize {
        self.counted.len()
    }

    /// What a control shows: the whole text, or from the second number on that number with its unit.
    pub fn shown(&self, nth: usize) -> Option<Text> {
        let Counted { whole, digits } = self.counted.get(nth.checked_sub(1)?)?;
        let text = if nth == 1 { &self.text } else { self.text.get(whole.clone())? };
        let digits = self.text.get(digits.clone()).filter(|digits| *digits != text).map(str::to_owned);
        Some(Text { text: text.to_owned(), digits, doubt: self.doubt.clone() })
    }
}

impl Counted {
    /// A number of a text, with all that was filled in where it begins: its bound (`<1`), its interval.
    fn of(text: &str, figure: &Figure, filled: Option<&Range<usize>>) -> Self {
        let (mut whole, mut digits) = (with_currency(text, figure), figure.digits.clone());
        if let Some(place) = filled {
            whole = whole.start.min(place.start)..whole.end.max(place.end);
            digits.start = digits.start.min(place.start);
            let has_sign = text.get(place.clone()).is_some_and(|value| value.contains('%'));
            if !has_sign {
                digits.end = digits.end.max(place.end);
            }
        }
        Self { whole, digits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number of a text in which what stands between brackets was filled in: what is shown, and its digits.
    fn shown(marked: &str) -> Vec<(String, Option<String>)> {
        let (mut text, mut filled) = (String::new(), Vec::new());
        for part in marked.split(']') {
            let (before, value) = part.split_once('[').unwrap_or((part, ""));
            text += before;
            if !value.is_empty() {
                filled.push(text.len()..text.len() + value.len());
            }
            text += value;
        }
        let numbered = Numbered::new(text, &filled, None);
        let of = |nth| numbered.shown(nth).map(|own| (own.text, own.digits));
        (1..=numbered.count()).filter_map(of).collect()
    }

    fn own(text: &str, digits: &str) -> (String, Option<String>) {
        (text.to_owned(), Some(digits).filter(|digits| !digits.is_empty()).map(str::to_owned))
    }

    #[test]
    fn the_first_control_shows_the_text_and_others_their_number() {
        assert_eq!(shown("[133] insatser"), [own("133 insatser", "133")]);
        assert_eq!(shown("[133]"), [own("133", "")]);
        assert_eq!(
            shown("[12] regioner och [3,5] miljoner kronor"),
            [own("12 regioner och 3,5 miljoner kronor", "12"), own("3,5 miljoner kronor", "3,5")]
        );
        // One number of two blanks, and a number that was not filled in.
        assert_eq!(shown("[12] av [21]"), [own("12 av 21", "12")]);
        assert_eq!(shown("[12] av tre"), [own("12 av tre", "12")]);
        assert_eq!(shown("ord"), []);
    }

    #[test]
    fn what_was_filled_in_is_one_number() {
        assert_eq!(shown("[2024] insatser"), [own("2024 insatser", "2024")]);
        assert_eq!(shown("[<1 %] av dem"), [own("<1 % av dem", "<1")]);
        assert_eq!(
            shown("[133 (120–140)] insatser, [7]"),
            [own("133 (120–140) insatser, 7", "133 (120–140)"), own("7", "")]
        );
        assert_eq!(shown("[–] insatser av [9]"), [own("– insatser av 9", "–"), own("9", "")]);
        // A phrase counts what figures count, and nothing else.
        assert_eq!(shown("[under 2024] fanns [9]"), [own("under 2024 fanns 9", "9")]);
    }
}
