//! Fingerprints of the texts that a coding was given to.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::codebook::Domain;
use crate::signs::is_invisible;
use crate::survey::Unit;

/// What stands between two texts that a domain reads; no text holds it.
const BETWEEN: &str = "\u{1f}";

/// The SHA-256 of the texts that a domain reads of a unit, so that texts can be compared without being kept. Canonical
/// composition (NFC), line breaks, invisible signs and the space at the ends make no difference; case and punctuation do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of the texts of a unit that a domain reads; `None` where it has none.
    pub fn of(unit: &Unit, domain: Domain) -> Option<Self> {
        let read = unit.texts.iter().filter(|(name, _)| domain.reads(name.word()));
        Self::of_texts(read.map(|(_, text)| text))
    }

    /// Of texts in their order; `None` where all are blank.
    pub fn of_texts<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Self> {
        let (mut hash, mut is_blank) = (Sha256::new(), true);
        for (at, text) in texts.enumerate() {
            let text = canonical(text);
            if at > 0 {
                hash.update(BETWEEN);
            }
            is_blank &= text.is_empty();
            hash.update(text.as_bytes());
        }
        (!is_blank).then(|| Self(hash.finalize().into()))
    }
}

/// A text without what nobody sees.
fn canonical(text: &str) -> Cow<'_, str> {
    // No letter before these is composed of others, and hardly a text has one behind them.
    const FIRST_MARK: char = '\u{300}';
    if text.chars().all(|c| c < FIRST_MARK && c != '\r' && c != '\u{1f}' && !is_invisible(c)) {
        return text.trim().into();
    }
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    seen.trim().nfc().filter(|c| *c != '\u{1f}').collect::<String>().into()
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    /// From the 64 hexadecimal digits that [`fmt::Display`] writes.
    fn from_str(written: &str) -> Result<Self, ()> {
        let digits = written.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(());
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| ())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| ())?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        written.parse().map_err(|()| D::Error::custom(format!("\"{written}\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Option<Fingerprint> {
        Fingerprint::of_texts(texts.iter().copied())
    }

    /// `printf 'Utbildning' | sha256sum`.
    #[test]
    fn it_is_the_sha256_of_the_text() {
        const EXPECTED: &str = "5807ed77addc4ea9625b94bfba713c2f479a6ceb047d233925424c8c3f5a7569";
        let found = of(&["Utbildning"]).map(|found| found.to_string());
        assert_eq!(found.as_deref(), Some(EXPECTED));
        assert_eq!(EXPECTED.parse().ok(), of(&["Utbildning"]));
    }

    #[test]
    fn what_nobody_sees_makes_no_difference() {
        let plain = of(&["Före\nefter"]);
        for alike in
            ["Före\r\nefter", "Före\refter", " Före\nefter\u{a0}", "Fo\u{308}re\nefter", "Fö\u{ad}re\u{200b}\nefter"]
        {
            assert_eq!(of(&[alike]), plain, "{alike:?}");
        }
        for other in ["före\nefter", "Före\nefter.", "Före efter", "Före\n\nefter"] {
            assert_ne!(of(&[other]), plain, "{other:?}");
        }
        assert_eq!(of(&["", " \u{200b}"]), None);
        // Where one text ends is a part of what was read.
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
    }

    #[test]
    fn only_whole_fingerprints_are_read() {
        for wrong in ["", "6a", &"g".repeat(64), &"ä".repeat(32)] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
