//! What a word or sign beside a number counts: `kr`, `tkr`, `€`, `MEUR`, `miljoner euro`.

use crate::money::Currency;

/// A unit that is written beside an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// How much one is: one, a thousand, a million, or a thousand millions.
    pub times: i64,
    /// The currency; `None` where the word says none, as `tusen`.
    pub currency: Option<Currency>,
    /// Whether it is one that stands before amounts, too.
    pub short: bool,
}

/// The words of a currency that stand beside amounts, in small letters: short ones, before which `t`, `k`, `m` and `mn` stand for
/// thousands and millions, and long ones.
fn words(currency: Currency) -> [&'static [&'static str]; 2] {
    match currency {
        Currency::Sek => [&["kr", "sek"], &["kronor", "krona", ":-"]],
        Currency::Eur => [&["€", "eur"], &["euro", "euros"]],
        Currency::Dkk => [&["kr", "dkk"], &["kroner"]],
        Currency::Nok => [&["kr", "nok"], &["kroner"]],
        Currency::Isk => [&["kr", "isk"], &["krónur"]],
        Currency::Gbp => [&["£", "gbp"], &["pund", "pound", "pounds"]],
        Currency::Usd => [&["$", "usd", "us$"], &["dollar", "dollars"]],
        Currency::Chf => [&["chf", "sfr"], &["franc", "francs"]],
        Currency::Pln => [&["zł", "pln"], &["zloty", "złoty", "złotych"]],
    }
}

/// Before a short word.
const PREFIXES: [(&str, i64); 6] =
    [("t", THOUSAND), ("k", THOUSAND), ("mn", MILLION), ("m", MILLION), ("md", BILLION), ("mdr", BILLION)];

/// Behind a sign or a code, as `€k`.
const SUFFIXES: [(&str, i64); 4] = [("k", THOUSAND), ("m", MILLION), ("mn", MILLION), ("bn", BILLION)];

/// Alone, or before any word.
const MULTIPLES: [(&str, i64); 24] = [
    ("tusen", THOUSAND),
    ("tusental", THOUSAND),
    ("tusentals", THOUSAND),
    ("thousand", THOUSAND),
    ("thousands", THOUSAND),
    ("tsd", THOUSAND),
    ("tausend", THOUSAND),
    ("tusind", THOUSAND),
    ("mn", MILLION),
    ("milj", MILLION),
    ("mill", MILLION),
    ("mio", MILLION),
    ("miljon", MILLION),
    ("miljoner", MILLION),
    ("million", MILLION),
    ("millions", MILLION),
    ("millioner", MILLION),
    ("mdr", BILLION),
    ("miljard", BILLION),
    ("miljarder", BILLION),
    ("milliarder", BILLION),
    ("bn", BILLION),
    ("billion", BILLION),
    ("billions", BILLION),
];

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;

impl Unit {
    /// The unit of a word in a study in a currency; where several have the word, as `kr`, it is the study's own.
    pub fn of(word: &str, own: Currency) -> Option<Self> {
        let word = word.trim().to_lowercase();
        let word = word.trim_end_matches('.');
        let others = Currency::WORDS.iter().map(|(_, currency)| *currency);
        std::iter::once(own).chain(others).find_map(|currency| in_currency(word, currency)).or_else(|| {
            let times = multiple(word)?;
            Some(Self { times, currency: None, short: false })
        })
    }
}

fn in_currency(word: &str, currency: Currency) -> Option<Unit> {
    let [short, long] = words(currency);
    let times = if short.contains(&word) || long.contains(&word) {
        Some(1)
    } else if let Some((first, rest)) = word.split_once(' ') {
        multiple(first.trim_end_matches('.')).filter(|_| short.contains(&rest) || long.contains(&rest))
    } else {
        let before = |prefix: &str| word.strip_prefix(prefix).is_some_and(|rest| short.contains(&rest));
        let behind = |suffix: &str| word.strip_suffix(suffix).is_some_and(|rest| rest != "kr" && short.contains(&rest));
        let before = PREFIXES.iter().find(|(prefix, _)| before(prefix));
        before.or_else(|| SUFFIXES.iter().find(|(suffix, _)| behind(suffix))).map(|(_, times)| *times)
    };
    let short = !word.contains(' ') && !long.contains(&word);
    times.map(|times| Unit { times, currency: Some(currency), short })
}

fn multiple(word: &str) -> Option<i64> {
    MULTIPLES.iter().find(|(known, _)| *known == word).map(|(_, times)| *times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_in_their_currency() {
        use Currency::{Eur, Nok, Sek};
        let cases = [
            ("kr.", Sek, 1, Some(Sek)),
            ("kr", Nok, 1, Some(Nok)),
            ("kr", Eur, 1, Some(Sek)),
            ("T€", Eur, 1_000, Some(Eur)),
            ("MEUR", Eur, 1_000_000, Some(Eur)),
            ("milj. kr", Sek, 1_000_000, Some(Sek)),
            ("mn euro", Eur, 1_000_000, Some(Eur)),
            ("tusen", Eur, 1_000, None),
            ("kkr", Sek, 1_000, Some(Sek)),
            ("€k", Eur, 1_000, Some(Eur)),
            ("mdkr", Sek, 1_000_000_000, Some(Sek)),
            ("thousands", Eur, 1_000, None),
            ("Tsd. EUR", Eur, 1_000, Some(Eur)),
        ];
        for (word, own, times, currency) in cases {
            let found = Unit::of(word, own).map(|unit| (unit.times, unit.currency));
            assert_eq!(found, Some((times, currency)), "{word}");
        }
        for word in ["", "t", "eurot", "procent", "k€ kr", "krk", "tusen tusen"] {
            assert_eq!(Unit::of(word, Eur), None, "{word}");
        }
    }
}
