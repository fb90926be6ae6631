//! Texts that domains are coded from and that the study does not have.

use crate::codebook::{ALL_TEXTS, Codebook, DomainUse};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::study::Study;

/// Warns of texts that a domain names and the study does not declare, and of domains whose rules then read nothing.
pub(super) fn report(study: &Study, book: &Codebook, messages: &mut Diagnostics) {
    let Some(file) = &study.codebook else { return };
    let with_rules =
        |used: &DomainUse| book.codes(used.id).iter().flat_map(|code| &code.rules).any(|r| r.is_for(used.id));
    let has = |text: &str| text == ALL_TEXTS || study.texts.iter().any(|own| own.word() == text);
    // A question that a study does not ask is no mistake; one that no domain codes is told.
    for used in book.domains.iter().filter(|used| used.id.is_of_interventions()) {
        let named: Vec<&str> = match used.texts.as_slice() {
            // Without rules nothing is read, and people have read the answers as a whole.
            [] if !with_rules(used) || used.id.reads(ALL_TEXTS) => Vec::new(),
            [] => vec![used.id.word()],
            texts => texts.iter().map(String::as_str).collect(),
        };
        for text in named.into_iter().filter(|text| !has(text)) {
            let suggestion = did_you_mean(text, study.texts.iter().map(|own| own.word()));
            let message = msg!("domain-text-undeclared", domain = used.id.word(), text = shown(text), suggestion);
            messages.push(Diagnostic::warning(Place::file(&file.value), message));
        }
    }
}
