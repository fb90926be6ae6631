//! Registers: Swedish regions, counties and municipalities, which are built in, and those that a study declares.
//!
//! A register answers one question: which recipient is meant by a name as people write it, or by a code. It never guesses:
//! what is not an accepted way of writing a name is refused with the nearest one.

mod built_in;
mod content;
mod level;
mod names;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

pub use content::Row;
pub use level::{Beside, Declaration, Level, Nouns};

use crate::diagnostic::{nearest, shown};
use crate::exact::Exact;
use crate::msg;
use crate::signs::trimmed;
use crate::wording::{Language, Message, joined};

/// The number of inhabitants, which every register that is built in gives.
pub const POPULATION: &str = "population";

/// Who answers or gets funds: one region, municipality, or whoever stands in a register. Borrowed from it: a clone costs a
/// pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recipient(Arc<Entry>);

impl std::ops::Deref for Recipient {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        &self.0
    }
}

/// What a register says of a recipient, whom its code tells from all others.
#[derive(Debug)]
pub struct Entry {
    /// The register; Gotland stands in three.
    pub level: Level,
    /// The code, as Statistics Sweden's: two digits for regions and counties, four for municipalities.
    pub code: String,
    /// The official name.
    pub name: String,
    /// The register's numbers, in its order.
    numbers: Vec<Option<Exact>>,
    parent: Option<Recipient>,
}

impl Entry {
    /// A number of the register, by its name, as the inhabitants.
    pub fn number(&self, name: &str) -> Option<Exact> {
        let at = self.level.numbers().iter().position(|known| known == name)?;
        self.numbers.get(at).copied().flatten()
    }

    /// Who the recipient belongs to, as a school to its municipality.
    pub fn parent(&self) -> Option<&Recipient> {
        self.parent.as_ref()
    }

    fn rank(&self) -> (Level, &str) {
        (self.level, &self.code)
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Entry {}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl std::hash::Hash for Entry {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.rank().hash(state);
    }
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
        let (written, noun) = (shown(written), level.nouns().clone());
        let Nouns { bare, one, gender, .. } = noun;
        match self {
            Self::Unknown { nearest: Some(nearest), .. } => {
                msg!("recipient-unknown-near", written, bare, one, gender, nearest = shown(nearest))
            }
            Self::Unknown { nearest: None, .. } => msg!("recipient-unknown", written, bare, one, gender),
            Self::OtherLevel { other, .. } => {
                msg!("recipient-of-other-level", written, one, other = other.nouns().one.clone())
            }
            Self::Ambiguous { candidates, .. } => {
                msg!("recipient-ambiguous", written, one, candidates = joined(candidates, ", "))
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

/// All recipients of a level, in the order of their codes.
pub fn recipients(level: Level) -> &'static [Recipient] {
    &level.content().recipients
}

/// What a text is that means a recipient, which decides where it is one's name and another's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One of them: what is both is refused.
    NameOrCode,
    /// A name, or a code that nobody is called.
    Name,
    /// A code, or a name that is nobody's code.
    Code,
}

/// The recipient that a name or code means.
///
/// # Errors
/// [`Unresolved`] where the register has none or several such.
pub fn resolve(level: Level, written: &str) -> Result<&'static Recipient, Unresolved> {
    resolve_as(level, written, Meant::NameOrCode)
}

/// The recipient that a text means which is a name, a code, or either.
///
/// # Errors
/// [`Unresolved`] where the register has none or several such.
pub fn resolve_as(level: Level, written: &str, meant: Meant) -> Result<&'static Recipient, Unresolved> {
    let text = trimmed(written);
    let Some(own) = level.content().of_code(text) else { return by_name(level, written) };
    let key = level.has_shared_texts().then(|| names::key(level.spelling(), text));
    let named = key.iter().flat_map(|key| level.content().named(key));
    let mut others = named.filter(|one| *one != own).peekable();
    match meant {
        Meant::Name if others.peek().is_some() => by_name(level, written),
        Meant::NameOrCode if others.peek().is_some() => {
            let all = std::iter::once(own).chain(others).map(|one| format!("{} ({})", one.name, one.code));
            Err(Unresolved::Ambiguous { written: written.to_owned(), level, candidates: all.collect() })
        }
        _ => Ok(own),
    }
}

