//! Numbers that the report declares for manuscripts: words, and what they ask for. They stand nowhere in the report itself.

use std::collections::BTreeSet;

use super::blank::Asking;
use super::fill;
use super::given::Given;
use super::{Declaration, Material};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, is_name, shown};
use crate::msg;
use crate::study::{Limits, Section, Study, text};
use crate::wording::{Language, Text};

/// A number as declared.
#[derive(Clone, Debug)]
pub struct NumberDeclaration {
    /// Its name in the tags of a manuscript.
    pub id: String,
    /// Where that stands.
    pub place: Place,
    /// Where its text stands.
    pub text_place: Place,
    text: Given<Asking>,
}

/// Reads the numbers of a report.
pub(super) fn read(study: &Study, top: &Section<'_>) -> Vec<NumberDeclaration> {
    let mut ids = BTreeSet::new();
    top.sections("number", |section| {
        let id = section.required_text("id", msg!("key-number-id"));
        section.require("text", msg!("key-number-text"));
        let text = text(section, "text");
        if let Some(id) = &id {
            let wrong = |message| section.report(Diagnostic::error(id.place.clone(), message));
            if !is_name(&id.value) {
                wrong(msg!("number-id-unfit", number = shown(&id.value)));
            }
            if !ids.insert(id.value.clone()) {
                wrong(msg!("number-twice", number = shown(&id.value)));
            }
        }
        let place = section.place_of("text");
        let text = text.filter(|text| is_fit(study, text, &place, section))?;
        let id = id?;
        let text = Given::of_text(&text, |text| Asking::new(text.to_owned(), |_| place.clone()));
        Some(NumberDeclaration { id: id.value, place: id.place, text_place: place, text })
    })
}

/// Whether a text is not too long, asks for something, and closes its braces, in each of its languages.
fn is_fit(study: &Study, text: &Text, place: &Place, section: &Section<'_>) -> bool {
    let wrong = |text: &str| {
        if text.chars().count() as u64 > study.limits.text {
            let (found, unit) = (msg!("text-too-long"), msg!("unit-characters"));
            return Some(Limits::exceeded(place.clone(), found, study.limits.text, unit, "text"));
        }
        let asking = Asking::new(text.to_owned(), |_| place.clone());
        let message = match (asking.marked(|_| String::new()).contains('{'), asking.has_blanks()) {
            (true, _) => msg!("placeholder-not-closed"),
            (false, false) => msg!("number-asks-for-nothing", text = shown(text)),
            (false, true) => return None,
        };
        Some(Diagnostic::error(place.clone(), message))
    };
    let found: Vec<Diagnostic> =
        [Some(&text.sv), text.en.as_ref()].into_iter().flatten().filter_map(|own| wrong(own)).collect();
    let is_fit = found.is_empty();
    found.into_iter().for_each(|wrong| section.report(wrong));
    is_fit
}

impl NumberDeclaration {
    /// What is wrong with the phrases and numbers of areas that it asks for.
    pub(super) fn check(&self, (study, declaration): (&Study, &Declaration), messages: &mut Diagnostics) {
        for (_, language) in Language::WORDS {
            fill::check_blanks((study, declaration), self.into(), self.text.of(language).blanks(), messages);
        }
    }

    /// Whether it asks for a phrase.
    pub(super) fn asks(&self, phrase: &str) -> bool {
        let texts = Language::WORDS.map(|(_, language)| self.text.of(language));
        texts.into_iter().any(|text| text.blanks().any(|(_, blank)| blank.asked == phrase))
    }

    /// Its text in the material's language with phrases and numbers of areas; quantities are still open.
    pub fn text(&self, material: &Material<'_>) -> Asking {
        let mut text = self.text.of(material.language).clone();
        let filled = fill::fill_blanks(material, self.into(), text.blanks());
        filled.into_iter().for_each(|(at, value)| text.fill(at, &value));
        text
    }
}
