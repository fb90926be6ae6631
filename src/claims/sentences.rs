//! The sentences of claims for a manuscript: what the report says, and its numbers bear.

use super::draft::Draft;
use super::{Checked, Outcome};
use crate::report::Item;
use crate::report::document::Sentence;

/// The sentences of the claims that hold, in their order.
pub fn sentences(checked: &[Checked<'_>], items: &[Item]) -> Vec<Sentence> {
    let holding = checked.iter().filter(|checked| checked.verdict.outcome == Outcome::Holds);
    holding.map(|Checked { claim, .. }| sentence(&claim.id, &claim.area, &claim.statement, items)).collect()
}

/// The sentences of drafts.
pub fn sentences_of_drafts(drafts: &[Draft], items: &[Item]) -> Vec<Sentence> {
    drafts.iter().map(|draft| sentence(&draft.id, &draft.area, &draft.statement, items)).collect()
}

/// A claim that was drafted for an item has that item's id, and a number.
fn sentence(id: &str, area: &str, text: &str, items: &[Item]) -> Sentence {
    let drafted = id.rsplit_once('-').filter(|(_, number)| number.bytes().all(|b| b.is_ascii_digit()));
    let item = drafted.and_then(|(of, _)| items.iter().find(|item| item.id == of)).map(|item| item.id.clone());
    Sentence { id: id.to_owned(), area: area.to_owned(), item, text: text.to_owned() }
}
