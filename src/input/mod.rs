//! From files to surveys: every row with its place, nothing edited, everything that is wrong reported at once.
//!
//! The layouts of survey tools differ; what they say does not. This room owns how files are recognised and opened
//! (`format`, `file`, `workbook`, `text`, `spss`, `parquet`) within limits (`archive`, `legacy`, `opendocument` measure
//! before a reader sees them; `shield`, `watch`), how columns are found (`columns`), how amounts and numbers are read (`amount`,
//! `number`), how a survey's rows become respondents, interventions and answers (`survey`, `interventions`, `answers`), and the
//! returns of a grant recipients with their fields (`accounts`).

mod accounts;
pub mod amount;
mod answers;
mod archive;
mod area_money;
mod asked;
mod blocks;
mod columns;
mod compact;
mod contact;
mod corrections;
pub mod dialect;
mod file;
mod format;
mod funds_beside;
mod grid;
mod header_unit;
mod ids;
mod interventions;
pub mod joined;
mod key;
mod known;
mod legacy;
mod likeness;
mod listed;
mod looks;
mod marks;
mod money_like;
mod near;
pub mod number;
mod odd_amounts;
mod opendocument;
mod options;
mod package;
mod parquet;
mod placeholders;
mod requisitions;
mod row;
mod said;
mod seen;
mod shield;
mod small_amounts;
mod spelling;
mod splitter;
mod spss;
mod stray_rows;
mod survey;
mod text;
mod totals;
mod watch;
mod workbook;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use accounts::{Account, FieldValues, Placed, Return, TotalRow, Values, read_account};
pub use answers::{Answers, Response};
pub use area_money::AreaMoney;
pub use asked::asked;
pub use columns::{Columns, join_header};
pub use contact::{is_contact, looks_like_contact, may_be_persons, without_contacts};
pub use corrections::{Correction, Corrections};
pub use file::{Content, Files, hex, open, read};
pub use format::{Format, Wanted};
pub use grid::{Cell, Grid};
pub use ids::{Absent, Ids};
pub use interventions::{Exclusion, Intervention};
pub use listed::{ListedNumber, PrintedNumber, read_declared, read_printed};
pub use looks::{Area, Looks, Shown, tell as tell_looks};
pub use marks::mark;
pub use odd_amounts::is_year;
pub use requisitions::{Funds, Requisition};
pub use row::Row;
pub use said::{AnswerSet, Said};
pub use shield::is_reading;
pub use spelling::{alike, composed, plain, tidy};
pub use spss::ValueLabels;
pub use survey::{Respondent, Survey};
pub use watch::Watch;
pub use workbook::SheetName;

use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::study::Study;

/// Everything that a study's data files say, before coding.
pub struct Input {
    /// The surveys, in the order of the study.
    pub surveys: Vec<Survey>,
    /// Requisitioned and repaid funds.
    pub funds: Funds,
    /// How the money of every area is declared.
    pub money: BTreeMap<String, AreaMoney>,
    /// The corrections, all of which were applied.
    pub corrections: Corrections,
}

impl Input {
    /// Reads the surveys, the funds and the corrections of a study whose requisitions all stand in sheets.
    pub fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Self {
        Self::read_with(study, files, Funds::new(), messages)
    }

    /// The same; `allocated` are the requisitions that are the result of an allocation.
    pub fn read_with(study: &Study, files: &Files, allocated: Funds, messages: &mut Diagnostics) -> Self {
        messages.extend(study.told.clone());
        let corrections = Corrections::read(study.corrections.as_ref(), files, messages);
        let read: Vec<_> = study
            .surveys
            .par_iter()
            .map(|declared| {
                let mut own = Diagnostics::new();
                let survey = Survey::read(declared, &study.complete, &corrections, files, &mut own);
                (survey, own)
            })
            .collect();
        let mut surveys: Vec<Survey> = Vec::new();
        let mut met = corrections::Met::new();
        let mut all_read = true;
        for (survey, own) in read {
            messages.extend(own);
            match survey {
                Some((survey, of_survey)) => {
                    met.extend(of_survey);
                    contact::report(&survey, study.texts_in_output, messages);
                    surveys.push(survey);
                }
                None => all_read = false,
            }
        }
        // A correction for a survey that could not be read would be reported for the wrong reason.
        if all_read {
            corrections.report_unmatched(&met, &Ids::new(study, &surveys), messages);
        }
        report_doubles(&surveys, messages);
        placeholders::report(&surveys, &study.complete, messages);
        small_amounts::report(&surveys, messages);
        let funds = requisitions::read(study, files, allocated, messages);
        Self { surveys, funds, money: area_money::area_money(study), corrections }
    }

    /// All interventions, in the order of the surveys and within them by respondent and block.
    pub fn interventions(&self) -> impl Iterator<Item = &Intervention> {
        self.surveys.iter().flat_map(|s| &s.interventions)
    }
}

/// Reports interventions of one id in two surveys: codes and corrections name an intervention by its id alone.
fn report_doubles(surveys: &[Survey], messages: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &Intervention> = BTreeMap::new();
    for intervention in surveys.iter().flat_map(|survey| &survey.interventions) {
        if let Some(earlier) = seen.insert(&intervention.id, intervention)
            && earlier.area != intervention.area
        {
            let found = format!("the intervention {} stands in two surveys", shown(&intervention.id));
            messages.push(
                Diagnostic::error(intervention.place.clone(), found)
                    .expected(format!("every id once; the other is at {}", earlier.place))
                    .action("give the respondents of one of the surveys other ids in a copy of the export"),
            );
        }
    }
}
