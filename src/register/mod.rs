//! Regions, counties and municipalities, compiled in.
//!
//! Source: Statistics Sweden's codes and names, population on 31 December 2024. The register answers one question: which
//! recipient is meant by a name as people write it, or by a code, at a given level. It never guesses: what is not an
//! accepted way of writing a name is refused with the nearest one.

mod names;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{nearest, shown};
use crate::msg;
use crate::signs::trimmed;
use crate::wording::{Language, Message, joined};

/// Who answers a survey and gets funds: the level decides which part of the register a name is looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Sweden's 21 regions.
    Region,
    /// The same 21 territories as counties, where region and municipalities answer together.
    County,
    /// Sweden's 290 municipalities.
    Municipality,
}

impl Level {
    /// All levels, and the words by which study files name them.
    pub const WORDS: [(&'static str, Self); 3] =
        [("region", Self::Region), ("county", Self::County), ("municipality", Self::Municipality)];

    /// The word of study files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::County => "county",
            Self::Municipality => "municipality",
        }
    }
}

/// One region, county or municipality. Borrowed from its register: a clone costs a pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recipient(Arc<Entry>);

impl std::ops::Deref for Recipient {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        &self.0
    }
}

/// What a register says of a recipient.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// Level; Gotland is found at all three.
    pub level: Level,
    /// Code of Statistics Sweden: two digits for regions and counties, four for municipalities.
    pub code: String,
    /// The official name.
    pub name: String,
    /// Inhabitants on 31 December 2024.
    pub population: u32,
}

/// Why a name or code could not be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// Nothing in the register is written so; the nearest official name, if any.
    Unknown {
        /// What was asked for.
        written: String,
        /// Level searched.
        level: Level,
        /// Nearest official name.
        nearest: Option<String>,
    },
    /// There is one at another level.
    OtherLevel {
        /// What was asked for.
        written: String,
        /// Level searched.
        level: Level,
        /// Level where it is found.
        other: Level,
    },
    /// Several are written so.
    Ambiguous {
        /// What was asked for.
        written: String,
        /// Level searched.
        level: Level,
        /// The official names that match.
        candidates: Vec<String>,
    },
}

impl Unresolved {
    /// What was found, what was expected and what to do.
    pub fn message(&self) -> Message {
        let (Self::Unknown { written, level, .. }
        | Self::OtherLevel { written, level, .. }
        | Self::Ambiguous { written, level, .. }) = self;
        let (written, level) = (shown(written), level.word());
        match self {
            Self::Unknown { nearest: Some(nearest), .. } => {
                msg!("recipient-unknown-near", written, level, nearest = shown(nearest))
            }
            Self::Unknown { nearest: None, .. } => msg!("recipient-unknown", written, level),
            Self::OtherLevel { other, .. } => msg!("recipient-of-other-level", written, level, other = other.word()),
            Self::Ambiguous { candidates, .. } => {
                msg!("recipient-ambiguous", written, level, candidates = joined(candidates, ", "))
            }
        }
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Language::English))
    }
}

impl std::error::Error for Unresolved {}

/// The register of one level.
struct Part {
    recipients: Vec<Recipient>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

/// All recipients of a level, in the order of their codes.
pub fn recipients(level: Level) -> &'static [Recipient] {
    &part(level).recipients
}

/// The recipient that a name or code means.
///
/// # Errors
/// [`Unresolved`] where the register has none or several such.
pub fn resolve(level: Level, written: &str) -> Result<&'static Recipient, Unresolved> {
    let part = part(level);
    let text = trimmed(written);
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return by_code(part, level, text).ok_or_else(|| unknown(part, level, written));
    }
    match part.by_name.get(&names::key(text)).map(Vec::as_slice) {
        Some([one]) => Ok(&part.recipients[*one]),
        Some(several) if !several.is_empty() => Err(Unresolved::Ambiguous {
            written: written.to_owned(),
            level,
            candidates: several.iter().map(|i| part.recipients[*i].name.clone()).collect(),
        }),
        _ => Err(unknown(part, level, written)),
    }
}

/// The recipient that a name or code means, if the register has exactly one: for telling what a column holds, where no
/// one needs to hear of the nearest name.
pub fn find(level: Level, written: &str) -> Option<&'static Recipient> {
    let part = part(level);
    let text = trimmed(written);
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return by_code(part, level, text);
    }
    match part.by_name.get(&names::key(text)).map(Vec::as_slice) {
        Some([one]) => Some(&part.recipients[*one]),
        _ => None,
    }
}

