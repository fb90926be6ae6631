//! A whole study coded by rules: every included intervention in every domain that has rules.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use rayon::prelude::*;

use super::compile::{CompiledCode, Names};
use super::lexicon::Service;
use super::scan::Match;
use super::uses::service;
use super::{Doubt, Reader, Rulebook};
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
    shelves: Vec<Shelf>,
    names: Names,
}

/// What the rules say of so many interventions, one after the other, as it is kept.
#[derive(Debug, Default)]
struct Shelf {
    codes: Vec<KeptCode>,
    sightings: Vec<KeptSighting>,
    doubts: Vec<(Domain, Doubt)>,
    /// By intervention: where its codes and doubts end; they begin where those of the one before end.
    ends: Vec<(u32, u32)>,
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

/// What the rules say of an intervention in all domains.
struct Kept<'a> {
    codes: &'a [KeptCode],
    doubts: &'a [(Domain, Doubt)],
    /// All sightings of the shelf, and where its own begin.
    sightings: &'a [KeptSighting],
    from: usize,
}

impl Shelf {
    /// Takes all into a shelf that has no more room than it needs.
    fn take(&mut self) -> Self {
        Self {
            codes: self.codes.drain(..).collect(),
            sightings: self.sightings.drain(..).collect(),
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
            sightings: &self.sightings,
            from: before.map_or(0, |code| code.end as usize),
        }
    }
}

impl<'a> Kept<'a> {
    /// The codes of a domain with their sightings.
    fn codes(&self, domain: Domain) -> impl Iterator<Item = (&'a KeptCode, &'a [KeptSighting])> + use<'a> {
        let Self { codes, sightings, from, .. } = *self;
        let from = std::iter::once(from).chain(codes.iter().map(|code| code.end as usize));
        let of_code = move |(code, from): (&'a KeptCode, usize)| (code, &sightings[from..code.end as usize]);
        codes.iter().zip(from).map(of_code).filter(move |(code, _)| code.domain == domain)
    }
}

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let positions = || interventions.iter().enumerate().map(|(at, i)| (i.id.clone(), at)).collect();
        let read = |desk: &mut Desk<'_>, share: &[&Intervention]| desk.read(share);
        let shelves = || interventions.par_chunks(SHARE).map_init(|| Desk::new(rulebook), read).collect();
        let (positions, shelves) = rayon::join(positions, shelves);
        Self { positions, shelves, names: rulebook.names() }
    }

    fn kept(&self, intervention: &str) -> Option<Kept<'_>> {
        let position = *self.positions.get(intervention)?;
        Some(self.shelves[position / SHARE].kept(position % SHARE))
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<DomainReading> {
        let kept = self.kept(intervention)?;
        if !self.names.has(domain) {
            return None;
        }
        let code = |(kept, sightings): (&KeptCode, &[KeptSighting])| RuleCode {
            code: self.names.code(domain, kept.code).to_owned(),
            score: kept.score,
            evidence: sightings.iter().map(|seen| self.sighting(seen)).collect(),
        };
        Some(DomainReading { codes: kept.codes(domain).map(code).collect(), doubts: self.doubts(domain, &kept) })
    }

    /// The codes that the rules gave an intervention in a domain, with the weight of their evidence; none without rules.
    pub fn scores(&self, intervention: &str, domain: Domain) -> impl Iterator<Item = (&str, f64)> {
        let codes = self.kept(intervention).into_iter().flat_map(move |kept| kept.codes(domain));
        codes.map(move |(kept, _)| (self.names.code(domain, kept.code), kept.score))
    }

    fn sighting(&self, seen: &KeptSighting) -> Sighting {
        let span = Span { field: seen.field, from: seen.from as usize, to: seen.to as usize };
        Sighting { pattern: self.names.patterns[seen.pattern as usize].clone(), span }
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

/// How many interventions are coded and kept together: so many are worth a desk, which has to learn the words anew.
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
    characters: Characters,
    /// What was said of the interventions that are being read.
    shelf: Shelf,
}

impl<'a> Desk<'a> {
    fn new(rulebook: &'a Rulebook) -> Self {
        Self { rulebook, reader: rulebook.reader(), characters: Characters::default(), shelf: Shelf::default() }
    }

