//! Patterns: words and phrases with wildcards, or regular expressions.
//!
//! A pattern is a word or a phrase whose words may hold `*` (any letters, also none) and `?` (one letter), as in
//! quanteda's glob patterns; `re:` marks a regular expression. Both are read without regard to case, in NFC.
//!
//! Texts are compared word by word, and punctuation is no part of a word. So a pattern that holds any is an error: it would
//! match texts without it, too. `-`, `:` and apostrophes inside a word belong to the word, as in texts, and so may a
//! hyphen stand beside a space within a phrase, as in `vård- och omsorg`.

use std::collections::BTreeSet;
use std::fmt;

use regex::{Regex, RegexBuilder};

pub use super::glob::Glob;
use super::words;
use crate::diagnostic::shown;
use crate::msg;
use crate::spelling::composed;
use crate::wording::{Arg, Language, Message, all_of, library_says};

/// The longest pattern, in characters.
const LONGEST: usize = 500;

/// The longest pattern for which a message writes out what to write instead, in characters.
const LONGEST_PROPOSAL: usize = 40;

/// The largest compiled regular expression, in bytes.
const EXPRESSION_LIMIT: usize = 1 << 20;

/// What marks a regular expression.
const EXPRESSION_MARK: &str = "re:";

/// A pattern that has been read.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Words that stand side by side in one sentence.
    Words(Vec<Glob>),
    /// A regular expression on the text.
    Expression(Box<Regex>),
}

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing but space.
    Empty,
    /// Nothing but wildcards, or a regular expression that matches an empty text.
    Everything,
    /// It holds characters that belong to no word.
    Punctuation {
        /// The characters, each once.
        characters: Vec<char>,
        /// What to do.
        action: Message,
    },
    /// The regular expression cannot be read or is too large; with the reason.
    Expression(String),
    /// More than 500 characters.
    TooLong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(msg!("the-pattern")).text(Language::English))
    }
}

impl std::error::Error for Problem {}

