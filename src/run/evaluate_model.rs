//! The part of `insats evaluate` that measures a model: by what was measured while it was learned where the study is one that
//! it learned from, and on the study's own final codes where it is not.

use std::collections::BTreeMap;

use super::Findings;
use super::columns::{HITS, hits, number, share, table};
use super::job::csv_files;
use super::suggest::given_or_declared;
use crate::codebook::Domain;
use crate::coding::Sheet;
use crate::coding::evaluation::{Groups, Hits};
use crate::diagnostic::Diagnostic;
use crate::learning::Suggester;
use crate::learning::calibration::wilson;
use crate::learning::material::{origin, systems};
use crate::learning::quality::Quality;
use crate::learning::signs::Scored;
use crate::learning::suggest::Scratch;
use crate::output::OutputFile;
use crate::render::{ReliabilityPoint, reliability_svg};
use crate::report::{Kind, Table, Value};
use crate::survey::Intervention;
use crate::wording::Language;

/// How good a model is on a study.
#[derive(Debug)]
pub struct ModelEvaluation {
    /// Whether the model learned from the study; its answers were then predicted by models that had not seen them.
    pub learned_from: bool,
    /// By domain.
    pub domains: Vec<(Domain, Quality)>,
}

/// Measures the model given on the command line, else the declared one; `None` where there is neither.
pub(super) fn evaluate_model(
    findings: &mut Findings,
    given: Option<&std::path::Path>,
    finals: &Sheet,
    unseen: &Groups,
) -> Result<Option<ModelEvaluation>, Diagnostic> {
    let Some(model) = given_or_declared(findings, given) else { return Ok(None) };
    let model = model?;
    let book = &findings.book;
    let coded: Vec<&Intervention> =
        findings.input.interventions().filter(|i| i.included() && finals.coded.contains(&i.id)).collect();
    let own = origin(&findings.study.name, &systems(book), &coded, finals);
    let learned_from = model.data.iter().any(|origin| origin.sha256 == own.sha256);
    if learned_from {
        let domains = model.systems.into_iter().flat_map(|s| s.domains).map(|d| (d.domain, d.quality)).collect();
        return Ok(Some(ModelEvaluation { learned_from, domains }));
    }
    let suggester = Suggester::new(&model, book);
    let mut scratch = Scratch::default();
    let mut answers: BTreeMap<Domain, Vec<Scored>> = BTreeMap::new();
    for intervention in &coded {
        for (domain, mut scored) in suggester.scored(intervention, &findings.codings.rules, &mut scratch) {
            let said = finals.said(&intervention.id, domain);
            let (Some(layout), Some(codes)) = (suggester.layout(domain), said) else { continue };
            scored.labels = layout.labels(codes);
            scored.unseen = unseen.contains_key(&(intervention.id.clone(), domain));
            answers.entry(domain).or_default().push(scored);
        }
    }
    let measured = suggester.domains().filter_map(|domain| {
        let (system, learned) = model.domain(domain)?;
        let answers = answers.get(&domain).map_or(&[][..], Vec::as_slice);
        let judged: Vec<_> = answers.iter().map(|answer| (answer, &learned.judge)).collect();
        Some((domain, Quality::measure(&judged, &system.codes, &system.mains)))
    });
    let domains = measured.collect();
    Ok(Some(ModelEvaluation { learned_from, domains }))
}

/// `learning.csv`, `learning-codes.csv`, `automatic.csv`, `reliability.csv` and a diagram per domain.
pub(super) fn files(
    evaluation: &ModelEvaluation,
    findings: &Findings,
    language: Language,
) -> Result<Vec<OutputFile>, super::Failure> {
    let tables = [counts(evaluation), codes(evaluation), automatic(evaluation), reliability(evaluation)];
    let mut files = csv_files("", &tables)?;
    for (domain, quality) in &evaluation.domains {
        let of_bin = |bin: &crate::learning::quality::Bin| ReliabilityPoint {
            probability: bin.mean,
            share: bin.right as f64 / bin.codings as f64,
            interval: wilson(bin.right, bin.codings),
            codings: bin.codings,
        };
        let points: Vec<_> = quality.reliability.iter().filter(|bin| bin.codings > 0).map(of_bin).collect();
        let label = findings.book.domain_label(*domain, language);
        let id = format!("reliability-{domain}");
        let provenance = findings.study.provenance.as_ref().map_or("", |text| text.get(language));
        let svg = reliability_svg(&id, label, provenance, &points, language);
        files.push((format!("figures/{id}.svg"), svg.into_bytes()));
    }
    Ok(files)
}

