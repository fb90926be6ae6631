//! The recipe of `insats manuscript start`: a new Word manuscript of a study's report.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::template::{self, InTemplate};
use super::{Failure, Options, Stage, document, draw, verify};
use crate::output::Target;

/// A manuscript that was started.
#[derive(Debug)]
pub struct StartSummary {
    /// How many items stand in controls.
    pub items: usize,
    /// How many sentences of claims do.
    pub sentences: usize,
    /// Whether the sentences are drafts, since the study declares no claims.
    pub drafted: bool,
    /// What the template made of it, where there is one.
    pub template: Option<InTemplate>,
    /// The file that was written.
    pub file: PathBuf,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
}

/// Writes a new manuscript of a study's report: every item and every sentence of its claims that holds in a content control, in the
/// template of `options`, or the report's own, or ours. The file is `<study folder>.docx` where none is asked for.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn start_manuscript(
    folder: &Path,
    options: &Options,
    (file, force): (Option<&Path>, bool),
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<StartSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find_years(folder, options.codes)?;
    let own = || PathBuf::from(format!("{}.docx", findings.study.name));
    let file = file.map_or_else(own, Path::to_owned);
    let claimed = job.claim(Target { path: &file, force })?;
    let template = job.template(options.template.as_deref(), &findings)?;
    let pairs = findings.pairs();
    let material = findings.material(&pairs, job.language(&findings));
    let mut items = job.items(&material);
    let claims = job.check_claims(&findings, &mut items, material.language);
    job.stop_on_errors()?;
    let sentences = verify::true_sentences(&findings, &items, &pairs, &claims, material.language);
    let document = document(&findings, &material, &[], items, (None, sentences), false);
    progress(Stage::Drawing);
    let pictures = draw::pictures(&document)?;
    let (bytes, in_template) = template::report(template.as_ref(), &document, &|id| pictures.get(id))?;
    progress(Stage::Writing);
    let kept = job.put(vec![(claimed, bytes.as_slice())])?;
    Ok(StartSummary {
        items: document.items().count(),
        sentences: document.sentences.len(),
        drafted: findings.study.claims.is_none(),
        template: in_template,
        file,
        kept: kept.into_iter().next(),
    })
}
