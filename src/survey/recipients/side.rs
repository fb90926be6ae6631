//! Whom the texts of one column mean: as names or codes of the register, or as a list of labels says of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Place, shown};
use crate::msg;
use crate::read::tidy;
use crate::register::{self, Level, Meant, Recipient, resolve_as};
use crate::survey::columns::Columns;
use crate::survey::key::{Key, Meaning};
use crate::wording::Message;

/// A recipient and what is to be told of how it was found, or what is wrong.
pub(super) type Found = Result<(&'static Recipient, Option<Message>), Message>;

/// A column that names recipients.
pub(super) struct Side<'t> {
    pub(super) column: usize,
    /// What its texts are declared to be.
    meant: Meant,
    /// How those are read that are one's name and another's code, by level.
    decided: BTreeMap<Level, Meant>,
    key: &'t Key,
    /// The question of the column's labels; `None` where it has none.
    question: Option<&'t str>,
    /// Where values with labels are codes of whom the labels name: then one without a label may be a code, too.
    has_codes: BTreeSet<Level>,
}

impl<'t> Side<'t> {
    pub(super) fn new(
        (columns, key): (&Columns<'_>, &'t Key),
        (column, meant): (usize, Meant),
        levels: &[Level],
    ) -> Self {
        let shared = levels.iter().filter(|level| level.has_shared_texts());
        let decided = shared.map(|level| (*level, decide(columns, (column, meant), *level))).collect();
        let question = key.own(column).next().map(|(_, meaning)| meaning.question.as_str());
        let is_code = |level: Level, value: &str, meaning: &Meaning| {
            let own = resolve_as(level, value, Meant::Code).ok();
            own.is_some() && own == resolve_as(level, &meaning.label, Meant::NameOrCode).ok()
        };
        let all_codes = |level: &&Level| key.own(column).all(|(value, meaning)| is_code(**level, value, meaning));
        let has_codes = levels.iter().filter(all_codes).copied().collect();
        Self { column, meant, decided, key, question, has_codes }
    }

    /// Whom a text means.
    pub(super) fn find(&self, written: &str, level: Level) -> Found {
        if let Some(meaning) = self.key.own_meaning(self.column, written) {
            return self.of_label(written, meaning, level);
        }
        if self.question.is_none() && !self.decided.contains_key(&level) {
            return self.of_text(written, level, None);
        }
        let [named, coded] = register::readings(level, written);
        let may_be_code = coded.is_some() || written.parse::<f64>().is_ok();
        match self.question {
            Some(question) if named.is_none() && may_be_code && !self.has_codes.contains(&level) => {
                Err(msg!("recipient-value-without-label", value = shown(written), question = shown(question)))
            }
            _ => self.of_text(written, level, named.zip(coded)),
        }
    }

    /// Whether a text means somebody, be it said which or not.
    pub(super) fn is_known(&self, written: &str, level: Level) -> bool {
        let is_labelled = self.key.own_meaning(self.column, written).is_some();
        is_labelled || register::readings(level, written).iter().any(Option::is_some)
    }

    /// Whom a text means that no label speaks of, and what is to be told of it.
    fn of_text(&self, written: &str, level: Level, readings: Option<(&Recipient, &Recipient)>) -> Found {
        let decided = self.decided.get(&level).copied();
        let meant = decided.unwrap_or(self.meant);
        let found = resolve_as(level, written, meant).map_err(|problem| problem.message())?;
        let both = readings.filter(|(named, coded)| named != coded && decided.is_some() && self.meant != Meant::Code);
        let told = both.map(|(named, coded)| {
            let kind = if meant == Meant::Name { "name" } else { "code" };
            let by = if self.meant == meant { "declaration" } else { "others" };
            let (written, named, coded) = (shown(written), called(named), called(coded));
            msg!("recipient-name-and-code", written, named, coded, kind, by)
        });
        Ok((found, told))
    }

    /// Whom the label of a value means; where the value is itself what the column is declared to hold, they must agree.
    fn of_label(&self, written: &str, meaning: &Meaning, level: Level) -> Found {
        let [named, coded] = register::readings(level, written);
        let (kind, is_itself) = match self.meant {
            Meant::Code => ("code", coded.is_some()),
            Meant::Name | Meant::NameOrCode => ("name", named.is_some()),
        };
        let own = resolve_as(level, written, self.meant).ok().filter(|_| is_itself);
        let (value, label) = (shown(written), shown(&meaning.label));
        let place: &Place = &meaning.place;
        match (own, resolve_as(level, &meaning.label, Meant::NameOrCode)) {
            (Some(own), Ok(other)) if own != other => {
                let (own, other) = (called(own), called(other));
                Err(msg!("recipient-and-label-differ", value, kind, label, own, other, place))
            }
            (_, Ok(found)) => Ok((found, None)),
            (Some(own), Err(_)) => {
                let told = msg!("recipient-with-other-label", value, kind, label, own = called(own), place);
                Ok((own, Some(told)))
            }
            (None, Err(problem)) => {
                Err(msg!("recipient-label-unknown", value, label, problem = problem.message(), place))
            }
        }
    }
}

/// A name with its code.
fn called(recipient: &Recipient) -> String {
    format!("{} ({})", recipient.name, recipient.code)
}

/// How texts of a column are read that are one's name and another's code: by what the column is declared to hold, unless
/// others of its texts can only be the opposite.
fn decide(columns: &Columns<'_>, (column, meant): (usize, Meant), level: Level) -> Meant {
    let (mut names, mut codes) = (false, false);
    for row in columns.rows() {
        let [by_name, by_code] = register::readings(level, &tidy(columns.grid.cell(row, column)));
        names |= by_name.is_some() && by_code.is_none();
        codes |= by_code.is_some() && by_name.is_none();
    }
    match (meant, names, codes) {
        (Meant::Name, _, true) | (Meant::Code, true, _) => Meant::NameOrCode,
        (Meant::NameOrCode, true, false) => Meant::Name,
        (Meant::NameOrCode, false, true) => Meant::Code,
        (declared, ..) => declared,
    }
}
