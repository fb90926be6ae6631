//! What differs between two states, by cause: the parts sum to the whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::before::{Before, Reader, is_state};
use super::cause::{Cause, ChangedFile, changed};
use super::changed::{ChangedClaim, ChangedItem};
use super::exchange::Exchange;
use super::folder::Folder;
use super::note::Note;
use super::now::Now;
use super::state::{Count, State, Tally};
use crate::coding::State as Standing;
use crate::money::Amount;
use crate::read::Watch;
use crate::study::{CodesFrom, Money};

/// What of a count is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Number,
    Funds,
    Any,
}

/// What a number was, what it is, and what each cause adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it was.
    pub before: Count,
    /// What it is.
    pub now: Count,
    /// What each cause adds; what adds nothing is left out.
    pub parts: BTreeMap<Cause, Count>,
}

impl Row {
    fn new(before: Count, steps: &[Count]) -> Self {
        let mut parts = BTreeMap::new();
        let from = std::iter::once(&before).chain(steps);
        for (cause, (from, to)) in Cause::ALL.into_iter().zip(from.zip(steps)) {
            let part = *to - *from;
            if !part.is_zero() {
                parts.insert(cause, part);
            }
        }
        Self { before, now: steps.last().copied().unwrap_or(before), parts }
    }

    /// What was counted then but cannot be made again from the files of then: it stands under declarations.
    fn not_made_again(mut self, recorded: Count) -> Self {
        let rest = self.before - recorded;
        let own = self.parts.entry(Cause::Declarations).or_default();
        *own += rest;
        self.parts.retain(|_, part| !part.is_zero());
        self.before = recorded;
        self
    }

    /// The whole change.
    pub fn change(&self) -> Count {
        self.now - self.before
    }

    /// The causes that moved the number, or the funds.
    pub(super) fn causes(&self, of: Part) -> impl Iterator<Item = Cause> + '_ {
        let moves = move |count: &Count| match of {
            Part::Number => count.number != 0,
            Part::Funds => count.funds != Amount::ZERO,
            Part::Any => true,
        };
        self.parts.iter().filter(move |(_, part)| moves(part)).map(|(cause, _)| *cause)
    }

    /// Whether anything moved, even if it comes to nothing.
    pub fn moved(&self) -> bool {
        !self.parts.is_empty()
    }
}

/// An area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreaRow {
    /// Its id.
    pub area: String,
    /// Its interventions.
    #[serde(flatten)]
    pub row: Row,
}

/// A code in a domain of an area, or what has none there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeRow {
    /// The area.
    pub area: String,
    /// The domain.
    pub domain: String,
    /// The code, or the word of a state.
    pub code: String,
    /// Its interventions.
    #[serde(flatten)]
    pub row: Row,
}

/// What differs between an output folder and the study as it is.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The name of the study's folder.
    pub study: String,
    /// The currency of funds; `None` where they are not compared.
    pub currency: Option<&'static str>,
    /// How funds count.
    #[serde(skip)]
    pub money: Option<Money>,
    /// Whether others are set aside.
    #[serde(skip)]
    pub(super) other_aside: bool,
    /// The files that are not what they were.
    pub files: Vec<ChangedFile>,
    /// All interventions; `None` where the folder does not know them, or there are none.
    pub total: Option<Row>,
    /// The areas, in the order of the study.
    pub areas: Vec<AreaRow>,
    /// The codes that moved, those with most funds first.
    pub codes: Vec<CodeRow>,
    /// Figures and tables that say something else.
    pub items: Vec<ChangedItem>,
    /// Claims that came out otherwise.
    pub claims: Vec<ChangedClaim>,
    /// What could not be told, or not apart.
    pub notes: Vec<Note>,
}

