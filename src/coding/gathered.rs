//! What people have coded, gathered: sheets with their locks, decisions that lie over them, and what coders gave without a sheet.

use super::answerers::Answerers;
use super::bound::Bound;
use super::decided::{Decided, Decisions};
use super::sheet::{Known, Sheet};
use super::{Codings, by_coders, locks, open, redefined, sheet, texts_known};
use crate::codebook::{Codebook, UnitKind};
use crate::decisions::Lock;
use crate::decisions::log::Log;
use crate::diagnostic::Diagnostics;
use crate::read::Files;
use crate::study::{CodingRole, CodingSheet, Study};
use crate::survey::{Ids, Input, Unit};

/// A study whose codings are gathered.
struct Gathering<'a> {
    study: &'a Study,
    book: &'a Codebook,
    input: &'a Input,
    files: &'a Files,
    known: Known<'a>,
    decisions: Decisions,
    nothing: Decided,
    /// The files of sheets without a lock.
    unlocked: Vec<&'a str>,
}

impl Codings {
    /// Reads the study's coding sheets and what was decided beside them; [`Self::settle`] then says which codes count.
    pub fn read(study: &Study, book: &Codebook, input: &Input, files: &Files, messages: &mut Diagnostics) -> Self {
        let mut codings = Self::default();
        texts_known::report(study, book, messages);
        open::report(study, book, input, messages);
        codings.log = Log::read(&study.decisions, messages);
        if study.codings.is_empty() && codings.log.is_empty() {
            return codings;
        }
        let decisions = Decisions::new(&codings.log, book, messages);
        let known = Known { interventions: Ids::new(study, &input.surveys), answerers: Answerers::new(study, input) };
        let (nothing, unlocked) = (Decided::default(), Vec::new());
        let mut gathering = Gathering { study, book, input, files, known, decisions, nothing, unlocked };
        for declared in &study.codings {
            let sheet = gathering.declared(declared, messages);
            match &declared.role {
                CodingRole::Final => codings.finals.add(sheet),
                CodingRole::Coder(coder) => codings.coders.entry(coder.clone()).or_default().add(sheet),
            }
        }
        gathering.without_sheet(&mut codings);
        gathering.report_redefined(&codings, messages);
        locks::report_missing(&gathering.unlocked, messages);
        codings.recall(study, messages);
        by_coders::fill(&mut codings, book, input);
        codings.gaps_stop = !study.draft && !messages.has_errors();
        codings
    }
}

impl<'a> Gathering<'a> {
    /// What was decided over the sheets of a role.
    fn decided(&self, role: &CodingRole) -> &Decided {
        match role {
            CodingRole::Final => &self.decisions.last,
            CodingRole::Coder(coder) => self.decisions.coders.get(coder).unwrap_or(&self.nothing),
        }
    }

    fn units(&self, kind: UnitKind) -> Vec<&'a Unit> {
        self.input.units().filter(|unit| unit.kind == kind).collect()
    }

    /// A declared sheet, read for the answers that there are now.
    fn declared(&mut self, declared: &'a CodingSheet, messages: &mut Diagnostics) -> Sheet {
        let lock = locks::read(self.study, declared, self.book, messages);
        let read = sheet::read(declared, self.book, &self.known, lock.as_ref(), self.files, messages);
        let mut codes = read.unwrap_or_else(|| Sheet::unread(declared.unit));
        let lock = locks::with_columns(lock, &codes, self.book, messages);
        codes.locked = lock.is_some();
        if !codes.locked {
            self.unlocked.push(&declared.file.value);
        }
        if codes.locked || self.decided(&declared.role).is_about(codes.unit) {
            codes = self.bind(codes, lock.as_ref(), self.decided(&declared.role));
        }
        let has_moved = |id: &str| codes.bound.as_ref().is_some_and(|bound| bound.has_moved(id));
        let excluded = codes.excluded.iter().filter(|(id, _)| !has_moved(id));
        excluded.for_each(|(_, message)| messages.push(message.clone()));
        if let Some(lock) = &lock {
            locks::report_redefined(&codes, lock, self.book, &self.units(declared.unit), messages);
        }
        codes.bound = codes.bound.map(match declared.role {
            CodingRole::Final => Bound::of_all_answers,
            CodingRole::Coder(_) => Bound::of_a_sample,
        });
        codes
    }

    fn bind(&self, mut codes: Sheet, lock: Option<&Lock>, decided: &Decided) -> Sheet {
        codes.bound = Some(codes.bind(lock, decided, &self.units(codes.unit)));
        codes
    }

    /// What was decided, and what coders gave, of units that no declared sheet is about.
    fn without_sheet(&self, codings: &mut Codings) {
        for kind in UnitKind::ALL {
            let last = &self.decisions.last;
            if codings.finals.of_kind(kind).is_none() && last.is_about(kind) {
                codings.finals.add(self.bind(Sheet::of_decisions(kind, None), None, last));
            }
            for (coder, decided) in self.decisions.coders.iter().filter(|(_, decided)| decided.is_about(kind)) {
                let sheets = codings.coders.entry(coder.clone()).or_default();
                if sheets.of_kind(kind).is_none() {
                    let mut sheet = self.bind(Sheet::of_decisions(kind, decided.place()), None, decided);
                    sheet.bound = sheet.bound.map(Bound::of_a_sample);
                    sheets.add(sheet);
                }
            }
        }
    }

    /// Tells of codes that the codebook defines otherwise than when they were given.
    fn report_redefined(&self, codings: &Codings, messages: &mut Diagnostics) {
        let last = codings.finals.iter().map(|sheet| (&self.decisions.last, sheet));
        let coders =
            codings.coders.iter().filter_map(|(coder, sheets)| Some((self.decisions.coders.get(coder)?, sheets)));
        let coders = coders.flat_map(|(decided, sheets)| sheets.iter().map(move |sheet| (decided, sheet)));
        for (decided, sheet) in last.chain(coders) {
            redefined::report(decided, sheet, self.book, self.units(sheet.unit).into_iter(), messages);
        }
    }
}
