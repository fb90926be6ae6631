//! Captions of figures and tables, in a control or beside it.

use std::sync::LazyLock;

use regex::Regex;

use super::letters::{Letter, letters};
use super::space::Space;
use super::xml::{Id, Tree};

/// Whether a block is a caption: a paragraph in which a number is counted (`SEQ`).
pub(super) fn is_caption(tree: &Tree, block: Id) -> bool {
    counted(tree, block).is_some()
}

/// What a caption counts, in small letters: `figur`, `tabell`.
fn counted(tree: &Tree, block: Id) -> Option<String> {
    let code = |id: Id| match tree.word(id) {
        "instrText" => Some(tree.text(id)),
        "fldSimple" => tree.attribute(id, Space::Word, "instr"),
        _ => None,
    };
    let counts = |code: String| {
        let mut words = code.split_whitespace();
        (words.next() == Some("SEQ")).then(|| words.next().unwrap_or_default().to_lowercase())
    };
    Some(block).filter(|block| tree.word(*block) == "p")?;
    tree.inside(block).filter_map(code).find_map(counts)
}

/// Whether a caption stands in a block, or one of its kind right before or behind it. One that counts figures is not a table's,
/// and the other way round: between a figure and a table it belongs to one of them.
pub(super) fn is_beside(tree: &Tree, (block, content): (Id, Option<Id>), is_picture: bool) -> bool {
    let other = if is_picture { "tab" } else { "fig" };
    let own = content.is_some_and(|content| tree.inside(content).any(|id| is_caption(tree, id)));
    let Some(parent) = tree.parent(block) else { return own };
    let blocks: Vec<Id> = tree.children(parent).filter(|id| ["p", "tbl", "sdt"].contains(&tree.word(*id))).collect();
    let at = blocks.iter().position(|id| *id == block);
    let near = |at: Option<usize>| at.and_then(|at| blocks.get(at)).and_then(|id| counted(tree, *id));
    let near = |at| near(at).is_some_and(|counted| !counted.starts_with(other));
    own || near(at.and_then(|at| at.checked_sub(1))) || near(at.map(|at| at + 1))
}

/// The caption in a control, with the letters of its title: those behind the number.
pub(super) fn title(tree: &Tree, content: Id) -> Option<(Id, Vec<Letter>)> {
    let caption = tree.inside(content).find(|id| is_caption(tree, *id))?;
    let all = letters(tree, caption);
    Some((caption, all[behind_number(&all)..].to_vec()))
}

/// Where the title of a caption begins behind its number, in letters. The number is a field's result; where no field counts, it is
/// what is written: "Figur 3. ".
pub(super) fn behind_number(all: &[Letter]) -> usize {
    let Some(number) = all.iter().rposition(|letter| letter.is_fixed).map(|at| at + 1) else {
        let text: String = all.iter().map(|letter| letter.c).collect();
        let found = WRITTEN.as_ref().and_then(|pattern| pattern.find(&text));
        return found.map_or(0, |found| found.as_str().chars().count());
    };
    // "Figur 20b. Titel": a letter of the number, a sign and a space stand before the title.
    let behind = all[number..].iter().position(|letter| letter.c.is_whitespace());
    number + behind.filter(|at| *at <= 2).map_or(0, |at| at + 1)
}

static WRITTEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:figur|figure|diagram|chart|tabell|table)[ \u{a0}]\d+[a-z]?(?:[.:]|[ \u{a0}]*[–-])?[ \u{a0}]*")
        .ok()
});
