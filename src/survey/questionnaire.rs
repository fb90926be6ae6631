//! One questionnaire to one group of respondents, as read.

use std::collections::BTreeSet;

use super::answers::Answers;
use super::intervention::Intervention;
use super::late::Late;
use super::respondent::Respondent;
use crate::diagnostic::shown;
use crate::register::Recipient;
use crate::wording::{Arg, Text};

/// One survey as read: respondents and interventions in the order of their ids, answers beside them.
#[derive(Debug)]
pub struct Survey {
    /// The area.
    pub area: String,
    /// What readers call the area.
    pub title: Text,
    /// Who answered.
    pub respondents: Vec<Respondent>,
    /// What was reported, complete or not.
    pub interventions: Vec<Intervention>,
    /// The closed questions, in the order of the study.
    pub answers: Vec<Answers>,
    /// The respondents that answered after the day on which answers were due.
    pub late: Vec<Late>,
    /// The recipients in rows that `only` leaves out.
    pub begun: BTreeSet<Recipient>,
    /// Ids of respondents whose recipient could not be told; their interventions are missing for that reason.
    pub unresolved: Vec<String>,
    /// Ids of interventions in a sheet of their own whose respondent could not be told.
    pub unread: Vec<String>,
    /// Ids of interventions in a sheet of their own whose respondent is set aside, with the respondent.
    pub aside: Vec<(String, String)>,
    /// Ids of blocks in which only dashes or noughts stand: they are no interventions.
    pub nothing: Vec<String>,
}

impl Survey {
    /// What messages call the area: its id, and in Swedish its title, for Swedish messages stand in reports, where nobody
    /// knows its id.
    pub(crate) fn named(&self) -> Arg {
        (&Text { sv: format!("”{}”", self.title.sv), en: Some(shown(&self.area)) }).into()
    }

    /// The interventions that count.
    pub fn included(&self) -> impl Iterator<Item = &Intervention> {
        self.interventions.iter().filter(|i| i.included())
    }
}
