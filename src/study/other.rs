//! Answers in a respondent's own words, where a tool lets them write something else than the options.

use super::decode::{Declared, Section};
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::msg;

/// As what such texts count, and where they stand.
#[derive(Clone, Debug)]
pub struct Other {
    /// The answer or option.
    pub answer: Declared<String>,
    /// The column of the texts; without it they stand in that of the question.
    pub column: Option<Declared<String>>,
}

impl Other {
    /// Reads `other` and `other_column` of a question with these answers or options; `None` where the form of the question has
    /// no use for them, which is reported elsewhere.
    pub(super) fn decode(section: &Section<'_>, known: Option<&[String]>) -> Option<Self> {
        let (answer, column) = (section.text("other"), section.text("other_column"));
        let known = known?;
        if let Some(column) = column.as_ref().filter(|_| answer.is_none()) {
            section.report(Diagnostic::error(column.place.clone(), msg!("other-column-alone")));
        }
        let answer = answer?;
        if known.is_empty() {
            section.report(Diagnostic::error(answer.place.clone(), msg!("other-without-options")));
        } else if !known.contains(&answer.value) {
            let suggestion = did_you_mean(&answer.value, known.iter().map(String::as_str));
            let message = msg!("other-unknown", answer = shown(&answer.value), suggestion);
            section.report(Diagnostic::error(answer.place.clone(), message));
        }
        Some(Self { answer, column })
    }
}
