//! A manuscript is filled: every control that is named for something of the study shows what the study says.
//!
//! Outside the controls nothing changes. What an editor has changed inside one is not written over but commented.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::change::Decision;
use super::comment::{Comments, place, take_marks};
use super::control::{Control, Named, controls};
use super::item::PICTURE;
use super::memory::{Filled, Memory};
use super::package::Package;
use super::parts::{self, Kind, Part};
use super::revision::{Stamp, take_back};
use super::rewrite::Manner;
use super::setting;
use super::space::Space;
use super::told::{Filling, Says, Told};
use super::unit::{Looking, Unit, Want};
use super::xml::Edits;
use crate::diagnostic::Diagnostic;
use crate::read::hex;
use crate::render::docx::Setting;
use crate::wording::Language;

/// The number of a drawing until its own is known: no program counts so far.
const DRAWING: u64 = 2_147_480_017;

/// What the controls of a document ask for.
///
/// # Errors
/// A part that cannot be read.
pub fn named(package: &mut Package) -> Result<BTreeSet<Named>, Diagnostic> {
    let parts = parts::read(package)?;
    Ok(parts.iter().flat_map(|part| controls(&part.tree)).filter_map(|control| control.named).collect())
}

/// Fills a manuscript; says what was done, control by control.
///
/// # Errors
/// A part that cannot be read, or that was not understood.
pub fn fill(package: &mut Package, says: &dyn Says, filling: &Filling) -> Result<Vec<Told>, Diagnostic> {
    let mut memory = Memory::read(package)?;
    let mut comments = Comments::read(package)?;
    let mut parts = parts::read(package)?;
    let setting = Setting { drawing: DRAWING, ..setting::of(package)? };
    let looking = Looking { says, setting: &setting, plainly: filling.plainly, items_only: filling.items_only };
    let mut units = look(package, &parts, &looking, &memory)?;
    let sources = parts.iter().map(|part| part.tree.source()).chain(comments.source());
    let mut stamp = Stamp::new(filling.day, sources);
    let mut changed = take_proposals_back(&mut parts, &units, package.file())?;
    let mut edits: Vec<Edits> = parts.iter().map(|_| Edits::default()).collect();
    let found: Vec<Vec<Control>> = parts.iter().map(|part| controls(&part.tree)).collect();
    for unit in &mut units {
        let part = &parts[unit.part];
        let relation = relate_picture(package, part, unit)?;
        let drawing = stamp.number();
        if let Want::Item(wanted, ..) = &mut unit.want {
            wanted.shown.blocks = wanted.shown.blocks.replace(&DRAWING.to_string(), &drawing.to_string());
        }
        let manner = if filling.plainly { Manner::Plain } else { Manner::Tracked(&mut stamp) };
        unit.write(&part.tree, &found[unit.part][unit.at], manner, relation, &mut edits[unit.part]);
    }
    comment((&parts, &found), &mut units, &mut comments, (&mut memory, &mut stamp, filling.language), &mut edits);
    let mut text = String::new();
    for ((part, edits), changed) in parts.iter().zip(edits).zip(&mut changed) {
        *changed |= !edits.is_empty();
        if *changed {
            let written = edits.apply(part.tree.source());
            package.put(&part.name, written.as_str());
            text += &written;
        }
    }
    setting::add_styles(package, &setting, &text, filling.language)?;
    comments.write(package)?;
    remember(&mut memory, &units, filling);
    if !units.is_empty() {
        memory.write(package)?;
    }
    Ok(units.into_iter().map(|unit| unit.told).collect())
}

/// Decides for every control.
fn look(
    package: &mut Package,
    parts: &[Part],
    looking: &Looking<'_>,
    memory: &Memory,
) -> Result<Vec<Unit>, Diagnostic> {
    let mut units = Vec::new();
    for (own, part) in parts.iter().enumerate() {
        for (at, control) in controls(&part.tree).into_iter().enumerate() {
            if looking.leaves(&control) {
                continue;
            }
            let filled = memory.controls.get(&control.key);
            let (want, done, doubt) = looking.look(package, part, &control, filled)?;
            let told = Told { tag: control.tag, part: part.name.clone(), done, is_commented: false, doubt };
            units.push(Unit { part: own, at, key: control.key, want, told });
        }
    }
    Ok(units)
}

