//! The recipe of `schema`: the JSON Schemas of declarations, printed or written.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::{Failure, Options};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::output::Target;
use crate::schema::Declared;
use crate::wording::Language;

/// Schemas, and where they were written.
#[derive(Debug, Default)]
pub struct Schemas {
    /// The schemas that were asked for.
    pub texts: Vec<String>,
    /// The files that were written; none where no place was asked for.
    pub written: Vec<PathBuf>,
    /// Where the files are kept that stood there.
    pub kept: Vec<PathBuf>,
}

/// Makes the schemas of declarations; writes them into a folder under their usual names, or one into a file.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn schema(declared: &[Declared], language: Language, out: Option<Target<'_>>) -> Result<Schemas, Failure> {
    let job = Job::new(Options::default(), &|_| ());
    let texts: Vec<String> = declared.iter().map(|declared| declared.schema(language)).collect();
    let Some(Target { path, force }) = out else { return job.answer(Schemas { texts, ..Schemas::default() }) };
    let written = places(declared, path)?;
    let claimed =
        written.iter().zip(&texts).map(|(path, text)| Ok((job.claim(Target { path, force })?, text.as_bytes())));
    let claimed = claimed.collect::<Result<Vec<_>, Failure>>()?;
    let kept = job.put(claimed)?;
    Ok(Schemas { texts, written, kept })
}

/// Where each schema goes.
fn places(declared: &[Declared], out: &Path) -> Result<Vec<PathBuf>, Diagnostic> {
    match declared {
        _ if out.is_dir() => Ok(declared.iter().map(|declared| out.join(declared.file())).collect()),
        [_] => Ok(vec![out.to_owned()]),
        _ => Err(Diagnostic::error(Place::file(out.display().to_string()), msg!("schema-folder-missing"))),
    }
}