fn counts(evaluation: &ModelEvaluation) -> Table {
    let subject = ["domain", "level", "group", "way"].map(|id| (id, Kind::Text));
    let mut table = table("learning", &[&subject[..], &[("answers", Kind::Integer)], &HITS].concat());
    for (domain, quality) in &evaluation.domains {
        for count in &quality.counts {
            let [level, group, way] = [&count.level, &count.group, &count.way].map(|word| Value::from(word.as_str()));
            let subject = [domain.word().into(), level, group, way, count.answers.into()];
            table.rows.push(subject.into_iter().chain(hits(count.hits())).collect());
        }
    }
    table
}

fn codes(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("code", Kind::Text),
        ("rules_f1", Kind::Number),
        ("learning_f1", Kind::Number),
        ("both_f1", Kind::Number),
        ("both_precision", Kind::Number),
        ("both_recall", Kind::Number),
        ("accepted", Kind::Integer),
        ("accepted_right", Kind::Integer),
    ];
    let mut table = table("learning-codes", &head);
    for (domain, quality) in &evaluation.domains {
        for code in &quality.codes {
            let of = |[found, wrong, missed]: [usize; 3]| Hits { found, wrong, missed };
            let both = of(code.both);
            table.rows.push(vec![
                domain.word().into(),
                code.code.as_str().into(),
                number(of(code.rules).f1()),
                number(of(code.learning).f1()),
                number(both.f1()),
                number(both.precision()),
                number(both.recall()),
                code.accepted[0].into(),
                code.accepted[1].into(),
            ]);
        }
    }
    table
}

/// What the promise gives, and precision against what would be automatic at other probabilities.
fn automatic(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("group", Kind::Text),
        ("from_probability", Kind::Number),
        ("accepted", Kind::Integer),
        ("right", Kind::Integer),
        ("precision", Kind::Number),
        ("precision_low", Kind::Number),
        ("precision_high", Kind::Number),
        ("share_of_codings", Kind::Number),
        ("automatic_answers", Kind::Number),
    ];
    let mut table = table("automatic", &head);
    for (domain, quality) in &evaluation.domains {
        let mut row = |group: &str, from: Value, [accepted, right, codings]: [usize; 3], answers: Value| {
            let (low, high) = wilson(right, accepted);
            let bound = |bound: f64| if accepted == 0 { Value::Missing } else { number(Some(bound)) };
            table.rows.push(vec![
                domain.word().into(),
                group.into(),
                from,
                accepted.into(),
                right.into(),
                share(right, accepted),
                bound(low),
                bound(high),
                share(right, codings),
                answers,
            ]);
        };
        for p in &quality.promise {
            let counts = [p.accepted, p.right, p.codings];
            row(&p.group, Value::Missing, counts, share(p.automatic, p.answers));
        }
        for p in &quality.curve {
            row("all", Value::Number(p.from), [p.accepted, p.right, p.codings], Value::Missing);
        }
    }
    table
}

fn reliability(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("from", Kind::Number),
        ("to", Kind::Number),
        ("mean_probability", Kind::Number),
        ("codings", Kind::Integer),
        ("right", Kind::Integer),
        ("share_right", Kind::Number),
    ];
    let mut table = table("reliability", &head);
    for (domain, quality) in &evaluation.domains {
        for bin in &quality.reliability {
            let mean = if bin.codings == 0 { Value::Missing } else { number(Some(bin.mean)) };
            table.rows.push(vec![
                domain.word().into(),
                Value::Number(bin.from),
                Value::Number(bin.to),
                mean,
                bin.codings.into(),
                bin.right.into(),
                share(bin.right, bin.codings),
            ]);
        }
    }
    table
}
