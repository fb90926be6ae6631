//! The recipe of `insats codebook migrate`: a codebook is changed by a map, and everything of a study that names its codes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::{Job, csv_files};
use super::{Failure, Options, Stage, fault};
use crate::claims::{Outcome, Verdict};
use crate::decisions::Lock;
use crate::decisions::log::{Carried, Line, Migration, Moment, first};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, shown};
use crate::migration::compare::{Compared, compare};
use crate::migration::{
    Map, Open, Plan, lists as tables, recoded_claims, recoded_lock, recoded_report, recoded_sheets,
};
use crate::msg;
use crate::output::{Content, Single, Target};
use crate::study::{Appended, DECISIONS, Money, STUDY_FILE, lock_of};

/// What a migration comes to, and whether it was written.
#[derive(Debug)]
pub struct MigrationSummary {
    /// Id and version of the codebook before.
    pub from: String,
    /// The same after.
    pub to: String,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// Codes before and after.
    pub compared: Compared,
    /// What people have to decide.
    pub open: Vec<Open>,
    /// Claims that come out otherwise.
    pub claims: Vec<ClaimChange>,
    /// What is new to tell of the study, and what has to be done by hand.
    pub told: Vec<Diagnostic>,
    /// The files that differ, each with in how many places, where these are counted.
    pub files: Vec<(String, Option<usize>)>,
    /// Whether the files were written.
    pub written: bool,
    /// The lists that were written.
    pub lists: Vec<PathBuf>,
    /// Where files are kept that stood there.
    pub kept: Vec<PathBuf>,
}

/// A claim that comes out otherwise.
#[derive(Clone, Debug)]
pub struct ClaimChange {
    /// Its id.
    pub id: String,
    /// What came of it before.
    pub before: Verdict,
    /// What comes of it now.
    pub after: Verdict,
}

/// What a file is to hold.
struct New {
    name: String,
    bytes: Vec<u8>,
    places: Option<usize>,
}

/// Changes the codebook of a study, and everything of the study that names its codes, by a map. The new files are read and held
/// against the old ones before any of them is put in place; they are only where it is to `write`. Lists of codes before and after
/// and of what people have to decide go into a folder where one is asked for. Where people have decided anything beside the sheets, it
/// has an `author`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where anything differs that the map does not say.
pub fn migrate_codebook(
    folder: &Path,
    map: &Path,
    lists: Option<Target<'_>>,
    author: Option<&Author>,
    write: bool,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<MigrationSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    job.drafts = true;
    let map_name = job.watch(map);
    let before = job.find_years(folder, None)?;
    let (study, book) = (&before.study, &before.book);
    let Some(codebook) = &study.codebook else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("nothing-to-migrate")).into());
    };
    let plan = Plan::new(&Map::load(map, &map_name, book)?, book, &study.codings)?;
    let mut messages = Diagnostics::about(study.currency());
    let decided = decided(&before, &plan, author)?;
    let (mut files, open) = carried(&before, &plan, &codebook.value, &mut messages)?;
    if messages.has_errors() {
        return Err(messages.into());
    }
    let new = |file: &Appended| New { name: file.name.clone(), bytes: file.bytes.to_vec(), places: None };
    files.splice(0..0, decided.iter().map(new));
    let staged: Vec<Single> =
        files.iter().map(|file| job.stage(&study.path(&file.name), &file.bytes)).collect::<Result<_, _>>()?;
    let instead = files.iter().zip(&staged).map(|(file, single)| (file.name.clone(), single.staging().to_owned()));
    let after = anew(folder, instead.collect(), decided, &plan, progress).map_err(of_new)?;
    let compared = compare(&plan, before.side(), after.findings.side(), &mut messages);
    if messages.has_errors() {
        return Err(messages.into());
    }
    let was = told(&mut job, &before)?;
    let mut told: Vec<Diagnostic> = by_hand(&before, &plan, &codebook.value);
    told.extend(after.told.0.iter().filter(|new| !was.0.contains(new)).cloned());
    let files = files.into_iter().map(|file| (file.name, file.places)).collect();
    let summary = MigrationSummary {
        from: shown_version(book),
        to: shown_version(&plan.book),
        money: study.money,
        claims: changed_claims(&was.1, &after.told.1),
        compared,
        open,
        told,
        files,
        written: write,
        lists: Vec::new(),
        kept: Vec::new(),
    };
    commit(job, summary, lists, if write { staged } else { Vec::new() }, folder)
}

