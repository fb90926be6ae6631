//! The recipe of `insats review`: a study in which one coder codes, and every coding is on the disk before anybody is told so.

mod logs;
mod refusal;

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use super::accept::{CODER, file_of, stop_on_log};
use super::job::{Job, unchanged};
use super::rule::{Adding, save_pattern, try_pattern};
use super::status::weighted;
use super::texts::IGNORE;
use super::{Failure, Options, Stage, fault};
use crate::audit::Audit;
use crate::codebook::Domain;
use crate::coding::effect::NewPattern;
use crate::coding::held_back::held_back;
use crate::coding::rules::{RuleCodings, Rulebook, domains_of};
use crate::decisions::Log;
use crate::decisions::log::{Coding, Line, LineId, Moment, Purpose};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::learning::declared::declared;
use crate::msg;
use crate::output::{OutputError, Single, Target, hold};
use crate::read::Watch;
use crate::reviewing::{Material, Review, RuleEffect, suggestions};
use crate::study::{DECISIONS, PRIVATE_FOLDER, STUDY_FILE, Study, TEXTS_FILE};
use crate::survey::Unit;
use crate::wording::Language;

use logs::Logs;
pub use refusal::Refusal;

/// A study in which somebody codes.
pub struct Reviewing {
    /// What they see.
    review: Review,
    watch: Watch,
    /// The coder's file, from the study's folder.
    file: String,
    logs: Logs,
    /// What was coded: the texts are kept at the end.
    coded: BTreeSet<(String, Domain)>,
    /// Held for as long as somebody codes: a second server of the same coder finds it taken.
    _held: File,
}

/// Reads a study for a coder. Data that cannot be read do not stop it where that need not be; a log that cannot be read does.
///
/// # Errors
/// [`Failure`]: the study or its log cannot be read, the coder is not known, or codes elsewhere already.
pub fn reviewing(
    folder: &Path,
    coder: &str,
    language: Language,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Reviewing, Failure> {
    let file = file_of(coder, CODER)?;
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    let held = held(&study, coder.trim(), &file)?;
    // Others who decide keep texts there, and no coding depends on them.
    job.watch.forget(TEXTS_FILE);
    // Of these every line is looked after.
    study.decisions.iter().for_each(|file| job.watch.forget(&file.name));
    // Nothing that is coded or shown depends on what a report says.
    let of_report = study.claims.iter().chain([&study.report]);
    of_report.for_each(|file| job.watch.forget(&file.value));
    let (book, input, codings, files) = job.coded_with_files(&study)?;
    stop_on_log(&mut job)?;
    let coder = spelt(coder.trim(), &file, &codings.log, codings.coders.keys());
    let all: Vec<&Unit> = input.units().collect();
    may_begin(&coder, &codings.log, &all)?;
    if !all.iter().any(|unit| domains_of(&book, unit).any(|domain| !book.codes(domain).is_empty())) {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("review-nothing-to-code")).into());
    }
    let rules = RuleCodings::new(&Rulebook::new(&book).map_err(fault)?, &all);
    let model = declared(&study, &book).transpose()?;
    progress(Stage::Learning);
    let suggestions = suggestions(&book, &input, &rules, model.as_ref());
    let weighting = weighted(&input, study.money);
    // What is wrong with the list is told by check.
    let held_back = held_back(&study, &book, &files, &input, &codings, &mut Diagnostics::new()).into_keys().collect();
    // What is wrong with them is told by check, too; what cannot be read puts nothing first.
    let audit = Audit::load(&study, &book, &codings.log).ok().flatten();
    let audited = audit.iter().flat_map(Audit::sample).map(str::to_owned).collect();
    let logs = Logs::new(&study, &file);
    job.watch.by_content();
    let material = Material { study, book, input, codings, rules, weighting, suggestions, held_back, audited };
    let review = Review::new(material, &coder, language);
    Ok(Reviewing { review, watch: job.watch, file, logs, coded: BTreeSet::new(), _held: held })
}

/// Takes the lock of a coder, beside which nobody else may code under that name.
fn held(study: &Study, coder: &str, file: &str) -> Result<File, Failure> {
    let private = study.path(PRIVATE_FOLDER);
    let name = file.trim_start_matches(DECISIONS).trim_start_matches('/').trim_end_matches(".jsonl");
    let name = format!("review-{name}.lock");
    let Some(held) = hold(&private.join(&name))? else {
        let place = Place::file(format!("{PRIVATE_FOLDER}/{name}"));
        return Err(Diagnostic::error(place, msg!("review-open-already", coder = shown(coder))).into());
    };
    let (name, everything) = IGNORE;
    let ignore = private.join(name);
    if !ignore.exists() {
        let single = Single::begin(Target::from(&ignore))?;
        single.write(everything.as_bytes())?;
        Single::commit_all(vec![single])?;
    }
    Ok(held)
}

