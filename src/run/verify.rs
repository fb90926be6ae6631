//! The recipe of `insats verify`: every declared claim held against the study's data.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::subjects::{report_items, subjects};
use super::{Failure, Options, Stage, fault};
use crate::claims::{self, Checked, Facts, Outcome, Spoken, Verified, by_counting, draft, headlines};
use crate::compare::Pair;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::manuscript::{Comparison, Document, Judged, Marked, ReportItem, Subjects, mark, remarks, sentences};
use crate::msg;
use crate::output::Target;
use crate::render;
use crate::report::document::Sentence;
use crate::report::{Item, KindDeclaration};
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
    /// The marked copy, where one was asked for.
    pub marked: Option<MarkedCopy>,
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
    /// The claims as remarks speak of them.
    pub fn judged(&self) -> Vec<Judged<'_>> {
        let claims = self.claims.iter();
        claims.map(|claim| Judged { id: &claim.id, statement: &claim.statement, verdict: &claim.verdict }).collect()
    }

    /// Whether something is wrong in print: a claim fails, the manuscript has another number than its claim, or a reference that
    /// does not fit.
    pub fn is_wrong(&self) -> bool {
        let differs = |comparison: &Comparison| {
            let mut paired = comparison.read.iter().flat_map(|read| &read.paired);
            paired.any(|paired| paired.differs()) || !comparison.references.is_empty()
        };
        self.verified.failing > 0 || self.manuscript.as_ref().is_some_and(|(_, comparison)| differs(comparison))
    }
}

/// A marked copy of a manuscript that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'m> {
    /// Where it goes.
    pub target: Target<'m>,
    /// Whether numbers that no claim covers are marked, too.
    pub uncovered: bool,
}

/// A marked copy of a manuscript that was written.
#[derive(Debug)]
pub struct MarkedCopy {
    /// Where it is.
    pub file: PathBuf,
    /// How many comments it has.
    pub comments: usize,
    /// How many places in headers and footers have none, since Word has no comments there.
    pub elsewhere: usize,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
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
    verified(folder, manuscript, None, options, progress)
}

/// The same, and writes a copy of a Word manuscript with comments.
///
/// # Errors
/// [`Failure`]: as for [`verify`], and where the manuscript is no Word document; nothing has been written then.
pub fn verify_marked(
    folder: &Path,
    manuscript: &Path,
    marking: Marking<'_>,
    options: &Options,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<VerifySummary, Failure> {
    verified(folder, Some(manuscript), Some(marking), options, progress)
}

fn verified(
    folder: &Path,
    manuscript: Option<&Path>,
    marking: Option<Marking<'_>>,
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
    let claimed = marking.map(|marking| job.claim(marking.target)).transpose()?;
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
    let claims: Vec<_> = claims.collect();
    let doubts = findings.claims.wrong.iter().cloned().chain(told).collect();
    let report = report_items(&items, &findings.declaration.items, &findings.study, language);
    let subjects = match manuscript {
        Some(_) => subjects_with_data(&findings, &items, report, language),
        None => Subjects::default(),
    };
    let read = manuscript.map(|path| Manuscript::read(path, &findings, &claims, &subjects)).transpose()?;
    let mut summary = VerifySummary { verified, claims, doubts, manuscript: None, marked: None };
    let Some(Manuscript { name, comparison, document }) = read else { return job.answer(summary) };
    let Some((single, marking)) = claimed.zip(marking) else {
        summary.manuscript = Some((name, comparison));
        return job.answer(summary);
    };
    let Some(document) = document else {
        return Err(Diagnostic::error(Place::file(&name), msg!("mark-only-word", file = shown(&name))).into());
    };
    let remarks = remarks(&comparison, &summary.judged(), marking.uncovered);
    let made =
        mark(document, &remarks, findings.study.data_date, language).map_err(|wrong| Failure::Input(wrong.into()))?;
    let Marked { bytes, comments, elsewhere } = made;
    let kept = job.put(vec![(single, bytes)])?.into_iter().next();
    summary.marked = Some(MarkedCopy { file: marking.target.path.to_owned(), comments, elsewhere, kept });
    summary.manuscript = Some((name, comparison));
    Ok(summary)
}

/// A manuscript that was read.
struct Manuscript {
    name: String,
    comparison: Comparison,
    /// Where it is a Word document.
    document: Option<Document>,
}

impl Manuscript {
    fn read(path: &Path, findings: &Findings, claims: &[VerifiedClaim], subjects: &Subjects) -> Result<Self, Failure> {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let bytes = std::fs::read(path).map_err(|error| {
            let message = msg!("manuscript-unreadable", error = &error);
            Failure::Input(Diagnostic::error(Place::file(&name), message).into())
        })?;
        let fails = |claim: &VerifiedClaim| claim.verdict.outcome == Outcome::Fails;
        let truths: Vec<_> = claims.iter().map(|claim| fails(claim).then(|| claim.verdict.reason.clone())).collect();
        let is_word = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
        if is_word {
            let document = Document::read(bytes, &name).map_err(|wrong| Failure::Input(wrong.into()))?;
            let comparison = Comparison::of_document(&document, &findings.claims, &truths, subjects);
            return Ok(Self { name, comparison, document: Some(document) });
        }
        let sentences = sentences(&bytes, &name).map_err(Failure::Input)?;
        let comparison = Comparison::new(sentences, &findings.claims, &truths, subjects);
        Ok(Self { name, comparison, document: None })
    }
}

/// What texts of a study speak of, with what its data say.
fn subjects_with_data(findings: &Findings, items: &[Item], report: Vec<ReportItem>, language: Language) -> Subjects {
    let pairs = findings.pairs();
    let facts = facts(findings, items, &pairs, language);
    let words = &findings.claims.words;
    let spoken = Spoken::new(&findings.claims.claims);
    let title = |area: &str, question: &str| {
        format!("{} {}", titles(findings, items, area, question), spoken.of(question).join(" "))
    };
    Subjects {
        tallies: claims::tallies(&findings.study, &facts, words, &title),
        totals: claims::totals(&facts, words),
        ..subjects(findings, report, language)
    }
}

/// What the report calls a question of an area: the titles of the items that show it.
fn titles(findings: &Findings, items: &[Item], area: &str, question: &str) -> String {
    let declared = findings.declaration.items.iter().zip(items);
    let shows = |kind: &KindDeclaration| match kind {
        KindDeclaration::Bars { areas, question: own, .. } => {
            own == question && areas.iter().any(|own| own.area == area)
        }
        KindDeclaration::Likert { area: own_area, question: own } => own == question && own_area == area,
        _ => false,
    };
    declared.filter(|(own, _)| shows(&own.kind)).map(|(_, item)| item.title.as_str()).collect::<Vec<_>>().join(" ")
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

pub(super) fn facts<'f>(
    findings: &'f Findings,
    items: &'f [Item],
    years: &'f [Pair<'f>],
    language: Language,
) -> Facts<'f> {
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
        let has_numbers = !findings.declaration.numbers.is_empty();
        if !has_claims && !has_numbers && !items.iter().any(asks) {
            return Vec::new();
        }
        // A text may ask for the number of another year, too.
        let may_name = has_numbers || items.iter().any(Item::is_text);
        let has_years = may_name || findings.claims.name_years() || headlines::name_years(items);
        let years = if has_years { findings.pairs() } else { Vec::new() };
        let facts = facts(findings, items, &years, language);
        let filled = self.numbers_of_texts(findings, items, &facts);
        self.check_numbers(findings, &findings.material(&years, language), &facts);
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
