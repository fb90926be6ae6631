//! What quantities and conditions are called in sentences.

use super::{Describer, sign};
use crate::claims::syntax::{
    Breakdown, Condition, Dimension, Fold, Measure, MeasureKind, Named, Operator, Quantity, Source, Symbol, Test, Year,
};
use crate::msg;
use crate::wording::{Message, all_of};

impl Describer<'_> {
    pub(super) fn quantity(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Number { written, .. } => self.plain(written.value),
            Quantity::Measure(measure) => self.measure(measure),
            Quantity::Column(name) => name.text.clone(),
            Quantity::Operation { operator, left, right, .. } => {
                let (left, right) = (self.quantity(left), self.quantity(right));
                match operator {
                    Operator::Plus => format!("{left} + {right}"),
                    Operator::Minus => format!("{left} \u{2212} {right}"),
                    Operator::Times => format!("{left} · {right}"),
                    Operator::Over => format!("{left} / {right}"),
                    Operator::Of => self.say(msg!("part-of-base", part = left, base = right)),
                }
            }
            Quantity::Fold { fold, breakdown } => {
                let values = self.breakdown(breakdown);
                self.say(match fold {
                    Fold::Total => msg!("fold-total", values),
                    Fold::Largest => msg!("fold-largest", values),
                    Fold::Smallest => msg!("fold-smallest", values),
                    Fold::Kinds => msg!("fold-kinds", values),
                })
            }
        }
    }

    fn breakdown(&self, breakdown: &Breakdown) -> String {
        let said = match &breakdown.source {
            Source::Cells { item, column, .. } => {
                self.say(msg!("column-in-item", column = &column.text, item = &item.text))
            }
            Source::By(quantity, dimension) => self.by(self.quantity(quantity), dimension),
        };
        self.dated(breakdown.year, said)
    }

    fn by(&self, quantity: String, dimension: &Dimension) -> String {
        self.say(match dimension {
            Dimension::Values { names, .. } => msg!("quantity-by", quantity, names = self.names(names)),
            Dimension::Area => msg!("quantity-by-area", quantity),
            Dimension::Recipient => msg!("quantity-by-recipient", quantity),
            Dimension::Parent => msg!("quantity-by-parent", quantity),
            Dimension::Pair(one, other) => return self.by(self.by(quantity, one), other),
        })
    }

    fn measure(&self, measure: &Measure) -> String {
        let subject = match &measure.kind {
            MeasureKind::Interventions => msg!("number-of-interventions"),
            MeasureKind::Funds if self.weighted => msg!("weighted-funds"),
            MeasureKind::Funds => msg!("reported-funds"),
            MeasureKind::Reported => msg!("reported-funds"),
            MeasureKind::Respondents => self.respondents(),
            MeasureKind::Recipients => msg!("number-of-recipients"),
            MeasureKind::Requisitioned => msg!("requisitioned-funds"),
            MeasureKind::Repaid => msg!("repaid-funds"),
            MeasureKind::Target => msg!("requisitioned-funds-less-repaid"),
            MeasureKind::Excluded => msg!("number-of-excluded"),
            MeasureKind::Expected => msg!("number-of-expected"),
            MeasureKind::Late => msg!("number-of-late"),
            MeasureKind::Partly => msg!("number-of-partly"),
            MeasureKind::Allocated => msg!("allocated-funds"),
            MeasureKind::Areas => msg!("number-of-areas"),
            MeasureKind::Cell { item, keys, column } => {
                let keys: Vec<_> = keys.iter().map(|k| k.text.as_str()).collect();
                msg!("column-of-row-in-item", column = &column.text, row = keys.join(", "), item = &item.text)
            }
            MeasureKind::Rows { item } => msg!("number-of-rows", item = &item.text),
            MeasureKind::Sum { item, column } => {
                msg!("sum-of-column", column = &column.text, item = &item.text)
            }
        };
        let areas = &measure.selection.areas;
        let of_areas = match areas.is_empty() {
            true => subject,
            false => msg!("measure-in-areas", subject, areas = all_of(areas.iter().map(|area| self.title(&area.text)))),
        };
        let said = self.say(match &measure.selection.condition {
            Some(condition @ Condition::Test(Test::Recipient(_, false))) => {
                msg!("measure-of-recipient", measure = of_areas, recipient = self.condition(condition))
            }
            Some(condition) => self.conditional(of_areas, condition),
            None => of_areas,
        });
        self.dated(measure.year, said)
    }

    /// A measure of those of whom something is so.
    fn conditional(&self, measure: Message, condition: &Condition) -> Message {
        if let Some((kind, is_so)) = of_one(condition) {
            return match (kind, is_so) {
                (MeasureKind::Expected, true) => msg!("measure-of-expected", measure),
                (MeasureKind::Expected, false) => msg!("measure-of-not-expected", measure),
                (MeasureKind::Late, true) => msg!("measure-of-late", measure),
                (MeasureKind::Late, false) => msg!("measure-of-not-late", measure),
                (_, true) => msg!("measure-of-partly", measure),
                (_, false) => msg!("measure-of-not-partly", measure),
            };
        }
        let inside = self.condition(condition);
        if compares(condition) {
            msg!("measure-where", measure, condition = inside)
        } else {
            msg!("measure-with", measure, condition = inside)
        }
    }

    fn dated(&self, year: Option<Year>, quantity: String) -> String {
        year.map_or_else(
            || quantity.clone(),
            |year| self.say(msg!("quantity-in-year", quantity = quantity.clone(), year = year.number.to_string())),
        )
    }

    fn respondents(&self) -> Message {
        match self.level {
            Some(level) => msg!("number-of-level", several = level.nouns().several.clone()),
            None => msg!("number-of-respondents"),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let texts = |all: &[Condition]| all.iter().map(|c| self.condition(c)).collect::<Vec<_>>();
        match condition {
            Condition::And(all) => {
                let both = |one, other| self.say(msg!("one-and-other", one, other));
                texts(all).into_iter().reduce(both).unwrap_or_default()
            }
            Condition::Or(all) => self.either(texts(all)),
            Condition::Not(inside) => self.say(msg!("not-so", condition = self.condition(inside))),
            Condition::Test(test) => self.test(test),
        }
    }

    fn test(&self, test: &Test) -> String {
        match test {
            Test::Has { names, item, values, negated } => {
                let item = item.as_ref().map(|i| format!(" »{}«", i.text)).unwrap_or_default();
                let values = self.either(values.iter().map(|v| self.code_or_text(names, v)));
                let asked = format!("{}{item}", self.names(names));
                if *negated { self.say(msg!("asked-is-not", asked, values)) } else { format!("{asked} {values}") }
            }
            Test::Number { name, symbol, number } => {
                let of = self.names(std::slice::from_ref(name));
                let (sign, number) = (sign(*symbol), self.plain(*number));
                self.say(msg!("number-of-answers", of, sign, number))
            }
            Test::Answered(name) => self.say(msg!("answer-to", question = &name.text)),
            Test::Asked(name) => self.say(msg!("asked-question", question = &name.text)),
            Test::Recipient(names, negated) => {
                let names = self.either(names.iter().map(|n| n.text.clone()));
                if *negated { self.say(msg!("other-than", names)) } else { names }
            }
            Test::PartOf(names, negated) => {
                let names = self.either(names.iter().map(|n| n.text.clone()));
                self.say(if *negated { msg!("not-part-of", names) } else { msg!("part-of", names) })
            }
            Test::Level(name) => self.say(msg!("of-level", level = &name.text)),
            Test::Broken(year) => self.say(msg!("broken-since", year = year.number.to_string())),
            Test::Comparison { left, symbol, right } => {
                format!("{} {} {}", self.quantity(left), sign(*symbol), self.quantity(right))
            }
        }
    }

    /// Domains by their names, questions by their ids.
    fn names(&self, names: &[Named]) -> String {
        let name = |named: &Named| match self.book.domain(&named.text) {
            Some(domain) => domain.label(self.language).to_lowercase(),
            None => named.text.clone(),
        };
        self.either(names.iter().map(name))
    }

    /// Texts with *or* between them.
    fn either(&self, texts: impl IntoIterator<Item = String>) -> String {
        let either = |one, other| self.say(msg!("one-or-other", one, other));
        texts.into_iter().reduce(either).unwrap_or_default()
    }

    fn code_or_text(&self, names: &[Named], value: &Named) -> String {
        let domain = names.first().and_then(|n| self.book.domain(&n.text));
        match domain.and_then(|domain| self.book.code(domain, &value.text)) {
            Some(code) => code.label.get(self.language).to_owned(),
            None => format!("»{}«", value.text),
        }
    }
}

/// Whether a condition compares numbers anywhere, and is a clause.
fn compares(condition: &Condition) -> bool {
    match condition {
        Condition::And(all) | Condition::Or(all) => all.iter().any(compares),
        Condition::Not(inside) => compares(inside),
        Condition::Test(test) => matches!(test, Test::Comparison { .. }),
    }
}

/// What a condition says of how one respondent answered, and whether it is so: `expected = 1`, `late = 0`.
fn of_one(condition: &Condition) -> Option<(&MeasureKind, bool)> {
    let Condition::Test(Test::Comparison { left, symbol, right }) = condition else { return None };
    let (Quantity::Measure(measure), Quantity::Number { written, .. }) = (&**left, &**right) else { return None };
    let is_plain = measure.selection.areas.is_empty() && measure.selection.condition.is_none();
    let is_one = match (symbol, written.value.as_whole()?) {
        (Symbol::Equal, 1) | (Symbol::Above, 0) => true,
        (Symbol::Equal, 0) => false,
        _ => return None,
    };
    let is_of_answers = matches!(measure.kind, MeasureKind::Expected | MeasureKind::Late | MeasureKind::Partly);
    (is_plain && is_of_answers).then_some((&measure.kind, is_one))
}
