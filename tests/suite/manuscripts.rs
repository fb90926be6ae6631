//! What tests of manuscripts need: the parts of Word files, how controls read there, and filling.
//!
//! It reads XML by roxmltree, and nothing here knows how the program reads.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use insats::manuscript::{Filling, Named, Package, Says, Shown, Text, Told, fill};
use insats::render::docx::Setting;
use insats::run::{FillOptions, fill_manuscript};
use insats::wording::Language;
use roxmltree::{Document, Node};

use crate::support::project;

/// The author of the program's revisions and comments.
pub const OWN: &str = "insats";

/// The parts of a Word file by their names.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// A file of the manuscripts.
pub fn manuscript(name: &str) -> PathBuf {
    project("tests/manuscripts").join(name)
}

/// The bytes of a file of the manuscripts.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(manuscript(name)).expect(name)
}

/// The parts of a Word file.
pub fn parts(file: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.insert(part.name().expect("a name").into_owned(), bytes);
    }
    parts
}

/// A Word file of parts.
pub fn packed(parts: &Parts) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("an entry");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A part as text.
pub fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    let bytes = parts.get(name).unwrap_or_else(|| panic!("{name} is not there: {:?}", parts.keys()));
    std::str::from_utf8(bytes).expect("UTF-8").trim_start_matches('\u{feff}')
}

/// The main part of a Word file, changed.
pub fn with_document(file: &[u8], change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut parts = parts(file);
    let changed = change(text(&parts, MAIN));
    parts.insert(MAIN.to_owned(), changed.into_bytes());
    packed(&parts)
}

/// The name of the main part.
pub const MAIN: &str = "word/document.xml";

/// An attribute by its local name.
pub fn attribute<'d>(node: &Node<'d, '_>, name: &str) -> Option<&'d str> {
    node.attributes().find(|own| own.name() == name).map(|own| own.value())
}

/// A child by its local name.
pub fn child<'d, 'i>(node: &Node<'d, 'i>, name: &str) -> Option<Node<'d, 'i>> {
    node.children().find(|own| own.tag_name().name() == name)
}

/// How tracked changes are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// With all of them accepted.
    Accepted,
    /// With the program's own rejected, and others' accepted.
    Rejected,
}

impl View {
    /// Whether a mark by this name and author takes away what it stands around.
    fn hides(self, mark: &Node<'_, '_>) -> bool {
        let is_own = attribute(mark, "author") == Some(OWN);
        match mark.tag_name().name() {
            "moveFrom" => true,
            "del" => self == Self::Accepted || !is_own,
            "ins" => self == Self::Rejected && is_own,
            _ => false,
        }
    }
}

/// What an element reads as: the end of a paragraph is a new line, no-break spaces are spaces.
pub fn read(node: &Node<'_, '_>, view: View) -> String {
    let mut out = String::new();
    read_into(node, view, &mut out);
    out.replace(['\u{a0}', '\u{202f}'], " ")
}

fn read_into(node: &Node<'_, '_>, view: View, out: &mut String) {
    let row = child(node, "trPr").is_some_and(|marks| marks.children().any(|mark| view.hides(&mark)));
    let in_run = node.parent().is_some_and(|parent| parent.tag_name().name() == "r");
    match node.tag_name().name() {
        _ if view.hides(node) || row => return,
        "t" | "delText" if in_run => out.push_str(node.text().unwrap_or_default()),
        "tab" if in_run => out.push('\t'),
        "br" if in_run => out.push('\n'),
        _ => {}
    }
    node.children().for_each(|child| read_into(&child, view, out));
    let end = child(node, "pPr").and_then(|properties| child(&properties, "rPr"));
    let is_hidden = end.is_some_and(|marks| marks.children().any(|mark| view.hides(&mark)));
    if node.tag_name().name() == "p" && !is_hidden {
        out.push('\n');
    }
}

/// A control of the program in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub part: String,
    pub tag: String,
    pub is_placeholder: bool,
    pub accepted: String,
    pub rejected: String,
}

/// The tag of a control, if it is one of the program.
pub fn tag<'d>(node: &Node<'d, '_>) -> Option<&'d str> {
    let properties = child(node, "sdtPr").filter(|_| node.tag_name().name() == "sdt")?;
    attribute(&child(&properties, "tag")?, "val").filter(|tag| tag.starts_with("insats:"))
}

/// The controls of a part, as they read.
pub fn controls_of(name: &str, xml: &str) -> Vec<Seen> {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{name}: {error}"));
    let seen = |node: Node<'_, '_>| {
        let content = child(&node, "sdtContent");
        let read = |view| content.map_or(String::new(), |content| read(&content, view).trim().to_owned());
        Some(Seen {
            part: name.to_owned(),
            tag: tag(&node)?.to_owned(),
            is_placeholder: child(&child(&node, "sdtPr")?, "showingPlcHdr").is_some(),
            accepted: read(View::Accepted),
            rejected: read(View::Rejected),
        })
    };
    document.descendants().filter_map(seen).collect()
}

