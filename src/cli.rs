//! What a user may type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use insats::render::Format;
use insats::study::{CodesFrom, reading};
use insats::wording::{Language, Message};

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
        insats explain input/lagesrapport-2024 figur-13 goal R3\n  \
        insats explain input/lagesrapport-2024 figur-04 'Andra organisationer'")]
    Explain(ExplainArguments),
    /// Look after a codebook.
    #[command(subcommand)]
    Codebook(CodebookCommand),
    /// Hold every claim of a study against its data.
    #[command(after_help = "Example:\n  insats verify input/lagesrapport-2024\n\n\
        Claims are declared in the study's claims.csv. Those that fail are shown with what would be true, those that the\n\
        data do not decide with the reason. With --text the numbers of a manuscript are held against the claims.\n\
        Exit code 1 where a claim fails, or the manuscript has another number than its claim.")]
    Verify(VerifyArguments),
    /// Work with a study's claims.
    #[command(subcommand)]
    Claims(ClaimsCommand),
    /// Show and write how a study's pots are distributed over recipients.
    #[command(after_help = "Example:\n  insats allocate input/overenskommelse-2025\n\n\
        A fixed amount to each, a supplement to some, the rest by a key, as the study's [[allocation]] declares; rounded\n\
        half up cell by cell, or by largest remainder so that the cells sum to the pot.")]
    Allocate(AllocateArguments),
    /// Check a study as a run would, up to drawing, and write nothing.
    #[command(after_help = "Examples:\n  \
        insats check input/lagesrapport-2024\n  \
        insats check input/lagesrapport-2024 --format json     # the same for programs\n\n\
        All problems are shown at once, worst first; what is said of several places is said once, with their number.\n\
        Exit code 1 where there are errors. Colours show on a terminal, unless NO_COLOR is set.")]
    Check(CheckArguments),
    /// Draft the declarations of a new study from the exports in its folder.
    #[command(after_help = "Examples:\n  \
        insats init input/2025\n  \
        insats init input/2025 --from input/lagesrapport-2024     # carry last year's declarations over\n\n\
        Writes study.toml and a skeleton of report.toml, commented; what is unsure is marked UNSURE with what else was seen.\n\
        Then: insats check.")]
    Init(InitArguments),
    /// Show how a file is read: format, encoding, delimiter, columns, and what is odd.
    #[command(after_help = "Examples:\n  \
        insats peek svar.csv\n  \
        insats peek svar.csv --delimiter tab --encoding macroman --skip 3\n  \
        insats peek svar.xlsx --sheet Data --header-rows 2\n  \
        insats peek svar.csv --csv > plain.csv\n\n\
        The flags have the names of the keys in study.toml. Contact columns are named, but never shown or written.")]
    Peek(PeekArguments),
}

/// Arguments of `peek`.
#[derive(Debug, Args)]
pub struct PeekArguments {
    /// The file.
    pub file: PathBuf,
    /// What stands between two fields: one or several signs, tab, space, none.
    #[arg(long, value_parser = delimiter, allow_hyphen_values = true)]
    pub delimiter: Option<String>,
    /// The quotation mark: one sign, or none.
    #[arg(long, value_parser = sign)]
    pub quote: Option<Sign>,
    /// The escape sign: one sign, or none.
    #[arg(long, value_parser = sign)]
    pub escape: Option<Sign>,
    /// The encoding, as utf-8, windows-1252, macroman.
    #[arg(long, value_parser = encoding)]
    pub encoding: Option<Encoding>,
    /// How many header rows there are, 0 for none.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=2))]
    pub header_rows: Option<u8>,
    /// How many lines at the top to pass over.
    #[arg(long, value_name = "LINES", value_parser = clap::value_parser!(u32).range(0..=reading::MOST_SKIPPED))]
    pub skip: Option<u32>,
    /// The sheet of a workbook.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Write the table as plain UTF-8 comma CSV instead.
    #[arg(long)]
    pub csv: bool,
}

/// A quotation mark or escape sign; `None`: there is none.
#[derive(Clone, Copy, Debug)]
pub struct Sign(pub Option<char>);

fn sign(text: &str) -> Result<Sign, String> {
    reading::sign(text).map(Sign).map_err(in_english)
}

fn delimiter(text: &str) -> Result<String, String> {
    reading::delimiter(text).map_err(in_english)
}

/// The command line is in English.
fn in_english(expected: Message) -> String {
    expected.text(Language::English)
}

/// An encoding.
#[derive(Clone, Copy, Debug)]
pub struct Encoding(pub &'static encoding_rs::Encoding);

fn encoding(text: &str) -> Result<Encoding, String> {
    reading::encoding(text).map(Encoding).map_err(in_english)
}

/// How a command works.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct Manner {
    /// How many threads to use [default: one per processor core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print nothing but problems.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// The folder with the year's exports.
    pub folder: PathBuf,
    /// An earlier study, whose declarations are carried over; what changed is listed.
    #[arg(long, value_name = "STUDY")]
    pub from: Option<PathBuf>,
    /// Write study.toml and report.toml anew; those that are there stay as .bak.
    #[arg(long)]
    pub force: bool,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

/// How a check is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum CheckFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// For people, or for programs.
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
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
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
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
    /// Replace a file that is there; it stays as .bak.
    #[arg(long)]
    pub force: bool,
    /// The promised precision of codings that are accepted without review.
    #[arg(long, value_name = "0.5-0.999", value_parser = promise, default_value_t = insats::run::PROMISE)]
    pub promise: f64,
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
    /// The id of an intervention; an item, a domain (activity, output, goal, effect, theme) and a code (or uncoded); or an
    /// item and an answer as it stands there.
    #[arg(required = true, num_args = 1.., value_name = "WHAT")]
    pub what: Vec<String>,
    /// Which codes count [default: as the study says].
    #[arg(long, value_parser = codes, value_name = "final|rules|best")]
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
    #[arg(long, value_parser = language, value_name = "sv|en")]
    pub language: Option<Language>,
}

/// Arguments of commands that read a study and write a folder.
#[derive(Debug, Args)]
pub struct FolderArguments {
    /// The study folder: it holds study.toml.
    pub study: PathBuf,
    /// The output folder [default: output/<name of the study folder>-agreement, -allocation, -code, -evaluation or
    /// -suggestions].
    #[arg(long, value_name = "DIR")]
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
    #[arg(long, value_parser = format, value_delimiter = ',', default_value = "html,svg,png,csv,txt,xlsx,docx,parquet")]
    pub formats: Vec<Format>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

fn promise(text: &str) -> Result<f64, String> {
    let number = text.trim().replace(',', ".").parse().ok().filter(|number| (0.5..=0.999).contains(number));
    number.ok_or_else(|| "expected a share from 0.5 to 0.999, as 0.95".to_owned())
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
    /// The file to write; it must not be there yet, unless --force is given [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// The language of the sentences [default: the study's own].
    #[arg(long, value_parser = language, value_name = "sv|en")]
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
    #[arg(long, value_name = "DOCX|MD|TXT")]
    pub text: Option<PathBuf>,
    /// The language of sentences [default: the study's own].
    #[arg(long, value_parser = language, value_name = "sv|en")]
    pub language: Option<Language>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
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
