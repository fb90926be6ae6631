//! The two sides of a comparison.

use std::ops::Range;

use super::mention::Breakdowns;
use super::place::{Near, Place};
use super::words::ENDS;
use crate::claims::numbers::Figure;
use crate::manuscript::vocabulary::THAN;

/// So much of each label must be named.
pub(super) const SURELY: f64 = 0.45;

/// Both sides of a comparison.
pub(super) struct Sides {
    pub(super) left: Near,
    pub(super) right: Near,
    /// Where all of it stands in the sentence, in bytes.
    pub(super) range: Range<usize>,
}

/// What a word of more or fewer compares; `None` where nothing follows it that it compares with.
pub(super) fn sides(known: &Breakdowns<'_>, place: &Place<'_>, clause: &Near, figure: &Figure) -> Option<Sides> {
    let text = &place.sentence.text;
    let from = clause.from?;
    let behind = text.get(figure.range.end..)?;
    let than = THAN.iter().find_map(|than| Some((behind.find(than)?, than.len())))?;
    let (at, start) = (figure.range.end + than.0, figure.range.end + than.0 + than.1);
    let rest = text.get(start..)?;
    let length = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let side = |range: Range<usize>| {
        let text = text.get(range.clone())?.to_owned();
        Some(Near { tokens: known.lexicon.read(&text), text, from: Some(range.start) })
    };
    let left = side(from.min(at)..at)?;
    Some(Sides { left, right: side(start..start + length)?, range: from.min(figure.range.start)..start + length })
}
