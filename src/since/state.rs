//! What counts in a study, in layers that can be exchanged one by one: answers, targets, codes and how they are counted. A study
//! as it is and one of which only data files are left have the same layers.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{AddAssign, Sub};
use std::sync::Arc;

use hashbrown::HashMap;
use serde::Serialize;

use crate::decisions::Fingerprint;
use crate::money::Amount;
use crate::study::WeightingScope;
use crate::weighting::shares;

/// So many interventions, and their funds as they count. Of a change: so many more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// How many.
    pub number: i64,
    /// Their funds; zero where funds are not compared.
    pub funds: Amount,
}

impl Count {
    /// Whether nothing is counted, or nothing has changed.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

// A folder may hold any amounts, so sums end at the bounds rather than go round.
impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.number += more.number;
        self.funds = sum(self.funds, more.funds);
    }
}

impl Sub for Count {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let funds = Amount::from_ore(self.funds.ore().saturating_sub(other.funds.ore()));
        Self { number: self.number - other.number, funds }
    }
}

fn sum(one: Amount, other: Amount) -> Amount {
    Amount::from_ore(one.ore().saturating_add(other.ore()))
}

/// An intervention.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub id: Arc<str>,
    pub area: Arc<str>,
    pub respondent: Arc<str>,
    /// The recipient's code.
    pub recipient: Arc<str>,
    pub funds: Option<Amount>,
    /// Whether it is complete.
    pub counts: bool,
}

/// Areas, each with one who belongs to it.
pub(super) type Who = BTreeSet<(Arc<str>, Arc<str>)>;

/// What was answered.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    /// In the order in which equal fractions of funds are served.
    pub pieces: Vec<Piece>,
    /// Area and recipient of everyone who answered.
    pub who: Who,
}

/// The fingerprints of the texts of interventions; none where there are no texts.
pub(super) type Texts = HashMap<Arc<str>, Option<Fingerprint>>;

/// T by area and recipient.
pub(super) type Targets = BTreeMap<(Arc<str>, Arc<str>), Amount>;

/// Who says which codes an intervention has in a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The final sheet, or coders who agree.
    People,
    /// Rules, or a model.
    Rules,
    /// Nobody does, or coders differ.
    Nobody,
}

/// The codes of an intervention in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub codes: Vec<Arc<str>>,
    pub by: By,
    /// The word of its state where it has no code; none where it need not have one.
    pub state: Option<&'static str>,
}

/// By intervention and, in its list, by domain.
pub(super) type Codes = HashMap<Arc<str>, Vec<Option<Entry>>>;

/// The main codes of subcodes, by domain.
pub(super) type Tree = Vec<BTreeMap<Arc<str>, Arc<str>>>;

/// How funds are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counting {
    pub scope: WeightingScope,
    /// The smallest published amount, in hundredths.
    pub step: i64,
}

/// What counts.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub answers: Arc<Answers>,
    pub targets: Arc<Targets>,
    pub codes: Arc<Codes>,
    pub tree: Arc<Tree>,
    /// None where funds are not compared.
    pub counting: Option<Counting>,
}

/// A cell of the count: an area, a domain, and a code or the word of a state.
pub(super) type Cell = (Arc<str>, usize, Arc<str>);

/// What a state comes to.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub areas: BTreeMap<Arc<str>, Count>,
    pub cells: BTreeMap<Cell, Count>,
}

impl Tally {
    pub(super) fn total(&self) -> Count {
        let mut total = Count::default();
        self.areas.values().for_each(|own| total += *own);
        total
    }
}

impl State {
    /// Weights and counts; states without a code are taken together where they are `alike`.
    pub(super) fn tally(&self, alike: Option<&'static str>) -> Tally {
        let mut tally = Tally::default();
        for (piece, funds) in self.answers.pieces.iter().zip(self.funds()).filter(|(piece, _)| piece.counts) {
            let own = Count { number: 1, funds };
            *tally.areas.entry(Arc::clone(&piece.area)).or_default() += own;
            let entries = self.codes.get(&piece.id).map_or(&[][..], Vec::as_slice);
            for (domain, entry) in entries.iter().enumerate().filter_map(|(at, entry)| Some((at, entry.as_ref()?))) {
                for code in self.counted_under(domain, entry, alike) {
                    *tally.cells.entry((Arc::clone(&piece.area), domain, code)).or_default() += own;
                }
            }
        }
        tally
    }

    /// The codes under which an intervention counts, main codes included, each once; its state where it has none.
    fn counted_under(&self, domain: usize, entry: &Entry, alike: Option<&'static str>) -> BTreeSet<Arc<str>> {
        let tree = self.tree.get(domain);
        let main = |code: &Arc<str>| tree.and_then(|tree| tree.get(code)).cloned();
        let mut all: BTreeSet<Arc<str>> = entry.codes.iter().filter_map(main).collect();
        all.extend(entry.codes.iter().cloned());
        if entry.codes.is_empty() {
            all.extend(entry.state.map(|state| alike.unwrap_or(state).into()));
        }
        all
    }

    /// The funds of every intervention as they count.
    fn funds(&self) -> Vec<Amount> {
        let pieces = &self.answers.pieces;
        let mut funds = vec![Amount::ZERO; pieces.len()];
        let Some(Counting { scope, step }) = self.counting else { return funds };
        let counted = pieces.iter().enumerate().filter(|(_, piece)| piece.counts);
        if scope == WeightingScope::None {
            counted.for_each(|(at, piece)| funds[at] = piece.funds.unwrap_or_default());
            return funds;
        }
        /// An area, and whose funds are divided there.
        type Group<'p> = (&'p Arc<str>, Option<&'p Arc<str>>);
        let mut groups: BTreeMap<Group<'_>, Vec<usize>> = BTreeMap::new();
        for (at, piece) in counted {
            let recipient = (scope == WeightingScope::Recipient).then_some(&piece.recipient);
            groups.entry((&piece.area, recipient)).or_default().push(at);
        }
        for ((area, recipient), group) in groups {
            let parts: Vec<Amount> = group.iter().map(|at| pieces[*at].funds.unwrap_or_default()).collect();
            let shares = shares(self.target(area, recipient), step, &parts);
            group.into_iter().zip(shares).for_each(|(at, share)| funds[at] = share);
        }
        funds
    }

    /// T of a recipient, or of all in an area who answered.
    fn target(&self, area: &Arc<str>, recipient: Option<&Arc<str>>) -> Amount {
        let of = |recipient: &Arc<str>| self.targets.get(&(Arc::clone(area), Arc::clone(recipient))).copied();
        match recipient {
            Some(recipient) => of(recipient).unwrap_or_default(),
            None => {
                let who = self.answers.who.iter().filter(|(own, _)| own == area);
                who.filter_map(|(_, recipient)| of(recipient)).fold(Amount::ZERO, sum)
            }
        }
    }
}
