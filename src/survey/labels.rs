//! A list of what codes mean: question, value and label. A list with parts names the columns, too: `i1ansv[SQ003]` is called
//! by the text of `i1ansv` and that of its part `SQ003`.

mod coded;
mod list;
mod unmatched;

use std::collections::BTreeSet;

use super::columns::Columns;
use super::header::question as named_by;
use super::key::{Fit, Key, bare};
use crate::diagnostic::Diagnostics;
use crate::read::Files;
use crate::study::{self, Declared, Header, Per};
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

/// What the lists of surveys say of a table that stands in the same file as theirs, as funds do in an export.
pub(super) fn of_file(surveys: &[study::Survey], files: &Files, columns: &Columns<'_>) -> Key {
    let mut key = Key::default();
    let is_there = |survey: &&study::Survey| {
        [Per::Respondent, Per::Intervention].iter().any(|per| *survey.table_of(*per).0.value == *columns.grid.file)
    };
    for survey in surveys.iter().filter(is_there) {
        // What is wrong with a list has been told with its survey.
        let mut labels = Labels::read(survey, files, &mut Diagnostics::new());
        key.extend(match &labels.coded {
            Some(coded) => coded.key(columns.names()),
            None => {
                let named = columns.names().iter().map(|name| named_by(&survey.header, name));
                labels.by_beginning(named.collect(), &survey.header)
            }
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
            None => self.by_beginning(columns.names().to_vec(), header),
        };
        self.names.extend(columns.names().iter().cloned());
        Some((columns, key))
    }

    /// The key of columns whose names begin with the text of a question.
    fn by_beginning(&mut self, names: Vec<String>, header: &Header) -> Key {
        let mut key = Key::default();
        // The list may have the numbers or codes before questions that the names of columns are taken without.
        let named = self.all.iter().map(|label| (bare(&named_by(header, &label.question)), label));
        let mut labels: Vec<(String, &Label)> = named.collect();
        // One question's text may begin another's: the longest that fits is meant, so it comes last.
        labels.sort_by_key(|(own, _)| own.chars().count());
        let names: Vec<String> = names.iter().map(|name| bare(name)).collect();
        let all: BTreeSet<&String> = names.iter().collect();
        for (column, name) in names.iter().enumerate() {
            for (question, label) in labels.iter().filter(|(own, _)| name.starts_with(own)) {
                self.used.insert(label.question.clone());
                let fit = Fit::of(name == question, || all.contains(question));
                key.learn(column, &label.value, label.meaning(fit));
            }
        }
        key
    }
}
