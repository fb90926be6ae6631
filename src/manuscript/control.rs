//! Content controls of a document (`w:sdt`) that are named for something of the study.

use super::space::Space;
use super::xml::{Id, Tree};
use crate::render::docx::tag::{PREFIX, REPORT, Tagged};

/// What a control is to show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// `insats:item/figur-02`: a figure, a table or a text of the report.
    Item(String),
    /// `insats:headline/figur-02`: what it shows in one sentence.
    Headline(String),
    /// `insats:explanation/figur-02`: what it is about.
    Explanation(String),
    /// `insats:note/figur-02`: its note.
    Note(String),
    /// `insats:claim/BR-003`: the sentence of a claim.
    Claim(String),
    /// `insats:number/BR-003`, or `insats:number/BR-003/2`: a number of a claim's sentence, counted from 1.
    Number(String, usize),
}

impl Named {
    /// What a tag names; `None` where it names nothing that there is.
    pub(super) fn of(tag: &str) -> Option<Self> {
        let own = |id: &str| Some(id.trim().to_owned()).filter(|id| !id.is_empty());
        Some(match Tagged::read(tag)? {
            Tagged::Item(id) => Self::Item(own(id)?),
            Tagged::Headline(id) => Self::Headline(own(id)?),
            Tagged::Explanation(id) => Self::Explanation(own(id)?),
            Tagged::Note(id) => Self::Note(own(id)?),
            Tagged::Claim(id) => Self::Claim(own(id)?),
            Tagged::Number(id) => match id.rsplit_once('/').map(|(id, number)| (id, number.parse())) {
                Some((id, Ok(number))) if number > 0 => Self::Number(own(id)?, number),
                _ => Self::Number(own(id)?, 1),
            },
        })
    }

    /// The id that it names.
    pub fn id(&self) -> &str {
        match self {
            Self::Item(id) | Self::Headline(id) | Self::Explanation(id) | Self::Note(id) => id,
            Self::Claim(id) | Self::Number(id, _) => id,
        }
    }
}

/// What a control stands around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Paragraphs and tables.
    Block,
    /// A part of a paragraph.
    Run,
    /// Rows of a table.
    Row,
    /// Cells of a row.
    Cell,
}

/// A control whose tag begins with `insats:`.
#[derive(Clone, Debug)]
pub(super) struct Control {
    pub(super) sdt: Id,
    /// `w:sdtPr`.
    pub(super) properties: Id,
    /// `w:sdtContent`; `None` where there is none, which is lawful.
    pub(super) content: Option<Id>,
    pub(super) tag: String,
    /// Its tag and its own number, by which it is known again.
    pub(super) key: String,
    /// What it names; `None` where its tag says nothing that is understood.
    pub(super) named: Option<Named>,
    pub(super) level: Level,
    /// It shows a word to fill in, and nothing of its own.
    pub(super) is_placeholder: bool,
    /// Word fills it from a part of data, over whatever is written into it.
    pub(super) is_bound: bool,
}

/// The controls of a part, in its order. One within another that is filled as text is left to that: its sentence holds the number.
pub(super) fn controls(tree: &Tree) -> Vec<Control> {
    let mut found: Vec<Control> = Vec::new();
    for sdt in 0..tree.len() {
        if tree.word(sdt) != "sdt" {
            continue;
        }
        let Some(properties) = tree.child(sdt, "sdtPr") else { continue };
        let Some(tag) = tree.value(properties, "tag").filter(|tag| tag.starts_with(PREFIX) && tag != REPORT) else {
            continue;
        };
        let content = tree.child(sdt, "sdtContent");
        let named = Named::of(&tag);
        let own = tree.value(properties, "id");
        let nth = found.iter().filter(|control| control.tag == tag).count();
        let key = own.map_or_else(|| format!("{tag}#{}", nth + 1), |own| format!("{tag}#id{own}"));
        found.push(Control {
            sdt,
            properties,
            content,
            key,
            named,
            level: level(tree, sdt, content),
            is_placeholder: is_on(tree, properties, "showingPlcHdr"),
            is_bound: ["dataBinding"].iter().any(|name| tree.child(properties, name).is_some()),
            tag,
        });
    }
    let holds_text = |control: &Control| !matches!(control.named, None | Some(Named::Item(_)));
    let outer: Vec<std::ops::Range<Id>> = found.iter().filter(|c| holds_text(c)).map(|c| tree.inside(c.sdt)).collect();
    found.retain(|control| !outer.iter().any(|outer| outer.contains(&control.sdt)));
    found
}

