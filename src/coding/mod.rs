//! Codes per intervention and domain, each with its source.
//!
//! A coding is a relation beside the interventions: intervention × domain × code. This room reads what people have coded
//! and makes sure that every code exists in the system its domain uses, and belongs to an intervention that counts.

pub mod agreement;
pub mod reliability;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::codebook::{Codebook, Domain};
use crate::diagnostic::Diagnostics;
use crate::input::{Files, Input};
use crate::study::{CodingRole, Study};

/// Where a code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The evaluators' final sheet.
    Final,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Final => f.write_str("final"),
        }
    }
}

/// One coding sheet as read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The interventions that have a row: an empty cell there says that nothing fits.
    pub coded: BTreeSet<String>,
    codes: BTreeMap<(String, Domain), Vec<String>>,
}

impl Sheet {
    /// The codes of an intervention in a domain, in the order of the codebook.
    pub fn of(&self, intervention: &str, domain: Domain) -> &[String] {
        self.codes.get(&(intervention.to_owned(), domain)).map_or(&[], Vec::as_slice)
    }
}

/// All codings of a study.
#[derive(Debug, Default)]
pub struct Codings {
    codes: BTreeMap<(String, Domain), Vec<(String, Source)>>,
    /// The coders' own sheets, by coder.
    pub coders: BTreeMap<String, Sheet>,
}

impl Codings {
    /// Reads the study's coding sheets.
    pub fn read(study: &Study, book: &Codebook, input: &Input, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut codings = Self::default();
        let known = sheet::Known::new(input);
        for declared in &study.codings {
            let codes = sheet::read(declared, book, &known, files, messages);
            match &declared.role {
                CodingRole::Final => {
                    let with_source =
                        |codes: Vec<String>| codes.into_iter().map(|code| (code, Source::Final)).collect();
                    codings.codes = codes.codes.into_iter().map(|(key, codes)| (key, with_source(codes))).collect();
                }
                CodingRole::Coder(coder) => {
                    codings.coders.insert(coder.clone(), codes);
                }
            }
        }
        codings
    }

    /// The codes of an intervention in a domain, in the order of the codebook; none where it is uncoded.
    pub fn of(&self, intervention: &str, domain: Domain) -> &[(String, Source)] {
        self.codes.get(&(intervention.to_owned(), domain)).map_or(&[], Vec::as_slice)
    }
}
