//! What a word is: the one definition that patterns and texts share.
//!
//! Words are letters and digits; `-`, `:`, `'` and `’` belong to a word only between two of them, as in `SIP-möte` and
//! `SIP:en`, so that `vård- och insatsprogram` is three words. Sentences end at `.`, `!` or `?` before a space and
//! something else than a small letter (`t.ex. skolor` goes on), and at line breaks.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether a sentence begins with it.
    pub begins: bool,
}

/// What a byte of UTF-8 begins, told by a table since every byte of every text is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Letter,
    Joiner,
    Stop,
    Break,
    /// The first byte of `À` to `ÿ`.
    Latin,
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Class::Letter,
            b'-' | b':' | b'\'' => Class::Joiner,
            b'.' | b'!' | b'?' => Class::Stop,
            b'\n' | b'\r' => Class::Break,
            0xc3 => Class::Latin,
            0x80.. => Class::Wide,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Among the Latin letters, in their second byte: the bit by which small letters differ from capitals; the signs `×` and
/// `÷`, without it; and `ß`, whose capital is elsewhere.
const SMALL: u8 = 0x20;
const SIGN: u8 = 0x97;
const SHARP_S: u8 = 0x9f;

/// Hands every word of a text with its small letters, which are empty where it is longer than [`LONGEST`].
pub(crate) fn each(text: &str, folded: &mut Vec<u8>, mut hand: impl FnMut(Word, &[u8])) {
    let bytes = text.as_bytes();
    let (mut at, mut ended, mut stopped) = (0, true, false);
    while at < bytes.len() {
        match CLASSES[bytes[at] as usize] {
            Class::Letter | Class::Latin | Class::Wide => {
                let end = word_end(text, at, folded);
                if end == at {
                    at += width(bytes[at]);
                    continue;
                }
                let begins = ended || stopped && !text[at..].starts_with(char::is_lowercase);
                hand(Word { start: at, end, begins }, folded);
                (at, ended, stopped) = (end, false, false);
            }
            Class::Break => (at, ended) = (at + 1, true),
            Class::Stop => {
                at += 1;
                stopped |= text[at..].starts_with(char::is_whitespace);
            }
            Class::Joiner | Class::Other => at += 1,
        }
    }
}

/// Where the word ends that begins at `start`, which is `start` itself where no letter stands there; its small letters.
fn word_end(text: &str, start: usize, folded: &mut Vec<u8>) -> usize {
    let bytes = text.as_bytes();
    folded.clear();
    let mut at = start;
    // A joiner belongs to the word when the letter after it comes.
    let mut joiner = None;
    while let Some(&byte) = bytes.get(at) {
        match CLASSES[byte as usize] {
            Class::Letter => {
                fold_joiner(&mut joiner, folded);
                let letters = |byte: &&u8| CLASSES[**byte as usize] == Class::Letter;
                let run = bytes[at..].iter().take_while(letters).count();
                folded.extend(bytes[at..at + run].iter().map(u8::to_ascii_lowercase));
                at += run;
            }
            Class::Latin if bytes[at + 1] & !SMALL != SIGN => {
                fold_joiner(&mut joiner, folded);
                let small = if bytes[at + 1] == SHARP_S { SHARP_S } else { bytes[at + 1] | SMALL };
                folded.extend([byte, small]);
                at += 2;
            }
            Class::Joiner if joiner.is_none() && at > start => {
                joiner = Some((at, byte));
                at += 1;
            }
            Class::Wide => match text[at..].chars().next() {
                Some(c) if is_letter(c) => {
                    fold_joiner(&mut joiner, folded);
                    c.to_lowercase().for_each(|c| folded.extend(c.encode_utf8(&mut [0; 4]).bytes()));
                    at += c.len_utf8();
                }
                Some(c) if is_joiner(c) && joiner.is_none() && at > start => {
                    joiner = Some((at, b'\''));
                    at += c.len_utf8();
                }
                _ => break,
            },
            _ => break,
        }
    }
    let end = joiner.map_or(at, |(before, _)| before);
    if end - start > LONGEST {
        folded.clear();
    }
    end
}

fn fold_joiner(joiner: &mut Option<(usize, u8)>, folded: &mut Vec<u8>) {
    if let Some((_, sign)) = joiner.take() {
        folded.push(sign);
    }
}

/// How many bytes a character takes that begins with this one.
fn width(first: u8) -> usize {
    match first {
        ..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// The starts of the sentences of a text; the first is 0.
pub(crate) fn sentences(text: &str, starts: &mut Vec<usize>) {
    starts.clear();
    starts.push(0);
    let mut first = true;
    each(text, &mut Vec::new(), |word, _| {
        if word.begins && !std::mem::take(&mut first) {
            starts.push(word.start);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        each(text, &mut Vec::new(), |word, _| found.push(&text[word.start..word.end]));
        found
    }

    #[test]
    fn words_hold_together_where_people_read_them_so() {
        assert_eq!(words("Vård- och SIP-möten, SIP:en 0-18 år"), ["Vård", "och", "SIP-möten", "SIP:en", "0-18", "år"]);
        assert_eq!(words("-ökad 'trygghet'"), ["ökad", "trygghet"]);
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
        let mut own = Vec::new();
        each(text, &mut Vec::new(), |_, folded| own.push(String::from_utf8_lossy(folded).into_owned()));
        let patterns = ["ÅÄÖ", "É", "ß", "ÿÞ", "Ελλάς", "O’Hara", "İx", "ŁÓDŹ", "Ǆ"];
        let mut folded = String::new();
        let expected = patterns.map(|word| {
            fold_into(word, &mut folded);
            folded.clone()
        });
        assert_eq!(own, expected);
    }

    #[test]
    fn noise_has_no_letters() {
        let mut own = Vec::new();
        each(&format!("{} a", "ab".repeat(LONGEST)), &mut Vec::new(), |word, folded| {
            own.push((word.end, folded.len()))
        });
        assert_eq!(own, [(2 * LONGEST, 0), (2 * LONGEST + 2, 1)]);
    }
}
