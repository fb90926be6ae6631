//! What a document remembers of its last filling: a part of data of its own, which Word keeps and shows nobody.

use std::collections::BTreeMap;

use super::change::Known;
use super::package::{HEAD, Package};
use super::space::Space;
use super::xml::{Id, Tree, escaped};
use crate::diagnostic::Diagnostic;

/// The namespace of the part.
const NAMESPACE: &str = "urn:insats:manuscript";
const KIND: &str = "customXml";

/// What is remembered of one control.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// Its texts, by the role that they have in it; a control of a claim or a number has one without a role.
    pub(super) texts: BTreeMap<String, Known>,
    /// The comment that was last made on it.
    pub(super) comment: String,
}

/// What a document remembers, by the keys of its controls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Memory {
    pub(super) controls: BTreeMap<String, Filled>,
    /// The year of the study that filled it.
    pub(super) year: String,
}

impl Memory {
    /// Reads what a document remembers; nothing where it was never filled.
    pub(super) fn read(package: &mut Package) -> Result<Self, Diagnostic> {
        Ok(match part_of(package)? {
            Some(part) => Self::of(&package.tree(&part)?),
            None => Self::default(),
        })
    }

    fn of(tree: &Tree) -> Self {
        let get = |id: Id, name: &str| tree.attribute(id, Space::None, name).unwrap_or_default();
        let mut memory = Self { year: get(tree.root(), "year"), ..Self::default() };
        for control in tree.children(tree.root()) {
            let mut filled = Filled { comment: get(control, "comment"), ..Filled::default() };
            for text in tree.children(control) {
                let known = Known { shown: get(text, "shown"), over: get(text, "over") };
                filled.texts.insert(get(text, "role"), known);
            }
            memory.controls.insert(get(control, "key"), filled);
        }
        memory
    }

    /// Puts it into a document, unless it stands there already.
    pub(super) fn write(&self, package: &mut Package) -> Result<(), Diagnostic> {
        let xml = self.xml();
        let (part, is_new) = match part_of(package)? {
            Some(part) => (part, false),
            None => (package.free_name("customXml/item", "xml"), true),
        };
        if is_new {
            let main = package.main().to_owned();
            package.put(&part, xml);
            package.declare(&part, "application/xml")?;
            return package.relate(&main, KIND, &part).map(drop);
        }
        if package.part(&part)? != xml.as_bytes() {
            package.put(&part, xml);
        }
        Ok(())
    }

    fn xml(&self) -> String {
        let attribute = |name: &str, value: &str| match value {
            "" => String::new(),
            // Line breaks in attributes would be read as spaces.
            value => format!(" {name}=\"{}\"", escaped(value).replace('\n', "&#10;").replace('\t', "&#9;")),
        };
        let mut xml = format!("{HEAD}<insats:filled xmlns:insats=\"{NAMESPACE}\"{}>", attribute("year", &self.year));
        for (key, filled) in &self.controls {
            xml += &format!("<insats:control{}{}>", attribute("key", key), attribute("comment", &filled.comment));
            for (role, Known { shown, over }) in &filled.texts {
                let [role, shown, over] =
                    [("role", role), ("shown", shown), ("over", over)].map(|(n, v)| attribute(n, v));
                xml += &format!("<insats:text{role}{shown}{over}/>");
            }
            xml += "</insats:control>";
        }
        xml + "</insats:filled>"
    }
}

/// The part, if a document has one.
fn part_of(package: &mut Package) -> Result<Option<String>, Diagnostic> {
    let main = package.main().to_owned();
    for relation in package.relations(&main)? {
        if relation.kind != KIND || relation.is_outside || !package.has(&relation.target) {
            continue;
        }
        let bytes = package.part(&relation.target)?;
        if memchr::memmem::find(&bytes[..bytes.len().min(400)], NAMESPACE.as_bytes()).is_some() {
            return Ok(Some(relation.target));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let known = Known { shown: "1\u{a0}449 \"insatser\" & <mer>\nrad".to_owned(), over: String::new() };
        let filled = Filled { texts: [(String::new(), known)].into(), comment: "nej".to_owned() };
        let memory = Memory { controls: [("insats:claim/A#id7".to_owned(), filled)].into(), year: "2024".to_owned() };
        let tree = Tree::read(memory.xml().into_bytes()).ok().unwrap();
        assert_eq!(Memory::of(&tree), memory);
    }
}
