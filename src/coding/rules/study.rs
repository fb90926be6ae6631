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
use crate::survey::Intervention;

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let positions = || interventions.iter().zip(0..).map(|(i, at)| (Arc::clone(&i.id), at)).collect();
        let code = |coder: &mut Coder<'_>, chunk: &[&Intervention]| coder.code(chunk);
        let chunks = || {
            interventions.par_chunks(CHUNK).map_init(|| Coder::new(rulebook, &names_of(interventions)), code).collect()
        };
        let (positions, chunks) = rayon::join(positions, chunks);
        Self { positions, chunks, names: rulebook.names(), texts: names_of(interventions) }
    }
}

/// The texts of the study that interventions belong to.
fn names_of(interventions: &[&Intervention]) -> Arc<[TextName]> {
    interventions.first().map(|first| Arc::clone(first.texts.names())).unwrap_or_default()
}

/// Codes interventions one after the other.
struct Coder<'a> {
    rulebook: &'a Rulebook,
    reader: Reader<'a>,
    characters: Characters,
    /// The domains that each text is read for.
    masks: Vec<DomainMask>,
    /// The results of the chunk that is being coded.
    chunk: Chunk,
}

impl<'a> Coder<'a> {
    fn new(rulebook: &'a Rulebook, names: &[TextName]) -> Self {
        Self {
            rulebook,
            reader: rulebook.reader(),
            characters: Characters::default(),
            masks: names.iter().map(|name| mask(name.word(), rulebook.domains.keys().copied())).collect(),
            chunk: Chunk::default(),
        }
    }

    /// Codes interventions, and stores what the rules say of them.
    fn code(&mut self, interventions: &[&Intervention]) -> Chunk {
        for intervention in interventions {
            let texts = (0..self.masks.len()).map(|at| intervention.texts.at(at).unwrap_or_default());
            self.append(texts.clone());
            // Nearly all texts are in NFC; that is found out once for all of an intervention.
            if let Cow::Owned(_) = composed(self.reader.text()) {
                self.append(texts.map(composed));
            }
            self.reader.scan();
            self.reader.apply_rules();
            self.store();
        }
        self.chunk.take()
    }

    /// Begins an intervention with its texts, in NFC.
    fn append<T: AsRef<str>>(&mut self, texts: impl Iterator<Item = T>) {
        self.reader.begin();
        self.characters.ends.clear();
        for (text, mask) in texts.zip(&self.masks) {
            self.reader.append(text.as_ref(), *mask);
            self.characters.ends.push(self.reader.text().len() as u32);
        }
    }

    /// Stores the verdict on an intervention.
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
