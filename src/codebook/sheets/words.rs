//! The words of cells, in both languages, and what they are called in codebook files.

use crate::msg;
use crate::signs::trimmed;
use crate::wording::{Language, Message, Say};

/// A word of a cell, and what it is called in codebook files.
pub struct Word {
    /// The word of files.
    pub key: &'static str,
    /// The word of cells.
    pub say: Say,
}

impl Word {
    /// What a word of files is called.
    pub(super) fn message(words: &[Self], key: &'static str) -> Message {
        words.iter().find(|word| word.key == key).map_or_else(|| Message::new(key), |word| (word.say)())
    }

    /// What stands in a cell for a word of files.
    pub(super) fn written(words: &[Self], key: &str, language: Language) -> String {
        words.iter().find(|word| word.key == key).map_or_else(|| key.to_owned(), |word| (word.say)().text(language))
    }

    /// The word of files for what stands in a cell, in either language.
    pub(super) fn said(words: &[Self], cell: &str) -> Option<&'static str> {
        words.iter().find(|word| is_called(cell, word.say) || same(cell, word.key)).map(|word| word.key)
    }
}

/// Whether a name in a workbook is this in one of the languages.
pub(super) fn is_called(name: &str, say: Say) -> bool {
    Language::WORDS.iter().any(|(_, language)| same(name, &say().text(*language)))
}

fn same(a: &str, b: &str) -> bool {
    trimmed(a).to_lowercase() == b.to_lowercase()
}

/// What is given codes.
pub(super) const UNITS: &[Word] = &[
    Word { key: "intervention", say: || msg!("book-unit-intervention") },
    Word { key: "respondent", say: || msg!("book-unit-respondent") },
    Word { key: "recipient", say: || msg!("book-unit-recipient") },
];

/// True and false.
pub(super) const YES_NO: &[Word] =
    &[Word { key: "true", say: || msg!("book-yes") }, Word { key: "false", say: || msg!("book-no") }];

/// Where conditions must hold together.
pub(super) const SCOPES: &[Word] =
    &[Word { key: "sentence", say: || msg!("book-in-sentence") }, Word { key: "text", say: || msg!("book-in-text") }];

/// The keys of a rule.
pub(super) const CONDITIONS: &[Word] = &[
    Word { key: "any", say: || msg!("book-any") },
    Word { key: "all", say: || msg!("book-all") },
    Word { key: "all-one", say: || msg!("book-all-one") },
    Word { key: "none", say: || msg!("book-none") },
    Word { key: "near", say: || msg!("book-near") },
    Word { key: "without", say: || msg!("book-without") },
    Word { key: "against", say: || msg!("book-against") },
];

/// How many codes are chosen.
pub(super) const CHOICES: &[Word] = &[
    Word { key: "all", say: || msg!("book-choose-all") },
    Word { key: "dominant", say: || msg!("book-choose-dominant") },
];

/// What becomes of evidence inside longer evidence.
pub(super) const NESTED: &[Word] = &[
    Word { key: "dictionary", say: || msg!("book-nested-all") },
    Word { key: "key", say: || msg!("book-nested-key") },
];

/// The settings, by where they stand in the file.
pub(super) const SETTINGS: &[Word] = &[
    Word { key: "$schema", say: || msg!("book-schema") },
    Word { key: "format", say: || msg!("book-format") },
    Word { key: "id", say: || msg!("book-id") },
    Word { key: "version", say: || msg!("book-version") },
    Word { key: "title.sv", say: || msg!("book-title-sv") },
    Word { key: "title.en", say: || msg!("book-title-en") },
    Word { key: "nested_scope", say: || msg!("book-nested") },
    Word { key: "before", say: || msg!("book-negation-before") },
    Word { key: "after", say: || msg!("book-negation-after") },
    Word { key: "stop", say: || msg!("book-negation-stop") },
    Word { key: "within", say: || msg!("book-negation-within") },
    Word { key: "except", say: || msg!("book-negation-except") },
    Word { key: "choose", say: || msg!("book-choose") },
    Word { key: "threshold", say: || msg!("book-threshold") },
];
