//! What the page says, in both languages: the words of its markup and of its script, by key.

use std::collections::BTreeMap;

use crate::msg;
use crate::wording::{Language, Say};

/// The words by their keys, with the blanks around them.
pub fn words(language: Language) -> BTreeMap<&'static str, String> {
    WORDS.iter().map(|(key, word)| (*key, word().lines(language))).collect()
}

/// Keys and their messages, which stand in `workbench.ftl`. `{…}` in them is filled in by the script.
const WORDS: &[(&str, Say)] = &[("title", || msg!("bench-title")), ("needs_script", || msg!("bench-needs-script"))];
