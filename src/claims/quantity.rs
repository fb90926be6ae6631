//! A quantity as a text says it: `interventions(theme = T1) of interventions | %`.

use super::facts::Facts;
use super::measure;
use super::parse;
use super::scope::{Only, Scope, Stop};
use super::sort::sort;
use super::syntax::Unit;
use super::token::Mistake;
use super::walk;
use super::words::Words;
use super::years::{breaks, by_title};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::exact::Exact;
use crate::msg;
use crate::report::Percent;
use crate::wording::{Message, sentence};

/// The most decimals that a text can ask for.
const DECIMALS: u32 = 6;

/// Why there is no number that a text asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// What is asked cannot be asked.
    Wrong(Box<Diagnostic>),
    /// The study's data do not say; why.
    Unknown(Message),
}

impl From<NoNumber> for Diagnostic {
    fn from(reason: NoNumber) -> Self {
        match reason {
            NoNumber::Wrong(wrong) => *wrong,
            NoNumber::Unknown(reason) => Self::error(Place::default(), msg!("quantity-unknown", reason)),
        }
    }
}

impl From<Mistake> for NoNumber {
    fn from(mistake: Mistake) -> Self {
        Self::Wrong(Box::new(mistake.message().clone()))
    }
}

impl From<Stop> for NoNumber {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Wrong(mistake) => mistake.into(),
            Stop::Unknown(reason) => Self::Unknown(reason),
        }
    }
}

impl NoNumber {
    fn wrong(message: Message) -> Self {
        Self::Wrong(Box::new(Diagnostic::error(Place::default(), message)))
    }
}

/// The number that a text asks for, as its language writes it; behind `|` stand the unit and how many decimals. A percentage has its
/// sign, and what is estimated its interval; what kind of money or thing a number is says the text.
///
/// # Errors
/// Why there is no such number.
pub fn quantity(asked: &str, facts: &Facts<'_>, words: &Words) -> Result<String, NoNumber> {
    let wrong = NoNumber::wrong;
    let asked = asked.trim_start_matches('=');
    let (text, form) = asked.rsplit_once('|').map_or((asked, ""), |(text, form)| (text, form));
    let (unit, decimals) =
        read_form(form).ok_or_else(|| wrong(msg!("quantity-form-unknown", form = shown(form.trim()))))?;
    let read = parse::quantity(text)?;
    // A number that is written alone is what its unit says.
    if let Some(misfit) = sort(&read, facts).misfit(unit, facts).filter(|_| !read.is_written()) {
        return Err(wrong(misfit));
    }
    let all: Vec<usize> = (0..facts.areas.len()).collect();
    let scope = whole(facts, words, &all);
    let range = measure::range(&scope, &read)?;
    let language = facts.language;
    let write = |value: Exact| {
        let value = value.over(unit.size()).unwrap_or(value);
        if unit == Unit::Plain && decimals.is_none() && !value.is_whole() {
            return Err(wrong(msg!("quantity-not-whole")));
        }
        let decimals = decimals.unwrap_or(0);
        Ok(match unit {
            Unit::Percent => language.with_percent(&Percent::in_text(value, decimals, language)),
            _ => value.written(language, decimals),
        })
    };
    let value = write(range.point)?;
    if range.low == range.point && range.high == range.point {
        return Ok(value);
    }
    let (low, high) = (write(range.low)?, write(range.high)?);
    Ok(msg!("value-with-ends", value, low, high).text(language))
}

/// Why years that a quantity names cannot be compared with this one: what stands beside its number.
pub fn breaks_of(asked: &str, facts: &Facts<'_>, words: &Words) -> Vec<String> {
    let asked = asked.trim_start_matches('=');
    let text = asked.rsplit_once('|').map_or(asked, |(text, _)| text);
    let Ok(read) = parse::quantity(text) else { return Vec::new() };
    let all: Vec<usize> = (0..facts.areas.len()).collect();
    let told = breaks(&whole(facts, words, &all), &walk::found_in(&read), &by_title);
    told.iter().map(|message| sentence(&message.text(facts.language)) + ".").collect()
}

/// All areas of the study.
fn whole<'s>(facts: &'s Facts<'s>, words: &'s Words, all: &'s [usize]) -> Scope<'s> {
    Scope {
        facts,
        words,
        areas: all,
        is_whole: true,
        missing: None,
        known: all,
        only: Only::All,
        row: None,
        added: None,
        width: Exact::ONE,
    }
}

/// A unit, decimals, or both in this order; nothing is a plain number.
fn read_form(form: &str) -> Option<(Unit, Option<u32>)> {
    let mut words = form.split_whitespace().peekable();
    let unit = words.peek().and_then(|word| Unit::of(word));
    if unit.is_some() {
        words.next();
    }
    let decimals = match words.next() {
        Some(word) => Some(word.parse().ok().filter(|decimals| *decimals <= DECIMALS)?),
        None => None,
    };
    words.next().is_none().then_some((unit.unwrap_or(Unit::Plain), decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_a_unit_and_decimals() {
        let millions = Unit::of("mnkr").unwrap_or(Unit::Plain);
        assert!(matches!(millions, Unit::Money(1_000_000, _)));
        assert_eq!(read_form(""), Some((Unit::Plain, None)));
        assert_eq!(read_form(" % 1 "), Some((Unit::Percent, Some(1))));
        assert_eq!(read_form("mnkr"), Some((millions, None)));
        assert_eq!(read_form("2"), Some((Unit::Plain, Some(2))));
        for form in ["x", "% %", "% 1 1", "99", "-1"] {
            assert_eq!(read_form(form), None, "{form}");
        }
    }
}
