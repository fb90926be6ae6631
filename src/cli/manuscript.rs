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
    /// The file to write [default: beside the manuscript, with -filled, or -ifylld in a Swedish study, in its name].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// Write plainly, not as tracked changes.
    #[arg(long)]
    pub accept: bool,
    /// The language of comments [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `manuscript start`.
#[derive(Debug, Args)]
pub struct StartArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// A Word template that the manuscript is written in [default: as the report says, else none].
    #[arg(long)]
    pub template: Option<PathBuf>,
    /// The file to write [default: the study folder's name, with .docx].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// The language of the report [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// Arguments of `manuscript roll`.
#[derive(Debug, Args)]
pub struct RollArguments {
    /// The study folder of this year: it holds study.toml, which names the study of last year.
    pub study: PathBuf,
    /// Last year's manuscript, a Word document; it is only read.
    pub manuscript: PathBuf,
    /// The file to write [default: beside the manuscript, with the year of the study in its name].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// List every sentence, and not only those that have to be looked at.
    #[arg(long)]
    pub all: bool,
    /// The language of comments [default: the study's own].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}
