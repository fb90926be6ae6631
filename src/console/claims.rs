//! What became of claims, and of a manuscript that was held against them.

use insats::claims::Outcome;
use insats::claims::Verified;
use insats::claims::numbers::Value;
use insats::manuscript::Comparison;
use insats::run::{DraftedClaims, VerifiedClaim, VerifySummary};

use super::{Console, kept_as};

impl Console {
    /// What came of the claims: those that fail and those that are open, each with its reason, then how many there are.
    pub fn verify(&self, summary: &VerifySummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for outcome in [Outcome::Fails, Outcome::Undecided] {
            for claim in summary.claims.iter().filter(|claim| claim.verdict.outcome == outcome) {
                text += &claim_lines(claim);
            }
        }
        summary.doubts.iter().for_each(|doubt| text += &format!("{doubt}\n"));
        text += &format!("{}\n", verified(summary.verified));
        if let Some((name, comparison)) = &summary.manuscript {
            text += &manuscript_text(name, comparison, &summary.claims);
        }
        self.print(&text);
    }

    /// A draft: itself, or how many claims went into which file.
    pub fn draft(&self, drafted: &DraftedClaims) {
        match &drafted.file {
            None => self.print(&String::from_utf8_lossy(&drafted.bytes)),
            Some(path) => {
                let mut text = format!("{} claims are in {}\n", drafted.count, path.display());
                text += &kept_as(&drafted.kept);
                self.print(&text);
            }
        }
    }
}

/// How many claims came out how.
pub(super) fn verified(claims: Verified) -> String {
    let noun = if claims.all() == 1 { "claim" } else { "claims" };
    let Verified { holding, failing, undecided } = claims;
    format!("{} {noun}: {holding} hold, {failing} fail, {undecided} cannot be decided", claims.all())
}

fn claim_lines(claim: &VerifiedClaim) -> String {
    let verdict = &claim.verdict;
    let mut text = format!("{} {}: {}\n", verdict.outcome.word(), claim.id, claim.statement);
    for (head, line) in [("stated", &verdict.stated), ("computed", &verdict.computed)] {
        if !line.is_empty() {
            text += &format!("    {head:<9} {line}\n");
        }
    }
    let head = if verdict.outcome == Outcome::Fails { "true" } else { "because" };
    text + &format!("    {head:<9} {}\n\n", verdict.reason)
}

/// What a manuscript has beside its claims, and the claims beside it.
fn manuscript_text(name: &str, comparison: &Comparison, claims: &[VerifiedClaim]) -> String {
    let (all, covered) = comparison.counts();
    let mut text = format!("\n{name}: {all} numbers and quantifying words, {covered} of them covered by a claim\n");
    let claim = |at: Option<usize>| at.and_then(|at| claims.get(at));
    let mut differing = String::new();
    let mut failing = String::new();
    let mut uncovered = String::new();
    let mut words = 0;
    for read in &comparison.read {
        let line = format!("  {}: {}\n", read.sentence.paragraph, read.sentence.text);
        let shown =
            |range: &std::ops::Range<usize>| read.sentence.text.get(range.clone()).unwrap_or_default().to_owned();
        let mut open = Vec::new();
        for paired in &read.paired {
            let own = shown(&paired.figure.range);
            match claim(paired.claim) {
                Some(claim) if paired.differs() => {
                    differing += &format!("{line}      {own}, but {}: {}\n", claim.id, claim.statement);
                }
                Some(claim) if claim.verdict.outcome == Outcome::Fails => {
                    failing += &format!("{line}      {own}: {} fails; {}\n", claim.id, claim.verdict.reason);
                }
                Some(_) => {}
                None if paired.figure.value == Value::Word => words += 1,
                None => open.push(own),
            }
        }
        if !open.is_empty() {
            uncovered += &format!("{line}      {}\n", open.join("; "));
        }
    }
    for (head, list) in [
        ("other numbers than the claims state (line or paragraph, sentence)", differing),
        ("sentences whose claim fails", failing),
        ("sentences with numbers that no claim covers", uncovered),
    ] {
        if !list.is_empty() {
            text += &format!("\n{head}:\n{list}");
        }
    }
    if words > 0 {
        text += &format!("\n{words} quantifying words without a number are covered by no claim\n");
    }
    let missing: Vec<&str> =
        comparison.missing.iter().filter_map(|at| claims.get(*at)).map(|c| c.id.as_str()).collect();
    if !missing.is_empty() {
        text += &format!("\n{} claims that no sentence carries:\n  {}\n", missing.len(), missing.join(", "));
    }
    text
}
