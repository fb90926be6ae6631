//! What a heading of amounts, or a line beside their table, says that bare numbers count: `Belopp (tkr)`, `Paid, EUR '000`,
//! `Belopp i danska kronor`.

use super::words::{Said, is_rate, of_words};
use crate::money::Currency;

/// What a heading says: in brackets before all, else in what follows its last comma, colon or dash, else anywhere in a
/// short one. A multiple beside a currency alone is added to it, as in `Belopp i tusental (kr)`.
pub fn said(heading: &str, own: Currency) -> Option<Said> {
    const SHORT: usize = 40;
    let is_short = |part: &&str| part.chars().count() <= SHORT;
    let read = |part: &str| of_words(part, own);
    let bracketed = || heading.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next());
    let last = Some(after_last_mark(heading)).filter(is_short);
    let whole = Some(heading).filter(is_short);
    let first = bracketed().chain(last).chain(whole).find_map(read)?;
    let Said::Money(1, currency) = first else { return Some(first) };
    let multiple = |said: Said| match said {
        Said::Money(times, of) if times > 1 && (of.is_none() || currency.is_none() || of == currency) => Some(times),
        _ => None,
    };
    let led = heading.split(['(', '[']).next().and_then(after_in).filter(is_short);
    let times = bracketed().chain(last).chain(led).filter_map(read).find_map(multiple).unwrap_or(1);
    Some(Said::Money(times, currency))
}

/// What stands behind "i" or "in".
fn after_in(text: &str) -> Option<&str> {
    [" i ", " in "].iter().find_map(|word| text.rsplit_once(*word)).map(|(_, behind)| behind)
}

/// What a line beside a table says, in one of its short sentences.
pub fn of_lines(text: &str, own: Currency) -> Option<Said> {
    // "milj. kr" is no end of a sentence.
    let mut rest = text;
    let mut found = None;
    loop {
        let starts_sentence = |(at, _): &(usize, &str)| rest[at + 2..].starts_with(|c: char| !c.is_lowercase());
        let end = rest.match_indices(". ").find(starts_sentence).map(|(at, _)| at);
        let sentence = end.map_or(rest, |at| &rest[..at]);
        let said = said(sentence, own).filter(|said| *said != Said::Percent && !is_rate(sentence, own));
        found = said.or(found);
        let Some(at) = end else { return found };
        rest = &rest[at + 2..];
    }
}

/// What stands behind the last comma, colon or dash of a text; a comma between digits is none.
fn after_last_mark(text: &str) -> &str {
    let is_mark = |(at, mark): &(usize, &str)| {
        let rest = &text[at + mark.len()..];
        match *mark {
            "," | ":" => !rest.starts_with(|c: char| c.is_ascii_digit()),
            _ => !rest.trim().is_empty(),
        }
    };
    let marks = [",", ":", ";", ")", " – ", " - "].iter().filter_map(|mark| text.rmatch_indices(*mark).find(is_mark));
    let end = marks.map(|(at, mark)| at + mark.len()).max();
    end.map_or(text, |at| &text[at..])
}

#[cfg(test)]
mod tests;
