//! What a cell counts: the number, the funds, the base, and who is behind them.

use std::borrow::Cow;

use super::groups::NONE;
use super::{AreaId, CodeId, Estimated, InterventionId, Ledger, QuestionId, RespondentId, Selection};
use crate::codebook::Domain;
use crate::coding::State;
use crate::money::Amount;
use crate::study::Per;

/// Who is behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ids<'l> {
    /// Interventions, ascending.
    Interventions(Cow<'l, [u32]>),
    /// Respondents, ascending.
    Respondents(Cow<'l, [u32]>),
}

/// What a selection comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<'l> {
    /// How many interventions, or respondents.
    pub number: usize,
    /// The funds of the interventions as they count; none where respondents are counted.
    pub funds: Amount,
    /// Of how many. The base of an option that is ticked or not is everyone who was asked: a blank says no. The base of an
    /// answer on a scale, or of a single choice, is everyone who answered.
    pub base: usize,
    /// Who is behind the number; where it is estimated, who is known to be.
    pub ids: Ids<'l>,
    /// The estimate that number and funds are; `None` where they are counted.
    pub estimated: Option<&'l Estimated>,
}

impl Ids<'_> {
    /// The interventions; none where respondents are counted.
    pub fn interventions(&self) -> impl Iterator<Item = InterventionId> {
        let ids = if let Self::Interventions(ids) = self { &ids[..] } else { &[] };
        ids.iter().copied().map(InterventionId)
    }

    /// The respondents; none where interventions are counted.
    pub fn respondents(&self) -> impl Iterator<Item = RespondentId> {
        let ids = if let Self::Respondents(ids) = self { &ids[..] } else { &[] };
        ids.iter().copied().map(RespondentId)
    }

    /// The positions of interventions, or of respondents.
    pub fn units(&self) -> impl Iterator<Item = usize> {
        let (Self::Interventions(ids) | Self::Respondents(ids)) = self;
        ids.iter().map(|id| *id as usize)
    }

    /// Whether an intervention is behind the number, itself or by its respondent.
    pub fn holds(&self, intervention: InterventionId, respondent: Option<RespondentId>) -> bool {
        match self {
            Self::Interventions(ids) => ids.binary_search(&intervention.0).is_ok(),
            Self::Respondents(ids) => respondent.is_some_and(|r| ids.binary_search(&r.0).is_ok()),
        }
    }
}

impl Ledger {
    /// What a selection comes to: its estimate where there is one, else what was counted.
    pub fn counted(&self, selection: Selection) -> Counted<'_> {
        let counted = self.as_coded(selection);
        match self.estimated(selection) {
            Some(own) => Counted { number: own.number, funds: own.funds, estimated: Some(own), ..counted },
            None => counted,
        }
    }

    /// What a selection comes to by the codes that are known, whatever is estimated.
    pub fn as_coded(&self, selection: Selection) -> Counted<'_> {
        match selection {
            _ if selection.area() == Some(AreaId::ALL) => self.over_areas(selection),
            Selection::Area(area) => self.of_interventions(Cow::Owned(self.included_in(area)), area),
            Selection::Code(area, domain, code) => {
                self.of_interventions(Cow::Borrowed(self.with_code(area, domain, code)), area)
            }
            Selection::Without(area, domain, state) => {
                self.of_interventions(Cow::Borrowed(self.in_state(area, domain, state)), area)
            }
            Selection::WithoutSubcode(area, domain, main) => {
                let ids = self.only_main(area, domain, main);
                Counted {
                    base: self.counted(Selection::Code(area, domain, main)).number,
                    ..self.of_interventions(Cow::Owned(ids), area)
                }
            }
            Selection::Answer(question, option, answer) => self.answered(question, option, answer),
            Selection::Both(areas, per, pair) => self.crossed(areas, per, pair),
        }
    }

    /// The areas' together. Interventions are in the order of areas.
    fn over_areas(&self, selection: Selection) -> Counted<'_> {
        let (mut sum, mut all) = ((0, Amount::ZERO, 0), Vec::new());
        for area in (0..self.areas.len()).map(AreaId::new) {
            let own = self.as_coded(selection.in_area(area));
            sum = (sum.0 + own.number, sum.1 + own.funds, sum.2 + own.base);
            all.extend(own.ids.interventions().map(|id| id.0));
        }
        let ids = Ids::Interventions(Cow::Owned(all));
        Counted { number: sum.0, funds: sum.1, base: sum.2, ids, estimated: None }
    }

    fn of_interventions<'l>(&self, ids: Cow<'l, [u32]>, area: AreaId) -> Counted<'l> {
        let funds = ids.iter().filter_map(|id| self.weighted(InterventionId(*id))).sum();
        let base = self.areas.get(area.at()).map_or(0, |area| area.total.interventions);
        Counted { number: ids.len(), funds, base, ids: Ids::Interventions(ids), estimated: None }
    }

    pub(super) fn included_in(&self, area: AreaId) -> Vec<u32> {
        let all = self.areas.get(area.at()).map(|area| area.interventions.clone()).unwrap_or_default();
        all.filter(|id| self.included(InterventionId(*id))).collect()
    }

    pub(super) fn with_code(&self, area: AreaId, domain: Domain, code: CodeId) -> &[u32] {
        self.by_code.of([area.0, domain.at() as u32, code.0])
    }

    pub(super) fn in_state(&self, area: AreaId, domain: Domain, state: State) -> &[u32] {
        self.by_state.of([area.0, domain.at() as u32, state as u32])
    }

    pub(super) fn only_main(&self, area: AreaId, domain: Domain, main: CodeId) -> Vec<u32> {
        let codes = self.codes.get(&domain).map_or(&[][..], Vec::as_slice);
        let subcodes = codes.iter().enumerate().filter(|(at, code)| code.main == main.at() && *at != main.at());
        let mut under: Vec<u32> = Vec::new();
        for (at, _) in subcodes {
            under.extend(self.with_code(area, domain, CodeId::new(at)));
        }
        under.sort_unstable();
        let has_none = |id: &&u32| under.binary_search(id).is_err();
        self.with_code(area, domain, main).iter().filter(has_none).copied().collect()
    }

    fn answered(&self, question: QuestionId, option: Option<u32>, answer: Option<u32>) -> Counted<'_> {
        let of = |answer: u32| self.by_answer.of([question.0, option.unwrap_or(NONE), answer]);
        let given = of(answer.unwrap_or(NONE));
        let Some(asked) = self.questions.get(question.at()) else {
            let ids = Ids::Respondents(Cow::Borrowed(&[]));
            return Counted { number: 0, funds: Amount::ZERO, base: 0, ids, estimated: None };
        };
        let base = match answer {
            None => asked.asked.len(),
            Some(_) => (0..asked.answers.len()).map(|answer| of(answer as u32).len()).sum(),
        };
        let (funds, ids) = match asked.per {
            Per::Respondent => (Amount::ZERO, Ids::Respondents(Cow::Borrowed(given))),
            Per::Intervention => {
                let funds = given.iter().filter_map(|id| self.weighted(InterventionId(*id))).sum();
                (funds, Ids::Interventions(Cow::Borrowed(given)))
            }
        };
        Counted { number: given.len(), funds, base, ids, estimated: None }
    }
}
