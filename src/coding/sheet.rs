//! Coding sheets: one row per intervention, or who answered an open question, one column per domain, several codes joined by a sign.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answerers::Answerers;
use super::beside;
use super::bound::Bound;
use super::cell::{self, Fault, Kind};
use super::given_to::GivenTo;
use super::uncounted::Uncounted;
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::Lock;
use crate::decisions::log::LineId;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, did_you_mean, shown};
use crate::msg;
use crate::read::{Files, Grid, plain};
use crate::study::{Blank, CodingSheet, DECISIONS, Declared};
use crate::survey::{Absent, Columns, Exclusion, Ids, difference, joined};
use crate::wording::{Language, Message};

/// One coding sheet as read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What its rows are about.
    pub unit: UnitKind,
    /// The interventions that have a row: an empty cell there says that nothing fits, or that nobody has
    /// coded it.
    pub coded: BTreeSet<String>,
    pub(super) codes: BTreeMap<(String, Domain), Vec<String>>,
    /// The columns of the domains, by the names that they are declared with.
    pub(super) columns: BTreeMap<Domain, String>,
    /// Domains in which anything is coded.
    pub(super) used: BTreeSet<Domain>,
    /// The codes that stand in its cells, for whatever texts.
    given: BTreeSet<(Domain, String)>,
    /// Blank cells of a sheet in which they are not coded, and what waits for a decision.
    pub(super) undecided: BTreeSet<(String, Domain)>,
    /// Cells with a mark of doubt behind a code: nobody has decided yet.
    pub(super) doubted: BTreeSet<(String, Domain)>,
    /// Cells with something that is no code.
    pub(super) faulty: BTreeSet<(String, Domain)>,
    /// The interventions in the order of the rows, each with the place of its id.
    pub(super) rows: Vec<(Spot, String)>,
    /// The sheet as a whole.
    pub(super) place: Place,
    /// All names of its columns, as `activity (A)` in a sheet that `insats agreement` wrote.
    pub(super) header: Vec<String>,
    /// The word that says that nothing fits.
    pub(super) none: Option<String>,
    /// What a blank cell says.
    pub(super) blank: Blank,
    /// Where they stand, counted from 0.
    pub(super) columns_at: BTreeMap<Domain, usize>,
    /// What counts as somebody decided it beside the sheet, with the line of the decision.
    pub(super) by_decision: BTreeMap<(String, Domain), LineId>,
    /// What was decided differently.
    pub(super) unsettled: BTreeSet<(String, Domain)>,
    /// Those of `coded` that have no row: something was decided of them.
    pub(super) without_row: BTreeSet<String>,
    /// Whether there is none: all was decided beside sheets.
    pub(super) undeclared: bool,
    /// Of a final sheet: what counts as those gave it who code here.
    pub(super) by_coders: BTreeSet<(String, Domain)>,
    /// Of a final sheet: what those who code here gave different codes.
    pub(super) differing: BTreeSet<(String, Domain)>,
    /// Of a final sheet: whether somebody codes here.
    pub(super) coded_here: bool,
    /// Whether it has a lock.
    pub locked: bool,
    /// What its codings were given to, where columns beside them say so.
    pub in_columns: Option<Lock>,
    /// What is to be said of rows of interventions that do not count, where their texts stand nowhere else.
    pub(super) excluded: Vec<(String, Diagnostic)>,
    /// What became of its codings since it was locked or decided; `None` where it has no lock, and nothing was decided.
    pub bound: Option<Bound>,
}

impl Sheet {
    /// A sheet that could not be read.
    pub(super) fn unread(unit: UnitKind) -> Self {
        Self { unit, ..Self::default() }
    }

    /// What was decided where there is no sheet.
    pub(super) fn of_decisions(unit: UnitKind, place: Option<Place>) -> Self {
        let place = place.unwrap_or_else(|| Place::file(DECISIONS));
        Self { place, undeclared: true, ..Self::unread(unit) }
    }

    /// The sheet of its workbook; empty where the file is one sheet.
    pub fn sheet_name(&self) -> &str {
        self.place.sheet.as_deref().unwrap_or_default()
    }

