//! Charts of accounts in words: single marks, and the text alternative.

use super::filled::{Cell, Filled, FilledColumn, Holds};
use crate::exact::Exact;
use crate::money::{Currency, Kronor, unit_of_axis};
use crate::msg;
use crate::report::alternative::in_sentence;
use crate::report::table::Value;
use crate::wording::{Language, all_of, sentence};

/// Grants are in kronor.
const KRONOR: Currency = Currency::Sek;

/// How many rows are told as the largest.
const LARGEST: usize = 3;

impl Filled {
    /// The row of a mark in the chart's table.
    pub fn row(&self, row: usize) -> usize {
        row
    }

    /// How many kronor one unit of a chart's axis is, so that its numbers are short: a million, a thousand, or one.
    pub fn kronor_in_unit(&self) -> i64 {
        let sizes = self.columns.iter().flat_map(|column| &column.cells).filter_map(|cell| cell.value);
        let largest = sizes.map(|value| value.kronor().0.saturating_abs()).max().unwrap_or(0);
        unit_of_axis(largest)
    }

    /// What a chart's axis counts.
    pub fn axis(&self, language: Language) -> String {
        match self.columns.first().map(|column| column.holds) {
            Some(Holds::Money) => sentence(&KRONOR.in_unit(self.kronor_in_unit()).text(language)),
            Some(Holds::Percent { .. }) => msg!("report-percent").text(language),
            _ => msg!("report-number").text(language),
        }
    }

    /// A part of a bar, a column or a point of a line, as `Region Halland. Oanvänt bidrag: 1 325 960 kr`.
    pub fn mark_title(&self, row: usize, column: usize, language: Language) -> String {
        let (Some(own), Some(column)) = (self.rows.get(row), self.columns.get(column)) else { return String::new() };
        let cell = column.cells.get(row).copied().unwrap_or_default();
        format!("{}. {}: {}", own.label, column.label, column.told(cell, language))
    }

    /// The largest rows, or how every column changes; then every row with its numbers as they are printed.
    pub(in crate::report) fn words(&self, upright: bool, language: Language) -> Vec<String> {
        let mut paragraphs = vec![self.kind(upright, language)];
        let years = self.rows.iter().all(|row| row.key.parse::<u16>().is_ok_and(|year| year > 1900));
        if upright && years {
            paragraphs.extend(self.columns.iter().filter_map(|column| self.course(column, language)));
        } else if upright || matches!(self.columns.first().map(|column| column.holds), Some(Holds::Percent { .. })) {
            paragraphs.extend(self.columns.iter().filter_map(|column| self.most(column, language)));
        } else {
            paragraphs.extend(self.largest(language));
        }
        for (at, row) in self.rows.iter().enumerate() {
            let of_column = |column: &FilledColumn| {
                format!("{} {}", in_sentence(&column.label), column.told(column.cells[at], language))
            };
            let parts: Vec<String> = self.columns.iter().map(of_column).collect();
            paragraphs.push(format!("{}: {}.", row.label, parts.join("; ")));
        }
        paragraphs
    }

    fn kind(&self, upright: bool, language: Language) -> String {
        let names = |line: bool| {
            all_of(self.columns.iter().filter(|column| column.line == line).map(|column| in_sentence(&column.label)))
        };
        let of_lines = self.columns.iter().filter(|column| column.line).count();
        let (bars, lines, unit) = (names(false), names(true), in_sentence(&self.axis(language)));
        let message = if !upright {
            let count = self.rows.len();
            msg!("stacked-chart", count, number = language.count(count), unit, bars)
        } else if of_lines == 0 {
            msg!("column-chart", unit, bars)
        } else if of_lines == self.columns.len() {
            msg!("line-chart", unit, lines)
        } else {
            msg!("column-and-line-chart", count = of_lines, unit, bars, lines)
        };
        message.text(language)
    }

