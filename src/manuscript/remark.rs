//! What is to be said of places in a manuscript, and in which words.

use std::collections::BTreeSet;
use std::ops::Range;

use super::pair::{Paired, Standing};
use super::reference::Doubt;
use super::text::{Sentence, Setting};
use super::{Comparison, Read};
use crate::claims::numbers::{Figure, Kind, Value, figures};
use crate::claims::{Outcome, Verdict};
use crate::msg;
use crate::wording::{Language, Message};

/// A claim that has been decided.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its sentence.
    pub statement: &'c str,
    /// What came of it.
    pub verdict: &'c Verdict,
}

/// Something that is to be said of a place.
#[derive(Clone, Debug)]
pub struct Remark<'c> {
    /// The sentence.
    pub sentence: &'c Sentence,
    /// Where in it, in bytes.
    pub range: Range<usize>,
    /// What is to be said.
    pub what: What<'c>,
}

/// What is to be said of a place.
#[derive(Clone, Debug)]
pub enum What<'c> {
    /// The number is another one than its claim's.
    Differs(Judged<'c>, &'c Paired),
    /// The claim fails.
    Fails(Judged<'c>),
    /// The claim is open.
    Open(Judged<'c>),
    /// No claim covers the number.
    Uncovered,
    /// A reference or caption does not fit, or a cell says something else than the report.
    Reference(&'c Doubt),
}

/// Everything that is to be said of a manuscript, in its order; `uncovered` also what no claim covers.
pub fn remarks<'c>(comparison: &'c Comparison, claims: &[Judged<'c>], uncovered: bool) -> Vec<Remark<'c>> {
    let mut remarks = Vec::new();
    for Read { sentence, paired } in &comparison.read {
        let mut said = BTreeSet::new();
        for own in paired {
            let place = |range: &Range<usize>, what| Remark { sentence, range: range.clone(), what };
            let whole = 0..sentence.text.len();
            let Some((at, claim)) = own.claim.and_then(|at| Some((at, *claims.get(at)?))) else {
                if uncovered && !own.figure.is_word() && !own.is_covered() {
                    remarks.push(place(&own.figure.range, What::Uncovered));
                }
                continue;
            };
            match claim.verdict.outcome {
                _ if own.differs() => remarks.push(place(&own.around, What::Differs(claim, own))),
                _ if own.standing == Standing::True || !said.insert(at) => {}
                Outcome::Fails => remarks.push(place(&whole, What::Fails(claim))),
                Outcome::Open => remarks.push(place(&whole, What::Open(claim))),
                Outcome::Holds | Outcome::Undecided => {}
            }
        }
    }
    let doubts = comparison.references.iter();
    remarks.extend(doubts.map(|doubt| Remark {
        sentence: &doubt.sentence,
        range: doubt.range.clone(),
        what: What::Reference(doubt),
    }));
    remarks.sort_by_key(|remark| {
        let first = remark.sentence.places(&remark.range).first().copied();
        (remark.sentence.source.part, remark.sentence.paragraph, first)
    });
    remarks
}

impl Remark<'_> {
    /// What is said of it in the margin, a line for each thing.
    pub fn text(&self, language: Language) -> String {
        let own = self.sentence.text.get(self.range.clone()).unwrap_or_default();
        let line = |message: Message| message.text(language);
        let lines = match &self.what {
            What::Differs(claim, paired) => {
                let truth = self.corrected(claim, paired);
                let computed = &claim.verdict.computed.in_labels;
                let first = match computed.is_empty() {
                    true => msg!("mark-differs-undecided", own, statement = claim.statement),
                    false => msg!("mark-differs", own, computed),
                };
                vec![line(first), line(msg!("mark-true", truth)), line(msg!("mark-claim", claim = claim.id))]
            }
            What::Fails(claim) => {
                let Verdict { computed, reason, .. } = claim.verdict;
                let computed = &computed.in_labels;
                vec![
                    line(msg!("mark-fails", computed)),
                    line(msg!("mark-true", truth = reason)),
                    line(msg!("mark-claim", claim = claim.id)),
                ]
            }
            What::Open(claim) => {
                let Verdict { computed, reason, .. } = claim.verdict;
                let computed = &computed.in_labels;
                vec![line(msg!("mark-open", computed, reason)), line(msg!("mark-claim", claim = claim.id))]
            }
            What::Uncovered => vec![line(msg!("mark-uncovered", own))],
            What::Reference(doubt) => doubt.messages().into_iter().map(line).collect(),
        };
        lines.join("\n")
    }

    /// The sentence of the manuscript with what is true in it; where that cannot be put in, a sentence that is true.
    fn corrected(&self, claim: &Judged<'_>, paired: &Paired) -> String {
        let fails = claim.verdict.outcome == Outcome::Fails;
        let truth = if fails { claim.verdict.reason.as_str() } else { claim.statement };
        let all = figures(truth);
        let other = paired.stated.and_then(|at| all.get(at));
        let put = other.and_then(|other| exchanged(&self.sentence.text, &paired.figure, truth, other));
        match (&self.sentence.setting, put) {
            (_, None) | (Setting::Cell, _) => truth.to_owned(),
            // The number is right, and counts others.
            (_, Some(put)) if put == self.sentence.text => truth.to_owned(),
            (_, Some(put)) => put,
        }
    }
}

/// A sentence with a number of another in the place of its own, where both count the same.
fn exchanged(sentence: &str, own: &Figure, truth: &str, other: &Figure) -> Option<String> {
    let written = sentence.get(own.range.clone())?;
    let (range, is_like) = match (own.value, other.value) {
        (Value::Number(_), Value::Of(..)) => (own.digits.clone(), false),
        (Value::Of(..), Value::Number(_)) => return None,
        _ => (own.range.clone(), true),
    };
    if own.kind != other.kind
        && !matches!((own.kind, other.kind), (Kind::Points, Kind::Share) | (Kind::Share, Kind::Points))
    {
        return None;
    }
    let mut new = truth.get(if is_like { other.range.clone() } else { other.digits.clone() })?.to_owned();
    let currency = written.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    if currency == KRONOR && !new.ends_with(KRONOR) {
        new = format!("{new} {KRONOR}");
    }
    // A word takes the case of the one that goes.
    let mut letters = new.chars();
    let first = letters.next()?;
    let is_capital = written.starts_with(char::is_uppercase);
    let first: String = if is_capital { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
    Some(format!("{}{first}{}{}", sentence.get(..range.start)?, letters.as_str(), sentence.get(range.end..)?))
}

/// Stands behind *tusen* and not behind *miljoner*, as numbers are read.
const KRONOR: &str = "kronor";
