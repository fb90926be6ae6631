//! What an output folder cannot prove, and what that means for what is told.

use serde::{Serialize, Serializer};

use super::cause::Cause;
use super::folder::Unusable;
use crate::money::Amount;
use crate::msg;
use crate::wording::{Message, joined};

/// What could not be told, or not apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A data file of the run is not there.
    FileMissing(&'static str),
    /// A data file of the run was changed since.
    FileEdited(&'static str),
    /// A data file of the run cannot be read.
    FileUnread(&'static str),
    /// A cause stands under another.
    Merged {
        /// Which.
        cause: Cause,
        /// Under which it stands.
        with: Cause,
    },
    /// So many interventions have codes of rules that were not asked about them then, and the rules are others.
    RulesOfNow(usize),
    /// So many codings were read blind then, so that the folder does not have what a machine said of them.
    ReadBlind(usize),
    /// The main codes of then are not known.
    NoMainCodes,
    /// The study had no funds.
    FundsNowOnly,
    /// The study has no funds any more.
    FundsBeforeOnly,
    /// Amounts were in another currency.
    OtherCurrency {
        /// How columns ended.
        before: String,
        /// How they end.
        now: &'static str,
    },
    /// Other codes counted, by the settings.
    OtherChoice {
        /// Which.
        before: String,
        /// Which do now.
        now: &'static str,
    },
    /// Numbers of codes are estimated, of which no intervention is a part: what is counted is compared.
    Estimated,
    /// Counts cannot be made again from the folder's own data: so much stands under declarations.
    NotMadeAgain {
        /// How many interventions.
        number: i64,
        /// How much.
        funds: Amount,
    },
    /// Another version of the program wrote the folder.
    OtherVersion(String),
    /// Items that were not written as CSV, or were changed since.
    ItemsUnread(Vec<String>),
    /// The study has accounts of a grant, and no interventions.
    NoInterventions,
}

impl Note {
    /// Its word for programs.
    pub fn word(&self) -> &'static str {
        match self {
            Self::FileMissing(_) => "file-missing",
            Self::FileEdited(_) => "file-edited",
            Self::FileUnread(_) => "file-unread",
            Self::Merged { .. } => "merged",
            Self::RulesOfNow(_) => "rules-of-now",
            Self::ReadBlind(_) => "read-blind",
            Self::NoMainCodes => "no-main-codes",
            Self::FundsNowOnly => "funds-now-only",
            Self::FundsBeforeOnly => "funds-before-only",
            Self::OtherCurrency { .. } => "other-currency",
            Self::OtherChoice { .. } => "other-choice",
            Self::Estimated => "estimated",
            Self::NotMadeAgain { .. } => "not-made-again",
            Self::OtherVersion(_) => "other-version",
            Self::ItemsUnread(_) => "items-unread",
            Self::NoInterventions => "no-interventions",
        }
    }

    /// That of a data file that says nothing.
    pub(super) fn of_file(file: &'static str, why: Unusable) -> Self {
        match why {
            Unusable::Missing => Self::FileMissing(file),
            Unusable::Edited => Self::FileEdited(file),
            Unusable::Unread => Self::FileUnread(file),
        }
    }

    /// Whether something was not compared that may have moved.
    pub fn is_gap(&self) -> bool {
        match self {
            Self::FileMissing(_) | Self::FileEdited(_) | Self::FileUnread(_) | Self::ItemsUnread(_) => true,
            Self::FundsNowOnly | Self::FundsBeforeOnly | Self::OtherCurrency { .. } => true,
            Self::Merged { .. } | Self::RulesOfNow(_) | Self::NoMainCodes => false,
            Self::ReadBlind(_) | Self::OtherChoice { .. } => false,
            Self::Estimated | Self::NotMadeAgain { .. } | Self::OtherVersion(_) | Self::NoInterventions => false,
        }
    }

    /// What readers are told.
    pub fn message(&self) -> Message {
        match self {
            Self::FileMissing(file) => msg!("since-file-missing", file = *file, about = stem(file)),
            Self::FileEdited(file) => msg!("since-file-edited", file = *file, about = stem(file)),
            Self::FileUnread(file) => msg!("since-file-unread", file = *file),
            Self::Merged { cause, with } => msg!("since-merged", cause = cause.label(), with = with.label()),
            Self::RulesOfNow(count) => msg!("since-rules-of-now", count = *count),
            Self::ReadBlind(count) => msg!("since-read-blind", count = *count),
            Self::NoMainCodes => msg!("since-no-main-codes"),
            Self::FundsNowOnly => msg!("since-funds-now-only"),
            Self::FundsBeforeOnly => msg!("since-funds-before-only"),
            Self::OtherCurrency { before, now } => msg!("since-other-currency", before, now = *now),
            Self::OtherChoice { before, now } => msg!("since-other-choice", before, now = *now),
            Self::Estimated => msg!("since-estimated"),
            Self::NotMadeAgain { number, funds } => {
                msg!("since-not-made-again", number = number.to_string(), funds = *funds)
            }
            Self::OtherVersion(version) => msg!("since-other-version", version),
            Self::ItemsUnread(items) => msg!("since-items-unread", items = joined(items, ", ")),
            Self::NoInterventions => msg!("since-no-interventions"),
        }
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("note", self.word())?;
        match self {
            Self::FileMissing(file) | Self::FileEdited(file) | Self::FileUnread(file) => {
                map.serialize_entry("file", file)?
            }
            Self::Merged { cause, with } => {
                map.serialize_entry("cause", cause)?;
                map.serialize_entry("with", with)?;
            }
            Self::OtherCurrency { before, now } | Self::OtherChoice { before, now } => {
                map.serialize_entry("before", before)?;
                map.serialize_entry("now", now)?;
            }
            Self::NotMadeAgain { number, funds } => {
                map.serialize_entry("interventions", number)?;
                map.serialize_entry("funds", funds)?;
            }
            Self::RulesOfNow(count) => map.serialize_entry("interventions", count)?,
            Self::ReadBlind(count) => map.serialize_entry("codings", count)?,
            Self::OtherVersion(version) => map.serialize_entry("version", version)?,
            Self::ItemsUnread(items) => map.serialize_entry("items", items)?,
            Self::Estimated
            | Self::NoMainCodes
            | Self::FundsNowOnly
            | Self::FundsBeforeOnly
            | Self::NoInterventions => {}
        }
        map.end()
    }
}

/// What a file is about, by its name without folder and ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split('.').next().unwrap_or(name)
}
