//! Counts and kronor: per area, domain and code; per question, option and answer.
//!
//! An intervention counts in full under each of its codes, as the report does, so sums over codes may exceed the area's
//! totals. A subcode also counts for its main code, once. What has no code in a domain is a row of its own, so that totals
//! reconcile.

mod answers;
mod codes;
mod group;

pub use answers::AnswerCount;
pub(crate) use answers::{Answer, about_interventions};
pub(crate) use codes::counted_under;
pub use codes::{CodeCount, SourceCount};

use crate::codebook::{Codebook, Domain};
use crate::coding::Codings;
use crate::input::{Input, Survey};
use crate::money::{Amount, Kronor};
use crate::register::Level;
use crate::study::Study;
use crate::weighting::{Weight, Weighting};

/// All numbers that a report can be made of.
#[derive(Debug)]
pub struct Aggregate {
    /// One per area, in the order of the study.
    pub areas: Vec<AreaTotal>,
    /// In the order of areas, domains and codebook; the uncoded last in each domain.
    pub codes: Vec<CodeCount>,
    /// In the order of areas, questions, options and answers; also those of count 0.
    pub answers: Vec<AnswerCount>,
    /// The interventions that have a main code and none of its subcodes, by area, domain and main code.
    pub without_subcode: Vec<CodeCount>,
    /// Where codes come from, by area, domain and source; what does not occur is left out.
    pub sources: Vec<SourceCount>,
}

/// The totals of an area.
#[derive(Clone, Debug)]
pub struct AreaTotal {
    /// The area.
    pub area: String,
    /// The respondents' level.
    pub level: Level,
    /// How many answered.
    pub respondents: usize,
    /// How many interventions count (n).
    pub interventions: usize,
    /// How many were excluded as incomplete.
    pub excluded: usize,
    /// What the excluded reported, as far as they reported an amount.
    pub excluded_reported: Option<Amount>,
    /// How many have at least one code.
    pub coded: usize,
    /// S.
    pub reported: Amount,
    /// T of those who answered.
    pub target: Kronor,
    /// The part of T that interventions got; the rest could not be divided.
    pub attributed: Kronor,
    /// The smallest and the largest J.
    pub factors: Option<(f64, f64)>,
}

impl Aggregate {
    /// Counts everything.
    ///
    /// # Errors
    /// Those of the data frame library, which stand for a fault of the program.
    pub fn new(
        study: &Study,
        book: &Codebook,
        input: &Input,
        codings: &Codings,
        weighting: &Weighting,
    ) -> Result<Self, polars::error::PolarsError> {
        let totals = study.surveys.iter().filter_map(|declared| {
            let survey = input.surveys.iter().find(|s| s.area == declared.area)?;
            Some(total(survey, declared.level, codings, weighting))
        });
        Ok(Self {
            areas: totals.collect(),
            codes: codes::count(book, input, codings, weighting)?,
            answers: answers::count(study, input)?,
            without_subcode: codes::count_without_subcode(book, input, codings, weighting),
            sources: codes::count_sources(input, codings, weighting),
        })
    }

    /// The totals of an area.
    pub fn area(&self, area: &str) -> Option<&AreaTotal> {
        self.areas.iter().find(|a| a.area == area)
    }

    /// The count of a code; zero where nothing has it.
    pub fn code(&self, area: &str, domain: Domain, code: &str) -> (usize, Kronor) {
        let found = self.codes.iter().find(|c| c.area == area && c.domain == domain && c.code.as_deref() == Some(code));
        found.map_or((0, Kronor(0)), |c| (c.interventions, c.weighted))
    }

    /// The interventions of an area without a code in a domain.
    pub fn uncoded(&self, area: &str, domain: Domain) -> (usize, Kronor) {
        let found = self.codes.iter().find(|c| c.area == area && c.domain == domain && c.code.is_none());
        found.map_or((0, Kronor(0)), |c| (c.interventions, c.weighted))
    }

    /// The interventions of an area that have a main code in a domain and none of its subcodes.
    pub fn without_subcode(&self, area: &str, domain: Domain, main: &str) -> (usize, Kronor) {
        let is_it = |c: &&CodeCount| c.area == area && c.domain == domain && c.code.as_deref() == Some(main);
        self.without_subcode.iter().find(is_it).map_or((0, Kronor(0)), |c| (c.interventions, c.weighted))
    }

    /// The counts of a question, in the order of its options and answers.
    pub fn question<'a>(&'a self, area: &'a str, question: &'a str) -> impl Iterator<Item = &'a AnswerCount> {
        self.answers.iter().filter(move |a| a.area == area && a.question == question)
    }
}

fn excluded_reported(survey: &Survey) -> Option<Amount> {
    let excluded = survey.interventions.iter().filter(|intervention| !intervention.included());
    let reported: Vec<Amount> = excluded.filter_map(|intervention| intervention.funds).collect();
    (!reported.is_empty()).then(|| reported.into_iter().sum())
}

fn total(survey: &Survey, level: Level, codings: &Codings, weighting: &Weighting) -> AreaTotal {
    let weights: Vec<&Weight> = weighting.weights.iter().filter(|w| w.area == survey.area).collect();
    let interventions = survey.included().count();
    let has_code = |id: &str| Domain::ALL.into_iter().any(|domain| !codings.of(id, domain).is_empty());
    let factors = weights.iter().filter_map(|w| w.factor).map(crate::weighting::Factor::value);
    let target: Kronor = weights.iter().map(|w| w.target).sum();
    let not_attributed: Kronor = weights.iter().map(|w| w.not_attributed).sum();
    AreaTotal {
        area: survey.area.clone(),
        level,
        respondents: survey.respondents.len(),
        interventions,
        excluded: survey.interventions.len() - interventions,
        excluded_reported: excluded_reported(survey),
        coded: survey.included().filter(|i| has_code(&i.id)).count(),
        reported: weights.iter().map(|w| w.reported).sum(),
        target,
        attributed: target - not_attributed,
        factors: factors.fold(None, |range, j| {
            let (low, high) = range.unwrap_or((j, j));
            Some((f64::min(low, j), f64::max(high, j)))
        }),
    }
}
