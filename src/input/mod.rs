//! From files to surveys: every row with its place, nothing edited, everything that is wrong reported at once.
//!
//! The layouts of survey tools differ; what they say does not. This room owns how files are opened (`file`, `workbook`,
//! `text`, `spss`), how columns are found (`columns`), how amounts and numbers are read (`amount`, `number`), how a
//! survey's rows become respondents, interventions and answers (`survey`, `interventions`, `answers`), and the returns of a
//! grant recipients with their fields (`accounts`).

mod accounts;
pub mod amount;
mod answers;
mod columns;
mod corrections;
mod file;
mod grid;
mod interventions;
mod listed;
pub mod number;
mod requisitions;
mod spss;
mod survey;
mod text;
mod workbook;

use rayon::prelude::*;

pub use accounts::{Account, FieldValues, Placed, Return, TotalRow, Values, read_account};
pub use answers::{Answers, Response};
pub use columns::Columns;
pub use corrections::{Correction, Corrections};
pub use file::{Files, hex};
pub use grid::{Cell, Grid};
pub use interventions::{Exclusion, Intervention};
pub use listed::{ListedNumber, PrintedNumber, read_declared, read_printed};
pub use requisitions::{Funds, Requisition};
pub use survey::{Respondent, Survey};

use crate::diagnostic::Diagnostics;
use crate::study::Study;

/// Everything that a study's data files say, before coding.
pub struct Input {
    /// The surveys, in the order of the study.
    pub surveys: Vec<Survey>,
    /// Requisitioned and repaid funds.
    pub funds: Funds,
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
        let mut surveys = Vec::new();
        let mut met = corrections::Met::new();
        let mut all_read = true;
        for (survey, own) in read {
            messages.extend(own);
            match survey {
                Some((survey, of_survey)) => {
                    met.extend(of_survey);
                    surveys.push(survey);
                }
                None => all_read = false,
            }
        }
        // A correction for a survey that could not be read would be reported for the wrong reason.
        if all_read {
            corrections.report_unmatched(&met, messages);
        }
        let funds = requisitions::read(study, files, allocated, messages);
        Self { surveys, funds, corrections }
    }

    /// All interventions, in the order of the surveys and within them by respondent and block.
    pub fn interventions(&self) -> impl Iterator<Item = &Intervention> {
        self.surveys.iter().flat_map(|s| &s.interventions)
    }
}
