//! Whether a map leads to a codebook that is already there: whoever says what was called what between two years has both.

use super::map::{Change, Kind, Map, NONE};
use super::plan::Plan;
use crate::codebook::{Codebook, System};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;

impl Plan {
    /// What a map says otherwise than the codebook to which it is said to lead: another version, codes that are not there, and codes
    /// that stand under another main code.
    pub fn against(&self, map: &Map, now: &Codebook) -> Diagnostics {
        let mut messages = Diagnostics::new();
        if let Some(version) = map.version.as_ref().filter(|version| version.value.trim() != now.version) {
            let (own, other) = (shown(version.value.trim()), shown(&now.version));
            messages.push(Diagnostic::warning(version.place.clone(), msg!("map-of-other-version", own, other)));
        }
        for change in &map.changes {
            if let Some(system) = now.systems.iter().find(|system| system.id == change.system) {
                self.change_against(change, system, &mut messages);
            }
        }
        messages
    }

    fn change_against(&self, change: &Change, now: &System, messages: &mut Diagnostics) {
        let of_map = self.book.systems.iter().find(|system| system.id == change.system);
        // What only has other words or another place keeps its name.
        let became = if change.to.is_empty() && change.kind != Kind::Gone { &change.codes } else { &change.to };
        for code in became.iter().filter(|code| code.value != NONE) {
            let find = |system: &'_ System| system.codes.iter().find(|own| own.id == code.value).cloned();
            let Some(own) = find(now) else {
                let suggestion = did_you_mean(&code.value, now.codes.iter().map(|own| own.id.as_str()));
                let message = msg!("map-code-not-arrived", code = shown(&code.value), suggestion);
                messages.push(Diagnostic::error(code.place.clone(), message));
                continue;
            };
            let main = of_map.and_then(find).map(|planned| planned.main().to_owned());
            if let Some(main) = main.filter(|main| main != own.main()) {
                let (code, main, other) = (shown(&code.value), shown(&main), shown(own.main()));
                messages.push(Diagnostic::error(change.place.clone(), msg!("map-other-main", code, main, other)));
            }
        }
    }
}
