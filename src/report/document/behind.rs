//! The interventions behind the numbers of an item: who looks at a bubble, a bar or a cell can see which ones it counts.
//! Numbers that count respondents have no such list.

use std::collections::BTreeMap;

use super::Sources;
use crate::aggregate::{Answer, about_interventions, counted_under};
use crate::codebook::Domain;
use crate::input::without_contacts;
use crate::money::Kronor;
use crate::report::{AreaGroup, Item, KindDeclaration, Material, UNCODED, Value, bars};
use crate::study::Field;

/// Interventions by the cells that count them.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// Every included intervention, once.
    pub interventions: Vec<Listed>,
    /// What is behind the cells; no list is empty.
    pub lists: Vec<List>,
    /// Positions in `lists`, by the item's id, and row and column of the cell in its table.
    cells: BTreeMap<String, BTreeMap<(usize, usize), usize>>,
}

/// What a cell counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What the interventions have in common, as `Mål: Ökad jämlikhet`.
    pub name: String,
    /// Positions in [`Behind::interventions`]: those with most weighted funds first.
    pub interventions: Vec<usize>,
}

/// An intervention as a reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// The recipient's name.
    pub recipient: String,
    /// Weighted funds.
    pub weighted: Kronor,
}

/// What interventions can be counted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Counted<'a> {
    /// An area, a domain, and a code of it, or none.
    Code(&'a str, Domain, Option<&'a str>),
    Answer(Answer<'a>),
}

/// A cell of an item's table, and what it counts.
struct Cell<'a> {
    row: usize,
    column: &'static str,
    /// Where several columns count, the position among them.
    offset: usize,
    name: String,
    counted: Counted<'a>,
}

impl Behind {
    /// The lists behind the cells of items.
    pub(super) fn new(sources: &Sources<'_>, items: &[Item]) -> Self {
        let mut behind = Self::default();
        let known = behind.count(sources);
        for declared in &sources.material.declaration.items {
            let Some(item) = items.iter().find(|item| item.id == declared.id) else { continue };
            for cell in cells(sources.material, &declared.kind, item) {
                let (Some(first), Some(positions)) = (item.table.column(cell.column), known.get(&cell.counted)) else {
                    continue;
                };
                let of_item = behind.cells.entry(item.id.clone()).or_default();
                of_item.insert((cell.row, first + cell.offset), behind.lists.len());
                behind.lists.push(List { name: cell.name, interventions: positions.clone() });
            }
        }
        behind
    }

    /// The list behind a cell of an item's table.
    pub fn of(&self, item: &str, row: usize, column: usize) -> Option<usize> {
        self.cells.get(item)?.get(&(row, column)).copied()
    }

    /// Lists all interventions, and their positions by everything that they count under.
    fn count<'a>(&mut self, sources: &Sources<'a>) -> BTreeMap<Counted<'a>, Vec<usize>> {
        let mut known: BTreeMap<Counted<'a>, Vec<usize>> = BTreeMap::new();
        let mut positions = BTreeMap::new();
        for intervention in sources.input.interventions().filter(|i| i.included()) {
            let position = self.interventions.len();
            positions.insert(intervention.id.as_str(), position);
            self.interventions.push(Listed {
                id: intervention.id.clone(),
                title: without_contacts(intervention.text(Field::Title)).into_owned(),
                recipient: intervention.recipient.name.clone(),
                weighted: sources.weighting.of(&intervention.id).unwrap_or_default(),
            });
            for domain in Domain::ALL {
                for code in counted_under(sources.material.book, sources.codings, intervention, domain) {
                    known.entry(Counted::Code(&intervention.area, domain, code)).or_default().push(position);
                }
            }
        }
        for (answer, intervention) in about_interventions(sources.study, sources.input) {
            known.entry(Counted::Answer(answer)).or_default().extend(positions.get(intervention.id.as_str()));
        }
        for positions in known.values_mut() {
            // Equal funds keep the order of the surveys.
            positions.sort_by_key(|position| std::cmp::Reverse(self.interventions[*position].weighted));
        }
        known
    }
}

