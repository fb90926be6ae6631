//! A picture that somebody made, with the words for who does not see it.

use super::given::{self, Given};
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::read::{Picture, picture};
use crate::study::{ItemFile, Section, Study, text};
use crate::wording::{Language, Text};

/// A declared picture.
#[derive(Clone, Debug)]
pub struct PictureItem {
    pictures: Given<Picture>,
    /// What is shown instead in narrow windows.
    narrow: Option<Given<Picture>>,
    /// What is seen, in words.
    pub(super) alternative: Text,
}

/// A picture as an item shows it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The picture.
    pub picture: Picture,
    /// The one for narrow windows, where there is another.
    pub narrow: Option<Picture>,
    /// What is seen, in words.
    pub words: String,
}

/// Reads the keys of the kind and the files that they name. Where the title has both languages, so have the words.
pub(super) fn decode(study: &Study, section: &Section<'_>, title: Option<&Text>) -> Option<PictureItem> {
    section.require("alternative", msg!("key-item-alternative"));
    let alternative = text(section, "alternative");
    let english = title.is_some_and(|title| title.en.is_some());
    if let Some(own) = &alternative {
        let languages = Language::WORDS.into_iter().map(|(_, language)| language);
        let of_some = |language: &Language| *language == study.language || english || *language == Language::Swedish;
        let blank = |language: Language| own.get(language).trim().is_empty();
        if languages.filter(of_some).any(blank) || english && own.en.is_none() {
            let message = msg!("picture-without-words");
            section.report(Diagnostic::error(section.place_of("alternative"), message));
        }
    }
    let file = ItemFile::decode(section, false)?;
    let read = |own: &crate::study::Declared<String>| picture(&study.path(&own.value), &own.value, &study.limits);
    let narrow = ItemFile::narrow(section).map(|file| given::read(study, section, &file, read));
    let pictures = given::read(study, section, &file, read)?;
    Some(PictureItem { pictures, narrow: narrow.unwrap_or_default(), alternative: alternative? })
}

impl PictureItem {
    /// The picture of a language; `words` are those of it, filled in.
    pub(super) fn seen(&self, words: String, language: Language) -> Seen {
        let narrow = self.narrow.as_ref().map(|narrow| narrow.of(language).clone());
        Seen { picture: self.pictures.of(language).clone(), narrow, words }
    }
}
