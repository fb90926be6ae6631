//! A new manuscript in the template of an authority: the template's package with our text in it.
//!
//! Its styles, headers, footers, theme, numbering, settings and cover stay as they are. Our text stands where a control with the tag
//! `insats:report` stands, or else at the end; our styles are the template's of the same names, and those that it lacks are added.

use super::package::Package;
use super::setting::{self, column, margins, millimetres, size};
use super::space::Space;
use super::xml::{Edits, Id, Tree};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::render::Picture;
use crate::render::docx::{self, Heading, List, Setting, Text, tag};
use crate::report::{Document, Item};
use crate::wording::Message;

const TYPES: &str = "[Content_Types].xml";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// A manuscript that was started.
#[derive(Debug)]
pub struct Started {
    /// The document's bytes.
    pub bytes: Vec<u8>,
    /// The names of styles that the template lacked.
    pub added: Vec<String>,
    /// Whether the template says where the text goes.
    pub has_place: bool,
    /// Whether the template has contents of its own, which have to be updated.
    pub has_contents: bool,
}

/// Where the text goes in the main part, and what is left of what stood there.
struct Site {
    edits: Edits,
    at: usize,
    has_place: bool,
}

/// The report in a template; `picture` finds that of an item.
///
/// # Errors
/// A template that is not understood, or has macros.
pub fn start<'a>(
    template: Vec<u8>,
    file: &str,
    document: &'a Document,
    picture: &dyn Fn(&str) -> Option<&'a Picture>,
) -> Result<Started, Diagnostic> {
    let mut template = Template::open(template, file)?;
    let Site { mut edits, at, has_place } = template.site()?;
    let column = column(&template.tree, at).unwrap_or(template.setting.column);
    template.setting = Setting { column, around: template.headings(at), ..template.setting };
    let (setting, folder) = (std::mem::take(&mut template.setting), template.folder());
    let mut failure = None;
    let mut naming = |item: &Item| match template.relate_picture(&folder, item) {
        Ok(named) => named,
        Err(wrong) => {
            failure = Some(wrong);
            (String::new(), String::new())
        }
    };
    let text = docx::text(document, picture, &setting, &mut naming);
    if let Some(wrong) = failure {
        return Err(wrong);
    }
    edits.insert(at, template.bound(&text.xml));
    let main = edits.apply(template.tree.source());
    let has_contents = setting.lists.contains(&List::Contents);
    let (bytes, added) = template.finish(&main, &text, (document, &document.title), &setting)?;
    Ok(Started { bytes, added, has_place, has_contents })
}

/// The appendices in a template: its looks and its pages, lying; nothing of what it says.
///
/// # Errors
/// A template that is not understood, or has macros.
pub fn start_appendices(template: Vec<u8>, file: &str, document: &Document) -> Result<Started, Diagnostic> {
    let mut template = Template::open(template, file)?;
    let body = template.body()?;
    let section = template.tree.children(body).last().filter(|id| template.tree.word(*id) == "sectPr");
    let (section, column) = section.map_or((String::new(), None), |section| lying(&template.tree, section));
    let column = column.unwrap_or(template.setting.column);
    let setting = Setting { column, lists: Default::default(), ..std::mem::take(&mut template.setting) };
    let text = docx::text_of_appendices(document, &setting);
    let mut edits = Edits::default();
    edits.replace(template.tree.inner(body), template.bound(&text.xml) + &section);
    let main = edits.apply(template.tree.source());
    let title = docx::appendices_title(document);
    let (bytes, added) = template.finish(&main, &text, (document, &title), &setting)?;
    Ok(Started { bytes, added, has_place: false, has_contents: false })
}

/// A template that was read.
struct Template {
    package: Package,
    main: String,
    tree: Tree,
    setting: Setting,
}

impl Template {
    fn open(bytes: Vec<u8>, file: &str) -> Result<Self, Diagnostic> {
        let mut package = Package::open(bytes, file)?;
        let main = package.main().to_owned();
        let kind = package.content_type(&main)?.unwrap_or_default();
        if kind.contains("macroEnabled") {
            return Err(Diagnostic::error(Place::file(file), msg!("template-with-macros")));
        }
        let tree = package.tree(&main)?;
        let setting = Setting { lists: lists(&tree), ..setting::of(&mut package)? };
        let mut own = Self { package, main, tree, setting };
        own.numbers()?;
        Ok(own)
    }

