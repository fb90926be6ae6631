//! Cells as readers see them: names instead of the words of files, and numbers as the language writes them.

use super::MOST_ROWS;
use crate::codebook::Domain;
use crate::coding::Source;
use crate::diagnostic::Severity;
use crate::msg;
use crate::report::data::for_people;
use crate::report::{ALL_AREAS, Column, Table, Value};
use crate::study::Study;
use crate::wording::Language;

/// Decimals of numbers in full precision, as J.
const DECIMALS: usize = 4;

/// What readers call what files name by a word.
#[derive(Clone, Debug)]
pub struct Names {
    language: Language,
    /// Area and title, in the order of the study.
    areas: Vec<(String, String)>,
    /// What all areas together are called.
    all_areas: String,
}

impl Names {
    /// What stands below a table of so many rows, of which only the first are shown; `None` where all are.
    pub fn more_rows(&self, rows: usize) -> Option<String> {
        (rows > MOST_ROWS).then(|| msg!("report-more-rows", shown = MOST_ROWS, all = rows).text(self.language))
    }

    pub(crate) fn new(study: &Study, language: Language) -> Self {
        let title = |survey: &crate::study::Survey| (survey.area.clone(), survey.title.get(language).to_owned());
        Self {
            language,
            areas: study.surveys.iter().map(title).collect(),
            all_areas: msg!("report-all-areas-2").text(language),
        }
    }

    /// The title of an area, or of all areas, as claims may be about them.
    pub fn area<'a>(&'a self, area: &'a str) -> &'a str {
        match self.areas.iter().find(|(known, _)| known == area) {
            Some((_, title)) => title,
            None if area == ALL_AREAS => &self.all_areas,
            None => area,
        }
    }

    /// The head of a column, also of one that is made for programs.
    pub fn head(&self, column: &Column) -> String {
        let is_for_programs = column.label == column.id;
        let head = is_for_programs.then(|| for_people(&column.id, self.language)).flatten();
        head.unwrap_or_else(|| column.label.clone())
    }

    /// A word of a cell, as [`Self::cell`], with the reason where there is no code.
    pub fn word(&self, value: &Value) -> String {
        match value {
            Value::Without(state) => state.label().get(self.language).to_owned(),
            other => self.cell(other),
        }
    }

    /// What a domain is called.
    pub fn domain(&self, domain: Domain) -> &str {
        domain.label(self.language)
    }

    /// A cell of a table as readers see it: an estimated number with its interval, `123 (118–131)`.
    pub fn cell_of(&self, table: &Table, row: usize, column: usize) -> String {
        let value = |column: usize| table.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&Value::Missing);
        let own = self.cell(value(column));
        match table.ends(column).map(|ends| ends.map(value)) {
            None | Some([Value::Missing, _] | [_, Value::Missing]) => own,
            Some([low, high]) if low == high => own,
            Some(ends) => {
                let [low, high] = ends.map(|end| self.cell(end));
                msg!("value-with-ends", value = own, low, high).text(self.language)
            }
        }
    }

    /// The columns of a table that readers see and its rows under them; intervals stand beside their numbers.
    pub fn cells<'t>(&self, table: &'t Table) -> (Vec<&'t Column>, Vec<Vec<String>>) {
        let own = |(column, _): &(usize, &Column)| !table.is_end(*column);
        let shown: Vec<(usize, &Column)> = table.columns_with_content().filter(own).collect();
        let cells = |row| shown.iter().map(|(column, _)| self.cell_of(table, row, *column)).collect();
        let rows = (0..table.rows.len().min(MOST_ROWS)).map(cells).collect();
        (shown.into_iter().map(|(_, column)| column).collect(), rows)
    }

    /// A cell as readers see it; what is missing is a dash.
    pub fn cell(&self, value: &Value) -> String {
        let language = self.language;
        match value {
            Value::Missing | Value::Without(_) => "–".to_owned(),
            Value::Text(text) | Value::Code(text) => text.clone(),
            Value::Area(area) => self.area(area).to_owned(),
            Value::Domain(domain) => self.domain(*domain).to_owned(),
            Value::Source(source) => self::source(*source, language),
            Value::Exclusion(exclusion) => exclusion.reason(language),
            Value::Severity(severity) => self::severity(*severity, language),
            Value::Integer(number) => language.integer(*number),
            Value::Amount(amount) => language.bare_amount(*amount),
            Value::Number(number) => language.decimal(*number, DECIMALS),
            Value::Percent(percent) => percent.text(language),
            Value::Flag(true) => msg!("report-yes").text(language),
            Value::Flag(false) => msg!("report-no").text(language),
        }
    }
}

