//! A cross table one side of which is years: an earlier year's cells hold what its study counts, under the names of now.
//!
//! What was not there in a year is a gap and not nothing. Areas that cannot be compared are left out of all years, as in figures over
//! years, but where areas stand in rows or columns by themselves.

use std::borrow::Cow;

use super::super::alternative::quoted;
use super::super::years::{Meant, answered, areas, broken, gone, left_out, missing, pairs, reason, title};
use super::super::{AreaGroup, Material};
use super::build::{Cell, Crossed, together};
use super::side::{Value, Values, Year};
use super::then::{Had, Then, codes, ids};
use super::words::{counted, counting, noun, of_areas};
use super::{CrossItem, Measure, Side, Way};
use crate::compare::{AreaPair, Pair};
use crate::ledger::{Areas, Criterion, Ledger, Selection};
use crate::msg;
use crate::study::{Money, Per};
use crate::wording::{Message, all_of, joined};

/// Fills a cross table over years in.
pub(super) fn build(material: &Material<'_>, item: &CrossItem) -> Crossed {
    let pairs = pairs(material, &item.years, false);
    let over = Over { material, item, pairs: &pairs };
    let thens: Vec<Then<'_>> = (0..pairs.len()).map(|at| over.then(at)).collect();
    let areas = over.areas_now();
    let (side, per) = (over.side(), item.measure.per());
    let mut values = side.values(material, &item.areas, areas);
    add_gone(&mut values, &thens);
    let now = |criterion: Criterion| {
        let selection = Selection::Both(areas, per, over.in_order([criterion, Criterion::Any]));
        let counted = material.ledger.counted(selection);
        Cell { selection: Some(selection), number: counted.number, funds: counted.funds }
    };
    let line = |value: Option<&Value>| -> Vec<Option<Cell>> {
        let criterion = value.map_or(Some(values.whole), |value| value.criterion);
        thens.iter().map(|then| then.cell(value)).chain([criterion.map(now)]).collect()
    };
    let occurs = |line: &[Option<Cell>]| line.iter().flatten().any(|cell| cell.number > 0);
    let mut lines: Vec<(Option<Value>, Vec<Option<Cell>>)> =
        values.all.iter().map(|value| (Some(value.clone()), line(Some(value)))).collect();
    lines.retain(|(value, line)| value.as_ref().is_none_or(|value| !value.rest) || occurs(line));
    lines.push((None, line(None)));
    let (all, lines): (Vec<Option<Value>>, Vec<_>) = lines.into_iter().unzip();
    let values = Values { all: all.into_iter().flatten().collect(), ..values };
    let domain = values.domain;
    let sides = over.in_order([values, over.years()]);
    let [rows, columns] = sides;
    Crossed {
        cells: if item.columns.is_years() { lines } else { turned(&lines) },
        measure: item.measure,
        share: item.share,
        also_funds: false,
        currency: material.study.currency(),
        estimated: domain.is_some_and(|own| areas.iter().any(|area| material.ledger.estimates_domain(area, own))),
        rows,
        columns,
    }
}

/// Sentences for the note: what the numbers are and of how many, who answered when, what was not there, and what cannot be compared.
pub(super) fn sentences(material: &Material<'_>, item: &CrossItem, crossed: &Crossed) -> Vec<String> {
    let pairs = pairs(material, &item.years, false);
    let over = Over { material, item, pairs: &pairs };
    let groups = over.groups();
    let together = of_areas(material, &groups).filter(|_| !over.is_by_area());
    let mut all: Vec<Message> = together.into_iter().collect();
    let (bases, outside) = over.bases();
    let [shows, others @ ..] = counting(crossed, all_of(bases));
    all.extend(shows.into_iter().chain(outside).chain(others.into_iter().flatten()));
    for (at, pair) in pairs.iter().enumerate() {
        let shown = over.shown(at);
        all.extend(answered(pair, &shown));
        match over.is_by_area() {
            true => all.extend(over.of_each_area(pair, &shown)),
            false => {
                all.extend(broken(pair, &shown));
                all.extend(left_out(over.meant(), pair, &shown).filter(|_| item.areas.len() > 1));
            }
        }
    }
    all.extend(missing(material.study));
    all.extend(over.incomplete());
    all.extend(over.gaps(crossed));
    all.iter().map(|message| message.text(material.language)).collect()
}

/// Columns for rows.
fn turned(lines: &[Vec<Option<Cell>>]) -> Vec<Vec<Option<Cell>>> {
    let columns = lines.first().map_or(0, Vec::len);
    (0..columns).map(|column| lines.iter().map(|line| line[column]).collect()).collect()
}

