//! How far the coding of a study has come: what became of the answers since they were coded, which of them have codes, who has
//! not answered, and how much of the funds that is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::rules::domains_of;
use super::{Codings, Source, State};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::Change;
use crate::money::Amount;
use crate::study::{CodingRole, Money, Study};
use crate::survey::{Input, Survey, Unit};
use crate::weighting::Weighting;

/// The word for coded answers that are gone.
pub const WITHDRAWN: &str = "withdrawn";
/// The word for answers of which no lock says anything.
pub const NOT_LOCKED: &str = "not-locked";

/// So many, and their funds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// Their funds; `None` where the study has none.
    pub funds: Option<Amount>,
}

impl Count {
    fn add(&mut self, funds: Option<Amount>) {
        self.number += 1;
        if let Some(funds) = funds {
            self.funds = Some(self.funds.unwrap_or_default() + funds);
        }
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        let funds = [self.funds, other.funds].into_iter().flatten().reduce(|one, two| one + two);
        Self { number: self.number + other.number, funds }
    }
}

/// How far a study has come.
#[derive(Debug, Serialize)]
pub struct Status {
    /// The name of the study's folder.
    pub study: String,
    /// How funds count; `None` in a study without funds.
    pub funds: Option<Counted>,
    /// Errors in the study's files: numbers may be other ones without them.
    pub errors: usize,
    /// The coding sheets.
    pub sheets: Vec<SheetStatus>,
    /// All areas together.
    pub total: Part,
    /// Every area, in the order of the study.
    pub areas: Vec<AreaStatus>,
    /// Coded answers that are gone.
    pub withdrawn: Vec<Withdrawn>,
    /// What has to be coded or decided, most funds first.
    pub to_code: Vec<Waiting>,
    /// Who was expected and has not answered, most funds first.
    pub reminders: Vec<Reminder>,
    /// How funds count, as the rest of the program knows it.
    #[serde(skip)]
    pub money: Option<Money>,
}

/// How funds count.
#[derive(Debug, Serialize)]
pub struct Counted {
    /// The code of the currency.
    pub currency: &'static str,
    /// `weighted` or `reported`.
    pub counted: &'static str,
}

/// A coding sheet.
#[derive(Debug, Serialize)]
pub struct SheetStatus {
    /// Its file.
    pub file: String,
    /// The coder; `None` for a final sheet.
    pub coder: Option<String>,
    /// Its rows.
    pub rows: usize,
    /// Whether it has a lock.
    pub locked: bool,
    /// Codings that were made since it was locked.
    pub unlocked: usize,
}

/// An area.
#[derive(Debug, Serialize)]
pub struct AreaStatus {
    /// Its id.
    pub area: String,
    /// Its numbers.
    #[serde(flatten)]
    pub part: Part,
}

/// The numbers of an area, or of all.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    /// Recipients that requisitioned, with requisitioned less repaid.
    pub expected: Count,
    /// Recipients that answered.
    pub answered: usize,
    /// Those expected that have not answered.
    pub not_answered: Count,
    /// Interventions that count.
    pub interventions: Count,
    /// Those left out as incomplete, with what they reported.
    pub incomplete: Count,
    /// Interventions that are coded, or coded as none, in every domain.
    pub settled: Count,
    /// Every domain.
    pub domains: Vec<DomainStatus>,
}

/// A domain of an area, or of all.
#[derive(Debug, Serialize)]
pub struct DomainStatus {
    /// The word of files.
    pub domain: &'static str,
    /// The domain.
    #[serde(skip)]
    pub is: Domain,
    /// How many answers there are.
    pub answers: usize,
    /// What became of them since they were coded, by word.
    pub changes: BTreeMap<&'static str, usize>,
    /// In which state they are, by word.
    pub states: BTreeMap<&'static str, Count>,
    /// Where the codes of the coded ones come from, by word.
    pub sources: BTreeMap<&'static str, usize>,
    /// How many each coder has decided.
    pub coders: BTreeMap<String, usize>,
}

