//! Labels by the codes of columns, as survey tools write them: `q1`, `q1[SQ003]`, `q1_SQ003`.

use std::collections::{BTreeMap, BTreeSet};

use super::list::Label;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::plain;
use crate::survey::columns::Columns;
use crate::survey::contact::is_contact;
use crate::survey::key::{Key, bare};
use crate::survey::likeness::is_other;

/// What a list says of the questions, by their codes.
pub(super) struct Coded {
    questions: BTreeMap<String, Question>,
}

#[derive(Default)]
struct Question {
    text: Option<String>,
    /// What its parts are called.
    parts: BTreeMap<String, String>,
    /// What values mean: of a part, or of the whole question.
    values: Vec<(String, String, String)>,
}

/// A column of a question.
struct Column<'q> {
    at: usize,
    code: String,
    question: &'q str,
    of: &'q Question,
    /// What the code has behind the question's, without the signs around it; empty for a question without parts.
    part: String,
}

impl Coded {
    pub(super) fn new(labels: &[Label]) -> Self {
        let mut questions: BTreeMap<String, Question> = BTreeMap::new();
        for label in labels {
            let question = questions.entry(label.question.clone()).or_default();
            let (part, text) = (bare(&label.part), label.label.clone());
            match (part.is_empty(), label.value.is_empty()) {
                (_, false) => question.values.push((part, label.value.clone(), text)),
                (true, true) => question.text = Some(text),
                (false, true) => drop(question.parts.insert(part, text)),
            }
        }
        Self { questions }
    }

    /// The code of the question with this text.
    pub(super) fn code_of(&self, text: &str) -> Option<String> {
        let is_it = |question: &Question| question.text.as_deref().is_some_and(|own| plain(own) == plain(text));
        let mut found = self.questions.iter().filter(|(_, question)| is_it(question));
        found.next().map(|(code, _)| code.clone())
    }

    /// Names columns by the texts of question and part, and gives what their values mean.
    pub(super) fn settle(
        &self,
        columns: &mut Columns<'_>,
        join: &str,
        used: &mut BTreeSet<String>,
        messages: &mut Diagnostics,
    ) -> Key {
        let mut key = Key::default();
        let codes = columns.names().to_vec();
        let found: Vec<Column<'_>> =
            codes.into_iter().enumerate().filter_map(|(at, code)| self.column(at, code)).collect();
        for column in &found {
            used.insert(column.question.to_owned());
            let values = column.of.values.iter().filter(|(part, ..)| part.is_empty() || *part == bare(&column.part));
            values.for_each(|(_, value, label)| key.learn(column.at, value, label));
            column.report(columns, messages);
        }
        rename(columns, &found, join);
        key
    }

    /// The question that a column's code begins with: the longest, which a sign parts from the rest.
    fn column(&self, at: usize, code: String) -> Option<Column<'_>> {
        let signs = code.char_indices().filter(|(_, sign)| !sign.is_alphanumeric()).map(|(at, _)| at);
        let ends: Vec<usize> = signs.chain([code.len()]).collect();
        let known = ends.iter().rev().find_map(|end| {
            let (question, rest) = code.split_at_checked(*end)?;
            Some((self.questions.get_key_value(question)?, rest.trim_matches(|sign: char| !sign.is_alphanumeric())))
        });
        let ((question, of), part) = known?;
        let part = part.to_owned();
        Some(Column { at, question, of, part, code })
    }
}

impl Column<'_> {
    /// What readers call the column.
    fn name(&self, join: &str) -> String {
        let question = self.of.text.as_deref().unwrap_or(self.question);
        if self.part.is_empty() {
            return plain(question);
        }
        plain(&format!("{question}{join}{}", self.label().unwrap_or(&self.part)))
    }

    fn label(&self) -> Option<&String> {
        self.of.parts.get(&bare(&self.part))
    }

    /// Tells of a part that the list does not know, if anybody answered it.
    fn report(&self, columns: &Columns<'_>, messages: &mut Diagnostics) {
        let known = self.part.is_empty() || self.of.parts.is_empty() || self.label().is_some();
        let filled = || columns.rows().any(|row| !columns.grid.cell(row, self.at).is_blank());
        if known || is_other(&self.part) || !filled() {
            return;
        }
        let message = msg!("part-without-label", column = shown(&self.code), question = shown(self.question));
        messages.push(Diagnostic::warning(columns.header_place(self.at), message));
    }
}

/// Gives columns their names. Codes stay where two columns would be called the same, and where they say that a column holds
/// contact data.
fn rename(columns: &mut Columns<'_>, found: &[Column<'_>], join: &str) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let named: BTreeMap<usize, String> = found.iter().map(|column| (column.at, column.name(join))).collect();
    for (at, code) in columns.names().iter().enumerate() {
        *counts.entry(named.get(&at).unwrap_or(code).clone()).or_default() += 1;
    }
    for column in found.iter().filter(|column| !is_contact(&column.code)) {
        let name = named.get(&column.at).filter(|name| counts.get(*name) == Some(&1));
        if let Some(name) = name {
            columns.rename(column.at, name.clone());
        }
    }
}
