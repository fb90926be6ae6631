//! A line of the log: what a person decided, coded, took back, divided among coders, or carried over to another codebook. `docs/reference/decisions.md`
//! describes the format.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::moment::Moment;
use crate::codebook::json_says;
use crate::decisions::{Definition, Fingerprint};
use crate::wording::Arg;

/// The version of the format that this program writes and reads.
pub const VERSION: u64 = 1;
/// The key of the first line, whose value is the version.
const FIRST: &str = "insats decisions";

/// What a line is called by the lines that follow it: the first half of the SHA-256 of its bytes, its line end left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId([u8; 16]);

impl LineId {
    /// Of a line.
    pub fn of(line: &str) -> Self {
        let hash = Sha256::digest(line.trim_end_matches(['\r', '\n']));
        let mut id = [0; 16];
        id.iter_mut().zip(hash).for_each(|(own, byte)| *own = byte);
        Self(id)
    }

    /// So many digits of it are enough to type.
    pub fn short(self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LineId({self})")
    }
}

impl FromStr for LineId {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        if written.len() != 32 || !written.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        let number = u128::from_str_radix(written, 16).map_err(|_| ())?;
        Ok(Self(number.to_be_bytes()))
    }
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// The codes that count.
    Final,
    /// The codes that a coder gave; every coder has their own.
    Coding,
}

/// Somebody decided which codes a unit has in a domain, having read a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Who decided.
    pub who: String,
    /// When.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub when: Moment,
    /// What it is about.
    #[serde(rename = "for")]
    pub purpose: Purpose,
    /// The unit's id.
    pub unit: String,
    /// The word of the domain.
    pub domain: String,
    /// The codes; none of them where nothing fits.
    pub codes: Vec<String>,
    /// What was read; `None` where it was blank.
    #[serde(serialize_with = "write_some", deserialize_with = "read_some")]
    pub read: Option<Fingerprint>,
    /// Id and version of the codebook.
    pub codebook: String,
    /// How the codes were defined there, by code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub defined: BTreeMap<String, Definition>,
    /// What the final sheet said of it; `None` where it said nothing.
    #[serde(deserialize_with = "present")]
    pub was: Option<Vec<String>>,
    /// Why; of a coder's own coding a memo, which may be empty.
    pub why: String,
    /// Whether the coder was not sure.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unsure: bool,
    /// The lines that it follows and so settles.
    #[serde(serialize_with = "write_all", deserialize_with = "read_all")]
    pub after: Vec<LineId>,
}

/// Somebody took back a line: what it is about stands as it did before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// Who took it back.
    pub who: String,
    /// When.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub when: Moment,
    /// The line that is taken back.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub undo: LineId,
    /// Why.
    pub why: String,
}

/// Somebody carried the codes over from one codebook to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Migration {
    /// Who did it.
    pub who: String,
    /// When.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub when: Moment,
    /// Why.
    pub why: String,
    /// What became of the codes.
    pub migrate: Carried,
}

/// What became of codes from one codebook to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Id and version of the codebook that decisions were made with.
    pub from: String,
    /// Id and version of the one that they are read for.
    pub to: String,
    /// By domain, the codes that are called otherwise.
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
}

/// Somebody divided answers among coders. What lines assign adds up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Who did it.
    pub who: String,
    /// When.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub when: Moment,
    /// Why.
    pub why: String,
    /// By coder, the ids of the units that they are to code; a unit may be assigned to several.
    pub assign: BTreeMap<String, Vec<String>>,
    /// The ids of those that are shown without suggestions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plain: Vec<String>,
    /// The number of the audit's draw that they are the sample of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<usize>,
}

/// Somebody added a pattern to the codebook's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleAdded {
    /// Who did it.
    pub who: String,
    /// When.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub when: Moment,
    /// Why.
    pub why: String,
    /// What was added.
    pub rule: AddedPattern,
}

/// A pattern that was added to the codebook's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedPattern {
    /// The word of the domain.
    pub domain: String,
    /// The code that it speaks for.
    pub code: String,
    /// The pattern.
    pub pattern: String,
    /// Id and version of the codebook before.
    pub from: String,
    /// The same after.
    pub to: String,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A decision.
    Decision(Decision),
    /// A line that is taken back.
    Undo(Undo),
    /// A change of codebook.
    Migration(Migration),
    /// Answers that are divided among coders.
    Assignment(Assignment),
    /// A pattern that was added to the codebook's rules.
    Rule(RuleAdded),
}

