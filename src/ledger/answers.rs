//! The answers to questions, each with its count and base.

use super::{Ledger, Question, QuestionId, Selection};
use crate::study::Per;

/// One answer to a question of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerCount<'l> {
    /// What is counted.
    pub selection: Selection,
    /// The area.
    pub area: &'l str,
    /// The question's id.
    pub question: &'l str,
    /// The option that was ticked, or the item that was answered; empty for a single choice.
    pub option: &'l str,
    /// The answer; empty where options are only ticked.
    pub answer: &'l str,
    /// How many respondents, or interventions.
    pub count: usize,
    /// Of how many.
    pub base: usize,
    /// Whether the study counts this answer; the others are kept for checks.
    pub counted: bool,
    /// Whether respondents or interventions are counted.
    pub per: Per,
}

impl Ledger {
    /// All answers, in the order of areas, questions, options and answers; also those that nobody gave.
    pub fn answers(&self) -> impl Iterator<Item = AnswerCount<'_>> {
        (0..self.questions.len()).map(QuestionId::new).flat_map(|question| self.answers_to(question))
    }

    /// The answers to a question of an area, in the order of its options and answers; none where it is not asked there.
    pub fn question<'l>(&'l self, area: &str, question: &str) -> impl Iterator<Item = AnswerCount<'l>> + use<'l> {
        self.question_id(area, question).into_iter().flat_map(|question| self.answers_to(question))
    }

    /// The answers to a question, in the order of its options and answers.
    pub(crate) fn answers_to(&self, id: QuestionId) -> impl Iterator<Item = AnswerCount<'_>> {
        let question = &self.questions[id.at()];
        let options = positions(&question.options);
        options.into_iter().flat_map(move |option| {
            positions(&question.answers).into_iter().map(move |answer| self.answer(id, question, option, answer))
        })
    }

    fn answer<'l>(
        &'l self,
        id: QuestionId,
        question: &'l Question,
        option: Option<u32>,
        answer: Option<u32>,
    ) -> AnswerCount<'l> {
        let name = |names: &'l [String], at: Option<u32>| at.and_then(|at| names.get(at as usize)).map_or("", |n| n);
        let selection = Selection::Answer(id, option, answer);
        let counted = self.counted(selection);
        let text = name(&question.answers, answer);
        AnswerCount {
            selection,
            area: &self.areas[question.area.at()].total.area,
            question: &question.id,
            option: name(&question.options, option),
            answer: text,
            count: counted.number,
            base: counted.base,
            counted: question.counted.is_empty() || question.counted.iter().any(|counted| counted == text),
            per: question.per,
        }
    }
}

/// The positions of names; one that is missing where there are none.
fn positions(names: &[String]) -> Vec<Option<u32>> {
    if names.is_empty() { vec![None] } else { (0..names.len() as u32).map(Some).collect() }
}