    /// The rows with the largest sums.
    fn largest(&self, language: Language) -> Option<String> {
        let column = self.columns.first()?;
        let mut sums: Vec<(usize, Exact)> = (0..self.rows.len())
            .filter_map(|row| {
                let present: Vec<Exact> = self.columns.iter().filter_map(|own| own.cells[row].value).collect();
                (!present.is_empty()).then(|| Exact::sum(present)).flatten().map(|sum| (row, sum))
            })
            .collect();
        if sums.len() <= LARGEST {
            // All of them follow, in so few words that nothing needs to be told first.
            return None;
        }
        sums.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
        let told = |(row, sum): &(usize, Exact)| {
            format!("{} ({})", self.rows[*row].label, column.shortly(Cell::of(Some(*sum)), language))
        };
        let rows = all_of(sums.iter().take(LARGEST).map(told));
        Some(msg!("longest-bars", rows, least = told(sums.last()?)).text(language))
    }

    /// Where a column has its largest number.
    fn most(&self, column: &FilledColumn, language: Language) -> Option<String> {
        let values = || column.cells.iter().enumerate().filter_map(|(row, cell)| Some((row, cell.value?)));
        let most = values().map(|(_, value)| value).max().filter(|most| *most > Exact::ZERO)?;
        let rows: Vec<String> =
            values().filter(|(_, value)| *value == most).map(|(row, _)| self.rows[row].label.clone()).collect();
        let value = column.shortly(Cell::of(Some(most)), language);
        let who =
            if rows.len() <= LARGEST { all_of(&rows) } else { language.count_of(rows.len(), self.rows.len()).into() };
        Some(msg!("column-at-most", column = &column.label, value, rows = who).text(language))
    }

    /// How a column changes from the first row to the last.
    fn course(&self, column: &FilledColumn, language: Language) -> Option<String> {
        let known: Vec<(usize, Exact)> =
            column.cells.iter().enumerate().filter_map(|(row, cell)| Some((row, cell.value?))).collect();
        let ([first, .., last], Some(most)) =
            (known.as_slice(), known.iter().max_by_key(|(row, value)| (*value, std::cmp::Reverse(*row))))
        else {
            return None;
        };
        let told = |(row, value): &(usize, Exact)| {
            (self.rows[*row].label.as_str(), column.shortly(Cell::of(Some(*value)), language))
        };
        let ends = most.1 == first.1 || most.1 == last.1;
        let ((from, first), (to, last), (peak, most)) = (told(first), told(last), told(most));
        let column = &column.label;
        let message = if ends {
            msg!("column-from-to", column, first, from, last, to)
        } else {
            msg!("column-from-to-by-peak", column, first, from, last, to, most, peak)
        };
        Some(message.text(language))
    }
}

impl FilledColumn {
    /// A cell as it is printed, with its unit.
    fn told(&self, cell: Cell, language: Language) -> String {
        match self.printed(cell, None, false) {
            Value::Missing => msg!("report-missing").text(language),
            Value::Integer(number) if self.holds == Holds::Money => language.amount(Kronor(number).into(), KRONOR),
            Value::Integer(number) => match cell.base {
                Some(base) => {
                    msg!("count-of", count = language.integer(number), base = language.count(base)).text(language)
                }
                None => language.integer(number),
            },
            Value::Amount(amount) => language.amount(amount, KRONOR),
            Value::Percent(percent) => percent.text(language),
            Value::Number(number) => language.decimal(number, 2),
            Value::Flag(flag) => if flag { msg!("report-yes") } else { msg!("report-no") }.text(language),
            word => word.word().unwrap_or_default().into_owned(),
        }
    }

