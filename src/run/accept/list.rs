//! The list of what waits, as a sheet that coders fill in, and what comes back of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::job::Job;
use super::super::status::weighted;
use super::super::texts::taken_back;
use super::super::{Failure, Options, Stage, fault};
use super::{Accepting, Waits};
use crate::codebook::Domain;
use crate::coding::listed::{self, BLANK, Column};
use crate::coding::status::{Coded, ToDecide};
use crate::coding::{Given, State};
use crate::decisions::log::{Line, LineId, Log, Moment, Subject};
use crate::decisions::{Change, KeptTexts};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::output::Target;
use crate::read::{Grid, Wanted, open};
use crate::render::plain_csv;
use crate::study::{Declared, Limits, PRIVATE_FOLDER, Reading};
use crate::survey::Columns;
use crate::wording::{Message, all_of};

/// The list, in the study's private folder.
pub(in super::super) const LIST: &str = "to-decide.csv";

/// The list of what waits.
#[derive(Debug)]
pub struct ListSummary {
    /// Where it is.
    pub file: PathBuf,
    /// How many codings wait.
    pub waiting: usize,
    /// Codings of an audit that are left to those who read its sample blind.
    pub left_to_readers: usize,
    /// Where the old one is kept.
    pub kept: Vec<PathBuf>,
}

/// What a filled-in list says.
#[derive(Debug)]
pub struct TakenBack {
    /// Codings that were decided.
    pub decided: Vec<LineId>,
    /// Rows without codes.
    pub blank: usize,
    /// Rows of which the same was decided before.
    pub same: usize,
}

/// What a filled-in list says.
pub(in crate::run) struct ListSays {
    /// What is to be decided: the codes, and why.
    pub decided: Vec<(ToDecide, Vec<String>, String)>,
    blank: usize,
    same: usize,
}

/// Writes the list of what waits into the study's private folder; one that somebody has begun to fill in is replaced only by
/// `force`, and then kept as `.bak`.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn list_to_decide(folder: &Path, force: bool, progress: &(dyn Fn(Stage) + Sync)) -> Result<ListSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    let (book, input, mut codings) = job.coded_so_far(&study)?;
    // What is wrong elsewhere is told by check.
    job.messages = Diagnostics::new();
    codings.settle_silently(codings.choose(None, &study), &book, &input).map_err(fault)?;
    let weighting = weighted(&input, study.money);
    let coded = Coded { study: &study, book: &book, input: &input, codings: &codings, weighting: &weighting };
    let Waits { codings: waiting, left_to_readers } = Waits::new(&coded, None)?;
    let private = study.path(PRIVATE_FOLDER);
    let path = private.join(LIST);
    let unfilled = path.exists() && is_unfilled(&path);
    if !force && path.exists() && !unfilled {
        return Err(Diagnostic::error(Place::file(LIST), msg!("list-filled-in")).into());
    }
    let funds = study.money.map(|money| money.column(money.counted()));
    let texts = KeptTexts::load(&study, &mut Diagnostics::new());
    let bytes = plain_csv(&table(&waiting, funds.as_deref(), &texts, &codings.log)).map_err(fault)?;
    let single = job.claim(Target { path: &path, force: true })?;
    let single = if unfilled { single.without_old() } else { single };
    let kept = job.put_private(&study, vec![(LIST, single, bytes)])?;
    Ok(ListSummary { file: path, waiting: waiting.len(), left_to_readers, kept })
}

fn table(waiting: &[ToDecide], funds: Option<&str>, texts: &KeptTexts, log: &Log) -> Vec<Vec<String>> {
    let heads = log.heads();
    let back = [Column::Read, Column::After, Column::Codes, Column::Why].map(Column::word);
    let names = [Column::Id.word(), Column::Domain.word(), "area", "recipient"].into_iter().chain(funds);
    let names = names.chain(["change", "state", "was", "old", "new"]).chain(back);
    let row = |own: &ToDecide| {
        let amount = funds.map(|_| own.funds.map(|funds| funds.to_string()).unwrap_or_default());
        let what = [own.unit.as_str(), own.domain.word(), &own.area, &own.recipient].map(str::to_owned);
        let change = own.change.map_or("", Change::word).to_owned();
        let state = own.state.map_or("", State::word).to_owned();
        let read = own.read.map_or_else(|| BLANK.to_owned(), |read| read.to_string());
        let was = own.given.iter().map(was).collect::<Vec<_>>().join(" | ");
        let after = heads_of(own, &heads).iter().map(LineId::to_string).collect::<Vec<_>>().join(" ");
        let rest = [
            change,
            state,
            was,
            own.old(texts).unwrap_or_default(),
            own.text.clone(),
            read,
            after,
            String::new(),
            String::new(),
        ];
        what.into_iter().chain(amount).chain(rest).collect()
    };
    std::iter::once(names.map(str::to_owned).collect()).chain(waiting.iter().map(row)).collect()
}

