//! Cells as readers see them: names instead of the words of files, and numbers as the language writes them.

use crate::codebook::{Codebook, Domain};
use crate::coding::Source;
use crate::diagnostic::Severity;
use crate::input::Exclusion;
use crate::report::{Column, Value};
use crate::study::{Field, Study};
use crate::wording::Language;

/// Decimals of numbers in full precision, as J.
const DECIMALS: usize = 4;

/// The word of claims that are about no single area.
const ALL_AREAS: &str = "all";

/// What readers call what files name by a word.
#[derive(Clone, Debug)]
pub struct Names {
    language: Language,
    /// Area and title, in the order of the study.
    areas: Vec<(String, String)>,
    /// Every domain and what the codebook calls it.
    domains: Vec<(Domain, String)>,
}

impl Names {
    pub(super) fn new(study: &Study, book: &Codebook, language: Language) -> Self {
        let title = |survey: &crate::study::Survey| (survey.area.clone(), survey.title.get(language).to_owned());
        let label = |domain| (domain, book.domain_label(domain, language).to_owned());
        Self {
            language,
            areas: study.surveys.iter().map(title).collect(),
            domains: Domain::ALL.into_iter().map(label).collect(),
        }
    }

    /// The title of an area, or of all areas, as claims may be about them.
    pub fn area<'a>(&'a self, area: &'a str) -> &'a str {
        match self.areas.iter().find(|(known, _)| known == area) {
            Some((_, title)) => title,
            None if area == ALL_AREAS => self.language.pick("Alla områden", "All areas"),
            None => area,
        }
    }

    /// What the word in a cell of a column is called, where readers call it something else.
    pub fn of<'a>(&'a self, column: &str, word: &'a str) -> Option<&'a str> {
        let language = self.language;
        match column {
            "area" => Some(self.area(word)),
            "domain" => self.domains.iter().find(|(domain, _)| domain.word() == word).map(|(_, name)| name.as_str()),
            "severity" => severity(word, language),
            "source" => Source::ALL.into_iter().find(|s| s.word() == word).map(|s| source(s, language)),
            "reason" | "exclusion_reason" => exclusion(word, language),
            _ => None,
        }
    }

    /// A cell as readers see it; what is missing is a dash.
    pub fn cell(&self, column: &Column, value: &Value) -> String {
        let language = self.language;
        match value {
            Value::Missing => "–".to_owned(),
            Value::Text(text) => self.of(&column.id, text).unwrap_or(text).to_owned(),
            Value::Integer(number) => language.integer(*number),
            Value::Amount(amount) => language.bare_amount(*amount),
            Value::Number(number) => language.decimal(*number, DECIMALS),
            Value::Percent(percent) => percent.text(language),
            Value::Flag(true) => language.pick("ja", "yes").to_owned(),
            Value::Flag(false) => language.pick("nej", "no").to_owned(),
        }
    }
}

fn severity(word: &str, language: Language) -> Option<&'static str> {
    let name = |severity| match severity {
        Severity::Error => language.pick("fel", "error"),
        Severity::Warning => language.pick("varning", "warning"),
        Severity::Notice => language.pick("upplysning", "notice"),
    };
    [Severity::Error, Severity::Warning, Severity::Notice].into_iter().find(|s| s.word() == word).map(name)
}

fn source(source: Source, language: Language) -> &'static str {
    match source {
        Source::Final => language.pick("slutlig kodning", "final coding"),
        Source::Coders => language.pick("eniga kodare", "coders who agree"),
        Source::Rules => language.pick("regler", "rules"),
        Source::Suggestions => language.pick("förslag", "suggestions"),
    }
}

fn exclusion(word: &str, language: Language) -> Option<&'static str> {
    let fields = Field::WORDS.map(|(_, field)| field);
    let all = fields.into_iter().flat_map(|field| [Exclusion::Missing(field), Exclusion::Placeholder(field)]);
    all.into_iter().find(|exclusion| exclusion.to_string() == word).map(|exclusion| reason(exclusion, language))
}

fn reason(exclusion: Exclusion, language: Language) -> &'static str {
    let (Exclusion::Missing(field) | Exclusion::Placeholder(field)) = exclusion;
    let missing = matches!(exclusion, Exclusion::Missing(_));
    match (field, missing) {
        (Field::Funds, _) => language.pick("redovisade medel saknas", "reported funds missing"),
        (Field::Title, true) => language.pick("insatsens namn saknas", "title missing"),
        (Field::Title, false) => language.pick("insatsens namn är en platshållare", "title is a placeholder"),
        (Field::Activity, true) => language.pick("aktiviteten är inte beskriven", "activity text missing"),
        (Field::Activity, false) => {
            language.pick("texten om aktiviteten är en platshållare", "activity text is a placeholder")
        }
        (Field::Output, true) => language.pick("prestationen är inte beskriven", "output text missing"),
        (Field::Output, false) => {
            language.pick("texten om prestationen är en platshållare", "output text is a placeholder")
        }
        (Field::Goal, true) => language.pick("målet är inte beskrivet", "goal text missing"),
        (Field::Goal, false) => language.pick("texten om målet är en platshållare", "goal text is a placeholder"),
        (Field::Effect, true) => language.pick("effekten är inte beskriven", "effect text missing"),
        (Field::Effect, false) => {
            language.pick("texten om effekten är en platshållare", "effect text is a placeholder")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Kind;
    use crate::wording::NO_BREAK;

    fn names() -> Names {
        Names {
            language: Language::Swedish,
            areas: vec![("bu-lan".to_owned(), "Barn och unga".to_owned())],
            domains: vec![(Domain::Goal, "Mål".to_owned())],
        }
    }

    #[test]
    fn words_of_files_become_words_of_readers_in_their_columns_only() {
        let names = names();
        let cell = |id: &str, text: &str| names.cell(&Column::plain(id, Kind::Text), &Value::from(text));
        assert_eq!(cell("area", "bu-lan"), "Barn och unga");
        assert_eq!(cell("area", "all"), "Alla områden");
        assert_eq!(cell("domain", "goal"), "Mål");
        assert_eq!(cell("severity", "notice"), "upplysning");
        let excluded = Exclusion::Missing(Field::Activity).to_string();
        assert_eq!(cell("reason", &excluded), "aktiviteten är inte beskriven");
        assert_eq!(cell("option", "goal"), "goal");
    }

    #[test]
    fn numbers_are_written_in_the_language_and_what_is_missing_is_no_zero() {
        let names = names();
        let cell = |value: Value| names.cell(&Column::plain("x", Kind::Number), &value);
        assert_eq!(cell(Value::Integer(-1234)), format!("\u{2212}1{NO_BREAK}234"));
        assert_eq!(cell(Value::Amount(crate::money::Amount::from_ore(123_450))), format!("1{NO_BREAK}234,50"));
        assert_eq!(cell(Value::Number(1.212_121)), "1,2121");
        assert_eq!(cell(Value::Missing), "–");
    }
}
