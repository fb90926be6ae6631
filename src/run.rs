//! The recipe: from a study folder to an output folder. It reads like the report's chapter on method.

mod agreement;
mod allocate;
mod check;
mod check_codebook;
mod code;
mod columns;
mod drift;
mod evaluate;
mod evaluate_model;
mod explain;
mod init;
mod job;
mod learn;
mod manifest;
mod suggest;
mod verify;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use agreement::{AgreementSummary, agreement};
pub use allocate::{AllocationSummary, allocate};
pub use check::{Checked, check};
pub use check_codebook::{CodebookSummary, check_codebook};
pub use code::{CodeSummary, code};
pub use evaluate::{EvaluationSummary, evaluate};
pub use evaluate_model::ModelEvaluation;
pub use explain::explain;
pub use init::{Initialised, init};
pub use job::watched;
pub use learn::{LearnSummary, PROMISE, learn};
pub use suggest::{DomainSuggestions, SuggestSummary, suggest};
pub use verify::{DraftedClaims, Verified, VerifiedClaim, VerifySummary, draft_claims, verify};

use rayon::prelude::*;

use crate::claims::Claims;
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::grant::Grant;
use crate::ledger::{AreaTotal, Ledger};
use crate::output::{OutputError, OutputFile};
use crate::read::{Files, Watch};
use crate::render::{self, Figure, Figures, Format, Picture, Rasteriser};
use crate::report::document::{AccountTotal, Sources};
use crate::report::{self, Declaration, Document, Item, Material, Table};
use crate::study::{CodesFrom, STUDY_FILE, Study};
use crate::survey::Input;
use crate::weighting::Weighting;
use crate::wording::Language;
use job::{Made, csv_files};

/// What a user may choose for a run.
#[derive(Clone, Debug, Default)]
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
    /// Claims are checked.
    Claims,
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
    /// The accounts of grants: their titles, how many recipients returned them, and their sums of money.
    pub accounts: Vec<AccountTotal>,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
    /// Figures drawn or described.
    pub figures: usize,
    /// Tables.
    pub tables: usize,
    /// Claims.
    pub claims: Verified,
    /// Where the output is.
    pub folder: PathBuf,
}

/// Why a command gave nothing. As text: the messages as the console shows them, or the one reason.
#[derive(Debug)]
pub enum Failure {
    /// The user's files need mending.
    Input(Diagnostics),
    /// The output folder could not be written.
    Output(OutputError),
    /// These files were changed by somebody while they were read.
    Changed(Vec<String>),
    /// A fault of ours.
    Fault(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Input(messages) => messages.fmt(f),
            Self::Output(error) => error.fmt(f),
            Self::Changed(files) => {
                let files = files.join(", ");
                write!(f, "changed while they were read, so nothing was written; run again: {files}")
            }
            Self::Fault(error) => write!(f, "a fault of the program: {error}"),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        // Messages and reasons are this error's own text, so what lies behind it is only what the machine said.
        match self {
            Self::Output(error) => error.source(),
            Self::Input(_) | Self::Changed(_) | Self::Fault(_) => None,
        }
    }
}

impl From<Diagnostics> for Failure {
    fn from(messages: Diagnostics) -> Self {
        Self::Input(messages)
    }
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
    watch: Watch,
    grant: Grant,
    input: Input,
    codings: Codings,
    weighting: Weighting,
    ledger: Ledger,
    claims: Claims,
}

