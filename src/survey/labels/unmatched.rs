//! Questions of a list of labels that are none of the tables'.

use std::collections::{BTreeMap, BTreeSet};

use super::{Label, Labels};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest, shown};
use crate::msg;
use crate::read::tidy;
use crate::register::{self, Level, Recipient};
use crate::survey::columns::Columns;
use crate::survey::key::Key;
use crate::wording::Message;

impl Labels {
    /// Tells of questions that no column has. It is an error where their labels name recipients and a column of recipients
    /// (`who`) holds their values, which would be read as codes of others.
    pub(in crate::survey) fn report_unmatched(
        &self,
        (columns, key): (&Columns<'_>, &Key),
        (who, level): (&[usize], Level),
        messages: &mut Diagnostics,
    ) {
        let mut by_question: BTreeMap<&str, Vec<&Label>> = BTreeMap::new();
        for label in self.all.iter().filter(|label| !self.used.contains(&label.question)) {
            by_question.entry(&label.question).or_default().push(label);
        }
        if by_question.is_empty() {
            return;
        }
        let bare = who.iter().copied().filter(|column| key.own(*column).next().is_none());
        let codes: BTreeMap<String, Code> = bare.flat_map(|column| codes(columns, column, level)).collect();
        for (question, labels) in by_question {
            let is_of_another = |label: &Label, code: &Code| {
                register::find(level, &label.label).is_some_and(|named| named != code.recipient)
            };
            let mut read = labels.iter().filter_map(|label| Some((label, codes.get(&label.value)?)));
            let of_another = read.find(|(label, code)| is_of_another(label, code));
            let suggestion = self.suggestion(question);
            let question = shown(question);
            match (of_another, labels.first()) {
                (Some((label, code)), _) => {
                    let (value, name, column) =
                        (shown(&label.value), shown(&label.label), shown(columns.name(code.column)));
                    let message = msg!(
                        "recipient-labels-of-no-column",
                        question,
                        value,
                        name,
                        column,
                        place = code.place.clone()
                    );
                    messages.push(Diagnostic::error(label.place.clone(), message));
                }
                (None, Some(first)) => {
                    let message = msg!("labels-of-no-column", question, suggestion);
                    messages.push(Diagnostic::warning(first.place.clone(), message));
                }
                (None, None) => {}
            }
        }
    }

    fn suggestion(&self, question: &str) -> Message {
        match nearest(question, self.names.iter().map(String::as_str)) {
            Some(near) => msg!("did-you-mean", name = shown(near)),
            None => msg!("labels-correct-or-remove"),
        }
    }
}

/// A text that is read as a code of the register.
struct Code {
    recipient: &'static Recipient,
    column: usize,
    /// Where it first stands.
    place: Place,
}

/// The texts of a column that are read as codes.
fn codes(columns: &Columns<'_>, column: usize, level: Level) -> Vec<(String, Code)> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let rows = columns.rows().map(|row| (row, tidy(columns.grid.cell(row, column))));
    let first = rows.filter(|(_, text)| seen.insert(text.clone()));
    let read = first.filter_map(|(row, text)| match register::readings(level, &text) {
        [None, Some(recipient)] => Some((text, Code { recipient, column, place: columns.grid.place(row, column) })),
        _ => None,
    });
    read.collect()
}
