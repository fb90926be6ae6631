//! How a number stands to those of a claim.

use super::{Candidate, Standing};
use crate::claims::numbers::{Figure, Kind, Value};
use crate::claims::quantifiers::{Axis, saying};
use crate::claims::{Agreement, agreement};
use crate::exact::Exact;

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
    let word = |text: &str, figure: &Figure| text.get(figure.range.clone()).and_then(saying);
    let mut found: Option<Held> = None;
    for (stated, other) in figures.iter().enumerate() {
        let (standing, is_unit) = match (figure.value, other.value) {
            (Value::Word, Value::Word) => match word(sentence, figure).zip(word(statement, other)) {
                Some((own, other)) if own.axis != other.axis || own.axis == Axis::None => continue,
                Some((own, other)) if own.agrees(other) => (Standing::Same, false),
                Some(_) => (Standing::Other, false),
                None => continue,
            },
            (Value::Word, _) | (_, Value::Word) => continue,
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
        Value::Word => 0.5,
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
