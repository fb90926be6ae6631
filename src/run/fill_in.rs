//! Numbers in the report's texts: filled in once everything is counted, and held against the claims.

use super::findings::Findings;
use super::job::Job;
use super::subjects::subjects;
use crate::claims::{Facts, NoNumber, breaks_of, quantity};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::manuscript::{Pairing, sentences};
use crate::msg;
use crate::report::{Blank, Content, Item};
use crate::wording::Language;

/// A number for a text.
pub(super) struct Filled {
    /// The item's position.
    item: usize,
    /// The position in the text.
    at: usize,
    number: String,
    /// Why years that it speaks of cannot be compared, for the note.
    breaks: Vec<String>,
}

/// Why there is no number, where a text asks for it.
pub(super) fn told(none: NoNumber, blank: &Blank) -> Diagnostic {
    let context = msg!("in-quantity", quantity = shown(&format!("{{{}}}", blank.asked)));
    Diagnostic::from(none).within(context).at(blank.place.clone())
}

impl Job<'_> {
    /// The numbers that texts ask for; what cannot be had is an error where the text asks.
    pub(super) fn numbers_of_texts(&mut self, findings: &Findings, items: &[Item], facts: &Facts<'_>) -> Vec<Filled> {
        let mut filled = Vec::new();
        let words = &findings.claims.words;
        for (at, item) in items.iter().enumerate() {
            let Content::Text(prose) = &item.content else { continue };
            for (position, blank) in prose.blanks() {
                match quantity(&blank.asked, facts, words) {
                    Ok(number) => {
                        let breaks = breaks_of(&blank.asked, facts, words);
                        filled.push(Filled { item: at, at: position, number, breaks });
                    }
                    Err(none) => self.messages.push(told(none, blank)),
                }
            }
        }
        filled
    }

    /// Fills the numbers in, and tells where a text says otherwise than a claim that covers it.
    pub(super) fn fill_in(&mut self, findings: &Findings, items: &mut [Item], filled: &[Filled], language: Language) {
        for Filled { item, at, number, breaks } in filled {
            let item = &mut items[*item];
            for told in breaks {
                if !item.note.contains(told.as_str()) {
                    item.note = format!("{} {told}", item.note).trim_start().to_owned();
                }
            }
            item.fill(*at, number, language);
        }
        if !items.iter().any(Item::is_text) {
            return;
        }
        let pairing = Pairing::new(&findings.claims.claims, &[], &subjects(findings, Vec::new(), language));
        for item in items.iter() {
            let Content::Text(prose) = &item.content else { continue };
            // A text that is no text was refused when it was read.
            let Ok(sentences) = sentences(prose.filled().as_bytes(), &prose.file) else { continue };
            for (sentence, paired) in sentences.iter().zip(pairing.pair_all(&sentences)) {
                for paired in paired.iter().filter(|paired| paired.differs()) {
                    let Some(claim) = paired.claim.and_then(|at| findings.claims.claims.get(at)) else { continue };
                    let number = sentence.text.get(paired.figure.digits.clone()).unwrap_or_default();
                    let message = msg!(
                        "text-differs-from-claim",
                        number = shown(number),
                        claim = shown(&claim.id),
                        statement = shown(&claim.statement)
                    );
                    let place = Place::line(&prose.file, sentence.paragraph);
                    self.messages.push(Diagnostic::warning(place, message));
                }
            }
        }
    }
}
