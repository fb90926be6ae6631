//! The recipe of `insats explain`: from an intervention to the figures it is counted in, and from a place in a figure to the
//! interventions behind it.

use std::path::Path;

use super::job::Job;
use super::{Failure, Options, Stage, fault};
use crate::coding::blind::Blind;
use crate::report::explain::{self, Basis};
use crate::study::CodesFrom;
use crate::wording::Language;

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// The language of the page.
    pub language: Language,
    /// Whether titles and texts of respondents are shown; they always are where the study lets them into its output.
    pub sees_texts: bool,
}

/// Explains an intervention (one word: its id), or a cell of an item: its id, then a domain and a code, or the name of an
/// answer as the item shows it. The page is in the language of who asks.
///
/// # Errors
/// [`Failure`]: the study needs mending, or there is no such intervention, item, domain or code.
pub fn explain(
    folder: &Path,
    words: &[String],
    codes: Option<CodesFrom>,
    asker: Asker,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<String, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let mut findings = job.find_years(folder, codes)?;
    // What the rules say is shown beside the codes that count, whichever these are.
    findings.codings.read_rules(&findings.book, &findings.input).map_err(fault)?;
    let audit = findings.audit.as_ref();
    let joined = audit.map(|own| own.join(&findings.input, &findings.codings, &findings.weighting));
    let pairs = findings.pairs();
    let material = findings.material(&pairs, findings.study.language);
    let blind = Blind::unread(&findings.book, &findings.input, &findings.codings);
    let basis = Basis {
        material,
        input: &findings.input,
        codings: &findings.codings,
        blind: &blind,
        weighting: &findings.weighting,
        audit: joined.as_ref(),
        language: asker.language,
        texts: asker.sees_texts || findings.study.texts_in_output,
    };
    let explained = explain::explain(&basis, words)?;
    job.answer(explained)
}
