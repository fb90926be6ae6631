//! A Word document as a package (ECMA-376, part 2): its parts, what they are, and what they refer to.
//!
//! Parts that are not exchanged are copied as they are packed, so that they stay equal byte for byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::space::Space;
use super::xml::{Edits, Malformed, Tree, escaped, spot};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::wording::{Message, library_says};

/// More parts than a report of a thousand pages has.
const MOST_PARTS: usize = 20_000;
/// A part that is read unpacks to no more bytes.
const LARGEST: u64 = 64 << 20;
const TYPES: &str = "[Content_Types].xml";
const TYPES_OF_TEXT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const TYPES_WITH_MACROS: &str = "application/vnd.ms-word.";

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

/// What a part refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `image`, `comments`.
    pub(super) kind: String,
    is_strict: bool,
    /// The part, from the root of the package; an address where it is outside.
    pub(super) target: String,
    pub(super) is_outside: bool,
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

    fn check_names(&mut self) -> Result<(), Message> {
        let doubtful = |name: &str| msg!("manuscript-part-name", part = shown(name));
        if self.archive.len() > MOST_PARTS {
            return Err(msg!("manuscript-of-many-parts", parts = self.archive.len().to_string()));
        }
        if self.archive.has_duplicate_names() {
            return Err(msg!("manuscript-parts-twice"));
        }
        let mut names: Vec<String> = Vec::new();
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(damaged)?;
            let name = part.name().map_err(damaged)?.into_owned();
            if part.encrypted() {
                return Err(msg!("manuscript-locked"));
            }
            if part.size() > LARGEST {
                return Err(msg!("manuscript-part-too-large", part = shown(&name), megabytes = LARGEST >> 20));
            }
            if name.starts_with('/') || name.contains('\\') || name.split('/').any(|step| [".", ".."].contains(&step)) {
                return Err(doubtful(&name));
            }
            names.push(name.to_lowercase());
        }
        names.sort();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(msg!("manuscript-parts-twice"));
        }
        Ok(())
    }

    fn find_main(&mut self) -> Result<String, Diagnostic> {
        let none = |package: &Self| package.wrong(msg!("manuscript-not-word"));
        let relations = self.relations("")?;
        let Some(main) = relations.into_iter().find(|relation| relation.kind == "officeDocument") else {
            return Err(none(self));
        };
        if !self.has(&main.target) {
            return Err(self.wrong(msg!("manuscript-part-missing", part = shown(&main.target))));
        }
        let kind = self.content_type(&main.target)?.unwrap_or_default();
        if ![TYPES_OF_TEXT, TYPES_WITH_MACROS].iter().any(|known| kind.starts_with(known)) {
            return Err(none(self));
        }
        self.strict = main.is_strict;
        let tree = self.tree(&main.target)?;
        if tree.word(tree.root()) != "document" {
            return Err(none(self));
        }
        Ok(main.target)
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

    /// What a part refers to; the package as a whole has no name.
    pub(super) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Diagnostic> {
        let list = relations_of(of);
        if !self.has(&list) {
            return Ok(Vec::new());
        }
        let tree = self.tree(&list)?;
        let folder = of.rsplit_once('/').map_or("", |(folder, _)| folder);
        let read = |id| {
            let [own, kind, target, mode] = ["Id", "Type", "Target", "TargetMode"]
                .map(|name| tree.attribute(id, Space::None, name).unwrap_or_default());
            let is_outside = mode == "External";
            Relation {
                id: own,
                is_strict: kind.starts_with(Space::Relations.address(true)),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: if is_outside { target } else { resolved(folder, &target) },
                is_outside,
            }
        };
        Ok(tree.children(tree.root()).map(read).collect())
    }

    /// The part that another refers to by a kind of relation, as its `comments`.
    pub(super) fn related(&mut self, of: &str, kind: &str) -> Result<Option<String>, Diagnostic> {
        let found = self.relations(of)?.into_iter().find(|relation| relation.kind == kind && !relation.is_outside);
        Ok(found.map(|relation| relation.target))
    }

    /// Lets a part refer to another, and gives the relation's id.
    pub(super) fn relate(&mut self, of: &str, kind: &str, target: &str) -> Result<String, Diagnostic> {
        let taken = self.relations(of)?;
        if let Some(known) = taken.iter().find(|relation| relation.target == target && !relation.is_outside) {
            return Ok(known.id.clone());
        }
        let free = |number: &usize| taken.iter().all(|relation| relation.id != format!("rIdInsats{number}"));
        let id = format!("rIdInsats{}", (1..).find(free).unwrap_or_default());
        let kind = if kind.contains(':') {
            kind.to_owned()
        } else {
            format!("{}/{kind}", Space::Relations.address(self.strict))
        };
        let entry = format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>", escaped(target));
        let list = relations_of(of);
        if self.has(&list) {
            self.append(&list, &entry)?;
        } else {
            let address = "http://schemas.openxmlformats.org/package/2006/relationships";
            self.put(&list, format!("{HEAD}<Relationships xmlns=\"{address}\">{entry}</Relationships>"));
        }
        Ok(id)
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

    /// What a part is.
    pub(super) fn content_type(&mut self, name: &str) -> Result<Option<String>, Diagnostic> {
        let tree = self.tree(TYPES)?;
        let get = |id, name| tree.attribute(id, Space::None, name).unwrap_or_default();
        let ending = name.rsplit('.').next().unwrap_or_default();
        let own = tree.children(0).find(|id| get(*id, "PartName").trim_start_matches('/').eq_ignore_ascii_case(name));
        let of_ending = || tree.children(0).find(|id| get(*id, "Extension").eq_ignore_ascii_case(ending));
        Ok(own.or_else(of_ending).map(|id| get(id, "ContentType")))
    }

    /// Says what a part is, unless it is said already.
    pub(super) fn declare(&mut self, name: &str, content_type: &str) -> Result<(), Diagnostic> {
        if self.content_type(name)?.is_some_and(|known| known == content_type) {
            return Ok(());
        }
        let entry = format!("<Override PartName=\"/{}\" ContentType=\"{content_type}\"/>", escaped(name));
        self.append(TYPES, &entry)
    }

    /// A name for a new part that no other has: `word/media/insats1.png`.
    pub(super) fn free_name(&self, stem: &str, ending: &str) -> String {
        let name = |number: &usize| format!("{stem}{number}.{ending}");
        let number = (1..).find(|number| !self.has(&name(number))).unwrap_or_default();
        name(&number)
    }

    /// The document's bytes.
    ///
    /// # Errors
    /// A part that cannot be copied.
    pub fn write(mut self) -> Result<Vec<u8>, Diagnostic> {
        let file = Place::file(&self.file);
        let wrong = |error: zip::result::ZipError| Diagnostic::error(file.clone(), damaged(error));
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        let mut new = std::mem::take(&mut self.exchanged);
        let deflated = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let put = |package: &mut ZipWriter<_>, name: &str, bytes: &[u8]| {
            package.start_file(name, deflated).map_err(wrong)?;
            package.write_all(bytes).map_err(|error| wrong(error.into()))
        };
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(wrong)?;
            let name = part.name().map_err(wrong)?.into_owned();
            match new.remove(&name) {
                Some(bytes) => put(&mut package, &name, &bytes)?,
                None => package.raw_copy_file(part).map_err(wrong)?,
            }
        }
        new.iter().try_for_each(|(name, bytes)| put(&mut package, name, bytes))?;
        package.finish().map(Cursor::into_inner).map_err(wrong)
    }
}

