//! A whole study coded by rules: every included intervention in every domain that has rules.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use rayon::prelude::*;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::compile::Names;
use super::scan::Match;
use super::{Doubt, Found, Reading, Rulebook, Scratch};
use crate::codebook::Domain;
use crate::input::Intervention;
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
    positions: BTreeMap<String, usize>,
    readings: Vec<[Option<Box<Kept>>; Domain::ALL.len()]>,
    names: Names,
}

/// A reading as it is kept.
#[derive(Debug)]
struct Kept {
    found: Box<[KeptCode]>,
    doubts: Box<[Doubt]>,
}

#[derive(Debug)]
struct KeptCode {
    code: u32,
    score: f64,
    evidence: Box<[KeptSighting]>,
}

#[derive(Debug)]
struct KeptSighting {
    pattern: u32,
    field: Field,
    from: u32,
    to: u32,
}

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let read = |scratch: &mut Scratch, intervention: &&Intervention| {
            Domain::ALL
                .map(|domain| rulebook.has(domain).then(|| Box::new(keep(rulebook, intervention, domain, scratch))))
        };
        Self {
            positions: interventions.iter().enumerate().map(|(at, i)| (i.id.clone(), at)).collect(),
            readings: interventions.par_iter().map_init(Scratch::default, read).collect(),
            names: rulebook.names(),
        }
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<DomainReading> {
        let kept = self.readings[*self.positions.get(intervention)?][domain as usize].as_ref()?;
        let code = |found: &KeptCode| RuleCode {
            code: self.names.code(domain, found.code as usize).to_owned(),
            score: found.score,
            evidence: found.evidence.iter().map(|seen| self.sighting(seen)).collect(),
        };
        Some(DomainReading { codes: kept.found.iter().map(code).collect(), doubts: self.doubts(domain, kept) })
    }

    fn sighting(&self, seen: &KeptSighting) -> Sighting {
        let span = Span { field: seen.field, from: seen.from as usize, to: seen.to as usize };
        Sighting { pattern: self.names.patterns[seen.pattern as usize].clone(), span }
    }

    /// Doubts in words, each once.
    fn doubts(&self, domain: Domain, kept: &Kept) -> Vec<String> {
        let code = |position: &usize| self.names.code(domain, *position);
        let given = |position: &usize| kept.found.iter().any(|found| found.code as usize == *position);
        let words = |doubt: &Doubt| match doubt {
            Doubt::Tie(codes) => Some(format!("tie: {}", codes.iter().map(code).collect::<Vec<_>>().join(" "))),
            Doubt::Weak(of) => Some(format!("weak: {}", code(of))),
            Doubt::Contradicted(of) => Some(format!("contradicted: {}", code(of))),
            // A code that was given all the same has other evidence; nothing is in doubt then.
            Doubt::Negated(of) | Doubt::Guarded(of, _) if given(of) => None,
            Doubt::Negated(of) => Some(format!("negated: {}", code(of))),
            Doubt::Guarded(of, guard) => Some(format!("{}: {}", self.names.guard(domain, *guard), code(of))),
        };
        kept.doubts.iter().filter_map(words).collect()
    }
}

fn keep(rulebook: &Rulebook, intervention: &Intervention, domain: Domain, scratch: &mut Scratch) -> Kept {
    let text = Joined::new(intervention, domain);
    let Reading { found, doubts } = rulebook.judge(domain, &text.text, scratch);
    let sighting = |m: &Match| {
        let Span { field, from, to } = text.span(m.start, m.end);
        KeptSighting { pattern: m.pattern, field, from: from as u32, to: to as u32 }
    };
    let code = |found: &Found| KeptCode {
        code: found.code as u32,
        score: found.score,
        evidence: found.evidence.iter().map(sighting).collect(),
    };
    Kept { found: found.iter().map(code).collect(), doubts: doubts.into() }
}

/// The text that a domain is read from; for themes all texts, a line each.
pub fn text(intervention: &Intervention, domain: Domain) -> Cow<'_, str> {
    Joined::new(intervention, domain).text
}

/// The texts that a domain is read from: its own; for themes, which run across the domains, all.
fn fields(domain: Domain) -> &'static [Field] {
    match domain {
        Domain::Activity => &[Field::Activity],
        Domain::Output => &[Field::Output],
        Domain::Goal => &[Field::Goal],
        Domain::Effect => &[Field::Effect],
        Domain::Theme => &[Field::Title, Field::Activity, Field::Output, Field::Goal, Field::Effect],
    }
}

/// The texts of a domain as one, in NFC, a line each.
struct Joined<'a> {
    text: Cow<'a, str>,
    /// Each field with the offset at which it starts.
    starts: Vec<(Field, usize)>,
}

impl<'a> Joined<'a> {
    fn new(intervention: &'a Intervention, domain: Domain) -> Self {
        let fields = fields(domain);
        if let [field] = fields {
            return Self { text: composed(intervention.text(*field)), starts: vec![(*field, 0)] };
        }
        let mut text = String::new();
        let mut starts = Vec::new();
        for field in fields {
            starts.push((*field, text.len()));
            text += &composed(intervention.text(*field));
            text.push('\n');
        }
        Self { text: text.into(), starts }
    }

    /// Bytes of the joined text as characters of the field they stand in.
    fn span(&self, start: usize, end: usize) -> Span {
        let at = self.starts.partition_point(|(_, from)| *from <= start).saturating_sub(1);
        let (field, from) = self.starts.get(at).copied().unwrap_or((Field::Activity, 0));
        let before = self.text[from..start].chars().count();
        Span { field, from: before + 1, to: before + self.text[start..end].chars().count() }
    }
}

/// A text in NFC.
fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        _ => text.nfc().collect::<String>().into(),
    }
}
