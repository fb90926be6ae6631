//! Arguments of the commands of `codebook`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use insats::wording::Language;

use super::Manner;
use super::files::CheckFormat;
use super::value::language;

/// What can be done with a codebook.
#[derive(Debug, Subcommand)]
pub enum CodebookCommand {
    /// Find what is wrong or odd in a codebook and its rules.
    Check(CodebookArguments),
    /// Write a codebook as a workbook, or for programs for qualitative analysis (.qdc).
    Export(ExportArguments),
    /// Read a codebook from a workbook or a .qdc file, and check it.
    Import(ImportArguments),
    /// Tell what differs between two codebooks.
    Diff(DiffArguments),
    /// Change the codebook of a study, its coding sheets and all that names its codes, by a map of changes.
    Migrate(MigrateArguments),
}

/// Arguments of `codebook migrate`.
#[derive(Debug, Args)]
pub struct MigrateArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The file that says what becomes of codes.
    #[arg(long)]
    pub map: PathBuf,
    /// Put the new files in place; those that are there stay as .bak.
    #[arg(long)]
    pub write: bool,
    /// A folder that takes the lists migration.csv and to-decide.csv [default: none are written].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Who changes the codes, for a study with decisions.
    #[arg(long, requires = "why")]
    pub who: Option<String>,
    /// Why.
    #[arg(long, requires = "who")]
    pub why: Option<String>,
    /// Replace lists that are there; they stay as .bak.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `codebook export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The codebook, a JSON file.
    pub codebook: PathBuf,
    /// The workbook or .qdc file to write [default: a workbook beside the codebook, under its name].
    #[arg(long, alias = "xlsx")]
    pub out: Option<PathBuf>,
    /// The language of sheets and headings [default: that of messages].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `codebook import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The workbook or .qdc file.
    pub file: PathBuf,
    /// The codebook to write [default: beside that file, under its name].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `codebook diff`.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The old codebook.
    pub old: PathBuf,
    /// The new one.
    pub new: PathBuf,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
}

/// Arguments of `codebook check`.
#[derive(Debug, Args)]
pub struct CodebookArguments {
    /// The codebook, a JSON file.
    pub codebook: PathBuf,
    /// A study on whose texts the patterns are tried.
    #[arg(long)]
    pub study: Option<PathBuf>,
    /// Show every notice with all its patterns.
    #[arg(long)]
    pub all: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}
