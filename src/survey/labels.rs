//! A list of what codes mean: question, value and label. A list with parts names the columns, too: `i1ansv[SQ003]` is called
//! by the text of `i1ansv` and that of its part `SQ003`.

mod coded;
mod list;

use std::collections::BTreeSet;

use super::columns::Columns;
use super::header::question as named_by;
use super::key::{Fit, Key, bare};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest, shown};
use crate::msg;
use crate::read::Files;
use crate::study::{self, Declared, Header, Per};
use crate::wording::Arg;
pub use coded::Coded;
pub use list::Label;

/// The labels of a survey, and which of its questions they have been used for.
pub(super) struct Labels {
    all: Vec<Label>,
    /// By the columns' codes, where the list has parts.
    coded: Option<Coded>,
    used: BTreeSet<String>,
    /// The names of columns, as the list and the files have them.
    names: Vec<String>,
}

/// What the lists of surveys say of a table that stands in the same sheet as theirs, as funds do in an export.
pub(super) fn of_sheet(surveys: &[study::Survey], files: &Files, columns: &Columns<'_>) -> Key {
    let mut key = Key::default();
    let grid = columns.grid;
    let is_sheet = |(file, sheet): (&Declared<String>, Option<&str>)| {
        *file.value == *grid.file && (sheet.is_none() || sheet == grid.sheet.as_deref())
    };
    let is_there = |survey: &&study::Survey| {
        [Per::Respondent, Per::Intervention].iter().any(|per| is_sheet(survey.table_of(*per)))
    };
    for survey in surveys.iter().filter(is_there) {
        // What is wrong with a list has been told with its survey.
        let mut labels = Labels::read(survey, files, &mut Diagnostics::new());
        key.extend(match &labels.coded {
            Some(coded) => coded.key(columns.names()),
            None => labels.by_beginning(columns, &survey.header),
        });
    }
    key
}

impl Labels {
    /// Reads the list of a survey; empty where none is declared.
    pub(super) fn read(declared: &study::Survey, files: &Files, messages: &mut Diagnostics) -> Self {
        let all = list::read(declared, files, messages);
        let has_parts = declared.value_labels.as_ref().is_some_and(|list| list.part.is_some());
        let coded = has_parts.then(|| Coded::new(&all));
        Self { all, coded, used: BTreeSet::new(), names: Vec::new() }
    }

    /// The columns of a table: found, named by the list where it has parts, and what their values mean.
    pub(super) fn columns<'g>(
        &mut self,
        grid: &'g crate::read::Grid,
        header: &Header,
        wanted: &[&Declared<String>],
        messages: &mut Diagnostics,
    ) -> Option<(Columns<'g>, Key)> {
        let code = |name: &Declared<String>| self.coded.as_ref().and_then(|coded| coded.code_of(&name.value));
        let written = |name: &Declared<String>| Declared {
            value: code(name).unwrap_or_else(|| name.value.clone()),
            place: name.place.clone(),
        };
        let written: Vec<Declared<String>> = wanted.iter().map(|name| written(name)).collect();
        let mut columns = Columns::find(grid, header, &written.iter().collect::<Vec<_>>(), messages)?;
        let key = match &self.coded {
            Some(coded) => coded.settle(&mut columns, &header.join, &mut self.used, messages),
            None => self.by_beginning(&columns, header),
        };
        self.names.extend(columns.names().iter().cloned());
        Some((columns, key))
    }

    /// The key of columns whose names begin with the text of a question.
    fn by_beginning(&mut self, columns: &Columns<'_>, header: &Header) -> Key {
        let mut key = Key::default();
        // The list may have the numbers or codes before questions that the names of columns are taken without.
        let named = self.all.iter().map(|label| (bare(&named_by(header, &label.question)), label));
        let mut labels: Vec<(String, &Label)> = named.collect();
        // One question's text may begin another's: the longest that fits is meant, so it comes last.
        labels.sort_by_key(|(own, _)| own.chars().count());
        let names: BTreeSet<String> = columns.names().iter().map(|name| bare(name)).collect();
        for (column, name) in columns.names().iter().enumerate() {
            let name = bare(name);
            for (question, label) in labels.iter().filter(|(own, _)| name.starts_with(own)) {
                self.used.insert(label.question.clone());
                let fit = Fit::of(name == *question, || names.contains(question));
                key.learn(column, &label.value, label.meaning(fit));
            }
        }
        key
    }

    /// Tells of questions of the list that are none of the tables'.
    pub(super) fn report_unmatched(&self, messages: &mut Diagnostics) {
        let mut told = BTreeSet::new();
        for label in self.all.iter().filter(|label| !self.used.contains(&label.question)) {
            if told.insert(&label.question) {
                let question = shown(&label.question);
                let suggestion: Arg = match nearest(&label.question, self.names.iter().map(String::as_str)) {
                    Some(near) => msg!("did-you-mean", name = shown(near)).into(),
                    None => msg!("labels-correct-or-remove").into(),
                };
                let message = msg!("labels-of-no-column", question, suggestion);
                messages.push(Diagnostic::warning(label.place.clone(), message));
            }
        }
    }
}
