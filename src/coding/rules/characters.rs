//! Counts characters: evidence is told by characters, matches are found by bytes.

use super::matches::Match;
use super::stored::StoredMatch;

/// The characters of an intervention's texts.
#[derive(Default)]
pub(super) struct Characters {
    /// By block of bytes: how many characters begin before it.
    before: Vec<u32>,
    /// Where the texts end, with the line break after them, and how many characters begin before that.
    pub ends: Vec<u32>,
    characters: Vec<u32>,
}

/// How many bytes are counted together.
const BLOCK: usize = 64;

/// How many characters begin in some bytes of UTF-8.
fn characters_in(bytes: &[u8]) -> u32 {
    let goes_on = |byte: &u8| u8::from(byte & 0xc0 == 0x80);
    bytes.len() as u32 - u32::from(bytes.iter().map(goes_on).sum::<u8>())
}

impl Characters {
    /// Counts the characters of all texts.
    pub fn count(&mut self, text: &str) {
        let mut before = 0;
        self.before.clear();
        for block in text.as_bytes().chunks(BLOCK) {
            self.before.push(before);
            before += characters_in(block);
        }
        self.before.push(before);
        let characters = self.ends.iter().map(|end| self.before_byte(text, *end));
        self.characters = characters.collect();
    }

    /// How many characters begin before a byte.
    fn before_byte(&self, text: &str, byte: u32) -> u32 {
        let (byte, block) = (byte as usize, byte as usize / BLOCK);
        self.before[block] + characters_in(&text.as_bytes()[block * BLOCK..byte])
    }

    /// A match by the characters of the text that it stands in, counted from 1.
    pub fn place(&self, text: &str, m: &Match) -> StoredMatch {
        let at = self.ends.iter().filter(|end| **end <= m.start).count();
        let before = if at == 0 { 0 } else { self.characters[at - 1] };
        let (from, to) = (self.before_byte(text, m.start) + 1 - before, self.before_byte(text, m.end) - before);
        StoredMatch { pattern: m.pattern, text: at as u8, from, to }
    }
}
