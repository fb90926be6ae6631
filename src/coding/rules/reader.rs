//! One text on its way from words to codes.

use super::evidence::EvidenceBuffer;
use super::fire::Text;
use super::guards;
use super::matches::{Match, Status, Statuses};
use super::purposes::{ALL_PURPOSES, GUARD, NEGATION, Purposes, purpose};
use super::rulebook::Rulebook;
use super::scan::Scan;
use super::score::Scores;
use super::verdict::{Found, Reading, Verdict};
use crate::codebook::Domain;

/// Reads texts and says what the rules say of them. Its buffers, and what it learned of words, are kept for the next text.
pub struct Reader<'a> {
    rulebook: &'a Rulebook,
    scan: Scan<'a>,
    statuses: Vec<Statuses>,
    evidence: EvidenceBuffer,
    scores: Scores,
    pub(super) verdict: Verdict,
}

impl Rulebook {
    /// Begins to read texts.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            rulebook: self,
            scan: self.scanner.scan(),
            statuses: Vec::new(),
            evidence: EvidenceBuffer::new(self),
            scores: Scores::default(),
            verdict: Verdict::default(),
        }
    }
}

impl Reader<'_> {
    /// Applies the rules of a domain to a text in NFC.
    pub fn judge(&mut self, domain: Domain, text: &str) -> Reading {
        self.begin();
        self.read(text, purpose(domain));
        self.decide();
        let Verdict { codes, evidence, doubts } = &self.verdict;
        let of = |code: u32| evidence.iter().filter(move |(own, _)| *own == code);
        let found = codes.iter().map(|&(code, score)| Found {
            code: self.rulebook.codes[code as usize].position,
            score,
            evidence: of(code).map(|(_, found)| self.scan.matches()[*found as usize]).collect(),
        });
        Reading { found: found.collect(), doubts: doubts.iter().map(|(_, doubt)| doubt.clone()).collect() }
    }

    /// Finds every match of the patterns in a text in NFC, whatever they are looked for, by where they start.
    pub fn matches(&mut self, text: &str) -> &[Match] {
        self.begin();
        self.read(text, ALL_PURPOSES);
        self.scan.finish();
        self.found()
    }

    /// Begins a new text.
    pub(super) fn begin(&mut self) {
        self.scan.begin();
    }

    /// Reads a part of the text, in NFC, to be coded in these domains.
    pub(super) fn read(&mut self, part: &str, purposes: Purposes) {
        self.scan.read(part, purposes);
    }

    /// The text as it has been read: its parts, each with a line break after it.
    pub(super) fn text(&self) -> &str {
        self.scan.text()
    }

    /// What was found in the text, by where it starts.
    pub(super) fn found(&self) -> &[Match] {
        self.scan.matches()
    }

    /// Applies the rules to the text; the verdict is what they say.
    pub(super) fn decide(&mut self) {
        let Self { rulebook, scan, statuses, evidence, scores, verdict } = self;
        scan.finish();
        let matches = scan.matches();
        verdict.clear();
        statuses.clear();
        statuses.resize(matches.len(), [Status::Counts; 2]);
        let purposes = matches.iter().fold(0, |all, m| all | m.purposes);
        let negated = purposes & NEGATION != 0 && rulebook.negation.mark(matches, statuses);
        let guarded = purposes & GUARD != 0 && guards::mark(&rulebook.guard_uses, matches, statuses);
        evidence.collect(matches, scan.uses(), rulebook);
        let mut text = Text { rulebook, matches, statuses, evidence };
        rulebook.decide(&mut text, negated || guarded, scores, verdict);
    }
}
