//! What kind of thing a cell's text is. Cells that are of no kind betray a wrong dialect; a column's kinds say what it holds.

use std::sync::LazyLock;

use regex::Regex;

use crate::msg;
use crate::wording::Message;

/// The kind of a cell's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Nothing.
    Blank,
    /// A whole or decimal number, with a sign, an exponent or grouped digits.
    Number,
    /// A number with a per cent sign.
    Percent,
    /// A number with a unit of money.
    Money,
    /// A date, with or without a time.
    Date,
    /// A time of day.
    Time,
    /// A postal or web address of the net.
    Address,
    /// A word or a few.
    Word,
    /// Running text.
    Text,
    /// Nothing of these.
    Other,
}

impl Kind {
    /// What a column of such cells is said to hold.
    pub fn plural(self) -> Message {
        match self {
            Self::Blank => msg!("holds-nothing"),
            Self::Number => msg!("holds-numbers"),
            Self::Percent => msg!("holds-percent"),
            Self::Money => msg!("holds-amounts"),
            Self::Date => msg!("holds-dates"),
            Self::Time => msg!("holds-times"),
            Self::Address => msg!("holds-addresses"),
            Self::Word => msg!("holds-words"),
            Self::Text => msg!("holds-texts"),
            Self::Other => msg!("holds-other-texts"),
        }
    }
}

/// A number as it is written in Swedish, English or by a program.
fn is_number(text: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^[+\-−]?(?:\d+|\d{1,3}(?:[\s.,'’]\d{3})+)?(?:[.,]\d+)?(?:[eE][+\-]?\d+)?$").ok());
    let shape = text.chars().any(|c| c.is_ascii_digit());
    shape && FORM.as_ref().is_some_and(|form| form.is_match(text))
}

fn is_date(text: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^(?: \d{4}[-/.]\d{1,2}[-/.]\d{1,2} | \d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}) )
              (?: [T\s] \d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? \s? (?:Z|[+\-]\d{2}:?\d{2})? )?$",
        )
        .ok()
    });
    FORM.as_ref().is_some_and(|form| form.is_match(text))
}

fn is_time(text: &str) -> bool {
    let parts: Vec<_> = text.split(':').collect();
    let number = |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| n <= most);
    matches!(parts.len(), 2 | 3) && number(parts[0], 24) && parts[1..].iter().all(|p| p.len() == 2 && number(p, 59))
}

fn is_address(text: &str) -> bool {
    let web = ["http://", "https://", "ftp://", "www."].iter().any(|start| text.starts_with(start));
    let mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    (web || mail) && !text.contains(char::is_whitespace) && !text.contains([';', '|', ',', '"'])
}

fn is_money(text: &str) -> bool {
    const UNITS: [&str; 12] = ["kr", "kr.", "kronor", "sek", ":-", "tkr", "ksek", "mnkr", "mkr", "msek", "€", "$"];
    let lower = text.to_lowercase();
    let without = |unit: &&str| lower.strip_suffix(unit).or_else(|| lower.strip_prefix(unit)).map(str::trim);
    UNITS.iter().filter_map(without).any(is_number)
}

/// The kind of a text.
pub fn kind(text: &str) -> Kind {
    let text = text.trim();
    let Some(first) = text.chars().next() else { return Kind::Blank };
    if first.is_ascii_digit() || "+-−.,".contains(first) {
        if is_number(text) {
            return Kind::Number;
        }
        if text.strip_suffix('%').is_some_and(|rest| is_number(rest.trim())) {
            return Kind::Percent;
        }
        if is_date(text) {
            return Kind::Date;
        }
        if is_time(text) {
            return Kind::Time;
        }
    }
    if text.len() <= 40 && is_money(text) {
        return Kind::Money;
    }
    if is_address(text) {
        return Kind::Address;
    }
    words(text)
}

/// Words, running text, or neither: signs that separate columns elsewhere, stand between letters without a space, or open
/// without closing are not what people write.
fn words(text: &str) -> Kind {
    const WORD_SIGNS: &str = " .?!()_%+#§°²³";
    const TEXT_SIGNS: &str = "'’´-–—/&*\n\r\u{a0}…•<>=[]”“»«";
    let mut plain = true;
    let mut letters = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        if sign.is_alphanumeric() {
            letters |= sign.is_alphabetic();
        } else if WORD_SIGNS.contains(sign) {
        } else if TEXT_SIGNS.contains(sign) {
            plain = false;
        } else if ",:;".contains(sign) && next.is_none_or(|c| c == ' ' || c == '\n') {
            // A comma or colon of a sentence has a space behind it, one between columns seldom.
            plain = false;
        } else {
            return Kind::Other;
        }
    }
    let short = text.len() <= 60 && text.split(' ').count() <= 6;
    match (letters, plain && short) {
        (true, true) => Kind::Word,
        (true, false) => Kind::Text,
        (false, _) if plain && text.chars().any(char::is_alphanumeric) => Kind::Word,
        (false, _) => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_of_a_kind() {
        let cases = [
            ("", Kind::Blank),
            ("1 250 000", Kind::Number),
            ("-12,5", Kind::Number),
            ("1.250.000,25", Kind::Number),
            ("1e6", Kind::Number),
            ("12,5 %", Kind::Percent),
            ("450 tkr", Kind::Money),
            ("5 000:-", Kind::Money),
            ("2024-05-01", Kind::Date),
            ("2024-05-01 12:30", Kind::Date),
            ("1/5/24", Kind::Date),
            ("12:30", Kind::Time),
            ("https://example.org/a?b=c", Kind::Address),
            ("namn@example.org", Kind::Address),
            ("Region Uppsala", Kind::Word),
            ("Utbildning, särskilt för chefer.", Kind::Text),
            ("a;b", Kind::Other),
            ("Län;kr", Kind::Other),
            ("1,5;2,5", Kind::Other),
            ("\"x", Kind::Other),
            ("|", Kind::Other),
        ];
        for (text, expected) in cases {
            assert_eq!(kind(text), expected, "{text:?}");
        }
    }
}
