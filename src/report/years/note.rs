//! What a figure over years rests on and leaves out, for its note: no number without a word.

use std::borrow::Cow;

use super::build::{Meant, areas, asked_then, pairs};
use super::{Subject, Years, YearsDrawing, YearsItem};
use crate::codebook::Domain;
use crate::coding::State;
use crate::compare::{AreaPair, Pair};
use crate::ledger::Ledger;
use crate::msg;
use crate::register::Level;
use crate::report::alternative::{in_sentence, quoted};
use crate::report::{Material, Noun};
use crate::study::Study;
use crate::wording::{Arg, Message, Text, all_of, around, joined, sentence};

/// Sentences for the note of an item over years.
pub(in crate::report) fn sentences(material: &Material<'_>, item: &YearsItem, years: &Years) -> Vec<String> {
    let pairs = pairs(material, &item.years, item.prices);
    let mut all: Vec<Message> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let shown = areas(item.meant(), &pairs, at);
        all.extend(answered(pair, &shown));
        all.extend(broken(pair, &shown));
        all.extend(left_out(item.meant(), pair, &shown));
    }
    all.extend(missing(material.study));
    let told = Told { material, item, years, pairs: &pairs };
    all.extend(told.new_and_gone());
    all.extend(told.without_code());
    all.extend(told.counting());
    all.extend(told.prices());
    all.extend(told.as_coded());
    all.iter().map(|message| message.text(material.language)).collect()
}

/// The earlier studies that are not there.
pub(in crate::report) fn missing(study: &Study) -> impl Iterator<Item = Message> {
    study.missing_earlier().map(|own| msg!("years-missing", folder = own.study.value.as_str()))
}

fn year(year: i64) -> String {
    year.to_string()
}

/// How many answered in both years, and in one of them.
pub(in crate::report) fn answered(pair: &Pair<'_>, shown: &[&AreaPair<'_>]) -> Option<Message> {
    let mut numbers = [0_usize; 3];
    for (_, then, now) in shown.iter().flat_map(|area| pair.answered(area)) {
        numbers[if then && now { 0 } else { 1 + usize::from(now) }] += 1;
    }
    let mut levels = shown.iter().filter_map(|area| pair.now.ledger.area(area.id)).map(|total| total.level);
    let level = levels.next()?;
    let level = levels.all(|other| other == level).then_some(level);
    let is_alike = level.is_some() && numbers[1..] == [0, 0];
    let [both, left, joined] = numbers.map(|number| counted(level, number));
    let (then, now) = (year(pair.earlier.year()), year(pair.now.study.year));
    Some(match shown.len() {
        1 if is_alike => msg!("years-answered-alike", then, now, both),
        1 => msg!("years-answered", then, now, both, left, joined),
        areas => msg!("years-answered-in-areas", areas, then, now, both, left, joined),
    })
}

fn counted(level: Option<Level>, number: usize) -> Arg {
    Arg::written(|language| match level {
        Some(level) => Noun::Recipient(level).counted(number, language),
        None => language.count(number),
    })
}

/// A declared reason inside a sentence, which has its own stop.
pub(in crate::report) fn reason(why: &Text) -> Arg {
    Arg::written(|language| why.get(language).trim_end_matches('.').to_owned())
}

/// Why years cannot be compared, where what is shown is broken.
pub(in crate::report) fn broken(pair: &Pair<'_>, shown: &[&AreaPair<'_>]) -> Vec<Message> {
    let why = shown.iter().filter_map(|area| area.broken).map(reason);
    why.map(|why| msg!("years-broken", then = year(pair.earlier.year()), now = year(pair.now.study.year), why))
        .collect()
}

pub(in crate::report) fn title(study: &Study, area: &str) -> Arg {
    let survey = study.surveys.iter().find(|survey| survey.area == area);
    survey.map_or_else(|| area.into(), |survey| Arg::Title(survey.title.clone()))
}

