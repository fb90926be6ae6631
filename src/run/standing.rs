//! How far the audit of a study is read, for commands that say so.

use std::collections::BTreeSet;

use crate::audit::{Audit, Standing};
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{STUDY_FILE, Study};
use crate::survey::Input;
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
/// others decide would be read by nobody. What readers differ on is for anybody to settle.
pub(super) struct LeftToReaders(BTreeSet<(String, &'static str)>);

impl LeftToReaders {
    /// Of an audit, where there is one.
    pub(super) fn new(standing: Option<&Standing>) -> Self {
        let waiting = standing.iter().flat_map(|own| &own.waiting).filter(|own| !own.unsettled);
        Self(waiting.map(|own| (own.id.clone(), own.domain)).collect())
    }

    /// Takes them out of what waits; gives how many they were.
    pub(super) fn leave_out<W>(&self, waiting: &mut Vec<W>, key: impl Fn(&W) -> (&str, &'static str)) -> usize {
        let all = waiting.len();
        waiting.retain(|own| {
            let (unit, domain) = key(own);
            !self.0.contains(&(unit.to_owned(), domain))
        });
        all - waiting.len()
    }
}

/// That nothing was drawn.
pub(super) fn none_drawn() -> Diagnostic {
    Diagnostic::error(Place::file(STUDY_FILE), msg!("audit-none-drawn"))
}
