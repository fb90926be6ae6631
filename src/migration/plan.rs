//! What a map means for a codebook: the fate of every code, checked against the codes that there are.

use std::collections::BTreeMap;

use super::book;
use super::fate::{Fate, fates};
use super::map::{Change, Kind, Map, NONE};
use crate::codebook::{Codebook, System};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::study::CodingSheet;

/// What becomes of a codebook and of all codings by it.
#[derive(Debug)]
pub struct Plan {
    /// The new codebook.
    pub book: Codebook,
    /// The codes of the old codebook whose codings change.
    fates: BTreeMap<String, Fate>,
    /// The ids, in the new codebook, of codes that a change names.
    touched: Vec<String>,
    keeps_every_code: bool,
}

impl Plan {
    /// What a map means for a codebook and the coding sheets by it, whose words no code may have.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn new(map: &Map, old: &Codebook, sheets: &[CodingSheet]) -> Result<Self, Diagnostics> {
        let mut messages = Diagnostics::new();
        check_version(map, old, &mut messages);
        check_codes(map, old, &mut messages);
        if messages.has_errors() {
            return Err(messages);
        }
        let fates = fates(map);
        let book = book::changed(map, old, &fates, sheets, &mut messages);
        check_targets(map, &book, &mut messages);
        if messages.has_errors() {
            return Err(messages);
        }
        let of_changes = map.changes.iter().flat_map(|change| change.to.iter().chain(&change.codes));
        let touched = of_changes.map(|code| code.value.clone()).collect();
        let keeps = |change: &Change| matches!(change.kind, Kind::Rename | Kind::Move);
        let keeps_every_code = map.changes.iter().all(keeps);
        Ok(Self { book, fates, touched, keeps_every_code })
    }

    /// What becomes of the codings of an old code; `None` where they stay as they are.
    pub fn fate(&self, code: &str) -> Option<&Fate> {
        self.fates.get(code)
    }

    /// Whether a change names a code, by its new id.
    pub fn touches(&self, code: &str) -> bool {
        self.touched.iter().any(|own| own == code)
    }

    /// The new id of an old code, where its codings have one.
    pub fn now<'a>(&'a self, code: &'a str) -> Option<&'a str> {
        match self.fates.get(code) {
            None => Some(code),
            Some(Fate::To(new)) => Some(new),
            Some(Fate::None | Fate::Unused | Fate::Open(_)) => None,
        }
    }

    /// The other id that an old code has now.
    pub fn renamed(&self, code: &str) -> Option<&str> {
        match self.fates.get(code) {
            Some(Fate::To(new)) => Some(new),
            _ => None,
        }
    }

    /// The old codes whose codings change.
    pub fn changing(&self) -> impl Iterator<Item = (&str, &Fate)> {
        self.fates.iter().map(|(code, fate)| (code.as_str(), fate))
    }

    /// Whether codes only have other names, words and places, so that rules find what they found.
    pub fn keeps_every_code(&self) -> bool {
        self.keeps_every_code
    }
}

fn check_version(map: &Map, old: &Codebook, messages: &mut Diagnostics) {
    let Some(version) = &map.version else { return };
    if version.value.trim().is_empty() || version.value == old.version {
        let message = msg!("map-version-same", version = shown(&old.version));
        messages.push(Diagnostic::error(version.place.clone(), message));
    }
    if map.changes.is_empty() {
        messages.push(Diagnostic::error(Place::file(&version.place.file), msg!("map-empty")));
    }
}

/// Reports codes that the old codebook does not have, and those of which two changes speak.
fn check_codes(map: &Map, old: &Codebook, messages: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for change in &map.changes {
        let Some(system) = old.systems.iter().find(|system| system.id == change.system) else { continue };
        let makes_new = change.to.iter().any(|to| !has(system, &to.value));
        if change.kind == Kind::Merge && makes_new && (change.label.is_none() || change.definition.is_none()) {
            messages.push(Diagnostic::error(change.place.clone(), msg!("map-merge-without-words")));
        }
        for code in &change.codes {
            if !has(system, &code.value) {
                let suggestion = match old.system_of(&code.value) {
                    Some(other) => msg!("map-code-of-system", system = shown(&other.id)).into(),
                    None => did_you_mean(&code.value, system.codes.iter().map(|own| own.id.as_str())),
                };
                let message =
                    msg!("map-code-unknown", code = shown(&code.value), system = shown(&system.id), suggestion);
                messages.push(Diagnostic::error(code.place.clone(), message));
            } else if let Some(other) = seen.insert(&code.value, &code.place) {
                let message = msg!("map-code-twice", code = shown(&code.value), other = other.clone());
                messages.push(Diagnostic::error(code.place.clone(), message));
            }
        }
    }
}

/// Reports what codes are to become and the new codebook does not have.
fn check_targets(map: &Map, book: &Codebook, messages: &mut Diagnostics) {
    for change in map.changes.iter().filter(|change| matches!(change.kind, Kind::Split | Kind::Gone | Kind::Merge)) {
        let Some(system) = book.systems.iter().find(|system| system.id == change.system) else { continue };
        for to in change.to.iter().filter(|to| !(change.kind == Kind::Gone && to.value == NONE)) {
            if !has(system, &to.value) {
                let suggestion = did_you_mean(&to.value, system.codes.iter().map(|own| own.id.as_str()));
                let message =
                    msg!("map-target-unknown", code = shown(&to.value), system = shown(&system.id), suggestion);
                messages.push(Diagnostic::error(to.place.clone(), message));
            }
        }
    }
}

fn has(system: &System, code: &str) -> bool {
    system.codes.iter().any(|own| own.id == code)
}

#[cfg(test)]
mod tests {
    use crate::migration::testing::{book, plan, problems};