fn shown_version(book: &crate::codebook::Codebook) -> String {
    format!("{} {}", book.id, book.version)
}

/// Writes the lists that were asked for, and puts the new files in place.
fn commit(
    job: Job<'_>,
    summary: MigrationSummary,
    lists: Option<Target<'_>>,
    mut staged: Vec<Single>,
    home: &Path,
) -> Result<MigrationSummary, Failure> {
    if lists.is_none() && summary.written && !summary.open.is_empty() {
        let message = msg!("migration-without-list", count = summary.open.len());
        return Err(Diagnostic::error(Place::file(STUDY_FILE), message).into());
    }
    let mut written = Vec::new();
    if let Some(Target { path, force }) = lists {
        for (name, content) in csv_files("", &tables(&summary.compared, &summary.open, summary.money))? {
            let Content::Bytes(bytes) = content else { continue };
            let path = path.join(name);
            let single = job.claim(Target { path: &path, force })?;
            single.write(&bytes)?;
            staged.push(single);
            written.push(path);
        }
    }
    let kept = job.put_staged(staged, summary.written.then_some(home))?;
    Ok(MigrationSummary { lists: written, kept, ..summary })
}

/// Who changes codes, when and why: what people decided beside the sheets says it, too.
#[derive(Clone, Debug)]
pub struct Author {
    /// Who.
    pub who: String,
    /// When.
    pub when: Moment,
    /// Why.
    pub why: String,
}

/// A file of decisions that says what became of codes, where people have decided anything. It is a new one: others may be adding
/// to those that there are.
fn decided(before: &Findings, plan: &Plan, author: Option<&Author>) -> Result<Option<Appended>, Failure> {
    let Findings { study, book, codings, .. } = before;
    if codings.log.is_empty() {
        return Ok(None);
    }
    let Some(Author { who, when, why }) = author.cloned() else {
        return Err(Diagnostic::error(Place::file(DECISIONS), msg!("migration-without-author")).into());
    };
    let mut codes: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for domain in book.domains() {
        let renamed =
            book.codes(domain).iter().filter_map(|code| Some((code.id.clone(), plan.renamed(&code.id)?.to_owned())));
        codes.insert(domain.word().to_owned(), renamed.collect());
    }
    codes.retain(|_, own| !own.is_empty());
    let migrate = Carried { from: shown_version(book), to: shown_version(&plan.book), codes };
    let line = Line::Migration(Migration { who, when, why, migrate }).to_text().map_err(fault)?;
    let version: String = plan.book.version.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = |number: usize| match number {
        1 => format!("{DECISIONS}/codebook-{version}.jsonl"),
        number => format!("{DECISIONS}/codebook-{version}-{number}.jsonl"),
    };
    let name = (1..).map(name).find(|name| !study.path(name).exists()).unwrap_or_default();
    Ok(Some(Appended { name, bytes: format!("{}\n{line}\n", first()).into_bytes().into() }))
}

/// The files that differ by the new codebook, the codebook last, and what people have to decide.
fn carried(
    before: &Findings,
    plan: &Plan,
    codebook: &str,
    messages: &mut Diagnostics,
) -> Result<(Vec<New>, Vec<Open>), Failure> {
    let Findings { study, book, files, .. } = before;
    let sheets = recoded_sheets(study, files, book, plan, messages);
    let claims = recoded_claims(study, files, plan, messages);
    let (mut new, mut open) = (Vec::new(), Vec::new());
    for file in sheets.into_iter().chain(claims) {
        new.push(New { name: file.file, bytes: file.bytes, places: Some(file.cells) });
        open.extend(file.open);
    }
    let report = &study.report.value;
    let text = std::fs::read_to_string(study.path(report)).ok();
    if let Some((text, places)) = text.and_then(|text| recoded_report(&text, plan)) {
        new.push(New { name: report.clone(), bytes: text.into_bytes(), places: Some(places) });
    }
    let mut locks: Vec<String> = study.codings.iter().map(|sheet| lock_of(&sheet.file.value)).collect();
    locks.sort_unstable();
    locks.dedup();
    for name in locks {
        if let Some(lock) = Lock::load(&study.path(&name), &name)? {
            new.push(New { name, bytes: recoded_lock(&lock, plan).to_text().into_bytes(), places: None });
        }
    }
    let text = plan.book.to_json().map_err(fault)?;
    new.push(New { name: codebook.to_owned(), bytes: text.into_bytes(), places: None });
    Ok((new, open))
}