/// The areas of a figure over all or several that are not in it, each with its reason.
pub(in crate::report) fn left_out(meant: Meant<'_>, pair: &Pair<'_>, shown: &[&AreaPair<'_>]) -> Option<Message> {
    let now = year(pair.now.study.year);
    let is_shown = |id: &str| shown.iter().any(|area| area.id == id);
    let of_now = pair.now.study.surveys.iter().map(|survey| survey.area.as_str());
    let missing = of_now.filter(|id| meant.now(pair.now, id) && !is_shown(id)).map(|id| {
        let area = title(pair.now.study, id);
        match pair.area(id).map(|own| own.broken) {
            None => msg!("years-area-new", area, now = now.clone()),
            Some(Some(why)) => msg!("years-area-broken", area, why = reason(why)),
            Some(None) => msg!("years-area-other", area),
        }
    });
    let all: Vec<Message> = missing.chain(gone(meant, pair)).collect();
    // A figure of one area that was not there then has a gap, which is told by itself.
    (!all.is_empty()).then(|| msg!("years-left-out", areas = joined(all, "; ")))
}

/// The areas of then that are no more, where all are meant.
pub(in crate::report) fn gone(meant: Meant<'_>, pair: &Pair<'_>) -> Vec<Message> {
    let then = year(pair.earlier.year());
    let earlier = &pair.earlier;
    let is_gone = |id: &str| !pair.areas.iter().any(|area| area.id == earlier.declared.area_now(id));
    let of_then = earlier.study.surveys.iter().map(|survey| survey.area.as_str());
    let gone = of_then.filter(|id| is_gone(id) && meant.then(pair, id));
    gone.map(|id| msg!("years-area-gone", area = title(&earlier.study, id), then = then.clone())).collect()
}

/// What is told of rows.
struct Told<'t, 'a> {
    material: &'t Material<'a>,
    item: &'t YearsItem,
    years: &'t Years,
    pairs: &'t [Cow<'t, Pair<'a>>],
}

impl Told<'_, '_> {
    /// By year, the rows that were not there.
    fn new_and_gone(&self) -> Vec<Message> {
        let Years { years, rows, domain, .. } = self.years;
        let mut all = Vec::new();
        for (at, own) in years.iter().enumerate() {
            let lacking: Vec<String> =
                rows.iter().filter(|row| row.counts[at].is_none()).map(|row| row.label.clone()).collect();
            let own = year(*own);
            let names = || all_of(lacking.iter().map(|label| quoted(label, self.material.language)));
            all.extend(match (lacking.len(), domain) {
                (0, _) => None,
                (count, _) if count == rows.len() => Some(self.gap(at)),
                (count, Some(_)) => Some(msg!("years-codes-not-there", count, year = own, names = names())),
                (count, None) => Some(msg!("years-options-not-there", count, year = own, names = names())),
            });
        }
        all
    }

    /// Why nothing is told of a year.
    fn gap(&self, at: usize) -> Message {
        let own = year(self.years.years[at]);
        let nothing = msg!("years-gap", year = own.clone());
        let Some(pair) = self.pairs.get(at) else { return nothing };
        let shown = areas(self.item.meant(), self.pairs, at);
        if shown.is_empty() {
            return nothing;
        }
        if self.item.measure.is_of_funds() && pair.money().is_none() {
            return match pair.earlier.study.money {
                None => msg!("years-gap-of-funds", year = own),
                Some(money) => {
                    let [then, now] = [money.currency(), self.years.currency()].map(|currency| currency.code());
                    msg!("years-gap-of-currency", year = own, then, now)
                }
            };
        }
        match &self.item.subject {
            Subject::Codes { domain: Some(domain), main } => {
                let label = in_sentence(domain.label(self.material.language));
                match main {
                    _ if !pair.domains.iter().any(|own| own.now == *domain) => {
                        msg!("years-gap-of-domain", year = own, domain = label)
                    }
                    Some(main) => msg!("years-gap-of-subcodes", year = own, main = main.as_str()),
                    None => nothing,
                }
            }
            Subject::Answers { question, .. } => {
                let ids = shown.iter().flat_map(|area| &area.then);
                let mut ids = ids.map(|area| pair.earlier.ledger.areas[area.at()].total.area.as_str());
                if ids.any(|id| asked_then(pair, question, id)) {
                    nothing
                } else {
                    msg!("years-gap-of-question", year = own)
                }
            }
            Subject::Codes { domain: None, .. } => nothing,
        }
    }

    /// What has no code, by year.
    fn without_code(&self) -> Option<Message> {
        let Subject::Codes { domain: Some(domain), .. } = self.item.subject else { return None };
        let gap = |ledger: &Ledger, areas: &[&str], domain: Domain| -> (usize, usize) {
            let own = areas
                .iter()
                .flat_map(|area| State::WITHOUT_CODE.map(|state| ledger.without_code(area, domain, state).0));
            let of = areas.iter().filter_map(|area| ledger.area(area)).map(|total| total.interventions);
            (own.sum(), of.sum())
        };
        let mut told: Vec<(i64, (usize, usize))> = Vec::new();
        let mut of_now: Vec<&str> = Vec::new();
        for (at, pair) in self.pairs.iter().enumerate() {
            let Some(own) = pair.domains.iter().find(|own| own.now == domain) else { continue };
            let shown = areas(self.item.meant(), self.pairs, at);
            let then = shown.iter().flat_map(|area| &area.then);
            let then: Vec<&str> = then.map(|area| pair.earlier.ledger.areas[area.at()].total.area.as_str()).collect();
            if !then.is_empty() {
                told.push((pair.earlier.year(), gap(&pair.earlier.ledger, &then, own.then)));
            }
            of_now = shown
                .iter()
                .map(|area| area.now)
                .map(|area| self.material.ledger.areas[area.at()].total.area.as_str())
                .collect();
        }
        told.push((self.material.study.year, gap(self.material.ledger, &of_now, domain)));
        if told.iter().all(|(_, (count, _))| *count == 0) {
            return None;
        }
        let language = self.material.language;
        let parts = told.into_iter().map(|(own, (count, of))| {
            msg!("years-without-code-in", counted = language.count_of(count, of), year = year(own))
        });
        let domain = in_sentence(domain.label(language));
        Some(msg!("years-without-code", domain, parts = all_of(parts)))
    }

    /// How rows are counted and changes reckoned.
    fn counting(&self) -> Vec<Message> {
        let mut all = Vec::new();
        match &self.item.subject {
            Subject::Codes { .. } => all.push(msg!("years-several-codes")),
            Subject::Answers { .. } => {
                let differ = (0..self.years.years.len()).any(|at| {
                    self.years.base(at).is_none() && self.years.rows.iter().any(|row| row.counts[at].is_some())
                });
                all.extend(differ.then(|| msg!("years-bases-differ")));
            }
        }
        let is_rounded = self.item.measure != super::Measure::Number && self.years.is_comparable();
        all.extend((self.item.drawing == YearsDrawing::Change && is_rounded).then(|| msg!("years-unrounded")));
        all
    }

    /// In the prices of which year funds are, by which index.
    fn prices(&self) -> Option<Message> {
        let prices = self.material.study.prices.as_ref().filter(|_| self.item.prices)?;
        let language = self.material.language;
        let index = prices.index.iter().filter(|(own, _)| self.years.years.contains(own) || *own == prices.year);
        let index = index.map(|(own, index)| format!("{own}: {}", index.written(language, 4)));
        let source =
            around("", (!prices.source.get(language).is_empty()).then(|| sentence(prices.source.get(language))), "");
        Some(msg!("years-prices", year = year(prices.year), source, index = joined(index, "; ")))
    }

    /// That codes are counted here, where other items have estimates of them.
    fn as_coded(&self) -> Option<Message> {
        let (domain, ledger) = (self.years.domain?, self.material.ledger);
        let areas = self.pairs.iter().flat_map(|pair| &pair.areas);
        let is_estimated = areas.map(|area| area.now).any(|area| ledger.estimates_domain(area, domain));
        is_estimated.then(|| msg!("years-as-coded"))
    }
}
