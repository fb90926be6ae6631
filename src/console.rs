//! What a user sees: progress and messages on standard error, the summary on standard output.

use std::io::{IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use insats::claims::Outcome;
use insats::claims::manuscript::{Comparison, Value};
use insats::diagnostic::{Diagnostic, Diagnostics, Severity};
use insats::run::{AgreementSummary, Stage, Summary, Verified, VerifiedClaim, VerifySummary};
use insats::wording::Language;

/// Prints to the terminal, or to whatever stands in for it.
pub struct Console {
    quiet: bool,
    progress: ProgressBar,
}

impl Console {
    /// A console; a quiet one prints nothing but errors. Progress is shown on a terminal only.
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let progress = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            progress.set_style(style);
        }
        Self { quiet, progress }
    }

    /// A stage begins.
    pub fn stage(&self, stage: Stage) {
        let text = match stage {
            Stage::Study => "reading the declarations",
            Stage::Reading => "reading the exports",
            Stage::Coding => "attaching codes",
            Stage::Weighting => "weighting funds",
            Stage::Counting => "counting",
            Stage::Agreement => "comparing coders",
            Stage::Report => "filling in the report",
            Stage::Claims => "checking claims",
            Stage::Drawing => "drawing figures",
            Stage::Writing => "writing",
        };
        self.progress.set_message(text);
        self.progress.tick();
    }

    /// The progress line goes away.
    pub fn stages_done(&self) {
        self.progress.finish_and_clear();
    }

    /// What a run did.
    pub fn summary(&self, summary: &Summary) {
        if self.quiet {
            return;
        }
        let mut text = summary_table(summary);
        if !summary.notices.is_empty() {
            let warnings = summary.notices.iter().filter(|n| n.severity == Severity::Warning).count();
            let notices = summary.notices.len() - warnings;
            let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
            let (warnings, notices) = (plural(warnings, "warning"), plural(notices, "notice"));
            text += &format!("\n{warnings}, {notices} (also in data/notices.csv):\n");
            summary.notices.iter().for_each(|notice| text += &format!("{}\n", indented(notice)));
        }
        let Summary { figures, tables, folder, .. } = summary;
        if summary.claims.all() > 0 {
            text += &format!("\n{} (data/claims.csv)\n", verified(summary.claims));
        }
        text += &format!("\n{figures} figures and {tables} tables are in {}\n", folder.display());
        print_or_give_up(&mut std::io::stdout(), &text);
    }

    /// How far coders agree, for whole sets of codes; single codes are in the file.
    pub fn agreement(&self, summary: &AgreementSummary) {
        if self.quiet {
            return;
        }
        let agreement = &summary.agreement;
        let coders = agreement.coders.join(", ");
        let mut text = format!("Coders {coders}; {} interventions coded by several\n\n", agreement.interventions.len());
        let head = ["domain", "level", "measure", "value", "95 percent interval"].map(str::to_owned);
        let mut rows = vec![head];
        for row in agreement.rows.iter().filter(|row| row.code.is_none() && !row.by_kronor) {
            let interval = row.interval.map_or_else(String::new, |(low, high)| format!("{low:.3} to {high:.3}"));
            let value = row.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
            rows.push([row.domain.to_string(), row.level.word().to_owned(), row.measure.to_owned(), value, interval]);
        }
        text += &aligned(&rows);
        text +=
            &format!("\n{} differences to settle are in {}\n", agreement.disagreements.len(), summary.folder.display());
        print_or_give_up(&mut std::io::stdout(), &text);
    }

    /// What came of the claims: those that fail and those that are open, each with its reason, then how many there are.
    pub fn verify(&self, summary: &VerifySummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for outcome in [Outcome::Fails, Outcome::Undecided] {
            for claim in summary.claims.iter().filter(|claim| claim.verdict.outcome == outcome) {
                text += &claim_lines(claim);
            }
        }
        text += &format!("{}\n", verified(summary.verified));
        if let Some((name, comparison)) = &summary.manuscript {
            text += &manuscript_text(name, comparison, &summary.claims);
        }
        print_or_give_up(&mut std::io::stdout(), &text);
    }

    /// Writes a draft to a file that is not there yet, or prints it.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn draft(&self, bytes: &[u8], count: usize, to: Option<&Path>) -> Result<(), String> {
        let Some(path) = to else {
            print_or_give_up(&mut std::io::stdout(), &String::from_utf8_lossy(bytes));
            return Ok(());
        };
        let written = std::fs::File::create_new(path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        print_or_give_up(&mut std::io::stdout(), &format!("{count} claims are in {}\n", path.display()));
        Ok(())
    }

    /// Messages that stopped a run.
    pub fn messages(&self, messages: &Diagnostics) {
        let mut text = String::new();
        for message in messages.sorted() {
            text += &format!("{message}\n");
        }
        let errors = messages.count(Severity::Error);
        let noun = if errors == 1 { "problem" } else { "problems" };
        text += &format!("\n{errors} {noun} to mend; nothing was written.\n");
        print_or_give_up(&mut std::io::stderr(), &text);
    }

    /// A fault of the program or the machine.
    pub fn fault(&self, text: &str) {
        print_or_give_up(&mut std::io::stderr(), &format!("insats: {text}\n"));
    }
}

