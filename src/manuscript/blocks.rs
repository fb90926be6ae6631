//! Whole paragraphs and tables as tracked changes: what comes is marked as inserted, what goes as deleted.

use super::letters::{State, state};
use super::revision::{Stamp, rename};
use super::space::Space;
use super::xml::{Edits, Id, Tree};

/// What becomes of blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// They come.
    Inserted,
    /// They go.
    Deleted,
}

impl Mark {
    fn element(self) -> &'static str {
        match self {
            Self::Inserted => "ins",
            Self::Deleted => "del",
        }
    }
}

/// Marks an element's paragraphs, rows and runs; what somebody has deleted is marked already.
pub(super) fn mark(tree: &Tree, block: Id, mark: Mark, stamp: &mut Stamp, edits: &mut Edits) {
    let w = tree.prefix(Space::Word, block).unwrap_or_default();
    let name = mark.element();
    for id in std::iter::once(block).chain(tree.inside(block)) {
        match tree.word(id) {
            "tr" => {
                let own = format!("<{w}{name}{}/>", stamp.attributes(&w));
                in_properties(tree, id, &w, "trPr", &["tblPrEx"], own, edits);
            }
            "p" if !tree.above(id).any(|above| tree.word(above) == "tbl") => {
                let own = format!("<{w}{name}{}/>", stamp.attributes(&w));
                of_paragraph(tree, id, &w, own, edits);
            }
            "r" if !matches!(state(tree, id), State::Deleted) => {
                edits.insert(tree.whole(id).start, format!("<{w}{name}{}>", stamp.attributes(&w)));
                edits.insert(tree.whole(id).end, format!("</{w}{name}>"));
                let texts = tree.children(id).filter(|_| mark == Mark::Deleted);
                texts.for_each(|child| match tree.word(child) {
                    "t" => rename(tree, child, "delText", edits),
                    "instrText" => rename(tree, child, "delInstrText", edits),
                    _ => {}
                });
            }
            _ => {}
        }
    }
}

/// Puts a mark into the properties of a paragraph's end, where it stands first, but behind somebody's insertion.
fn of_paragraph(tree: &Tree, paragraph: Id, w: &str, own: String, edits: &mut Edits) {
    let Some(properties) = tree.child(paragraph, "pPr") else {
        let own = format!("<{w}pPr><{w}rPr>{own}</{w}rPr></{w}pPr>");
        return into(tree, paragraph, own, edits);
    };
    match tree.child(properties, "rPr") {
        Some(format) if !tree.is_empty(format) => {
            let at = tree.child(format, "ins").map_or(tree.inner(format).start, |ins| tree.whole(ins).end);
            edits.insert(at, own);
        }
        Some(format) => edits.replace(tree.whole(format), format!("<{w}rPr>{own}</{w}rPr>")),
        None => {
            let own = format!("<{w}rPr>{own}</{w}rPr>");
            let behind = tree.children(properties).find(|id| ["sectPr", "pPrChange"].contains(&tree.word(*id)));
            match behind {
                Some(behind) => edits.insert(tree.whole(behind).start, own),
                None if tree.is_empty(properties) => {
                    edits.replace(tree.whole(properties), format!("<{w}pPr>{own}</{w}pPr>"));
                }
                None => edits.insert(tree.inner(properties).end, own),
            }
        }
    }
}

/// Puts a mark last into an element of properties, which stands behind some others.
fn in_properties(tree: &Tree, id: Id, w: &str, name: &str, before: &[&str], own: String, edits: &mut Edits) {
    match tree.child(id, name) {
        Some(properties) if tree.is_empty(properties) => {
            edits.replace(tree.whole(properties), format!("<{w}{name}>{own}</{w}{name}>"));
        }
        Some(properties) => {
            let behind = tree.children(properties).find(|id| tree.word(*id).ends_with("Change"));
            edits.insert(behind.map_or(tree.inner(properties).end, |behind| tree.whole(behind).start), own);
        }
        None => {
            let own = format!("<{w}{name}>{own}</{w}{name}>");
            match tree.children(id).filter(|id| before.contains(&tree.word(*id))).last() {
                Some(last) => edits.insert(tree.whole(last).end, own),
                None => into(tree, id, own, edits),
            }
        }
    }
}

/// Puts something first into an element.
fn into(tree: &Tree, id: Id, own: String, edits: &mut Edits) {
    match tree.is_empty(id) {
        true => super::empty::fill(tree, id, &own, edits),
        false => edits.insert(tree.inner(id).start, own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::revision::take_back;

    fn document(inner: &str) -> String {
        format!("<w:body xmlns:w=\"{}\">{inner}</w:body>", Space::Word.address(false))
    }

    fn marked(inner: &str, as_what: Mark) -> (String, String) {
        let tree = Tree::read(document(inner).into_bytes()).ok().unwrap();
        let (mut edits, mut stamp) = (Edits::default(), Stamp::new(None, std::iter::empty()));
        mark(&tree, tree.root(), as_what, &mut stamp, &mut edits);
        let made = edits.apply(tree.source());
        let again = Tree::read(made.clone().into_bytes()).ok().unwrap();
        let mut back = Edits::default();
        take_back(&again, again.root(), &mut back);
        (made, back.apply(again.source()))
    }

    #[test]
    fn blocks_that_come_are_gone_once_taken_back() {
        let inner = "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        let (made, back) = marked(inner, Mark::Inserted);
        assert!(made.contains("<w:jc/><w:rPr><w:ins w:id=\"1\" w:author=\"insats\"/></w:rPr></w:pPr>"), "{made}");
        assert_eq!(back, document(""));
    }

    #[test]
    fn blocks_that_go_read_as_before_once_taken_back() {
        let inner = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        let (made, back) = marked(inner, Mark::Deleted);
        assert_eq!(made.matches("<w:delText>").count(), 2);
        assert_eq!(back, document(inner));
    }
}
