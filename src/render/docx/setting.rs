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

/// A heading that a document has of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level, from 0.
    pub level: usize,
    /// Its text.
    pub text: String,
    /// A bookmark in it, where it has one.
    pub bookmark: Option<String>,
}

/// A list that a document begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The contents.
    Contents,
    /// The list of figures.
    Figures,
    /// The list of tables.
    Tables,
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
    /// What stands before and behind the text, as the contents list it.
    pub around: [Vec<Heading>; 2],
    /// The lists that the document has of its own.
    pub lists: BTreeSet<List>,
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
            around: [Vec::new(), Vec::new()],
            lists: BTreeSet::new(),
        }
    }
}
