//! The recipe of `insats accept`: people decide, one coding after the other, and every decision is on the disk before anybody is
//! told so.

mod lines;
mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::job::Job;
use super::standing::{LeftToReaders, audit_standing};
use super::status::weighted;
use super::{Failure, Options, Stage, fault};
use crate::codebook::{Codebook, Domain};
use crate::coding::Codings;
use crate::coding::status::{Coded, ToDecide};
use crate::decisions::KeptTexts;
use crate::decisions::log::{Decision, Line, LineId, Moment, Purpose, Subject, Undo};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::output::OutputError;
use crate::sheets::Material;
use crate::study::{DECISIONS, Money, STUDY_FILE, Study, TEXTS_FILE, file_name};
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;
use crate::wording::Message;

pub(super) use list::{LIST, is_unfilled};
pub use list::{ListSummary, TakenBack, list_to_decide};

/// A study in which somebody decides.
pub struct Accepting<'p> {
    pub(super) job: Job<'p>,
    pub(super) study: Study,
    pub(super) book: Codebook,
    pub(super) input: Input,
    pub(super) codings: Codings,
    pub(super) weighting: Weighting,
    who: String,
    /// The file of whoever decides, from the study's folder.
    file: String,
    /// The texts that were coded before, as far as they are kept.
    texts: KeptTexts,
    /// What has been decided.
    decided: Vec<(String, Domain)>,
}

/// What waits for somebody who decides.
#[derive(Debug)]
pub struct Waits {
    /// What was coded before first, and of that what has most funds.
    pub codings: Vec<ToDecide>,
    /// Codings of an audit that are left to those who read its sample blind.
    pub left_to_readers: usize,
}

impl Waits {
    fn new(coded: &Coded<'_>, domain: Option<Domain>) -> Result<Self, Diagnostics> {
        let standing = audit_standing(coded.study, coded.book, coded.input, coded.codings, coded.weighting)?;
        let mut codings = coded.to_decide();
        codings.retain(|own| domain.is_none_or(|domain| own.domain == domain));
        let left_to_readers = LeftToReaders::new(standing.as_ref(), coded.book, coded.input)
            .leave_out(&mut codings, |own| (&own.unit, own.domain.word()));
        Ok(Self { codings, left_to_readers })
    }
}

/// A line of the log, as a person reads it.
#[derive(Debug)]
pub struct LogLine {
    /// What it is called.
    pub id: LineId,
    /// The line.
    pub line: Line,
    /// What it is about; `None` for a change of codebook.
    pub subject: Option<Subject>,
    /// Whether somebody took it back.
    pub undone: bool,
}

/// Reads a study for somebody who decides. Data that cannot be read do not stop it where that need not be; a log that cannot be
/// read does.
///
/// # Errors
/// [`Failure`]: the study or its log cannot be read, or nobody can have a file of that name.
pub fn accepting<'p>(folder: &Path, who: &str, progress: &'p (dyn Fn(Stage) + Sync)) -> Result<Accepting<'p>, Failure> {
    begin(folder, who, stop_on_log, progress)
}

/// The same where nothing may be wrong with the data: what follows rests on all of them.
pub(super) fn accepting_sound<'p>(
    folder: &Path,
    who: &str,
    progress: &'p (dyn Fn(Stage) + Sync),
) -> Result<Accepting<'p>, Failure> {
    begin(folder, who, Job::stop_on_errors, progress)
}

fn begin<'p>(
    folder: &Path,
    who: &str,
    stop: fn(&mut Job<'p>) -> Result<(), Failure>,
    progress: &'p (dyn Fn(Stage) + Sync),
) -> Result<Accepting<'p>, Failure> {
    let file = file_of(who, WHO)?;
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    // Others who decide keep texts there, and no decision depends on them.
    job.watch.forget(TEXTS_FILE);
    let (book, input, mut codings) = job.coded_so_far(&study)?;
    stop(&mut job)?;
    codings.settle_silently(codings.choose(None, &study), &book, &input).map_err(fault)?;
    let weighting = weighted(&input, study.money);
    let texts = KeptTexts::load(&study, &mut Diagnostics::new());
    let (who, decided) = (who.trim().to_owned(), Vec::new());
    Ok(Accepting { job, study, book, input, codings, weighting, who, file, texts, decided })
}

