//! The control of a figure, a table or a text of the report: what it holds now, and what it is to hold.

use sha2::{Digest, Sha256};

use super::blocks::{Mark, mark};
use super::change::{Decision, Known, Now, decide};
use super::control::{Control, Level};
use super::letters::{PARAGRAPH, letters, state};
use super::package::Package;
use super::parts::Part;
use super::revision::{Stamp, has_own};
use super::rewrite::{Manner, as_run, rewrite, text};
use super::setting::bound;
use super::space::Space;
use super::table::{self, View, same_shape};
use super::xml::{Edits, Id, Tree};
use super::{empty, words};
use crate::diagnostic::Diagnostic;
use crate::read::hex;

/// The id by which the blocks of an item refer to their picture, until its relation is known.
pub const PICTURE: &str = "rIdInsatsPicture";

/// An item as it is to stand in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its picture, table or text, in which the prefix `w` must be bound; a picture is referred to as [`PICTURE`].
    pub blocks: String,
    /// The bytes of its picture.
    pub png: Option<Vec<u8>>,
    /// Its caption as a paragraph.
    pub caption: String,
    /// Its title, as it stands behind the number in a caption.
    pub title: String,
}

/// An item that was read from its blocks.
pub(super) struct Wanted {
    pub(super) shown: Shown,
    tree: Tree,
    /// What is compared: the hash of the picture, the cells of the table, or the text.
    pub(super) value: String,
}

impl Wanted {
    pub(super) fn of(shown: Shown) -> Option<Self> {
        let address = Space::Word.address(false);
        let tree = Tree::read(format!("<w:body xmlns:w=\"{address}\">{}</w:body>", shown.blocks).into_bytes()).ok()?;
        let value = match &shown.png {
            Some(png) => hex(&Sha256::digest(png)),
            None => words_of(&tree, tree.root(), View::After),
        };
        Some(Self { shown, tree, value })
    }

    fn cells(&self) -> Option<Vec<Vec<String>>> {
        let (_, rows) = table::table(&self.tree, self.tree.root(), View::After)?;
        Some(table::texts(&self.tree, &rows, View::After))
    }
}

/// A table's cells, or else the text, inside an element.
fn words_of(tree: &Tree, inside: Id, view: View) -> String {
    match table::table(tree, inside, view) {
        Some((_, rows)) => table::joined(&table::texts(tree, &rows, view)),
        None => view.text(&letters(tree, inside)).replace(PARAGRAPH, "\n"),
    }
}

/// The drawing of a control, as it is read.
fn drawing(tree: &Tree, inside: Id, view: View) -> Option<(Id, Id)> {
    let drawings = tree.inside(inside).filter(|id| ["drawing", "pict"].contains(&tree.word(*id)));
    drawings
        .filter_map(|id| Some((tree.above(id).find(|above| tree.word(*above) == "r")?, id)))
        .find(|(run, _)| view.has(state(tree, *run)))
}

/// What a control holds, as it is compared: the hash of a picture's bytes, or the words.
fn held(package: &mut Package, part: &Part, control: &Control, view: View) -> Result<String, Diagnostic> {
    let (tree, Some(content)) = (&part.tree, control.content) else { return Ok(String::new()) };
    let Some((_, drawing)) = drawing(tree, content, view) else { return Ok(words_of(tree, content, view)) };
    let blip = tree.inside(drawing).find_map(|id| tree.attribute(id, Space::Relations, "embed"));
    let target = package.relations(&part.name)?.into_iter().find(|own| Some(&own.id) == blip.as_ref());
    match target.filter(|own| !own.is_outside && package.has(&own.target)) {
        Some(own) => Ok(hex(&Sha256::digest(package.part(&own.target)?))),
        None => Ok("?".to_owned()),
    }
}

