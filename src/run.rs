//! The recipe: from a study folder to an output folder. It reads like the report's chapter on method.

mod agreement;
mod check_codebook;
mod code;
mod drift;
mod evaluate;
mod evaluate_model;
mod explain;
mod learn;
mod manifest;
mod suggest;

use std::path::{Path, PathBuf};

pub use agreement::{AgreementSummary, run_agreement};
pub use check_codebook::{CodebookSummary, run_check_codebook};
pub use code::{CodeSummary, run_code};
pub use evaluate::{EvaluationSummary, run_evaluate};
pub use evaluate_model::ModelEvaluation;
pub use explain::run_explain;
pub use learn::{LearnSummary, PROMISE, run_learn};
pub use suggest::{DomainSuggestions, SuggestSummary, run_suggest};

use rayon::prelude::*;

use crate::aggregate::{Aggregate, AreaTotal};
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::{Files, Input};
use crate::output::{MANIFEST, OutputError, OutputFile, Transaction};
use crate::render::{self, Format, Rasteriser};
use crate::report::{self, Column, Declaration, Item, Kind, Material, Table, Value};
use crate::study::{CodesFrom, Study};
use crate::weighting::Weighting;
use crate::wording::Language;

/// What a user may choose for a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The output folder; `output/<name of the study folder>` where none is given.
    pub out: Option<PathBuf>,
    /// The language of the report; the study's own where none is given.
    pub language: Option<Language>,
    /// Which codes count; as the study says where none is given.
    pub codes: Option<CodesFrom>,
    /// The formats to write beside the data files.
    pub formats: Vec<Format>,
}

/// The stages of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The declarations are read.
    Study,
    /// The exports are read.
    Reading,
    /// Codes are attached.
    Coding,
    /// Funds are weighted.
    Weighting,
    /// Codes and answers are counted.
    Counting,
    /// Coders are compared.
    Agreement,
    /// A model is learned.
    Learning,
    /// Items are filled in.
    Report,
    /// Figures are drawn.
    Drawing,
    /// The folder is written.
    Writing,
}

/// What a run did.
#[derive(Debug)]
pub struct Summary {
    /// The totals of every area.
    pub areas: Vec<AreaTotal>,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
    /// Figures drawn or described.
    pub figures: usize,
    /// Tables.
    pub tables: usize,
    /// Where the output is.
    pub folder: PathBuf,
}

/// Why a run gave nothing.
#[derive(Debug)]
pub enum Failure {
    /// The user's files need mending.
    Input(Diagnostics),
    /// The output folder could not be written.
    Output(OutputError),
    /// A fault of ours.
    Fault(String),
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// Everything that has been read, coded, weighted and counted.
struct Findings {
    study: Study,
    book: Codebook,
    declaration: Declaration,
    files: Files,
    input: Input,
    codings: Codings,
    weighting: Weighting,
    aggregate: Aggregate,
}

/// Runs a study. `progress` hears of every stage as it begins.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn run(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<Summary, Failure> {
    let mut messages = Diagnostics::new();
    let findings = find(folder, options.codes, progress, &mut messages)?;
    let language = options.language.unwrap_or(findings.study.language);

    progress(Stage::Report);
    let material =
        Material { aggregate: &findings.aggregate, book: &findings.book, declaration: &findings.declaration, language };
    let items = material.items(&mut messages);
    let notices = stop_on_errors(messages)?;

    let target = options.out.clone().unwrap_or_else(|| Path::new("output").join(&findings.study.name));
    let transaction = Transaction::begin(&target)?;
    progress(Stage::Drawing);
    let mut files = draw(&items, language, &options.formats)?;
    files.extend(data_files(&findings, &notices, language, &options.formats)?);
    files.extend(workbook(&items, &options.formats)?);
    let manifest = manifest::manifest(&findings, language, &options.formats, &notices, &items);
    files.push((MANIFEST.to_owned(), manifest.map_err(fault)?));

    progress(Stage::Writing);
    files.par_iter().try_for_each(|file| transaction.write(file))?;
    transaction.commit()?;
    Ok(Summary {
        figures: items.iter().filter(|i| i.is_figure()).count(),
        tables: items.iter().filter(|i| !i.is_figure()).count(),
        areas: findings.aggregate.areas,
        notices,
        folder: target,
    })
}

