//! Arguments of commands with which people code, and of those that code for them.

use std::path::PathBuf;

use clap::Args;
use insats::exact::Exact;
use insats::wording::Language;

use super::files::CheckFormat;
use super::value::{Per, language, minutes, per, promise, share, size};
use super::{FolderArguments, Manner};

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
pub struct EvaluateArguments {
    /// What all commands that write a folder take.
    #[command(flatten)]
    pub folder: FolderArguments,
    /// A model to measure beside the rules [default: the one that study.toml declares, if it does].
    #[arg(long)]
    pub model: Option<PathBuf>,
    /// Write what only authors of rules need, too: confusion, patterns, missed texts, a model code by code.
    #[arg(long)]
    pub details: bool,
}

/// Arguments of `learn`.
#[derive(Debug, Args)]
pub struct LearnArguments {
    /// The study folders; each holds a study.toml that declares a final coding sheet.
    #[arg(required = true)]
    pub studies: Vec<PathBuf>,
    /// The model file to write.
    #[arg(long)]
    pub out: PathBuf,
    /// A file for the predictions that its quality was measured on.
    #[arg(long)]
    pub predictions: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// The promised precision of codings that are accepted without review.
    #[arg(long, value_parser = promise, default_value_t = insats::run::PROMISE)]
    pub promise: f64,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `lock`.
#[derive(Debug, Args)]
pub struct LockArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The ids of rows that have been coded anew for the texts that there are now.
    #[arg(long, num_args = 1..)]
    pub again: Vec<String>,
    /// The codes whose codings hold by the definitions that the codebook has now.
    #[arg(long, num_args = 1..)]
    pub codes: Vec<String>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `forget`.
#[derive(Debug, Args)]
pub struct ForgetArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// Erase what somebody has filled in and not given back, too.
    #[arg(long)]
    pub all: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct StatusArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// A folder that takes the work lists to-code.csv and reminders.csv [default: none are written].
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

/// Arguments of `accept`.
#[derive(Debug, Args)]
pub struct AcceptArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// Who decides.
    #[arg(long, required_unless_present_any = ["log", "list"])]
    pub who: Option<String>,
    /// Why, for all that is decided [default: asked].
    #[arg(long)]
    pub why: Option<String>,
    /// The ids of what is decided, whatever its state [default: all that waits].
    #[arg(long, num_args = 1.., conflicts_with_all = ["list", "from", "undo", "log"])]
    pub unit: Vec<String>,
    /// Only this domain.
    #[arg(long)]
    pub domain: Option<String>,
    /// Take back a decision: of a unit, or by the beginning of a line's name [default: the last own one].
    #[arg(long, num_args = 0..=1, conflicts_with_all = ["list", "from", "log"])]
    pub undo: Option<Option<String>>,
    /// Print every decision.
    #[arg(long, conflicts_with_all = ["list", "from"])]
    pub log: bool,
    /// Write what waits as a list into private/to-decide.csv of the study.
    #[arg(long, conflicts_with = "from")]
    pub list: bool,
    /// Replace a list that somebody has begun to fill in; it stays as .bak.
    #[arg(long, requires = "list")]
    pub force: bool,
    /// A list that was filled in.
    #[arg(long)]
    pub from: Option<PathBuf>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `review`.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// Who codes.
    #[arg(long)]
    pub coder: String,
    /// The port of the page [default: one that is free].
    #[arg(long)]
    pub port: Option<u16>,
    /// Print the address alone, and open no browser.
    #[arg(long)]
    pub no_browser: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `sheet`.
#[derive(Debug, Args)]
pub struct SheetArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// Who is to code.
    #[arg(long, value_delimiter = ',', required = true, num_args = 1..)]
    pub coders: Vec<String>,
    /// The share that two coders code [default: 0.15 where several code].
    #[arg(long, value_parser = share, allow_negative_numbers = true)]
    pub double: Option<Exact>,
    /// Only these areas [default: all].
    #[arg(long, value_delimiter = ',', num_args = 1..)]
    pub areas: Vec<String>,
    /// Suggestions beside the answers, but for those that two code and as many others.
    #[arg(long)]
    pub with_suggestions: bool,
    /// What orders the answers that are drawn.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The language of the workbooks [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// Replace workbooks that were filled in and not collected; they stay as .bak.
    #[arg(long)]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `collect`.
#[derive(Debug, Args)]
pub struct CollectArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The filled-in workbooks [default: those in the study's folder private].
    pub files: Vec<PathBuf>,
    /// Whose they are [default: as they say].
    #[arg(long)]
    pub coder: Option<String>,
    /// A workbook of differences that was filled in.
    #[arg(long, requires = "who")]
    pub settle: Option<PathBuf>,
    /// Who settles.
    #[arg(long, requires = "settle")]
    pub who: Option<String>,
    /// Why, where a row does not say.
    #[arg(long, requires = "settle")]
    pub why: Option<String>,
    /// A file that takes the codes that count as a coding sheet [default: none is written].
    #[arg(long)]
    pub sheet: Option<PathBuf>,
    /// Replace that file; it stays as .bak.
    #[arg(long, requires = "sheet")]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `audit`.
#[derive(Debug, Args)]
pub struct AuditArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// How many interventions are to be read, those of earlier draws among them [default: none are drawn].
    #[arg(long, value_parser = size)]
    pub size: Option<usize>,
    /// So many in every area.
    #[arg(long, requires = "size", value_parser = per)]
    pub per: Option<Per>,
    /// The domains that are audited [default: all that have to have a code].
    #[arg(long, requires = "size", value_delimiter = ',', num_args = 1..)]
    pub domain: Vec<String>,
    /// What orders the answers that are drawn [default: that of the last draw, else 1].
    #[arg(long, requires = "size")]
    pub seed: Option<u64>,
    /// Who is to read them.
    #[arg(long, requires = "size", value_delimiter = ',', num_args = 1..)]
    pub coders: Vec<String>,
    /// The share that two coders read [default: 0.15 where several read].
    #[arg(long, requires = "coders", value_parser = share, allow_negative_numbers = true)]
    pub double: Option<Exact>,
    /// Tell what the sample says, once it is read.
    #[arg(long, conflicts_with = "size")]
    pub evaluate: bool,
    /// The output folder [default: output/<name of the study folder>-audit].
    #[arg(long, requires = "evaluate")]
    pub out: Option<PathBuf>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `suggest`.
#[derive(Debug, Args)]
pub struct SuggestArguments {
    /// What all commands that write a folder take.
    #[command(flatten)]
    pub folder: FolderArguments,
    /// The model file [default: the one that study.toml declares].
    #[arg(long)]
    pub model: Option<PathBuf>,
    /// How many minutes a person needs to code an intervention, for telling the hours saved.
    #[arg(long, value_parser = minutes, default_value_t = 5)]
    pub minutes: usize,
}
