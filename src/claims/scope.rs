//! Where a measure is taken, and the names that are known there.

use super::facts::{AreaFacts, Facts, QuestionFacts};
use super::syntax::{Condition, Named};
use super::token::Mistake;
use super::words::{Meaning, Words};
use crate::codebook::{Domain, UnitKind};
use crate::coding::State;
use crate::diagnostic::{did_you_mean, shown};
use crate::exact::Exact;
use crate::msg;
use crate::report::Table;
use crate::wording::{Message, any_of, joined};

/// Why a statement could not be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The assertion names what the study does not have, or asks for what cannot be asked.
    Wrong(Mistake),
    /// The study's data do not say; why.
    Unknown(Message),
}

impl From<Mistake> for Stop {
    fn from(mistake: Mistake) -> Self {
        Self::Wrong(mistake)
    }
}

/// Where a measure is taken.
#[derive(Clone, Copy)]
pub struct Scope<'c> {
    /// The study's data.
    pub facts: &'c Facts<'c>,
    /// What words mean.
    pub words: &'c Words,
    /// The areas that count where a measure names none.
    pub areas: &'c [usize],
    /// Whether these are all areas because none was named: then another year has all of its own.
    pub is_whole: bool,
    /// An area of now that a measure speaks of and that was not there in the year that is asked.
    pub missing: Option<&'c str>,
    /// The areas in which a name must be known, which are more than [`Scope::areas`] where areas are compared.
    pub known: &'c [usize],
    /// Only this respondent, or this intervention, of the only area.
    pub only: Only,
    /// Only this row of a table.
    pub row: Option<(&'c Table, usize)>,
    /// The value of a breakdown, which is added to the conditions of the part.
    pub added: Option<&'c Condition>,
    /// How wide intervals are taken, as a share of their width: one, but where somebody asks what narrower ones would decide.
    pub width: Exact,
}

/// What a condition that compares measures is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Everything.
    All,
    /// One respondent.
    Respondent(usize),
    /// One intervention.
    Intervention(usize),
}

impl<'c> Scope<'c> {
    /// The area facts of positions.
    pub fn area(&self, position: usize) -> Option<&'c AreaFacts<'c>> {
        self.facts.areas.get(position)
    }

    fn known_areas(&self) -> impl Iterator<Item = &'c AreaFacts<'c>> {
        let facts = self.facts;
        self.known.iter().filter_map(move |at| facts.areas.get(*at))
    }

