//! The Word template that a study's report is written in.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, fault};
use crate::diagnostic::{Diagnostic, Place};
use crate::manuscript::{Package, Started, start, start_appendices};
use crate::msg;
use crate::render::{self, Picture};
use crate::report::Document;

/// What a template made of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTemplate {
    /// The names of styles that it lacked.
    pub added: Vec<String>,
    /// Whether it says where the report goes; otherwise that is last.
    pub has_place: bool,
    /// Whether it has contents of its own, which have to be updated.
    pub has_contents: bool,
}

/// A template that was read.
pub(super) struct Template {
    bytes: Vec<u8>,
    name: String,
}

impl Job<'_> {
    /// Reads the template: the one that was asked for, else the report's own, if there is any.
    pub(super) fn template(&mut self, wanted: Option<&Path>, findings: &Findings) -> Result<Option<Template>, Failure> {
        let declared = findings.declaration.template.as_ref();
        let (path, name): (PathBuf, String) = match (wanted, declared) {
            (Some(path), _) => (path.to_owned(), self.watch(path)),
            (None, Some(own)) => (findings.study.path(&own.value), own.value.clone()),
            (None, None) => return Ok(None),
        };
        let bytes = std::fs::read(&path).map_err(|error| {
            let place =
                declared.filter(|_| wanted.is_none()).map_or_else(|| Place::file(&name), |own| own.place.clone());
            Failure::from(Diagnostic::error(place, msg!("template-unreadable", error = &error)))
        })?;
        // What is no template is refused before anything is drawn.
        Package::open(bytes.clone(), &name)?;
        Ok(Some(Template { bytes, name }))
    }
}

/// The report as a Word document: in a template, or in one of our own.
pub(super) fn report<'a>(
    template: Option<&Template>,
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
) -> Result<(Vec<u8>, Option<InTemplate>), Failure> {
    let Some(Template { bytes, name }) = template else {
        return Ok((render::docx(document, picture).map_err(fault)?, None));
    };
    let Started { bytes, added, has_place, has_contents } = start(bytes.clone(), name, document, picture)?;
    Ok((bytes, Some(InTemplate { added, has_place, has_contents })))
}

/// Its appendices as another.
pub(super) fn appendices(template: Option<&Template>, document: &Document) -> Result<Vec<u8>, Failure> {
    match template {
        None => render::appendices(document).map_err(fault),
        Some(Template { bytes, name }) => Ok(start_appendices(bytes.clone(), name, document)?.bytes),
    }
}
