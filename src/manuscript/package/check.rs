//! What is refused as it is opened.

use super::{LARGEST, Package, damaged};
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;
use crate::wording::Message;

/// More parts than a report of a thousand pages has.
const MOST_PARTS: usize = 20_000;
const TYPES_OF_TEXT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const TYPES_WITH_MACROS: &str = "application/vnd.ms-word.";

impl Package {
    /// Whether its parts have names and sizes as parts of documents have.
    pub(super) fn check_names(&mut self) -> Result<(), Message> {
        let doubtful = |name: &str| msg!("manuscript-part-name", part = shown(name));
        if self.archive.len() > MOST_PARTS {
            return Err(msg!("manuscript-of-many-parts", parts = self.archive.len().to_string()));
        }
        if self.archive.has_duplicate_names() {
            return Err(msg!("manuscript-parts-twice"));
        }
        let mut names: Vec<String> = Vec::new();
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(damaged)?;
            let name = part.name().map_err(damaged)?.into_owned();
            if part.encrypted() {
                return Err(msg!("manuscript-locked"));
            }
            if part.size() > LARGEST {
                return Err(msg!("manuscript-part-too-large", part = shown(&name), megabytes = LARGEST >> 20));
            }
            if name.starts_with('/') || name.contains('\\') || name.split('/').any(|step| [".", ".."].contains(&step)) {
                return Err(doubtful(&name));
            }
            names.push(name.to_lowercase());
        }
        names.sort();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(msg!("manuscript-parts-twice"));
        }
        Ok(())
    }

    /// Finds the part with the text, and whether the document is in the strict form.
    pub(super) fn find_main(&mut self) -> Result<String, Diagnostic> {
        let none = |package: &Self| package.wrong(msg!("manuscript-not-word"));
        let relations = self.relations("")?;
        let Some(main) = relations.into_iter().find(|relation| relation.kind == "officeDocument") else {
            return Err(none(self));
        };
        if !self.has(&main.target) {
            return Err(self.wrong(msg!("manuscript-part-missing", part = shown(&main.target))));
        }
        let kind = self.content_type(&main.target)?.unwrap_or_default();
        if ![TYPES_OF_TEXT, TYPES_WITH_MACROS].iter().any(|known| kind.starts_with(known)) {
            return Err(none(self));
        }
        self.strict = main.is_strict;
        let tree = self.tree(&main.target)?;
        if tree.word(tree.root()) != "document" {
            return Err(none(self));
        }
        Ok(main.target)
    }
}
