//! The recipe of `insats verify`: every declared claim held against the study's data.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage, fault};
use crate::claims::{self, Checked, Facts, Verified, by_counting, draft, headlines};
use crate::compare::Pair;
use crate::diagnostic::{Diagnostic, Place};
use crate::manuscript::{Comparison, sentences};
use crate::msg;
use crate::output::Target;
use crate::render;
use crate::report::Item;
use crate::report::document::Sentence;
use crate::study::STUDY_FILE;
use crate::wording::{Language, Message};

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
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find_years(folder, options.codes)?;
    if let Some(path) = manuscript {
        job.watch(path);
    }
    if findings.study.claims.is_none() {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("no-claims-declared")).into());
    }
    let language = job.language(&findings);
    progress(Stage::Claims);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    let checked = job.check_claims(&findings, &mut items, language);
    job.stop_on_errors()?;
    let verified = Verified::count(&checked);
    let told = by_counting(&checked, place(&findings));
    let claims = checked.into_iter().map(|Checked { claim, verdict }| VerifiedClaim {
        id: claim.id.clone(),
        statement: claim.statement.clone(),
        verdict,
    });
    let claims = claims.collect();
    let manuscript = manuscript.map(|path| compare(path, &findings, language)).transpose()?;
    let doubts = findings.claims.wrong.iter().cloned().chain(told).collect();
    job.answer(VerifySummary { verified, claims, doubts, manuscript })
}

fn compare(path: &Path, findings: &Findings, language: Language) -> Result<(String, Comparison), Failure> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let bytes = std::fs::read(path).map_err(|error| {
        let message = msg!("manuscript-unreadable", error = &error);
        Failure::Input(Diagnostic::error(Place::file(&name), message).into())
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
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find_years(folder, options.codes)?;
    let claimed = target.map(|target| job.claim(target)).transpose()?;
    let language = job.language(&findings);
    progress(Stage::Claims);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    job.stop_on_errors()?;
    let pairs = findings.pairs();
    let told = facts(&findings, &items, &pairs, language);
    let unsaid = headlines::unsaid(&items, &told, &findings.claims.words);
    drop(told);
    job.take_away(unsaid, &findings, &mut items, language);
    let facts = facts(&findings, &items, &pairs, language);
    let drafts = draft::drafts(&findings.study, &findings.declaration, &items, &facts, &findings.claims.words);
    let (bytes, count) = (render::csv(&draft::table(&drafts)).map_err(fault)?, drafts.len());
    let kept = job.put(claimed.into_iter().map(|file| (file, bytes.as_slice())).collect())?;
    let file = target.map(|target| target.path.to_owned());
    Ok(DraftedClaims { bytes, count, file, kept: kept.into_iter().next() })
}

/// Where claims stand.
fn place(findings: &Findings) -> Place {
    findings.study.claims.as_ref().map(|file| Place::file(&file.value)).unwrap_or_default()
}

fn facts<'f>(findings: &'f Findings, items: &'f [Item], years: &'f [Pair<'f>], language: Language) -> Facts<'f> {
    let tables = items.iter().map(|item| (item.id.as_str(), &item.table));
    Facts::new(findings.side(), tables, years, language)
}

/// The sentences of a manuscript: those of the study's claims that hold, or, where it declares none, drafts.
pub(super) fn true_sentences(
    findings: &Findings,
    items: &[Item],
    pairs: &[Pair<'_>],
    checked: &[Checked<'_>],
    language: Language,
) -> Vec<Sentence> {
    if findings.study.claims.is_some() {
        return claims::sentences(checked, items);
    }
    let facts = facts(findings, items, pairs, language);
    let drafts = draft::drafts(&findings.study, &findings.declaration, items, &facts, &findings.claims.words);
    claims::sentences_of_drafts(&drafts, items)
}

impl Job<'_> {
    /// Takes the headlines away that claim what does not hold, and tells why.
    fn take_away(
        &mut self,
        unsaid: Vec<(usize, Message)>,
        findings: &Findings,
        items: &mut [Item],
        language: Language,
    ) {
        for (at, reason) in unsaid {
            let Some((item, declared)) = items.get_mut(at).zip(findings.declaration.items.get(at)) else { continue };
            self.messages.push(item.without_headline(declared, reason, language));
        }
    }

    /// Decides the claims of a study and of headlines, and fills in the numbers of the report's texts; a failing claim is a notice, a wrong assertion an
    /// error.
    pub(super) fn check_claims<'f>(
        &mut self,
        findings: &'f Findings,
        items: &mut [Item],
        language: Language,
    ) -> Vec<Checked<'f>> {
        let has_claims = !findings.claims.claims.is_empty();
        let asks = |item: &Item| item.is_text() || item.headline.is_some();
        if !has_claims && !items.iter().any(asks) {
            return Vec::new();
        }
        // A text may ask for the number of another year, too.
        let has_years = findings.claims.name_years() || items.iter().any(Item::is_text) || headlines::name_years(items);
        let years = if has_years { findings.pairs() } else { Vec::new() };
        let facts = facts(findings, items, &years, language);
        let filled = self.numbers_of_texts(findings, items, &facts);
        let checked = findings.claims.verify(&facts, &mut self.messages);
        let unsaid = headlines::unsaid(items, &facts, &findings.claims.words);
        drop(facts);
        self.fill_in(findings, items, &filled, language);
        self.take_away(unsaid, findings, items, language);
        if !has_claims {
            return checked;
        }
        self.messages.push_all(Verified::count(&checked).notice(place(findings)).as_ref());
        self.messages.push_all(by_counting(&checked, place(findings)).as_ref());
        checked
    }
}
