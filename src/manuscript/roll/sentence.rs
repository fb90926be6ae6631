//! What is done with a sentence of last year.
//!
//! In a control no number of last year stays: where no number of now is known for it, a gap comes in its place. Outside of controls
//! a number changes only where it is its claim's.

use std::ops::Range;

use super::carried::{Carried, Held};
use super::exchange::{alike, fitted, number_of, places};
use super::years::{year, years};
use super::{Exchange, Fate, Former, Rolled, Rolling};
use crate::claims::numbers::{Figure, Value, figures};
use crate::manuscript::gap::gap;
use crate::manuscript::pair::{Paired, Standing};
use crate::msg;
use crate::wording::Message;

/// A sentence while it is decided what is done with it.
struct Deciding<'d> {
    own: &'d Carried<'d>,
    rolling: &'d Rolling<'d>,
    claims: Vec<&'d Former>,
    /// What comes in the place of letters of its paragraph.
    exchanges: Vec<Exchange>,
    comment: Option<Message>,
}

/// Decides for a sentence, with what comes in the place of letters; `None` for one that carries no claim.
pub(super) fn of_sentence(
    own: &Carried<'_>,
    former: &[Former],
    rolling: &Rolling<'_>,
) -> Option<(Rolled, Vec<Exchange>)> {
    let mut deciding = Deciding { own, rolling, claims: Vec::new(), exchanges: Vec::new(), comment: None };
    for paired in own.paired {
        deciding.number(paired, paired.claim.and_then(|claim| former.get(claim)));
    }
    let in_control = own.held.iter().filter(|held| held.is_its).map(|held| held.claim);
    let in_control: Vec<&Former> = in_control.collect();
    let whole = if in_control.is_empty() { own.verbatim.clone() } else { in_control };
    whole.into_iter().for_each(|claim| deciding.whole(claim));
    deciding.finish()
}

impl<'d> Deciding<'d> {
    fn add(&mut self, claim: &'d Former) {
        if !self.claims.iter().any(|known| known.id == claim.id) {
            self.claims.push(claim);
        }
    }

    fn say(&mut self, message: Message) {
        self.comment.get_or_insert(message);
    }

    /// Decides for a number or a quantifying word, which a claim covers or none.
    fn number(&mut self, paired: &Paired, claim: Option<&'d Former>) {
        let figure = &paired.figure;
        let held = self.own.held_at(&figure.range);
        let is_word = figure.is_word();
        let Some(claim) = claim else {
            if let Some(held) = held.filter(|_| !is_word) {
                self.add(held.claim);
                self.say(self.rolling.of_number(held.claim, true));
                self.leave_gap(figure, held);
            }
            return;
        };
        self.add(claim);
        match &claim.fate {
            Fate::Holds if is_word || paired.standing != Standing::Other => {}
            Fate::Says(_) if is_word || paired.standing == Standing::True => {}
            Fate::Holds => self.other(paired, claim, &claim.statement),
            Fate::Says(new) => {
                let text = &self.own.sentence.text;
                let own = number_of(claim, new, paired.stated, text, figure);
                match own.filter(|_| paired.standing == Standing::Same) {
                    Some((range, text)) => self.put(&range, text),
                    None => self.other(paired, claim, new),
                }
            }
            Fate::Otherwise(text) => {
                self.say(self.rolling.no_longer(claim, text));
                match held.filter(|_| !is_word) {
                    Some(held) if held.nth.is_some() && held.claim.id == claim.id => {
                        self.propose(figure, held, (text, None));
                    }
                    Some(held) => self.leave_gap(figure, held),
                    None => {}
                }
            }
            Fate::Unknown(because) => {
                self.say(self.rolling.unknown(claim, because));
                if let Some(held) = held.filter(|_| !is_word) {
                    self.leave_gap(figure, held);
                }
            }
        }
    }

    /// A number that is none of the claim's, whose sentence is true as `text`.
    fn other(&mut self, paired: &Paired, claim: &'d Former, text: &str) {
        let held = self.own.held_at(&paired.figure.range);
        self.say(self.rolling.of_number(claim, held.is_some()));
        let Some(held) = held else { return };
        let now = figures(text);
        let nth = |nth: usize| {
            let numbers = now.iter().enumerate().filter(|(_, own)| !own.is_word());
            numbers.map(|(at, _)| at).nth(nth.saturating_sub(1))
        };
        let named = held.nth.map_or(paired.stated, nth);
        match named.filter(|_| held.claim.id == claim.id) {
            Some(at) => self.propose(&paired.figure, held, (text, Some(at))),
            None => self.leave_gap(&paired.figure, held),
        }
    }