/// The lines that a decision of a coding would follow.
fn heads_of<'h>(own: &ToDecide, heads: &'h BTreeMap<Subject, Vec<LineId>>) -> &'h [LineId] {
    heads.get(&Subject::of_final(&own.unit, own.domain.word())).map_or(&[], Vec::as_slice)
}

/// Codes that were given, with who gave them where that is a person.
fn was(given: &Given) -> String {
    let codes = if given.codes.is_empty() { listed::NONE.to_owned() } else { given.codes.join("; ") };
    given.who.as_ref().map_or_else(|| codes.clone(), |who| format!("{who}: {codes}"))
}

/// A sheet that was read, with its columns.
struct List<'g> {
    grid: &'g Grid,
    rows: Vec<usize>,
    columns: BTreeMap<Column, usize>,
}

impl<'g> List<'g> {
    fn new(grid: &'g Grid, name: &str, messages: &mut Diagnostics) -> Option<Self> {
        // A list of an earlier version.
        let has = |column: Column| Columns::has(grid, column.word());
        if has(Column::Read) && !has(Column::After) {
            let message = msg!("list-without-after", column = Column::After.word());
            messages.push(Diagnostic::error(grid.whole(), message));
            return None;
        }
        let called = |column: Column| {
            let known = column.names().find(|name| Columns::has(grid, name));
            Declared { value: known.unwrap_or_else(|| column.word().to_owned()), place: Place::file(name) }
        };
        let declared = Column::ALL.map(called);
        let wanted: Vec<&Declared<String>> = declared.iter().collect();
        let columns = Columns::simple(grid, &wanted, messages)?;
        let mut found = BTreeMap::new();
        for (column, declared) in Column::ALL.into_iter().zip(&declared) {
            found.insert(column, columns.column(declared, messages)?);
        }
        Some(Self { grid, rows: columns.rows().collect(), columns: found })
    }

    fn text(&self, row: usize, column: Column) -> String {
        self.grid.cell(row, self.columns[&column]).text().trim().to_owned()
    }

    fn place(&self, row: usize, column: Column) -> Place {
        self.grid.place(row, self.columns[&column])
    }
}

fn read(path: &Path, name: &str) -> Result<Grid, Diagnostics> {
    let content = open(path, name, &Reading::default(), &Limits::default(), &Wanted::Visible)?;
    let mut grids = content.into_visible()?.into_iter();
    grids.next().ok_or_else(|| Diagnostic::error(Place::file(name), msg!("list-without-sheet")).into())
}

/// Whether nobody has filled in anything of a list that the program wrote.
pub(in super::super) fn is_unfilled(path: &Path) -> bool {
    let mut messages = Diagnostics::new();
    let grid = read(path, LIST);
    let list = grid.as_ref().ok().and_then(|grid| List::new(grid, LIST, &mut messages));
    list.is_some_and(|list| {
        list.rows.iter().all(|row| [Column::Codes, Column::Why].iter().all(|name| list.text(*row, *name).is_empty()))
    })
}

