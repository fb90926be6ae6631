//! Closed questions: whatever an export writes (`X`, `1/0`, `Ja/Nej`, joined lists, numbers with a key), an answer becomes
//! the option that was ticked or the answer that was chosen.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::columns::{Columns, Match};
use super::file::Files;
use super::grid::Cell;
use super::interventions::Intervention;
use super::spelling::{alike, plain, tidy};
use super::survey::Respondent;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, look_alike, shown};
use crate::study::{self, Per, Question, QuestionForm};
use crate::wording::alphabetical;

/// Marks that say an option was ticked, in lower case.
const TICKED: [&str; 6] = ["x", "1", "ja", "yes", "valt", "true"];
/// Marks that say it was not.
const NOT_TICKED: [&str; 6] = ["0", "nej", "no", "ej valt", "false", "-"];

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
}

/// One response, by positions among options and answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The options that were ticked, ascending.
    Ticked(Vec<usize>),
    /// For every item the answer given, if any.
    Items(Vec<Option<usize>>),
    /// The answer given, if any.
    Choice(Option<usize>),
}

/// For every block (none for a question to the respondent) the column of each option.
type ColumnsByBlock = BTreeMap<Option<u32>, Vec<Option<usize>>>;

/// A row of a sheet that answers a question, and the block in it.
struct Answering {
    row: usize,
    number: Option<u32>,
}

/// The answers or options of a question, in the forms that cells are compared with.
struct Known<'a> {
    written: &'a [String],
    plain: Vec<String>,
    lower: Vec<String>,
    alike: Vec<String>,
}

impl<'a> Known<'a> {
    fn new(written: &'a [String]) -> Self {
        let plain: Vec<_> = written.iter().map(|text| plain(text)).collect();
        let lower = plain.iter().map(|text| text.to_lowercase()).collect();
        let alike = plain.iter().map(|text| alike(text)).collect();
        Self { written, plain, lower, alike }
    }

    /// Which of them a text is, whatever its case and its kinds of dash.
    fn position(&self, text: &str) -> Option<usize> {
        let exact = self.plain.iter().position(|own| own == text);
        let lower = || {
            let lower = text.to_lowercase();
            self.lower.iter().position(|own| *own == lower)
        };
        exact.or_else(lower).or_else(|| {
            let alike = alike(text);
            self.alike.iter().position(|own| *own == alike)
        })
    }
}

/// What every question of a survey is read with.
struct Reader<'a> {
    columns: &'a Columns<'a>,
    labels: &'a [(String, String, String)],
    rows: Vec<Answering>,
}

/// Reads all questions of a survey; `overall` holds the respondents' rows, `detail` those of the interventions.
pub(super) fn read(
    declared: &study::Survey,
    overall: &Columns<'_>,
    detail: &Columns<'_>,
    respondents: &[Respondent],
    interventions: &[Intervention],
    files: &Files,
    messages: &mut Diagnostics,
) -> Vec<Answers> {
    let labels = read_value_labels(declared, files, messages);
    let read = |question: &Question| {
        let reader = match question.per {
            Per::Respondent => {
                let rows = respondents.iter().map(|r| Answering { row: r.row, number: None }).collect();
                Reader { columns: overall, labels: &labels, rows }
            }
            Per::Intervention => {
                let wide = declared.fields.sheet.is_none();
                let number = |i: &Intervention| wide.then_some(i.number);
                let rows = interventions.iter().map(|i| Answering { row: i.row, number: number(i) }).collect();
                Reader { columns: detail, labels: &labels, rows }
            }
        };
        let mut own = Diagnostics::new();
        (reader.question(question, &mut own), own)
    };
    let read: Vec<_> = declared.questions.par_iter().map(read).collect();
    let own = |(answers, own)| {
        messages.extend(own);
        answers
    };
    read.into_iter().filter_map(own).collect()
}

/// Whether a text is a mark that says that an option was ticked, or that it was not; `None`: it is no mark.
pub fn mark(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    let (yes, no) = (TICKED.contains(&text.as_str()), NOT_TICKED.contains(&text.as_str()));
    (yes || no).then_some(yes)
}

/// Reads a question that each of the rows answers once.
pub(super) fn read_single(
    columns: &Columns<'_>,
    rows: &[usize],
    question: &Question,
    messages: &mut Diagnostics,
) -> Option<Answers> {
    let rows = rows.iter().map(|row| Answering { row: *row, number: None }).collect();
    Reader { columns, labels: &[], rows }.question(question, messages)
}

/// Whether a cell says that its option was ticked.
pub(super) fn is_ticked(cell: &Cell) -> bool {
    if cell.is_blank() {
        return false;
    }
    let text = tidy(cell).to_lowercase();
    !text.is_empty() && !NOT_TICKED.contains(&text.as_str())
}