/// The controls of all parts with text.
pub fn controls(parts: &Parts) -> Vec<Seen> {
    let is_text = |name: &&String| {
        let name = name.strip_prefix("word/").unwrap_or_default();
        ["document", "header", "footer", "footnotes", "endnotes"].iter().any(|own| name.starts_with(own))
            && name.ends_with(".xml")
    };
    parts.keys().filter(is_text).flat_map(|name| controls_of(name, text(parts, name))).collect()
}

/// The bytes of the outermost controls of the program.
pub fn spans(xml: &str) -> Vec<Range<usize>> {
    let document = Document::parse(xml).expect("XML");
    let outermost = |node: &Node<'_, '_>| tag(node).is_some() && node.ancestors().skip(1).all(|up| tag(&up).is_none());
    document.descendants().filter(outermost).map(|node| node.range()).collect()
}

/// How many revisions by an author there are.
pub fn revisions(xml: &str, author: &str) -> usize {
    let document = Document::parse(xml).expect("XML");
    let is_one = |node: &Node<'_, '_>| node.tag_name().name() != "comment" && attribute(node, "author") == Some(author);
    document.descendants().filter(is_one).count()
}

/// The comments of an author: number and text.
pub fn comments(parts: &Parts, author: &str) -> Vec<(String, String)> {
    let Some(name) = parts.keys().find(|name| *name == "word/comments.xml") else { return Vec::new() };
    let document = Document::parse(text(parts, name)).expect("XML");
    let of_author = document.descendants().filter(|node| attribute(node, "author") == Some(author));
    let own = |node: Node<'_, '_>| {
        (attribute(&node, "id").expect("a number").to_owned(), read(&node, View::Accepted).trim().to_owned())
    };
    of_author.filter(|node| node.tag_name().name() == "comment").map(own).collect()
}

/// Fills a manuscript with a study, as the command does.
pub fn filled(study: &Path, file: &[u8], plainly: bool) -> (Vec<Told>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (folder.path().join("rapport.docx"), folder.path().join("ut.docx"));
    std::fs::write(&from, file).expect("a manuscript");
    let wanted = FillOptions { out: Some(to.clone()), plainly, ..FillOptions::default() };
    let summary = fill_manuscript(study, &from, &wanted, &|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    (summary.told, std::fs::read(to).expect("a filled manuscript"))
}

/// A study that knows some texts by their ids, and nothing else.
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// One text.
    pub fn one(id: &str, text: &str) -> Self {
        Self([(id.to_owned(), text.to_owned())].into())
    }

    /// Fills a manuscript with these texts.
    pub fn filled(&self, file: &[u8], plainly: bool) -> (Vec<Told>, Vec<u8>) {
        let mut package = Package::open(file.to_vec(), "rapport.docx").unwrap_or_else(|error| panic!("{error}"));
        let filling = Filling { plainly, items_only: false, day: None, language: Language::Swedish, year: 2024 };
        let told = fill(&mut package, self, &filling).unwrap_or_else(|error| panic!("{error}"));
        (told, package.write().unwrap_or_else(|error| panic!("{error}")))
    }
}

impl Says for Words {
    fn text(&self, named: &Named) -> Option<Text> {
        self.0.get(named.id()).map(Text::of)
    }

    fn item(&self, _: &str, _: &Setting) -> Option<Shown> {
        None
    }

    fn nearest(&self, _: &Named) -> Option<String> {
        None
    }
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The smallest Word file with this body.
pub fn small(body: &str) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let types = format!(
        "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{word}\"/></Types>"
    );
    let relations = format!(
        "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
         Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let document =
        format!("{head}<w:document xmlns:w=\"{W}\" xmlns:r=\"{OFFICE}\"><w:body>{body}</w:body></w:document>");
    let named = [("[Content_Types].xml", types), ("_rels/.rels", relations), (MAIN, document)];
    packed(&named.map(|(name, text)| (name.to_owned(), text.into_bytes())).into())
}

/// A control in a line, around these runs.
pub fn control(tag: &str, id: u32, runs: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )
}

/// A run with a text.
pub fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A text in which an editor has rejected, or else accepted, every change by the program.
pub fn decided(xml: &str, is_accepted: bool) -> String {
    let document = Document::parse(xml).expect("XML");
    let is_own = |node: &Node<'_, '_>| {
        ["ins", "del"].contains(&node.tag_name().name()) && attribute(node, "author") == Some(OWN)
    };
    let mut out = String::new();
    let mut at = 0;
    for node in document.descendants().filter(is_own) {
        let range = node.range();
        out += &xml[at..range.start];
        at = range.end;
        if (node.tag_name().name() == "ins") == is_accepted {
            let kept = &xml[range.clone()];
            let inner = &kept[kept.find('>').expect("a tag") + 1..kept.rfind("</").expect("an end")];
            out += &inner.replace("w:delText", "w:t");
        }
    }
    out + &xml[at..]
}
