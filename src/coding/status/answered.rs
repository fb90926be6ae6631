//! Who has answered, who has not, and who answered late.

use std::cmp::Reverse;

use serde::Serialize;

use super::{AreaStatus, Coded, Part};
use crate::money::Amount;
use crate::survey::{Requisition, Survey};

/// A recipient that has not answered.
#[derive(Debug, Serialize)]
pub struct Reminder {
    /// The recipient's code.
    pub code: String,
    /// Its name.
    pub recipient: String,
    /// The area.
    pub area: String,
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back.
    pub repaid: Amount,
    /// Requisitioned less repaid.
    pub target: Amount,
    /// Whether rows of theirs are there that `only` leaves out: they have begun.
    pub begun: bool,
}

/// A respondent that answered after the day that its answer was due.
#[derive(Debug, Serialize)]
pub struct Late {
    /// The respondent's id.
    pub respondent: String,
    /// The recipient's name.
    pub recipient: String,
    /// The area.
    pub area: String,
    /// The day, as `2025-03-17`.
    pub answered: String,
    /// The day that it was due.
    pub due: String,
}

impl Coded<'_> {
    /// The numbers of every area beside the codes; and the recipients that were expected and have not answered, most
    /// funds first.
    pub(super) fn answered(&self) -> (Vec<AreaStatus>, Vec<Reminder>) {
        let (mut areas, mut reminders) = (Vec::new(), Vec::new());
        for survey in &self.input.surveys {
            areas.push(AreaStatus { area: survey.area.clone(), part: self.area(survey, &mut reminders) });
        }
        reminders.sort_by(|a, b| (Reverse(a.target), &a.area, &a.code).cmp(&(Reverse(b.target), &b.area, &b.code)));
        (areas, reminders)
    }

    fn area(&self, survey: &Survey, reminders: &mut Vec<Reminder>) -> Part {
        let turnout = self.input.turnout(survey);
        let answered = turnout.iter().filter(|own| own.answer.is_some()).count();
        let mut part = Part { answered, late: survey.late.len(), ..Part::default() };
        for own in turnout.iter().filter(|own| own.expected == Some(true)) {
            let target = own.requisition.map(Requisition::target);
            part.expected.add(target);
            if own.answer.is_some() {
                continue;
            }
            let begun = survey.begun.contains(own.recipient);
            part.not_answered.add(target);
            part.begun += usize::from(begun);
            reminders.push(Reminder {
                code: own.recipient.code.to_string(),
                recipient: own.recipient.name.to_string(),
                area: survey.area.clone(),
                requisitioned: own.requisition.map_or(Amount::ZERO, |own| own.requisitioned),
                repaid: own.requisition.map_or(Amount::ZERO, |own| own.repaid),
                target: target.unwrap_or(Amount::ZERO),
                begun,
            });
        }
        for own in &survey.interventions {
            match own.included() {
                true => part.interventions.add(self.funds(own)),
                false => part.incomplete.add(own.funds),
            }
        }
        part
    }

    /// Who answered late, by area and respondent.
    pub(super) fn late(&self) -> Vec<Late> {
        let of_survey = |survey: &Survey| {
            let late = |late: &crate::survey::Late| {
                let own = survey.respondents.get(late.respondent)?;
                Some(Late {
                    respondent: own.id.to_string(),
                    recipient: own.recipient.name.to_string(),
                    area: survey.area.clone(),
                    answered: late.answered.to_string(),
                    due: late.due.to_string(),
                })
            };
            survey.late.iter().filter_map(late).collect::<Vec<_>>()
        };
        self.input.surveys.iter().flat_map(of_survey).collect()
    }
}
