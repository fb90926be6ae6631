//! What has become of the codings of a sheet since it was locked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::decided::{Entry, Given};
use super::telling::Listed;
use crate::codebook::Domain;
use crate::decisions::{Change, Fingerprint, KeptTexts, Standing, Wording, apart};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, shown};
use crate::money::Amount;
use crate::msg;
use crate::study::DECISIONS;
use crate::survey::Unit;
use crate::wording::{Arg, joined};

/// What became of the codings of a sheet since it was locked.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    /// What became of every answer, by domain; by ids, in their order.
    changes: BTreeMap<Domain, Vec<(Arc<str>, Change)>>,
    moved: Listed,
    /// The ids whose codes stand elsewhere now, each with where.
    moved_to: BTreeMap<(Domain, String), Arc<str>>,
    /// The same without the domains.
    moved_from: BTreeSet<String>,
    edited: Listed,
    /// What the codings of edited answers were given to.
    given_to: BTreeMap<(Arc<str>, Domain), Option<Fingerprint>>,
    /// The edited answers.
    all_edited: Vec<Edited>,
    unclear: Listed,
    doubled: Listed,
    unlocked: Listed,
    differing: Listed,
    /// The place and the decisions of the first of them.
    first_differing: Option<(Place, Vec<String>)>,
    /// Cells that say something else than was decided, and do since.
    clashing: Vec<Diagnostic>,
    clashing_in: Listed,
    /// Decided ones of which the sheet said something then, and says nothing now.
    emptied: Listed,
    /// Locked ones whose rows are gone.
    rowless: Listed,
    /// What was given before to answers that wait for a decision.
    given: BTreeMap<(String, Domain), Vec<Given>>,
    /// What the cells of ids say whose codes are not those of their rows.
    cells: BTreeMap<(String, Domain), Vec<String>>,
    /// The ids of coded answers that are gone.
    withdrawn: Vec<(Domain, String)>,
}

/// An answer that was edited.
#[derive(Clone, Debug)]
struct Edited {
    /// Its id and domain, as messages have them.
    name: String,
    funds: Option<Amount>,
    place: Place,
    /// What was coded.
    given_to: Option<Fingerprint>,
    /// How that read, where it is kept.
    old: Option<String>,
    /// How it reads now.
    new: String,
}

/// An id with its domain, as messages have them.
fn named(id: &str, domain: Domain) -> String {
    format!("{} ({domain})", shown(id))
}

impl Bound {
    /// Keeps how an answer stands to what was coded under its id, which is `coded`.
    pub(super) fn add(
        &mut self,
        unit: &Unit,
        domain: Domain,
        standing: &Standing<'_>,
        coded: Option<Fingerprint>,
        has_row: bool,
    ) {
        let word = Some(domain.word());
        self.changes.entry(domain).or_default().push((Arc::clone(&unit.id), standing.into()));
        match standing {
            Standing::Same => {}
            Standing::Moved { from } => {
                self.moved.add(unit, Some(&format!("{domain}, {from}")));
                self.moved_from.insert((*from).to_owned());
                self.moved_to.insert((domain, (*from).to_owned()), Arc::clone(&unit.id));
            }
            Standing::Edited => {
                self.edited.add(unit, word);
                self.given_to.insert((Arc::clone(&unit.id), domain), coded);
                self.all_edited.push(Edited {
                    name: named(&unit.id, domain),
                    funds: unit.funds,
                    place: unit.place.clone(),
                    given_to: coded,
                    old: None,
                    new: Wording::of(unit, domain).text(),
                });
            }
            Standing::New | Standing::Doubled { .. } if has_row => self.not_locked(unit, domain),
            Standing::New => {}
            Standing::Doubled { of } => self.doubled.add(unit, Some(&format!("{domain}, {of}"))),
            Standing::Unclear { .. } => self.unclear.add(unit, word),
        }
    }

    /// Keeps what was given before to an answer, if anything was.
    pub(super) fn keep_given(&mut self, id: &str, domain: Domain, given: impl FnOnce() -> Vec<Given>) {
        let given = given();
        if !given.is_empty() {
            self.given.insert((id.to_owned(), domain), given);
        }
    }

    /// Keeps what the cell of an id says, where other codes count.
    pub(super) fn keep_cell(&mut self, key: &(String, Domain), cell: Vec<String>) {
        self.cells.insert(key.clone(), cell);
    }

    /// What was given before to an answer that waits for a decision.
    pub fn given(&self, id: &str, domain: Domain) -> &[Given] {
        self.given.get(&(id.to_owned(), domain)).map_or(&[], Vec::as_slice)
    }

