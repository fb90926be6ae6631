//! The codes that count where people code here: what coders gave, laid into the final sheet where nothing else decides.
//!
//! What everybody gave to whom an answer was assigned, and nobody contradicts, is final; what coders differ on is unsettled until
//! somebody decides; what one of them has not coded yet waits. An answer that was assigned to nobody needs one coder. In a domain that
//! need not have a code, whoever has coded all else of an answer, and uses the domain, has seen nothing there.

use super::sheet::Sheet;
use super::telling::Listed;
use super::{Codings, Sheets};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::Change;
use crate::decisions::log::{Assignments, Log};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::msg;
use crate::study::CodesFrom;
use crate::survey::{Input, Unit};

/// What coders gave an answer in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nobody has coded it, or somebody has yet to.
    Waits,
    /// All said the same; `unsure` where one of them was not sure.
    Same {
        /// The codes, in the order of the codebook; none of them where nothing fits.
        codes: Vec<String>,
        /// Whether somebody was not sure.
        unsure: bool,
    },
    /// They differ.
    Different,
}

/// What those who code here gave a unit in a domain. Sheets of coders who only have a file count beside somebody who codes here.
fn given(codings: &Codings, (book, assignments): (&Codebook, &Assignments), unit: &Unit, domain: Domain) -> Given {
    let id = &*unit.id;
    let lines = || codings.coders.values().filter_map(|sheets| sheets.decision(id, domain));
    let is_asked = |sheets: &Sheets| !domain.is_optional() || sheets.uses(domain);
    let assigned = || assignments.coders(id).map(|coder| codings.coders.get(coder));
    // Whoever has coded nothing yet is asked in every domain that has to have a code, and in no other.
    let asked = assigned().filter(|sheets| sheets.map_or(!domain.is_optional(), is_asked));
    let said = |sheets: &Sheets| sheets.said(id, domain).map(<[String]>::to_vec);
    let mut all: Vec<Vec<String>> = codings.coders.values().filter_map(said).collect();
    for sheets in asked {
        match sheets.filter(|sheets| said(sheets).is_some() || leaves_blank(sheets, unit, domain, book)) {
            Some(sheets) if said(sheets).is_none() => all.push(Vec::new()),
            Some(_) => {}
            None => return Given::Waits,
        }
    }
    let Some(codes) = all.first().filter(|_| lines().next().is_some()) else { return Given::Waits };
    match all.iter().all(|own| own == codes) {
        true => Given::Same { codes: codes.clone(), unsure: lines().any(|line| is_unsure(&codings.log, line)) },
        false => Given::Different,
    }
}

/// Whether a coder saw nothing to code in a domain that need not have a code: everything else of the unit is coded.
fn leaves_blank(sheets: &Sheets, unit: &Unit, domain: Domain, book: &Codebook) -> bool {
    let mut others = super::rules::domains_of(book, unit).filter(|own| !own.is_optional()).peekable();
    domain.is_optional() && others.peek().is_some() && others.all(|own| sheets.said(&unit.id, own).is_some())
}

fn is_unsure(log: &Log, line: crate::decisions::log::LineId) -> bool {
    log.decision(line).is_some_and(|decision| decision.unsure)
}

/// Lays what coders gave into the final sheets.
pub(super) fn fill(codings: &mut Codings, book: &Codebook, input: &Input) {
    let assignments = codings.log.assignments();
    for kind in UnitKind::ALL {
        let units: Vec<&Unit> = input.units().filter(|unit| unit.kind == kind).collect();
        let has_lines = |sheets: &Sheets| sheets.of_kind(kind).is_some_and(|sheet| !sheet.by_decision.is_empty());
        if !codings.coders.values().any(has_lines) && !units.iter().any(|unit| assignments.has(&unit.id)) {
            continue;
        }
        let domains: Vec<Domain> = book.domains_of(kind).filter(|domain| !book.codes(*domain).is_empty()).collect();
        let mut found = Vec::new();
        for unit in units {
            let open = |domain: &&Domain| {
                codings.finals.said(&unit.id, **domain).is_none() && !codings.finals.is_unsettled(&unit.id, **domain)
            };
            let of = |domain: &Domain| (unit, *domain, given(codings, (book, &assignments), unit, *domain));
            found.extend(domains.iter().filter(open).map(of));
        }
        let sheet = codings.finals.of_kind_or_new(kind);
        sheet.coded_here = true;
        found.into_iter().for_each(|(unit, domain, given)| sheet.lay(unit, domain, given));
        let by_coders = &sheet.by_coders;
        let is_coded = |id: &str, domain| by_coders.contains(&(id.to_owned(), domain));
        sheet.bound.iter_mut().for_each(|bound| bound.leave_out_doubled(is_coded));
    }
}

