//! How far the audit of a study is read, for commands that say so.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{Audit, Standing};
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::coding::blind::Blind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{STUDY_FILE, Study};
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;

/// How far the audit of a study is read; `None` where nothing was drawn.
pub(super) fn audit_standing(
    study: &Study,
    book: &Codebook,
    input: &Input,
    codings: &Codings,
    weighting: &Weighting,
) -> Result<Option<Standing>, Diagnostics> {
    let audit = Audit::load(study, book, &codings.log)?;
    Ok(audit.map(|audit| audit.join(input, codings, weighting).standing()))
}

/// Codings of a sample that wait for those who read it blind: what others list of them would tell that no rule codes them, and what
/// others decide would be read by nobody. What reads as one of them does waits with them. What readers differ on is for anybody to
/// settle.
pub(super) struct LeftToReaders<'a> {
    waiting: BTreeSet<(String, &'static str)>,
    alike: Blind,
    units: BTreeMap<&'a str, &'a Unit>,
    book: &'a Codebook,
}

impl<'a> LeftToReaders<'a> {
    /// Of an audit, where there is one.
    pub(super) fn new(standing: Option<&Standing>, book: &'a Codebook, input: &'a Input) -> Self {
        let own = || standing.iter().flat_map(|own| &own.waiting).filter(|own| !own.unsettled);
        let waiting: BTreeSet<_> = own().map(|own| (own.id.clone(), own.domain)).collect();
        let units: BTreeMap<&str, &Unit> = match waiting.is_empty() {
            true => BTreeMap::new(),
            false => input.units().map(|unit| (&*unit.id, unit)).collect(),
        };
        let alike = Blind::new(own().filter_map(|own| Some((*units.get(own.id.as_str())?, own.is))));
        Self { waiting, alike, units, book }
    }

    /// Takes them out of what waits; gives how many they were.
    pub(super) fn leave_out<W>(&self, waiting: &mut Vec<W>, key: impl Fn(&W) -> (&str, &'static str)) -> usize {
        let all = waiting.len();
        waiting.retain(|own| {
            let (id, domain) = key(own);
            let is_alike = || Some(self.alike.has(self.units.get(id)?, self.book.domain(domain)?));
            !self.waiting.contains(&(id.to_owned(), domain)) && is_alike() != Some(true)
        });
        all - waiting.len()
    }
}

/// That nothing was drawn.
pub(super) fn none_drawn() -> Diagnostic {
    Diagnostic::error(Place::file(STUDY_FILE), msg!("audit-none-drawn"))
}