    /// What the cell of an id says, where its codes are others.
    pub(super) fn cell(&self, id: &str, domain: Domain) -> Option<&[String]> {
        self.cells.get(&(id.to_owned(), domain)).map(Vec::as_slice)
    }

    /// What people decided differently of a unit; or a cell that says something else than was decided.
    pub(super) fn differs(&mut self, of: &Unit, domain: Domain, entry: &Entry, cell: Option<(Place, &[String])>) {
        let Some(last) = entry.by.last() else { return };
        let codes = |codes: &[String]| shown(&codes.join("; "));
        if let Some((place, says)) = cell {
            let (unit, domain, who) = (shown(&entry.unit), domain.word(), shown(&last.who));
            let (decided, cell, other) = (codes(&last.codes), codes(says), &last.place);
            let message = msg!("cell-differs-from-decision", unit, domain, who, decided, cell, other);
            self.clashing.push(Diagnostic::error(place, message));
            self.clashing_in.add(of, Some(domain));
            return;
        }
        if entry.by.len() == 1 {
            // A code that the codebook does not have is told where it stands.
            return;
        }
        self.differing.add(of, Some(domain.word()));
        let said = || entry.by.iter().map(|by| format!("{} {}", shown(&by.who), codes(&by.codes))).collect();
        self.first_differing.get_or_insert_with(|| (last.place.clone(), said()));
    }

    /// A decision counts over a cell that was blanked since, or a row that was removed.
    pub(super) fn emptied(&mut self, unit: &Unit, domain: Domain) {
        self.emptied.add(unit, Some(domain.word()));
    }

    /// A row that was locked is gone.
    pub(super) fn rowless(&mut self, unit: &Unit, domain: Domain) {
        self.rowless.add(unit, Some(domain.word()));
    }

    /// The ids whose codes stand elsewhere now, each with where.
    pub(super) fn moved(&self) -> impl Iterator<Item = ((Domain, &str), &str)> {
        self.moved_to.iter().map(|((domain, from), to)| ((*domain, from.as_str()), &**to))
    }

    /// Whether the codes of an id stand elsewhere now.
    pub(super) fn has_moved(&self, id: &str) -> bool {
        self.moved_from.contains(id)
    }

    /// What waits but for codings that are settled elsewhere: what coders read before need not be decided then.
    pub(super) fn but_for(&self, settled: impl Fn(&str, Domain) -> bool) -> Self {
        let mut left = self.clone();
        for (domain, changes) in &self.changes {
            let waiting = changes.iter().filter(|(_, change)| change.waits());
            let names: BTreeSet<String> =
                waiting.filter(|(id, _)| settled(id, *domain)).map(|(id, _)| named(id, *domain)).collect();
            left.all_edited.retain(|own| !names.contains(&own.name));
            [&mut left.edited, &mut left.unclear].into_iter().for_each(|listed| listed.leave_out(&names));
        }
        left
    }

    /// Leaves out answers that read as a coded one and are coded themselves, elsewhere: nothing is to be told of them.
    pub(super) fn leave_out_doubled(&mut self, is_coded: impl Fn(&str, Domain) -> bool) {
        let mut coded = BTreeSet::new();
        for (domain, changes) in &self.changes {
            let doubled = changes.iter().filter(|(id, change)| *change == Change::Doubled && is_coded(id, *domain));
            coded.extend(doubled.map(|(id, _)| format!("{} ({domain}", shown(id))));
        }
        self.doubled.keep(|name| name.rsplit_once(", ").is_none_or(|(own, _)| !coded.contains(own)));
    }

    /// Whether any answer was edited.
    pub(super) fn has_edited(&self) -> bool {
        !self.all_edited.is_empty()
    }

    /// Looks up how the edited answer that is shown read when it was coded.
    pub(super) fn recall(&mut self, texts: &KeptTexts) {
        self.all_edited.iter_mut().for_each(|own| own.old = texts.as_read(own.given_to));
    }

    /// What the coding of an edited answer was given to; `None` where it was not edited.
    pub fn given_to(&self, id: &str, domain: Domain) -> Option<Option<Fingerprint>> {
        self.given_to.get(&(Arc::from(id), domain)).copied()
    }

    /// A coding of which the lock says nothing.
    pub(super) fn not_locked(&mut self, unit: &Unit, domain: Domain) {
        self.unlocked.add(unit, Some(domain.word()));
    }

    /// Of a sheet that need not hold every answer: one that reads as another was never to be coded there.
    pub(super) fn of_a_sample(self) -> Self {
        Self { doubled: Listed::default(), ..self }
    }

    /// Of the final sheet: an answer without a row is told as one that has no codes.
    pub(super) fn of_all_answers(self) -> Self {
        Self { rowless: Listed::default(), ..self }
    }

