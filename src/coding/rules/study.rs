//! A whole study coded by rules: every included intervention in every domain that has rules.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use rayon::prelude::*;

use super::compile::{Names, service};
use super::lexicon::Service;
use super::scan::{Match, Part};
use super::{Doubt, Reader, Rulebook};
use crate::codebook::Domain;
use crate::input::{Intervention, composed};
use crate::study::Field;

/// A place in one of an intervention's texts, in characters counted from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The text.
    pub field: Field,
    /// The first character.
    pub from: usize,
    /// The last character.
    pub to: usize,
}

/// Where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The pattern as the codebook writes it.
    pub pattern: String,
    /// Where.
    pub span: Span,
}

impl fmt::Display for Sighting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Span { field, from, to } = self.span;
        write!(f, "{}@{}:{from}-{to}", self.pattern, field.word())
    }
}

/// A code that the rules gave.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleCode {
    /// The code.
    pub code: String,
    /// The weight of its evidence.
    pub score: f64,
    /// The evidence, in the order of the text.
    pub evidence: Vec<Sighting>,
}

/// What the rules say of an intervention in a domain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainReading {
    /// The codes, in the order of the codebook.
    pub codes: Vec<RuleCode>,
    /// Why a person should look at it, in words; empty where nothing is doubtful.
    pub doubts: Vec<String>,
}

/// The rule codes of a study, by intervention and domain. They are kept small, for there may be a million interventions;
/// patterns and codes are looked up when one is asked for.
#[derive(Debug, Default)]
pub struct RuleCodings {
    positions: HashMap<String, usize>,
    readings: Vec<Kept>,
    names: Names,
}

/// What the rules say of an intervention in all domains, as it is kept.
#[derive(Debug)]
struct Kept {
    codes: Box<[KeptCode]>,
    sightings: Box<[KeptSighting]>,
    doubts: Box<[(Domain, Doubt)]>,
}

#[derive(Debug)]
struct KeptCode {
    domain: Domain,
    code: u32,
    score: f64,
    /// Where its sightings end; they begin where those of the code before end.
    end: u32,
}

#[derive(Debug)]
struct KeptSighting {
    pattern: u32,
    field: Field,
    from: u32,
    to: u32,
}

impl Kept {
    /// The codes of a domain with their sightings.
    fn codes(&self, domain: Domain) -> impl Iterator<Item = (&KeptCode, &[KeptSighting])> {
        let from = std::iter::once(0).chain(self.codes.iter().map(|code| code.end as usize));
        let of_code = |(code, from): (_, usize)| {
            let code: &KeptCode = code;
            (code, &self.sightings[from..code.end as usize])
        };
        self.codes.iter().zip(from).map(of_code).filter(move |(code, _)| code.domain == domain)
    }
}

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let desk = || Desk {
            rulebook,
            reader: rulebook.reader(),
            codes: Vec::new(),
            sightings: Vec::new(),
            doubts: Vec::new(),
        };
        Self {
            positions: interventions.iter().enumerate().map(|(at, i)| (i.id.clone(), at)).collect(),
            readings: interventions
                .par_iter()
                .with_min_len(SHARE)
                .map_init(desk, |desk, intervention| desk.read(intervention))
                .collect(),
            names: rulebook.names(),
        }
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<DomainReading> {
        let kept = &self.readings[*self.positions.get(intervention)?];
        if !self.names.has(domain) {
            return None;
        }
        let code = |(kept, sightings): (&KeptCode, &[KeptSighting])| RuleCode {
            code: self.names.code(domain, kept.code).to_owned(),
            score: kept.score,
            evidence: sightings.iter().map(|seen| self.sighting(seen)).collect(),
        };
        Some(DomainReading { codes: kept.codes(domain).map(code).collect(), doubts: self.doubts(domain, kept) })
    }

    /// The codes that the rules gave an intervention in a domain, with the weight of their evidence; none without rules.
    pub fn scores(&self, intervention: &str, domain: Domain) -> impl Iterator<Item = (&str, f64)> {
        let kept = self.positions.get(intervention).map(|at| &self.readings[*at]);
        let codes = kept.into_iter().flat_map(move |kept| kept.codes(domain));
        codes.map(move |(kept, _)| (self.names.code(domain, kept.code), kept.score))
    }

    fn sighting(&self, seen: &KeptSighting) -> Sighting {
        let span = Span { field: seen.field, from: seen.from as usize, to: seen.to as usize };
        Sighting { pattern: self.names.patterns[seen.pattern as usize].clone(), span }
    }

    /// Doubts in words, each once.
    fn doubts(&self, domain: Domain, kept: &Kept) -> Vec<String> {
        let code = |position: &u32| self.names.code(domain, *position);
        let given = |position: &u32| kept.codes(domain).any(|(code, _)| code.code == *position);
        let words = |doubt: &Doubt| match doubt {
            Doubt::Tie(codes) => Some(format!("tie: {}", codes.iter().map(code).collect::<Vec<_>>().join(" "))),
            Doubt::Weak(of) => Some(format!("weak: {}", code(of))),
            Doubt::Contradicted(of) => Some(format!("contradicted: {}", code(of))),
            // A code that was given all the same has other evidence; nothing is in doubt then.
            Doubt::Negated(of) | Doubt::Guarded(of, _) if given(of) => None,
            Doubt::Negated(of) => Some(format!("negated: {}", code(of))),
            Doubt::Guarded(of, guard) => Some(format!("{}: {}", self.names.guard(domain, *guard), code(of))),
        };
        let own = kept.doubts.iter().filter(|(of, _)| *of == domain);
        own.filter_map(|(_, doubt)| words(doubt)).collect()
    }
}