    /// A number of a sentence that is true in the place of one in a control; a gap where none fits.
    fn propose(&mut self, figure: &Figure, held: &Held<'_>, (text, named): (&str, Option<usize>)) {
        let sentence = self.own.sentence;
        let now = figures(text);
        let own = alike(figure, &now, named).and_then(|now| fitted((&sentence.text, figure), (text, now)));
        let own = own.and_then(|(range, text)| Some((places(sentence, &range)?, text)));
        let is_inside = |at: &Range<usize>| held.letters.start <= at.start && at.end <= held.letters.end;
        match own.filter(|(at, _)| is_inside(at)) {
            Some(own) => self.exchanges.push(own),
            None => self.leave_gap(figure, held),
        }
    }

    fn leave_gap(&mut self, figure: &Figure, held: &Held<'_>) {
        let range = if matches!(figure.value, Value::Of(..)) { &figure.range } else { &figure.digits };
        let Some(at) = places(self.own.sentence, range) else { return };
        let at = at.start.max(held.letters.start)..at.end.min(held.letters.end);
        if !at.is_empty() {
            self.exchanges.push((at, gap(self.rolling.language)));
        }
    }

    fn put(&mut self, range: &Range<usize>, text: String) {
        self.exchanges.extend(places(self.own.sentence, range).map(|at| (at, text)));
    }

    /// Decides for a claim that the sentence carries as a whole: word for word, or because it is the one of the claim's control.
    fn whole(&mut self, claim: &'d Former) {
        self.add(claim);
        match &claim.fate {
            Fate::Holds | Fate::Says(_) => {}
            Fate::Unknown(because) => self.say(self.rolling.unknown(claim, because)),
            Fate::Otherwise(text) => {
                self.say(self.rolling.no_longer(claim, text));
                let held = self.own.held.iter().find(|held| held.is_its && held.claim.id == claim.id);
                let own = places(self.own.sentence, &(0..self.own.sentence.text.len()));
                if let Some((held, own)) = held.zip(own) {
                    let at = own.start.max(held.letters.start)..own.end.min(held.letters.end);
                    self.exchanges.retain(|(other, _)| other.end <= at.start || at.end <= other.start);
                    self.exchanges.push((at, text.clone()));
                }
            }
        }
    }

    fn finish(mut self) -> Option<(Rolled, Vec<Exchange>)> {
        if self.claims.is_empty() {
            return None;
        }
        let is_true = |claim: &&Former| matches!(claim.fate, Fate::Holds | Fate::Says(_));
        let speaks_of_now = self.claims.iter().all(is_true) || !self.exchanges.is_empty();
        if speaks_of_now && !self.claims.iter().any(|claim| claim.names_years) {
            self.exchanges.extend(years(self.own.sentence, self.rolling));
        }
        let controls = &self.own.sentence.controls;
        let rolled = Rolled {
            is_in_control: controls.iter().any(|(_, id)| self.claims.iter().any(|claim| claim.id == *id)),
            claims: self.claims.iter().map(|claim| claim.id.clone()).collect(),
            sentence: self.own.sentence.text.clone(),
            is_rewritten: !self.exchanges.is_empty(),
            comment: self.comment,
        };
        Some((rolled, self.exchanges))
    }
}

impl Rolling<'_> {
    /// What is said of a number that is not what last year's claim stated.
    fn of_number(&self, claim: &Former, is_exchanged: bool) -> Message {
        let (id, year) = (claim.id.clone(), year(self.now));
        let text = match &claim.fate {
            Fate::Holds => claim.statement.clone(),
            Fate::Says(text) => text.clone(),
            Fate::Otherwise(text) => return self.no_longer(claim, text),
            Fate::Unknown(because) => return self.unknown(claim, because),
        };
        match is_exchanged {
            true => msg!("roll-comment-number-exchanged", claim = id, year, text),
            false => msg!("roll-comment-number", claim = id, year, text),
        }
    }

    fn no_longer(&self, claim: &Former, text: &str) -> Message {
        let (then, now) = (year(self.then), year(self.now));
        msg!("roll-comment-otherwise", claim = claim.id.clone(), then, now, text = text.to_owned())
    }

    fn unknown(&self, claim: &Former, because: &str) -> Message {
        let (claim, because) = (claim.id.clone(), because.to_owned());
        msg!("roll-comment-unknown", claim, year = year(self.now), because)
    }
}