impl Problem {
    /// What is wrong and what to do about it, of a pattern that the message calls so.
    pub fn message(&self, pattern: impl Into<Arg>) -> Message {
        match self {
            Self::Empty => msg!("pattern-empty", pattern),
            Self::Everything => msg!("pattern-matches-everything", pattern),
            Self::Punctuation { characters, action } => {
                let signs = all_of(characters.iter().map(|c| shown(&c.to_string())));
                msg!("pattern-with-punctuation", pattern, signs, action)
            }
            Self::Expression(reason) => msg!("pattern-expression-invalid", pattern, reason = library_says(reason)),
            Self::TooLong => msg!("pattern-too-long", pattern, most = LONGEST.to_string()),
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
        match text.strip_prefix(EXPRESSION_MARK) {
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
    let words: Vec<_> = text.split_whitespace().collect();
    let within_phrase = |(at, word)| without_hyphens(word, at > 0, at + 1 < words.len());
    let words: Vec<_> = words.iter().copied().enumerate().map(within_phrase).collect();
    let foreign: BTreeSet<char> = words.iter().flat_map(|word| foreign(word)).collect();
    if !foreign.is_empty() {
        return Err(Problem::Punctuation { characters: foreign.into_iter().collect(), action: instead(text) });
    }
    let globs: Vec<_> = words.into_iter().map(Glob::of).collect();
    match globs.as_slice() {
        [] => Err(Problem::Empty),
        globs if globs.iter().all(|glob| glob.literals().next().is_none()) => Err(Problem::Everything),
        _ => Ok(Pattern::Words(globs)),
    }
}

/// A letter or a wildcard.
fn is_of_word(c: char) -> bool {
    words::is_letter(c) || matches!(c, '*' | '?')
}

/// Drops the hyphen of `vård- och omsorg` and of `in- och -utskrivning`, as reading a text does.
fn without_hyphens(word: &str, follows: bool, goes_on: bool) -> &str {
    let bare = word.strip_suffix('-').filter(|bare| goes_on && bare.ends_with(is_of_word)).unwrap_or(word);
    bare.strip_prefix('-').filter(|bare| follows && bare.starts_with(is_of_word)).unwrap_or(bare)
}

/// The characters that belong to no word of a text.
fn foreign(word: &str) -> Vec<char> {
    let characters: Vec<_> = word.chars().collect();
    let of_word = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(|c| is_of_word(*c));
    let joins = |at: usize| words::is_joiner(characters[at]) && of_word(at.checked_sub(1)) && of_word(Some(at + 1));
    let is_foreign = |at: &usize| !is_of_word(characters[*at]) && !joins(*at);
    (0..characters.len()).filter(is_foreign).map(|at| characters[at]).collect()
}

/// What to write in the place of a pattern with punctuation.
fn instead(text: &str) -> Message {
    if text.chars().count() > LONGEST_PROPOSAL {
        return msg!("write-words-or-expression");
    }
    let written = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let exactly = written(&as_expression(text));
    let bare: Vec<_> = text.split(|c| !is_of_word(c)).filter(|word| !word.is_empty()).collect();
    let open = format!("{}{text}{}", star(text.starts_with('-')), star(text.ends_with('-')));
    match bare.as_slice() {
        [] => msg!("write-exactly", exactly),
        _ if open != text && words_of(&open).is_ok() => msg!("write-longer-words", open = written(&open), exactly),
        [word] => msg!("write-the-word", word = written(word), exactly),
        words => msg!("write-the-words", words = written(&words.join(" ")), exactly),
    }
}

fn star(is_open: bool) -> &'static str {
    if is_open { "*" } else { "" }
}

/// A pattern as a regular expression for exactly its characters.
fn as_expression(text: &str) -> String {
    let mut expression = String::from(EXPRESSION_MARK);
    let edge = |is_word: bool| if is_word { r"\b" } else { "" };
    expression += edge(text.starts_with(is_of_word));
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            expression += r"\s+";
        }
        expression += &regex::escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w");
    }
    expression + edge(text.ends_with(is_of_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_pattern_is_said() {
        assert_eq!(Pattern::parse("  ").err(), Some(Problem::Empty));
        assert_eq!(Pattern::parse("\u{200b}").err(), Some(Problem::Empty));
        assert_eq!(Pattern::parse("*").err(), Some(Problem::Everything));
        assert_eq!(Pattern::parse("* ?").err(), Some(Problem::Everything));
        assert_eq!(Pattern::parse("re:x*").err(), Some(Problem::Everything));
        assert!(matches!(Pattern::parse("re:(").err(), Some(Problem::Expression(_))));
        assert!(matches!(Pattern::parse("re:(((a{99}){99}){99})b").err(), Some(Problem::Expression(_))));
    }

    /// What a pattern is told to hold, and what to write instead.
    fn refused(pattern: &str) -> (String, String) {
        match Pattern::parse(pattern) {
            Err(Problem::Punctuation { characters, action }) => {
                (characters.into_iter().collect(), action.text(Language::English))
            }
            other => (format!("{other:?}"), String::new()),
        }
    }

    #[test]
    fn punctuation_that_belongs_to_no_word_is_refused() {
        for (pattern, characters) in [
            ("C++", "+"),
            ("C#", "#"),
            ("A/B", "/"),
            ("24/7", "/"),
            ("&", "&"),
            ("barn & unga", "&"),
            ("3,5", ","),
            ("(x)", "()"),
            ("\"x\"", "\""),
            ("”x”", "”"),
            ("'x'", "'"),
            ("-metoden", "-"),
            ("SIP-", "-"),
            ("a - b", "-"),
            ("a--b", "-"),
            ("18–24", "–"),
            (".se", "."),
            ("t.ex.", "."),
            ("mål:", ":"),
            ("Re: svar", ":"),
            ("100 %", "%"),
            ("2 kap 7 § SoL", "§"),
            ("snake_case", "_"),
            ("glad 🙂", "🙂"),
            ("vård-/omsorg*", "-/"),
            ("*+", "+"),
        ] {
            assert_eq!(refused(pattern).0, characters, "{pattern}");
        }
    }

    #[test]
    fn what_texts_read_as_words_is_a_pattern() {
        for (pattern, words) in [
            ("SIP-möte", 1),
            ("SIP:en", 1),
            ("barn’s", 1),
            ("18-24", 1),
            ("*-metoden", 1),
            ("SIP-*", 1),
            ("vård- och omsorg*", 3),
            ("in- och -utskrivning", 3),
            ("ut\u{200b}bild*", 1),
        ] {
            let read = Pattern::parse(pattern);
            assert!(matches!(&read, Ok(Pattern::Words(globs)) if globs.len() == words), "{pattern}: {read:?}");
        }
    }

    #[test]
    fn the_message_says_what_to_write_instead() {
        assert_eq!(
            refused("C++").1,
            r#"write "C" for the word alone, or "re:\\bC\\+\\+" for exactly these characters"#
        );
        assert!(refused("A/B").1.starts_with(r#"write "A B" for the words with anything but"#));
        assert!(refused("-metoden").1.starts_with(r#"write "*-metoden" for words that are longer"#));
        assert_eq!(refused("&").1, r#"write "re:\\&" for exactly these characters"#);
        for (pattern, text) in [("C++", "i C++ och"), (".se", "på umo.se"), ("*bild* 100 %", "Utbildar  100 %")] {
            match Pattern::parse(&as_expression(pattern)) {
                Ok(Pattern::Expression(expression)) => assert!(expression.is_match(text), "{pattern}"),
                other => panic!("{other:?}"),
            }
        }
    }
}
