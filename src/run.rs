//! The recipes: one file a command. Each is a job (`job`): it finds what it rests on (`find`), has the rooms below do the
//! work, and commits the outcome. What is decided here is order, nothing else.
//!
//! Each command is a function of its command's name (`codebook check` is [`check_codebook()`], `claims draft`
//! [`draft_claims`]); [`count()`] is for programs of one's own.

mod accept;
mod agreement;
mod allocate;
mod alone;
mod audit;
mod check;
mod check_codebook;
mod code;
mod collect;
mod count;
mod diff;
mod diff_codebook;
mod draw;
mod earlier;
mod edit_codebook;
mod estimated;
mod evaluate;
mod evaluate_audit;
mod explain;
mod fill_in;
mod find;
mod findings;
mod forget;
mod former;
mod init;
mod job;
mod learn;
mod lock;
mod long;
mod manifest;
mod manuscript;
mod migrate_codebook;
mod numbers;
mod review;
mod roll;
mod rule;
mod schema;
mod sheet;
mod standing;
mod start;
mod status;
mod subjects;
mod suggest;
mod template;
mod texts;
mod titles;
mod verify;

use std::path::{Path, PathBuf};

pub use accept::{Accepting, ListSummary, LogLine, TakenBack, Waits, accepting, decision_log, list_to_decide};
pub use agreement::{AgreementSummary, agreement};
pub use allocate::{AllocationSummary, allocate};
pub use audit::{AuditOptions, AuditSummary, DrawSummary, audit, draw_audit};
pub use check::{Checked, check};
pub use check_codebook::{CodebookSummary, check_codebook};
pub use code::{CodeSummary, code};
pub use collect::{Collected, Settling, Taken, collect};
pub use count::{Counted, count};
pub use diff::{DiffSummary, diff};
pub use diff_codebook::diff_codebooks;
pub use edit_codebook::{ExportedCodebook, ImportedCodebook, export_codebook, import_codebook};
pub use evaluate::{EvaluationSummary, Measuring, evaluate};
pub use evaluate_audit::{AuditEvaluation, evaluate_audit};
pub use explain::{Asker, explain};
pub use forget::{ForgetSummary, forget};
pub use init::{Initialised, init};
pub use job::watched;
pub use learn::{LearnSummary, PROMISE, learn};
pub use lock::{LockSummary, LockedFile, lock};
pub use manuscript::{FillOptions, FillSummary, fill_manuscript};
pub use migrate_codebook::{Author, ClaimChange, MigrationSummary, migrate_codebook};
pub use review::{Refusal, Reviewing, reviewing};
pub use roll::{RollSummary, WrittenClaims, roll_manuscript};
pub use rule::{Adding, Tried, save_pattern, try_pattern};
pub use schema::{Schemas, schema};
pub use sheet::{SheetOptions, SheetSummary, WrittenSheet, sheet};
pub use start::{StartSummary, start_manuscript};
pub use status::{StatusSummary, status};
pub use suggest::{SuggestSummary, suggest};
pub use template::InTemplate;
pub use verify::{
    DraftedClaims, MarkedCopy, Marking, VerifiedClaim, VerifySummary, draft_claims, verify, verify_marked,
};

use crate::claims::Verified;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ledger::AreaTotal;
use crate::msg;
use crate::output::OutputError;
use crate::render::{CsvReader, Format};
use crate::report::document::{AccountTotal, Sentence, Sources};
use crate::report::{self, Document, Item, Material, Table};
use crate::study::{CodesFrom, CsvForm, Money};
use crate::wording::{Language, joined, library_says};
use findings::Findings;
use job::Job;

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
    /// Whom CSV files are for; as the study says where nothing is given.
    pub csv: Option<CsvForm>,
    /// The Word template of the report; the report's own where none is given.
    pub template: Option<PathBuf>,
}

/// The stages of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The declarations are read.
    Study,
    /// The exports are read.
    Reading,
    /// Codes are attached and funds weighted.
    Coding,
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
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
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
    /// What the Word template made of the report, where there is one.
    pub template: Option<InTemplate>,
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

