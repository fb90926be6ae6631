//! The definition of a word, which patterns and texts share.
//!
//! Words are letters and digits; `-`, `:`, `'` and `’` belong to a word only between two of them, as in `SIP-möte` and
//! `SIP:en`, so that `vård- och insatsprogram` is three words.

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

/// A word where it stands in a text; offsets are bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Whether a sentence starts with it.
    pub starts_sentence: bool,
}

/// The letters of a word, small ones in the place of capitals; none where it is longer than [`LONGEST`].
#[derive(Clone, Copy)]
pub(crate) struct Letters<'a> {
    /// Its first 16 bytes: up to that length two words are the same when these are and their lengths.
    pub prefix: u128,
    /// How many bytes they are.
    pub length: usize,
    /// They begin here; at least [`PREFIX_BYTES`] bytes follow.
    pub from: &'a [u8],
}

impl<'a> Letters<'a> {
    /// Those of a word of so many bytes; [`PREFIX_BYTES`] bytes must follow.
    pub fn new(from: &'a [u8], length: usize) -> Self {
        let length = if length > LONGEST { 0 } else { length };
        let prefix = from.first_chunk().map_or(0, |prefix| u128::from_le_bytes(*prefix));
        Self { prefix: prefix & PREFIX_MASKS[length.min(PREFIX_BYTES)], length, from }
    }

    /// All of them.
    pub fn all(&self) -> &'a [u8] {
        &self.from[..self.length]
    }
}

/// What takes the tokens of a text, one after the other.
pub(crate) trait TokenSink {
    /// Takes a token.
    fn push(&mut self, token: Token, letters: Letters<'_>);
}

/// How many bytes the prefix of a word has.
pub(crate) const PREFIX_BYTES: usize = size_of::<u128>();

/// The bytes of a prefix that belong to a word of so many.
const PREFIX_MASKS: [u128; PREFIX_BYTES + 1] = {
    let mut masks = [u128::MAX; PREFIX_BYTES + 1];
    let mut length = 0;
    while length < PREFIX_BYTES {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

impl<F: FnMut(Token, Letters<'_>)> TokenSink for F {
    fn push(&mut self, token: Token, letters: Letters<'_>) {
        self(token, letters);
    }
}
