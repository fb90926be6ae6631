//! The recipe of `insats codebook diff`: what differs between two codebooks.

use std::path::Path;

use super::job::Job;
use super::{Failure, Options};
use crate::codebook::Codebook;
use crate::codebook::diff::Changes;
use crate::diagnostic::Diagnostics;

/// Compares two codebooks.
///
/// # Errors
/// [`Failure`] with all errors of both.
pub fn diff_codebooks(old: &Path, new: &Path) -> Result<Changes, Failure> {
    let mut job = Job::new(Options::default(), &|_| ());
    let names = [old, new].map(|path| job.watch(path));
    let [old, new] = [(old, &names[0]), (new, &names[1])].map(|(path, name)| Codebook::load(path, name));
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let mut messages = Diagnostics::new();
            [old.err(), new.err()].into_iter().flatten().for_each(|of_file| messages.extend(of_file));
            return Err(messages.into());
        }
    };
    job.answer(Changes::between(&old, &new))
}
