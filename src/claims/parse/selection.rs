//! Selections, conditions and breakdowns.

use super::Parser;
use super::quantity::is_quantity_word;
use crate::claims::syntax::{
    Breakdown, Condition, Dimension, MeasureKind, Named, Quantity, Selection, Source, Symbol, Test, pair,
};
use crate::claims::token::{Mistake, Span, Token};
use crate::msg;
use crate::wording::Message;

impl Parser {
    /// What stands in a measure's parentheses, with the closing one.
    pub(super) fn selection(&mut self) -> Result<Selection, Mistake> {
        let mut selection = Selection::default();
        let is_area = matches!(self.peek(), Token::Name(_) | Token::Text(_))
            && matches!(self.peek_at(1), Token::Sign(")" | "," | ":"));
        if is_area {
            selection.areas = self.several(",", msg!("wanted-area"))?;
            if self.took(")") {
                return Ok(selection);
            }
            self.need(":", msg!("wanted-colon-behind-areas"))?;
        }
        selection.condition = Some(self.condition()?);
        self.need(")", msg!("wanted-condition-goes-on"))?;
        Ok(selection)
    }

    /// What stands in the parentheses of a measure of an item's table.
    pub(super) fn of_table(&mut self, word: &str) -> Result<(MeasureKind, Selection), Mistake> {
        self.need("(", msg!("wanted-item-in-parentheses"))?;
        let item = self.named(msg!("wanted-item"))?;
        let mut arguments = Vec::new();
        while self.took(",") {
            arguments.push(self.named(msg!("wanted-row-or-column"))?);
        }
        let condition = self.row_condition()?;
        let end = self.span();
        self.need(")", msg!("wanted-table-goes-on"))?;
        let selection = Selection { areas: Vec::new(), condition };
        let column = arguments.pop();
        match (word, column, selection.condition.is_some()) {
            ("cell", Some(column), false) => Ok((MeasureKind::Cell { item, keys: arguments, column }, selection)),
            ("rows", None, _) => Ok((MeasureKind::Rows { item }, selection)),
            ("sum", Some(column), _) if arguments.is_empty() => Ok((MeasureKind::Sum { item, column }, selection)),
            ("cell", ..) => Err(Mistake::new(end, msg!("cell-wrongly-formed"))),
            ("rows", ..) => Err(Mistake::new(end, msg!("rows-wrongly-formed"))),
            _ => Err(Mistake::new(end, msg!("sum-wrongly-formed"))),
        }
    }

    /// A condition on the rows of a table, behind a colon, if one stands here.
    fn row_condition(&mut self) -> Result<Option<Condition>, Mistake> {
        if !self.took(":") {
            return Ok(None);
        }
        let outside = std::mem::replace(&mut self.in_rows, true);
        let condition = self.deeper(Self::condition)?;
        self.in_rows = outside;
        Ok(Some(condition))
    }

    pub(super) fn condition(&mut self) -> Result<Condition, Mistake> {
        let mut all = vec![self.conjunction()?];
        while self.took_word("or") {
            all.push(self.conjunction()?);
        }
        Ok(if all.len() > 1 { Condition::Or(all) } else { all.remove(0) })
    }

    fn conjunction(&mut self) -> Result<Condition, Mistake> {
        let mut all = vec![self.negation()?];
        while self.took_word("and") {
            all.push(self.negation()?);
        }
        Ok(if all.len() > 1 { Condition::And(all) } else { all.remove(0) })
    }

    fn negation(&mut self) -> Result<Condition, Mistake> {
        if self.took_word("not") {
            return Ok(Condition::Not(Box::new(self.deeper(Self::negation)?)));
        }
        if self.took("(") {
            let inside = self.deeper(Self::condition)?;
            self.need(")", msg!("wanted-closing-parenthesis"))?;
            return Ok(inside);
        }
        self.test().map(Condition::Test)
    }

