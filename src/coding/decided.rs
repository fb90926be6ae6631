//! Decisions that people made beside the final sheets, as they lie over them.
//!
//! A decision counts as a row that was coded and locked later: for the text that it was made for, whatever becomes of the ids.

use std::collections::BTreeMap;

use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::log::{Carrying, LineId, Log, Subject};
use crate::decisions::{Definition, Fingerprint, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;

/// What was decided, by domain, unit and the text that was read.
#[derive(Debug, Default)]
pub(super) struct Decided {
    units: BTreeMap<Domain, BTreeMap<String, BTreeMap<Option<Fingerprint>, Entry>>>,
}

/// What was decided of a unit in a domain for a text.
#[derive(Debug)]
pub(super) struct Entry {
    /// The unit's id.
    pub(super) unit: String,
    /// The codes, in the order of the codebook; `None` where people said different things.
    pub(super) codes: Option<Vec<String>>,
    /// Who decided, in which line, and what; the latest last.
    pub(super) by: Vec<By>,
}

/// A decision.
#[derive(Clone, Debug)]
pub(super) struct By {
    pub(super) line: LineId,
    pub(super) who: String,
    pub(super) place: Place,
    pub(super) codes: Vec<String>,
    /// How the codes were defined then.
    pub(super) defined: Vec<(String, Definition)>,
    /// The codebook, where it is another, and neither a migration nor definitions say what its codes meant.
    pub(super) foreign: Option<String>,
    /// What the final sheet said then; `None` where it said nothing.
    was: Option<Vec<String>>,
    /// What orders decisions in time.
    when: String,
}

/// What people decided beside sheets: which codes count, and which each coder gave.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    /// Which count.
    pub(super) last: Decided,
    /// What each coder gave.
    pub(super) coders: BTreeMap<String, Decided>,
}

impl Decisions {
    /// What the lines of a log say; what the codebook does not have is reported.
    pub(super) fn new(log: &Log, book: &Codebook, messages: &mut Diagnostics) -> Self {
        let mut all = Self::default();
        if log.is_empty() {
            return all;
        }
        let codebook = Lock::new(book).codebook;
        let carrying = log.carrying(&codebook);
        for (subject, stands) in log.stands(&carrying) {
            let decided = match &subject.coder {
                Some(coder) => all.coders.entry(coder.clone()).or_default(),
                None => &mut all.last,
            };
            for (text, said) in stands {
                let by: Vec<By> = said.lines.iter().filter_map(|line| by(log, *line, &carrying)).collect();
                decided.add(&subject, text, said.codes, by, book, messages);
            }
        }
        all
    }
}

impl Decided {
    /// Adds what was decided of a subject for a text.
    fn add(
        &mut self,
        subject: &Subject,
        text: Option<Fingerprint>,
        codes: Option<Vec<String>>,
        by: Vec<By>,
        book: &Codebook,
        messages: &mut Diagnostics,
    ) {
        let Subject { unit, domain: word, .. } = subject;
        let Some(last) = by.last() else { return };
        let Some(domain) = book.domain(word).filter(|domain| !book.codes(*domain).is_empty()) else {
            let suggestion = did_you_mean(word, book.domains().map(Domain::word));
            let message = msg!("coded-domain-without-codes", domain = shown(word), suggestion);
            messages.push(Diagnostic::error(last.place.clone(), message));
            return;
        };
        let unknown = by.iter().filter(|by| by.report_unknown(unit, domain, book, messages)).count();
        let codes = codes.filter(|_| unknown == 0).map(|codes| in_order(&codes, domain, book));
        let entry = Entry { unit: unit.clone(), codes, by };
        self.units.entry(domain).or_default().entry(unit.clone()).or_default().insert(text, entry);
    }

    /// The file in which the first of them stands.
    pub(super) fn place(&self) -> Option<Place> {
        let mut entries = self.units.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        entries.find_map(|entry| Some(Place::file(entry.by.first()?.place.file.clone())))
    }

