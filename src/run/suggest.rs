//! The recipe of `insats suggest`: what a model says of every intervention, what may be accepted, and what people should
//! read first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::columns::table;
use super::job::{Made, csv_files};
use super::{Failure, Findings, Options, Stage, find, stop_on_errors};
use crate::codebook::{Codebook, Domain};
use crate::coding::Suggested;
use crate::coding::rules::RuleCodings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::learning::judge::Verdict;
use crate::learning::{Evidence, Model, Suggester, Suggestion};
use crate::money::Kronor;
use crate::render::Format;
use crate::report::{Kind, Table, Value};
use crate::study::{CodesFrom, STUDY_FILE, Study};
use crate::survey::{Input, Intervention};

/// What is suggested in a domain.
#[derive(Clone, Debug, Default)]
pub struct DomainSuggestions {
    /// Answers with a text.
    pub answers: usize,
    /// Codings accepted.
    pub accepted: usize,
    /// Codings for review.
    pub review: usize,
    /// Answers with something accepted and nothing for review.
    pub automatic: usize,
}

/// What was suggested, and where it is.
#[derive(Debug)]
pub struct SuggestSummary {
    /// By domain.
    pub domains: BTreeMap<Domain, DomainSuggestions>,
    /// Interventions in which no domain is left to read.
    pub automatic: usize,
    /// Interventions.
    pub interventions: usize,
    /// Minutes that a person needs for an intervention.
    pub minutes: f64,
    /// Areas whose texts differ from what the model learned from, in words.
    pub drift: Vec<Diagnostic>,
    /// The output folder.
    pub folder: PathBuf,
}

impl SuggestSummary {
    /// The hours saved: each automatic answer saves its part of an intervention's minutes.
    pub fn hours(&self) -> f64 {
        let answers: usize = self.domains.values().map(|d| d.answers).sum();
        let automatic: usize = self.domains.values().map(|d| d.automatic).sum();
        self.minutes * self.interventions as f64 * automatic as f64 / answers.max(1) as f64 / 60.0
    }
}

/// The suggestions of an answer.
struct Answer<'a> {
    intervention: &'a Intervention,
    domain: Domain,
    suggestions: Vec<Suggestion<'a>>,
}

