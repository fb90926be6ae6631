//! Patterns: words and phrases with wildcards, or regular expressions.
//!
//! A pattern is a word or a phrase whose words may hold `*` (any letters, also none) and `?` (one letter), as in
//! quanteda's glob patterns; `re:` marks a regular expression. Both are read without regard to case, in NFC.

use std::fmt;

use regex::{Regex, RegexBuilder};

use super::words;
use crate::spelling::composed;

/// The longest pattern, in characters.
const LONGEST: usize = 500;

/// The largest compiled regular expression, in bytes.
const EXPRESSION_LIMIT: usize = 1 << 20;

/// A pattern that has been read.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Words that stand side by side in one sentence.
    Words(Vec<Glob>),
    /// A regular expression on the text.
    Expression(Box<Regex>),
}

/// A word with wildcards, in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Glob(Vec<Piece>);

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Literal(String),
    One,
    Any,
}

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing but space or punctuation.
    Empty,
    /// Nothing but wildcards, or a regular expression that matches an empty text.
    Everything,
    /// The regular expression cannot be read or is too large; with the reason.
    Expression(String),
    /// More than 500 characters.
    TooLong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Everything => f.write_str("matches everything"),
            Self::Expression(reason) => write!(f, "is no regular expression: {reason}"),
            Self::TooLong => write!(f, "is longer than {LONGEST} characters"),
        }
    }
}

impl Problem {
    /// What to do about it.
    pub fn action(&self) -> &'static str {
        match self {
            Self::Empty => "remove it, or write the word it was meant to be",
            Self::Everything => "write at least one letter beside the wildcards",
            Self::Expression(_) => "mend the expression, or write words instead, with * for any letters",
            Self::TooLong => "divide it into several patterns",
        }
    }
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`Problem`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.chars().count() > LONGEST {
            return Err(Problem::TooLong);
        }
        let text = composed(text.trim());
        match text.strip_prefix("re:") {
            Some(expression) => expression_of(expression.trim()),
            None => words_of(&text),
        }
    }
}

fn expression_of(source: &str) -> Result<Pattern, Problem> {
    if source.is_empty() {
        return Err(Problem::Empty);
    }
    let expression = RegexBuilder::new(source)
        .case_insensitive(true)
        .size_limit(EXPRESSION_LIMIT)
        .dfa_size_limit(EXPRESSION_LIMIT)
        .nest_limit(50)
        .build()
        .map_err(|error| Problem::Expression(reason(&error)))?;
    if expression.is_match("") { Err(Problem::Everything) } else { Ok(Pattern::Expression(Box::new(expression))) }
}

/// The last line of the library's message, which says what is wrong without drawing it.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or_default();
    last.trim_start_matches("error:").trim().to_owned()
}

fn words_of(text: &str) -> Result<Pattern, Problem> {
    let part_of_word = |c: char| words::is_letter(c) || matches!(c, '*' | '?');
    let mut globs = Vec::new();
    let mut word = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = words::is_joiner(c) && !word.is_empty() && rest.peek().is_some_and(|c| part_of_word(*c));
        if part_of_word(c) || joins {
            word.push(c);
        } else if !word.is_empty() {
            globs.push(Glob::of(&std::mem::take(&mut word)));
        }
    }
    if !word.is_empty() {
        globs.push(Glob::of(&word));
    }
    match globs.as_slice() {
        [] => Err(Problem::Empty),
        globs if globs.iter().all(|glob| glob.literals().next().is_none()) => Err(Problem::Everything),
        _ => Ok(Pattern::Words(globs)),
    }
}

impl Glob {
    fn of(word: &str) -> Self {
        let mut folded = String::new();
        words::fold_into(word, &mut folded);
        let mut pieces: Vec<Piece> = Vec::new();
        for c in folded.chars() {
            match (c, pieces.last_mut()) {
                ('*', Some(Piece::Any)) => {}
                ('*', _) => pieces.push(Piece::Any),
                ('?', _) => pieces.push(Piece::One),
                (c, Some(Piece::Literal(literal))) => literal.push(c),
                (c, _) => pieces.push(Piece::Literal(c.into())),
            }
        }
        Self(pieces)
    }