/// How a part is encoded, by the mark that it begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// UTF-8 without a mark.
    Plain,
    /// UTF-8 with a mark.
    Marked,
    /// UTF-16, the lower half first.
    Little,
    /// UTF-16, the upper half first.
    Big,
}

impl Encoding {
    fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Self::Marked,
            [0xff, 0xfe, ..] => Self::Little,
            [0xfe, 0xff, ..] => Self::Big,
            _ => Self::Plain,
        }
    }

    fn read(self, bytes: &[u8]) -> Vec<u8> {
        let halves = |of: fn([u8; 2]) -> u16| {
            let halves = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
            char::decode_utf16(halves)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
                .into_bytes()
        };
        match self {
            Self::Plain => bytes.to_vec(),
            Self::Marked => bytes[3..].to_vec(),
            Self::Little => halves(u16::from_le_bytes),
            Self::Big => halves(u16::from_be_bytes),
        }
    }

    fn write(self, text: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(text);
        let halves = |of: fn(u16) -> [u8; 2]| std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(of).collect();
        match self {
            Self::Plain => text.into_owned().into_bytes(),
            Self::Marked => ["\u{feff}", &text].concat().into_bytes(),
            Self::Little => halves(u16::to_le_bytes),
            Self::Big => halves(u16::to_be_bytes),
        }
    }
}

/// The first line of every part that is made.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn damaged(error: impl std::fmt::Display) -> Message {
    msg!("manuscript-damaged", error = library_says(error))
}

/// The part with the relations of another.
fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    resolved(folder, &format!("_rels/{name}.rels"))
}

/// A target from the root: absolute, or from the folder of the part that refers to it.
fn resolved(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

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
