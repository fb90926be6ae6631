//! Swedish and English: the wording of everything that can reach a report, and how numbers are written.
//!
//! Swedish numbers have a decimal comma, a no-break space between thousands and a true minus; English ones a decimal
//! point and a comma.

mod currency;
mod message;

use serde::{Deserialize, Serialize};

pub use message::{Arg, Message, Say, all_of, any_of, around, first_of, help_text, joined, library_says, names_of};

use crate::msg;

/// The no-break space that stands between thousands, and between a number and its unit.
pub const NO_BREAK: char = '\u{a0}';

/// The language of what goes into a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The default.
    #[default]
    Swedish,
    /// By setting.
    English,
}

impl Language {
    /// The words of settings.
    pub const WORDS: [(&'static str, Self); 2] = [("sv", Self::Swedish), ("en", Self::English)];

    /// The word of settings, which is also the language tag.
    pub fn word(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// A text of the study in this language; Swedish where the other is missing.
    pub fn of_both<'a>(self, swedish: &'a str, english: Option<&'a str>) -> &'a str {
        match self {
            Self::Swedish => swedish,
            Self::English => english.unwrap_or(swedish),
        }
    }

    /// A whole number with its thousands apart.
    pub fn integer(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = if self == Self::Swedish { NO_BREAK } else { ',' };
        let mut text = String::from(if number < 0 { "\u{2212}" } else { "" });
        for (index, digit) in digits.chars().enumerate() {
            // Swedish usage leaves four-digit numbers together or apart; reports of authorities set them apart.
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// A number with so many decimals, halves rounded away from zero.
    pub fn decimal(self, number: f64, decimals: usize) -> String {
        let scale = 10_f64.powi(decimals as i32);
        let scaled = (number.abs() * scale).round();
        let whole = self.integer((scaled / scale).trunc() as i64);
        let minus = if number < 0.0 && scaled > 0.0 { "\u{2212}" } else { "" };
        if decimals == 0 {
            return format!("{minus}{whole}");
        }
        let part = (scaled % scale) as i64;
        format!("{minus}{whole}{}{part:0decimals$}", self.decimal_sign())
    }

    /// A number as messages to evaluators have it: with signs that a keyboard has.
    pub fn in_message(self, number: &str) -> String {
        number.replace(NO_BREAK, " ").replace('\u{2212}', "-")
    }

    /// What stands before the decimals.
    pub fn decimal_sign(self) -> char {
        match self {
            Self::Swedish => ',',
            Self::English => '.',
        }
    }

    /// A count of its base, as `12 av 98`.
    pub fn count_of(self, count: usize, base: usize) -> String {
        msg!("count-of", count = self.count(count), base = self.count(base)).text(self)
    }

    /// A count, its thousands apart.
    pub fn count(self, number: usize) -> String {
        self.integer(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A range from low to high, with an en dash; one number where both are written the same.
    pub fn range(self, low: f64, high: f64, decimals: usize) -> String {
        let (low, high) = (self.decimal(low, decimals), self.decimal(high, decimals));
        if low == high { low } else { format!("{low}–{high}") }
    }

    /// A number written with a decimal point, as the language writes it.
    pub fn with_decimal_sign(self, number: &str) -> String {
        number.replace('.', &self.decimal_sign().to_string())
    }

    /// A text with straight quotation marks as print has them: by turns the opening and the closing ones.
    pub fn typographic(self, text: &str) -> String {
        const ESCAPED: &str = "\\\"";
        let marks = match self {
            Self::Swedish => ['”', '”'],
            Self::English => ['“', '”'],
        };
        let mut turns = marks.into_iter().cycle();
        let parts = text
            .split(ESCAPED)
            .map(|part| part.chars().map(|c| if c == '"' { turns.next().unwrap_or(c) } else { c }).collect::<String>());
        parts.collect::<Vec<_>>().join("\"")
    }

    /// A number with the sign for percent.
    pub fn with_percent(self, number: &str) -> String {
        match self {
            Self::Swedish => format!("{number}{NO_BREAK}%"),
            Self::English => format!("{number}%"),
        }
    }
}

/// A text as the beginning of a sentence.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number with what explains it, in parentheses: what stood in parentheses of its own stands behind a comma.
pub fn in_parentheses(number: &str) -> String {
    format!("({})", number.replace(" (", ", ").replace(')', ""))
}

/// A text in which no number breaks at the end of a line: its groups of three digits stay together, and its unit with it.
pub fn unbroken(text: &str) -> String {
    const UNITS: [&str; 4] = ["kr", "tkr", "mnkr", "%"];
    let mut whole = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let unit = rest.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')')).next();
        let goes_on = digits == 3 || unit.is_some_and(|unit| UNITS.contains(&unit));
        let held = c == ' ' && goes_on && whole.ends_with(|before: char| before.is_ascii_digit());
        whole.push(if held { NO_BREAK } else { c });
    }
    whole
}

/// A text in Swedish, and in English where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The text in a language; Swedish where the other is missing.
    pub fn get(&self, language: Language) -> &str {
        language.of_both(&self.sv, self.en.as_deref())
    }

    /// A message in both languages.
    pub(crate) fn worded(say: impl Fn() -> Message) -> Self {
        Self { sv: say().text(Language::Swedish), en: Some(say().text(Language::English)) }
    }
}

/// A key by which Swedish words sort: å, ä, ö after z, capitals with their small letters.
pub fn alphabetical(text: &str) -> Vec<u32> {
    let rank = |c: char| match c {
        'å' => 0x20_0000,
        'ä' | 'æ' => 0x20_0001,
        'ö' | 'ø' => 0x20_0002,
        'é' | 'è' | 'ê' => u32::from('e'),
        'ü' => u32::from('y'),
        c => u32::from(c),
    };
    text.chars().flat_map(char::to_lowercase).map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_those_of_print() {
        let text = r#"blad "Kommuner", cell "C21""#;
        assert_eq!(Language::Swedish.typographic(text), "blad ”Kommuner”, cell ”C21”");
        assert_eq!(Language::English.typographic(text), "blad “Kommuner”, cell “C21”");
        // Marks within a quotation are those that somebody wrote.
        assert_eq!(Language::Swedish.typographic(r#"värdet "3 \"st\"" är"#), "värdet ”3 \"st\"” är");
        assert_eq!(in_parentheses("67 % (131 av 195)"), "(67 %, 131 av 195)");
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        assert_eq!(Language::Swedish.with_decimal_sign("2.5"), "2,5");
        let sv = Language::Swedish;
        assert_eq!(sv.integer(-1_234_567), "\u{2212}1\u{a0}234\u{a0}567");
        assert_eq!(sv.integer(999), "999");
        assert_eq!(sv.decimal(1234.56, 1), "1\u{a0}234,6");
        assert_eq!(sv.decimal(-0.04, 1), "0,0");
        assert_eq!(sv.decimal(0.05, 1), "0,1");
        assert_eq!(Language::English.decimal(1234.5, 2), "1,234.50");
        assert_eq!(sv.in_message(&sv.decimal(-1234.5, 2)), "-1 234,50");
    }

    #[test]
    fn a_count_is_told_with_its_base() {
        assert_eq!(Language::Swedish.count_of(12, 1_098), "12\u{a0}av\u{a0}1\u{a0}098");
        assert_eq!(Language::English.count_of(0, 0), "0\u{a0}of\u{a0}0");
    }

    #[test]
    fn ranges_are_written_as_each_language_does() {
        let sv = Language::Swedish;
        assert_eq!(sv.range(0.5661, 1.4255, 2), "0,57–1,43");
        assert_eq!(sv.range(1.0, 1.001, 2), "1,00");
    }

    #[test]
    fn numbers_hold_together() {
        let plain = |text: &str| unbroken(text).replace(NO_BREAK, "_");
        assert_eq!(plain("6 939 kr redovisade, 6 938 230 kr"), "6_939_kr redovisade, 6_938_230_kr");
        assert_eq!(plain("rad 12 345678 och 3 krav, 5 %"), "rad 12 345678 och 3 krav, 5_%");
    }

    #[test]
    fn swedish_letters_sort_last() {
        let mut words = ["öl", "zon", "åka", "Äng", "apa"];
        words.sort_by_key(|w| alphabetical(w));
        assert_eq!(words, ["apa", "zon", "åka", "Äng", "öl"]);
    }
}