/// A coded answer that is gone.
#[derive(Debug, Serialize)]
pub struct Withdrawn {
    /// Its id.
    pub id: String,
    /// The domain.
    pub domain: &'static str,
    /// Its area, where it is there, but incomplete.
    pub area: Option<String>,
}

/// An answer that has to be coded or decided.
#[derive(Debug, Serialize)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// Its area.
    pub area: String,
    /// The domain.
    pub domain: &'static str,
    /// The state; `None` in a domain that need not have a code.
    pub state: Option<&'static str>,
    /// What became of it since it was coded.
    pub change: &'static str,
    /// Its funds.
    pub funds: Option<Amount>,
}

/// A recipient that has not answered.
#[derive(Debug, Serialize)]
pub struct Reminder {
    /// The recipient's code.
    pub code: String,
    /// Its name.
    pub recipient: String,
    /// The area.
    pub area: String,
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back.
    pub repaid: Amount,
    /// Requisitioned less repaid.
    pub target: Amount,
}

/// What is known of an answer in a domain.
struct Fact<'a> {
    unit: &'a Unit,
    domain: Domain,
    state: Option<State>,
    change: Option<Change>,
    source: Option<Source>,
    coders: Vec<&'a str>,
    funds: Option<Amount>,
}

impl Fact<'_> {
    /// Whether somebody has to code it, or to decide.
    fn waits(&self) -> bool {
        self.change.is_some_and(Change::waits) || self.state.is_some_and(|state| State::GAPS.contains(&state))
    }

    fn change_word(&self) -> &'static str {
        self.change.map_or(NOT_LOCKED, Change::word)
    }
}

/// A study whose codes are settled.
pub struct Coded<'a> {
    /// What it declares.
    pub study: &'a Study,
    /// Its codebook.
    pub book: &'a Codebook,
    /// Its answers.
    pub input: &'a Input,
    /// Their codes.
    pub codings: &'a Codings,
    /// Their funds.
    pub weighting: &'a Weighting,
}