    /// The ids of its rows, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|(_, id)| id.as_str())
    }

    /// The domains that it has columns of.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.columns.keys().copied()
    }

    /// The codes that stand in its cells, also where nothing is left of the texts that they were given to.
    pub fn given(&self) -> impl Iterator<Item = (Domain, &str)> {
        self.given.iter().map(|(domain, code)| (*domain, code.as_str()))
    }

    /// The codes of an intervention in a domain, in the order of the codebook.
    pub fn of(&self, intervention: &str, domain: Domain) -> &[String] {
        self.codes.get(&(intervention.to_owned(), domain)).map_or(&[], Vec::as_slice)
    }

    /// The same where the sheet says something about it: it has a column and a row for it, and a blank cell says that nothing
    /// fits.
    pub fn said(&self, intervention: &str, domain: Domain) -> Option<&[String]> {
        if self.is_by_decision(intervention, domain) || self.is_by_coders(intervention, domain) {
            return Some(self.of(intervention, domain));
        }
        self.cell(intervention, domain)
    }

    /// Whether anything is coded in a domain: one whose column is missing or blank has not been coded.
    pub fn uses(&self, domain: Domain) -> bool {
        self.used.contains(&domain)
    }
}

/// What the rows of a sheet can be about.
pub(super) struct Known<'a> {
    /// Interventions.
    pub interventions: Ids<'a>,
    /// Who answered open questions.
    pub answerers: Answerers<'a>,
}

impl Known<'_> {
    /// Whether there is no intervention of an id, for no reason that is told elsewhere.
    fn is_gone(&self, id: &str) -> bool {
        let absent = || self.interventions.absent(id);
        !id.is_empty() && self.interventions.find(id).is_none() && !matches!(absent(), Absent::Unread)
    }

    /// Why there is an intervention of an id that does not count.
    fn exclusion(&self, id: &str) -> Option<Exclusion> {
        self.interventions.find(id)?.exclusion
    }
}

/// A text gives reason for so many codes: of the 8 421 coded cells of the shipped study two have six, none more.
const MOST: usize = 6;

/// What stands in the rows of a sheet and is told once for all.
#[derive(Default)]
struct Oddities {
    uncounted: Uncounted,
    /// Ids that differ from one of an intervention's in the same way, by that: the first, how many, it and what it means.
    alike: BTreeMap<Message, (Place, usize, [String; 2])>,
    faults: BTreeMap<Kind, (Place, usize, Fault)>,
    twice: Option<(Place, usize, String)>,
    /// Cells with very many codes: the first, how many, and how many codes it has.
    many: Option<(Place, usize, usize)>,
    /// Whether something of the exports could not be read: ids may be unknown for that reason.
    after_errors: bool,
}

/// The grid of a coding sheet; `None` where it could not be read, which is reported.
pub fn grid(declared: &CodingSheet, files: &Files, messages: &mut Diagnostics) -> Option<Arc<Grid>> {
    files.fitting_sheet(&declared.file, declared.sheet.as_deref(), |grid| fits(declared, grid), messages)
}

