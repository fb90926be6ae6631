//! Who answered open questions, as coding sheets name them.

use std::collections::{BTreeMap, BTreeSet};

use super::uncounted::Uncounted;
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::plain;
use crate::register::{Level, find};
use crate::study::Study;
use crate::survey::{Input, Unit};
use crate::wording::joined;

/// Who was asked open questions, by their ids: whole, as `area:respondent`, and without the area or account.
pub(super) struct Answerers<'a> {
    by_id: BTreeMap<(UnitKind, String), Vec<&'a Unit>>,
    /// Respondents that are set aside, each with its own id and the reason.
    set_aside: BTreeMap<String, (&'a str, &'a str)>,
    /// Respondents whose recipient could not be told.
    unread: BTreeSet<String>,
    /// The registers of the accounts that ask open questions.
    levels: Vec<Level>,
}

impl<'a> Answerers<'a> {
    pub(super) fn new(study: &'a Study, input: &'a Input) -> Self {
        let mut by_id: BTreeMap<_, Vec<&Unit>> = BTreeMap::new();
        for unit in &input.open {
            for id in [&unit.id, &unit.respondent] {
                by_id.entry((unit.kind, alike(id))).or_default().push(unit);
            }
        }
        let mut levels: Vec<Level> = Vec::new();
        for account in &study.accounts {
            if input.open.iter().any(|unit| *unit.area == account.id) && !levels.contains(&account.level) {
                levels.push(account.level);
            }
        }
        let of_area = |area: &str, id: &str| [id.to_owned(), format!("{area}:{id}")].map(|id| alike(&id));
        let mut set_aside = BTreeMap::new();
        for survey in &study.surveys {
            for (id, reason) in &survey.respondent.set_aside {
                set_aside.extend(of_area(&survey.area, id).map(|key| (key, (id.as_str(), reason.value.trim()))));
            }
        }
        let unread = input.surveys.iter().flat_map(|s| s.unresolved.iter().flat_map(|id| of_area(&s.area, id)));
        Self { by_id, set_aside, unread: unread.collect(), levels }
    }

    /// The id of who is meant by a row, if that is somebody who answered.
    pub(super) fn met(
        &self,
        (id, kind): (&str, UnitKind),
        coded: bool,
        place: &Place,
        uncounted: &mut Uncounted,
        messages: &mut Diagnostics,
    ) -> Option<String> {
        let mut error = |message| messages.push(Diagnostic::error(place.clone(), message));
        let unit = kind.word();
        if id.is_empty() {
            error(msg!("codes-without-answerer", unit));
            return None;
        }
        match self.find(id, kind)[..] {
            [] if self.is_uncounted((id, kind), uncounted) => None,
            [] => {
                let units = self.by_id.iter().filter(|((of, _), _)| *of == kind).flat_map(|(_, units)| units);
                let suggestion = did_you_mean(id, units.map(|unit| &*unit.respondent));
                error(msg!("answerer-unknown", id = shown(id), unit, suggestion));
                None
            }
            [found] if found.texts.is_empty() => {
                if coded {
                    error(msg!("codes-without-answer", id = shown(id)));
                }
                None
            }
            [found] => Some(found.id.to_string()),
            ref several => {
                let ids = joined(several.iter().map(|one| shown(&one.id)), ", ");
                error(msg!("answerer-unclear", id = shown(id), ids));
                None
            }
        }
    }

    /// Whether a row is about a respondent that does not count, for a reason that has been told.
    fn is_uncounted(&self, (id, kind): (&str, UnitKind), uncounted: &mut Uncounted) -> bool {
        let known = alike(id);
        if kind != UnitKind::Respondent {
            return false;
        }
        if let Some((respondent, reason)) = self.set_aside.get(&known) {
            uncounted.add_set_aside(id, respondent, reason);
            return true;
        }
        let is_unread = self.unread.contains(&known);
        if is_unread {
            uncounted.add_unread(id);
        }
        is_unread
    }

    /// Who is meant: by an id, or, of recipients, by the name or code as the register knows it.
    fn find(&self, id: &str, kind: UnitKind) -> Vec<&'a Unit> {
        let by_id = |id: &str| self.by_id.get(&(kind, alike(id))).cloned();
        if let Some(found) = by_id(id) {
            return found;
        }
        if kind != UnitKind::Recipient {
            return Vec::new();
        }
        let recipients = self.levels.iter().filter_map(|level| find(*level, id));
        let of_recipient = |code: &str| by_id(code).unwrap_or_default();
        recipients
            .flat_map(|recipient| of_recipient(&recipient.code).into_iter().filter(|unit| unit.recipient == *recipient))
            .collect()
    }
}

/// An id as it is compared: without signs that nobody sees, in lower case.
fn alike(id: &str) -> String {
    plain(id).to_lowercase()
}
