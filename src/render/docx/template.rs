//! The styles of a document that somebody else has made: ours by the names that Word, or we, know them by. What is missing is added, based
//! on what is there.

use std::collections::{BTreeMap, BTreeSet};

use super::styles::{self, id};
use crate::wording::Language;

/// What Word's styles are called where a program has translated them.
const TRANSLATED: [(&str, &[&str]); 10] = [
    ("heading 1", &["rubrik 1"]),
    ("heading 2", &["rubrik 2"]),
    ("caption", &["beskrivning", "bildtext", "figurtext"]),
    ("body text", &["brödtext", "text body"]),
    ("title", &["rubrik"]),
    ("subtitle", &["underrubrik"]),
    ("toc heading", &["innehållsförteckningsrubrik", "contents heading"]),
    ("toc 1", &["innehåll 1", "contents 1"]),
    ("toc 2", &["innehåll 2", "contents 2"]),
    ("table of figures", &["figurförteckning", "figure index 1"]),
];

/// Which style of a document has which of our roles.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    /// The document's id by ours; the same where it is not named.
    ids: BTreeMap<&'static str, String>,
    /// The id of the style of paragraphs that name none; `None` in a document of our own.
    normal: Option<String>,
    /// Ours that the document has not.
    missing: BTreeSet<&'static str>,
}

/// Styles that a document has to get.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Their names.
    pub names: Vec<String>,
    /// Their definitions, which stand last in the part of styles; the prefix `w` must be bound there.
    pub xml: String,
}

/// A style as its document has it.
struct Found<'a> {
    kind: &'a str,
    id: &'a str,
    names: Vec<String>,
    is_default: bool,
    is_custom: bool,
}

impl Styles {
    /// Finds our styles in the part of styles of a document; `table` is the style that its settings want for new tables.
    ///
    /// # Errors
    /// Where the part is not XML.
    pub fn of_template(part: &str, table: Option<&str>) -> Result<Self, roxmltree::Error> {
        let part = roxmltree::Document::parse(part)?;
        let found: Vec<Found<'_>> = part.root_element().children().filter_map(Found::read).collect();
        let taken: BTreeSet<&str> = found.iter().map(|style| style.id).collect();
        let default = |kind: &str| found.iter().find(|style| style.kind == kind && style.is_default);
        let mut own = Self {
            normal: Some(default("paragraph").map_or("Normal", |style| style.id).to_owned()),
            ..Self::default()
        };
        for (role, kind, names) in styles::all() {
            let style = match kind {
                "table" => table_style(&found, table),
                _ => names.iter().find_map(|name| named(&found, kind, name)),
            };
            match style {
                Some(style) => drop(own.ids.insert(role, style.id.to_owned())),
                // Running text without a style of its own is as the template has it.
                // A list of figures is headed as the contents are.
                None if role == id::LIST_HEADING && own.has(id::CONTENTS_HEADING) => {
                    let heading = own.of(id::CONTENTS_HEADING).to_owned();
                    own.ids.insert(role, heading);
                }
                None if role == id::BODY => drop(own.ids.insert(role, own.normal.clone().unwrap_or_default())),
                None => {
                    let free = std::iter::once(role.to_owned()).chain((2..).map(|n| format!("{role}{n}")));
                    own.ids.extend(free.into_iter().find(|id| !taken.contains(id.as_str())).map(|id| (role, id)));
                    own.missing.insert(role);
                }
            }
        }
        Ok(own)
    }

    /// Whether the document is of our own making.
    pub(super) fn is_own(&self) -> bool {
        self.normal.is_none()
    }

    /// Whether the document has one of our styles.
    fn has(&self, role: &str) -> bool {
        self.ids.contains_key(role) && !self.missing.contains(role)
    }

    /// The document's id of one of our styles.
    pub(super) fn of<'a>(&'a self, role: &'a str) -> &'a str {
        match &self.normal {
            Some(normal) if role == "Normal" => normal,
            _ => self.ids.get(role).map_or(role, String::as_str),
        }
    }

    /// The document's ids of headings, by their levels from 0.
    pub fn headings(&self) -> [&str; 2] {
        [self.of(id::HEADING), self.of(id::SUBHEADING)]
    }

