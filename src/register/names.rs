//! The ways in which people write the names of regions, counties and municipalities.
//!
//! Both sides of a comparison are brought to one form, a *key*: NFC, lower case, punctuation as spaces, and without the
//! words that only say what kind of authority it is. The spellings of a recipient are the keys of its official name, of
//! its sister name (the county of a region, the region of a county), a few established short forms, and their genitives.

use crate::spelling::composed;

/// Words that say what kind of authority it is.
const KINDS: [&str; 9] =
    ["region", "regionen", "län", "läns", "landsting", "landstinget", "kommun", "stad", "kommunen"];

/// Established short forms and irregular genitives, and the code of the recipient that they mean.
const SHORT_FORMS: [(&str, &str); 13] = [
    ("vgr", "14"),
    ("västra götalandsregionen", "14"),
    ("vg", "14"),
    ("södermanland", "04"),
    ("sörmland", "04"),
    ("rjl", "06"),
    ("rjh", "23"),
    ("jämtland", "23"),
    ("sll", "01"),
    ("falu", "2080"),
    ("älvsby", "2560"),
    ("sthlm", "0180"),
    ("gbg", "1480"),
];

/// The one form in which names are compared.
pub(super) fn key(written: &str) -> String {
    let plain: String = composed(written)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<_> = plain.split_whitespace().collect();
    let telling: Vec<_> = words.iter().copied().filter(|w| !KINDS.contains(w)).collect();
    // A name that consists of nothing but kind words (there is none today) must not become empty.
    if telling.is_empty() { words.join(" ") } else { telling.join(" ") }
}

/// All keys under which a recipient is found: `sister` is the county of a region, the region of a county.
pub(super) fn spellings(code: &str, name: &str, sister: Option<&str>) -> Vec<String> {
    let short = SHORT_FORMS.iter().filter(|(_, of)| *of == code).map(|(short, _)| (*short).to_owned());
    let mut all: Vec<String> = short.collect();
    for official in [Some(name), sister].into_iter().flatten() {
        all.push(key(official));
        // "Stockholms län" is also written "Stockholm".
        all.extend(key(official).strip_suffix('s').filter(|_| sister.is_some()).map(str::to_owned));
    }
    let genitives: Vec<String> = all.iter().map(|name| genitive(name)).collect();
    all.extend(genitives);
    all
}

/// Swedish genitive: an s, unless the name already ends in an s-sound.
fn genitive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z']) { name.to_owned() } else { format!("{name}s") }
}