/// The name as it is written elsewhere, where that differs in what makes no other file: as answers were divided, before how lines
/// have it.
fn spelt<'c>(coder: &str, file: &str, log: &Log, coders: impl Iterator<Item = &'c String>) -> String {
    let assigned = log.assignments();
    let known = [assigned.everybody().collect::<BTreeSet<_>>(), coders.map(String::as_str).collect()];
    let of = |known: &BTreeSet<&str>| {
        let own = known.iter().filter(|known| file_of(known, CODER).is_ok_and(|own| own == file));
        // The very same first, where somebody was given answers under two.
        own.min_by_key(|known| **known != coder).map(|known| (*known).to_owned())
    };
    known.iter().find_map(of).unwrap_or_else(|| coder.to_owned())
}

/// Refuses a name to which nothing was assigned, where everything was assigned to others.
fn may_begin(coder: &str, log: &Log, units: &[&Unit]) -> Result<(), Diagnostic> {
    let assigned = log.assignments();
    if assigned.is_empty() || units.iter().any(|unit| assigned.may_code(coder, &unit.id)) {
        return Ok(());
    }
    let suggestion = did_you_mean(coder, assigned.everybody());
    let message = msg!("review-nothing-assigned", coder = shown(coder), suggestion);
    Err(Diagnostic::error(Place::file(DECISIONS), message))
}

impl Reviewing {
    /// What the coder sees.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// Codes units: all codings are on the disk when this says so.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was coded, unless the machine refused in the middle.
    pub fn code(&mut self, codings: Vec<Coding>, when: &Moment) -> Result<Vec<LineId>, Refusal> {
        self.changes()?;
        let codings = codings.into_iter().map(|coding| self.checked(coding)).collect::<Result<Vec<_>, _>>()?;
        let mut given = BTreeSet::new();
        if let Some(twice) = codings.iter().find(|coding| !given.insert((&coding.unit, coding.domain))) {
            let (unit, domain) = (shown(&twice.unit), twice.domain.word());
            return Err(Refusal::Wrong(msg!("review-coded-twice", unit, domain)));
        }
        if let Some(other) = codings.iter().find(|coding| !self.review.is_mine(&coding.unit)) {
            return Err(Refusal::Wrong(msg!("review-not-yours", unit = shown(&other.unit))));
        }
        if let Some(why) = codings.iter().find_map(|coding| self.review.closed(&coding.unit, coding.domain)) {
            return Err(Refusal::Wrong(why));
        }
        self.decide(&codings, Purpose::Coding, when)
    }

    /// Settles a coding, with a reason.
    ///
    /// # Errors
    /// As [`Self::code`].
    pub fn settle(&mut self, coding: Coding, when: &Moment) -> Result<Vec<LineId>, Refusal> {
        let known = self.review.settled_in(&coding.unit, coding.domain).to_vec();
        self.changes()?;
        if self.review.settled_in(&coding.unit, coding.domain) != known {
            return Err(Refusal::Changed(msg!("review-settled-meanwhile", unit = shown(&coding.unit))));
        }
        let coding = self.checked(coding)?;
        if coding.memo.trim().is_empty() {
            return Err(Refusal::Wrong(msg!("review-settled-without-why")));
        }
        if !self.review.may_settle(&coding.unit, coding.domain) {
            return Err(Refusal::Wrong(msg!("review-not-all-coded", unit = shown(&coding.unit))));
        }
        self.decide(&[coding], Purpose::Final, when)
    }

    /// Takes back what the coder did last, as their file has it, for clocks may be wrong; gives what it was about.
    ///
    /// # Errors
    /// As [`Self::code`]; and where there is nothing.
    pub fn undo(&mut self, when: &Moment) -> Result<(String, String), Refusal> {
        self.changes()?;
        let Some((line, decision)) = self.review.last_own(self.logs.own()) else {
            return Err(Refusal::Missing(msg!("review-nothing-to-undo")));
        };
        let about = (decision.unit.clone(), decision.domain.clone());
        if let Some(why) = self.review.stands_as_given(decision) {
            return Err(Refusal::Wrong(why));
        }
        let why = msg!("review-undone").text(self.review.language());
        let undo = self.review.undo_of(line, &why, when);
        self.append(vec![undo])?;
        Ok(about)
    }