    pub(super) fn withdrawn_in(&mut self, domain: Domain, ids: &[&str]) {
        self.withdrawn.extend(ids.iter().map(|id| (domain, (*id).to_owned())));
    }

    /// What became of an answer in a domain; `None` where the lock says nothing of the domain.
    pub fn change(&self, id: &str, domain: Domain) -> Option<Change> {
        let changes = self.changes.get(&domain)?;
        let at = changes.binary_search_by(|(own, _)| (**own).cmp(id)).ok()?;
        changes.get(at).map(|(_, change)| *change)
    }

    /// The ids of coded answers that are gone, with their domains.
    pub fn withdrawn(&self) -> impl Iterator<Item = (Domain, &str)> {
        self.withdrawn.iter().map(|(domain, id)| (*domain, id.as_str()))
    }

    /// How many codings have been made since the sheet was locked.
    pub fn unlocked(&self) -> usize {
        self.unlocked.count()
    }

    /// The units of which it is told that they have no codes for now.
    pub(super) fn told_of(&self) -> BTreeSet<&str> {
        let told = [&self.edited, &self.unclear, &self.doubled, &self.differing, &self.clashing_in];
        told.into_iter().flat_map(Listed::ids).collect()
    }

    /// How many codings wait for a decision, but for those of `again`, which have it.
    pub fn waiting(&self, again: &BTreeSet<&str>) -> usize {
        let waits = |listed: &Listed| listed.ids().filter(|id| !again.contains(id)).count();
        waits(&self.edited) + waits(&self.unclear)
    }

    /// Tells of all of them, once each; `place` is the sheet as a whole. What waits for a decision is an error where it `stops` a
    /// run.
    pub(super) fn report(&self, place: &Place, stops: bool, messages: &mut Diagnostics) {
        let waiting = if stops { Diagnostic::error } else { Diagnostic::warning };
        let sheet = if place.file.starts_with(DECISIONS) { "no" } else { "yes" };
        // The one with the most funds is shown; of equals the first.
        if let Some(first) = self.all_edited.iter().rev().max_by_key(|own| own.funds) {
            let (count, funds, names) = self.edited.told();
            let (kept, texts) = match &first.old {
                Some(old) => ("yes", apart(old, &first.new)),
                None => ("no", [String::new(), first.new.clone()]),
            };
            let [old, new] = texts.map(|text| Arg::Written(shown(&text)));
            let file = &*place.file;
            let message = msg!("coded-texts-edited", count, funds, names, file, sheet, kept, old, text = new);
            messages.push(waiting(first.place.clone(), message));
        }
        if self.unclear.count() > 0 {
            let (count, funds, names) = self.unclear.told();
            messages.push(waiting(place.clone(), msg!("coded-texts-unclear", count, funds, names, sheet)));
        }
        if let Some((line, said)) = &self.first_differing {
            let (count, funds, names) = self.differing.told();
            let said = joined(said, ", ");
            messages.push(waiting(line.clone(), msg!("decisions-differ", count, funds, names, said)));
        }
        for mut clash in self.clashing.iter().cloned() {
            clash.severity = if stops { Severity::Error } else { Severity::Warning };
            messages.push(clash);
        }
        if self.emptied.count() > 0 {
            let (count, funds, names) = self.emptied.told();
            messages.push(Diagnostic::warning(place.clone(), msg!("decided-cells-emptied", count, funds, names)));
        }
        if self.rowless.count() > 0 {
            let (count, funds, names) = self.rowless.told();
            messages.push(Diagnostic::warning(place.clone(), msg!("locked-rows-gone", count, funds, names)));
        }
        if self.moved.count() > 0 {
            let (count, funds, names) = self.moved.told();
            messages.push(Diagnostic::notice(place.clone(), msg!("coded-texts-moved", count, funds, names)));
        }
        if self.doubled.count() > 0 {
            let (count, funds, names) = self.doubled.told();
            messages.push(Diagnostic::warning(place.clone(), msg!("coded-texts-doubled", count, funds, names)));
        }
        if self.unlocked.count() > 0 {
            let (count, funds, names) = self.unlocked.told();
            messages.push(Diagnostic::notice(place.clone(), msg!("codings-not-locked", count, funds, names)));
        }
        if !self.withdrawn.is_empty() {
            let mut withdrawn = Listed::default();
            self.withdrawn.iter().for_each(|(domain, id)| withdrawn.add_id_of(id, domain.word()));
            let (count, names) = (withdrawn.count(), withdrawn.names());
            messages.push(Diagnostic::notice(place.clone(), msg!("coded-texts-withdrawn", count, names)));
        }
    }
}
