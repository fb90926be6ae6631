//! How much a claim is like what surrounds a number.

use std::collections::BTreeSet;

use super::around::Around;
use super::{Candidate, Pairing};
use crate::claims::numbers::{Figure, Kind};
use crate::manuscript::vocabulary::Word;

/// What it counts that the headings name the claim's area, or another one, or that it speaks of all.
const SAME_AREA: f64 = 0.12;
const OTHER_AREA: f64 = 0.3;
const ALL_AREAS: f64 = 0.1;
/// What it counts that nothing says which area a sentence speaks of, and the claim speaks of one.
const NO_AREA: f64 = 0.22;
/// What it counts that the sentence speaks of another thing of the same family.
pub(super) const OTHER_MEMBER: f64 = 0.25;
/// What it counts that the number counts something that the claim does not mention.
pub(super) const COUNTS_OTHER: f64 = 0.25;
/// What it counts that the sentence names a year that the claim does not.
const OTHER_YEAR: f64 = 0.25;

impl Pairing {
    pub(super) fn likeness(&self, candidate: &Candidate, around: &Around, figure: &Figure, stated: usize) -> f64 {
        let weight = |word: &Word| self.vocabulary.weight(*word);
        // Of a claim that says several things the one with the number is meant.
        let number = candidate.figures.get(stated).map_or(0, |figure| figure.range.start);
        let part = candidate.parts.iter().find(|(at, _)| at.contains(&number)).map(|(_, words)| words);
        let words = part.unwrap_or(&candidate.words);
        let all = part.map_or(candidate.weight, |words| words.iter().map(weight).sum::<f64>().max(1.0));
        let shared: f64 = words.iter().map(|word| weight(word) * around.presence[*word]).sum();
        let of_clause: f64 = words.iter().filter(|word| around.clause.contains(word)).map(weight).sum();
        let place = match (around.area, candidate.area) {
            (Some(here), Some(area)) if here == area => SAME_AREA,
            (Some(_), Some(_)) => -OTHER_AREA,
            (Some(_), None) => -ALL_AREAS,
            (None, Some(_)) if self.areas.len() > 1 => -NO_AREA,
            _ => 0.0,
        };
        let apart = |(own, here): &(&BTreeSet<usize>, &BTreeSet<usize>)| {
            !own.is_empty() && !here.is_empty() && own.is_disjoint(here)
        };
        let others = candidate.members.iter().zip(&around.members).filter(apart).count() as f64;
        let own_noun = candidate.nouns.get(stated).copied().flatten();
        let counts_other = (around.counts_unknown || !around.counted.is_empty())
            && !around.counted.iter().any(|word| candidate.words.contains(word))
            || figure.kind != Kind::Money && around.noun.zip(own_noun).is_some_and(|(here, own)| here != own);
        let noun = match figure.kind {
            _ if !counts_other => 0.0,
            Kind::Count => COUNTS_OTHER,
            _ => COUNTS_OTHER / 2.0,
        };
        let is_known = |year: &i64| candidate.years.contains(year) || candidate.asserted_years.contains(year);
        let other_year = around.years.iter().any(|year| !is_known(year))
            || candidate.years.iter().any(|year| *year != self.year && !around.years.contains(year));
        let year = if other_year { OTHER_YEAR } else { 0.0 };
        0.75 * shared / all + 0.25 * of_clause / around.weight + place - others * OTHER_MEMBER - noun - year
    }
}