/// What is to be done with an item's control, cell by cell where it is a table of the same shape.
pub(super) struct Plan {
    pub(super) decision: Decision,
    pub(super) old: String,
    /// For each cell, row by row.
    cells: Option<Vec<Vec<Decision>>>,
}

impl Plan {
    /// How many cells an editor has changed.
    pub(super) fn edited_cells(&self) -> usize {
        self.cells.iter().flatten().flatten().filter(|decision| **decision == Decision::Edited).count()
    }

    /// How many cells change.
    pub(super) fn changed_cells(&self) -> Option<usize> {
        let changes = |decision: &&Decision| matches!(decision, Decision::Propose | Decision::Write);
        Some(self.cells.as_ref()?.iter().flatten().filter(changes).count())
    }
}

/// Decides for the control of an item.
pub(super) fn look(
    package: &mut Package,
    part: &Part,
    control: &Control,
    known: Option<&Known>,
    wanted: &Wanted,
) -> Result<Plan, Diagnostic> {
    let tree = &part.tree;
    let before = held(package, part, control, View::Before)?;
    let after = held(package, part, control, View::After)?;
    let is_pending = control.content.is_some_and(|content| has_own(tree, content));
    let is_empty = control.is_placeholder || before.trim().is_empty() && after.trim().is_empty();
    let cells = control.content.filter(|_| !is_empty && wanted.shown.png.is_none()).and_then(|content| {
        let [one, other] = [View::Before, View::After]
            .map(|view| table::table(tree, content, view).map(|(_, rows)| table::texts(tree, &rows, view)));
        let (one, other, new) = (one?, other?, wanted.cells()?);
        (same_shape(&one, &new) && same_shape(&other, &new)).then(|| decide_cells(&one, &other, known, &new))
    });
    let decision = match &cells {
        Some(cells) => whole(cells),
        None => decide(&Now { before: &before, after: &after, is_pending, is_empty }, known, &wanted.value),
    };
    Ok(Plan { decision, old: before, cells })
}

fn decide_cells(
    before: &[Vec<String>],
    after: &[Vec<String>],
    known: Option<&Known>,
    new: &[Vec<String>],
) -> Vec<Vec<Decision>> {
    let [shown, over] = [|known: &Known| known.shown.clone(), |known: &Known| known.over.clone()]
        .map(|of| known.map(of).map(|text| table::divided(&text)).filter(|cells| same_shape(cells, new)));
    let one = |row: usize, column: usize| {
        let known = shown.as_ref().zip(over.as_ref().or(shown.as_ref()));
        let known =
            known.map(|(shown, over)| Known { shown: shown[row][column].clone(), over: over[row][column].clone() });
        let (before, after) = (before[row][column].as_str(), after[row][column].as_str());
        let is_empty =
            before.is_empty() && after.is_empty() && known.as_ref().is_none_or(|known| known.shown.is_empty());
        match decide(&Now { before, after, is_pending: before != after, is_empty }, known.as_ref(), &new[row][column]) {
            Decision::Write if new[row][column].is_empty() => Decision::Same,
            decision => decision,
        }
    };
    (0..new.len()).map(|row| (0..new[row].len()).map(|column| one(row, column)).collect()).collect()
}

/// What is done with a table where its cells come to this.
fn whole(cells: &[Vec<Decision>]) -> Decision {
    let order = [
        Decision::Write,
        Decision::Propose,
        Decision::TakeBack,
        Decision::Edited,
        Decision::Pending,
        Decision::Rejected,
    ];
    let found = order.into_iter().find(|wanted| cells.iter().flatten().any(|own| own == wanted));
    match found {
        Some(Decision::Write) => Decision::Propose,
        found => found.unwrap_or(Decision::Same),
    }
}

