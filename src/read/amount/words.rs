//! What a few words say together: units, multiples and currencies beside each other.

use std::collections::BTreeSet;

use super::coin::{Coin, money_of};
use super::token::{Token, tokens};
use crate::money::{Currency, iso_code};

/// What bare numbers count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// So much money, in a currency where it says one.
    Money(i64, Option<Currency>),
    /// Hundredths, by their word: öre, cents.
    Hundredths(String),
    /// Money in a currency that no study can be in, by its code.
    Foreign(&'static str),
    /// Money in more than one currency, by their codes.
    Several(Vec<&'static str>),
    /// Hundredths of something.
    Percent,
}

/// Whether a sentence has a number and several currencies, as "1 EUR = 11,43 SEK".
pub(super) fn is_rate(sentence: &str, own: Currency) -> bool {
    let tokens = tokens(sentence);
    let coin = |token: &Token<'_>| match token {
        Token::Word(word) => money_of(word, own, |_| true)?.1,
        _ => None,
    };
    let coins: BTreeSet<Coin> = tokens.iter().filter_map(coin).collect();
    coins.len() > 1 && tokens.contains(&Token::Number)
}

/// A few words of a heading.
struct Words<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    own: Currency,
}

/// The unit of a few words; a number before a word, as in "av 300 miljoner", makes it a part of the sentence.
pub(super) fn of_words(text: &str, own: Currency) -> Option<Said> {
    let words = Words { text, tokens: tokens(text), own };
    let all: Vec<(i64, Option<Coin>)> = (0..words.tokens.len()).filter_map(|at| words.money(at)).collect();
    let multiples: BTreeSet<i64> = all.iter().map(|(times, _)| *times).filter(|times| *times > 1).collect();
    let coins: BTreeSet<Coin> = all.iter().filter_map(|(_, coin)| *coin).collect();
    let mut coins = coins.into_iter();
    let currency = match (coins.next(), coins.next()) {
        (Some(first), Some(second)) => {
            return Some(Said::Several([first, second].into_iter().chain(coins).map(|coin| coin.0).collect()));
        }
        (Some(coin), None) if coin.known().is_none() => return Some(Said::Foreign(coin.0)),
        (Some(coin), None) => coin.known(),
        (None, _) => None,
    };
    match multiples.len() {
        0 if currency.is_some() => Some(Said::Money(1, currency)),
        0 => words.hundredths().or_else(|| words.says_percent().then_some(Said::Percent)),
        1 => multiples.first().map(|times| Said::Money(*times, currency)),
        _ => None,
    }
}

