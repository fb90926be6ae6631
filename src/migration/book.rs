//! The codebook that comes of a map: ids, words, places, and what rules say of other codes.

use std::collections::BTreeMap;

use super::fate::Fate;
use super::map::{Change, Kind, Map};
use crate::codebook::{Code, Codebook, Rule, STATES, System};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;
use crate::read::plain;
use crate::signs::FORMULA_SIGNS;
use crate::study::{CodingSheet, Declared};
use crate::wording::{Message, joined};

type Fates = BTreeMap<String, Fate>;

/// The new codebook; what cannot be is reported at the change that asks for it.
pub(super) fn changed(
    map: &Map,
    old: &Codebook,
    fates: &Fates,
    sheets: &[CodingSheet],
    messages: &mut Diagnostics,
) -> Codebook {
    let mut book = old.clone();
    if let Some(version) = &map.version {
        book.version.clone_from(&version.value);
    }
    for system in &mut book.systems {
        let own: Vec<&Change> = map.changes.iter().filter(|change| change.system == system.id).collect();
        let changer = Changer { changes: &own, fates };
        system.codes = changer.codes(system, messages);
    }
    check_ids(map, &book, sheets, messages);
    for system in &book.systems {
        check_places(map, system, messages);
    }
    if !messages.has_errors() {
        check_whole(map, &book, messages);
    }
    book
}

/// The changes of a code system.
struct Changer<'a> {
    changes: &'a [&'a Change],
    fates: &'a Fates,
}

/// A code that has yet to find its place.
struct Waiting<'a> {
    change: &'a Change,
    code: Code,
}

