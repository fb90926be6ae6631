//! Arguments of commands that look at files and declarations: `schema`, `completions`, `peek`, `init`, `check`.

use std::path::PathBuf;

use clap::Args;
use insats::schema::Declared;
use insats::study::reading;
use insats::wording::Language;

use super::Manner;
use super::value::{Encoding, Sign, declared, encoding, header_rows, language, lines, sign};

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
