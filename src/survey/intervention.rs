//! An intervention as it was reported.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Add;
use std::sync::Arc;

use crate::diagnostic::{Place, Spot};
use crate::money::Amount;
use crate::msg;
use crate::register::Recipient;
use crate::study::{Field, TextName};
use crate::wording::{Arg, Language, around};

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
    pub fn text(&self, name: TextName) -> &str {
        self.texts.get(name).unwrap_or_default()
    }

    /// What it is called in lists; empty where there is nothing.
    pub fn title(&self) -> &str {
        let title = self.texts.names().iter().find(|name| name.is_title());
        title.map_or("", |title| self.text(*title))
    }
}

/// The texts of an intervention, one after the other in the order of the study. There may be a million interventions, so
/// they are kept together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    names: Arc<[TextName]>,
    all: Box<str>,
    /// By name: where its text ends in `all`; it begins where the one before ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// Keeps texts of these names; what has none, or a blank one, is missing.
    pub(super) fn new(names: &Arc<[TextName]>, texts: &BTreeMap<TextName, String>) -> Self {
        let mut all = String::new();
        let end = |name: &TextName| {
            all += texts.get(name).map_or("", |text| text);
            all.len() as u32
        };
        Self { ends: names.iter().map(end).collect(), all: all.into_boxed_str(), names: Arc::clone(names) }
    }

    /// The names of all, also of those that are blank.
    pub fn names(&self) -> &Arc<[TextName]> {
        &self.names
    }

    /// Every text that is not blank, with its name.
    pub fn iter(&self) -> impl Iterator<Item = (TextName, &str)> {
        self.names.iter().filter_map(|name| Some((*name, self.get(*name)?)))
    }

    /// Whether all are blank.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// A text; `None` where it is blank.
    pub fn get(&self, name: TextName) -> Option<&str> {
        self.at(name.at()).filter(|_| self.names.get(name.at()) == Some(&name))
    }

    /// The text at a place among the study's; `None` where it is blank.
    pub(crate) fn at(&self, at: usize) -> Option<&str> {
        let from = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.all.get(from as usize..*self.ends.get(at)? as usize).filter(|text| !text.is_empty())
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
