//! A closed question as drafted.

use crate::msg;
use crate::wording::Message;

/// What the columns of a question look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One column per option, marked.
    Ticked,
    /// Several answers in a cell, joined by a sign.
    Joined(String),
    /// One column per item, each on a scale.
    Items,
    /// One answer.
    Choice,
    /// The respondent's own words, which are coded.
    Text,
}

impl QuestionDraft {
    /// Says something more that is unsure.
    pub fn doubt_also(&mut self, more: Message) {
        self.doubt = Some(match self.doubt.take() {
            Some(doubt) => msg!("unsure-also", doubt, more),
            None => more,
        });
    }
}

impl Form {
    /// The key of study files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Ticked => "ticked",
            Self::Joined(_) => "joined",
            Self::Items => "items",
            Self::Choice => "choice",
            Self::Text => "text",
        }
    }
}

/// A question as drafted.
#[derive(Clone, Debug)]
pub struct QuestionDraft {
    /// Its id.
    pub id: String,
    /// The question's own words.
    pub stem: String,
    /// Its form.
    pub form: Form,
    /// The column, or the pattern with `{option}`.
    pub pattern: String,
    /// Options, in the order of the columns or of the alphabet.
    pub options: Vec<String>,
    /// What stands in the export for options or answers that have words, each with its word, in order.
    pub codes: Vec<(String, String)>,
    /// The answers of its scale, in order.
    pub answers: Vec<String>,
    /// The answers that reports count.
    pub counted: Vec<String>,
    /// Whether it stands in a long sheet of interventions.
    pub per_intervention: bool,
    /// The answer as which texts in a column beside count, and that column.
    pub other: Option<(String, String)>,
    /// The earlier question and answer that lead to it.
    pub asked_if: Option<(String, String)>,
    /// What is unsure.
    pub doubt: Option<Message>,
    /// Its columns.
    pub columns: Vec<usize>,
}
