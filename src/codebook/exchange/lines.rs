//! Where in a file a code stands.

use crate::codebook::source::Source;
use crate::diagnostic::Place;

/// The lines on which codes stand.
pub(super) struct Lines {
    /// What messages call the file.
    pub(super) file: String,
    /// Ids and lines, in the order of the file.
    pub(super) codes: Vec<(String, usize)>,
}

impl Source for Lines {
    fn declared(&self, id: &str, occurrence: usize) -> Place {
        let line = self.codes.iter().filter(|(own, _)| own == id).nth(occurrence).map(|(_, line)| *line);
        line.filter(|line| *line > 0).map_or_else(|| Place::file(&self.file), |line| Place::line(&self.file, line))
    }

    fn within(&self, code: &str, _: &str) -> Place {
        self.declared(code, 0)
    }
}