/// Whether a switch of Word is on: it is where it stands, unless it says no.
pub(super) fn is_on(tree: &Tree, id: Id, name: &str) -> bool {
    let off = |value: String| ["0", "false", "off"].contains(&value.as_str());
    tree.child(id, name).is_some_and(|child| !tree.attribute(child, Space::Word, "val").is_some_and(off))
}

fn level(tree: &Tree, sdt: Id, content: Option<Id>) -> Level {
    let first = content.and_then(|content| tree.inside(content).map(|id| tree.word(id)).find_map(of_content));
    let around = || {
        tree.above(sdt).find_map(|id| match tree.word(id) {
            "p" | "hyperlink" | "smartTag" | "fldSimple" => Some(Level::Run),
            "tr" => Some(Level::Cell),
            "tbl" => Some(Level::Row),
            "body" | "tc" | "hdr" | "ftr" | "footnote" | "endnote" | "comment" | "txbxContent" => Some(Level::Block),
            _ => None,
        })
    };
    first.or_else(around).unwrap_or(Level::Block)
}

fn of_content(name: &str) -> Option<Level> {
    match name {
        "p" | "tbl" => Some(Level::Block),
        "r" => Some(Level::Run),
        "tr" => Some(Level::Row),
        "tc" => Some(Level::Cell),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(inner: &str) -> Vec<(String, Level, bool)> {
        let address = Space::Word.address(false);
        let text = format!("<w:document xmlns:w=\"{address}\"><w:body>{inner}</w:body></w:document>");
        let tree = Tree::read(text.into_bytes()).ok().unwrap();
        controls(&tree).into_iter().map(|c| (c.key, c.level, c.is_placeholder)).collect()
    }

    fn control(tag: &str, more: &str, inner: &str) -> String {
        format!("<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{more}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    }

    #[test]
    fn tags_name_items_claims_and_numbers() {
        assert_eq!(Named::of("insats:item/figur-02"), Some(Named::Item("figur-02".to_owned())));
        assert_eq!(Named::of("insats:number/BR-003"), Some(Named::Number("BR-003".to_owned(), 1)));
        assert_eq!(Named::of("insats:number/BR-003/2"), Some(Named::Number("BR-003".to_owned(), 2)));
        assert_eq!(Named::of("insats:figure/2"), None);
        assert_eq!(Named::of("insats:claim/"), None);
        assert_eq!(Named::of("other"), None);
    }

    #[test]
    fn controls_are_known_by_what_they_stand_around() {
        let inner = control("insats:claim/A", "<w:id w:val=\"7\"/>", "<w:p><w:r/></w:p>")
            + "<w:p>"
            + &control("insats:claim/A", "<w:showingPlcHdr/>", "<w:r/>")
            + &control("insats:number/B", "<w:showingPlcHdr w:val=\"0\"/>", "")
            + "</w:p><w:tbl>"
            + &control("insats:item/c", "", "<w:tr/>")
            + "<w:tr>"
            + &control("insats:item/d", "", "")
            + "</w:tr></w:tbl>"
            + &control("anything", "", "<w:p/>");
        assert_eq!(
            found(&inner),
            [
                ("insats:claim/A#id7".to_owned(), Level::Block, false),
                ("insats:claim/A#2".to_owned(), Level::Run, true),
                ("insats:number/B#1".to_owned(), Level::Run, false),
                ("insats:item/c#1".to_owned(), Level::Row, false),
                ("insats:item/d#1".to_owned(), Level::Cell, false),
            ]
        );
    }

    #[test]
    fn a_number_within_a_sentence_is_left_to_the_sentence() {
        let number = control("insats:number/A", "", "<w:r/>");
        let inner = control("insats:claim/A", "", &format!("<w:p>{number}</w:p>"));
        assert_eq!(found(&inner).len(), 1);
    }
}
