//! Measures by year: this year's from the accounts, other years' from declared numbers and from the studies of those years.

use std::collections::{BTreeMap, BTreeSet};

use super::{Grant, whole};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::exact::Exact;
use crate::msg;
use crate::study::{MeasureDeclaration, MeasureForm, Study};
use crate::survey::ListedNumber;
use crate::wording::{Arg, Message, Text, all_of};

/// A measure of one year.
#[derive(Clone, Debug)]
pub struct Series {
    /// The measure.
    pub measure: String,
    /// The year.
    pub year: i64,
    /// What its numbers count.
    pub unit: Unit,
    /// One point, or one per option.
    pub points: Vec<Point>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Kronor.
    Money,
    /// Recipients.
    Count,
    /// Something else.
    Number,
}

/// A number of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The option's key; empty where the measure has none.
    pub option: String,
    /// The option as readers see it.
    pub label: Text,
    /// The number.
    pub value: Exact,
    /// Of how many, for a count.
    pub base: Option<usize>,
    /// What it is from, in words: empty for what the study's own returns say.
    pub source: String,
    /// Where it stands, or is declared.
    pub place: Place,
}

impl Series {
    /// The point of an option.
    pub fn point(&self, option: &str) -> Option<&Point> {
        self.points.iter().find(|point| point.option == option)
    }
}

impl MeasureDeclaration {
    /// What its numbers count.
    pub fn unit(&self) -> Unit {
        match &self.form {
            Some(form) => form.unit(),
            None if self.money => Unit::Money,
            None => Unit::Number,
        }
    }
}

impl MeasureForm {
    /// What its numbers count.
    pub fn unit(&self) -> Unit {
        match self {
            Self::Sum { .. } | Self::Pots { .. } => Unit::Money,
            Self::Count { .. } => Unit::Count,
        }
    }
}

impl Grant {
    /// What a form measures in the study's own year.
    pub fn points(&self, study: &Study, form: &MeasureForm) -> Vec<Point> {
        match form {
            MeasureForm::Sum { field: reference } => {
                let Some((_, field)) = self.field(study, reference) else { return Vec::new() };
                let point = |option| Some((field.total(option)?, None));
                self.field_points(field, &reference.field.place, point)
            }
            MeasureForm::Count { field: reference, answers } => {
                let Some((account, field)) = self.field(study, reference) else { return Vec::new() };
                let answers: Vec<&str> = answers.iter().map(|answer| answer.value.as_str()).collect();
                let point = |option| {
                    let (count, base) = field.count(account.returns.len(), option, &answers);
                    Some((Exact::whole(i64::try_from(count).unwrap_or(i64::MAX)), Some(base)))
                };
                self.field_points(field, &reference.field.place, point)
            }
            MeasureForm::Pots { allocation } => {
                let found = self.allocations.iter().find(|own| own.id == allocation.value);
                let parts = found.into_iter().flat_map(|own| &own.parts);
                let point = |part: &super::AllocationPart| Point {
                    option: part.id.clone(),
                    label: part.label.clone(),
                    value: part.pot.into(),
                    base: None,
                    source: String::new(),
                    place: allocation.place.clone(),
                };
                parts.map(point).collect()
            }
        }
    }

    fn field_points(
        &self,
        field: &super::Field,
        place: &Place,
        of: impl Fn(usize) -> Option<(Exact, Option<usize>)>,
    ) -> Vec<Point> {
        let point = |option: usize| {
            let (value, base) = of(option)?;
            let label = field.options.get(option).map_or_else(|| field.label.clone(), |o| o.label.clone());
            let option = field.key(option).to_owned();
            Some(Point { option, label, value, base, source: String::new(), place: place.clone() })
        };
        (0..field.width()).filter_map(point).collect()
    }

    /// A measure of a year.
    pub fn measure(&self, measure: &str, year: i64) -> Option<&Series> {
        self.series.iter().find(|series| series.measure == measure && series.year == year)
    }

