//! How far the audit of a study is read, for commands that say so.

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

/// That nothing was drawn.
pub(super) fn none_drawn() -> Diagnostic {
    Diagnostic::error(Place::file(STUDY_FILE), msg!("audit-none-drawn"))
}
