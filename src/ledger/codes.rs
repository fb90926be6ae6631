//! Which codes occur, in what state interventions are, and where their codes come from.

use std::collections::BTreeSet;

use super::{AreaId, CodeId, InterventionId, Ledger, Selection};
use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::money::Amount;

/// A code that occurs in a domain of an area, or what has no code there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The area.
    pub area: AreaId,
    /// The domain.
    pub domain: Domain,
    /// The code; for the interventions without one their state.
    pub code: Result<CodeId, State>,
    /// Distinct interventions.
    pub interventions: usize,
    /// Their funds.
    pub funds: Amount,
}

impl CodeCount {
    /// What it counts.
    pub fn selection(&self) -> Selection {
        match self.code {
            Ok(code) => Selection::Code(self.area, self.domain, code),
            Err(state) => Selection::Without(self.area, self.domain, state),
        }
    }
}

/// How many codings of a domain in an area come from one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCount {
    /// The area.
    pub area: AreaId,
    /// The domain.
    pub domain: Domain,
    /// Where they come from.
    pub source: Source,
    /// Codes given, those of an intervention each.
    pub codings: usize,
    /// Interventions that have them.
    pub interventions: usize,
    /// The funds of these interventions.
    pub funds: Amount,
}

impl Ledger {
    /// Every code that occurs, and what has none in the domains that describe every intervention (not the themes): in the
    /// order of areas, domains and codebook, what has none last in each domain, by its state. What is estimated occurs where it may.
    pub fn codes(&self) -> Vec<CodeCount> {
        let mut counts = Vec::new();
        for area in (0..self.areas.len()).map(AreaId::new) {
            for (domain, codes) in &self.codes {
                let of_codes = (0..codes.len()).map(|at| Ok(CodeId::new(at)));
                for code in of_codes.chain(State::WITHOUT_CODE.map(Err)) {
                    let selection = match code {
                        Ok(code) => Selection::Code(area, *domain, code),
                        Err(state) => Selection::Without(area, *domain, state),
                    };
                    let counted = self.counted(selection);
                    let may_occur = counted.estimated.and_then(|own| own.numbers).is_some_and(|ends| ends.high > 0);
                    if counted.number > 0 || may_occur {
                        let (interventions, funds) = (counted.number, counted.funds);
                        counts.push(CodeCount { area, domain: *domain, code, interventions, funds });
                    }
                }
            }
        }
        counts
    }

    /// Where codes come from, by area, domain and source; what does not occur is left out.
    pub fn sources(&self) -> impl Iterator<Item = &SourceCount> {
        self.by_source.values()
    }

    /// How many interventions have a code from a source, in any domain.
    pub fn with_codes_from(&self, source: Source) -> usize {
        let columns = ["intervention", "source"].map(|name| self.codings.column(name).and_then(|column| column.u32()));
        let [Ok(interventions), Ok(sources)] = columns else { return 0 };
        let rows = interventions.iter().zip(sources.iter());
        let mut has = vec![false; self.included.len()];
        for (id, _) in rows.filter(|(_, from)| *from == Some(source as u32)) {
            id.and_then(|id| has.get_mut(id as usize)).into_iter().for_each(|has| *has = true);
        }
        has.into_iter().filter(|has| *has).count()
    }

    /// Whether any intervention of an area has a code in a domain.
    pub fn has_codes(&self, area: &str, domain: Domain) -> bool {
        let area = self.area_id(area);
        self.sources().any(|source| Some(source.area) == area && source.domain == domain)
    }

    /// What a code comes to: interventions and kronor; zero where nothing has it.
    pub fn of_code(&self, area: &str, domain: Domain, code: &str) -> (usize, Amount) {
        let found = self.area_id(area).zip(self.code_id(domain, code));
        self.numbers(found.map(|(area, code)| Selection::Code(area, domain, code)))
    }

    /// The interventions of an area that are in a state without a code in a domain, and their kronor.
    pub fn without_code(&self, area: &str, domain: Domain, state: State) -> (usize, Amount) {
        self.numbers(self.area_id(area).map(|area| Selection::Without(area, domain, state)))
    }

    /// The interventions that somebody has yet to decide on in a domain, and their kronor. Where a domain is estimated nobody need.
    pub fn gaps(&self) -> (usize, Amount) {
        let areas = (0..self.areas.len()).map(AreaId::new);
        let all =
            areas.flat_map(|area| self.codes.keys().flat_map(move |domain| State::GAPS.map(|s| (area, *domain, s))));
        let all = all.filter(|(area, domain, _)| !self.estimates_domain(*area, *domain));
        let waiting: BTreeSet<InterventionId> = all
            .flat_map(|(area, domain, state)| {
                self.counted(Selection::Without(area, domain, state)).ids.interventions().collect::<Vec<_>>()
            })
            .collect();
        (waiting.len(), waiting.into_iter().filter_map(|id| self.weighted(id)).sum())
    }

    /// The interventions of an area that have a main code in a domain and none of its subcodes, and their kronor. Zero
    /// where the code has no subcodes.
    pub fn without_subcode(&self, area: &str, domain: Domain, main: &str) -> (usize, Amount) {
        let found = self.area_id(area).zip(self.code_id(domain, main));
        let has_subcodes = |main: CodeId| {
            let codes = self.codes.get(&domain).map_or(&[][..], Vec::as_slice);
            codes.iter().enumerate().any(|(at, code)| code.main == main.at() && at != main.at())
        };
        let found = found.filter(|(_, main)| has_subcodes(*main));
        self.numbers(found.map(|(area, main)| Selection::WithoutSubcode(area, domain, main)))
    }

    fn numbers(&self, selection: Option<Selection>) -> (usize, Amount) {
        let counted = selection.map(|selection| self.counted(selection));
        counted.map_or((0, Amount::ZERO), |counted| (counted.number, counted.funds))
    }
}
