//! The rows of a figure over years.

use std::borrow::Cow;
use std::ops::Add;

use super::measure::Writing;
use super::{Measure, Order, Subject, YearsDrawing, YearsItem};
use crate::codebook::Domain;
use crate::compare::{AreaPair, Change, Count, Pair, Side, answers};
use crate::exact::Exact;
use crate::ledger::Selection;
use crate::money::{Currency, unit_of_axis};
use crate::msg;
use crate::report::{AreaGroup, Material, bars};
use crate::study::{Money, Survey};
use crate::wording::Language;

/// A figure over years, filled in.
#[derive(Clone, Debug)]
pub struct Years {
    /// The years, this one last.
    pub years: Vec<i64>,
    /// By year, whether it can be compared with this one.
    pub comparable: Vec<bool>,
    /// What is compared.
    pub measure: Measure,
    /// What of it, where codes are compared.
    pub domain: Option<Domain>,
    /// The rows, in their order.
    pub rows: Vec<YearsRow>,
    /// What the axis counts.
    pub axis: String,
    /// How much one unit of the axis of funds is.
    pub unit: i64,
    /// How funds count.
    pub money: Option<Money>,
    /// Whether a change is drawn as a line between two years.
    pub slope: bool,
}

/// A code or option over years.
#[derive(Clone, Debug)]
pub struct YearsRow {
    /// The code; the option as it is called.
    pub key: String,
    /// Its label.
    pub label: String,
    /// What it came to, by year; `None` where it was not there, or nobody was asked.
    pub counts: Vec<Option<Count>>,
    /// Why it changed, from the first year to the last; of codes only.
    pub parts: Option<Change>,
    /// What it counts this year, where it counts in one area.
    pub selection: Option<Selection>,
}

/// Which areas an item over years is about.
#[derive(Clone, Copy)]
pub(in crate::report) struct Meant<'m> {
    /// Those that it names; none where all are meant.
    pub named: &'m [AreaGroup],
    /// The question that it shows: of all areas those are meant that ask it.
    pub question: Option<&'m str>,
}

impl Meant<'_> {
    /// Whether an area of this year is meant.
    pub(in crate::report) fn now(self, now: Side<'_>, area: &str) -> bool {
        match (self.named, self.question) {
            ([], None) => true,
            ([], Some(question)) => now.ledger.question_id(area, question).is_some(),
            (several, _) => several.iter().any(|group| group.area == area),
        }
    }

    /// Whether an area that there was only then would be.
    pub(super) fn then(self, pair: &Pair<'_>, area: &str) -> bool {
        self.named.is_empty() && self.question.is_none_or(|question| asked_then(pair, question, area))
    }
}

/// Whether a question was asked in an area of then.
pub(super) fn asked_then(pair: &Pair<'_>, question: &str, area: &str) -> bool {
    let surveys = pair.earlier.study.surveys.iter().filter(|survey| survey.area == area);
    let mut asked = surveys.flat_map(|survey| &survey.questions);
    asked.any(|own| pair.earlier.declared.question_now(&own.id) == question)
}

impl YearsItem {
    /// Which areas it is about.
    pub(in crate::report) fn meant(&self) -> Meant<'_> {
        let question = match &self.subject {
            Subject::Answers { question, .. } => Some(question.as_str()),
            Subject::Codes { .. } => None,
        };
        Meant { named: &self.areas, question }
    }
}

/// Which areas of a pair of years are shown.
pub(in crate::report) fn areas<'p, 'a>(
    meant: Meant<'_>,
    pairs: &'p [Cow<'_, Pair<'a>>],
    at: usize,
) -> Vec<&'p AreaPair<'a>> {
    let shown = |area: &&AreaPair<'_>| match meant.named {
        // Of all, those that can be compared in every year; of several, those that were there in every year.
        [] => {
            let is_comparable = |pair: &Cow<'_, Pair<'_>>| pair.area(area.id).is_some_and(|own| own.broken.is_none());
            pairs.iter().all(is_comparable) && pairs.iter().any(|pair| meant.now(pair.now, area.id))
        }
        [one] => one.area == area.id,
        several => {
            several.iter().any(|group| group.area == area.id) && pairs.iter().all(|pair| pair.area(area.id).is_some())
        }
    };
    pairs.get(at).into_iter().flat_map(|pair| &pair.areas).filter(shown).collect()
}

