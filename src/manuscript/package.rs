//! A Word document as a package (ECMA-376, part 2): its parts, what they are, and what they refer to.
//!
//! Parts that are not exchanged are copied as they are packed, so that they stay equal byte for byte.

mod check;
mod encoding;
mod relations;
mod types;
mod write;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use encoding::Encoding;

use super::xml::{Edits, Malformed, Tree, spot};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::wording::{Message, library_says};

/// A part that is read unpacks to no more bytes.
const LARGEST: u64 = 64 << 20;

/// A Word document.
pub struct Package {
    /// What messages call it.
    file: String,
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Parts that are new or exchanged, by name.
    exchanged: BTreeMap<String, Vec<u8>>,
    /// How parts are encoded that do not begin with the first letter of their text.
    marked: BTreeMap<String, Encoding>,
    /// The part with the text.
    main: String,
    /// Whether it is in the strict form.
    strict: bool,
}

impl Package {
    /// Opens a document.
    ///
    /// # Errors
    /// What is no Word document, is locked, signed, damaged, or laid out as no program lays them out.
    pub fn open(bytes: Vec<u8>, file: &str) -> Result<Self, Diagnostic> {
        let wrong = |message: Message| Diagnostic::error(Place::file(file), message);
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(wrong(msg!("manuscript-locked")));
        }
        if !bytes.starts_with(b"PK") {
            return Err(wrong(msg!("manuscript-not-word")));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(damaged(error)))?;
        let mut package = Self {
            file: file.to_owned(),
            archive,
            exchanged: BTreeMap::new(),
            marked: BTreeMap::new(),
            main: String::new(),
            strict: false,
        };
        package.check_names().map_err(wrong)?;
        package.main = package.find_main()?;
        if package.relations("")?.iter().any(|relation| relation.target.contains("_xmlsignatures")) {
            return Err(wrong(msg!("manuscript-signed")));
        }
        Ok(package)
    }

    fn wrong(&self, message: Message) -> Diagnostic {
        Diagnostic::error(Place::file(&self.file), message)
    }

    /// What messages call it.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Whether it is in the strict form of Office Open XML.
    pub(super) fn is_strict(&self) -> bool {
        self.strict
    }

    /// The name of the part with the text.
    pub(super) fn main(&self) -> &str {
        &self.main
    }

    /// Whether there is a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.exchanged.contains_key(name) || self.archive.index_for_name(name).is_some()
    }

    /// What stands in a part.
    ///
    /// # Errors
    /// A part that is missing, damaged, or larger than any text.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, Diagnostic> {
        if let Some(bytes) = self.exchanged.get(name) {
            return Ok(bytes.clone());
        }
        let file = Place::file(&self.file);
        let wrong = |message: Message| Diagnostic::error(file.clone(), message);
        let Some(index) = self.archive.index_for_name(name) else {
            return Err(wrong(msg!("manuscript-part-missing", part = shown(name))));
        };
        let mut bytes = Vec::new();
        let in_part = |error: &dyn std::fmt::Display| {
            wrong(msg!("manuscript-part-damaged", part = shown(name), error = library_says(error)))
        };
        let part = self.archive.by_index(index).map_err(|error| in_part(&error))?;
        part.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| in_part(&error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(wrong(msg!("manuscript-part-too-large", part = shown(name), megabytes = LARGEST >> 20)));
        }
        Ok(bytes)
    }

    /// A part as a tree.
    ///
    /// # Errors
    /// As for [`Package::part`], and what is not well-formed, with its place.
    pub(super) fn tree(&mut self, name: &str) -> Result<Tree, Diagnostic> {
        let bytes = self.part(name)?;
        let encoding = Encoding::of(&bytes);
        if encoding != Encoding::Plain {
            self.marked.insert(name.to_owned(), encoding);
        }
        Tree::read(encoding.read(&bytes)).map_err(|Malformed { at, why }| {
            let (line, column) = spot(&bytes, at);
            let (line, column) = (line.to_string(), column.to_string());
            self.wrong(msg!("manuscript-part-malformed", part = shown(name), line, column, why))
        })
    }

    /// Exchanges a part, or adds one.
    pub(super) fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        let written = self.marked.get(name).map(|encoding| encoding.write(&bytes));
        self.exchanged.insert(name.to_owned(), written.unwrap_or(bytes));
    }

    /// Puts an entry at the end of a list of relations or types.
    fn append(&mut self, list: &str, entry: &str) -> Result<(), Diagnostic> {
        let tree = self.tree(list)?;
        let root = tree.root();
        let name =
            tree.source()[tree.tag(root)].trim_start_matches('<').split([' ', '>', '/']).next().unwrap_or_default();
        let prefix = name.rsplit_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
        let entry = entry.replacen('<', &format!("<{prefix}"), 1);
        let mut edits = Edits::default();
        if tree.is_empty(root) {
            let tag = &tree.source()[tree.tag(root)];
            let opened = tag.trim_end_matches('>').trim_end_matches('/');
            edits.replace(tree.tag(root), format!("{opened}>{entry}</{name}>"));
        } else {
            edits.insert(tree.inner(root).end, entry);
        }
        let text = edits.apply(tree.source());
        self.put(list, text);
        Ok(())
    }

    /// A name for a new part that no other has: `word/media/insats1.png`.
    pub(super) fn free_name(&self, stem: &str, ending: &str) -> String {
        let name = |number: &usize| format!("{stem}{number}.{ending}");
        let number = (1..).find(|number| !self.has(&name(number))).unwrap_or_default();
        name(&number)
    }
}

