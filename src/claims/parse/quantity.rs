//! Quantities: numbers, measures, and what is computed of them.

use super::Parser;
use crate::claims::syntax::{Fold, Measure, MeasureKind, Operator, Quantity, Selection, Unit, Year};
use crate::claims::token::{Mistake, Span, Token, Written};
use crate::diagnostic::{nearest, shown};
use crate::exact::Exact;
use crate::msg;

impl Parser {
    /// Whether the column of a table stands here.
    pub(super) fn begins_column(&self) -> bool {
        let named = match self.peek() {
            Token::Name(name) => !is_quantity_word(name) && !matches!(self.peek_at(1), Token::Sign("(")),
            Token::Text(_) => true,
            _ => false,
        };
        self.in_rows && named
    }

    pub(super) fn begins_quantity(&self) -> bool {
        match self.peek() {
            Token::Number(_) => true,
            Token::Sign(sign) => matches!(*sign, "(" | "-"),
            Token::Name(name) => is_quantity_word(name),
            Token::Text(_) | Token::End => false,
        }
    }

    /// Sums and differences.
    pub(super) fn quantity(&mut self) -> Result<Quantity, Mistake> {
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Token::Sign("+") => Operator::Plus,
                Token::Sign("-") => Operator::Minus,
                _ => return Ok(left),
            };
            self.at += 1;
            let span = self.span();
            let right = self.product()?;
            left = Quantity::Operation { operator, left: Box::new(left), right: Box::new(right), span };
        }
    }

    /// Products, quotients and parts of a base.
    fn product(&mut self) -> Result<Quantity, Mistake> {
        let mut left = self.simple()?;
        loop {
            let operator = match self.peek() {
                Token::Sign("*") => Operator::Times,
                Token::Sign("/") => Operator::Over,
                Token::Name(word) if word == "of" => Operator::Of,
                _ => return Ok(left),
            };
            self.at += 1;
            let span = self.span();
            let right = self.simple()?;
            if operator == Operator::Of {
                of_one_year(&left, &right, self.since(span))?;
            }
            left = Quantity::Operation { operator, left: Box::new(left), right: Box::new(right), span };
        }
    }

    /// Something that has a number, in the year that is named behind it.
    fn simple(&mut self) -> Result<Quantity, Mistake> {
        let quantity = self.undated()?;
        match self.year_behind("in")? {
            Some(year) if quantity.years().is_empty() => Err(Mistake::new(year.span, msg!("year-of-number"))),
            Some(year) => quantity.in_year(year),
            None => Ok(quantity),
        }
    }

    /// A year behind a word, if both stand here.
    pub(super) fn year_behind(&mut self, word: &str) -> Result<Option<Year>, Mistake> {
        if !self.is_word(0, word) || !matches!(self.peek_at(1), Token::Number(_)) {
            return Ok(None);
        }
        self.at += 1;
        self.year().map(Some)
    }

    /// A year.
    pub(super) fn year(&mut self) -> Result<Year, Mistake> {
        let span = self.span();
        let number = self.whole(msg!("wanted-year"))?;
        Ok(Year { number: i64::try_from(number).unwrap_or(i64::MAX), span })
    }

    fn undated(&mut self) -> Result<Quantity, Mistake> {
        let span = self.span();
        if self.took("(") {
            let inside = self.deeper(Self::quantity)?;
            self.need(")", msg!("wanted-closing-parenthesis"))?;
            return Ok(inside);
        }
        if self.took("-") {
            let zero = Written { value: Exact::ZERO, last_digit: Exact::ONE, last_significant: Exact::ONE };
            return match self.simple()? {
                Quantity::Number { written, unit } => {
                    let value = Exact::ZERO.minus(written.value).unwrap_or(written.value);
                    Ok(Quantity::Number { written: Written { value, ..written }, unit })
                }
                other => Ok(Quantity::Operation {
                    operator: Operator::Minus,
                    left: Box::new(Quantity::Number { written: zero, unit: Unit::Plain }),
                    right: Box::new(other),
                    span,
                }),
            };
        }
        match self.peek().clone() {
            Token::Number(written) => self.number(written),
            Token::Name(_) | Token::Text(_) if self.begins_column() => {
                Ok(Quantity::Column(self.named(msg!("wanted-column"))?))
            }
            Token::Name(name) => {
                if let Some((_, fold)) = Fold::WORDS.iter().find(|(word, _)| *word == name) {
                    return self.fold(*fold);
                }
                self.measure(&name)
            }
            _ => Err(self.unexpected(msg!("wanted-quantity"))),
        }
    }

    fn number(&mut self, written: Written) -> Result<Quantity, Mistake> {
        let span = self.span();
        self.at += 1;
        let unit = match self.peek() {
            Token::Sign(sign) => Unit::of(sign),
            Token::Name(name) => Unit::of(name),
            _ => None,
        };
        self.at += usize::from(unit.is_some());
        let unit = unit.unwrap_or(Unit::Plain);
        match written.times(unit.size()) {
            Some(written) => Ok(Quantity::Number { written, unit }),
            None => Err(Mistake::new(span, msg!("number-too-large"))),
        }
    }

    fn fold(&mut self, fold: Fold) -> Result<Quantity, Mistake> {
        self.at += 1;
        self.need("(", msg!("wanted-breakdown-in-parentheses"))?;
        let breakdown = self.deeper(Self::breakdown)?;
        self.need(")", msg!("wanted-closing-parenthesis"))?;
        Ok(Quantity::Fold { fold, breakdown: Box::new(breakdown) })
    }

    fn measure(&mut self, name: &str) -> Result<Quantity, Mistake> {
        let start = self.span();
        if MeasureKind::OF_TABLES.contains(&name) {
            self.at += 1;
            let (kind, selection) = self.of_table(name)?;
            return Ok(Quantity::Measure(Measure { kind, selection, year: None, span: self.since(start) }));
        }
        let Some((_, kind)) = MeasureKind::WORDS.into_iter().find(|(word, _)| *word == name) else {
            let known = MeasureKind::WORDS.iter().map(|(word, _)| *word).chain(MeasureKind::OF_TABLES);
            let suggestion = nearest(name, known).map(|near| msg!("did-you-mean", name = shown(near)));
            return Err(Mistake::new(start, msg!("assertion-measure-unknown", measure = shown(name), suggestion)));
        };
        self.at += 1;
        let selection = if self.took("(") { self.deeper(Self::selection)? } else { Selection::default() };
        Ok(Quantity::Measure(Measure { kind, selection, year: None, span: self.since(start) }))
    }
}

/// Refuses a part of one year and a base of another: `a of b in 2023` would say so where both are meant.
fn of_one_year(part: &Quantity, base: &Quantity, span: Span) -> Result<(), Mistake> {
    let years = |quantity: &Quantity| quantity.years().into_iter().map(|year| year.map(|year| year.number));
    let first = years(part).next();
    match first.is_none_or(|first| years(part).chain(years(base)).all(|year| year == first)) {
        true => Ok(()),
        false => Err(Mistake::new(span, msg!("part-and-base-of-two-years"))),
    }
}

/// Whether a name begins a quantity.
pub(super) fn is_quantity_word(name: &str) -> bool {
    MeasureKind::WORDS.iter().any(|(word, _)| *word == name)
        || MeasureKind::OF_TABLES.contains(&name)
        || Fold::WORDS.iter().any(|(word, _)| *word == name)
        || name == "cells"
}