/// Stops where something is wrong with the log that no decision mends; what is wrong elsewhere is told by check.
pub(super) fn stop_on_log(job: &mut Job<'_>) -> Result<(), Failure> {
    let messages = std::mem::take(&mut job.messages);
    let stops =
        |message: &&Diagnostic| message.place.file.starts_with(DECISIONS) && !DECIDED_ANEW.contains(&message.name());
    let of_log = messages.errors_only().sorted().into_iter().filter(stops).cloned().collect::<Vec<_>>();
    job.messages.push_all(&of_log);
    job.stop_on_errors()
}

/// What is wrong with a decision and is mended by another.
const DECIDED_ANEW: [&str; 2] = ["decided-code-unknown", "coded-domain-without-codes"];

/// Every decision of a study, the oldest first.
///
/// # Errors
/// [`Failure`]: the study or its log cannot be read.
pub fn decision_log(folder: &Path, progress: &(dyn Fn(Stage) + Sync)) -> Result<Vec<LogLine>, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    let log = crate::decisions::Log::read(&study.decisions, &mut job.messages);
    job.stop_on_errors()?;
    let undone = log.undone();
    let lines = log.history().into_iter().map(|(id, line)| LogLine {
        id,
        line: line.clone(),
        subject: log.subject(id),
        undone: undone.contains(&id),
    });
    let lines = lines.collect();
    job.answer(lines)
}

/// The file of a person's decisions, from the study's folder; `option` is where they were named.
pub(super) fn file_of(who: &str, option: &str) -> Result<String, Diagnostic> {
    Ok(format!("{DECISIONS}/{}.jsonl", as_name(who, option)?))
}

/// Where somebody is named who decides.
const WHO: &str = "--who";
/// Where a coder is named.
pub(super) const CODER: &str = "--coder";

/// The name that files of a person have; `option` is where they were named.
pub(super) fn as_name(who: &str, option: &str) -> Result<String, Diagnostic> {
    const MOST: usize = 60;
    let wrong = |message| Diagnostic::error(Place::file(DECISIONS), message);
    let letters: String =
        who.nfc().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    let name = parts.join("-");
    if name.is_empty() || name.chars().count() > MOST || who.chars().any(char::is_control) {
        return Err(wrong(msg!("decider-without-name", who = shown(who), option)));
    }
    if lines::ASSIGNMENTS.strip_suffix(".jsonl") == Some(&name) {
        return Err(wrong(msg!("decider-file-taken", who = shown(who), file = lines::ASSIGNMENTS, option)));
    }
    match file_name::unfit(&name, "", ".jsonl", msg!("decider-name", who = shown(who), option)) {
        Some(message) => Err(wrong(message)),
        None => Ok(name),
    }
}

