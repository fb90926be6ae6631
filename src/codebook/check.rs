//! What must hold in a codebook beyond its JSON form: ids, parents, and (in `rules`) what rules say.

use std::collections::BTreeMap;

use regex::Regex;

use super::{Code, Codebook, System, check_rules};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean_in_english, shown};

/// All problems of a codebook, each with the line on which the id in question is declared.
pub(super) fn check(book: &Codebook, text: &str, name: &str) -> Diagnostics {
    let mut messages = Diagnostics::new();
    let mut report = |id: &str, occurrence: usize, found: String, action: String| {
        messages.push(Diagnostic::error(place_of(text, name, id, occurrence), found).action(action));
    };
    let systems: Vec<_> = book.systems.iter().map(|s| s.id.as_str()).collect();
    for (index, system) in systems.iter().enumerate().filter(|(index, system)| systems[..*index].contains(system)) {
        let found = format!("the system {} is declared twice", shown(system));
        report(system, systems[..index].iter().filter(|s| *s == system).count(), found, "remove one".to_owned());
    }
    for (index, domain) in book.domains.iter().enumerate() {
        if book.domains[..index].iter().any(|d| d.id == domain.id) {
            report(domain.id.word(), 1, format!("the domain {} is declared twice", domain.id), String::new());
        }
        if !systems.contains(&domain.system.as_str()) {
            let found = format!("the domain {} uses {}, which is no system", domain.id, shown(&domain.system));
            report(domain.id.word(), 0, found, did_you_mean_in_english(&domain.system, systems.iter().copied()));
        }
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for code in book.systems.iter().flat_map(|s| &s.codes) {
        let times = seen.entry(&code.id).or_default();
        if *times > 0 {
            report(
                &code.id,
                *times,
                format!("the code {} is declared twice", shown(&code.id)),
                "remove one".to_owned(),
            );
        }
        *times += 1;
        if code.id.is_empty() || code.id.contains(|c: char| c.is_whitespace() || matches!(c, ';' | ',')) {
            report(&code.id, 0, format!("{} cannot be a code", shown(&code.id)), "avoid blanks, ; and ,".to_owned());
        }
    }
    for system in &book.systems {
        for (index, code) in system.codes.iter().enumerate() {
            if let Some((found, action)) = parent_problem(book, system, index, code) {
                report(&code.id, 0, found, action);
            }
        }
    }
    check_rules::check(book, text, name, &mut messages);
    messages
}

/// A parent must be a main code that stands earlier in the same system; this rules out orphans, cycles and depth.
fn parent_problem(book: &Codebook, system: &System, index: usize, code: &Code) -> Option<(String, String)> {
    let parent = code.parent.as_deref()?;
    let (own, of) = (shown(&code.id), shown(parent));
    match system.codes.iter().position(|c| c.id == parent) {
        None => match book.system_of(parent) {
            Some(other) => Some((
                format!("the parent {of} of the code {own} stands in another system, {}", shown(&other.id)),
                "move the code there, or choose a parent of its own system".to_owned(),
            )),
            None => Some((
                format!("the parent {of} of the code {own} does not exist"),
                did_you_mean_in_english(
                    parent,
                    system.codes.iter().filter(|c| c.parent.is_none()).map(|c| c.id.as_str()),
                ),
            )),
        },
        Some(at) if at >= index => Some((
            format!("the code {own} stands before its parent {of}"),
            "move the subcode below its main code".to_owned(),
        )),
        Some(at) => system.codes[at].parent.as_ref().map(|main| {
            let found = format!("the parent {of} of the code {own} is itself a subcode");
            (found, format!("a codebook has two levels: make it a subcode of {}", shown(main)))
        }),
    }
}

/// The line on which an id is declared for the nth time.
pub(super) fn place_of(text: &str, name: &str, id: &str, occurrence: usize) -> Place {
    let Ok(declaration) = Regex::new(&format!(r#""id"\s*:\s*"{}""#, regex::escape(id))) else {
        return Place::file(name);
    };
    let declared = declaration.find_iter(text).nth(occurrence);
    declared.map_or_else(|| Place::file(name), |at| Place::line(name, text[..at.start()].matches('\n').count() + 1))
}
