//! The recipe of `insats sheet`: answers are given out, and every coder gets a workbook.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::accept::{Accepting, accepting, as_name};
use super::alone::alone;
use super::standing::audit_standing;
use super::{Failure, Stage, fault};
use crate::coding::listed;
use crate::coding::rules::Rulebook;
use crate::decisions::log::Moment;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, did_you_mean, shown};
use crate::exact::Exact;
use crate::learning::Suggester;
use crate::learning::declared::declared;
use crate::learning::reading::answers;
use crate::msg;
use crate::output::Target;
use crate::read::{Grid, Wanted, open};
use crate::render;
use crate::sheets::draw::{Drawn, Wish, draw};
use crate::sheets::read::Reader;
use crate::sheets::write::{Suggested, Writer};
use crate::study::{Limits, PRIVATE_FOLDER, Reading, STUDY_FILE};
use crate::survey::Unit;
use crate::wording::Language;

/// Who gives out answers, where nobody says so.
pub(super) const PROGRAM: &str = "insats";
/// The share that two coders code, in percent, where several code and nobody says how much.
const DOUBLE: i128 = 15;
/// How many suggestions stand in a cell.
const SUGGESTIONS: usize = 3;

/// What a user may choose.
#[derive(Clone, Debug, Default)]
pub struct SheetOptions {
    /// Who is to code.
    pub coders: Vec<String>,
    /// The share that two coders code, from 0 to 1; 0.15 of what several code.
    pub double: Option<Exact>,
    /// Only these areas; all where none is named.
    pub areas: Vec<String>,
    /// Whether suggestions stand beside answers that are shown with them.
    pub with_suggestions: bool,
    /// What orders the answers that are drawn.
    pub seed: u64,
    /// The language of the workbooks; the study's own where none is given.
    pub language: Option<Language>,
    /// Whether workbooks are replaced that were filled in and not collected; they stay as `.bak`.
    pub force: bool,
}

/// What was given out.
#[derive(Debug)]
pub struct SheetSummary {
    /// The workbooks.
    pub sheets: Vec<WrittenSheet>,
    /// How many of the new answers two coders have.
    pub doubled: usize,
    /// Whether nothing new was given out because a sample that was drawn has yet to be read.
    pub waits_for_audit: bool,
    /// Where old workbooks are kept.
    pub kept: Vec<PathBuf>,
}

/// A coder's workbook.
#[derive(Debug)]
pub struct WrittenSheet {
    /// Whose it is.
    pub coder: String,
    /// Where it is.
    pub file: PathBuf,
    /// How many answers it holds.
    pub answers: usize,
    /// How many of them were given out now.
    pub new: usize,
}

/// What has become of a workbook that stands there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// There is none, or all that it says is in the log.
    Collected,
    /// It says something that cannot be taken, as of a text that has changed.
    Told,
    /// It says something that was not collected.
    NotCollected,
}

