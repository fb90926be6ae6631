//! Labels by the codes of columns, as survey tools write them: `q1`, `q1[SQ003]`, `q1_SQ003`.

use std::collections::{BTreeMap, BTreeSet};

use super::list::Label;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::plain;
use crate::survey::clash::Clash;
use crate::survey::columns::Columns;
use crate::survey::contact::is_contact;
use crate::survey::key::{Fit, Key, bare};
use crate::survey::likeness::is_other;

/// What a list says of the questions, by their codes.
pub struct Coded {
    questions: BTreeMap<String, Question>,
}

#[derive(Default)]
struct Question {
    text: Option<Label>,
    /// What its parts are called.
    parts: BTreeMap<String, Label>,
    /// What values mean: of the whole question, then of its parts, which know better.
    values: Vec<Label>,
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
            let part = bare(&label.part);
            match (part.is_empty(), label.value.is_empty()) {
                (_, false) => question.values.push(label.clone()),
                (true, true) => question.text = Some(label.clone()),
                (false, true) => drop(question.parts.insert(part, label.clone())),
            }
        }
        for question in questions.values_mut() {
            question.values.sort_by_key(|label| !bare(&label.part).is_empty());
        }
        Self { questions }
    }

    /// The code of the question with this text.
    pub(super) fn code_of(&self, text: &str) -> Option<String> {
        let is_it = |question: &Question| question.text.as_ref().is_some_and(|own| plain(&own.label) == plain(text));
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
        let codes = columns.names().to_vec();
        let (found, key) = self.known(&codes);
        for column in &found {
            used.insert(column.question.to_owned());
            if !self.is_comment(&column.code) {
                column.report(columns, messages);
            }
        }
        let clashes = self.clashes(columns, join);
        columns.keep_clashes(clashes);
        for (at, name) in self.names(columns.names(), join).into_iter().enumerate() {
            if columns.name(at) != name {
                columns.rename(at, name);
            }
        }
        key
    }

    /// The columns that the list knows by their codes, and what their values mean.
    fn known(&self, codes: &[String]) -> (Vec<Column<'_>>, Key) {
        let mut key = Key::default();
        let found: Vec<Column<'_>> =
            codes.iter().enumerate().filter_map(|(at, code)| self.column(at, code.clone())).collect();
        for column in &found {
            let own = bare(&column.part);
            let is_own = |label: &&Label| [String::new(), own.clone()].contains(&bare(&label.part));
            let is_exact = own.is_empty() || column.label().is_some();
            let fit = Fit::of(is_exact, || found.iter().any(|other| other.code == column.question));
            for label in column.of.values.iter().filter(is_own) {
                key.learn(column.at, &label.value, label.meaning(fit));
            }
        }
        (found, key)
    }

    /// What the values of columns mean that are called by their codes.
    pub(super) fn key(&self, codes: &[String]) -> Key {
        self.known(codes).1
    }

    /// What columns are called by the texts of question and part. Codes stay where two columns would be called the same, and
    /// where they say that a column holds contact data, or a comment beside an option.
    pub fn names(&self, codes: &[String], join: &str) -> Vec<String> {
        let named = self.called(codes, join);
        let counts = counts(codes, &named);
        let is_alone = |name: &String| counts.get(name.as_str()) == Some(&1);
        let settled = codes.iter().zip(&named).map(|(code, name)| match name {
            Some(name) if is_alone(name) && self.is_named(code) => name.clone(),
            _ => code.clone(),
        });
        settled.collect()
    }

    /// The texts of question and part, by column; `None` where the list does not know it.
    fn called(&self, codes: &[String], join: &str) -> Vec<Option<String>> {
        let name = |(at, code): (usize, &String)| {
            self.column(at, code.clone()).map(|column| self.name(column.question, &column.part, join))
        };
        codes.iter().enumerate().map(name).collect()
    }

    /// Columns that would be called the same, each with where the list says so.
    fn clashes(&self, columns: &Columns<'_>, join: &str) -> Vec<Clash> {
        let codes = columns.names();
        let named = self.called(codes, join);
        let counts = counts(codes, &named);
        let clash = |(at, (code, name)): (usize, (&String, &Option<String>))| {
            let name = name.as_ref().unwrap_or(code);
            let is_several = counts.get(name.as_str()).is_some_and(|count| *count > 1);
            (is_several && self.is_named(code)).then(|| {
                let column = self.column(at, code.clone());
                let label = column.as_ref().and_then(|column| column.label().or(column.of.text.as_ref()));
                let place = label.map_or_else(|| columns.header_place(at), |label| label.place.clone());
                Clash { name: name.clone(), code: code.clone(), place }
            })
        };
        codes.iter().zip(&named).enumerate().filter_map(clash).collect()
    }

    /// Whether a column is called by its texts: not where the code says that it holds contact data, or a comment.
    fn is_named(&self, code: &str) -> bool {
        !is_contact(code) && !self.is_comment(code)
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
        let text = of.and_then(|of| of.text.as_ref()).map_or(question, |text| &text.label);
        if part.is_empty() {
            return plain(text);
        }
        let label = of.and_then(|of| of.parts.get(&bare(part))).map_or(part, |label| &label.label);
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

/// How many columns are called so.
fn counts<'n>(codes: &'n [String], named: &'n [Option<String>]) -> BTreeMap<&'n str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, name) in codes.iter().zip(named) {
        *counts.entry(name.as_ref().unwrap_or(code)).or_default() += 1;
    }
    counts
}

impl Column<'_> {
    fn label(&self) -> Option<&Label> {
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