    /// The styles that a text uses and its document has not, with those that they rest on.
    pub fn added(&self, text: &str, language: Language) -> Added {
        let mut wanted: BTreeSet<&str> = BTreeSet::new();
        for role in &self.missing {
            let mut next = text.contains(&format!("Style w:val=\"{}\"", self.of(role))).then_some(*role);
            while let Some(role) = next.filter(|role| self.missing.contains(role) && wanted.insert(role)) {
                next = styles::based_on(role);
            }
        }
        let (names, xml) = styles::written(&wanted, &|role| self.of(role), language);
        Added { names, xml }
    }
}

impl<'a> Found<'a> {
    fn read(node: roxmltree::Node<'a, 'a>) -> Option<Self> {
        if node.tag_name().name() != "style" {
            return None;
        }
        let attribute = |node: &roxmltree::Node<'a, 'a>, name: &str| {
            node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
        };
        let value = |name: &str| {
            node.children().find(|child| child.tag_name().name() == name).and_then(|child| attribute(&child, "val"))
        };
        let is = |name: &str| attribute(&node, name).is_some_and(|value| ["1", "true", "on"].contains(&value));
        let names = value("name").into_iter().chain(value("aliases").into_iter().flat_map(|all| all.split(',')));
        Some(Self {
            kind: attribute(&node, "type").unwrap_or("paragraph"),
            id: attribute(&node, "styleId")?,
            names: names.map(|name| name.trim().to_lowercase()).collect(),
            is_default: is("default"),
            is_custom: is("customStyle"),
        })
    }
}

/// The style of a kind that has a name, in Word's language or as it was translated; or that somebody has made and called so, as
/// `Verket Källa`.
fn named<'f, 'a>(found: &'f [Found<'a>], kind: &str, name: &str) -> Option<&'f Found<'a>> {
    let name = name.to_lowercase();
    let translated = TRANSLATED.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, others)| others);
    let of_kind = || found.iter().filter(|style| style.kind == kind);
    let known = std::iter::once(name.as_str())
        .chain(translated.iter().copied())
        .find_map(|name| of_kind().find(|style| style.names.iter().any(|own| own == name)));
    let ending = format!(" {name}");
    known.or_else(|| of_kind().find(|style| style.is_custom && style.names.iter().any(|own| own.ends_with(&ending))))
}

/// The style of tables: the one that the settings want, else the first that somebody has made, else none of the document's.
fn table_style<'f, 'a>(found: &'f [Found<'a>], wanted: Option<&str>) -> Option<&'f Found<'a>> {
    let tables = || found.iter().filter(|style| style.kind == "table");
    let wanted =
        tables().find(|style| Some(style.id) == wanted && !style.names.iter().any(|name| name == "normal table"));
    wanted
        .or_else(|| tables().find(|style| style.is_default && style.is_custom))
        .or_else(|| tables().find(|style| style.is_custom))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"<w:styles xmlns:w="w">
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal1"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/><w:aliases w:val="Figurtext,Bildtext"/></w:style>
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="VerketTabelltext"><w:name w:val="Verket Tabelltext"/></w:style>
        <w:style w:type="character" w:styleId="Source"><w:name w:val="Source Char"/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="Myndighet"><w:name w:val="Myndighet tabell"/></w:style>
    </w:styles>"#;

    #[test]
    fn styles_are_known_by_their_names_and_the_others_are_added() {
        let styles = Styles::of_template(TEMPLATE, None).unwrap_or_default();
        let of = |role| styles.of(role);
        assert_eq!(
            [of(id::HEADING), of(id::CAPTION), of(id::BODY), of(id::TABLE)],
            ["Rubrik1", "Beskrivning", "Normal1", "Myndighet"]
        );
        // A style of characters has the id.
        assert_eq!([of(id::SOURCE), of(id::NOTE)], ["Source2", "Note"]);
        let text = r#"<w:pStyle w:val="Rubrik1"/><w:pStyle w:val="TableNumberKept"/><w:pStyle w:val="Source2"/>"#;
        let added = styles.added(text, Language::Swedish);
        // The kept number rests on the number, that on the text of cells, which the template has.
        assert_eq!(added.names, ["Källa", "Tabelltal", "Tabelltal, sammanhållna"]);
        assert!(
            added.xml.contains(r#"<w:name w:val="Tabelltal"/><w:basedOn w:val="VerketTabelltext"/>"#),
            "{}",
            added.xml
        );
        assert!(
            added.xml.contains(r#"w:styleId="Source2"><w:name w:val="Källa"/><w:basedOn w:val="Normal1"/>"#),
            "{}",
            added.xml
        );
        assert_eq!(styles.added(r#"<w:pStyle w:val="Rubrik1"/>"#, Language::Swedish), Added::default());
    }
}
