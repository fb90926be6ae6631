//! Blocks in which most respondents report the same amount: one column was probably pasted into the other, or a total was asked
//! for and stands in each.

use std::collections::BTreeMap;

use super::intervention::Intervention;
use super::questionnaire::Survey;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::money::Amount;
use crate::msg;

/// So few may divide what they got equally.
const FEWEST: usize = 3;

/// Respondents with amounts in two blocks: how many, how many of them with equal ones, the sum of these in one block, and the first of the
/// later block.
#[derive(Default)]
struct Pair<'s> {
    both: usize,
    equal: usize,
    kronor: Amount,
    first: Option<&'s Intervention>,
}

/// Warns of the blocks of a survey whose amounts most respondents have equal; once for a survey, of the most equal ones.
pub(super) fn report(surveys: &[Survey], messages: &mut Diagnostics) {
    for survey in surveys {
        let pairs = pairs(survey);
        let is_odd = |pair: &Pair<'_>| pair.equal >= FEWEST && 2 * pair.equal > pair.both;
        let odd: Vec<_> = pairs.iter().filter(|(_, pair)| is_odd(pair)).collect();
        let most = odd.iter().max_by_key(|((a, b), pair)| (pair.equal, std::cmp::Reverse((*a, *b))));
        let Some(((one, other), Pair { both, equal, kronor, first: Some(first) })) = most.copied() else { continue };
        let [block, later] = [one, other].map(ToString::to_string);
        let message = msg!(
            "blocks-with-same-amounts",
            block,
            later,
            equal = *equal,
            both = *both,
            kronor = *kronor,
            more = odd.len() - 1
        );
        messages.push(Diagnostic::warning(first.place.clone(), message));
    }
}

/// By two blocks, in their order.
fn pairs(survey: &Survey) -> BTreeMap<(u32, u32), Pair<'_>> {
    let mut pairs: BTreeMap<(u32, u32), Pair<'_>> = BTreeMap::new();
    let with_funds =
        |i: &&Intervention| i.number > 0 && i.included() && i.funds.unwrap_or_default() > Amount::default();
    for of_one in survey.interventions.chunk_by(|a, b| a.respondent == b.respondent) {
        let filled: Vec<&Intervention> = of_one.iter().filter(with_funds).collect();
        for (at, later) in filled.iter().enumerate() {
            for earlier in &filled[..at] {
                let pair = pairs.entry((earlier.number, later.number)).or_default();
                pair.both += 1;
                if earlier.funds == later.funds {
                    pair.equal += 1;
                    pair.kronor = [pair.kronor, later.funds.unwrap_or_default()].into_iter().sum();
                    pair.first.get_or_insert(*later);
                }
            }
        }
    }
    pairs
}