    /// The domains of units of a kind in which something was decided.
    pub(super) fn domains(&self, kind: UnitKind) -> impl Iterator<Item = Domain> {
        self.units.keys().copied().filter(move |domain| domain.unit() == kind)
    }

    /// Whether anything was decided of units of a kind.
    pub(super) fn is_about(&self, kind: UnitKind) -> bool {
        self.domains(kind).next().is_some()
    }

    /// Every decision that counts, by its line.
    pub(super) fn by_line(&self) -> BTreeMap<LineId, &By> {
        let entries = self.units.values().flat_map(|units| units.values()).flat_map(BTreeMap::values);
        entries.flat_map(|entry| &entry.by).map(|by| (by.line, by)).collect()
    }

    /// What was decided in a domain, by unit and text.
    pub(super) fn of(&self, domain: Domain) -> impl Iterator<Item = (&str, &BTreeMap<Option<Fingerprint>, Entry>)> {
        self.units.get(&domain).into_iter().flatten().map(|(unit, texts)| (unit.as_str(), texts))
    }
}

/// Codes that somebody gave, as a person sees them who has to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The id under which they were given.
    pub unit: String,
    /// Who decided; `None` for a row of the sheet.
    pub who: Option<String>,
    /// The codes; none of them where nothing fitted.
    pub codes: Vec<String>,
    /// What was read.
    pub read: Option<Fingerprint>,
}

impl Entry {
    /// What each said.
    pub(super) fn given(&self, read: Option<Fingerprint>) -> Vec<Given> {
        let given =
            |by: &By| Given { unit: self.unit.clone(), who: Some(by.who.clone()), codes: by.codes.clone(), read };
        self.by.iter().map(given).collect()
    }

    /// Whether a cell of the final sheet says something that whoever decided has not known, and that is not what was decided.
    pub(super) fn clashes(&self, cell: &[String]) -> bool {
        let is = |codes: &[String]| codes.len() == cell.len() && codes.iter().all(|code| cell.contains(code));
        let known = |by: &By| by.was.as_deref().is_some_and(is);
        self.codes.as_deref().is_some_and(|codes| !is(codes) && !self.by.iter().any(known))
    }

    /// Whether the final sheet said something when the last of them decided.
    pub(super) fn knew_a_cell(&self) -> bool {
        self.by.last().is_some_and(|by| by.was.is_some())
    }

    /// What orders decisions of a unit in time.
    pub(super) fn when(&self) -> &str {
        self.by.last().map_or("", |by| &by.when)
    }
}

impl By {
    /// Reports codes that the codebook does not have; says whether there are any.
    fn report_unknown(&self, unit: &str, domain: Domain, book: &Codebook, messages: &mut Diagnostics) -> bool {
        let codes = book.codes(domain);
        let mut found = false;
        for code in self.codes.iter().filter(|code| codes.iter().all(|own| own.id != **code)) {
            let suggestion = did_you_mean(code, codes.iter().map(|own| own.id.as_str()));
            let message = msg!(
                "decided-code-unknown",
                code = shown(code),
                unit = shown(unit),
                domain = domain.word(),
                suggestion
            );
            messages.push(Diagnostic::error(self.place.clone(), message));
            found = true;
        }
        found
    }
}

fn by(log: &Log, line: LineId, carrying: &Carrying) -> Option<By> {
    let decision = log.decision(line)?;
    Some(By {
        line,
        who: decision.who.clone(),
        place: log.place(line)?.clone(),
        codes: carrying.codes(decision),
        defined: carrying.defined(decision),
        foreign: (decision.defined.is_empty() && carrying.is_foreign(decision)).then(|| decision.codebook.clone()),
        was: carrying.was(decision),
        when: decision.when.to_string(),
    })
}

/// Codes in the order of the codebook; what it does not have is left out.
fn in_order(codes: &[String], domain: Domain, book: &Codebook) -> Vec<String> {
    book.codes(domain).iter().map(|code| &code.id).filter(|id| codes.contains(id)).cloned().collect()
}
