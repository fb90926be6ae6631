//! A unit in a domain: what is suggested for it, and what people have said of it.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::Suggested;
use crate::codebook::Domain;
use crate::coding::Codings;
use crate::coding::blind::words;
use crate::coding::rules::text;
use crate::decisions::log::{Decision, LineId};
use crate::decisions::{Change, Fingerprint};
use crate::survey::Unit;

/// A unit in a domain.
pub(super) struct Slot {
    /// The unit's place.
    pub unit: usize,
    pub domain: Domain,
    /// Whether the unit is not done before it is coded: in a domain that need not have codes nobody has to decide, unless there is no
    /// other.
    pub required: bool,
    /// What it reads; `None` where it is blank.
    pub read: Option<Fingerprint>,
    /// The same for all texts that differ in nothing but case, punctuation and numbers; `None` where it is blank.
    pub words: Option<u64>,
    /// Whether the coder has yet to code it blindly, or what belongs to it.
    pub hides: bool,
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
    /// What people decided differently, none of whom knew of the others.
    pub disputed: Vec<Said>,
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
    pub fn of_line(line: LineId, codes: Vec<String>, decision: &Decision) -> Self {
        Self { codes, memo: decision.why.clone(), unsure: decision.unsure, line: Some(line) }
    }
}

impl Slot {
    /// A slot of which nobody has said anything yet: what people said is read of their lines.
    pub fn new(at: usize, unit: &Unit, domain: Domain, coder: &str, codings: &Codings) -> Self {
        let sheets = [codings.coders.get(coder), Some(&codings.finals)];
        let bound = sheets.map(|sheets| sheets?.of_kind(unit.kind)?.bound.as_ref());
        let changes = bound.map(|bound| bound?.change(&unit.id, domain));
        let old = bound.map(|bound| codings.texts.as_read(bound?.given_to(&unit.id, domain)?));
        let read = Fingerprint::of(unit, domain);
        Self {
            unit: at,
            domain,
            required: !domain.is_optional(),
            read,
            words: read.and_then(|_| words(&text(unit, domain))),
            hides: false,
            changes,
            old,
            suggested: Vec::new(),
            coders: BTreeMap::new(),
            last: None,
            disputed: Vec::new(),
        }
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
