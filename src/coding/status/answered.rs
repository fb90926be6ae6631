//! Who has answered, who has not, and who answered late.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use super::{AreaStatus, Coded, Part};
use crate::money::Amount;
use crate::register::Recipient;
use crate::survey::Survey;

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
    /// The numbers of every area beside the codes; and the recipients that requisitioned for it and have not answered, most
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
        let answered: BTreeSet<&Recipient> = survey.respondents.iter().map(|own| &own.recipient).collect();
        let mut part = Part { answered: answered.len(), late: survey.late.len(), ..Part::default() };
        let of_area = self.input.funds.iter().filter(|((area, _), _)| *area == survey.area);
        for ((area, recipient), own) in of_area.filter(|(_, own)| own.target() > Amount::ZERO) {
            part.expected.add(Some(own.target()));
            if answered.contains(recipient) {
                continue;
            }
            let begun = survey.begun.contains(recipient);
            part.not_answered.add(Some(own.target()));
            part.begun += usize::from(begun);
            reminders.push(Reminder {
                code: recipient.code.to_string(),
                recipient: recipient.name.to_string(),
                area: area.clone(),
                requisitioned: own.requisitioned,
                repaid: own.repaid,
                target: own.target(),
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
