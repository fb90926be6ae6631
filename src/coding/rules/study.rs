//! Codes a study by rules: every intervention in every domain that has rules.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::characters::Characters;
use super::fields::{FIELDS, mask};
use super::postings::DomainMask;
use super::reader::Reader;
use super::results::{CHUNK, RuleCodings};
use super::rulebook::{CompiledCode, Rulebook};
use super::stored::{Chunk, StoredCode};
use crate::read::composed;
use crate::survey::Intervention;

impl RuleCodings {
    /// Codes interventions; all of a study that are included is what is usually asked for. The result does not depend on
    /// the number of threads.
    pub fn new(rulebook: &Rulebook, interventions: &[&Intervention]) -> Self {
        let positions = || interventions.iter().zip(0..).map(|(i, at)| (Arc::clone(&i.id), at)).collect();
        let code = |coder: &mut Coder<'_>, chunk: &[&Intervention]| coder.code(chunk);
        let chunks = || interventions.par_chunks(CHUNK).map_init(|| Coder::new(rulebook), code).collect();
        let (positions, chunks) = rayon::join(positions, chunks);
        Self { positions, chunks, names: rulebook.names() }
    }
}

/// Codes interventions one after the other.
struct Coder<'a> {
    rulebook: &'a Rulebook,
    reader: Reader<'a>,
    characters: Characters,
    /// The domains that each text is read for.
    masks: [DomainMask; FIELDS.len()],
    /// The results of the chunk that is being coded.
    chunk: Chunk,
}

impl<'a> Coder<'a> {
    fn new(rulebook: &'a Rulebook) -> Self {
        Self {
            rulebook,
            reader: rulebook.reader(),
            characters: Characters::default(),
            masks: FIELDS.map(|field| mask(field.word(), rulebook.domains.keys().copied())),
            chunk: Chunk::default(),
        }
    }

    /// Codes interventions, and stores what the rules say of them.
    fn code(&mut self, interventions: &[&Intervention]) -> Chunk {
        for intervention in interventions {
            let texts = FIELDS.map(|field| intervention.text(field));
            self.append(texts);
            // Nearly all texts are in NFC; that is found out once for all of an intervention.
            if let Cow::Owned(_) = composed(self.reader.text()) {
                self.append(texts.map(composed).each_ref().map(|text| &**text));
            }
            self.reader.scan();
            self.reader.apply_rules();
            self.store();
        }
        self.chunk.take()
    }

    /// Begins an intervention with its texts, in NFC.
    fn append(&mut self, texts: [&str; FIELDS.len()]) {
        self.reader.begin();
        for (at, text) in texts.into_iter().enumerate() {
            self.reader.append(text, self.masks[at]);
            self.characters.ends[at] = self.reader.text().len() as u32;
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
