//! The exchange: from the old state to the new one, a layer at a time, in one order.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use super::before::Before;
use super::cause::{Became, Cause, ChangedFile};
use super::note::Note;
use super::now::{Now, fingerprint, id};
use super::state::{Answers, By, Codes, Entry, Piece, State, Texts};
use crate::codebook::Domain;
use crate::decisions::{Fingerprint, Standing, compare};
use crate::money::Amount;
use crate::study::{Completeness, STUDY_FILE};
use crate::survey::{Intervention, exclusion};

/// The exchange of one state for another.
pub(super) struct Exchange<'e> {
    now: Now<'e>,
    before: &'e Before,
    files: &'e [ChangedFile],
    /// When an intervention was complete.
    complete: Completeness,
    domains: Vec<Option<Domain>>,
    /// The codes as they are.
    codes: Codes,
    by_id: HashMap<Arc<str>, &'e Intervention>,
    old: HashMap<&'e str, &'e Piece>,
    notes: Vec<Note>,
    /// What rules of now are asked about that those of then were not.
    asked: RefCell<BTreeSet<Arc<str>>>,
}

impl<'e> Exchange<'e> {
    pub(super) fn new(now: Now<'e>, before: &'e Before, files: &'e [ChangedFile], domains: usize) -> Self {
        let mut of_book: Vec<Option<Domain>> = now.domains().map(Some).collect();
        of_book.resize(domains, None);
        let mut exchange = Self {
            complete: before.complete.clone().unwrap_or_else(|| now.study.complete.clone()),
            codes: now.codes(domains),
            by_id: now.input.interventions().map(|own| (id(own), own)).collect(),
            old: before.state.answers.pieces.iter().map(|piece| (&*piece.id, piece)).collect(),
            domains: of_book,
            notes: Vec::new(),
            asked: RefCell::default(),
            now,
            before,
            files,
        };
        exchange.tell();
        exchange
    }

    /// Whether a file about a cause is not what it was.
    fn changed(&self, cause: Cause) -> bool {
        self.files.iter().any(|file| file.cause == cause)
    }

    fn declared_anew(&self) -> bool {
        self.files.iter().any(|file| file.file == STUDY_FILE && file.became == Became::Changed)
    }

    /// What cannot be told apart.
    fn tell(&mut self) {
        if self.before.complete.is_none() && self.declared_anew() {
            self.notes.push(Note::Merged { cause: Cause::Declarations, with: Cause::Answers });
        }
        if self.before.patches.is_none() && (self.changed(Cause::Corrections) || self.declared_anew()) {
            self.notes.push(Note::Merged { cause: Cause::Corrections, with: Cause::Answers });
        }
        if self.before.texts.is_none() && self.changed(Cause::Rules) && self.changed(Cause::Answers) {
            self.notes.push(Note::Merged { cause: Cause::Rules, with: Cause::Answers });
        }
        if !self.before.targets_whole && self.changed(Cause::Funds) {
            self.notes.push(Note::Merged { cause: Cause::Funds, with: Cause::Answers });
        }
    }

    /// The state after each cause was exchanged, in their order, of which the last is the new one; and what cannot be told apart.
    pub(super) fn into_steps(self) -> (Vec<State>, Vec<Note>) {
        let (steps, mut notes) = (self.steps(), self.notes);
        let asked = self.asked.into_inner().len();
        notes.extend((asked > 0).then_some(Note::RulesOfNow(asked)));
        (steps, notes)
    }

    fn steps(&self) -> Vec<State> {
        let comparable = self.before.state.counting.is_some();
        let mut state = self.before.state.clone();
        let raw = self.raw_answers();
        let texts = self.texts(&raw, true);
        state.codes = Arc::new(self.codes_of_answers(&raw, &texts, &state.codes));
        state.answers = Arc::new(raw);
        if !self.before.targets_whole {
            let mut targets = (*state.targets).clone();
            for (of, target) in self.now.targets() {
                targets.entry(of).or_insert(target);
            }
            state.targets = Arc::new(targets);
        }
        let mut steps = vec![state.clone()];
        state.targets = Arc::new(self.now.targets());
        steps.push(state.clone());
        let corrected = self.now.answers(Some(&self.complete), |_, _| true, |_| None);
        let before = std::mem::take(&mut state.codes);
        state.codes = Arc::new(self.codes_of_corrected(&corrected, &texts, &before));
        state.answers = Arc::new(corrected);
        steps.push(state.clone());
        state.codes = Arc::new(self.of_people(&state.codes));
        steps.push(state.clone());
        state.codes = Arc::new(self.of_rules(&state.codes));
        steps.push(state.clone());
        state.answers = Arc::new(self.now.answers(None, |_, _| true, |_| None));
        state.codes = Arc::new(self.codes.clone());
        state.tree = Arc::new(self.now.tree());
        state.counting = self.now.counting().filter(|_| comparable);
        steps.push(state);
        steps
    }

