//! The recipe of `check`: everything that a run does up to weighting, and nothing is written.

use std::path::Path;

use super::{Failure, Stage, weigh};
use crate::diagnostic::Diagnostics;

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// Everything there is to say, in no order.
    pub messages: Diagnostics,
    /// Surveys that could be read.
    pub surveys: usize,
    /// Respondents in them.
    pub respondents: usize,
    /// Interventions in them, complete or not.
    pub interventions: usize,
}

/// Checks a study. `progress` hears of every stage as it begins.
pub fn check(folder: &Path, progress: &(dyn Fn(Stage) + Sync)) -> Checked {
    let mut messages = Diagnostics::new();
    let weighed = weigh(folder, None, progress, &mut messages);
    let weighed = weighed.map_err(|failure| {
        if let Failure::Input(of_stage) = failure {
            messages.extend(of_stage);
        }
    });
    if let Ok(weighed) = &weighed {
        messages.push_all(weighed.claims.unreadable());
    }
    let surveys = weighed.map(|weighed| weighed.input.surveys).unwrap_or_default();
    Checked {
        messages,
        surveys: surveys.len(),
        respondents: surveys.iter().map(|s| s.respondents.len()).sum(),
        interventions: surveys.iter().map(|s| s.interventions.len()).sum(),
    }
}
