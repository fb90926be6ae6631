//! Texts that somebody wrote: paragraphs in styles; what is strong or emphasised stands in the text itself. A text of its own box is a
//! table of one cell.

use super::body::paragraph;
use super::styles::id;
use super::xml::Xml;
use crate::report::{Block, Prose, Run, item_mark};

/// Writes the blocks of a text.
pub(super) fn write(x: &mut Xml, prose: &Prose) {
    let blocks = |x: &mut Xml| prose.blocks.iter().for_each(|block| write_block(x, block, None));
    if !prose.callout {
        return blocks(x);
    }
    x.element("w:tbl", &[], |x| {
        x.raw(BOX);
        x.element("w:tr", &[], |x| x.element("w:tc", &[], blocks));
    });
}

/// A box as wide as the text, with a line around it.
const BOX: &str = r#"<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:left w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:right w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/></w:tblBorders><w:tblCellMar><w:top w:w="120" w:type="dxa"/><w:left w:w="170" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>"#;

fn write_block(x: &mut Xml, block: &Block, mark: Option<&str>) {
    match block {
        Block::Heading(_, runs) => paragraph(x, id::TEXT_HEADING, |x| write_runs(x, runs)),
        Block::Paragraph(runs) => match mark {
            Some(mark) => paragraph(x, id::LIST, |x| {
                super::body::run(x, mark);
                x.raw("<w:r><w:tab/></w:r>");
                write_runs(x, runs);
            }),
            None => paragraph(x, id::BODY, |x| write_runs(x, runs)),
        },
        Block::Code(text) => {
            text.trim_end().lines().for_each(|line| paragraph(x, id::CODE, |x| super::body::run(x, line)))
        }
        Block::List(first, items) => {
            for (at, item) in items.iter().enumerate() {
                let own = item_mark(*first, at);
                for (nth, block) in item.iter().enumerate() {
                    write_block(x, block, Some(if nth == 0 { &own } else { "" }));
                }
            }
        }
    }
}

fn write_runs(x: &mut Xml, runs: &[Run]) {
    for Run { text, strong, emphasis, code } in runs {
        let style = match (code, strong, emphasis) {
            (true, ..) => Some(id::CODE_IN_TEXT),
            (false, true, true) => Some(id::BOTH),
            (false, true, false) => Some(id::STRONG),
            (false, false, true) => Some(id::EMPHASIS),
            (false, false, false) => None,
        };
        x.element("w:r", &[], |x| {
            if let Some(style) = style {
                x.element("w:rPr", &[], |x| x.leaf("w:rStyle", &[("w:val", &style)]));
            }
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    x.leaf("w:br", &[]);
                }
                x.text("w:t", &[("xml:space", &"preserve")], line);
            }
        });
    }
}
