//! The recipe of `insats collect`: workbooks come back, and it is told how far everybody has come and what is to be settled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::accept::{Accepting, TakenBack, accepting};
use super::alone::alone;
use super::job::Job;
use super::sheet::sheets_of;
use super::texts::taken_back;
use super::{Failure, Options, Stage, fault};
use crate::codebook::Domain;
use crate::decisions::log::{Coding, Moment};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::output::Target;
use crate::render;
use crate::report::data;
use crate::sheets::differences;
use crate::sheets::progress::AllProgress;
use crate::sheets::read::{Filled, Reader, is_same};
use crate::sheets::said::Said;
use crate::study::{Money, PRIVATE_FOLDER};
use crate::wording::all_of;

/// Who collects.
const PROGRAM: &str = "insats";
/// The workbook of what is to be settled, in the study's private folder.
const DIFFERENCES: &str = "differences.xlsx";
/// The endings of files that coders may save a workbook as.
const ENDINGS: [&str; 5] = ["csv", "ods", "xls", "xlsb", "xlsx"];

/// A workbook of differences that was filled in.
#[derive(Clone, Copy, Debug)]
pub struct Settling<'a> {
    /// The file.
    pub file: &'a Path,
    /// Who settles.
    pub who: &'a str,
    /// Why, where a row does not say.
    pub why: Option<&'a str>,
}

/// What was collected of a file.
#[derive(Debug)]
pub struct Taken {
    /// Whose it is.
    pub coder: String,
    /// Codings that are new in the log.
    pub new: usize,
    /// Those of them that say something else than the coder had said.
    pub changed: usize,
    /// Codings that the log had already.
    pub same: usize,
    /// What the coder was given and has not coded yet, in whatever workbook; domains that may have no code are not counted.
    pub left: usize,
}

/// What was collected, and how far everybody has come.
#[derive(Debug)]
pub struct Collected {
    /// Of every file.
    pub taken: Vec<Taken>,
    /// What a workbook of differences said.
    pub settled: Option<TakenBack>,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
    /// How far everybody has come.
    pub progress: AllProgress,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// How many codings are to be settled.
    pub differences: usize,
    /// The workbook of them, where it was written.
    pub differences_file: Option<PathBuf>,
    /// The final sheets that were written.
    pub sheets: Vec<PathBuf>,
    /// Where files are kept whose place was taken.
    pub kept: Vec<PathBuf>,
}

/// Collects filled-in workbooks: those that are named, or those in the study's private folder. All that is wrong in any of them is
/// told at once, and nothing is collected then.
///
/// # Errors
/// [`Failure`]: something in a file is wrong, or nothing can be written.
pub fn collect(
    folder: &Path,
    files: &[PathBuf],
    coder: Option<&str>,
    settling: Option<Settling<'_>>,
    sheet: Option<Target<'_>>,
    when: &Moment,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Collected, Failure> {
    let _alone = alone(folder)?;
    let mut notices = Diagnostics::new();
    let settled = settling.map(|settling| settle(folder, settling, when, progress)).transpose()?;
    let own = if files.is_empty() && settling.is_none() { written(folder)? } else { once(files) };
    if own.is_empty() && settling.is_none() && sheet.is_none() {
        return Err(Diagnostic::error(Place::file(PRIVATE_FOLDER), msg!("sheet-files-missing")).into());
    }
    let mut taken = if own.is_empty() { Vec::new() } else { take(folder, &own, coder, when, &mut notices, progress)? };
    // What was collected counts from here on.
    let accepting = accepting(folder, PROGRAM, progress)?;
    let material = accepting.material();
    let all = material.differences();
    let language = accepting.study.language;
    let path = accepting.study.path(PRIVATE_FOLDER).join(DIFFERENCES);
    let (mut private, mut differences_file) = (Vec::new(), None);
    if !all.is_empty() {
        if is_collected(&accepting, &path) {
            let book = differences::workbook(&material, &all, language);
            let bytes = render::fill_in(&book, language).map_err(fault)?;
            let single = accepting.job.claim(Target { path: &path, force: true })?.without_old();
            private.push((DIFFERENCES, single, bytes));
            differences_file = Some(path);
        } else {
            let file = format!("{PRIVATE_FOLDER}/{DIFFERENCES}");
            let message = msg!("sheet-differences-filled-in", file = shown(&file));
            notices.push(Diagnostic::warning(Place::file(file), message));
        }
    }
    let tables: Vec<_> = sheet.iter().flat_map(|target| data::final_sheet::tables(&material, target.path)).collect();
    let (so_far, differences, money) = (material.progress(), all.len(), accepting.weighting.money);
    taken.iter_mut().for_each(|own| own.left = so_far.left(&own.coder));
    let Accepting { job, study, .. } = accepting;
    let kept = job.put_private(&study, private)?;
    let (mut written, mut sheets, job) = (Vec::new(), Vec::new(), Job::new(Options::default(), progress));
    for (table, path) in tables {
        let force = sheet.is_some_and(|target| target.force);
        written.push((job.claim(Target { path: &path, force })?, render::csv(&table).map_err(fault)?));
        sheets.push(path);
    }
    let kept = kept.into_iter().chain(job.put(written)?).collect();
    let progress = so_far;
    let notices = notices.sorted().into_iter().cloned().collect();
    Ok(Collected { taken, settled, notices, progress, money, differences, differences_file, sheets, kept })
}

/// The workbooks in the study's private folder. Where one was saved in another format beside, nobody knows which is meant.
fn written(folder: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let there = std::fs::read_dir(folder.join(PRIVATE_FOLDER)).into_iter().flatten().flatten();
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned).unwrap_or_default();
    let is_own = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        name(path).starts_with("coding-") && ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
    };
    let mut own: Vec<PathBuf> = there.map(|entry| entry.path()).filter(is_own).collect();
    own.sort();
    let mut messages = Diagnostics::new();
    for alike in own.chunk_by(|one, other| one.file_stem() == other.file_stem()).filter(|alike| alike.len() > 1) {
        let files = all_of(alike.iter().map(|path| shown(&format!("{PRIVATE_FOLDER}/{}", name(path)))));
        messages.push(Diagnostic::error(Place::file(PRIVATE_FOLDER), msg!("sheet-files-alike", files)));
    }
    if messages.has_errors() { Err(messages) } else { Ok(own) }
}

