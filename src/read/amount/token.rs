//! The words and numbers of a heading.

use std::sync::LazyLock;

use regex::Regex;

/// A word, sign or number of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A word, as written, or a sign of a currency with the letters beside it.
    Word(&'t str),
    /// A number that says a multiple by itself, as `'000`, `1000-tal` and `x1000`.
    Multiple(i64),
    /// `1 000`, which is a multiple only where it stands alone beside a currency.
    Round(i64),
    /// A year, which counts nothing.
    Year,
    /// Another number.
    Number,
}

/// The words, signs and numbers of a text, in their order.
pub(super) fn tokens<'t>(text: &'t str) -> Vec<Token<'t>> {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x) (?P<quote>['’]|[xX×*]\ ?)? (?P<number>[0-9]+(?:(?:[\ .,'’]|\ ?[xX×*]\ ?)[0-9]+)*) (?P<many>(?:\ ?-?\ ?tals?|['’]?s)\b)?
            | (?P<word>\p{L}*[€£$¥%]\p{L}* | \p{L}+)",
        )
        .ok()
    });
    let found = FORM.iter().flat_map(|form| form.captures_iter(text));
    let token = |found: regex::Captures<'t>| match (found.name("word"), found.name("number")) {
        (Some(word), _) => Some(Token::Word(word.as_str())),
        (None, Some(number)) => {
            Some(of_number(number.as_str(), found.name("quote").is_some() || found.name("many").is_some()))
        }
        (None, None) => None,
    };
    found.filter_map(token).collect()
}

fn of_number<'t>(number: &str, says_many: bool) -> Token<'t> {
    const YEARS: std::ops::RangeInclusive<u32> = 1990..=2039;
    /// As a year it is no more usual than as an amount.
    const ROUND_YEAR: u32 = 2000;
    let groups: Vec<&str> = number.split([' ', '.', ',', '\'', '\u{2019}']).collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    match digits.trim_start_matches('1') {
        "000" if is_grouped && digits.len() <= 4 => multiple(1_000, says_many || digits.len() == 3),
        "000000" if is_grouped && digits.len() <= 7 => multiple(1_000_000, says_many || digits.len() == 6),
        _ if groups.len() == 1 && number.parse().is_ok_and(|year| YEARS.contains(&year) && year != ROUND_YEAR) => {
            Token::Year
        }
        _ => Token::Number,
    }
}

fn multiple<'t>(times: i64, is_sure: bool) -> Token<'t> {
    if is_sure { Token::Multiple(times) } else { Token::Round(times) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings_are_told_apart() {
        use Token::{Multiple, Number, Round, Word, Year};
        let cases: [(&str, &[Token<'_>]); 15] = [
            ("1000-tal kr", &[Multiple(1_000), Word("kr")]),
            ("1 000-tals kr", &[Multiple(1_000), Word("kr")]),
            ("EUR '000", &[Word("EUR"), Multiple(1_000)]),
            ("EUR 000s", &[Word("EUR"), Multiple(1_000)]),
            ("$1,000's", &[Word("$"), Multiple(1_000)]),
            ("1 000 000 kr", &[Round(1_000_000), Word("kr")]),
            ("1.000 T€", &[Round(1_000), Word("T€")]),
            ("11 000 kr", &[Number, Word("kr")]),
            ("300-tal 2025 tkr", &[Number, Year, Word("tkr")]),
            ("10 00 kr", &[Number, Word("kr")]),
            ("Belopp x1000", &[Word("Belopp"), Multiple(1_000)]),
            ("(× 1 000 kr)", &[Multiple(1_000), Word("kr")]),
            ("*1000", &[Multiple(1_000)]),
            ("2 x 1000 kr", &[Number, Word("kr")]),
            ("Max 1000 kr", &[Word("Max"), Round(1_000), Word("kr")]),
        ];
        for (text, expected) in cases {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }
}
