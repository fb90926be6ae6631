//! Which encoding a text is in, and how sure that is.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::msg;
use crate::wording::Message;

/// How sure a detection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Declared by the user, or said by the file itself.
    Certain,
    /// Nothing else fits well.
    Likely,
    /// One reading of several.
    Unsure,
}

impl Certainty {
    /// What people call it.
    pub fn called(self) -> Message {
        match self {
            Self::Certain => msg!("certain"),
            Self::Likely => msg!("likely"),
            Self::Unsure => msg!("unsure"),
        }
    }
}

/// A text and how it was decoded.
#[derive(Clone, Debug)]
pub struct Decoded<'b> {
    /// The text, without a byte order mark; the bytes themselves where they are UTF-8.
    pub text: Cow<'b, str>,
    /// The encoding's name, as `UTF-8`.
    pub encoding: &'static str,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why it was chosen.
    pub reason: Message,
    /// The line, counted from 1, of the first bytes that are not valid in the encoding.
    pub malformed: Option<usize>,
    /// The line, counted from 1, of the first bytes in another encoding than the rest: some lines are UTF-8, this is not.
    pub mixed: Option<usize>,
}

/// Decodes a file's bytes: as declared, or as they look.
///
/// A byte order mark says what it says; text with a zero in every other byte is UTF-16; what is valid UTF-8 is UTF-8; the
/// rest is Windows-1252, of which Latin-1 text is a part, or MacRoman where the letters å, ä, ö stand at its places alone.
pub fn decode<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Decoded<'b> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let valid_utf8 = marked.is_none() && std::str::from_utf8(bytes).is_ok();
    let (encoding, certainty, reason) = match (declared, marked) {
        (Some(encoding), _) => (encoding, Certainty::Certain, msg!("encoding-declared")),
        (None, Some(encoding)) => (encoding, Certainty::Certain, msg!("encoding-by-mark")),
        (None, None) => guess(bytes, valid_utf8),
    };
    let (text, used, malformed) = match declared {
        // A mark of the same encoding goes away; another one would override what was declared.
        Some(encoding) => {
            let (text, malformed) = encoding.decode_with_bom_removal(bytes);
            (text, encoding, malformed)
        }
        None => encoding.decode(bytes),
    };
    let mixed = (declared.is_none() && marked.is_none() && !valid_utf8).then(|| mixed_line(bytes)).flatten();
    let malformed = malformed.then(|| line_of_replacement(&text));
    Decoded { text, encoding: used.name(), certainty, reason, malformed, mixed }
}

fn guess(bytes: &[u8], valid_utf8: bool) -> (&'static Encoding, Certainty, Message) {
    if let Some(wide) = wide(bytes) {
        return (wide, Certainty::Likely, msg!("encoding-by-zeros"));
    }
    if valid_utf8 {
        return if bytes.is_ascii() {
            (UTF_8, Certainty::Certain, msg!("encoding-of-ascii"))
        } else {
            (UTF_8, Certainty::Certain, msg!("encoding-valid-utf8"))
        };
    }
    let (windows, mac) = swedish_letters(bytes);
    if mac > 0 && windows == 0 {
        (MACINTOSH, Certainty::Unsure, msg!("encoding-by-macroman-letters"))
    } else if windows > 0 && mac * 10 <= windows {
        (WINDOWS_1252, Certainty::Likely, msg!("encoding-by-windows-letters"))
    } else {
        (WINDOWS_1252, Certainty::Unsure, msg!("encoding-not-utf8"))
    }
}

/// UTF-16 without a byte order mark: nearly all of a Western text's high bytes are zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAMPLE: usize = 4096;
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 10 >= pairs * 9 && even == 0 => Some(UTF_16LE),
        () if even * 10 >= pairs * 9 && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// How often bytes stand for å, ä, ö beside an ASCII letter, in Windows-1252 and in MacRoman.
fn swedish_letters(bytes: &[u8]) -> (usize, usize) {
    const WINDOWS: [u8; 6] = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6];
    const MAC: [u8; 6] = [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85];
    let beside_letter = |at: usize| {
        let before = at.checked_sub(1).and_then(|i| bytes.get(i));
        [before, bytes.get(at + 1)].into_iter().flatten().any(u8::is_ascii_alphabetic)
    };
    let (mut windows, mut mac) = (0, 0);
    for (_, byte) in bytes.iter().enumerate().filter(|(at, byte)| !byte.is_ascii() && beside_letter(*at)) {
        windows += usize::from(WINDOWS.contains(byte));
        mac += usize::from(MAC.contains(byte));
    }
    (windows, mac)
}

/// The first line that is not UTF-8, where others hold UTF-8 beyond ASCII.
fn mixed_line(bytes: &[u8]) -> Option<usize> {
    let mut lines = bytes.split(|b| *b == b'\n');
    let utf8 = |line: &[u8]| std::str::from_utf8(line).is_ok();
    let wrong = lines.clone().position(|line| !utf8(line))?;
    lines.any(|line| !line.is_ascii() && utf8(line)).then_some(wrong + 1)
}

fn line_of_replacement(text: &str) -> usize {
    let at = text.find('\u{fffd}').unwrap_or(0);
    text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> (&'static str, Certainty, String) {
        let decoded = decode(bytes, None);
        (decoded.encoding, decoded.certainty, decoded.text.into_owned())
    }

    #[test]
    fn encodings_are_told_apart_with_their_certainty() {
        assert_eq!(seen(b"a;b"), ("UTF-8", Certainty::Certain, "a;b".to_owned()));
        assert_eq!(seen("Län".as_bytes()), ("UTF-8", Certainty::Certain, "Län".to_owned()));
        assert_eq!(seen("\u{feff}Län".as_bytes()), ("UTF-8", Certainty::Certain, "Län".to_owned()));
        assert_eq!(seen(b"L\xe4n och \xd6rebro"), ("windows-1252", Certainty::Likely, "Län och Örebro".to_owned()));
        // MacRoman has ä at 8A and Ö at 85; Windows-1252 has Š and an ellipsis there.
        assert_eq!(seen(b"L\x8an och \x85rebro"), ("macintosh", Certainty::Unsure, "Län och Örebro".to_owned()));
        let unmarked: Vec<u8> = "Län;kr\n1;2".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(seen(&unmarked), ("UTF-16BE", Certainty::Likely, "Län;kr\n1;2".to_owned()));
    }

    #[test]
    fn a_declared_encoding_is_taken_and_what_does_not_fit_it_is_told() {
        let declared = decode(b"L\xe4n", Some(UTF_8));
        assert_eq!((declared.malformed, declared.encoding, declared.certainty), (Some(1), "UTF-8", Certainty::Certain));
        let latin = decode("Län".as_bytes(), Some(WINDOWS_1252));
        assert_eq!((latin.malformed, &*latin.text), (None, "LÃ¤n"));
    }

    #[test]
    fn a_line_in_another_encoding_than_the_rest_is_found() {
        assert_eq!(decode("Län\nSkåne\n".as_bytes(), None).mixed, None);
        assert_eq!(decode(b"L\xc3\xa4n\nSk\xe5ne\n", None).mixed, Some(2));
        assert_eq!(decode(b"L\xe4n\nSk\xe5ne\n", None).mixed, None);
    }
}
