//! Questions: whatever an export writes (`X`, `1/0`, `Ja/Nej`, joined lists, numbers with a key), an answer becomes
//! the option that was ticked or the answer that was chosen; an open one keeps the respondent's words until they are coded.

mod joined;
mod own_text;
mod own_words;
mod several;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::columns::Columns;
use super::contact::without_contacts;
use super::intervention::Intervention;
use super::key::{self, Key};
use super::known::Known;
use super::likeness::is_other;
use super::mentions;
use super::options::{self, ColumnsByBlock};
use super::respondent::Respondents;
use super::seen::Seen;
use super::splitter::{Splitter, report_suspicious};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, look_alike, shown};
use crate::msg;
use crate::read::marks::{is_not_shown, mark};
use crate::read::{Cell, tidy};
use crate::signs::trimmed;
use crate::study::{self, AskedIf, Per, Question, QuestionForm};
use crate::wording::joined as listed;
use joined::{Cells, occurring};
use own_words::OwnWords;
use several::Several;

/// The answers to one question; one response per respondent, or per intervention, in the order of the survey.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The question's id.
    pub question: String,
    /// Per respondent or per intervention.
    pub per: Per,
    /// The options or items, in order; empty for a single choice.
    pub options: Vec<String>,
    /// The answers, in order; empty where options are only ticked.
    pub answers: Vec<String>,
    /// What was answered.
    pub responses: Vec<Response>,
    /// The earlier answer that leads to it, where it is a follow-up.
    pub asked_if: Option<AskedIf>,
    /// Positions of responses by those to whom the tool did not show the question: it says `N/A` in every column.
    pub not_shown: BTreeSet<usize>,
}

/// One response, by positions among options and answers. There may be millions, so they are kept small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The options that were ticked, ascending.
    Ticked(Box<[u32]>),
    /// For every item the answer given, if any.
    Items(Box<[Option<u32>]>),
    /// The answer given, if any.
    Choice(Option<u32>),
    /// An answer in the respondent's own words, before it is coded; empty where there is none.
    Text(Box<str>),
}

impl Response {
    /// Whether an option was ticked.
    pub fn ticks(&self, option: usize) -> bool {
        matches!(self, Self::Ticked(ticked) if ticked.iter().any(|ticked| *ticked as usize == option))
    }

    /// Whether anything was ticked or answered.
    pub fn says_something(&self) -> bool {
        match self {
            Self::Ticked(ticked) => !ticked.is_empty(),
            Self::Items(given) => given.iter().any(Option::is_some),
            Self::Choice(given) => given.is_some(),
            Self::Text(text) => !text.is_empty(),
        }
    }
}

/// A row of a sheet that answers a question, and the block in it.
struct Answering {
    row: usize,
    number: Option<u32>,
}

/// The columns of a table, and what their values mean.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) columns: &'a Columns<'a>,
    pub(super) key: &'a Key,
}

/// What every question of a survey is read with.
struct Reader<'a> {
    columns: &'a Columns<'a>,
    key: &'a Key,
    rows: Vec<Answering>,
}

/// Reads all questions of a survey; `overall` holds the respondents' rows, `detail` those of the interventions.
pub(super) fn read(
    declared: &study::Survey,
    overall: Table<'_>,
    detail: Table<'_>,
    who: &Respondents,
    interventions: &[Intervention],
    messages: &mut Diagnostics,
) -> Vec<Answers> {
    let of_respondents = Several::of(declared, who);
    let read = |question: &Question| {
        let mut own = Diagnostics::new();
        let answers = match question.per {
            Per::Respondent => {
                let rows = of_respondents.rows.iter().map(|row| Answering { row: *row, number: None }).collect();
                let reader = Reader { columns: overall.columns, key: overall.key, rows };
                let answers = reader.question(question, &mut own);
                answers.map(|answers| of_respondents.one_each(question, answers, overall.columns, &mut own))
            }
            Per::Intervention => {
                let in_blocks = declared.fields.layout.is_blocks();
                let number = |i: &Intervention| in_blocks.then_some(i.number);
                let rows = interventions.iter().map(|i| Answering { row: i.row, number: number(i) }).collect();
                Reader { columns: detail.columns, key: detail.key, rows }.question(question, &mut own)
            }
        };
        (answers, own)
    };
    let read: Vec<_> = declared.questions.par_iter().map(read).collect();
    let own = |(answers, own)| {
        messages.extend(own);
        answers
    };
    read.into_iter().filter_map(own).collect()
}

