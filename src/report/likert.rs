//! Likert charts: the answers on a scale, stacked, one bar per item.

use super::table::{CellCount, Column, Kind, Table, Value};
use super::{Material, Noun, bars};
use crate::ledger::Selection;
use crate::msg;
use crate::wording::Language;

/// A Likert chart.
#[derive(Clone, Debug)]
pub struct Likert {
    /// The area.
    pub area: String,
    /// The answers of the scale, in order.
    pub answers: Vec<String>,
    /// The items, in the order of the questionnaire.
    pub items: Vec<LikertItem>,
    /// What is counted, as `Antal regioner`.
    pub axis: String,
    /// Who is counted.
    pub counted: Noun,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct LikertItem {
    /// The item.
    pub label: String,
    /// How many gave each answer.
    pub counts: Vec<usize>,
    /// What each of them counts.
    pub selections: Vec<Selection>,
    /// How many answered.
    pub base: usize,
}

pub(super) fn build(material: &Material<'_>, area: &str, question: &str) -> Likert {
    let mut answers: Vec<String> = Vec::new();
    let mut items: Vec<LikertItem> = Vec::new();
    for row in material.ledger.question(area, question) {
        let answer = material.option(row.answer).to_owned();
        if !answers.contains(&answer) {
            answers.push(answer);
        }
        let label = material.option(row.option);
        match items.last_mut().filter(|item| item.label == label) {
            Some(item) => {
                item.counts.push(row.count);
                item.selections.push(row.selection);
            }
            None => items.push(LikertItem {
                label: label.to_owned(),
                counts: vec![row.count],
                selections: vec![row.selection],
                base: row.base,
            }),
        }
    }
    let counted = bars::counted(material, area, question);
    Likert { area: area.to_owned(), answers, items, axis: counted.axis(false, material.language), counted }
}

impl Likert {
    /// The row of an answer in the chart's table.
    pub fn row(&self, item: usize, answer: usize) -> usize {
        let before = self.items.iter().take(item).map(|i| i.counts.len().min(self.answers.len()));
        before.sum::<usize>() + answer
    }

    /// The numbers of the chart.
    pub(super) fn table(&self, name: &str, language: Language) -> Table {
        let columns = vec![
            Column::new("area", msg!("report-area").text(language), Kind::Text),
            Column::new("option", msg!("report-item").text(language), Kind::Text),
            Column::new("answer", msg!("report-answer").text(language), Kind::Text),
            Column::new("count", msg!("report-number").text(language), Kind::Integer),
            Column::new("base", msg!("report-base-n").text(language), Kind::Integer),
        ];
        let mut table = Table::new(name, columns);
        for item in &self.items {
            for ((answer, count), selection) in self.answers.iter().zip(&item.counts).zip(&item.selections) {
                let row = vec![
                    Value::area(&self.area),
                    item.label.as_str().into(),
                    answer.as_str().into(),
                    (*count).into(),
                    item.base.into(),
                ];
                let name = format!("{}: {answer}", item.label);
                table.push_counting(row, "count", CellCount { selection: *selection, name });
            }
        }
        table
    }
}
