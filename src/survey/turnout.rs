//! Who answered of those who were expected to, and how: late, with something left out, or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::requisitions::Requisition;
use super::{Input, Survey};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::msg;
use crate::register::Recipient;
use crate::wording::first_of;

/// So many names are told of those who answered without being expected.
const NAMED: usize = 5;

/// A recipient of an area: expected, answered, or with requisitioned funds.
#[derive(Clone, Debug)]
pub struct Turnout<'i> {
    /// Who.
    pub recipient: &'i Recipient,
    /// Whether an answer was expected; `None` where it is not known who was.
    pub expected: Option<bool>,
    /// Its answer, where there is one.
    pub answer: Option<Answered>,
    /// What it requisitioned and repaid, where it did.
    pub requisition: Option<&'i Requisition>,
}

/// What is known of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Whether it came after the day on which it was due.
    pub late: bool,
    /// How many of its interventions count.
    pub included: usize,
    /// How many are left out as incomplete.
    pub excluded: usize,
}

impl Answered {
    /// Whether something of the answer is missing: it has no intervention that counts, or one that is left out.
    pub fn is_partly(self) -> bool {
        self.included == 0 || self.excluded > 0
    }
}

impl Turnout<'_> {
    /// Whether an answer came that was expected, or of which that is not known.
    pub fn has_answered(&self) -> bool {
        self.answer.is_some() && self.expected != Some(false)
    }

    /// Whether an answer came that was not expected.
    pub fn is_unexpected(&self) -> bool {
        self.answer.is_some() && self.expected == Some(false)
    }

    /// Whether an answer was expected and did not come.
    pub fn is_missing(&self) -> bool {
        self.answer.is_none() && self.expected == Some(true)
    }
}

impl Input {
    /// The recipients of an area, in the order of their codes: those expected, those who answered, and those who requisitioned.
    pub fn turnout<'i>(&'i self, survey: &'i Survey) -> Vec<Turnout<'i>> {
        let answers = answers(survey);
        let expected = self.expected.get(&survey.area);
        let of_area = self.funds.iter().filter(|((area, _), _)| *area == survey.area);
        let requisitions: BTreeMap<&Recipient, &Requisition> = of_area.map(|((_, who), own)| (who, own)).collect();
        let all: BTreeSet<&Recipient> = expected
            .into_iter()
            .flat_map(|own| &own.recipients)
            .chain(answers.keys().copied())
            .chain(requisitions.keys().copied())
            .collect();
        let turnout = |recipient: &'i Recipient| Turnout {
            recipient,
            expected: expected.map(|own| own.recipients.contains(recipient)),
            answer: answers.get(recipient).copied(),
            requisition: requisitions.get(recipient).copied(),
        };
        all.into_iter().map(turnout).collect()
    }
}

/// What is known of every answer.
fn answers(survey: &Survey) -> BTreeMap<&Recipient, Answered> {
    let mut answers: BTreeMap<&Recipient, Answered> = BTreeMap::new();
    for respondent in &survey.respondents {
        answers.entry(&respondent.recipient).or_default();
    }
    for late in &survey.late {
        let whose = survey.respondents.get(late.respondent).and_then(|own| answers.get_mut(&own.recipient));
        whose.into_iter().for_each(|own| own.late = true);
    }
    for intervention in &survey.interventions {
        let Some(own) = answers.get_mut(&intervention.recipient) else { continue };
        match intervention.included() {
            true => own.included += 1,
            false => own.excluded += 1,
        }
    }
    answers
}

/// Tells of answers that were not expected, where the study declares who was: they count.
pub(super) fn report_unexpected(input: &Input, declared: &[crate::study::Survey], messages: &mut Diagnostics) {
    for survey in &input.surveys {
        let own = declared.iter().find(|own| own.area == survey.area).and_then(|own| own.expected.as_ref());
        let Some(own) = own else { continue };
        let turnout = input.turnout(survey);
        let unexpected: Vec<&str> =
            turnout.iter().filter(|own| own.is_unexpected()).map(|own| own.recipient.name.as_str()).collect();
        if unexpected.is_empty() {
            continue;
        }
        let names = first_of(unexpected.iter().copied(), NAMED, ", ");
        let message = msg!("answers-unexpected", count = unexpected.len(), area = survey.named(), names);
        messages.push(Diagnostic::warning(own.place.clone(), message));
    }
}