/// The first who is called by a text, and who has it as a code.
pub fn readings(level: Level, written: &str) -> [Option<&'static Recipient>; 2] {
    let (content, text) = (level.content(), trimmed(written));
    [content.named(&names::key(level.spelling(), text)).next(), content.of_code(text)]
}

fn by_name(level: Level, written: &str) -> Result<&'static Recipient, Unresolved> {
    let content = level.content();
    let key = names::key(level.spelling(), trimmed(written));
    let mut named = content.named(&key);
    match (named.len(), named.next()) {
        (1, Some(one)) => match said_otherwise(level, written, one) {
            Some(other) => Err(Unresolved::OtherLevel { written: written.to_owned(), level, other }),
            None => Ok(one),
        },
        (_, Some(first)) => {
            let all: Vec<&Recipient> = std::iter::once(first).chain(named).collect();
            Err(Unresolved::Ambiguous { written: written.to_owned(), level, candidates: candidates(&all) })
        }
        (_, None) => Err(unknown(level, written)),
    }
}

/// The recipient that a name or code means, if the register has exactly one: for telling what a column holds, where no
/// one needs to hear of the nearest name.
pub fn find(level: Level, written: &str) -> Option<&'static Recipient> {
    let content = level.content();
    let text = trimmed(written);
    content.of_code(text).or_else(|| {
        let key = names::key(level.spelling(), text);
        let mut named = content.named(&key);
        named.next().filter(|one| named.len() == 0 && said_otherwise(level, text, one).is_none())
    })
}

/// The level that the words of a name say, where it is another than that in which the name was found: `Region Uppsala` is not
/// the municipality, nor `Stockholms stad` the region. Region and county are one territory.
fn said_otherwise(level: Level, written: &str, found: &Recipient) -> Option<Level> {
    let said = said(written).filter(|_| level.is_built_in())?;
    let [own, other] = [level, said].map(|one| one == Level::municipality());
    (own != other && !is_both(found)).then_some(said)
}

/// The level that the words of a name say.
fn said(written: &str) -> Option<Level> {
    names::kind(written).map(|kind| Level::built_in()[kind as usize])
}

/// Whether a recipient is the region and the municipality, as Gotland, which has no other municipality.
fn is_both(recipient: &Recipient) -> bool {
    let territory = recipient.parent().unwrap_or(recipient);
    let inside = recipients(Level::municipality()).iter();
    inside.filter(|one| one.parent().is_some_and(|county| county.code == territory.code)).count() == 1
}

/// A code as codes are compared.
pub fn same_code(written: &str) -> String {
    names::code_key(written)
}

/// Names that may be meant, with their codes where the names are the same.
fn candidates(all: &[&Recipient]) -> Vec<String> {
    let twice = |name: &str| all.iter().filter(|one| one.name == name).count() > 1;
    let told = |one: &&Recipient| match twice(&one.name) {
        true => format!("{} ({})", one.name, one.code),
        false => one.name.clone(),
    };
    all.iter().map(told).collect()
}

