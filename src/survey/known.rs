//! The answers or options of a question as cells are compared with them.

use crate::read::{alike, plain};

/// The answers or options of a question, in the forms that cells are compared with.
pub(super) struct Known<'a> {
    pub(super) written: &'a [String],
    plain: Vec<String>,
    lower: Vec<String>,
    alike: Vec<String>,
}

impl<'a> Known<'a> {
    pub(super) fn new(written: &'a [String]) -> Self {
        let plain: Vec<_> = written.iter().map(|text| plain(text)).collect();
        let lower = plain.iter().map(|text| text.to_lowercase()).collect();
        let alike = plain.iter().map(|text| alike(text)).collect();
        Self { written, plain, lower, alike }
    }

    /// Which of them a text is, whatever its case and its kinds of dash.
    pub(super) fn position(&self, text: &str) -> Option<usize> {
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

    /// The same, also behind the number that some tools write before an answer, as in "1 – I stor utsträckning".
    pub(super) fn numbered(&self, text: &str) -> Option<usize> {
        let bare = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let label = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.position(text).or_else(|| self.position(label).filter(|_| bare.len() < text.len()))
    }
}
