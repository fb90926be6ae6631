//! What a workbook says that a coder has filled in. Every row is held against the study as it is now: a row is taken only for the
//! text that it was written for, for the coder whose it is, and where nothing was said since that its coder did not know.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Material;
use super::row::{Row, Sheet, memo_of};
use super::said::{self, Said};
use super::told::Told;
use crate::codebook::Domain;
use crate::coding::listed;
use crate::decisions::log::{Assignments, Carrying, Line, LineId, Subject};
use crate::decisions::{Fingerprint, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::{Grid, tidy};
use crate::study::TextName;
use crate::survey::Unit;
use crate::wording::all_of;

/// What stands in place of a fingerprint where the answer was blank.
const BLANK: &str = "blank";

/// A coding that a workbook says and the log does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The unit's id.
    pub unit: String,
    /// The domain.
    pub domain: Domain,
    /// What was said.
    pub said: Said,
    /// What was read; `None` where it was blank.
    pub read: Option<Fingerprint>,
    /// Whether the coder had said something else.
    pub changed: bool,
}

/// What a workbook says.
#[derive(Debug, Default)]
pub struct Filled {
    /// Whose it is.
    pub coder: String,
    /// What is to be kept.
    pub new: Vec<New>,
    /// Codings that the log has already.
    pub same: usize,
    /// Cells without a code.
    pub blank: usize,
}

/// Reads workbooks of a study.
pub struct Reader<'a> {
    material: Material<'a>,
    units: BTreeMap<&'a str, &'a Unit>,
    assigned: Assignments,
    heads: BTreeMap<Subject, Vec<LineId>>,
    /// Every decision that was made, by what it is about.
    history: BTreeMap<Subject, Vec<LineId>>,
    carrying: Carrying,
    codebook: String,
    /// Which answers have a text.
    by_text: HashMap<(Domain, Fingerprint), Vec<&'a str>>,
}

impl<'a> Reader<'a> {
    /// For a study.
    pub fn new(material: Material<'a>) -> Self {
        let log = &material.codings.log;
        let codebook = Lock::new(material.book).codebook;
        let mut history: BTreeMap<Subject, Vec<LineId>> = BTreeMap::new();
        for (id, line) in log.history() {
            if let Line::Decision(decision) = line {
                history.entry(decision.into()).or_default().push(id);
            }
        }
        let mut by_text: HashMap<_, Vec<&str>> = HashMap::new();
        for unit in material.input.units() {
            for domain in material.domains(unit) {
                let text = Fingerprint::of(unit, domain).map(|text| (domain, text));
                text.into_iter().for_each(|text| by_text.entry(text).or_default().push(&unit.id));
            }
        }
        Self {
            units: material.units(),
            assigned: log.assignments(),
            heads: log.heads(),
            carrying: log.carrying(&codebook),
            history,
            codebook,
            by_text,
            material,
        }
    }

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
        let mut taking = Taking {
            reader: self,
            filled: Filled { coder, ..Filled::default() },
            told: Told::default(),
            seen: BTreeMap::new(),
            met: BTreeSet::new(),
        };
        rows.iter().for_each(|row| taking.row(*row, messages));
        taking.missing();
        let Taking { filled, told, .. } = taking;
        told.report(&own.first().map(|grid| grid.whole()).unwrap_or_default(), messages);
        Some(filled)
    }

    /// The texts that sheets may have.
    fn texts(&self) -> impl Iterator<Item = TextName> + use<'a> {
        let names: BTreeSet<TextName> = self
            .units
            .values()
            .flat_map(|unit| unit.texts.names().iter().copied())
            .filter(|own| !own.is_title())
            .collect();
        names.into_iter()
    }

    /// Whose workbook it is: the one who was named, else the one that most rows name.
    fn whose(&self, rows: &[Row<'_>], named: Option<&str>, file: &str, messages: &mut Diagnostics) -> Option<String> {
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        for coder in rows.iter().map(Row::coder).filter(|coder| !coder.is_empty()) {
            *by.entry(self.known(&coder)).or_default() += 1;
        }
        let most = by.iter().max_by_key(|(_, rows)| **rows).map(|(coder, _)| coder.clone());
        match (named.map(|named| self.known(named)), most) {
            (Some(named), Some(most)) if !by.contains_key(&named) => {
                let message = msg!("sheet-of-other-coder", coder = shown(&most), named = shown(&named));
                messages.push(Diagnostic::error(Place::file(file), message));
                None
            }
            (Some(named), _) => Some(named),
            (None, Some(most)) => Some(most),
            (None, None) => {
                messages.push(Diagnostic::error(Place::file(file), msg!("sheet-without-coder")));
                None
            }
        }
    }

    /// A coder's name as it was written when answers were divided.
    fn known(&self, name: &str) -> String {
        let same = |known: &&str| known.to_lowercase() == name.trim().to_lowercase();
        self.assigned.everybody().find(same).map_or_else(|| name.trim().to_owned(), str::to_owned)
    }

    fn subject(coder: &str, unit: &str, domain: Domain) -> Subject {
        Subject::of_coder(coder, unit, domain.word())
    }

    fn heads(&self, subject: &Subject) -> &[LineId] {
        self.heads.get(subject).map_or(&[], Vec::as_slice)
    }

    /// What a line said.
    fn said(&self, line: LineId, subject: &Subject) -> Option<Said> {
        let own = self.material.codings.log.decision(line)?;
        let codes = self.carrying.codes(own);
        (Subject::from(own) == *subject).then(|| Said { codes, memo: own.why.clone(), unsure: own.unsure })
    }
}