/// Reads a question that each of the rows answers once.
pub(super) fn read_single(
    columns: &Columns<'_>,
    rows: &[usize],
    question: &Question,
    messages: &mut Diagnostics,
) -> Option<Answers> {
    let rows = rows.iter().map(|row| Answering { row: *row, number: None }).collect();
    Reader { columns, key: &Key::default(), rows }.question(question, messages)
}

impl Reader<'_> {
    fn question(&self, question: &Question, messages: &mut Diagnostics) -> Option<Answers> {
        let mut seen = Seen::default();
        let (options, answers, responses) = match &question.form {
            QuestionForm::Ticked { .. } => {
                let (options, by_number) = options::of(self.columns, question, messages)?;
                self.blocks_without(question, &by_number, &mut seen, messages);
                self.report_key(question, None, &by_number, messages);
                let known = Known::of(&options, &question.written_options);
                let read = |(at, row)| self.ticked(at, row, &known, &by_number, &mut seen, messages);
                let responses = self.rows.iter().enumerate().map(read).collect();
                (options, Vec::new(), responses)
            }
            QuestionForm::Items { answers, .. } => {
                let (options, by_number) = options::of(self.columns, question, messages)?;
                self.blocks_without(question, &by_number, &mut seen, messages);
                self.report_key(question, Some(answers), &by_number, messages);
                self.report_own_text(question, &options, &by_number, messages);
                let known = Known::of(answers, &question.written_answers);
                let read = |row| self.items(row, options.len(), &by_number, &known, &mut seen, messages);
                let responses = self.rows.iter().map(read).collect();
                (options, answers.clone(), responses)
            }
            QuestionForm::Joined { separator, options, .. } => {
                let by_number = self.several(question, messages)?;
                self.blocks_without(question, &by_number, &mut seen, messages);
                let splitter = Splitter::new(separator, &question.written_options.texts());
                let mut cells = Cells::new(self, &by_number, &splitter);
                let options = if options.is_empty() {
                    self.report_key(question, None, &by_number, messages);
                    self.mask(&question.id, &mut cells, &by_number, messages);
                    report_suspicious(&question.id, separator, &cells.kinds, &self.header(&by_number), messages);
                    mentions::report(&question.id, &cells.kinds, &self.header(&by_number), messages);
                    occurring(&cells)
                } else {
                    self.report_key(question, Some(options), &by_number, messages);
                    options.clone()
                };
                let known = Known::of(&options, &question.written_options);
                let own = question.other.as_ref().and_then(|other| known.position(&other.answer.value));
                let responses = self.all_joined(&cells, &by_number, (separator, own), &known, &mut seen, messages);
                (options, Vec::new(), responses)
            }
            QuestionForm::Choice { column, answers } => {
                let by_number = self.single(column, messages)?;
                self.blocks_without(question, &by_number, &mut seen, messages);
                self.report_key(question, Some(answers), &by_number, messages);
                let known = Known::of(answers, &question.written_answers);
                let own = OwnWords::of(self, question, &known, messages)?;
                let mut read = |at: &Answering| {
                    let chosen = |seen: &mut Seen, messages: &mut Diagnostics| {
                        let column = column_of(&by_number, at)?;
                        self.chosen(at.row, column, (&known, own.answer()), seen, messages)
                    };
                    chosen(&mut seen, messages).or_else(|| own.told(self, at, &mut seen))
                };
                let responses = self.rows.iter().map(|at| Response::Choice(read(at))).collect();
                (Vec::new(), answers.clone(), responses)
            }
            QuestionForm::Text { column } => {
                let by_number = self.single(column, messages)?;
                self.blocks_without(question, &by_number, &mut seen, messages);
                let read = |at: &Answering| column_of(&by_number, at).map(|column| self.own_words(at.row, column));
                let responses = self.rows.iter().map(|at| Response::Text(read(at).unwrap_or_default())).collect();
                (Vec::new(), Vec::new(), responses)
            }
        };
        seen.report(question, messages);
        let (id, per, not_shown) = (question.id.clone(), question.per, seen.nothing_shown);
        let masked = |texts: Vec<String>| texts.iter().map(|text| without_contacts(text).into_owned()).collect();
        let (options, answers) = (masked(options), masked(answers));
        let asked_if = question.asked_if.clone();
        Some(Answers { question: id, per, options, answers, responses, asked_if, not_shown })
    }

    /// Tells what a key says that cannot be: other answers than those declared, and values that mean the same.
    fn report_key(
        &self,
        question: &Question,
        answers: Option<&[String]>,
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) {
        let columns = || by_number.values().flatten().filter_map(|column| *column);
        if let Some(answers) = answers {
            key::report_foreign(self.key, &question.id, columns(), answers, &question.place, messages);
        }
        let written = match question.form {
            QuestionForm::Joined { .. } => &question.written_options,
            _ => &question.written_answers,
        };
        key::report_contradicted(self.key, &question.id, columns(), written, messages);
        self.key.report_doubles(columns(), messages);
    }

    /// Leaves blocks that have no column of a question out of its base, and tells of them: nobody was asked it there, or a header
    /// is mistyped.
    fn blocks_without(
        &self,
        question: &Question,
        by_number: &ColumnsByBlock,
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) {
        if by_number.contains_key(&None) {
            return;
        }
        let without = |(_, at): &(usize, &Answering)| at.number.is_some() && !by_number.contains_key(&at.number);
        let without: Vec<(usize, &Answering)> = self.rows.iter().enumerate().filter(without).collect();
        seen.nothing_shown.extend(without.iter().map(|(at, _)| *at));
        let blocks: BTreeSet<u32> = without.iter().filter_map(|(_, at)| at.number).collect();
        if !blocks.is_empty() {
            let (count, interventions) = (blocks.len(), without.len());
            let blocks = listed(blocks.iter().map(u32::to_string), ", ");
            let message = msg!("blocks-without-question", count, blocks, question = shown(&question.id), interventions);
            messages.push(Diagnostic::warning(self.header(by_number), message));
        }
    }

    /// Where the name of a question's first column stands.
    fn header(&self, by_number: &ColumnsByBlock) -> Place {
        self.columns.header_place(by_number.values().flatten().filter_map(|column| *column).min().unwrap_or_default())
    }

    /// The column of a question that has one per block, or one in all.
    fn single(&self, name: &study::Declared<String>, messages: &mut Diagnostics) -> Option<ColumnsByBlock> {
        let matches = self.columns.matches(name, messages);
        let found: BTreeMap<_, _> = matches.into_iter().map(|m| (m.number, vec![Some(m.column)])).collect();
        (!found.is_empty()).then_some(found)
    }

    /// The columns of a question that has several of equal standing, as first, second and third mention.
    fn several(&self, question: &Question, messages: &mut Diagnostics) -> Option<ColumnsByBlock> {
        let mut found = ColumnsByBlock::new();
        for name in question.form.columns() {
            let matches = self.columns.matches(name, messages);
            matches.into_iter().for_each(|m| found.entry(m.number).or_default().push(Some(m.column)));
        }
        (!found.is_empty()).then_some(found)
    }

    /// A cell's text, a number with a key as its meaning.
    fn meaning(&self, row: usize, column: usize) -> String {
        let text = tidy(self.columns.grid.cell(row, column));
        self.key.meaning(column, &text).cloned().unwrap_or(text)
    }

    /// An answer in the respondent's own words; empty where signs alone, as a dash, say that there is none.
    fn own_words(&self, row: usize, column: usize) -> Box<str> {
        let cell = self.columns.grid.cell(row, column);
        let text = trimmed(&cell.text()).to_owned();
        let says_nothing = matches!(cell, Cell::Fault(_) | Cell::Uncalculated) || is_not_shown(&text);
        if says_nothing || !text.chars().any(char::is_alphanumeric) { Box::default() } else { text.into() }
    }

    fn place(&self, row: usize, column: usize) -> Place {
        self.columns.grid.place(row, column)
    }

    fn ticked(
        &self,
        at: usize,
        row: &Answering,
        options: &Known<'_>,
        by_number: &ColumnsByBlock,
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) -> Response {
        let (mut ticked, mut says): (Vec<u32>, bool) = (Vec::new(), false);
        let mut unseen = Vec::new();
        for (position, column) in by_number.get(&row.number).into_iter().flatten().enumerate() {
            // Most cells of a wide export are blank.
            let Some(column) = column.filter(|c| !self.columns.grid.cell(row.row, *c).is_blank()) else { continue };
            let text = self.meaning(row.row, column);
            let place = || self.place(row.row, column);
            if is_not_shown(&text) {
                unseen.push(place());
                continue;
            }
            says |= !text.is_empty();
            // The option's own text is a mark, too.
            if mark(&text) == Some(true) || options.position(&text) == Some(position) {
                ticked.push(position as u32);
            } else if text.is_empty() || mark(&text) == Some(false) {
            } else if options.names.get(position).is_some_and(|option| is_other(option)) {
                ticked.push(position as u32);
                seen.texts.push(place());
            } else {
                let message = msg!("mark-unreadable", mark = shown(&text));
                messages.push(Diagnostic::error(place(), message));
            }
        }
        if !says && !unseen.is_empty() {
            seen.nothing_shown.insert(at);
            seen.not_shown.append(&mut unseen);
        }
        Response::Ticked(ticked.into())
    }

    fn items(
        &self,
        row: &Answering,
        count: usize,
        by_number: &ColumnsByBlock,
        answers: &Known<'_>,
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) -> Response {
        let mut given = vec![None; count];
        for (position, column) in by_number.get(&row.number).into_iter().flatten().enumerate() {
            if let (Some(column), Some(answer)) = (*column, given.get_mut(position)) {
                *answer = self.chosen(row.row, column, (answers, None), seen, messages);
            }
        }
        Response::Items(given.into())
    }

    fn chosen(
        &self,
        row: usize,
        column: usize,
        (answers, other): (&Known<'_>, Option<usize>),
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) -> Option<u32> {
        let text = self.meaning(row, column);
        if text.is_empty() {
            return None;
        }
        let mut position = answers.numbered(&text);
        if position.is_none() && !is_not_shown(&text) && other.is_some() {
            seen.texts.push(self.place(row, column));
            position = other;
        }
        if position.is_none() && is_not_shown(&text) {
            seen.not_shown.push(self.place(row, column));
        } else if position.is_none() {
            let answers = || answers.names.iter().map(String::as_str);
            let is_number = text.parse::<f64>().is_ok() && self.key.labels(column).is_none();
            let suggestion = look_alike(&text, answers())
                .unwrap_or_else(|| if is_number { msg!("say-what-numbers-mean") } else { msg!("answer-add-or-ask") });
            let message = msg!("answer-unknown", answer = shown(&text), answers = listed(answers(), ", "), suggestion);
            messages.push(Diagnostic::error(self.place(row, column), message));
        }
        position.map(|at| at as u32)
    }
}

fn column_of(by_number: &ColumnsByBlock, at: &Answering) -> Option<usize> {
    by_number.get(&at.number).and_then(|columns| columns.first().copied().flatten())
}
