//! What else a respondent answered, beside the texts that are coded.

use std::sync::Arc;

use hashbrown::HashMap;
use serde::Serialize;

use super::Review;
use crate::mask::without_contacts;
use crate::study::Per;
use crate::survey::{Answers, Input, Response, Unit};

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// Where the answers of units stand: the survey, the respondent's place, and that of the intervention.
#[derive(Debug, Default)]
pub(super) struct Places(HashMap<Arc<str>, (usize, Option<usize>, Option<usize>)>);

impl Places {
    pub fn of(input: &Input) -> Self {
        let mut places = HashMap::new();
        for (survey, own) in input.surveys.iter().enumerate() {
            let who: HashMap<&str, usize> = own.respondents.iter().zip(0..).map(|(one, at)| (&*one.id, at)).collect();
            for (at, intervention) in own.interventions.iter().enumerate() {
                let respondent = who.get(&*intervention.respondent).copied();
                places.insert(Arc::clone(&intervention.id), (survey, respondent, Some(at)));
            }
            for unit in input.open.iter().filter(|unit| *unit.area == *own.area) {
                places.insert(Arc::clone(&unit.id), (survey, who.get(&*unit.respondent).copied(), None));
            }
        }
        Self(places)
    }
}

impl Review {
    /// What was answered beside the texts of a unit.
    pub(super) fn answers(&self, unit: &Unit) -> Vec<Answered> {
        let Some((survey, respondent, intervention)) = self.answers.0.get(&unit.id) else { return Vec::new() };
        let answered = |answers: &Answers| {
            let at = match answers.per {
                Per::Respondent => *respondent,
                Per::Intervention => *intervention,
            }?;
            let answer = said(answers, answers.responses.get(at)?);
            let answer = without_contacts(&answer).into_owned();
            (!answer.is_empty()).then(|| Answered { question: answers.question.clone(), answer })
        };
        self.input.surveys[*survey].answers.iter().filter_map(answered).collect()
    }
}

/// A response in words.
fn said(answers: &Answers, response: &Response) -> String {
    let of = |all: &[String], at: u32| all.get(at as usize).cloned().unwrap_or_default();
    match response {
        Response::Ticked(ticked) => ticked.iter().map(|at| of(&answers.options, *at)).collect::<Vec<_>>().join("; "),
        Response::Items(given) => {
            let item =
                |(item, given): (&String, &Option<u32>)| Some(format!("{item}: {}", of(&answers.answers, (*given)?)));
            answers.options.iter().zip(given.iter()).filter_map(item).collect::<Vec<_>>().join("; ")
        }
        Response::Choice(given) => given.map(|at| of(&answers.answers, at)).unwrap_or_default(),
        Response::Text(text) => text.to_string(),
    }
}