/// Suggests codes and writes `data/suggestions.csv`, `data/review.csv` and `data/drift.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where there is no model, or one for another codebook.
pub fn suggest(
    folder: &Path,
    options: &Options,
    model: Option<&Path>,
    minutes: f64,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<SuggestSummary, Failure> {
    let mut messages = Diagnostics::new();
    let mut findings = find(folder, Some(CodesFrom::Rules), progress, &mut messages)?;
    let model = given_or_declared(&mut findings, model).unwrap_or_else(|| Err(no_model()));
    let model = model.map_err(|message| Failure::Input(message.into()))?;
    note_changed_rules(&model, &findings.book, &mut messages);
    progress(Stage::Learning);
    let suggester = Suggester::new(&model, &findings.book);
    let included: Vec<&Intervention> = findings.input.interventions().filter(|i| i.included()).collect();
    let suggested = suggester.suggest_all(&included, &findings.codings.rules);
    let mut answers = Vec::new();
    for (intervention, domains) in included.iter().zip(suggested) {
        answers.extend(domains.into_iter().map(|(domain, suggestions)| Answer { intervention, domain, suggestions }));
    }
    let drift = super::drift::measure(&suggester, &findings);
    let warnings: Vec<Diagnostic> = drift.iter().filter_map(super::drift::Drift::warning).collect();
    warnings.iter().for_each(|warning| messages.push(warning.clone()));
    let notices = stop_on_errors(messages)?;

    let job = findings.begin(options, "-suggestions")?;
    progress(Stage::Writing);
    let tables = [suggestions_table(&answers), review_table(&findings, &answers), super::drift::table(&drift)];
    let language = options.language.unwrap_or(findings.study.language);
    let made = Made { language, formats: &[Format::Csv], notices: &notices, items: &[] };
    let folder = job.commit(csv_files("data/", &tables)?, &made)?;
    Ok(summary(&answers, included.len(), minutes, warnings, folder))
}

/// The model given on the command line, which is watched from now on, else the declared one; `None` where there is neither.
pub(super) fn given_or_declared(findings: &mut Findings, given: Option<&Path>) -> Option<Result<Model, Diagnostic>> {
    let Some(path) = given else { return declared(&findings.study, &findings.book) };
    let name = path.display().to_string();
    findings.watch.add(&name, path);
    Some(Model::load(path, &name, &findings.book))
}

/// The model that a study declares; `None` where it declares none.
fn declared(study: &Study, book: &Codebook) -> Option<Result<Model, Diagnostic>> {
    let declared = study.model.as_ref()?;
    Some(Model::load(&study.path(&declared.value), &declared.value, book))
}

fn no_model() -> Diagnostic {
    Diagnostic::error(Place::file(STUDY_FILE), "no model is declared")
        .expected("model = \"…\", a file that insats learn wrote")
        .action("declare one, or give it with --model")
}

fn note_changed_rules(model: &Model, book: &Codebook, messages: &mut Diagnostics) {
    if model.rules_changed(book) {
        let changed = Diagnostic::warning(
            Place::file(STUDY_FILE),
            "the codebook's rules or definitions have changed since the model was learned",
        );
        messages.push(
            changed
                .expected("the codebook that the model was learned with")
                .action("make the model anew with insats learn; its promise was measured with the former rules"),
        );
    }
}

/// The codes that a study's model suggests and that may be accepted, for [`crate::coding::Codings`].
pub(super) fn accepted(
    study: &Study,
    book: &Codebook,
    input: &Input,
    rules: &RuleCodings,
    messages: &mut Diagnostics,
) -> Suggested {
    let model = match declared(study, book) {
        None => return Suggested::new(),
        Some(Err(message)) => {
            messages.push(message);
            return Suggested::new();
        }
        Some(Ok(model)) => model,
    };
    note_changed_rules(&model, book, messages);
    let suggester = Suggester::new(&model, book);
    let included: Vec<&Intervention> = input.interventions().filter(|i| i.included()).collect();
    let mut all = Suggested::new();
    for (intervention, domains) in included.iter().zip(suggester.suggest_all(&included, rules)) {
        for (domain, suggestions) in domains {
            let accepted: Vec<_> = suggestions.iter().filter(|s| s.verdict == Verdict::Accepted).collect();
            // A main code goes without saying where one of its subcodes was accepted.
            let finest = accepted.iter().filter(|s| !accepted.iter().any(|o| o.main == s.code && o.code != s.code));
            let codes: Vec<String> = finest.map(|s| s.code.to_owned()).collect();
            if !codes.is_empty() {
                all.insert((intervention.id.clone(), domain), codes);
            }
        }
    }
    all
}

fn summary(
    answers: &[Answer<'_>],
    interventions: usize,
    minutes: f64,
    drift: Vec<Diagnostic>,
    folder: PathBuf,
) -> SuggestSummary {
    let mut domains: BTreeMap<Domain, DomainSuggestions> = BTreeMap::new();
    let mut open: BTreeMap<&str, bool> = BTreeMap::new();
    for answer in answers {
        let main =
            |verdict| answer.suggestions.iter().filter(move |s| s.main == s.code && s.verdict == verdict).count();
        let (accepted, review) = (main(Verdict::Accepted), main(Verdict::Review));
        let sum = domains.entry(answer.domain).or_default();
        sum.answers += 1;
        sum.accepted += accepted;
        sum.review += review;
        let automatic = accepted > 0 && review == 0;
        sum.automatic += usize::from(automatic);
        *open.entry(&answer.intervention.id).or_default() |= !automatic;
    }
    let automatic = open.values().filter(|open| !**open).count();
    SuggestSummary { domains, automatic, interventions, minutes, drift, folder }
}

/// Three decimals: more would be noise.
fn number(value: f64) -> Value {
    Value::Number((value * 1000.0).round() / 1000.0)
}

fn evidence(suggestion: &Suggestion<'_>) -> String {
    let piece = |(name, weight): &(Evidence, f64)| format!("{name} {weight:+.2}");
    suggestion.evidence.iter().map(piece).collect::<Vec<_>>().join("; ")
}

fn suggestions_table(answers: &[Answer<'_>]) -> Table {
    let head = [
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("code", Kind::Text),
        ("probability", Kind::Number),
        ("verdict", Kind::Text),
        ("evidence", Kind::Text),
    ];
    let mut table = table("suggestions", &head);
    for answer in answers {
        for suggestion in &answer.suggestions {
            table.rows.push(vec![
                answer.intervention.id.as_str().into(),
                answer.domain.word().into(),
                suggestion.code.into(),
                number(suggestion.probability),
                suggestion.verdict.word().into(),
                evidence(suggestion).as_str().into(),
            ]);
        }
    }
    table
}

/// Answers that a person has to read: what is most uncertain about the most kronor first.
fn review_table(findings: &Findings, answers: &[Answer<'_>]) -> Table {
    let head = [
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("area", Kind::Text),
        ("weighted_kr", Kind::Kronor),
        ("uncertainty", Kind::Number),
        ("uncertain_kr", Kind::Kronor),
        ("accepted", Kind::Text),
        ("review", Kind::Text),
    ];
    let mut rows = Vec::new();
    for answer in answers {
        let of = |verdict: Verdict| {
            let codes = answer.suggestions.iter().filter(|s| s.verdict == verdict);
            codes.map(|s| s.code).collect::<Vec<_>>().join("; ")
        };
        let (accepted, review) = (of(Verdict::Accepted), of(Verdict::Review));
        if !accepted.is_empty() && review.is_empty() {
            continue;
        }
        let kronor = findings.weighting.of(&answer.intervention.id).unwrap_or_default();
        let uncertainty = uncertainty(&answer.suggestions);
        let at_stake = Kronor((kronor.0 as f64 * uncertainty).round() as i64);
        rows.push((at_stake, answer, kronor, uncertainty, accepted, review));
    }
    rows.sort_by(|a, b| {
        let key = |row: &(Kronor, &Answer<'_>, Kronor, f64, String, String)| {
            (Reverse(row.0), row.1.intervention.id.clone(), row.1.domain)
        };
        key(a).cmp(&key(b))
    });
    let mut table = table("review", &head);
    for (at_stake, answer, kronor, uncertainty, accepted, review) in rows {
        table.rows.push(vec![
            answer.intervention.id.as_str().into(),
            answer.domain.word().into(),
            answer.intervention.area.as_str().into(),
            kronor.into(),
            number(uncertainty),
            at_stake.into(),
            accepted.as_str().into(),
            review.as_str().into(),
        ]);
    }
    table
}

/// How likely the least certain suggestion is to be decided wrongly, doubled: from 0 to 1; 1 where nothing is suggested.
fn uncertainty(suggestions: &[Suggestion]) -> f64 {
    let open = suggestions.iter().filter(|s| s.verdict == Verdict::Review);
    let most = open.map(|s| 2.0 * s.probability.min(1.0 - s.probability)).reduce(f64::max);
    most.unwrap_or(if suggestions.is_empty() { 1.0 } else { 0.0 })
}
