//! How a text file is to be read where detection is not to decide: the same words in `study.toml` and on the command line.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16LE, WINDOWS_1252};

use super::decode::Section;
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;
use crate::wording::Message;

/// What is declared of a text file; what is not is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The encoding.
    pub encoding: Option<&'static Encoding>,
    /// What stands between two fields; it may be several signs.
    pub delimiter: Option<String>,
    /// The quotation mark; `Some(None)`: no mark quotes.
    pub quote: Option<Option<char>>,
    /// The escape sign; `Some(None)`: none.
    pub escape: Option<Option<char>>,
    /// How many lines at the top are passed over.
    pub skip: Option<usize>,
}

/// The most lines that may be passed over.
pub const MOST_SKIPPED: i64 = 100_000;

impl Reading {
    /// Whether nothing is declared.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The encoding that a name means, as people and standards write it (`latin1`, `Windows-1252`, `MacRoman`).
///
/// # Errors
/// What was expected.
pub fn encoding(name: &str) -> Result<&'static Encoding, Message> {
    let plain = name.trim().to_lowercase().replace(['_', ' '], "-");
    let known = match plain.as_str() {
        "macroman" | "mac-roman" | "mac" => Some(MACINTOSH),
        "utf8" => Some(UTF_8),
        "utf16" => Some(UTF_16LE),
        "ansi" | "cp1252" | "windows1252" | "latin-1" => Some(WINDOWS_1252),
        _ => Encoding::for_label(plain.as_bytes()),
    };
    known.ok_or_else(|| msg!("wanted-encoding"))
}

/// A delimiter: `tab`, `space`, or the signs themselves.
///
/// # Errors
/// What was expected.
pub fn delimiter(text: &str) -> Result<String, Message> {
    match text {
        "tab" | "\\t" => Ok("\t".to_owned()),
        "space" => Ok(" ".to_owned()),
        "none" => Ok(String::new()),
        text if text.is_empty() || text.contains(['\n', '\r', '"']) => Err(msg!("wanted-delimiter")),
        text => Ok(text.to_owned()),
    }
}

/// A quotation mark or an escape sign: one sign, or `none`.
///
/// # Errors
/// What was expected.
pub fn sign(text: &str) -> Result<Option<char>, Message> {
    let mut signs = text.chars();
    match (text, signs.next(), signs.next()) {
        ("none" | "", ..) => Ok(None),
        (_, Some(sign), None) if !sign.is_alphanumeric() && !sign.is_whitespace() => Ok(Some(sign)),
        _ => Err(msg!("wanted-sign")),
    }
}

/// The keys of a text file, beside the file itself.
pub(super) fn decode_reading(section: &Section<'_>) -> Reading {
    let encoding = of_text(section, "encoding", encoding);
    let delimiter = of_text(section, "delimiter", delimiter);
    let quote = of_text(section, "quote", sign);
    let escape = of_text(section, "escape", sign);
    let skip = section.integer("skip", 0..=MOST_SKIPPED).map(|lines| lines as usize);
    Reading { encoding, delimiter, quote, escape, skip }
}

fn of_text<T>(section: &Section<'_>, key: &'static str, read: impl Fn(&str) -> Result<T, Message>) -> Option<T> {
    let text = section.text(key)?;
    read(&text.value)
        .map_err(|expected| {
            let message = msg!("reading-key-unfit", value = shown(&text.value), key, expected);
            section.report(Diagnostic::error(text.place.clone(), message));
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_named_or_written() {
        assert_eq!(delimiter("tab"), Ok("\t".to_owned()));
        assert_eq!(delimiter("||"), Ok("||".to_owned()));
        assert!(delimiter("").is_err());
        assert_eq!(sign("none"), Ok(None));
        assert_eq!(sign("'"), Ok(Some('\'')));
        assert!(sign("ab").is_err());
    }

    #[test]
    fn encodings_go_by_their_usual_names() {
        for name in ["MacRoman", "macintosh", "x-mac-roman"] {
            assert_eq!(encoding(name), Ok(MACINTOSH), "{name}");
        }
        for name in ["latin1", "Latin-1", "ISO-8859-1", "cp1252", "Windows-1252"] {
            assert_eq!(encoding(name), Ok(WINDOWS_1252), "{name}");
        }
        assert!(encoding("utf9").is_err());
    }
}
