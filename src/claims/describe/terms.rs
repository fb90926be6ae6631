//! What quantities and conditions are called in sentences.

use super::{Describer, sign};
use crate::claims::syntax::{
    Breakdown, Condition, Dimension, Fold, Measure, MeasureKind, Named, Operator, Quantity, Source, Test,
};
use crate::register::Level;
use crate::wording::list;

impl Describer<'_> {
    pub(super) fn quantity(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Number { written, .. } => self.plain(written.value),
            Quantity::Measure(measure) => self.measure(measure),
            Quantity::Column(name) => name.text.clone(),
            Quantity::Operation { operator, left, right, .. } => {
                let word = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "\u{2212}",
                    Operator::Times => "·",
                    Operator::Over => "/",
                    Operator::Of => self.pick("av", "of"),
                };
                format!("{} {word} {}", self.quantity(left), self.quantity(right))
            }
            Quantity::Fold { fold, breakdown } => {
                let word = match fold {
                    Fold::Total => self.pick("summan", "the sum"),
                    Fold::Largest => self.pick("det högsta värdet", "the largest value"),
                    Fold::Smallest => self.pick("det lägsta värdet", "the smallest value"),
                    Fold::Kinds => self.pick("antalet slag", "the number of kinds"),
                };
                format!("{word} ({})", self.breakdown(breakdown))
            }
        }
    }

    fn breakdown(&self, breakdown: &Breakdown) -> String {
        match &breakdown.source {
            Source::Cells { item, column, .. } => format!("{} {} {}", column.text, self.pick("i", "in"), item.text),
            Source::By(quantity, dimension) => {
                let by = match dimension {
                    Dimension::Values { names, .. } => self.names(names),
                    Dimension::Area => self.pick("område", "area").to_owned(),
                    Dimension::Recipient => self.pick("mottagare", "recipient").to_owned(),
                };
                format!("{} {} {by}", self.quantity(quantity), self.pick("efter", "by"))
            }
        }
    }

    fn measure(&self, measure: &Measure) -> String {
        let subject = match &measure.kind {
            MeasureKind::Interventions => self.pick("antalet insatser", "the number of interventions").to_owned(),
            MeasureKind::Kronor => {
                self.pick("viktade medel för insatser", "the weighted funds of interventions").to_owned()
            }
            MeasureKind::Reported => {
                self.pick("redovisade medel för insatser", "the reported funds of interventions").to_owned()
            }
            MeasureKind::Respondents => self.respondents().to_owned(),
            MeasureKind::Recipients => {
                self.pick("antalet mottagare som rekvirerat medel", "the number of recipients of funds").to_owned()
            }
            MeasureKind::Requisitioned => self.pick("rekvirerade medel", "the requisitioned funds").to_owned(),
            MeasureKind::Repaid => self.pick("återbetalade medel", "the repaid funds").to_owned(),
            MeasureKind::Target => self
                .pick("rekvirerade medel efter återbetalning", "the requisitioned funds less what was repaid")
                .to_owned(),
            MeasureKind::Excluded => {
                self.pick("antalet uteslutna insatser", "the number of excluded interventions").to_owned()
            }
            MeasureKind::Areas => self.pick("antalet områden", "the number of areas").to_owned(),
            MeasureKind::Cell { item, keys, column } => {
                let keys: Vec<_> = keys.iter().map(|k| k.text.as_str()).collect();
                format!(
                    "{} {} {} {} {}",
                    column.text,
                    self.pick("för", "of"),
                    keys.join(", "),
                    self.pick("i", "in"),
                    item.text
                )
            }
            MeasureKind::Rows { item } => {
                format!("{} {}", self.pick("antalet rader i", "the number of rows in"), item.text)
            }
            MeasureKind::Sum { item, column } => {
                format!(
                    "{} {} {} {}",
                    self.pick("summan av", "the sum of"),
                    column.text,
                    self.pick("i", "in"),
                    item.text
                )
            }
        };
        let areas: Vec<_> = measure.selection.areas.iter().map(|a| a.text.clone()).collect();
        let place = if areas.is_empty() { String::new() } else { format!(" ({})", list(self.language, &areas)) };
        let condition = measure.selection.condition.as_ref();
        let with =
            condition.map(|c| format!(" {} {}", self.pick("med", "with"), self.condition(c))).unwrap_or_default();
        format!("{subject}{place}{with}")
    }

    fn respondents(&self) -> &str {
        match self.level {
            Some(Level::Region) => self.pick("antalet regioner", "the number of regions"),
            Some(Level::County) => self.pick("antalet län", "the number of counties"),
            Some(Level::Municipality) => self.pick("antalet kommuner", "the number of municipalities"),
            None => self.pick("antalet som svarat", "the number of respondents"),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let joined = |all: &[Condition], word: &str| {
            all.iter().map(|c| self.condition(c)).collect::<Vec<_>>().join(&format!(" {word} "))
        };
        match condition {
            Condition::And(all) => joined(all, self.pick("och", "and")),
            Condition::Or(all) => joined(all, self.pick("eller", "or")),
            Condition::Not(inside) => format!("{} ({})", self.pick("inte", "not"), self.condition(inside)),
            Condition::Test(test) => self.test(test),
        }
    }

    fn test(&self, test: &Test) -> String {
        let not = |negated: bool| if negated { self.pick("inte ", "not ") } else { "" };
        match test {
            Test::Has { names, item, values, negated } => {
                let item = item.as_ref().map(|i| format!(" »{}«", i.text)).unwrap_or_default();
                let values: Vec<_> = values.iter().map(|v| self.code_or_text(names, v)).collect();
                format!("{}{item} {}{}", self.names(names), not(*negated), values.join(self.pick(" eller ", " or ")))
            }
            Test::Number { name, symbol, number } => {
                let of = self.names(std::slice::from_ref(name));
                format!("{} {of} {} {}", self.pick("antal", "number of"), sign(*symbol), self.plain(*number))
            }
            Test::Answered(name) => format!("{} {}", self.pick("svar på", "an answer to"), name.text),
            Test::Asked(name) => format!("{} {}", self.pick("frågan", "the question"), name.text),
            Test::Recipient(names, negated) => {
                let names: Vec<_> = names.iter().map(|n| n.text.as_str()).collect();
                format!("{}{}", not(*negated), names.join(self.pick(" eller ", " or ")))
            }
            Test::Level(name) => format!("{} {}", self.pick("nivå", "level"), name.text),
            Test::Comparison { left, symbol, right } => {
                format!("{} {} {}", self.quantity(left), sign(*symbol), self.quantity(right))
            }
        }
    }

    /// Domains by their names, questions by their ids.
    fn names(&self, names: &[Named]) -> String {
        let name = |named: &Named| match crate::codebook::Domain::from_word(&named.text) {
            Some(domain) => self.book.domain_label(domain, self.language).to_lowercase(),
            None => named.text.clone(),
        };
        names.iter().map(name).collect::<Vec<_>>().join(self.pick(" eller ", " or "))
    }

    fn code_or_text(&self, names: &[Named], value: &Named) -> String {
        let domain = names.first().and_then(|n| crate::codebook::Domain::from_word(&n.text));
        match domain.and_then(|domain| self.book.code(domain, &value.text)) {
            Some(code) => code.label.get(self.language).to_owned(),
            None => format!("»{}«", value.text),
        }
    }
}
