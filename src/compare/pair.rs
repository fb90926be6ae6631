//! Two years side by side, by the declared crosswalk.

use std::collections::{BTreeMap, BTreeSet};

use super::people::People;
use super::{Earlier, Side};
use crate::codebook::{Code, Domain, UnitKind};
use crate::exact::Exact;
use crate::ledger::{AreaId, CodeId, InterventionId, Selection};
use crate::study::Money;
use crate::wording::Text;

/// This year's study and an earlier one.
#[derive(Clone)]
pub struct Pair<'a> {
    /// This year's.
    pub now: Side<'a>,
    /// The earlier one.
    pub earlier: &'a Earlier,
    /// The areas of now that were there then, in the order of the study.
    pub areas: Vec<AreaPair<'a>>,
    /// The domains of now that were coded then.
    pub domains: Vec<DomainPair<'a>>,
}

/// An area in both years.
#[derive(Clone)]
pub struct AreaPair<'a> {
    /// Its id now.
    pub id: &'a str,
    /// The area now.
    pub now: AreaId,
    /// What it was then; several where they were put together.
    pub then: Vec<AreaId>,
    /// Why the years cannot be compared; `None` where they can.
    pub broken: Option<&'a Text>,
    pub(super) people_now: People,
    pub(super) people_then: People,
}

/// The codes of a domain in both years.
#[derive(Clone)]
pub struct DomainPair<'a> {
    /// The domain now.
    pub now: Domain,
    /// The domain then.
    pub then: Domain,
    /// The codes of now, in the order of the codebook; then those that have gone.
    pub codes: Vec<CodePair<'a>>,
    /// By codes of then, under which of these they count.
    under: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> DomainPair<'a> {
    /// Whether there was a code then that counts at a position: what was not there is not the same as nothing.
    pub fn was_there(&self, at: usize) -> bool {
        self.under.values().flatten().any(|under| *under == at)
    }

    /// The codes that there were then, by their names of now.
    pub fn codes_then(&self) -> impl Iterator<Item = &CodePair<'a>> {
        self.codes.iter().enumerate().filter(|(at, _)| self.was_there(*at)).map(|(_, pair)| pair)
    }

    /// The positions under which codes of then count, given to one answer.
    pub(super) fn under_then<'c>(&self, given: impl Iterator<Item = &'c str>) -> BTreeSet<usize> {
        given.filter_map(|code| self.under.get(code)).flatten().copied().collect()
    }

    /// The positions under which codes of now count, given to one answer.
    pub(super) fn under_now<'c>(&self, given: impl Iterator<Item = &'c str>) -> BTreeSet<usize> {
        let of = |id: &str| self.codes.iter().position(|pair| pair.now.is_some() && pair.code.id == id);
        let own = given.filter_map(of);
        own.flat_map(|at| [Some(at), of(self.codes[at].code.main())]).flatten().collect()
    }
}

/// A code in either year.
#[derive(Clone, Copy, Debug)]
pub struct CodePair<'a> {
    /// The code of now; that of then where it has gone.
    pub code: &'a Code,
    /// Its main code as it is called now; `None` for a main code.
    pub parent: Option<&'a str>,
    /// What it is now; `None` where it has gone.
    pub now: Option<CodeId>,
}

impl<'a> Pair<'a> {
    /// Holds two years side by side.
    pub fn new(now: Side<'a>, earlier: &'a Earlier) -> Self {
        let declared = &earlier.declared;
        let areas = now.ledger.areas.iter().enumerate().filter_map(|(at, area)| {
            let id = area.total.area.as_str();
            let all = earlier.ledger.areas.iter().enumerate();
            let then: Vec<AreaId> = all
                .filter(|(_, own)| declared.area_now(&own.total.area) == id)
                .map(|(at, _)| AreaId::new(at))
                .collect();
            let own = AreaId::new(at);
            (!then.is_empty()).then(|| AreaPair {
                id,
                now: own,
                broken: declared.break_of(id),
                people_now: People::new(now, &[own], |code| code),
                people_then: People::new(earlier.side(), &then, |code| declared.recipient_now(code)),
                then,
            })
        });
        let domains = now.book.domains_of(UnitKind::Intervention).filter_map(|own| {
            let mut of_then = earlier.book.domains_of(UnitKind::Intervention);
            let then = of_then.find(|then| then.word() == own.word())?;
            (!now.book.codes(own).is_empty()).then(|| Self::domain(now, earlier, (own, then)))
        });
        Self { now, earlier, areas: areas.collect(), domains: domains.collect() }
    }