impl Changer<'_> {
    fn codes(&self, system: &System, messages: &mut Diagnostics) -> Vec<Code> {
        let (mut codes, mut waiting) = (Vec::new(), Vec::new());
        for code in &system.codes {
            let becomes =
                |change: &&&Change| change.kind == Kind::Merge && change.to.iter().any(|to| to.value == code.id);
            let change = self.changes.iter().find(|change| change.is_of(&code.id));
            let change = change.or_else(|| self.changes.iter().find(becomes)).copied();
            let own = self.reworded(code, change, messages);
            match change.map(|change| change.kind) {
                Some(Kind::Move) => waiting.extend(change.map(|change| Waiting { change, code: own })),
                Some(Kind::Gone) => {}
                Some(Kind::Split) => {
                    codes.extend(change.filter(|c| c.to.iter().any(|to| to.value == code.id)).map(|_| own))
                }
                // A code of several that become one stands where the first of them stood, unless that one stays.
                Some(Kind::Merge) => {
                    let into = change.and_then(|change| change.to.first()).map(|to| to.value.as_str());
                    let stays = system.codes.iter().any(|own| Some(own.id.as_str()) == into);
                    let is_first = !codes.iter().any(|own: &Code| Some(own.id.as_str()) == into);
                    if Some(code.id.as_str()) == into || (!stays && is_first) {
                        codes.push(own);
                    }
                }
                Some(Kind::Rename | Kind::New) | None => codes.push(own),
            }
        }
        waiting.extend(self.changes.iter().filter(|c| c.kind == Kind::New).filter_map(|change| new(change)));
        self.place(&mut codes, waiting, messages);
        self.merge_rules(system, &mut codes);
        codes
    }

    /// A code with its new id, words and parent.
    fn reworded(&self, code: &Code, change: Option<&Change>, messages: &mut Diagnostics) -> Code {
        let mut own = code.clone();
        own.parent = code.parent.as_deref().and_then(|parent| self.parent(code, parent, change, messages));
        let Some(change) = change else {
            own.rules = self.rules(code, &code.id);
            return own;
        };
        let is_into =
            |to: &&Declared<String>| change.kind != Kind::Split && change.kind != Kind::Gone && !to.value.is_empty();
        if let Some(to) = change.to.first().filter(is_into) {
            own.id.clone_from(&to.value);
        }
        own.rules = self.rules(code, &own.id);
        if let Some(label) = &change.label {
            own.label.clone_from(label);
        }
        if let Some(definition) = &change.definition {
            own.definition.clone_from(definition);
        }
        if change.main {
            own.parent = None;
        } else if let Some(under) = &change.under {
            own.parent = Some(under.value.clone());
        }
        own
    }

    /// The new id of a code's parent; a code whose parent is gone needs another place.
    fn parent(&self, code: &Code, parent: &str, change: Option<&Change>, messages: &mut Diagnostics) -> Option<String> {
        let is_placed = change.is_some_and(|change| change.main || change.under.is_some());
        let leaves = change.is_some_and(|change| match change.kind {
            Kind::Gone => true,
            Kind::Merge | Kind::Split => !change.to.iter().any(|to| to.value == code.id),
            Kind::Rename | Kind::Move | Kind::New => false,
        });
        match self.fates.get(parent) {
            None => Some(parent.to_owned()),
            Some(Fate::To(new)) if self.changes.iter().any(|c| c.kind != Kind::Gone && c.is_of(parent)) => {
                Some(new.clone())
            }
            Some(Fate::Open(into)) if into.iter().any(|own| own == parent) => Some(parent.to_owned()),
            Some(_) if is_placed || leaves => None,
            Some(_) => {
                let of_parent = self.changes.iter().find(|change| change.is_of(parent));
                let message = msg!("map-subcode-orphaned", code = shown(&code.id), parent = shown(parent));
                messages.push_all(of_parent.map(|change| Diagnostic::error(change.place.clone(), message)).as_ref());
                None
            }
        }
    }

    /// Puts codes where their changes say: beside another code, else behind the last subcode of their main code, or last.
    fn place(&self, codes: &mut Vec<Code>, mut waiting: Vec<Waiting<'_>>, messages: &mut Diagnostics) {
        while !waiting.is_empty() {
            let ready = waiting.iter().position(|one| position(one, codes).is_some());
            let Some(ready) = ready else { break };
            let one = waiting.remove(ready);
            if let Some(at) = position(&one, codes) {
                codes.insert(at, one.code);
            }
        }
        for one in waiting {
            let named = [&one.change.after, &one.change.before, &one.change.under].into_iter().flatten();
            for name in named.filter(|name| !codes.iter().any(|code| code.id == name.value)) {
                let suggestion = did_you_mean(&name.value, codes.iter().map(|code| code.id.as_str()));
                let message = msg!("map-place-unknown", code = shown(&name.value), suggestion);
                messages.push(Diagnostic::error(name.place.clone(), message));
            }
            codes.push(one.code);
        }
    }

    /// Codes that become one bring their rules along, in the order of the old codebook.
    fn merge_rules(&self, system: &System, codes: &mut [Code]) {
        for change in self.changes.iter().filter(|change| change.kind == Kind::Merge) {
            let Some(into) = change.to.first() else { continue };
            let Some(code) = codes.iter_mut().find(|code| code.id == into.value) else { continue };
            let is_part = |own: &&Code| change.is_of(&own.id) || own.id == into.value;
            code.rules = system.codes.iter().filter(is_part).flat_map(|own| self.rules(own, &into.value)).collect();
        }
    }

    /// The rules of an old code as those of a new one: what they say of codes, by their new ids. An id of its own that a rule
    /// said stays, as it has a meaning (the code by other rules); one that a merge makes its own goes.
    fn rules(&self, code: &Code, now: &str) -> Vec<Rule> {
        let mut rules = code.rules.clone();
        for rule in &mut rules {
            let mut without: Vec<(String, String)> = Vec::new();
            for other in std::mem::take(&mut rule.without) {
                let becomes = match self.fates.get(&other) {
                    None => vec![other.clone()],
                    Some(Fate::To(new)) => vec![new.clone()],
                    Some(Fate::Open(into)) => into.clone(),
                    Some(Fate::None | Fate::Unused) => Vec::new(),
                };
                for new in becomes {
                    let made_own = new == now && other != code.id;
                    // Of several codes that become one it says one; a code that stood there twice stays so.
                    if !made_own && !without.iter().any(|(old, own)| *own == new && *old != other) {
                        without.push((other.clone(), new));
                    }
                }
            }
            rule.without = without.into_iter().map(|(_, new)| new).collect();
        }
        rules
    }
}

/// A new code.
fn new(change: &Change) -> Option<Waiting<'_>> {
    let code = Code {
        id: change.to.first()?.value.clone(),
        parent: change.under.as_ref().map(|under| under.value.clone()),
        label: change.label.clone()?,
        definition: change.definition.clone()?,
        rules: Vec::new(),
    };
    Some(Waiting { change, code })
}

