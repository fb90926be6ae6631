//! What a user may type. Help and messages about it stand in the message files: [`help`] puts them in, [`wrong`] tells them.

pub mod help;
pub mod locale;
pub mod wrong;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use insats::exact::Exact;
use insats::msg;
use insats::render::Format;
use insats::schema::Declared;
use insats::study::header::MOST as MOST_HEADER_ROWS;
use insats::study::{CodesFrom, reading};
use insats::wording::{Language, Message, joined};

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

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Whose schema [default: both, where --out is given].
    #[arg(required_unless_present = "out", value_parser = declared)]
    pub what: Option<Declared>,
    /// The language of the descriptions [default: that of messages].
    #[arg(long, value_parser = language)]
    pub language: Option<Language>,
    /// A folder that takes the schemas under their usual names, or a file for one [default: standard output].
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace a file that is there; it stays as .bak.
    #[arg(long, requires = "out")]
    pub force: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Arguments of `peek`.
#[derive(Debug, Args)]
pub struct PeekArguments {
    /// The file.
    pub file: PathBuf,
    /// What stands between two fields: one or several signs, tab, space, none.
    #[arg(long, value_parser = reading::delimiter, allow_hyphen_values = true)]
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
    #[arg(long, value_parser = header_rows)]
    pub header_rows: Option<usize>,
    /// How many lines at the top to pass over.
    #[arg(long, value_parser = lines)]
    pub skip: Option<usize>,
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

fn sign(text: &str) -> Result<Sign, Message> {
    reading::sign(text).map(Sign)
}

/// An encoding.
#[derive(Clone, Copy, Debug)]
pub struct Encoding(pub &'static encoding_rs::Encoding);

fn encoding(text: &str) -> Result<Encoding, Message> {
    reading::encoding(text).map(Encoding)
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

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// The folder with the year's exports.
    pub folder: PathBuf,
    /// An earlier study, whose declarations are carried over; what changed is listed.
    #[arg(long)]
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
    // No doc comments: they would stand in completions, in English. The option's help says what they are.
    Text,
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

/// What a size is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Every area.
    Area,
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
    /// The formats to write beside the data files.
    #[arg(long, value_parser = format, value_delimiter = ',', default_value = "html,svg,png,csv,txt,xlsx,docx,parquet")]
    pub formats: Vec<Format>,
    /// How it works.
    #[command(flatten)]
    pub manner: Manner,
}

fn per(word: &str) -> Result<Per, Message> {
    one_of(word, &[(insats::audit::PER_AREA, Per::Area)])
}

fn size(text: &str) -> Result<usize, Message> {
    whole(text, 1, 1_000_000)
}

/// A share: `0.15`, `0,15` or `15 %`.
fn share(text: &str) -> Result<Exact, Message> {
    let number = text.trim().replace(',', ".");
    let percent = number.strip_suffix('%').map(str::trim_end);
    let share = Exact::decimal(percent.unwrap_or(&number)).and_then(|number| match percent {
        Some(_) => number.over(Exact::whole(100)),
        None => Some(number),
    });
    let most = Exact::whole(1);
    let fits = |share: &Exact| {
        share.sign() != std::cmp::Ordering::Less && share.floor() <= 1 && (share.floor() < 1 || *share == most)
    };
    share.filter(fits).ok_or_else(|| msg!("wanted-share"))
}

fn promise(text: &str) -> Result<f64, Message> {
    let number = text.trim().replace(',', ".").parse().ok().filter(|number| (0.5..=0.999).contains(number));
    number.ok_or_else(|| msg!("cli-expected-share"))
}

/// A whole number within bounds.
fn whole(text: &str, least: usize, most: usize) -> Result<usize, Message> {
    let number = text.trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| msg!("cli-expected-number", least, most))
}

fn threads(text: &str) -> Result<usize, Message> {
    whole(text, 1, 256)
}

fn minutes(text: &str) -> Result<usize, Message> {
    whole(text, 1, 600)
}

fn header_rows(text: &str) -> Result<usize, Message> {
    whole(text, 0, MOST_HEADER_ROWS)
}

fn lines(text: &str) -> Result<usize, Message> {
    whole(text, 0, reading::MOST_SKIPPED as usize)
}

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

fn language(word: &str) -> Result<Language, Message> {
    one_of(word, &Language::WORDS)
}

fn declared(word: &str) -> Result<Declared, Message> {
    one_of(word, &Declared::WORDS)
}

fn codes(word: &str) -> Result<CodesFrom, Message> {
    one_of(word, &CodesFrom::WORDS)
}

fn format(word: &str) -> Result<Format, Message> {
    one_of(word, &Format::WORDS)
}

fn one_of<T: Copy>(word: &str, words: &[(&str, T)]) -> Result<T, Message> {
    let found = words.iter().find(|(known, _)| *known == word.trim()).map(|(_, value)| *value);
    let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
    found.ok_or_else(|| msg!("cli-one-of", values = joined(known, ", ")))
}
