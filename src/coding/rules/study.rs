//! A study coded by rules: every intervention in every domain that has rules, and how the result is kept.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use rayon::prelude::*;

use super::matches::Match;
use super::purposes::{Purposes, purpose};
use super::reader::Reader;
use super::rulebook::{CompiledCode, Names, Rulebook};
use super::verdict::Doubt;
use crate::codebook::Domain;
use crate::read::composed;
use crate::study::Field;
use crate::survey::Intervention;

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

/// A pattern and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternMatch {
    /// The pattern as the codebook writes it.
    pub pattern: String,
    /// Where.
    pub span: Span,
}

impl fmt::Display for PatternMatch {
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
    pub evidence: Vec<PatternMatch>,
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
    chunks: Vec<Chunk>,
    names: Names,
}

/// The results of some interventions, one after the other.
#[derive(Debug, Default)]
struct Chunk {
    codes: Vec<KeptCode>,
    evidence: Vec<KeptMatch>,
    doubts: Vec<(Domain, Doubt)>,
    /// By intervention: where its codes and doubts end; they begin where those of the one before end.
    ends: Vec<(u32, u32)>,
}

#[derive(Debug)]
struct KeptCode {
    domain: Domain,
    code: u32,
    score: f64,
    /// Where its evidence end; they begin where those of the code before end.
    end: u32,
}

#[derive(Debug)]
struct KeptMatch {
    pattern: u32,
    field: Field,
    from: u32,
    to: u32,
}

/// What the rules say of an intervention in all domains.
struct Kept<'a> {
    codes: &'a [KeptCode],
    doubts: &'a [(Domain, Doubt)],
    /// All evidence of the chunk, and where its own begin.
    evidence: &'a [KeptMatch],
    from: usize,
}

impl Chunk {
    /// Takes all into a chunk that takes no more memory than it needs.
    fn take(&mut self) -> Self {
        Self {
            codes: self.codes.drain(..).collect(),
            evidence: self.evidence.drain(..).collect(),
            doubts: self.doubts.drain(..).collect(),
            ends: self.ends.drain(..).collect(),
        }
    }

    /// What is kept of an intervention.
    fn kept(&self, at: usize) -> Kept<'_> {
        let (codes_from, doubts_from) = if at == 0 { (0, 0) } else { self.ends[at - 1] };
        let (codes_to, doubts_to) = self.ends[at];
        let before = self.codes[..codes_from as usize].last();
        Kept {
            codes: &self.codes[codes_from as usize..codes_to as usize],
            doubts: &self.doubts[doubts_from as usize..doubts_to as usize],
            evidence: &self.evidence,
            from: before.map_or(0, |code| code.end as usize),
        }
    }
}

impl<'a> Kept<'a> {
    /// The codes of a domain with their evidence.
    fn codes(&self, domain: Domain) -> impl Iterator<Item = (&'a KeptCode, &'a [KeptMatch])> + use<'a> {
        let Self { codes, evidence, from, .. } = *self;
        let from = std::iter::once(from).chain(codes.iter().map(|code| code.end as usize));
        let of_code = move |(code, from): (&'a KeptCode, usize)| (code, &evidence[from..code.end as usize]);
        codes.iter().zip(from).map(of_code).filter(move |(code, _)| code.domain == domain)
    }
}

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let positions = || interventions.iter().enumerate().map(|(at, i)| (i.id.clone(), at)).collect();
        let code = |coder: &mut Coder<'_>, chunk: &[&Intervention]| coder.code(chunk);
        let chunks = || interventions.par_chunks(CHUNK).map_init(|| Coder::new(rulebook), code).collect();
        let (positions, chunks) = rayon::join(positions, chunks);
        Self { positions, chunks, names: rulebook.names() }
    }

    fn kept(&self, intervention: &str) -> Option<Kept<'_>> {
        let position = *self.positions.get(intervention)?;
        Some(self.chunks[position / CHUNK].kept(position % CHUNK))
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<DomainReading> {
        let kept = self.kept(intervention)?;
        if !self.names.has(domain) {
            return None;
        }
        let code = |(kept, evidence): (&KeptCode, &[KeptMatch])| RuleCode {
            code: self.names.code(domain, kept.code).to_owned(),
            score: kept.score,
            evidence: evidence.iter().map(|seen| self.pattern_match(seen)).collect(),
        };
        Some(DomainReading { codes: kept.codes(domain).map(code).collect(), doubts: self.doubts(domain, &kept) })
    }

    /// The codes that the rules gave an intervention in a domain, with the weight of their evidence; none without rules.
    pub fn scores(&self, intervention: &str, domain: Domain) -> impl Iterator<Item = (&str, f64)> {
        let codes = self.kept(intervention).into_iter().flat_map(move |kept| kept.codes(domain));
        codes.map(move |(kept, _)| (self.names.code(domain, kept.code), kept.score))
    }

    fn pattern_match(&self, seen: &KeptMatch) -> PatternMatch {
        let span = Span { field: seen.field, from: seen.from as usize, to: seen.to as usize };
        PatternMatch { pattern: self.names.patterns[seen.pattern as usize].clone(), span }
    }

    /// Doubts in words, each once.
    fn doubts(&self, domain: Domain, kept: &Kept<'_>) -> Vec<String> {
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

/// How many interventions are coded and kept together: enough that learning the words anew does not count.
const CHUNK: usize = 300;

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
fn purposes(text: usize) -> Purposes {
    let read = Domain::ALL.into_iter().filter(|domain| fields(*domain).contains(&text));
    read.fold(0, |all, domain| all | purpose(domain))
}

/// Codes interventions one after the other.
struct Coder<'a> {
    rulebook: &'a Rulebook,
    reader: Reader<'a>,
    characters: Characters,
    /// The results of the chunk that is being coded.
    chunk: Chunk,
}