    /// The codes of the new codebook, each with its main code.
    fn codes(map: &str) -> Vec<String> {
        let plan = plan(&format!("version = \"2\"\n{map}"));
        plan.book.systems[0].codes.iter().map(|code| format!("{}<{}", code.id, code.main())).collect()
    }

    #[test]
    fn codes_find_their_places() {
        let all = ["1<1", "1a<1", "11<1", "2<2", "2b<2", "3<3", "4<4", "5<5"];
        let map = "[[rename]]\nsystem = \"s\"\ncode = \"1\"\nto = \"10\"\n";
        assert_eq!(codes(map), ["10<10", "1a<10", "11<10", "2<2", "2b<2", "3<3", "4<4", "5<5"]);
        let map = "[[move]]\ndomain = \"activity\"\ncode = \"1a\"\nunder = \"2\"\nto = \"2c\"\n";
        assert_eq!(codes(map), ["1<1", "11<1", "2<2", "2b<2", "2c<2", "3<3", "4<4", "5<5"]);
        let map = "[[move]]\nsystem = \"s\"\ncode = \"1a\"\nmain = true\nbefore = \"1\"\n";
        assert_eq!(codes(map), ["1a<1a", "1<1", "11<1", "2<2", "2b<2", "3<3", "4<4", "5<5"]);
        // Two codes exchange their ids; a new main code takes one of them.
        let map = "[[rename]]\nsystem = \"s\"\ncode = \"1a\"\nto = \"11\"\n[[move]]\nsystem = \"s\"\ncode = \"11\"\nto = \"1a\"\nunder = \"6\"\n[[new]]\nsystem = \"s\"\ncode = \"6\"\nlabel = \"Sex\"\ndefinition = \"Sex.\"\nafter = \"2b\"\n";
        assert_eq!(codes(map), ["1<1", "11<1", "2<2", "2b<2", "6<6", "1a<6", "3<3", "4<4", "5<5"]);
        // Subcodes follow a main code that becomes one with another.
        let map = "[[merge]]\nsystem = \"s\"\ncodes = [\"2\", \"1\"]\ninto = \"1\"\n";
        assert_eq!(codes(map), ["1<1", "1a<1", "11<1", "2b<1", "3<3", "4<4", "5<5"]);
        let map = "[[merge]]\nsystem = \"s\"\ncodes = [\"3\", \"4\"]\ninto = \"34\"\nlabel = \"L\"\ndefinition = \"D\"\n[[gone]]\nsystem = \"s\"\ncode = \"5\"\n";
        assert_eq!(codes(map), ["1<1", "1a<1", "11<1", "2<2", "2b<2", "34<34"]);
        assert_eq!(book().systems[0].codes.iter().map(|c| format!("{}<{}", c.id, c.main())).collect::<Vec<_>>(), all);
    }

    #[test]
    fn all_problems_of_a_map_are_told_at_once_with_their_lines() {
        let map = "version = \"1\"\n[[rename]]\ncode = \"1\"\nto = \"x\"\n[[rename]]\nsystem = \"t\"\ncode = \"1\"\nto = \"x\"\n[[move]]\nsystem = \"s\"\ncode = \"1a\"\nunder = \"2\"\nmain = true\n[[rename]]\nsystem = \"s\"\ncode = \"1a\"\n[[gone]]\nsystem = \"s\"\nkode = \"1\"\n";
        let found = problems(map);
        let expected = [
            (2, "map-without-system"),
            (6, "map-system-unknown"),
            (9, "map-says-two-places"),
            (14, "map-says-nothing"),
            (17, "key-missing"),
            (19, "key-unknown"),
        ];
        assert_eq!(found, expected);
        let map = "version = \"1\"\n[[rename]]\nsystem = \"s\"\ncode = \"12\"\nto = \"x\"\n[[gone]]\nsystem = \"s\"\ncode = \"3\"\n[[merge]]\nsystem = \"s\"\ncodes = [\"3\", \"4\"]\ninto = \"34\"\n";
        let expected =
            [(1, "map-version-same"), (4, "map-code-unknown"), (8, "map-code-twice"), (9, "map-merge-without-words")];
        assert_eq!(problems(map), expected);
        let map = "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"1a\"\nto = \"2b\"\n[[rename]]\nsystem = \"s\"\ncode = \"3\"\nto = \"3; 4\"\n[[gone]]\nsystem = \"s\"\ncode = \"1\"\n[[move]]\nsystem = \"s\"\ncode = \"5\"\nunder = \"9\"\n[[gone]]\nsystem = \"s\"\ncode = \"4\"\nto = \"44\"\n";
        let expected = [
            (5, "map-code-there"),
            (9, "map-code-unfit"),
            (10, "map-subcode-orphaned"),
            (16, "map-main-unknown"),
            (16, "map-place-unknown"),
            (20, "map-target-unknown"),
        ];
        let mut found = problems(map);
        found.dedup();
        assert_eq!(found, expected);
        assert_eq!(problems("version = \"2\"\n"), [(0, "map-empty")]);
        assert_eq!(problems("[[gone\n").first().map(|(line, _)| *line), Some(1));
    }

    #[test]
    fn codes_have_two_levels_and_main_codes_come_first() {
        let of = |keys: &str| problems(&format!("version = \"2\"\n[[move]]\nsystem = \"s\"\ncode = \"1\"\n{keys}"));
        assert_eq!(of("under = \"2b\"\n").first(), Some(&(5, "map-under-subcode")));
        assert_eq!(of("under = \"2\"\n").first().map(|(_, name)| *name), Some("map-under-subcode"));
        assert_eq!(of("after = \"5\"\n").first(), Some(&(2, "map-before-main")));
    }
}
