//! What a model and the codebook's rules suggest.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::codebook::{Codebook, Domain};
use crate::coding::rules::{RuleCodings, domains_of};
use crate::learning::{Evidence, Model, Suggester, Suggestion};
use crate::survey::{Input, Unit};

/// So many are suggested of a coding: as many as there are digits.
const MOST: usize = 9;

/// Who suggests.
const MODEL: &str = "model";
pub(super) const RULES: &str = "rules";

/// A code that is suggested.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggested {
    /// The code.
    pub code: String,
    /// Its probability, where a model says one.
    pub probability: Option<f64>,
    /// The words that speak for it.
    pub words: Vec<String>,
    /// `model`, `rules` or `coded-alike`.
    pub source: &'static str,
}

/// What is suggested for every unit in every domain.
pub type Suggestions = BTreeMap<(Arc<str>, Domain), Vec<Suggested>>;

/// What a model suggests, if there is one, and what rules found beside it.
pub fn suggestions(book: &Codebook, input: &Input, rules: &RuleCodings, model: Option<&Model>) -> Suggestions {
    let units: Vec<&Unit> = input.units().collect();
    let mut all = Suggestions::new();
    if let Some(model) = model {
        let suggester = Suggester::new(model, book);
        for (unit, domains) in units.iter().zip(suggester.suggest_all(&units, rules)) {
            for (domain, suggested) in domains {
                all.insert((Arc::clone(&unit.id), domain), of_model(&suggested));
            }
        }
    }
    for unit in units {
        for domain in domains_of(book, unit) {
            let mut own = all.remove(&(Arc::clone(&unit.id), domain)).unwrap_or_default();
            add_rules(&unit.id, domain, rules, &mut own);
            if !own.is_empty() {
                all.insert((Arc::clone(&unit.id), domain), own);
            }
        }
    }
    all
}

fn of_model(suggested: &[Suggestion<'_>]) -> Vec<Suggested> {
    // A main code goes without saying where one of its subcodes is suggested.
    let has_sub =
        |own: &&Suggestion<'_>| suggested.iter().any(|other| other.main == own.code && other.code != own.code);
    let words = |evidence: &[(Evidence, f64)]| {
        let words = evidence.iter().filter_map(|(piece, _)| match piece {
            Evidence::Words(words) => Some(words.to_string()),
            Evidence::Rules | Evidence::Companion => None,
        });
        words.collect()
    };
    let own = suggested.iter().filter(|own| !has_sub(own)).map(|own| Suggested {
        code: own.code.to_owned(),
        probability: Some((own.probability * 100.0).round() / 100.0),
        words: words(&own.evidence),
        source: MODEL,
    });
    let mut all: Vec<Suggested> = own.collect();
    all.sort_by(|a, b| b.probability.unwrap_or_default().total_cmp(&a.probability.unwrap_or_default()));
    all.truncate(MOST);
    all
}

/// Adds what rules found and is not suggested yet.
pub(super) fn add_rules(unit: &str, domain: Domain, rules: &RuleCodings, own: &mut Vec<Suggested>) {
    for code in rules.of(unit, domain).map(|reading| reading.codes).unwrap_or_default() {
        if own.iter().any(|known| known.code == code.code) || own.len() == MOST {
            continue;
        }
        let mut words: Vec<String> = code.evidence.into_iter().map(|seen| seen.pattern).collect();
        words.dedup();
        own.push(Suggested { code: code.code, probability: None, words, source: RULES });
    }
}