/// Reads, codes, weights and counts.
fn find(
    folder: &Path,
    codes: Option<CodesFrom>,
    progress: &(dyn Fn(Stage) + Sync),
    messages: &mut Diagnostics,
) -> Result<Findings, Failure> {
    progress(Stage::Study);
    let study = Study::load(folder).map_err(Failure::Input)?;
    let book = Codebook::load(&study.path(&study.codebook.value), &study.codebook.value);
    let declaration = report::read(&study, messages);
    let book = book.map_err(|of_book| messages.extend(of_book)).ok().filter(|_| !messages.has_errors());
    let Some(book) = book else { return Err(Failure::Input(std::mem::take(messages))) };

    progress(Stage::Reading);
    let files = Files::read(&study, messages);
    let input = Input::read(&study, &files, messages);
    if input.surveys.len() < study.surveys.len() {
        // Without a survey every code and requisition of it would be reported as wrong, too.
        return Err(Failure::Input(std::mem::take(messages)));
    }
    progress(Stage::Coding);
    let mut codings = Codings::read(&study, &book, &input, &files, messages);
    let choice = codings.choose(codes, &study);
    codings.settle(choice, &book, &input, messages).map_err(fault)?;
    if choice == CodesFrom::Best && study.model.is_some() {
        let suggested = suggest::accepted(&study, &book, &input, &codings.rules, messages);
        codings.add_suggestions(suggested, &input);
    }
    progress(Stage::Weighting);
    let mut of_weighting = Diagnostics::new();
    let weighting = Weighting::new(&input, study.weighting, &mut of_weighting);
    // What is wrong further up makes factors unusual; notices about them would mislead.
    messages.extend(if messages.has_errors() { of_weighting.errors_only() } else { of_weighting });
    stop_on_errors(std::mem::take(messages)).map(|kept| kept.into_iter().for_each(|m| messages.push(m)))?;

    progress(Stage::Counting);
    let aggregate = Aggregate::new(&study, &book, &input, &codings, &weighting).map_err(fault)?;
    Ok(Findings { study, book, declaration, files, input, codings, weighting, aggregate })
}

/// The messages that do not stop a run, or the failure of those that do.
fn stop_on_errors(messages: Diagnostics) -> Result<Vec<Diagnostic>, Failure> {
    if messages.has_errors() {
        return Err(Failure::Input(messages));
    }
    Ok(messages.sorted().into_iter().cloned().collect())
}

fn fault(error: impl std::fmt::Display) -> Failure {
    Failure::Fault(error.to_string())
}

/// Every figure and table in its formats, several at a time.
fn draw(items: &[Item], language: Language, formats: &[Format]) -> Result<Vec<OutputFile>, Failure> {
    let rasteriser = Rasteriser::default();
    let drawn: Result<Vec<Vec<OutputFile>>, Failure> =
        items.par_iter().map(|item| draw_item(item, language, formats, &rasteriser)).collect();
    Ok(drawn?.into_iter().flatten().collect())
}

fn draw_item(
    item: &Item,
    language: Language,
    formats: &[Format],
    rasteriser: &Rasteriser,
) -> Result<Vec<OutputFile>, Failure> {
    let folder = if item.is_figure() { "figures" } else { "tables" };
    let name = |ending: &str| format!("{folder}/{}.{ending}", item.id);
    let wanted = |format: Format| formats.contains(&format);
    let mut files = Vec::new();
    if wanted(Format::Csv) {
        files.push((name("csv"), render::csv(&item.table).map_err(fault)?));
    }
    if !item.is_figure() {
        return Ok(files);
    }
    if wanted(Format::Txt) {
        files.push((name("txt"), item.alternative.clone().into_bytes()));
    }
    if wanted(Format::Svg) || wanted(Format::Png) {
        let svg = render::svg(item, language).unwrap_or_default();
        if wanted(Format::Png) {
            files.push((name("png"), rasteriser.png(&svg).map_err(fault)?));
        }
        if wanted(Format::Svg) {
            files.push((name("svg"), svg.into_bytes()));
        }
    }
    Ok(files)
}

/// The data files; they are written whatever the formats.
fn data_files(
    findings: &Findings,
    notices: &[Diagnostic],
    language: Language,
    formats: &[Format],
) -> Result<Vec<OutputFile>, Failure> {
    let Findings { study, book, input, codings, weighting, aggregate, .. } = findings;
    let interventions = report::data::interventions(study, input, weighting);
    let coded = report::data::codings(input, codings);
    let mut files = Vec::new();
    if formats.contains(&Format::Parquet) {
        for table in [&interventions, &coded] {
            files.push((format!("data/{}.parquet", table.name), render::parquet(table).map_err(fault)?));
        }
    }
    let tables = [
        interventions,
        coded,
        report::data::weights(weighting),
        report::data::codes(aggregate, book, language),
        report::data::answers(aggregate),
        report::data::excluded(input),
        notice_table(notices),
    ];
    for table in &tables {
        files.push((format!("data/{}.csv", table.name), render::csv(table).map_err(fault)?));
    }
    Ok(files)
}

fn notice_table(notices: &[Diagnostic]) -> Table {
    let head = ["severity", "place", "found", "expected", "action"];
    let mut table = Table::new("notices", head.map(|id| Column::plain(id, Kind::Text)).to_vec());
    for notice in notices {
        table.rows.push(vec![
            Value::from(notice.severity.word()),
            Value::Text(notice.place.to_string()),
            notice.found.as_str().into(),
            notice.expected.as_str().into(),
            notice.action.as_str().into(),
        ]);
    }
    table
}

fn workbook(items: &[Item], formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    let tables: Vec<&Item> = items.iter().filter(|item| !item.is_figure()).collect();
    if tables.is_empty() || !formats.contains(&Format::Xlsx) {
        return Ok(None);
    }
    Ok(Some(("tables/tables.xlsx".to_owned(), render::xlsx(&tables).map_err(fault)?)))
}