/// The cells of an item that count interventions.
fn cells<'a>(material: &'a Material<'_>, kind: &'a KindDeclaration, item: &'a Item) -> Vec<Cell<'a>> {
    match kind {
        KindDeclaration::Bubble { area, .. } => bubbles(material, area, item),
        KindDeclaration::Subcodes { areas, domains, .. } => subcodes(material, areas, domains, item),
        KindDeclaration::Bars { areas, question, answer, .. } => {
            bar_cells(material, areas, question, answer.as_deref())
        }
        KindDeclaration::Likert { area, question } => likert(material, area, question),
        KindDeclaration::Account(_) => Vec::new(),
    }
}

/// The text of a cell.
fn text<'a>(item: &'a Item, row: usize, column: &str) -> Option<&'a str> {
    match item.table.rows.get(row)?.get(item.table.column(column)?)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn bubbles<'a>(material: &Material<'_>, area: &'a str, item: &'a Item) -> Vec<Cell<'a>> {
    let cell = |row| {
        let word = text(item, row, "domain")?;
        let domain = Domain::ALL.into_iter().find(|domain| domain.word() == word)?;
        let code = text(item, row, "code").filter(|code| *code != UNCODED);
        let label = text(item, row, "label").unwrap_or_default();
        let name = format!("{}: {label}", material.book.domain_label(domain, material.language));
        Some(Cell { row, column: "interventions", offset: 0, name, counted: Counted::Code(area, domain, code) })
    };
    (0..item.table.rows.len()).filter_map(cell).collect()
}

fn subcodes<'a>(
    material: &Material<'_>,
    areas: &'a [AreaGroup],
    domains: &'a [Domain],
    item: &'a Item,
) -> Vec<Cell<'a>> {
    let mut cells = Vec::new();
    for row in 0..item.table.rows.len() {
        let label = text(item, row, "label").unwrap_or_default();
        // The columns of numbers follow the label: by domain, and within it by area.
        let columns = domains.iter().flat_map(|domain| areas.iter().map(move |group| (*domain, group)));
        for (at, (domain, group)) in columns.enumerate() {
            let domain_label = material.book.domain_label(domain, material.language);
            let of_group = match group.label.get(material.language) {
                "" => String::new(),
                group => format!(" ({})", group.to_lowercase()),
            };
            let counted = Counted::Code(&group.area, domain, text(item, row, "code"));
            let name = format!("{domain_label}: {label}{of_group}");
            cells.push(Cell { row, column: "label", offset: at + 1, name, counted });
        }
    }
    cells
}

fn bar_cells<'a>(
    material: &'a Material<'_>,
    areas: &'a [AreaGroup],
    question: &'a str,
    answer: Option<&'a str>,
) -> Vec<Cell<'a>> {
    let options = bars::options(material, areas, question, answer);
    let bars = areas.iter().flat_map(|group| options.iter().map(move |option| (group, *option)));
    let cell = |(row, (group, option)): (usize, (&'a AreaGroup, &'a str))| {
        let bar = bars::bar(material, &group.area, question, answer, option)?;
        let named = [group.label.get(material.language), material.option(option)];
        let name = named.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        let counted = Counted::Answer((&group.area, question, &bar.option, &bar.answer));
        Some(Cell { row, column: "count", offset: 0, name, counted })
    };
    bars.enumerate().filter_map(cell).collect()
}

fn likert<'a>(material: &'a Material<'_>, area: &'a str, question: &'a str) -> Vec<Cell<'a>> {
    let counts = material.aggregate.question(area, question).enumerate();
    let cell = counts.map(|(row, count)| {
        let name = format!("{}: {}", material.option(&count.option), material.option(&count.answer));
        let counted = Counted::Answer((area, question, &count.option, &count.answer));
        Cell { row, column: "count", offset: 0, name, counted }
    });
    cell.collect()
}
