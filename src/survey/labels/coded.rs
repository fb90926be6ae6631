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
pub struct Coded {
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
    /// Of the rows of a list.
    pub fn new(labels: &[Label]) -> Self {
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
            if !self.is_comment(&column.code) {
                column.report(columns, messages);
            }
        }
        for (at, name) in self.names(columns.names(), join).into_iter().enumerate() {
            if columns.name(at) != name {
                columns.rename(at, name);
            }
        }
        key
    }

    /// What columns are called by the texts of question and part. Codes stay where two columns would be called the same, and
    /// where they say that a column holds contact data, or a comment beside an option.
    pub fn names(&self, codes: &[String], join: &str) -> Vec<String> {
        let name = |(at, code): (usize, &String)| {
            self.column(at, code.clone()).map(|column| self.name(column.question, &column.part, join))
        };
        let named: Vec<Option<String>> = codes.iter().enumerate().map(name).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (code, name) in codes.iter().zip(&named) {
            *counts.entry(name.as_ref().unwrap_or(code)).or_default() += 1;
        }
        let is_alone = |name: &String| counts.get(name.as_str()) == Some(&1);
        let settled = codes.iter().zip(&named).map(|(code, name)| match name {
            Some(name) if is_alone(name) && !is_contact(code) && !self.is_comment(code) => name.clone(),
            _ => code.clone(),
        });
        settled.collect()
    }

    /// Whether a column holds what was written beside an option: `hur[SQ001comment]` beside `hur[SQ001]`.
    fn is_comment(&self, code: &str) -> bool {
        let column = self.column(0, code.to_owned());
        column.is_some_and(|column| {
            let part = bare(&column.part);
            part.strip_suffix("comment").is_some_and(|option| column.of.parts.contains_key(option))
        })
    }

    /// What a question is called, or a part of it.
    pub fn name(&self, question: &str, part: &str, join: &str) -> String {
        let of = self.questions.get(question);
        let text = of.and_then(|of| of.text.as_deref()).unwrap_or(question);
        if part.is_empty() {
            return plain(text);
        }
        let label = of.and_then(|of| of.parts.get(&bare(part))).map_or(part, String::as_str);
        plain(&format!("{text}{join}{label}"))
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