    /// A cell in running text: funds in millions.
    pub(in crate::report) fn shortly(&self, cell: Cell, language: Language) -> String {
        match cell.value {
            Some(value) if self.holds == Holds::Money && value != Exact::ZERO => {
                language.funds(value.kronor().into(), KRONOR)
            }
            _ => self.told(cell, language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::FilledRow;
    use super::*;
    use crate::wording::NO_BREAK;

    fn chart(rows: &[&str], columns: &[(&str, bool, &[Option<i64>])]) -> Filled {
        let row = |label: &&str| FilledRow { key: (*label).to_owned(), label: (*label).to_owned() };
        let column = |(label, line, cells): &(&str, bool, &[Option<i64>])| FilledColumn {
            id: (*label).to_owned(),
            label: (*label).to_owned(),
            holds: Holds::Money,
            cells: cells.iter().map(|value| Cell::of(value.map(Exact::whole))).collect(),
            total: Cell::default(),
            line: *line,
        };
        Filled {
            rows: rows.iter().map(row).collect(),
            columns: columns.iter().map(column).collect(),
            ..Filled::default()
        }
    }

    fn plain(text: &str) -> String {
        text.replace(NO_BREAK, " ")
    }

    #[test]
    fn a_mark_is_told_with_its_unit() {
        let chart = chart(&["Region Halland"], &[("Oanvänt bidrag", false, &[Some(-300)])]);
        let sv = plain(&chart.mark_title(0, 0, Language::Swedish));
        assert_eq!(sv, "Region Halland. Oanvänt bidrag: \u{2212}300 kr");
        assert_eq!(chart.mark_title(1, 0, Language::Swedish), "");
    }

    #[test]
    fn columns_over_years_are_told_by_their_course_and_a_gap_stays_one() {
        let chart = chart(
            &["2021", "2022", "2023"],
            &[
                ("Anslag", true, &[Some(46_000_000), None, Some(63_500_000)]),
                ("Ansökt", false, &[Some(29_000_000), Some(83_000_000), Some(60_000_000)]),
            ],
        );
        let words: Vec<String> = chart.words(true, Language::Swedish).iter().map(|text| plain(text)).collect();
        assert_eq!(
            words,
            [
                "Stående stapeldiagram i miljoner kronor: staplar för ansökt, linje för anslag.",
                "Anslag: 46,0 mnkr 2021 och 63,5 mnkr 2023.",
                "Ansökt: 29,0 mnkr 2021 och 60,0 mnkr 2023, som mest 83,0 mnkr 2022.",
                "2021: anslag 46 000 000 kr; ansökt 29 000 000 kr.",
                "2022: anslag uppgift saknas; ansökt 83 000 000 kr.",
                "2023: anslag 63 500 000 kr; ansökt 60 000 000 kr.",
            ]
        );
    }

    #[test]
    fn one_bar_and_several_lines_are_told_as_such() {
        let one = chart(&["A"], &[("Used", false, &[Some(1_000)]), ("Left", false, &[Some(2_000)])]);
        let bars = "Staplat liggande stapeldiagram i tusental kronor, 1 stapel: used och left.";
        assert_eq!(one.words(false, Language::Swedish)[0], bars);
        let lines = [("Sum", false, &[Some(5)][..]), ("A", true, &[Some(2)]), ("B", true, &[Some(3)])];
        let kind = "Column chart in kronor: columns for sum, lines for A and B.";
        assert_eq!(chart(&["2024"], &lines).words(true, Language::English)[0], kind);
    }

    #[test]
    fn bars_are_told_by_the_sums_of_their_parts() {
        let millions = [1, 4, 2, 3].map(|millions| Some(millions * 1_000_000));
        let chart = chart(&["A", "B", "C", "D"], &[("Used", false, &millions), ("Left", false, &millions)]);
        let words = chart.words(false, Language::English);
        assert_eq!(words[0], "Stacked horizontal bar chart in millions of kronor, 4 bars: used and left.");
        let largest = "The bars are longest for B (SEK 8.0 million), D (SEK 6.0 million) and C (SEK 4.0 million), and \
             shortest for A (SEK 2.0 million).";
        assert_eq!(plain(&words[1]), largest);
    }
}
