//! From tokens to a tree; recursive descent, with a message for whatever stands in the wrong place.
//!
//! This file goes through the tokens; `statement` has what may be said, `quantity` what may be computed, `selection` what
//! stands in parentheses and the breakdowns.

mod quantity;
mod selection;
mod statement;

use super::syntax::{Assertion, Named, Quantity};
use super::token::{Mistake, Span, Token, tokens};
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::Message;

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
        _ => Err(parser.unexpected(msg!("wanted-end"))),
    }
}

/// Reads a quantity by itself.
///
/// # Errors
/// The first mistake.
pub fn quantity(text: &str) -> Result<Quantity, Mistake> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0, in_rows: false };
    let quantity = parser.quantity()?;
    match parser.peek() {
        Token::End => Ok(quantity),
        _ => Err(parser.unexpected(msg!("wanted-end"))),
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

    fn need(&mut self, sign: &str, expected: Message) -> Result<(), Mistake> {
        if self.took(sign) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    fn need_word(&mut self, word: &str, expected: Message) -> Result<(), Mistake> {
        if self.took_word(word) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// What stands here does not belong here.
    fn unexpected(&self, expected: Message) -> Mistake {
        let message = match self.peek() {
            Token::Name(name) => msg!("name-stands-here", name = shown(name), expected),
            Token::Text(text) => msg!("text-stands-here", text = shown(text), expected),
            Token::Number(_) => msg!("number-stands-here", expected),
            Token::Sign(sign) => msg!("sign-stands-here", sign = shown(sign), expected),
            Token::End => msg!("assertion-ends-here", expected),
        };
        Mistake::new(self.span(), message)
    }

    /// A name or a text.
    fn named(&mut self, expected: Message) -> Result<Named, Mistake> {
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
    fn several(&mut self, sign: &str, expected: Message) -> Result<Vec<Named>, Mistake> {
        let mut all = vec![self.named(expected.clone())?];
        while self.took(sign) {
            all.push(self.named(expected.clone())?);
        }
        Ok(all)
    }

    fn whole(&mut self, expected: Message) -> Result<usize, Mistake> {
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
            return Err(Mistake::new(self.span(), msg!("parentheses-too-deep")));
        }
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }
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
            "G1 × R3 first in interventions by activity by goal",
            "G1 x R3, 'Ja' × R1 among highest 3 in kronor by activity by influence besides G2 × R1",
            "interventions by activity by goal same highest 3 as kronor by activity by goal",
            "largest(interventions by goal subcodes of R1 by area) > 3; G1 is absent in interventions by activity by recipient",
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
            "interventions(goal = R3) in 2023 = 12; interventions - interventions in 2023 > 5",
            "(kronor(goal = R3) of kronor) in 2023 is about 1/3",
            "kronor(goal = R3) in 2023 of kronor in 2023 is about 1/3",
            "G1 first in interventions by activity besides G5 in 2023",
            "G1 is still first in interventions by activity since 2023",
            "interventions by activity same highest 3 as in 2023; interventions by goal different order as in 2023",
            "interventions by goal subcodes of all same values as in 2023",
            "interventions increased since 2023; kronor(goal = R1) of kronor is oförändrat since 2023",
            "areas(bu-lan: broken(2023)) = 1; areas(interventions(goal = R1) in 2023 > 0) = 5",
            "total(interventions by area in 2023) = total(interventions by area) in 2023",
        ] {
            assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
        }
    }

    #[test]
    fn a_year_behind_a_breakdown_is_that_of_what_is_broken_down() {
        let same = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|text| parse(text).map(|assertion| format!("{assertion:?}")));
            let without_places = |text: Result<String, _>| {
                let text: String = text.unwrap_or_default();
                text.split("span: Span {")
                    .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
                    .collect::<String>()
            };
            (without_places(one), without_places(other))
        };
        for (one, other) in [
            ("G1 first in interventions in 2023 by goal", "G1 first in interventions by goal in 2023"),
            ("(interventions of kronor) in 2023 = 1", "interventions in 2023 of kronor in 2023 = 1"),
        ] {
            let (one, other) = same(one, other);
            assert!(one.contains("2023") && one == other, "{one}\n{other}");
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
            ("G1 × first in interventions by activity", 11),
            ("interventions = 3 interventions", 18),
            ("(interventions in 2023) in 2022 = 3", 27),
            ("interventions(goal = R1) of interventions in 2023 = 3", 28),
            ("interventions = 3 in 2023", 21),
            ("rows(tabell-06) in 2023 = 3", 19),
            ("cells(a, b) in 2023 same order as cells(a, b)", 15),
            ("interventions in 2022 increased since 2023", 38),
            ("G1 still first in interventions by activity", 43),
            ("intervention in 2023 = 3", 0),
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
            "2023", "still", "since", "increased", "broken", "values",
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
