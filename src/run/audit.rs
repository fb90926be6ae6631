//! The recipe of `insats audit`: a random sample of what rests on rules or suggestions is drawn and given to coders, and what the machine
//! said is frozen; or how far it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::accept::{Accepting, accepting_sound};
use super::alone::alone;
use super::job::{Job, unchanged};
use super::sheet::{PROGRAM, coders, share};
use super::standing::{audit_standing, none_drawn};
use super::status::weighted;
use super::{Failure, Options, SheetOptions, Stage, fault};
use crate::audit::{Audit, Draw, Joined, Machine, Standing, Wanted, draw, name, usual_domains, values_name};
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::Codings;
use crate::coding::rules::Rulebook;
use crate::decisions::log::{Assignments, Moment};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::exact::Exact;
use crate::learning::declared::declared;
use crate::msg;
use crate::output::put_together;
use crate::sheets::draw::{self as dividing, Candidate, Drawn, Wish};
use crate::study::{Money, STUDY_FILE};
use crate::survey::Unit;
use crate::wording::Language;

/// What a user may choose.
#[derive(Clone, Debug, Default)]
pub struct AuditOptions {
    /// How many interventions are to be read, those of earlier draws among them.
    pub size: usize,
    /// Whether so many are read in every area.
    pub per_area: bool,
    /// The words of the domains; those that have to have codes, and those of earlier draws, where none is named.
    pub domains: Vec<String>,
    /// What orders the answers; that of the last draw, else 1, where none is given.
    pub seed: Option<u64>,
    /// Who is to read them.
    pub coders: Vec<String>,
    /// The share that two coders read, from 0 to 1.
    pub double: Option<Exact>,
}

/// What was drawn.
#[derive(Debug)]
pub struct DrawSummary {
    /// How many interventions were asked for.
    pub size: usize,
    /// Whether in every area.
    pub per_area: bool,
    /// The sample as it is now.
    pub standing: Standing,
    /// Those in it that were not before.
    pub new: usize,
    /// Seeds of earlier draws that order what these froze, where another was asked for.
    pub seeds_kept: Vec<u64>,
    /// Domains of earlier draws that stay audited, where only others were asked for.
    pub domains_kept: Vec<Domain>,
    /// By coder, how many answers they were given now.
    pub given: BTreeMap<String, usize>,
    /// How many of these two coders have.
    pub doubled: usize,
    /// Those in the sample that somebody has begun to code, and who may have seen suggestions.
    pub begun: usize,
    /// By coder, how many answers of the sample they were given before it was drawn, with suggestions where these were asked for.
    pub given_before: BTreeMap<String, usize>,
    /// Coders who were named and given nothing, because others have all of the sample.
    pub given_nothing: Vec<String>,
    /// Interventions that were drawn twice, for domains of an earlier draw and for others; they are one in the sample.
    pub twice: usize,
    /// Where so many are asked for in every area: the areas in which it is another number, with how many there are and are drawn.
    pub areas: Vec<(String, usize, usize)>,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// The files that were written; none where nothing was drawn.
    pub files: Vec<PathBuf>,
}

/// How far an audit is read.
#[derive(Debug)]
pub struct AuditSummary {
    /// The sample, and what stands in its way.
    pub standing: Standing,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
}

