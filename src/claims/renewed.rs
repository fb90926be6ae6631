//! An assertion with other numbers: those of a sentence in the place of the ones that an earlier sentence shared with it.

use super::numbers::{Figure, Value, figures, number_of};
use super::token::{Token, tokens};
use crate::exact::Exact;

/// An assertion in which the numbers of a sentence give way to those of another sentence, which differs from it in numbers only. `None`
/// where a number of the sentences has no place there, as a fraction in words, or would have two.
pub fn renewed(assertion: &str, then: &str, now: &str) -> Option<String> {
    let (old, new) = (numbers(then)?, numbers(now)?);
    if old.len() != new.len() {
        return None;
    }
    let mut changes: Vec<(Exact, String)> = Vec::new();
    for ((old, _), (_, new)) in old.into_iter().zip(new) {
        match changes.iter().find(|(known, _)| *known == old) {
            Some((_, known)) if *known != new => return None,
            Some(_) => {}
            None => changes.push((old, new)),
        }
    }
    let characters: Vec<char> = assertion.chars().collect();
    let written = |from: usize, to: usize| characters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let (mut text, mut at) = (String::new(), 0);
    let mut before: Option<Token> = None;
    for (token, span) in tokens(assertion).ok()? {
        // "among highest 3" says how many places count, and is no number of the data.
        let counts = !matches!(&before, Some(Token::Name(name)) if ["highest", "lowest"].contains(&name.as_str()));
        let new = match &token {
            Token::Number(number) if counts => changes.iter().find(|(old, _)| *old == number.value),
            _ => None,
        };
        if let Some((_, new)) = new {
            text += &(written(at, span.start) + new);
            at = span.end;
        }
        before = Some(token);
    }
    Some(text + &written(at, characters.len()))
}

/// The numbers of a sentence, each by itself and as assertions write it.
fn numbers(sentence: &str) -> Option<Vec<(Exact, String)>> {
    let mut found = Vec::new();
    for figure in figures(sentence).iter().filter(|figure| !figure.is_word()) {
        found.push(bare(sentence, figure)?);
        if let Value::Of(_, base) = figure.value {
            found.push((base, base.as_whole()?.to_string()));
        }
    }
    Some(found)
}

/// The digits of a number, without its unit.
fn bare(sentence: &str, figure: &Figure) -> Option<(Exact, String)> {
    let digits = sentence.get(figure.digits.clone())?;
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        let number = number_of(&digits.to_lowercase().replace('-', ""))?;
        return Some((Exact::whole(number), number.to_string()));
    }
    let written: String = digits.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
    Some((Exact::decimal(&written)?, written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_sentence_stand_in_its_assertion() {
        let of = |assertion: &str, then: &str, now: &str| renewed(assertion, then, now);
        assert_eq!(of("areas = 5", "Fem enkäter.", "Sju enkäter.").as_deref(), Some("areas = 7"));
        assert_eq!(
            of("kronor(goal = R2) is cirka 315.1 mnkr", "Cirka 315,1 miljoner.", "Cirka 1\u{a0}302,0 miljoner.")
                .as_deref(),
            Some("kronor(goal = R2) is cirka 1302.0 mnkr")
        );
        assert_eq!(
            of("a of b = 10 of 21; G1 among highest 10 in b", "I 10 av 21 län.", "I 12 av 20 län.").as_deref(),
            Some("a of b = 12 of 20; G1 among highest 10 in b")
        );
        // A code is no number, and a number in words may be none of an assertion.
        assert_eq!(of("x(a = G5) = 5", "Fem.", "Sex.").as_deref(), Some("x(a = G5) = 6"));
        assert_eq!(of("x is cirka 1/4", "Var fjärde.", "Var femte."), None);
        assert_eq!(of("a = 3; b = 3", "3 och 3.", "4 och 5."), None);
    }
}
