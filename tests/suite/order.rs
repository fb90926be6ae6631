//! The order of elements in Word files that the program writes, against tables made from the schemas of ECMA-376
//! (`tests/manuscripts/order.json`), and what Word asks beside them. `tests/manuscripts/make/order.py` tells the same by lxml.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use insats::render::Format;
use insats::run::{Options, start_manuscript};
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::manuscripts::{Parts, attribute, bytes, child, filled, manuscript, parts, text};
use crate::support::{project, run_ok};

static ORDER: LazyLock<Value> = LazyLock::new(|| {
    let text = std::fs::read_to_string(manuscript("order.json")).expect("the tables");
    serde_json::from_str(&text).expect("JSON")
});

/// The namespaces of the strict form.
const STRICT: [(&str, &str); 9] = [
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"),
    ("http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "vt"),
    ("http://purl.oclc.org/ooxml/officeDocument/customXml", "ds"),
];

fn prefix(space: &str) -> Option<&'static str> {
    static PREFIXES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let own = ORDER["namespaces"].as_object().expect("namespaces");
        let own = own.iter().map(|(prefix, space)| (space.as_str().expect("a name").to_owned(), prefix.as_str()));
        own.chain(STRICT.iter().map(|(space, prefix)| ((*space).to_owned(), *prefix))).collect()
    });
    PREFIXES.get(space).copied()
}

/// The name of an element with the prefix of the tables; `None` where they do not know its namespace.
fn named(node: &Node<'_, '_>) -> Option<String> {
    let own = node.tag_name();
    prefix(own.namespace()?).map(|prefix| format!("{prefix}:{}", own.name()))
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    named(node).as_deref() == Some(name)
}

/// What is wrong with the parts of a file, each with part and path; without the numbers of elements, which move when something is
/// put between.
type Found = Vec<String>;

fn path(node: &Node<'_, '_>) -> String {
    let mut names: Vec<&str> = node.ancestors().filter(Node::is_element).map(|up| up.tag_name().name()).collect();
    names.reverse();
    names.join("/")
}

/// Elements of known namespaces; alternatives stand where the alternative stands.
fn children<'d, 'i>(node: &Node<'d, 'i>) -> Vec<Node<'d, 'i>> {
    let mut all = Vec::new();
    for own in node.children().filter(Node::is_element) {
        match own.tag_name().name() {
            "AlternateContent" => {
                own.children().filter(|c| c.tag_name().name() == "Choice").for_each(|c| all.extend(children(&c)));
            }
            _ if named(&own).is_some() => all.push(own),
            _ => {}
        }
    }
    all
}

/// Holds an element against its type.
fn check(node: &Node<'_, '_>, kind: &str, found: &mut Found) {
    let known = &ORDER["types"][kind];
    let Some(slots) = known["slots"].as_array() else { return };
    for required in known["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let local = required.rsplit(':').next().unwrap_or_default();
        if attribute(node, local).is_none() {
            found.push(format!("{}: attribute {required} is missing", path(node)));
        }
    }
    let (mut at, mut taken, mut met) = (0, BTreeSet::new(), BTreeSet::new());
    for child in children(node) {
        let name = named(&child).unwrap_or_default();
        let takes = |slot: &Value| slot["of"].get(&name).is_some() || slot["of"].get("*").is_some();
        let Some(here) = (at..slots.len()).find(|nth| takes(&slots[*nth])) else {
            let why = if slots.iter().any(takes) { "stands too late" } else { "has no place here" };
            found.push(format!("{}: {why}", path(&child)));
            continue;
        };
        let slot = &slots[here];
        let has = |key: &str| slot[key].as_bool() == Some(true);
        let is_second = taken.contains(&here) && !has("many") && !has("once_each");
        if is_second || has("once_each") && !met.insert(name.clone()) {
            found.push(format!("{}: stands more than once", path(&child)));
        }
        taken.insert(here);
        at = here;
        if let Some(kind) = slot["of"][&name].as_str() {
            check(&child, kind, found);
        }
    }
    for (nth, slot) in slots.iter().enumerate() {
        if slot["need"].as_bool() == Some(true) && !taken.contains(&nth) {
            found.push(format!("{}: {} is missing", path(node), slot["of"]));
        }
    }
}

/// Whether a cell ends with a paragraph; controls around its last one count as what they hold.
fn ends_with_paragraph(cell: &Node<'_, '_>) -> bool {
    let is_mark = |node: &Node<'_, '_>| {
        ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"].contains(&node.tag_name().name())
    };
    match cell.children().rfind(|node| node.is_element() && !is_mark(node)) {
        Some(last) if is(&last, "w:sdt") => child(&last, "sdtContent").is_some_and(|inner| ends_with_paragraph(&inner)),
        last => last.is_some_and(|last| is(&last, "w:p")),
    }
}