/// Draws a random sample of the interventions whose codes rest on rules or suggestions, freezes what these say, and gives the sample to
/// coders, without suggestions. What was drawn before stays; a larger size enlarges it.
///
/// # Errors
/// [`Failure`]: nothing has been drawn then; or the files are there and nobody was given the answers, which the same command does then.
pub fn draw_audit(
    folder: &Path,
    options: &AuditOptions,
    when: &Moment,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<DrawSummary, Failure> {
    let _alone = alone(folder)?;
    let mut accepting = accepting_sound(folder, PROGRAM, progress)?;
    accepting.codings.read_rules(&accepting.book, &accepting.input).map_err(fault)?;
    let before = Audit::load(&accepting.study, &accepting.book, &accepting.codings.log)?;
    let (seeds_kept, domains_kept) = before.as_ref().map(|audit| kept(audit, options)).unwrap_or_default();
    let last = before.as_ref().and_then(|audit| audit.designs.last()).map(|design| design.seed);
    let seed = options.seed.or(last).unwrap_or(SEED);
    let Made { after, files, was, drawn } = drawn(&accepting, before, options, seed, when, progress)?;
    let sample = after.join(&accepting.input, &accepting.codings, &accepting.weighting);
    let (unread, sampled) = (sample.unread(), sample.sampled());
    let divided = divided(&accepting, options, seed, &unread)?;
    let begun = unread.keys().filter(|id| is_begun(&accepting.codings, &after, id)).count();
    let (twice, new) = (drawn.saturating_sub(sampled.len()), sampled.iter().filter(|id| !was.contains(**id)).count());
    let by_area = sample.by_area().into_iter().filter(|(.., own)| options.per_area && *own != options.size);
    let areas = by_area.map(|(area, all, own)| (area.to_owned(), all, own)).collect();
    let mut standing = sample.standing();
    drop(sample);
    let files = put(&accepting, folder, files)?;
    let assigned = accepting.codings.log.assignments();
    let given_before = given_before(&assigned, &unread);
    let plain: Vec<String> = unread.keys().filter(|id| !assigned.is_plain(id)).map(|id| (*id).to_owned()).collect();
    let Drawn { assign, doubled, .. } = divided;
    let named = options.coders.iter().map(|coder| coder.trim()).filter(|coder| !coder.is_empty() && new > 0);
    let has_any = |coder: &str| assign.keys().any(|own| own.to_lowercase() == coder.to_lowercase());
    let given_nothing = named.filter(|coder| !has_any(coder)).map(str::to_owned).collect();
    let given: BTreeMap<String, usize> = assign.iter().map(|(coder, own)| (coder.clone(), own.len())).collect();
    if !plain.is_empty() || !assign.is_empty() {
        let (draw, seed) = (after.designs.len(), seed.to_string());
        let why = msg!("audit-drawn-by", draw = draw.to_string(), seed).text(Language::English);
        accepting.assign(assign, plain, (Some(draw), &why), when)?;
        standing.give(&accepting.codings);
    }
    let (size, per_area, money) = (options.size, options.per_area, accepting.weighting.money);
    Ok(DrawSummary {
        size,
        per_area,
        standing,
        new,
        seeds_kept,
        domains_kept,
        given,
        doubled,
        begun,
        given_before,
        given_nothing,
        twice,
        areas,
        money,
        files,
    })
}

/// By coder, the answers of the sample that they were given before and may have seen with suggestions.
fn given_before(assigned: &Assignments, unread: &BTreeMap<&str, &Unit>) -> BTreeMap<String, usize> {
    let mut given = BTreeMap::new();
    for coder in unread.keys().filter(|id| !assigned.is_blind(id)).flat_map(|id| assigned.coders(id)) {
        *given.entry(coder.to_owned()).or_default() += 1;
    }
    given
}

/// Tells how far an audit is read; what is wrong in the data does not stop it where that need not be.
///
/// # Errors
/// [`Failure`]: the study or its audit cannot be read, or there is none.
pub fn audit(folder: &Path, progress: &(dyn Fn(Stage) + Sync)) -> Result<AuditSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    let (book, input, mut codings) = job.coded_so_far(&study)?;
    drop(std::mem::take(&mut job.messages));
    codings.settle_silently(codings.choose(None, &study), &book, &input).map_err(fault)?;
    let weighting = weighted(&input, study.money);
    let standing = audit_standing(&study, &book, &input, &codings, &weighting)?.ok_or_else(none_drawn)?;
    job.answer(AuditSummary { standing, money: weighting.money })
}

/// The seed of a first draw.
const SEED: u64 = 1;

/// What earlier draws keep though something else was asked for: seeds and domains.
fn kept(before: &Audit, options: &AuditOptions) -> (Vec<u64>, Vec<Domain>) {
    let frozen = before.designs.iter().filter(|design| design.values.is_some()).map(|design| design.seed);
    let seeds: BTreeSet<u64> = frozen.filter(|own| options.seed.is_some_and(|seed| seed != *own)).collect();
    let is_named = |domain: &Domain| options.domains.iter().any(|word| word.trim() == domain.word());
    let domains = before.rows.keys().copied().filter(|own| !options.domains.is_empty() && !is_named(own));
    (seeds.into_iter().collect(), domains.collect())
}

/// A draw that was made, and stands in no file yet.
struct Made {
    /// The audit with it.
    after: Audit,
    /// The bytes of its files, by their names; none where it changes nothing.
    files: Vec<(String, Vec<u8>)>,
    /// The interventions that were in the sample before.
    was: BTreeSet<String>,
    /// Those that are in it now, of every draw.
    drawn: usize,
}

