//! What a number can change because of, and which files say so.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Serialize, Serializer};

use crate::msg;
use crate::study::{Role, Study, lock_of};
use crate::wording::Message;

/// What a number can change because of. The order is that in which they are exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Who answered what.
    Answers,
    /// What was requisitioned and repaid.
    Funds,
    /// What respondents have confirmed, and who is set aside.
    Corrections,
    /// Codes that people gave.
    Codes,
    /// The codebook's rules, or a model.
    Rules,
    /// What the study, the report and the codebook declare.
    Declarations,
    /// A study of an earlier year, which moves no number of this year.
    Earlier,
}

impl Cause {
    /// Those that move numbers of this year, in the order in which they are exchanged.
    pub const ALL: [Self; 6] =
        [Self::Answers, Self::Funds, Self::Corrections, Self::Codes, Self::Rules, Self::Declarations];

    /// All of which a file can be another.
    pub const OF_FILES: [Self; 7] =
        [Self::Answers, Self::Funds, Self::Corrections, Self::Codes, Self::Rules, Self::Declarations, Self::Earlier];

    /// The word of data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Funds => "funds",
            Self::Corrections => "corrections",
            Self::Codes => "codes",
            Self::Rules => "rules",
            Self::Declarations => "declarations",
            Self::Earlier => "earlier",
        }
    }

    /// What readers call it.
    pub fn label(self) -> Message {
        match self {
            Self::Answers => msg!("cause-answers"),
            Self::Funds => msg!("cause-funds"),
            Self::Corrections => msg!("cause-corrections"),
            Self::Codes => msg!("cause-codes"),
            Self::Rules => msg!("cause-rules"),
            Self::Declarations => msg!("cause-declarations"),
            Self::Earlier => msg!("cause-earlier"),
        }
    }
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// What became of a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Became {
    /// It says something else.
    Changed,
    /// It was not read then.
    New,
    /// It is not read now.
    Gone,
}

/// A file that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedFile {
    /// Its path from the study's folder.
    pub file: String,
    /// What became of it.
    pub became: Became,
    /// What it says something about.
    pub cause: Cause,
}

/// The files that are not what they were, by their hashes, in the order of names.
pub(super) fn changed<'b, 'f>(
    study: &Study,
    before: impl Iterator<Item = (&'b str, &'b str)>,
    now: impl Iterator<Item = (&'f str, &'f str)>,
) -> Vec<ChangedFile> {
    let (before, now): (BTreeMap<&str, &str>, BTreeMap<&str, &str>) = (before.collect(), now.collect());
    let causes = causes(study);
    let cause = |file: &str| causes.get(file).copied().unwrap_or_else(|| of_unknown(study, file));
    let mut changed = Vec::new();
    for (file, sha256) in &now {
        let became = match before.get(file) {
            None => Became::New,
            Some(known) if known != sha256 => Became::Changed,
            Some(_) => continue,
        };
        changed.push(ChangedFile { file: (*file).to_owned(), became, cause: cause(file) });
    }
    let gone = before.keys().filter(|file| !now.contains_key(*file));
    changed.extend(gone.map(|file| ChangedFile { file: (*file).to_owned(), became: Became::Gone, cause: cause(file) }));
    changed.sort_by(|a, b| (a.cause, &a.file).cmp(&(b.cause, &b.file)));
    changed
}

/// What a file says something about that the study itself does not read, or no longer: those of an earlier study about its year, a lock
/// about codes; what is known by no name is declared.
fn of_unknown(study: &Study, file: &str) -> Cause {
    if study.earlier.iter().any(|earlier| Path::new(file).starts_with(&earlier.study.value)) {
        return Cause::Earlier;
    }
    match file.strip_suffix(&lock_of("")) {
        Some(sheet) if !sheet.is_empty() => Cause::Codes,
        _ => Cause::Declarations,
    }
}

/// What the files of a study say something about.
fn causes(study: &Study) -> BTreeMap<String, Cause> {
    let mut causes = BTreeMap::new();
    let mut name = |file: &str, cause: Cause| {
        causes.entry(file.to_owned()).or_insert(cause);
    };
    study.codebook.iter().for_each(|file| name(&file.value, Cause::Rules));
    study.model.iter().for_each(|file| name(&file.value, Cause::Rules));
    study.surveys.iter().flat_map(|survey| survey.files()).for_each(|file| name(&file.value, Cause::Answers));
    study.accounts.iter().for_each(|account| name(&account.file.value, Cause::Answers));
    study.requisitions.iter().for_each(|own| name(&own.file.value, Cause::Funds));
    study.requisition_lists.iter().for_each(|own| name(&own.file.value, Cause::Funds));
    study.repayments.iter().for_each(|own| name(&own.file.value, Cause::Funds));
    study.corrections.iter().for_each(|own| name(&own.file.value, Cause::Corrections));
    study.codings.iter().for_each(|own| name(&own.file.value, Cause::Codes));
    for own in study.uses().iter().filter(|own| matches!(own.role, Role::Lock | Role::Decisions)) {
        name(&own.name, Cause::Codes);
    }
    causes
}
