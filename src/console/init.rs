//! What `init` prints: what it found, what is unsure, what changed since an earlier study.

use insats::diagnostic::{printable, shown};
use insats::draft::{Change, ChangeKind};
use insats::run::Initialised;

use super::{Console, kept_as};

impl Console {
    /// What was drafted.
    pub fn initialised(&self, initialised: &Initialised) {
        if self.quiet {
            return;
        }
        let Initialised { draft, written, kept, messages } = initialised;
        let mut text = format!("Surveys: {}\n", listed(&draft.surveys));
        if !draft.unknown.is_empty() {
            text += "\nLeft out:\n";
            for file in &draft.unknown {
                text += &format!("  {}: {}\n", printable(&file.what), printable(&file.doubt));
            }
        }
        for message in messages.sorted() {
            text += &format!("\n{message}\n");
        }
        if !draft.remarks.is_empty() {
            text += &format!("\nUnsure, and marked so ({}):\n", draft.remarks.len());
            for remark in &draft.remarks {
                text += &format!("  {}: {}\n", printable(&remark.what), printable(&remark.doubt));
            }
        }
        text += &changes(&draft.changes);
        text += "\nWritten:\n";
        for path in written {
            text += &format!("  {}\n", path.display());
        }
        text += &kept_as(kept);
        let folder = written.first().and_then(|p| p.parent()).map(|p| p.display().to_string()).unwrap_or_default();
        text += &format!("Next: look through study.toml, then insats check {folder}\n");
        self.print(&text);
    }
}

fn listed(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| printable(name)).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn changes(changes: &[Change]) -> String {
    let mut text = String::new();
    let mut file = "";
    for change in changes {
        if change.file != file {
            file = &change.file;
            text += &format!("\nChanged in {}:\n", shown(file));
        }
        let near = change.nearest.as_deref().map(shown);
        let then = match (change.kind, near) {
            (ChangeKind::Renamed, Some(near)) => format!(" → {near}"),
            (_, Some(near)) => format!("; the nearest is {near}"),
            (_, None) => String::new(),
        };
        text += &format!("  {:<8} {}{then}\n", change.kind.word(), shown(&change.name));
    }
    text
}
