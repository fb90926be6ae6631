//! From tokens to a tree; recursive descent, with a message for whatever stands in the wrong place.
//!
//! This file has the statements and quantities; `parse/selection.rs` has what stands in parentheses and the breakdowns.

mod selection;

use super::ratio::Ratio;
use super::syntax::{
    Assertion, Fold, Measure, MeasureKind, Named, Operator, Part, Place, Quantity, Relation, Selection, Statement,
    Symbol, Unit, Values,
};
use super::token::{Mistake, Span, Token, Written, tokens};
use crate::diagnostic::{nearest, shown};

/// Words of places, from the first on.
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// How deep parentheses may stand in one another.
const DEEPEST: usize = 32;

/// Reads an assertion.
///
/// # Errors
/// The first mistake.
pub fn parse(text: &str) -> Result<Assertion, Mistake> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0, in_rows: false };
    let mut statements = vec![parser.statement()?];
    while parser.took(";") {
        if parser.peek() == &Token::End {
            break;
        }
        statements.push(parser.statement()?);
    }
    match parser.peek() {
        Token::End => Ok(Assertion { statements }),
        _ => Err(parser.unexpected("the end, or ; before another statement")),
    }
}

/// Reads the statements one by one.
struct Parser {
    tokens: Vec<(Token, Span)>,
    at: usize,
    depth: usize,
    /// Whether a condition on the rows of a table is read, in which columns are quantities.
    in_rows: bool,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> &Token {
        self.tokens.get(self.at + ahead).map_or(&Token::End, |(token, _)| token)
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).or(self.tokens.last()).map(|(_, span)| *span).unwrap_or_default()
    }

    /// From a span to the last token that was read.
    fn since(&self, start: Span) -> Span {
        let last = self.tokens.get(self.at.saturating_sub(1)).map_or(start, |(_, span)| *span);
        Span { start: start.start, end: last.end }
    }

    /// Reads a sign if it stands here.
    fn took(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Token::Sign(here) if *here == sign);
        self.at += usize::from(found);
        found
    }

    /// Reads a word if it stands here.
    fn took_word(&mut self, word: &str) -> bool {
        let found = self.is_word(0, word);
        self.at += usize::from(found);
        found
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        matches!(self.peek_at(ahead), Token::Name(here) if here == word)
    }

    fn need(&mut self, sign: &str, expected: &str) -> Result<(), Mistake> {
        if self.took(sign) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    fn need_word(&mut self, word: &str, expected: &str) -> Result<(), Mistake> {
        if self.took_word(word) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// What stands here does not belong here.
    fn unexpected(&self, expected: impl Into<String>) -> Mistake {
        let found = match self.peek() {
            Token::Name(name) => format!("{} stands here", shown(name)),
            Token::Text(text) => format!("the text {} stands here", shown(text)),
            Token::Number(_) => "a number stands here".to_owned(),
            Token::Sign(sign) => format!("the sign {} stands here", shown(sign)),
            Token::End => "the assertion ends here".to_owned(),
        };
        Mistake::new(self.span(), found).expected(expected)
    }

    /// A name or a text.
    fn named(&mut self, expected: &str) -> Result<Named, Mistake> {
        let span = self.span();
        match self.peek().clone() {
            Token::Name(text) | Token::Text(text) => {
                self.at += 1;
                Ok(Named { text, span })
            }
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Names or texts with a sign between.
    fn several(&mut self, sign: &str, expected: &str) -> Result<Vec<Named>, Mistake> {
        let mut all = vec![self.named(expected)?];
        while self.took(sign) {
            all.push(self.named(expected)?);
        }
        Ok(all)
    }

    fn whole(&mut self, expected: &str) -> Result<usize, Mistake> {
        let number = match self.peek() {
            Token::Number(written) => written.value.as_whole().and_then(|n| usize::try_from(n).ok()),
            _ => None,
        };
        let Some(number) = number.filter(|n| *n > 0) else { return Err(self.unexpected(expected)) };
        self.at += 1;
        Ok(number)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Mistake>) -> Result<T, Mistake> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Mistake::new(self.span(), "parentheses stand too deep in one another"));
        }
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn statement(&mut self) -> Result<Statement, Mistake> {
        if self.begins_values() {
            return self.place_statement();
        }
        if self.is_word(0, "cells") {
            let left = self.breakdown()?;
            return self.alike(left);
        }
        let start = self.span();
        let computed = self.quantity()?;
        if self.is_word(0, "by") {
            let left = self.breakdown_of(computed, start)?;
            return self.alike(left);
        }
        self.comparison(computed)
    }

    /// Whether values that are placed stand here: a text, or a name that is no measure.
    fn begins_values(&self) -> bool {
        match self.peek() {
            Token::Text(_) => true,
            Token::Name(name) if name == "all" => true,
            Token::Name(name) => {
                // A misspelt measure is followed by what only measures are followed by.
                let like_measure = matches!(self.peek_at(1), Token::Sign(sign) if *sign != ",")
                    || ["is", "are", "of", "by"].into_iter().any(|word| self.is_word(1, word))
                        && !self.places_follow(2);
                !is_quantity_word(name) && !like_measure
            }
            _ => false,
        }
    }

    /// Whether a word of a place stands there, as behind `G1 is`.
    fn places_follow(&self, ahead: usize) -> bool {
        let Token::Name(word) = self.peek_at(ahead) else { return false };
        let places = ["last", "highest", "lowest", "main", "among", "present", "absent"];
        ORDINALS.contains(&word.as_str()) || places.contains(&word.as_str()) || self.is_word(ahead + 1, "in")
    }

    fn place_statement(&mut self) -> Result<Statement, Mistake> {
        let values = if self.is_word(0, "all") {
            let span = self.span();
            self.at += 1;
            Values::All(span)
        } else {
            Values::These(self.several(",", "a code, an option or another value of a ranking")?)
        };
        let _ = self.took_word("is") || self.took_word("are");
        let start = self.span();
        let place = self.place()?;
        let one = matches!(place, Place::FromTop(_) | Place::FromBottom(_));
        if one && !matches!(&values, Values::These(these) if these.len() == 1) {
            return Err(Mistake::new(start, "several values cannot have one place")
                .expected("one value, or \"highest\" or \"lowest\""));
        }
        self.need_word("in", "\"in\" and a ranking, as: in interventions by activity")?;
        Ok(Statement::Place { values, place, ranking: Box::new(self.breakdown()?) })
    }

    fn place(&mut self) -> Result<Place, Mistake> {
        const EXPECTED: &str = "a place: first, second, last, highest, lowest, among highest 3, among lowest 3, main, \
                                present, absent, or a word as common";
        let word = self.named(EXPECTED)?;
        let ordered = |parser: &mut Self| {
            let follows = parser.is_word(0, "in") && parser.is_word(1, "order");
            parser.at += if follows { 2 } else { 0 };
            follows
        };
        Ok(match word.text.as_str() {
            "last" => Place::FromBottom(1),
            "highest" => Place::Highest { in_order: ordered(self) },
            "lowest" => Place::Lowest { in_order: ordered(self) },
            "main" => Place::Highest { in_order: false },
            "present" => Place::Present,
            "absent" => Place::Absent,
            "among" if self.took_word("highest") => Place::AmongHighest(self.whole("how many of the highest")?),
            "among" if self.took_word("lowest") => Place::AmongLowest(self.whole("how many of the lowest")?),
            "among" => return Err(self.unexpected("\"highest\" or \"lowest\" and a number")),
            text => match ORDINALS.iter().position(|ordinal| *ordinal == text) {
                Some(index) if self.took_word("last") => Place::FromBottom(index + 1),
                Some(index) => Place::FromTop(index + 1),
                None => Place::Vague(word),
            },
        })
    }

    fn alike(&mut self, left: super::syntax::Breakdown) -> Result<Statement, Mistake> {
        let different = self.took_word("different");
        if !different {
            self.need_word("same", "\"same order as\", \"same highest 3 as\" or \"different …\" and another ranking")?;
        }
        let number = |parser: &Self| matches!(parser.peek(), Token::Number(_));
        let part = if self.took_word("order") {
            let first = if number(self) { Some(self.whole("how many of the first")?) } else { None };
            Part::Order(first)
        } else if self.took_word("highest") {
            Part::Highest(self.whole("how many of the highest")?)
        } else if self.took_word("lowest") {
            Part::Lowest(self.whole("how many of the lowest")?)
        } else {
            return Err(self.unexpected("order, highest or lowest"));
        };
        self.need_word("as", "\"as\" and another ranking")?;
        Ok(Statement::Alike { left: Box::new(left), different, part, right: Box::new(self.breakdown()?) })
    }

    fn comparison(&mut self, computed: Quantity) -> Result<Statement, Mistake> {
        if let Some(symbol) = self.symbol() {
            let (computed, stated) = (Box::new(computed), Box::new(self.quantity()?));
            return Ok(Statement::Comparison { computed, relation: Relation::Exact(symbol), stated });
        }
        if !(self.took_word("is") || self.took_word("are")) {
            return Err(self.unexpected("a comparison: = != < <= > >=, or \"is\" and a word as about, or \"by\""));
        }
        let word = self.named("a word of precision, as about, rounded, several, majority")?;
        if !self.begins_quantity() {
            return Ok(Statement::Vague { computed: Box::new(computed), word });
        }
        let relation = match word.text.as_str() {
            "rounded" => Relation::Rounded,
            "truncated" => Relation::Truncated,
            _ => Relation::Word(word),
        };
        let start = self.span();
        let stated = self.quantity()?;
        let digits = matches!(stated, Quantity::Number { .. });
        if matches!(relation, Relation::Rounded | Relation::Truncated) && !digits {
            return Err(Mistake::new(start, "only a written number has digits to round to")
                .expected("a number, as 54 % or 135.4 mnkr"));
        }
        Ok(Statement::Comparison { computed: Box::new(computed), relation, stated: Box::new(stated) })
    }

    fn symbol(&mut self) -> Option<Symbol> {
        let Token::Sign(sign) = self.peek() else { return None };
        let symbol = Symbol::from_sign(sign)?;
        self.at += 1;
        Some(symbol)
    }

    /// Whether the column of a table stands here.
    fn begins_column(&self) -> bool {
        let named = match self.peek() {
            Token::Name(name) => !is_quantity_word(name) && !matches!(self.peek_at(1), Token::Sign("(")),
            Token::Text(_) => true,
            _ => false,
        };
        self.in_rows && named
    }

    fn begins_quantity(&self) -> bool {
        match self.peek() {
            Token::Number(_) => true,
            Token::Sign(sign) => matches!(*sign, "(" | "-"),
            Token::Name(name) => is_quantity_word(name),
            Token::Text(_) | Token::End => false,
        }
    }

    /// Sums and differences.
    fn quantity(&mut self) -> Result<Quantity, Mistake> {
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
            left = Quantity::Operation { operator, left: Box::new(left), right: Box::new(right), span };
        }
    }

    fn simple(&mut self) -> Result<Quantity, Mistake> {
        let span = self.span();
        if self.took("(") {
            let inside = self.deeper(Self::quantity)?;
            self.need(")", "a closing parenthesis")?;
            return Ok(inside);
        }
        if self.took("-") {
            let zero = Written { value: Ratio::ZERO, last_digit: Ratio::ONE, last_significant: Ratio::ONE };
            return match self.simple()? {
                Quantity::Number { written, unit } => {
                    let value = Ratio::ZERO.minus(written.value).unwrap_or(written.value);
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
            Token::Name(_) | Token::Text(_) if self.begins_column() => Ok(Quantity::Column(self.named("a column")?)),
            Token::Name(name) => {
                if let Some((_, fold)) = Fold::WORDS.iter().find(|(word, _)| *word == name) {
                    return self.fold(*fold);
                }
                self.measure(&name)
            }
            _ => Err(self.unexpected("a number or a measure, as interventions, kronor, respondents")),
        }
    }

    fn number(&mut self, written: Written) -> Result<Quantity, Mistake> {
        let span = self.span();
        self.at += 1;
        let unit = match self.peek() {
            Token::Sign(sign) => Unit::WORDS.iter().find(|(word, _)| word == sign),
            Token::Name(name) => Unit::WORDS.iter().find(|(word, _)| word == name),
            _ => None,
        };
        let unit = unit.map_or(Unit::Plain, |(_, unit)| {
            self.at += 1;
            *unit
        });
        match written.times(unit.size()) {
            Some(written) => Ok(Quantity::Number { written, unit }),
            None => Err(Mistake::new(span, "the number is too large")),
        }
    }

    fn fold(&mut self, fold: Fold) -> Result<Quantity, Mistake> {
        self.at += 1;
        self.need("(", "a breakdown in parentheses, as total(interventions by activity)")?;
        let breakdown = self.deeper(Self::breakdown)?;
        self.need(")", "a closing parenthesis")?;
        Ok(Quantity::Fold { fold, breakdown: Box::new(breakdown) })
    }

    fn measure(&mut self, name: &str) -> Result<Quantity, Mistake> {
        let start = self.span();
        if MeasureKind::OF_TABLES.contains(&name) {
            self.at += 1;
            let (kind, selection) = self.of_table(name)?;
            return Ok(Quantity::Measure(Measure { kind, selection, span: self.since(start) }));
        }
        let Some((_, kind)) = MeasureKind::WORDS.into_iter().find(|(word, _)| *word == name) else {
            let known = MeasureKind::WORDS.iter().map(|(word, _)| *word).chain(MeasureKind::OF_TABLES);
            let action = nearest(name, known).map(|near| format!("did you mean {}?", shown(near))).unwrap_or_default();
            return Err(Mistake::new(start, format!("{} is no measure", shown(name)))
                .expected("interventions, kronor, respondents, recipients, requisitioned, cell, … as the README lists")
                .action(action));
        };
        self.at += 1;
        let selection = if self.took("(") { self.deeper(Self::selection)? } else { Selection::default() };
        Ok(Quantity::Measure(Measure { kind, selection, span: self.since(start) }))
    }
}

/// Whether a name begins a quantity.
fn is_quantity_word(name: &str) -> bool {
    MeasureKind::WORDS.iter().any(|(word, _)| *word == name)
        || MeasureKind::OF_TABLES.contains(&name)
        || Fold::WORDS.iter().any(|(word, _)| *word == name)
        || name == "cells"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_statement_is_read() {
        for text in [
            "interventions = 133",
            "interventions(goal = R1) of interventions is about 67 %",
            "respondents(influence \"Enskilda…\" = \"Ja\") of respondents = 8 of 21",
            "kronor(responsible = \"Ungdomsmottagningar\") is ungefär 120 mnkr",
            "interventions(theme = T1) is several",
            "interventions(activity = G2.1) of interventions(activity = G2) is majority;",
            "G1 first in interventions by activity",
            "\"Hbtqi+\" is last in respondents by perspective",
            "R1, R2 highest in order in interventions by goal",
            "G3, G4 among lowest 3 in kronor by activity",
            "all present in interventions(theme = T2) by activity/output",
            "R1.1 main in interventions by goal/effect subcodes of R1",
            "G5, G2 common in interventions by activity besides G1",
            "interventions by activity same order 3 as interventions by output",
            "interventions by goal different highest 3 as kronor by goal",
            "areas(all: interventions(activity = G5) > 0) = areas(all)",
            "respondents(reported != target and not (recipient = \"Region Skåne\" or level = region)) > 0",
            "cell(tabell-01, \"Löner\", used_kr) of sum(tabell-01, used_kr) is rounded 83 %",
            "rows(tabell-06: unspent_kr > 0 and granted_kr < applied_kr) = 7",
            "rows(tabell-06: 2 * unspent_kr > granted_kr - 100 and unspent_kr / granted_kr <= 1/2 * (applied_kr + 1)) = 7",
            "\"Löner\" first in cells(tabell-01, used_kr: row != \"Summa\")",
            "total(interventions by activity) > interventions; kinds(interventions by responsible) >= 8",
            "interventions(number(targets) > 1 and answered(influence)) - 2 * (3 + 4) > -5",
        ] {
            assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
        }
    }

    #[test]
    fn a_mistake_is_named_where_it_stands() {
        // The position is that of the first character that does not belong, counted by hand.
        for (text, start) in [
            ("interventions", 13),
            ("intervention = 3", 0),
            ("interventions(goal = ) = 3", 21),
            ("interventions(goal = R1 = 3", 24),
            ("G1 first interventions by activity", 9),
            ("R1, R2 first in interventions by goal", 7),
            ("interventions is rounded interventions", 25),
            ("G1 first in interventions", 25),
            ("interventions = 3 interventions", 18),
        ] {
            assert_eq!(parse(text).map_err(|m| m.span.start), Err(start), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,60}") {
            let _ = parse(&text);
        }

        #[test]
        fn no_row_of_words_makes_the_parser_panic(words in proptest::collection::vec(proptest::sample::select(vec![
            "interventions", "(", ")", "by", "in", "is", "about", "G1", "'x'", "=", "of", "3", "%", "activity", "first", "same",
            "highest", "order", "as", "cells", "total", "and", "not", "number", ",", ";", ":", "among", "subcodes", "cell",
        ]), 0..20)) {
            let _ = parse(&words.join(" "));
        }
    }

    #[test]
    fn parentheses_are_not_followed_for_ever() {
        let text = format!("{}1 = 1", "(".repeat(10_000));
        assert!(parse(&text).is_err());
    }
}
