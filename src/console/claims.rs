//! What became of claims, and of a manuscript that was held against them.

use insats::claims::Outcome;
use insats::claims::Verified;
use insats::manuscript::{Amiss, Comparison, Judged, Remark, Setting, What, remarks};
use insats::msg;
use insats::run::{DraftedClaims, MarkedCopy, VerifiedClaim, VerifySummary};

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
            text += &self.manuscript_text(name, comparison, &summary.judged());
            text += &self.missing_text(comparison, &summary.claims, all);
            text += &summary.marked.as_ref().map_or(String::new(), |marked| self.marked_text(marked));
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
    fn manuscript_text(&self, name: &str, comparison: &Comparison, claims: &[Judged<'_>]) -> String {
        let (all, covered) = comparison.counts();
        let mut text = format!("\n{}\n", self.text(msg!("manuscript-covered", name, all, covered)));
        let Lists { differing, of_data, failing, open, uncovered, references, words } = self.lists(comparison, claims);
        for (head, list) in [
            (msg!("manuscript-differing"), differing),
            (msg!("manuscript-data"), of_data),
            (msg!("manuscript-failing"), failing),
            (msg!("manuscript-open"), open),
            (msg!("manuscript-references"), references),
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
    fn lists(&self, comparison: &Comparison, claims: &[Judged<'_>]) -> Lists {
        let mut lists = Lists::default();
        let mut without_claim: Option<&Remark<'_>> = None;
        let all = remarks(comparison, claims, true);
        for remark in &all {
            let own = remark.sentence.text.get(remark.range.clone()).unwrap_or_default();
            let line = format!("  {}: {}\n", self.place(remark), remark.sentence.text);
            let said = |message| format!("{line}      {}\n", self.text(message));
            let also = |message| format!("      {}\n", self.text(message));
            match &remark.what {
                What::Differs(claim, _) => {
                    lists.differing +=
                        &said(msg!("manuscript-but", own, claim = claim.id, statement = claim.statement));
                }
                What::Fails(claim) => {
                    lists.failing += &said(msg!("manuscript-fails", claim = claim.id, reason = &claim.verdict.reason));
                }
                What::Open(claim) => {
                    lists.open +=
                        &said(msg!("manuscript-is-open", claim = claim.id, computed = &claim.verdict.computed.in_ids));
                }
                What::Reference(doubt) => {
                    let list = match doubt.what {
                        Amiss::Data { .. } => &mut lists.of_data,
                        _ => &mut lists.references,
                    };
                    *list += &line;
                    list.extend(doubt.messages().into_iter().map(also));
                }
                What::Uncovered => {
                    // The numbers of a sentence stand together.
                    if without_claim.is_some_and(|last| std::ptr::eq(last.sentence, remark.sentence)) {
                        lists.uncovered.truncate(lists.uncovered.trim_end().len());
                        lists.uncovered += &format!("; {own}\n");
                    } else {
                        lists.uncovered += &format!("{line}      {own}\n");
                    }
                    without_claim = Some(remark);
                }
            }
        }
        let words = comparison.read.iter().flat_map(|read| &read.paired);
        lists.words = words.filter(|paired| !paired.is_covered() && paired.figure.is_word()).count();
        lists
    }

    /// Where a remark is: line and column, or in Word the paragraph and what it stands in.
    fn place(&self, remark: &Remark<'_>) -> String {
        if let Some((line, column)) = remark.sentence.spot(&remark.range) {
            return format!("{line}:{column}");
        }
        let paragraph = remark.sentence.paragraph;
        let setting = match remark.sentence.setting {
            Setting::Text => return paragraph.to_string(),
            Setting::Heading => msg!("setting-heading"),
            Setting::Caption => msg!("setting-caption"),
            Setting::Cell => msg!("setting-cell"),
            Setting::Note => msg!("setting-note"),
            Setting::Box => msg!("setting-box"),
            Setting::Margin => msg!("setting-margin"),
        };
        format!("{paragraph} ({})", self.text(setting))
    }

    /// What became of the marked copy.
    fn marked_text(&self, marked: &MarkedCopy) -> String {
        let MarkedCopy { file, comments, elsewhere, kept } = marked;
        let mut text =
            format!("\n{}\n", self.text(msg!("manuscript-marked", count = *comments, file = shown_path(file))));
        if *elsewhere > 0 {
            text += &format!("{}\n", self.text(msg!("manuscript-marked-elsewhere", count = *elsewhere)));
        }
        text + &self.kept_as(kept)
    }
}

/// Lines about sentences of a manuscript, and how many quantifying words have no claim.
#[derive(Default)]
struct Lists {
    differing: String,
    of_data: String,
    failing: String,
    open: String,
    uncovered: String,
    references: String,
    words: usize,
}
