//! An intervention as it was reported.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Place, Spot};
use crate::money::Amount;
use crate::msg;
use crate::register::Recipient;
use crate::study::Field;
use crate::wording::{Arg, Message};

/// One reported piece of work.
#[derive(Clone, Debug)]
pub struct Intervention {
    /// `<respondent id>-<number>`, or the id of a long sheet.
    pub id: Arc<str>,
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

/// The fields that are texts, in their order.
const TEXTS: [Field; 5] = [Field::Title, Field::Activity, Field::Output, Field::Goal, Field::Effect];

/// The texts of an intervention, one after the other in the order of their fields. There may be a million interventions, so
/// they are kept together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    all: Box<str>,
    /// By field: where its text ends in `all`; it begins where the one before ends.
    ends: [u32; TEXTS.len()],
}

impl Texts {
    /// Keeps texts; what has none, or a blank one, is missing.
    pub(super) fn new(texts: &BTreeMap<Field, String>) -> Self {
        let mut all = String::new();
        let ends = TEXTS.map(|field| {
            all += texts.get(&field).map_or("", |text| text);
            all.len() as u32
        });
        Self { all: all.into_boxed_str(), ends }
    }

    /// Every text that is not blank, with its field.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        TEXTS.into_iter().filter_map(|field| Some((field, self.get(field)?)))
    }

    /// Whether all are blank.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// A text; `None` where it is blank.
    pub fn get(&self, field: Field) -> Option<&str> {
        let at = TEXTS.iter().position(|known| *known == field)?;
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        self.all.get(from as usize..self.ends[at] as usize).filter(|text| !text.is_empty())
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
        let (Self::Missing(field) | Self::Placeholder(field)) = self;
        match (field, matches!(self, Self::Missing(_))) {
            (Field::Funds, _) => msg!("reported-funds-missing"),
            (Field::Title, true) => msg!("title-missing"),
            (Field::Title, false) => msg!("title-is-placeholder"),
            (Field::Activity, true) => msg!("activity-missing"),
            (Field::Activity, false) => msg!("activity-is-placeholder"),
            (Field::Output, true) => msg!("output-missing"),
            (Field::Output, false) => msg!("output-is-placeholder"),
            (Field::Goal, true) => msg!("goal-missing"),
            (Field::Goal, false) => msg!("goal-is-placeholder"),
            (Field::Effect, true) => msg!("effect-missing"),
            (Field::Effect, false) => msg!("effect-is-placeholder"),
        }
    }
}

impl From<Exclusion> for Arg {
    fn from(exclusion: Exclusion) -> Self {
        exclusion.message().into()
    }
}
