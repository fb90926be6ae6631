//! Which currency a word of a heading says, also those that no study can be in.

use super::unit::Unit;
use crate::money::{Currency, is_ambiguous, iso_code};

/// A currency that a heading says, by its code in ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Coin(pub(super) &'static str);

/// Words before the name of a currency that several countries have, and which they make it.
const OF_COUNTRIES: [(&str, &str); 24] = [
    ("svenska", "SEK"),
    ("swedish", "SEK"),
    ("danska", "DKK"),
    ("danish", "DKK"),
    ("danske", "DKK"),
    ("norska", "NOK"),
    ("norwegian", "NOK"),
    ("norske", "NOK"),
    ("isländska", "ISK"),
    ("icelandic", "ISK"),
    ("tjeckiska", "CZK"),
    ("czech", "CZK"),
    ("brittiska", "GBP"),
    ("british", "GBP"),
    ("amerikanska", "USD"),
    ("american", "USD"),
    ("us", "USD"),
    ("kanadensiska", "CAD"),
    ("canadian", "CAD"),
    ("australiska", "AUD"),
    ("australian", "AUD"),
    ("schweiziska", "CHF"),
    ("swiss", "CHF"),
    ("polska", "PLN"),
];

/// Words and signs of currencies that no study can be in.
const FOREIGN: [(&str, &str); 12] = [
    ("yen", "JPY"),
    ("¥", "JPY"),
    ("forint", "HUF"),
    ("kč", "CZK"),
    ("koruna", "CZK"),
    ("rubel", "RUB"),
    ("rubles", "RUB"),
    ("yuan", "CNY"),
    ("rupees", "INR"),
    ("c$", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
];

impl Coin {
    /// The currency, where a study can be in it.
    pub(super) fn known(self) -> Option<Currency> {
        Currency::WORDS.iter().find(|(code, _)| *code == self.0).map(|(_, currency)| *currency)
    }

    /// What an adjective makes of the currency behind it, as `danska` of kronor.
    pub(super) fn of_country(word: &str) -> Option<Self> {
        let found = OF_COUNTRIES.iter().find(|(known, _)| *known == word.to_lowercase());
        found.map(|(_, code)| Self(code))
    }
}

/// What a word says of money: how much, and in which currency. Codes of currencies that no study can be in count only where
/// they cannot be other words: `may_be_code` says that of those that are words, too.
pub(super) fn money_of(word: &str, own: Currency, may_be_code: impl Fn(bool) -> bool) -> Option<(i64, Option<Coin>)> {
    if let Some(unit) = Unit::of(word, own) {
        return Some((unit.times, unit.currency.map(|currency| Coin(currency.code()))));
    }
    let lower = word.to_lowercase();
    let named = FOREIGN.iter().find(|(known, _)| *known == lower).map(|(_, code)| Coin(code));
    let code = || iso_code(word).filter(|code| may_be_code(is_ambiguous(code))).map(Coin);
    named.or_else(code).map(|coin| (1, Some(coin)))
}
