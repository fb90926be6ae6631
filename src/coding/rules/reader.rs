//! Leads a text through the stages: `begin`, `append` for every part, `scan` for the matches, `apply_rules` for the codes.

use super::evidence::EvidenceBuffer;
use super::fire::Text;
use super::guards;
use super::matches::{Match, Statuses};
use super::postings::{ALL_BITS, DomainMask, GUARD_BIT, NEGATION_BIT, domain_bit};
use super::rulebook::Rulebook;
use super::scan::Scan;
use super::score::Scores;
use super::verdict::{Found, Reading, Verdict};
use crate::codebook::Domain;

/// Codes texts, one after the other. Its buffers and the cache of types are kept for the next text.
pub struct Reader<'a> {
    rulebook: &'a Rulebook,
    scan: Scan<'a>,
    statuses: Statuses,
    evidence: EvidenceBuffer,
    scores: Scores,
    pub(super) verdict: Verdict,
}

impl Rulebook {
    /// Begins to code texts.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            rulebook: self,
            scan: self.scanner.scan(),
            statuses: Statuses::default(),
            evidence: EvidenceBuffer::new(self),
            scores: Scores::default(),
            verdict: Verdict::default(),
        }
    }
}

impl Reader<'_> {
    /// Applies the rules of a domain to a text in NFC.
    pub fn code(&mut self, domain: Domain, text: &str) -> Reading {
        self.begin();
        self.append(text, domain_bit(domain));
        self.scan();
        self.apply_rules();
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
        self.append(text, ALL_BITS);
        self.scan();
        self.found()
    }

    /// Begins a new text.
    pub(super) fn begin(&mut self) {
        self.scan.begin();
    }

    /// Appends a part of the text, in NFC, to be coded in these domains.
    pub(super) fn append(&mut self, part: &str, mask: DomainMask) {
        self.scan.append(part, mask);
    }

    /// Finds the matches in the text, once all parts have been appended.
    pub(super) fn scan(&mut self) {
        self.scan.run();
    }

    /// The text so far: its parts, each with a line break after it.
    pub(super) fn text(&self) -> &str {
        self.scan.text()
    }

    /// What was found in the text, by where it starts.
    pub(super) fn found(&self) -> &[Match] {
        self.scan.matches()
    }

    /// Applies the rules to the matches; the verdict is what they say.
    pub(super) fn apply_rules(&mut self) {
        let Self { rulebook, scan, statuses, evidence, scores, verdict } = self;
        let matches = scan.matches();
        verdict.clear();
        statuses.reset(matches.len(), rulebook.layers);
        let mask = matches.iter().fold(0, |all, m| all | m.mask);
        let negated = mask & NEGATION_BIT != 0 && rulebook.negation.mark(matches, statuses);
        let guarded = mask & GUARD_BIT != 0 && guards::mark(&rulebook.guard_postings, matches, statuses);
        evidence.collect(matches, scan.postings(), rulebook);
        let mut text = Text { rulebook, matches, statuses, evidence };
        rulebook.decide(&mut text, negated || guarded, scores, verdict);
    }
}
