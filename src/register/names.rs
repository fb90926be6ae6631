//! The ways in which people write names and codes.
//!
//! Both sides of a comparison are brought to one form, a *key*: NFC, lower case, punctuation as spaces, and for regions,
//! counties and municipalities without the words that only say what kind of authority it is. These are also found by
//! their sister name (the county of a region, the region of a county), a few established short forms, and genitives.

use crate::spelling::composed;

/// Words that say what kind of authority it is.
const KINDS: [(&str, Kind); 9] = [
    ("region", Kind::Region),
    ("regionen", Kind::Region),
    ("landsting", Kind::Region),
    ("landstinget", Kind::Region),
    ("län", Kind::County),
    ("läns", Kind::County),
    ("kommun", Kind::Municipality),
    ("kommunen", Kind::Municipality),
    ("stad", Kind::Municipality),
];

/// A kind of authority, in the order in which one word of several decides: `Stockholms läns landsting` is a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Region,
    County,
    Municipality,
}

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

/// What of a name is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// All of it.
    Plain,
    /// What is left without words for kinds of authorities.
    Official,
}

/// The one form in which names are compared.
pub(super) fn key(spelling: Spelling, written: &str) -> String {
    let plain = plain(written);
    let words: Vec<_> = plain.split_whitespace().collect();
    if spelling == Spelling::Plain {
        return words.join(" ");
    }
    let telling: Vec<_> = words.iter().copied().filter(|word| kind_of(word).is_none()).collect();
    // A name that consists of nothing but kind words (there is none today) must not become empty.
    if telling.is_empty() { words.join(" ") } else { telling.join(" ") }
}

/// Lower case, with punctuation as spaces.
fn plain(written: &str) -> String {
    let lower = composed(written);
    lower.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

fn kind_of(word: &str) -> Option<Kind> {
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

/// The kind of authority that the words of a name say; `None` where they say none, or a municipality and another.
pub(super) fn kind(written: &str) -> Option<Kind> {
    let plain = plain(written);
    let kinds: Vec<Kind> = plain.split_whitespace().filter_map(kind_of).collect();
    let (first, last) = (kinds.iter().min()?, kinds.iter().max()?);
    (first == last || *last != Kind::Municipality).then_some(*first)
}

/// The one form in which codes are compared: zeros before digits do not count, nor spaces between digits, nor the hyphen of an
/// organisation number.
pub(super) fn code_key(written: &str) -> String {
    let code = composed(written).trim().to_uppercase();
    let is_of_digits = code.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-');
    let code = if is_of_digits { code.chars().filter(|c| !c.is_whitespace()).collect() } else { code };
    let digits = code.split_once('-').filter(|(first, last)| first.len() == 6 && last.len() == 4);
    let code = digits.map(|(first, last)| format!("{first}{last}")).filter(|all| is_digits(all)).unwrap_or(code);
    match code.trim_start_matches('0') {
        bare if is_digits(bare) => bare.to_owned(),
        _ => code,
    }
}

/// Whether a text is made of digits alone.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The other ways in which an authority's name is written: `sister` is the county of a region, the region of a county.
pub(super) fn established(code: &str, name: &str, sister: Option<&str>) -> Vec<String> {
    let key = |name| key(Spelling::Official, name);
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
