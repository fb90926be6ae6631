//! What texts ask for in braces, and how it is filled in.

use std::ops::Range;

use crate::diagnostic::Place;
use crate::wording::Text;

/// What begins a quantity of the language of claims; anything else in braces is a phrase or a number of an area.
const QUANTITY: char = '=';

/// What a text asks for in braces.
#[derive(Clone, Debug)]
pub struct Blank {
    /// What stands in the braces.
    pub asked: String,
    /// Where.
    pub place: Place,
    range: Range<usize>,
    value: Option<String>,
    /// Whether it stands in code, where braces are braces.
    is_code: bool,
}

impl Blank {
    /// Whether it asks for a quantity of the language of claims.
    pub(super) fn is_quantity(&self) -> bool {
        self.asked.starts_with(QUANTITY)
    }

    /// It alone, as a text that is filled.
    pub(super) fn alone(&self) -> Text {
        Text { sv: format!("{{{}}}", self.asked), en: None }
    }
}

/// A text with what it asks for. Braces close on their line.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    source: String,
    blanks: Vec<Blank>,
}

impl Asking {
    /// Finds what a text asks for; `place` is that of its lines, counted from 1.
    pub(super) fn new(source: String, place: impl Fn(usize) -> Place) -> Self {
        let (mut blanks, mut start) = (Vec::new(), 0);
        for (line, text) in source.split_inclusive('\n').enumerate() {
            let (mut rest, mut at) = (text, start);
            while let Some((before, after)) = rest.split_once('{') {
                let closed = after.split_once('}').filter(|(asked, _)| !asked.contains('\n'));
                let Some((asked, behind)) = closed else { break };
                let from = at + before.len();
                let range = from..from + asked.len() + 2;
                at = range.end;
                let (asked, place) = (asked.trim().to_owned(), place(line + 1));
                blanks.push(Blank { asked, place, range, value: None, is_code: false });
                rest = behind;
            }
            start += text.len();
        }
        Self { source, blanks }
    }

    /// What is still to be filled in, each with its position.
    pub fn blanks(&self) -> impl Iterator<Item = (usize, &Blank)> {
        self.blanks.iter().enumerate().filter(|(_, blank)| blank.value.is_none() && !blank.is_code)
    }

    /// Whether it asks for anything, filled in or not.
    pub(super) fn has_blanks(&self) -> bool {
        self.blanks.iter().any(|blank| !blank.is_code)
    }

    /// Fills in what was asked for at a position.
    pub fn fill(&mut self, at: usize, value: &str) {
        if let Some(blank) = self.blanks.get_mut(at) {
            blank.value = Some(value.to_owned());
        }
    }

    /// Says that what stands at a position is code.
    pub(super) fn put_in_code(&mut self, at: usize) {
        if let Some(blank) = self.blanks.get_mut(at) {
            blank.is_code = true;
        }
    }

    /// The text with a mark in the place of everything that it asks for.
    pub(super) fn marked(&self, mark: impl Fn(usize) -> String) -> String {
        self.put(|_| true, |at, _| mark(at)).0
    }

    /// What stands at a position, with its braces.
    pub(super) fn written(&self, at: usize) -> &str {
        self.blanks.get(at).and_then(|blank| self.source.get(blank.range.clone())).unwrap_or_default()
    }

    /// How many it asks for.
    pub(super) fn len(&self) -> usize {
        self.blanks.len()
    }

    /// The text with everything filled in, and the bytes at which that stands.
    pub fn filled(&self) -> (String, Vec<Range<usize>>) {
        self.put(|blank| !blank.is_code, |_, blank| blank.value.clone().unwrap_or_default())
    }

    /// The text with something else in the place of some that it asks for, and where that stands.
    fn put(
        &self,
        wanted: impl Fn(&Blank) -> bool,
        new: impl Fn(usize, &Blank) -> String,
    ) -> (String, Vec<Range<usize>>) {
        let (mut text, mut from, mut places) = (String::new(), 0, Vec::new());
        for (at, blank) in self.blanks.iter().enumerate().filter(|(_, blank)| wanted(blank)) {
            text.push_str(&self.source[from..blank.range.start]);
            let start = text.len();
            text.push_str(&new(at, blank));
            places.push(start..text.len());
            from = blank.range.end;
        }
        text.push_str(&self.source[from..]);
        (text, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_knows_its_bytes() {
        let mut asking = Asking::new("{= a} å {b}\n{c".to_owned(), |line| Place::line("t", line));
        let asked: Vec<_> = asking.blanks().map(|(at, blank)| (at, blank.asked.clone(), blank.is_quantity())).collect();
        assert_eq!(asked, [(0, "= a".to_owned(), true), (1, "b".to_owned(), false)]);
        asking.fill(0, "12");
        asking.fill(1, "345");
        assert_eq!(asking.filled(), ("12 å 345\n{c".to_owned(), vec![0..2, 6..9]));
        assert_eq!(asking.marked(|at| format!("<{at}>")), "<0> å <1>\n{c");
    }
}
