//! Whether a year's texts differ from those that a model learned from, by area and domain.
//!
//! Two things are looked at: how many of an answer's words the model knows, and how often each code is expected (its mean
//! probability), against how often people gave it in the same area; areas differ by nature, so that an area the model has not
//! learned from is only said to be new. Both are warned of where they differ by more than chance and more than a little.

use super::judge_features::Scored;
use super::suggest::{Scratch, Suggester};
use crate::codebook::Domain;
use crate::coding::rules::{RuleCodings, text};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::study::STUDY_FILE;
use crate::survey::{Input, Unit};
use crate::wording::joined;

/// Answers from which a difference is worth a warning.
const ENOUGH: usize = 20;
/// By how much the share of known words may fall.
const FEWER_WORDS: f64 = 0.10;
/// By how much the expected share of a code may shift.
const SHIFT: f64 = 0.15;

/// An area and domain beside what the model learned from.
pub struct Drift {
    /// The area.
    pub area: String,
    /// The domain.
    pub domain: Domain,
    /// Answers with a text.
    pub answers: usize,
    /// The share of an answer's words that the model knows, on average.
    pub known_words: f64,
    /// What was usual in the area; none where the model has not learned from it.
    pub usual_words: Option<f64>,
    /// The code whose expected share differs most, with the share here and what is usual.
    pub shifted: Option<(String, f64, f64)>,
}

/// Measures every area and domain.
pub fn measure(suggester: &Suggester<'_>, input: &Input, rules: &RuleCodings) -> Vec<Drift> {
    let mut all = Vec::new();
    let mut scratch = Scratch::default();
    for survey in &input.surveys {
        let scored = |unit| (unit, suggester.scored(unit, rules, &mut scratch));
        let interventions = survey.included().map(|intervention| &intervention.unit);
        let answered = input.open.iter().filter(|unit| *unit.area == *survey.area && !unit.texts.is_empty());
        let all_scored: Vec<(&Unit, Vec<(Domain, Scored)>)> = interventions.chain(answered).map(scored).collect();
        for domain in suggester.domains() {
            let Some((system, learned)) = suggester.model().domain(domain) else { continue };
            let (mut answers, mut known) = (0_usize, 0.0);
            let mut sums = vec![0.0; system.codes.len()];
            for (intervention, answers_of) in &all_scored {
                let Some((_, scored)) = answers_of.iter().find(|(of, _)| *of == domain) else { continue };
                let (of_known, words) = suggester.known_words(domain, &text(intervention, domain));
                answers += 1;
                known += of_known as f64 / words.max(1) as f64;
                let probabilities = learned.judge.with_rules(scored, &system.mains);
                probabilities.iter().zip(&mut sums).for_each(|(p, sum)| *sum += p);
            }
            if answers == 0 {
                continue;
            }
            let usual = learned.usual.get(&survey.area);
            let most = usual.and_then(|usual| {
                let shares = sums.iter().map(|sum| sum / answers as f64).zip(&usual.shares).enumerate();
                let main = shares.filter(|(code, _)| system.mains[*code] == *code);
                main.reduce(|a, b| {
                    let by = |x: &(usize, (f64, &f64))| (x.1.0 - x.1.1).abs();
                    if by(&b) > by(&a) { b } else { a }
                })
            });
            all.push(Drift {
                area: survey.area.clone(),
                domain,
                answers,
                known_words: known / answers as f64,
                usual_words: usual.map(|usual| usual.known_words),
                shifted: most.map(|(code, (here, usual))| (system.codes[code].clone(), here, *usual)),
            });
        }
    }
    all
}

impl Drift {
    fn few_words(&self) -> bool {
        self.answers >= ENOUGH && self.usual_words.is_some_and(|usual| self.known_words < usual - FEWER_WORDS)
    }

    /// The shift, where it is more than three standard errors of a share, and more than a little.
    fn shift(&self) -> Option<&(String, f64, f64)> {
        self.shifted.as_ref().filter(|(_, here, usual)| {
            let error = (usual * (1.0 - usual) / self.answers as f64).sqrt();
            self.answers >= ENOUGH && (here - usual).abs() > SHIFT.max(3.0 * error)
        })
    }

    /// A warning, where the difference is one.
    pub fn warning(&self) -> Option<Diagnostic> {
        let percent = |share: f64| format!("{:.0}", share * 100.0);
        let mut found = Vec::new();
        if let Some(usual) = self.usual_words.filter(|_| self.few_words()) {
            let (here, usual) = (percent(self.known_words), percent(usual));
            found.push(msg!("drift-in-words", here, usual));
        }
        if let Some((code, here, usual)) = self.shift() {
            found.push(msg!("drift-in-code", code, here = percent(*here), usual = percent(*usual)));
        }
        if self.usual_words.is_none() {
            found.push(msg!("drift-of-new-area"));
        }
        if found.is_empty() {
            return None;
        }
        let message = msg!("drift", area = &self.area, domain = self.domain.word(), clauses = joined(found, "; "));
        Some(Diagnostic::warning(Place::file(STUDY_FILE), message))
    }
}
