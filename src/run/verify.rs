//! The recipe of `insats verify`: every declared claim held against the study's data.

use std::path::{Path, PathBuf};

use super::job::{FileJob, commit_files};
use super::{Failure, Findings, Options, Stage, fault, find, stop_on_errors};
use crate::claims::{Checked, Facts, Outcome, draft};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::manuscript::{Comparison, sentences};
use crate::output::Target;
use crate::render;
use crate::report::Item;
use crate::study::STUDY_FILE;
use crate::wording::Language;

/// How many claims came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The data bear them out.
    pub holding: usize,
    /// The data do not.
    pub failing: usize,
    /// The data do not say.
    pub undecided: usize,
}

impl Verified {
    /// Counts the outcomes.
    pub fn count(checked: &[Checked<'_>]) -> Self {
        let count = |outcome| checked.iter().filter(|c| c.verdict.outcome == outcome).count();
        Self { holding: count(Outcome::Holds), failing: count(Outcome::Fails), undecided: count(Outcome::Undecided) }
    }

    /// All together.
    pub fn all(self) -> usize {
        self.holding + self.failing + self.undecided
    }
}

/// What came of a study's claims.
#[derive(Debug)]
pub struct VerifySummary {
    /// How many came out how.
    pub verified: Verified,
    /// Every claim, in the order of the file.
    pub claims: Vec<VerifiedClaim>,
    /// What is doubtful about claims whatever the data say: another area, a sentence that stands twice.
    pub doubts: Vec<Diagnostic>,
    /// The manuscript's name and what came of comparing it, where one was given; positions are those of the claims.
    pub manuscript: Option<(String, Comparison)>,
}

/// One claim, for whoever prints it.
#[derive(Clone, Debug)]
pub struct VerifiedClaim {
    /// Its id.
    pub id: String,
    /// Its sentence.
    pub statement: String,
    /// What came of it.
    pub verdict: crate::claims::Verdict,
}

impl VerifySummary {
    /// Whether something is wrong in print: a claim fails, or the manuscript has another number than its claim.
    pub fn is_wrong(&self) -> bool {
        let differs =
            |comparison: &Comparison| comparison.read.iter().flat_map(|r| &r.paired).any(|paired| paired.differs());
        self.verified.failing > 0 || self.manuscript.as_ref().is_some_and(|(_, comparison)| differs(comparison))
    }
}

/// Holds every claim of a study against its data, and a manuscript against the claims; writes nothing.
///
/// # Errors
/// [`Failure`]: also where the study declares no claims, or one of them or the manuscript cannot be read.
pub fn verify(
    folder: &Path,
    manuscript: Option<&Path>,
    options: &Options,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<VerifySummary, Failure> {
    let mut messages = Diagnostics::new();
    let mut findings = find(folder, options.codes, progress, &mut messages)?;
    manuscript.iter().for_each(|path| findings.watch.add(&path.display().to_string(), path));
    if findings.study.claims.is_none() {
        let message = Diagnostic::error(Place::file(STUDY_FILE), "the study declares no claims")
            .expected("claims = \"claims.csv\", before the first table")
            .action("write the file as docs/reference/claims.md describes it; insats claims draft gives a beginning");
        return Err(Failure::Input(message.into()));
    }
    let language = options.language.unwrap_or(findings.study.language);
    progress(Stage::Claims);
    let items = findings.material(language).items(&mut messages);
    let checked = check(&findings, &items, language, &mut messages);
    let verified = Verified::count(&checked);
    let claims = checked.into_iter().map(|Checked { claim, verdict }| VerifiedClaim {
        id: claim.id.clone(),
        statement: claim.statement.clone(),
        verdict,
    });
    let claims = claims.collect();
    stop_on_errors(messages)?;
    let manuscript = manuscript.map(|path| compare(path, &findings, language)).transpose()?;
    let doubts = findings.claims.wrong.clone();
    findings.answer(VerifySummary { verified, claims, doubts, manuscript })
}

fn compare(path: &Path, findings: &Findings, language: Language) -> Result<(String, Comparison), Failure> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let bytes = std::fs::read(path).map_err(|error| {
        let found = format!("the manuscript cannot be read: {error}");
        Failure::Input(Diagnostic::error(Place::file(&name), found).into())
    })?;
    let sentences = sentences(&bytes, &name).map_err(Failure::Input)?;
    let surveys = findings.study.surveys.iter();
    let areas: Vec<_> = surveys.map(|s| (s.area.clone(), s.title.get(language).to_owned())).collect();
    Ok((name, Comparison::new(sentences, &findings.claims, &areas)))
}

/// Claims that were drafted.
#[derive(Debug)]
pub struct DraftedClaims {
    /// The bytes of a `claims.csv`.
    pub bytes: Vec<u8>,
    /// How many claims they are.
    pub count: usize,
    /// Where they were written, if they were.
    pub file: Option<PathBuf>,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
}

/// Drafts claims that hold, and writes them if a file is given.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn draft_claims(
    folder: &Path,
    options: &Options,
    target: Option<Target<'_>>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<DraftedClaims, Failure> {
    let mut messages = Diagnostics::new();
    let findings = find(folder, options.codes, progress, &mut messages)?;
    let job = target.map(|target| FileJob::begin(&findings.watch, target)).transpose()?;
    let language = options.language.unwrap_or(findings.study.language);
    progress(Stage::Claims);
    let items = findings.material(language).items(&mut messages);
    stop_on_errors(messages)?;
    let facts = facts(&findings, &items, language);
    let drafts = draft::drafts(&findings.study, &findings.declaration, &items, &facts, &findings.claims.words);
    let (bytes, count) = (render::csv(&draft::table(&drafts)).map_err(fault)?, drafts.len());
    let kept = commit_files(&findings.watch, job.into_iter().map(|job| (job, bytes.as_slice())).collect())?;
    let file = target.map(|target| target.path.to_owned());
    Ok(DraftedClaims { bytes, count, file, kept: kept.into_iter().next() })
}

fn facts<'f>(findings: &'f Findings, items: &'f [Item], language: Language) -> Facts<'f> {
    let Findings { study, book, input, ledger, weighting, .. } = findings;
    let tables = items.iter().map(|item| (item.id.as_str(), &item.table));
    Facts::new((study, book), input, ledger, weighting, tables, language)
}

/// Decides the claims of a study; a failing one is a notice, a wrong assertion an error.
pub(super) fn check<'f>(
    findings: &'f Findings,
    items: &[Item],
    language: Language,
    messages: &mut Diagnostics,
) -> Vec<Checked<'f>> {
    if findings.claims.claims.is_empty() {
        return Vec::new();
    }
    let Findings { study, claims, .. } = findings;
    let checked = claims.verify(&facts(findings, items, language), messages);
    let verified = Verified::count(&checked);
    if verified.failing > 0 {
        let (found, swedish) = match verified.failing {
            1 => ("1 claim is not true of the data".to_owned(), "1 påstående stämmer inte med uppgifterna".to_owned()),
            failing => (
                format!("{failing} claims are not true of the data"),
                format!("{failing} påståenden stämmer inte med uppgifterna"),
            ),
        };
        let place = study.claims.as_ref().map(|file| Place::file(&file.value)).unwrap_or_default();
        let notice = Diagnostic::notice(place, found).action("see insats verify, or data/claims.csv");
        messages.push(notice.in_swedish(swedish, "", "se insats verify eller data/claims.csv"));
    }
    checked
}
