//! Codes a study by rules: every intervention in every domain that has rules.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::characters::Characters;
use super::fields::mask;
use super::postings::DomainMask;
use super::reader::Reader;
use super::results::{CHUNK, RuleCodings};
use super::rulebook::{CompiledCode, Rulebook};
use super::stored::{Chunk, StoredCode};
use crate::read::composed;
use crate::study::TextName;
use crate::survey::Unit;

impl RuleCodings {
    /// Codes units; all of a study is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, units: &[&Unit]) -> Self {
        let positions = || units.iter().zip(0..).map(|(unit, at)| (Arc::clone(&unit.id), at)).collect();
        let code = |coder: &mut Coder<'_>, chunk: &[&Unit]| coder.code(chunk);
        let chunks = || units.par_chunks(CHUNK).map_init(|| Coder::new(rulebook), code).collect();
        let (positions, chunks) = rayon::join(positions, chunks);
        Self { positions, chunks, names: rulebook.names(), texts: names_of(units) }
    }
}

/// The texts that units have, each with the position of the first unit that has them.
fn names_of(units: &[&Unit]) -> Vec<(u32, Arc<[TextName]>)> {
    let mut names: Vec<(u32, Arc<[TextName]>)> = Vec::new();
    for (unit, at) in units.iter().zip(0..) {
        if names.last().is_none_or(|(_, last)| last != unit.texts.names()) {
            names.push((at, Arc::clone(unit.texts.names())));
        }
    }
    names
}

/// Codes units one after the other.
struct Coder<'a> {
    rulebook: &'a Rulebook,
    reader: Reader<'a>,
    characters: Characters,
    /// The texts that the last unit had, and the domains that each is read for.
    names: Arc<[TextName]>,
    masks: Vec<DomainMask>,
    /// The results of the chunk that is being coded.
    chunk: Chunk,
}

impl<'a> Coder<'a> {
    fn new(rulebook: &'a Rulebook) -> Self {
        Self {
            rulebook,
            reader: rulebook.reader(),
            characters: Characters::default(),
            names: Arc::default(),
            masks: Vec::new(),
            chunk: Chunk::default(),
        }
    }

    /// Codes units, and stores what the rules say of them.
    fn code(&mut self, units: &[&Unit]) -> Chunk {
        for unit in units {
            self.read_for(unit.texts.names());
            let texts = (0..self.masks.len()).map(|at| unit.texts.at(at).unwrap_or_default());
            self.append(texts.clone());
            // Nearly all texts are in NFC; that is found out once for all of a unit.
            if let Cow::Owned(_) = composed(self.reader.text()) {
                self.append(texts.map(composed));
            }
            self.reader.scan();
            self.reader.apply_rules();
            self.store();
        }
        self.chunk.take()
    }

    /// Looks up which domains texts are read for. Nearly all units have the same.
    fn read_for(&mut self, names: &Arc<[TextName]>) {
        if Arc::ptr_eq(&self.names, names) {
            return;
        }
        let domains = || self.rulebook.domains.keys().copied();
        self.masks = names.iter().map(|name| mask(*name, domains())).collect();
        self.names = Arc::clone(names);
    }

    /// Begins a unit with its texts, in NFC.
    fn append<T: AsRef<str>>(&mut self, texts: impl Iterator<Item = T>) {
        self.reader.begin();
        self.characters.ends.clear();
        for (text, mask) in texts.zip(&self.masks) {
            self.reader.append(text.as_ref(), *mask);
            self.characters.ends.push(self.reader.text().len() as u32);
        }
    }

    /// Stores the verdict on a unit.
    fn store(&mut self) {
        let text = self.reader.text();
        self.characters.count(text);
        let Chunk { codes, evidence, doubts, ends } = &mut self.chunk;
        let (matches, verdict) = (self.reader.found(), &self.reader.verdict);
        let mut found = verdict.evidence.iter().peekable();
        for &(code, score) in &verdict.codes {
            while let Some((_, at)) = found.next_if(|(of, _)| *of == code) {
                evidence.push(self.characters.place(text, &matches[*at as usize]));
            }
            let CompiledCode { domain, position, .. } = self.rulebook.codes[code as usize];
            codes.push(StoredCode { domain, code: position, score, end: evidence.len() as u32 });
        }
        doubts.append(&mut self.reader.verdict.doubts);
        ends.push((codes.len() as u32, doubts.len() as u32));
    }
}
