//! The draws of a study, held together: every stratum with how many of it are read by now, and the frozen values of every answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::frozen::{self, Design, FORMAT, Refused, Value};
use crate::codebook::{Codebook, Domain};
use crate::decisions::Lock;
use crate::decisions::log::{LineId, Log};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::{AUDIT, MOST_DRAWS, Study};
use crate::wording::{Message, library_says};

/// What was drawn and frozen in a study.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// The designs, in their order.
    pub designs: Vec<Design>,
    /// All strata, those of the first draw first.
    pub strata: Vec<Drawn>,
    /// What was frozen, by domain and intervention; of the last draw in which it was.
    pub rows: BTreeMap<Domain, HashMap<Arc<str>, FrozenRow>>,
    /// Frozen codes that the codebook does not have now, by domain.
    pub unknown: BTreeMap<Domain, BTreeSet<String>>,
}

/// A stratum as it is by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The draw that made it, from 1.
    pub draw: usize,
    /// Its number there, from 1.
    pub stratum: usize,
    /// The area.
    pub area: String,
    /// How many times as often as others its interventions are drawn.
    pub times: u32,
    /// How many of it are read: the first places.
    pub sampled: usize,
}

/// What was frozen of an answer, its codes as they are called now.
#[derive(Clone, Debug, PartialEq)]
pub struct FrozenRow {
    /// What was frozen.
    pub value: Value,
    /// Its stratum, by its place among all.
    pub stratum: usize,
}

/// The codes of a domain: those that the codebook has, and what frozen ones are called now.
struct Codes<'b> {
    known: HashSet<&'b str>,
    renamed: BTreeMap<String, String>,
}

impl Audit {
    /// The audit of a study; `None` where none was drawn.
    ///
    /// # Errors
    /// Every file that is missing, also where only the log knows of its draw, not as it was written, of a later version, or of another
    /// codebook.
    pub fn load(study: &Study, book: &Codebook, log: &Log) -> Result<Option<Self>, Diagnostics> {
        let known = log.draws();
        let draws = known.keys().copied().fold(study.audit.draws, usize::max);
        if draws == 0 {
            return Ok(None);
        }
        let (mut designs, mut values, mut messages) = (Vec::new(), Vec::new(), Diagnostics::new());
        for number in 1..=draws.min(MOST_DRAWS) {
            match load(study, number, known.get(&number)) {
                Ok((design, own)) => {
                    designs.push(design);
                    values.push(own);
                }
                Err(message) => messages.push(message),
            }
        }
        if messages.has_errors() {
            return Err(messages);
        }
        let mut all = Self::default();
        for (design, values) in designs.into_iter().zip(values) {
            all.take(design, values, book, log)?;
        }
        Ok(Some(all))
    }

    /// Takes in a draw.
    pub(super) fn take(
        &mut self,
        design: Design,
        values: Vec<Value>,
        book: &Codebook,
        log: &Log,
    ) -> Result<(), Diagnostic> {
        let codebook = Lock::new(book).codebook;
        let error = |message| Diagnostic::error(Place::file(name(design.draw)), message);
        if !design.codebook.starts_with(&format!("{} ", book.id)) {
            let frozen = shown(&design.codebook);
            return Err(error(msg!("audit-of-other-codebook", frozen, own = shown(&codebook))));
        }
        let first = self.strata.len();
        self.take_strata(&design).ok_or_else(|| error(msg!("audit-changed")))?;
        let domain = |word: &str| {
            let own = book.domain(word).filter(|own| !book.codes(*own).is_empty());
            own.ok_or_else(|| error(msg!("audit-domain-gone", domain = shown(word))))
        };
        for word in &design.domains {
            self.rows.entry(domain(word)?).or_default();
        }
        let carrying = log.carrying(&codebook);
        let mut codes: BTreeMap<Domain, Codes<'_>> = BTreeMap::new();
        for value in values {
            let domain = domain(&value.domain)?;
            let codes = codes.entry(domain).or_insert_with(|| Codes {
                known: book.codes(domain).iter().map(|code| code.id.as_str()).collect(),
                renamed: carrying.renamed(&design.codebook, domain.word()).unwrap_or_default(),
            });
            self.take_value(value, domain, first, codes);
        }
        self.designs.push(design);
        Ok(())
    }

    /// Takes in the strata of a design; `None` where it is about strata that there are not.
    fn take_strata(&mut self, design: &Design) -> Option<()> {
        for own in &design.enlarged {
            let of = |drawn: &&mut Drawn| (drawn.draw, drawn.stratum) == (own.draw, own.stratum);
            let known = self.strata.iter_mut().find(of)?;
            known.sampled = known.sampled.max(own.sampled);
        }
        let drawn = design.strata.iter().map(|own| Drawn {
            draw: design.draw,
            stratum: own.stratum,
            area: own.area.clone(),
            times: own.times,
            sampled: own.sampled,
        });
        self.strata.extend(drawn);
        Some(())
    }

