//! What people decide, code and divide, as lines of the log: each is on the disk before anybody is told so.

use std::collections::BTreeMap;

use super::super::job::unchanged;
use super::super::{Failure, fault};
use super::Accepting;
use crate::coding::status::ToDecide;
use crate::decisions::log::{Assignment, Coding, Giving, Line, LineId, Moment, Purpose, cut};
use crate::output::append;
use crate::study::DECISIONS;

/// The file that says who codes what.
pub(super) const ASSIGNMENTS: &str = "assignments.jsonl";

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
        let giving = Giving { who: &self.who, when, purpose: Purpose::Final, book: &self.book, heads: &heads };
        let line = |(about, codes, why): &(&ToDecide, Vec<String>, String)| {
            let coding = Coding {
                unit: about.unit.clone(),
                domain: about.domain,
                codes: codes.clone(),
                memo: why.clone(),
                unsure: false,
                read: about.read,
            };
            giving.line(&coding, about.was.clone())
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
        let giving = Giving { who: &self.who, when, purpose: Purpose::Coding, book: &self.book, heads: &heads };
        let line = |coding: &Coding| giving.line(coding, was(coding));
        let lines = codings.iter().map(line).collect();
        let saved = self.append(&self.file.clone(), lines)?;
        self.decided.extend(codings.iter().map(|coding| (coding.unit.clone(), coding.domain)));
        Ok(saved)
    }

    /// Divides answers among coders, those of an audit's `draw` or others; what was divided before stays.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn assign(
        &mut self,
        assign: BTreeMap<String, Vec<String>>,
        plain: Vec<String>,
        (draw, why): (Option<usize>, &str),
        when: &Moment,
    ) -> Result<LineId, Failure> {
        let (who, why) = (self.who.clone(), why.trim().to_owned());
        let line = Line::Assignment(Assignment { who, when: when.clone(), why, assign, plain, draw });
        let saved = self.append(&format!("{DECISIONS}/{ASSIGNMENTS}"), vec![line])?;
        saved.first().copied().ok_or_else(|| fault(DECISIONS))
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
