//! Spellings that mean the same: kinds of space, composed letters, invisible signs and hyphens made one before texts are
//! compared.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::signs::{is_dash, is_invisible};

/// A name with its kinds of space made one, in NFC, without invisible signs.
pub fn plain(name: &str) -> String {
    let composed = composed(name);
    // Control characters, and the first bytes of all kinds of space beyond ASCII.
    let may_be_space = |byte: u8| byte < b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    if composed.bytes().any(may_be_space) || composed.contains("  ") {
        composed.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        composed.trim().to_owned()
    }
}

/// A name as it is compared where it is not met as it is written: every dash and minus is a hyphen, capitals are small.
pub fn alike(name: &str) -> String {
    plain(name).chars().map(|c| if is_dash(c) { '-' } else { c }).flat_map(char::to_lowercase).collect()
}

/// The letters and digits of a name in lower case: `Duration (in seconds)` and `durationinseconds` are one.
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A text in NFC, without invisible signs; a hyphen that does not break a line is a hyphen. Every character before U+0300
/// but the soft hyphen is kept as it is; their bytes are seen at a glance, and only the others, as dashes and quotation marks, are
/// looked up.
pub fn composed(text: &str) -> Cow<'_, str> {
    const FIRST_MARK: u8 = 0xcc;
    const SOFT_HYPHEN: &[u8] = "\u{ad}".as_bytes();
    const GLANCE: usize = 64;
    let glances = (0..).step_by(GLANCE).zip(text.as_bytes().chunks(GLANCE));
    let glances = glances.filter(|(_, bytes)| bytes.iter().fold(0, |most, byte| most.max(*byte)) >= FIRST_MARK);
    let starts = glances.flat_map(|(from, bytes)| (from..).zip(bytes)).filter(|(_, byte)| **byte >= FIRST_MARK);
    let others = || starts.clone().filter_map(|(at, _): (usize, _)| text[at..].chars().next());
    let unseen = others().any(|c| is_invisible(c) || is_hyphen(c))
        || memchr::memmem::find(text.as_bytes(), SOFT_HYPHEN).is_some();
    if unseen {
        let kept = text.chars().filter(|c| !is_invisible(*c)).map(|c| if is_hyphen(c) { '-' } else { c });
        return kept.nfc().collect::<String>().into();
    }
    if is_nfc_quick(others()) == IsNormalized::Yes { text.into() } else { text.nfc().collect::<String>().into() }
}

/// The hyphens that look like `-` and only say where a line may break.
fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_signs_and_kinds_of_hyphen_are_one() {
        for written in
            ["Ja\u{200b}", "\u{200e}Ja", "J\u{ad}a", "\u{feff}Ja\u{2060}", " J\u{200d}a\u{202c}", "Ja\u{fe0f}"]
        {
            assert_eq!(plain(written), "Ja", "{written:?}");
        }
        for space in ["\u{a0}", "\u{202f}", "\u{2007}", "\u{2009}", "\t", "\u{3000}", " \u{200b} "] {
            assert_eq!(plain(&format!("Barn{space}och")), "Barn och", "{space:?}");
        }
        assert_eq!(plain("suicid\u{2011}prevention"), "suicid-prevention");
        assert_eq!(plain("a\u{30a}\u{ad}tga\u{308}rd"), "åtgärd");
        // A sign between a letter and its mark does not keep them apart.
        assert_eq!(plain("a\u{200d}\u{30a}"), "å");
        assert_eq!(
            (plain("18–24 år"), alike("18–24 År"), alike("18−24 år")),
            ("18–24 år".into(), "18-24 år".into(), "18-24 år".into())
        );
        assert!(matches!(composed("förskola – “så”"), Cow::Borrowed(_)));
    }
}
