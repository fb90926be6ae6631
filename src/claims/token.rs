//! An assertion's text as words, texts, numbers and signs, each with its position.

use std::fmt;

use crate::diagnostic::{Diagnostic, Place, shown};
use crate::exact::Exact;
use crate::msg;
use crate::wording::{Language, Message};

/// Where something stands in an assertion: characters, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// One beyond the last.
    pub end: usize,
}

/// A wrong place in an assertion: a message that does not know its claim yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub span: Span,
    message: Box<Diagnostic>,
}

impl Mistake {
    /// A mistake.
    pub fn new(span: Span, message: Message) -> Self {
        Self { span, message: Box::new(Diagnostic::error(Place::default(), message)) }
    }

    /// The message without its claim.
    pub fn message(&self) -> &Diagnostic {
        &self.message
    }

    /// The message: which claim, and at which character.
    pub fn of_claim(self, claim: &str, place: Place) -> Diagnostic {
        let position = self.span.start + 1;
        self.message.within(msg!("claim-mistake", claim = shown(claim), position)).at(place)
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [found, expected, action] = self.message.told(Language::English);
        let position = (self.span.start + 1).to_string();
        f.write_str(&msg!("mistake-at-character", position, found).text(Language::English))?;
        let rest = [expected, action].into_iter().filter(|part| !part.is_empty());
        rest.into_iter().try_for_each(|part| write!(f, "; {part}"))
    }
}

impl std::error::Error for Mistake {}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its value.
    pub value: Exact,
    /// One unit of the last digit that is written.
    pub last_digit: Exact,
    /// One unit of the last digit that is not a trailing zero of a whole number.
    pub last_significant: Exact,
}

impl Written {
    /// Digits with at most one decimal point; groups may be apart by `_`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| *c != '_').collect();
        let value = Exact::decimal(&digits)?;
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let decimals = i32::try_from(part.len()).ok()?;
        let zeros = if part.is_empty() { whole.len() - whole.trim_end_matches('0').len() } else { 0 };
        let zeros = if value == Exact::ZERO { 0 } else { i32::try_from(zeros).ok()? };
        Some(Self {
            value,
            last_digit: Exact::power_of_ten(-decimals)?,
            last_significant: Exact::power_of_ten(zeros - decimals)?,
        })
    }

    /// The number times a unit.
    pub fn times(self, unit: Exact) -> Option<Self> {
        Some(Self {
            value: self.value.times(unit)?,
            last_digit: self.last_digit.times(unit)?,
            last_significant: self.last_significant.times(unit)?,
        })
    }
}

/// One word, text, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name: a letter, then letters, digits, `_`, `-`, and `.` inside.
    Name(String),
    /// A text in quotation marks, without them.
    Text(String),
    /// A number.
    Number(Written),
    /// A sign.
    Sign(&'static str),
    /// Behind the last.
    End,
}

/// Longer signs before the shorter ones that they begin with.
const SIGNS: [&str; 17] = ["!=", "<=", ">=", "=", "<", ">", "(", ")", ",", ";", ":", "+", "*", "/", "%", "-", "×"];

/// What closes a text that opens so.
const QUOTES: [(char, &[char]); 6] =
    [('"', &['"']), ('\'', &['\'']), ('”', &['”']), ('“', &['”', '“']), ('»', &['»', '«']), ('«', &['»'])];

/// The tokens of an assertion; the last is [`Token::End`].
///
/// # Errors
/// The first character that fits nowhere, or a text that is not closed.
pub fn tokens(text: &str) -> Result<Vec<(Token, Span)>, Mistake> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = characters.get(at).copied() {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let (token, end) = match QUOTES.iter().find(|(open, _)| *open == first) {
            Some((_, closing)) => quoted(&characters, at, closing)?,
            None if first.is_ascii_digit() => number(&characters, at)?,
            None if first.is_alphabetic() => name(&characters, at),
            None => sign(&characters, at)?,
        };
        found.push((token, Span { start: at, end }));
        at = end;
    }
    found.push((Token::End, Span { start: at, end: at + 1 }));
    Ok(found)
}

fn quoted(characters: &[char], at: usize, closing: &[char]) -> Result<(Token, usize), Mistake> {
    let inside = characters.get(at + 1..).unwrap_or_default();
    let Some(length) = inside.iter().position(|c| closing.contains(c)) else {
        let span = Span { start: at, end: at + 1 };
        return Err(Mistake::new(span, msg!("text-not-closed")));
    };
    Ok((Token::Text(inside.iter().take(length).collect()), at + length + 2))
}

fn number(characters: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let behind = characters.get(at..).unwrap_or_default();
    let point =
        |index: usize| behind.get(index) == Some(&'.') && behind.get(index + 1).is_some_and(char::is_ascii_digit);
    let length = (0..behind.len())
        .find(|i| !(behind[*i].is_ascii_digit() || behind[*i] == '_' || point(*i)))
        .unwrap_or(behind.len());
    let text: String = behind.iter().take(length).collect();
    let end = at + length;
    let span = Span { start: at, end };
    match Written::parse(&text) {
        Some(number) => Ok((Token::Number(number), end)),
        None => Err(Mistake::new(span, msg!("number-unreadable", text))),
    }
}

fn name(characters: &[char], at: usize) -> (Token, usize) {
    let behind = characters.get(at..).unwrap_or_default();
    let inside = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let mut text: String = behind.iter().take_while(|c| inside(c)).collect();
    text.truncate(text.trim_end_matches(['.', '-']).len());
    let end = at + text.chars().count();
    (Token::Name(text), end)
}

fn sign(characters: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let behind: String = characters.iter().skip(at).take(2).collect();
    match SIGNS.iter().find(|sign| behind.starts_with(**sign)) {
        Some(sign) => Ok((Token::Sign(sign), at + sign.chars().count())),
        None => {
            let found: String = behind.chars().take(1).collect();
            let span = Span { start: at, end: at + 1 };
            Err(Mistake::new(span, msg!("sign-without-meaning", sign = shown(&found))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_decides_how_exact_a_number_is() {
        let parsed = |text| Written::parse(text).map(|w| (w.last_digit, w.last_significant));
        let power = |exponent| Exact::power_of_ten(exponent).unwrap_or(Exact::ZERO);
        assert_eq!(parsed("46"), Some((power(0), power(0))));
        assert_eq!(parsed("120"), Some((power(0), power(1))));
        assert_eq!(parsed("135.4"), Some((power(-1), power(-1))));
        assert_eq!(parsed("10.0"), Some((power(-1), power(-1))));
    }

    #[test]
    fn positions_count_characters() {
        let kinds: Vec<_> = tokens("å.b \"ö x\" >= 1_449").unwrap_or_default();
        let spans: Vec<_> = kinds.iter().map(|(_, span)| (span.start, span.end)).collect();
        assert_eq!(spans, [(0, 3), (4, 9), (10, 12), (13, 18), (18, 19)]);
        assert_eq!(kinds[1].0, Token::Text("ö x".to_owned()));
    }

    #[test]
    fn an_open_text_is_named_where_it_opens() {
        assert_eq!(tokens("a = 'b").map_err(|m| m.span.start), Err(4));
        assert_eq!(tokens("a ? b").map_err(|m| m.span.start), Err(2));
    }
}