    fn wrong(&self, message: Message) -> Diagnostic {
        Diagnostic::error(Place::file(self.package.file()), message)
    }

    /// Finds which numbers of bookmarks, drawings and controls are taken.
    fn numbers(&mut self) -> Result<(), Diagnostic> {
        let stories = ["header", "footer", "footnotes", "endnotes"];
        let relations = self.package.relations(&self.main)?;
        let beside = relations.into_iter().filter(|part| !part.is_outside && stories.contains(&part.kind.as_str()));
        take_numbers(&self.tree, &mut self.setting);
        for part in beside {
            take_numbers(&self.package.tree(&part.target)?, &mut self.setting);
        }
        Ok(())
    }

    fn body(&self) -> Result<Id, Diagnostic> {
        let body = self.tree.child(self.tree.root(), "body");
        body.ok_or_else(|| self.wrong(msg!("manuscript-not-word")))
    }

    /// The folder of the main part, with its slash.
    fn folder(&self) -> String {
        self.main.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
    }

    /// Where the text goes.
    fn site(&self) -> Result<Site, Diagnostic> {
        let (tree, body) = (&self.tree, self.body()?);
        let is_place = |sdt: &Id| {
            let properties = tree.child(*sdt, "sdtPr").filter(|_| tree.word(*sdt) == "sdt");
            properties.and_then(|properties| tree.value(properties, "tag")).is_some_and(|own| own == tag::REPORT)
        };
        let Some(place) = tree.inside(body).find(is_place) else {
            let section = tree.children(body).last().filter(|id| tree.word(*id) == "sectPr");
            let at = section.map_or(tree.inner(body).end, |section| tree.whole(section).start);
            return Ok(Site { edits: Edits::default(), at, has_place: false });
        };
        // The block of the body that it stands in: itself, or a paragraph of which it is a part.
        let above = std::iter::once(place).chain(tree.above(place));
        let block = above.take_while(|id| *id != body).last().unwrap_or(place);
        if block != place && tree.word(block) != "p" {
            return Err(self.wrong(msg!("template-place-within")));
        }
        let mut edits = Edits::default();
        let holds = |id: Id, name: &str| tree.inside(id).any(|id| tree.word(id) == name);
        let beside = tree.inside(block).any(|id| tree.word(id) == "t" && !tree.inside(place).contains(&id));
        // A paragraph that says more, or ends a section, stays behind the text.
        let goes = if beside || holds(block, "sectPr") { place } else { block };
        edits.replace(tree.whole(goes), "");
        Ok(Site { edits, at: tree.whole(block).start, has_place: true })
    }

    /// The headings of the template before and behind a byte.
    fn headings(&self, at: usize) -> [Vec<Heading>; 2] {
        let tree = &self.tree;
        let levels = self.setting.styles.headings();
        let mut found = [Vec::new(), Vec::new()];
        for paragraph in (0..tree.len()).filter(|id| tree.word(*id) == "p") {
            let style = tree.child(paragraph, "pPr").and_then(|properties| tree.value(properties, "pStyle"));
            let Some(level) = levels.iter().position(|own| Some(*own) == style.as_deref()) else { continue };
            let shown = tree.inside(paragraph).filter(|id| tree.word(*id) == "t").map(|id| tree.text(id));
            let text = shown.collect::<String>();
            if text.trim().is_empty() {
                continue;
            }
            let mut marks = tree.inside(paragraph).filter(|id| tree.word(*id) == "bookmarkStart");
            let bookmark = marks.find_map(|id| tree.attribute(id, Space::Word, "name"));
            found[usize::from(tree.whole(paragraph).start > at)].push(Heading { level, text, bookmark });
        }
        found
    }

    /// A text in which the prefix `w` is bound wherever the template has not bound it.
    fn bound(&self, text: &str) -> String {
        setting::bound(&self.tree, self.tree.root(), text)
    }

