//! What a text is written into: the styles of its document, the room on its pages, and what is taken there.

use std::collections::BTreeSet;

use super::page::PORTRAIT;
use super::template::Styles;

/// The two dialects of Office Open XML, which differ in the names of their vocabularies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// What Word writes unless it is told otherwise.
    #[default]
    Transitional,
    /// ISO/IEC 29500 strict.
    Strict,
}

impl Dialect {
    /// The vocabulary of texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            Self::Strict => "http://purl.oclc.org/ooxml/wordprocessingml/main",
        }
    }

    /// The vocabulary of relations between parts, of which kinds of relations are made.
    pub fn relations(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            Self::Strict => "http://purl.oclc.org/ooxml/officeDocument/relationships",
        }
    }

    /// The vocabulary of drawings.
    pub(super) fn drawing(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/drawingml/2006/main",
            Self::Strict => "http://purl.oclc.org/ooxml/drawingml/main",
        }
    }

    /// The vocabulary of where drawings stand in a text.
    pub(super) fn placed(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            Self::Strict => "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        }
    }

    /// The vocabulary of pictures.
    pub(super) fn picture(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/drawingml/2006/picture",
            Self::Strict => "http://purl.oclc.org/ooxml/drawingml/picture",
        }
    }
}

/// A document that is written into. Its usual values are those of a document of our own.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its styles.
    pub styles: Styles,
    /// Its dialect.
    pub dialect: Dialect,
    /// The width of its text, in millimetres.
    pub column: f64,
    /// The first number that is free for bookmarks.
    pub bookmark: u64,
    /// The first number that is free for drawings.
    pub drawing: u64,
    /// The ids of content controls that are taken.
    pub controls: BTreeSet<u32>,
    /// The ids of relations, and the names of parts below the main one's folder, that are taken.
    pub taken: BTreeSet<String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            styles: Styles::default(),
            dialect: Dialect::default(),
            column: PORTRAIT.column(),
            bookmark: 1,
            drawing: 1,
            controls: BTreeSet::new(),
            taken: BTreeSet::new(),
        }
    }
}

impl Setting {
    /// A name that is not taken, made of one and a number where it is; it is taken then.
    pub(super) fn free(taken: &mut BTreeSet<String>, name: impl Fn(&str) -> String) -> String {
        let mut found = name("");
        let mut number = 2_u32;
        while !taken.insert(found.clone()) {
            found = name(&format!("-{number}"));
            number += 1;
        }
        found
    }
}
