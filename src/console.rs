//! What a user sees: progress and messages on standard error, the summary on standard output.

mod check;
mod claims;
mod init;
mod peek;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};
use insats::diagnostic::{Diagnostic, Diagnostics, Severity, folded};
use insats::learning::model::LearnedDomain;
use insats::learning::quality::CARELESS;
use insats::report::{Kind, Table, Value};
use insats::run::{
    AgreementSummary, AllocationSummary, CodeSummary, CodebookSummary, EvaluationSummary, LearnSummary, Stage,
    SuggestSummary, Summary,
};
use insats::wording::Language;

/// Prints to the terminal, or to whatever stands in for it.
pub struct Console {
    quiet: bool,
    progress: ProgressBar,
    /// Why the standard output could not be written whole.
    lost: OnceLock<io::Error>,
}

impl Console {
    /// A console; a quiet one prints nothing but problems. Progress is shown on a terminal only.
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && io::stderr().is_terminal();
        let progress = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            progress.set_style(style);
        }
        Self { quiet, progress, lost: OnceLock::new() }
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

    /// Why something that was printed has not arrived, if it has not.
    pub fn lost(&self) -> Option<String> {
        self.lost.get().map(not_whole)
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
            Stage::Learning => "learning",
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
        let mut text = String::new();
        if !summary.areas.is_empty() {
            text += &summary_table(summary);
        }
        for account in &summary.accounts {
            text += &format!("{}: {} recipients\n", account.title, account.recipients);
            let kronor = |kr: insats::money::Kronor| format!("{} kr", Language::Swedish.integer(kr.0));
            let rows: Vec<[String; 2]> =
                account.sums.iter().map(|(name, sum)| [format!("  {name}"), kronor(*sum)]).collect();
            text += &aligned(&rows);
        }
        text += &notices(&summary.notices, "data/notices.csv");
        let Summary { figures, tables, folder, .. } = summary;
        if summary.claims.all() > 0 {
            text += &format!("\n{} (data/claims.csv)\n", claims::verified(summary.claims));
        }
        text += &format!("\n{figures} figures and {tables} tables are in {}\n", folder.display());
        self.print(&text);
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
            let undefined =
                || if row.undefined.is_empty() { "–".to_owned() } else { format!("– ({})", row.undefined) };
            let value = row.value.map_or_else(undefined, |value| format!("{value:.3}"));
            rows.push([row.domain.to_string(), row.level.word().to_owned(), row.measure.to_owned(), value, interval]);
        }
        text += &aligned(&rows);
        for (domain, coders) in &agreement.uncoded {
            let by = if coders.is_empty() { "nobody".to_owned() } else { format!("{} only", coders.join(", ")) };
            text += &format!("\n{domain}: coded by {by}, so there is no agreement to measure");
        }
        text += if agreement.uncoded.is_empty() { "" } else { "\n" };
        text +=
            &format!("\n{} differences to settle are in {}\n", agreement.disagreements.len(), summary.folder.display());
        self.print(&text);
    }

    /// How pots were distributed.
    pub fn allocations(&self, summary: &AllocationSummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for (allocation, table) in &summary.allocations {
            text += &format!("{}\n\n", allocation.title.get(summary.language));
            text += &columns(table, summary.language);
            text.push('\n');
        }
        text += &notices(&summary.notices, "notices.csv");
        text += &format!("\nwritten to {}\n", summary.folder.display());
        self.print(&text);
    }

    /// What rules coded.
    pub fn coded(&self, summary: &CodeSummary) {
        if self.quiet {
            return;
        }
        let mut rows = vec![["domain", "coded by rules", "without a code", "their kronor"].map(str::to_owned)];
        for (domain, coded, without, kronor) in &summary.domains {
            let kronor = Language::Swedish.integer(kronor.0);
            rows.push([domain.to_string(), coded.to_string(), without.to_string(), kronor]);
        }
        let CodeSummary { review, folder, .. } = summary;
        let text = aligned(&rows)
            + &format!(
                "\n{review} answers to look at, by the kronor at stake, are in {}\n",
                folder.join("data/review.csv").display()
            );
        self.print(&text);
    }

    /// What was learned, and how good it is on answers that the model had not seen.
    pub fn learned(&self, summary: &LearnSummary) {
        if self.quiet {
            return;
        }
        let domains = || summary.model.systems.iter().flat_map(|system| &system.domains);
        let f1 = |domain: &LearnedDomain, group: &str| {
            ["rules", "learning", "both"].map(|way| {
                let count = domain.quality.count(group, "main", way);
                count.and_then(|c| c.hits().f1()).map_or_else(|| "–".to_owned(), |f1| format!("{f1:.3}"))
            })
        };
        let head = ["domain", "answers", "rules F1", "learning F1", "both F1", "automatic", "precision"];
        let mut text = String::new();
        for (group, title) in [("all", "All answers"), ("unseen", "Answers that the rules' author has not seen")] {
            let mut rows = vec![head.map(str::to_owned)];
            for domain in domains() {
                let Some(promise) = domain.quality.promise.iter().find(|p| p.group == group) else { continue };
                let [rules, learning, both] = f1(domain, group);
                let precision = promise.precision().map_or_else(
                    || "–".to_owned(),
                    |(value, (low, high))| format!("{value:.3} ({low:.3} to {high:.3})"),
                );
                let (answers, share) = (promise.answers.to_string(), hundredths(promise.share()));
                rows.push([domain.domain.to_string(), answers, rules, learning, both, share, precision]);
            }
            if rows.len() > 1 {
                text += &format!("{title}; main codes\n\n{}\n", aligned(&rows));
            }
        }
        let mut rows = vec![["domain", "rules F1", "learning F1", "both F1"].map(str::to_owned)];
        for domain in domains() {
            let [rules, learning, both] = f1(domain, CARELESS);
            rows.push([domain.domain.to_string(), rules, learning, both]);
        }
        text += &format!(
            "Tried on wordings and respondents that had been seen, for comparison only\n\n{}\n",
            aligned(&rows)
        );
        let LearnSummary { file, size, kept, .. } = summary;
        let megabytes = *size as f64 / 1e6;
        text += &format!(
            "automatic: the share of people's codings that would be accepted, rightly\n\n\
             the model is in {} ({megabytes:.1} MB)\n",
            file.display()
        );
        text += &kept_as(kept);
        self.print(&text);
    }

    /// What a model suggests.
    pub fn suggested(&self, summary: &SuggestSummary) {
        if self.quiet {
            return;
        }
        let head = ["domain", "answers", "accepted codings", "for review", "automatic answers", "share"];
        let mut rows = vec![head.map(str::to_owned)];
        for (domain, sums) in &summary.domains {
            let share = (sums.answers > 0).then(|| sums.automatic as f64 / sums.answers as f64);
            let counts = [sums.answers, sums.accepted, sums.review, sums.automatic].map(|count| count.to_string());
            let [answers, accepted, review, automatic] = counts;
            rows.push([domain.to_string(), answers, accepted, review, automatic, hundredths(share)]);
        }
        let SuggestSummary { automatic, interventions, minutes, folder, .. } = summary;
        let mut text = aligned(&rows);
        text += &format!(
            "\n{automatic} of {interventions} interventions need no reading; at {minutes} minutes an intervention, {:.0} hours are saved\n",
            summary.hours()
        );
        summary.drift.iter().for_each(|warning| text += &format!("{}\n", indented(warning)));
        text += &format!("\nwhat to read first is in {}\n", folder.join("data/review.csv").display());
        self.print(&text);
    }

    /// How good rules are.
    pub fn evaluated(&self, summary: &EvaluationSummary) {
        if self.quiet {
            return;
        }
        let head =
            ["domain", "level", "answers", "interventions", "precision", "recall", "F1", "macro F1", "rightly none"];
        let mut rows = vec![head.map(str::to_owned)];
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
        for group in summary.groups() {
            for (subject, result) in &summary.evaluation.results {
                if subject.area.is_some() || subject.group != group {
                    continue;
                }
                let micro = result.micro();
                let without = match result.without {
                    0 => "–".to_owned(),
                    without => format!("{} of {without}", result.rightly_without),
                };
                rows.push([
                    subject.domain.to_string(),
                    subject.level.word().to_owned(),
                    group.clone().unwrap_or_else(|| "all".to_owned()),
                    result.interventions.to_string(),
                    number(micro.precision()),
                    number(micro.recall()),
                    number(micro.f1()),
                    number(result.macro_mean().map(|[_, _, f1]| f1)),
                    without,
                ]);
            }
        }
        let mut text = aligned(&rows);
        text += if summary.has_held_back {
            "\nThe rules may have been written on the answers called \"seen\"; \"held-back\" were kept from their author.\n"
        } else {
            "\nThe study lists no answers that were held back: the rules may have been written on all of these.\n"
        };
        text += &format!("Codes, areas, confusion, patterns and missed texts are in {}\n", summary.folder.display());
        self.print(&text);
    }

    /// A page of text.
    pub fn page(&self, page: &str) {
        self.print(page);
    }

    /// What a codebook holds and what is odd about it.
    pub fn codebook(&self, summary: &CodebookSummary) {
        let mut text = String::new();
        summary.notices.iter().for_each(|notice| text += &format!("{notice}\n"));
        let CodebookSummary { codes, rules, patterns, texts, notices } = summary;
        text += &format!("\n{codes} codes, {rules} rules, {patterns} patterns");
        text += &if *texts > 0 { format!(", tried on {texts} texts") } else { String::new() };
        text += &format!("; {} to look at\n", notices.len());
        self.print(text.trim_start());
    }

    /// Messages that stopped a run.
    pub fn messages(&self, messages: &Diagnostics) {
        let mut text: String =
            folded(messages).iter().map(|fold| check::fold_text(fold, false)).collect::<Vec<_>>().join("\n");
        let errors = messages.count(Severity::Error);
        let noun = if errors == 1 { "problem" } else { "problems" };
        text += &format!("\n{errors} {noun} to mend; nothing was written.\n");
        self.tell(&text);
    }

    /// A fault of the program or the machine.
    pub fn fault(&self, text: &str) {
        self.tell(&format!("insats: {text}\n"));
    }
}