/// The fewest interventions that are worth a desk of their own, which has to learn the words anew.
const SHARE: usize = 300;

/// The texts of an intervention, in the order they are read.
const FIELDS: [Field; 5] = [Field::Title, Field::Activity, Field::Output, Field::Goal, Field::Effect];

/// The texts that a domain is read from, as positions in [`FIELDS`]: its own; for themes, which run across the domains, all.
fn fields(domain: Domain) -> Range<usize> {
    match domain {
        Domain::Activity => 1..2,
        Domain::Output => 2..3,
        Domain::Goal => 3..4,
        Domain::Effect => 4..5,
        Domain::Theme => 0..5,
    }
}

/// The domains that a text is read for.
fn services(text: usize) -> Service {
    let read = Domain::ALL.into_iter().filter(|domain| fields(*domain).contains(&text));
    read.fold(0, |all, domain| all | service(domain))
}

/// Where interventions are coded one after the other.
struct Desk<'a> {
    rulebook: &'a Rulebook,
    reader: Reader<'a>,
    codes: Vec<KeptCode>,
    sightings: Vec<KeptSighting>,
    doubts: Vec<(Domain, Doubt)>,
}

impl Desk<'_> {
    fn read(&mut self, intervention: &Intervention) -> Kept {
        self.reader.begin();
        let texts = FIELDS.map(|field| composed(intervention.text(field)));
        let parts = std::array::from_fn(|at| self.reader.read(&texts[at], services(at)));
        for domain in Domain::ALL.into_iter().filter(|domain| self.rulebook.has(*domain)) {
            let own = fields(domain);
            self.reader.judge_part(domain, &parts[own.start].through(&parts[own.end - 1]));
            self.keep(domain, &texts, &parts);
        }
        Kept {
            codes: self.codes.drain(..).collect(),
            sightings: self.sightings.drain(..).collect(),
            doubts: self.doubts.drain(..).collect(),
        }
    }

    /// Keeps the verdict on a domain.
    fn keep(&mut self, domain: Domain, texts: &[Cow<'_, str>; FIELDS.len()], parts: &[Part; FIELDS.len()]) {
        for &(code, score) in &self.reader.verdict.codes {
            self.sightings.extend(self.reader.evidence(code).map(|m| sighting(m, texts, parts)));
            self.codes.push(KeptCode { domain, code, score, end: self.sightings.len() as u32 });
        }
        self.doubts.extend(self.reader.verdict.doubts.drain(..).map(|doubt| (domain, doubt)));
    }
}

/// A match as characters of the text that it stands in.
fn sighting(m: &Match, texts: &[Cow<'_, str>; FIELDS.len()], parts: &[Part; FIELDS.len()]) -> KeptSighting {
    let at = parts.partition_point(|part| part.start() <= m.start).saturating_sub(1);
    let (text, base) = (&texts[at], parts[at].start());
    let characters = |from: u32, to: u32| text[(from - base) as usize..(to - base) as usize].chars().count() as u32;
    let before = characters(base, m.start);
    KeptSighting { pattern: m.pattern, field: FIELDS[at], from: before + 1, to: before + characters(m.start, m.end) }
}

/// The text that a domain is read from, in NFC; for themes all texts, a line each.
pub fn text(intervention: &Intervention, domain: Domain) -> Cow<'_, str> {
    match &FIELDS[fields(domain)] {
        [field] => composed(intervention.text(*field)),
        fields => {
            let lines = fields.iter().flat_map(|field| [composed(intervention.text(*field)), "\n".into()]);
            lines.collect::<String>().into()
        }
    }
}
