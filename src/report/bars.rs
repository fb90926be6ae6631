//! Bar charts: how many ticked an option, or gave an answer; two groups stand side by side.

use super::table::{CellCount, Column, Kind, Table, Value};
use super::{AreaGroup, Material, Noun};
use crate::coding::open::state_of_option;
use crate::ledger::{AnswerCount, Selection};
use crate::msg;
use crate::study::Per;
use crate::wording::Language;

/// A bar chart.
#[derive(Clone, Debug)]
pub struct Bars {
    /// The bars' labels, in the order of the questionnaire.
    pub options: Vec<String>,
    /// The bar of answers without a code, where answers to an open question have none.
    pub without_code: Vec<usize>,
    /// One group of bars, or several to compare.
    pub groups: Vec<BarsGroup>,
    /// What is counted, as `Antal regioner`.
    pub axis: String,
    /// Who or what is counted.
    pub counted: Noun,
    /// Shares in percent instead of counts.
    pub shares: bool,
    /// The answer that is counted, where the question has several.
    pub answer: Option<String>,
}

/// One group of bars.
#[derive(Clone, Debug)]
pub struct BarsGroup {
    /// The area.
    pub area: String,
    /// Its name; empty where there is only one.
    pub label: String,
    /// How many, by option.
    pub counts: Vec<usize>,
    /// Of how many, by option.
    pub bases: Vec<usize>,
    /// Whether options were to be ticked, and nobody ticked any: that is no answer, not an answer of no.
    pub unticked: bool,
    /// What each bar counts; `None` where the group's question lacks the option.
    pub selections: Vec<Option<Selection>>,
}

pub(super) fn build(
    material: &Material<'_>,
    areas: &[AreaGroup],
    question: &str,
    answer: Option<&str>,
    shares: bool,
) -> Bars {
    let options = options(material, areas, question, answer);
    let groups = areas.iter().map(|group| {
        let bars: Vec<_> = options.iter().map(|option| bar(material, &group.area, question, answer, option)).collect();
        BarsGroup {
            area: group.area.clone(),
            label: group.label.get(material.language).to_owned(),
            counts: bars.iter().map(|bar| bar.map_or(0, |bar| bar.count)).collect(),
            bases: bars.iter().map(|bar| bar.map_or(0, |bar| bar.base)).collect(),
            selections: bars.iter().map(|bar| bar.map(|bar| bar.selection)).collect(),
            unticked: rows(material, &group.area, question, answer).all(|row| row.answer.is_empty() && row.count == 0),
        }
    });
    let groups = groups.collect();
    let counted = counted(material, areas.first().map_or("", |group| group.area.as_str()), question);
    Bars {
        axis: counted.axis(shares, material.language),
        counted,
        without_code: (0..options.len()).filter(|at| state_of_option(options[*at]).is_some()).collect(),
        options: options.iter().map(|o| material.option(o).to_owned()).collect(),
        groups,
        shares,
        answer: answer.map(|a| material.option(a).to_owned()),
    }
}

/// The bars' names as the questionnaire has them, in its order: options, or the answers of a single choice.
pub(super) fn options<'a>(
    material: &'a Material<'_>,
    areas: &'a [AreaGroup],
    question: &'a str,
    answer: Option<&'a str>,
) -> Vec<&'a str> {
    let mut options = Vec::new();
    for row in areas.iter().flat_map(|group| rows(material, &group.area, question, answer)) {
        if !options.contains(&name(&row)) {
            options.push(name(&row));
        }
    }
    options
}

/// The answer that a bar counts, by the bar's name.
pub(super) fn bar<'a>(
    material: &'a Material<'_>,
    area: &'a str,
    question: &'a str,
    answer: Option<&'a str>,
    option: &str,
) -> Option<AnswerCount<'a>> {
    rows(material, area, question, answer).find(|row| name(row) == option)
}

fn rows<'a>(
    material: &'a Material<'_>,
    area: &'a str,
    question: &'a str,
    answer: Option<&'a str>,
) -> impl Iterator<Item = AnswerCount<'a>> {
    let counts = material.ledger.question(area, question);
    counts.filter(move |row| row.option.is_empty() || answer.is_none_or(|a| a == row.answer))
}

fn name<'a>(row: &AnswerCount<'a>) -> &'a str {
    if row.option.is_empty() { row.answer } else { row.option }
}

/// Who or what a question's answers count.
pub(super) fn counted(material: &Material<'_>, area: &str, question: &str) -> Noun {
    let per = material.ledger.question(area, question).next().map(|q| q.per);
    let level = material.ledger.area(area).map(|t| t.level);
    match (per, level) {
        (Some(Per::Intervention), _) => Noun::Intervention,
        (_, Some(level)) => Noun::Recipient(level),
        (_, None) => Noun::Answer,
    }
}

impl Bars {
    /// The row of a bar in the chart's table.
    pub fn row(&self, group: usize, option: usize) -> usize {
        group * self.options.len() + option
    }

    /// The numbers of the chart.
    pub(super) fn table(&self, name: &str, language: Language) -> Table {
        let columns = vec![
            Column::new("area", msg!("report-area").text(language), Kind::Text),
            Column::new("group", msg!("report-group").text(language), Kind::Text),
            Column::new("option", msg!("report-option").text(language), Kind::Text),
            Column::new("answer", msg!("report-answer").text(language), Kind::Text),
            Column::new("count", msg!("report-number").text(language), Kind::Integer),
            Column::new("base", msg!("report-base-n").text(language), Kind::Integer),
        ];
        let mut table = Table::new(name, columns);
        for group in &self.groups {
            let numbers = group.counts.iter().zip(&group.bases).zip(&group.selections);
            for (option, ((count, base), selection)) in self.options.iter().zip(numbers) {
                let row = vec![
                    Value::area(&group.area),
                    group.label.as_str().into(),
                    option.as_str().into(),
                    Value::from(self.answer.as_deref().unwrap_or_default()),
                    (*count).into(),
                    (*base).into(),
                ];
                let named = [group.label.as_str(), option].into_iter().filter(|part| !part.is_empty());
                let name = named.collect::<Vec<_>>().join(": ");
                match selection {
                    Some(selection) => table.push_counting(row, "count", CellCount { selection: *selection, name }),
                    None => table.rows.push(row),
                }
            }
        }
        table
    }
}
