//! The proof that nothing else moved: a migrated study, read anew, is held against the old one by way of the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::fate::Fate;
use super::plan::Plan;
use crate::codebook::{Codebook, Domain};
use crate::coding::{Sheet, Source, State};
use crate::compare::Side;
use crate::decisions::Lock;
use crate::decisions::log::Subject;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Amount;
use crate::msg;
use crate::survey::Unit;
use crate::wording::first_of;

/// So many units, and their funds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub number: usize,
    /// Their funds.
    pub funds: Amount,
}

/// A code of a domain before and after.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The domain.
    pub domain: Domain,
    /// The old codes that it comes of; none for a new one.
    pub from: Vec<String>,
    /// The code; `None` for one that is gone.
    pub code: Option<String>,
    /// Its Swedish and English label.
    pub label: crate::wording::Text,
    /// What has the old codes, once each, also by their subcodes.
    pub before: Sum,
    /// What has the code.
    pub after: Sum,
    /// Whether a change names it.
    pub touched: bool,
}

/// What came of the comparison.
#[derive(Debug, Default)]
pub struct Compared {
    /// Every code, by domain, in the order of the new codebook, those that are gone behind it.
    pub rows: Vec<Row>,
    /// Units that rules or suggestions code otherwise now, with the domain.
    pub otherwise: BTreeSet<(String, Domain)>,
}

/// Holds a migrated study against the old one. Codings that differ from what the plan says are errors.
pub fn compare(plan: &Plan, before: Side<'_>, after: Side<'_>, messages: &mut Diagnostics) -> Compared {
    for declared in &before.study.codings {
        let sheets = (before.codings.sheet(declared), after.codings.sheet(declared));
        if let (Some((file, old)), Some((_, new))) = sheets {
            Sheets { plan, old, new }.compare(file, messages);
        }
    }
    let units = Units { plan, before, after };
    let otherwise = units.otherwise(messages);
    let rows = units.rows(&otherwise, messages);
    Compared { rows, otherwise }
}

/// A coding sheet before and after.
struct Sheets<'a> {
    plan: &'a Plan,
    old: &'a Sheet,
    new: &'a Sheet,
}

impl Sheets<'_> {
    /// Reports rows whose codes are not what the plan makes of the old ones.
    fn compare(&self, file: &str, messages: &mut Diagnostics) {
        let mut wrong: Vec<String> = Vec::new();
        if !self.old.ids().eq(self.new.ids()) || !self.old.domains().eq(self.new.domains()) {
            wrong.push(String::from("*"));
        }
        for id in self.old.ids() {
            for domain in self.old.domains().filter(|domain| !self.old.is_unsettled(id, *domain)) {
                let expected =
                    self.old.said(id, domain).map(|codes| mapped(self.plan, codes.iter().map(String::as_str)));
                let found = self.new.said(id, domain).map(|codes| codes.iter().cloned().collect::<BTreeSet<_>>());
                if expected.flatten() != found {
                    wrong.push(format!("{} ({domain})", shown(id)));
                }
            }
        }
        if !wrong.is_empty() {
            let count = wrong.len();
            let message = msg!("migrated-codings-differ", count, names = first_of(wrong, NAMED, ", "));
            messages.push(Diagnostic::error(Place::file(file), message));
        }
    }
}

/// How many ids a message names.
const NAMED: usize = 5;

/// The codes that old ones become; `None` where a person has to decide.
fn mapped<'c>(plan: &Plan, codes: impl Iterator<Item = &'c str>) -> Option<BTreeSet<String>> {
    let mut new = BTreeSet::new();
    for code in codes {
        match plan.fate(code) {
            None => new.insert(code.to_owned()),
            Some(Fate::To(now)) => new.insert(now.clone()),
            Some(Fate::Open(_)) => return None,
            Some(Fate::None | Fate::Unused) => false,
        };
    }
    Some(new)
}

/// The codes that count, before and after.
struct Units<'a> {
    plan: &'a Plan,
    before: Side<'a>,
    after: Side<'a>,
}