/// Why a text is no line.
#[derive(Debug)]
pub enum Refused {
    /// It says that the file is of a later version.
    Later(String),
    /// It is none; the reason.
    Unreadable(Arg),
}

/// Whether a text is a JSON object, whatever it says.
pub fn is_object(text: &str) -> bool {
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).is_ok()
}

/// Reads a line; `None` is the one that says what the file is.
pub fn parse(text: &str) -> Result<Option<Line>, Refused> {
    fn typed<'t, T: Deserialize<'t>>(text: &'t str, line: fn(T) -> Line) -> serde_json::Result<Option<Line>> {
        serde_json::from_str(text).map(|read| Some(line(read)))
    }
    let unreadable = |error: serde_json::Error| Refused::Unreadable(json_says(&error));
    let keys: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).map_err(unreadable)?;
    let read = match keys.get(FIRST) {
        Some(version) if version.as_u64() == Some(VERSION) && keys.len() == 1 => Ok(None),
        Some(version) => return Err(Refused::Later(version.to_string())),
        None if keys.contains_key("undo") => typed(text, Line::Undo),
        None if keys.contains_key("migrate") => typed(text, Line::Migration),
        None if keys.contains_key("assign") => typed(text, Line::Assignment),
        None if keys.contains_key("rule") => typed(text, Line::Rule),
        None => typed(text, Line::Decision),
    };
    read.map_err(unreadable)
}

/// The line that says what the file is.
pub fn first() -> String {
    format!("{{\"{FIRST}\":{VERSION}}}")
}

impl Line {
    /// The text of the line, without its end.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn to_text(&self) -> serde_json::Result<String> {
        match self {
            Self::Decision(decision) => serde_json::to_string(decision),
            Self::Undo(undo) => serde_json::to_string(undo),
            Self::Migration(migration) => serde_json::to_string(migration),
            Self::Assignment(assignment) => serde_json::to_string(assignment),
            Self::Rule(rule) => serde_json::to_string(rule),
        }
    }

    /// Who wrote it.
    pub fn who(&self) -> &str {
        match self {
            Self::Decision(Decision { who, .. })
            | Self::Undo(Undo { who, .. })
            | Self::Migration(Migration { who, .. })
            | Self::Assignment(Assignment { who, .. })
            | Self::Rule(RuleAdded { who, .. }) => who,
        }
    }

    /// When.
    pub fn when(&self) -> &Moment {
        match self {
            Self::Decision(Decision { when, .. })
            | Self::Undo(Undo { when, .. })
            | Self::Migration(Migration { when, .. })
            | Self::Assignment(Assignment { when, .. })
            | Self::Rule(RuleAdded { when, .. }) => when,
        }
    }

    /// Why.
    pub fn why(&self) -> &str {
        match self {
            Self::Decision(Decision { why, .. })
            | Self::Undo(Undo { why, .. })
            | Self::Migration(Migration { why, .. })
            | Self::Assignment(Assignment { why, .. })
            | Self::Rule(RuleAdded { why, .. }) => why,
        }
    }

    /// The lines that it follows.
    pub fn follows(&self) -> &[LineId] {
        match self {
            Self::Decision(decision) => &decision.after,
            Self::Undo(undo) => std::slice::from_ref(&undo.undo),
            Self::Migration(_) | Self::Assignment(_) | Self::Rule(_) => &[],
        }
    }
}

fn write<T: fmt::Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

fn write_some<T: fmt::Display, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

fn write_all<T: fmt::Display, S: Serializer>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(ToString::to_string))
}

fn parsed<T: FromStr, E: Error>(written: &str) -> Result<T, E> {
    written.parse().map_err(|_| E::custom(format!("\"{written}\"")))
}

fn read<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    parsed(&String::deserialize(deserializer)?)
}

fn read_some<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::<String>::deserialize(deserializer)?.map(|written| parsed(&written)).transpose()
}

fn read_all<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Vec::<String>::deserialize(deserializer)?.iter().map(|written| parsed(written)).collect()
}

/// What is left out where it says nothing.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A key that must be there, though its value may be `null`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