/// Takes back this program's proposals where something else is to stand; says which parts changed.
fn take_proposals_back(parts: &mut [Part], units: &[Unit], file: &str) -> Result<Vec<bool>, Diagnostic> {
    let mut changed = Vec::new();
    for (own, part) in parts.iter_mut().enumerate() {
        let due: BTreeSet<usize> =
            units.iter().filter(|unit| unit.part == own && unit.is_due()).map(|unit| unit.at).collect();
        let mut edits = Edits::default();
        for (_, control) in controls(&part.tree).iter().enumerate().filter(|(at, _)| due.contains(at)) {
            control.content.iter().for_each(|content| take_back(&part.tree, *content, &mut edits));
        }
        changed.push(!edits.is_empty());
        if !edits.is_empty() {
            let text = edits.apply(part.tree.source());
            part.tree = parts::again(file, &part.name, text)?;
        }
    }
    Ok(changed)
}

/// Puts the picture of an item into the document, where one is to be written; gives the id of its relation.
fn relate_picture(package: &mut Package, part: &Part, unit: &Unit) -> Result<String, Diagnostic> {
    let Want::Item(wanted, plan, _) = &unit.want else { return Ok(String::new()) };
    let is_due = matches!(plan.decision, Decision::Propose | Decision::Write);
    let Some(png) = wanted.shown.png.as_ref().filter(|_| is_due) else { return Ok(PICTURE.to_owned()) };
    let folder = package.main().rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let hash = hex(&Sha256::digest(png));
    let name = format!("{folder}media/insats-{}.png", &hash[..16]);
    if !package.has(&name) {
        package.put(&name, png.as_slice());
        package.declare(&name, "image/png")?;
    }
    package.relate(&part.name, "image", &name)
}

/// Comments what an editor must decide.
fn comment(
    (parts, found): (&[Part], &[Vec<Control>]),
    units: &mut [Unit],
    comments: &mut Comments,
    (memory, stamp, language): (&mut Memory, &mut Stamp, Language),
    edits: &mut [Edits],
) {
    let said = |unit: &Unit| unit.told.comment().map(|message| message.text(language)).unwrap_or_default();
    let wanted: BTreeSet<String> = units.iter().map(said).collect();
    let former: BTreeSet<String> = memory.controls.values().map(|filled| filled.comment.clone()).collect();
    let gone = comments.let_go(&former, &wanted).clone();
    if !gone.is_empty() {
        parts.iter().zip(edits.iter_mut()).for_each(|(part, edits)| take_marks(&part.tree, &gone, edits));
    }
    let mut commented: BTreeSet<String> = BTreeSet::new();
    for unit in units {
        let text = said(unit);
        let filled = memory.controls.entry(unit.key.clone()).or_default();
        let is_known = std::mem::replace(&mut filled.comment, text.clone()) == text;
        if text.is_empty() {
            continue;
        }
        unit.told.is_commented = comments.has(&text);
        // What an editor has read and taken away is not said again, and copies of a control have one comment.
        if is_known || !commented.insert(unit.key.clone()) {
            continue;
        }
        let (part, sdt) = (&parts[unit.part], found[unit.part][unit.at].sdt);
        let at = match part.kind {
            Kind::Main => place(&part.tree, sdt),
            Kind::Notes(note, reference) => {
                let main = &parts[0].tree;
                parts::reference(main, &part.tree, (note, reference), sdt).map(|run| main.whole(run))
            }
            Kind::Margin => None,
        };
        if let Some(at) = at {
            let w = parts[0].tree.prefix(Space::Word, 0).unwrap_or_default();
            comments.add(&text, at, &w, stamp, &mut edits[0]);
            unit.told.is_commented = true;
        }
    }
}

/// Keeps what the controls show now, and drops those that are gone.
fn remember(memory: &mut Memory, units: &[Unit], filling: &Filling) {
    memory.year = filling.year.to_string();
    let keys: BTreeSet<&str> = units.iter().map(|unit| unit.key.as_str()).collect();
    memory.controls.retain(|key, _| filling.items_only || keys.contains(key.as_str()));
    units.iter().for_each(|unit| unit.remember(memory.controls.entry(unit.key.clone()).or_default()));
    if filling.plainly {
        // What is written plainly can no longer be rejected.
        let due: BTreeSet<&str> = units.iter().filter(|unit| unit.is_due()).map(|unit| unit.key.as_str()).collect();
        let written = memory.controls.iter_mut().filter(|(key, _)| due.contains(key.as_str()));
        written.flat_map(|(_, filled)| filled.texts.values_mut()).for_each(|known| known.over = known.shown.clone());
    }
    memory.controls.retain(|_, filled| *filled != Filled::default());
}