    /// Lets the main part refer to a picture that is still to come; gives the relation and the part's name from its folder.
    fn relate_picture(&mut self, folder: &str, item: &Item) -> Result<(String, String), Diagnostic> {
        let stem = format!("{folder}media/{}", item.id);
        let own = format!("{stem}.png");
        let part = if self.package.has(&own) { self.package.free_name(&format!("{stem}-"), "png") } else { own };
        let relation = self.package.relate(&self.main.clone(), "image", &part)?;
        Ok((relation, part[folder.len()..].to_owned()))
    }

    /// Puts the parts together; gives the document's bytes and the names of the styles that were added.
    fn finish(
        mut self,
        main: &str,
        text: &Text<'_>,
        (document, title): (&Document, &str),
        setting: &Setting,
    ) -> Result<(Vec<u8>, Vec<String>), Diagnostic> {
        let folder = self.folder();
        for (named, png) in &text.pictures {
            let part = format!("{folder}{}", named.part);
            self.package.put(&part, *png);
            self.package.declare(&part, "image/png")?;
        }
        let added = setting::add_styles(&mut self.package, setting, &text.xml, document.language)?;
        self.package.put(&self.main.clone(), main);
        // A template is opened as something to make documents of.
        let types = self.package.tree(TYPES)?.source().replace(".template.main+xml", ".document.main+xml");
        self.package.put(TYPES, types);
        let core = self.package.related("", "core-properties")?;
        let part = core.clone().unwrap_or_else(|| "docProps/core.xml".to_owned());
        self.package.put(&part, docx::core(document, title));
        if core.is_none() {
            self.package.relate("", CORE_RELATION, &part)?;
            self.package.declare(&part, CORE)?;
        }
        Ok((self.package.write()?, added))
    }
}

/// Notes which numbers of bookmarks, drawings and controls a part has.
fn take_numbers(tree: &Tree, setting: &mut Setting) {
    for id in 0..tree.len() {
        let number = |space, name: &str| tree.attribute(id, space, name).and_then(|own| own.parse::<i64>().ok());
        let next =
            |own: Option<i64>| own.and_then(|own| u64::try_from(own).ok()).map_or(1, |own| own.saturating_add(1));
        if tree.word(id) == "bookmarkStart" {
            setting.bookmark = setting.bookmark.max(next(number(Space::Word, "id")));
        } else if tree.name_in(Space::Placed, id) == Some("docPr") {
            setting.drawing = setting.drawing.max(next(number(Space::None, "id")));
        } else if tree.word(id) == "sdtPr" {
            let own = tree.value(id, "id").and_then(|own| own.parse::<i64>().ok());
            setting.controls.extend(own.and_then(|own| u32::try_from(own).ok()));
        }
    }
}

/// The lists that a template has: fields, of which each says what it lists.
fn lists(tree: &Tree) -> std::collections::BTreeSet<List> {
    let instruction = |id: Id| match tree.word(id) {
        "instrText" => Some(tree.text(id)),
        "fldSimple" => tree.attribute(id, Space::Word, "instr"),
        _ => None,
    };
    let of = |instruction: String| {
        let list = instruction.trim().strip_prefix("TOC")?.to_owned();
        Some(match list.split_once("\\c").map(|(_, counted)| counted.trim().trim_start_matches('"').to_lowercase()) {
            None => List::Contents,
            Some(counted) if counted.starts_with("tab") => List::Tables,
            Some(_) => List::Figures,
        })
    };
    (0..tree.len()).filter_map(instruction).filter_map(of).collect()
}

/// A section with its pages lying, as it is written; and the width of its text.
fn lying(tree: &Tree, section: Id) -> (String, Option<f64>) {
    let written = tree.written(section).to_owned();
    let (Some([width, height]), Some(page)) = (size(tree, section), tree.child(section, "pgSz")) else {
        return (written, None);
    };
    let (width, height) = (width.max(height), width.min(height));
    let prefix = tree.prefix(Space::Word, section).unwrap_or_default();
    let start = tree.whole(section).start;
    let at = tree.whole(page);
    let pages = format!("<{prefix}pgSz {prefix}w=\"{width}\" {prefix}h=\"{height}\" {prefix}orient=\"landscape\"/>");
    let mut edits = Edits::default();
    edits.replace(at.start - start..at.end - start, pages);
    (edits.apply(&written), Some(millimetres(width - margins(tree, section))))
}
