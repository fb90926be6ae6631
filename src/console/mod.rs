//! What a user sees: progress and messages on standard error, the summary on standard output. The words are those of the
//! person's language; texts of the study come in its own.

mod accept;
mod audit;
mod check;
mod claims;
mod codebook;
mod coding;
mod init;
mod manuscript;
mod migration;
mod peek;
mod review;
mod reworded;
mod sheets;
mod since;
mod status;
mod summary;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};
use insats::codebook::Domain;
use insats::diagnostic::{Diagnostic, Diagnostics, Severity, folded};
use insats::msg;
use insats::run::{Failure, Stage};
use insats::wording::{Arg, Language, Message};

/// Prints to the terminal, or to whatever stands in for it.
pub struct Console {
    quiet: bool,
    /// Whether the standard output shows what respondents wrote.
    texts: bool,
    /// Whether the standard error does.
    texts_in_errors: bool,
    language: Language,
    progress: ProgressBar,
    /// Why the standard output could not be written whole.
    lost: OnceLock<io::Error>,
}

impl Console {
    /// A console that speaks a language; a quiet one prints nothing but problems. Progress is shown on a terminal only, and so
    /// is what respondents wrote, unless somebody wants their `texts` in a file, too.
    pub fn new(quiet: bool, texts: bool, language: Language) -> Self {
        let at_terminal = io::stderr().is_terminal();
        let shown = !quiet && at_terminal;
        let progress = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            progress.set_style(style);
        }
        let (texts, texts_in_errors) = (shows_texts(texts), texts || at_terminal);
        Self { quiet, texts, texts_in_errors, language, progress, lost: OnceLock::new() }
    }

    /// Writes to the standard output; what cannot be written is remembered for the exit code.
    fn print(&self, text: &str) {
        if let Err(error) = written(&mut io::stdout(), text) {
            // The first is the reason; others follow from it.
            let _ = self.lost.set(error);
        }
    }

    /// Writes to the standard error; where that fails there is nobody to tell.
    fn tell(&self, text: &str) {
        let _ = written(&mut io::stderr(), text);
    }

    /// What a respondent wrote, or how it is to be seen.
    fn wording(&self, text: String) -> String {
        Arg::wording(text, self.texts).text(self.language)
    }

    /// A message in the person's language.
    fn text(&self, message: Message) -> String {
        message.text(self.language)
    }

    /// The heads of a table in the person's language.
    fn heads<const N: usize>(&self, heads: [Message; N]) -> [String; N] {
        heads.map(|head| self.text(head))
    }

    /// What a domain is called.
    fn domain(&self, domain: Domain) -> String {
        domain.label(self.language).to_lowercase()
    }

    /// Why something that was printed has not arrived, if it has not.
    pub fn lost(&self) -> Option<Message> {
        self.lost.get().map(not_whole)
    }

    /// A stage begins.
    pub fn stage(&self, stage: Stage) {
        let message = match stage {
            Stage::Study => msg!("stage-study"),
            Stage::Reading => msg!("stage-reading"),
            Stage::Coding => msg!("stage-coding"),
            Stage::Counting => msg!("stage-counting"),
            Stage::Agreement => msg!("stage-agreement"),
            Stage::Learning => msg!("stage-learning"),
            Stage::Report => msg!("stage-report"),
            Stage::Claims => msg!("stage-claims"),
            Stage::Drawing => msg!("stage-drawing"),
            Stage::Writing => msg!("stage-writing"),
        };
        self.progress.set_message(self.text(message));
        self.progress.tick();
    }

    /// The progress line goes away.
    pub fn stages_done(&self) {
        self.progress.finish_and_clear();
    }

    /// A page of text.
    pub fn page(&self, page: &str) {
        self.print(page);
    }

    /// Messages that stopped a run.
    pub fn messages(&self, messages: &Diagnostics) {
        let messages = messages.clone().for_console(self.texts_in_errors);
        let folds = folded(&messages);
        let mut text = folds.iter().map(|fold| self.fold_text(fold, false)).collect::<Vec<_>>().join("\n");
        text += &format!("\n{}\n", self.text(msg!("problems-to-mend", count = messages.count(Severity::Error))));
        self.tell(&text);
    }

    /// Why a command failed that no file of the user's explains.
    pub fn failure(&self, failure: &Failure) {
        self.tell(&format!("insats: {}\n", failure.text(self.language)));
    }

    /// What is wrong with the command line.
    pub fn wrong_use(&self, text: &str) {
        self.tell(text);
    }

    /// A fault of the program or the machine.
    pub fn fault(&self, message: &Message) {
        self.tell(&format!("insats: {}\n", message.text(self.language)));
    }

    /// Where files are kept whose place was taken.
    fn kept_as<'p>(&self, kept: impl IntoIterator<Item = &'p PathBuf>) -> String {
        kept.into_iter().map(|path| self.text(msg!("kept-as", file = shown_path(path))) + "\n").collect()
    }

    /// The messages that did not stop a run, with how many there are.
    fn notices(&self, all: &[Diagnostic], file: &str) -> String {
        if all.is_empty() {
            return String::new();
        }
        let warnings = all.iter().filter(|n| n.severity == Severity::Warning).count();
        let head = msg!("notices-also-in", warnings, notices = all.len() - warnings, file);
        let mut text = format!("\n{}\n", self.text(head));
        all.iter().for_each(|notice| text += &format!("{}\n", self.indented(notice)));
        text
    }

    fn indented(&self, notice: &Diagnostic) -> String {
        notice
            .clone()
            .for_console(self.texts)
            .text(self.language)
            .lines()
            .map(|line| format!("  {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Whether the standard output shows what respondents wrote: to a person who reads it now, or where somebody asks for it.
pub fn shows_texts(asked_for: bool) -> bool {
    asked_for || io::stdout().is_terminal()
}

fn shown_path(path: &Path) -> String {
    path.display().to_string()
}

pub use accept::now;
pub use review::secrets;

/// That an output has not arrived.
pub fn not_whole(error: &io::Error) -> Message {
    msg!("output-not-whole", reason = error)
}

/// Writes a text whole. A reader that has gone away, as `head` does, has what it wanted.
fn written(to: &mut dyn Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Rows as columns: the first to the left, the others to the right.
fn aligned(rows: &[impl AsRef<[String]>]) -> String {
    let cells = |column: usize| rows.iter().filter_map(move |row| row.as_ref().get(column));
    let width = |column: usize| cells(column).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let columns = rows.iter().map(|row| row.as_ref().len()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &[String]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| {
            if index == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(|row| line(row.as_ref())).collect()
}
