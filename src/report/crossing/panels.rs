//! A cross table as small charts on one scale, a chart for every column: what each row's shares are, and of how much.

use super::super::alternative::in_sentence;
use super::super::{Noun, Percent};
use super::Measure;
use super::build::{Crossed, percent};
use crate::exact::Exact;
use crate::msg;
use crate::wording::{Language, all_of, sentence};

impl Crossed {
    /// What the bars of a row are shares of: interventions or respondents, and funds.
    pub fn measures(&self) -> Vec<Measure> {
        let funds = self.also_funds.then_some(Measure::Funds);
        std::iter::once(self.measure).chain(funds).collect()
    }

    /// A share in percent, as long as it is drawn.
    pub fn percent_of(&self, row: usize, column: usize, measure: Measure) -> f64 {
        self.share_by(row, column, measure).map_or(0.0, |share| 100.0 * share.approximate())
    }

    /// A share as it stands at the end of its bar; a dash where it has none.
    pub fn percent_written(&self, row: usize, column: usize, measure: Measure, language: Language) -> String {
        self.printed(row, column, measure).map_or_else(|| "–".to_owned(), |percent| percent.text(language))
    }

    fn printed(&self, row: usize, column: usize, measure: Measure) -> Option<Percent> {
        self.share_by(row, column, measure).and_then(percent)
    }

    /// What a measure is called in the key.
    pub fn measure_name(&self, measure: Measure, language: Language) -> String {
        match measure {
            Measure::Interventions => msg!("panels-of-interventions"),
            Measure::Funds => msg!("share-of-funds"),
            Measure::Respondents => msg!("panels-of-respondents"),
        }
        .text(language)
    }

    /// Of how much a column's shares are: its number and its funds.
    pub fn panel_base(&self, column: usize, language: Language) -> Vec<String> {
        let Some(base) = self.cell(self.rows.all.len(), column) else { return Vec::new() };
        let number = |measure| match measure {
            Measure::Funds => language.funds(base.funds, self.currency),
            Measure::Interventions => Noun::Intervention.counted(base.number, language),
            Measure::Respondents => Noun::Answer.counted(base.number, language),
        };
        self.measures().into_iter().map(number).collect()
    }

    /// A row of a chart in words: `Aktivitet: Stöd × Område: Skåne. 62 % av insatserna, 74 % av medlen`.
    pub fn panel_title(&self, row: usize, column: usize, language: Language) -> String {
        format!("{}. {}", self.name(row, column, language), self.both_shares(row, column, language))
    }

    fn both_shares(&self, row: usize, column: usize, language: Language) -> String {
        let told = |measure| {
            let share = self.percent_written(row, column, measure, language);
            match measure {
                Measure::Funds => msg!("panels-share-of-funds", share),
                Measure::Interventions => msg!("panels-share-of-interventions", share),
                Measure::Respondents => msg!("panels-share-of-respondents", share),
            }
            .text(language)
        };
        self.measures().into_iter().map(told).collect::<Vec<_>>().join(", ")
    }

    /// The text alternative: what it is, which row is foremost in most charts, then every chart.
    pub(in crate::report) fn described_in_panels(&self, language: Language) -> Vec<String> {
        let (rows, columns) = self.size();
        let measures = all_of(self.measures().iter().map(|own| self.measure_name(*own, language).to_lowercase()));
        let [of_rows, of_columns] = self.sides_in_sentence(language);
        let what = msg!("panels-chart", count = columns, columns = of_columns, rows = of_rows, measures);
        let mut paragraphs = vec![what.text(language)];
        paragraphs.extend(self.foremost(language));
        for column in 0..columns {
            let base = self.panel_base(column, language).join(", ");
            let told =
                |row: usize| format!("{}: {}", self.rows.all[row].label, self.both_shares(row, column, language));
            let told = (0..rows).map(told).collect::<Vec<_>>().join("; ");
            paragraphs.push(format!("{} ({base}). {told}.", sentence(&self.columns.all[column].label)));
        }
        paragraphs
    }

    /// Which row has the largest share in more than half of the charts, of what is told first.
    fn foremost(&self, language: Language) -> Option<String> {
        let (rows, columns) = self.size();
        let largest = |column: usize| {
            let share = |row: usize| self.share_of(row, column).filter(|share| *share > Exact::ZERO);
            let most = (0..rows).filter_map(share).max()?;
            let mut first = (0..rows).filter(|row| share(*row) == Some(most));
            // What is tied is nobody's.
            first.next().filter(|_| first.next().is_none())
        };
        let first: Vec<usize> = (0..columns).filter_map(largest).collect();
        let times = |row: usize| first.iter().filter(|own| **own == row).count();
        let row = (0..rows).find(|row| 2 * times(*row) > columns && !self.rows.all[*row].rest)?;
        let label = in_sentence(&self.rows.all[row].label);
        let measure = self.measure_name(self.measure, language).to_lowercase();
        Some(msg!("panels-foremost", measure, label, count = times(row), of = columns).text(language))
    }
}