impl<'a> Units<'a> {
    fn all(&self) -> impl Iterator<Item = (&'a Unit, Domain)> {
        let book = self.before.book;
        self.before.input.units().flat_map(move |unit| book.domains_of(unit.kind).map(move |domain| (unit, domain)))
    }

    /// The units that rules or suggestions code otherwise than before, which is for them to say; where people said it, and where
    /// codes only have other names, it is an error.
    fn otherwise(&self, messages: &mut Diagnostics) -> BTreeSet<(String, Domain)> {
        let (mut otherwise, mut wrong, mut settled) = (BTreeSet::new(), Vec::new(), Vec::new());
        for (unit, domain) in self.all() {
            let source = self.before.codings.of(&unit.id, domain).next().map(|(_, source)| source);
            let old = self.before.codings.of(&unit.id, domain).map(|(code, _)| code);
            let found: BTreeSet<String> =
                self.after.codings.of(&unit.id, domain).map(|(code, _)| code.to_owned()).collect();
            let expected = mapped(self.plan, old);
            let is_open = expected.is_none();
            if expected.unwrap_or_default() == found {
                continue;
            }
            if self.before.codings.state(&unit.id, domain) == State::Unsettled {
                settled.push((unit, domain));
                otherwise.insert((unit.id.to_string(), domain));
                continue;
            }
            let now = self.after.codings.of(&unit.id, domain).next().map(|(_, source)| source);
            let by_people = |source: Option<Source>| source.is_some_and(|own| own <= Source::Coders);
            let is_wrong = self.plan.keeps_every_code() || by_people(now) || (by_people(source) && !is_open);
            if is_wrong {
                wrong.push(format!("{} ({domain})", shown(&unit.id)));
            } else {
                otherwise.insert((unit.id.to_string(), domain));
            }
        }
        if !wrong.is_empty() {
            let count = wrong.len();
            let message = msg!("migrated-codings-differ", count, names = first_of(wrong, NAMED, ", "));
            messages.push(Diagnostic::error(Place::file(crate::study::STUDY_FILE), message));
        }
        self.report_settled(&settled, messages);
        otherwise
    }

    /// Reports units of which people said different things that are the same by the new codes: no map decides between people.
    fn report_settled(&self, settled: &[(&Unit, Domain)], messages: &mut Diagnostics) {
        if settled.is_empty() {
            return;
        }
        let log = &self.before.codings.log;
        let stands = log.stands(&log.carrying(&Lock::new(self.before.book).codebook));
        let is_of = |subject: &Subject| {
            settled.iter().any(|(unit, domain)| *subject.unit == *unit.id && subject.domain == domain.word())
        };
        let differing = stands.iter().filter(|(subject, _)| is_of(subject)).flat_map(|(_, texts)| texts.values());
        let lines = differing.filter(|said| said.codes.is_none()).filter_map(|said| said.lines.last());
        let place = lines.filter_map(|line| log.place(*line)).min().cloned();
        let names = settled.iter().map(|(unit, domain)| format!("{} ({domain})", shown(&unit.id)));
        let message = msg!("migrated-people-differ", count = settled.len(), names = first_of(names, NAMED, ", "));
        messages.push(Diagnostic::error(place.unwrap_or_else(|| Place::file(crate::study::STUDY_FILE)), message));
    }