/// Files, each once.
fn once(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    files
        .iter()
        .filter(|file| seen.insert(file.canonicalize().unwrap_or_else(|_| file.to_path_buf())))
        .cloned()
        .collect()
}

/// Takes what workbooks say.
fn take(
    folder: &Path,
    files: &[PathBuf],
    coder: Option<&str>,
    when: &Moment,
    notices: &mut Diagnostics,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Vec<Taken>, Failure> {
    let mut accepting = accepting(folder, PROGRAM, progress)?;
    let names: Vec<String> = files.iter().map(|file| accepting.job.watch(file)).collect();
    let reader = Reader::new(accepting.material());
    let (mut read, mut messages) = (Vec::new(), Diagnostics::new());
    for (file, name) in files.iter().zip(&names) {
        match sheets_of(file, name) {
            Ok(grids) => read.extend(reader.read(&grids, coder, name, &mut messages).map(|filled| (name, filled))),
            Err(unreadable) => messages.extend(unreadable),
        }
    }
    drop(reader);
    drop_doubles(&mut read, &mut messages);
    if messages.has_errors() {
        return Err(messages.into());
    }
    notices.extend(messages);
    let mut taken = Vec::new();
    for (_, filled) in read {
        let Filled { coder, new, same, .. } = filled;
        let changed = new.iter().filter(|own| own.changed).count();
        taken.push(Taken { coder: coder.clone(), new: new.len(), changed, same, left: 0 });
        let codings: Vec<Coding> = new
            .into_iter()
            .map(|own| {
                let (said, unit, domain, read) = (own.said, own.unit, own.domain, own.read);
                Coding { unit, domain, codes: said.codes, memo: said.memo, unsure: said.unsure, read }
            })
            .collect();
        accepting.becomes(&coder)?;
        if !codings.is_empty() {
            accepting.code(&codings, when)?;
        }
    }
    let study = accepting.study.clone();
    accepting.end()?;
    files.iter().try_for_each(|file| taken_back(&study, file))?;
    Ok(taken)
}

/// What two files of a coder say alike is taken once; where they differ, nobody knows which is meant.
fn drop_doubles(read: &mut [(&String, Filled)], messages: &mut Diagnostics) {
    let mut seen: BTreeMap<(String, String, Domain), (Said, &str)> = BTreeMap::new();
    for (name, filled) in read {
        let Filled { coder, new, .. } = filled;
        new.retain(|own| {
            let key = (coder.clone(), own.unit.clone(), own.domain);
            let Some((said, other)) = seen.get(&key) else {
                seen.insert(key, (own.said.clone(), name));
                return true;
            };
            if !is_same(said, &own.said) {
                let (id, domain, other) = (shown(&own.unit), own.domain.word(), shown(other));
                messages.push(Diagnostic::error(Place::file(&**name), msg!("sheet-row-twice", id, domain, other)));
            }
            false
        });
    }
}

fn settle(
    folder: &Path,
    settling: Settling<'_>,
    when: &Moment,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<TakenBack, Failure> {
    let mut accepting = accepting(folder, settling.who, progress)?;
    let taken = accepting.take_list(settling.file, settling.why, when)?;
    accepting.end()?;
    Ok(taken)
}

/// Whether nothing would be lost if a workbook of differences were written anew.
fn is_collected(accepting: &Accepting<'_>, path: &Path) -> bool {
    let name = path.display().to_string();
    !path.exists() || accepting.read_list(path, &name, Some(&name)).is_ok_and(|says| says.decided.is_empty())
}