    fn test(&mut self) -> Result<Test, Mistake> {
        let is_call = matches!(self.peek_at(1), Token::Sign("("));
        let is_reckoned = matches!(self.peek_at(1), Token::Sign("+" | "-" | "*" | "/")) || self.is_word(1, "of");
        if self.begins_column() && is_reckoned {
            return self.comparison_test(None);
        }
        match self.peek().clone() {
            Token::Name(name) if name == "number" && is_call => self.number_test(),
            Token::Name(name) if name == "answered" && is_call => self.call().map(Test::Answered),
            Token::Name(name) if name == "asked" && is_call => self.call().map(Test::Asked),
            Token::Name(name) if name == "broken" && is_call => {
                self.at += 2;
                let year = self.year()?;
                self.need(")", msg!("wanted-closing-parenthesis"))?;
                Ok(Test::Broken(year))
            }
            Token::Name(name) if is_quantity_word(&name) => self.comparison_test(None),
            Token::Number(_) => self.comparison_test(None),
            Token::Name(_) | Token::Text(_) => self.named_test(),
            _ => Err(self.unexpected(msg!("wanted-condition"))),
        }
    }

    /// `word(name)`.
    fn call(&mut self) -> Result<Named, Mistake> {
        self.at += 2;
        let name = self.named(msg!("wanted-question-or-domain"))?;
        self.need(")", msg!("wanted-closing-parenthesis"))?;
        Ok(name)
    }

    fn number_test(&mut self) -> Result<Test, Mistake> {
        let name = self.call()?;
        let Some(symbol) = self.symbol() else { return Err(self.unexpected(msg!("wanted-comparison-sign"))) };
        let Token::Number(written) = self.peek().clone() else { return Err(self.unexpected(msg!("wanted-a-number"))) };
        self.at += 1;
        Ok(Test::Number { name, symbol, number: written.value })
    }

    /// A test that begins with a domain, a question, or a column of a table.
    fn named_test(&mut self) -> Result<Test, Mistake> {
        let names = self.several("/", msg!("wanted-domain-or-question"))?;
        let item =
            if let Token::Text(_) = self.peek() { Some(self.named(msg!("wanted-item-of-question"))?) } else { None };
        let start = self.at;
        let Some(symbol) = self.symbol() else { return Err(self.unexpected(msg!("wanted-sign-and-value"))) };
        let names_value = matches!(self.peek(), Token::Text(_))
            || matches!(self.peek(), Token::Name(name) if !is_quantity_word(name));
        if !matches!(symbol, Symbol::Equal | Symbol::Unequal) || !names_value {
            let only = <[Named; 1]>::try_from(names);
            return match only {
                Ok([column]) if item.is_none() && self.begins_operand() => {
                    self.at = start;
                    self.comparison_test(Some(column))
                }
                _ => Err(self.unexpected(msg!("wanted-value-behind-sign"))),
            };
        }
        let values = self.several(",", msg!("wanted-value"))?;
        let negated = symbol == Symbol::Unequal;
        match (names.as_slice(), &item, values.as_slice()) {
            ([name], None, [value]) if name.text == "level" && !negated => Ok(Test::Level(value.clone())),
            ([name], None, _) if name.text == "part_of" => Ok(Test::PartOf(values, negated)),
            ([name], None, _) if name.text == "recipient" => Ok(Test::Recipient(values, negated)),
            _ => Ok(Test::Has { names, item, values, negated }),
        }
    }

    fn begins_operand(&self) -> bool {
        self.begins_quantity() || matches!(self.peek(), Token::Name(_) | Token::Text(_))
    }

    /// A comparison; the left side may be a column that has been read.
    fn comparison_test(&mut self, column: Option<Named>) -> Result<Test, Mistake> {
        let left = match column {
            Some(column) => Quantity::Column(column),
            None => self.quantity()?,
        };
        let Some(symbol) = self.symbol() else { return Err(self.unexpected(msg!("wanted-comparison-sign"))) };
        let right = match self.peek() {
            _ if self.in_rows => self.quantity()?,
            Token::Name(name) if !is_quantity_word(name) => Quantity::Column(self.named(msg!("wanted-column"))?),
            Token::Text(_) => Quantity::Column(self.named(msg!("wanted-column"))?),
            _ => self.quantity()?,
        };
        Ok(Test::Comparison { left: Box::new(left), symbol, right: Box::new(right) })
    }

