//! Statements: comparisons, places in a ranking, rankings that are alike.

use super::Parser;
use super::quantity::is_quantity_word;
use crate::claims::syntax::{Breakdown, Part, Place, Quantity, Relation, Statement, Symbol, Values, Year};
use crate::claims::token::{Mistake, Token};
use crate::msg;

/// Words of places, from the first on.
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

impl Parser {
    /// One statement.
    pub(super) fn statement(&mut self) -> Result<Statement, Mistake> {
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
                let like_measure = matches!(self.peek_at(1), Token::Sign(sign) if ![",", "×"].contains(sign))
                    || self.is_word(1, "in") && matches!(self.peek_at(2), Token::Number(_))
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
        let places = ["last", "highest", "lowest", "main", "among", "present", "absent", "still"];
        ORDINALS.contains(&word.as_str()) || places.contains(&word.as_str()) || self.is_word(ahead + 1, "in")
    }

    fn place_statement(&mut self) -> Result<Statement, Mistake> {
        let values = if self.is_word(0, "all") {
            let span = self.span();
            self.at += 1;
            Values::All(span)
        } else {
            Values::These(self.values(&msg!("wanted-values-of-ranking"))?)
        };
        let _ = self.took_word("is") || self.took_word("are");
        let is_still = self.took_word("still");
        let start = self.span();
        let place = self.place()?;
        let one = matches!(place, Place::FromTop(_) | Place::FromBottom(_));
        if one && !matches!(&values, Values::These(these) if these.len() == 1) {
            return Err(Mistake::new(start, msg!("one-place-for-several")));
        }
        self.need_word("in", msg!("wanted-ranking"))?;
        let ranking = Box::new(self.breakdown()?);
        let since = if is_still { Some(self.since_year(|since| ranking.clone().put_in(since))?) } else { None };
        Ok(Statement::Place { values, place, ranking, since })
    }

    /// The earlier year of what is compared with it; `put_in` says whether it can be.
    fn since_year(&mut self, put_in: impl Fn(Year) -> Result<(), Mistake>) -> Result<Year, Mistake> {
        self.need_word("since", msg!("wanted-since"))?;
        let since = self.year()?;
        put_in(since).map(|()| since)
    }

    fn place(&mut self) -> Result<Place, Mistake> {
        if self.is_word(0, "in") {
            return Err(self.unexpected(msg!("wanted-place")));
        }
        let word = self.named(msg!("wanted-place"))?;
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
            "among" if self.took_word("highest") => Place::AmongHighest(self.whole(msg!("wanted-count-of-highest"))?),
            "among" if self.took_word("lowest") => Place::AmongLowest(self.whole(msg!("wanted-count-of-lowest"))?),
            "among" => return Err(self.unexpected(msg!("wanted-end-and-count"))),
            text => match ORDINALS.iter().position(|ordinal| *ordinal == text) {
                Some(index) if self.took_word("last") => Place::FromBottom(index + 1),
                Some(index) => Place::FromTop(index + 1),
                None => Place::Vague(word),
            },
        })
    }

    fn alike(&mut self, left: Breakdown) -> Result<Statement, Mistake> {
        let different = self.took_word("different");
        if !different {
            self.need_word("same", msg!("wanted-likeness"))?;
        }
        let number = |parser: &Self| matches!(parser.peek(), Token::Number(_));
        let part = if self.took_word("order") {
            let first = if number(self) { Some(self.whole(msg!("wanted-count-of-first"))?) } else { None };
            Part::Order(first)
        } else if self.took_word("highest") {
            Part::Highest(self.whole(msg!("wanted-count-of-highest"))?)
        } else if self.took_word("lowest") {
            Part::Lowest(self.whole(msg!("wanted-count-of-lowest"))?)
        } else if self.took_word("values") {
            Part::Values
        } else {
            return Err(self.unexpected(msg!("wanted-part-of-ranking")));
        };
        self.need_word("as", msg!("wanted-other-ranking"))?;
        let right = match self.year_behind("in")? {
            Some(year) => {
                let mut then = left.clone();
                then.put_in(year)?;
                then
            }
            None => self.breakdown()?,
        };
        Ok(Statement::Alike { left: Box::new(left), different, part, right: Box::new(right) })
    }

    fn comparison(&mut self, computed: Quantity) -> Result<Statement, Mistake> {
        if let Some(symbol) = self.symbol() {
            let (computed, stated) = (Box::new(computed), Box::new(self.quantity()?));
            return Ok(Statement::Comparison { computed, relation: Relation::Exact(symbol), stated });
        }
        let is_said = ["is", "are", "has", "have"].into_iter().any(|word| self.took_word(word));
        if !is_said && !self.is_word(1, "since") {
            return Err(self.unexpected(msg!("wanted-comparison")));
        }
        let word = self.named(msg!("wanted-precision"))?;
        if self.is_word(0, "since") {
            let since = self.since_year(|since| computed.clone().in_year(since).map(drop))?;
            return Ok(Statement::Changed { computed: Box::new(computed), word, since });
        }
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
            return Err(Mistake::new(start, msg!("no-digits-to-round-to")));
        }
        Ok(Statement::Comparison { computed: Box::new(computed), relation, stated: Box::new(stated) })
    }

    /// A sign of comparison, if one stands here.
    pub(super) fn symbol(&mut self) -> Option<Symbol> {
        let Token::Sign(sign) = self.peek() else { return None };
        let symbol = Symbol::from_sign(sign)?;
        self.at += 1;
        Some(symbol)
    }
}
