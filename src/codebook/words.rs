//! What a word is: the one definition that patterns and texts share.
//!
//! Words are letters and digits; `-`, `:`, `'` and `’` belong to a word only between two of them, as in `SIP-möte` and
//! `SIP:en`, so that `vård- och insatsprogram` is three words. Sentences end at `.`, `!` or `?` before a space and
//! something else than a small letter (`t.ex. skolor` goes on), and at line breaks.

use std::ops::Range;

/// The longest word that can match, in bytes: longer ones are no words but noise, and looking at them again and again
/// would make a hostile text slow.
pub(crate) const LONGEST: usize = 256;

/// A letter, digit or mark.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark(c) }
}

/// Combining marks of scripts whose letters have no composed form.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// A sign that holds a word together when it stands between two letters.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '-' | ':' | '\'' | '’')
}

/// Writes small letters in the place of capitals.
pub(crate) fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    for c in word.chars() {
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' => folded.push(c.to_ascii_lowercase()),
            '’' => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// A word of a text; offsets are bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Whether a sentence begins with it.
    pub begins: bool,
}

/// The letters of a word, small ones in the place of capitals; none where it is longer than [`LONGEST`].
#[derive(Clone, Copy)]
pub(crate) struct Letters<'a> {
    /// Its first 16 bytes: up to that length two words are the same when these are and their lengths.
    pub head: u128,
    /// How many bytes they are.
    pub length: usize,
    /// They begin here; at least as many bytes follow as a head has.
    pub from: &'a [u8],
}

impl<'a> Letters<'a> {
    /// Those of a word of so many bytes; [`HEAD`] bytes must follow.
    #[inline]
    pub fn new(from: &'a [u8], length: usize) -> Self {
        let length = if length > LONGEST { 0 } else { length };
        let head = from.first_chunk().map_or(0, |head| u128::from_le_bytes(*head));
        Self { head: head & OWN[length.min(HEAD)], length, from }
    }

    /// All of them.
    #[inline]
    pub fn all(&self) -> &'a [u8] {
        &self.from[..self.length]
    }
}

