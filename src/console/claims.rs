//! What became of claims, and of a manuscript that was held against them.

use insats::claims::Outcome;
use insats::claims::Verified;
use insats::claims::numbers::Value;
use insats::manuscript::Comparison;
use insats::msg;
use insats::run::{DraftedClaims, VerifiedClaim, VerifySummary};

use super::{Console, shown_path};

/// How many claims that no sentence carries are named.
const MISSING: usize = 10;

impl Console {
    /// What came of the claims: those that fail and those that are open, each with its reason, then how many there are.
    pub fn verify(&self, summary: &VerifySummary, all: bool) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for outcome in [Outcome::Fails, Outcome::Open, Outcome::Undecided] {
            for claim in summary.claims.iter().filter(|claim| claim.verdict.outcome == outcome) {
                text += &self.claim_lines(claim);
            }
        }
        summary.doubts.iter().for_each(|doubt| text += &format!("{}\n", doubt.text(self.language)));
        text += &format!("{}\n", self.verified(summary.verified));
        if let Some((name, comparison)) = &summary.manuscript {
            text += &self.manuscript_text(name, comparison, &summary.claims);
            text += &self.missing_text(comparison, &summary.claims, all);
        }
        self.print(&text);
    }

    /// A draft: itself, or how many claims went into which file.
    pub fn draft(&self, drafted: &DraftedClaims) {
        match &drafted.file {
            None => self.print(&String::from_utf8_lossy(&drafted.bytes)),
            Some(path) => {
                let written = msg!("claims-drafted", count = drafted.count, file = shown_path(path));
                let mut text = format!("{}\n", self.text(written));
                text += &self.kept_as(&drafted.kept);
                self.print(&text);
            }
        }
    }

    /// How many claims came out how.
    pub(super) fn verified(&self, claims: Verified) -> String {
        let Verified { holding, failing, open, undecided } = claims;
        self.text(msg!("claims-verified", all = claims.all(), holding, failing, open, undecided))
    }

    fn claim_lines(&self, claim: &VerifiedClaim) -> String {
        let verdict = &claim.verdict;
        let why = if verdict.outcome == Outcome::Fails { msg!("label-true") } else { msg!("label-because") };
        let lines = [
            (msg!("label-stated"), &verdict.stated.in_ids),
            (msg!("label-computed"), &verdict.computed.in_ids),
            (why, &verdict.reason),
        ];
        let mut text = format!("{} {}: {}\n", self.text(verdict.outcome.label()), claim.id, claim.statement);
        for (label, line) in lines.into_iter().filter(|(_, line)| !line.is_empty()) {
            text += &format!("    {:<9} {line}\n", self.text(label));
        }
        text + "\n"
    }

    /// What a manuscript has beside its claims, and the claims beside it.
    fn manuscript_text(&self, name: &str, comparison: &Comparison, claims: &[VerifiedClaim]) -> String {
        let (all, covered) = comparison.counts();
        let mut text = format!("\n{}\n", self.text(msg!("manuscript-covered", name, all, covered)));
        let Lists { differing, failing, open, uncovered, words } = self.lists(comparison, claims);
        for (head, list) in [
            (msg!("manuscript-differing"), differing),
            (msg!("manuscript-failing"), failing),
            (msg!("manuscript-open"), open),
            (msg!("manuscript-uncovered"), uncovered),
        ] {
            if !list.is_empty() {
                text += &format!("\n{}:\n{list}", self.text(head));
            }
        }
        if words > 0 {
            text += &format!("\n{}\n", self.text(msg!("manuscript-words", count = words)));
        }
        text
    }

    /// The claims that no sentence carries, the first of them unless all are asked for.
    fn missing_text(&self, comparison: &Comparison, claims: &[VerifiedClaim], all: bool) -> String {
        let missing: Vec<&str> =
            comparison.missing.iter().filter_map(|at| claims.get(*at)).map(|c| c.id.as_str()).collect();
        if missing.is_empty() {
            return String::new();
        }
        let head = self.text(msg!("manuscript-missing", count = missing.len()));
        let shown = if all { missing.len() } else { missing.len().min(MISSING) };
        let mut text = format!("\n{head}:\n  {}", missing[..shown].join(", "));
        if shown < missing.len() {
            text += &format!(" {}", self.text(msg!("manuscript-missing-more", count = missing.len() - shown)));
        }
        text + "\n"
    }

    /// The sentences of a manuscript, by what is to be said of them.
    fn lists(&self, comparison: &Comparison, claims: &[VerifiedClaim]) -> Lists {
        let claim = |at: Option<usize>| at.and_then(|at| claims.get(at));
        let mut lists = Lists::default();
        for read in &comparison.read {
            let line = format!("  {}: {}\n", read.sentence.paragraph, read.sentence.text);
            let shown =
                |range: &std::ops::Range<usize>| read.sentence.text.get(range.clone()).unwrap_or_default().to_owned();
            let mut without_claim = Vec::new();
            for paired in &read.paired {
                let own = shown(&paired.figure.range);
                match claim(paired.claim) {
                    Some(claim) if paired.differs() => {
                        let other = msg!("manuscript-but", own, claim = &claim.id, statement = &claim.statement);
                        lists.differing += &format!("{line}      {}\n", self.text(other));
                    }
                    Some(claim) if claim.verdict.outcome == Outcome::Fails => {
                        let fails = msg!("manuscript-fails", own, claim = &claim.id, reason = &claim.verdict.reason);
                        lists.failing += &format!("{line}      {}\n", self.text(fails));
                    }
                    Some(claim) if claim.verdict.outcome == Outcome::Open => {
                        let VerifiedClaim { id, verdict, .. } = claim;
                        let is = msg!("manuscript-is-open", own, claim = id, computed = &verdict.computed.in_ids);
                        lists.open += &format!("{line}      {}\n", self.text(is));
                    }
                    Some(_) => {}
                    None if paired.figure.value == Value::Word => lists.words += 1,
                    None => without_claim.push(own),
                }
            }
            if !without_claim.is_empty() {
                lists.uncovered += &format!("{line}      {}\n", without_claim.join("; "));
            }
        }
        lists
    }
}

/// Lines about sentences of a manuscript, and how many quantifying words have no claim.
#[derive(Default)]
struct Lists {
    differing: String,
    failing: String,
    open: String,
    uncovered: String,
    words: usize,
}
