//! A text that somebody wrote, with the numbers that it asks for.

use super::fill;
use super::given::{self, Given};
use super::prose::Prose;
use super::{Declaration, ItemDeclaration, Material};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::read::bytes;
use crate::study::{Declared, ItemFile, Limits, Section, Study};
use crate::wording::Language;

/// A declared text.
#[derive(Clone, Debug)]
pub struct TextItem(Given<Prose>);

/// Reads the keys of the kind and the files that they name.
pub(super) fn decode(study: &Study, section: &Section<'_>) -> Option<TextItem> {
    let callout = section.flag("callout").unwrap_or(false);
    let file = ItemFile::decode(section, false)?;
    given::read(study, section, &file, |own| prose(study, section, own, callout)).map(TextItem)
}

fn prose(study: &Study, section: &Section<'_>, file: &Declared<String>, callout: bool) -> Result<Prose, Diagnostics> {
    let name = &file.value;
    let content = bytes(&study.path(name), name, &study.limits)?;
    let Ok(text) = std::str::from_utf8(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&content)) else {
        return Err(Diagnostic::error(Place::file(name), msg!("prose-not-utf8")).into());
    };
    if text.chars().count() as u64 > study.limits.text {
        let (found, unit) = (msg!("text-too-long"), msg!("unit-characters"));
        return Err(Limits::exceeded(Place::file(name), found, study.limits.text, unit, "text").into());
    }
    let mut told = Diagnostics::new();
    let lines = text.lines().enumerate().map(|(at, line)| (Place::line(name, at + 1), line));
    given::contacts(lines, true, &mut told);
    let prose = match Prose::parse(text, name, callout) {
        Ok(prose) => prose,
        Err(wrong) => {
            told.extend(wrong);
            return Err(told);
        }
    };
    if !told.has_errors() {
        // As it is read: signs of Markdown may part a number, and a line may end in it.
        let mut of_read = Diagnostics::new();
        given::contacts(prose.plain().iter().map(|own| (Place::file(name), own.as_str())), true, &mut of_read);
        told.extend(of_read.errors_only());
    }
    if told.has_errors() {
        return Err(told);
    }
    told.sorted().into_iter().for_each(|own| section.report(own.clone()));
    Ok(prose)
}

impl TextItem {
    /// What is wrong with the phrases and numbers of areas that a text asks for.
    pub(super) fn check(
        &self,
        (study, declaration): (&Study, &Declaration),
        item: &ItemDeclaration,
        messages: &mut Diagnostics,
    ) {
        for (_, language) in Language::WORDS {
            fill::check_blanks((study, declaration), item.into(), self.0.of(language).blanks(), messages);
        }
    }

    /// Whether it asks for a phrase.
    pub(super) fn asks(&self, phrase: &str) -> bool {
        let texts = Language::WORDS.map(|(_, language)| self.0.of(language));
        texts.into_iter().any(|prose| prose.blanks().any(|(_, blank)| blank.asked == phrase))
    }

    /// The text of the material's language with its phrases and numbers of areas; quantities are still open.
    pub(super) fn prose(&self, material: &Material<'_>, item: &ItemDeclaration) -> Prose {
        let mut prose = self.0.of(material.language).clone();
        let filled = fill::fill_blanks(material, item.into(), prose.blanks());
        filled.into_iter().for_each(|(at, text)| prose.fill(at, &text));
        prose
    }
}
