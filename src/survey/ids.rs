//! The ids of interventions, as coding sheets, corrections and lists name them; and why one is not met.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::{Intervention, Survey};
use crate::diagnostic::shown;
use crate::msg;
use crate::read::plain;
use crate::signs::is_dash;
use crate::study::Study;
use crate::wording::Message;

/// The interventions of a study by their ids.
pub struct Ids<'a> {
    by_id: BTreeMap<&'a str, &'a Intervention>,
    /// Respondents whose recipient could not be told, and interventions whose respondent could not.
    unread: BTreeSet<&'a str>,
    respondents: BTreeSet<&'a str>,
    /// Respondents that are set aside, and their interventions in a sheet of their own, each with the respondent and the reason.
    set_aside: BTreeMap<&'a str, (&'a str, &'a str)>,
    /// By what stays of an id in [`bare`]; `None` where several ids have that in common.
    alike: OnceCell<BTreeMap<String, Option<&'a str>>>,
}

/// Why an id is none of an intervention's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent<'a> {
    /// Its respondent, or the intervention itself, could not be read, which has been told.
    Unread,
    /// Its respondent is set aside.
    SetAside {
        /// The respondent.
        respondent: &'a str,
        /// Why, as the study says.
        reason: &'a str,
    },
    /// Its respondent was read, but no such intervention of it.
    NoBlock {
        /// The respondent.
        respondent: &'a str,
    },
    /// Exactly one intervention has an id that differs only in what is easily lost on the way between files.
    Alike(&'a str),
    /// There is none.
    Unknown,
}

impl<'a> Ids<'a> {
    /// The ids of what was read.
    pub fn new(study: &'a Study, surveys: &'a [Survey]) -> Self {
        let mut set_aside = BTreeMap::new();
        for (respondent, reason) in study.surveys.iter().flat_map(|survey| &survey.respondent.set_aside) {
            let said = (respondent.as_str(), reason.value.trim());
            set_aside.insert(respondent.as_str(), said);
            let own = surveys.iter().flat_map(|survey| &survey.aside).filter(|(_, of)| of == respondent);
            set_aside.extend(own.map(|(intervention, _)| (intervention.as_str(), said)));
        }
        Self {
            by_id: surveys.iter().flat_map(|s| &s.interventions).map(|i| (&*i.id, i)).collect(),
            respondents: surveys.iter().flat_map(|s| &s.respondents).map(|r| &*r.id).collect(),
            unread: surveys.iter().flat_map(|s| s.unresolved.iter().chain(&s.unread)).map(String::as_str).collect(),
            set_aside,
            alike: OnceCell::new(),
        }
    }

    /// The intervention of an id.
    pub fn find(&self, id: &str) -> Option<&'a Intervention> {
        self.by_id.get(id).copied()
    }

    /// Why there is no intervention of an id.
    pub fn absent(&self, id: &str) -> Absent<'a> {
        // An intervention's id begins with its respondent's, unless it stands in a sheet of its own.
        let names = || std::iter::once(id).chain(id.rsplit_once('-').map(|(respondent, _)| respondent));
        if let Some((respondent, reason)) = names().find_map(|name| self.set_aside.get(name)) {
            return Absent::SetAside { respondent, reason };
        }
        if names().any(|name| self.unread.contains(name)) {
            return Absent::Unread;
        }
        let alike = self.alike.get_or_init(|| {
            let mut alike = BTreeMap::new();
            for id in self.by_id.keys() {
                alike.entry(bare(id)).and_modify(|known| *known = None).or_insert(Some(*id));
            }
            alike
        });
        if let Some(meant) = alike.get(&bare(id)).copied().flatten() {
            return Absent::Alike(meant);
        }
        match names().find_map(|name| self.respondents.get(name)) {
            Some(respondent) => Absent::NoBlock { respondent },
            None => Absent::Unknown,
        }
    }

    /// What to do about an id that there is no intervention of, where one is known that is nearly the same.
    pub fn near(&self, id: &str) -> Option<Message> {
        let Absent::Alike(meant) = self.absent(id) else { return None };
        Some(msg!("id-nearly-same", meant = shown(meant), difference = difference(id, meant)))
    }
}

/// A step that takes something from an id, and what.
type Step = (fn(&str) -> String, fn() -> Message);

/// Steps that take from an id what is easily lost on the way between files, each with its name.
const STEPS: [Step; 4] = [
    (
        |id| id.nfkc().filter(|c| c.is_alphanumeric() || c.is_ascii_punctuation() || is_dash(*c)).collect(),
        || msg!("ids-differ-in-signs"),
    ),
    (|id| id.to_lowercase(), || msg!("ids-differ-in-case")),
    (|id| id.chars().map(|c| if is_dash(c) { '-' } else { c }).collect(), || msg!("ids-differ-in-dashes")),
    (without_zeros, || msg!("ids-differ-in-zeros")),
];

/// An id without all that is easily lost.
fn bare(id: &str) -> String {
    STEPS.iter().fold(plain(id), |id, (step, _)| step(&id))
}

/// What two ids that are alike differ in.
pub fn difference(one: &str, other: &str) -> Message {
    let (mut one, mut other) = (plain(one), plain(other));
    for (step, message) in STEPS {
        (one, other) = (step(&one), step(&other));
        if one == other {
            return message();
        }
    }
    msg!("ids-differ-in-spelling")
}

/// An id whose numbers have no leading zeros.
fn without_zeros(id: &str) -> String {
    let mut bare = String::with_capacity(id.len());
    let mut digits = id.chars().peekable();
    let mut inside = false;
    while let Some(c) = digits.next() {
        let leads = c == '0' && !inside && digits.peek().is_some_and(char::is_ascii_digit);
        if !leads {
            bare.push(c);
            inside = c.is_ascii_digit();
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn what_is_easily_lost_is_told() {
        for (one, other, told) in [
            ("001-1", "1-1", "leading zeros"),
            ("r-1-2", "R-1-2", "capital"),
            ("R–1–2", "R-1-2", "dash"),
            ("R -1-2", "R-1-2", "spaces"),
            ("R-1\u{ad}-2", "R-1-2", "spaces or signs"),
        ] {
            assert_eq!(bare(one), bare(other), "{one}");
            let text = difference(one, other).text(Language::English);
            assert!(text.contains(told), "{one}: {text}");
        }
        assert_ne!(bare("R-10-1"), bare("R-1-1"));
        assert_eq!((without_zeros("R-100-0"), without_zeros("0050")), ("R-100-0".to_owned(), "50".to_owned()));
    }
}
