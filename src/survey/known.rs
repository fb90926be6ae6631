//! The answers or options of a question as cells are compared with them.

use std::collections::BTreeMap;

use crate::read::{alike, plain};
use crate::study;

/// The answers or options of a question, in the forms that cells are compared with.
pub(super) struct Known<'a> {
    pub(super) names: &'a [String],
    plain: Vec<String>,
    lower: Vec<String>,
    alike: Vec<String>,
    /// What the export writes for those that it calls otherwise.
    written: BTreeMap<String, usize>,
}

impl<'a> Known<'a> {
    pub(super) fn new(names: &'a [String]) -> Self {
        let plain: Vec<_> = names.iter().map(|text| plain(text)).collect();
        let lower = plain.iter().map(|text| text.to_lowercase()).collect();
        let alike = plain.iter().map(|text| alike(text)).collect();
        Self { names, plain, lower, alike, written: BTreeMap::new() }
    }

    /// The same; what the export writes for them is declared.
    pub(super) fn of(names: &'a [String], declared: &study::Written) -> Self {
        let position = |name: &String| names.iter().position(|own| own == name);
        let otherwise = declared.all.iter().filter(|(name, written)| *name != written.value);
        let written = otherwise.filter_map(|(name, written)| Some((plain(&written.value), position(name)?))).collect();
        Self { written, ..Self::new(names) }
    }

    /// Which of them a text is, whatever its case and its kinds of dash.
    pub(super) fn position(&self, text: &str) -> Option<usize> {
        if let Some(at) = self.written.get(text) {
            return Some(*at);
        }
        let exact = self.plain.iter().position(|own| own == text);
        let lower = || {
            let lower = text.to_lowercase();
            self.lower.iter().position(|own| *own == lower)
        };
        exact.or_else(lower).or_else(|| {
            let alike = alike(text);
            self.alike.iter().position(|own| *own == alike)
        })
    }

    /// The same, also behind the number that some tools write before an answer, as in "1 – I stor utsträckning". A range is
    /// no numbered answer: "4–5" is not 5, and "4–5 gånger" not "5 gånger".
    pub(super) fn numbered(&self, text: &str) -> Option<usize> {
        let bare = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let label = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
        let sign = &bare[..bare.len() - label.len()];
        let closes = sign.starts_with(['.', ')', ':']) && sign.ends_with(char::is_whitespace);
        let parted = label.starts_with(char::is_alphabetic) || closes && label.contains(char::is_alphabetic);
        self.position(text).or_else(|| self.position(label).filter(|_| bare.len() < text.len() && parted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_an_answer_is_passed_over_and_a_range_is_none() {
        let answers = ["1", "2", "4", "5", "2024", "Ja", "5 gånger", "0–25 procent"].map(str::to_owned);
        let known = Known::new(&answers);
        let found = |text: &str| known.numbered(text).map(|at| answers[at].as_str());
        for (text, answer) in
            [("1 – Ja", "Ja"), ("2. 5 gånger", "5 gånger"), ("1) 0–25 procent", "0–25 procent"), ("5", "5")]
        {
            assert_eq!(found(text), Some(answer), "{text}");
        }
        for text in
            ["4–5", "4-5", "2.5", "2,5", "4/5", "3 - 4", "2023-2024", "1;2", "4–5 gånger", "1 - 5 gånger", "1: 5"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
