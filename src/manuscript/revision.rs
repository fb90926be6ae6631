//! Tracked changes: what this program proposes, and how its own proposals are taken back.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::letters::{AUTHOR, is_own};
use super::xml::{Edits, Id, Tree, escaped};
use crate::day::Day;

/// Marks proposals with their author and the day that the study's data are of. Without a day they have none.
pub(super) struct Stamp {
    date: Option<String>,
    taken: BTreeSet<u32>,
    next: u32,
}

impl Stamp {
    /// For a document with these parts, in which every mark has a number of its own.
    pub(super) fn new<'s>(day: Option<Day>, parts: impl Iterator<Item = &'s str>) -> Self {
        static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"\bid="(\d{1,10})""#).ok());
        let numbers = |part: &'s str| NUMBER.iter().flat_map(move |number| number.captures_iter(part));
        let taken = parts.flat_map(numbers).filter_map(|found| found.get(1)?.as_str().parse().ok()).collect();
        Self { date: day.map(|day| format!("{day}T00:00:00Z")), taken, next: 1 }
    }

    /// A number that no other mark has.
    pub(super) fn number(&mut self) -> u32 {
        while self.taken.contains(&self.next) {
            self.next += 1;
        }
        self.next += 1;
        self.next - 1
    }

    /// The attributes of a mark, for a prefix with its colon.
    pub(super) fn attributes(&mut self, prefix: &str) -> String {
        let number = self.number();
        let date = self.date.as_ref().map_or(String::new(), |date| format!(" {prefix}date=\"{date}\""));
        format!(" {prefix}id=\"{number}\" {prefix}author=\"{}\"{date}", escaped(AUTHOR))
    }

    /// The day, as marks have it.
    pub(super) fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }
}

/// Whether anything inside an element is a proposal of this program.
pub(super) fn has_own(tree: &Tree, inside: Id) -> bool {
    tree.inside(inside).any(|id| matches!(tree.word(id), "ins" | "del") && is_own(tree, id))
}

/// Takes this program's proposals inside an element back: the text is as it was before them.
pub(super) fn take_back(tree: &Tree, inside: Id, edits: &mut Edits) {
    for id in tree.inside(inside) {
        let name = tree.word(id);
        if name == "tbl" && is_proposed(tree, id) {
            edits.replace(tree.whole(id), "");
        }
        if !matches!(name, "ins" | "del") || !is_own(tree, id) {
            continue;
        }
        // A mark in the properties of a row, or of a paragraph's end, speaks of the row or paragraph.
        let marked = match tree.parent(id).map(|parent| (parent, tree.word(parent))) {
            Some((parent, "trPr")) => tree.parent(parent),
            Some((parent, "rPr")) => {
                tree.parent(parent).filter(|above| tree.word(*above) == "pPr").and_then(|above| tree.parent(above))
            }
            _ => None,
        };
        match (name, marked) {
            ("ins", marked) => edits.replace(tree.whole(marked.unwrap_or(id)), ""),
            (_, Some(_)) => edits.replace(tree.whole(id), ""),
            (_, None) => unwrap_deleted(tree, id, edits),
        }
    }
}

/// Whether every row of a table is proposed.
fn is_proposed(tree: &Tree, table: Id) -> bool {
    let is_marked = |row: Id| {
        let marks = tree.child(row, "trPr").into_iter().flat_map(|properties| tree.children(properties));
        marks.into_iter().any(|id| tree.word(id) == "ins" && is_own(tree, id))
    };
    let mut rows = tree.children(table).filter(|id| tree.word(*id) == "tr").peekable();
    rows.peek().is_some() && rows.all(is_marked)
}

/// Makes deleted text text again.
fn unwrap_deleted(tree: &Tree, del: Id, edits: &mut Edits) {
    edits.replace(tree.tag(del), "");
    edits.replace(tree.inner(del).end..tree.whole(del).end, "");
    for id in tree.inside(del) {
        let plain = match tree.word(id) {
            "delText" => "t",
            "delInstrText" => "instrText",
            _ => continue,
        };
        rename(tree, id, plain, edits);
    }
}

/// Gives an element of WordprocessingML another name.
pub(super) fn rename(tree: &Tree, id: Id, name: &str, edits: &mut Edits) {
    let old = tree.name(id);
    let prefix = old.strip_suffix(tree.word(id)).unwrap_or_default();
    let start = tree.tag(id).start + 1;
    edits.replace(start..start + old.len(), format!("{prefix}{name}"));
    if !tree.is_empty(id) {
        let end = tree.inner(id).end + 2;
        edits.replace(end..end + old.len(), format!("{prefix}{name}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::space::Space;

    #[test]
    fn own_proposals_are_taken_back_and_others_stay() {
        let address = Space::Word.address(false);
        let document = |inner: &str| format!("<w:body xmlns:w=\"{address}\">{inner}</w:body>");
        let own = "<w:p><w:del w:id=\"1\" w:author=\"insats\"><w:r><w:delText>12</w:delText></w:r></w:del>\
            <w:ins w:id=\"2\" w:author=\"insats\"><w:r><w:t>13</w:t></w:r></w:ins></w:p>";
        let others = "<w:p><w:ins w:id=\"3\" w:author=\"Eva\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>";
        let rows = "<w:tbl><w:tr><w:trPr><w:ins w:id=\"4\" w:author=\"insats\"/></w:trPr></w:tr>\
            <w:tr><w:trPr><w:del w:id=\"5\" w:author=\"insats\"/></w:trPr></w:tr></w:tbl>";
        let tree = Tree::read(document(&format!("{own}{others}{rows}")).into_bytes()).ok().unwrap();
        assert!(has_own(&tree, tree.root()));
        let mut edits = Edits::default();
        take_back(&tree, tree.root(), &mut edits);
        let expected =
            "<w:p><w:r><w:t>12</w:t></w:r></w:p>".to_owned() + others + "<w:tbl><w:tr><w:trPr></w:trPr></w:tr></w:tbl>";
        assert_eq!(edits.apply(tree.source()), document(&expected));
    }

    #[test]
    fn every_mark_has_a_number_of_its_own_and_the_day_of_the_data() {
        let day = Day::new(2025, 3, 1);
        let mut stamp = Stamp::new(day, ["<a w:id=\"1\"/><b w:id=\"3\"/>"].into_iter());
        assert_eq!(stamp.attributes("w:"), " w:id=\"2\" w:author=\"insats\" w:date=\"2025-03-01T00:00:00Z\"");
        assert_eq!(stamp.number(), 4);
        assert_eq!(Stamp::new(None, std::iter::empty()).attributes("x:"), " x:id=\"1\" x:author=\"insats\"");
    }
}
