//! Answers to questions, side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::{AreaPair, Pair};
use crate::ledger::{AnswerCount, QuestionId};
use crate::study::Per;

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
    let given = Given::new(pair, area);
    for key in &given.order {
        let (question, option, answer) = *key;
        let then = given.count(key);
        match all.iter_mut().find(|own| (own.question, own.option, own.answer) == *key) {
            Some(known) => known.then = then,
            None => all.push(AnswerPair { question, option, answer, then, now: None }),
        }
    }
    all
}

/// Question, option and answer as they are called now.
type Key<'a> = (&'a str, &'a str, &'a str);
/// A respondent or an intervention, by its place in the ledger.
type Unit = (Per, usize);

/// Who gave which answer then, and of whom. Where several answers have become one, whoever gave two of them has given it once.
struct Given<'a> {
    /// The answers in the order of then.
    order: Vec<Key<'a>>,
    given: BTreeMap<Key<'a>, BTreeSet<Unit>>,
    /// By question, and by option where each has answers of its own: of whom.
    base: BTreeMap<(&'a str, &'a str), BTreeSet<Unit>>,
}

impl<'a> Given<'a> {
    fn new(pair: &Pair<'a>, area: &AreaPair<'_>) -> Self {
        let (ledger, declared) = (&pair.earlier.ledger, &pair.earlier.declared);
        let mut all = Self { order: Vec::new(), given: BTreeMap::new(), base: BTreeMap::new() };
        let asked = ledger.questions.iter().enumerate().filter(|(_, question)| area.then.contains(&question.area));
        for (at, question) in asked {
            for own in ledger.answers_to(QuestionId::new(at)) {
                let [option, answer] = [own.option, own.answer].map(|text| declared.option_now(text));
                let key = (declared.question_now(own.question), option, answer);
                let units: Vec<Unit> = ledger.counted(own.selection).ids.units().map(|id| (own.per, id)).collect();
                let base = all.base.entry((key.0, option)).or_default();
                match own.answer {
                    // A blank says no: of an option that is ticked or not the base is who was asked.
                    "" => base.extend(question.asked.iter().map(|id| (own.per, *id as usize))),
                    _ => base.extend(&units),
                }
                if !all.given.contains_key(&key) {
                    all.order.push(key);
                }
                all.given.entry(key).or_default().extend(units);
            }
        }
        all
    }

    /// How many gave an answer, and of how many.
    fn count(&self, key: &Key<'a>) -> Option<(usize, usize)> {
        let base = self.base.get(&(key.0, key.1))?;
        Some((self.given.get(key)?.len(), base.len()))
    }
}