/// Draws.
fn drawn(
    accepting: &Accepting<'_>,
    before: Option<Audit>,
    options: &AuditOptions,
    seed: u64,
    when: &Moment,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Made, Failure> {
    let Accepting { study, book, input, codings, weighting, .. } = accepting;
    let error = |message| Failure::from(Diagnostic::error(Place::file(STUDY_FILE), message));
    let model = declared(study, book).transpose()?;
    if model.is_none() && Rulebook::new(book).map_err(fault)?.is_empty() {
        return Err(error(msg!("audit-of-nothing")));
    }
    let domains = domains(book, before.as_ref(), &options.domains)?;
    progress(Stage::Learning);
    let joined = before.as_ref().map(|audit| audit.join(input, codings, weighting));
    let machine = Machine { book, input, codings, weighting, model: model.as_ref() };
    let wanted = Wanted { size: options.size, per_area: options.per_area, domains, seed };
    let drawn = draw(machine, before.as_ref().zip(joined.as_ref()), &wanted, when);
    if drawn.units == 0 {
        return Err(error(msg!("audit-all-coded")));
    }
    let was = joined.iter().flat_map(Joined::sampled).map(str::to_owned).collect();
    drop(joined);
    let (before, sampled) = (before.unwrap_or_default(), drawn.sampled);
    if drawn.is_empty() {
        return Ok(Made { after: before, files: Vec::new(), was, drawn: sampled });
    }
    let files = files(&drawn)?;
    Ok(Made { after: drawn.after(before, book, &codings.log)?, files, was, drawn: sampled })
}

/// The domains that are audited: those that are named, and those of earlier draws; the usual ones where neither is.
fn domains(book: &Codebook, before: Option<&Audit>, named: &[String]) -> Result<Vec<Domain>, Diagnostics> {
    let can_be = |domain: &Domain| domain.unit() == UnitKind::Intervention && !book.codes(*domain).is_empty();
    let mut domains: BTreeSet<Domain> = before.iter().flat_map(|audit| audit.rows.keys().copied()).collect();
    let mut messages = Diagnostics::new();
    for word in named.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        match book.domain(word).filter(can_be) {
            Some(domain) => drop(domains.insert(domain)),
            None => {
                let known = book.domains().filter(can_be).map(Domain::word);
                let message =
                    msg!("audit-domain-unknown", domain = shown(word), suggestion = did_you_mean(word, known));
                messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
            }
        }
    }
    if domains.is_empty() {
        domains.extend(usual_domains(book));
    }
    if messages.has_errors() { Err(messages) } else { Ok(domains.into_iter().collect()) }
}

/// Divides the answers of the sample that nobody was given among coders.
fn divided(
    accepting: &Accepting<'_>,
    options: &AuditOptions,
    seed: u64,
    unread: &BTreeMap<&str, &Unit>,
) -> Result<Drawn, Diagnostics> {
    let assigned = accepting.codings.log.assignments();
    let free = unread.iter().filter(|(id, _)| !assigned.has(id));
    let free: Vec<Candidate<'_>> = free.map(|(id, unit)| Candidate { id, area: &unit.area }).collect();
    let chosen = SheetOptions { coders: options.coders.clone(), double: options.double, ..SheetOptions::default() };
    if options.coders.is_empty() {
        if free.is_empty() {
            return Ok(Drawn::default());
        }
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("audit-without-coders", count = free.len())).into());
    }
    let named: Vec<String> = coders(accepting, &chosen)?.into_iter().map(|(coder, _)| coder).collect();
    let wish = Wish { coders: &named, double: share(&chosen, named.len()), seed };
    let mut drawn = dividing::draw(&free, &wish);
    drawn.assign.retain(|_, own| !own.is_empty());
    Ok(drawn)
}

/// Whether somebody has coded an intervention in a domain of the frame in which it waits nevertheless.
fn is_begun(codings: &Codings, audit: &Audit, id: &str) -> bool {
    audit.rows.keys().any(|domain| codings.coders.values().any(|sheets| sheets.said(id, *domain).is_some()))
}

/// The bytes of a draw's files, by their names.
fn files(drawn: &Draw) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let (design, values) = drawn.to_bytes().map_err(fault)?;
    let number = drawn.design.draw;
    let files = [values.map(|values| (values_name(number), values)), Some((name(number), design))];
    Ok(files.into_iter().flatten().collect())
}

/// Writes the files of a draw, both or none.
fn put(accepting: &Accepting<'_>, folder: &Path, files: Vec<(String, Vec<u8>)>) -> Result<Vec<PathBuf>, Failure> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let (mut staged, mut written) = (Vec::new(), Vec::new());
    for (file, bytes) in files {
        let path = folder.join(&file);
        staged.push(accepting.job.stage(&path, &bytes)?);
        written.push(path);
    }
    unchanged(&accepting.job.watch)?;
    put_together(staged, folder)?;
    Ok(written)
}