    /// Reads interventions and keeps what the rules say of them.
    fn read(&mut self, interventions: &[&Intervention]) -> Shelf {
        for intervention in interventions {
            let texts = FIELDS.map(|field| intervention.text(field));
            self.take(&texts);
            if let Cow::Owned(_) = composed(self.reader.text()) {
                let texts = texts.map(composed);
                self.take(&texts.each_ref().map(|text| &**text));
            }
            self.reader.weigh();
            self.keep();
        }
        self.shelf.take()
    }

    /// Takes the texts of an intervention.
    fn take(&mut self, texts: &[&str; FIELDS.len()]) {
        self.reader.begin();
        for (at, text) in texts.iter().enumerate() {
            self.reader.read(text, services(at));
            self.characters.ends[at] = self.reader.text().len() as u32;
        }
    }

    /// Keeps the verdict on an intervention.
    fn keep(&mut self) {
        self.characters.count(self.reader.text());
        let Shelf { codes, sightings, doubts, ends } = &mut self.shelf;
        let (matches, verdict) = (self.reader.found(), &self.reader.verdict);
        let mut evidence = verdict.evidence.iter().peekable();
        for &(code, score) in &verdict.codes {
            while let Some((_, found)) = evidence.next_if(|(of, _)| *of == code) {
                sightings.push(self.characters.sighting(&matches[*found as usize]));
            }
            let CompiledCode { domain, position, .. } = self.rulebook.codes[code as usize];
            codes.push(KeptCode { domain, code: position, score, end: sightings.len() as u32 });
        }
        doubts.append(&mut self.reader.verdict.doubts);
        ends.push((codes.len() as u32, doubts.len() as u32));
    }
}

/// Where the characters of an intervention's texts begin. Few are asked for.
#[derive(Default)]
struct Characters {
    /// By block of bytes: its bytes, and how many characters begin before them.
    blocks: Vec<(Block, u32)>,
    /// Where the texts end, with the line break after them, and how many characters begin before that.
    ends: [u32; FIELDS.len()],
    begun: [u32; FIELDS.len()],
}

/// A block of bytes, its first the lowest.
type Block = u128;

const BLOCK: usize = size_of::<Block>();

/// How many characters begin in the first bytes of a block.
fn begin_in(block: Block, bytes: usize) -> u32 {
    const ONES: Block = Block::MAX / 0xff;
    // In UTF-8 what goes on with a character has the first of these bits and not the second.
    let first = Block::MAX.checked_shr((8 * (BLOCK - bytes)) as u32).unwrap_or_default();
    let goes_on = (block >> 7) & !(block >> 6) & ONES & first;
    let halves = goes_on as u64 + (goes_on >> 64) as u64;
    bytes as u32 - (halves.wrapping_mul(ONES as u64) >> 56) as u32
}

impl Characters {
    /// Counts the characters of all texts.
    fn count(&mut self, text: &str) {
        let (blocks, rest) = text.as_bytes().as_chunks();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let mut begun = 0;
        let mut lay_out = |bytes: &[u8; BLOCK]| {
            let (block, before) = (Block::from_le_bytes(*bytes), begun);
            begun += begin_in(block, BLOCK);
            (block, before)
        };
        self.blocks.clear();
        self.blocks.extend(blocks.iter().map(&mut lay_out));
        self.blocks.push(lay_out(&last));
        self.begun = self.ends.map(|end| self.begun_before(end));
    }

    /// How many characters begin before a byte.
    fn begun_before(&self, byte: u32) -> u32 {
        let (block, before) = self.blocks[byte as usize / BLOCK];
        before + begin_in(block, byte as usize % BLOCK)
    }

    /// A match as characters of the text that it stands in, counted from 1.
    fn sighting(&self, m: &Match) -> KeptSighting {
        let text: usize = self.ends.iter().map(|end| usize::from(*end <= m.start)).sum();
        let before = if text == 0 { 0 } else { self.begun[text - 1] };
        let (from, to) = (self.begun_before(m.start + 1) - before, self.begun_before(m.end) - before);
        KeptSighting { pattern: m.pattern, field: FIELDS[text], from, to }
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