/// Whether an element stands in deleted text; a text box in it is a text of its own.
fn is_deleted(node: &Node<'_, '_>) -> bool {
    let mut above = node.ancestors().skip(1);
    above
        .find(|up| ["del", "moveFrom", "txbxContent"].contains(&up.tag_name().name()))
        .is_some_and(|up| up.tag_name().name() != "txbxContent")
}

/// What Word refuses or repairs though the schemas allow it, of one element.
fn beyond(node: &Node<'_, '_>) -> Option<&'static str> {
    let get = |name: &str| attribute(node, name).unwrap_or_default();
    let spaces = [' ', '\t', '\n', '\r'];
    let is_bare = |text: &str| text.trim_matches(spaces) != text && get("space") != "preserve";
    Some(match named(node)?.as_str() {
        "w:tc" if !ends_with_paragraph(node) => "a cell ends without a paragraph",
        "w:t" if is_deleted(node) => "deleted text is w:delText",
        "w:delText" if !is_deleted(node) => "w:delText stands outside w:del",
        "w:t" | "w:delText" if is_bare(node.text().unwrap_or_default()) => "spaces at its ends are lost",
        "w:tag" if get("val").chars().count() > 64 => "a tag has at most 64 characters",
        "wp:docPr" if get("descr").chars().count() > 250 => "an alternative text of more than 250 characters",
        _ => return None,
    })
}

/// Numbers that stand twice, by what they are numbers of.
fn twice(document: &Document<'_>, found: &mut Found) {
    let mut met = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        let in_fallback = node.ancestors().any(|up| up.tag_name().name() == "Fallback");
        let kind = match named(&node).unwrap_or_default().as_str() {
            "w:ins" | "w:del" => "revision",
            "wp:docPr" if !in_fallback => "drawing",
            "w:id" if !in_fallback && node.parent().is_some_and(|up| is(&up, "w:sdtPr")) => "control",
            "w:commentRangeStart" => "comment",
            _ => continue,
        };
        let own = attribute(&node, if kind == "control" { "val" } else { "id" }).unwrap_or_default();
        if !met.insert((kind, own)) {
            found.push(format!("{}: the number of a {kind} stands twice", path(&node)));
        }
    }
}

