//! What is said of a number now and in an earlier year.

use std::cmp::Ordering;

use super::Describer;
use crate::claims::syntax::{Named, Operator, Quantity};
use crate::exact::Exact;
use crate::msg;
use crate::wording::sentence;

impl Describer<'_> {
    /// `2023: 118; 2024: 133 (+12,7 %)`: then and now, and the change as a share of then.
    pub fn change(&self, values: &[(i64, String); 2], (now, then): (Exact, Exact)) -> String {
        let [before, after] = values.each_ref().map(|(year, value)| self.of_year(*year, value.clone()));
        let share = now.minus(then).and_then(|change| change.over(then.size()));
        let Some(share) = share else { return format!("{before}; {after}") };
        let sign = if share > Exact::ZERO { "+" } else { "" };
        let change = format!("{sign}{}", self.in_percent(share));
        self.say(msg!("value-then-and-now", before, after, change))
    }

    /// What is stated of a change.
    pub fn stated_change(&self, word: &Named, since: i64) -> String {
        let word = self.words.spoken(&word.text, self.language);
        self.say(msg!("changed-since", word, since = since.to_string()))
    }

    /// A sentence that says how a number has changed.
    pub fn true_change(&self, quantity: &Quantity, (now, then): (Exact, Exact), values: &str) -> String {
        let quantity = sentence(&match quantity {
            Quantity::Operation { operator: Operator::Of | Operator::Over, left, right, .. } => {
                self.say(msg!("share-of-base", part = self.quantity(left), base = self.quantity(right)))
            }
            other => self.quantity(other),
        });
        self.say(match self.words.change(now, then) {
            Some(Ordering::Greater) => msg!("has-increased", quantity, values),
            Some(Ordering::Less) => msg!("has-decreased", quantity, values),
            Some(Ordering::Equal) => msg!("is-unchanged", quantity, values),
            None => msg!("has-changed", quantity, values),
        })
    }
}
