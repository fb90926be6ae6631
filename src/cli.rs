//! What a user may type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use insats::render::Format;
use insats::study::CodesFrom;
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
    Agreement(FolderArguments),
    /// Code every intervention by the codebook's rules, and list what people should look at first.
    #[command(after_help = "Example:\n  insats code input/lagesrapport-2024\n\n\
        data/codings.csv has every code with its evidence (pattern@text:characters); data/uncoded.csv and data/review.csv list\n\
        what has no code, a tie, weak or contradicted evidence, by the kronor at stake.")]
    Code(FolderArguments),
    /// Measure the codebook's rules against the final coding sheet.
    #[command(after_help = "Example:\n  insats evaluate input/lagesrapport-2024\n\n\
        Precision, recall and F1 per code, domain and area, for main codes and subcodes; confusion between codes; the patterns\n\
        that are most often wrong; the texts that most often go uncoded. Answers held back from the rules' author are\n\
        reported apart from those the rules may have been written on. With a model: learning.csv compares rules, learning and\n\
        both; automatic.csv has precision against what is automatic; figures/ reliability diagrams.")]
    Evaluate(EvaluateArguments),
    /// Learn from the final codes of one or more studies, and write a model that can suggest codes.
    #[command(
        after_help = "Example:\n  insats learn input/lagesrapport-2024 --out codebook/psykisk-halsa.model.json\n\n\
        Every answer is predicted by a model that has seen neither its respondent nor its wordings. Codings are accepted where\n\
        their precision, measured so, keeps the promise; all others are for people to read. The model holds n-grams that at\n\
        least three respondents wrote, and numbers; no text and no name."
    )]
    Learn(LearnArguments),
    /// Let a model suggest codes for every intervention, and list what people should read first.
    #[command(after_help = "Examples:\n  \
        insats suggest input/lagesrapport-2024 --model codebook/psykisk-halsa.model.json\n  \
        insats suggest input/lagesrapport-2024 --minutes 6     # the study declares model = \"…\"\n\n\
        data/suggestions.csv has every suggested code with its probability, whether it may be accepted or is for review, and the\n\
        three strongest pieces of evidence; data/review.csv the answers to read, by uncertain kronor; data/drift.csv how the\n\
        texts of each area differ from what the model learned from.")]
    Suggest(SuggestArguments),
    /// Show why an intervention has its codes and kronor, or which interventions stand behind a place in a figure.
    #[command(after_help = "Examples:\n  \
        insats explain input/lagesrapport-2024 KUK-111-2\n  \
        insats explain input/lagesrapport-2024 figur-13 goal R3")]
    Explain(ExplainArguments),
    /// Look after a codebook.
    #[command(subcommand)]
    Codebook(CodebookCommand),
}

/// What can be done with a codebook.
#[derive(Debug, Subcommand)]
pub enum CodebookCommand {
    /// Find what is wrong or odd in a codebook and its rules.
    #[command(after_help = "Examples:\n  \
        insats codebook check codebook/psykisk-halsa.json\n  \
        insats codebook check codebook/psykisk-halsa.json --study input/lagesrapport-2024")]
    Check(CodebookArguments),
}

/// Arguments of `codebook check`.
#[derive(Debug, Args)]
pub struct CodebookArguments {
    /// The codebook, a JSON file.
    pub codebook: PathBuf,
    /// A study on whose texts the patterns are tried.
    #[arg(long, value_name = "DIR")]
    pub study: Option<PathBuf>,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
}

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
pub struct EvaluateArguments {
    /// What all commands that write a folder take.
    #[command(flatten)]
    pub folder: FolderArguments,
    /// A model to measure beside the rules [default: the one that study.toml declares, if it does].
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
}

/// Arguments of `learn`.
#[derive(Debug, Args)]
pub struct LearnArguments {
    /// The study folders; each holds a study.toml that declares a final coding sheet.
    #[arg(required = true, value_name = "STUDY")]
    pub studies: Vec<PathBuf>,
    /// The model file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// The promised precision of codings that are accepted without review.
    #[arg(long, value_name = "0.5-0.999", value_parser = promise, default_value_t = insats::run::PROMISE)]
    pub promise: f64,
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print nothing but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `suggest`.
#[derive(Debug, Args)]
pub struct SuggestArguments {
    /// What all commands that write a folder take.
    #[command(flatten)]
    pub folder: FolderArguments,
    /// The model file [default: the one that study.toml declares].
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// How many minutes a person needs to code an intervention, for telling the hours saved.
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(1..=600), default_value_t = 5)]
    pub minutes: u16,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The id of an intervention; or an item, a domain (activity, output, goal, effect, theme) and a code (or uncoded).
    #[arg(required = true, num_args = 1..=3, value_name = "WHAT")]
    pub what: Vec<String>,
    /// Which codes count [default: as the study says].
    #[arg(long, value_parser = codes, value_name = "final|rules|best")]
    pub codes: Option<CodesFrom>,
}

/// Arguments of commands that read a study and write a folder.
#[derive(Debug, Args)]
pub struct FolderArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>-agreement, -code, -evaluation or -suggestions].
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
    /// Which codes count: the final sheet's, the rules', or the best there are (final, else coders who agree, else rules)
    /// [default: as the study says, else the final sheet's where there is one, else the best].
    #[arg(long, value_parser = codes, value_name = "final|rules|best")]
    pub codes: Option<CodesFrom>,
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

fn promise(text: &str) -> Result<f64, String> {
    let number = text.trim().replace(',', ".").parse().ok().filter(|number| (0.5..=0.999).contains(number));
    number.ok_or_else(|| "expected a share from 0.5 to 0.999, as 0.95".to_owned())
}

fn language(word: &str) -> Result<Language, String> {
    one_of(word, &Language::WORDS)
}

fn codes(word: &str) -> Result<CodesFrom, String> {
    one_of(word, &CodesFrom::WORDS)
}

fn format(word: &str) -> Result<Format, String> {
    one_of(word, &Format::WORDS)
}

fn one_of<T: Copy>(word: &str, words: &[(&str, T)]) -> Result<T, String> {
    let found = words.iter().find(|(known, _)| *known == word.trim()).map(|(_, value)| *value);
    let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
    found.ok_or_else(|| format!("expected one of {}", known.join(", ")))
}
