//! What a user may type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use insats::render::Format;
use insats::wording::Language;

/// From a year's survey exports to the figures, tables and data of an evaluation report.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 done; 1 your files need mending, nothing was written; 2 wrong use, or a fault of \
                        the program or the machine."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a study folder and write every figure, table and data file of its report.
    #[command(after_help = "Examples:\n  \
        insats run input/lagesrapport-2024\n  \
        insats run input/lagesrapport-2024 --out reports/2024 --language en\n  \
        insats run input/lagesrapport-2024 --formats csv,txt     # data and tables only, nothing drawn")]
    Run(RunArguments),
    /// Measure how far the coders of a study agree, and list what they have to settle.
    #[command(after_help = "Example:\n  insats agreement input/lagesrapport-2024\n\n\
        Percent agreement, Cohen's kappa (Fleiss' with more than two coders) and Krippendorff's alpha, per domain and code,\n\
        with 95 percent bootstrap intervals, by number and by kronor. adjudication.csv holds what the coders agree on;\n\
        filled in by hand it can be declared as the final sheet.")]
    Agreement(AgreementArguments),
    /// Hold every claim of a study against its data.
    #[command(after_help = "Example:\n  insats verify input/lagesrapport-2024\n\n\
        Claims are declared in the study's claims.csv. Those that fail are shown with what would be true, those that the\n\
        data do not decide with the reason. With --text the numbers of a manuscript are held against the claims.\n\
        Exit code 1 where a claim fails, or the manuscript has another number than its claim.")]
    Verify(VerifyArguments),
    /// Work with a study's claims.
    #[command(subcommand)]
    Claims(ClaimsCommand),
}

/// The commands of `claims`.
#[derive(Debug, Subcommand)]
pub enum ClaimsCommand {
    /// Write true sentences about every item of the report, each with its assertion.
    #[command(after_help = "Example:\n  insats claims draft input/lagesrapport-2024 --out draft.csv")]
    Draft(DraftArguments),
}

/// Arguments of `claims draft`.
#[derive(Debug, Args)]
pub struct DraftArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The file to write; it must not be there yet [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The language of the sentences [default: the study's own].
    #[arg(long, value_parser = language, value_name = "sv|en")]
    pub language: Option<Language>,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// A manuscript: its numbers are held against the claims.
    #[arg(long, value_name = "DOCX|MD|TXT")]
    pub text: Option<PathBuf>,
    /// The language of sentences [default: the study's own].
    #[arg(long, value_parser = language, value_name = "sv|en")]
    pub language: Option<Language>,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print nothing but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `agreement`.
#[derive(Debug, Args)]
pub struct AgreementArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>-agreement].
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print nothing but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>]. A run replaces it as a whole: keep nothing of your
    /// own in it.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The language of the report [default: the study's own].
    #[arg(long, value_parser = language, value_name = "sv|en")]
    pub language: Option<Language>,
    /// The formats to write beside the data files.
    #[arg(long, value_parser = format, value_delimiter = ',', default_value = "svg,png,csv,txt,xlsx,parquet")]
    pub formats: Vec<Format>,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print nothing but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

fn language(word: &str) -> Result<Language, String> {
    one_of(word, &Language::WORDS)
}

fn format(word: &str) -> Result<Format, String> {
    one_of(word, &Format::WORDS)
}

fn one_of<T: Copy>(word: &str, words: &[(&str, T)]) -> Result<T, String> {
    let found = words.iter().find(|(known, _)| *known == word.trim()).map(|(_, value)| *value);
    let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
    found.ok_or_else(|| format!("expected one of {}", known.join(", ")))
}