/// A study that was read with its new files.
struct Anew {
    findings: Findings,
    told: Told,
}

/// What is told of a study, and what came of its claims.
type Told = (Vec<Diagnostic>, BTreeMap<String, Verdict>);

/// What stops a study that is read with its new files: what is told besides is of files that are not there yet, and what is quoted
/// stands in them.
fn of_new(failure: Failure) -> Failure {
    let Failure::Input(messages) = failure else { return failure };
    let mut told = Diagnostics::new();
    let errors = messages.errors_only();
    errors.sorted().into_iter().for_each(|error| told.push(error.clone().within(msg!("in-new-codebook"))));
    told.into()
}

fn anew(
    folder: &Path,
    instead: BTreeMap<String, PathBuf>,
    decided: Option<Appended>,
    plan: &Plan,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Anew, Failure> {
    let mut job = Job::new(Options::default(), progress);
    (job.drafts, job.instead, job.decided) = (true, instead, decided);
    let mut findings = job.find_years(folder, None)?;
    findings.earlier.iter_mut().for_each(|earlier| earlier.carry(|code| plan.now(code).map(str::to_owned)));
    let told = told(&mut job, &findings)?;
    Ok(Anew { findings, told })
}

/// Makes the items of the report and decides the claims, as a run would.
fn told(job: &mut Job<'_>, findings: &Findings) -> Result<Told, Failure> {
    let language = job.language(findings);
    let mut items = findings.material(&findings.pairs(), language).items(&mut job.messages);
    let checked = job.check_claims(findings, &mut items, language);
    job.stop_on_errors()?;
    let verdicts = checked.into_iter().map(|one| (one.claim.id.clone(), one.verdict)).collect();
    let warnings = job.messages.sorted().into_iter().filter(|message| message.severity == Severity::Warning);
    Ok((warnings.cloned().collect(), verdicts))
}

/// Claims that hold no longer, or hold with another number.
fn changed_claims(before: &BTreeMap<String, Verdict>, after: &BTreeMap<String, Verdict>) -> Vec<ClaimChange> {
    let changed = before.iter().filter_map(|(id, old)| {
        let new =
            after.get(id).filter(|new| new.outcome != old.outcome || new.computed.in_ids != old.computed.in_ids)?;
        let both_undecided = old.outcome == Outcome::Undecided && new.outcome == Outcome::Undecided;
        (!both_undecided).then(|| ClaimChange { id: id.clone(), before: old.clone(), after: new.clone() })
    });
    changed.collect()
}

/// What no map can carry over.
fn by_hand(before: &Findings, plan: &Plan, codebook: &str) -> Vec<Diagnostic> {
    let study = &before.study;
    let mut told = Vec::new();
    if Path::new(codebook).components().any(|part| matches!(part, std::path::Component::ParentDir)) {
        let message = msg!("migrated-shared-codebook", version = shown(&plan.book.version));
        told.push(Diagnostic::warning(Place::file(codebook), message));
    }
    for (earlier, _) in study.earlier_with_surveys() {
        told.push(Diagnostic::warning(
            earlier.place.clone(),
            msg!("migrated-earlier", study = shown(&earlier.study.value)),
        ));
    }
    if let Some(model) = &study.model {
        told.push(Diagnostic::warning(Place::file(&model.value), msg!("migrated-model")));
    }
    told
}