/// The first line of every part that is made.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn damaged(error: impl std::fmt::Display) -> Message {
    msg!("manuscript-damaged", error = library_says(error))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::manuscript::space::Space;

    const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn document(parts: &[(&str, &str)]) -> Vec<u8> {
        let types = format!(
            "<Types xmlns=\"t\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/a/text.xml\" ContentType=\"{DOCUMENT}\"/></Types>"
        );
        let list = "<r:Relationships xmlns:r=\"r\"><r:Relationship Id=\"x\" Type=\"http://y/officeDocument\" Target=\"a/text.xml\"/></r:Relationships>";
        let text = format!("<document xmlns=\"{}\"/>", Space::Word.address(false));
        let own = [("[Content_Types].xml", types.as_str()), ("_rels/.rels", list), ("a/text.xml", text.as_str())];
        zipped(&[&own[..], parts].concat())
    }

    #[test]
    fn parts_are_found_by_their_relations_and_added_with_them() {
        let mut package = Package::open(document(&[("word/other.xml", "<o/>")]), "m").unwrap();
        assert_eq!(package.main(), "a/text.xml");
        let id = package.relate("a/text.xml", "comments", "a/comments.xml").unwrap();
        assert_eq!(package.relate("a/text.xml", "comments", "a/comments.xml").unwrap(), id);
        package.put("a/comments.xml", "<c/>");
        package.declare("a/comments.xml", "some/type").unwrap();
        let mut again = Package::open(package.write().unwrap(), "m").unwrap();
        assert_eq!(again.related("a/text.xml", "comments").unwrap().as_deref(), Some("a/comments.xml"));
        assert_eq!(again.content_type("a/comments.xml").unwrap().as_deref(), Some("some/type"));
        assert_eq!(again.content_type("word/other.xml").unwrap().as_deref(), Some("application/xml"));
        assert_eq!(again.part("word/other.xml").unwrap(), b"<o/>");
    }

    #[test]
    fn lists_of_other_prefixes_grow_in_their_own() {
        let mut package = Package::open(document(&[]), "m").unwrap();
        package.relate("", "customXml", "customXml/item1.xml").unwrap();
        let list = String::from_utf8(package.part("_rels/.rels").unwrap()).unwrap();
        assert!(list.ends_with("<r:Relationship Id=\"rIdInsats1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"/customXml/item1.xml\"/></r:Relationships>"));
    }

    #[test]
    fn what_is_no_document_is_refused_by_name() {
        let name = |bytes: Vec<u8>| Package::open(bytes, "m").err().map(|wrong| wrong.name());
        assert_eq!(name(b"text".to_vec()), Some("manuscript-not-word"));
        assert_eq!(name(b"\xd0\xcf\x11\xe0".to_vec()), Some("manuscript-locked"));
        assert_eq!(name(b"PK\x03\x04".to_vec()), Some("manuscript-damaged"));
        assert_eq!(name(zipped(&[("a.xml", "<a/>")])), Some("manuscript-not-word"));
        assert_eq!(name(document(&[("a/../b.xml", "<a/>")])), Some("manuscript-part-name"));
        assert_eq!(name(document(&[("A/text.XML", "<a/>")])), Some("manuscript-parts-twice"));
        assert_eq!(name(zipped(&[("_rels/.rels", "<Relationships>")])), Some("manuscript-part-malformed"));
    }
}