/// The pairs of some years, in the prices of one where that is wanted.
pub(in crate::report) fn pairs<'m, 'a>(
    material: &'m Material<'a>,
    years: &[i64],
    in_prices: bool,
) -> Vec<Cow<'m, Pair<'a>>> {
    let find = |year: &i64| material.years.iter().find(|pair| pair.earlier.year() == *year);
    let prices = material.study.prices.as_ref().filter(|_| in_prices);
    let priced = |pair: &'m Pair<'a>| {
        let years = [pair.earlier.year(), material.study.year];
        let factors = prices.map(|prices| years.map(|year| prices.factor(year)));
        match factors {
            Some([Some(then), Some(now)]) => Cow::Owned(pair.at_prices([then, now])),
            _ => Cow::Borrowed(pair),
        }
    };
    years.iter().filter_map(find).map(priced).collect()
}

pub(in crate::report) fn build(material: &Material<'_>, item: &YearsItem) -> Years {
    let pairs = pairs(material, &item.years, item.prices);
    let years: Vec<i64> = pairs.iter().map(|pair| pair.earlier.year()).chain([material.study.year]).collect();
    let (domain, mut rows) = match &item.subject {
        Subject::Codes { domain, main } => {
            (*domain, domain.map_or_else(Vec::new, |domain| codes(material, item, &pairs, (domain, main.as_deref()))))
        }
        Subject::Answers { question, answer } => {
            (None, of_answers(material, item, &pairs, (question, answer.as_deref())))
        }
    };
    rows.retain(|row| row.counts.iter().flatten().any(|count| count.number > 0));
    let comparable =
        (0..pairs.len()).map(|at| areas(item.meant(), &pairs, at).iter().all(|area| area.broken.is_none()));
    let comparable: Vec<bool> = comparable.chain([true]).collect();
    if comparable.first() == Some(&false) {
        rows.iter_mut().for_each(|row| row.parts = None);
    }
    order(&mut rows, item, comparable.first() == Some(&true));
    let funds = rows.iter().flat_map(|row| row.counts.iter().flatten()).map(|count| count.funds.amount());
    let unit = unit_of_axis(funds.max().unwrap_or_default().rounded().0);
    let mut years = Years {
        years,
        comparable,
        measure: item.measure,
        domain,
        rows,
        axis: String::new(),
        unit,
        money: material.study.money,
        slope: item.slope,
    };
    years.axis = axis(material, item, &years);
    years
}

/// What the axis counts.
fn axis(material: &Material<'_>, item: &YearsItem, years: &Years) -> String {
    let language = material.language;
    let shares = item.measure.is_share();
    if item.measure == Measure::ShareOfFunds {
        return msg!("years-share-of-funds").text(language);
    }
    if item.measure == Measure::Funds {
        return msg!("funds-axis", unit = years.currency().in_unit(years.unit)).text(language);
    }
    match &item.subject {
        Subject::Codes { .. } => crate::report::Noun::Intervention.axis(shares, language),
        Subject::Answers { question, .. } => {
            let asks = |survey: &&Survey| survey.questions.iter().any(|own| own.id == *question);
            let first = || material.study.surveys.iter().find(asks).map(|survey| survey.area.as_str());
            let area = item.areas.first().map(|group| group.area.as_str()).or_else(first).unwrap_or_default();
            bars::counted(material, area, question).axis(shares, language)
        }
    }
}