/// What is remembered of a control once it was written.
pub(super) fn remembered(plan: &Plan, known: Option<&Known>, wanted: &Wanted) -> Option<Known> {
    let value = wanted.value.clone();
    let Some(cells) = &plan.cells else {
        return match plan.decision {
            Decision::Propose => Some(Known { shown: value, over: plan.old.clone() }),
            Decision::Write | Decision::Same | Decision::TakeBack => Some(Known { shown: value.clone(), over: value }),
            _ => known.cloned(),
        };
    };
    let (new, old) = (table::divided(&value), table::divided(&plan.old));
    let shown = known.map(|known| table::divided(&known.shown)).filter(|shown| same_shape(shown, &new));
    let over = known.map(|known| table::divided(&known.over)).filter(|over| same_shape(over, &new));
    let mut made = (new.clone(), new.clone());
    for (row, cells) in cells.iter().enumerate() {
        for (column, decision) in cells.iter().enumerate() {
            let kept = |from: &Option<Vec<Vec<String>>>| from.as_ref().map(|cells| cells[row][column].clone());
            match decision {
                Decision::Propose | Decision::Write => made.1[row][column] = old[row][column].clone(),
                Decision::Same | Decision::TakeBack => {}
                Decision::Pending | Decision::Rejected | Decision::Edited => {
                    made.0[row][column] = kept(&shown).unwrap_or_default();
                    made.1[row][column] = kept(&over).unwrap_or_default();
                }
            }
        }
    }
    Some(Known { shown: table::joined(&made.0), over: table::joined(&made.1) })
}

/// What writing needs beside the tree.
pub(super) struct Writing<'w, 's> {
    pub(super) manner: Manner<'s>,
    pub(super) edits: &'w mut Edits,
    /// The id of the relation to the picture.
    pub(super) relation: String,
    /// Whether a caption stands beside the control, or in it.
    pub(super) has_caption: bool,
}

/// Writes an item into its control; says whether it could. A table or a text is no part of a paragraph, nor anything of rows and cells.
pub(super) fn write(
    tree: &Tree,
    control: &Control,
    plan: &Plan,
    wanted: &Wanted,
    writing: &mut Writing<'_, '_>,
) -> bool {
    let is_picture = wanted.shown.png.is_some();
    let blocks = bound(tree, control.sdt, &wanted.shown.blocks.replace(PICTURE, &writing.relation));
    if plan.decision == Decision::Write {
        return write_empty(tree, control, wanted, &blocks, writing);
    }
    let Some(content) = control.content else { return false };
    empty::shows_text(tree, control, writing.edits);
    if let (true, Some((run, drawing))) = (is_picture, drawing(tree, content, View::Before)) {
        return exchange_picture(tree, (run, drawing), &blocks, writing);
    }
    match (&plan.cells, control.level) {
        (Some(cells), _) => exchange_cells(tree, content, cells, wanted, writing),
        (None, Level::Block) => exchange_blocks(tree, content, &blocks, writing),
        (None, Level::Run) if is_picture => run_of(&blocks).is_some_and(|run| {
            let run = run.replacen("<w:r>", &opened(tree, control.sdt), 1);
            exchange_runs(tree, content, &run, writing)
        }),
        (None, _) => false,
    }
}

fn write_empty(tree: &Tree, control: &Control, wanted: &Wanted, blocks: &str, writing: &mut Writing<'_, '_>) -> bool {
    let w = tree.prefix(Space::Word, control.sdt).unwrap_or_default();
    let inner = match control.level {
        Level::Block if writing.has_caption => blocks.to_owned(),
        Level::Block => bound(tree, control.sdt, &wanted.shown.caption) + blocks,
        Level::Run if wanted.shown.png.is_some() => match run_of(blocks) {
            Some(run) => run,
            None => return false,
        },
        _ => return false,
    };
    match control.content {
        Some(content) => empty::fill(tree, content, &inner, writing.edits),
        None => {
            let last = tree.child(control.sdt, "sdtEndPr").unwrap_or(control.properties);
            writing.edits.insert(tree.whole(last).end, format!("<{w}sdtContent>{inner}</{w}sdtContent>"));
        }
    }
    empty::shows_text(tree, control, writing.edits);
    true
}