impl Difference {
    /// Compares a study with an output folder, but for items and claims.
    pub fn new<'f>(
        now: Now<'_>,
        folder: &Folder,
        inputs: impl Iterator<Item = (&'f str, &'f str)>,
        watch: &mut Watch,
    ) -> Self {
        let manifest = &folder.manifest;
        let before = manifest.inputs.iter().map(|own| (own.file.as_str(), own.sha256.as_str()));
        let mut difference = Self {
            study: now.study.name.clone(),
            currency: None,
            money: None,
            other_aside: false,
            files: changed(now.study, before, inputs),
            total: None,
            areas: Vec::new(),
            codes: Vec::new(),
            items: Vec::new(),
            claims: Vec::new(),
            notes: Vec::new(),
        };
        let version = env!("CARGO_PKG_VERSION");
        if manifest.program.version != version {
            difference.notes.push(Note::OtherVersion(manifest.program.version.clone()));
        }
        if now.study.surveys.is_empty() {
            difference.notes.push(Note::NoInterventions);
            return difference;
        }
        let tree = now.tree();
        let domains: Vec<String> = now.domains().map(|domain| domain.word().to_owned()).collect();
        let required = now.domains().map(|domain| !domain.is_optional()).collect();
        let mut reader =
            Reader { folder, study: now.study, now, domains, required, tree: &tree, watch, notes: Vec::new() };
        let before = reader.read();
        let domains = std::mem::take(&mut reader.domains);
        difference.notes.append(&mut reader.notes);
        let Some(before) = before else { return difference };
        let choice = now.codings.choice.map_or("", |choice| choice.word());
        if !before.choice.is_empty() && before.choice != choice {
            difference.notes.push(Note::OtherChoice { before: before.choice.clone(), now: choice });
        }
        if [before.choice.as_str(), choice].contains(&CodesFrom::Estimated.word()) {
            difference.notes.push(Note::Estimated);
        }
        difference.money = before.money;
        difference.other_aside = before.aside.as_ref().is_some_and(|aside| *aside != now.aside());
        difference.currency = before.money.map(|money| money.currency().code());
        let (steps, notes) = Exchange::new(now, &before, &difference.files, domains.len()).into_steps();
        difference.notes.extend(notes);
        difference.count(now, &before, &steps, &domains);
        difference
    }

    fn count(&mut self, now: Now<'_>, before: &Before, steps: &[State], domains: &[String]) {
        use rayon::prelude::*;
        let alike = (!before.states_known).then_some(Standing::UNCODED);
        let then = before.state.tally(alike);
        let steps: Vec<Tally> = steps.par_iter().map(|step| step.tally(alike)).collect();
        let total = |tally: &Tally| tally.total();
        let row = Row::new(total(&then), &steps.iter().map(total).collect::<Vec<_>>());
        let rest = then.total() - before.recorded.total();
        if !rest.is_zero() {
            self.notes.push(Note::NotMadeAgain { number: -rest.number, funds: Amount::from_ore(-rest.funds.ore()) });
        }
        self.total = Some(row.not_made_again(before.recorded.total()));
        let known: BTreeSet<&Arc<str>> = steps.iter().chain([&then]).flat_map(|tally| tally.areas.keys()).collect();
        let declared: Vec<Arc<str>> = now.study.surveys.iter().map(|own| super::now::name(&own.area)).collect();
        let gone = known.iter().filter(|area| !declared.contains(area)).map(|area| Arc::clone(area));
        for area in declared.iter().cloned().chain(gone) {
            let of = |tally: &Tally| tally.areas.get(&area).copied().unwrap_or_default();
            let row =
                Row::new(of(&then), &steps.iter().map(of).collect::<Vec<_>>()).not_made_again(of(&before.recorded));
            self.areas.push(AreaRow { area: area.to_string(), row });
        }
        if !before.codes_known {
            return;
        }
        let recorded = recorded_cells(before, alike);
        let cells: BTreeSet<_> =
            steps.iter().chain([&then]).flat_map(|tally| tally.cells.keys()).chain(recorded.keys()).collect();
        for cell in cells {
            let of = |tally: &Tally| tally.cells.get(cell).copied().unwrap_or_default();
            let mut row = Row::new(of(&then), &steps.iter().map(of).collect::<Vec<_>>());
            if before.codes_recorded {
                row = row.not_made_again(recorded.get(cell).copied().unwrap_or_default());
            }
            if row.moved() {
                let (area, domain, code) = cell;
                let domain = domains.get(*domain).cloned().unwrap_or_default();
                self.codes.push(CodeRow { area: area.to_string(), domain, code: code.to_string(), row });
            }
        }
        let size = |own: &CodeRow| {
            let Count { number, funds } = own.row.change();
            std::cmp::Reverse((funds.ore().unsigned_abs(), number.unsigned_abs()))
        };
        self.codes.sort_by_key(size);
    }

    /// Whether everything could be compared; otherwise nobody can say that nothing moved.
    pub fn is_whole(&self) -> bool {
        !self.notes.iter().any(Note::is_gap)
    }

    /// Whether nothing that is compared has moved.
    pub fn is_nothing(&self) -> bool {
        let still = |row: &Row| !row.moved();
        self.total.as_ref().is_none_or(still)
            && self.areas.iter().all(|own| still(&own.row))
            && self.codes.is_empty()
            && self.items.is_empty()
            && self.claims.is_empty()
    }

    /// The causes that moved an area, itself or by its codes.
    pub(super) fn causes_of_area(&self, area: &str, of: Part) -> BTreeSet<Cause> {
        let areas = self.areas.iter().filter(|own| own.area == area).map(|own| &own.row);
        let codes = self.codes.iter().filter(|own| own.area == area).map(|own| &own.row);
        areas.chain(codes).flat_map(|row| row.causes(of)).collect()
    }

    /// The causes that moved a code in a domain of an area.
    pub(super) fn causes_of_code(&self, area: &str, domain: &str, code: &str, of: Part) -> BTreeSet<Cause> {
        let own = self.codes.iter().filter(|own| own.area == area && own.domain == domain);
        let is_code = |own: &&CodeRow| own.code == code || (own.code == Standing::UNCODED && is_state(code));
        own.filter(is_code).flat_map(|own| own.row.causes(of)).collect()
    }

    /// The causes of which a file is another, as far as they are among those wanted.
    pub(super) fn causes_by_files(&self, wanted: &[Cause]) -> BTreeSet<Cause> {
        let aside = self.other_aside.then_some(Cause::Corrections);
        let causes = self.files.iter().map(|file| file.cause).chain(aside);
        causes.filter(|cause| wanted.contains(cause)).collect()
    }
}

/// The counts of codes as they were written, states taken together where the steps have them so.
fn recorded_cells(before: &Before, alike: Option<&'static str>) -> BTreeMap<super::state::Cell, Count> {
    let mut cells: BTreeMap<super::state::Cell, Count> = BTreeMap::new();
    for ((area, domain, code), count) in &before.recorded.cells {
        let code = match alike.filter(|_| is_state(code)) {
            Some(alike) => alike.into(),
            None => Arc::clone(code),
        };
        *cells.entry((Arc::clone(area), *domain, code)).or_default() += *count;
    }
    cells
}