/// A reader that has gone away, as `head` does, is no fault.
fn print_or_give_up(to: &mut dyn Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

fn indented(notice: &Diagnostic) -> String {
    notice.to_string().lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn verified(claims: Verified) -> String {
    let noun = if claims.all() == 1 { "claim" } else { "claims" };
    let Verified { holding, failing, undecided } = claims;
    format!("{} {noun}: {holding} hold, {failing} fail, {undecided} cannot be decided", claims.all())
}

fn claim_lines(claim: &VerifiedClaim) -> String {
    let verdict = &claim.verdict;
    let mut text = format!("{} {}: {}\n", verdict.outcome.word(), claim.id, claim.statement);
    for (head, line) in [("stated", &verdict.stated), ("computed", &verdict.computed)] {
        if !line.is_empty() {
            text += &format!("    {head:<9} {line}\n");
        }
    }
    let head = if verdict.outcome == Outcome::Fails { "true" } else { "because" };
    text + &format!("    {head:<9} {}\n\n", verdict.reason)
}

/// What a manuscript has beside its claims, and the claims beside it.
fn manuscript_text(name: &str, comparison: &Comparison, claims: &[VerifiedClaim]) -> String {
    let (all, covered) = comparison.counts();
    let mut text = format!("\n{name}: {all} numbers and quantifying words, {covered} of them covered by a claim\n");
    let claim = |at: Option<usize>| at.and_then(|at| claims.get(at));
    let mut differing = String::new();
    let mut failing = String::new();
    let mut uncovered = String::new();
    let mut words = 0;
    for read in &comparison.read {
        let line = format!("  {}: {}\n", read.sentence.paragraph, read.sentence.text);
        let shown =
            |range: &std::ops::Range<usize>| read.sentence.text.get(range.clone()).unwrap_or_default().to_owned();
        let mut open = Vec::new();
        for paired in &read.paired {
            let own = shown(&paired.figure.range);
            match claim(paired.claim) {
                Some(claim) if paired.differs() => {
                    differing += &format!("{line}      {own}, but {}: {}\n", claim.id, claim.statement);
                }
                Some(claim) if claim.verdict.outcome == Outcome::Fails => {
                    failing += &format!("{line}      {own}: {} fails; {}\n", claim.id, claim.verdict.reason);
                }
                Some(_) => {}
                None if paired.figure.value == Value::Word => words += 1,
                None => open.push(own),
            }
        }
        if !open.is_empty() {
            uncovered += &format!("{line}      {}\n", open.join("; "));
        }
    }
    for (head, list) in [
        ("other numbers than the claims state (line or paragraph, sentence)", differing),
        ("sentences whose claim fails", failing),
        ("sentences with numbers that no claim covers", uncovered),
    ] {
        if !list.is_empty() {
            text += &format!("\n{head}:\n{list}");
        }
    }
    if words > 0 {
        text += &format!("\n{words} quantifying words without a number are covered by no claim\n");
    }
    let missing: Vec<&str> =
        comparison.missing.iter().filter_map(|at| claims.get(*at)).map(|c| c.id.as_str()).collect();
    if !missing.is_empty() {
        text += &format!("\n{} claims that no sentence carries:\n  {}\n", missing.len(), missing.join(", "));
    }
    text
}

fn summary_table(summary: &Summary) -> String {
    const HEAD: [&str; 6] = ["area", "answered", "interventions", "excluded", "coded", "T (kr)"];
    let integer = |number: usize| number.to_string();
    let mut rows = vec![HEAD.map(str::to_owned)];
    for area in &summary.areas {
        rows.push([
            area.area.clone(),
            integer(area.respondents),
            integer(area.interventions),
            integer(area.excluded),
            integer(area.coded),
            Language::Swedish.integer(area.target.0),
        ]);
    }
    aligned(&rows)
}

/// Rows as columns: the first to the left, the others to the right.
fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, width))| {
            if index == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