/// Who takes the words of a text, one after the other.
pub(crate) trait Taker {
    /// Takes a word.
    fn take(&mut self, word: Word, letters: Letters<'_>);
}

/// How many bytes the head of a word has.
pub(crate) const HEAD: usize = size_of::<u128>();

/// The bytes of a head that belong to a word of so many.
const OWN: [u128; HEAD + 1] = {
    let mut own = [u128::MAX; HEAD + 1];
    let mut length = 0;
    while length < HEAD {
        own[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    own
};

/// Where words are found; its room is kept for the next text.
///
/// Texts are mostly ASCII and Latin letters, and nearly all the time of reading one word by word goes into branches that no
/// processor foresees. So letters, joiners and small letters are first told for all bytes alike, without a branch, and words
/// are then runs of bits. Only where other characters stand is the text read one by one.
#[derive(Default)]
pub(crate) struct Finder {
    /// The text between zero bytes.
    padded: Vec<u8>,
    /// The text with small letters in the place of capitals, and zero bytes after it.
    small: Vec<u8>,
    /// A bit for each byte: whether a word begins or ends there, as far as can be told; whether that must be looked at.
    edges: Vec<u64>,
    strange: Vec<u64>,
}

/// What stood between the last word and the next.
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

impl Finder {
    /// Hands over the words of a text.
    pub fn find(&mut self, text: &str, taker: &mut impl Taker) {
        self.tell(text.as_bytes());
        let Self { small, edges, strange, .. } = self;
        let mut gap = Gap { broken: true, stopped: false };
        let mut at = 0;
        let (mut edges, mut strange) = (Bits::of(edges), Bits::of(strange));
        let mut stranger = strange.next();
        while let Some(start) = edges.next() {
            let end = edges.next().unwrap_or(text.len());
            let plain = start == at + 1 && text.as_bytes()[at] == b' ' && gap == Gap::NOTHING;
            if !plain {
                (at..start).for_each(|at| gap.pass(text, at));
            }
            at = end;
            if stranger.is_some_and(|stranger| stranger < end) {
                one_by_one(text, start..end, &mut gap, taker);
                stranger = strange.find(|stranger| *stranger >= end);
                continue;
            }
            let begins = !plain && gap.end(text, start);
            let word = Word { start: start as u32, end: end as u32, begins };
            taker.take(word, Letters::new(&small[start..], end - start));
        }
    }

    /// Tells what every byte is.
    fn tell(&mut self, bytes: &[u8]) {
        let Self { padded, small, edges, strange, .. } = self;
        let length = bytes.len().next_multiple_of(BLOCK);
        padded.clear();
        padded.push(0);
        padded.extend_from_slice(bytes);
        padded.resize(1 + length + BLOCK, 0);
        small.clear();
        small.resize(length + BLOCK, 0);
        edges.clear();
        strange.clear();
        let around = padded.as_chunks().0.iter().zip(padded[1..].as_chunks().0);
        // Whether the byte before is a letter, and belongs to a word.
        let (mut letter, mut within) = (0, 0);
        for (at, (small, (before, bytes))) in small[..length].as_chunks_mut().0.iter_mut().zip(around).enumerate() {
            *small = small_letters(before, bytes);
            let letters = pack(&bytes.map(may_be_letter));
            let next = u64::from(may_be_letter(padded[1 + (at + 1) * BLOCK])) << (BLOCK - 1);
            let held = (letters << 1 | letter) & (letters >> 1 | next);
            let runs = letters | pack_if_any(&bytes.map(is_plain_joiner)) & held;
            edges.push(runs ^ (runs << 1 | within));
            (letter, within) = (letters >> (BLOCK - 1), runs >> (BLOCK - 1));
            strange.push(pack_if_any(&strangers(before, bytes)));
        }
    }
}

/// Hands over the words of a part of the text that holds characters beyond the Latin letters.
#[cold]
fn one_by_one(text: &str, part: Range<usize>, gap: &mut Gap, taker: &mut impl Taker) {
    let mut folded = String::new();
    let mut at = part.start;
    while let Some(c) = text[at..part.end].chars().next() {
        if is_letter(c) {
            let end = at + word_length(&text[at..part.end]);
            fold_into(&text[at..end], &mut folded);
            let length = if end - at > LONGEST { 0 } else { folded.len() };
            folded.extend(['\0'; HEAD]);
            let word = Word { start: at as u32, end: end as u32, begins: gap.end(text, at) };
            taker.take(word, Letters::new(folded.as_bytes(), length));
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

/// How many bytes are told at a time.
const BLOCK: usize = 64;

/// Latin letters in UTF-8 are this byte and another. In the other, small letters differ from capitals by one bit; without it
/// the signs `×` and `÷` are the same. `ß` is small, and its capital is elsewhere.
const LATIN: u8 = 0xc3;
const SMALL: u8 = 0x20;
const SIGN: u8 = 0x97;
const SHARP_S: u8 = 0x9f;

/// 1 for ASCII letters and digits and for all that is not ASCII, until it is looked at; 0 for others.
#[inline]
fn may_be_letter(byte: u8) -> u8 {
    u8::from(((byte | SMALL).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80))
}

/// 1 for the joiners that are ASCII; 0 for others.
#[inline]
fn is_plain_joiner(byte: u8) -> u8 {
    u8::from((byte == b'-') | (byte == b':') | (byte == b'\''))
}

#[inline]
fn is_latin(first: u8, second: u8) -> bool {
    (first == LATIN) & (second & !SMALL != SIGN)
}

/// Small letters in the place of capitals.
fn small_letters(before: &[u8; BLOCK], bytes: &[u8; BLOCK]) -> [u8; BLOCK] {
    std::array::from_fn(|at| {
        let byte = bytes[at];
        let latin = is_latin(before[at], byte) & (byte.wrapping_sub(0x80) < SHARP_S - 0x80);
        let capital = (byte.wrapping_sub(b'A') < 26) | latin;
        byte | (u8::from(capital) * SMALL)
    })
}

/// 1 for a byte of characters beyond the Latin letters, and for the second of a sign among these; 0 for others.
fn strangers(before: &[u8; BLOCK], bytes: &[u8; BLOCK]) -> [u8; BLOCK] {
    std::array::from_fn(|at| {
        let byte = bytes[at];
        u8::from((byte >= 0x80) & (byte != LATIN) & !is_latin(before[at], byte))
    })
}

/// [`pack`], for bytes that are mostly all 0.
#[inline]
fn pack_if_any(bytes: &[u8; BLOCK]) -> u64 {
    if bytes.iter().fold(0, |any, byte| any | byte) == 0 { 0 } else { pack(bytes) }
}

/// Bytes that are 1 or 0 as bits. Multiplied so, eight of them gather in the highest byte, each at its place.
fn pack(bytes: &[u8; BLOCK]) -> u64 {
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = bytes.as_chunks::<8>();
    let byte = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56;
    eights.iter().rev().fold(0, |bits, eight| bits << 8 | byte(eight))
}

/// The places of the bits that are set.
struct Bits<'a> {
    /// What is left of the block that is looked at, and where the next one begins.
    left: u64,
    next: usize,
    blocks: std::slice::Iter<'a, u64>,
}

impl<'a> Bits<'a> {
    fn of(blocks: &'a [u64]) -> Self {
        Self { left: 0, next: 0, blocks: blocks.iter() }
    }
}

impl Iterator for Bits<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.left = *self.blocks.next()?;
            self.next += BLOCK;
        }
        let at = self.next - BLOCK + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(at)
    }
}

/// The starts of the sentences of a text; the first is 0.
pub(crate) fn sentences(text: &str, starts: &mut Vec<usize>) {
    starts.clear();
    starts.push(0);
    let mut first = true;
    Finder::default().find(text, &mut |word: Word, _: Letters<'_>| {
        if word.begins && !std::mem::take(&mut first) {
            starts.push(word.start as usize);
        }
    });
}

impl<F: FnMut(Word, Letters<'_>)> Taker for F {
    fn take(&mut self, word: Word, letters: Letters<'_>) {
        self(word, letters);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text and their small letters.
    fn found(text: &str) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        Finder::default().find(text, &mut |word: Word, letters: Letters<'_>| {
            let small = String::from_utf8_lossy(letters.all()).into_owned();
            found.push((&text[word.start as usize..word.end as usize], small));
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