/// Gives out answers that nobody was given and that have to be coded, and writes a workbook for every coder into the study's private
/// folder.
///
/// # Errors
/// [`Failure`]: nothing has been given out or written then.
pub fn sheet(
    folder: &Path,
    options: &SheetOptions,
    when: &Moment,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<SheetSummary, Failure> {
    let _alone = alone(folder)?;
    let mut accepting = accepting(folder, PROGRAM, progress)?;
    let coders = coders(&accepting, options)?;
    check_areas(&accepting, &options.areas)?;
    let waits_for_audit = waits_for_audit(&accepting)?;
    let drawn = drawn(&accepting, options, &coders, waits_for_audit)?;
    let private = accepting.study.path(PRIVATE_FOLDER);
    let mut claimed = Vec::new();
    let reader = Reader::new(accepting.material());
    for (coder, name) in &coders {
        let path = private.join(file_of(name));
        let standing = standing(&reader, &path, coder);
        if standing == Standing::NotCollected && !options.force {
            let place = Place::file(format!("{PRIVATE_FOLDER}/{}", file_of(name)));
            return Err(Diagnostic::error(place, msg!("sheet-not-collected")).into());
        }
        let single = accepting.job.claim(Target { path: &path, force: true })?;
        claimed.push((path, if standing == Standing::Collected { single.without_old() } else { single }));
    }
    drop(reader);
    let suggested = if options.with_suggestions { Some(suggested(&mut accepting, options)?) } else { None };
    let Drawn { assign, plain, doubled } = drawn;
    let new: BTreeMap<String, usize> = assign.iter().map(|(coder, own)| (coder.clone(), own.len())).collect();
    if new.values().any(|own| *own > 0) {
        let double = share(options, coders.len()).approximate().to_string();
        let why = msg!("sheet-drawn-by", double, seed = options.seed.to_string()).text(Language::English);
        let assign = assign.into_iter().filter(|(_, own)| !own.is_empty()).collect();
        accepting.assign(assign, plain, (None, &why), when)?;
    }
    let language = options.language.unwrap_or(accepting.study.language);
    let (mut sheets, mut files) = (Vec::new(), Vec::new());
    let writer = Writer::new(accepting.material(), suggested.as_ref(), language);
    let assigned = accepting.codings.log.assignments();
    let names: Vec<String> = coders.iter().map(|(_, name)| file_of(name)).collect();
    for (((coder, _), name), (path, single)) in coders.iter().zip(&names).zip(claimed) {
        let bytes = render::fill_in(&writer.workbook(coder), language).map_err(fault)?;
        files.push((name.as_str(), single, bytes));
        let new = new.get(coder).copied().unwrap_or_default();
        sheets.push(WrittenSheet { coder: coder.clone(), file: path, answers: assigned.of(coder).count(), new });
    }
    let Accepting { job, study, .. } = accepting;
    let kept = job.put_private(&study, files)?;
    Ok(SheetSummary { sheets, doubled, waits_for_audit, kept })
}

/// The workbook of a coder, in the private folder.
fn file_of(name: &str) -> String {
    format!("coding-{name}.xlsx")
}

/// Where the coders are named.
const CODERS: &str = "--coders";

/// The coders, as they were written before where they were, each with the name of their files.
pub(super) fn coders(accepting: &Accepting<'_>, options: &SheetOptions) -> Result<Vec<(String, String)>, Diagnostics> {
    let assigned = accepting.codings.log.assignments();
    let mut coders: Vec<(String, String)> = Vec::new();
    let mut messages = Diagnostics::new();
    let wrong = |message| Diagnostic::error(Place::file(STUDY_FILE), message);
    for coder in options.coders.iter().map(|coder| coder.trim()).filter(|coder| !coder.is_empty()) {
        let name = match as_name(coder, CODERS) {
            Ok(name) => name,
            Err(message) => {
                messages.push(message);
                continue;
            }
        };
        if let Some((other, _)) = coders.iter().find(|(_, own)| *own == name) {
            messages.push(wrong(msg!("sheet-coder-twice", one = shown(other), other = shown(coder))));
            continue;
        }
        let known = assigned.everybody().find(|known| as_name(known, CODERS).is_ok_and(|own| own == name));
        coders.push((known.unwrap_or(coder).to_owned(), name));
    }
    if coders.is_empty() && !messages.has_errors() {
        messages.push(wrong(msg!("sheet-coders-missing")));
    }
    if let ([(coder, _)], Some(double)) = (&coders[..], options.double)
        && !messages.has_errors()
        && double != Exact::whole(0)
    {
        messages.push(wrong(msg!("sheet-double-alone", coder = shown(coder))));
    }
    if messages.has_errors() { Err(messages) } else { Ok(coders) }
}

fn check_areas(accepting: &Accepting<'_>, areas: &[String]) -> Result<(), Diagnostics> {
    let known: BTreeSet<&str> = accepting.input.units().map(|unit| &*unit.area).collect();
    let mut messages = Diagnostics::new();
    for area in areas.iter().filter(|area| !known.contains(area.as_str())) {
        let message =
            msg!("sheet-area-unknown", area = shown(area), suggestion = did_you_mean(area, known.iter().copied()));
        messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
    }
    if messages.has_errors() { Err(messages) } else { Ok(()) }
}

/// The share that two coders code.
pub(super) fn share(options: &SheetOptions, coders: usize) -> Exact {
    let own = if coders > 1 { Exact::fraction(DOUBLE, 100) } else { None };
    options.double.or(own).unwrap_or_else(|| Exact::whole(0))
}

fn drawn(
    accepting: &Accepting<'_>,
    options: &SheetOptions,
    coders: &[(String, String)],
    waits_for_audit: bool,
) -> Result<Drawn, Diagnostics> {
    let names: Vec<String> = coders.iter().map(|(coder, _)| coder.clone()).collect();
    let material = accepting.material();
    let wish = Wish { coders: &names, double: share(options, coders.len()), seed: options.seed };
    // Who reads a sample was given it when it was drawn; the rest need not be coded.
    let candidates = if waits_for_audit { Vec::new() } else { material.candidates(&options.areas) };
    let drawn = draw(&candidates, &wish);
    let assigned = accepting.codings.log.assignments();
    let has_any = |coder: &&String| {
        drawn.assign.get(*coder).is_some_and(|own| !own.is_empty()) || assigned.of(coder).next().is_some()
    };
    match names.iter().find(|coder| !has_any(coder)) {
        Some(coder) => {
            let coder = shown(coder);
            let message = match waits_for_audit {
                true => msg!("sheet-audit-only", coder),
                false => msg!("sheet-nothing-to-code", coder),
            };
            Err(Diagnostic::error(Place::file(STUDY_FILE), message).into())
        }
        None => Ok(drawn),
    }
}

/// Whether a sample that was drawn has yet to be read: nothing else is given out before.
fn waits_for_audit(accepting: &Accepting<'_>) -> Result<bool, Diagnostics> {
    let Accepting { study, book, input, codings, weighting, .. } = accepting;
    let standing = audit_standing(study, book, input, codings, weighting)?;
    Ok(standing.is_some_and(|standing| !standing.waiting.is_empty()))
}

/// The sheets of a file that somebody gave back.
pub(super) fn sheets_of(path: &Path, name: &str) -> Result<Vec<Grid>, Diagnostics> {
    open(path, name, &Reading::default(), &Limits::default(), &Wanted::Visible)?.into_visible()
}

fn standing(reader: &Reader<'_>, path: &Path, coder: &str) -> Standing {
    if !path.exists() {
        return Standing::Collected;
    }
    let name = path.display().to_string();
    let mut messages = Diagnostics::new();
    let Ok(grids) = sheets_of(path, &name) else { return Standing::NotCollected };
    let filled = reader.read(&grids, Some(coder), &name, &mut messages);
    match filled {
        Some(filled) if filled.new.is_empty() && filled.untaken == 0 && !filled.added && !messages.has_errors() => {
            if messages.count(Severity::Warning) > 0 {
                Standing::Told
            } else {
                Standing::Collected
            }
        }
        _ => Standing::NotCollected,
    }
}

/// What the study's model suggests, else the codebook's rules, as coders read it.
fn suggested(accepting: &mut Accepting<'_>, options: &SheetOptions) -> Result<Suggested, Failure> {
    let Accepting { study, book, input, codings, .. } = accepting;
    let language = options.language.unwrap_or(study.language);
    codings.read_rules(book, input).map_err(fault)?;
    let label =
        |domain, id: &str| book.code(domain, id).map_or_else(|| id.to_owned(), |code| listed::choice(code, language));
    let units: Vec<&Unit> = input.units().collect();
    let mut all = Suggested::new();
    if let Some(model) = declared(study, book).transpose()? {
        let suggester = Suggester::new(&model, book);
        for answer in answers(&suggester, &units, &codings.rules) {
            let own = &answer.suggestions;
            // A main code goes without saying where one of its subcodes is suggested.
            let finest = own.iter().filter(|s| !own.iter().any(|other| other.main == s.code && other.code != s.code));
            let told = finest
                .take(SUGGESTIONS)
                .map(|s| format!("{} ({})", label(answer.domain, s.code), language.percent_near(s.probability, 0)));
            let told = told.collect::<Vec<_>>().join("\n");
            all.insert((answer.intervention.id.to_string(), answer.domain), told);
        }
        return Ok(all);
    }
    if Rulebook::new(book).map_err(fault)?.is_empty() {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("sheet-nothing-suggests")).into());
    }
    for unit in units {
        for domain in book.domains_of(unit.kind) {
            let own = codings.rules.scores(&unit.id, domain).map(|(code, _)| label(domain, code));
            all.insert((unit.id.to_string(), domain), own.collect::<Vec<_>>().join("\n"));
        }
    }
    Ok(all)
}
