//! A filled-in workbook is taken row by row: whose the row is, what of it is new, and what stands on it that cannot be kept.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::read::{Filled, New, Reader, is_same, same_codes};
use super::row::{Doubt, LANGUAGES, Row, Sheet, memo_of};
use super::said::{self, Said};
use super::told::Told;
use crate::codebook::Domain;
use crate::coding::listed;
use crate::decisions::Fingerprint;
use crate::decisions::log::Decision;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, did_you_mean, shown};
use crate::msg;
use crate::read::{Cell, Grid, plain, tidy};
use crate::survey::{Columns, Unit};
use crate::wording::{Message, all_of};

impl Reader<'_> {
    /// What the sheets of a file say; `coder` is whose it has to be, where that is known. All that is wrong is reported; nothing is to
    /// be kept then.
    pub fn read(&self, grids: &[Grid], coder: Option<&str>, file: &str, messages: &mut Diagnostics) -> Option<Filled> {
        let own: Vec<&Grid> = grids.iter().filter(|grid| Sheet::is(grid, self.material.book)).collect();
        if own.is_empty() {
            messages.push(Diagnostic::error(Place::file(file), msg!("sheet-not-ours")));
            return None;
        }
        let book = self.material.book;
        let sheets = own.iter().filter_map(|grid| Sheet::find(grid, book, self.texts(), messages));
        let sheets: Vec<Sheet<'_>> = sheets.collect();
        let rows: Vec<Row<'_>> = sheets.iter().flat_map(Sheet::rows).collect();
        let coder = self.whose(&rows, coder, file, messages)?;
        let currency = self.material.weighting.money.map(|money| money.currency());
        let added = sheets.iter().any(|sheet| sheet.has_more(book, currency))
            || grids.iter().any(|grid| !grid.is_blank() && !Sheet::is(grid, book) && !is_beside(grid));
        let written = rows.iter().flat_map(|row| {
            let of =
                |(domain, _, read): (Domain, usize, usize)| ((domain, row.id()), tidy(row.cell(read)).parse().ok());
            row.filled().map(of).collect::<Vec<_>>()
        });
        let mut taking = Taking {
            reader: self,
            filled: Filled { coder, added, ..Filled::default() },
            told: Told::default(),
            written: written.collect(),
            apart: BTreeSet::new(),
            seen: BTreeMap::new(),
            met: BTreeSet::new(),
        };
        rows.iter().for_each(|row| taking.row(*row, messages));
        taking.missing();
        let Taking { filled, told, .. } = taking;
        told.report(&own.first().map(|grid| grid.whole()).unwrap_or_default(), messages);
        Some(filled)
    }
}

/// A workbook that is being read.
pub(super) struct Taking<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    filled: Filled,
    pub(super) told: Told,
    /// What was said of units that were met, with its place.
    seen: BTreeMap<(String, Domain), (Place, Said)>,
    /// For which texts rows were written, by their ids.
    pub(super) written: BTreeMap<(Domain, String), Option<Fingerprint>>,
    /// Rows of which it was told that columns were sorted apart.
    pub(super) apart: BTreeSet<String>,
    /// The units that have a row.
    met: BTreeSet<String>,
}

impl Taking<'_, '_> {
    fn row(&mut self, row: Row<'_>, messages: &mut Diagnostics) {
        let id = row.id();
        let filled: Vec<_> = row.filled().collect();
        let Some(unit) = self.reader.units.get(id.as_str()).copied() else {
            if !filled.is_empty() {
                self.unknown(&row, &id, messages);
            }
            return;
        };
        let whose = self.reader.known(&row.coder());
        if !whose.is_empty() && whose != self.filled.coder {
            if !filled.is_empty() {
                let (id, whose, coder) = (shown(&id), shown(&whose), shown(&self.filled.coder));
                let message = msg!("sheet-row-of-other-coder", id, whose, coder);
                messages.push(Diagnostic::error(row.coder_place(), message));
            }
            return;
        }
        self.met.insert(id.clone());
        if !filled.is_empty() && !self.reader.assigned.may_code(&self.filled.coder, &id) {
            let others = all_of(self.reader.assigned.coders(&id).map(shown));
            let message = msg!("sheet-unit-of-others", id = shown(&id), coder = shown(&self.filled.coder), others);
            messages.push(Diagnostic::error(row.id_place(), message));
            return;
        }
        // Given out with suggestions, and drawn into the sample of an audit since.
        let is_new = |(domain, ..): &(Domain, usize, usize)| {
            self.reader.heads(&Reader::subject(&self.filled.coder, &id, *domain)).is_empty()
        };
        if self.reader.assigned.is_plain(&id) && row.is_suggested() && filled.iter().any(is_new) {
            self.told.suggested.add(&id, row.id_place());
            return;
        }
        self.codes(&row, unit, &filled, messages);
    }

