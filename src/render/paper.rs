//! What a chart is laid out on: the width of a text column, or of a phone.

use super::font;
use super::style::{BODY, POINT, SMALL, WIDTH};

/// Letters of readers who set them apart (WCAG 2.2, 1.4.12): so many ems between letters, and so many more between words.
const BETWEEN_LETTERS: f64 = 0.12;
const BETWEEN_WORDS: f64 = 0.16;

/// Free paper around everything, in millimetres.
pub(super) const BORDER: f64 = 2.0;

/// Paper of a width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// That of files and wide windows.
    Wide,
    /// That of narrow windows: text is never smaller than what a chart shows, and has room for letters that are set apart.
    Narrow,
}

impl Paper {
    /// Width in millimetres. On a narrow one, the words of a chart are 12 pixels high where a window is 320 pixels wide.
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Wide => WIDTH,
            Self::Narrow => 68.0,
        }
    }

    pub(super) fn is_narrow(self) -> bool {
        self == Self::Narrow
    }

    /// One of two, by the width.
    pub(super) fn either<T>(self, wide: T, narrow: T) -> T {
        if self.is_narrow() { narrow } else { wide }
    }

    /// The size of small text.
    pub(super) fn small(self) -> f64 {
        self.either(SMALL, BODY)
    }

    /// How high a mark is that is usually so high: on narrow paper 24 pixels in a window of 320, to be touched.
    pub(super) fn to_touch(self, height: f64) -> f64 {
        self.either(height, height.max(5.8))
    }

    /// How wide a line of text is, or may be.
    pub(super) fn text(self, text: &str, size: f64, bold: bool) -> f64 {
        let width = font::width(text, size, bold);
        if !self.is_narrow() {
            return width;
        }
        let (letters, words) = (text.chars().count() as f64, text.matches([' ', '\u{a0}']).count() as f64);
        width + (letters * BETWEEN_LETTERS + words * BETWEEN_WORDS) * size * POINT
    }

    /// A text in lines that keep within a width.
    pub(super) fn wrap(self, text: &str, size: f64, widest: f64) -> Vec<String> {
        font::wrapped(text, widest, |line| self.text(line, size, false))
    }

    /// The same in bold letters.
    pub(super) fn wrap_bold(self, text: &str, size: f64, widest: f64) -> Vec<String> {
        font::wrapped(text, widest, |line| self.text(line, size, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_paper_has_room_for_letters_that_are_set_apart() {
        // Two letters and a space: three times 0.12 em and once 0.16 em more; an em of 10 pt is 3.528 mm.
        let [wide, narrow] = [Paper::Wide, Paper::Narrow].map(|paper| paper.text("a b", 10.0, false));
        assert!((narrow - wide - 0.52 * 10.0 * POINT).abs() < 1e-9);
        assert_eq!(Paper::Wide.wrap("one two three", BODY, 10.0), font::wrap("one two three", BODY, false, 10.0));
        assert!(
            Paper::Narrow.wrap("one two three", BODY, 12.0).len() > Paper::Wide.wrap("one two three", BODY, 12.0).len()
        );
    }
}