fn severity(severity: Severity, language: Language) -> String {
    severity.message().text(language)
}

fn source(source: Source, language: Language) -> String {
    match source {
        Source::Final => msg!("report-final-coding").text(language),
        Source::Coders => msg!("report-coders-who-agree").text(language),
        Source::Rules => msg!("report-rules").text(language),
        Source::Suggestions => msg!("report-suggestions").text(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::Codebook;
    use crate::coding::State;
    use crate::report::{Column, Kind};
    use crate::study::TextNames;
    use crate::survey::Exclusion;
    use crate::wording::NO_BREAK;

    fn names() -> Names {
        Names {
            language: Language::Swedish,
            all_areas: "Alla områden".to_owned(),
            areas: vec![("bu-lan".to_owned(), "Barn och unga".to_owned())],
        }
    }

    #[test]
    fn readers_meet_names_where_files_have_words() {
        let names = names();
        assert_eq!(names.cell(&Value::area("bu-lan")), "Barn och unga");
        assert_eq!(names.cell(&Value::area(ALL_AREAS)), "Alla områden");
        let book = include_str!("../../../codebook/psykisk-halsa.json");
        let book = Codebook::parse(book, "the codebook").unwrap_or_else(|messages| panic!("{messages:?}"));
        assert_eq!(names.cell(&Value::Domain(book.domains[2].id)), "Mål");
        assert_eq!(names.cell(&Value::Severity(Severity::Notice)), "upplysning");
        let activity = TextNames::default().field("activity").unwrap_or_else(|| panic!("a text of every study"));
        assert_eq!(names.cell(&Value::Exclusion(Exclusion::Missing(activity))), "aktiviteten är inte beskriven");
        // A text that happens to be a word of files stays as it was written.
        assert_eq!(names.cell(&Value::from("goal")), "goal");
    }

    #[test]
    fn intervals_stand_beside_their_numbers() {
        let ids = ["interventions", "interventions_low", "interventions_high", "base"];
        let columns = ids.map(|id| Column::plain(id, Kind::Integer));
        let mut table = Table::new("t", columns.to_vec());
        table.rows.push([123, 118, 131, 200].map(Value::Integer).to_vec());
        table.rows.push(vec![Value::Integer(2), Value::Missing, Value::Missing, Value::Integer(200)]);
        table.rows.push([7, 7, 7, 200].map(Value::Integer).to_vec());
        let cells: Vec<String> = (0..3).map(|row| names().cell_of(&table, row, 0)).collect();
        assert_eq!(cells, ["123 (118–131)", "2", "7"]);
        assert_eq!(names().cell_of(&table, 0, 3), "200");
        assert_eq!((0..4).map(|column| table.is_end(column)).collect::<Vec<_>>(), [false, true, true, false]);
    }

    #[test]
    fn numbers_are_written_in_the_language_and_what_is_missing_is_no_zero() {
        let names = names();
        assert_eq!(names.cell(&Value::Integer(-1234)), format!("\u{2212}1{NO_BREAK}234"));
        assert_eq!(names.cell(&Value::Amount(crate::money::Amount::from_ore(123_450))), format!("1{NO_BREAK}234,50"));
        assert_eq!(names.cell(&Value::Number(1.212_121)), "1,2121");
        assert_eq!(names.cell(&Value::Missing), "–");
        assert_eq!(names.cell(&Value::Without(State::NotCoded)), "–");
    }
}