impl Sheet {
    /// Whether what counts of a unit in a domain is what those gave it who code here.
    pub(super) fn is_by_coders(&self, unit: &str, domain: Domain) -> bool {
        !self.by_coders.is_empty() && self.by_coders.contains(&(unit.to_owned(), domain))
    }

    /// Lays what coders gave over what does not say anything.
    fn lay(&mut self, unit: &Unit, domain: Domain, given: Given) {
        let key = (unit.id.to_string(), domain);
        let codes = match given {
            Given::Waits => return,
            Given::Different => {
                self.differing.insert(key);
                return;
            }
            Given::Same { codes, .. } => codes,
        };
        self.used.insert(domain);
        if !self.undeclared && self.coded.insert(key.0.clone()) {
            self.without_row.insert(key.0.clone());
            // There is no row whose other cells would say that nothing fits.
            self.undecided.extend(self.columns.keys().map(|domain| (key.0.clone(), *domain)));
        }
        if !codes.is_empty() {
            self.codes.insert(key.clone(), codes);
        }
        self.by_coders.insert(key);
    }

    /// Whether nobody has coded what should have a code, and nothing else tells so.
    fn waits(&self, unit: &Unit, domain: Domain, codings: &Codings) -> bool {
        let is_open = self.said(&unit.id, domain).is_none() && !self.is_unsettled(&unit.id, domain);
        !domain.is_optional() && is_open && !self.is_told(unit, domain, codings)
    }

    /// Whether something else tells that a coding is missing: the row of a sheet, or what became of the text.
    fn is_told(&self, unit: &Unit, domain: Domain, codings: &Codings) -> bool {
        let id = &*unit.id;
        let waits =
            |sheet: &Sheet| sheet.bound.as_ref().and_then(|bound| bound.change(id, domain)).is_some_and(Change::waits);
        let of_sheet = !self.undeclared && !self.without_row.contains(id);
        of_sheet || waits(self) || codings.coders.values().filter_map(|own| own.of_kind(self.unit)).any(waits)
    }
}

/// Tells of what coders differ on, of what waits for them where nothing else gives it codes, and of what they were not sure of.
pub(super) fn report(
    codings: &Codings,
    sheet: &Sheet,
    (choice, input, book): (CodesFrom, &Input, &Codebook),
    messages: &mut Diagnostics,
) {
    if !sheet.coded_here || choice == CodesFrom::Rules {
        return;
    }
    let assignments = codings.log.assignments();
    let (mut waiting, mut differing, mut unsure) = (Listed::default(), Listed::default(), Listed::default());
    for unit in input.units().filter(|unit| unit.kind == sheet.unit) {
        for domain in super::rules::domains_of(book, unit).filter(|domain| !book.codes(*domain).is_empty()) {
            let (id, word) = (&*unit.id, Some(domain.word()));
            let listed = if sheet.differing.contains(&(id.to_owned(), domain)) {
                &mut differing
            } else if sheet.is_by_coders(id, domain) {
                match given(codings, (book, &assignments), unit, domain) {
                    Given::Same { unsure: true, .. } => &mut unsure,
                    _ => continue,
                }
            } else if sheet.waits(unit, domain, codings) {
                &mut waiting
            } else {
                continue;
            };
            listed.add(unit, word);
        }
    }
    let gap = if codings.gaps_stop { Diagnostic::error } else { Diagnostic::warning };
    let mut tell = |listed: Listed, diagnostic: fn(_, _) -> Diagnostic, message: fn(usize, _, _) -> _| {
        let (count, funds, names) = listed.told();
        if count > 0 {
            messages.push(diagnostic(sheet.place.clone(), message(count, funds, names)));
        }
    };
    let waiting = if choice == CodesFrom::Final { waiting } else { Listed::default() };
    tell(differing, gap, |count, funds, names| msg!("coders-differ", count, funds, names));
    tell(waiting, gap, |count, funds, names| msg!("codings-wait", count, funds, names));
    tell(unsure, Diagnostic::notice, |count, funds, names| msg!("coders-unsure", count, funds, names));
}
