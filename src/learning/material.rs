//! The training material: answers with the codes that people and rules gave them, by code system.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::codebook::{Choose, Codebook, Domain};
use crate::coding::evaluation::Groups;
use crate::coding::rules::{RuleCode, RuleCodings, text};
use crate::coding::{Codings, Sheets};
use crate::read::hex;
use crate::survey::{Input, Unit};

/// An answer in a domain.
#[derive(Clone, Debug)]
pub struct Example {
    /// The study.
    pub study: String,
    /// The intervention.
    pub intervention: String,
    /// The domain, as its number among those of the system.
    pub block: usize,
    /// The area.
    pub area: String,
    /// Study and respondent.
    pub respondent: String,
    /// The answer.
    pub text: String,
    /// What rules say of it.
    pub rules: Vec<CodeByRules>,
    /// Whether people gave each code; a main code also where they gave a subcode of it.
    pub labels: Vec<bool>,
    /// Whether it was held back from the rules' author.
    pub unseen: bool,
}

/// A code that rules gave, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeByRules {
    /// The code, as its number in the system.
    pub code: usize,
    /// The weight of its evidence.
    pub score: f64,
    /// The patterns that matched.
    pub patterns: Vec<String>,
}

/// A code system with the domains that use it, which are learned together.
#[derive(Clone, Debug, Default)]
pub struct System {
    /// The domains.
    pub domains: Vec<Domain>,
    /// Whether an answer gets one code at most, by domain.
    pub one_code: Vec<bool>,
    /// The codes, in the order of the codebook.
    pub codes: Vec<String>,
    /// The main code of each, itself for main codes.
    pub mains: Vec<usize>,
    /// The answers.
    pub examples: Vec<Example>,
}

/// A study that was learned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The study's name.
    pub study: String,
    /// The hash of its answers and final codes.
    pub sha256: String,
    /// Interventions with a row in the final sheet.
    pub interventions: usize,
    /// Respondents.
    pub respondents: usize,
}

/// Everything that is learned from.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// One per code system that a domain uses.
    pub systems: Vec<System>,
    /// One per study.
    pub origins: Vec<Origin>,
}

/// The systems of a codebook that can be learned, without answers; one without codes cannot.
pub fn systems(book: &Codebook) -> Vec<System> {
    let mut systems: Vec<(&str, System)> = Vec::new();
    // A theme is read from all texts of an intervention at once; no answer would be left that shares no wording with it.
    for domain in book.domains().filter(|domain| !domain.is_optional()) {
        let Some(system) = book.system(domain).filter(|system| !system.codes.is_empty()) else { continue };
        let one_code =
            book.coding.as_ref().and_then(|coding| coding.domains.get(domain.word())).map(|coding| coding.choose);
        let one_code = one_code == Some(Choose::Dominant);
        if let Some((_, known)) = systems.iter_mut().find(|(id, _)| *id == system.id) {
            known.domains.push(domain);
            known.one_code.push(one_code);
            continue;
        }
        let position = |id: &str| system.codes.iter().position(|code| code.id == id).unwrap_or_default();
        let new = System {
            domains: vec![domain],
            one_code: vec![one_code],
            codes: system.codes.iter().map(|code| code.id.clone()).collect(),
            mains: system.codes.iter().map(|code| position(code.main())).collect(),
            examples: Vec::new(),
        };
        systems.push((&system.id, new));
    }
    systems.into_iter().map(|(_, system)| system).collect()
}

impl Material {
    /// Nothing yet, for a codebook.
    pub fn new(book: &Codebook) -> Self {
        Self { systems: systems(book), origins: Vec::new() }
    }

    /// Adds a study: its included interventions with a row in the final sheet, and those texts of them that are not blank.
    pub fn add(&mut self, study: &str, input: &Input, codings: &Codings, finals: &Sheets, unseen: &Groups) {
        let interventions: Vec<&Unit> = input.units().filter(|unit| finals.has(unit)).collect();
        self.origins.push(origin(study, &self.systems, &interventions, finals));
        for system in &mut self.systems {
            for (block, domain) in system.domains.clone().into_iter().enumerate() {
                for intervention in &interventions {
                    let text = text(intervention, domain).into_owned();
                    // Only coded answers can be learned from.
                    let said = finals.said(&intervention.id, domain).filter(|_| !text.trim().is_empty());
                    let Some(codes) = said else { continue };
                    let key = (intervention.id.to_string(), domain);
                    let example = Example {
                        study: study.to_owned(),
                        area: intervention.area.to_string(),
                        respondent: format!("{study} {}", intervention.respondent),
                        labels: system.labels(codes),
                        rules: system.codes_by_rules(&codings.rules, &intervention.id, domain),
                        unseen: unseen.contains_key(&key),
                        intervention: key.0,
                        block,
                        text,
                    };
                    system.examples.push(example);
                }
            }
        }
    }
}

