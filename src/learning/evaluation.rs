//! How good a model is on a study: by what was measured while it was learned where the study is one that it learned from, and
//! on the study's own final codes where it is not.

use std::collections::BTreeMap;

use super::judge_features::Scored;
use super::material::{origin, systems};
use super::model::Model;
use super::quality::Quality;
use super::suggest::{Scratch, Suggester};
use crate::codebook::{Codebook, Domain};
use crate::coding::Sheets;
use crate::coding::evaluation::Groups;
use crate::coding::rules::RuleCodings;
use crate::study::Study;
use crate::survey::{Input, Unit};

/// How good a model is on a study.
#[derive(Debug)]
pub struct ModelEvaluation {
    /// Whether the model learned from the study; its answers were then predicted by models that had not seen them.
    pub learned_from: bool,
    /// By domain.
    pub domains: Vec<(Domain, Quality)>,
}

impl ModelEvaluation {
    /// Measures a model on a study's final codes.
    pub fn measure(
        model: Model,
        study: &Study,
        book: &Codebook,
        input: &Input,
        rules: &RuleCodings,
        (finals, unseen): (&Sheets, &Groups),
    ) -> Self {
        let coded: Vec<&Unit> = input.units().filter(|unit| finals.has(unit)).collect();
        let own = origin(&study.name, &systems(book), &coded, finals);
        let learned_from = model.data.iter().any(|origin| origin.sha256 == own.sha256);
        if learned_from {
            let learned = model.systems.into_iter().flat_map(|s| s.domains);
            let domains = learned.filter_map(|d| Some((book.domain(&d.domain)?, d.quality)));
            return Self { learned_from, domains: domains.collect() };
        }
        let suggester = Suggester::new(&model, book);
        let mut scratch = Scratch::default();
        let mut answers: BTreeMap<Domain, Vec<Scored>> = BTreeMap::new();
        for intervention in &coded {
            for (domain, mut scored) in suggester.scored(intervention, rules, &mut scratch) {
                let said = finals.said(&intervention.id, domain);
                let (Some(layout), Some(codes)) = (suggester.layout(domain), said) else { continue };
                scored.labels = layout.labels(codes);
                scored.unseen = unseen.contains_key(&(intervention.id.to_string(), domain));
                answers.entry(domain).or_default().push(scored);
            }
        }
        let measured = suggester.domains().filter_map(|domain| {
            let (system, learned) = model.domain(domain)?;
            let answers = answers.get(&domain).map_or(&[][..], Vec::as_slice);
            let judged: Vec<_> = answers.iter().map(|answer| (answer, &learned.judge)).collect();
            Some((domain, Quality::measure(&judged, &system.codes, &system.mains)))
        });
        let domains = measured.collect();
        Self { learned_from, domains }
    }
}