/// Runs a study. `progress` hears of every stage as it begins.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn run(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<Summary, Failure> {
    let mut messages = Diagnostics::new();
    let findings = find(folder, options.codes, progress, &mut messages)?;
    let language = options.language.unwrap_or(findings.study.language);

    let material = findings.material(language);
    let items = filled(&material, progress, &mut messages);
    let claims = verify::check(&findings, &items, language, &mut messages);
    let notices = stop_on_errors(messages)?;
    let of_claims = (!claims.is_empty()).then(|| crate::claims::chapter(&claims, language));
    let document = document(&findings, &material, &notices, items, of_claims);

    let job = findings.begin(options, "")?;
    progress(Stage::Drawing);
    let mut drawn = draw(&document, &options.formats)?;
    let mut files = std::mem::take(&mut drawn.files);
    files.extend(page(&document, &drawn, &options.formats)?);
    files.extend(word(&document, &drawn, &options.formats)?);
    files.extend(data_files(&findings, &notices, language, &options.formats)?);
    if !claims.is_empty() {
        files.extend(csv_files("data/", &[crate::claims::data(&claims)])?);
    }
    files.extend(workbook(&document, &options.formats)?);
    progress(Stage::Writing);
    let items: Vec<&Item> = document.items().collect();
    let made = Made { language, formats: &options.formats, notices: &notices, items: &items };
    let folder = job.commit(files, &made)?;
    let claims = Verified::count(&claims);
    Ok(Summary {
        claims,
        figures: items.iter().filter(|i| i.is_figure()).count(),
        tables: items.iter().filter(|i| !i.is_figure()).count(),
        accounts: document.front.accounts.clone(),
        areas: findings.ledger.totals().cloned().collect(),
        notices,
        folder,
    })
}

impl Findings {
    /// What items are made from.
    fn material(&self, language: Language) -> Material<'_> {
        let Self { study, ledger, book, grant, declaration, .. } = self;
        Material { study, ledger, book, grant, declaration, language }
    }
}

/// The report's items, compared with what was printed before.
fn filled(material: &Material<'_>, progress: &(dyn Fn(Stage) + Sync), messages: &mut Diagnostics) -> Vec<Item> {
    progress(Stage::Report);
    let items = material.items(messages);
    report::compare_printed(&items, material, messages);
    items
}

/// Everything that has been read, coded and weighted.
struct Weighed {
    study: Study,
    book: Codebook,
    declaration: Declaration,
    files: Files,
    input: Input,
    codings: Codings,
    weighting: Weighting,
    claims: Claims,
    grant: Grant,
}

/// Reads, codes, weights and counts.
fn find(
    folder: &Path,
    codes: Option<CodesFrom>,
    progress: &(dyn Fn(Stage) + Sync),
    messages: &mut Diagnostics,
) -> Result<Findings, Failure> {
    let mut watch = Watch::default();
    let weighed = weigh(folder, codes, progress, &mut watch, messages)?;
    count(weighed, watch, progress, messages)
}

/// Counts what was weighed, if nothing was wrong so far.
fn count(
    weighed: Weighed,
    watch: Watch,
    progress: &(dyn Fn(Stage) + Sync),
    messages: &mut Diagnostics,
) -> Result<Findings, Failure> {
    let Weighed { study, book, declaration, files, grant, input, codings, weighting, claims } = weighed;
    if messages.has_errors() {
        // Nobody will decide the claims, so what is wrong in them is said now.
        messages.push_all(claims.unreadable());
    }
    stop_on_errors(std::mem::take(messages)).map(|kept| kept.into_iter().for_each(|m| messages.push(m)))?;

    progress(Stage::Counting);
    let ledger = Ledger::new(&study, &book, &input, &codings, &weighting).map_err(fault)?;
    Ok(Findings { study, book, declaration, files, watch, grant, input, codings, weighting, ledger, claims })
}

/// Reads, codes and weights; errors may be among the messages.
fn weigh(
    folder: &Path,
    codes: Option<CodesFrom>,
    progress: &(dyn Fn(Stage) + Sync),
    watch: &mut Watch,
    messages: &mut Diagnostics,
) -> Result<Weighed, Failure> {
    weigh_watched(folder, codes, progress, watch, messages).map_err(|failure| match failure {
        // What seems to be wrong may be half of a file that somebody is saving.
        Failure::Input(wrong) => job::unchanged(watch).err().unwrap_or(Failure::Input(wrong)),
        other => other,
    })
}