    /// How funds count now; `None` where those of the two years cannot stand side by side, for one has none or another currency.
    pub fn money(&self) -> Option<Money> {
        let (now, then) = (self.now.study, &self.earlier.study);
        now.money.filter(|_| then.money.is_some() && now.currency() == then.currency())
    }

    /// The same with the funds of each year times a factor, as the prices of one year make it.
    #[must_use]
    pub fn at_prices(&self, [then, now]: [Exact; 2]) -> Self {
        let mut priced = self.clone();
        for area in &mut priced.areas {
            area.people_then.times(then);
            area.people_now.times(now);
        }
        priced
    }

    /// An area of now, where it was there then.
    pub fn area(&self, id: &str) -> Option<&AreaPair<'a>> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// Who answered in an area in which year: code of now, then, now.
    pub fn answered<'p>(&self, area: &'p AreaPair<'_>) -> Vec<(&'p str, bool, bool)> {
        let (then, now) = (&area.people_then, &area.people_now);
        let all: BTreeSet<&str> = then.recipients().chain(now.recipients()).collect();
        all.into_iter().map(|own| (own, then.whole(own).is_some(), now.whole(own).is_some())).collect()
    }

    /// The codes of a domain.
    fn domain(now: Side<'a>, earlier: &'a Earlier, (domain, then): (Domain, Domain)) -> DomainPair<'a> {
        let of_then = earlier.book.codes(then);
        let known = |code: &str| now.book.code(domain, code);
        // What a code of then is now; itself where it has gone.
        let became = |own: &'a Code| earlier.code_now(&own.id).and_then(known).unwrap_or(own);
        let is_gone = |own: &&'a Code| std::ptr::eq(became(own), *own);
        let of_now = |code: &'a Code| CodePair {
            code,
            parent: code.parent.as_deref(),
            now: now.ledger.code_id(domain, &code.id),
        };
        let mut codes: Vec<CodePair<'a>> = now.book.codes(domain).iter().map(of_now).collect();
        // The main code of one that has gone may be called something else now, or count for another itself.
        let main_of = |own: &Code| earlier.book.code(then, own.parent.as_deref()?).map(became);
        let gone = |code: &'a Code| CodePair { code, parent: main_of(code).map(Code::main), now: None };
        codes.extend(of_then.iter().filter(is_gone).map(gone));
        let position = |code: &Code| codes.iter().position(|pair| std::ptr::eq(pair.code, code));
        let main_now = |code: &'a Code| code.parent.as_deref().and_then(known);
        let under = of_then.iter().map(|own| {
            let code = became(own);
            let main = if is_gone(&own) { main_of(own) } else { main_now(code) };
            let all = [Some(code), main, main.and_then(main_now)];
            let positions: BTreeSet<usize> = all.into_iter().flatten().filter_map(position).collect();
            (own.id.as_str(), positions.into_iter().collect())
        });
        DomainPair { now: domain, then, under: under.collect(), codes }
    }

    /// The interventions of an area that have each code of a domain, now; by the position of the code.
    pub(super) fn coded_now(&self, area: &AreaPair<'_>, domain: &DomainPair<'_>) -> Vec<Vec<InterventionId>> {
        let with = |code: CodeId| {
            let counted = self.now.ledger.as_coded(Selection::Code(area.now, domain.now, code));
            counted.ids.interventions().collect()
        };
        domain.codes.iter().map(|pair| pair.now.map(with).unwrap_or_default()).collect()
    }

    /// The same, then: codes as they are called now.
    pub(super) fn coded_then(&self, area: &AreaPair<'_>, domain: &DomainPair<'_>) -> Vec<Vec<InterventionId>> {
        let mut coded = vec![Vec::new(); domain.codes.len()];
        for area in &area.then {
            let own = self.coded_in(*area, domain);
            coded.iter_mut().zip(own).for_each(|(all, own)| all.extend(own));
        }
        coded
    }

    /// The same in one area of then.
    pub fn coded_in(&self, area: AreaId, domain: &DomainPair<'_>) -> Vec<Vec<InterventionId>> {
        let Earlier { input, codings, ledger, .. } = self.earlier;
        let mut coded = vec![Vec::new(); domain.codes.len()];
        let first = ledger.areas[area.at()].interventions.start as usize;
        let all = input.surveys[area.at()].interventions.iter().zip(first..);
        for (own, id) in all.filter(|(own, _)| own.included()) {
            let under = domain.under_then(codings.of(&own.id, domain.then).map(|(code, _)| code));
            under.into_iter().for_each(|at| coded[at].push(InterventionId::new(id)));
        }
        coded
    }
}
