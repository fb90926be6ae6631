//! An intervention as it was reported.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Add, Deref};
use std::sync::Arc;

use super::unit::{Texts, Unit};
use crate::diagnostic::{Place, Spot};
use crate::money::Amount;
use crate::msg;
use crate::study::{Completeness, Field};
use crate::wording::{Arg, Language, around};

/// One reported piece of work.
#[derive(Clone, Debug)]
pub struct Intervention {
    /// Its id, texts and funds, as whatever is given codes has them.
    pub unit: Unit,
    /// The number of its block; 0 in a long sheet.
    pub number: u32,
    /// Why it counts nowhere, if so.
    pub exclusion: Option<Exclusion>,
    /// What the export says of it, where a correction says otherwise.
    pub exported: Option<Box<Exported>>,
    /// The columns of its fields.
    pub(super) columns: Arc<BTreeMap<Field, usize>>,
    pub(super) row: usize,
}

/// What an export says of an intervention, before corrections.
#[derive(Clone, Debug)]
pub struct Exported {
    /// Title and texts.
    pub texts: Texts,
    /// Used funds; none where they cannot be read.
    pub funds: Option<Amount>,
}

/// Why an intervention with these texts and funds is incomplete, if so.
pub fn exclusion(complete: &Completeness, texts: &Texts, funds: Option<Amount>) -> Option<Exclusion> {
    complete.requires.iter().find_map(|field| match field {
        Field::Funds => funds.is_none().then_some(Exclusion::Missing(Field::Funds)),
        Field::Text(name) => match texts.get(*name) {
            None => Some(Exclusion::Missing(*field)),
            Some(text) => complete.placeholders.has(text).then_some(Exclusion::Placeholder(*field)),
        },
    })
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
}

/// An intervention is a unit that belongs to a block or row and may be left out.
impl Deref for Intervention {
    type Target = Unit;

    fn deref(&self) -> &Unit {
        &self.unit
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
    pub fn reason(self, language: Language) -> String {
        match self {
            Self::Missing(Field::Text(text)) => text.missing().get(language).to_owned(),
            Self::Placeholder(Field::Text(text)) => text.placeholder().get(language).to_owned(),
            Self::Missing(Field::Funds) | Self::Placeholder(Field::Funds) => {
                msg!("reported-funds-missing").text(language)
            }
        }
    }
}

impl From<Exclusion> for Arg {
    fn from(exclusion: Exclusion) -> Self {
        match exclusion {
            Exclusion::Missing(Field::Text(text)) => text.missing().into(),
            Exclusion::Placeholder(Field::Text(text)) => text.placeholder().into(),
            Exclusion::Missing(Field::Funds) | Exclusion::Placeholder(Field::Funds) => {
                msg!("reported-funds-missing").into()
            }
        }
    }
}

/// As data files have it: the same words in every study, so that programs can go by them.
impl fmt::Display for Exclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason(Language::English))
    }
}

/// What interventions reported, taken together; `None` where none of them reported an amount.
pub(super) fn funds_of<'i>(interventions: impl IntoIterator<Item = &'i Intervention>) -> Option<Amount> {
    interventions.into_iter().filter_map(|intervention| intervention.funds).reduce(Amount::add)
}

/// That interventions have funds, behind their number.
pub(super) fn with_funds<'i>(interventions: impl IntoIterator<Item = &'i Intervention>) -> Arg {
    around(" ", funds_of(interventions).map(|funds| msg!("with-funds", funds)), "")
}