    /// Every code before and after. What the plan makes of the old codings must be what is counted now.
    fn rows(&self, otherwise: &BTreeSet<(String, Domain)>, messages: &mut Diagnostics) -> Vec<Row> {
        let (mut old, mut expected, mut found) = (Counts::default(), Counts::default(), Counts::default());
        // Old codes that become one are counted once.
        let mut joint = Counts::default();
        for (unit, domain) in self.all() {
            let codes: Vec<&str> = self.before.codings.of(&unit.id, domain).map(|(code, _)| code).collect();
            let now: BTreeSet<String> =
                self.after.codings.of(&unit.id, domain).map(|(code, _)| code.to_owned()).collect();
            let funds = self.before.weighting.of(&unit.id).unwrap_or_default();
            let whole = with_main(self.before.book, domain, codes.iter().copied());
            joint.add(domain, &whole.iter().map(|code| self.plan.now(code).unwrap_or(code)).collect(), funds);
            old.add(domain, &whole, funds);
            let wanted = if otherwise.contains(&(unit.id.to_string(), domain)) {
                now.clone()
            } else {
                mapped(self.plan, codes.into_iter()).unwrap_or_default()
            };
            let book = &self.plan.book;
            expected.add(domain, &with_main(book, domain, wanted.iter().map(String::as_str)), funds);
            found.add(domain, &with_main(book, domain, now.iter().map(String::as_str)), funds);
        }
        let mut rows = Vec::new();
        for domain in self.plan.book.domains() {
            for code in self.plan.book.codes(domain) {
                let (id, label) = (code.id.as_str(), code.label.clone());
                let (wanted, after) =
                    (expected.of(domain, id), self.counted(domain, id).unwrap_or(found.of(domain, id)));
                if after != wanted {
                    let (wanted, found) = (wanted.number, after.number);
                    let message =
                        msg!("migrated-counts-differ", code = shown(id), domain = domain.word(), wanted, found);
                    messages.push(Diagnostic::error(Place::file(crate::study::STUDY_FILE), message));
                }
                let from = self.from(domain, id);
                let before = if from.is_empty() { Sum::default() } else { joint.of(domain, id) };
                let touched = self.plan.touches(id);
                rows.push(Row { domain, from, code: Some(id.to_owned()), label, before, after, touched });
            }
            let is_gone = |id: &str| self.plan.fate(id).is_some_and(|fate| !matches!(fate, Fate::To(_)));
            let gone = self.before.book.codes(domain).iter();
            for code in gone.filter(|own| is_gone(&own.id) && self.plan.book.code(domain, &own.id).is_none()) {
                let (from, label, before) = (vec![code.id.clone()], code.label.clone(), old.of(domain, &code.id));
                rows.push(Row { domain, from, code: None, label, before, after: Sum::default(), touched: true });
            }
        }
        rows
    }

    /// The old codes that a code comes of.
    fn from(&self, domain: Domain, code: &str) -> Vec<String> {
        let stays = |old: &str| old == code && matches!(self.plan.fate(old), Some(Fate::Open(_)));
        let old = self.before.book.codes(domain).iter().map(|own| own.id.as_str());
        old.filter(|old| self.plan.now(old) == Some(code) || stays(old)).map(str::to_owned).collect()
    }

    /// What figures and tables count now; `None` for answers to open questions, which they count otherwise.
    fn counted(&self, domain: Domain, code: &str) -> Option<Sum> {
        let ledger = self.after.ledger;
        domain.is_of_interventions().then(|| {
            let areas = ledger.totals().map(|area| ledger.of_code(&area.area, domain, code));
            areas.fold(Sum::default(), |sum, (number, funds)| Sum {
                number: sum.number + number,
                funds: sum.funds + funds,
            })
        })
    }
}

/// How many units have a code, by domain, and their funds.
#[derive(Default)]
struct Counts(BTreeMap<(Domain, String), Sum>);

impl Counts {
    fn add(&mut self, domain: Domain, codes: &BTreeSet<&str>, funds: Amount) {
        for code in codes {
            let sum = self.0.entry((domain, (*code).to_owned())).or_default();
            *sum = Sum { number: sum.number + 1, funds: sum.funds + funds };
        }
    }

    fn of(&self, domain: Domain, code: &str) -> Sum {
        self.0.get(&(domain, code.to_owned())).copied().unwrap_or_default()
    }
}

/// Codes with the main codes that they imply.
fn with_main<'c>(book: &'c Codebook, domain: Domain, codes: impl Iterator<Item = &'c str>) -> BTreeSet<&'c str> {
    codes.flat_map(|code| [Some(code), book.code(domain, code).map(|own| own.main())]).flatten().collect()
}
