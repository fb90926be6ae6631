//! Answers in a respondent's own words that count as one of the question's: as "other".

use super::{Answering, Reader, column_of};
use crate::diagnostic::Diagnostics;
use crate::read::marks::is_not_shown;
use crate::study::Question;
use crate::survey::known::Known;
use crate::survey::options::ColumnsByBlock;
use crate::survey::seen::Seen;

/// As what texts count that are none of the answers, and where else such texts stand.
pub(super) struct OwnWords {
    answer: Option<usize>,
    columns: ColumnsByBlock,
}

impl OwnWords {
    /// As the question declares; `None` where the column is not there, which is reported.
    pub(super) fn of(
        reader: &Reader<'_>,
        question: &Question,
        answers: &Known<'_>,
        messages: &mut Diagnostics,
    ) -> Option<Self> {
        let Some(other) = &question.other else { return Some(Self { answer: None, columns: ColumnsByBlock::new() }) };
        let columns = match &other.column {
            Some(column) => reader.single(column, messages)?,
            None => ColumnsByBlock::new(),
        };
        Some(Self { answer: answers.position(&other.answer.value), columns })
    }

    /// As which answer a text counts that is none.
    pub(super) fn answer(&self) -> Option<usize> {
        self.answer
    }

    /// The answer of a row that has a text in the column beside; nothing where it is blank.
    pub(super) fn told(&self, reader: &Reader<'_>, at: &Answering, seen: &mut Seen) -> Option<u32> {
        let column = column_of(&self.columns, at)?;
        let text = reader.meaning(at.row, column);
        if text.is_empty() || is_not_shown(&text) {
            return None;
        }
        seen.texts.push(reader.place(at.row, column));
        self.answer.map(|answer| answer as u32)
    }
}
