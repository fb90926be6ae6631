//! A claim: a sentence, and what decides it.

use super::syntax::Assertion;
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