    /// What a pattern would change as evidence for a code; what is none says why.
    pub fn rule_effect(&self, new: &NewPattern) -> RuleEffect {
        match try_pattern(self.review.book(), new, &self.review.units()) {
            Ok(tried) => self.review.effect(new, &tried.rules),
            Err(failure) => RuleEffect::none(failure.text(self.review.language())),
        }
    }

    /// Saves a pattern in the study's codebook, as a new version; gives that.
    ///
    /// # Errors
    /// [`Refusal`]: the codebook is as it was, unless the machine refused in the middle.
    pub fn save_rule(&mut self, new: &NewPattern, why: &str, when: &Moment) -> Result<String, Refusal> {
        if why.trim().is_empty() {
            return Err(Refusal::Wrong(msg!("review-rule-without-why")));
        }
        self.changes()?;
        let review = &self.review;
        let tried = try_pattern(review.book(), new, &review.units())?;
        let adding = Adding { who: review.coder(), when, why };
        let line = save_pattern((review.study(), review.book()), (new, &tried), &adding, &mut self.watch)?;
        let version = tried.book.version.clone();
        self.append(vec![line])?;
        self.review.take_rules(tried.book, tried.rules);
        Ok(version)
    }

    /// Reads what others have written since; `true` where there was anything. Own lines that are gone are written again.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: a file that was read is another now.
    pub fn changes(&mut self) -> Result<bool, Refusal> {
        // What was shown must still be what is there.
        unchanged(&self.watch)?;
        let review = &self.review;
        let news = self.logs.news(review.study(), review.log());
        let arrived = self.review.arrived(news);
        if self.logs.lacks_own() {
            self.append(Vec::new())?;
        }
        Ok(arrived)
    }

    /// What the coder has to know of the files of decisions: what is gone of them, and what cannot be read.
    pub fn told(&self) -> Vec<Diagnostic> {
        self.logs.told()
    }

    /// Ends: the texts that were read are kept, so that they can be shown when they have changed. No number depends on them: where
    /// somebody else keeps texts at the same time, or a file was changed, they are not kept.
    ///
    /// # Errors
    /// [`Failure`]: the machine refuses.
    pub fn end(&mut self) -> Result<(), Failure> {
        let coded = std::mem::take(&mut self.coded);
        if coded.is_empty() {
            return Ok(());
        }
        let mut job = Job::new(Options::default(), &|_| {});
        let review = &self.review;
        let known = coded.iter().filter_map(|(unit, domain)| Some((review.unit(unit)?, *domain)));
        let keep = |texts: &mut crate::decisions::KeptTexts| {
            known.for_each(|(unit, domain)| {
                texts.keep(unit, domain);
            });
        };
        let keeping = job.keep_texts(review.study(), keep);
        match keeping.and_then(|keeping| job.put(keeping.files)) {
            Ok(_) | Err(Failure::Changed(_) | Failure::Output(OutputError::Busy(_))) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// A coding whose unit, text and codes are there, its codes in the order of the codebook.
    fn checked(&self, mut coding: Coding) -> Result<Coding, Refusal> {
        let (unit, domain) = (shown(&coding.unit), coding.domain);
        let Some(read) = self.review.read(&coding.unit, domain) else {
            return Err(Refusal::Missing(msg!("review-unit-unknown", unit, domain = domain.word())));
        };
        if read != coding.read {
            return Err(Refusal::Changed(msg!("review-text-changed", unit)));
        }
        let known = self.review.book().codes(domain);
        if let Some(code) = coding.codes.iter().find(|code| known.iter().all(|own| own.id != **code)) {
            let suggestion = did_you_mean(code, known.iter().map(|own| own.id.as_str()));
            return Err(Refusal::Wrong(msg!("no-such-code", code = shown(code), domain = domain.word(), suggestion)));
        }
        coding.codes = known.iter().map(|own| &own.id).filter(|id| coding.codes.contains(id)).cloned().collect();
        Ok(coding)
    }

    fn decide(&mut self, codings: &[Coding], purpose: Purpose, when: &Moment) -> Result<Vec<LineId>, Refusal> {
        let saved = self.append(self.review.lines_of(codings, purpose, when))?;
        self.coded.extend(codings.iter().map(|coding| (coding.unit.clone(), coding.domain)));
        Ok(saved)
    }

    fn append(&mut self, lines: Vec<Line>) -> Result<Vec<LineId>, Refusal> {
        let texts = lines.iter().map(Line::to_text).collect::<Result<Vec<_>, _>>().map_err(fault)?;
        self.logs.append(self.review.study(), self.review.log(), &texts).map_err(Failure::Output)?;
        let file = &self.file;
        Ok(texts.iter().zip(lines).map(|(text, line)| self.review.wrote(text, line, file)).collect())
    }
}
