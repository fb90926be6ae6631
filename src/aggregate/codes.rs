//! Interventions and weighted kronor per code.

use std::collections::BTreeSet;

use polars::error::PolarsResult;

use super::group::Rows;
use crate::codebook::{Code, Codebook, Domain};
use crate::coding::{Codings, Source};
use crate::input::{Input, Intervention};
use crate::money::Kronor;
use crate::weighting::Weighting;

/// One row: a code in a domain of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The area.
    pub area: String,
    /// The domain.
    pub domain: Domain,
    /// The code; `None` for the interventions without one.
    pub code: Option<String>,
    /// Distinct interventions.
    pub interventions: usize,
    /// Their weighted funds.
    pub weighted: Kronor,
}

/// How many codings of a domain in an area come from one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCount {
    /// The area.
    pub area: String,
    /// The domain.
    pub domain: Domain,
    /// Where they come from.
    pub source: Source,
    /// Codes given, those of an intervention each.
    pub codings: usize,
    /// Interventions that have them.
    pub interventions: usize,
    /// The weighted funds of these interventions.
    pub kronor: Kronor,
}

/// Counts where codes come from.
pub(super) fn count_sources(input: &Input, codings: &Codings, weighting: &Weighting) -> Vec<SourceCount> {
    let mut counts = Vec::new();
    for survey in &input.surveys {
        for domain in Domain::ALL {
            for source in Source::ALL {
                let (mut given, mut interventions, mut kronor) = (0, 0, 0);
                for intervention in survey.included() {
                    let own = codings.of(&intervention.id, domain).iter().filter(|(_, from)| *from == source).count();
                    if own > 0 {
                        given += own;
                        interventions += 1;
                        kronor += weighting.of(&intervention.id).unwrap_or_default().0;
                    }
                }
                if given > 0 {
                    let (area, kronor) = (survey.area.clone(), Kronor(kronor));
                    counts.push(SourceCount { area, domain, source, codings: given, interventions, kronor });
                }
            }
        }
    }
    counts
}

/// Counts the interventions that have a main code and none of its subcodes: a table of subcodes does not show them.
pub(super) fn count_without_subcode(
    book: &Codebook,
    input: &Input,
    codings: &Codings,
    weighting: &Weighting,
) -> Vec<CodeCount> {
    let mut counts = Vec::new();
    for survey in &input.surveys {
        for domain in Domain::ALL {
            let codes = book.codes(domain);
            let has_subcodes = |main: &&Code| codes.iter().any(|code| code.parent.as_deref() == Some(&main.id));
            for main in codes.iter().filter(has_subcodes) {
                let is_subcode =
                    |id: &&str| codes.iter().any(|code| code.id == **id && code.parent.as_deref() == Some(&main.id));
                let only_main = |intervention: &&Intervention| {
                    let under: Vec<&str> = counted_under(book, codings, intervention, domain).flatten().collect();
                    under.contains(&main.id.as_str()) && !under.iter().any(&is_subcode)
                };
                let own: Vec<&Intervention> = survey.included().filter(only_main).collect();
                let weighted = own.iter().map(|i| weighting.of(&i.id).unwrap_or_default()).sum();
                if !own.is_empty() {
                    let (area, code) = (survey.area.clone(), Some(main.id.clone()));
                    counts.push(CodeCount { area, domain, code, interventions: own.len(), weighted });
                }
            }
        }
    }
    counts
}

/// Counts every code that occurs, and what is uncoded in the domains that describe every intervention (not the themes).
pub(super) fn count(
    book: &Codebook,
    input: &Input,
    codings: &Codings,
    weighting: &Weighting,
) -> PolarsResult<Vec<CodeCount>> {
    let mut rows = Rows::<3>::default();
    for (area, survey) in input.surveys.iter().enumerate() {
        for intervention in survey.included() {
            let kronor = weighting.of(&intervention.id).unwrap_or_default();
            for domain in Domain::ALL {
                for position in positions(book, codings, intervention, domain) {
                    rows.push([area as u32, domain as u32, position as u32], kronor.0);
                }
            }
        }
    }
    let groups = rows.grouped()?;
    let mut counts = Vec::new();
    for (area, survey) in input.surveys.iter().enumerate() {
        for domain in Domain::ALL {
            let codes = book.codes(domain);
            let labels = codes.iter().map(Some).chain(has_uncoded(domain).then_some(None));
            for (position, code) in labels.enumerate() {
                let Some(group) = groups.get(&[area as u32, domain as u32, position as u32]) else { continue };
                counts.push(CodeCount {
                    area: survey.area.clone(),
                    domain,
                    code: code.map(|c: &Code| c.id.clone()),
                    interventions: group.count,
                    weighted: Kronor(group.sum),
                });
            }
        }
    }
    Ok(counts)
}

/// A theme is a cross-cutting mark that most interventions lack; its absence is no gap in the coding.
fn has_uncoded(domain: Domain) -> bool {
    domain != Domain::Theme
}

/// The codes of a domain under which an intervention counts, main codes included; `None` where it has none.
pub(crate) fn counted_under<'a>(
    book: &'a Codebook,
    codings: &Codings,
    intervention: &Intervention,
    domain: Domain,
) -> impl Iterator<Item = Option<&'a str>> {
    let codes = book.codes(domain);
    positions(book, codings, intervention, domain).into_iter().map(|at| codes.get(at).map(|code| code.id.as_str()))
}

/// The positions among a domain's codes under which an intervention counts: its codes and their main codes, each once;
/// one beyond the last for an intervention without a code.
fn positions(book: &Codebook, codings: &Codings, intervention: &Intervention, domain: Domain) -> BTreeSet<usize> {
    let codes = book.codes(domain);
    let own = codings.of(&intervention.id, domain);
    if own.is_empty() {
        return if has_uncoded(domain) && !codes.is_empty() { BTreeSet::from([codes.len()]) } else { BTreeSet::new() };
    }
    let position = |id: &str| codes.iter().position(|c| c.id == id);
    let mut all = BTreeSet::new();
    for at in own.iter().filter_map(|(code, _)| position(code)) {
        all.insert(at);
        all.extend(position(codes[at].main()));
    }
    all
}
