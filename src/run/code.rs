//! The recipe of `insats code`: what the codebook's rules say of every intervention, and what people should look at first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::job::{Made, csv_files};
use super::{Failure, Findings, Options, Stage, find, stop_on_errors};
use crate::codebook::Domain;
use crate::diagnostic::Diagnostics;
use crate::money::Kronor;
use crate::render::Format;
use crate::report::{self, Column, Kind, Table};
use crate::study::CodesFrom;
use crate::survey::Intervention;

/// What the rules coded.
#[derive(Debug)]
pub struct CodeSummary {
    /// By domain with rules: interventions coded, interventions without a code, kronor of those.
    pub domains: Vec<(Domain, usize, usize, Kronor)>,
    /// How many rows the review list has.
    pub review: usize,
    /// The output folder.
    pub folder: PathBuf,
}

/// An intervention in a domain that a person should look at.
struct Concern {
    kronor: Kronor,
    intervention: String,
    domain: Domain,
    area: String,
    reason: String,
    codes: String,
}

/// Codes a study by rules and writes `data/codings.csv`, `data/uncoded.csv` and `data/review.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the codebook has no rules.
pub fn code(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<CodeSummary, Failure> {
    let mut messages = Diagnostics::new();
    let findings = find(folder, Some(CodesFrom::Rules), progress, &mut messages)?;
    let notices = stop_on_errors(messages)?;
    let language = options.language.unwrap_or(findings.study.language);
    let job = findings.begin(options, "-code")?;
    progress(Stage::Writing);
    let (uncoded, review) = (uncoded(&findings), review(&findings));
    let tables = [
        report::data::codings(&findings.input, &findings.codings, language),
        table("uncoded", &uncoded),
        table("review", &review),
    ];
    let made = Made { language, formats: &[Format::Csv], notices: &notices, items: &[] };
    let folder = job.commit(csv_files("data/", &tables)?, &made)?;
    Ok(CodeSummary { domains: totals(&findings), review: review.len(), folder })
}

fn totals(findings: &Findings) -> Vec<(Domain, usize, usize, Kronor)> {
    let included: Vec<_> = findings.input.interventions().filter(|i| i.included()).collect();
    let mut totals = Vec::new();
    for domain in Domain::ALL {
        let asked: Vec<_> = included.iter().filter(|i| findings.codings.rules.of(&i.id, domain).is_some()).collect();
        let without: Vec<_> = asked.iter().filter(|i| findings.codings.of(&i.id, domain).is_empty()).collect();
        if !asked.is_empty() {
            let kronor = without.iter().map(|i| findings.weighting.of(&i.id).unwrap_or_default().0).sum();
            totals.push((domain, asked.len() - without.len(), without.len(), Kronor(kronor)));
        }
    }
    totals
}

/// The interventions without a code in a domain that describes every intervention, with the reason.
fn uncoded(findings: &Findings) -> Vec<Concern> {
    concerns(findings, |intervention, domain| {
        let reading = findings.codings.rules.of(&intervention.id, domain)?;
        if !reading.codes.is_empty() || domain == Domain::Theme {
            return None;
        }
        Some(match reading.doubts.as_slice() {
            _ if blank(findings, intervention, domain) => "no text".to_owned(),
            [] => "no pattern matches".to_owned(),
            doubts => doubts.join("; "),
        })
    })
}

fn blank(findings: &Findings, intervention: &Intervention, domain: Domain) -> bool {
    let text = crate::coding::rules::text(intervention, domain);
    let text = text.trim();
    text.is_empty() || findings.study.complete.placeholders.contains(&text.to_lowercase())
}

/// What people should look at first: no code, a tie, weak or contradicted evidence, other final codes, the same text coded
/// differently.
fn review(findings: &Findings) -> Vec<Concern> {
    let different = coded_differently(findings);
    concerns(findings, |intervention, domain| {
        let reading = findings.codings.rules.of(&intervention.id, domain)?;
        let mut reasons = reading.doubts.clone();
        if reading.codes.is_empty() && domain != Domain::Theme && !blank(findings, intervention, domain) {
            reasons.insert(0, "no code".to_owned());
        }
        reasons.extend(different.get(&(intervention.id.as_str(), domain)).cloned());
        reasons.extend(contradicted(findings, intervention, domain));
        (!reasons.is_empty()).then(|| reasons.join("; "))
    })
}

/// The final codes, where none of them has a main code in common with those of the rules.
fn contradicted(findings: &Findings, intervention: &Intervention, domain: Domain) -> Option<String> {
    let main = |id: &str| findings.book.code(domain, id).map_or(id, |code| code.main()).to_owned();
    let finals = findings.codings.finals.as_ref()?.of(&intervention.id, domain);
    let mut given = findings.codings.of(&intervention.id, domain).iter().map(|(code, _)| main(code)).peekable();
    let apart =
        given.peek().is_some() && !finals.is_empty() && !given.any(|code| finals.iter().any(|own| main(own) == code));
    apart.then(|| format!("the final codes are others: {}", finals.join(" ")))
}

/// Interventions that people coded otherwise than another one with the same text: with the codes that it has elsewhere.
fn coded_differently(findings: &Findings) -> BTreeMap<(&str, Domain), String> {
    let Some(sheet) = &findings.codings.finals else { return BTreeMap::new() };
    let mut same: BTreeMap<(Domain, String), Vec<&str>> = BTreeMap::new();
    for intervention in findings.input.interventions().filter(|i| i.included()) {
        for domain in Domain::ALL.into_iter().filter(|d| *d != Domain::Theme) {
            if !blank(findings, intervention, domain) {
                let text = crate::coding::rules::text(intervention, domain).to_lowercase();
                same.entry((domain, text)).or_default().push(&intervention.id);
            }
        }
    }
    let mut different = BTreeMap::new();
    for ((domain, _), ids) in same {
        let sets: BTreeSet<_> = ids.iter().map(|id| sheet.of(id, domain)).collect();
        if sets.len() < 2 {
            continue;
        }
        for id in ids {
            let others = sets.iter().filter(|set| **set != sheet.of(id, domain)).map(|set| match set {
                [] => "none".to_owned(),
                codes => codes.join(" "),
            });
            let others = others.collect::<Vec<_>>().join(", or ");
            different.insert((id, domain), format!("the same text has other final codes elsewhere: {others}"));
        }
    }
    different
}

/// What a question finds in any intervention and domain, by the kronor at stake.
fn concerns(findings: &Findings, ask: impl Fn(&Intervention, Domain) -> Option<String>) -> Vec<Concern> {
    let mut all = Vec::new();
    for intervention in findings.input.interventions().filter(|i| i.included()) {
        for domain in Domain::ALL {
            let Some(reason) = ask(intervention, domain) else { continue };
            let codes = findings.codings.of(&intervention.id, domain).iter().map(|(code, _)| code.as_str());
            all.push(Concern {
                kronor: findings.weighting.of(&intervention.id).unwrap_or_default(),
                intervention: intervention.id.clone(),
                domain,
                area: intervention.area.clone(),
                reason,
                codes: codes.collect::<Vec<_>>().join("; "),
            });
        }
    }
    all.sort_by(|a, b| {
        (Reverse(a.kronor), &a.intervention, a.domain).cmp(&(Reverse(b.kronor), &b.intervention, b.domain))
    });
    all
}

fn table(name: &str, concerns: &[Concern]) -> Table {
    let head = [
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("area", Kind::Text),
        ("weighted_kr", Kind::Kronor),
        ("codes", Kind::Text),
        ("reason", Kind::Text),
    ];
    let mut table = Table::new(name, head.map(|(id, kind)| Column::plain(id, kind)).to_vec());
    for concern in concerns {
        table.rows.push(vec![
            concern.intervention.as_str().into(),
            concern.domain.word().into(),
            concern.area.as_str().into(),
            concern.kronor.into(),
            concern.codes.as_str().into(),
            concern.reason.as_str().into(),
        ]);
    }
    table
}