impl Accepting<'_> {
    fn coded(&self) -> Coded<'_> {
        let Self { study, book, input, codings, weighting, .. } = self;
        Coded { study, book, input, codings, weighting }
    }

    /// The study as those see it who code in workbooks.
    pub(super) fn material(&self) -> Material<'_> {
        let Self { study, book, input, codings, weighting, .. } = self;
        Material { study, book, input, codings, weighting }
    }

    /// Lets somebody else go on.
    pub(super) fn becomes(&mut self, who: &str) -> Result<(), Diagnostic> {
        self.file = file_of(who, CODER)?;
        who.trim().clone_into(&mut self.who);
        Ok(())
    }

    /// The codebook.
    pub fn book(&self) -> &Codebook {
        &self.book
    }

    /// How funds count.
    pub fn money(&self) -> Option<Money> {
        self.weighting.money
    }

    /// What waits for somebody, in all domains or in one: what was coded before first, and of that what has most funds.
    ///
    /// # Errors
    /// There is no such domain, or an audit cannot be read.
    pub fn waiting(&self, domain: Option<&str>) -> Result<Waits, Diagnostics> {
        let domain = domain.map(|word| self.domain(word)).transpose()?;
        Waits::new(&self.coded(), domain)
    }

    /// The codings of units, in all domains or in one, whatever their state.
    ///
    /// # Errors
    /// Units and domains that there are not.
    pub fn of(&self, units: &[String], domain: Option<&str>) -> Result<Vec<ToDecide>, Diagnostics> {
        let domain = domain.map(|word| self.domain(word)).transpose()?;
        let (mut found, mut messages) = (Vec::new(), Diagnostics::new());
        for unit in units {
            let own = self.coded().to_decide_of(unit, domain);
            if own.is_empty() {
                let suggestion = did_you_mean(unit, self.input.units().map(|unit| &*unit.id));
                let message = msg!("intervention-to-explain-unknown", id = shown(unit), suggestion);
                messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
            }
            found.extend(own);
        }
        if messages.has_errors() { Err(messages) } else { Ok(found) }
    }

    fn domain(&self, word: &str) -> Result<Domain, Diagnostics> {
        self.book.domain(word).ok_or_else(|| {
            let suggestion = did_you_mean(word, self.book.domains().map(Domain::word));
            let message = msg!("coded-domain-without-codes", domain = shown(word), suggestion);
            Diagnostic::error(Place::file(STUDY_FILE), message).into()
        })
    }

    /// The codes that somebody typed, in the order of the codebook.
    ///
    /// # Errors
    /// What is no code, with the one that is probably meant.
    pub fn codes(&self, domain: Domain, typed: &str) -> Result<Vec<String>, Vec<Message>> {
        let known = self.book.codes(domain);
        let mut given = BTreeSet::new();
        let mut wrong = Vec::new();
        for part in typed.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            match known
                .iter()
                .find(|code| code.id == part)
                .or_else(|| known.iter().find(|code| code.id.eq_ignore_ascii_case(part)))
            {
                Some(code) => drop(given.insert(code.id.as_str())),
                None => {
                    let suggestion = did_you_mean(part, known.iter().map(|code| code.id.as_str()));
                    wrong.push(msg!("no-such-code", code = shown(part), domain = domain.word(), suggestion));
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(known.iter().map(|code| &code.id).filter(|id| given.contains(id.as_str())).cloned().collect())
    }

    /// How a text read when it was coded, where that is another than now and is kept.
    pub fn old(&self, about: &ToDecide) -> Option<String> {
        about.old(&self.texts)
    }

    /// Ends: the texts that were read are kept, so that they can be shown when they have changed. No number depends on them: where
    /// somebody else keeps texts at the same time, or a file was changed, they are not kept.
    ///
    /// # Errors
    /// [`Failure`]: the machine refuses.
    pub fn end(self) -> Result<(), Failure> {
        let Self { mut job, study, input, decided, .. } = self;
        if decided.is_empty() {
            return Ok(());
        }
        let units: BTreeMap<&str, &Unit> = input.units().map(|unit| (&*unit.id, unit)).collect();
        let known = decided.iter().filter_map(|(unit, domain)| Some((*units.get(unit.as_str())?, *domain)));
        let keep = |texts: &mut KeptTexts| {
            for (unit, domain) in known {
                texts.keep(unit, domain);
            }
        };
        let keeping = job.keep_texts(&study, keep);
        let put = keeping.and_then(|keeping| job.put(keeping.files));
        match put {
            Ok(_) | Err(Failure::Changed(_) | Failure::Output(OutputError::Busy(_))) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Takes back a line.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn undo(&mut self, line: LineId, why: &str, when: &Moment) -> Result<LineId, Failure> {
        let undo = Undo { who: self.who.clone(), when: when.clone(), undo: line, why: why.trim().to_owned() };
        let lines = self.append(&self.file.clone(), vec![Line::Undo(undo)])?;
        lines.first().copied().ok_or_else(|| fault(DECISIONS))
    }

    /// The line that is meant: the own one that was written last and not taken back; or the last of a unit; or one by the
    /// beginning of its name.
    ///
    /// # Errors
    /// There is none.
    pub fn line(&self, of: Option<&str>, domain: Option<&str>) -> Result<LineId, Diagnostics> {
        const ENOUGH: usize = 6;
        let domain = domain.map(|word| self.domain(word)).transpose()?.map(Domain::word);
        let log = &self.codings.log;
        let undone = log.undone();
        let standing = log.history().into_iter().filter(|(id, _)| !undone.contains(id));
        let lines: Vec<(LineId, &Line)> = standing.collect();
        // What a coder gave is taken back where people code.
        let is_decision = |line: &Line| matches!(line, Line::Decision(own) if own.purpose == Purpose::Final);
        let wanted = |(id, line): &&(LineId, &Line)| match of {
            None => is_decision(line) && line.who() == self.who,
            Some(of) if of.len() >= ENOUGH && id.to_string().starts_with(of) => true,
            Some(of) => {
                let subject = log.subject(*id).filter(|_| is_decision(line));
                subject.is_some_and(|own| own.unit == of && domain.is_none_or(|domain| own.domain == domain))
            }
        };
        lines.iter().rev().find(wanted).map(|(id, _)| *id).ok_or_else(|| {
            let message = match of {
                Some(of) => msg!("no-decision-of", of = shown(of)),
                None => msg!("no-decision-yet", who = shown(&self.who)),
            };
            Diagnostic::error(Place::file(DECISIONS), message).into()
        })
    }

    /// What a line decided.
    pub fn decision(&self, line: LineId) -> Option<&Decision> {
        self.codings.log.decision(line)
    }
}