/// Question, number and meaning, as a key sheet lists them.
fn read_value_labels(
    declared: &study::Survey,
    files: &Files,
    messages: &mut Diagnostics,
) -> Vec<(String, String, String)> {
    let Some(key) = &declared.value_labels else { return Vec::new() };
    let Some(grid) = files.sheet(&declared.file, Some(&key.sheet), messages) else { return Vec::new() };
    let Some(columns) = Columns::simple(grid, &key.question, messages) else { return Vec::new() };
    let wanted = [&key.question, &key.value, &key.label];
    let [Some(question), Some(value), Some(label)] = wanted.map(|name| columns.column(name, messages)) else {
        return Vec::new();
    };
    columns
        .rows()
        .map(|row| {
            let text = |column| tidy(grid.cell(row, column));
            (text(question), text(value), text(label))
        })
        .collect()
}

impl Reader<'_> {
    fn question(&self, question: &Question, messages: &mut Diagnostics) -> Option<Answers> {
        match &question.form {
            QuestionForm::Ticked { columns } => {
                let (options, by_number) = self.options(self.columns.matches(columns, messages));
                if options.is_empty() {
                    return None;
                }
                self.report_uneven(question, &options, &by_number, messages);
                let known = Known::new(&options);
                let responses = self.rows.iter().map(|at| self.ticked(at, &known, &by_number, messages)).collect();
                Some(self.answers(question, options, Vec::new(), responses))
            }
            QuestionForm::Items { columns, answers } => {
                let (options, by_number) = self.options(self.columns.matches(columns, messages));
                if options.is_empty() {
                    return None;
                }
                self.report_uneven(question, &options, &by_number, messages);
                let known = Known::new(answers);
                let responses =
                    self.rows.iter().map(|at| self.items(at, options.len(), &by_number, &known, messages)).collect();
                Some(self.answers(question, options, answers.clone(), responses))
            }
            QuestionForm::Joined { column, separator, options } => {
                let by_number = self.single(column, messages)?;
                let options = if options.is_empty() { self.occurring(&by_number, separator) } else { options.clone() };
                let known = Known::new(&options);
                let responses =
                    self.rows.iter().map(|at| self.joined(at, &by_number, separator, &known, messages)).collect();
                Some(self.answers(question, options, Vec::new(), responses))
            }
            QuestionForm::Choice { column, answers } => {
                let by_number = self.single(column, messages)?;
                let known = Known::new(answers);
                let responses = self.rows.iter().map(|at| {
                    let answer = column_of(&by_number, at).and_then(|c| self.chosen(at.row, c, &known, messages));
                    Response::Choice(answer)
                });
                let responses = responses.collect();
                Some(self.answers(question, Vec::new(), answers.clone(), responses))
            }
        }
    }

    fn answers(
        &self,
        question: &Question,
        options: Vec<String>,
        answers: Vec<String>,
        responses: Vec<Response>,
    ) -> Answers {
        Answers { question: question.id.clone(), per: question.per, options, answers, responses }
    }

    /// The options in the order of the sheet, and for every block the column of each.
    fn options(&self, matches: Vec<Match>) -> (Vec<String>, ColumnsByBlock) {
        let mut options: Vec<String> = Vec::new();
        for found in &matches {
            let option = found.option.clone().unwrap_or_default();
            if !options.contains(&option) {
                options.push(option);
            }
        }
        let mut by_number: ColumnsByBlock = BTreeMap::new();
        for found in &matches {
            let columns = by_number.entry(found.number).or_insert_with(|| vec![None; options.len()]);
            let position = options.iter().position(|o| Some(o.as_str()) == found.option.as_deref());
            if let Some(column) = position.and_then(|p| columns.get_mut(p)) {
                *column = Some(found.column);
            }
        }
        (options, by_number)
    }

    /// Warns of options that only some blocks have: probably mistyped in the others.
    fn report_uneven(
        &self,
        question: &Question,
        options: &[String],
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) {
        for (number, columns) in by_number {
            for (option, _) in options.iter().zip(columns).filter(|(_, column)| column.is_none()) {
                let block = number.map_or_else(String::new, |n| format!("block {n} of "));
                let found = format!("{block}the question {} has no column for {}", shown(&question.id), shown(option));
                let block = number.map_or_else(String::new, |n| format!("block {n} av "));
                let swedish = format!("{block}frågan {} saknar kolumn för {}", shown(&question.id), shown(option));
                messages.push(
                    Diagnostic::warning(self.columns.grid.whole(), found)
                        .expected("the same options in every block")
                        .action("look for a mistyped header in a copy of the export")
                        .in_swedish(
                            swedish,
                            "samma alternativ i varje block",
                            "leta efter en felskriven rubrik i exporten",
                        ),
                );
            }
        }
    }

    /// The column of a question that has one per block, or one in all.
    fn single(&self, name: &study::Declared<String>, messages: &mut Diagnostics) -> Option<ColumnsByBlock> {
        let matches = self.columns.matches(name, messages);
        let found: BTreeMap<_, _> = matches.into_iter().map(|m| (m.number, vec![Some(m.column)])).collect();
        (!found.is_empty()).then_some(found)
    }

    /// A cell's text, a number with a key as its meaning.
    fn meaning(&self, row: usize, column: usize) -> String {
        let text = tidy(self.columns.grid.cell(row, column));
        let name = self.columns.name(column);
        let fitting = self.labels.iter().filter(|(question, value, _)| *value == text && name.starts_with(question));
        // One question's text may begin another's: the longest that fits is meant.
        let label = fitting.max_by_key(|(question, ..)| question.len());
        label.map_or(text, |(.., meaning)| meaning.clone())
    }

    fn place(&self, row: usize, column: usize) -> Place {
        self.columns.grid.place(row, column)
    }

    fn ticked(
        &self,
        at: &Answering,
        options: &Known<'_>,
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) -> Response {
        let mut ticked = Vec::new();
        for (position, column) in by_number.get(&at.number).into_iter().flatten().enumerate() {
            // Most cells of a wide export are blank.
            let Some(column) = column.filter(|c| !self.columns.grid.cell(at.row, *c).is_blank()) else { continue };
            let mark = self.meaning(at.row, column);
            let lower = mark.to_lowercase();
            if TICKED.contains(&lower.as_str()) || options.plain.get(position) == Some(&mark) {
                ticked.push(position);
            } else if !lower.is_empty() && !NOT_TICKED.contains(&lower.as_str()) {
                messages.push(
                    Diagnostic::error(
                        self.place(at.row, column),
                        format!("{} cannot be read as the mark of an option", shown(&mark)),
                    )
                    .expected("X, 1, Ja or Valt where it is ticked; blank, 0, Nej or Ej valt where it is not")
                    .action("correct a copy of the export, or declare the question in another form"),
                );
            }
        }
        Response::Ticked(ticked)
    }

    fn items(
        &self,
        at: &Answering,
        count: usize,
        by_number: &ColumnsByBlock,
        answers: &Known<'_>,
        messages: &mut Diagnostics,
    ) -> Response {
        let mut given = vec![None; count];
        for (position, column) in by_number.get(&at.number).into_iter().flatten().enumerate() {
            if let (Some(column), Some(answer)) = (*column, given.get_mut(position)) {
                *answer = self.chosen(at.row, column, answers, messages);
            }
        }
        Response::Items(given)
    }

    fn chosen(&self, row: usize, column: usize, answers: &Known<'_>, messages: &mut Diagnostics) -> Option<usize> {
        let text = self.meaning(row, column);
        if text.is_empty() {
            return None;
        }
        let position = answers.position(&text);
        if position.is_none() {
            messages.push(
                Diagnostic::error(self.place(row, column), format!("{} is no answer of the question", shown(&text)))
                    .expected(format!("one of {}", answers.written.join(", ")))
                    .action(
                        look_alike(&text, answers.written.iter().map(String::as_str))
                            .unwrap_or_else(|| "add the answer in study.toml, or ask the respondent".to_owned()),
                    ),
            );
        }
        position
    }

    fn joined(
        &self,
        at: &Answering,
        by_number: &ColumnsByBlock,
        separator: &str,
        options: &Known<'_>,
        messages: &mut Diagnostics,
    ) -> Response {
        let Some(column) = column_of(by_number, at) else { return Response::Ticked(Vec::new()) };
        let mut ticked = Vec::new();
        for part in parts(self.columns.grid.cell(at.row, column), separator) {
            match options.position(&part) {
                Some(position) => ticked.push(position),
                None => messages.push(
                    Diagnostic::error(
                        self.place(at.row, column),
                        format!("{} is no option of the question", shown(&part)),
                    )
                    .expected(format!("options joined by {}", shown(separator)))
                    .action(did_you_mean(&part, options.written.iter().map(String::as_str))),
                ),
            }
        }
        ticked.sort_unstable();
        ticked.dedup();
        Response::Ticked(ticked)
    }

    /// The options that occur, in Swedish alphabetical order, so that the order of rows does not matter.
    fn occurring(&self, by_number: &ColumnsByBlock, separator: &str) -> Vec<String> {
        let cells = self.rows.iter().filter_map(|at| Some((at.row, column_of(by_number, at)?)));
        let mut options: Vec<String> =
            cells.flat_map(|(row, column)| parts(self.columns.grid.cell(row, column), separator)).collect();
        options.sort_by_cached_key(|o| (alphabetical(o), o.clone()));
        options.dedup_by_key(|o| o.to_lowercase());
        options
    }
}

fn column_of(by_number: &ColumnsByBlock, at: &Answering) -> Option<usize> {
    by_number.get(&at.number).and_then(|columns| columns.first().copied().flatten())
}

/// The answers that stand joined in one cell.
fn parts(cell: &Cell, separator: &str) -> Vec<String> {
    let text = cell.text();
    let parts: Vec<String> = text.split(separator).map(plain).filter(|p| !p.is_empty()).collect();
    parts
}
