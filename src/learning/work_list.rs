//! One list of the answers that people should look at: what rules and a model leave open, and where people contradict rules or each
//! other, by the funds that depend on it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::judge::Verdict;
use super::reading::Answer;
use crate::codebook::Domain;
use crate::coding::blind::Blind;
use crate::coding::review::{Coded, Concern};
use crate::money::{Amount, Kronor};
use crate::msg;
use crate::survey::Unit;
use crate::wording::Message;

/// An answer that a person should look at.
pub struct Work<'a> {
    /// Whose it is.
    pub unit: &'a Unit,
    /// The domain.
    pub domain: Domain,
    /// Why.
    pub reasons: Vec<Message>,
    /// How little is known of its codes, from 0 to 1.
    pub uncertainty: f64,
    /// Its funds.
    pub funds: Amount,
    /// Funds × uncertainty.
    pub at_stake: Kronor,
    /// What a model suggests; `None` where it was not asked or has nothing to read.
    pub suggested: Option<&'a Answer<'a>>,
}

/// The list.
#[derive(Default)]
pub struct WorkList<'a> {
    /// What is most uncertain about the most funds first.
    pub work: Vec<Work<'a>>,
    /// Answers that are out with coders to be read without suggestions, or read as one that is: what rules and models say of them is kept from the list.
    pub blind: usize,
}

impl<'a> WorkList<'a> {
    /// The list; `answers` are the suggestions of a model, where there is one.
    pub fn new(coded: &Coded<'a>, answers: &'a [Answer<'a>]) -> Self {
        let suggested: BTreeMap<(&str, Domain), &Answer<'a>> =
            answers.iter().map(|answer| ((&*answer.intervention.id, answer.domain), answer)).collect();
        let mut concerns: BTreeMap<(&str, Domain), Concern<'a>> =
            coded.concerns().into_iter().map(|concern| ((&*concern.unit.id, concern.domain), concern)).collect();
        let blind = Blind::unread(coded.book, coded.input, coded.codings);
        let mut list = Self::default();
        for unit in coded.input.units() {
            for domain in coded.book.domains_of(unit.kind) {
                let key = (&*unit.id, domain);
                let (concern, answer) = (concerns.remove(&key), suggested.get(&key).copied());
                let is_decided = coded.codings.is_decided(&unit.id, domain);
                let Some((reasons, uncertainty)) = found(concern, answer.filter(|_| !is_decided)) else { continue };
                if blind.has(unit, domain) {
                    list.blind += 1;
                    continue;
                }
                let funds = coded.weighting.of(&unit.id).unwrap_or_default();
                let at_stake = Kronor((funds.ore() as f64 / 100.0 * uncertainty).round() as i64);
                list.work.push(Work { unit, domain, reasons, uncertainty, funds, at_stake, suggested: answer });
            }
        }
        // Without funds, and where they are alike, what is least certain comes first.
        let thousandths = |work: &Work<'_>| (work.uncertainty * 1000.0).round() as i64;
        list.work.sort_by_key(|work| {
            (Reverse(work.at_stake), Reverse(thousandths(work)), Arc::clone(&work.unit.id), work.domain)
        });
        list
    }
}

/// Why an answer is to be looked at, and how little is known of it; `None` where it need not be. Where a model has read the answer, it
/// knows what rules said.
fn found(concern: Option<Concern<'_>>, answer: Option<&Answer<'_>>) -> Option<(Vec<Message>, f64)> {
    let Some(answer) = answer else { return concern.map(|concern| (concern.reasons, concern.uncertainty)) };
    if answer.is_automatic() {
        return None;
    }
    let of_model =
        if answer.suggestions.is_empty() { msg!("concern-not-suggested") } else { msg!("concern-to-decide") };
    let of_rules = concern.map(|concern| concern.reasons).unwrap_or_default();
    Some((std::iter::once(of_model).chain(of_rules).collect(), answer.uncertainty()))
}

impl Work<'_> {
    /// What is suggested with a verdict, each with its probability in hundredths.
    pub fn suggested(&self, verdict: Verdict) -> String {
        let own = self.suggested.into_iter().flat_map(|answer| &answer.suggestions);
        let own = own.filter(|suggestion| suggestion.verdict == verdict);
        own.map(|own| format!("{} {:.2}", own.code, own.probability)).collect::<Vec<_>>().join("; ")
    }
}
