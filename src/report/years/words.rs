//! What a reader of a figure over years would see, in words.

use super::{Years, YearsDrawing};
use crate::msg;
use crate::report::alternative::{in_sentence, quoted};
use crate::wording::{Language, all_of};

/// How many rows are told as those that have changed most.
const MOST: usize = 3;

impl Years {
    /// The paragraphs of the text alternative.
    pub(in crate::report) fn words(&self, drawing: YearsDrawing, language: Language) -> Vec<String> {
        let axis = in_sentence(&self.axis);
        let years = all_of((0..self.years.len()).map(|year| self.year_with_base(year, language)));
        let kind = match drawing {
            YearsDrawing::Change if self.slope => msg!("years-slope-chart", axis, years),
            YearsDrawing::Change => msg!("years-change-chart", axis, years),
            YearsDrawing::Series => msg!("years-series-chart", count = self.rows.len(), axis, years),
        };
        let mut paragraphs = vec![kind.text(language)];
        if drawing == YearsDrawing::Change {
            paragraphs.extend(self.most_changed(language));
        }
        let rows = (0..self.rows.len()).map(|row| match drawing {
            YearsDrawing::Change if self.is_comparable() => {
                let change = self.change_told(row, language);
                msg!("years-row-changed", row = self.mark_title(row, 0..2, language), change).text(language)
            }
            YearsDrawing::Change => self.mark_title(row, 0..2, language),
            YearsDrawing::Series => self.mark_title(row, 0..self.years.len(), language),
        });
        let rows: Vec<String> = rows.collect();
        if !rows.is_empty() {
            paragraphs.push(rows.join("; ") + ".");
        }
        paragraphs
    }

    /// A change as it is written, with the unit of shares, which in the figure stands in the head.
    fn change_told(&self, row: usize, language: Language) -> String {
        let change = self.change_written(row, language);
        let is_in_points = self.measure.is_share() && self.change(row).is_some();
        if is_in_points { msg!("years-in-points", change).text(language) } else { change }
    }

    /// What has grown most, and what has shrunk most.
    fn most_changed(&self, language: Language) -> Option<String> {
        let zero = crate::exact::Exact::ZERO;
        let mut changes: Vec<_> = (0..self.rows.len()).filter_map(|row| Some((self.change(row)?, row))).collect();
        changes.sort_by_key(|(change, row)| (std::cmp::Reverse(*change), *row));
        let told =
            |row: usize| format!("{} ({})", quoted(&self.rows[row].label, language), self.change_told(row, language));
        let grown: Vec<String> =
            changes.iter().filter(|(change, _)| *change > zero).take(MOST).map(|(_, row)| told(*row)).collect();
        let shrunk: Vec<String> =
            changes.iter().rev().filter(|(change, _)| *change < zero).take(MOST).map(|(_, row)| told(*row)).collect();
        let grown = (!grown.is_empty()).then(|| msg!("years-grown", rows = all_of(&grown)).text(language));
        let shrunk = (!shrunk.is_empty()).then(|| msg!("years-shrunk", rows = all_of(&shrunk)).text(language));
        let all: Vec<String> = grown.into_iter().chain(shrunk).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }
}