impl System {
    /// The other answers of every answer's intervention, by their numbers.
    pub fn companions(&self) -> Vec<Vec<usize>> {
        let mut together: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (at, example) in self.examples.iter().enumerate() {
            together.entry((&example.respondent, &example.intervention)).or_default().push(at);
        }
        let others = |(at, example): (usize, &Example)| {
            let all = &together[&(example.respondent.as_str(), example.intervention.as_str())];
            all.iter().copied().filter(|other| *other != at).collect()
        };
        self.examples.iter().enumerate().map(others).collect()
    }

    /// Codes as one flag per code of the system, with their main codes.
    pub fn labels(&self, codes: &[String]) -> Vec<bool> {
        let mut labels = vec![false; self.codes.len()];
        for at in codes.iter().filter_map(|code| self.codes.iter().position(|known| known == code)) {
            labels[at] = true;
            labels[self.mains[at]] = true;
        }
        labels
    }

    /// What rules say of an intervention in a domain.
    pub fn codes_by_rules(&self, rules: &RuleCodings, intervention: &str, domain: Domain) -> Vec<CodeByRules> {
        let codes = rules.of(intervention, domain).map(|reading| reading.codes).unwrap_or_default();
        let word = |found: RuleCode| {
            let code = self.codes.iter().position(|known| *known == found.code)?;
            let patterns = found.evidence.into_iter().map(|seen| seen.pattern).collect();
            Some(CodeByRules { code, score: found.score, patterns })
        };
        codes.into_iter().filter_map(word).collect()
    }

    /// The score of every code by those patterns that count, in proportion to how many of its patterns do; see
    /// [`Self::strongest`].
    pub fn rule_scores(&self, given: &[CodeByRules], counts: impl Fn(usize, &str) -> bool) -> Vec<Option<f64>> {
        let score = |given: &CodeByRules| {
            let counted = given.patterns.iter().filter(|pattern| counts(given.code, pattern)).count();
            (counted > 0).then(|| (given.code, given.score * counted as f64 / given.patterns.len() as f64))
        };
        self.by_code(given.iter().filter_map(score))
    }

    /// The score of every code by what rules gave, none for the others; a main code has that of its strongest subcode.
    pub fn strongest<'a>(&self, given: impl Iterator<Item = (&'a str, f64)>) -> Vec<Option<f64>> {
        let number = |id: &str| self.codes.iter().position(|known| known == id);
        self.by_code(given.filter_map(|(id, score)| Some((number(id)?, score))))
    }

    fn by_code(&self, found: impl Iterator<Item = (usize, f64)>) -> Vec<Option<f64>> {
        let mut scores: Vec<Option<f64>> = vec![None; self.codes.len()];
        for (code, found) in found {
            for at in [code, self.mains[code]] {
                scores[at] = Some(scores[at].map_or(found, |score| score.max(found)));
            }
        }
        scores
    }
}

/// The hash of what is learned from: answers, respondents and final codes, in the order of ids.
pub fn origin(study: &str, systems: &[System], interventions: &[&Unit], finals: &Sheets) -> Origin {
    let mut by_id: Vec<_> = interventions.iter().collect();
    by_id.sort_by(|a, b| a.id.cmp(&b.id));
    let mut hash = Sha256::new();
    let mut respondents: BTreeMap<&str, usize> = BTreeMap::new();
    for intervention in by_id {
        *respondents.entry(&intervention.respondent).or_default() += 1;
        for domain in systems.iter().flat_map(|system| &system.domains) {
            let text = text(intervention, *domain);
            let codes = finals.of(&intervention.id, *domain).join(" ");
            for part in [&*intervention.id, &intervention.respondent, domain.word(), &text, &codes] {
                hash.update(part.len().to_le_bytes());
                hash.update(part.as_bytes());
            }
        }
    }
    Origin {
        study: study.to_owned(),
        sha256: hex(&hash.finalize()),
        interventions: interventions.len(),
        respondents: respondents.len(),
    }
}
