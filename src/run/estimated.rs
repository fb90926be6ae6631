//! What an audit says in a run: which suggestions are accepted, and, where the study asks for them, estimates in place of what was counted.

use super::job::Job;
use crate::audit::promise::{Promise, promise};
use crate::audit::{Audit, Joined, Standing, main_codes};
use crate::codebook::{Codebook, Domain};
use crate::coding::{Codings, Source};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::learning::declared::Thresholds;
use crate::ledger::{Estimates, Ledger, SourceCount};
use crate::money::Amount;
use crate::msg;
use crate::study::{AUDIT, CodesFrom, STUDY_FILE, Study};
use crate::wording::{Arg, Message, all_of, around, joined as one_after_the_other};

impl Job<'_> {
    /// The audit of a study; what is wrong with its files is reported.
    pub(super) fn audit(&mut self, study: &Study, book: &Codebook, codings: &Codings) -> Option<Audit> {
        let audit = Audit::load(study, book, &codings.log);
        let audit = audit.map_err(|wrong| self.messages.extend(wrong)).ok().flatten()?;
        for (domain, codes) in audit.unknown.iter().filter(|(_, codes)| !codes.is_empty()) {
            let codes = one_after_the_other(codes.iter().map(|code| shown(code)), ", ");
            let message = msg!("audit-codes-gone", domain = domain.word(), codes);
            self.messages.push(Diagnostic::warning(Place::file(AUDIT), message));
        }
        Some(audit)
    }

    /// Says what stands in the way of estimates, where they are asked for, and from which probability suggestions are accepted.
    pub(super) fn audited(
        &mut self,
        choice: CodesFrom,
        study: &Study,
        book: &Codebook,
        joined: Option<&Joined<'_>>,
    ) -> Option<Thresholds> {
        let is_asked = choice == CodesFrom::Estimated;
        let Some(joined) = joined else {
            // What is wrong with its files has been told.
            if is_asked && study.audit.draws == 0 && !self.messages.has_errors() {
                self.messages.push(Diagnostic::error(Place::file(STUDY_FILE), msg!("no-audit")));
            }
            return None;
        };
        let standing = joined.standing();
        if standing.is_of_others() {
            let message = msg!("audit-of-others", there = standing.there, frozen = standing.frozen);
            self.messages.push(Diagnostic::warning(Place::file(AUDIT), message));
        }
        if is_asked {
            report(&standing, study.draft, &mut self.messages);
        }
        if !standing.is_read() {
            return None;
        }
        let (model, promises) = (joined.audit().model()?.to_owned(), promises(joined, book));
        let told = promises.iter().map(|(domain, own)| accepted_from(*domain, own)).collect();
        let from = promises.into_iter().map(|(domain, own)| (domain, own.kept.map(|kept| kept.threshold)));
        Some(Thresholds { model, from: from.collect(), told })
    }
}

/// By domain, from which probability suggestions keep what the model promises; nothing where no suggestions were frozen.
pub(super) fn promises(joined: &Joined<'_>, book: &Codebook) -> Vec<(Domain, Promise)> {
    let Some(target) = joined.audit().promise().filter(|_| joined.audit().model().is_some()) else { return Vec::new() };
    let frames = joined.frames(book);
    frames.iter().map(|own| (own.domain, promise(own, &main_codes(book, own.domain), target))).collect()
}

/// From which probability suggestions are accepted, and what that rests on.
fn accepted_from(domain: Domain, own: &Promise) -> Diagnostic {
    let percent = |share: f64| Arg::written(|language| language.in_message(&language.percent_near(share, 1)));
    let (domain, target) = (Arg::written(|language| domain.label(language).to_lowercase()), percent(own.target));
    let message = match own.kept {
        Some(kept) => {
            let from = Arg::written(|language| language.in_message(&language.decimal(kept.threshold, 3)));
            let lower = percent(kept.lower);
            msg!("audit-accepted-from", domain, from, read = kept.read, wrong = kept.wrong, lower, target)
        }
        None => msg!("audit-accepts-nothing", domain, target),
    };
    Diagnostic::notice(Place::file(AUDIT), message)
}

/// Tells of what has to be read or drawn before anything can be estimated.
pub(super) fn report(standing: &Standing, is_draft: bool, messages: &mut Diagnostics) {
    let level = if is_draft { Diagnostic::warning } else { Diagnostic::error };
    let amount = |funds: Option<Amount>| around(" (", funds, ")");
    let mut tell = |message: Message| messages.push(level(Place::file(AUDIT), message));
    let ((unread, unsettled), sample) = (standing.waits(), standing.sample.number);
    if unread.number > 0 {
        tell(msg!("audit-not-read", count = unread.number, sample, funds = amount(unread.funds)));
    }
    if unsettled.number > 0 {
        tell(msg!("audit-not-settled", count = unsettled.number, sample, funds = amount(unsettled.funds)));
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
    match joined.standing().is_read() {
        true => crate::audit::estimates(&joined.frames(book), ledger),
        false => Estimates::default(),
    }
}

/// Names the domains whose numbers are counted though a run has estimates.
pub(super) fn not_audited(ledger: &Ledger) -> Option<Diagnostic> {
    let own = ledger.not_audited();
    if own.is_empty() {
        return None;
    }
    let of_machine = |count: &&SourceCount| {
        own.contains(&count.domain) && [Source::Rules, Source::Suggestions].contains(&count.source)
    };
    let count: usize = ledger.sources().filter(of_machine).map(|count| count.codings).sum();
    let domains: Vec<Domain> = own.iter().copied().collect();
    let domains = domains.into_iter().map(|own| Arg::written(move |language| own.label(language).to_lowercase()));
    Some(Diagnostic::notice(Place::file(AUDIT), msg!("domains-not-audited", domains = all_of(domains), count)))
}
