//! What the commands about codes print: agreement, rules, learning, suggestions, codebooks.

use insats::coding::agreement::CodeLevel;
use insats::diagnostic::folds;
use insats::learning::model::LearnedDomain;
use insats::learning::quality::CARELESS;
use insats::msg;
use insats::run::{
    AgreementSummary, CodeSummary, CodebookSummary, EvaluationSummary, ForgetSummary, LearnSummary, LockSummary,
    LockedFile, SuggestSummary,
};
use insats::study::TEXTS_FILE;
use insats::wording::{Language, joined};

use super::{Console, aligned, shown_path};

impl Console {
    /// How far coders agree, for whole sets of codes; single codes are in the file.
    pub fn agreement(&self, summary: &AgreementSummary) {
        if self.quiet {
            return;
        }
        let agreement = &summary.agreement;
        let coders = joined(agreement.coders.iter(), ", ");
        let head = msg!("agreement-coders", coders, count = agreement.units.values().map(Vec::len).sum::<usize>());
        let mut text = format!("{}\n\n", self.text(head));
        let mut rows = vec![self.heads([
            msg!("head-domain"),
            msg!("head-level"),
            msg!("head-measure"),
            msg!("head-value"),
            msg!("head-interval"),
        ])];
        for row in agreement.rows.iter().filter(|row| row.code.is_none() && !row.by_funds) {
            let interval = row
                .interval
                .map_or_else(String::new, |(low, high)| self.interval(&format!("{low:.3}"), &format!("{high:.3}")));
            let undefined = || match &row.undefined {
                Some(why) => format!("– ({})", self.text(why.clone())),
                None => "–".to_owned(),
            };
            let value = row.value.map_or_else(undefined, |value| format!("{value:.3}"));
            rows.push([
                self.domain(row.domain),
                self.level(row.level),
                self.text(row.measure.message()),
                value,
                interval,
            ]);
        }
        text += &aligned(&rows);
        for (domain, coders) in &agreement.uncoded {
            let domain = self.domain(*domain);
            text += &match coders.is_empty() {
                true => format!("\n{}", self.text(msg!("agreement-by-nobody", domain))),
                false => format!("\n{}", self.text(msg!("agreement-by-some", domain, coders = joined(coders, ", ")))),
            };
        }
        text += if agreement.uncoded.is_empty() { "" } else { "\n" };
        let folder = shown_path(&summary.folder);
        text += &format!("\n{}\n", self.text(msg!("agreement-written", count = agreement.disagreements.len(), folder)));
        text += &format!("{}\n", self.text(msg!("agreement-keeps-no-texts")));
        self.print(&text);
    }

    fn interval(&self, low: &str, high: &str) -> String {
        self.text(msg!("interval", low, high))
    }

    fn level(&self, level: CodeLevel) -> String {
        self.text(match level {
            CodeLevel::Main => msg!("level-main"),
            CodeLevel::Sub => msg!("level-sub"),
        })
    }

    /// What rules coded.
    pub fn coded(&self, summary: &CodeSummary) {
        if self.quiet {
            return;
        }
        let heads = [msg!("head-domain"), msg!("head-coded-by-rules"), msg!("head-without-code")];
        let mut rows = vec![self.heads(heads).to_vec()];
        let unit = summary.money.map(|money| money.currency().beside_amounts());
        rows[0].extend(unit.map(|unit| self.text(msg!("head-their-funds", unit))));
        for (domain, coded, without, funds) in &summary.domains {
            let funds = summary.money.map(|_| Language::Swedish.integer(funds.rounded().0));
            let row = [self.domain(*domain), coded.to_string(), without.to_string()];
            rows.push(row.into_iter().chain(funds).collect());
        }
        let file = shown_path(&summary.folder.join("data/review.csv"));
        let end = self.text(msg!("code-written", count = summary.review, file));
        self.print(&format!("{}\n{end}\n{}", aligned(&rows), self.kept_blind(summary.blind)));
    }