impl Coded<'_> {
    /// How far it has come; `errors` is how many its files have.
    pub fn status(&self, errors: usize) -> Status {
        let units: Vec<&Unit> = self.input.units().collect();
        let facts: Vec<Vec<Fact<'_>>> = units.par_iter().map(|unit| self.facts(unit)).collect();
        let money = self.weighting.money;
        let withdrawn = self.withdrawn();
        let reminders = self.reminders();
        let mut areas: Vec<AreaStatus> = self.input.surveys.iter().map(|survey| self.area(survey)).collect();
        for unit in &units {
            if !areas.iter().any(|own| *own.area == *unit.area) {
                areas.push(AreaStatus { area: unit.area.to_string(), part: Part::default() });
            }
        }
        let mut total = Part::default();
        areas.iter().for_each(|own| total.take(&own.part));
        for facts in &facts {
            let own = facts.first().and_then(|fact| areas.iter_mut().find(|own| *own.area == *fact.unit.area));
            own.into_iter().for_each(|own| own.part.add(facts));
            total.add(facts);
        }
        for gone in &withdrawn {
            let own = areas.iter_mut().find(|own| Some(&own.area) == gone.area.as_ref()).map(|own| &mut own.part);
            let parts = own.into_iter().chain([&mut total]);
            parts.for_each(|part| {
                let domain = part.domains.iter_mut().find(|domain| domain.domain == gone.domain);
                domain.into_iter().for_each(|domain| *domain.changes.entry(WITHDRAWN).or_default() += 1);
            });
        }
        Status {
            study: self.study.name.clone(),
            funds: money.map(|money| Counted { currency: money.currency().code(), counted: money.counted() }),
            errors,
            sheets: self.sheets(),
            total,
            areas,
            withdrawn,
            to_code: to_code(&facts),
            reminders,
            money,
        }
    }

    fn funds(&self, unit: &Unit) -> Option<Amount> {
        self.weighting.money?;
        self.weighting.of(&unit.id)
    }

    fn facts<'u>(&'u self, unit: &'u Unit) -> Vec<Fact<'u>> {
        let funds = self.funds(unit);
        let fact = |domain: Domain| {
            let source = self.codings.of(&unit.id, domain).next().map(|(_, source)| source);
            let state = match source {
                None if domain.is_optional() => None,
                None => Some(self.codings.state(&unit.id, domain)),
                Some(_) => Some(State::Coded),
            };
            let coders = self.codings.coders.iter();
            let coders = coders.filter(|(_, sheets)| sheets.uses(domain) && sheets.said(&unit.id, domain).is_some());
            let coders = coders.map(|(coder, _)| coder.as_str()).collect();
            Fact { unit, domain, state, change: self.change(unit, domain), source, coders, funds }
        };
        domains_of(self.book, unit).map(fact).collect()
    }

    /// What became of an answer since it was coded: as the final sheet has it; else the coders' sheets, of which some need not
    /// hold it.
    fn change(&self, unit: &Unit, domain: Domain) -> Option<Change> {
        let of = |sheets: &super::Sheets| sheets.of_kind(unit.kind)?.bound.as_ref()?.change(&unit.id, domain);
        of(&self.codings.finals).or_else(|| self.codings.coders.values().filter_map(of).max())
    }

    fn sheets(&self) -> Vec<SheetStatus> {
        let sheets = self.study.codings.iter().filter_map(|declared| Some((declared, self.codings.sheet(declared)?)));
        let status = sheets.map(|(declared, (file, sheet))| SheetStatus {
            file: file.to_owned(),
            coder: match &declared.role {
                CodingRole::Final => None,
                CodingRole::Coder(coder) => Some(coder.clone()),
            },
            rows: sheet.ids().count(),
            locked: sheet.bound.is_some(),
            unlocked: sheet.bound.as_ref().map_or(0, super::Bound::unlocked),
        });
        status.collect()
    }

    /// Coded answers that are gone, of any sheet, once each.
    fn withdrawn(&self) -> Vec<Withdrawn> {
        let sheets = self.codings.finals.iter().chain(self.codings.coders.values().flat_map(super::Sheets::iter));
        let bound = sheets.filter_map(|sheet| sheet.bound.as_ref());
        let gone: BTreeSet<(&str, Domain)> =
            bound.flat_map(|bound| bound.withdrawn().map(|(domain, id)| (id, domain))).collect();
        if gone.is_empty() {
            return Vec::new();
        }
        let there = self.input.interventions().filter(|own| !own.included());
        let there: BTreeMap<&str, &str> = there.map(|own| (&*own.id, &*own.area)).collect();
        let withdrawn = gone.into_iter().map(|(id, domain)| Withdrawn {
            id: id.to_owned(),
            domain: domain.word(),
            area: there.get(id).map(|area| (*area).to_owned()),
        });
        withdrawn.collect()
    }

    /// Recipients that requisitioned for an area and have not answered.
    fn reminders(&self) -> Vec<Reminder> {
        let mut reminders: Vec<Reminder> = Vec::new();
        for survey in &self.input.surveys {
            let answered: BTreeSet<_> = survey.respondents.iter().map(|own| &own.recipient).collect();
            let of_area =
                self.input.funds.iter().filter(|((area, _), own)| *area == survey.area && own.target() > Amount::ZERO);
            let silent = of_area.filter(|((_, recipient), _)| !answered.contains(recipient));
            reminders.extend(silent.map(|((area, recipient), own)| Reminder {
                code: recipient.code.to_string(),
                recipient: recipient.name.to_string(),
                area: area.clone(),
                requisitioned: own.requisitioned,
                repaid: own.repaid,
                target: own.target(),
            }));
        }
        reminders.sort_by(|a, b| (Reverse(a.target), &a.area, &a.code).cmp(&(Reverse(b.target), &b.area, &b.code)));
        reminders
    }

    /// What there is to know of an area beside the codes.
    fn area(&self, survey: &Survey) -> AreaStatus {
        let mut part = Part::default();
        let answered: BTreeSet<_> = survey.respondents.iter().map(|own| &own.recipient).collect();
        part.answered = answered.len();
        for ((area, recipient), own) in &self.input.funds {
            if *area == survey.area && own.target() > Amount::ZERO {
                part.expected.add(Some(own.target()));
                if !answered.contains(recipient) {
                    part.not_answered.add(Some(own.target()));
                }
            }
        }
        for own in &survey.interventions {
            match own.included() {
                true => part.interventions.add(self.funds(own)),
                false => part.incomplete.add(own.funds),
            }
        }
        AreaStatus { area: survey.area.clone(), part }
    }
}

