//! What the TOML library finds wrong in a text, as messages; what it says in words that are not known here stays as it is.

use crate::msg;
use crate::wording::{Arg, Say, joined, library_says};

/// What is wrong.
const FAULTS: [(&str, Say); 42] = [
    ("extra assignment between key-value pairs", || msg!("toml-key-value-extra")),
    ("extra `=`", || msg!("toml-extra-equals")),
    ("extra comma in array", || msg!("toml-extra-comma-array")),
    ("extra comma in inline table", || msg!("toml-extra-comma-table")),
    ("duplicate key", || msg!("toml-duplicate-key")),
    ("unexpected content", || msg!("toml-content")),
    ("unexpected key or value", || msg!("toml-key-or-value")),
    ("unexpected `=` in array", || msg!("toml-equals-in-array")),
    ("unexpected leading zero", || msg!("toml-leading-zero")),
    ("unexpected sign", || msg!("toml-bad-sign")),
    ("string values must be quoted", || msg!("toml-unquoted-value")),
    ("unquoted keys cannot be empty", || msg!("toml-unquoted-empty-key")),
    ("key with no value", || msg!("toml-no-value")),
    ("missing assignment between key-value pairs", || msg!("toml-missing-equals")),
    ("missing comma between array elements", || msg!("toml-missing-comma-array")),
    ("missing comma between key-value pairs", || msg!("toml-missing-comma-table")),
    ("missing value for key", || msg!("toml-missing-value-for-key")),
    ("missing value", || msg!("toml-missing-value")),
    ("missing key for inline table element", || msg!("toml-missing-key")),
    ("missing opening quote", || msg!("toml-missing-quote")),
    ("missing escaped value", || msg!("toml-missing-escape")),
    ("unclosed array", || msg!("toml-unclosed-array")),
    ("unclosed array table", || msg!("toml-unclosed-section-list")),
    ("unclosed inline table", || msg!("toml-unclosed-inline")),
    ("unclosed table", || msg!("toml-unclosed-table")),
    ("invalid basic string", || msg!("toml-bad-string")),
    ("invalid literal string", || msg!("toml-bad-literal")),
    ("invalid multi-line basic string", || msg!("toml-bad-long-string")),
    ("invalid multi-line literal string", || msg!("toml-bad-long-literal")),
    ("invalid string", || msg!("toml-bad-text")),
    ("invalid key", || msg!("toml-bad-key")),
    ("invalid unquoted key", || msg!("toml-bad-unquoted-key")),
    ("invalid key-value pair", || msg!("toml-bad-pair")),
    ("invalid inline table element", || msg!("toml-bad-element")),
    ("invalid table", || msg!("toml-bad-table")),
    ("invalid value", || msg!("toml-bad-value")),
    ("invalid boolean", || msg!("toml-bad-boolean")),
    ("invalid date-time", || msg!("toml-bad-date")),
    ("invalid float", || msg!("toml-bad-float")),
    ("invalid integer number", || msg!("toml-bad-integer")),
    ("invalid comment character", || msg!("toml-bad-comment")),
    ("carriage return must be followed by newline", || msg!("toml-bad-line-end")),
];

/// What stands there otherwise; signs are quoted and the same in every language.
const WANTED: [(&str, Say); 10] = [
    ("nothing", || msg!("toml-wanted-nothing")),
    ("newline", || msg!("toml-wanted-newline")),
    ("key", || msg!("toml-wanted-key")),
    ("value", || msg!("toml-wanted-value")),
    ("digits", || msg!("toml-wanted-digits")),
    ("numbers", || msg!("toml-wanted-numbers")),
    ("letters", || msg!("toml-wanted-letters")),
    ("characters", || msg!("toml-wanted-characters")),
    ("basic string", || msg!("toml-wanted-basic-string")),
    ("literal string", || msg!("toml-wanted-literal-string")),
];

/// What the library says, as an argument of a message.
pub(super) fn told(said: &str) -> Arg {
    match said.split_once(", expected ") {
        Some((what, wanted)) => {
            let wanted = joined(wanted.split(", ").map(|word| known(word, &WANTED)), ", ");
            msg!("toml-fault-and-wanted", what = known(what, &FAULTS), wanted).into()
        }
        None => known(said, &FAULTS),
    }
}

fn known(said: &str, all: &[(&str, Say)]) -> Arg {
    match all.iter().find(|(text, _)| *text == said) {
        Some((_, say)) => say().into(),
        None if said.starts_with('`') => said.into(),
        None => library_says(said).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn english_is_what_the_library_says() {
        for (said, say) in FAULTS.iter().chain(&WANTED) {
            assert_eq!(say().text(Language::English), *said);
        }
    }

    #[test]
    fn common_slips_are_told_in_swedish() {
        for (text, expected) in [
            ("a = [1, 2", "listan tar inte slut; här väntades `]`"),
            ("a = 1\na = 2", "nyckeln står två gånger"),
            ("a = Ja", "en text utan citattecken; här väntades en text inom enkla citattecken"),
            ("a = \"x", "fel i en text inom citattecken; här väntades `\"`"),
            ("[survey", "rubriken tar inte slut; här väntades `]`"),
            ("a", "en nyckel utan värde; här väntades `=`"),
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            let said = errors.first().map(|error| error.message().to_owned()).unwrap_or_default();
            assert_eq!(told(&said).text(Language::Swedish), expected, "{text}: {said}");
        }
    }
}