/// A workbook that is being read.
struct Taking<'r, 'a> {
    reader: &'r Reader<'a>,
    filled: Filled,
    told: Told,
    /// What was said of units that were met, with its place.
    seen: BTreeMap<(String, Domain), (Place, Vec<String>)>,
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
        if !row.codebook().is_empty() && row.codebook() != self.reader.codebook && !filled.is_empty() {
            self.told.other_codebook(row.codebook());
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
            self.filled.blank += 1;
            if was.contains_key(domain) && now.contains_key(domain) {
                self.told.blanked.add_of(&unit.id, *domain, row.id_place());
            }
        }
        for (domain, codes, read) in filled {
            if !domains.contains(domain) {
                let message = msg!("sheet-domain-not-asked", id = shown(&unit.id), domain = domain.word());
                messages.push(Diagnostic::error(row.place(*codes), message));
                continue;
            }
            let place = row.place(*codes);
            let typed = listed::typed(row.cell(*codes), &place, *domain, (study, book), messages);
            let read = self.read(row, unit, *domain, *read, messages);
            let (Some(typed), Some(read)) = (typed, read) else { continue };
            let memo = memo_of(*domain, &row.memo(), &was, &now);
            let unsure = typed.unsure || doubt.is_about(*domain);
            self.coding(
                row,
                (unit, *domain, place),
                Said { codes: typed.codes, memo, unsure },
                read,
                (&was, &now, &after),
                messages,
            );
        }
    }

    /// The text that a row was written for, where it is what the unit reads now; `None` where it is not, which is told.
    fn read(
        &mut self,
        row: &Row<'_>,
        unit: &Unit,
        domain: Domain,
        column: usize,
        messages: &mut Diagnostics,
    ) -> Option<Option<Fingerprint>> {
        let text = tidy(row.cell(column));
        let written = match text.to_lowercase().as_str() {
            "" => {
                let message = msg!("sheet-without-fingerprint", id = shown(&unit.id), domain = domain.word());
                messages.push(Diagnostic::error(row.place(column), message));
                return None;
            }
            BLANK => None,
            written => match written.parse::<Fingerprint>() {
                Ok(read) => Some(read),
                Err(()) => {
                    let message = msg!(
                        "fingerprint-unreadable",
                        value = shown(&text),
                        column = shown(&crate::coding::given_to::column(domain))
                    );
                    messages.push(Diagnostic::error(row.place(column), message));
                    return None;
                }
            },
        };
        // A column that was sorted without the others has the texts of other rows.
        let stands = row.reads(domain).filter(|stands| *stands != written).flatten();
        let of = stands.and_then(|stands| self.reader.by_text.get(&(domain, stands)));
        if let Some(other) = of.and_then(|of| of.first()) {
            let message = msg!("sheet-sorted-apart", id = shown(&unit.id), other = shown(other));
            messages.push(Diagnostic::error(row.id_place(), message));
            return None;
        }
        if Fingerprint::of(unit, domain) != written {
            self.told.changed.add_of(&unit.id, domain, row.place(column));
            return None;
        }
        Some(written)
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
            Some((_, codes)) if *codes == said.codes => return,
            Some((other, _)) => {
                let message = msg!("sheet-row-twice", id = shown(&unit.id), domain = domain.word(), other);
                messages.push(Diagnostic::error(row.id_place(), message));
                return;
            }
            None => drop(self.seen.insert(key.clone(), (place.clone(), said.codes.clone()))),
        }
        let subject = Reader::subject(&self.filled.coder, &unit.id, domain);
        let (was, now) = (was.get(&domain), now.get(&domain));
        let heads = self.reader.heads(&subject);
        let all_known = heads.iter().all(|head| after.contains(&head.to_string()));
        let said_before = || {
            let lines = self.reader.history.get(&subject).into_iter().flatten();
            lines.filter_map(|line| self.reader.said(*line, &subject)).any(|own| same_codes(&own.codes, &said.codes))
        };
        if now.is_some_and(|now| is_same(now, &said)) {
            self.filled.same += 1;
        } else if !all_known && was.is_some_and(|was| is_same(was, &said)) {
            // Nobody touched the cell; what was said since counts.
            self.told.newer.add_of(&unit.id, domain, place);
        } else if !all_known && now.is_some_and(|now| !same_codes(&now.codes, &said.codes)) && said_before() {
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

fn same_codes(one: &[String], other: &[String]) -> bool {
    one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
}

fn is_same(one: &Said, other: &Said) -> bool {
    same_codes(&one.codes, &other.codes) && one.memo.trim() == other.memo.trim() && one.unsure == other.unsure
}

/// Whether anything was filled in that no log has, or that cannot be told: such a workbook is not to be replaced.
pub fn is_collected(filled: Option<&Filled>, messages: &Diagnostics) -> bool {
    filled.is_some_and(|filled| filled.new.is_empty()) && !messages.has_errors()
}
