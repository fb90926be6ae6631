//! Whom the CSV files of a run are written for.

/// The form of the CSV files in `data`, `tables` and `figures`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvForm {
    /// Programs: commas, a decimal point, the ids of columns.
    #[default]
    Programs,
    /// People with a Swedish Excel: semicolons, a decimal comma, heads as the report has them.
    ExcelSwedish,
}

impl CsvForm {
    /// The words of `study.toml` and of the command line.
    pub const WORDS: [(&'static str, Self); 2] = [("programs", Self::Programs), ("excel-sv", Self::ExcelSwedish)];

    /// The word.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, form)| *form == self).map_or("", |(word, _)| word)
    }
}
