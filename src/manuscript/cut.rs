//! Runs cut at letters, so that a mark can stand between two of them. What a run shows and its format stay.

use std::collections::BTreeMap;

use super::letters::Letter;
use super::revision::Stamp;
use super::space::Space;
use super::xml::{Edits, Id, Tree};

/// Where runs of a part are cut.
#[derive(Default)]
pub(super) struct Cuts {
    /// By the byte: the run and, inside a text, its element.
    at: BTreeMap<usize, (Id, Option<Id>)>,
}

impl Cuts {
    /// The byte between runs where a letter begins, or ends; none for the end of a paragraph.
    pub(super) fn at(&mut self, tree: &Tree, letters: &[Letter], letter: usize, behind: bool) -> Option<usize> {
        let own = letters.get(letter)?;
        let (run, element) = own.within?;
        let of_element = |other: &Letter| other.within == Some((run, element));
        let beside =
            if behind { letters.get(letter + 1) } else { letter.checked_sub(1).and_then(|at| letters.get(at)) };
        let goes_on = beside.is_some_and(of_element);
        let whole = tree.whole(run);
        if goes_on && tree.written(element).contains("<![CDATA[") {
            return Some(if behind { whole.end } else { whole.start });
        }
        if goes_on {
            let byte = if behind { own.at.end } else { own.at.start };
            self.at.insert(byte, (run, Some(element)));
            return Some(byte);
        }
        let shown = |child: &Id| tree.word(*child) != "rPr";
        let mut children = tree.children(run).filter(shown);
        let is_outermost = if behind { children.last() == Some(element) } else { children.next() == Some(element) };
        if is_outermost {
            return Some(if behind { whole.end } else { whole.start });
        }
        let byte = if behind { tree.whole(element).end } else { tree.whole(element).start };
        self.at.insert(byte, (run, None));
        Some(byte)
    }

    /// Ends the runs where they are cut; what is put between the halves comes after this, and before [`Cuts::open`].
    pub(super) fn close(&self, tree: &Tree, edits: &mut Edits) {
        for (byte, (run, text)) in &self.at {
            let w = tree.prefix(Space::Word, *run).unwrap_or_default();
            let end = if text.is_some() { format!("</{w}t></{w}r>") } else { format!("</{w}r>") };
            edits.insert(*byte, end);
        }
        let mut texts: Vec<Id> = self.at.values().filter_map(|(_, text)| *text).collect();
        texts.dedup();
        for text in texts.into_iter().filter(|text| tree.attribute(*text, Space::Xml, "space").is_none()) {
            // A space at the end of a half is one.
            edits.insert(tree.tag(text).end - 1, " xml:space=\"preserve\"");
        }
    }

    /// Begins the other halves.
    pub(super) fn open(&self, tree: &Tree, stamp: &mut Stamp, edits: &mut Edits) {
        for (byte, (run, text)) in &self.at {
            let w = tree.prefix(Space::Word, *run).unwrap_or_default();
            let tag = &tree.source()[tree.tag(*run)];
            let format = tree.child(*run, "rPr").map_or(String::new(), |format| renumbered(tree, format, stamp));
            let text = if text.is_some() { format!("<{w}t xml:space=\"preserve\">") } else { String::new() };
            edits.insert(*byte, format!("{tag}{format}{text}"));
        }
    }
}

/// A format as it is written; a revision of it has a number of its own in each half.
fn renumbered(tree: &Tree, format: Id, stamp: &mut Stamp) -> String {
    let mut edits = Edits::default();
    let from = tree.whole(format).start;
    for id in
        tree.inside(format).filter(|id| matches!(tree.word(*id), "rPrChange" | "ins" | "del" | "moveFrom" | "moveTo"))
    {
        let tag = tree.tag(id);
        let written = &tree.source()[tag.clone()];
        let Some(number) = tree.attribute(id, Space::Word, "id") else { continue };
        let new = written.replacen(&format!("id=\"{number}\""), &format!("id=\"{}\"", stamp.number()), 1);
        edits.replace(tag.start - from..tag.end - from, new);
    }
    edits.apply(tree.written(format))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::letters::letters;

    fn cut(inner: &str, from: usize, to: usize) -> String {
        let address = Space::Word.address(false);
        let start = format!("<w:p xmlns:w=\"{address}\">");
        let tree = Tree::read(format!("{start}{inner}</w:p>").into_bytes()).ok().unwrap();
        let letters = letters(&tree, tree.root());
        let (mut cuts, mut edits) = (Cuts::default(), Edits::default());
        let bytes = [cuts.at(&tree, &letters, from, false), cuts.at(&tree, &letters, to, true)].map(Option::unwrap);
        cuts.close(&tree, &mut edits);
        bytes.iter().for_each(|byte| edits.insert(*byte, "|"));
        cuts.open(&tree, &mut Stamp::new(None, std::iter::empty()), &mut edits);
        edits.apply(tree.source()).replace(&start, "").replace("</w:p>", "").replace(" xml:space=\"preserve\"", "+")
    }

    #[test]
    fn a_run_is_cut_around_its_letters_and_keeps_its_format() {
        let inner = "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>av 12 svar</w:t></w:r>";
        let run = |text: &str| format!("<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t+>{text}</w:t></w:r>");
        assert_eq!(cut(inner, 3, 4), format!("{}|{}|{}", run("av "), run("12"), run(" svar")));
    }

    #[test]
    fn whole_runs_and_what_else_stands_in_them_are_left() {
        let inner = "<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t><w:tab/><w:t>b</w:t></w:r>";
        assert_eq!(cut(inner, 0, 1), "|<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>|<w:r><w:tab/><w:t>b</w:t></w:r>");
        assert_eq!(cut(inner, 3, 3), "<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t><w:tab/></w:r>|<w:r><w:t>b</w:t></w:r>|");
    }

    #[test]
    fn a_changed_format_has_a_number_in_each_half() {
        let inner =
            "<w:r><w:rPr><w:rPrChange w:id=\"7\" w:author=\"Bo\"/></w:rPr><w:t xml:space=\"preserve\">a1</w:t></w:r>";
        let made = cut(inner, 1, 1);
        assert_eq!(made.matches("w:id=\"7\"").count(), 1);
        assert_eq!(made.matches("rPrChange w:id=\"1\"").count(), 1);
    }
}