    /// The areas that count where a measure names none.
    ///
    /// # Errors
    /// An area of now that was not there in the year that is asked.
    pub fn own_areas(&self) -> Result<&'c [usize], Stop> {
        let year = self.facts.year.to_string();
        match self.missing {
            Some(_) => Err(Stop::Unknown(msg!("area-not-there-then", year))),
            None => Ok(self.areas),
        }
    }

    /// The positions of named areas; those of the scope where none is named.
    ///
    /// # Errors
    /// A name that is no area.
    pub fn areas_named(&self, names: &[Named]) -> Result<Vec<usize>, Stop> {
        if names.is_empty() {
            return self.own_areas().map(<[usize]>::to_vec);
        }
        let mut areas = Vec::new();
        for name in names {
            if name.text == "all" {
                return Ok((0..self.facts.areas.len()).collect());
            }
            let called = self.facts.areas_called(&name.text);
            if called.is_empty() {
                let suggestion = did_you_mean(&name.text, self.facts.areas.iter().map(|a| a.id));
                let message = msg!("assertion-area-unknown", area = shown(&name.text), suggestion);
                return Err(Mistake::new(name.span, message).into());
            }
            areas.extend(called);
        }
        areas.sort_unstable();
        areas.dedup();
        Ok(areas)
    }

    /// The domains of names; `None` where the first is a question.
    ///
    /// # Errors
    /// Domains and questions among one another, or a domain that the codebook does not use.
    pub fn domains(&self, names: &[Named]) -> Result<Option<Vec<Domain>>, Stop> {
        let is_domain = |name: &Named| self.facts.book.domain(&name.text).filter(|d| d.is_of_interventions());
        if names.first().is_none_or(|first| is_domain(first).is_none()) {
            return Ok(None);
        }
        let mut domains = Vec::new();
        for name in names {
            let Some(domain) = is_domain(name) else {
                let suggestion =
                    did_you_mean(&name.text, self.facts.book.domains_of(UnitKind::Intervention).map(Domain::word));
                let message = msg!("assertion-domain-unknown", domain = shown(&name.text), suggestion);
                return Err(Mistake::new(name.span, message).into());
            };
            if self.facts.book.codes(domain).is_empty() {
                return Err(Mistake::new(name.span, msg!("domain-without-codes", domain = domain.word())).into());
            }
            domains.push(domain);
        }
        Ok(Some(domains))
    }

    /// The states without a code that a word stands for where it is no code of these domains.
    pub fn states(&self, domains: &[Domain], name: &Named) -> Vec<State> {
        let is_code = domains.iter().any(|domain| self.facts.book.code(*domain, &name.text).is_some());
        State::WITHOUT_CODE.into_iter().filter(|state| !is_code && state.is_called(&name.text)).collect()
    }

    /// A code of domains, by its id.
    ///
    /// # Errors
    /// An id that is no code of any of them.
    pub fn code(&self, domains: &[Domain], name: &Named) -> Result<&'c str, Stop> {
        let codes = || domains.iter().flat_map(|domain| self.facts.book.codes(*domain));
        match codes().find(|code| code.id == name.text) {
            Some(code) => Ok(&code.id),
            None => {
                let domains = any_of(domains.iter().map(|domain| domain.word()));
                let suggestion = did_you_mean(&name.text, codes().map(|c| c.id.as_str()));
                let message = msg!("assertion-code-unknown", code = shown(&name.text), domains, suggestion);
                Err(Mistake::new(name.span, message).into())
            }
        }
    }

    /// A question in the areas in which its name must be known, by area.
    ///
    /// # Errors
    /// A name that no survey of these areas asks.
    pub fn questions(&self, name: &Named) -> Result<Vec<&'c QuestionFacts<'c>>, Stop> {
        let found: Vec<_> = self.known_areas().filter_map(|area| area.question(&name.text)).collect();
        if found.is_empty() {
            let known = self.known_areas().flat_map(|area| area.questions.iter().map(|q| q.id));
            let book = &self.facts.book;
            let word = |domain: Domain| -> &'c str { domain.word() };
            let known = known.chain(book.domains_of(UnitKind::Intervention).map(word));
            let known: std::collections::BTreeSet<&str> = known.collect();
            let areas = joined(self.known_areas().map(|area| area.id), ", ");
            let suggestion = did_you_mean(&name.text, known);
            let message = msg!("assertion-question-unknown", name = shown(&name.text), areas, suggestion);
            return Err(Mistake::new(name.span, message).into());
        }
        Ok(found)
    }

    /// The table of an item.
    ///
    /// # Errors
    /// A name that is no item of the report.
    pub fn table(&self, name: &Named) -> Result<&'c Table, Stop> {
        self.facts.tables.get(name.text.as_str()).copied().ok_or_else(|| {
            let suggestion = did_you_mean(&name.text, self.facts.tables.keys().copied());
            let message = msg!("assertion-table-unknown", item = shown(&name.text), suggestion);
            Mistake::new(name.span, message).into()
        })
    }

    /// The meaning of a word of precision.
    ///
    /// # Errors
    /// A word that is not known.
    pub fn meaning(&self, word: &Named) -> Result<&'c Meaning, Stop> {
        self.words.get(&word.text).map_err(|suggestion| {
            Mistake::new(word.span, msg!("precision-word-unknown", word = shown(&word.text), suggestion)).into()
        })
    }
}