fn by_code(part: &'static Part, level: Level, digits: &str) -> Option<&'static Recipient> {
    let width = if level == Level::Municipality { 4 } else { 2 };
    part.by_code.get(&format!("{digits:0>width$}")).map(|i| &part.recipients[*i])
}

fn unknown(part: &Part, level: Level, written: &str) -> Unresolved {
    let key = names::key(written);
    let elsewhere = Level::WORDS.into_iter().map(|(_, l)| l).filter(|l| *l != level);
    if let Some(other) = elsewhere.into_iter().find(|l| self::part(*l).by_name.contains_key(&key)) {
        return Unresolved::OtherLevel { written: written.to_owned(), level, other };
    }
    let candidates = part.by_name.keys().map(String::as_str);
    let nearest = nearest(&key, candidates)
        .and_then(|k| part.by_name.get(k))
        .and_then(|found| found.first())
        .map(|i| part.recipients[*i].name.clone());
    Unresolved::Unknown { written: written.to_owned(), level, nearest }
}

fn part(level: Level) -> &'static Part {
    static PARTS: OnceLock<[Part; 3]> = OnceLock::new();
    let parts = PARTS.get_or_init(|| [load(Level::Region), load(Level::County), load(Level::Municipality)]);
    &parts[level as usize]
}

fn load(level: Level) -> Part {
    let mut part = Part { recipients: Vec::new(), by_code: HashMap::new(), by_name: HashMap::new() };
    let source = match level {
        Level::Municipality => include_str!("kommuner.csv"),
        Level::Region | Level::County => include_str!("regioner-och-lan.csv"),
    };
    for line in source.lines().skip(1) {
        let fields: Vec<_> = line.split(',').collect();
        let [code, first, second, population] = fields[..] else { continue };
        let (name, other) = match level {
            Level::Municipality => (first, None),
            Level::Region => (first, Some(second)),
            Level::County => (second, Some(first)),
        };
        let index = part.recipients.len();
        let recipient = Recipient(Arc::new(Entry {
            level,
            code: code.to_owned(),
            name: name.to_owned(),
            population: population.trim().parse().unwrap_or_default(),
        }));
        for spelling in names::spellings(code, name, other) {
            let same = part.by_name.entry(spelling).or_default();
            if !same.contains(&index) {
                same.push(index);
            }
        }
        part.by_code.insert(recipient.code.clone(), index);
        part.recipients.push(recipient);
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(level: Level, written: &str) -> String {
        resolve(level, written).map_or_else(|e| e.to_string(), |r| r.code.clone())
    }

    #[test]
    fn the_register_is_whole() {
        // 21 regions and 290 municipalities; Statistics Sweden's population of Sweden on 31 December 2024: 10 587 710.
        assert_eq!(recipients(Level::Region).len(), 21);
        assert_eq!(recipients(Level::County).len(), 21);
        assert_eq!(recipients(Level::Municipality).len(), 290);
        for level in [Level::Region, Level::Municipality] {
            let people: u32 = recipients(level).iter().map(|r| r.population).sum();
            assert_eq!(people, 10_587_710, "{level:?}");
        }
    }

    #[test]
    fn names_resolve_as_people_write_them() {
        let cases = [
            (Level::Region, "VGR", "14"),
            (Level::Region, "Region Jönköping", "06"),
            (Level::Region, "jämtland/härjedalen", "23"),
            (Level::Region, "Region Jämtland-Härjedalen", "23"),
            (Level::Region, "Region Södermanland", "04"),
            (Level::Region, "Sörmland", "04"),
            (Level::Region, "Västra Götalandsregionen", "14"),
            (Level::County, "Södermanlands", "04"),
            (Level::County, "södermanlands län", "04"),
            (Level::County, "Örebro", "18"),
            (Level::County, "Region Gotland", "09"),
            (Level::Municipality, "Falu kommun", "2080"),
            (Level::Municipality, "UPPLANDS VÄSBY", "0114"),
            (Level::Municipality, " Göteborgs Stad ", "1480"),
            (Level::Municipality, "Kalmars kommun", "0880"),
            (Level::Municipality, "Älvsbyn kommun", "2560"),
            (Level::Municipality, "Dals-Eds kommun", "1438"),
            (Level::Municipality, "Gotlands kommun", "0980"),
            (Level::Municipality, "Håbo kommun", "0305"),
            (Level::Municipality, "Habo kommun", "0643"),
            (Level::Region, "1", "01"),
            (Level::Municipality, "180", "0180"),
        ];
        for (level, written, expected) in cases {
            assert_eq!(code(level, written), expected, "{written}");
        }
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        assert_eq!(code(Level::Municipality, "Mo\u{308}lndal"), "1481");
    }

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        assert_eq!(
            resolve(Level::Municipality, "Götborg").map_err(|e| e.to_string()).err().as_deref(),
            Some("\"Götborg\" is no municipality in the register; the nearest is \"Göteborg\"")
        );
        assert!(resolve(Level::Region, "99").is_err());
        assert!(resolve(Level::Region, "").is_err());
    }

    #[test]
    fn every_official_name_and_code_resolves_to_itself() {
        for (_, level) in Level::WORDS {
            for recipient in recipients(level) {
                assert_eq!(code(level, &recipient.name), recipient.code);
                assert_eq!(code(level, &recipient.code), recipient.code);
            }
        }
    }
}