/// What there was only in an earlier year stands behind what there is now, and before what has none of it.
fn add_gone(values: &mut Values, thens: &[Then<'_>]) {
    for Had { value, .. } in thens.iter().flat_map(|then| &then.had).filter(|had| had.alone) {
        if values.all.iter().any(|known| known.id == value.id) {
            continue;
        }
        let first_rest = values.all.iter().position(|known| known.rest).filter(|_| !value.rest);
        values.all.insert(first_rest.unwrap_or(values.all.len()), Value { criterion: None, ..value.clone() });
    }
}

/// A table over years, while it is filled in.
struct Over<'o, 'a> {
    material: &'o Material<'a>,
    item: &'o CrossItem,
    pairs: &'o [Cow<'o, Pair<'a>>],
}

impl<'o, 'a> Over<'o, 'a> {
    /// The side that is not years.
    fn side(&self) -> &'o Side {
        if self.item.columns.is_years() { &self.item.rows } else { &self.item.columns }
    }

    /// Something of the other side and of years, as rows and columns have them.
    fn in_order<T>(&self, [own, years]: [T; 2]) -> [T; 2] {
        if self.item.columns.is_years() { [own, years] } else { [years, own] }
    }

    /// The years, this one last.
    fn years(&self) -> Values {
        let side = if self.item.columns.is_years() { &self.item.columns } else { &self.item.rows };
        let own = side.values(self.material, &self.item.areas, self.areas_now());
        let then = self.pairs.iter().map(|pair| pair.earlier.year());
        let named = |year: i64| Value {
            id: year.to_string(),
            label: year.to_string(),
            criterion: (year == self.material.study.year).then_some(Criterion::Any),
            rest: false,
        };
        Values { all: then.chain([self.material.study.year]).map(named).collect(), ..own }
    }

    fn is_by_area(&self) -> bool {
        self.side().way == Way::Areas
    }

    /// The areas that are named; none where all are meant, of which those are shown that can be compared.
    fn meant(&self) -> Meant<'o> {
        let is_all = self.item.areas.len() > 1 && self.item.areas.len() == self.material.study.surveys.len();
        Meant { named: if is_all { &[] } else { &self.item.areas }, question: None }
    }

    /// The areas of a pair of years that are shown.
    fn shown(&self, at: usize) -> Vec<&'o AreaPair<'a>> {
        if !self.is_by_area() {
            return areas(self.meant(), self.pairs, at);
        }
        let is_meant = |area: &&AreaPair<'_>| self.item.areas.iter().any(|group| group.area == area.id);
        self.pairs.get(at).into_iter().flat_map(|pair| &pair.areas).filter(is_meant).collect()
    }

    /// The areas of this year that are shown.
    fn groups(&self) -> Vec<AreaGroup> {
        let all = self.item.areas.iter();
        if self.is_by_area() || self.pairs.is_empty() || self.item.areas.len() == 1 {
            return all.cloned().collect();
        }
        let shown = self.shown(0);
        all.filter(|group| shown.iter().any(|area| area.id == group.area)).cloned().collect()
    }

    fn areas_now(&self) -> Areas {
        together(self.material, &self.groups())
    }

    /// What an earlier year had.
    fn then(&self, at: usize) -> Then<'o> {
        let (pair, shown, per) = (&self.pairs[at], self.shown(at), self.item.measure.per());
        let ledger = &pair.earlier.ledger;
        let nothing = Then { ledger, per, had: Vec::new(), whole: None };
        // Funds are not zero in a study without funds.
        let has_measure = self.item.measure != Measure::Funds || pair.money().is_some();
        if shown.is_empty() || !has_measure {
            return nothing;
        }
        let all = Areas::new(shown.iter().flat_map(|area| area.then.clone()));
        let year = Year { ledger, areas: all, names: Some(&pair.earlier.declared) };
        let counted = |criterion: Criterion| ids(ledger, all, per, criterion);
        let whole = Some(counted(Criterion::Any));
        match &self.side().way {
            Way::Codes(domain, level) => codes(pair, (*domain, level), all, self.material.language).unwrap_or(nothing),
            Way::Areas => {
                let of = |area: &&AreaPair<'_>| Had {
                    value: Value::new(area.id, area.id, Criterion::Any),
                    ids: ids(ledger, Areas::new(area.then.iter().copied()), per, Criterion::Any),
                    alone: false,
                };
                Then { had: shown.iter().map(of).collect(), whole, ..nothing }
            }
            _ => {
                let values = self.side().values_then(self.material, year);
                let is_asked =
                    !matches!(self.side().way, Way::Answers { .. }) || values.all.iter().any(|value| !value.rest);
                let had = |value: Value| Some(Had { ids: counted(value.criterion?), value, alone: true });
                let whole = Some(counted(values.whole));
                let had = values.all.into_iter().filter(|_| is_asked).filter_map(had).collect();
                Then { had, whole, ..nothing }
            }
        }
    }

    /// By year, of how many the numbers are; then, by year, how many are not of these.
    fn bases(&self) -> (Vec<Message>, Option<Message>) {
        let (per, language) = (self.item.measure.per(), self.material.language);
        let (mut bases, mut outside) = (Vec::new(), Vec::new());
        let mut tell = |year: i64, (ledger, money): (&Ledger, Option<Money>), areas: Areas, whole: Option<Cell>| {
            let Some(whole) = whole else { return };
            let (noun, year) = (noun(ledger, areas, per), year.to_string());
            let money = money.filter(|_| per == Per::Intervention);
            let base = counted(noun, (whole.number, whole.funds), money, language);
            bases.push(msg!("cross-base-of-year", base, year = year.clone()));
            let all = ids(ledger, areas, per, Criterion::Any).len();
            if all > whole.number {
                outside.push(msg!("cross-base-of-year", base = noun.counted(all - whole.number, language), year));
            }
        };
        for (at, pair) in self.pairs.iter().enumerate() {
            let areas = Areas::new(self.shown(at).iter().flat_map(|area| area.then.clone()));
            tell(pair.earlier.year(), (&pair.earlier.ledger, pair.money()), areas, self.then(at).cell(None));
        }
        let Material { ledger, study, .. } = self.material;
        let (areas, own) = (self.areas_now(), self.side().values(self.material, &self.groups(), self.areas_now()));
        let now = ledger.counted(Selection::Both(areas, per, [own.whole, Criterion::Any]));
        let now = Cell { selection: None, number: now.number, funds: now.funds };
        tell(study.year, (ledger, study.money), areas, Some(now));
        let told = own.outside.filter(|_| !outside.is_empty());
        (bases, told.map(|reason| msg!("cross-outside", number = all_of(outside), reason)))
    }

    /// By year, how many incomplete interventions are not counted.
    fn incomplete(&self) -> Option<Message> {
        let excluded = |ledger: &Ledger, areas: Areas| -> usize {
            areas.iter().filter_map(|area| ledger.areas.get(area.at())).map(|area| area.total.excluded).sum()
        };
        let then = self.pairs.iter().enumerate().map(|(at, pair)| {
            let areas = Areas::new(self.shown(at).iter().flat_map(|area| area.then.clone()));
            (pair.earlier.year(), excluded(&pair.earlier.ledger, areas))
        });
        let now = (self.material.study.year, excluded(self.material.ledger, self.areas_now()));
        let told = then.chain([now]).filter(|(_, count)| *count > 0);
        let told: Vec<Message> = told
            .map(|(year, count)| {
                let number = self.material.language.count(count);
                msg!("cross-incomplete-in", number, year = year.to_string())
            })
            .collect();
        (!told.is_empty()).then(|| msg!("cross-incomplete", numbers = all_of(told)))
    }

    /// The areas of a table of areas that were not there, are no longer there, or cannot be compared.
    fn of_each_area(&self, pair: &Pair<'_>, shown: &[&AreaPair<'_>]) -> Vec<Message> {
        let study = pair.now.study;
        let [then, now] = [pair.earlier.year(), study.year].map(|year| year.to_string());
        let new: Vec<&AreaGroup> =
            self.item.areas.iter().filter(|group| !shown.iter().any(|area| area.id == group.area)).collect();
        let named = all_of(new.iter().map(|group| title(study, &group.area)));
        let new = (!new.is_empty()).then(|| msg!("cross-areas-new", areas = named, then = then.clone()));
        let why = shown.iter().filter_map(|area| Some((area.id, area.broken?)));
        let why: Vec<Message> =
            why.map(|(id, why)| msg!("cross-area-broken", area = title(study, id), why = reason(why))).collect();
        let broken = (!why.is_empty()).then(|| msg!("cross-broken", then, now, areas = joined(why, "; ")));
        let gone = gone(self.meant(), pair);
        let gone = (!gone.is_empty()).then(|| msg!("years-left-out", areas = joined(gone, "; ")));
        [new, broken, gone].into_iter().flatten().collect()
    }

    /// By year, what was not there.
    fn gaps(&self, crossed: &Crossed) -> Vec<Message> {
        let [values, years] = self.in_order([&crossed.rows, &crossed.columns]);
        let cell = |value: usize, year: usize| {
            let [row, column] = self.in_order([value, year]);
            crossed.cell(row, column)
        };
        let mut all = Vec::new();
        for (at, year) in years.all.iter().enumerate() {
            let own = values.all.iter().enumerate().filter(|(_, value)| !value.rest);
            let lacking: Vec<&Value> =
                own.filter(|(value, _)| cell(*value, at).is_none()).map(|(_, own)| own).collect();
            let names = || all_of(lacking.iter().map(|value| quoted(&value.label, self.material.language)));
            let (count, of, year) = (lacking.len(), values.all.iter().filter(|own| !own.rest).count(), &year.label);
            all.extend(match &self.side().way {
                _ if count == 0 => None,
                _ if count == of => Some(msg!("years-gap", year)),
                Way::Codes(..) => Some(msg!("years-codes-not-there", count, year, names = names())),
                Way::Answers { .. } => Some(msg!("years-options-not-there", count, year, names = names())),
                _ => None,
            });
        }
        all
    }
}
