//! The files that items of the report show: tables, pictures and texts that somebody made. `report.toml` names them and is read in
//! full only by the report; which files a study uses must be known before that.

use super::reading::decode_reading;
use super::{Declared, Reading, Section, Source, Study};
use crate::msg;
use crate::wording::Language;

/// The kinds of items that show a file.
pub const KINDS_OF_FILES: [&str; 3] = ["matrix", "picture", "text"];

/// The file of an item, or one for each language.
#[derive(Clone, Debug)]
pub struct ItemFile {
    /// The file, or the Swedish one.
    pub sv: Declared<String>,
    /// The English one, where it is another.
    pub en: Option<Declared<String>>,
    /// How a table is read.
    pub reading: Reading,
}

impl ItemFile {
    /// Reads the keys of an item that say which file it shows. Only a table has a way of being read.
    pub fn decode(section: &Section<'_>, is_table: bool) -> Option<Self> {
        section.require("file", msg!("key-item-file"));
        let reading = if is_table { decode_reading(section) } else { Reading::default() };
        Self::of_key(section, "file", reading)
    }

    /// The picture that is shown instead in narrow windows, where there is one.
    pub fn narrow(section: &Section<'_>) -> Option<Self> {
        Self::of_key(section, "narrow", Reading::default())
    }

    fn of_key(section: &Section<'_>, key: &'static str, reading: Reading) -> Option<Self> {
        if section.is_table(key) {
            return section.section(key, |both| {
                let (sv, en) = (both.required_text("sv", msg!("key-item-file")), both.text("en"));
                Some(Self { sv: sv?, en, reading })
            });
        }
        section.text(key).map(|sv| Self { sv, en: None, reading })
    }

    /// The file of a language.
    pub fn of(&self, language: Language) -> &Declared<String> {
        self.en.as_ref().filter(|_| language == Language::English).unwrap_or(&self.sv)
    }

    /// Each file once.
    pub fn files(&self) -> impl Iterator<Item = &Declared<String>> {
        std::iter::once(&self.sv).chain(self.en.as_ref().filter(|en| en.value != self.sv.value))
    }
}

impl Study {
    /// The files that the report's items name, and its template. What is wrong with the declarations the report tells.
    pub(super) fn files_of_items(&self) -> Vec<Declared<String>> {
        let path = self.path(&self.report.value);
        let text = self.may_use(&path).then(|| std::fs::read_to_string(path).ok()).flatten();
        let source = Source::new(&self.report.value, text.unwrap_or_default());
        let items = source.decode(|top| {
            top.accept_any_key();
            let template = top.text("template");
            Some((
                template,
                top.sections("item", |item| {
                    item.accept_any_key();
                    let kind = item.text("kind")?;
                    let file = (item.has("file") && KINDS_OF_FILES.contains(&kind.value.as_str()))
                        .then(|| ItemFile::decode(item, false))
                        .flatten();
                    let narrow =
                        (kind.value == "picture" && item.has("narrow")).then(|| ItemFile::narrow(item)).flatten();
                    Some([file, narrow])
                }),
            ))
        });
        let (template, items) = items.unwrap_or_default();
        template
            .iter()
            .chain(items.iter().flatten().flatten().flat_map(ItemFile::files))
            .filter(|file| !file.value.is_empty())
            .cloned()
            .collect()
    }
}
