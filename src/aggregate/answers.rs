//! How many gave which answer, and of how many: every count has its base.
//!
//! The base of an option that is ticked or not is everyone who was asked: a blank says no. The base of an answer on a
//! scale, or of a single choice, is everyone who answered. A follow-up question is asked of those whose earlier answer
//! leads to it; what others answered to it is not counted.

use polars::error::PolarsResult;

use super::group::Rows;
use crate::input::{Answers, Input, Intervention, Response, Survey, asked};
use crate::study::{Per, Question, Study};

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

/// A question of a survey with what was answered to it.
struct Asked<'a> {
    survey: &'a Survey,
    question: &'a Question,
    answers: &'a Answers,
}

/// Counts all questions, in one grouping.
pub(super) fn count(study: &Study, input: &Input) -> PolarsResult<Vec<AnswerCount>> {
    let all = questions(study, input);
    let mut rows = Rows::<3>::default();
    let mut everyone = Vec::new();
    for (index, Asked { survey, question, answers }) in all.iter().enumerate() {
        let asked = asked(survey, question, answers);
        everyone.push(asked.iter().filter(|asked| **asked).count());
        for (response, _) in answers.responses.iter().zip(&asked).filter(|(_, asked)| **asked) {
            given(response).into_iter().for_each(|(option, answer)| rows.push([index as u32, option, answer], 0));
        }
    }
    let groups = rows.grouped()?;
    let mut counts = Vec::new();
    for (index, (asked, everyone)) in all.iter().zip(everyone).enumerate() {
        let count_of = |option, answer| groups.get(&[index as u32, option, answer]).map_or(0, |g| g.count);
        counts.extend(asked.counts(everyone, count_of));
    }
    Ok(counts)
}

fn questions<'a>(study: &'a Study, input: &'a Input) -> Vec<Asked<'a>> {
    let mut all = Vec::new();
    for survey in &input.surveys {
        let Some(declared) = study.surveys.iter().find(|s| s.area == survey.area) else { continue };
        for answers in &survey.answers {
            let question = declared.questions.iter().find(|q| q.id == answers.question);
            all.extend(question.map(|question| Asked { survey, question, answers }));
        }
    }
    all
}

/// What a response gives: positions of options and answers, [`NONE`] for what a question does not have.
fn given(response: &Response) -> Vec<(u32, u32)> {
    match response {
        Response::Ticked(ticked) => ticked.iter().map(|option| (*option as u32, NONE)).collect(),
        Response::Items(items) => {
            let answered = items.iter().enumerate().filter_map(|(item, answer)| Some((item, (*answer)?)));
            answered.map(|(item, answer)| (item as u32, answer as u32)).collect()
        }
        Response::Choice(answer) => answer.iter().map(|answer| (NONE, *answer as u32)).collect(),
    }
}

/// An answer to a question of an area, named as in [`AnswerCount`]: area, question, option, answer.
pub(crate) type Answer<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Every answer that was given about an intervention and counts, in the order of the surveys.
pub(crate) fn about_interventions<'a>(study: &'a Study, input: &'a Input) -> Vec<(Answer<'a>, &'a Intervention)> {
    let mut all = Vec::new();
    for Asked { survey, question, answers } in questions(study, input) {
        if question.per != Per::Intervention {
            continue;
        }
        let asked = asked(survey, question, answers);
        let name = |names: &'a [String], at: u32| names.get(at as usize).map_or("", String::as_str);
        let responses = survey.interventions.iter().zip(&answers.responses).zip(asked);
        for ((intervention, response), _) in responses.filter(|(_, asked)| *asked) {
            for (option, answer) in given(response) {
                let (option, answer) = (name(&answers.options, option), name(&answers.answers, answer));
                all.push(((survey.area.as_str(), question.id.as_str(), option, answer), intervention));
            }
        }
    }
    all
}

impl Asked<'_> {
    /// One row for every option and answer; `everyone` were asked.
    fn counts(&self, everyone: usize, count_of: impl Fn(u32, u32) -> usize) -> Vec<AnswerCount> {
        let positions =
            |names: &[String]| if names.is_empty() { vec![NONE] } else { (0..names.len() as u32).collect() };
        let (options, given) = (positions(&self.answers.options), positions(&self.answers.answers));
        let mut counts = Vec::new();
        for option in options {
            let answered: usize = given.iter().map(|answer| count_of(option, *answer)).sum();
            for answer in &given {
                let text = self.answers.answers.get(*answer as usize).cloned().unwrap_or_default();
                counts.push(AnswerCount {
                    area: self.survey.area.clone(),
                    question: self.question.id.clone(),
                    option: self.answers.options.get(option as usize).cloned().unwrap_or_default(),
                    counted: self.question.counted.is_empty() || self.question.counted.contains(&text),
                    answer: text,
                    per: self.question.per,
                    count: count_of(option, *answer),
                    base: if *answer == NONE { everyone } else { answered },
                });
            }
        }
        counts
    }
}
