//! What people decide, code and divide, as lines of the log: each is on the disk before anybody is told so.

use std::collections::BTreeMap;

use super::super::job::unchanged;
use super::super::{Failure, fault};
use super::Accepting;
use crate::codebook::Domain;
use crate::coding::status::ToDecide;
use crate::decisions::log::{Assignment, Decision, Line, LineId, Moment, Purpose, Subject, cut};
use crate::decisions::{Definition, Fingerprint, Lock};
use crate::output::append;
use crate::study::DECISIONS;

/// What a coder gives an answer in a domain, having read it.
#[derive(Clone, Debug)]
pub struct Coding {
    /// The unit's id.
    pub unit: String,
    /// The domain.
    pub domain: Domain,
    /// The codes, in the order of the codebook; none of them where nothing fits.
    pub codes: Vec<String>,
    /// What the coder notes; may be empty.
    pub memo: String,
    /// Whether the coder is not sure.
    pub unsure: bool,
    /// What was read; `None` where it was blank.
    pub read: Option<Fingerprint>,
}

/// The file that says who codes what.
pub(super) const ASSIGNMENTS: &str = "assignments.jsonl";

/// By subject, the lines that a new one follows.
type Heads = BTreeMap<Subject, Vec<LineId>>;

impl Accepting<'_> {
    /// Decides codings: all are on the disk when this says so.
    ///
    /// # Errors
    /// [`Failure`]: a file of the study was changed since it was read, or the machine refuses.
    pub fn decide(
        &mut self,
        decided: &[(&ToDecide, Vec<String>, String)],
        when: &Moment,
    ) -> Result<Vec<LineId>, Failure> {
        let heads = self.codings.log.heads();
        let line = |(about, codes, why): &(&ToDecide, Vec<String>, String)| {
            let coding = Coding {
                unit: about.unit.clone(),
                domain: about.domain,
                codes: codes.clone(),
                memo: why.clone(),
                unsure: false,
                read: about.read,
            };
            self.line_of(&coding, Purpose::Final, about.was.clone(), when, &heads)
        };
        let lines = decided.iter().map(line).collect();
        let saved = self.append(&self.file.clone(), lines)?;
        self.decided.extend(decided.iter().map(|(about, ..)| (about.unit.clone(), about.domain)));
        Ok(saved)
    }

    /// Keeps what whoever decides gave as a coder: all of it is on the disk when this says so.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn code(&mut self, codings: &[Coding], when: &Moment) -> Result<Vec<LineId>, Failure> {
        let heads = self.codings.log.heads();
        let own = self.codings.coders.get(&self.who);
        let was = |coding: &Coding| own?.cell(&coding.unit, coding.domain).map(<[String]>::to_vec);
        let line = |coding: &Coding| self.line_of(coding, Purpose::Coding, was(coding), when, &heads);
        let lines = codings.iter().map(line).collect();
        let saved = self.append(&self.file.clone(), lines)?;
        self.decided.extend(codings.iter().map(|coding| (coding.unit.clone(), coding.domain)));
        Ok(saved)
    }

    /// Divides answers among coders; what was divided before stays.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn assign(
        &mut self,
        assign: BTreeMap<String, Vec<String>>,
        plain: Vec<String>,
        why: &str,
        when: &Moment,
    ) -> Result<LineId, Failure> {
        let (who, why) = (self.who.clone(), why.trim().to_owned());
        let line = Line::Assignment(Assignment { who, when: when.clone(), why, assign, plain });
        let saved = self.append(&format!("{DECISIONS}/{ASSIGNMENTS}"), vec![line])?;
        saved.first().copied().ok_or_else(|| fault(DECISIONS))
    }

    fn line_of(
        &self,
        coding: &Coding,
        purpose: Purpose,
        was: Option<Vec<String>>,
        when: &Moment,
        heads: &Heads,
    ) -> Line {
        let Coding { unit, domain, codes, memo, unsure, read } = coding;
        let subject = match purpose {
            Purpose::Final => Subject::of_final(unit, domain.word()),
            Purpose::Coding => Subject::of_coder(&self.who, unit, domain.word()),
        };
        Line::Decision(Decision {
            who: self.who.clone(),
            when: when.clone(),
            purpose,
            unit: unit.clone(),
            domain: domain.word().to_owned(),
            codes: codes.clone(),
            read: *read,
            codebook: Lock::new(&self.book).codebook,
            defined: self.defined(*domain, codes),
            was,
            why: memo.trim().to_owned(),
            unsure: *unsure,
            after: heads.get(&subject).cloned().unwrap_or_default(),
        })
    }

    /// How codes are defined.
    fn defined(&self, domain: Domain, codes: &[String]) -> BTreeMap<String, Definition> {
        let codes = codes.iter().filter_map(|code| self.book.code(domain, code));
        codes.map(|code| (code.id.clone(), Definition::of(code))).collect()
    }

    /// Adds lines to a file of the study.
    pub(super) fn append(&mut self, file: &str, lines: Vec<Line>) -> Result<Vec<LineId>, Failure> {
        // What was shown must still be what is there.
        unchanged(&self.job.watch)?;
        let texts = lines.iter().map(Line::to_text).collect::<Result<Vec<_>, _>>().map_err(fault)?;
        append(&self.study.path(file), cut, &texts)?;
        let log = &mut self.codings.log;
        Ok(texts.iter().zip(lines).map(|(text, line)| log.add(text, line, file)).collect())
    }
}
