//! The respondents by what a table of interventions may name them by.

use std::collections::{BTreeMap, BTreeSet};

use crate::register::Recipient;
use crate::study;
use crate::survey::respondent::{Respondent, Respondents, Whose};
use crate::survey::respondents::LeftOut;

/// The respondents by id and by recipient, the first of several of one name; and those that are not read.
pub(super) struct Known<'r> {
    declared: &'r study::Survey,
    pub(super) all: &'r [Respondent],
    by_id: BTreeMap<&'r str, usize>,
    by_recipient: BTreeMap<&'r Recipient, usize>,
    /// Those whose recipient could not be told.
    unresolved: BTreeSet<&'r str>,
    left_out: LeftOut,
}

impl<'r> Known<'r> {
    pub(super) fn new(declared: &'r study::Survey, respondents: &'r Respondents, left_out: LeftOut) -> Self {
        let all = respondents.all.as_slice();
        let last_first = || all.iter().enumerate().rev();
        Self {
            declared,
            all,
            by_id: last_first().map(|(at, r)| (&*r.id, at)).collect(),
            by_recipient: last_first().map(|(at, r)| (&r.recipient, at)).collect(),
            unresolved: respondents.unresolved.iter().map(String::as_str).collect(),
            left_out,
        }
    }

    /// Whose a row is that names an id; `None` where no respondent has it, read or not.
    pub(super) fn by_id(&self, id: &str) -> Option<Whose> {
        if self.declared.respondent.set_aside.iter().any(|(aside, _)| aside == id) {
            return Some(Whose::SetAside(id.to_owned()));
        }
        if let Some(at) = self.by_id.get(id) {
            return Some(Whose::Respondent(*at));
        }
        if self.unresolved.contains(id) {
            return Some(Whose::Nobody);
        }
        self.left_out.ids.contains(id).then(|| Whose::LeftOut(id.to_owned()))
    }

    /// Whose a row is that names a recipient; `None` where it is no respondent, read or not.
    pub(super) fn by_recipient(&self, named: &Recipient) -> Option<Whose> {
        let read = self.by_recipient.get(named).map(|at| Whose::Respondent(*at));
        let is_left_out = || self.left_out.recipients.contains(named).then(|| Whose::LeftOut(named.name.clone()));
        read.or_else(is_left_out)
    }

    /// Whether the recipients are the respondents, without ids of their own.
    pub(super) fn are_recipients(&self) -> bool {
        self.declared.respondent.id.is_none()
    }

    /// The shortest and the longest id that is a number; `None` where none is.
    pub(super) fn numbers(&self) -> Option<(usize, usize)> {
        let ids =
            self.by_id.keys().chain(&self.unresolved).copied().chain(self.left_out.ids.iter().map(String::as_str));
        let bare = ids.filter_map(|id| id.strip_prefix(self.declared.id_prefix.as_str()));
        let lengths = bare.filter(|id| is_number(id)).map(str::len);
        lengths.fold(None, |seen, length| {
            let (least, most) = seen.unwrap_or((length, length));
            Some((least.min(length), most.max(length)))
        })
    }
}

/// Whether a text is made of digits alone.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
