//! Texts that somebody wrote.

use super::markup::Markup;
use crate::report::{Block, Prose, Run};

/// A heading of level 1 stands below that of its item, which is an `h3`.
const ABOVE: usize = 3;
/// Pages have no deeper headings.
const DEEPEST: usize = 6;

/// Writes the blocks of a text.
pub(super) fn write(m: &mut Markup, prose: &Prose) {
    m.element("div", &[("class", "prose")], |m| prose.blocks.iter().for_each(|block| write_block(m, block)));
}

fn write_block(m: &mut Markup, block: &Block) {
    match block {
        Block::Heading(level, runs) => {
            let name = format!("h{}", (level + ABOVE).min(DEEPEST));
            m.element(&name, &[], |m| write_runs(m, runs));
        }
        Block::Paragraph(runs) => m.element("p", &[], |m| write_runs(m, runs)),
        Block::Code(text) => m.element("pre", &[("tabindex", "0")], |m| m.line("code", &[], text.trim_end())),
        Block::List(first, items) => {
            let start = first.map(|first| first.to_string());
            let attributes: Vec<_> = start.as_deref().map(|start| ("start", start)).into_iter().collect();
            m.element(if first.is_some() { "ol" } else { "ul" }, &attributes, |m| {
                for item in items {
                    m.element("li", &[], |m| item.iter().for_each(|block| write_block(m, block)));
                }
            });
        }
    }
}

fn write_runs(m: &mut Markup, runs: &[Run]) {
    for Run { text, strong, emphasis, code } in runs {
        let looks = [("strong", *strong), ("em", *emphasis), ("code", *code)];
        let looks: Vec<&str> = looks.into_iter().filter(|(_, own)| *own).map(|(name, _)| name).collect();
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                m.raw("<br>");
            }
            m.inline(&looks, line);
        }
    }
}