    pub(super) fn breakdown(&mut self) -> Result<Breakdown, Mistake> {
        let start = self.span();
        if self.took_word("cells") {
            self.need("(", msg!("wanted-cells"))?;
            let item = self.named(msg!("wanted-item"))?;
            self.need(",", msg!("wanted-comma-and-column"))?;
            let column = self.named(msg!("wanted-column-of-item"))?;
            let condition = self.row_condition()?;
            self.need(")", msg!("wanted-closing-parenthesis"))?;
            return self.limits(Source::Cells { item, column, condition }, start);
        }
        let quantity = self.quantity()?;
        self.breakdown_of(quantity, start)
    }

    /// A breakdown whose quantity has been read.
    pub(super) fn breakdown_of(&mut self, mut quantity: Quantity, start: Span) -> Result<Breakdown, Mistake> {
        // The values are those of the year, too: `a in 2023 by b` is `a by b in 2023`.
        let year = quantity.take_year();
        self.need_word("by", msg!("wanted-by"))?;
        let mut dimension = self.dimension()?;
        if self.took_word("by") {
            dimension = Dimension::Pair(Box::new(dimension), Box::new(self.dimension()?));
        }
        let mut breakdown = self.limits(Source::By(quantity, dimension), start)?;
        year.map_or(Ok(()), |year| breakdown.put_in(year))?;
        Ok(breakdown)
    }

    /// By what a quantity is broken down.
    fn dimension(&mut self) -> Result<Dimension, Mistake> {
        let names = self.several("/", msg!("wanted-by"))?;
        Ok(match names.as_slice() {
            [only] if only.text == "area" => Dimension::Area,
            [only] if only.text == "recipient" => Dimension::Recipient,
            [only] if only.text == "part_of" => Dimension::Parent,
            _ => {
                let subcodes_of = if self.took_word("subcodes") {
                    self.need_word("of", msg!("wanted-of-main-code"))?;
                    Some(self.named(msg!("wanted-main-code"))?)
                } else {
                    None
                };
                let answers =
                    if self.took("=") { self.several(",", msg!("wanted-answer-of-question"))? } else { Vec::new() };
                Dimension::Values { names, subcodes_of, answers }
            }
        })
    }

    /// Values of a ranking with commas between; a pair is written `G1 × R3`, or with an x.
    pub(super) fn values(&mut self, expected: &Message) -> Result<Vec<Named>, Mistake> {
        let mut all = vec![self.value(expected)?];
        while self.took(",") {
            all.push(self.value(expected)?);
        }
        Ok(all)
    }

    fn value(&mut self, expected: &Message) -> Result<Named, Mistake> {
        let start = self.span();
        let one = self.named(expected.clone())?;
        if !(self.took("×") || self.took_word("x")) {
            return Ok(one);
        }
        let other = self.named(expected.clone())?;
        Ok(Named { text: pair(&one.text, &other.text), span: self.since(start) })
    }

    /// `among …`, `besides …` and a year behind a breakdown.
    fn limits(&mut self, source: Source, start: Span) -> Result<Breakdown, Mistake> {
        let mut among = Vec::new();
        let mut besides = Vec::new();
        loop {
            if self.took_word("among") {
                among.extend(self.values(&msg!("wanted-value-of-ranking"))?);
            } else if self.took_word("besides") {
                besides.extend(self.values(&msg!("wanted-value-of-ranking"))?);
            } else {
                let year = self.year_behind("in")?;
                let mut breakdown = Breakdown { source, among, besides, year: None, span: self.since(start) };
                year.map_or(Ok(()), |year| breakdown.put_in(year))?;
                return Ok(breakdown);
            }
        }
    }
}