impl Failure {
    /// What went wrong, in a language.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Input(messages) => messages.text(language),
            Self::Output(error) => error.message().text(language),
            Self::Changed(files) => msg!("changed-while-read", files = joined(files, ", ")).text(language),
            Self::Fault(reason) => msg!("program-fault", reason = library_says(reason)).text(language),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Language::English))
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

impl From<Diagnostic> for Failure {
    fn from(message: Diagnostic) -> Self {
        Self::Input(message.into())
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// Runs a study. `progress` hears of every stage as it begins.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn run(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<Summary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find_years(folder, options.codes)?;
    let in_word = options.formats.contains(&Format::Docx);
    let template = if in_word { job.template(options.template.as_deref(), &findings)? } else { None };
    let pairs = findings.pairs();
    let material = findings.material(&pairs, job.language(&findings));
    let mut items = job.items(&material);
    let claims = job.check_claims(&findings, &mut items, material.language);
    job.messages.extend(numbers::unknown(&findings, &items, &pairs, material.language));
    let csv = options.csv.unwrap_or(findings.study.csv);
    let outcome = job.outcome(&findings, "")?.with_csv_for(csv);
    progress(Stage::Drawing);
    let of_claims = (!claims.is_empty()).then(|| crate::claims::chapter(&claims, material.language));
    let appended = [Format::Html, Format::Docx].iter().any(|format| options.formats.contains(format));
    let sentences = match in_word {
        true => verify::true_sentences(&findings, &items, &pairs, &claims, material.language),
        false => Vec::new(),
    };
    let document = document(&findings, &material, &outcome.notices, items, (of_claims, sentences), appended);
    let table = (!claims.is_empty()).then(|| match csv {
        CsvForm::Programs => crate::claims::data(&claims),
        CsvForm::ExcelSwedish => crate::claims::chapter(&claims, material.language),
    });
    let reader = match csv {
        CsvForm::Programs => CsvReader::Programs,
        CsvForm::ExcelSwedish => CsvReader::People(&document.names),
    };
    let wanted = (options.formats.as_slice(), reader);
    let found = (&findings, pairs.as_slice());
    let (files, template) = draw::files(found, &document, table.as_ref(), &outcome, wanted, template.as_ref())?;
    let items: Vec<&Item> = document.items().collect();
    let (folder, notices) = outcome.commit(files, &options.formats, &items)?;
    let summary = Summary {
        claims: Verified::count(&claims),
        figures: items.iter().filter(|i| i.is_figure()).count(),
        tables: items.iter().filter(|i| i.is_table()).count(),
        accounts: document.front.accounts.clone(),
        areas: findings.ledger.totals().cloned().collect(),
        money: findings.study.money,
        notices,
        template,
        folder,
    };
    drop(pairs);
    // Nobody waits for the memory of a large study to be given back.
    rayon::spawn(|| drop((document, findings)));
    Ok(summary)
}

impl Job<'_> {
    /// The report's items, compared with what was printed before.
    fn items(&mut self, material: &Material<'_>) -> Vec<Item> {
        (self.progress)(Stage::Report);
        let items = material.items(&mut self.messages);
        report::compare_printed(&items, material, &mut self.messages);
        items
    }
}

/// The whole report as data.
fn document(
    findings: &Findings,
    material: &Material<'_>,
    notices: &[Diagnostic],
    items: Vec<Item>,
    (claims, sentences): (Option<Table>, Vec<Sentence>),
    appended: bool,
) -> Document {
    let Findings { study, input, codings, weighting, .. } = findings;
    let made_from = manifest::made_from(findings);
    let sources =
        Sources { study, input, codings, weighting, material, notices, made_from, claims, sentences, appended };
    Document::new(sources, items)
}

fn fault(error: impl std::fmt::Display) -> Failure {
    Failure::Fault(error.to_string())
}