impl Accepting<'_> {
    /// Takes a filled-in list back. All that is wrong is told at once, and nothing is decided then.
    ///
    /// # Errors
    /// [`Failure`]: something in the list is wrong, or nothing can be written.
    pub fn take_list(&mut self, path: &Path, why: Option<&str>, when: &Moment) -> Result<TakenBack, Failure> {
        let name = self.job.watch(path);
        let ListSays { decided, blank, same } = self.read_list(path, &name, why)?;
        let decisions: Vec<_> = decided.iter().map(|(own, codes, why)| (own, codes.clone(), why.clone())).collect();
        let decided = if decisions.is_empty() { Vec::new() } else { self.decide(&decisions, when)? };
        taken_back(&self.study, path)?;
        Ok(TakenBack { decided, blank, same })
    }

    /// What a filled-in list says that is not decided yet.
    pub(in crate::run) fn read_list(
        &self,
        path: &Path,
        name: &str,
        why: Option<&str>,
    ) -> Result<ListSays, Diagnostics> {
        let grid = read(path, name)?;
        let mut messages = Diagnostics::new();
        let list = List::new(&grid, name, &mut messages);
        let heads = self.codings.log.heads();
        let (mut decided, mut blank, mut same, mut seen) = (Vec::new(), 0, 0, BTreeSet::new());
        for (list, row) in list.iter().flat_map(|list| list.rows.iter().map(move |row| (list, *row))) {
            if list.text(row, Column::Codes).is_empty() {
                blank += 1;
                continue;
            }
            let Some(found) = self.row(list, row, why, &mut messages) else { continue };
            if !seen.insert((found.0.unit.clone(), found.0.domain)) {
                let message = msg!("listed-row-twice", id = shown(&found.0.unit), domain = found.0.domain.word());
                messages.push(Diagnostic::error(list.place(row, Column::Id), message));
            } else if self.is_decided_so(&found.0, &found.1) {
                same += 1;
            } else if let Some(message) =
                self.unseen(&found.0, heads_of(&found.0, &heads), &list.text(row, Column::After))
            {
                messages.push(Diagnostic::error(list.place(row, Column::After), message));
            } else {
                decided.push(found);
            }
        }
        if messages.has_errors() {
            return Err(messages);
        }
        Ok(ListSays { decided, blank, same })
    }

    /// What a row says; what is wrong with it is reported.
    fn row(
        &self,
        list: &List<'_>,
        row: usize,
        why: Option<&str>,
        messages: &mut Diagnostics,
    ) -> Option<(ToDecide, Vec<String>, String)> {
        let (id, word) = (list.text(row, Column::Id), list.text(row, Column::Domain));
        let Some(domain) = self.book.domain(&word) else {
            let suggestion = did_you_mean(&word, self.book.domains().map(Domain::word));
            let message = msg!("coded-domain-without-codes", domain = shown(&word), suggestion);
            messages.push(Diagnostic::error(list.place(row, Column::Domain), message));
            return None;
        };
        let of = |unit: &str| self.coded().to_decide_of(unit, Some(domain)).pop();
        // A spreadsheet must not take an id for a formula, so that it may have an apostrophe before it.
        let Some(about) = of(&id).or_else(|| of(id.strip_prefix('\'')?)) else {
            let suggestion = did_you_mean(&id, self.input.units().map(|unit| &*unit.id));
            let message = msg!("intervention-to-explain-unknown", id = shown(&id), suggestion);
            messages.push(Diagnostic::error(list.place(row, Column::Id), message));
            return None;
        };
        let read = about.read.map_or_else(|| BLANK.to_owned(), |read| read.to_string());
        if list.text(row, Column::Read).to_lowercase() != read {
            let message = msg!("listed-text-changed", id = shown(&about.unit), domain = domain.word());
            messages.push(Diagnostic::error(list.place(row, Column::Read), message));
            return None;
        }
        let place = list.place(row, Column::Codes);
        let cell = list.grid.cell(row, list.columns[&Column::Codes]);
        let codes = listed::typed(cell, &place, domain, (&self.study, &self.book), messages).map(|typed| typed.codes);
        let own = list.text(row, Column::Why);
        let why = if own.is_empty() { why.map(str::to_owned) } else { Some(own) };
        if why.is_none() {
            messages.push(Diagnostic::error(
                list.place(row, Column::Why),
                msg!("listed-without-why", id = shown(&about.unit)),
            ));
        }
        Some((about, codes?, why?))
    }

    /// What was decided of a coding that whoever filled in its row has not seen: it must not be taken for settled by the row.
    fn unseen(&self, about: &ToDecide, heads: &[LineId], after: &str) -> Option<Message> {
        let (id, domain) = (shown(&about.unit), about.domain.word());
        let after = after.to_lowercase();
        let seen: BTreeSet<&str> = after.split_whitespace().collect();
        let unseen = heads.iter().filter(|head| !seen.contains(head.to_string().as_str()));
        let who: BTreeSet<&str> = unseen.filter_map(|head| self.codings.log.line(*head)).map(Line::who).collect();
        if !who.is_empty() {
            return Some(msg!("listed-decided-since", id, domain, who = all_of(who.into_iter().map(shown))));
        }
        (seen.len() > heads.len()).then(|| msg!("listed-decision-missing", id, domain))
    }

    /// Whether the same was decided before, for the same text.
    fn is_decided_so(&self, about: &ToDecide, codes: &[String]) -> bool {
        let decision = self.codings.decision(&about.unit, about.domain);
        let counts = || self.codings.finals.said(&about.unit, about.domain).is_some_and(|own| own == codes);
        decision.is_some_and(|own| own.read == about.read) && counts()
    }
}
