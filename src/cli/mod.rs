//! What a user may type. Help and messages about it stand in the message files: [`help`] puts them in, [`wrong`] tells them.

pub mod claims;
pub mod codebook;
pub mod coding;
pub mod files;
pub mod help;
pub mod locale;
pub mod manuscript;
mod value;
pub mod wrong;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use insats::render::Format;
use insats::study::{CodesFrom, CsvForm};
use insats::wording::Language;

pub use claims::*;
pub use codebook::*;
pub use coding::*;
pub use files::*;
pub use manuscript::*;
use value::{codes, csv, format, language, threads};

/// From a year's survey exports to the figures, tables and data of an evaluation report.
#[derive(Debug, Parser)]
#[command(name = "insats", version, disable_help_subcommand = true)]
pub struct Cli {
    /// The language of messages and help.
    #[arg(long, global = true, value_parser = language)]
    pub messages: Option<Language>,
    /// Show what respondents wrote where it goes to a file or another program, too.
    #[arg(long, global = true)]
    pub show_texts: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a study folder and write every figure, table and data file of its report.
    Run(RunArguments),
    /// Measure how far the coders of a study agree, and list what they have to settle.
    Agreement(FolderArguments),
    /// Code every intervention by the codebook's rules, and list what people should look at first.
    Code(FolderArguments),
    /// Measure the codebook's rules against the final coding sheet.
    Evaluate(EvaluateArguments),
    /// Learn from the final codes of one or more studies, and write a model that can suggest codes.
    Learn(LearnArguments),
    /// Bind the coding sheets of a study to the texts that they were made for.
    Lock(LockArguments),
    /// Erase the texts that a study has kept of what was coded, and what was given out to be filled in.
    Forget(ForgetArguments),
    /// Tell how far the coding of a study has come: what is new, changed, coded and not, and who has not answered.
    Status(StatusArguments),
    /// Decide, one by one or from a list, what codings wait for, and keep who decided what and why.
    Accept(AcceptArguments),
    /// Code on a page of one's own in the browser, from this machine alone.
    Review(ReviewArguments),
    /// Give out answers to coders, a workbook each.
    Sheet(SheetArguments),
    /// Collect workbooks that coders have filled in, and tell how far they have come.
    Collect(CollectArguments),
    /// Draw a random sample of what rests on rules or suggestions, and tell how far it is read.
    Audit(AuditArguments),
    /// Tell what has changed since a run, in number and funds, by cause.
    Diff(SinceArguments),
    /// Let a model suggest codes for every intervention, and list what people should read first.
    Suggest(SuggestArguments),
    /// Show why an intervention has its codes and funds, or which interventions stand behind a place in a figure.
    Explain(ExplainArguments),
    /// Look after a codebook.
    #[command(subcommand)]
    Codebook(CodebookCommand),
    /// Hold every claim of a study against its data.
    Verify(VerifyArguments),
    /// Work with a study's claims.
    #[command(subcommand)]
    Claims(ClaimsCommand),
    /// Work with the report's manuscript in Word.
    #[command(subcommand)]
    Manuscript(ManuscriptCommand),
    /// Show and write how a study's pots are distributed over recipients.
    Allocate(AllocateArguments),
    /// Check a study as a run would, up to drawing, and write nothing.
    Check(CheckArguments),
    /// Draft the declarations of a new study from the exports in its folder.
    Init(InitArguments),
    /// Print or write the schemas by which editors complete and check study.toml and report.toml.
    Schema(SchemaArguments),
    /// Write the completions of a shell.
    Completions(CompletionsArguments),
    /// Show how a file is read: format, encoding, delimiter, columns, and what is odd.
    Peek(PeekArguments),
}

/// How a command works.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct Manner {
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_parser = threads)]
    pub threads: Option<usize>,
    /// Print nothing but problems.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct SinceArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder of an earlier run; it is only read.
    #[arg(long)]
    pub since: PathBuf,
    /// A folder that takes causes.csv, areas.csv, changed-codes.csv, changed-items.csv, changed-claims.csv and changed-files.csv
    /// [default: none are written].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace files that are there; they stay as .bak.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The id of an intervention; an item, a domain (activity, output, goal, effect, theme) and a code (or uncoded); or an
    /// item and an answer as it stands there.
    #[arg(required = true, num_args = 1..)]
    pub what: Vec<String>,
    /// Which codes count [default: as the study says].
    #[arg(long, value_parser = codes)]
    pub codes: Option<CodesFrom>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `allocate`.
#[derive(Debug, Args)]
pub struct AllocateArguments {
    /// What all commands that write a folder take.
    #[command(flatten)]
    pub folder: FolderArguments,
    /// The language of the tables [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
}

/// Arguments of commands that read a study and write a folder.
#[derive(Debug, Args)]
pub struct FolderArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>-agreement, -allocation, -code, -evaluation or
    /// -suggestions].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>]. A run replaces it as a whole; one that holds files of
    /// your own, or changed ones, is refused.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// The language of the report [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// Which codes count: the final sheet's, the rules', or the best there are (final, else coders who agree, else rules)
    /// [default: as the study says, else the final sheet's where there is one, else the best].
    #[arg(long, value_parser = codes)]
    pub codes: Option<CodesFrom>,
    /// Whom CSV files are for: programs, or excel-sv for a Swedish Excel [default: as the study says, else programs].
    #[arg(long, value_parser = csv)]
    pub csv: Option<CsvForm>,
    /// The formats to write beside the data files.
    #[arg(long, value_parser = format, value_delimiter = ',', default_value = "html,svg,png,csv,txt,xlsx,docx,parquet")]
    pub formats: Vec<Format>,
    /// A Word template that the report is written in [default: as the report says, else none].
    #[arg(long)]
    pub template: Option<PathBuf>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}
