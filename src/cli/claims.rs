//! Arguments of the commands of `claims`, and of `verify`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use insats::wording::Language;

use super::Manner;
use super::value::language;

/// The commands of `claims`.
#[derive(Debug, Subcommand)]
pub enum ClaimsCommand {
    /// Write true sentences about every item of the report, each with its assertion.
    Draft(DraftArguments),
}

/// Arguments of `claims draft`.
#[derive(Debug, Args)]
pub struct DraftArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The file to write; it must not be there yet, unless --force is given [default: standard output].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// The language of the sentences [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// A manuscript: its numbers are held against the claims.
    #[arg(long)]
    pub text: Option<PathBuf>,
    /// Write a copy of the Word manuscript with a comment at what differs; the file must not be there yet, unless --force is given.
    #[arg(long, requires = "text")]
    pub mark: Option<PathBuf>,
    /// Mark numbers that no claim covers, too.
    #[arg(long, requires = "mark")]
    pub uncovered: bool,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long, requires = "mark")]
    pub force: bool,
    /// List every claim that no sentence carries.
    #[arg(long, requires = "text")]
    pub all: bool,
    /// The language of sentences [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}
