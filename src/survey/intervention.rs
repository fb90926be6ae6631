//! An intervention as it was reported.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::{Place, Spot};
use crate::money::Amount;
use crate::msg;
use crate::register::Recipient;
use crate::study::Field;
use crate::wording::{Arg, Language, Message};

/// One reported piece of work.
#[derive(Clone, Debug)]
pub struct Intervention {
    /// `<respondent id>-<number>`, or the id of a long sheet.
    pub id: String,
    /// The area.
    pub area: Arc<str>,
    /// The respondent's id.
    pub respondent: Arc<str>,
    /// The respondent's recipient.
    pub recipient: Recipient,
    /// The number of its block; 0 in a long sheet.
    pub number: u32,
    /// Title and texts as written, without surrounding space; blank ones are missing.
    pub texts: Texts,
    /// Used funds as reported, after corrections.
    pub funds: Option<Amount>,
    /// Why it counts nowhere, if so.
    pub exclusion: Option<Exclusion>,
    /// The cell of the reported funds.
    pub place: Place,
    /// The columns of its fields.
    pub(super) columns: Arc<BTreeMap<Field, usize>>,
    pub(super) row: usize,
}

impl Intervention {
    /// Whether it is complete and counts.
    pub fn included(&self) -> bool {
        self.exclusion.is_none()
    }

    /// The cell of a field; that of the funds where it has no column.
    pub(super) fn place_of(&self, field: Field) -> Place {
        let spot = match (self.place.spot, self.columns.get(&field).copied()) {
            (Spot::Cell { row, .. }, Some(column)) => Spot::cell(row, column),
            (Spot::Field { line, .. }, Some(column)) => Spot::Field { line, column },
            (spot, _) => spot,
        };
        Place { spot, ..self.place.clone() }
    }

    /// A text; empty where there is none.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(field).unwrap_or_default()
    }
}

/// The texts of an intervention, in the order of their fields. There may be a million interventions, so they are kept small.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Box<[(Field, Box<str>)]>);

impl Texts {
    /// Keeps texts, which stand in the order of their fields.
    pub(super) fn new(texts: Vec<(Field, Box<str>)>) -> Self {
        Self(texts.into_boxed_slice())
    }

    /// Every text that is not blank, with its field.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, text)| (*field, &**text))
    }

    /// Whether all are blank.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A text; `None` where it is blank.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| &**text)
    }
}

/// Why an intervention is incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// A required text is blank.
    Missing(Field),
    /// A required text is a placeholder.
    Placeholder(Field),
}

impl Exclusion {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::Missing(Field::Funds) | Self::Placeholder(Field::Funds) => msg!("reported-funds-missing"),
            Self::Missing(field) => msg!("text-missing", field = field.word()),
            Self::Placeholder(field) => msg!("text-is-placeholder", field = field.word()),
        }
    }
}

impl From<Exclusion> for Arg {
    fn from(exclusion: Exclusion) -> Self {
        exclusion.message().into()
    }
}

/// As data files have it.
impl fmt::Display for Exclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Language::English))
    }
}