impl<'a> Coder<'a> {
    fn new(rulebook: &'a Rulebook) -> Self {
        Self { rulebook, reader: rulebook.reader(), characters: Characters::default(), chunk: Chunk::default() }
    }

    /// Codes interventions, and keeps what the rules say of them.
    fn code(&mut self, interventions: &[&Intervention]) -> Chunk {
        for intervention in interventions {
            let texts = FIELDS.map(|field| intervention.text(field));
            self.read(texts);
            // Nearly all texts are in NFC; that is found out once for all of an intervention.
            if let Cow::Owned(_) = composed(self.reader.text()) {
                self.read(texts.map(composed).each_ref().map(|text| &**text));
            }
            self.reader.decide();
            self.keep();
        }
        self.chunk.take()
    }

    /// Reads the texts of an intervention, in NFC.
    fn read(&mut self, texts: [&str; FIELDS.len()]) {
        self.reader.begin();
        for (at, text) in texts.into_iter().enumerate() {
            self.reader.read(text, purposes(at));
            self.characters.ends[at] = self.reader.text().len() as u32;
        }
    }

    /// Keeps the verdict on an intervention.
    fn keep(&mut self) {
        let text = self.reader.text();
        self.characters.count(text);
        let Chunk { codes, evidence, doubts, ends } = &mut self.chunk;
        let (matches, verdict) = (self.reader.found(), &self.reader.verdict);
        let mut found = verdict.evidence.iter().peekable();
        for &(code, score) in &verdict.codes {
            while let Some((_, found)) = found.next_if(|(of, _)| *of == code) {
                evidence.push(self.characters.place(text, &matches[*found as usize]));
            }
            let CompiledCode { domain, position, .. } = self.rulebook.codes[code as usize];
            codes.push(KeptCode { domain, code: position, score, end: evidence.len() as u32 });
        }
        doubts.append(&mut self.reader.verdict.doubts);
        ends.push((codes.len() as u32, doubts.len() as u32));
    }
}

/// Counts characters in the texts of an intervention: evidence is told by characters, matches are found by bytes.
#[derive(Default)]
struct Characters {
    /// By block of bytes: how many characters begin before it.
    before: Vec<u32>,
    /// Where the texts end, with the line break after them, and how many characters begin before that.
    ends: [u32; FIELDS.len()],
    characters: [u32; FIELDS.len()],
}

/// How many bytes are counted together.
const BLOCK: usize = 64;

/// How many characters begin in some bytes of UTF-8.
fn characters_in(bytes: &[u8]) -> u32 {
    let goes_on = |byte: &u8| u8::from(byte & 0xc0 == 0x80);
    bytes.len() as u32 - u32::from(bytes.iter().map(goes_on).sum::<u8>())
}

impl Characters {
    /// Counts the characters of all texts.
    fn count(&mut self, text: &str) {
        let mut before = 0;
        self.before.clear();
        for block in text.as_bytes().chunks(BLOCK) {
            self.before.push(before);
            before += characters_in(block);
        }
        self.before.push(before);
        self.characters = self.ends.map(|end| self.before_byte(text, end));
    }

    /// How many characters begin before a byte.
    fn before_byte(&self, text: &str, byte: u32) -> u32 {
        let (byte, block) = (byte as usize, byte as usize / BLOCK);
        self.before[block] + characters_in(&text.as_bytes()[block * BLOCK..byte])
    }

    /// A match by the characters of the text that it stands in, counted from 1.
    fn place(&self, text: &str, m: &Match) -> KeptMatch {
        let field = self.ends.iter().filter(|end| **end <= m.start).count();
        let before = if field == 0 { 0 } else { self.characters[field - 1] };
        let (from, to) = (self.before_byte(text, m.start) + 1 - before, self.before_byte(text, m.end) - before);
        KeptMatch { pattern: m.pattern, field: FIELDS[field], from, to }
    }
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
