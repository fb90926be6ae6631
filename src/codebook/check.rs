//! What must hold in a codebook beyond its JSON form.

use std::collections::BTreeMap;

use super::{Code, Codebook, System};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};

/// All problems of a codebook, each with the line on which the id in question is declared.
pub(super) fn check(book: &Codebook, text: &str, name: &str) -> Diagnostics {
    let mut messages = Diagnostics::new();
    let mut report = |id: &str, occurrence: usize, found: String, action: String| {
        messages.push(Diagnostic::error(place_of(text, name, id, occurrence), found).action(action));
    };
    let systems: Vec<_> = book.systems.iter().map(|s| s.id.as_str()).collect();
    for (index, domain) in book.domains.iter().enumerate() {
        if book.domains[..index].iter().any(|d| d.id == domain.id) {
            report(domain.id.word(), 1, format!("the domain {} is declared twice", domain.id), String::new());
        }
        if !systems.contains(&domain.system.as_str()) {
            let found = format!("the domain {} uses {}, which is no system", domain.id, shown(&domain.system));
            report(domain.id.word(), 0, found, did_you_mean(&domain.system, systems.iter().copied()));
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
        if code.id.trim().is_empty() || code.id.contains([';', ',']) {
            report(&code.id, 0, format!("{} cannot be a code", shown(&code.id)), "avoid blanks, ; and ,".to_owned());
        }
    }
    for system in &book.systems {
        for (index, code) in system.codes.iter().enumerate() {
            if let Some(found) = parent_problem(system, index, code) {
                report(&code.id, 0, found, "a subcode stands after its main code, in the same system".to_owned());
            }
        }
    }
    messages
}

/// A parent must be a main code that stands earlier in the same system; this rules out orphans, cycles and depth.
fn parent_problem(system: &System, index: usize, code: &Code) -> Option<String> {
    let parent = code.parent.as_deref()?;
    match system.codes.iter().position(|c| c.id == parent) {
        None => {
            Some(format!("the parent {} of the code {} does not exist in its system", shown(parent), shown(&code.id)))
        }
        Some(at) if at >= index => {
            Some(format!("the code {} stands before its parent {}", shown(&code.id), shown(parent)))
        }
        Some(at) if system.codes[at].parent.is_some() => {
            Some(format!("the parent {} of the code {} is itself a subcode", shown(parent), shown(&code.id)))
        }
        Some(_) => None,
    }
}

/// The line on which an id is declared for the nth time.
fn place_of(text: &str, name: &str, id: &str, occurrence: usize) -> Place {
    let quoted = format!("\"{id}\"");
    let declared =
        text.lines().enumerate().filter(|(_, line)| line.contains("\"id\"") && line.contains(&quoted)).nth(occurrence);
    declared.map_or_else(|| Place::file(name), |(line, _)| Place::line(name, line + 1))
}
