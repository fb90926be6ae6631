//! The recipe of `insats codebook check`: what is wrong with a codebook, and what is odd about its rules.

use std::path::Path;

use super::job::Job;
use super::{Failure, Options, Stage, fault};
use crate::codebook::Codebook;
use crate::codebook::odd::Checker;
use crate::coding::on_texts::texts;
use crate::coding::rules::Rulebook;
use crate::diagnostic::Diagnostic;

/// What a codebook holds and what is odd about it.
#[derive(Debug)]
pub struct CodebookSummary {
    /// How many codes.
    pub codes: usize,
    /// How many rules.
    pub rules: usize,
    /// How many different patterns.
    pub patterns: usize,
    /// How many texts they were tried on.
    pub texts: usize,
    /// Warnings and notices, those first that weigh most.
    pub notices: Vec<Diagnostic>,
}

/// How many patterns a message lists.
const MOST: usize = 10;

/// Checks a codebook; with a study also how its patterns do on that study's texts. `all` lists every pattern.
///
/// # Errors
/// [`Failure`] with all errors of the codebook or the study.
pub fn check_codebook(
    path: &Path,
    study: Option<&Path>,
    all: bool,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<CodebookSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    progress(Stage::Study);
    let name = job.watch(path);
    let book = Codebook::load(path, &name)?;
    let source = std::fs::read_to_string(path).map_err(fault)?;
    let rulebook = Rulebook::new(&book).map_err(fault)?;
    let mut checker = Checker::new(&book, &source, &name);
    let most = if all { usize::MAX } else { MOST };
    let texts = match study {
        Some(folder) => checker.on_texts(&rulebook, &texts(&book, &job.read(folder)?), most),
        None => 0,
    };
    let notices = checker.weighed();
    let (systems, patterns) = (&book.systems, rulebook.patterns().len());
    let codes = || systems.iter().flat_map(|system| &system.codes);
    let (codes, rules) = (codes().count(), codes().map(|code| code.rules.len()).sum());
    job.answer(CodebookSummary { codes, rules, patterns, texts, notices })
}
