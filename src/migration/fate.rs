//! What becomes of the codings of a code.

use std::collections::BTreeMap;

use super::map::{Kind, Map, NONE};

/// What becomes of the codings of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They have another code.
    To(String),
    /// They have no code.
    None,
    /// There are none: the code may only go where nothing has it.
    Unused,
    /// A person has to decide between these.
    Open(Vec<String>),
}

/// What becomes of the codings of codes; without those that only have other words or another place.
pub(super) fn fates(map: &Map) -> BTreeMap<String, Fate> {
    let mut fates = BTreeMap::new();
    for change in &map.changes {
        let to = || change.to.iter().map(|code| code.value.clone());
        for code in &change.codes {
            let fate = match (change.kind, to().next()) {
                (Kind::Split, _) => Fate::Open(to().collect()),
                (Kind::Gone, None) => Fate::Unused,
                (Kind::Gone, Some(none)) if none == NONE => Fate::None,
                (_, Some(new)) if new != code.value => Fate::To(new),
                _ => continue,
            };
            fates.insert(code.value.clone(), fate);
        }
    }
    fates
}