    /// What was locked, a line for every file, and what waits for a decision.
    pub fn locked(&self, summary: &LockSummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        summary.told.iter().for_each(|told| text += &format!("{}\n", told.text(self.language)));
        for LockedFile { file, locked, kept, dropped, waiting, in_columns } in &summary.files {
            let file = shown_path(file);
            if *in_columns == 0 || locked + kept + dropped > 0 {
                let line = msg!("file-locked", file = &file, locked = *locked, kept = *kept, dropped = *dropped);
                text += &format!("{}\n", self.text(line));
            }
            if *in_columns > 0 {
                let sheet = file.trim_end_matches(".lock");
                text += &format!("{}\n", self.text(msg!("file-locked-in-columns", sheet, count = *in_columns)));
            }
            if *waiting > 0 {
                text += &format!("  {}\n", self.text(msg!("codings-waiting", waiting = *waiting)));
            }
        }
        if summary.texts > 0 {
            text += &format!("{}\n", self.text(msg!("texts-kept", texts = summary.texts, file = TEXTS_FILE)));
        }
        self.print(&text);
    }

    /// How many texts were erased, and where.
    pub fn forgotten(&self, summary: &ForgetSummary) {
        if self.quiet {
            return;
        }
        let files = joined(summary.files.iter().map(|file| shown_path(file)), ", ");
        let told = match summary.files.is_empty() {
            true => msg!("nothing-to-forget"),
            false => msg!("texts-forgotten", texts = summary.texts, files),
        };
        let mut text = format!("{}\n", self.text(told));
        if !summary.others.is_empty() {
            let files = joined(summary.others.iter().map(|file| shown_path(file)), ", ");
            text += &format!("{}\n", self.text(msg!("texts-elsewhere", count = summary.others.len(), files)));
        }
        self.print(&text);
    }

    /// What was learned, and how good it is on answers that the model had not seen.
    pub fn learned(&self, summary: &LearnSummary) {
        let called = |word: &str| summary.book.domain(word).map_or_else(|| word.to_owned(), |d| self.domain(d));
        if self.quiet {
            return;
        }
        let domains = || summary.model.systems.iter().flat_map(|system| &system.domains);
        let mut text = String::new();
        for (group, title) in [("all", msg!("learn-all-answers")), ("unseen", msg!("learn-unseen-answers"))] {
            let mut rows = vec![self.heads([
                msg!("head-domain"),
                msg!("head-answers"),
                msg!("head-rules-f1"),
                msg!("head-learning-f1"),
                msg!("head-both-f1"),
                msg!("head-automatic"),
                msg!("head-precision"),
            ])];
            for domain in domains() {
                let Some(promise) = domain.quality.promise.iter().find(|p| p.group == group) else { continue };
                let [rules, learning, both] = f1(domain, group);
                let precision = promise.precision().map_or_else(
                    || "–".to_owned(),
                    |(value, (low, high))| {
                        format!("{value:.3} ({})", self.interval(&format!("{low:.3}"), &format!("{high:.3}")))
                    },
                );
                let (answers, share) = (promise.answers.to_string(), hundredths(promise.share()));
                rows.push([called(&domain.domain), answers, rules, learning, both, share, precision]);
            }
            if rows.len() > 1 {
                text += &format!("{}\n\n{}\n", self.text(title), aligned(&rows));
            }
        }
        let heads = [msg!("head-domain"), msg!("head-rules-f1"), msg!("head-learning-f1"), msg!("head-both-f1")];
        let mut rows = vec![self.heads(heads)];
        for domain in domains() {
            let [rules, learning, both] = f1(domain, CARELESS);
            rows.push([called(&domain.domain), rules, learning, both]);
        }
        text += &format!("{}\n\n{}\n", self.text(msg!("learn-seen-answers")), aligned(&rows));
        let megabytes = format!("{:.1}", summary.size as f64 / 1e6);
        let end = msg!("learn-written", file = shown_path(&summary.file), megabytes);
        text += &format!("{}\n\n{}\n", self.text(msg!("learn-automatic")), self.text(end));
        if let Some(file) = &summary.predictions {
            text += &format!("{}\n", self.text(msg!("learn-predicted", file = shown_path(file))));
        }
        text += &self.kept_as(&summary.kept);
        self.print(&text);
    }

