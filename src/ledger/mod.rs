//! The ledger: everything that a study counts, laid out once after reading, coding and weighting, and never changed.
//!
//! Four frames of small integers hold what is known; the names that belong to the integers are kept once, beside them
//! (`areas`, `questions`; texts and places stay with the interventions that were read). The one place that knows what counts
//! where is [`Ledger::counted`]: figures, tables, lists behind numbers, explanations and claims ask it and count nothing
//! themselves.
//!
//! An intervention counts in full under each of its codes, as the report does, so sums over codes may exceed the area's
//! totals. A subcode also counts for its main code, once. What has no code in a domain is counted by itself, so that totals
//! reconcile.

mod answers;
mod build;
mod codes;
mod counted;
mod criterion;
mod crossed;
mod estimated;
mod groups;
mod ids;
mod names;
mod selection;
mod totals;

use std::collections::{BTreeMap, BTreeSet};

use polars::frame::DataFrame;

pub use answers::AnswerCount;
pub use codes::{CodeCount, SourceCount};
pub use counted::{Counted, Ids};
pub use criterion::{Areas, Criteria, Criterion};
pub use estimated::{Estimated, Estimates, Interval};
pub use ids::{AreaId, CodeId, InterventionId, QuestionId, RecipientId, RespondentId};
pub use names::{Area, Question};
pub use selection::Selection;
pub use totals::{AreaTotal, FundsTotal, WeightedTotal};

use crate::codebook::Domain;
use crate::money::Amount;
use crate::register::Recipient;
use groups::Groups;

/// What is known of a study's interventions, codes and answers.
///
/// The frames are columns of `u32`, but where another type is named; a row of `interventions` is an [`InterventionId`].
#[derive(Debug)]
pub struct Ledger {
    /// `area`, `respondent`, `reported_ore` (i64, may be missing), `weighted_ore` (i64, missing where nothing
    /// counts), `included` (bool). All interventions that were read.
    pub interventions: DataFrame,
    /// `area`, `intervention`, `domain`, `code`, `source`, `given` (bool; `false` for a main code that a subcode implies).
    /// Interventions that count only.
    pub codings: DataFrame,
    /// `area`, `intervention`, `domain`, `state` (see [`State`](crate::coding::State)). A row for every intervention that counts and domain that
    /// the codebook has codes for.
    pub states: DataFrame,
    /// `question`, `unit` (a respondent or an intervention, as the question is put), `option` and `answer` (missing where
    /// the question has none). Only what was asked.
    pub answers: DataFrame,
    /// The areas, in the order of the study; an [`AreaId`] is a position here.
    pub areas: Vec<Area>,
    /// The closed questions of all areas, in the order of the study; a [`QuestionId`] is a position here.
    pub questions: Vec<Question>,
    by_code: Groups<3>,
    by_state: Groups<3>,
    by_answer: Groups<3>,
    by_source: BTreeMap<(AreaId, Domain, crate::coding::Source), SourceCount>,
    /// Codes of every domain, with the position of their main code.
    codes: BTreeMap<Domain, Vec<names::CodeName>>,
    weighted: Vec<Option<Amount>>,
    reported: Vec<Option<Amount>>,
    included: Vec<bool>,
    respondents: Vec<RespondentId>,
    /// The recipients of all respondents, each once, in the order of registers and codes; a [`RecipientId`] is a position here.
    recipients: Vec<Recipient>,
    /// The recipient of every respondent.
    recipient_of: Vec<RecipientId>,
    /// What takes the place of what was counted; empty where nothing is estimated.
    estimates: Estimates,
}

impl Ledger {
    /// The area of an id as files have it.
    pub fn area_id(&self, area: &str) -> Option<AreaId> {
        self.areas.iter().position(|known| known.total.area == area).map(AreaId::new)
    }

    /// The totals of an area.
    pub fn area(&self, area: &str) -> Option<&AreaTotal> {
        self.area_id(area).map(|at| &self.areas[at.at()].total)
    }

    /// The totals of all areas, in the order of the study.
    pub fn totals(&self) -> impl Iterator<Item = &AreaTotal> {
        self.areas.iter().map(|area| &area.total)
    }

    /// A question of an area.
    pub fn question_id(&self, area: &str, question: &str) -> Option<QuestionId> {
        let area = self.area_id(area)?;
        self.questions.iter().position(|known| known.area == area && known.id == question).map(QuestionId::new)
    }

    /// A code of a domain.
    pub fn code_id(&self, domain: Domain, code: &str) -> Option<CodeId> {
        self.codes.get(&domain)?.iter().position(|known| known.id == code).map(CodeId::new)
    }

    /// The code of an id as files have it.
    pub fn code(&self, domain: Domain, code: CodeId) -> Option<&str> {
        self.codes.get(&domain)?.get(code.at()).map(|known| known.id.as_str())
    }

    /// The main code of every code of a domain, in the order of the codebook; a main code's is itself.
    pub fn main_codes(&self, domain: Domain) -> Vec<CodeId> {
        self.codes.get(&domain).into_iter().flatten().map(|code| CodeId::new(code.main)).collect()
    }

    /// The funds of an intervention as they count; `None` where it does not count.
    pub fn weighted(&self, intervention: InterventionId) -> Option<Amount> {
        self.weighted.get(intervention.at()).copied().flatten()
    }

    /// The funds that an intervention reported; `None` where it reported none.
    pub fn reported(&self, intervention: InterventionId) -> Option<Amount> {
        self.reported.get(intervention.at()).copied().flatten()
    }

    /// Whether an intervention counts.
    pub fn included(&self, intervention: InterventionId) -> bool {
        self.included.get(intervention.at()).copied().unwrap_or(false)
    }

    /// Who reported an intervention.
    pub fn respondent(&self, intervention: InterventionId) -> Option<RespondentId> {
        self.respondents.get(intervention.at()).copied()
    }

    /// The recipients of the respondents of some areas, each once, in the order of registers and codes.
    pub fn recipients(&self, areas: Areas) -> Vec<(RecipientId, &Recipient)> {
        let of_area = |area: AreaId| self.areas.get(area.at()).map(|own| own.respondents.clone()).unwrap_or_default();
        let all = areas.iter().flat_map(of_area).filter_map(|at| self.recipient_of.get(at as usize).copied());
        let all: BTreeSet<RecipientId> = all.collect();
        all.into_iter().filter_map(|id| Some((id, self.recipients.get(id.at())?))).collect()
    }

    /// The area of an intervention.
    pub fn area_of(&self, intervention: InterventionId) -> Option<AreaId> {
        let holds = |area: &Area| area.interventions.contains(&intervention.0);
        self.areas.iter().position(holds).map(AreaId::new)
    }
}
