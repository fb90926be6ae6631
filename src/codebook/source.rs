//! Where a codebook says something: the line of a JSON file, or a cell of a workbook.

use regex::Regex;

use crate::diagnostic::{Place, Spot};

/// What a codebook was read from.
pub(super) trait Source {
    /// Where a domain, a system or a code of this id is declared for the nth time, counted from 0.
    fn declared(&self, id: &str, occurrence: usize) -> Place;

    /// Where a text stands within the declaration of a code, or within the settings where no code is named; the code itself
    /// where it is not found there, or no text is given.
    fn within(&self, code: &str, written: &str) -> Place;
}

/// The text of a JSON file.
#[derive(Clone, Copy)]
pub(super) struct FileText<'a> {
    pub(super) text: &'a str,
    /// What messages call the file.
    pub(super) name: &'a str,
}

impl FileText<'_> {
    /// The line of a text from a byte on.
    fn line_of(&self, written: &str, from: usize) -> Option<Place> {
        let json = serde_json::to_string(written).ok()?;
        let at = self.text[from..].find(&json)? + from;
        Some(self.line_at(at))
    }

    fn line_at(&self, at: usize) -> Place {
        Place::line(self.name, self.text[..at].matches('\n').count() + 1)
    }
}

impl Source for FileText<'_> {
    fn declared(&self, id: &str, occurrence: usize) -> Place {
        let Ok(declaration) = Regex::new(&format!(r#""id"\s*:\s*"{}""#, regex::escape(id))) else {
            return Place::file(self.name);
        };
        let declared = declaration.find_iter(self.text).nth(occurrence);
        declared.map_or_else(|| Place::file(self.name), |at| self.line_at(at.start()))
    }

    fn within(&self, code: &str, written: &str) -> Place {
        let head = if code.is_empty() { Place::file(self.name) } else { self.declared(code, 0) };
        let Spot::Line(line) = head.spot else {
            let settings = self.text.find("\"coding\"").unwrap_or_default();
            return self.line_of(written, settings).unwrap_or(head);
        };
        let start = self.text.match_indices('\n').nth(line.saturating_sub(2)).map_or(0, |(at, _)| at);
        if written.is_empty() { head } else { self.line_of(written, start).unwrap_or(head) }
    }
}