impl Part {
    /// Takes in the numbers of an area, but for its codes.
    fn take(&mut self, area: &Self) {
        self.expected = self.expected.and(area.expected);
        self.answered += area.answered;
        self.not_answered = self.not_answered.and(area.not_answered);
        self.interventions = self.interventions.and(area.interventions);
        self.incomplete = self.incomplete.and(area.incomplete);
    }

    /// Takes in what is known of an answer.
    fn add(&mut self, facts: &[Fact<'_>]) {
        let Some(first) = facts.first() else { return };
        if first.unit.kind == UnitKind::Intervention && !facts.iter().any(Fact::waits) {
            self.settled.add(first.funds);
        }
        for fact in facts {
            let at = match self.domains.iter().position(|own| own.is == fact.domain) {
                Some(at) => at,
                None => {
                    self.domains.push(DomainStatus::new(fact.domain));
                    self.domains.len() - 1
                }
            };
            self.domains[at].add(fact);
        }
    }
}

impl DomainStatus {
    fn new(domain: Domain) -> Self {
        let changes = Change::ALL.map(Change::word).into_iter().chain([NOT_LOCKED, WITHDRAWN]);
        let states = [State::Coded].into_iter().chain(State::WITHOUT_CODE);
        Self {
            domain: domain.word(),
            is: domain,
            answers: 0,
            changes: changes.map(|word| (word, 0)).collect(),
            states: states.map(|state| (state.word(), Count::default())).collect(),
            sources: BTreeMap::new(),
            coders: BTreeMap::new(),
        }
    }

    fn add(&mut self, fact: &Fact<'_>) {
        self.answers += 1;
        *self.changes.entry(fact.change_word()).or_default() += 1;
        if let Some(state) = fact.state {
            self.states.entry(state.word()).or_default().add(fact.funds);
        }
        fact.source.iter().for_each(|source| *self.sources.entry(source.word()).or_default() += 1);
        fact.coders.iter().for_each(|coder| *self.coders.entry((*coder).to_owned()).or_default() += 1);
    }

    /// How many answers are in a state.
    pub fn state(&self, state: State) -> Count {
        self.states.get(state.word()).copied().unwrap_or_default()
    }

    /// What has to be coded.
    pub fn gaps(&self) -> Count {
        State::GAPS.into_iter().map(|state| self.state(state)).fold(Count::default(), Count::and)
    }
}

/// What has to be coded or decided, most funds first.
fn to_code(facts: &[Vec<Fact<'_>>]) -> Vec<Waiting> {
    let mut waiting: Vec<&Fact<'_>> = facts.iter().flatten().filter(|fact| fact.waits()).collect();
    waiting.sort_by(|a, b| {
        (Reverse(a.funds), &a.unit.area, &a.unit.id, a.domain).cmp(&(
            Reverse(b.funds),
            &b.unit.area,
            &b.unit.id,
            b.domain,
        ))
    });
    let waiting = waiting.into_iter().map(|fact| Waiting {
        id: fact.unit.id.to_string(),
        area: fact.unit.area.to_string(),
        domain: fact.domain.word(),
        state: fact.state.map(State::word),
        change: fact.change_word(),
        funds: fact.funds,
    });
    waiting.collect()
}
