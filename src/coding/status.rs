//! How far the coding of a study has come: what became of the answers since they were coded, which of them have codes, who has
//! not answered, and how much of the funds that is.

mod answered;
mod decide;
mod fact;
mod part;
mod tally;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Bound, Codings};
use crate::codebook::Codebook;
use crate::study::{CodingRole, Money, Study};
use crate::survey::Input;
use crate::weighting::Weighting;

pub use answered::{Late, Reminder};
pub use decide::ToDecide;
pub use fact::NOT_LOCKED;
pub use part::{Count, DomainStatus, Part, WITHDRAWN};
pub use tally::{Waiting, Withdrawn};

/// How far a study has come.
#[derive(Debug, Serialize)]
pub struct Status {
    /// The name of the study's folder.
    pub study: String,
    /// How funds count; `None` in a study without funds.
    pub funds: Option<Counted>,
    /// Errors, of which `coding_errors` are some.
    pub errors: usize,
    /// Errors of what has been coded: answers that were edited, that wait or that have no row, where that stops a run.
    pub coding_errors: usize,
    /// The coding sheets.
    pub sheets: Vec<SheetStatus>,
    /// How many codings count as somebody decided them beside the sheets, by who.
    pub decisions: BTreeMap<String, usize>,
    /// All areas together.
    pub total: Part,
    /// Every area, in the order of the study.
    pub areas: Vec<AreaStatus>,
    /// Coded answers that are gone.
    pub withdrawn: Vec<Withdrawn>,
    /// What has to be coded or decided, most funds first.
    pub to_code: Vec<Waiting>,
    /// Who was expected and has not answered, most funds first.
    pub reminders: Vec<Reminder>,
    /// Who answered after the day that answers were due.
    pub late: Vec<Late>,
    /// How funds count, as the rest of the program knows it.
    #[serde(skip)]
    pub money: Option<Money>,
    #[serde(skip)]
    has_due: bool,
}

impl Status {
    /// Errors in the study's files: numbers may be other ones without them.
    pub fn file_errors(&self) -> usize {
        self.errors - self.coding_errors
    }

    /// Whether the study says when the answers to a survey were due.
    pub fn has_due(&self) -> bool {
        self.has_due
    }
}

/// How funds count.
#[derive(Debug, Serialize)]
pub struct Counted {
    /// The code of the currency.
    pub currency: &'static str,
    /// `weighted` or `reported`.
    pub counted: &'static str,
}

/// A coding sheet.
#[derive(Debug, Serialize)]
pub struct SheetStatus {
    /// Its file.
    pub file: String,
    /// The coder; `None` for a final sheet.
    pub coder: Option<String>,
    /// Its rows.
    pub rows: usize,
    /// Whether it has a lock.
    pub locked: bool,
    /// Codings that were made since it was locked.
    pub unlocked: usize,
}

/// An area.
#[derive(Debug, Serialize)]
pub struct AreaStatus {
    /// Its id.
    pub area: String,
    /// Its numbers.
    #[serde(flatten)]
    pub part: Part,
}

/// A study whose codes are settled.
pub struct Coded<'a> {
    /// What it declares.
    pub study: &'a Study,
    /// Its codebook.
    pub book: &'a Codebook,
    /// Its answers.
    pub input: &'a Input,
    /// Their codes.
    pub codings: &'a Codings,
    /// Their funds.
    pub weighting: &'a Weighting,
}

impl Coded<'_> {
    /// How far it has come; `errors` is how many its files have, `coding_errors` how many what was coded has.
    pub fn status(&self, errors: usize, coding_errors: usize) -> Status {
        let money = self.weighting.money;
        let (mut areas, reminders) = self.answered();
        let (to_code, withdrawn) = self.tally(&mut areas);
        let mut total = areas.iter().fold(Part::default(), |total, own| total.and(&own.part));
        // Of those that are gone the area is not known.
        withdrawn.iter().filter(|gone| gone.area.is_none()).for_each(|gone| total.withdraw(gone.domain));
        Status {
            study: self.study.name.clone(),
            funds: money.map(|money| Counted { currency: money.currency().code(), counted: money.counted() }),
            errors: errors + coding_errors,
            coding_errors,
            sheets: self.sheets(),
            decisions: self.codings.decided_by(),
            total,
            areas,
            withdrawn,
            to_code,
            reminders,
            late: self.late(),
            money,
            has_due: self.study.surveys.iter().any(|survey| survey.due.is_some()),
        }
    }

    fn sheets(&self) -> Vec<SheetStatus> {
        let sheets = self.study.codings.iter().filter_map(|declared| Some((declared, self.codings.sheet(declared)?)));
        let status = sheets.map(|(declared, (file, sheet))| SheetStatus {
            file: file.to_owned(),
            coder: match &declared.role {
                CodingRole::Final => None,
                CodingRole::Coder(coder) => Some(coder.clone()),
            },
            rows: sheet.ids().count(),
            locked: sheet.locked,
            unlocked: sheet.bound.as_ref().map_or(0, Bound::unlocked),
        });
        status.collect()
    }
}
