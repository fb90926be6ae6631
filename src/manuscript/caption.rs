//! Captions of figures and tables, in a control or beside it.

use super::letters::{Letter, letters};
use super::space::Space;
use super::xml::{Id, Tree};

/// Whether a block is a caption: a paragraph in which a number is counted (`SEQ`).
pub(super) fn is_caption(tree: &Tree, block: Id) -> bool {
    let counts = |id: Id| match tree.word(id) {
        "instrText" => tree.text(id).trim_start().split_whitespace().next() == Some("SEQ"),
        "fldSimple" => tree
            .attribute(id, Space::Word, "instr")
            .is_some_and(|code| code.trim_start().split_whitespace().next() == Some("SEQ")),
        _ => false,
    };
    tree.word(block) == "p" && tree.inside(block).any(counts)
}

/// Whether a caption stands right before or behind a block, or in it.
pub(super) fn is_beside(tree: &Tree, block: Id, content: Option<Id>) -> bool {
    let own = content.is_some_and(|content| tree.inside(content).any(|id| is_caption(tree, id)));
    let Some(parent) = tree.parent(block) else { return own };
    let blocks: Vec<Id> = tree.children(parent).filter(|id| ["p", "tbl", "sdt"].contains(&tree.word(*id))).collect();
    let at = blocks.iter().position(|id| *id == block);
    let near = |at: Option<usize>| at.and_then(|at| blocks.get(at)).is_some_and(|id| is_caption(tree, *id));
    own || near(at.and_then(|at| at.checked_sub(1))) || near(at.map(|at| at + 1))
}

/// The caption in a control, with the letters of its title: those behind the number.
pub(super) fn title(tree: &Tree, content: Id) -> Option<(Id, Vec<Letter>)> {
    let caption = tree.inside(content).find(|id| is_caption(tree, *id))?;
    let all = letters(tree, caption);
    let number = all.iter().rposition(|letter| letter.is_fixed).map_or(0, |at| at + 1);
    // "Figur 20b. Titel": a letter of the number, a sign and a space stand before the title.
    let behind = all[number..].iter().position(|letter| letter.c.is_whitespace());
    let before = behind.filter(|at| *at <= 2).map_or(0, |at| at + 1);
    Some((caption, all[number + before..].to_vec()))
}
