//! How many gave which answer, and of how many: every count has its base.
//!
//! The base of an option that is ticked or not is everyone who was asked: a blank says no. The base of an answer on a
//! scale, or of a single choice, is everyone who answered. A follow-up question is asked of those whose earlier answer
//! leads to it; what others answered to it is not counted.

use polars::error::PolarsResult;

use super::group::Rows;
use crate::input::{Answers, Input, Intervention, Response, Survey};
use crate::study::{AskedIf, Per, Question, Study};

/// One row: an answer to a question of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCount {
    /// The area.
    pub area: String,
    /// The question's id.
    pub question: String,
    /// The option that was ticked, or the item that was answered; empty for a single choice.
    pub option: String,
    /// The answer; empty where options are only ticked.
    pub answer: String,
    /// How many respondents, or interventions.
    pub count: usize,
    /// Of how many.
    pub base: usize,
    /// Whether the study counts this answer; the others are kept for checks.
    pub counted: bool,
    /// Whether respondents or interventions are counted.
    pub per: Per,
}

const NONE: u32 = u32::MAX;

/// Counts all questions.
pub(super) fn count(study: &Study, input: &Input) -> PolarsResult<Vec<AnswerCount>> {
    let mut counts = Vec::new();
    for survey in &input.surveys {
        let Some(declared) = study.surveys.iter().find(|s| s.area == survey.area) else { continue };
        for answers in &survey.answers {
            if let Some(question) = declared.questions.iter().find(|q| q.id == answers.question) {
                counts.extend(count_question(survey, question, answers)?);
            }
        }
    }
    Ok(counts)
}

fn count_question(survey: &Survey, question: &Question, answers: &Answers) -> PolarsResult<Vec<AnswerCount>> {
    let asked = asked(survey, question, answers);
    let mut rows = Rows::<2>::default();
    for (response, _) in answers.responses.iter().zip(&asked).filter(|(_, asked)| **asked) {
        match response {
            Response::Ticked(ticked) => ticked.iter().for_each(|option| rows.push([*option as u32, NONE], 0)),
            Response::Items(items) => {
                for (item, answer) in items.iter().enumerate() {
                    answer.iter().for_each(|answer| rows.push([item as u32, *answer as u32], 0));
                }
            }
            Response::Choice(answer) => answer.iter().for_each(|answer| rows.push([NONE, *answer as u32], 0)),
        }
    }
    let groups = rows.grouped()?;
    let everyone = asked.iter().filter(|asked| **asked).count();
    let count_of = |option: u32, answer: u32| groups.get(&[option, answer]).map_or(0, |g| g.count);
    let options: Vec<u32> =
        if answers.options.is_empty() { vec![NONE] } else { (0..answers.options.len() as u32).collect() };
    let given: Vec<u32> =
        if answers.answers.is_empty() { vec![NONE] } else { (0..answers.answers.len() as u32).collect() };
    let mut counts = Vec::new();
    for option in options {
        let answered: usize = given.iter().map(|answer| count_of(option, *answer)).sum();
        for answer in &given {
            let text = answers.answers.get(*answer as usize).cloned().unwrap_or_default();
            counts.push(AnswerCount {
                area: survey.area.clone(),
                question: question.id.clone(),
                option: answers.options.get(option as usize).cloned().unwrap_or_default(),
                counted: question.counted.is_empty() || question.counted.contains(&text),
                answer: text,
                per: question.per,
                count: count_of(option, *answer),
                base: if *answer == NONE { everyone } else { answered },
            });
        }
    }
    Ok(counts)
}

/// Who was asked: those whose earlier answer leads to a follow-up, and of interventions those that count.
fn asked(survey: &Survey, question: &Question, answers: &Answers) -> Vec<bool> {
    let leads = |at: usize| question.asked_if.as_ref().is_none_or(|c| leads_to(survey, c, question.per, at));
    let counts = |at: usize| match question.per {
        Per::Intervention => survey.interventions.get(at).is_some_and(Intervention::included),
        Per::Respondent => true,
    };
    (0..answers.responses.len()).map(|at| counts(at) && leads(at)).collect()
}

/// Whether the earlier answer of a respondent, or about an intervention, leads to a follow-up question.
fn leads_to(survey: &Survey, condition: &AskedIf, per: Per, at: usize) -> bool {
    let Some(earlier) = survey.answers.iter().find(|a| a.question == condition.question.value) else { return false };
    let of_respondent = per == Per::Intervention && earlier.per == Per::Respondent;
    let at = if of_respondent { respondent_of(survey, at) } else { Some(at) };
    let matches = |answer: &usize| earlier.answers.get(*answer).is_some_and(|a| condition.answers.contains(a));
    match at.and_then(|at| earlier.responses.get(at)) {
        Some(Response::Items(items)) => items.iter().flatten().any(matches),
        Some(Response::Choice(answer)) => answer.iter().any(matches),
        Some(Response::Ticked(ticked)) => {
            ticked.iter().any(|option| earlier.options.get(*option).is_some_and(|o| condition.answers.contains(o)))
        }
        None => false,
    }
}

fn respondent_of(survey: &Survey, intervention: usize) -> Option<usize> {
    let id = &survey.interventions.get(intervention)?.respondent;
    survey.respondents.iter().position(|r| r.id == *id)
}