impl<'t> Words<'t> {
    fn word(&self, at: usize) -> Option<&'t str> {
        match self.tokens.get(at) {
            Some(Token::Word(word)) => Some(*word),
            _ => None,
        }
    }

    fn before(&self, at: usize) -> Option<Token<'t>> {
        at.checked_sub(1).and_then(|before| self.tokens.get(before)).copied()
    }

    /// Whether the word at a place is one of those given, in small letters.
    fn is_among(&self, at: Option<usize>, words: &[&str]) -> bool {
        at.and_then(|at| self.word(at)).is_some_and(|word| words.contains(&word.to_lowercase().as_str()))
    }

    /// What the token at a place says of money.
    fn money(&self, at: usize) -> Option<(i64, Option<Coin>)> {
        match self.tokens.get(at)? {
            Token::Multiple(times) => Some((*times, None)),
            Token::Round(times) => self.is_unit(at).then_some((*times, None)),
            Token::Word(_) if self.is_counted(at) => None,
            Token::Word(word) => self.letter(at).map(|times| (times, None)).or_else(|| self.money_word(at, word)),
            Token::Year | Token::Number => None,
        }
    }

    fn money_word(&self, at: usize, word: &str) -> Option<(i64, Option<Coin>)> {
        let may_be_code = |is_ambiguous: bool| self.may_be_code(at, is_ambiguous);
        let (times, coin) = money_of(word, self.own, may_be_code)?;
        let country = at.checked_sub(1).and_then(|before| self.word(before)).and_then(Coin::of_country);
        Some((times, country.filter(|_| coin.is_some()).or(coin)))
    }

    /// Whether a number before a word makes the two an amount.
    fn is_counted(&self, at: usize) -> bool {
        match self.before(at) {
            Some(Token::Number) => true,
            Some(Token::Round(_)) => !self.is_unit(at - 1),
            _ => false,
        }
    }

    /// Whether the token at a place is a currency alone.
    fn is_coin(&self, at: usize) -> bool {
        let coin = |word| money_of(word, self.own, |is_ambiguous| !is_ambiguous);
        self.word(at).and_then(coin).is_some_and(|(times, coin)| times == 1 && coin.is_some())
    }

    /// `t`, `k` and `m` beside a currency: `t.kr`, `€ k`.
    fn letter(&self, at: usize) -> Option<i64> {
        let times = match self.word(at)?.to_lowercase().as_str() {
            "t" | "k" => 1_000,
            "m" => 1_000_000,
            _ => return None,
        };
        let ends = at + 1 == self.tokens.len();
        let is_behind = ends && at > 0 && self.is_coin(at - 1) && !self.is_among(Some(at - 1), &["kr", "kronor"]);
        (self.is_coin(at + 1) || is_behind).then_some(times)
    }

    /// Whether `1 000` is a unit: at the beginning or end of what is said beside a currency, and not compared with anything as
    /// in "minst 1 000 kr per person".
    fn is_unit(&self, at: usize) -> bool {
        const COMPARES: [&str; 36] = [
            "minst", "högst", "över", "under", "än", "till", "från", "av", "på", "om", "max", "maximalt", "min", "ca",
            "cirka", "drygt", "exakt", "de", "dessa", "var", "varje", "per", "med", "för", "least", "most", "than",
            "over", "below", "to", "from", "of", "about", "each", "every", "with",
        ];
        const GOES_ON: [&str; 13] =
            ["per", "för", "om", "till", "och", "eller", "or", "to", "and", "a", "by", "each", "mer"];
        // The number of a block at the end counts nothing: `Belopp 1 000 kr 2`.
        let is_block = |other: usize| other == at + 2 && other + 1 == self.tokens.len();
        let others = || self.tokens.iter().enumerate().filter(move |(other, _)| *other != at && !is_block(*other));
        if self.text.contains('?') || others().any(|(_, t)| matches!(t, Token::Number | Token::Round(_))) {
            return false;
        }
        if self.is_coin(at + 1) {
            return !self.is_among(at.checked_sub(1), &COMPARES) && !self.is_among(Some(at + 2), &GOES_ON);
        }
        at == 1 && self.tokens.len() == 2 && self.is_coin(0)
    }

    /// Whether a word of capital letters is the code of a currency: alone, at the end, or behind a word that leads to one.
    fn may_be_code(&self, at: usize, is_ambiguous: bool) -> bool {
        const LEADS: [&str; 3] = ["i", "in", "of"];
        let has_small = self.text.chars().any(char::is_lowercase);
        let is_led = self.is_among(at.checked_sub(1), &LEADS) && has_small;
        let is_multiple = |token: Token<'_>| {
            matches!(token, Token::Multiple(_)) || matches!(token, Token::Round(_) if self.tokens.len() == 2)
        };
        let is_alone = self.tokens.len() == 1 || self.before(at).is_some_and(is_multiple) || self.others_are_codes(at);
        let is_last = at + 1 == self.tokens.len() && has_small;
        is_led || !is_ambiguous && (is_alone || is_last)
    }

    /// Whether all words beside the one at a place are codes, as in `CZK/EUR`.
    fn others_are_codes(&self, at: usize) -> bool {
        let is_code = |(other, token): (usize, &Token<'_>)| {
            other == at || matches!(token, Token::Word(word) if iso_code(word).is_some())
        };
        self.tokens.iter().enumerate().all(is_code)
    }

    /// Hundredths that are not said to be left out.
    fn hundredths(&self) -> Option<Said> {
        const WORDS: [&str; 12] = [
            "öre",
            "ören",
            "øre",
            "cent",
            "cents",
            "eurocent",
            "eurocents",
            "penny",
            "pence",
            "grosz",
            "groszy",
            "rappen",
        ];
        const NONE: [&str; 8] = ["utan", "inga", "ej", "exkl", "without", "no", "excl", "per"];
        let is_one = |at: &usize| self.is_among(Some(*at), &WORDS) && !self.is_counted(*at);
        let found = (0..self.tokens.len()).filter(is_one).find(|at| !self.is_among(at.checked_sub(1), &NONE))?;
        self.word(found).map(|word| Said::Hundredths(word.to_lowercase()))
    }

    fn says_percent(&self) -> bool {
        const WORDS: [&str; 5] = ["%", "procent", "procentandel", "percent", "pct"];
        let says = |at: usize| {
            self.is_among(Some(at), &WORDS)
                || self.is_among(Some(at), &["cent"]) && self.is_among(at.checked_sub(1), &["per"])
        };
        (0..self.tokens.len()).any(|at| says(at) && !self.is_counted(at))
    }
}
