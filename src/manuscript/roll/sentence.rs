//! What is done with a sentence of last year.

use std::ops::Range;

use super::exchange::{number_of, places};
use super::years::years;
use super::{Exchanges, Fate, Former, Rolled, Rolling};
use crate::claims::numbers::Value;
use crate::manuscript::Read;
use crate::manuscript::pair::Standing;
use crate::manuscript::text::Sentence;
use crate::manuscript::words::same;
use crate::msg;
use crate::wording::Message;

/// Decides for a sentence; `None` for one that carries no claim.
pub(super) fn of_sentence(read: &Read, former: &[Former], rolling: &Rolling, exchanges: &mut Exchanges) -> Option<Rolled> {
    let sentence = &read.sentence;
    let mut of_claims: Vec<&Former> = Vec::new();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut comment: Option<Message> = None;
    for paired in &read.paired {
        let Some(claim) = paired.claim.and_then(|claim| former.get(claim)) else { continue };
        if !of_claims.iter().any(|known| known.id == claim.id) {
            of_claims.push(claim);
        }
        match &claim.fate {
            Fate::Holds if paired.standing == Standing::Other && paired.figure.value != Value::Word => {
                let (claim, text) = (claim.id.clone(), claim.statement.clone());
                comment = comment.or(Some(msg!("roll-comment-number", claim, year = year(rolling.now), text)));
            }
            Fate::Holds => {}
            Fate::Says(_) if paired.figure.value == Value::Word || paired.standing == Standing::True => {}
            Fate::Says(new) => match number_of(claim, new, paired.stated, &paired.figure, &sentence.text) {
                Some((range, text)) if paired.standing == Standing::Same => {
                    found.extend(places(sentence, &range).map(|at| (at, text)));
                }
                _ => {
                    let claim = claim.id.clone();
                    comment = comment.or(Some(msg!(
                        "roll-comment-number",
                        claim,
                        year = year(rolling.now),
                        text = new.clone()
                    )));
                }
            },
            Fate::Otherwise(text) => {
                comment = comment.or_else(|| Some(no_longer(claim, text, rolling)));
            }
            Fate::Unknown(because) => {
                let (claim, because) = (claim.id.clone(), because.clone());
                comment = comment.or(Some(msg!("roll-comment-unknown", claim, year = year(rolling.now), because)));
            }
        }
    }
    if of_claims.is_empty() {
        return None;
    }
    // A sentence of its own in a control is exchanged whole where it no longer holds: no number of last year stays there.
    let otherwise = of_claims.iter().find_map(|claim| match &claim.fate {
        Fate::Otherwise(text) if is_alone(sentence, claim) => Some(text.clone()),
        _ => None,
    });
    if let Some(text) = otherwise {
        found = places(sentence, &(0..sentence.text.len())).map(|at| (at, text)).into_iter().collect();
    } else if !of_claims.iter().any(|claim| claim.names_years) {
        found.extend(years(sentence, rolling));
    }
    let is_rewritten = !found.is_empty();
    exchanges.entry(sentence.source).or_default().extend(found);
    let claims = of_claims.iter().map(|claim| claim.id.clone()).collect();
    let is_in_control = sentence.controls.iter().any(|(_, id)| of_claims.iter().any(|claim| claim.id == *id));
    Some(Rolled { claims, sentence: sentence.text.clone(), is_rewritten, comment, is_in_control })
}

fn no_longer(claim: &Former, text: &str, rolling: &Rolling) -> Message {
    let (then, now) = (year(rolling.then), year(rolling.now));
    msg!("roll-comment-otherwise", claim = claim.id.clone(), then, now, text = text.to_owned())
}

/// A year as it is written.
pub(super) fn year(year: i64) -> String {
    year.to_string()
}

/// Whether a sentence is nothing but a claim's own, in a control of its name.
fn is_alone(sentence: &Sentence, claim: &Former) -> bool {
    sentence.controls.iter().any(|(_, id)| *id == claim.id) && same(&sentence.text, &claim.statement)
}
