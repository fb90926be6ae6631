//! A claim: a sentence, and what decides it.

use super::syntax::{Assertion, Statement, Values};
use super::walk;
use super::words::Words;
use crate::diagnostic::{Diagnostic, Place};

/// One claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// The area that its measures speak of; empty or `all` for all.
    pub area: String,
    /// The sentence.
    pub statement: String,
    /// What decides it.
    pub basis: Basis,
    /// What words mean for this claim alone.
    pub words: Option<Words>,
    /// The same, as it is written.
    pub precision: String,
    /// The cell of its id.
    pub place: Place,
    /// The cell of its assertion.
    pub assertion_place: Place,
    /// Its assertion as written.
    pub assertion: String,
}

/// What decides a claim.
#[derive(Clone, Debug)]
pub enum Basis {
    /// What must be true.
    Assertion(Assertion),
    /// Nothing: why the study's data do not say.
    Reason(String),
    /// Nothing: the assertion cannot be read. Said when claims are decided, together with what is wrong in the others.
    Unreadable(Box<Diagnostic>),
}

impl Claim {
    /// The areas that its measures are taken in, by id: its own, or all (`all`, or none at all), and those that they name.
    pub fn areas(&self) -> Vec<&str> {
        let Basis::Assertion(assertion) = &self.basis else { return vec![&self.area] };
        let named = walk::found(assertion).areas;
        let is_own = named.is_empty() || named.iter().any(|named| named.names.is_empty());
        let named = named.iter().flat_map(|named| named.names).map(|named| named.text.as_str());
        named.chain(is_own.then_some(self.area.as_str())).collect()
    }

    /// The domains and questions that its assertion names.
    pub fn names(&self) -> Vec<&str> {
        let Basis::Assertion(assertion) = &self.basis else { return Vec::new() };
        walk::found(assertion).names.into_iter().map(|named| named.text.as_str()).collect()
    }

    /// Whether it names a year.
    pub fn names_year(&self) -> bool {
        matches!(&self.basis, Basis::Assertion(assertion) if !walk::found(assertion).years.is_empty())
    }

    /// Whether it states funds, or what depends on them; cells of tables may.
    pub fn is_about_funds(&self) -> bool {
        let Basis::Assertion(assertion) = &self.basis else { return false };
        let measures = walk::found(assertion).measures;
        measures.is_empty() || measures.iter().any(|measure| measure.kind.is_funds())
    }

    /// Whether all that it states is written in its assertion, and nothing of it is computed.
    pub fn states_outright(&self) -> bool {
        let Basis::Assertion(assertion) = &self.basis else { return true };
        assertion.statements.iter().all(|statement| match statement {
            Statement::Comparison { stated, .. } => stated.is_written(),
            Statement::Place { values, .. } => matches!(values, Values::These(_)),
            Statement::Vague { .. } | Statement::Alike { .. } | Statement::Changed { .. } => true,
        })
    }
}