    /// What a model suggests.
    pub fn suggested(&self, summary: &SuggestSummary) {
        if self.quiet {
            return;
        }
        let mut rows = vec![self.heads([
            msg!("head-domain"),
            msg!("head-answers"),
            msg!("head-accepted"),
            msg!("head-review"),
            msg!("head-automatic-answers"),
            msg!("head-share"),
        ])];
        for (domain, sums) in &summary.domains {
            let share = (sums.answers > 0).then(|| sums.automatic as f64 / sums.answers as f64);
            let counts = [sums.answers, sums.accepted, sums.review, sums.automatic].map(|count| count.to_string());
            let [answers, accepted, review, automatic] = counts;
            rows.push([self.domain(*domain), answers, accepted, review, automatic, hundredths(share)]);
        }
        let saved = msg!(
            "suggest-saved",
            automatic = summary.automatic.to_string(),
            interventions = summary.interventions.to_string(),
            minutes = self.language.with_decimal_sign(&summary.minutes.to_string()),
            hours = summary.hours().round() as usize
        );
        let mut text = format!("{}\n{}\n", aligned(&rows), self.text(saved));
        let told = summary.audited.iter().chain(&summary.drift);
        told.for_each(|warning| text += &format!("{}\n", self.indented(warning)));
        let file = shown_path(&summary.folder.join("data/review.csv"));
        text += &format!("\n{}\n{}", self.text(msg!("suggest-written", file)), self.kept_blind(summary.blind));
        self.print(&text);
    }

    /// That answers are kept from a list, which are to be read without suggestions; nothing where there are none.
    fn kept_blind(&self, count: usize) -> String {
        if count == 0 { String::new() } else { format!("{}\n", self.text(msg!("work-kept-blind", count))) }
    }

    /// How good rules are.
    pub fn evaluated(&self, summary: &EvaluationSummary) {
        if self.quiet {
            return;
        }
        let mut rows = vec![self.heads([
            msg!("head-domain"),
            msg!("head-level"),
            msg!("head-answers"),
            msg!("head-interventions"),
            msg!("head-precision"),
            msg!("head-recall"),
            msg!("head-f1"),
            msg!("head-macro-f1"),
            msg!("head-rightly-none"),
        ])];
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
        for group in summary.groups() {
            for (subject, result) in &summary.evaluation.results {
                if subject.area.is_some() || subject.group != group {
                    continue;
                }
                let micro = result.micro();
                let without = match result.without {
                    0 => "–".to_owned(),
                    all => {
                        let (right, all) = (result.rightly_without.to_string(), all.to_string());
                        self.text(msg!("share-of", part = right, all))
                    }
                };
                rows.push([
                    self.domain(subject.domain),
                    self.level(subject.level),
                    group.clone().unwrap_or_else(|| self.text(msg!("group-all"))),
                    result.interventions.to_string(),
                    number(micro.precision()),
                    number(micro.recall()),
                    number(micro.f1()),
                    number(result.macro_mean().map(|[_, _, f1]| f1)),
                    without,
                ]);
            }
        }
        let held = if summary.has_held_back { msg!("evaluate-held-back") } else { msg!("evaluate-none-held-back") };
        let folder = shown_path(&summary.folder);
        let end = match summary.details {
            true => msg!("evaluate-written-with-details", folder),
            false => msg!("evaluate-written", folder),
        };
        self.print(&format!("{}\n{}\n{}\n", aligned(&rows), self.text(held), self.text(end)));
    }

    /// What a codebook holds and what is odd about it.
    pub fn codebook(&self, summary: &CodebookSummary, all: bool) {
        let CodebookSummary { codes, rules, patterns, texts, notices } = summary;
        let mut text = String::new();
        match all {
            true => notices.iter().for_each(|notice| text += &format!("{}\n", notice.text(self.language))),
            false => folds(notices).iter().for_each(|fold| text += &self.fold_text(fold, false)),
        }
        let (codes, rules, patterns) = (*codes, *rules, *patterns);
        let end = match *texts {
            0 => msg!("codebook-holds", codes, rules, patterns, notices = notices.len()),
            texts => msg!("codebook-holds-tried", codes, rules, patterns, texts, notices = notices.len()),
        };
        text += &format!("\n{}\n", self.text(end));
        if !all && !notices.is_empty() {
            text += &format!("{}\n", self.text(msg!("codebook-show-all")));
        }
        self.print(text.trim_start());
    }
}

/// F1 by rules, by learning and by both, with three decimals.
fn f1(domain: &LearnedDomain, group: &str) -> [String; 3] {
    ["rules", "learning", "both"].map(|way| {
        let count = domain.quality.count(group, "main", way);
        count.and_then(|c| c.hits().f1()).map_or_else(|| "–".to_owned(), |f1| format!("{f1:.3}"))
    })
}

/// A share with two decimals; a dash where there is nothing to have a share of.
fn hundredths(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.2}"))
}