    /// An id that no unit has.
    fn unknown(&mut self, row: &Row<'_>, id: &str, messages: &mut Diagnostics) {
        if id.is_empty() {
            messages.push(Diagnostic::error(row.id_place(), msg!("sheet-codes-without-id")));
        } else if self.reader.assigned.has(id) {
            self.told.gone.add(id, row.id_place());
        } else {
            let suggestion = did_you_mean(id, self.reader.units.keys().copied());
            let message = msg!("intervention-to-explain-unknown", id = shown(id), suggestion);
            messages.push(Diagnostic::error(row.id_place(), message));
        }
    }

    fn codes(&mut self, row: &Row<'_>, unit: &Unit, filled: &[(Domain, usize, usize)], messages: &mut Diagnostics) {
        let reader = self.reader;
        let Material { study, book, codings, .. } = reader.material;
        let domains: Vec<Domain> = reader.material.domains(unit).collect();
        let (doubt, after) = (row.doubt(book, messages), row.after());
        let subject = |domain: &Domain| Reader::subject(&self.filled.coder, &unit.id, *domain);
        let now: BTreeMap<Domain, Said> = domains
            .iter()
            .filter_map(|domain| Some((*domain, said::now(codings, &self.filled.coder, &unit.id, *domain)?)))
            .collect();
        let known = |domain: &Domain| {
            let lines = after.iter().filter_map(|line| line.parse().ok());
            Some((*domain, lines.filter_map(|line| reader.said(line, &subject(domain))).next_back()?))
        };
        let was: BTreeMap<Domain, Said> = domains.iter().filter_map(known).collect();
        let blank = domains.iter().filter(|domain| !filled.iter().any(|(own, ..)| own == *domain));
        for domain in blank {
            if was.contains_key(domain) && now.contains_key(domain) {
                self.told.blanked.add_of(&unit.id, *domain, row.id_place());
            }
        }
        self.remarks(row, filled, &doubt, (&was, &now));
        for (domain, codes, read) in filled {
            if !domains.contains(domain) {
                let message = msg!("sheet-domain-not-asked", id = shown(&unit.id), domain = domain.word());
                messages.push(Diagnostic::error(row.place(*codes), message));
                continue;
            }
            let place = row.place(*codes);
            if matches!(place.spot, Spot::Cell { merged: Some(_), .. }) {
                self.told.merged.add_of(&unit.id, *domain, place.clone());
            }
            let codebook = row.codebook();
            let renamed = match codebook.is_empty() {
                true => Some(BTreeMap::new()),
                false => reader.carrying.renamed(&codebook, domain.word()),
            };
            let cell = renamed.as_ref().map_or_else(|| row.cell(*codes).clone(), |own| carried(row.cell(*codes), own));
            // Of another codebook nobody knows what its codes are now; what the log has of them is no news.
            let mut unread = Diagnostics::new();
            let wrong = if renamed.is_some() { &mut *messages } else { &mut unread };
            let typed = listed::typed(&cell, &place, *domain, (study, book), wrong);
            let read = self.read(row, unit, *domain, *read, messages);
            let said = typed.map(|typed| Said {
                memo: memo_of(*domain, &row.memo(), &was, &now),
                unsure: typed.unsure || doubt.is_about(*domain),
                codes: typed.codes,
            });
            match (renamed, read, said) {
                (_, None, _) | (Some(_), _, None) => {}
                (None, Some(_), said) => self.foreign(codebook, (unit, *domain), said.as_ref(), place),
                (Some(renamed), Some(read), Some(said)) => {
                    if !renamed.is_empty() {
                        self.told.carried(codebook);
                    }
                    self.coding(row, (unit, *domain, place), said, read, (&was, &now, &after), messages);
                }
            }
        }
    }

    /// What stands on a row beside codes and belongs to none of them, so that it cannot be kept.
    fn remarks(
        &mut self,
        row: &Row<'_>,
        filled: &[(Domain, usize, usize)],
        doubt: &Doubt,
        (was, now): (&BTreeMap<Domain, Said>, &BTreeMap<Domain, Said>),
    ) {
        let is_filled = |domain: &Domain| filled.iter().any(|(own, ..)| own == domain);
        let memo = plain(&row.memo());
        let known = |said: &BTreeMap<Domain, Said>| plain(&said::memo(said)) == memo;
        let noted = filled.is_empty() && !memo.is_empty() && !known(was) && !known(now);
        let known = |said: &BTreeMap<Domain, Said>| {
            LANGUAGES.iter().any(|language| said::unsure(said, *language) == row.doubt_written())
        };
        let doubted = match doubt {
            Doubt::None => false,
            Doubt::All => filled.is_empty(),
            Doubt::Some(domains) => domains.iter().any(|own| !is_filled(own)),
        };
        if noted || (doubted && !known(was) && !known(now)) {
            self.filled.untaken += 1;
            self.told.untaken.add(&row.id(), row.remark_place());
        }
    }