/// A share with two decimals; a dash where there is nothing to have a share of.
fn hundredths(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.2}"))
}

/// The messages that did not stop a run, with how many there are.
fn notices(all: &[Diagnostic], file: &str) -> String {
    if all.is_empty() {
        return String::new();
    }
    let warnings = all.iter().filter(|n| n.severity == Severity::Warning).count();
    let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let (warnings, notices) = (plural(warnings, "warning"), plural(all.len() - warnings, "notice"));
    let mut text = format!("\n{warnings}, {notices} (also in {file}):\n");
    all.iter().for_each(|notice| text += &format!("{}\n", indented(notice)));
    text
}

/// A table as columns, texts to the left, numbers to the right; the heads of its columns are their ids.
fn columns(table: &Table, language: Language) -> String {
    let text = |value: &Value| match value {
        Value::Integer(number) => language.integer(*number),
        Value::Amount(amount) => amount.spaced(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Percent(percent) => percent.text(language),
        Value::Missing => String::new(),
        word => word.word().unwrap_or_default().into_owned(),
    };
    let mut rows: Vec<Vec<String>> = vec![table.columns.iter().map(|column| column.id.clone()).collect()];
    rows.extend(table.rows.iter().map(|row| row.iter().map(text).collect()));
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
            if column.kind == Kind::Text { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// That an output has not arrived.
pub fn not_whole(error: &io::Error) -> String {
    format!("the output could not be written whole: {error}")
}

/// Writes a text whole. A reader that has gone away, as `head` does, has what it wanted.
fn written(to: &mut dyn Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Where files are kept whose place was taken.
fn kept_as<'p>(kept: impl IntoIterator<Item = &'p PathBuf>) -> String {
    kept.into_iter().map(|path| format!("the former file is kept as {}\n", path.display())).collect()
}

fn indented(notice: &Diagnostic) -> String {
    notice.to_string().lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
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