/// The part that a relation of another leads to.
fn target(source: &str, target: &str) -> String {
    if let Some(full) = target.strip_prefix('/') {
        return full.to_owned();
    }
    let mut steps: Vec<&str> = source.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// Relations that lead nowhere, and references to relations that are not there.
fn relations(parts: &Parts, found: &mut Found) {
    for name in parts.keys().filter(|name| name.ends_with(".xml") && !name.starts_with('[')) {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let own = format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned();
        let mut ids = BTreeSet::new();
        if parts.contains_key(&own) {
            let document = Document::parse(text(parts, &own)).expect("XML");
            for node in document.descendants().filter(|node| node.tag_name().name() == "Relationship") {
                let to = target(name, attribute(&node, "Target").unwrap_or_default());
                if attribute(&node, "TargetMode") != Some("External") && !parts.contains_key(&to) {
                    found.push(format!("{own}: a relation leads to {to}, which is not there"));
                }
                if !ids.insert(attribute(&node, "Id").unwrap_or_default().to_owned()) {
                    found.push(format!("{own}: an id stands twice"));
                }
            }
        }
        let document = Document::parse(text(parts, name)).expect("XML");
        for node in document.descendants() {
            let refers = |own: &roxmltree::Attribute<'_, '_>| {
                own.namespace().and_then(prefix) == Some("r") && ["id", "embed", "link"].contains(&own.name())
            };
            for own in node.attributes().filter(refers).filter(|own| !own.value().is_empty()) {
                if !ids.contains(own.value()) {
                    found.push(format!("{name}: {} refers to a relation that is not there", path(&node)));
                }
            }
        }
    }
}

/// Parts that have no type, and types of parts that are not there.
fn types(parts: &Parts, found: &mut Found) {
    let document = Document::parse(text(parts, "[Content_Types].xml")).expect("XML");
    let all = |name: &'static str, key: &'static str| -> Vec<String> {
        let own = document.descendants().filter(|node| node.tag_name().name() == name);
        own.filter_map(|node| attribute(&node, key).map(str::to_lowercase)).collect()
    };
    let (endings, names) = (all("Default", "Extension"), all("Override", "PartName"));
    let given: BTreeSet<String> = parts.keys().map(|name| format!("/{}", name.to_lowercase())).collect();
    for name in given.iter().filter(|name| !name.ends_with('/') && *name != "/[content_types].xml") {
        let ending = name.rsplit('.').next().unwrap_or_default();
        if !names.contains(name) && !endings.iter().any(|own| own == ending) {
            found.push(format!("{name} has no content type"));
        }
    }
    let lost = names.iter().filter(|name| !given.contains(*name));
    found.extend(lost.map(|name| format!("[Content_Types].xml: {name} is not there")));
    if names.iter().collect::<BTreeSet<_>>().len() < names.len() {
        found.push("[Content_Types].xml: a part stands twice".to_owned());
    }
}

/// Comments that the text refers to and that are not there.
fn comments(parts: &Parts, found: &mut Found) {
    let known = |name: &str, element: &str| -> BTreeSet<String> {
        let Some(name) = parts.keys().find(|own| *own == name) else { return BTreeSet::new() };
        let document = Document::parse(text(parts, name)).expect("XML");
        let own = document.descendants().filter(|node| is(node, element));
        own.filter_map(|node| attribute(&node, "id").map(str::to_owned)).collect()
    };
    let written = known("word/comments.xml", "w:comment");
    for number in known("word/document.xml", "w:commentReference").difference(&written) {
        found.push(format!("word/document.xml: comment {number} is not there"));
    }
}

/// All that is wrong with a Word file.
fn violations(file: &[u8]) -> Found {
    let parts = parts(file);
    let mut found = Found::new();
    types(&parts, &mut found);
    relations(&parts, &mut found);
    comments(&parts, &mut found);
    for name in parts.keys().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
        let document = Document::parse(text(&parts, name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let root = document.root_element();
        let Some(kind) = named(&root).and_then(|name| ORDER["roots"][&name].as_str()) else { continue };
        let mut own = Found::new();
        check(&root, kind, &mut own);
        if is(&root, &format!("w:{}", root.tag_name().name())) {
            twice(&document, &mut own);
            let told = document.descendants().filter_map(|node| Some(format!("{}: {}", path(&node), beyond(&node)?)));
            own.extend(told);
        }
        found.extend(own.into_iter().map(|line| format!("{name}: {line}")));
    }
    found
}

/// What is wrong with a file and not with the one that it was made from.
fn added(before: &[u8], after: &[u8]) -> Found {
    let mut old = violations(before);
    let is_new = |line: &String| match old.iter().position(|own| own == line) {
        Some(at) => {
            old.swap_remove(at);
            false
        }
        None => true,
    };
    violations(after).into_iter().filter(is_new).collect()
}

fn study() -> std::path::PathBuf {
    project("input/lagesrapport-2024")
}

#[test]
fn filled_manuscripts_keep_the_order_of_the_standard() {
    for name in ["manuscript-python.docx", "strict.docx", "manuscript-libreoffice.docx"] {
        let before = bytes(name);
        let (_, tracked) = filled(&study(), &before, false);
        assert_eq!(added(&before, &tracked), Vec::<String>::new(), "{name}");
        let (_, plain) = filled(&study(), &tracked, true);
        assert_eq!(added(&before, &plain), Vec::<String>::new(), "{name}, written plainly");
    }
}

#[test]
fn a_manuscript_that_starts_from_a_template_keeps_the_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ny.docx");
    let options = Options { template: Some(manuscript("mall.dotx")), ..Options::default() };
    start_manuscript(&study(), &options, (Some(&file), false), &|_| {}).unwrap_or_else(|error| panic!("{error:?}"));
    let made = std::fs::read(file).expect("a manuscript");
    assert_eq!(added(&bytes("mall.dotx"), &made), Vec::<String>::new());
}

#[test]
fn the_report_and_its_appendices_keep_the_order() {
    let (folder, _) = run_ok(&study(), &[Format::Docx]);
    for name in ["rapport.docx", "rapport-bilagor.docx"] {
        let made = std::fs::read(folder.path().join("out").join(name)).expect(name);
        assert_eq!(violations(&made), Vec::<String>::new(), "{name}");
    }
}

/// The tables find what is wrong; each by hand, in the smallest document.
#[test]
fn what_stands_in_another_order_is_found() {
    let told = |body: &str| violations(&crate::manuscripts::small(body));
    let section = "<w:sectPr/>";
    assert_eq!(told(&format!("<w:p><w:pPr><w:keepNext/><w:jc w:val=\"left\"/></w:pPr></w:p>{section}")), [""; 0]);
    for (body, what) in [
        ("<w:p><w:pPr><w:jc w:val=\"left\"/><w:keepNext/></w:pPr></w:p>", "pPr/keepNext: stands too late"),
        ("<w:p><w:r/><w:pPr/></w:p>", "p/pPr: stands too late"),
        ("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>", "tc: "),
        ("<w:p><w:del w:id=\"1\" w:author=\"A\"><w:r><w:t>x</w:t></w:r></w:del></w:p>", "deleted text is w:delText"),
        ("<w:p><w:ins w:id=\"1\" w:author=\"A\"/><w:del w:id=\"1\" w:author=\"A\"/></w:p>", "stands twice"),
        ("<w:p><w:ins w:id=\"1\"/></w:p>", "attribute w:author is missing"),
        ("<w:p><w:r><w:commentReference w:id=\"9\"/></w:r></w:p>", "comment 9 is not there"),
        ("<w:p><w:hyperlink r:id=\"rId7\"/></w:p>", "refers to a relation that is not there"),
    ] {
        let found = told(&format!("{body}{section}"));
        assert!(found.iter().any(|line| line.contains(what)), "{body}: {found:?}");
    }
}
