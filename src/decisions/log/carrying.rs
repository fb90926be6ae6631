//! Codes as they are called in the codebook that is used: what somebody carried over from one codebook to another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Log;
use super::line::{AddedPattern, Carried, Decision, Line};
use crate::decisions::Definition;

/// How the codes of decisions are read.
#[derive(Clone, Debug, Default)]
pub struct Carrying {
    /// By the codebook that decisions were made with: what was carried over until the one that is used.
    ways: BTreeMap<String, Vec<Carried>>,
    /// The codebook that is used.
    to: String,
}

impl Log {
    /// Reads codes for a codebook: its id and version.
    pub fn carrying(&self, codebook: &str) -> Carrying {
        let undone = self.undone();
        let (mut steps, mut rules, mut made_with) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (id, kept) in &self.lines {
            match &kept.line {
                Line::Decision(decision) => {
                    made_with.insert(decision.codebook.as_str());
                }
                Line::Migration(migration) if !undone.contains(id) => {
                    made_with.insert(migration.migrate.from.as_str());
                    steps.push(&migration.migrate);
                }
                Line::Rule(added) if !undone.contains(id) => {
                    made_with.insert(added.rule.from.as_str());
                    rules.push(step(&added.rule));
                }
                Line::Migration(_) | Line::Undo(_) | Line::Assignment(_) | Line::Rule(_) => {}
            }
        }
        steps.extend(&rules);
        let way = |from: &str| way(&steps, from, codebook).into_iter().cloned().collect();
        let ways = made_with.into_iter().map(|from| (from.to_owned(), way(from))).collect();
        Carrying { ways, to: codebook.to_owned() }
    }
}

impl Carrying {
    /// The codes of a decision, sorted and each once.
    pub fn codes(&self, decision: &Decision) -> Vec<String> {
        self.carried(&decision.codes, decision)
    }

    /// What the sheet said when it was decided, likewise.
    pub fn was(&self, decision: &Decision) -> Option<Vec<String>> {
        decision.was.as_ref().map(|was| self.carried(was, decision))
    }

    /// Whether a decision was made with another codebook, of which nobody said what became of its codes.
    pub fn is_foreign(&self, decision: &Decision) -> bool {
        decision.codebook != self.to && self.ways.get(decision.codebook.as_str()).is_none_or(Vec::is_empty)
    }

    /// Which codes of a domain are called otherwise than in another codebook, by their names there; `None` where nobody said what
    /// became of its codes.
    pub fn renamed(&self, from: &str, domain: &str) -> Option<BTreeMap<String, String>> {
        if from == self.to {
            return Some(BTreeMap::new());
        }
        let way = self.ways.get(from).filter(|way| !way.is_empty())?;
        let names = way.iter().filter_map(|step| step.codes.get(domain)).flat_map(BTreeMap::keys);
        let now = |code: &String| {
            let step = |code: String, step: &Carried| {
                step.codes.get(domain).and_then(|own| own.get(&code)).cloned().unwrap_or(code)
            };
            way.iter().fold(code.clone(), step)
        };
        Some(names.map(|code| (code.clone(), now(code))).filter(|(code, now)| code != now).collect())
    }

    /// How the codes of a decision were defined, by the codes as they are called now.
    pub fn defined(&self, decision: &Decision) -> Vec<(String, Definition)> {
        let defined = decision.defined.iter();
        let carried = defined.flat_map(|(code, defined)| {
            self.carried(std::slice::from_ref(code), decision).into_iter().map(|code| (code, *defined))
        });
        carried.collect()
    }

    fn carried(&self, codes: &[String], decision: &Decision) -> Vec<String> {
        let mut codes: BTreeSet<String> = codes.iter().cloned().collect();
        for step in self.ways.get(decision.codebook.as_str()).into_iter().flatten() {
            let own = step.codes.get(&decision.domain);
            let carry = |code: String| own.and_then(|own| own.get(&code)).cloned().unwrap_or(code);
            codes = codes.into_iter().map(carry).collect();
        }
        codes.into_iter().collect()
    }
}

/// A rule more makes a new version in which every code is called as it was.
fn step(added: &AddedPattern) -> Carried {
    Carried { from: added.from.clone(), to: added.to.clone(), codes: BTreeMap::new() }
}

/// The shortest way from one codebook to another; nothing where they are the same, or no way leads there.
fn way<'l>(steps: &[&'l Carried], from: &'l str, to: &str) -> Vec<&'l Carried> {
    let mut reached: BTreeMap<&str, Option<&'l Carried>> = BTreeMap::from([(from, None)]);
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front() {
        for step in steps.iter().filter(|step| step.from == at) {
            if !reached.contains_key(step.to.as_str()) {
                reached.insert(&step.to, Some(step));
                next.push_back(&step.to);
            }
        }
    }
    let (mut way, mut at) = (Vec::new(), to);
    while let Some(Some(step)) = reached.get(at) {
        way.push(*step);
        at = &step.from;
    }
    way.reverse();
    way
}
