//! Coding sheets: one row per intervention, one column per domain, several codes joined by a sign.

use std::collections::{BTreeMap, BTreeSet};

use super::beside;
use super::cell::{self, Fault, Kind};
use super::telling::{Listed, both, counted};
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::read::{Files, Grid, plain};
use crate::study::{CodingSheet, Declared};
use crate::survey::{Absent, Columns, Ids, joined};
use crate::wording::Language;

/// One coding sheet as read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The interventions that have a row: an empty cell there says that nothing fits, unless a word does.
    pub coded: BTreeSet<String>,
    pub(super) codes: BTreeMap<(String, Domain), Vec<String>>,
    /// The columns of the domains, by the names that they are declared with.
    pub(super) columns: BTreeMap<Domain, String>,
    /// Domains in which anything is coded.
    used: BTreeSet<Domain>,
    /// Blank cells of a sheet in which a word says that nothing fits.
    undecided: BTreeSet<(String, Domain)>,
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
}

impl Sheet {
    /// The codes of an intervention in a domain, in the order of the codebook.
    pub fn of(&self, intervention: &str, domain: Domain) -> &[String] {
        self.codes.get(&(intervention.to_owned(), domain)).map_or(&[], Vec::as_slice)
    }

    /// The same where the sheet says something about it: it has a column and a row for it, and a blank cell says that nothing
    /// fits.
    pub fn said(&self, intervention: &str, domain: Domain) -> Option<&[String]> {
        let has = self.columns.contains_key(&domain) && self.coded.contains(intervention);
        let decided = has && !self.undecided.contains(&(intervention.to_owned(), domain));
        decided.then(|| self.of(intervention, domain))
    }

    /// Whether anything is coded in a domain: one whose column is missing or blank has not been coded.
    pub fn uses(&self, domain: Domain) -> bool {
        self.used.contains(&domain)
    }
}

/// A text gives reason for so many codes: of the 8 421 coded cells of the shipped study two have six, none more.
const MOST: usize = 6;

/// What stands in the rows of a sheet and is told once for all.
#[derive(Default)]
struct Oddities {
    unread: Listed,
    /// By respondent, with the reason.
    set_aside: BTreeMap<(String, String), Listed>,
    /// Ids that differ from one of an intervention's in the same way, by what to do.
    alike: BTreeMap<String, (Place, usize, String)>,
    faults: BTreeMap<Kind, (Place, usize, Fault)>,
    twice: Option<(Place, usize, String)>,
    /// Cells with very many codes: the first, how many, and how many codes it has.
    many: Option<(Place, usize, usize)>,
    /// Whether something of the exports could not be read: ids may be unknown for that reason.
    after_errors: bool,
}

/// Reads one sheet; whatever does not fit the codebook or the interventions is reported.
pub(super) fn read(
    declared: &CodingSheet,
    book: &Codebook,
    known: &Ids<'_>,
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Sheet> {
    let grid = files.sheet(&declared.file, declared.sheet.as_deref(), messages)?;
    let grid = &*grid;
    let columns = Columns::simple(grid, &declared.intervention, messages)?;
    let id_column = columns.column(&declared.intervention, messages)?;
    let id_rest = joined::rest(&columns, &declared.intervention_rest, messages)?;
    let domains = domains(declared, book, &columns, messages);
    let width = columns.grid.rows.get(columns.first_row.saturating_sub(1)).map_or(0, |row| row.len());
    let mut sheet = Sheet {
        columns: domains.iter().map(|(domain, name, _)| (*domain, (*name).to_owned())).collect(),
        place: grid.whole(),
        header: (0..width).map(|column| columns.name(column).to_owned()).collect(),
        none: declared.none.clone(),
        ..Sheet::default()
    };
    let read = domains.iter().map(|(.., column)| *column).chain([id_column]).chain(id_rest.iter().copied()).collect();
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
        if !odd.meets(&id, !filled.is_empty(), &place, known, messages) {
            continue;
        }
        if !sheet.coded.insert(id.clone()) {
            messages.push(
                Diagnostic::error(place, format!("the intervention {} is coded twice", shown(&id)))
                    .expected("one row for each intervention")
                    .action("remove the row that does not count"),
            );
            continue;
        }
        sheet.rows.push((place.spot, id.clone()));
        for (domain, _, column) in &domains {
            let said = cell::read(grid.cell(row, *column), declared, *domain, book);
            let key = (id.clone(), *domain);
            if said.decided {
                sheet.used.insert(*domain);
            } else if declared.none.is_some() {
                sheet.undecided.insert(key.clone());
            }
            if !said.faults.is_empty() {
                sheet.faulty.insert(key.clone());
            }
            odd.keep(said.faults, said.twice, grid.place(row, *column), declared, book, messages);
            if said.codes.len() > MOST {
                odd.many.get_or_insert((grid.place(row, *column), 0, said.codes.len())).1 += 1;
            }
            if !said.codes.is_empty() {
                sheet.codes.insert(key, said.codes);
            }
        }
    }
    odd.report(grid, declared, book, messages);
    if rows == 0 {
        messages.push(
            Diagnostic::error(grid.whole(), "the coding sheet has no rows below its header")
                .expected("a row for each intervention")
                .action("fill it in, or remove its [[coding]]"),
        );
    }
    Some(sheet)
}

