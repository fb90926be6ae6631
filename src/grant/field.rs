//! A field of an account: what is known of every recipient.

use crate::coding::open::Sources;
use crate::diagnostic::Place;
use crate::exact::Exact;
use crate::study::{FieldKind, OptionDeclaration};
use crate::survey::{Blanks, Placed, Response, Values};
use crate::wording::Text;

/// What is known of every recipient of an account, in their order.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its short name.
    pub id: String,
    /// What messages and figures call it.
    pub label: Text,
    /// What it holds.
    pub kind: FieldKind,
    /// Its options, in order; empty for a field without any.
    pub options: Vec<OptionDeclaration>,
    /// The values.
    pub data: FieldData,
    /// For a follow-up question, who was asked.
    pub asked: Option<Vec<bool>>,
    /// The total, where it is not the sum of the values.
    pub total: Option<Exact>,
    /// Where the codes of an open question come from.
    pub sources: Sources,
    /// What was left blank in the columns that it is read from.
    pub blanks: Vec<Blanks>,
}

/// The values of a field, by recipient and option.
pub type FieldData = Values;

impl Field {
    /// How many values a recipient has: one, or one per option.
    pub fn width(&self) -> usize {
        self.options.len().max(1)
    }

    /// The position of an option by its key; 0 for a field without options, where the key is empty.
    pub fn option(&self, key: &str) -> Option<usize> {
        if self.options.is_empty() {
            return key.is_empty().then_some(0);
        }
        self.options.iter().position(|option| option.key == key)
    }

    /// The key of an option; empty for a field without options.
    pub fn key(&self, option: usize) -> &str {
        self.options.get(option).map_or("", |option| option.key.as_str())
    }

    /// The number of a recipient.
    pub fn number(&self, recipient: usize, option: usize) -> Option<Exact> {
        self.placed(recipient, option).map(|placed| placed.value)
    }

    /// The cell of a number.
    pub fn place(&self, recipient: usize, option: usize) -> Option<&Place> {
        self.placed(recipient, option).map(|placed| &placed.place)
    }

    fn placed(&self, recipient: usize, option: usize) -> Option<&Placed> {
        match &self.data {
            Values::Numbers(rows) => rows.get(recipient)?.get(option)?.as_ref(),
            Values::Answers { .. } => None,
        }
    }

    /// The sum of the recipients' numbers; `None` where nobody has one: missing is not zero.
    pub fn sum(&self, option: usize) -> Option<Exact> {
        let Values::Numbers(rows) = &self.data else { return None };
        let mut present = rows.iter().filter_map(|row| row.get(option)?.as_ref()).map(|placed| placed.value).peekable();
        present.peek()?;
        Exact::sum(present)
    }

    /// The published total: the sum of the numbers, unless it is formed otherwise.
    pub fn total(&self, option: usize) -> Option<Exact> {
        self.total.or_else(|| self.sum(option))
    }

    /// Whether a recipient was asked.
    pub fn was_asked(&self, recipient: usize) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.get(recipient).copied().unwrap_or(false))
    }

    /// Whether a recipient gave any answer or number.
    pub fn answered(&self, recipient: usize) -> bool {
        match &self.data {
            Values::Numbers(rows) => rows.get(recipient).is_some_and(|row| row.iter().any(Option::is_some)),
            Values::Answers { responses, .. } => responses.get(recipient).is_some_and(Response::says_something),
        }
    }

    /// Whether a recipient counts for an option: ticked it, gave one of the answers, or has a number above zero. `None`
    /// where it is not in the base: was not asked, or did not answer the item.
    pub fn counts(&self, recipient: usize, option: usize, answers: &[&str]) -> Option<bool> {
        if !self.was_asked(recipient) {
            return None;
        }
        match &self.data {
            Values::Numbers(_) => self.number(recipient, option).map(|number| number > Exact::ZERO),
            Values::Answers { answers: known, responses } => {
                let wanted =
                    |answer: u32| known.get(answer as usize).is_some_and(|text| answers.contains(&text.as_str()));
                match responses.get(recipient)? {
                    ticked @ Response::Ticked(_) => Some(ticked.ticks(option)),
                    Response::Items(given) => given.get(option).copied().flatten().map(wanted),
                    Response::Choice(given) => given.map(wanted),
                    // Until it is coded nobody knows what it counts for.
                    Response::Text(_) => None,
                }
            }
        }
    }

    /// How many recipients count for an option, and of how many.
    pub fn count(&self, recipients: usize, option: usize, answers: &[&str]) -> (usize, usize) {
        let in_base: Vec<bool> = (0..recipients).filter_map(|at| self.counts(at, option, answers)).collect();
        (in_base.iter().filter(|counts| **counts).count(), in_base.len())
    }
}
