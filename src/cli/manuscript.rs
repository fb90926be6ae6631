//! Arguments of the commands of `manuscript`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use insats::wording::Language;

use super::Manner;
use super::value::language;

/// The commands of `manuscript`.
#[derive(Debug, Subcommand)]
pub enum ManuscriptCommand {
    /// Fill the controls of a Word manuscript with what the study says, as tracked changes.
    Fill(FillArguments),
    /// Begin a manuscript in Word, with every figure, table and true sentence in a control.
    Start(StartArguments),
    /// Let last year's manuscript speak of this year, as tracked changes.
    Roll(RollArguments),
}

/// Arguments of `manuscript fill`.
#[derive(Debug, Args)]
pub struct FillArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The manuscript, a Word document; it is only read.
    pub manuscript: PathBuf,
    /// Write plainly, not as tracked changes.
    #[arg(long)]
    pub accept: bool,
    /// What is written.
    #[command(flatten)]
    pub written: Written,
}

/// Arguments of `manuscript start`.
#[derive(Debug, Args)]
pub struct StartArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// A Word template that the manuscript is written in [default: as the report says, else none].
    #[arg(long)]
    pub template: Option<PathBuf>,
    /// What is written.
    #[command(flatten)]
    pub written: Written,
}

/// Arguments of `manuscript roll`.
#[derive(Debug, Args)]
pub struct RollArguments {
    /// The study folder of this year: it holds study.toml, which names the study of last year.
    pub study: PathBuf,
    /// Last year's manuscript, a Word document; it is only read.
    pub manuscript: PathBuf,
    /// List every sentence, and not only those that have to be looked at.
    #[arg(long)]
    pub all: bool,
    /// A file for this year's claims, with those of last year behind them that controls name.
    #[arg(long)]
    pub claims: Option<PathBuf>,
    /// What is written.
    #[command(flatten)]
    pub written: Written,
}

/// What every command of manuscripts writes, and how. What the options are for is worded command by command.
#[derive(Debug, Args)]
pub struct Written {
    /// The file to write.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// The language of what is written.
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}
