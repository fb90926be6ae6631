//! Who answered open questions, as coding sheets name them.

use std::collections::BTreeMap;

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
    /// The registers of the accounts that ask open questions.
    levels: Vec<Level>,
}

impl<'a> Answerers<'a> {
    pub(super) fn new(study: &Study, input: &'a Input) -> Self {
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
        Self { by_id, levels }
    }

    /// The id of who is meant by a row, if that is somebody who answered.
    pub(super) fn met(
        &self,
        (id, kind): (&str, UnitKind),
        coded: bool,
        place: &Place,
        messages: &mut Diagnostics,
    ) -> Option<String> {
        let mut error = |message| messages.push(Diagnostic::error(place.clone(), message));
        let unit = kind.word();
        if id.is_empty() {
            error(msg!("codes-without-answerer", unit));
            return None;
        }
        match self.find(id, kind)[..] {
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
