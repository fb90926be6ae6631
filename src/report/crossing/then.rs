//! What an earlier year had of each value, under the names of now.

use std::collections::BTreeSet;

use super::CodeLevel;
use super::build::Cell;
use super::side::Value;
use crate::codebook::Domain;
use crate::coding::State;
use crate::compare::{CodePair, DomainPair, Pair};
use crate::ledger::{Areas, Criterion, InterventionId, Ledger, Selection};
use crate::msg;
use crate::study::Per;
use crate::wording::Language;

/// What an earlier year had of a value.
pub(super) struct Had {
    pub value: Value,
    /// Its interventions, or respondents.
    pub ids: BTreeSet<u32>,
    /// Whether it stands in the table by itself where there is no such value now.
    pub alone: bool,
}

/// An earlier year.
pub(super) struct Then<'m> {
    pub ledger: &'m Ledger,
    pub per: Per,
    pub had: Vec<Had>,
    /// Everything that is divided; `None` where that is not known.
    pub whole: Option<BTreeSet<u32>>,
}

impl Then<'_> {
    /// What it had of a value, or in all; `None` where there was no such thing.
    pub(super) fn cell(&self, value: Option<&Value>) -> Option<Cell> {
        let ids: BTreeSet<u32> = match value {
            None => self.whole.clone()?,
            Some(value) => {
                let own = self.had.iter().filter(|had| had.value.id == value.id).map(|had| had.ids.clone());
                own.reduce(|all, more| all.union(&more).copied().collect())?
            }
        };
        let weighted = |id: &u32| self.ledger.weighted(InterventionId::new(*id as usize));
        let of_interventions = self.per == Per::Intervention;
        let funds = ids.iter().filter(|_| of_interventions).filter_map(weighted).sum();
        Some(Cell { selection: None, number: ids.len(), funds })
    }
}

/// Everything in some areas that meets a condition.
pub(super) fn ids(ledger: &Ledger, areas: Areas, per: Per, criterion: Criterion) -> BTreeSet<u32> {
    let counted = ledger.counted(Selection::Both(areas, per, [criterion, Criterion::Any]));
    counted.ids.units().map(|id| id as u32).collect()
}

/// The codes of an earlier year, by their names of now.
struct Codes<'c, 'a> {
    domain: &'c DomainPair<'a>,
    level: &'c CodeLevel,
    /// The interventions that had each code.
    coded: Vec<BTreeSet<u32>>,
    language: Language,
}

/// What each code of a domain had in some areas of then; `None` where the domain was not coded.
pub(super) fn codes<'p>(
    pair: &'p Pair<'_>,
    (domain, level): (Domain, &CodeLevel),
    areas: Areas,
    language: Language,
) -> Option<Then<'p>> {
    let domain = pair.domains.iter().find(|own| own.now == domain)?;
    let mut coded = vec![BTreeSet::new(); domain.codes.len()];
    for area in areas.iter() {
        for (all, ids) in coded.iter_mut().zip(pair.coded_in(area, domain)) {
            all.extend(ids.into_iter().map(|id| id.at() as u32));
        }
    }
    let (ledger, per) = (&pair.earlier.ledger, Per::Intervention);
    let codes = Codes { domain, level, coded, language };
    let mut had = codes.had();
    if let CodeLevel::SubOf(main) = level {
        let whole = codes.there().find(|(_, own)| own.code.id == *main).map(|(at, _)| codes.coded[at].clone());
        return Some(Then { ledger, per, had, whole });
    }
    had.extend(State::WITHOUT_CODE.map(|state| Had {
        value: Value::rest(state.word(), state.label().get(language), Criterion::Any),
        ids: ids(ledger, areas, per, Criterion::Without(domain.then, state)),
        alone: false,
    }));
    Some(Then { ledger, per, had, whole: Some(ids(ledger, areas, per, Criterion::Any)) })
}

impl Codes<'_, '_> {
    /// The codes that there were, with their positions.
    fn there(&self) -> impl Iterator<Item = (usize, &CodePair<'_>)> {
        self.domain.codes.iter().enumerate().filter(|(at, _)| self.domain.was_there(*at))
    }

    /// The codes, and the main codes without a subcode.
    fn had(&self) -> Vec<Had> {
        let mut had = Vec::new();
        for (at, own) in self.there() {
            let (code, main, is_gone) = (own.code, own.parent, own.now.is_none());
            let under: Vec<usize> =
                self.there().filter(|(_, sub)| sub.parent == Some(code.id.as_str())).map(|(sub, _)| sub).collect();
            let (is_shown, alone, is_divided) = match self.level {
                CodeLevel::Main => (main.is_none(), true, false),
                CodeLevel::SubOf(of) => (main == Some(of), true, *of == code.id),
                // A main code stands by itself where it had no subcodes.
                CodeLevel::Sub => match main {
                    None => (true, under.is_empty(), true),
                    Some(main) => (true, self.is_divided(main), false),
                },
            };
            let label = code.label.get(self.language);
            if is_shown {
                let value = Value::new(&code.id, label, Criterion::Any);
                had.push(Had { value, ids: self.coded[at].clone(), alone: alone && is_gone });
            }
            if is_divided {
                let label = msg!("code-without-subcode", code = label).text(self.language);
                let under: BTreeSet<u32> = under.iter().flat_map(|at| &self.coded[*at]).copied().collect();
                let ids = self.coded[at].difference(&under).copied().collect();
                let value = Value::rest(format!("{}-only", code.id), label, Criterion::Any);
                had.push(Had { value, ids, alone: is_gone && !alone });
            }
        }
        had
    }

    /// Whether a main code is shown by its subcodes: it has some now, or is no more.
    fn is_divided(&self, main: &str) -> bool {
        let now = || self.domain.codes.iter().filter(|own| own.now.is_some());
        now().any(|own| own.parent == Some(main)) || !now().any(|own| own.code.id == main)
    }
}