    fn take_value(&mut self, mut value: Value, domain: Domain, first: usize, codes: &Codes<'_>) {
        let known = |code: &String| codes.known.contains(code.as_str());
        let unknown = self.unknown.entry(domain).or_default();
        let mut carry = |code: &mut String| {
            if let Some(now) = codes.renamed.get(code) {
                code.clone_from(now);
            }
            if !known(code) {
                unknown.insert(code.clone());
            }
        };
        value.codes.iter_mut().chain(&mut value.rules).for_each(&mut carry);
        value.suggestions.iter_mut().for_each(|own| carry(&mut own.code));
        value.codes.retain(known);
        value.rules.retain(known);
        value.suggestions.retain(|own| known(&own.code));
        let stratum = first + value.stratum.saturating_sub(1);
        let id = Arc::clone(&value.intervention);
        self.rows.entry(domain).or_default().insert(id, FrozenRow { value, stratum });
    }

    /// Whether a row is in the sample.
    pub fn is_sampled(&self, row: &FrozenRow) -> bool {
        self.strata.get(row.stratum).is_some_and(|own| row.value.place <= own.sampled)
    }

    /// The ids of all interventions in the sample, whatever became of them.
    pub fn sample(&self) -> BTreeSet<&str> {
        let rows = self.rows.values().flatten().filter(|(_, row)| self.is_sampled(row));
        rows.map(|(id, _)| &**id).collect()
    }

    /// The checksum of the model whose suggestions are frozen, where all draws are of one.
    pub fn model(&self) -> Option<&str> {
        let frozen = self.designs.iter().filter(|design| design.values.is_some());
        let mut models = frozen.map(|design| design.model.as_deref());
        let first = models.next().flatten()?;
        models.all(|own| own == Some(first)).then_some(first)
    }

    /// The share of accepted suggestions that is promised to be right.
    pub fn promise(&self) -> Option<f64> {
        self.designs.iter().rev().find_map(|design| design.promise)
    }
}

/// The name of a design's file, from the study's folder.
pub fn name(draw: usize) -> String {
    format!("{AUDIT}/draw-{draw}.json")
}

/// The name of the file with the values of a draw.
pub fn values_name(draw: usize) -> String {
    format!("{AUDIT}/draw-{draw}.csv")
}

/// Reads a draw; `line` is the one of the log that gave its sample out.
fn load(study: &Study, number: usize, line: Option<&LineId>) -> Result<(Design, Vec<Value>), Diagnostic> {
    let error = |name: &str, message: Message| Diagnostic::error(Place::file(name), message);
    let missing = || match line {
        Some(line) => msg!("audit-draw-missing", draw = number.to_string(), line = line.short()),
        None => msg!("audit-file-missing"),
    };
    let bytes = |name: &str| {
        std::fs::read(study.path(name)).map_err(|reason| match reason.kind() {
            std::io::ErrorKind::NotFound => error(name, missing()),
            _ => error(name, msg!("file-unreadable", reason = &reason)),
        })
    };
    let refused = |name: &str, refused: Refused| {
        error(
            name,
            match refused {
                Refused::Unreadable(reason) => msg!("audit-unreadable", reason = library_says(reason)),
                Refused::Later(format) => {
                    msg!("audit-of-later-version", format = format.to_string(), known = FORMAT.to_string())
                }
                Refused::Changed => msg!("audit-changed"),
            },
        )
    };
    let of_design = name(number);
    let design = Design::parse(&bytes(&of_design)?).map_err(|wrong| refused(&of_design, wrong))?;
    if design.draw != number {
        return Err(refused(&of_design, Refused::Changed));
    }
    let Some(frozen) = &design.values else { return Ok((design, Vec::new())) };
    let of_values = values_name(number);
    let read = bytes(&of_values)?;
    let (hash, values) = rayon::join(|| frozen::hash(&read), || frozen::parse(&read));
    if hash != frozen.sha256 {
        return Err(refused(&of_values, Refused::Changed));
    }
    let values = values.map_err(|wrong| refused(&of_values, wrong))?;
    let strata = design.strata.len();
    let is_whole = values.len() == frozen.rows && values.iter().all(|own| (1..=strata).contains(&own.stratum));
    if is_whole { Ok((design, values)) } else { Err(refused(&of_values, Refused::Changed)) }
}
