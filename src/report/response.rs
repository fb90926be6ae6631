//! Who answered of those who were expected to: by area, by level, by whom recipients belong to, or by their size.

use std::collections::BTreeMap;

use super::alternative::in_sentence;
use super::followed::{ResponseBy, ResponseItem};
use super::table::{Column, Kind, Table, Value};
use super::{
    AreaGroup, Bars, BarsGroup, Content, ItemDeclaration, KindDeclaration, Material, Noun, Percent, PercentStyle,
};
use crate::exact::Exact;
use crate::money::Amount;
use crate::msg;
use crate::register::{Level, Meant, POPULATION, Recipient, resolve_as};
use crate::study::TOTAL;
use crate::survey::{ExpectedBy, Survey, Turnout};
use crate::wording::{Language, names_of};

/// The numbers of a row.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    expected: usize,
    /// Whether of some it is not known who was expected: a rate would have them above the line and not below it.
    unknown: bool,
    /// Of those expected, where that is known.
    answered: usize,
    late: Option<usize>,
    partly: usize,
    unexpected: usize,
    requisitioned: Amount,
    covered: Amount,
}

impl Counts {
    fn add(&mut self, own: &Turnout<'_>, has_due: bool) {
        self.unknown |= own.expected.is_none();
        self.expected += usize::from(own.expected == Some(true));
        if has_due {
            *self.late.get_or_insert(0) += usize::from(own.has_answered() && own.answer.is_some_and(|own| own.late));
        }
        self.answered += usize::from(own.has_answered());
        self.partly += usize::from(own.has_answered() && own.answer.is_some_and(|own| own.is_partly()));
        self.unexpected += usize::from(own.is_unexpected());
        let paid = own.requisition.map(|own| own.requisitioned).unwrap_or_default();
        self.requisitioned = self.requisitioned + paid;
        if own.answer.is_some() {
            self.covered = self.covered + paid;
        }
    }

    fn and(self, other: Self) -> Self {
        let both = |one: Option<usize>, other: Option<usize>| match (one, other) {
            (None, None) => None,
            (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
        };
        Self {
            expected: self.expected + other.expected,
            unknown: self.unknown || other.unknown,
            answered: self.answered + other.answered,
            late: both(self.late, other.late),
            partly: self.partly + other.partly,
            unexpected: self.unexpected + other.unexpected,
            requisitioned: self.requisitioned + other.requisitioned,
            covered: self.covered + other.covered,
        }
    }

    /// How many were expected; `None` where that is not known of all.
    fn known(self) -> Option<usize> {
        (!self.unknown).then_some(self.expected)
    }

    /// The cells, in the order of the columns.
    fn cells(&self, has_money: bool) -> Vec<Value> {
        let expected = self.known();
        let missing = expected.map(|expected| expected.saturating_sub(self.answered));
        let rate = expected.and_then(|base| share(Exact::count(self.answered), Exact::count(base)));
        let mut cells: Vec<Value> = vec![expected.into(), self.answered.into(), self.late.into()];
        cells.extend([
            self.partly.into(),
            missing.into(),
            Value::from(self.unexpected),
            rate.map_or(Value::Missing, Value::Percent),
        ]);
        if has_money {
            let covered = share(self.covered.into(), self.requisitioned.into());
            cells.extend([self.requisitioned.into(), self.covered.into()]);
            cells.push(covered.map_or(Value::Missing, Value::Percent));
        }
        cells
    }
}

/// A part of a whole in percent; `None` of nothing.
pub(super) fn share(part: Exact, whole: Exact) -> Option<Percent> {
    let percent = part.times(Exact::whole(100))?.over(whole)?;
    Percent::new(percent, PercentStyle { decimals: 1, ..PercentStyle::default() })
}

/// A row: its key, its name, its numbers.
struct Row {
    key: String,
    label: String,
    counts: Counts,
}

/// Fills the item.
pub(super) fn build(material: &Material<'_>, id: &str, item: &ResponseItem) -> (Content, Table) {
    let rows = rows(material, item);
    let table = table(material, id, item, &rows);
    if !item.chart {
        return (Content::Table, table);
    }
    let group = BarsGroup {
        area: item.areas.first().map(|group| group.area.clone()).unwrap_or_default(),
        label: String::new(),
        counts: rows.iter().map(|row| row.counts.answered).collect(),
        bases: rows.iter().map(|row| row.counts.known().unwrap_or(0)).collect(),
        unticked: false,
        selections: vec![None; rows.len()],
    };
    let bars = Bars {
        options: rows.into_iter().map(|row| row.label).collect(),
        without_code: Vec::new(),
        groups: vec![group],
        axis: msg!("response-axis").text(material.language),
        counted: Noun::Answer,
        shares: true,
        answer: None,
    };
    (Content::Response(bars), table)
}

/// The surveys of an item's areas.
pub(super) fn surveys<'m>(
    material: &'m Material<'_>,
    areas: &'m [AreaGroup],
) -> impl Iterator<Item = (&'m AreaGroup, &'m Survey)> {
    let of =
        |group: &'m AreaGroup| Some((group, material.input.surveys.iter().find(|survey| survey.area == group.area)?));
    areas.iter().filter_map(of)
}