/// The domains whose columns there are.
fn domains<'a>(
    declared: &'a CodingSheet,
    book: &Codebook,
    columns: &Columns<'_>,
    messages: &mut Diagnostics,
) -> Vec<(Domain, &'a str, usize)> {
    let mut domains = Vec::new();
    for (domain, name) in &declared.domains {
        if book.codes(*domain).is_empty() {
            messages.push(
                Diagnostic::error(name.place.clone(), format!("the codebook has no codes for the domain {domain}"))
                    .expected("domains that the codebook uses")
                    .action("remove the domain here, or add it to the codebook"),
            );
            continue;
        }
        messages.push_all(misnamed(declared, book, *domain, name).as_ref());
        domains.extend(columns.column(name, messages).map(|column| (*domain, name.value.as_str(), column)));
    }
    columns.tell(&[], messages);
    domains
}

/// A warning where the name of a column says another domain than the one that it is declared for.
fn misnamed(declared: &CodingSheet, book: &Codebook, domain: Domain, name: &Declared<String>) -> Option<Diagnostic> {
    let says = |domain: Domain| {
        let labels = [Language::Swedish, Language::English].map(|language| book.domain_label(domain, language));
        let written = plain(&name.value).to_lowercase();
        labels.into_iter().chain([domain.word()]).any(|label| plain(label).to_lowercase() == written)
    };
    let own = || declared.domains.iter().any(|(other, column)| *other != domain && column.value == name.value);
    let other = Domain::ALL.into_iter().find(|other| *other != domain && says(*other))?;
    if says(domain) || own() {
        return None;
    }
    let column = shown(&name.value);
    let message = Diagnostic::warning(
        name.place.clone(),
        format!("the column {column} is declared for {domain}, and its name says {other}"),
    );
    Some(
        message
            .expected("each domain's codes in the column that is declared for it")
            .action("look at the names under domains, and at the headers of the sheet")
            .in_swedish(
                format!("kolumnen {column} anges för {domain}, men namnet säger {other}"),
                "varje områdes koder i kolumnen som anges för det",
                "se efter vad som står under domains och i bladets rubriker",
            ),
    )
}

