//! The recipe of `insats evaluate`: the codebook's rules against the final sheet.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::columns::{HITS, hits, number, share, table};
use super::job::{Made, csv_files};
use super::{Failure, Findings, Options, Stage, find, stop_on_errors};
use crate::codebook::Domain;
use crate::coding::evaluation::{self, Evaluation, Groups, SEEN, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::read::tidy;
use crate::render::Format;
use crate::report::{Kind, Table, Value};
use crate::study::{CodesFrom, Declared, STUDY_FILE};
use crate::survey::{Absent, Columns, Ids, without_contacts};

/// What was measured, and where it is.
#[derive(Debug)]
pub struct EvaluationSummary {
    /// All results.
    pub evaluation: Evaluation,
    /// How good the model is, where one is given or declared.
    pub model: Option<super::ModelEvaluation>,
    /// Whether the study lists answers that the rules' author has not seen.
    pub has_held_back: bool,
    /// The output folder.
    pub folder: PathBuf,
}

/// Measures the rules and writes `evaluation.csv`, `confusion.csv`, `patterns.csv` and `missed.csv`; with a model, what it
/// adds, too.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the study has no final sheet.
pub fn evaluate(
    folder: &Path,
    options: &Options,
    model: Option<&Path>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<EvaluationSummary, Failure> {
    let mut messages = Diagnostics::new();
    let mut findings = find(folder, Some(CodesFrom::Rules), progress, &mut messages)?;
    let groups = groups(&findings, &mut messages);
    findings.codings.report_unsettled(&findings.input, &mut messages);
    if findings.codings.finals.is_none() {
        let missing = Diagnostic::error(Place::file(STUDY_FILE), "the study has no final coding sheet");
        messages.push(missing.expected("a [[coding]] with role = \"final\", against which rules can be measured"));
    }
    let notices = stop_on_errors(messages)?;
    let finals = findings.codings.finals.clone().unwrap_or_default();
    progress(Stage::Agreement);
    let evaluation = evaluation::evaluate(&findings.book, &findings.input, &findings.codings, &finals, &groups);
    let model = super::evaluate_model::evaluate_model(&mut findings, model, &finals, &groups);
    let model = model.map_err(|message| Failure::Input(message.into()))?;
    let language = options.language.unwrap_or(findings.study.language);
    let job = findings.begin(options, "-evaluation")?;
    progress(Stage::Writing);
    let texts = findings.study.texts_in_output;
    let tables = [measured(&evaluation), confusion(&evaluation), patterns(&evaluation), missed(&evaluation, texts)];
    let mut files = csv_files("", &tables)?;
    if let Some(model) = &model {
        files.extend(super::evaluate_model::files(model, &findings, language)?);
    }
    let made = Made { language, formats: &[Format::Csv], notices: &notices, items: &[] };
    let folder = job.commit(files, &made)?;
    Ok(EvaluationSummary { evaluation, model, has_held_back: !groups.is_empty(), folder })
}

/// The answers that the study lists as held back.
pub(super) fn groups(findings: &Findings, messages: &mut Diagnostics) -> Groups {
    let mut groups = Groups::new();
    let Some(declared) = &findings.study.held_back else { return groups };
    let Some(grid) = findings.files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return groups };
    let named = |name: &str| Declared { value: name.to_owned(), place: declared.file.place.clone() };
    let Some(columns) = Columns::simple(grid, &named("intervention_id"), messages) else { return groups };
    let mut column = |name: &str| columns.column(&named(name), messages);
    let found = (column("intervention_id"), column("domain"), column("group"));
    let (Some(id), Some(domain), Some(group)) = found else { return groups };
    let known = Ids::new(&findings.study, &findings.input.surveys);
    for row in columns.rows() {
        let [own, word, name] = [id, domain, group].map(|column| tidy(grid.cell(row, column)));
        let Some(of) = Domain::from_word(&word) else {
            messages.push(
                Diagnostic::error(grid.place(row, domain), format!("{} is no domain", shown(&word)))
                    .action(did_you_mean(&word, Domain::ALL.map(Domain::word))),
            );
            continue;
        };
        messages.push_all(not_held_back(&known, &own, &grid.place(row, id)).as_ref());
        if let Some(earlier) = groups.insert((own.clone(), of), name.clone()).filter(|earlier| *earlier != name) {
            let found = format!("{of} of {} is listed as {} and as {}", shown(&own), shown(&earlier), shown(&name));
            messages.push(Diagnostic::error(grid.place(row, group), found).expected("one group for each answer"));
        }
    }
    if columns.rows().next().is_none() {
        let found = "the list of answers held back has no rows";
        messages.push(Diagnostic::error(grid.whole(), found).action("fill it in, or remove [held_back]"));
    }
    groups
}

/// Why an id in the list is of no intervention, if so.
fn not_held_back(known: &Ids<'_>, id: &str, place: &Place) -> Option<Diagnostic> {
    if known.find(id).is_some() {
        return None;
    }
    let message = Diagnostic::error(place.clone(), format!("there is no intervention {}", shown(id)))
        .expected("the id of an intervention in one of the exports");
    match known.absent(id) {
        // The answers of respondents that are set aside are in no measure, whatever the list says.
        Absent::SetAside { .. } | Absent::Unread => None,
        Absent::Alike(_) => Some(message.action(known.suggestion(id))),
        Absent::NoBlock { .. } | Absent::Unknown => Some(message.action("correct the id, or remove the row")),
    }
}

fn measured(evaluation: &Evaluation) -> Table {
    let subject = ["domain", "level", "area", "group", "code"].map(|id| (id, Kind::Text));
    let mut table = table("evaluation", &[&subject[..], &[("interventions", Kind::Integer)], &HITS].concat());
    for (subject, result) in &evaluation.results {
        let Subject { domain, level, area, group } = subject;
        let mut row = |code: &str, measured: [Value; HITS.len()]| {
            let subject: [Value; 6] = [
                domain.word().into(),
                level.word().into(),
                area.as_deref().unwrap_or("all").into(),
                group.as_deref().unwrap_or("all").into(),
                code.into(),
                result.interventions.into(),
            ];
            table.rows.push(subject.into_iter().chain(measured).collect());
        };
        row("micro", hits(result.micro()));
        let [precision, recall, f1] = result.macro_mean().map_or([None; 3], |means| means.map(Some)).map(number);
        row("macro", [Value::Missing, Value::Missing, Value::Missing, precision, recall, f1]);
        if result.without > 0 {
            let (right, all) = (result.rightly_without, result.without);
            let [found, wrong, missed] = [right, 0, all - right].map(Value::from);
            row("without", [found, wrong, missed, Value::Missing, share(right, all), Value::Missing]);
        }
        for (code, of_code) in &result.codes {
            row(code, hits(*of_code));
        }
    }
    table
}

fn confusion(evaluation: &Evaluation) -> Table {
    let mut table = table(
        "confusion",
        &[
            ("domain", Kind::Text),
            ("final_code", Kind::Text),
            ("rule_code", Kind::Text),
            ("interventions", Kind::Integer),
        ],
    );
    let mut rows: Vec<_> = evaluation.confusion.iter().collect();
    rows.sort_by_key(|(key, count)| (Reverse(**count), *key));
    for ((domain, right, given), count) in rows {
        table.rows.push(vec![domain.word().into(), right.as_str().into(), given.as_str().into(), (*count).into()]);
    }
    table
}

/// The patterns, those that are most often wrong first.
fn patterns(evaluation: &Evaluation) -> Table {
    let mut table = table(
        "patterns",
        &[
            ("domain", Kind::Text),
            ("code", Kind::Text),
            ("pattern", Kind::Text),
            ("right", Kind::Integer),
            ("wrong", Kind::Integer),
        ],
    );
    let mut rows: Vec<_> = evaluation.patterns.iter().collect();
    rows.sort_by_key(|(key, (right, wrong))| (Reverse(*wrong), *right, *key));
    for ((domain, code, pattern), (right, wrong)) in rows {
        table.rows.push(vec![
            domain.word().into(),
            code.as_str().into(),
            pattern.as_str().into(),
            (*right).into(),
            (*wrong).into(),
        ]);
    }
    table
}

/// Texts that people coded and rules did not, the most frequent first; the text itself only where the study allows it.
fn missed(evaluation: &Evaluation, texts: bool) -> Table {
    let mut table = table(
        "missed",
        &[
            ("domain", Kind::Text),
            ("interventions", Kind::Integer),
            ("first_intervention", Kind::Text),
            ("text", Kind::Text),
        ],
    );
    let mut rows: Vec<_> = evaluation.missed.iter().collect();
    rows.sort_by_key(|((domain, _), ids)| (Reverse(ids.len()), *domain, ids.first().cloned()));
    for ((domain, text), ids) in rows {
        let shown = if texts { without_contacts(text).into_owned() } else { String::new() };
        let first = ids.first().map_or("", String::as_str);
        table.rows.push(vec![domain.word().into(), ids.len().into(), first.into(), shown.as_str().into()]);
    }
    table
}

impl EvaluationSummary {
    /// The groups of answers, all of them first.
    pub fn groups(&self) -> Vec<Option<String>> {
        let mut groups = vec![None];
        if self.has_held_back {
            let mut named: Vec<_> = self.evaluation.results.keys().filter_map(|s| s.group.clone()).collect();
            named.sort_by_key(|group| (group != SEEN, group.clone()));
            named.dedup();
            groups.extend(named.into_iter().map(Some));
        }
        groups
    }
}
