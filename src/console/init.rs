//! What `init` prints: what it found, what is unsure, what changed since an earlier study; and the files of `schema`.

use std::path::PathBuf;

use insats::diagnostic::{printable, shown};
use insats::draft::{Change, ChangeKind, LeftOut};
use insats::msg;
use insats::run::{Initialised, Schemas};
use insats::wording::joined;

use super::{Console, shown_path};

impl Console {
    /// What was drafted.
    pub fn initialised(&self, initialised: &Initialised) {
        if self.quiet {
            return;
        }
        let Initialised { draft, written, kept, messages } = initialised;
        let listed = |names: &[String]| joined(names.iter().map(|name| printable(name).into_owned()), ", ");
        let mut text = String::new();
        if !draft.surveys.is_empty() {
            text += &format!("{}\n", self.text(msg!("init-surveys", surveys = listed(&draft.surveys))));
        }
        if !draft.accounts.is_empty() {
            text += &format!("{}\n", self.text(msg!("init-accounts", accounts = listed(&draft.accounts))));
        }
        for (file, tool) in &draft.tools {
            text += &format!("{}\n", self.text(msg!("init-tool", file = printable(file).into_owned(), tool = *tool)));
        }
        if draft.surveys.is_empty() && draft.accounts.is_empty() {
            text += &format!("{}\n", self.text(msg!("init-no-surveys")));
        }
        if !draft.unknown.is_empty() {
            text += &format!("\n{}:\n", self.text(msg!("init-left-out")));
            for LeftOut { file, why } in &draft.unknown {
                text += &format!("  {}: {}\n", printable(file), printable(&self.text(why.clone())));
            }
        }
        for message in messages.sorted() {
            text += &format!("\n{}\n", message.text(self.language));
        }
        if !draft.remarks.is_empty() {
            text += &format!("\n{}:\n", self.text(msg!("init-unsure", count = draft.remarks.len())));
            for remark in &draft.remarks {
                let [what, doubt] = remark.told(self.language);
                text += &format!("  {}: {}\n", printable(&what), printable(&doubt));
            }
        }
        text += &self.changes(&draft.changes);
        text += &format!("\n{}", self.written(written, kept));
        let folder = written.first().and_then(|path| path.parent()).map(shown_path);
        text += &format!("{}\n", self.text(msg!("init-next", folder)));
        self.print(&text);
    }

    /// Schemas: themselves, or where they were written.
    pub fn schemas(&self, schemas: &Schemas) {
        let Schemas { texts, written, kept } = schemas;
        self.print(&if written.is_empty() { texts.concat() } else { self.written(written, kept) });
    }

    /// The files that were written, and where those are kept that stood there.
    fn written(&self, written: &[PathBuf], kept: &[PathBuf]) -> String {
        let files: String = written.iter().map(|path| format!("  {}\n", path.display())).collect();
        format!("{}:\n{files}{}", self.text(msg!("init-written")), self.kept_as(kept))
    }

    fn changes(&self, changes: &[Change]) -> String {
        let mut text = String::new();
        let mut file = "";
        for change in changes {
            if change.file != file {
                file = &change.file;
                text += &format!("\n{}:\n", self.text(msg!("init-changed-in", file = shown(file))));
            }
            let near = change.nearest.as_deref().map(shown);
            let then = match (change.kind, near) {
                (ChangeKind::Renamed, Some(near)) => format!(" → {near}"),
                (_, Some(near)) => self.text(msg!("init-nearest", near)),
                (_, None) => String::new(),
            };
            let kind = self.text(match change.kind {
                ChangeKind::Renamed => msg!("change-renamed"),
                ChangeKind::Missing => msg!("change-missing"),
                ChangeKind::New => msg!("change-new"),
            });
            text += &format!("  {kind:<8} {}{then}\n", shown(&change.name));
        }
        text
    }
}