fn unknown(level: Level, written: &str) -> Unresolved {
    let content = level.content();
    let has = |other: &Level| {
        let key = names::key(other.spelling(), trimmed(written));
        other.content().named(&key).len() > 0
    };
    let is_said = |other: &Level| said(written) == Some(*other);
    if let Some(other) = level.others().filter(has).min_by_key(|other| !is_said(other)) {
        return Unresolved::OtherLevel { written: written.to_owned(), level, other };
    }
    let key = names::key(level.spelling(), trimmed(written));
    let nearest = nearest(&key, content.names()).and_then(|near| content.named(near).next());
    Unresolved::Unknown { written: written.to_owned(), level, nearest: nearest.map(|one| one.name.clone()) }
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
        assert_eq!(recipients(Level::region()).len(), 21);
        assert_eq!(recipients(Level::county()).len(), 21);
        assert_eq!(recipients(Level::municipality()).len(), 290);
        for level in [Level::region(), Level::municipality()] {
            let people = Exact::sum(recipients(level).iter().filter_map(|r| r.number(POPULATION)));
            assert_eq!(people, Some(Exact::whole(10_587_710)), "{level:?}");
        }
    }

    #[test]
    fn names_resolve_as_people_write_them() {
        let cases = [
            (Level::region(), "VGR", "14"),
            (Level::region(), "Region Jönköping", "06"),
            (Level::region(), "jämtland/härjedalen", "23"),
            (Level::region(), "Region Jämtland-Härjedalen", "23"),
            (Level::region(), "Region Södermanland", "04"),
            (Level::region(), "Sörmland", "04"),
            (Level::region(), "Västra Götalandsregionen", "14"),
            (Level::county(), "Södermanlands", "04"),
            (Level::county(), "södermanlands län", "04"),
            (Level::county(), "Örebro", "18"),
            (Level::county(), "Region Gotland", "09"),
            (Level::municipality(), "Falu kommun", "2080"),
            (Level::municipality(), "UPPLANDS VÄSBY", "0114"),
            (Level::municipality(), " Göteborgs Stad ", "1480"),
            (Level::municipality(), "Kalmars kommun", "0880"),
            (Level::municipality(), "Älvsbyn kommun", "2560"),
            (Level::municipality(), "Dals-Eds kommun", "1438"),
            (Level::municipality(), "Gotlands kommun", "0980"),
            (Level::municipality(), "Håbo kommun", "0305"),
            (Level::municipality(), "Habo kommun", "0643"),
            (Level::region(), "1", "01"),
            (Level::municipality(), "180", "0180"),
        ];
        for (level, written, expected) in cases {
            assert_eq!(code(level, written), expected, "{written}");
        }
    }

    /// Before, all of these were found: their kinds were passed over.
    #[test]
    fn a_name_that_says_another_level_is_not_found() {
        let told = |level, written: &str| resolve(level, written).map_err(|error| error.to_string()).err();
        let region = " is a region, but a municipality is asked for here";
        let county = " is a county, but a municipality is asked for here";
        for (written, told_as) in [
            ("Region Uppsala", region),
            ("Landstinget Uppsala", region),
            ("Uppsala läns landsting", region),
            ("Uppsala län", county),
            ("Stockholms län", county),
            ("Skåne län", county),
        ] {
            let found = told(Level::municipality(), written);
            assert_eq!(found.as_deref(), Some(format!("\"{written}\"{told_as}").as_str()));
            assert!(find(Level::municipality(), written).is_none(), "{written}");
        }
        for (level, written) in [(Level::region(), "Stockholms stad"), (Level::county(), "Uppsala kommun")] {
            assert!(told(level, written).is_some_and(|told| told.contains("is a municipality")), "{written}");
            assert!(find(level, written).is_none(), "{written}");
        }
        // The region and the county are one territory, and Gotland is the municipality, too.
        for (level, written, expected) in [
            (Level::county(), "Region Uppsala", "03"),
            (Level::region(), "Uppsala län", "03"),
            (Level::region(), "Region Kalmar län", "08"),
            (Level::municipality(), "Region Gotland", "0980"),
            (Level::region(), "Gotlands kommun", "09"),
            (Level::municipality(), "Uppsala", "0380"),
            (Level::municipality(), "Stockholms stad", "0180"),
        ] {
            assert_eq!(code(level, written), expected, "{written}");
        }
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        assert_eq!(code(Level::municipality(), "Mo\u{308}lndal"), "1481");
    }

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        assert_eq!(
            resolve(Level::municipality(), "Götborg").map_err(|e| e.to_string()).err().as_deref(),
            Some("\"Götborg\" is no municipality in the register; the nearest is \"Göteborg\"")
        );
        assert!(resolve(Level::region(), "99").is_err());
        assert!(resolve(Level::region(), "").is_err());
    }

    #[test]
    fn every_official_name_and_code_resolves_to_itself() {
        for level in Level::built_in() {
            for recipient in recipients(level) {
                assert_eq!(code(level, &recipient.name), recipient.code);
                assert_eq!(code(level, &recipient.code), recipient.code);
            }
        }
    }

    fn declared(rows: &[(&str, &str, &[&str])]) -> Level {
        let nouns = None;
        let level = Level::declare(Declaration {
            id: "own".to_owned(),
            nouns,
            answers: None,
            numbers: Vec::new(),
            part_of: None,
            beside: Beside::default(),
        });
        let row = |(code, name, others): &(&str, &str, &[&str])| Row {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            spellings: others.iter().map(|other| (*other).to_owned()).collect(),
            numbers: Vec::new(),
            parent: None,
        };
        level.fill(rows.iter().map(row).collect());
        level
    }

    #[test]
    fn codes_of_a_declared_register_are_found_with_and_without_zeros_hyphens_and_spaces() {
        let schools = declared(&[("0180", "Bergskolan", &[]), ("180A", "Dalskolan", &[])]);
        for written in ["180", "0180", "00180", " 0180 "] {
            assert_eq!(code(schools, written), "0180", "{written}");
        }
        assert_eq!(code(schools, "180a"), "180A");
        assert!(resolve(schools, "1800").is_err());
        // Organisation numbers, in the register with a hyphen or without.
        let clubs = declared(&[("802000-1234", "IK Viktoria", &[]), ("8020005678", "Fältbiologerna", &["FB"])]);
        for (written, expected) in [
            ("8020001234", "802000-1234"),
            ("802000-1234", "802000-1234"),
            ("802000-5678", "8020005678"),
            ("8020005678", "8020005678"),
            ("fb", "8020005678"),
            ("FÄLTBIOLOGERNA", "8020005678"),
            ("Fa\u{308}ltbiologerna", "8020005678"),
        ] {
            assert_eq!(code(clubs, written), expected, "{written}");
        }
        // Spaces between digits: the Norwegian way, and a space in the place of the hyphen.
        let spaced = declared(&[("987654321", "Norrby", &[]), ("12 34", "Söderby", &[]), ("A 12", "Österby", &[])]);
        for (written, expected) in
            [("987 654 321", "987654321"), ("987\u{a0}654\u{a0}321", "987654321"), ("1234", "12 34"), ("a 12", "A 12")]
        {
            assert_eq!(code(spaced, written), expected, "{written}");
        }
        assert_eq!(code(clubs, "802000 1234"), "802000-1234");
        // Beside letters a space tells one code from another.
        assert!(find(spaced, "A12").is_none());
        // A hyphen elsewhere tells one code from another.
        let rooms = declared(&[("1-23", "A", &[]), ("12-3", "B", &[])]);
        assert_eq!(code(rooms, "12-3"), "12-3");
        assert!(find(rooms, "123").is_none());
    }

    #[test]
    fn names_of_a_declared_register_are_whole() {
        // "kommun" and "region" say nothing in the names of authorities, but something in those of others.
        let own = declared(&[("1", "Region Nords vänner", &[]), ("2", "Kommun och folk", &[]), ("3", "Folk", &[])]);
        assert_eq!(code(own, "kommun och folk"), "2");
        assert!(find(own, "och folk").is_none());
        let error = |written| resolve(own, written).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert_eq!(
            error("Kommun och fokl"),
            "\"Kommun och fokl\" is no recipient in the register; the nearest is \"Kommun och folk\""
        );
        assert_eq!(error("Uppsala"), "\"Uppsala\" is a region, but a recipient is asked for here");
        let twice =
            declared(&[("1", "Centralskolan", &[]), ("2", "Centralskolan", &[]), ("3", "Norra", &["Centralskolan"])]);
        let error = resolve(twice, "centralskolan").map_err(|e| e.to_string()).err().unwrap_or_default();
        assert_eq!(error, "\"centralskolan\" may be any of Centralskolan (1), Centralskolan (2), Norra");
    }

    #[test]
    fn municipalities_belong_to_counties() {
        let county = |written| resolve(Level::municipality(), written).ok().and_then(|one| one.parent());
        assert_eq!(county("Gotland").map(|county| county.name.as_str()), Some("Gotlands län"));
        assert_eq!(county("1480").map(|county| county.code.as_str()), Some("14"));
        assert!(recipients(Level::municipality()).iter().all(|one| one.parent().is_some()));
    }
}
