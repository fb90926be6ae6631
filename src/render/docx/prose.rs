//! Texts that somebody wrote: paragraphs in styles; what is strong or emphasised stands in the text itself. A text of its own box is a
//! table of one cell.

use super::field::{paragraph, run};
use super::number::References;
use super::page::twips;
use super::setting::Setting;
use super::styles::id;
use super::xml::Xml;
use crate::report::{Block, Prose, Run, item_mark};

/// A text that is written: its document's styles, and what its words refer to.
pub(super) struct Written<'a> {
    pub setting: &'a Setting,
    pub references: &'a References,
    /// The item whose text it is.
    pub item: &'a str,
}

impl Written<'_> {
    /// Writes the blocks of a text.
    pub(super) fn write(&self, x: &mut Xml, prose: &Prose) {
        let blocks = |x: &mut Xml| prose.blocks.iter().for_each(|block| self.block(x, block, None));
        if !prose.callout {
            return blocks(x);
        }
        let width = twips(self.setting.column);
        x.element("w:tbl", &[], |x| {
            x.element("w:tblPr", &[], |x| {
                x.leaf("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
                x.raw(BOX);
            });
            x.element("w:tblGrid", &[], |x| x.leaf("w:gridCol", &[("w:w", &width)]));
            x.element("w:tr", &[], |x| x.element("w:tc", &[], blocks));
        });
    }

    fn block(&self, x: &mut Xml, block: &Block, mark: Option<&str>) {
        let style = |role| self.setting.styles.of(role);
        match block {
            Block::Heading(_, runs) => paragraph(x, style(id::TEXT_HEADING), |x| self.runs(x, runs)),
            Block::Paragraph(runs) => match mark {
                Some(mark) => paragraph(x, style(id::LIST), |x| {
                    run(x, mark);
                    x.raw("<w:r><w:tab/></w:r>");
                    self.runs(x, runs);
                }),
                None => paragraph(x, style(id::BODY), |x| self.runs(x, runs)),
            },
            Block::Code(text) => {
                text.trim_end().lines().for_each(|line| paragraph(x, style(id::CODE), |x| run(x, line)))
            }
            Block::List(first, items) => {
                for (at, item) in items.iter().enumerate() {
                    let own = item_mark(*first, at);
                    for (nth, block) in item.iter().enumerate() {
                        self.block(x, block, Some(if nth == 0 { &own } else { "" }));
                    }
                }
            }
        }
    }

    fn runs(&self, x: &mut Xml, runs: &[Run]) {
        for Run { text, strong, emphasis, code } in runs {
            let style = match (code, strong, emphasis) {
                (true, ..) => id::CODE_IN_TEXT,
                (false, true, true) => id::BOTH,
                (false, true, false) => id::STRONG,
                (false, false, true) => id::EMPHASIS,
                (false, false, false) => {
                    self.plain(x, text);
                    continue;
                }
            };
            x.element("w:r", &[], |x| {
                x.element("w:rPr", &[], |x| x.leaf("w:rStyle", &[("w:val", &self.setting.styles.of(style))]));
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        x.leaf("w:br", &[]);
                    }
                    x.text("w:t", &[("xml:space", &"preserve")], line);
                }
            });
        }
    }

    /// Words without looks, in which references are fields.
    fn plain(&self, x: &mut Xml, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                x.raw("<w:r><w:br/></w:r>");
            }
            self.references.write(x, line, self.item);
        }
    }
}

/// A line around a text, and room within it.
const BOX: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:left w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/><w:right w:val="single" w:sz="8" w:space="0" w:color="4D4D4D"/></w:tblBorders><w:tblCellMar><w:top w:w="120" w:type="dxa"/><w:left w:w="170" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>"#;
