//! Answers to questions, side by side.

use super::{AreaPair, Pair};
use crate::ledger::AnswerCount;

/// An answer to a question of an area, in either year.
pub struct AnswerPair<'a> {
    /// The question, as it is called now.
    pub question: &'a str,
    /// The option or item, as it reads now; empty for a single choice.
    pub option: &'a str,
    /// The answer, as it reads now; empty where options are only ticked.
    pub answer: &'a str,
    /// How many gave it then, and of how many; `None` where it was not asked or could not be given.
    pub then: Option<(usize, usize)>,
    /// The same, now.
    pub now: Option<(usize, usize)>,
}

/// The answers of an area to all questions of either year, in the order of now; then those that are asked no longer. An area that
/// was put together of several has the answers of all.
pub fn answers<'a>(pair: &Pair<'a>, area: &AreaPair<'_>) -> Vec<AnswerPair<'a>> {
    let earlier = pair.earlier;
    let declared = &earlier.declared;
    let of_now = pair.now.ledger.answers().filter(|own| own.area == area.id);
    let count = |own: &AnswerCount<'_>| Some((own.count, own.base));
    let mut all: Vec<AnswerPair<'a>> = of_now
        .map(|own| AnswerPair {
            question: own.question,
            option: own.option,
            answer: own.answer,
            then: None,
            now: count(&own),
        })
        .collect();
    for own in earlier.ledger.answers() {
        if declared.area_now(own.area) != area.id {
            continue;
        }
        let question = declared.question_now(own.question);
        let [option, answer] = [own.option, own.answer].map(|text| declared.option_now(text));
        let is_same =
            |pair: &&mut AnswerPair<'_>| (pair.question, pair.option, pair.answer) == (question, option, answer);
        match all.iter_mut().find(is_same) {
            Some(known) => {
                let (number, base) = known.then.unwrap_or_default();
                known.then = Some((number + own.count, base + own.base));
            }
            None => all.push(AnswerPair { question, option, answer, then: count(&own), now: None }),
        }
    }
    all
}
