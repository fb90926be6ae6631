//! Packages of Office files: which part is the document, and where its sheets, texts and styles stand (ECMA-376, part 2).
//!
//! A part may stand anywhere; the relationships say where. Programs that write workbooks by rule put them elsewhere than
//! Excel does, or separate folders by backslashes. Their reader looks where Excel puts them, so such packages are laid out
//! anew in memory before it sees them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::format::{Foreign, Format};
use super::splice;

/// An Office package.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// By their names in lower case with slashes, the parts' names and positions.
    parts: BTreeMap<String, (String, usize)>,
    /// How many bytes a part may unpack to.
    most: u64,
}

/// A relationship: what a part refers to.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `styles`.
    pub(super) kind: String,
    written: String,
    /// The part, from the root of the package.
    pub(super) target: String,
}

/// Lists of relationships and contents are short.
const LONGEST_LIST: u64 = 8_000_000;

impl<'a> Package<'a> {
    /// Opens a package; `None` where it is none. A part may unpack to so many bytes.
    pub(super) fn open(bytes: &'a [u8], most: u64) -> Option<Self> {
        const MOST_PARTS: usize = 20_000;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        if archive.len() > MOST_PARTS {
            return None;
        }
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let Ok(part) = archive.by_index_raw(index) else { continue };
            let Ok(name) = part.name() else { continue };
            parts.insert(key(&name), (name.into_owned(), index));
        }
        Some(Self { bytes, archive, parts, most })
    }

    /// Whether there is a part.
    pub(super) fn has(&self, path: &str) -> bool {
        self.parts.contains_key(&key(path))
    }

    /// A reader of a part.
    pub(super) fn reader(&mut self, path: &str) -> Option<impl Read> {
        let (_, index) = self.parts.get(&key(path))?;
        let most = self.most;
        self.archive.by_index(*index).ok().map(|part| part.take(most))
    }

    /// What stands in a part.
    pub(super) fn part(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        self.reader(path)?.read_to_end(&mut content).ok()?;
        Some(content)
    }

    fn list(&mut self, path: &str) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        self.reader(path)?.take(LONGEST_LIST).read_to_end(&mut content).ok()?;
        Some(content)
    }

    /// What a part refers to; the package as a whole has no name.
    pub(super) fn relations(&mut self, of: &str) -> Vec<Relation> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let list = self.list(&resolved(folder, &format!("_rels/{name}.rels")));
        let mut relations = Vec::new();
        for_each_element(&list.unwrap_or_default(), &mut |element| {
            if element.local_name().as_ref() != "Relationship"
                || attribute(element, "TargetMode").as_deref() == Some("External")
            {
                return;
            }
            let [id, kind, written] = ["Id", "Type", "Target"].map(|name| attribute(element, name).unwrap_or_default());
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id, kind, target: resolved(folder, &written), written });
        });
        relations
    }

    /// The part that is the document.
    pub(super) fn document(&mut self) -> Option<Relation> {
        let relations = self.relations("");
        relations.into_iter().find(|relation| relation.kind == "officeDocument" && self.has(&relation.target))
    }

    /// What kind of document it is; `Err` says what else, `None` that nobody knows.
    pub(super) fn format(&mut self) -> Option<Result<Format, Foreign>> {
        let mimetype = self.list("mimetype").unwrap_or_default();
        let mimetype = String::from_utf8_lossy(&mimetype).into_owned();
        let open = |kind: &str| mimetype.contains(&format!("opendocument.{kind}"));
        match () {
            () if open("spreadsheet") => return Some(Ok(Format::Ods)),
            () if open("text") => return Some(Err(Foreign::TextDocument)),
            () if open("presentation") => return Some(Err(Foreign::Presentation)),
            () => {}
        }
        let document = self.document().map(|document| document.target.to_lowercase());
        let Some(path) = document else {
            return self.has("content.xml").then_some(Ok(Format::Ods));
        };
        let kind = self.content_type(&path).unwrap_or_default().to_lowercase();
        let is = |word: &str, folder: &str| kind.contains(word) || (kind.is_empty() && path.starts_with(folder));
        Some(match () {
            () if is("wordprocessingml", "word/") || kind.contains("ms-word") => Err(Foreign::TextDocument),
            () if is("presentationml", "ppt/") || kind.contains("ms-powerpoint") => Err(Foreign::Presentation),
            () if kind.contains("sheet.binary") || path.ends_with(".bin") => Ok(Format::Xlsb),
            () if kind.contains("sheet") || kind.contains("ms-excel") || kind.is_empty() => Ok(Format::Xlsx),
            () => return None,
        })
    }

    /// The type of a part by the package's own list, where it is listed by name.
    fn content_type(&mut self, path: &str) -> Option<String> {
        let list = self.list("[Content_Types].xml")?;
        let mut found = None;
        for_each_element(&list, &mut |element| {
            if element.local_name().as_ref() == "Override"
                && attribute(element, "PartName").is_some_and(|name| key(&name) == key(path))
            {
                found = attribute(element, "ContentType");
            }
        });
        found
    }

    /// The package as its reader expects it; `None` where it is so already, or cannot be understood.
    pub(super) fn laid_out(&mut self, format: Format) -> Option<Vec<u8>> {
        let ending = if format == Format::Xlsb { "bin" } else { "xml" };
        let document = self.document()?;
        let relations = self.relations(&document.target);
        if self.is_laid_out(&document, &relations, ending) {
            return None;
        }
        let mut book = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let mut put = |path: &str, content: &[u8]| -> Option<()> {
            book.start_file(path, stored).ok()?;
            book.write_all(content).ok()
        };
        let of_type =
            |kind: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        let list = |entries: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"
            )
        };
        let entry = |id: &str, kind: &str, target: &str| {
            let id = quick_xml::escape::escape(id);
            format!("<Relationship Id=\"{id}\" Type=\"{}\" Target=\"{target}\"/>", of_type(kind))
        };
        let mut entries = String::new();
        let mut left = self.most;
        for (number, relation) in relations.iter().enumerate() {
            let target = match relation.kind.as_str() {
                "sharedStrings" => format!("sharedStrings.{ending}"),
                "styles" => format!("styles.{ending}"),
                "worksheet" | "chartsheet" | "dialogsheet" => format!("worksheets/sheet{}.{ending}", number + 1),
                _ => continue,
            };
            entries += &entry(&relation.id, &relation.kind, &target);
            // What is missing is missed by the reader, too.
            let Some(content) = self.part(&relation.target) else { continue };
            left = left.checked_sub(content.len() as u64)?;
            put(&format!("xl/{target}"), &content)?;
        }
        put(&format!("xl/workbook.{ending}"), &self.part(&document.target)?)?;
        put(&format!("xl/_rels/workbook.{ending}.rels"), list(&entries).as_bytes())?;
        let main = entry("rId1", "officeDocument", &format!("xl/workbook.{ending}"));
        put("_rels/.rels", list(&main).as_bytes())?;
        book.finish().ok().map(Cursor::into_inner)
    }

    /// The package with other content in some parts; all others are copied as they are packed.
    pub(super) fn with_parts(&mut self, new: BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
        let named =
            |(path, content): (&String, &Vec<u8>)| Some((self.parts.get(&key(path))?.0.clone(), content.clone()));
        let named: Vec<(String, Vec<u8>)> = new.iter().map(named).collect::<Option<_>>()?;
        splice::with_parts(self.bytes, &named).or_else(|| self.repacked(new))
    }

    /// The same where the archive is laid out as few programs do it: it is written anew.
    fn repacked(&mut self, mut new: BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        new = new.into_iter().map(|(path, content)| (key(&path), content)).collect();
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).ok()?;
            let name = part.name().ok()?.into_owned();
            let Some(content) = new.remove(&key(&name)) else {
                package.raw_copy_file(part).ok()?;
                continue;
            };
            let options = SimpleFileOptions::default().compression_method(match part.compression() {
                CompressionMethod::Stored => CompressionMethod::Stored,
                _ => CompressionMethod::Deflated,
            });
            let options = part.unix_mode().map_or(options, |mode| options.unix_permissions(mode));
            let options = part.last_modified().map_or(options, |when| options.last_modified_time(when));
            package.start_file(name, options).ok()?;
            package.write_all(&content).ok()?;
        }
        if !new.is_empty() {
            return None;
        }
        package.finish().ok().map(Cursor::into_inner)
    }

    /// Whether all stands where the reader looks for it: in the folder of the document, which for xlsb is always `xl`.
    fn is_laid_out(&self, document: &Relation, relations: &[Relation], ending: &str) -> bool {
        let folder = document.target.rsplit_once('/').map_or("", |(folder, _)| folder);
        let clean = |path: &str| !path.contains('\\') && !path.split('/').any(|step| step == "." || step == "..");
        let named_so = |path: &str| self.parts.get(&key(path)).is_none_or(|(name, _)| *name == path);
        let usual = (ending == "xml" && !document.target.is_empty()) || document.target == "xl/workbook.bin";
        let placed = |relation: &Relation| match relation.kind.as_str() {
            "sharedStrings" | "styles" => {
                key(&relation.target) == key(&resolved(folder, &format!("{}.{ending}", relation.kind)))
            }
            "worksheet" => clean(&relation.written) && (ending == "xml" || !relation.written.starts_with('/')),
            _ => true,
        };
        let rels = resolved(folder, &format!("_rels/{}.rels", document.target.rsplit('/').next().unwrap_or_default()));
        usual
            && clean(document.written.trim_start_matches('/'))
            && named_so("_rels/.rels")
            && self.parts.values().all(|(name, _)| !name.contains('\\') && !name.starts_with(['/', '.']))
            && self.has(&rels)
            && relations.iter().all(placed)
    }
}

/// A part's name as names are compared.
fn key(path: &str) -> String {
    resolved("", path).to_lowercase()
}

/// A target from the root: absolute, or from the folder of the part that refers to it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let base = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Calls a function with every element of a part, as far as it can be read.
pub(super) fn for_each_element(content: &[u8], each: &mut dyn FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => each(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute of an element, its references resolved.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    let raw: &str = found.value.as_ref();
    Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |text| text.into_owned()))
}
