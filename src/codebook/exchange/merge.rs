//! What becomes of texts, ids and the order of codes where a file meets the codebook in place.

use std::collections::BTreeSet;

use super::xml::held;
use crate::codebook::{Code, System};
use crate::wording::Text;

/// An id that is made from a name: its words in small letters with hyphens between them, different from those that are taken.
pub(super) fn id_from(name: &str, taken: &mut BTreeSet<String>) -> String {
    let is_sign = |c: char| !c.is_alphanumeric();
    let words: Vec<String> = name.split(is_sign).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let base = if words.is_empty() { "x".to_owned() } else { words.join("-") };
    let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
    let free = std::iter::once(base.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// Whether a text in a file is one of the codebook, as far as programs keep texts: not spaces at its ends, and any line ends.
pub(super) fn is_same(in_file: &str, own: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    plain(in_file) == plain(&held(own))
}

/// A text of the file, or that of the codebook where it is the same; the English one stays.
pub(super) fn kept(text: String, old: Option<&Text>) -> Text {
    match old {
        Some(old) if is_same(&text, &old.sv) => old.clone(),
        _ => Text { sv: text, en: old.and_then(|old| old.en.clone()) },
    }
}

/// Codes in the order of the codebook in place, as many programs sort them by name, and new ones behind the code that they
/// follow in the file; in the order of the file where a main code would stand behind its subcode.
pub(super) fn ordered(codes: Vec<Code>, old: Option<&System>) -> Vec<Code> {
    let mut last = 0;
    let place = |code: &Code| old.and_then(|old| old.codes.iter().position(|own| own.id == code.id));
    let mut placed: Vec<(usize, &Code)> = Vec::new();
    for code in &codes {
        last = place(code).unwrap_or(last);
        placed.push((last, code));
    }
    placed.sort_by_key(|(at, _)| *at);
    let stands = |own: &[(usize, &Code)], id: &str| own.iter().any(|(_, code)| code.id == id);
    let is_fit = |(at, (_, code)): (usize, &(usize, &Code))| {
        code.parent.as_ref().is_none_or(|parent| stands(&placed[..at], parent))
    };
    if placed.iter().enumerate().all(is_fit) {
        return placed.into_iter().map(|(_, code)| code.clone()).collect();
    }
    let mains = codes.iter().filter(|code| code.parent.is_none());
    let with_own = mains.flat_map(|main| {
        std::iter::once(main).chain(codes.iter().filter(|code| code.parent.as_ref() == Some(&main.id)))
    });
    with_own.cloned().collect()
}