/// A row per code of a domain.
fn codes(
    material: &Material<'_>,
    item: &YearsItem,
    pairs: &[Cow<'_, Pair<'_>>],
    (domain, main): (Domain, Option<&str>),
) -> Vec<YearsRow> {
    let mut rows: Vec<YearsRow> = Vec::new();
    let now = pairs.len();
    for (at, pair) in pairs.iter().enumerate() {
        let Some(own) = pair.domains.iter().find(|own| own.now == domain) else { continue };
        let areas = areas(item.meant(), pairs, at);
        let of_areas = areas.iter().map(|area| pair.changes(area, own));
        let Some(changes) = of_areas.reduce(|all, more| all.into_iter().zip(more).map(|(a, b)| a + b).collect()) else {
            continue;
        };
        for (position, (code, change)) in own.codes.iter().zip(changes).enumerate() {
            if code.parent != main {
                continue;
            }
            let row = match rows.iter().position(|row| row.key == code.code.id) {
                Some(known) => &mut rows[known],
                None => {
                    let label = code.code.label.get(material.language).to_owned();
                    let counts = vec![None; now + 1];
                    let key = code.code.id.clone();
                    rows.push(YearsRow { key, label, counts, parts: None, selection: None });
                    let Some(row) = rows.last_mut() else { continue };
                    row
                }
            };
            let was_there = own.was_there(position) && has_money(pair, item);
            row.counts[at] = was_there.then_some(change.then);
            row.counts[now] = code.now.map(|_| change.now);
            row.parts = Some(change).filter(|_| was_there && code.now.is_some());
            row.selection = code.now.zip(one(&areas)).map(|(code, area)| Selection::Code(area.now, domain, code));
        }
    }
    rows
}

/// Whether the earlier study knows what is compared: funds are not zero in a study without funds.
fn has_money(pair: &Pair<'_>, item: &YearsItem) -> bool {
    !item.measure.is_of_funds() || pair.money().is_some()
}

fn one<'p, 'a>(areas: &[&'p AreaPair<'a>]) -> Option<&'p AreaPair<'a>> {
    if let [one] = areas { Some(one) } else { None }
}

/// A row per option of a question.
fn of_answers(
    material: &Material<'_>,
    item: &YearsItem,
    pairs: &[Cow<'_, Pair<'_>>],
    (question, answer): (&str, Option<&str>),
) -> Vec<YearsRow> {
    let mut rows: Vec<YearsRow> = Vec::new();
    let now = pairs.len();
    for (at, pair) in pairs.iter().enumerate() {
        let areas = areas(item.meant(), pairs, at);
        // This year is the same beside every other, and counted once.
        let counts_now = rows.iter().all(|row| row.counts[now].is_none());
        for area in &areas {
            for own in answers(pair, area) {
                let is_meant = own.option.is_empty() || answer.is_none_or(|answer| answer == own.answer);
                if own.question != question || !is_meant {
                    continue;
                }
                let name = if own.option.is_empty() { own.answer } else { own.option };
                let position = rows.iter().position(|row| row.key == name).unwrap_or_else(|| {
                    let (key, label) = (name.to_owned(), material.option(name).to_owned());
                    rows.push(YearsRow { key, label, counts: vec![None; now + 1], parts: None, selection: None });
                    rows.len() - 1
                });
                let counts = &mut rows[position].counts;
                counts[at] = added(counts[at], own.then);
                counts[now] = if counts_now { added(counts[now], own.now) } else { counts[now] };
                if let Some(area) = one(&areas) {
                    let bar = bars::bar(material, area.id, question, answer, name);
                    rows[position].selection = bar.map(|bar| bar.selection);
                }
            }
        }
    }
    rows
}

fn added(sum: Option<Count>, more: Option<(usize, usize)>) -> Option<Count> {
    let more = more.map(|(number, of)| Count { number, of, ..Count::default() });
    [sum, more].into_iter().flatten().reduce(Count::add)
}

