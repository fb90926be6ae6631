//! Bar charts: how many ticked an option, or gave an answer; two groups stand side by side.

use super::table::{Column, Kind, Table, Value};
use super::{AreaGroup, Material};
use crate::register::Level;
use crate::study::Per;
use crate::wording::Language;

/// A bar chart.
#[derive(Clone, Debug)]
pub struct Bars {
    /// The bars' labels, in the order of the questionnaire.
    pub options: Vec<String>,
    /// One group of bars, or several to compare.
    pub groups: Vec<BarsGroup>,
    /// What is counted, as `Antal regioner`.
    pub axis: String,
    /// Who or what is counted, as `regioner`.
    pub counted: String,
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
}

pub(super) fn build(
    material: &Material<'_>,
    areas: &[AreaGroup],
    question: &str,
    answer: Option<&str>,
    shares: bool,
) -> Bars {
    let mut options: Vec<String> = Vec::new();
    for group in areas {
        for row in rows(material, &group.area, question, answer) {
            if !options.contains(&row.0) {
                options.push(row.0);
            }
        }
    }
    let groups = areas.iter().map(|group| {
        let rows = rows(material, &group.area, question, answer);
        let of = |option: &String| rows.iter().find(|r| r.0 == *option).map_or((0, 0), |r| (r.1, r.2));
        BarsGroup {
            area: group.area.clone(),
            label: group.label.get(material.language).to_owned(),
            counts: options.iter().map(|o| of(o).0).collect(),
            bases: options.iter().map(|o| of(o).1).collect(),
        }
    });
    let groups = groups.collect();
    let counted = counted(material, areas.first().map_or("", |group| group.area.as_str()), question);
    Bars {
        axis: axis(material.language, counted, shares),
        counted: counted.to_owned(),
        options: options.iter().map(|o| material.option(o).to_owned()).collect(),
        groups,
        shares,
        answer: answer.map(|a| material.option(a).to_owned()),
    }
}

/// Option (the answer itself for a single choice), count and base.
fn rows(material: &Material<'_>, area: &str, question: &str, answer: Option<&str>) -> Vec<(String, usize, usize)> {
    let counts = material.aggregate.question(area, question);
    counts
        .filter(|row| row.option.is_empty() || answer.is_none_or(|a| a == row.answer))
        .map(|row| (if row.option.is_empty() { row.answer.clone() } else { row.option.clone() }, row.count, row.base))
        .collect()
}

/// Who or what a question's answers count, as `regioner`.
pub(super) fn counted(material: &Material<'_>, area: &str, question: &str) -> &'static str {
    let per = material.aggregate.question(area, question).next().map(|q| q.per);
    let level = material.aggregate.area(area).map(|t| t.level);
    let (sv, en) = match (per, level) {
        (Some(Per::Intervention), _) => ("insatser", "interventions"),
        (_, Some(Level::Region)) => ("regioner", "regions"),
        (_, Some(Level::County)) => ("län", "counties"),
        (_, Some(Level::Municipality)) => ("kommuner", "municipalities"),
        (_, None) => ("svar", "answers"),
    };
    material.language.pick(sv, en)
}

/// What an axis counts.
pub(super) fn axis(language: Language, counted: &str, shares: bool) -> String {
    match (language, shares) {
        (Language::Swedish, false) => format!("Antal {counted}"),
        (Language::Swedish, true) => format!("Andel {counted} (procent)"),
        (Language::English, false) => format!("Number of {counted}"),
        (Language::English, true) => format!("Share of {counted} (percent)"),
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
            Column::new("area", language.pick("Område", "Area"), Kind::Text),
            Column::new("group", language.pick("Grupp", "Group"), Kind::Text),
            Column::new("option", language.pick("Alternativ", "Option"), Kind::Text),
            Column::new("answer", language.pick("Svar", "Answer"), Kind::Text),
            Column::new("count", language.pick("Antal", "Number"), Kind::Integer),
            Column::new("base", language.pick("Bas (n)", "Base (n)"), Kind::Integer),
        ];
        let mut table = Table::new(name, columns);
        for group in &self.groups {
            for (option, (count, base)) in self.options.iter().zip(group.counts.iter().zip(&group.bases)) {
                table.rows.push(vec![
                    group.area.as_str().into(),
                    group.label.as_str().into(),
                    option.as_str().into(),
                    Value::from(self.answer.as_deref().unwrap_or_default()),
                    (*count).into(),
                    (*base).into(),
                ]);
            }
        }
        table
    }
}