    /// The letters between wildcards.
    pub fn literals(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Literal(literal) => Some(literal.as_str()),
            _ => None,
        })
    }

    /// Whether it has no wildcard.
    pub fn is_exact(&self) -> bool {
        matches!(self.0.as_slice(), [Piece::Literal(_)])
    }

    /// The letters with which every match begins; empty after a wildcard.
    pub fn prefix(&self) -> &str {
        match self.0.first() {
            Some(Piece::Literal(literal)) => literal,
            _ => "",
        }
    }

    /// Whether a word in small letters matches.
    pub fn matches(&self, word: &str) -> bool {
        // The usual walk with one way back: to the last `*`, which then takes one letter more.
        let (mut piece, mut rest) = (0, word);
        let mut back: Option<(usize, &str)> = None;
        loop {
            let step = match self.0.get(piece) {
                Some(Piece::Any) => {
                    back = Some((piece + 1, rest));
                    piece += 1;
                    continue;
                }
                Some(Piece::One) => rest.chars().next().map(|c| &rest[c.len_utf8()..]),
                Some(Piece::Literal(literal)) => rest.strip_prefix(literal.as_str()),
                None if rest.is_empty() => return true,
                None => None,
            };
            if let Some(after) = step {
                (piece, rest) = (piece + 1, after);
                continue;
            }
            let Some((from, taken)) = back else { return false };
            let Some(c) = taken.chars().next() else { return false };
            let taken = &taken[c.len_utf8()..];
            back = Some((from, taken));
            (piece, rest) = (from, taken);
        }
    }

    /// Whether every word that `other` matches is matched by this one, as far as can be told from their form: `utbild*`
    /// covers `utbildning` and `utbildnings*`.
    pub fn covers(&self, other: &Self) -> bool {
        // A wildcard of the other stands for a letter that no pattern writes, so only a wildcard here can take it.
        let stand_in = |piece: &Piece| match piece {
            Piece::Literal(literal) => literal.clone(),
            Piece::One => "\u{1}".to_owned(),
            Piece::Any => "\u{1}\u{2}".to_owned(),
        };
        let most: String = other.0.iter().map(stand_in).collect();
        let least: String = other.literals().collect();
        self.matches(&most) && (other.0.iter().all(|p| *p != Piece::Any) || self.matches(&least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glob(text: &str) -> Glob {
        match Pattern::parse(text) {
            Ok(Pattern::Words(globs)) => globs[0].clone(),
            _ => Glob(Vec::new()),
        }
    }

    #[test]
    fn wildcards_match_inside_words() {
        assert!(glob("utbild*").matches("utbildningar") && !glob("utbild*").matches("vidareutbildning"));
        assert!(glob("*vägledning").matches("vägledning") && glob("*vägledning").matches("studievägledning"));
        assert!(glob("samord*plan*").matches("samordningsplanen") && !glob("samord*plan*").matches("samordning"));
        assert!(glob("m?te").matches("möte") && !glob("m?te").matches("mte"));
        assert!(glob("*a*a*b").matches("aaaab") && !glob("*a*a*b").matches("aaaac"));
    }

    #[test]
    fn what_cannot_be_a_pattern_is_said() {
        assert_eq!(Pattern::parse("  ").err(), Some(Problem::Empty));
        assert_eq!(Pattern::parse("*").err(), Some(Problem::Everything));
        assert_eq!(Pattern::parse("* ?").err(), Some(Problem::Everything));
        assert_eq!(Pattern::parse("re:x*").err(), Some(Problem::Everything));
        assert!(matches!(Pattern::parse("re:(").err(), Some(Problem::Expression(_))));
        assert!(matches!(Pattern::parse("re:(((a{99}){99}){99})b").err(), Some(Problem::Expression(_))));
    }

    #[test]
    fn covering_is_told_from_the_form() {
        assert!(glob("utbild*").covers(&glob("utbildning*")) && !glob("utbildning*").covers(&glob("utbild*")));
        assert!(glob("*vård*").covers(&glob("vård")) && !glob("vård?").covers(&glob("vård*")));
    }
}