impl Oddities {
    /// Whether a row is about an intervention that counts.
    fn meets(&mut self, id: &str, coded: bool, place: &Place, known: &Ids<'_>, messages: &mut Diagnostics) -> bool {
        let unknown = |found: String| {
            Diagnostic::error(place.clone(), found).expected("the id of an intervention in one of the exports")
        };
        if let Some(intervention) = known.find(id) {
            if let (Some(exclusion), true) = (intervention.exclusion, coded) {
                // What is missing may be missing for a mistyped header.
                let action = match self.after_errors {
                    true => {
                        "mend what is told of the exports first; then complete the intervention, if it is still excluded"
                    }
                    false => "remove its codes, or complete the intervention by a correction",
                };
                messages.push(
                    Diagnostic::error(place.clone(), format!("{} has codes but is excluded: {exclusion}", shown(id)))
                        .expected("codes for included interventions only")
                        .action(action)
                        .follows(),
                );
            }
            return intervention.included();
        }
        if id.is_empty() {
            messages.push(unknown("a row with codes but without an intervention's id".to_owned()));
            return false;
        }
        match known.absent(id) {
            Absent::Unread => self.unread.add_id(id),
            Absent::SetAside { respondent, reason } => {
                self.set_aside.entry((respondent.to_owned(), reason.to_owned())).or_default().add_id(id);
            }
            Absent::Alike(meant) => {
                let first = || (place.clone(), 0, format!("there is no intervention {}", shown(id)));
                // Only what differs is the same for all; the ids are those of the first.
                let why = known.suggestion(id).rsplit_once("? ").map(|(_, why)| why.to_owned()).unwrap_or_default();
                let key = format!("{why}\n{}", shown(meant));
                let same = self.alike.keys().find(|known| known.split('\n').next() == Some(&why)).cloned();
                self.alike.entry(same.unwrap_or(key)).or_insert_with(first).1 += 1;
            }
            Absent::NoBlock { respondent } => {
                let found =
                    format!("there is no intervention {}; its respondent {} was read", shown(id), shown(respondent));
                let action = "look at what is told of the export: a block with a mistyped header is read as no intervention; \
                              otherwise correct the id";
                messages.push(unknown(found).action(action).follows());
            }
            Absent::Unknown => {
                let found = format!("there is no intervention {}", shown(id));
                // Codes are work: whoever removes them may have removed those of an intervention that could not be read.
                let action = match (coded, self.after_errors) {
                    (false, _) => "correct the id, or remove the row",
                    (true, false) => "correct the id, or look why the exports have no such intervention",
                    (true, true) => {
                        "mend what is told of the exports first; then correct the id, if it is still unknown"
                    }
                };
                let message = unknown(found).action(action);
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
        for (key, (place, ids, found)) in self.alike {
            let (why, meant) = key.split_once('\n').unwrap_or_default();
            let more = counted(ids - 1, "more id of the sheet differs so", "more ids of the sheet differ so");
            let more = if ids > 1 { format!("; {more}") } else { String::new() };
            messages.push(
                Diagnostic::error(place, found + &more)
                    .expected("the ids exactly as the exports have them")
                    .action(format!("did you mean {meant}? {why}")),
            );
        }
        if let Some((place, cells, code)) = self.twice {
            let code = shown(&code);
            let found = format!(
                "{code} stands twice in a cell and counts once; {} like this",
                counted(cells, "cell is", "cells are")
            );
            let swedish = format!(
                "{code} står två gånger i en cell och räknas en gång; det gäller {}",
                counted(cells, "cell", "celler")
            );
            messages.push(Diagnostic::notice(place, found).in_swedish(swedish, "", ""));
        }
        messages.push_all(self.many.map(of_many).as_ref());
        for ((respondent, reason), ids) in self.set_aside {
            let respondent = shown(&respondent);
            let found = format!(
                "{} codes for {respondent}, which is set aside ({reason}): {}",
                ids.counted("row holds", "rows hold"),
                ids.named(Language::English)
            );
            let swedish = format!(
                "{} koder för {respondent}, som har lagts åt sidan ({reason}): {}",
                ids.counted("rad har", "rader har"),
                ids.named(Language::Swedish)
            );
            let message = Diagnostic::notice(grid.whole(), found).expected("codes for respondents that count");
            messages.push(message.action("the codes count nowhere; nothing needs doing").in_swedish(
                swedish,
                "koder för uppgiftslämnare som räknas",
                "koderna räknas inte; inget behöver göras",
            ));
        }
        messages.push_all(of_unread(&self.unread, grid).as_ref());
    }
}

/// A cell with more codes than a text gives reason for.
fn of_many((place, cells, codes): (Place, usize, usize)) -> Diagnostic {
    let found = format!(
        "{codes} codes stand in one cell; {} more than {MOST} codes",
        counted(cells, "cell of the sheet has", "cells of the sheet have")
    );
    let swedish = format!(
        "{codes} koder står i en cell; {} fler än {MOST} koder",
        counted(cells, "cell i bladet har", "celler i bladet har")
    );
    Diagnostic::notice(place, found)
        .expected("the codes of one intervention")
        .action("all of them count; look whether those of several interventions were put together")
        .in_swedish(
            swedish,
            "koderna för en enda insats",
            "alla räknas; se efter om koder för flera insatser har hamnat i samma cell",
        )
}

/// What the sheet misses because its interventions could not be read.
fn of_unread(ids: &Listed, grid: &Grid) -> Option<Diagnostic> {
    let [found, swedish] = both(|language| {
        let rows = language.pick(
            if ids.count() == 1 { "rad är om en insats" } else { "rader är om insatser" },
            if ids.count() == 1 { "row is about an intervention" } else { "rows are about interventions" },
        );
        let unread = language.pick("som inte kunde läsas", "that could not be read");
        format!("{} {rows} {unread}: {}", ids.count(), ids.named(language))
    });
    let message = Diagnostic::notice(grid.whole(), found)
        .action("mend what is told of their respondents; these rows need nothing")
        .in_swedish(swedish, "", "åtgärda det som sägs om deras uppgiftslämnare; raderna behöver inget");
    (ids.count() > 0).then(|| message.follows())
}
