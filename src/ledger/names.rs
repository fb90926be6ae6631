//! What the ledger's integers are called, kept once.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{AreaId, AreaTotal};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::open::Sources;
use crate::study::Per;

/// An area, with its totals and where its respondents and interventions stand.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its totals.
    pub total: AreaTotal,
    /// The ids of its respondents.
    pub respondents: Range<u32>,
    /// The ids of its interventions.
    pub interventions: Range<u32>,
}

/// A closed question of an area.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its area.
    pub area: AreaId,
    /// Its id in the study.
    pub id: String,
    /// Whether respondents or interventions are counted.
    pub per: Per,
    /// The options or items, in order; empty for a single choice.
    pub options: Vec<String>,
    /// The answers, in order; empty where options are only ticked.
    pub answers: Vec<String>,
    /// The answers that the study counts; all where it is empty.
    pub counted: Vec<String>,
    /// Where the codes of an open question come from; empty for a closed one.
    pub sources: Sources,
    /// Who was asked: respondents or interventions, ascending.
    pub asked: Vec<u32>,
}

/// A code and its main code.
#[derive(Debug)]
pub(super) struct CodeName {
    pub(super) id: String,
    /// The position of its main code; its own where it is one.
    pub(super) main: usize,
}

/// The codes of every domain of interventions. Those of open questions are options of theirs.
pub(super) fn codes(book: &Codebook) -> BTreeMap<Domain, Vec<CodeName>> {
    let of_domain = |domain| {
        let codes = book.codes(domain);
        let position = |id: &str| codes.iter().position(|code| code.id == id);
        let names = codes.iter().enumerate();
        let names = names.map(|(at, code)| CodeName { id: code.id.clone(), main: position(code.main()).unwrap_or(at) });
        (domain, names.collect())
    };
    book.domains_of(UnitKind::Intervention).map(of_domain).collect()
}