    /// Takes over the measures of other studies; where they contradict what is known here, that is a notice.
    pub(super) fn take_over_series(&mut self, study: &Study, messages: &mut Diagnostics) {
        let earlier: BTreeSet<&str> = study.earlier.iter().map(|e| e.study.value.as_str()).collect();
        let from = self.companions.iter().filter(|(path, _)| earlier.contains(path.as_str()));
        let taken: Vec<(String, Series)> = from
            .flat_map(|(path, grant)| grant.series.iter().map(move |series| (path.clone(), series.clone())))
            .filter(|(_, series)| study.measures.iter().any(|own| own.id == series.measure))
            .collect();
        for (path, mut series) in taken {
            for point in &mut series.points {
                if point.source.is_empty() {
                    point.source.clone_from(&path);
                }
            }
            self.add(study, series, messages);
        }
        self.series.sort_by(|a, b| (&a.measure, a.year).cmp(&(&b.measure, b.year)));
        for measure in &study.measures {
            messages.push_all(self.other_unit(measure, study.year).as_ref());
        }
    }

    /// A warning of years whose numbers are hundreds of times those of the others, or the others theirs: they are probably
    /// in another unit. Of two groups of the same size the one without the study's own year is told.
    fn other_unit(&self, measure: &MeasureDeclaration, own: i64) -> Option<Diagnostic> {
        /// Thousands beside kronor, and a grant that grew to five times what it was.
        const TIMES: f64 = 200.0;
        let of_years = self.series.iter().filter(|series| series.measure == measure.id && series.unit != Unit::Count);
        let points = of_years.flat_map(|series| series.points.iter().map(|point| (series.year, point)));
        let mut by_option: BTreeMap<&str, Vec<(i64, &Point)>> = BTreeMap::new();
        for (year, point) in points.filter(|(_, point)| point.value > Exact::ZERO) {
            by_option.entry(&point.option).or_default().push((year, point));
        }
        by_option.into_values().find_map(|mut years| {
            years.sort_by(|a, b| a.1.value.cmp(&b.1.value).then(a.0.cmp(&b.0)));
            let value = |at: usize| years[at].1.value.approximate();
            let at = (1..years.len()).find(|at| value(*at) / value(at - 1) >= TIMES)?;
            let (small, large) = years.split_at(at);
            let is_own = |group: &[(i64, &Point)]| group.iter().any(|(year, _)| *year == own);
            let small_is_odd = small.len() < large.len() || small.len() == large.len() && !is_own(small);
            let (odd, others) = if small_is_odd { (small, large) } else { (large, small) };
            let told = |(year, point): &(i64, &Point)| {
                msg!("measure-of-year", value = in_words(point.value), year = year.to_string())
            };
            let (measure, place) = (measure.named(), odd.first()?.1.place.clone());
            let [odd, others] = [odd, others].map(|group| all_of(group.iter().map(told)));
            Some(Diagnostic::warning(place, msg!("measure-of-other-unit", measure, odd, others)))
        })
    }

    /// Adds what is not known yet.
    fn add(&mut self, study: &Study, new: Series, messages: &mut Diagnostics) {
        let known = self.series.iter_mut().find(|own| own.measure == new.measure && own.year == new.year);
        match known {
            None => self.series.push(new),
            Some(known) => merge(study, known, new, messages),
        }
    }
}

/// Adds the points that are not known; a point that contradicts a known one is a notice.
fn merge(study: &Study, known: &mut Series, new: Series, messages: &mut Diagnostics) {
    let year = new.year;
    let label = study.measures.iter().find(|own| own.id == new.measure).map(|own| msg!("in-quotes", text = &own.label));
    for point in new.points {
        let Some(own) = known.points.iter().find(|own| own.option == point.option) else {
            known.points.push(point);
            continue;
        };
        let bases_differ = own.base.zip(point.base).is_some_and(|(a, b)| a != b);
        if own.value == point.value && !bases_differ {
            continue;
        }
        let (measure, year) = (label.clone(), year.to_string());
        let (one, other) = (told(study, &year, own), told(study, &year, &point));
        let message = match point.option.as_str() {
            "" => msg!("measure-contradicted", measure, year, one, other),
            option => msg!("measure-option-contradicted", measure, year, option = shown(option), one, other),
        };
        messages.push(Diagnostic::notice(own.place.clone(), message));
    }
}

