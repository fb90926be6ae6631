//! Each number of a claim stands once in a sentence, and in a row of a table.

use std::collections::BTreeSet;

use super::{Paired, Pairing, Standing};
use crate::claims::numbers::{Kind, Value};
use crate::exact::Exact;
use crate::manuscript::text::Sentence;

/// A claim and which of its numbers, each by its place.
type Of = (usize, usize);

/// "Of" stands at most so many words before a base.
const OF_BASE: usize = 3;
/// A base of no more is that of a fraction.
const OF_FRACTION: i128 = 10;
/// Digits so long are those of one number.
const OWN_DIGITS: usize = 3;
const OF: [&str; 2] = ["av", "of"];

fn of(own: &Paired) -> Option<Of> {
    own.claim.zip(own.stated)
}

fn is_stated(own: &Paired) -> bool {
    matches!(own.standing, Standing::Same | Standing::True)
}

impl Pairing {
    /// Of two numbers that are both about the same one of a claim, one is another of the claim's that no number of the sentence states: the
    /// one that stands where that does.
    pub(super) fn in_order(&self, paired: &mut [Paired]) {
        let same: Vec<(usize, usize, usize)> = (paired.iter().enumerate())
            .filter(|(_, own)| own.standing == Standing::Same && !own.figure.is_word())
            .filter_map(|(at, own)| Some((at, own.claim?, own.stated?)))
            .collect();
        for pair in same.windows(2) {
            let [(first, claim, stated), (second, other, again)] = *pair else { continue };
            if (claim, stated) != (other, again) {
                continue;
            }
            let figures = &self.candidates[claim].figures;
            let kind = figures.get(stated).map(|figure| figure.kind);
            let is_free =
                |at: &usize| *at != stated && !same.iter().any(|(_, own, taken)| *own == claim && taken == at);
            let is_alike = |at: &usize| figures.get(*at).map(|figure| figure.kind) == kind;
            let mut free = (0..figures.len()).filter(|at| is_alike(at) && is_free(at));
            let Some(missing) = free.next().filter(|_| free.next().is_none()) else { continue };
            if figures[missing].value == figures[stated].value {
                continue;
            }
            let at = if missing < stated { first } else { second };
            (paired[at].standing, paired[at].stated) = (Standing::Other, Some(missing));
        }
    }

    /// A claim's number stands once in a sentence: where it is found, another number of that sentence is not it.
    pub(super) fn once(&self, text: &str, paired: &mut [Paired]) {
        // Of a part and its base it is the part.
        let is_base = |own: &Paired, of: Of| matches!((own.figure.value, self.value(of)), (Value::Number(own), Some(Value::Of(part, base))) if own == base && part != base);
        // A part that is right beside a wrong base is that number, whatever says its share.
        let is_part = |own: &Paired, of: Of| matches!((own.figure.value, self.value(of)), (Value::Of(own, _), Some(Value::Of(part, _))) if own == part);
        let stated = paired.iter().filter(|own| is_stated(own));
        let found: BTreeSet<Of> = stated.filter_map(|own| of(own).filter(|of| !is_base(own, *of))).collect();
        let digits: Vec<String> =
            paired.iter().filter_map(|own| text.get(own.figure.digits.clone())).map(str::to_owned).collect();
        for own in paired.iter_mut().filter(|own| own.standing == Standing::Other) {
            let is_found = |of| found.contains(&of) && !is_part(own, of);
            let is_nothing =
                |of| is_found(of) || self.counts_another(own, of) || self.stands_beside((text, &digits), own, of);
            if of(own).is_some_and(is_nothing) {
                own.is_nothing();
            }
        }
    }

    /// What a number of a claim says.
    fn value(&self, (claim, stated): Of) -> Option<Value> {
        self.candidates[claim].figures.get(stated).map(|figure| figure.value)
    }

    /// Whether a number is of another kind than that of the claim: its base, how many there are beside *one in eight*, or a part of many
    /// beside a number of its own.
    fn counts_another(&self, own: &Paired, of: Of) -> bool {
        let most = Exact::whole(OF_FRACTION);
        match (own.figure.value, self.value(of)) {
            (Value::Number(own_number), Some(Value::Of(_, base))) => {
                let is_share = own_number > base && base <= most && own.figure.kind == Kind::Count;
                own_number == base || is_share
            }
            (Value::Of(_, base), Some(Value::Number(number))) => base > most && number < most,
            _ => false,
        }
    }

    /// Whether a claim's number stands beside this one: *97 of more than 1 300 million*, with the unit of the other.
    fn stands_beside(&self, (text, digits): (&str, &[String]), own: &Paired, (claim, stated): Of) -> bool {
        let candidate = &self.candidates[claim];
        let said = candidate.figures.get(stated).and_then(|figure| candidate.statement.get(figure.digits.clone()));
        let Some(said) = said.filter(|said| digits.iter().any(|digits| digits == said)) else { return false };
        let before = text.get(..own.figure.range.start).unwrap_or_default().to_lowercase();
        let is_of = before.split_whitespace().rev().take(OF_BASE).any(|word| OF.contains(&word));
        match own.figure.kind {
            Kind::Count => said.len() >= OWN_DIGITS,
            Kind::Money => is_of,
            _ => false,
        }
    }
}

/// The same in a row of a table: a number of a claim that stands in one cell is not what another is held against.
pub(super) fn once_in_rows(sentences: &[Sentence], paired: &mut [Vec<Paired>]) {
    let row = |sentence: &Sentence| {
        let cell = sentence.cell.as_ref()?;
        Some((sentence.source.part, cell.table, cell.row.clone()))
    };
    let mut found = BTreeSet::new();
    for (sentence, paired) in sentences.iter().zip(paired.iter()) {
        let Some(row) = row(sentence) else { continue };
        let stated = paired.iter().filter(|own| is_stated(own));
        found.extend(stated.filter_map(of).map(|of| (row.clone(), of)));
    }
    for (sentence, paired) in sentences.iter().zip(paired.iter_mut()) {
        let Some(row) = row(sentence) else { continue };
        let is_found = |own: &&mut Paired| {
            own.standing == Standing::Other && of(own).is_some_and(|of| found.contains(&(row.clone(), of)))
        };
        paired.iter_mut().filter(is_found).for_each(Paired::is_nothing);
    }
}

/// Of several numbers that one number of a claim accuses the one is meant that is most like it.
pub(super) fn accused_once(paired: &mut [Paired], likeness: &[f64]) {
    let accused = |own: &Paired| own.claim.zip(own.stated).filter(|_| own.standing == Standing::Other);
    for at in 0..paired.len() {
        let Some(claim) = accused(&paired[at]) else { continue };
        let is_better = |other: &usize| {
            let is_more = likeness[*other] > likeness[at] || likeness[*other] == likeness[at] && *other < at;
            accused(&paired[*other]) == Some(claim) && is_more
        };
        if (0..paired.len()).any(|other| is_better(&other)) {
            paired[at].is_nothing();
        }
    }
}