    /// A coding by a codebook of which nobody said what became of its codes.
    fn foreign(&mut self, codebook: String, (unit, domain): (&Unit, Domain), said: Option<&Said>, place: Place) {
        let subject = Reader::subject(&self.filled.coder, &unit.id, domain);
        let lines = self.reader.history.get(&subject).into_iter().flatten();
        let own = lines.filter_map(|line| self.reader.material.codings.log.decision(*line));
        let is_same = |own: &Decision| {
            let logged = Said { codes: own.codes.clone(), memo: own.why.clone(), unsure: own.unsure };
            said.is_some_and(|said| is_same(&logged, said))
        };
        match own.filter(|own| own.codebook == codebook).any(is_same) {
            true => self.filled.same += 1,
            false => self.told.foreign(codebook, place),
        }
    }

    /// Keeps what a row says in a domain, where the log does not say it already.
    fn coding(
        &mut self,
        row: &Row<'_>,
        (unit, domain, place): (&Unit, Domain, Place),
        said: Said,
        read: Option<Fingerprint>,
        (was, now, after): (&BTreeMap<Domain, Said>, &BTreeMap<Domain, Said>, &BTreeSet<String>),
        messages: &mut Diagnostics,
    ) {
        let key = (unit.id.to_string(), domain);
        match self.seen.get(&key) {
            Some((_, other)) if is_same(other, &said) => return,
            Some((other, _)) => {
                let message = msg!("sheet-row-twice", id = shown(&unit.id), domain = domain.word(), other);
                messages.push(Diagnostic::error(row.id_place(), message));
                return;
            }
            None => drop(self.seen.insert(key.clone(), (place.clone(), said.clone()))),
        }
        let subject = Reader::subject(&self.filled.coder, &unit.id, domain);
        let (was, now) = (was.get(&domain), now.get(&domain));
        let heads = self.reader.heads(&subject);
        let all_known = heads.iter().all(|head| after.contains(&head.to_string()));
        let said_before = || {
            let lines = self.reader.history.get(&subject).into_iter().flatten();
            let other_codes = now.is_some_and(|now| !same_codes(&now.codes, &said.codes));
            lines
                .filter_map(|line| self.reader.said(*line, &subject))
                .any(|own| if other_codes { same_codes(&own.codes, &said.codes) } else { is_same(&own, &said) })
        };
        if now.is_some_and(|now| is_same(now, &said)) {
            self.filled.same += 1;
        } else if !all_known && was.is_some_and(|was| is_same(was, &said)) {
            // Nobody touched the cell; what was said since counts.
            self.told.newer.add_of(&unit.id, domain, place);
        } else if !all_known && now.is_some() && said_before() {
            self.told.older.add_of(&unit.id, domain, place);
        } else {
            let changed = now.is_some();
            self.filled.new.push(New { unit: key.0, domain, said, read, changed });
        }
    }

    /// Answers that the coder was given and that have no row.
    fn missing(&mut self) {
        let units = &self.reader.units;
        let own = self.reader.assigned.of(&self.filled.coder).filter(|id| units.contains_key(id));
        let missing = own.filter(|id| !self.met.contains(*id));
        missing.for_each(|id| self.told.missing.add(id, Place::default()));
    }
}

/// Whether a sheet is one of those behind the ones that are filled in: how that is done, or what codes mean.
fn is_beside(grid: &Grid) -> bool {
    let has = |name: fn() -> Message| LANGUAGES.iter().any(|language| Columns::has(grid, &name().text(*language)));
    has(|| msg!("sheet-how")) || (has(|| msg!("sheet-code")) && has(|| msg!("sheet-offered")))
}

/// A cell in which codes are called as they are now; `renamed` has those that were called otherwise when it was written.
fn carried(cell: &Cell, renamed: &BTreeMap<String, String>) -> Cell {
    if renamed.is_empty() {
        return cell.clone();
    }
    let text = cell.text();
    let one = |part: &str| {
        let (word, rest) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
        let bare = word.trim_end_matches(listed::is_doubt);
        let code = renamed.iter().find(|(code, _)| code.to_lowercase() == bare.to_lowercase());
        let doubted = part.ends_with(listed::is_doubt) || rest.trim_end().ends_with(listed::is_doubt);
        code.map_or_else(|| part.to_owned(), |(_, now)| if doubted { format!("{now}?") } else { now.clone() })
    };
    let parts = text.split([';', ',', '\n', '\r']).map(|part| one(part.trim()));
    Cell::of_text(&parts.collect::<Vec<_>>().join("; "))
}
