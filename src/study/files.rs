//! Which files a study uses: declared once, for whoever reads, watches, checks or lists them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::coding::lock_of;
use super::paths::resolved;
use super::{Declared, Reading, Register, STUDY_FILE, Study, Survey};

/// The folder of a study with what stays with those who work on it.
pub const PRIVATE_FOLDER: &str = "private";
/// The texts as they read when they were coded, where they are kept.
pub const TEXTS_FILE: &str = "private/texts.jsonl";

/// What a file is to a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A declaration file: its own, another study's, the report's, or the codebook.
    Declarations,
    /// The model that suggests codes.
    Model,
    /// What a coding sheet was made for, where there is such a file beside it.
    Lock,
    /// What people have decided: it is only ever added to.
    Decisions,
    /// What an item of the report shows as it is: a table, a picture, a text.
    Shown,
    /// What was drawn for an audit, and what the machine said then.
    Audit,
    /// Texts as they read when they were coded, where they are kept; no number depends on them.
    Texts,
    /// Data.
    Data,
}

/// A file where a study names it; one that is named twice is used twice.
#[derive(Clone, Debug)]
pub struct Use<'s> {
    /// Its path from the study's folder.
    pub name: Cow<'s, str>,
    /// Where the study names it; `None` for `study.toml` files, and for what another study names.
    pub named: Option<&'s Declared<String>>,
    /// What it is.
    pub role: Role,
    /// The sheets that are read, each by its name; `None` is the only one.
    pub sheets: Vec<Option<&'s str>>,
    /// Whether the columns decide which sheet is read, where no name is given.
    pub fitting: bool,
    /// How it is read, where that can be declared.
    pub reading: Option<&'s Reading>,
}

impl Study {
    /// Every use of a file: declarations first, then data, as often as they are named.
    pub fn uses(&self) -> Vec<Use<'_>> {
        let mut uses = vec![Use::declarations(STUDY_FILE.to_owned())];
        uses.push(Use::of(&self.report, Role::Declarations));
        uses.extend(self.item_files.iter().map(|file| Use::of(file, Role::Shown)));
        uses.extend(self.codebook.iter().map(|file| Use::of(file, Role::Declarations)));
        uses.extend(self.model.iter().map(|file| Use::of(file, Role::Model)));
        let of_others = self.companions.iter().map(|(path, _)| format!("{}/{STUDY_FILE}", path.trim_end_matches('/')));
        uses.extend(of_others.map(Use::declarations));
        uses.extend(self.earlier.iter().filter_map(|own| Some(Use::of(own.codes.as_ref()?, Role::Declarations))));
        uses.extend(self.registers.iter().map(Use::register));
        let of_others = self.companions.iter().flat_map(|(_, other)| &other.registers);
        uses.extend(of_others.map(|register| Use { named: None, ..Use::register(register) }));
        uses.extend(self.surveys.iter().flat_map(Use::of_survey));
        uses.extend(self.requisitions.iter().map(|r| Use::sheet(&r.file, r.sheet.as_deref(), Some(&r.reading))));
        uses.extend(self.requisition_lists.iter().map(|r| Use::sheet(&r.file, r.sheet.as_deref(), Some(&r.reading))));
        uses.extend(self.repayments.iter().map(|r| Use::sheet(&r.file, r.sheet.as_deref(), Some(&r.reading))));
        uses.extend(self.beside.files().map(|(file, sheet, reading)| Use::sheet(file, sheet, Some(reading))));
        let expected = self.surveys.iter().filter_map(Survey::expected_list);
        uses.extend(expected.map(|list| Use::sheet(&list.file, list.sheet.as_deref(), Some(&list.reading))));
        uses.extend(self.corrections.iter().map(|c| Use::sheet(&c.file, c.sheet.as_deref(), Some(&c.reading))));
        uses.extend(self.codings.iter().map(|c| {
            let fitting = c.sheet.is_none();
            Use { fitting, ..Use::sheet(&c.file, c.sheet.as_deref(), Some(&c.reading)) }
        }));
        uses.extend(self.locks().into_iter().map(Use::lock));
        uses.extend(self.decisions.iter().map(|file| Use::decisions(&file.name)));
        uses.extend(self.audit.names.iter().map(|name| Use { role: Role::Audit, ..Use::decisions(name) }));
        uses.extend(self.path(TEXTS_FILE).exists().then(Use::texts));
        uses.extend(self.claims.iter().map(|file| Use::sheet(file, None, None)));
        uses.extend(self.held_back.iter().map(|h| Use::sheet(&h.file, h.sheet.as_deref(), Some(&h.reading))));
        uses.extend(self.grant_sheets().map(|(file, sheet)| Use::sheet(file, sheet, None)));
        let others = self.companions.iter().flat_map(|(_, other)| other.grant_sheets());
        uses.extend(others.map(|(file, sheet)| Use { named: None, ..Use::sheet(file, sheet, None) }));
        uses
    }

    /// Whether a file is one that this study, or one that it rests on, works with: what people answered, decided or declared. An item of
    /// the report does not show it as it is.
    pub fn works_with(&self, name: &str) -> bool {
        let file = resolved(&self.path(name));
        // Another study's files are named from its own folder, and some already from here.
        let is_used = |study: &Self, at: &str| {
            let from_here = |name: &str| match name.strip_prefix(at) {
                Some(_) => self.path(name),
                None => self.path(at).join(name),
            };
            let is_it = |own: Use<'_>| own.role != Role::Shown && resolved(&from_here(&own.name)) == file;
            file.starts_with(resolved(&from_here(PRIVATE_FOLDER))) || study.uses().into_iter().any(is_it)
        };
        is_used(self, "")
            || self.companions.iter().any(|(at, other)| is_used(other, &format!("{}/", at.trim_end_matches('/'))))
    }

    /// The locks that stand beside the coding sheets, each once.
    fn locks(&self) -> BTreeSet<String> {
        let locks = self.codings.iter().map(|coding| lock_of(&coding.file.value));
        locks.filter(|lock| self.path(lock).exists()).collect()
    }

    /// The uses of files that hold data.
    pub fn data_uses(&self) -> impl Iterator<Item = Use<'_>> {
        self.uses().into_iter().filter(|one| one.role == Role::Data)
    }
}

