//! Whether an assertion holds, with what was computed and, where it fails, what would be true.

use super::breakdown::entries;
use super::describe::Describer;
use super::measure::evaluate;
use super::ranking::{alike, place, ranked};
use super::scope::{Scope, Stop};
use super::syntax::{Assertion, Fold, Named, Operator, Quantity, Relation, Source, Statement, Symbol};
use super::token::{Mistake, Written};
use super::words::Meaning;
use crate::diagnostic::shown;
use crate::exact::{Exact, Rounding};
use crate::msg;

/// What came of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The data bear it out.
    Holds,
    /// They do not.
    Fails,
    /// They do not say.
    Undecided,
}

impl Outcome {
    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Undecided => "undecided",
        }
    }
}

/// A claim decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What came of it.
    pub outcome: Outcome,
    /// What is stated.
    pub stated: String,
    /// What the data say.
    pub computed: String,
    /// A sentence that would be true, for a claim that fails; why it cannot be decided, for one that is undecided.
    pub reason: String,
}

impl Verdict {
    /// A claim that cannot be decided.
    pub fn undecided(reason: impl Into<String>) -> Self {
        Self { outcome: Outcome::Undecided, stated: String::new(), computed: String::new(), reason: reason.into() }
    }
}

/// One statement decided.
pub struct Finding {
    /// Whether it holds.
    pub holds: bool,
    /// What is stated.
    pub stated: String,
    /// What the data say.
    pub computed: String,
    /// A sentence that is true.
    pub truth: String,
    /// The stated and the true number, where one number is stated, each as it would stand in the sentence.
    pub correction: Option<(Exact, String)>,
}

/// Decides an assertion: it fails where any statement fails, and is undecided where one is and none fails.
/// `statement` is the claim's sentence, in which a wrong number is set right.
///
/// # Errors
/// The mistakes in the assertion, one a statement.
pub fn decide(scope: &Scope<'_>, assertion: &Assertion, statement: &str) -> Result<Verdict, Vec<Mistake>> {
    let (mut findings, mut mistakes) = (Vec::new(), Vec::new());
    let mut unknown = None;
    for part in &assertion.statements {
        match finding(scope, part) {
            Ok(finding) => findings.push(finding),
            Err(Stop::Wrong(mistake)) => mistakes.push(mistake),
            Err(Stop::Unknown(reason)) => unknown = unknown.or(Some(reason)),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let joined = |of: fn(&Finding) -> &str| findings.iter().map(of).collect::<Vec<_>>().join("; ");
    let (stated, computed) = (joined(|f| &f.stated), joined(|f| &f.computed));
    let failing: Vec<&Finding> = findings.iter().filter(|f| !f.holds).collect();
    let (outcome, reason) = match (failing.as_slice(), unknown) {
        ([], None) => (Outcome::Holds, String::new()),
        ([], Some(reason)) => (Outcome::Undecided, reason.text(scope.facts.language)),
        (failing, _) => (Outcome::Fails, truth(failing, statement)),
    };
    Ok(Verdict { outcome, stated, computed, reason })
}

/// The claim's own sentence with its wrong numbers set right, where they stand in it once; otherwise what is true.
fn truth(failing: &[&Finding], statement: &str) -> String {
    let mut corrected = Some(statement.to_owned()).filter(|statement| !statement.is_empty());
    for finding in failing {
        corrected = corrected
            .zip(finding.correction.as_ref())
            .and_then(|(sentence, (stated, number))| super::numbers::replace_number(&sentence, *stated, number));
    }
    corrected.unwrap_or_else(|| failing.iter().map(|f| f.truth.as_str()).collect::<Vec<_>>().join(" "))
}

fn finding(scope: &Scope<'_>, statement: &Statement) -> Result<Finding, Stop> {
    let describer = Describer::new(scope);
    match statement {
        Statement::Comparison { computed, relation, stated } => {
            if let (Some(parts), Relation::Exact(Symbol::Equal)) = (both_parts(computed, stated), relation) {
                return counts(scope, &describer, computed, parts);
            }
            comparison(scope, &describer, computed, relation, stated)
        }
        Statement::Vague { computed, word } => vague(scope, &describer, computed, word),
        Statement::Place { values, place: wanted, ranking: breakdown } => {
            let placed = place(scope, values, wanted, breakdown)?;
            Ok(Finding {
                holds: placed.holds,
                stated: describer.place(&placed, wanted, breakdown),
                computed: describer.ranking(&placed.ranking, &placed.placed, breakdown),
                truth: describer.true_ranking(&placed, wanted, breakdown),
                correction: None,
            })
        }
        Statement::Alike { left, different, part, right } => {
            let (one, other) = (ranked(entries(scope, left)?), ranked(entries(scope, right)?));
            let Some(same) = alike(&one, &other, *part) else {
                return Err(Stop::Unknown(msg!("ranking-open")));
            };
            let computed =
                format!("{} | {}", describer.ranking(&one, &[], left), describer.ranking(&other, &[], right));
            Ok(Finding {
                holds: same != *different,
                stated: describer.alike(*part, *different),
                truth: describer.true_alike(&one, &other, *part, same),
                computed,
                correction: None,
            })
        }
    }
}

/// Both parts and both bases, where `A of B` is compared with `m of n`.
type Parts<'q> = [&'q Quantity; 4];

fn both_parts<'q>(computed: &'q Quantity, stated: &'q Quantity) -> Option<Parts<'q>> {
    let parts = |quantity: &'q Quantity| match quantity {
        Quantity::Operation { operator: Operator::Of, left, right, .. } => Some((&**left, &**right)),
        _ => None,
    };
    let ((part, base), (stated_part, stated_base)) = (parts(computed)?, parts(stated)?);
    Some([part, base, stated_part, stated_base])
}