/// The run of a picture in its paragraph.
fn run_of(blocks: &str) -> Option<String> {
    let from = blocks.find("<w:r>")?;
    let to = blocks.rfind("</w:r>")? + "</w:r>".len();
    blocks.get(from..to).map(str::to_owned)
}

/// Puts a picture in the place of another, as wide as that is.
fn exchange_picture(tree: &Tree, (run, drawing): (Id, Id), blocks: &str, writing: &mut Writing<'_, '_>) -> bool {
    let w = tree.prefix(Space::Word, run).unwrap_or_default();
    let Some(new) = run_of(blocks) else { return false };
    let new = bound(tree, run, &scaled(tree, drawing, new)).replacen("<w:r>", &opened(tree, run), 1);
    let child =
        tree.children(run).find(|child| *child == drawing || tree.inside(*child).contains(&drawing)).unwrap_or(drawing);
    let others = |before: bool| -> String {
        let is_there = |id: &Id| tree.word(*id) != "rPr" && *id != child && (*id < child) == before;
        tree.children(run).filter(is_there).map(|id| tree.written(id)).collect()
    };
    let as_one = |inner: &str| if inner.is_empty() { String::new() } else { as_run(tree, run, inner) };
    let old = as_run(tree, run, tree.written(child));
    let exchanged = match &mut writing.manner {
        Manner::Plain => new,
        Manner::Tracked(stamp) => {
            let (del, ins) = (stamp.attributes(&w), stamp.attributes(&w));
            format!("<{w}del{del}>{old}</{w}del><{w}ins{ins}>{new}</{w}ins>")
        }
    };
    writing.edits.replace(tree.whole(run), as_one(&others(true)) + &exchanged + &as_one(&others(false)));
    true
}

/// The start tag of a run in which the prefix `w` is bound.
fn opened(tree: &Tree, run: Id) -> String {
    match tree.prefix(Space::Word, run).as_deref() {
        Some("w:") => "<w:r>".to_owned(),
        _ => format!("<w:r xmlns:w=\"{}\">", Space::Word.address(tree.is_strict())),
    }
}

/// A picture as wide as an editor has made the one before it.
fn scaled(tree: &Tree, old: Id, new: String) -> String {
    let extent = |tree: &Tree, inside: Id| {
        let found = tree.inside(inside).find(|id| tree.name_in(Space::Placed, *id) == Some("extent"))?;
        let get = |name: &str| tree.attribute(found, Space::None, name)?.parse::<u64>().ok().filter(|size| *size > 0);
        Some((get("cx")?, get("cy")?))
    };
    let written = format!("<w:body xmlns:w=\"{}\">{new}</w:body>", Space::Word.address(false));
    let own = Tree::read(written.into_bytes()).ok().and_then(|tree| extent(&tree, tree.root()));
    let (Some((width, _)), Some((cx, cy))) = (extent(tree, old), own) else { return new };
    let height = u128::from(cy) * u128::from(width) / u128::from(cx);
    new.replace(&format!("cx=\"{cx}\" cy=\"{cy}\""), &format!("cx=\"{width}\" cy=\"{height}\""))
}

/// Writes the cells that differ.
fn exchange_cells(
    tree: &Tree,
    content: Id,
    cells: &[Vec<Decision>],
    wanted: &Wanted,
    writing: &mut Writing<'_, '_>,
) -> bool {
    let (Some((_, rows)), Some(new)) = (table::table(tree, content, View::Before), wanted.cells()) else {
        return false;
    };
    if !same_shape(&rows, &new) || !same_shape(&rows, cells) {
        return false;
    }
    let mut all = true;
    for ((row, decisions), new) in rows.iter().zip(cells).zip(&new) {
        for ((cell, decision), new) in row.iter().zip(decisions).zip(new) {
            let old = table::text(tree, *cell, View::Before);
            if matches!(decision, Decision::Edited | Decision::Rejected) || words::same(&old, new) {
                continue;
            }
            let found = letters(tree, *cell);
            let is_done = match old.is_empty() {
                true => write_cell(tree, *cell, new, writing),
                false => rewrite(tree, &found, new, &mut writing.manner, writing.edits).is_ok(),
            };
            all &= is_done;
        }
    }
    all
}