/// Reads one sheet; whatever does not fit the codebook or the interventions is reported.
pub(super) fn read(
    declared: &CodingSheet,
    book: &Codebook,
    known: &Known<'_>,
    lock: Option<&Lock>,
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Sheet> {
    let grid = grid(declared, files, messages)?;
    let grid = &*grid;
    let wanted: Vec<_> = std::iter::once(&declared.id).chain(declared.domains.iter().map(|(_, name)| name)).collect();
    let columns = Columns::simple(grid, &wanted, messages)?;
    let id_column = columns.column(&declared.id, messages);
    let id_rest = joined::rest(&columns, &declared.id_rest, messages);
    let domains = domains(declared, book, &columns, messages);
    let (id_column, id_rest) = (id_column?, id_rest?);
    let width = columns.grid.rows.get(columns.first_row.saturating_sub(1)).map_or(0, |row| row.len());
    let mut sheet = Sheet {
        columns: domains.iter().map(|(domain, name, _)| (*domain, (*name).to_owned())).collect(),
        columns_at: domains.iter().map(|(domain, _, column)| (*domain, *column)).collect(),
        place: grid.whole(),
        header: (0..width).map(|column| columns.name(column).to_owned()).collect(),
        none: declared.none.clone(),
        blank: declared.blank,
        unit: declared.unit,
        ..Sheet::default()
    };
    let read = domains.iter().map(|(.., column)| *column).chain([id_column]).chain(id_rest.iter().copied()).collect();
    let given_to = GivenTo::find(&columns, &sheet.header, &read, (book, declared.unit));
    let mut in_columns = Lock::default();
    beside::report(&columns, &sheet.header, declared, &read, book, messages);
    let mut odd = Oddities { after_errors: messages.has_errors(), ..Oddities::default() };
    let mut rows = 0;
    for row in columns.rows() {
        let id = joined::read(&columns, row, id_column, &id_rest, messages);
        let filled: Vec<_> = domains.iter().filter(|(.., column)| !grid.cell(row, *column).is_blank()).collect();
        if id.is_empty() && filled.is_empty() {
            // A note beside the codes is about no intervention.
            continue;
        }
        rows += 1;
        let place = grid.place(row, id_column);
        let is_locked = || lock.is_some_and(|lock| lock.has(sheet.sheet_name(), &id)) || given_to.has(&columns, row);
        let met = match declared.unit {
            // Its text may stand under another id now.
            UnitKind::Intervention if known.is_gone(&id) && is_locked() => Some(id),
            UnitKind::Intervention if known.exclusion(&id).is_some() && is_locked() => {
                let exclusion = known.exclusion(&id).filter(|_| !filled.is_empty());
                let message = exclusion.map(|exclusion| odd.excluded(&id, exclusion, &place));
                sheet.excluded.extend(message.map(|message| (id.clone(), message)));
                Some(id)
            }
            UnitKind::Intervention => {
                odd.meets(&id, !filled.is_empty(), &place, &known.interventions, messages).then_some(id)
            }
            kind => known.answerers.met((&id, kind), !filled.is_empty(), &place, &mut odd.uncounted, messages),
        };
        let Some(id) = met else { continue };
        if !sheet.coded.insert(id.clone()) {
            let earlier = sheet.rows.iter().find(|(_, own)| *own == id);
            let other = Place { spot: earlier.map_or(Spot::Whole, |(spot, _)| *spot), ..sheet.place.clone() };
            let unit = declared.unit.word();
            messages.push(Diagnostic::error(place, msg!("coded-twice", unit, id = shown(&id), other)));
            continue;
        }
        sheet.rows.push((place.spot, id.clone()));
        given_to.keep(&columns, row, (sheet.sheet_name(), &id), &mut in_columns, messages);
        for (domain, _, column) in &domains {
            let said = cell::read(grid.cell(row, *column), declared, *domain, book);
            let key = (id.clone(), *domain);
            if said.doubted {
                sheet.undecided.insert(key.clone());
                sheet.doubted.insert(key.clone());
            }
            if said.decided {
                sheet.used.insert(*domain);
            } else if declared.blank == Blank::NotCoded {
                sheet.undecided.insert(key.clone());
            }
            if !said.faults.is_empty() {
                sheet.faulty.insert(key.clone());
            }
            odd.keep(said.faults, said.twice, grid.place(row, *column), declared, book, messages);
            if said.codes.len() > MOST {
                odd.many.get_or_insert((grid.place(row, *column), 0, said.codes.len())).1 += 1;
            }
            sheet.given.extend(said.codes.iter().map(|code| (*domain, code.clone())));
            if !said.codes.is_empty() && !said.doubted {
                sheet.codes.insert(key, said.codes);
            }
        }
    }
    sheet.in_columns = (!given_to.is_empty()).then_some(in_columns);
    odd.report(grid, declared, book, messages);
    if rows == 0 {
        messages.push(Diagnostic::error(grid.whole(), msg!("coding-sheet-empty", unit = declared.unit.word())));
    }
    Some(sheet)
}

/// Whether a sheet has the column of ids and that of a domain.
fn fits(declared: &CodingSheet, grid: &Grid) -> bool {
    let has = |name: &Declared<String>| Columns::has(grid, &name.value);
    has(&declared.id) && declared.domains.iter().any(|(_, name)| has(name))
}

/// The domains whose columns there are.
fn domains<'a>(
    declared: &'a CodingSheet,
    book: &Codebook,
    columns: &Columns<'_>,
    messages: &mut Diagnostics,
) -> Vec<(Domain, &'a str, usize)> {
    let mut domains = Vec::new();
    for (word, name) in &declared.domains {
        let Some(domain) = book.domain(word).filter(|domain| !book.codes(*domain).is_empty()) else {
            let suggestion = did_you_mean(word, book.domains().map(Domain::word));
            let message = msg!("coded-domain-without-codes", domain = shown(word), suggestion);
            messages.push(Diagnostic::error(name.place.clone(), message));
            continue;
        };
        if domain.unit() != declared.unit {
            let (id, unit) = (shown(&declared.id.value), domain.unit().word());
            let message = msg!("coded-domain-of-other-unit", domain = shown(word), unit, key = shown(unit), id);
            messages.push(Diagnostic::error(name.place.clone(), message));
            continue;
        }
        messages.push_all(misnamed(declared, book, domain, name).as_ref());
        domains.extend(columns.column(name, messages).map(|column| (domain, name.value.as_str(), column)));
    }
    domains.sort_by_key(|(domain, ..)| *domain);
    columns.tell(&[], messages);
    domains
}