/// `A of B = 18 of 21`: both numbers must be right.
fn counts(scope: &Scope<'_>, describer: &Describer<'_>, whole: &Quantity, parts: Parts<'_>) -> Result<Finding, Stop> {
    let [part, base, stated_part, stated_base] = parts;
    let computed = (evaluate(scope, part)?, evaluate(scope, base)?);
    let stated = (evaluate(scope, stated_part)?, evaluate(scope, stated_base)?);
    let text = describer.part_of_base(computed.0, computed.1);
    let correction = (computed.1 == stated.1).then(|| (stated.0, describer.plain(computed.0)));
    Ok(Finding {
        holds: computed == stated,
        stated: describer.of(stated.0, stated.1),
        truth: describer.sentence(whole, &text),
        computed: text,
        correction,
    })
}

fn comparison(
    scope: &Scope<'_>,
    describer: &Describer<'_>,
    left: &Quantity,
    relation: &Relation,
    right: &Quantity,
) -> Result<Finding, Stop> {
    let (computed, stated) = (evaluate(scope, left)?, evaluate(scope, right)?);
    let written = match right {
        Quantity::Number { written, .. } => Some(*written),
        _ => None,
    };
    let too_large = || Stop::Unknown(msg!("numbers-too-large-to-compare"));
    let holds = match relation {
        Relation::Exact(symbol) => symbol.holds(computed, stated),
        Relation::Rounded => to_digits(computed, written, Rounding::HalfUp).ok_or_else(too_large)? == stated,
        Relation::Truncated => to_digits(computed, written, Rounding::Truncate).ok_or_else(too_large)? == stated,
        Relation::Word(word) => {
            let Meaning::Near(near) = scope.meaning(word)? else {
                return Err(Mistake::new(word.span, msg!("vague-word-before-number", word = shown(&word.text))).into());
            };
            let base = if right.is_fraction() { whole_base(scope, left)? } else { None };
            near.holds(computed, stated, written, base).ok_or_else(too_large)?
        }
    };
    let value = describer.value(scope, left, computed, right)?;
    // "knappt 307 894" is not true of 307 894: a word that leaves out the number itself is not kept with another number.
    let kept = match relation {
        Relation::Word(word) => matches!(scope.meaning(word)?, Meaning::Near(near) if near.spans()),
        _ => true,
    };
    Ok(Finding {
        holds,
        stated: describer.stated(relation, right, stated),
        truth: describer.true_number(scope, left, computed, right, &value)?,
        correction: written.filter(|_| kept).map(|_| (stated, describer.number_like(computed, right))),
        computed: value,
    })
}

/// A number to the digits that another is written with.
fn to_digits(number: Exact, written: Option<Written>, rounding: Rounding) -> Option<Exact> {
    let digit = written?.last_digit;
    Exact::whole(number.over(digit)?.nearest(rounding)).times(digit)
}

/// The base of a part, where both are whole numbers.
fn whole_base(scope: &Scope<'_>, quantity: &Quantity) -> Result<Option<Exact>, Stop> {
    let Quantity::Operation { operator: Operator::Of | Operator::Over, left, right, .. } = quantity else {
        return Ok(None);
    };
    let counted = |quantity| !matches!(quantity, &Quantity::Number { .. }) && comes_in_steps(quantity);
    if !counted(left) || !counted(right) {
        return Ok(None);
    }
    Ok(Some(evaluate(scope, right)?).filter(|base| base.as_whole().is_some()))
}

/// Whether a quantity counts whole things. Kronor can be divided as finely as one likes; only counts come in steps.
fn comes_in_steps(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Measure(measure) => measure.kind.is_count(),
        Quantity::Number { written, .. } => written.value.as_whole().is_some(),
        Quantity::Operation { operator, left, right, .. } => {
            matches!(operator, Operator::Plus | Operator::Minus | Operator::Times)
                && comes_in_steps(left)
                && comes_in_steps(right)
        }
        Quantity::Fold { fold, breakdown } => {
            let of_counts = matches!(&breakdown.source, Source::By(quantity, _) if comes_in_steps(quantity));
            *fold == Fold::Kinds || of_counts
        }
        Quantity::Column(_) => false,
    }
}

fn vague(scope: &Scope<'_>, describer: &Describer<'_>, computed: &Quantity, word: &Named) -> Result<Finding, Stop> {
    let Meaning::Vague(limits) = scope.meaning(word)? else {
        let end = super::token::Span { start: word.span.end, end: word.span.end + 1 };
        return Err(Mistake::new(end, msg!("no-number-behind-word", word = shown(&word.text))).into());
    };
    let is_share = matches!(computed, Quantity::Operation { operator: Operator::Of | Operator::Over, .. });
    let limit = if is_share { limits.share } else { limits.number };
    let Some(limit) = limit else {
        let text = shown(&word.text);
        let message = match is_share {
            true => msg!("word-without-share-limit", word = text),
            false => msg!("word-without-number-limit", word = text),
        };
        return Err(Mistake::new(word.span, message).into());
    };
    let number = evaluate(scope, computed)?;
    let value = describer.value(scope, computed, number, computed)?;
    Ok(Finding {
        holds: limit.holds(number),
        stated: describer.limit(word, limit, is_share),
        truth: describer.sentence(computed, &value),
        computed: value,
        correction: None,
    })
}