/// Puts rows in order; equals stay as codebook or questionnaire have them.
fn order(rows: &mut [YearsRow], item: &YearsItem, is_comparable: bool) {
    let value = |count: Option<&Option<Count>>| {
        count.copied().flatten().and_then(|count| item.measure.of(&count)).unwrap_or(Exact::ZERO)
    };
    let change = |row: &YearsRow| value(row.counts.last()).minus(value(row.counts.first())).unwrap_or(Exact::ZERO);
    match item.order {
        Order::Declared => {}
        Order::Change if is_comparable => {
            rows.sort_by_cached_key(|row| (std::cmp::Reverse(change(row)), std::cmp::Reverse(value(row.counts.last()))))
        }
        Order::Now | Order::Change => rows.sort_by_cached_key(|row| std::cmp::Reverse(value(row.counts.last()))),
    }
}

impl Years {
    /// The currency of funds.
    pub fn currency(&self) -> Currency {
        self.money.map(|money| money.currency()).unwrap_or_default()
    }

    pub(super) fn writing(&self, language: Language) -> Writing {
        Writing { measure: self.measure, unit: self.unit, language }
    }

    /// The value of a row in a year.
    pub fn value(&self, row: usize, year: usize) -> Option<Exact> {
        self.measure.of(self.rows.get(row)?.counts.get(year)?.as_ref()?)
    }

    /// A value in the unit of the axis.
    pub fn in_unit(&self, value: Exact, language: Language) -> f64 {
        self.writing(language).in_unit(value)
    }

    /// A value as it stands beside a dot; a dash where there is none.
    pub fn written(&self, row: usize, year: usize, language: Language) -> String {
        self.value(row, year).map_or_else(|| "–".to_owned(), |value| self.writing(language).value(value))
    }

    /// How much a row has changed from the first year to the last; `None` where it lacks one of them, or they cannot be compared.
    pub fn change(&self, row: usize) -> Option<Exact> {
        if !self.is_comparable() {
            return None;
        }
        self.value(row, self.years.len() - 1)?.minus(self.value(row, 0)?)
    }

    /// Whether the first year can be compared with the last.
    pub fn is_comparable(&self) -> bool {
        self.comparable.first().copied().unwrap_or(true)
    }

    /// A change with its sign; a dash where there is none.
    pub fn change_written(&self, row: usize, language: Language) -> String {
        self.change(row).map_or_else(|| "–".to_owned(), |change| self.writing(language).change(change))
    }

    /// Of how many a year's rows are, where that is the same for all.
    pub fn base(&self, year: usize) -> Option<usize> {
        let mut bases = self.rows.iter().filter_map(|row| row.counts.get(year)?.as_ref()).map(|count| count.of);
        let first = bases.next()?;
        bases.all(|base| base == first).then_some(first)
    }

    /// A year as a legend has it, with its base: `2023 (n = 133)`, or with what its funds are of.
    pub fn year_with_base(&self, year: usize, language: Language) -> String {
        let name = self.years.get(year).map(i64::to_string).unwrap_or_default();
        let count = self.rows.iter().find_map(|row| row.counts.get(year)?.as_ref());
        let base = match count {
            Some(count) if self.measure.is_of_funds() => Some(language.funds(count.of_funds.amount(), self.currency())),
            _ => self.base(year).map(|base| msg!("years-base", base = language.count(base)).text(language)),
        };
        base.map_or_else(|| name.clone(), |base| format!("{name} ({base})"))
    }

    /// The row of a mark in the table: of a code, or of a code in a year.
    pub fn row(&self, drawing: YearsDrawing, row: usize, year: usize) -> usize {
        match drawing {
            YearsDrawing::Change => row,
            YearsDrawing::Series => row * self.years.len() + year,
        }
    }

    /// A mark in words, as `Samverkan: 24 (2023), 31 (2024); +7`.
    pub fn mark_title(&self, row: usize, years: impl Iterator<Item = usize>, language: Language) -> String {
        let label = self.rows.get(row).map_or("", |row| row.label.as_str());
        let told =
            years.filter_map(|year| Some(format!("{} ({})", self.written(row, year, language), self.years.get(year)?)));
        format!("{label}: {}", told.collect::<Vec<_>>().join(", "))
    }
}