/// Reads, codes and weights; every file is watched before it is read.
fn weigh_watched(
    folder: &Path,
    codes: Option<CodesFrom>,
    progress: &(dyn Fn(Stage) + Sync),
    watch: &mut Watch,
    messages: &mut Diagnostics,
) -> Result<Weighed, Failure> {
    progress(Stage::Study);
    watch.add(STUDY_FILE, &folder.join(STUDY_FILE));
    let mut study = Study::load(folder).map_err(Failure::Input)?;
    watch.add_study(&study);
    if !study.companions.is_empty() {
        // The declarations of other studies are known by name only now; they are read again, watched.
        study = Study::load(folder).map_err(Failure::Input)?;
    }
    let book = match &study.codebook {
        Some(file) => Codebook::load(&study.path(&file.value), &file.value),
        None => Ok(Codebook::default()),
    };
    let declaration = report::read(&study, messages);
    let book = book.map_err(|of_book| messages.extend(of_book)).ok();

    progress(Stage::Reading);
    let files = Files::read(&study, messages);
    let grant = Grant::read(&study, &files, messages);
    let allocated = grant.requisitions(&study, messages);
    let input = Input::read_with(&study, &files, allocated, messages);
    let all_read = input.surveys.len() == study.surveys.len() && grant.accounts.len() == study.accounts.len();
    let Some(book) = book.filter(|_| all_read) else {
        // Without a survey, an account or the codebook every code and requisition would be reported as wrong, too.
        return Err(Failure::Input(std::mem::take(messages)));
    };
    progress(Stage::Coding);
    let mut codings = Codings::read(&study, &book, &input, &files, messages);
    let choice = codings.choose(codes, &study);
    codings.settle(choice, &book, &input, messages).map_err(fault)?;
    if choice == CodesFrom::Best && study.model.is_some() {
        let suggested = suggest::accepted(&study, &book, &input, &codings.rules, messages);
        codings.add_suggestions(suggested, &input);
    }
    let claims = Claims::read(&study, &files, messages);
    progress(Stage::Weighting);
    let mut of_weighting = Diagnostics::new();
    let weighting = Weighting::new(&input, study.weighting, &mut of_weighting);
    // What is wrong further up makes factors unusual; notices about them would mislead.
    messages.extend(if messages.has_errors() { of_weighting.errors_only() } else { of_weighting });
    Ok(Weighed { study, book, declaration, files, grant, input, codings, weighting, claims })
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

/// The whole report as data.
fn document(
    findings: &Findings,
    material: &Material<'_>,
    notices: &[Diagnostic],
    items: Vec<Item>,
    claims: Option<Table>,
) -> Document {
    let Findings { study, input, codings, weighting, .. } = findings;
    let made_from = manifest::made_from(findings);
    Document::new(Sources { study, input, codings, weighting, material, notices, made_from, claims }, items)
}

/// What items look like, drawn once for all formats.
#[derive(Default)]
struct Drawn {
    files: Vec<OutputFile>,
    figures: Figures,
    /// By the ids of items.
    pictures: BTreeMap<String, Picture>,
}

/// Every figure and table in its formats, several at a time; and the figures that go into page and document.
fn draw(document: &Document, formats: &[Format]) -> Result<Drawn, Failure> {
    let rasteriser = Rasteriser::default();
    let items: Vec<&Item> = document.items().collect();
    let draw = |item: &&Item| draw_item(item, document.language, formats, &rasteriser);
    let parts = items.par_iter().map(draw).collect::<Result<Vec<_>, Failure>>()?;
    let mut drawn = Drawn::default();
    for part in parts {
        drawn.files.extend(part.files);
        drawn.figures.extend(part.figures);
        drawn.pictures.extend(part.pictures);
    }
    Ok(drawn)
}

fn draw_item(item: &Item, language: Language, formats: &[Format], rasteriser: &Rasteriser) -> Result<Drawn, Failure> {
    let folder = if item.is_figure() { "figures" } else { "tables" };
    let name = |ending: &str| format!("{folder}/{}.{ending}", item.id);
    let wanted = |format: Format| formats.contains(&format);
    let mut drawn = Drawn::default();
    if wanted(Format::Csv) {
        drawn.files.push((name("csv"), render::csv(&item.table).map_err(fault)?));
    }
    if wanted(Format::Txt) && item.is_figure() {
        drawn.files.push((name("txt"), item.alternative.clone().into_bytes()));
    }
    if ![Format::Svg, Format::Png, Format::Docx, Format::Html].into_iter().any(wanted) {
        return Ok(drawn);
    }
    let Some(figure) = Figure::new(item, language) else { return Ok(drawn) };
    let svg = figure.svg(item, language);
    if wanted(Format::Png) || wanted(Format::Docx) {
        let png = rasteriser.png(&svg).map_err(fault)?;
        if wanted(Format::Png) {
            drawn.files.push((name("png"), png.clone()));
        }
        drawn.pictures.insert(item.id.clone(), Picture { png, window: figure.window() });
    }
    drawn.figures.insert(item.id.clone(), figure);
    if wanted(Format::Svg) {
        drawn.files.push((name("svg"), svg.into_bytes()));
    }
    Ok(drawn)
}

/// The report as a page.
fn page(document: &Document, drawn: &Drawn, formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    if !formats.contains(&Format::Html) {
        return Ok(None);
    }
    Ok(Some(("rapport.html".to_owned(), render::html(document, &drawn.figures).map_err(fault)?.into_bytes())))
}

/// The report as a Word document.
fn word(document: &Document, drawn: &Drawn, formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    if !formats.contains(&Format::Docx) {
        return Ok(None);
    }
    let picture = |id: &str| drawn.pictures.get(id);
    Ok(Some(("rapport.docx".to_owned(), render::docx(document, &picture).map_err(fault)?)))
}

/// The data files; they are written whatever the formats.
fn data_files(
    findings: &Findings,
    notices: &[Diagnostic],
    language: Language,
    formats: &[Format],
) -> Result<Vec<OutputFile>, Failure> {
    let Findings { study, book, input, codings, weighting, ledger, grant, .. } = findings;
    let mut files = Vec::new();
    // Notices are as on the terminal, whatever the report's language.
    let mut tables = vec![report::data::notices(notices, Language::English)];
    if !study.surveys.is_empty() {
        let interventions = report::data::interventions(study, input, weighting, language);
        let coded = report::data::codings(input, codings, language);
        if formats.contains(&Format::Parquet) {
            let provenance = study.provenance.as_ref().map(|text| text.get(language));
            for table in [&interventions, &coded] {
                files
                    .push((format!("data/{}.parquet", table.name), render::parquet(table, provenance).map_err(fault)?));
            }
        }
        tables.extend([
            interventions,
            coded,
            report::data::weights(weighting, language),
            report::data::codes(ledger, book, language),
            report::data::answers(ledger, language),
            report::data::excluded(input, language),
        ]);
    }
    if !study.accounts.is_empty() {
        tables.extend([report::data::accounts(grant, language), report::data::measures(grant, language)]);
        tables.extend(grant.allocations.iter().map(|allocation| report::data::allocation(allocation, language)));
    }
    files.extend(csv_files("data/", &tables)?);
    Ok(files)
}

/// The report as a workbook.
fn workbook(document: &Document, formats: &[Format]) -> Result<Option<OutputFile>, Failure> {
    if !formats.contains(&Format::Xlsx) {
        return Ok(None);
    }
    Ok(Some(("tables/tables.xlsx".to_owned(), render::xlsx(document).map_err(fault)?)))
}