/// A warning where the name of a column says another domain than the one that it is declared for.
fn misnamed(declared: &CodingSheet, book: &Codebook, domain: Domain, name: &Declared<String>) -> Option<Diagnostic> {
    let says = |domain: Domain| {
        let labels = [Language::Swedish, Language::English].map(|language| domain.label(language));
        let written = plain(&name.value).to_lowercase();
        labels.into_iter().chain([domain.word()]).any(|label| plain(label).to_lowercase() == written)
    };
    let own = || declared.domains.iter().any(|(other, column)| other != domain.word() && column.value == name.value);
    let other = book.domains().find(|other| *other != domain && says(*other))?;
    if says(domain) || own() {
        return None;
    }
    let (column, domain, other) = (shown(&name.value), domain.word(), other.word());
    Some(Diagnostic::warning(name.place.clone(), msg!("code-column-misnamed", column, domain, other)))
}

impl Oddities {
    /// That an intervention has codes and does not count.
    fn excluded(&self, id: &str, exclusion: Exclusion, place: &Place) -> Diagnostic {
        // What is missing may be missing for a mistyped header.
        let todo = match self.after_errors {
            true => msg!("mend-then-complete"),
            false => msg!("uncode-or-complete"),
        };
        let message = msg!("coded-but-excluded", id = shown(id), reason = exclusion, todo);
        Diagnostic::error(place.clone(), message).follows()
    }

    /// Whether a row is about an intervention that counts.
    fn meets(&mut self, id: &str, coded: bool, place: &Place, known: &Ids<'_>, messages: &mut Diagnostics) -> bool {
        let error = |message: Message| Diagnostic::error(place.clone(), message);
        if let Some(intervention) = known.find(id) {
            if let (Some(exclusion), true) = (intervention.exclusion, coded) {
                messages.push(self.excluded(id, exclusion, place));
            }
            return intervention.included();
        }
        if id.is_empty() {
            messages.push(error(msg!("codes-without-id")));
            return false;
        }
        match known.absent(id) {
            Absent::Unread => self.uncounted.add_unread(id),
            Absent::SetAside { respondent, reason } => self.uncounted.add_set_aside(id, respondent, reason),
            Absent::Alike(meant) => {
                // Only what differs is the same for all; the ids are those of the first.
                let first = || (place.clone(), 0, [id, meant].map(shown));
                self.alike.entry(difference(id, meant)).or_insert_with(first).1 += 1;
            }
            Absent::NoBlock { respondent } => {
                let message = msg!("coded-id-without-block", id = shown(id), respondent = shown(respondent));
                messages.push(error(message).follows());
            }
            Absent::Unknown => {
                // Codes are work: whoever removes them may have removed those of an intervention that could not be read.
                let todo = match (coded, self.after_errors) {
                    (false, _) => msg!("correct-id-or-remove-row"),
                    (true, false) => msg!("correct-id-or-look-why"),
                    (true, true) => msg!("mend-then-correct-id"),
                };
                let message = error(msg!("coded-id-unknown", id = shown(id), todo));
                messages.push(if coded && self.after_errors { message.follows() } else { message });
            }
        }
        false
    }

    fn keep(
        &mut self,
        faults: Vec<Fault>,
        twice: Option<String>,
        place: Place,
        declared: &CodingSheet,
        book: &Codebook,
        messages: &mut Diagnostics,
    ) {
        for fault in faults {
            match fault.kind().cloned() {
                Some(kind) => self.faults.entry(kind).or_insert_with(|| (place.clone(), 0, fault)).1 += 1,
                None => messages.push(fault.message(place.clone(), 1, declared, book)),
            }
        }
        if let Some(code) = twice {
            self.twice.get_or_insert((place, 0, code)).1 += 1;
        }
    }

    fn report(self, grid: &Grid, declared: &CodingSheet, book: &Codebook, messages: &mut Diagnostics) {
        for (place, cells, fault) in self.faults.into_values() {
            messages.push(fault.message(place, cells, declared, book));
        }
        for (difference, (place, ids, [id, meant])) in self.alike {
            let suggestion = msg!("id-nearly-same", meant, difference);
            let message = match ids - 1 {
                0 => msg!("coded-id-nearly-known", id, suggestion),
                more => msg!("coded-ids-nearly-known", id, more, suggestion),
            };
            messages.push(Diagnostic::error(place, message));
        }
        if let Some((place, cells, code)) = self.twice {
            messages.push(Diagnostic::notice(place, msg!("code-twice-in-cell", code = shown(&code), cells)));
        }
        if let Some((place, cells, codes)) = self.many {
            // More codes than a text gives reason for.
            messages.push(Diagnostic::notice(place, msg!("many-codes", codes, cells, most = MOST)));
        }
        self.uncounted.report(grid, declared.unit, messages);
    }
}