    /// The answers as they are exported now, with what was corrected and set aside then.
    fn raw_answers(&self) -> Answers {
        let (then, now) = (&self.before.aside, self.now.aside());
        let counted_then = |area: &str, respondent: &str| match then {
            Some(aside) => !aside.contains(&(area.into(), respondent.into())),
            None => true,
        };
        let mut answers = self.now.answers(Some(&self.complete), counted_then, |own| self.as_corrected_then(own));
        let is_aside = |piece: &&Piece| now.contains(&(Arc::clone(&piece.area), Arc::clone(&piece.respondent)));
        let set_aside: Vec<Piece> = self.before.state.answers.pieces.iter().filter(is_aside).cloned().collect();
        if !set_aside.is_empty() {
            answers.who.extend(set_aside.iter().map(|own| (Arc::clone(&own.area), Arc::clone(&own.recipient))));
            answers.pieces.extend(set_aside);
            // Stable: those of a respondent keep their order.
            answers.pieces.sort_by(|a, b| (&a.area, &a.respondent).cmp(&(&b.area, &b.respondent)));
        }
        answers
    }

    /// Funds and completeness of an intervention without the corrections of now, with those of then; `None` where they are as
    /// they stand, or nothing is known of corrections then.
    fn as_corrected_then(&self, own: &Intervention) -> Option<(Option<Amount>, bool)> {
        let patches = self.before.patches.as_ref()?;
        let (texts, funds) = match own.exported.as_deref() {
            Some(exported) => (&exported.texts, exported.funds),
            None => (&own.texts, own.funds),
        };
        let key = id(own);
        let is_complete = |funds| exclusion(&self.complete, texts, funds).is_none();
        let (Some(patch), Some(old)) = (patches.get(&key), self.old.get(&*key)) else {
            return Some((funds, is_complete(funds)));
        };
        let funds = if funds == patch.funds { old.funds } else { funds };
        let same_text = fingerprint(texts) == patch.text;
        Some((funds, if same_text && old.counts { funds.is_some() || old.funds.is_none() } else { is_complete(funds) }))
    }

    /// The fingerprints of texts, as exported with the corrections of then or as they are; `None` where nothing is known of those
    /// of then.
    fn texts(&self, answers: &Answers, exported: bool) -> Option<Texts> {
        let old = self.before.texts.as_ref()?;
        let text = |piece: &Piece| {
            let Some(own) = self.by_id.get(&piece.id) else { return old.get(&piece.id).copied().flatten() };
            let raw = own.exported.as_deref().filter(|_| exported).map_or(&own.texts, |exported| &exported.texts);
            let raw = fingerprint(raw);
            let patch = self.before.patches.as_ref().and_then(|all| all.get(&piece.id));
            match patch.filter(|patch| exported && patch.text == raw) {
                Some(_) => old.get(&piece.id).copied().flatten(),
                None => raw,
            }
        };
        Some(answers.pieces.iter().map(|piece| (Arc::clone(&piece.id), text(piece))).collect())
    }

    /// The codes that answers have by the sheets and rules of then.
    fn codes_of_answers(&self, answers: &Answers, texts: &Option<Texts>, old: &Codes) -> Codes {
        let (then, now): (BTreeMap<&str, _>, BTreeMap<&str, _>) = match (&self.before.texts, texts) {
            (Some(then), Some(now)) => (by_id(then), by_id(now)),
            _ => Default::default(),
        };
        let compared = compare(&then, &now, |one, other| old.get(one) == old.get(other));
        let follows = self.now.follows_texts();
        let mut codes = Codes::new();
        for piece in answers.pieces.iter().filter(|piece| piece.counts) {
            let standing = compared.now.get(&*piece.id);
            let source = match standing {
                Some(Standing::Moved { from }) if follows => from,
                _ => &*piece.id,
            };
            let read_as = match standing {
                Some(Standing::Same) => Read::Alike,
                Some(Standing::Moved { .. }) if follows => Read::Alike,
                Some(Standing::New | Standing::Doubled { .. }) if follows => Read::New,
                Some(_) => Read::Otherwise,
                // Where no file of answers is another, they read as they did.
                None if !self.changed(Cause::Answers) => Read::Alike,
                None => Read::Otherwise,
            };
            let own = old.get(source);
            let entry = |at: usize| self.entry_of_answer(piece, own.and_then(|own| own.get(at)?.as_ref()), at, read_as);
            codes.insert(Arc::clone(&piece.id), (0..self.domains.len()).map(entry).collect());
        }
        codes
    }

    fn entry_of_answer(&self, piece: &Piece, old: Option<&Entry>, at: usize, read_as: Read) -> Option<Entry> {
        let Some(old) = old.filter(|_| read_as != Read::New) else { return self.fresh(piece, at) };
        if read_as == Read::Alike {
            return Some(old.clone());
        }
        if self.same_sheets() {
            return self.fresh(piece, at);
        }
        let new = self.codes.get(&piece.id).and_then(|own| own.get(at)?.as_ref());
        match (old.by, self.domains[at], self.by_id.get(&piece.id)) {
            (By::People, Some(domain), Some(own)) => {
                let lost = new.filter(|new| new.by != By::People && self.now.waits(&own.id, domain));
                Some(lost.unwrap_or(old).clone())
            }
            (By::Rules | By::Nobody, Some(_), Some(_)) => self.fresh(piece, at),
            _ => Some(old.clone()),
        }
    }

