//! Answers of a respondent that has several rows: the same in all of them, or given in some.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Answers;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::{self, Question};
use crate::survey::columns::Columns;
use crate::survey::respondent::{Respondents, Whose};

/// The rows in which respondents answer, each with whose it is.
pub(super) struct Several {
    /// The rows.
    pub(super) rows: Vec<usize>,
    /// By row, the respondent's position.
    whose: Vec<usize>,
    /// By respondent, its id.
    ids: Vec<Arc<str>>,
}

impl Several {
    /// One row each, or, where every row is an intervention, all that are linked to them.
    pub(super) fn of(declared: &study::Survey, who: &Respondents) -> Self {
        let ids = who.all.iter().map(|respondent| respondent.id.clone()).collect();
        let (rows, whose) = match declared.fields.layout.is_rows() {
            false => who.all.iter().enumerate().map(|(at, respondent)| (respondent.row, at)).unzip(),
            true => {
                let linked = who.rows.iter().filter_map(|link| match link.whose {
                    Whose::Respondent(at) => Some((link.row, at)),
                    Whose::SetAside(_) | Whose::LeftOut(_) | Whose::Nobody => None,
                });
                linked.unzip()
            }
        };
        Self { rows, whose, ids }
    }

    /// One response of each respondent; two that differ are reported. A blank row says nothing.
    pub(super) fn one_each(
        &self,
        question: &Question,
        answers: Answers,
        columns: &Columns<'_>,
        messages: &mut Diagnostics,
    ) -> Answers {
        if self.whose.iter().enumerate().all(|(row, whose)| row == *whose) {
            return answers;
        }
        let mut first: Vec<Option<usize>> = vec![None; self.ids.len()];
        let mut differing = BTreeMap::new();
        for (at, response) in answers.responses.iter().enumerate() {
            let (whose, says) = (self.whose[at], response.says_something());
            match first[whose] {
                Some(earlier) if answers.responses[earlier].says_something() => {
                    if says && answers.responses[earlier] != *response {
                        differing.entry(whose).or_insert([earlier, at]);
                    }
                }
                // What was not shown in one row may have been left blank in another.
                Some(_) if !says && answers.not_shown.contains(&at) => {}
                _ => first[whose] = Some(at),
            }
        }
        self.report(question, columns, &differing, messages);
        let not_shown = |at: &Option<usize>| at.is_some_and(|at| answers.not_shown.contains(&at));
        let not_shown = first.iter().enumerate().filter(|(_, at)| not_shown(at)).map(|(whose, _)| whose).collect();
        let responses = first.iter().flatten().map(|at| answers.responses[*at].clone()).collect();
        Answers { responses, not_shown, ..answers }
    }

    fn report(
        &self,
        question: &Question,
        columns: &Columns<'_>,
        differing: &BTreeMap<usize, [usize; 2]>,
        messages: &mut Diagnostics,
    ) {
        let names = question.form.columns();
        let column =
            names.flat_map(|name| columns.matches(name, &mut Diagnostics::new())).map(|found| found.column).min();
        let place = |at: usize| columns.grid.place(self.rows[at], column.unwrap_or_default());
        for (whose, [earlier, at]) in differing {
            let (question, respondent, other) = (shown(&question.id), shown(&self.ids[*whose]), place(*earlier));
            let message = msg!("answers-differ-in-rows", question, respondent, other);
            messages.push(Diagnostic::error(place(*at), message));
        }
    }
}
