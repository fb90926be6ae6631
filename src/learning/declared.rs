//! The model that a study declares: loading it, and the codes that may be accepted from it.

use std::collections::BTreeMap;

use super::judge::Verdict;
use super::model::Model;
use super::suggest::{Suggester, Suggestion};
use crate::codebook::{Codebook, Domain};
use crate::coding::Suggested;
use crate::coding::rules::RuleCodings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{STUDY_FILE, Study};
use crate::survey::{Input, Unit};

/// The model that a study declares; `None` where it declares none.
pub fn declared(study: &Study, book: &Codebook) -> Option<Result<Model, Diagnostic>> {
    let declared = study.model.as_ref()?;
    Some(Model::load(&study.path(&declared.value), &declared.value, book))
}

/// Warns where a model was learned with other rules or definitions than the codebook's.
pub fn note_changed_rules(model: &Model, book: &Codebook, messages: &mut Diagnostics) {
    if model.rules_changed(book) {
        messages.push(Diagnostic::warning(Place::file(STUDY_FILE), msg!("model-of-former-rules")));
    }
}

/// From which probability suggestions of a model are accepted, where an audit says so; elsewhere the model does.
#[derive(Clone, Debug, PartialEq)]
pub struct Thresholds {
    /// The checksum of the model whose suggestions were audited.
    pub model: String,
    /// By domain; `None` where nothing can be promised.
    pub from: BTreeMap<Domain, Option<f64>>,
    /// The same in words, with what it rests on.
    pub told: Vec<Diagnostic>,
}

impl Thresholds {
    /// Whether they are about a model: they are told; else that they are about another.
    pub fn fit(&self, model: &Model, messages: &mut Diagnostics) -> bool {
        let fits = self.model == model.checksum;
        match fits {
            true => messages.push_all(&self.told),
            false => messages.push(Diagnostic::notice(Place::file(STUDY_FILE), msg!("audit-of-other-model"))),
        }
        fits
    }

    /// Decides anew which suggestions of an answer are accepted: main codes from the threshold on, and of their subcodes those that the
    /// model accepts; none where there is no threshold at which the promise holds.
    pub fn decide(&self, domain: Domain, suggestions: &mut [Suggestion<'_>]) {
        // What an audit has frozen is rounded so.
        let rounded = |probability: f64| (probability * 1e6).round();
        let Some(threshold) = self.from.get(&domain) else { return };
        let is_enough = |probability: f64| threshold.is_some_and(|from| rounded(probability) >= rounded(from));
        let mains: Vec<String> = suggestions
            .iter()
            .filter(|s| s.main == s.code && is_enough(s.probability))
            .map(|s| s.code.to_owned())
            .collect();
        for own in suggestions {
            let is_main = own.main == own.code;
            let has_main = mains.iter().any(|main| main == own.main);
            let accepted = has_main && (is_main || own.verdict == Verdict::Accepted);
            own.verdict = if accepted { Verdict::Accepted } else { Verdict::Review };
        }
    }
}

/// The codes that a study's model suggests and that may be accepted, for [`crate::coding::Codings`].
pub fn accepted(
    study: &Study,
    book: &Codebook,
    input: &Input,
    rules: &RuleCodings,
    thresholds: Option<&Thresholds>,
    messages: &mut Diagnostics,
) -> Suggested {
    let model = match declared(study, book) {
        None => return Suggested::new(),
        Some(Err(message)) => {
            messages.push(message);
            return Suggested::new();
        }
        Some(Ok(model)) => model,
    };
    note_changed_rules(&model, book, messages);
    let thresholds = thresholds.filter(|own| own.fit(&model, messages));
    let suggester = Suggester::new(&model, book);
    let included: Vec<&Unit> = input.units().collect();
    let mut all = Suggested::new();
    for (intervention, domains) in included.iter().zip(suggester.suggest_all(&included, rules)) {
        for (domain, mut suggestions) in domains {
            thresholds.into_iter().for_each(|own| own.decide(domain, &mut suggestions));
            let codes = finest(&suggestions);
            if !codes.is_empty() {
                all.insert((intervention.id.to_string(), domain), codes);
            }
        }
    }
    all
}

/// The codes of accepted suggestions. A main code goes without saying where one of its subcodes was accepted.
pub fn finest(suggestions: &[Suggestion<'_>]) -> Vec<String> {
    let accepted: Vec<_> = suggestions.iter().filter(|s| s.verdict == Verdict::Accepted).collect();
    let finest = accepted.iter().filter(|s| !accepted.iter().any(|o| o.main == s.code && o.code != s.code));
    finest.map(|s| s.code.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G1 and its subcode are accepted by the model, G2 is for people to read.
    #[test]
    fn an_audit_decides_from_which_probability_main_codes_are_accepted() {
        let book = Codebook::load("codebook/psykisk-halsa.json".as_ref(), "codebook").unwrap();
        let domain = book.domain("activity").unwrap();
        let decided = |thresholds: &[(Domain, Option<f64>)]| {
            let own = |code, main, probability, verdict| Suggestion {
                code,
                main,
                probability,
                verdict,
                evidence: Vec::new(),
            };
            let mut all = [
                own("G1", "G1", 0.900_000_4, Verdict::Accepted),
                own("G1.1", "G1", 0.8, Verdict::Accepted),
                own("G2", "G2", 0.6, Verdict::Review),
            ];
            let from = thresholds.iter().copied().collect();
            Thresholds { model: String::new(), from, told: Vec::new() }.decide(domain, &mut all);
            all.map(|own| own.verdict == Verdict::Accepted)
        };
        assert_eq!(decided(&[(domain, Some(0.9))]), [true, true, false]);
        assert_eq!(decided(&[(domain, Some(0.900_001))]), [false, false, false]);
        assert_eq!(decided(&[(domain, Some(0.55))]), [true, true, true]);
        assert_eq!(decided(&[(domain, None)]), [false, false, false]);
        // A domain that was not audited is the model's.
        assert_eq!(decided(&[]), [true, true, false]);
    }
}