    /// Whether the coding sheets say what they said, and count as they counted.
    fn same_sheets(&self) -> bool {
        !self.changed(Cause::Codes) && self.same_choice()
    }

    /// What an intervention has in a domain by the sheets of then, if they are those of now; else as if nobody had coded it: what
    /// the rules give it.
    fn fresh(&self, piece: &Piece, at: usize) -> Option<Entry> {
        if !self.before.domains.contains(&at) {
            return None;
        }
        let (domain, own) = (self.domains[at]?, self.by_id.get(&piece.id)?);
        let new = self.codes.get(&piece.id).and_then(|own| own.get(at)?.as_ref());
        if self.changed(Cause::Rules) && self.now.asks_rules(domain) {
            self.asked.borrow_mut().insert(Arc::clone(&piece.id));
        }
        match new.filter(|new| new.by == By::Rules || self.same_sheets()) {
            Some(new) => Some(new.clone()),
            None => Some(self.now.by_rules(&own.id, domain)),
        }
    }

    /// The same for answers as they are corrected now: what is new counts as nobody has coded it, and rules read it again.
    fn codes_of_corrected(&self, answers: &Answers, then: &Option<Texts>, before: &Codes) -> Codes {
        let now = self.texts(answers, false);
        let mut codes = Codes::new();
        for piece in answers.pieces.iter().filter(|piece| piece.counts) {
            let text = |all: &Option<Texts>| all.as_ref()?.get(&piece.id).copied();
            let is_same = text(then) == text(&now);
            let own = before.get(&piece.id);
            let entry = |at: usize| match own.and_then(|own| own.get(at)?.as_ref()) {
                Some(entry) if is_same || entry.by == By::People => Some(entry.clone()),
                Some(_) | None => self.again(piece, at, text(&now)),
            };
            codes.insert(Arc::clone(&piece.id), (0..self.domains.len()).map(entry).collect());
        }
        codes
    }

    /// What an intervention has in a domain that people have not coded, where it may read as it did at first.
    fn again(&self, piece: &Piece, at: usize, text: Option<Option<Fingerprint>>) -> Option<Entry> {
        let then = self.before.texts.as_ref().and_then(|all| all.get(&piece.id).copied());
        let old = self.before.state.codes.get(&piece.id).and_then(|own| own.get(at)?.as_ref());
        match old.filter(|_| then.is_some() && then == text) {
            Some(old) => Some(old.clone()),
            None => self.fresh(piece, at),
        }
    }

    /// What people say now takes the place of what they said.
    fn of_people(&self, before: &Codes) -> Codes {
        self.replaced(before, |old, new| {
            let is_open = |entry: &Entry| entry.by == By::Nobody;
            // Coders have begun to differ, or do not any more.
            let is_unsettled = old.is_some_and(|old| is_open(old) && is_open(new) && old.state != new.state);
            let (old, new) = (old.is_some_and(|old| old.by == By::People), new.by == By::People);
            if self.same_choice() { old || new || is_unsettled } else { old && new }
        })
    }

    /// What rules say now takes the place of what they said.
    fn of_rules(&self, before: &Codes) -> Codes {
        self.replaced(before, |old, new| {
            let of_people = (old.is_some_and(|old| old.by == By::People), new.by == By::People);
            self.same_choice() || of_people.0 == of_people.1
        })
    }

    /// Whether codes of the same kinds counted.
    fn same_choice(&self) -> bool {
        let now = self.now.codings.choice.map_or("", |choice| choice.word());
        self.before.choice.is_empty() || self.before.choice == now
    }

    /// New entries where they are wanted, in the domains that there were.
    fn replaced(&self, before: &Codes, is_wanted: impl Fn(Option<&Entry>, &Entry) -> bool) -> Codes {
        let replace = |(id, own): (&Arc<str>, &Vec<Option<Entry>>)| {
            let new = self.codes.get(id);
            let entry = |(at, old): (usize, &Option<Entry>)| {
                let new = new.and_then(|new| new.get(at)?.as_ref()).filter(|_| self.before.domains.contains(&at));
                new.filter(|new| is_wanted(old.as_ref(), new)).or(old.as_ref()).cloned()
            };
            (Arc::clone(id), own.iter().enumerate().map(entry).collect())
        };
        before.iter().map(replace).collect()
    }
}

/// How an answer reads beside what was read then.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    /// As it did.
    Alike,
    /// Otherwise, or it is not known.
    Otherwise,
    /// Nobody has read it.
    New,
}

fn by_id(texts: &Texts) -> BTreeMap<&str, Option<Fingerprint>> {
    texts.iter().map(|(id, text)| (&**id, *text)).collect()
}
