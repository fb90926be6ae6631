//! What must hold in a codebook beyond its JSON form: ids, parents, and (in `rules`) what rules say.

use std::collections::BTreeMap;

use super::source::Source;
use super::states::STATES;
use super::{Code, Codebook, Domain, System, check_rules};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, is_name, shown};
use crate::msg;
use crate::signs::FORMULA_SIGNS;
use crate::wording::Message;

/// So many domains fit into the bits that the coder keeps of a word.
pub(crate) const MOST_DOMAINS: usize = 14;

/// All problems of a codebook, each with the place where the id in question is declared.
pub(super) fn check(book: &Codebook, source: &dyn Source) -> Diagnostics {
    let mut messages = Diagnostics::new();
    let mut report = |id: &str, occurrence: usize, message: Message| {
        messages.push(Diagnostic::error(source.declared(id, occurrence), message));
    };
    let systems: Vec<_> = book.systems.iter().map(|s| s.id.as_str()).collect();
    for (index, system) in systems.iter().enumerate().filter(|(index, system)| systems[..*index].contains(system)) {
        let times = systems[..index].iter().filter(|s| *s == system).count();
        report(system, times, msg!("code-system-twice", system = shown(system)));
    }
    if let Some(beyond) = book.domains.get(MOST_DOMAINS) {
        report(beyond.id.word(), 0, msg!("domains-too-many", domains = book.domains.len(), most = MOST_DOMAINS));
    }
    for (index, domain) in book.domains.iter().enumerate() {
        let word = domain.id.word();
        if !is_name(word) {
            report(word, 0, msg!("domain-name-unfit", domain = shown(word)));
        }
        if book.domains[..index].iter().any(|d| d.id.word() == word) {
            report(word, 1, msg!("domain-twice", domain = word));
        }
        let named = [("attains", &domain.attains), ("result_of", &domain.result_of)];
        for (key, related) in named.into_iter().filter_map(|(key, related)| Some((key, related.as_ref()?))) {
            if related == word || book.domain(related).is_none() {
                let others = book.domains().map(Domain::word).filter(|other| *other != word);
                let suggestion = did_you_mean(related, others);
                let (key, related) = (shown(key), shown(related));
                report(word, 0, msg!("domain-related-unknown", domain = word, key, related, suggestion));
            }
        }
        if !systems.contains(&domain.system.as_str()) {
            let suggestion = did_you_mean(&domain.system, systems.iter().copied());
            let system = shown(&domain.system);
            report(word, 0, msg!("code-system-unknown", domain = word, system, suggestion));
        }
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for code in book.systems.iter().flat_map(|s| &s.codes) {
        let times = seen.entry(&code.id).or_default();
        if *times > 0 {
            report(&code.id, *times, msg!("code-twice", code = shown(&code.id)));
        }
        *times += 1;
        if code.id.is_empty() || code.id.contains(|c: char| c.is_whitespace() || matches!(c, ';' | ',')) {
            report(&code.id, 0, msg!("code-unfit", code = shown(&code.id)));
        }
        if code.id.starts_with(FORMULA_SIGNS) {
            report(&code.id, 0, msg!("code-like-formula", code = shown(&code.id)));
        }
        if STATES.contains(&code.id.as_str()) {
            report(&code.id, 0, msg!("code-means-state", code = shown(&code.id)));
        }
    }
    for system in &book.systems {
        for (index, code) in system.codes.iter().enumerate() {
            if let Some(message) = parent_problem(book, system, index, code) {
                report(&code.id, 0, message);
            }
        }
    }
    check_rules::check(book, source, &mut messages);
    messages
}

/// A parent must be a main code that stands earlier in the same system; this rules out orphans, cycles and depth.
fn parent_problem(book: &Codebook, system: &System, index: usize, code: &Code) -> Option<Message> {
    let parent = code.parent.as_deref()?;
    let (own, of) = (shown(&code.id), shown(parent));
    match system.codes.iter().position(|c| c.id == parent) {
        None => Some(match book.system_of(parent) {
            Some(other) => msg!("parent-in-other-system", parent = of, code = own, system = shown(&other.id)),
            None => {
                let main_codes = system.codes.iter().filter(|c| c.parent.is_none()).map(|c| c.id.as_str());
                let suggestion = did_you_mean(parent, main_codes);
                msg!("parent-unknown", parent = of, code = own, suggestion)
            }
        }),
        Some(at) if at >= index => Some(msg!("subcode-before-parent", code = own, parent = of)),
        Some(at) => {
            let main = system.codes[at].parent.as_ref()?;
            Some(msg!("parent-is-subcode", parent = of, code = own, main = shown(main)))
        }
    }
}
