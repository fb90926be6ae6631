//! Divides texts into tokens and sentences.
//!
//! Sentences end at `.`, `!` or `?` before a space and something else than a small letter (`t.ex. skolor` goes on), and at line
//! breaks.
//!
//! Texts are mostly ASCII and Latin letters, and nearly all the time of reading one word by word goes into mispredicted
//! branches. So all bytes are classified first, without branches, and words are then runs of bits. Only words with other
//! characters are read one character at a time.

use std::ops::Range;

use super::blocks::{Bits, Blocks};
use super::word::{LONGEST, Letters, PREFIX_BYTES, Token, TokenSink, fold_into, is_joiner, is_letter};

/// Finds the tokens of texts; its buffers are kept for the next text.
#[derive(Default)]
pub(crate) struct Tokenizer(Blocks);

/// What stands between two tokens.
#[derive(Clone, Copy, PartialEq)]
struct Gap {
    broken: bool,
    stopped: bool,
}

impl Gap {
    const NOTHING: Self = Self { broken: false, stopped: false };

    /// Looks at a byte that belongs to no word.
    fn pass(&mut self, text: &str, at: usize) {
        match text.as_bytes()[at] {
            b'\n' | b'\r' => self.broken = true,
            b'.' | b'!' | b'?' => self.stopped |= text[at + 1..].starts_with(char::is_whitespace),
            _ => {}
        }
    }

    /// Whether a sentence begins with the word at `start`. After a word nothing has stood yet.
    fn end(&mut self, text: &str, start: usize) -> bool {
        let begins = self.broken || self.stopped && !text[start..].starts_with(char::is_lowercase);
        *self = Self::NOTHING;
        begins
    }
}

impl Tokenizer {
    /// Hands the tokens of a text over.
    pub fn tokenize(&mut self, text: &str, sink: &mut impl TokenSink) {
        self.0.classify(text.as_bytes());
        let Blocks { small, edges, non_latin, .. } = &self.0;
        let mut gap = Gap { broken: true, stopped: false };
        let mut at = 0;
        let (mut edges, mut non_latin) = (Bits::of(edges), Bits::of(non_latin));
        let mut next_non_latin = non_latin.next();
        while let Some(start) = edges.next() {
            let end = edges.next().unwrap_or(text.len());
            let plain = start == at + 1 && text.as_bytes()[at] == b' ' && gap == Gap::NOTHING;
            if !plain {
                (at..start).for_each(|at| gap.pass(text, at));
            }
            at = end;
            if next_non_latin.is_some_and(|next| next < end) {
                one_by_one(text, start..end, &mut gap, sink);
                next_non_latin = non_latin.find(|next| *next >= end);
                continue;
            }
            let starts_sentence = !plain && gap.end(text, start);
            let token = Token { start: start as u32, end: end as u32, starts_sentence };
            sink.push(token, Letters::new(&small[start..], end - start));
        }
    }
}

/// Hands over the tokens of a part of the text that holds characters beyond the Latin letters.
fn one_by_one(text: &str, part: Range<usize>, gap: &mut Gap, sink: &mut impl TokenSink) {
    let mut folded = String::new();
    let mut at = part.start;
    while let Some(c) = text[at..part.end].chars().next() {
        if is_letter(c) {
            let end = at + word_length(&text[at..part.end]);
            fold_into(&text[at..end], &mut folded);
            let length = if end - at > LONGEST { 0 } else { folded.len() };
            folded.extend(['\0'; PREFIX_BYTES]);
            let token = Token { start: at as u32, end: end as u32, starts_sentence: gap.end(text, at) };
            sink.push(token, Letters::new(folded.as_bytes(), length));
            at = end;
        } else {
            gap.pass(text, at);
            at += c.len_utf8();
        }
    }
}

/// How long the word is that a text begins with, in bytes.
fn word_length(text: &str) -> usize {
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if !(is_letter(c) || is_joiner(c) && rest.peek().is_some_and(|(_, c)| is_letter(*c))) {
            return at;
        }
    }
    text.len()
}

/// The starts of the sentences of a text; the first is 0.
pub(crate) fn sentences(text: &str, starts: &mut Vec<usize>) {
    starts.clear();
    starts.push(0);
    let mut first = true;
    Tokenizer::default().tokenize(text, &mut |token: Token, _: Letters<'_>| {
        if token.starts_sentence && !std::mem::take(&mut first) {
            starts.push(token.start as usize);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a text and their small letters.
    fn found(text: &str) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        Tokenizer::default().tokenize(text, &mut |token: Token, letters: Letters<'_>| {
            let small = String::from_utf8_lossy(letters.all()).into_owned();
            found.push((&text[token.start as usize..token.end as usize], small));
        });
        found
    }

    fn words(text: &str) -> Vec<&str> {
        found(text).into_iter().map(|(word, _)| word).collect()
    }

    fn small(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(_, small)| small).collect()
    }

    #[test]
    fn words_hold_together_where_people_read_them_so() {
        assert_eq!(words("Vård- och SIP-möten, SIP:en 0-18 år"), ["Vård", "och", "SIP-möten", "SIP:en", "0-18", "år"]);
        assert_eq!(words("-ökad 'trygghet'"), ["ökad", "trygghet"]);
        assert_eq!(
            words("“SIP”–barn’s-, 3×4 å÷ö a--b c:’d"),
            ["SIP", "barn’s", "3", "4", "å", "ö", "a", "b", "c", "d"]
        );
    }

    #[test]
    fn sentences_end_where_people_stop() {
        let starts = |text: &str| {
            let mut starts = Vec::new();
            sentences(text, &mut starts);
            starts
        };
        // Ö is two bytes; the line break after the exclamation mark begins a sentence of its own.
        assert_eq!(starts("Vi utbildar t.ex. skolor. Ökad trygghet!\nSlut"), [0, 26, 42]);
        assert_eq!(starts("version 2.1 är ute."), [0]);
        assert_eq!(starts("  Hur? (Så.) nej. 12 möten"), [0, 8, 19], "a sign after the stop goes on, a digit does not");
    }

    #[test]
    fn small_letters_are_those_that_patterns_are_written_in() {
        let text = "ÅÄÖ×É÷ß ÿÞ Ελλάς O’Hara İx ŁÓDŹ Ǆ";
        let patterns = ["ÅÄÖ", "É", "ß", "ÿÞ", "Ελλάς", "O’Hara", "İx", "ŁÓDŹ", "Ǆ"];
        let mut folded = String::new();
        let expected = patterns.map(|word| {
            fold_into(word, &mut folded);
            folded.clone()
        });
        assert_eq!(small(text), expected);
    }

    #[test]
    fn noise_has_no_letters() {
        assert_eq!(small(&format!("{} a {} b", "ab".repeat(LONGEST), "Ł".repeat(LONGEST))), ["", "a", "", "b"]);
    }
}
