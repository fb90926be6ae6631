//! A gap: the words that stand in a control where this year's data know no number.

use crate::msg;
use crate::wording::Language;

/// A gap in a language.
pub(super) fn gap(language: Language) -> String {
    msg!("roll-gap").text(language)
}

/// Whether a text is nothing but a gap, in any language.
pub(super) fn is_gap(text: &str) -> bool {
    Language::WORDS.into_iter().any(|(_, language)| gap(language) == text.trim())
}