/// A number, its base and where it is from.
fn told(study: &Study, year: &str, point: &Point) -> Message {
    let is_earlier = |source: &str| study.earlier.iter().any(|own| own.study.value == source);
    let source = match point.source.as_str() {
        "" => msg!("measured-by-returns").into(),
        source if is_earlier(source) => msg!("measured-by-returns-of", year).into(),
        source => Arg::from(source),
    };
    let value = in_words(point.value);
    match point.base {
        Some(base) => msg!("measured-of-base", value, base = base.to_string(), source),
        None => msg!("measured", value, source),
    }
}

/// A number for messages.
pub(super) fn in_words(value: Exact) -> Arg {
    match value.amount() {
        Some(amount) => Arg::written(|language| language.in_message(&language.bare_amount(amount))),
        None => Arg::written(|language| value.written(language, 4)),
    }
}

/// The measures of a study by itself: its own year from the accounts, others as declared.
pub(super) fn series(
    study: &Study,
    grant: &Grant,
    declared: Vec<ListedNumber>,
    messages: &mut Diagnostics,
) -> Vec<Series> {
    let mut own = Grant::default();
    for measure in &study.measures {
        let points = measure.form.as_ref().map(|form| grant.points(study, form)).unwrap_or_default();
        if !points.is_empty() {
            let series = Series { measure: measure.id.clone(), year: study.year, unit: measure.unit(), points };
            own.series.push(series);
        }
    }
    let mut seen: BTreeSet<(i64, String, String)> = BTreeSet::new();
    for number in declared {
        let Some(measure) = known_measure(study, &number, messages) else { continue };
        let point = point(grant, study, measure, &number, messages);
        if !seen.insert((number.year, number.measure.clone(), number.option.clone())) {
            let message = msg!("measure-twice", measure = shown(&number.measure), year = number.year.to_string());
            messages.push(Diagnostic::error(number.place, message));
            continue;
        }
        let series = Series { measure: number.measure, year: number.year, unit: measure.unit(), points: vec![point] };
        own.add(study, series, messages);
    }
    own.series
}

fn known_measure<'s>(
    study: &'s Study,
    number: &ListedNumber,
    messages: &mut Diagnostics,
) -> Option<&'s MeasureDeclaration> {
    let found = study.measures.iter().find(|measure| measure.id == number.measure);
    if found.is_none() {
        let suggestion = did_you_mean(&number.measure, study.measures.iter().map(|measure| measure.id.as_str()));
        let message = msg!("measure-unknown", measure = shown(&number.measure), suggestion);
        messages.push(Diagnostic::error(number.place.clone(), message));
    }
    found
}

/// A declared number as a point; its option has to be one of this year's where the measure has options then.
fn point(
    grant: &Grant,
    study: &Study,
    measure: &MeasureDeclaration,
    number: &ListedNumber,
    messages: &mut Diagnostics,
) -> Point {
    let this_year = measure.form.as_ref().map(|form| grant.points(study, form)).unwrap_or_default();
    let same = this_year.iter().find(|point| point.option == number.option);
    if !this_year.is_empty() && same.is_none() {
        let suggestion = did_you_mean(&number.option, this_year.iter().map(|point| point.option.as_str()));
        let (option, measure) = (shown(&number.option), shown(&measure.id));
        let message = msg!("measure-option-unknown", option, measure, suggestion);
        messages.push(Diagnostic::error(number.place.clone(), message));
    }
    let base_too_small =
        number.base.is_some_and(|base| i64::try_from(base).is_ok_and(|base| number.value > Exact::whole(base)));
    if base_too_small {
        let (value, base) = (in_words(number.value), number.base.unwrap_or_default().to_string());
        let (measure, year) = (measure.named(), number.year.to_string());
        let message = msg!("measure-above-base", measure, year, value, base);
        messages.push(Diagnostic::notice(number.place.clone(), message));
    }
    let label = same.map(|point| point.label.clone());
    Point {
        option: number.option.clone(),
        label: label.unwrap_or_else(|| Text { sv: number.option.clone(), en: None }),
        value: number.value,
        base: number.base,
        source: format!("{} ({})", number.source, whole(&number.place)),
        place: number.place.clone(),
    }
}
