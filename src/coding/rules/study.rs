//! A whole study coded by rules: every included intervention in every domain that has rules.

use std::borrow::Cow;
use std::fmt;

use rayon::prelude::*;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Doubt, Reading, Rulebook, Scratch};
use crate::codebook::Domain;
use crate::input::{Input, Intervention};
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

/// The rule codes of a study, by intervention (in the order of the input) and domain.
#[derive(Clone, Debug, Default)]
pub struct RuleCodings {
    readings: std::collections::BTreeMap<(String, Domain), DomainReading>,
}

impl RuleCodings {
    /// Codes every included intervention of a study. The result does not depend on the number of threads.
    pub fn new(rulebook: &Rulebook, input: &Input) -> Self {
        let interventions: Vec<_> = input.interventions().filter(|i| i.included()).collect();
        let read: Vec<Vec<_>> = interventions
            .par_iter()
            .map_init(Scratch::default, |scratch, intervention| {
                let domains = Domain::ALL.into_iter().filter(|domain| rulebook.has(*domain));
                domains.map(|domain| (domain, read(rulebook, intervention, domain, scratch))).collect()
            })
            .collect();
        let by_intervention = interventions.iter().zip(read);
        let readings = by_intervention.flat_map(|(intervention, read)| {
            read.into_iter().map(|(domain, reading)| ((intervention.id.clone(), domain), reading))
        });
        Self { readings: readings.collect() }
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<&DomainReading> {
        self.readings.get(&(intervention.to_owned(), domain))
    }
}

fn read(rulebook: &Rulebook, intervention: &Intervention, domain: Domain, scratch: &mut Scratch) -> DomainReading {
    let text = Joined::new(intervention, domain);
    let reading = rulebook.judge(domain, &text.text, scratch);
    let codes = reading.found.iter().map(|found| RuleCode {
        code: rulebook.code(domain, found.code).to_owned(),
        score: found.score,
        evidence: (found.evidence.iter())
            .map(|m| Sighting {
                pattern: rulebook.patterns()[m.pattern as usize].clone(),
                span: text.span(m.start, m.end),
            })
            .collect(),
    });
    DomainReading { codes: codes.collect(), doubts: words(rulebook, domain, &reading) }
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

/// Doubts in words, each once.
fn words(rulebook: &Rulebook, domain: Domain, reading: &Reading) -> Vec<String> {
    let code = |position: &usize| rulebook.code(domain, *position);
    let given = |position: &usize| reading.found.iter().any(|found| found.code == *position);
    let mut said: Vec<String> = Vec::new();
    for doubt in &reading.doubts {
        said.push(match doubt {
            Doubt::Tie(codes) => format!("tie: {}", codes.iter().map(code).collect::<Vec<_>>().join(" ")),
            Doubt::Weak(of) => format!("weak: {}", code(of)),
            Doubt::Contradicted(of) => format!("contradicted: {}", code(of)),
            // A code that was given all the same has other evidence; nothing is in doubt then.
            Doubt::Negated(of) | Doubt::Guarded(of, _) if given(of) => continue,
            Doubt::Negated(of) => format!("negated: {}", code(of)),
            Doubt::Guarded(of, guard) => format!("{}: {}", rulebook.guard(domain, *guard), code(of)),
        });
    }
    said
}
