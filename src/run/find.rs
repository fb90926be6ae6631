//! Finding: from a study folder to everything that is read, coded, weighted and counted. It reads like the report's chapter on
//! method.

use std::path::Path;

use super::estimated::{estimates, not_audited};
use super::findings::{Findings, Weighed};
use super::job::{Job, unchanged};
use super::{Failure, Stage, fault};
use crate::claims::Claims;
use crate::codebook::{Codebook, UnitKind};
use crate::coding::{self, Codings};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::draft::marks_left;
use crate::grant::Grant;
use crate::learning::declared::accepted;
use crate::ledger::Ledger;
use crate::msg;
use crate::output::{self, Half, UNFINISHED};
use crate::read::{Files, report_unread};
use crate::report;
use crate::study::{CodesFrom, STUDY_FILE, Study};
use crate::survey::{Input, read_registers};
use crate::weighting::Weighting;
use crate::wording::joined;

impl Job<'_> {
    /// Reads, codes, weights and counts.
    pub(super) fn find(&mut self, folder: &Path, codes: Option<CodesFrom>) -> Result<Findings, Failure> {
        let weighed = self.weigh(folder, codes)?;
        self.count(weighed)
    }

    /// Counts what was weighed, if nothing was wrong so far.
    pub(super) fn count(&mut self, weighed: Weighed) -> Result<Findings, Failure> {
        let Weighed { study, book, declaration, files, grant, input, codings, weighting, claims, audit, thresholds } =
            weighed;
        if self.messages.has_errors() {
            // Nobody will decide the claims, so what is wrong in them is said now.
            self.messages.push_all(claims.unreadable());
            return Err(Failure::Input(std::mem::take(&mut self.messages)));
        }
        (self.progress)(Stage::Counting);
        let mut ledger = Ledger::new(&study, &book, &input, &codings, &weighting).map_err(fault)?;
        if let Some(audit) = audit.as_ref().filter(|_| codings.choice == Some(CodesFrom::Estimated)) {
            ledger.take_estimates(estimates(&audit.join(&input, &codings, &weighting), &book, &ledger));
        }
        self.messages.push_all(not_audited(&ledger).as_ref());
        Ok(Findings {
            study,
            book,
            declaration,
            files,
            grant,
            input,
            codings,
            weighting,
            ledger,
            claims,
            audit,
            thresholds,
            earlier: Vec::new(),
            claims_of_earlier: Default::default(),
            items_of_earlier: Default::default(),
            inputs_of_earlier: Vec::new(),
        })
    }

    /// Reads, codes and weights; errors may be among the messages.
    pub(super) fn weigh(&mut self, folder: &Path, codes: Option<CodesFrom>) -> Result<Weighed, Failure> {
        let weighed = self.weigh_watched(folder, codes);
        self.unless_changed(weighed)
    }

    /// Reads the surveys of a study and the open questions of its accounts, and nothing else.
    pub(super) fn read(&mut self, folder: &Path) -> Result<Input, Failure> {
        let study = self.declared(folder)?;
        let mut messages = Diagnostics::about(study.currency());
        (self.progress)(Stage::Reading);
        let files = Files::read(&study, &mut messages);
        if !read_registers(&study, &files, &mut messages) {
            return Err(messages.into());
        }
        let mut input = Input::read(&study, &files, &mut messages);
        if !study.open(UnitKind::Recipient).is_empty() {
            input.open.extend(Grant::read(&study, &files, &mut messages).open(&study));
        }
        if messages.has_errors() { Err(messages.into()) } else { Ok(input) }
    }

    /// Reads what a study's coding sheets say, and for which answers; which codes count is not asked.
    pub(super) fn coded(&mut self, study: &Study) -> Result<(Codebook, Input, Codings), Failure> {
        let read = self.coded_so_far(study)?;
        self.stop_on_errors()?;
        Ok(read)
    }

    /// The same where something is wrong in the data, as far as it says something without what could not be read; errors may be
    /// among the messages.
    pub(super) fn coded_so_far(&mut self, study: &Study) -> Result<(Codebook, Input, Codings), Failure> {
        self.coded_with_files(study).map(|(book, input, codings, _)| (book, input, codings))
    }

    /// The same with the files.
    pub(super) fn coded_with_files(&mut self, study: &Study) -> Result<(Codebook, Input, Codings, Files), Failure> {
        (self.progress)(Stage::Reading);
        let book = match &study.codebook {
            Some(file) => Codebook::load(&study.path(&file.value), &file.value)?,
            None => Codebook::default(),
        };
        let files = Files::read(study, &mut self.messages);
        if !read_registers(study, &files, &mut self.messages) {
            return Err(std::mem::take(&mut self.messages).into());
        }
        let grant = Grant::read(study, &files, &mut self.messages);
        let allocated = grant.requisitions(study, &mut self.messages);
        let mut input = Input::read_with(study, &files, allocated, &mut self.messages);
        input.open.extend(grant.open(study));
        if input.surveys.len() < study.surveys.len() || grant.accounts.len() < study.accounts.len() {
            // Every code of a survey that could not be read would seem to be of an answer that is gone.
            return Err(std::mem::take(&mut self.messages).into());
        }
        (self.progress)(Stage::Coding);
        let codings = Codings::read(study, &book, &input, &files, &mut self.messages);
        Ok((book, input, codings, files))
    }

    /// The declarations of a study. Every file that it uses is watched before it is read.
    pub(super) fn declared(&mut self, folder: &Path) -> Result<Study, Failure> {
        whole(folder, STUDY_FILE)?;
        self.watch.add(STUDY_FILE, &folder.join(STUDY_FILE));
        let mut study = Study::load(folder)?;
        study.instead.clone_from(&self.instead);
        self.watch.add_study(&study);
        if !study.companions.is_empty() {
            for (path, companion) in &study.companions {
                whole(&companion.path(""), path)?;
            }
            // The declarations of other studies are known by name only now; they are read again, watched.
            study = Study { instead: study.instead, ..Study::load(folder)? };
            self.watch.add_study(&study);
        }
        self.messages.amounts_are_in(study.currency());
        study.draft |= self.drafts;
        study.decisions.extend(self.decided.iter().cloned());
        Ok(study)
    }

    /// What seems to be wrong may be half of a file that somebody is saving.
    fn unless_changed<T>(&self, result: Result<T, Failure>) -> Result<T, Failure> {
        result.map_err(|failure| match failure {
            Failure::Input(wrong) => unchanged(&self.watch).err().unwrap_or(Failure::Input(wrong)),
            other => other,
        })
    }

    fn weigh_watched(&mut self, folder: &Path, codes: Option<CodesFrom>) -> Result<Weighed, Failure> {
        (self.progress)(Stage::Study);
        let study = self.declared(folder)?;
        let book = match &study.codebook {
            Some(file) => Codebook::load(&study.path(&file.value), &file.value),
            None => Ok(Codebook::default()),
        };
        let declaration = report::read(&study, book.as_ref().ok(), &mut self.messages);
        self.messages.push_all(&marks_left(&declarations(&study)));
        let book = book.map_err(|of_book| self.messages.extend(of_book)).ok();

        (self.progress)(Stage::Reading);
        let files = Files::read(&study, &mut self.messages);
        report_unread(&study, &mut self.messages);
        if !read_registers(&study, &files, &mut self.messages) {
            return Err(Failure::Input(std::mem::take(&mut self.messages)));
        }
        let mut grant = Grant::read(&study, &files, &mut self.messages);
        let allocated = grant.requisitions(&study, &mut self.messages);
        let mut input = Input::read_with(&study, &files, allocated, &mut self.messages);
        input.open.extend(grant.open(&study));
        let all_read = input.surveys.len() == study.surveys.len() && grant.accounts.len() == study.accounts.len();
        let Some(book) = book.filter(|_| all_read) else {
            // Without a survey, an account or the codebook every code and requisition would be reported as wrong, too.
            return Err(Failure::Input(std::mem::take(&mut self.messages)));
        };
        (self.progress)(Stage::Coding);
        let mut codings = Codings::read(&study, &book, &input, &files, &mut self.messages);
        let choice = codings.choose(codes, &study);
        let (mut of_coding, mut of_weighting) = (Diagnostics::new(), Diagnostics::new());
        // Neither needs the other.
        let (settled, weighting) = rayon::join(
            || codings.settle(choice, &book, &input, &mut of_coding),
            || Weighting::new(&input, study.money, &mut of_weighting),
        );
        settled.map_err(fault)?;
        self.messages.extend(of_coding);
        let audit = self.audit(&study, &book, &codings);
        let joined = audit.as_ref().map(|own| own.join(&input, &codings, &weighting));
        let thresholds = self.audited(choice, &study, &book, joined.as_ref());
        if study.model.is_some() && book.domains().any(|domain| codings.takes_suggestions(domain)) {
            let suggested = accepted(&study, &book, &input, &codings.rules, thresholds.as_ref(), &mut self.messages);
            codings.add_suggestions(suggested, &input);
        }
        coding::open::settle(&mut input, &study, &book, &codings);
        grant.settle(&book, &codings, &input.open);
        let claims = Claims::read(&study, &files, &mut self.messages);
        // What is wrong further up makes factors unusual; notices about them would mislead.
        self.messages.extend(if self.messages.has_errors() { of_weighting.errors_only() } else { of_weighting });
        Ok(Weighed { study, book, declaration, files, grant, input, codings, weighting, claims, audit, thresholds })
    }
}

/// Finishes a change of a study's files in which a program was killed, or puts back what was there. Whoever works with the study is told
/// before numbers come of it.
fn whole(folder: &Path, name: &str) -> Result<(), Failure> {
    let Some(half) = output::finish(folder)? else { return Ok(()) };
    let message = match half {
        Half::Finished(files) => msg!("change-finished", files = joined(files, ", ")),
        Half::PutBack(files) => msg!("change-put-back", files = joined(files, ", ")),
        Half::Stuck(files) => msg!("change-stuck", files = joined(files, ", "), list = UNFINISHED),
    };
    Err(Diagnostic::error(Place::file(name), message).into())
}

/// The files that declare a study, as they are written. Whoever reads what they say has told of one that cannot be read.
fn declarations(study: &Study) -> Vec<(&str, String)> {
    let files = [STUDY_FILE, study.report.value.as_str()];
    files.into_iter().filter_map(|file| Some((file, std::fs::read_to_string(study.path(file)).ok()?))).collect()
}