/// Writes into a cell in which nothing stands.
fn write_cell(tree: &Tree, cell: Id, new: &str, writing: &mut Writing<'_, '_>) -> bool {
    let Some(paragraph) = tree.inside(cell).find(|id| tree.word(*id) == "p") else { return false };
    let w = tree.prefix(Space::Word, cell).unwrap_or_default();
    let run = format!("<{w}r>{}</{w}r>", text(new, &w));
    let run = match &mut writing.manner {
        Manner::Plain => run,
        Manner::Tracked(stamp) => format!("<{w}ins{}>{run}</{w}ins>", stamp.attributes(&w)),
    };
    match tree.is_empty(paragraph) {
        true => empty::fill(tree, paragraph, &run, writing.edits),
        false => writing.edits.insert(tree.inner(paragraph).end, run),
    }
    true
}

/// Puts blocks in the place of others; a caption in the control stays.
fn exchange_blocks(tree: &Tree, content: Id, blocks: &str, writing: &mut Writing<'_, '_>) -> bool {
    let olds: Vec<Id> = tree.children(content).filter(|id| !super::caption::is_caption(tree, *id)).collect();
    let Some(last) = olds.last() else {
        writing.edits.insert(tree.inner(content).end, blocks);
        return true;
    };
    let end = tree.whole(*last).end;
    match &mut writing.manner {
        Manner::Plain => {
            olds.iter().for_each(|old| writing.edits.replace(tree.whole(*old), ""));
            writing.edits.insert(end, blocks);
        }
        Manner::Tracked(stamp) => {
            olds.iter().for_each(|old| mark(tree, *old, Mark::Deleted, stamp, writing.edits));
            let Some(new) = inserted(blocks, stamp) else { return false };
            // Two tables that touch would become one.
            let w = tree.prefix(Space::Word, content).unwrap_or_default();
            let between = match tree.word(*last) {
                "tbl" => format!("<{w}p><{w}pPr><{w}rPr><{w}ins{}/></{w}rPr></{w}pPr></{w}p>", stamp.attributes(&w)),
                _ => String::new(),
            };
            writing.edits.insert(end, between + &new);
        }
    }
    true
}

/// Puts a run in the place of what stands in a control within a paragraph.
fn exchange_runs(tree: &Tree, content: Id, run: &str, writing: &mut Writing<'_, '_>) -> bool {
    let w = tree.prefix(Space::Word, content).unwrap_or_default();
    let end = tree.inner(content).end;
    match &mut writing.manner {
        Manner::Plain => empty::fill(tree, content, run, writing.edits),
        Manner::Tracked(stamp) => {
            tree.children(content).for_each(|old| mark(tree, old, Mark::Deleted, stamp, writing.edits));
            writing.edits.insert(end, format!("<{w}ins{}>{run}</{w}ins>", stamp.attributes(&w)));
        }
    }
    true
}

/// Blocks that are marked as inserted.
fn inserted(blocks: &str, stamp: &mut Stamp) -> Option<String> {
    let start = format!("<w:body xmlns:w=\"{}\">", Space::Word.address(false));
    let tree = Tree::read(format!("{start}{blocks}</w:body>").into_bytes()).ok()?;
    let mut edits = Edits::default();
    tree.children(tree.root()).for_each(|block| mark(&tree, block, Mark::Inserted, stamp, &mut edits));
    let made = edits.apply(tree.source());
    made.strip_prefix(&start)?.strip_suffix("</w:body>").map(str::to_owned)
}
