//! Codes that somebody gives or decides, as lines of the log.

use std::collections::BTreeMap;

use super::line::{Decision, Line, LineId, Purpose};
use super::{Moment, Subject};
use crate::codebook::{Codebook, Domain};
use crate::decisions::{Definition, Fingerprint, Lock};

/// Codes for an answer in a domain, of somebody who has read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// The unit's id.
    pub unit: String,
    /// The domain.
    pub domain: Domain,
    /// The codes, in the order of the codebook; none of them where nothing fits.
    pub codes: Vec<String>,
    /// What a coder notes, which may be empty; why it is decided so.
    pub memo: String,
    /// Whether a coder is not sure; what is decided is sure.
    pub unsure: bool,
    /// What was read; `None` where it was blank.
    pub read: Option<Fingerprint>,
}

/// Who gives codes, when, what for and by which codebook.
#[derive(Clone, Copy, Debug)]
pub struct Giving<'a> {
    /// Who.
    pub who: &'a str,
    /// When.
    pub when: &'a Moment,
    /// What for.
    pub purpose: Purpose,
    /// The codebook.
    pub book: &'a Codebook,
    /// By subject, the lines that a new one follows.
    pub heads: &'a BTreeMap<Subject, Vec<LineId>>,
}

impl Giving<'_> {
    /// The line; `was` is what the sheet says of it.
    pub fn line(&self, coding: &Coding, was: Option<Vec<String>>) -> Line {
        let Coding { unit, domain, codes, memo, unsure, read } = coding;
        let subject = match self.purpose {
            Purpose::Final => Subject::of_final(unit, domain.word()),
            Purpose::Coding => Subject::of_coder(self.who, unit, domain.word()),
        };
        let defined = codes.iter().filter_map(|code| self.book.code(*domain, code));
        Line::Decision(Decision {
            who: self.who.to_owned(),
            when: self.when.clone(),
            purpose: self.purpose,
            unit: unit.clone(),
            domain: domain.word().to_owned(),
            codes: codes.clone(),
            read: *read,
            codebook: Lock::new(self.book).codebook,
            defined: defined.map(|code| (code.id.clone(), Definition::of(code))).collect(),
            was,
            why: memo.trim().to_owned(),
            unsure: *unsure && self.purpose == Purpose::Coding,
            after: self.heads.get(&subject).cloned().unwrap_or_default(),
        })
    }
}
