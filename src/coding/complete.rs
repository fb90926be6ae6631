//! Whether the final sheet is complete: every intervention has a row, what coders differ on is settled, no column is blank.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::Listed;
use super::{Sheet, Sheets};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::Change;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::Blank;
use crate::survey::{Input, Unit};
use crate::wording::{Arg, Message, joined};

/// The final sheet, beside the coders' own.
pub(super) struct Final<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) coders: &'a BTreeMap<String, Sheets>,
    pub(super) input: &'a Input,
    /// Whether a gap in the codes stops a run; the study may allow drafts, or rules may fill it.
    pub(super) stops: bool,
}

/// What coders say of an intervention in a domain that the final sheet leaves blank.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coders {
    /// They do not differ, or fewer than two say anything.
    Settled,
    /// They differ, and everyone gives a code.
    Open,
    /// They differ, and someone says that nothing fits.
    OpenOrNone,
}

impl<'a> Final<'a> {
    /// The units that the sheet is about: those of its kind, as far as they answered something that it codes.
    fn units(&self) -> impl Iterator<Item = &'a Unit> {
        let sheet = self.sheet;
        let is_coded = |unit: &Unit| {
            unit.kind == UnitKind::Intervention
                || sheet.columns.keys().any(|domain| !super::rules::text(unit, *domain).is_empty())
        };
        self.input.units().filter(move |unit| unit.kind == sheet.unit && is_coded(unit))
    }

    /// The units with a row.
    fn coded(&self) -> impl Iterator<Item = &'a Unit> {
        let sheet = self.sheet;
        self.units().filter(|unit| sheet.coded.contains(&*unit.id))
    }

    /// Tells of interventions without a row.
    pub(super) fn report_missing(&self, messages: &mut Diagnostics) {
        // A sheet without any row has been reported.
        if self.sheet.rows.is_empty() {
            return;
        }
        let mut missing = Listed::default();
        let told = self.sheet.bound.as_ref().map(super::Bound::told_of).unwrap_or_default();
        let has_row = |unit: &&Unit| self.sheet.coded.contains(&*unit.id) && !self.is_open(unit);
        let uncoded = self.units().filter(|unit| !has_row(unit) && !told.contains(&*unit.id));
        let rows: BTreeSet<&str> = self.sheet.ids().collect();
        let (of_others, without): (Vec<&Unit>, Vec<&Unit>) = uncoded.partition(|unit| rows.contains(&*unit.id));
        without.into_iter().for_each(|intervention| missing.add(intervention, None));
        self.report_rows_of_others(&of_others, messages);
        if missing.count() == 0 {
            return;
        }
        let (count, funds, names) = missing.told();
        let mut message =
            self.gap(msg!("interventions-without-row", unit = self.sheet.unit.word(), count, funds, names));
        // An id that could not be met is told where it stands; its intervention lacks a row for that reason.
        message.follows = messages.has_errors();
        messages.push(message);
    }

    /// Tells of interventions whose rows have codes that were given to what stands elsewhere now, or nowhere.
    fn report_rows_of_others(&self, units: &[&Unit], messages: &mut Diagnostics) {
        let mut listed = Listed::default();
        units.iter().for_each(|unit| listed.add(unit, None));
        if listed.count() > 0 {
            let (count, funds, names) = listed.told();
            messages.push(self.gap(msg!("rows-of-other-texts", count, funds, names)));
        }
    }

    /// Whether something of a unit was decided, but not all, and no row says the rest.
    fn is_open(&self, unit: &Unit) -> bool {
        let is_said = |domain: &Domain| domain.is_optional() || self.sheet.said(&unit.id, *domain).is_some();
        self.sheet.without_row.contains(&*unit.id) && !self.sheet.columns.keys().all(is_said)
    }

    /// Tells of domains of interventions that the sheet has no column for, although it alone says which codes count: nothing has
    /// a code there. An open question without a column has the best codes there are.
    pub(super) fn report_uncovered(&self, book: &Codebook, messages: &mut Diagnostics) {
        // A sheet without any row has been reported, and a column that is not there where it is declared.
        if self.sheet.rows.is_empty() || self.sheet.unit != UnitKind::Intervention || messages.has_errors() {
            return;
        }
        let is_lost = |domain: &Domain| {
            !domain.is_optional() && !book.codes(*domain).is_empty() && !self.sheet.columns.contains_key(domain)
        };
        let lost: Vec<Domain> = book.domains_of(self.sheet.unit).filter(is_lost).collect();
        let has_text = |unit: &Unit, domain: Domain| !super::rules::text(unit, domain).trim().is_empty();
        let mut without = Listed::default();
        let said: BTreeSet<Domain> = self
            .units()
            .flat_map(|unit| {
                let own: Vec<Domain> = lost.iter().copied().filter(|domain| has_text(unit, *domain)).collect();
                if !own.is_empty() {
                    without.add(unit, None);
                }
                own
            })
            .collect();
        if said.is_empty() {
            return;
        }
        let domains = joined(said.into_iter().map(Domain::word), ", ");
        let (count, funds) = (without.count(), without.with_funds());
        let message = msg!("domains-without-column", domains, count, funds);
        messages.push(Diagnostic::notice(self.sheet.place.clone(), message));
    }

    /// Reports codings that coders differ on and that the sheet leaves blank.
    pub(super) fn report_unsettled(&self, messages: &mut Diagnostics) {
        let mut open = Listed::default();
        for domain in self.sheet.columns.keys() {
            for intervention in self.unsettled(*domain) {
                open.add(intervention, Some(domain.word()));
            }
        }
        if open.count() == 0 {
            return;
        }
        let settle = match &self.sheet.none {
            Some(none) => msg!("settle-or-write-none", none = shown(none)),
            None => msg!("settle-or-declare-none"),
        };
        let (count, funds, names) = open.told();
        let message = msg!("codings-unsettled", count, funds, names, settle);
        messages.push(self.gap(message));
    }

    /// Reports cells in which a code has a mark of doubt.
    pub(super) fn report_doubted(&self, messages: &mut Diagnostics) {
        let mut doubted = Listed::default();
        for domain in self.sheet.columns.keys() {
            let is_open = |unit: &Unit| self.sheet.said(&unit.id, *domain).is_none();
            let has_mark = |unit: &&Unit| self.sheet.doubted.contains(&(unit.id.to_string(), *domain)) && is_open(unit);
            self.coded().filter(has_mark).for_each(|unit| doubted.add(unit, Some(domain.word())));
        }
        if doubted.count() > 0 {
            let (count, funds, names) = doubted.told();
            messages.push(self.gap(msg!("codes-doubted", count, funds, names)));
        }
    }

    /// Which codings coders differ on and the sheet leaves blank.
    pub(super) fn left_open(&self) -> BTreeSet<(String, Domain)> {
        let of_domain = |domain: &Domain| {
            let domain = *domain;
            self.unsettled(domain).into_iter().map(move |unit| (unit.id.to_string(), domain))
        };
        self.sheet.columns.keys().flat_map(of_domain).collect()
    }

    /// The interventions whose codes in a domain are not settled. Where a coder says that nothing fits, a blank cell may say
    /// so, too: not where the sheet is one that `insats agreement` wrote or has a word for that, and not where whatever coders
    /// differ on is blank.
    fn unsettled(&self, domain: Domain) -> Vec<&'a Unit> {
        let differ: Vec<_> =
            self.coded().map(|i| (i, self.blank(i, domain))).filter(|(_, b)| *b != Coders::Settled).collect();
        let is_blank = |i: &Unit| self.is_blank(i, domain);
        let none_is_written = self.sheet.blank == Blank::NotCoded || self.is_adjudication(domain);
        let all_blank = differ.iter().all(|(i, _)| is_blank(i));
        let open = |(_, blank): &(&Unit, Coders)| *blank == Coders::Open || none_is_written || all_blank;
        differ.into_iter().filter(|(i, _)| is_blank(i)).filter(open).map(|(i, _)| i).collect()
    }

    /// Whether nothing stands there.
    fn is_blank(&self, intervention: &Unit, domain: Domain) -> bool {
        let key = || (intervention.id.to_string(), domain);
        let faulty = || self.sheet.faulty.contains(&key()) || self.sheet.doubted.contains(&key());
        let (id, sheet) = (&*intervention.id, self.sheet);
        let decided =
            || sheet.is_by_decision(id, domain) || sheet.is_by_coders(id, domain) || sheet.is_unsettled(id, domain);
        let says_nothing = self.sheet.of(&intervention.id, domain).is_empty() && !self.says_none(intervention, domain);
        says_nothing && !faulty() && !decided()
    }

    /// Whether the word for none stands there.
    fn says_none(&self, intervention: &Unit, domain: Domain) -> bool {
        self.sheet.none.is_some() && self.sheet.said(&intervention.id, domain).is_some_and(<[String]>::is_empty)
    }

    /// Whether the sheet has the coders' own codes to the right, as `insats agreement` writes them.
    fn is_adjudication(&self, domain: Domain) -> bool {
        let beside = |coder: &String| self.sheet.header.contains(&format!("{domain} ({coder})"));
        self.coders.keys().any(beside)
    }

    fn blank(&self, intervention: &Unit, domain: Domain) -> Coders {
        let sheets = self.coders.values().filter(|sheet| sheet.uses(domain));
        let given: Vec<_> = sheets.filter_map(|sheet| sheet.said(&intervention.id, domain)).collect();
        let differ = given.iter().any(|codes| given.first() != Some(codes));
        match differ {
            false => Coders::Settled,
            true if given.iter().any(|codes| codes.is_empty()) => Coders::OpenOrNone,
            true => Coders::Open,
        }
    }

    /// Warns of rows and columns without a code, and of blank cells that are not coded.
    pub(super) fn report_blank(&self, messages: &mut Diagnostics) {
        let domains = || self.sheet.columns.keys().copied().filter(|domain| !domain.is_optional());
        // What is not settled has been told, and blank cells that are not coded are told one by one.
        let unsettled = self.left_open();
        let waiting: BTreeSet<&str> = unsettled.iter().map(|(id, _)| id.as_str()).collect();
        let by_cell = self.sheet.blank == Blank::NotCoded;
        self.report_doubted(messages);
        let mut rows = Listed::default();
        for intervention in self.coded().filter(|_| domains().next().is_some()) {
            let blank = || self.sheet.columns.keys().all(|domain| self.is_blank(intervention, *domain));
            if !by_cell && blank() && !waiting.contains(&*intervention.id) {
                rows.add(intervention, None);
            }
        }
        let columns: Vec<Diagnostic> = domains().filter_map(|domain| self.of_blank_column(domain)).collect();
        // Where no column has a code, no row has one either.
        let told = !columns.is_empty() && !domains().any(|domain| self.sheet.uses(domain));
        if rows.count() > 0 && !told {
            let (count, funds, names) = (rows.count(), rows.with_funds(), rows.names());
            messages.push(self.warning(msg!("rows-without-code", unit = self.sheet.unit.word(), count, funds, names)));
        }
        messages.push_all(&columns);
        if by_cell {
            let mut cells = Listed::default();
            for intervention in self.coded().filter(|unit| !self.sheet.without_row.contains(&*unit.id)) {
                let told = |domain: &Domain| (intervention.id.to_string(), *domain);
                let is_open = |domain: &Domain| {
                    unsettled.contains(&told(domain))
                        || self.sheet.doubted.contains(&told(domain))
                        || self.sheet.is_unsettled(&intervention.id, *domain)
                };
                let waits = |domain: &Domain| {
                    let bound = self.sheet.bound.as_ref();
                    bound.and_then(|bound| bound.change(&intervention.id, *domain)).is_some_and(Change::waits)
                };
                let is_blank = |domain: &Domain| {
                    self.sheet.said(&intervention.id, *domain).is_none() && !is_open(domain) && !waits(domain)
                };
                let blank = domains().filter(is_blank);
                blank.for_each(|domain| cells.add(intervention, Some(domain.word())));
            }
            if cells.count() > 0 {
                let (count, funds, names) = cells.told();
                let none: Arg = match &self.sheet.none {
                    Some(none) => shown(none).into(),
                    None => msg!("some-word-for-none").into(),
                };
                messages.push(self.gap(msg!("cells-blank", count, funds, names, none)));
            }
        }
    }

    /// What is missing from the codes that count.
    fn gap(&self, message: Message) -> Diagnostic {
        let diagnostic = if self.stops { Diagnostic::error } else { Diagnostic::warning };
        diagnostic(self.sheet.place.clone(), message)
    }

    /// A warning about the sheet as a whole.
    fn warning(&self, message: Message) -> Diagnostic {
        Diagnostic::warning(self.sheet.place.clone(), message)
    }

    /// A column without a code, although several interventions have a text there.
    fn of_blank_column(&self, domain: Domain) -> Option<Diagnostic> {
        const FEW: usize = 3;
        let name = shown(self.sheet.columns.get(&domain)?);
        if self.sheet.uses(domain) {
            return None;
        }
        let mut texts = Listed::default();
        self.coded().filter(|i| !super::rules::text(i, domain).trim().is_empty()).for_each(|i| texts.add(i, None));
        let (count, rows) = (texts.count(), self.coded().count());
        if count == 0 && rows >= FEW && self.sheet.columns.keys().any(|other| self.sheet.uses(*other)) {
            // The exports have no text for the domain.
            let message = msg!("code-column-blank", rows, column = name, domain = domain.word());
            return Some(self.warning(message));
        }
        let message = msg!(
            "code-column-blank-beside-texts",
            unit = self.sheet.unit.word(),
            column = name,
            count,
            funds = texts.with_funds()
        );
        (count >= FEW).then(|| self.warning(message))
    }
}

/// Warns of coders whose sheets say the same of the same interventions, everywhere: one of them is a copy.
pub(super) fn report_same(coders: &BTreeMap<String, Sheets>, messages: &mut Diagnostics) {
    /// By chance, so many codings are never all alike; two may be.
    const MANY: usize = 8;
    const FEW: usize = 2;
    let all: Vec<(&String, &Sheet)> =
        coders.iter().flat_map(|(coder, sheets)| sheets.iter().map(move |sheet| (coder, sheet))).collect();
    for (at, (name, sheet)) in all.iter().enumerate() {
        let same = |(_, other): &&(&String, &Sheet)| sheet.codes == other.codes && sheet.coded == other.coded;
        let Some((other_name, other)) = all[..at].iter().find(same) else { continue };
        let codings = sheet.codes.len();
        let diagnostic = match codings {
            MANY.. => Diagnostic::warning,
            FEW.. => Diagnostic::notice,
            _ => continue,
        };
        let (coder, first, file) = (shown(name), shown(other_name), &*other.place.file);
        let message = msg!("coding-sheets-the-same", coder, first, file, codings);
        messages.push(diagnostic(sheet.place.clone(), message));
    }
}