/// What readers call an area of an item.
pub(super) fn called(group: &AreaGroup, survey: &Survey, language: Language) -> String {
    match group.label.get(language) {
        "" => survey.title.get(language).to_owned(),
        label => label.to_owned(),
    }
}

fn rows(material: &Material<'_>, item: &ResponseItem) -> Vec<Row> {
    let mut rows: Vec<(Order, Row)> = Vec::new();
    for (at, (group, survey)) in surveys(material, &item.areas).enumerate() {
        let declared = material.study.surveys.iter().find(|own| own.area == survey.area);
        let has_due = declared.is_some_and(|own| own.due.is_some());
        for own in material.input.turnout(survey) {
            let (order, label) = match item.by {
                ResponseBy::Area => (Order(at, survey.area.clone()), called(group, survey, material.language)),
                ResponseBy::Level => of_level(own.recipient.level, material.language),
                ResponseBy::PartOf => of_parent(own.recipient, material.language),
                ResponseBy::Size => of_size(own.recipient, &item.sizes, material.language),
            };
            let found = rows.iter().position(|(known, _)| *known == order);
            let at = found.unwrap_or_else(|| {
                let row = Row { key: order.1.clone(), label, counts: Counts::default() };
                rows.push((order, row));
                rows.len() - 1
            });
            rows[at].1.counts.add(&own, has_due);
        }
    }
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Where a row stands, and its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Order(usize, String);

fn of_level(level: Level, language: Language) -> (Order, String) {
    let several = level.nouns().several.clone().text(language);
    (Order(0, level.word().to_owned()), crate::wording::sentence(&several))
}

/// Whom a recipient belongs to: by its register, or for regions and counties the county of the same code.
fn of_parent(recipient: &Recipient, language: Language) -> (Order, String) {
    let own_county = || resolve_as(Level::county(), recipient.code.get(..2)?, Meant::Code).ok();
    let own_county = || own_county().filter(|_| recipient.level.is_built_in());
    match recipient.parent().or_else(own_county) {
        Some(parent) => (Order(0, parent.code.clone()), parent.name.clone()),
        None => (Order(1, "none".to_owned()), msg!("response-part-of-nothing").text(language)),
    }
}

fn of_size(recipient: &Recipient, sizes: &[i64], language: Language) -> (Order, String) {
    let Some(size) = recipient.number(POPULATION) else {
        return (Order(usize::MAX, "none".to_owned()), msg!("response-size-unknown").text(language));
    };
    let at = sizes.iter().filter(|begin| size >= Exact::whole(**begin)).count();
    let number = |number: i64| language.integer(number);
    let label = match (at.checked_sub(1).map(|before| sizes[before]), sizes.get(at)) {
        (None, Some(next)) => msg!("response-size-below", to = number(*next)),
        (Some(from), Some(next)) => msg!("response-size-between", from = number(from), to = number(next - 1)),
        (from, None) => msg!("response-size-above", from = number(from.unwrap_or(0))),
    };
    let key = at.checked_sub(1).map_or(0, |before| sizes[before]);
    (Order(at, key.to_string()), label.text(language))
}

fn table(material: &Material<'_>, id: &str, item: &ResponseItem, rows: &[Row]) -> Table {
    let language = material.language;
    let head = |message: crate::wording::Message| message.text(language);
    let label = match item.by {
        ResponseBy::Area => msg!("report-area"),
        ResponseBy::Level => msg!("response-level"),
        ResponseBy::PartOf => msg!("report-belongs-to"),
        ResponseBy::Size => msg!("response-size"),
    };
    let mut columns = vec![
        Column::new("label", head(label), Kind::Text),
        Column::new("expected", head(msg!("response-expected")), Kind::Integer),
        Column::new("answered", head(msg!("response-answered")), Kind::Integer),
        Column::new("late", head(msg!("response-late")), Kind::Integer),
        Column::new("partly", head(msg!("response-partly")), Kind::Integer),
        Column::new("not_answered", head(msg!("response-missing")), Kind::Integer),
        Column::new("unexpected", head(msg!("response-unexpected")), Kind::Integer),
        Column::new("rate_pct", head(msg!("response-rate")), Kind::Percent),
    ];
    let money = material.study.money.filter(|money| money.is_weighted());
    if let Some(money) = money {
        let unit = money.currency().short();
        columns.push(Column::new(money.column("requisitioned"), head(msg!("report-requisitioned", unit)), Kind::Money));
        let covered = head(msg!("response-covered", unit = money.currency().short()));
        columns.push(Column::new(money.column("covered"), covered, Kind::Money));
        columns.push(Column::new("covered_pct", head(msg!("response-covered-share")), Kind::Percent));
    }
    let mut table = Table::new(id, columns);
    let mut push = |key: &str, label: &str, counts: &Counts| {
        let mut row = vec![Value::from(label)];
        row.extend(counts.cells(money.is_some()));
        table.rows.push(row);
        table.keys.push(key.to_owned());
    };
    rows.iter().for_each(|row| push(&row.key, &row.label, &row.counts));
    // The bars of a chart are the rows of its table.
    if rows.len() > 1 && !item.chart {
        let all = rows.iter().fold(Counts::default(), |all, row| all.and(row.counts));
        push(TOTAL, &head(msg!("report-total")), &all);
    }
    table
}

/// What is meant by those who were expected, and by an answer that is partly there.
pub(super) fn note(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let KindDeclaration::Response(item) = &declared.kind else { return None };
    let language = material.language;
    let mut by: BTreeMap<Option<ExpectedBy>, Vec<String>> = BTreeMap::new();
    for (group, survey) in surveys(material, &item.areas) {
        let own = material.input.expected.get(&survey.area).map(|own| own.by);
        by.entry(own).or_default().push(called(group, survey, language));
    }
    let alone = by.len() == 1;
    let told = by.into_iter().map(|(by, areas)| {
        let areas =
            if alone { String::new() } else { names_of(areas.iter().map(|area| in_sentence(area))).text(language) };
        let several = usize::from(!alone);
        match by {
            Some(ExpectedBy::Register) => msg!("response-by-register", several, areas),
            Some(ExpectedBy::Requisitions) => msg!("response-by-requisitions", several, areas),
            Some(ExpectedBy::List) => msg!("response-by-list", several, areas),
            None => msg!("response-by-nothing", several, areas),
        }
    });
    let mut sentences: Vec<String> = told.map(|message| message.text(language)).collect();
    let has_due =
        |survey: &Survey| material.study.surveys.iter().any(|own| own.area == survey.area && own.due.is_some());
    let (dated, undated): (Vec<_>, Vec<_>) = surveys(material, &item.areas).partition(|(_, survey)| has_due(survey));
    let late = usize::from(!dated.is_empty());
    sentences.push(msg!("response-partly-means", late).text(language));
    if !undated.is_empty() {
        let areas = undated.iter().map(|(group, survey)| in_sentence(&called(group, survey, language)));
        let areas = names_of(areas);
        sentences.push(msg!("response-late-unknown", late, areas).text(language));
    }
    let of_item = surveys(material, &item.areas);
    let unexpected =
        of_item.flat_map(|(_, survey)| material.input.turnout(survey)).filter(Turnout::is_unexpected).count();
    if unexpected > 0 {
        sentences.push(
            msg!("response-unexpected-told", count = unexpected, number = language.count(unexpected)).text(language),
        );
    }
    Some(sentences.join(" "))
}
