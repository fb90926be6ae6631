//! How a number stands to those of a claim.

use std::collections::BTreeSet;

use super::{Candidate, Standing};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::quantifiers::Axis;
use crate::claims::{Agreement, agreement};
use crate::exact::Exact;
use crate::manuscript::vocabulary::{THAN, VERBS, words};

/// What comes of holding a number against a claim.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) standing: Standing,
    /// Whether only the unit differs.
    pub(super) is_unit: bool,
    /// Which of the claim's numbers it is held against.
    pub(super) stated: usize,
}

/// How a figure stands to a claim; `None` where the claim states nothing of the kind, so that it cannot cover it.
pub(super) fn held(candidate: &Candidate, sentence: &str, figure: &Figure) -> Option<Held> {
    let by_claim = compared(&candidate.statement, &candidate.figures, sentence, figure)?;
    let by_truth = candidate.truth.as_ref().and_then(|(text, figures)| compared(text, figures, sentence, figure));
    match by_truth {
        Some(truth) if truth.standing == Standing::Same && by_claim.standing == Standing::Other => {
            Some(Held { standing: Standing::True, is_unit: false, ..by_claim })
        }
        _ => Some(by_claim),
    }
}

/// How a figure stands to those of a statement: the same as one of them, or else another than the first of its kind.
pub(super) fn compared(statement: &str, figures: &[Figure], sentence: &str, figure: &Figure) -> Option<Held> {
    let mut found: Option<Held> = None;
    for (stated, other) in figures.iter().enumerate() {
        let (standing, is_unit) = match (figure.value, other.value) {
            (Value::Word(own), Value::Word(stated)) => {
                if own.axis != stated.axis || own.axis == Axis::None {
                    continue;
                }
                let is_swapped =
                    own.is_comparison() && stated.is_comparison() && swapped((sentence, figure), (statement, other));
                let standing = if own.agrees(stated) == is_swapped { Standing::Other } else { Standing::Same };
                (standing, false)
            }
            (Value::Word(_), _) | (_, Value::Word(_)) => continue,
            _ => match agreement((sentence, figure), (statement, other)) {
                Agreement::Same => (Standing::Same, false),
                Agreement::Other => (Standing::Other, false),
                Agreement::OtherUnit => (Standing::Other, true),
                Agreement::Apart => continue,
            },
        };
        let held = Held { standing, is_unit, stated };
        if standing == Standing::Same {
            return Some(held);
        }
        if found.is_none_or(|found| found.is_unit && !is_unit) {
            found = Some(held);
        }
    }
    found
}

/// Whether two comparisons name the same things the other way round: "A oftare än B" and "B oftare än A".
fn swapped(one: (&str, &Figure), other: (&str, &Figure)) -> bool {
    let sides = |(text, figure): (&str, &Figure)| -> Option<[BTreeSet<String>; 2]> {
        let start = text.get(..figure.range.start)?.rfind([',', ';', ':']).map_or(0, |at| at + 1);
        let behind = text.get(figure.range.end..)?;
        let than = THAN.iter().find_map(|than| Some((behind.find(than)?, than.len())))?;
        let left = text.get(start..figure.range.end + than.0)?;
        let right = behind.get(than.0 + than.1..)?;
        let right = right.split([',', ';', '.', ':']).next().unwrap_or(right);
        // "Oftare än A är B ansvarig": behind the verb stands the other side again.
        let verb = VERBS.iter().filter_map(|verb| right.find(verb)).min().unwrap_or(right.len());
        let (right, rest) = right.split_at(verb);
        let (left, right) = (words(&format!("{left} {rest}")), words(right));
        Some([left.difference(&right).cloned().collect(), right.difference(&left).cloned().collect()])
    };
    let Some(([left, right], [own_left, own_right])) = sides(one).zip(sides(other)) else { return false };
    let meet = |one: &BTreeSet<String>, other: &BTreeSet<String>| !one.is_disjoint(other);
    !meet(&right, &own_right) && (meet(&right, &own_left) || meet(&left, &own_right))
}

/// Whether a word of rank or quantity is denied right before it: nothing is more common than what is most common.
pub(super) fn is_denied(sentence: &str, figure: &Figure) -> bool {
    const NEAR: usize = 4;
    let before = sentence.get(..figure.range.start).unwrap_or_default().to_lowercase();
    let words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().take(NEAR).any(|word| ["inget", "ingen", "inga", "inte", "no", "none", "not"].contains(&word))
}

/// How much it tells that two numbers are the same: a small one is met with everywhere.
pub(super) fn telling(figure: &Figure) -> f64 {
    let digits = figure.digits.len();
    match figure.value {
        Value::Word(_) => 0.5,
        Value::Of(..) => 1.2,
        Value::Number(_) if figure.kind == Kind::Share => {
            if digits > 4 {
                0.5
            } else {
                1.0
            }
        }
        Value::Number(number) if number.size() < Exact::whole(10) => 0.5,
        Value::Number(number) if figure.kind == Kind::Count && number.size() < Exact::whole(100) => 1.0,
        Value::Number(_) if figure.kind == Kind::Money && digits < 3 => 1.0,
        Value::Number(_) => 1.7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::numbers::figures;

    #[test]
    fn a_comparison_the_other_way_round_is_another() {
        let standing = |own: &str, claim: &str| {
            let word = figures(own).into_iter().find(|figure| figure.kind == Kind::Word)?;
            compared(claim, &figures(claim), own, &word).map(|held| held.standing)
        };
        let claim = "Kurser är vanligare som prestation än som aktivitet.";
        for (own, expected) in [
            ("Kurser är vanligare som prestation än som aktivitet.", Standing::Same),
            ("Kurser är vanligare som aktivitet än som prestation.", Standing::Other),
            ("Kurser är ovanligare som aktivitet än som prestation.", Standing::Same),
            ("Kurser är ovanligare som prestation än som aktivitet.", Standing::Other),
        ] {
            assert_eq!(standing(own, claim), Some(expected), "{own}");
        }
        let claim = "Vuxenvården är oftare ansvarig än barnmottagningen.";
        assert_eq!(standing("Oftare än vuxenvården är barnmottagningen ansvarig.", claim), Some(Standing::Other));
        assert_eq!(standing("Här är vuxenvården oftare ansvarig än barnmottagningen.", claim), Some(Standing::Same));
    }
}
