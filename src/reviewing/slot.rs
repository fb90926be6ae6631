//! A unit in a domain: what is suggested for it, and what people have said of it.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::Suggested;
use crate::codebook::Domain;
use crate::coding::{Codings, Sheets};
use crate::decisions::log::{LineId, Log};
use crate::decisions::{Change, Fingerprint};
use crate::survey::Unit;

/// A unit in a domain.
pub(super) struct Slot {
    /// The unit's place.
    pub unit: usize,
    pub domain: Domain,
    /// What it reads; `None` where it is blank.
    pub read: Option<Fingerprint>,
    /// What became of it since the coder coded it, and since it was coded in the final sheet.
    pub changes: [Option<Change>; 2],
    /// How it read then, where that is kept.
    pub old: [Option<String>; 2],
    /// What is suggested, the most probable first.
    pub suggested: Vec<Suggested>,
    /// What each coder said of the present text.
    pub coders: BTreeMap<String, Said>,
    /// What counts as somebody decided it, or as the final sheet has it.
    pub last: Option<Said>,
}

/// What somebody said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub codes: Vec<String>,
    pub memo: String,
    pub unsure: bool,
    /// The line that says it; `None` of a sheet.
    pub line: Option<LineId>,
}

impl Said {
    /// What a cell of a sheet says.
    pub fn of_cell(codes: &[String]) -> Self {
        Self { codes: codes.to_vec(), ..Self::default() }
    }

    /// What a line says, in codes as they are called now.
    pub fn of_line(line: LineId, codes: &[String], log: &Log) -> Self {
        let decision = log.decision(line);
        Self {
            codes: codes.to_vec(),
            memo: decision.map(|own| own.why.clone()).unwrap_or_default(),
            unsure: decision.is_some_and(|own| own.unsure),
            line: Some(line),
        }
    }
}

impl Slot {
    pub fn new(
        at: usize,
        unit: &Unit,
        domain: Domain,
        suggested: Vec<Suggested>,
        coder: &str,
        codings: &Codings,
    ) -> Self {
        let said = |sheets: &Sheets| match sheets.decision(&unit.id, domain) {
            Some(line) => sheets.said(&unit.id, domain).map(|codes| Said::of_line(line, codes, &codings.log)),
            None => sheets.cell(&unit.id, domain).map(Said::of_cell),
        };
        let coders = codings.coders.iter();
        let coders = coders.filter_map(|(name, sheets)| Some((name.clone(), said(sheets)?))).collect();
        let sheets = [codings.coders.get(coder), Some(&codings.finals)];
        let bound = sheets.map(|sheets| sheets?.of_kind(unit.kind)?.bound.as_ref());
        let changes = bound.map(|bound| bound?.change(&unit.id, domain));
        let old = bound.map(|bound| codings.texts.as_read(bound?.given_to(&unit.id, domain)?));
        let (read, last) = (Fingerprint::of(unit, domain), said(&codings.finals));
        Self { unit: at, domain, read, changes, old, suggested, coders, last }
    }

    /// Keeps what cells of sheets say, for when no line says anything any more.
    pub fn cells(
        &self,
        at: usize,
        codings: &Codings,
        unit: &Unit,
        cells: &mut HashMap<(usize, Option<String>), Vec<String>>,
    ) {
        let coders = codings.coders.iter().map(|(name, sheets)| (Some(name.clone()), sheets));
        for (name, sheets) in coders.chain([(None, &codings.finals)]) {
            if let Some(cell) = sheets.cell(&unit.id, self.domain) {
                cells.insert((at, name), cell.to_vec());
            }
        }
    }
}