/// Where a code can be put among those that have their places; `None` while what it stands beside has none.
fn position(one: &Waiting<'_>, codes: &[Code]) -> Option<usize> {
    let of = |id: &str| codes.iter().position(|code| code.id == id);
    if let Some(parent) = &one.code.parent {
        of(parent)?;
    }
    match (&one.change.after, &one.change.before, &one.code.parent) {
        (Some(after), ..) => Some(of(&after.value)? + 1),
        (_, Some(before), _) => of(&before.value),
        (.., Some(parent)) => codes.iter().rposition(|code| code.main() == parent).map(|at| at + 1),
        _ => Some(codes.len()),
    }
}

/// Reports ids of changes that cannot be codes, that mean something else, or that another code has.
fn check_ids(map: &Map, book: &Codebook, sheets: &[CodingSheet], messages: &mut Diagnostics) {
    let times = |id: &str| book.systems.iter().flat_map(|system| &system.codes).filter(|code| code.id == id).count();
    let folded = |text: &str| plain(text).to_lowercase();
    let says_none =
        |id: &str| sheets.iter().filter_map(|sheet| sheet.none.as_deref()).any(|none| folded(none) == folded(id));
    for change in map.changes.iter().filter(|change| change.kind != Kind::Split && change.kind != Kind::Gone) {
        for to in &change.to {
            let id = to.value.as_str();
            let problem = if id.is_empty()
                || id.contains(|c: char| c.is_whitespace() || matches!(c, ';' | ','))
                || id.ends_with('?')
            {
                msg!("map-code-unfit", code = shown(id))
            } else if id.starts_with(FORMULA_SIGNS) {
                msg!("map-code-like-formula", code = shown(id))
            } else if STATES.contains(&id) || says_none(id) {
                msg!("map-code-means-state", code = shown(id))
            } else if times(id) > 1 {
                msg!("map-code-there", code = shown(id))
            } else {
                continue;
            };
            messages.push(Diagnostic::error(to.place.clone(), problem));
        }
    }
}

/// Reports codes of a changed system that stand before their main code, or under a subcode.
fn check_places(map: &Map, system: &System, messages: &mut Diagnostics) {
    let mut wrong: Vec<(&str, Message)> = Vec::new();
    for (at, code) in system.codes.iter().enumerate() {
        let Some(parent) = &code.parent else { continue };
        let found = system.codes.iter().position(|other| other.id == *parent);
        let (own, of) = (shown(&code.id), shown(parent));
        match found {
            None => {
                let mains = system.codes.iter().filter(|other| other.parent.is_none()).map(|other| other.id.as_str());
                let suggestion = did_you_mean(parent, mains);
                wrong.push((&code.id, msg!("map-main-unknown", code = own, parent = of, suggestion)));
            }
            Some(found) if system.codes[found].parent.is_some() => {
                wrong.push((&code.id, msg!("map-under-subcode", code = own, parent = of)));
            }
            Some(found) if found > at => wrong.push((&code.id, msg!("map-before-main", code = own, parent = of))),
            Some(_) => {}
        }
    }
    for (code, message) in wrong {
        let parent = system.codes.iter().find(|own| own.id == code).and_then(|own| own.parent.as_deref());
        let named = |change: &&Change| {
            let is_to = |id: &str| change.to.iter().any(|to| to.value == id);
            change.system == system.id && (is_to(code) || (change.is_of(code) && change.to.is_empty()))
        };
        let moved =
            |change: &&Change| change.to.iter().chain(&change.codes).any(|own| Some(own.value.as_str()) == parent);
        let change = map.changes.iter().find(named).or_else(|| map.changes.iter().find(moved));
        let place = change.map(|change| change.under.as_ref().map_or(&change.place, |under| &under.place).clone());
        messages.push(Diagnostic::error(place.unwrap_or_default(), message));
    }
}

/// Holds the new codebook against the checks of any codebook.
fn check_whole(map: &Map, book: &Codebook, messages: &mut Diagnostics) {
    let Some(version) = &map.version else { return };
    let text = book.to_json().unwrap_or_default();
    let Err(wrong) = Codebook::parse(&text, &version.place.file) else { return };
    let told = wrong.errors_only();
    let reasons = joined(told.sorted().into_iter().map(|message| message.message().clone()), "; ");
    if told.has_errors() {
        messages.push(Diagnostic::error(version.place.clone(), msg!("map-book-wrong", reasons)));
    }
}