impl<'s> Use<'s> {
    fn declarations(name: String) -> Self {
        Self {
            name: name.into(),
            named: None,
            role: Role::Declarations,
            sheets: Vec::new(),
            fitting: false,
            reading: None,
        }
    }

    fn lock(name: String) -> Self {
        Self { role: Role::Lock, ..Self::declarations(name) }
    }

    fn decisions(name: &'s str) -> Self {
        Self { role: Role::Decisions, name: Cow::Borrowed(name), ..Self::declarations(String::new()) }
    }

    fn texts() -> Self {
        Self { role: Role::Texts, ..Self::declarations(TEXTS_FILE.to_owned()) }
    }

    fn of(file: &'s Declared<String>, role: Role) -> Self {
        Self {
            name: Cow::Borrowed(&file.value),
            named: Some(file),
            role,
            sheets: Vec::new(),
            fitting: false,
            reading: None,
        }
    }

    fn register(register: &'s Register) -> Self {
        Self::sheet(&register.file, register.sheet.as_deref(), Some(&register.reading))
    }

    /// The files of a survey: its own, one of interventions, and one of labels.
    fn of_survey(survey: &'s Survey) -> impl Iterator<Item = Self> {
        let labels = survey.value_labels.as_ref();
        let of_labels = labels.and_then(|labels| {
            Some(Self::sheet(labels.file.as_ref()?, labels.sheet.as_deref(), Some(&labels.reading)))
        });
        let labels = labels.filter(|labels| labels.file.is_none()).map(|labels| labels.sheet.as_deref());
        let beside = survey.fields.layout.beside();
        let in_own = beside.filter(|table| table.file.is_none()).map(|table| table.sheet.as_deref());
        let sheets = std::iter::once(survey.sheet.as_deref()).chain(in_own).chain(labels).collect();
        let own = Self { sheets, reading: Some(&survey.reading), ..Self::of(&survey.file, Role::Data) };
        let other = beside
            .and_then(|table| Some(Self::sheet(table.file.as_ref()?, table.sheet.as_deref(), Some(&table.reading))));
        std::iter::once(own).chain(other).chain(of_labels)
    }

    fn sheet(file: &'s Declared<String>, sheet: Option<&'s str>, reading: Option<&'s Reading>) -> Self {
        Self { sheets: vec![sheet], reading, ..Self::of(file, Role::Data) }
    }
}
