//! One control while a manuscript is filled: what it is to hold, and what is decided.

use std::collections::BTreeSet;

use super::caption;
use super::change::{Decision, Known, Now, decide};
use super::control::{Control, Named};
use super::empty;
use super::gap::is_gap;
use super::item::{self, Plan, Shown, Wanted, Writing};
use super::letters::{Letter, PARAGRAPH, State, after, before, is_own, letters};
use super::memory::Filled;
use super::package::Package;
use super::parts::Part;
use super::revision::has_own;
use super::rewrite::{Manner, rewrite};
use super::told::{Done, Says, Text, Told};
use super::xml::{Edits, Tree};
use crate::claims::numbers::{Figure, Kind, figures};
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::render::docx::Setting;

/// The role of an item's caption in what is remembered; the item itself has none.
const CAPTION: &str = "caption";

/// What a control is to hold.
pub(super) enum Want {
    /// Nothing can be done.
    Nothing,
    /// A text.
    Text(String, Decision),
    /// An item; and what becomes of the caption in its control: its title there, if it has one.
    Item(Box<Wanted>, Plan, Option<(String, Decision)>),
}

/// A control while it is filled.
pub(super) struct Unit {
    /// The positions of its part, and of its control there.
    pub(super) part: usize,
    pub(super) at: usize,
    pub(super) key: String,
    pub(super) want: Want,
    pub(super) told: Told,
}

/// What units are looked at with.
pub(super) struct Looking<'l> {
    pub(super) says: &'l dyn Says,
    pub(super) setting: &'l Setting,
    /// Whether changes are written plainly.
    pub(super) plainly: bool,
    /// Whether controls that name claims and numbers are left alone.
    pub(super) items_only: bool,
}

impl Looking<'_> {
    /// Whether a control is left alone.
    pub(super) fn leaves(&self, control: &Control) -> bool {
        self.items_only && matches!(control.named, None | Some(Named::Claim(_) | Named::Number(..)))
    }

    /// Decides for a control.
    pub(super) fn look(
        &self,
        package: &mut Package,
        part: &Part,
        control: &Control,
        filled: Option<&Filled>,
    ) -> Result<(Want, Done, Option<crate::wording::Message>), Diagnostic> {
        let nothing = |done| Ok((Want::Nothing, done, None));
        let Some(named) = &control.named else { return nothing(Done::Unknown(None)) };
        let known = |role: &str| filled.and_then(|filled| filled.texts.get(role));
        if let Named::Item(id) = named {
            let shown = self.says.item(id, &self.setting_at(part, control));
            let Some(wanted) = shown.and_then(Wanted::of) else {
                return nothing(Done::Unknown(self.says.nearest(named)));
            };
            return match self.stopped(&part.tree, control) {
                Some(done) => nothing(done),
                None => self.item(package, part, control, (known(""), known(CAPTION)), wanted),
            };
        }
        let Some(text) = self.says.text(named) else { return nothing(self.unsaid(named)) };
        if let Some(done) = self.stopped(&part.tree, control) {
            return nothing(done);
        }
        let doubt = text.doubt.clone();
        let (value, decision, done) = self.text(&part.tree, control, known(""), text);
        Ok((Want::Text(value, decision), done, doubt))
    }

    /// Why the study says nothing under a name: it has none such, or a claim's sentence has no such number.
    fn unsaid(&self, named: &Named) -> Done {
        let sentence = match named {
            Named::Number(id, _) => self.says.text(&Named::Claim(id.clone())),
            _ => None,
        };
        match sentence {
            Some(Text { text, .. }) => {
                let count = figures(&text).iter().filter(|figure| !figure.is_word()).count();
                Done::NoNumber(text, count)
            }
            None => Done::Unknown(self.says.nearest(named)),
        }
    }

    /// The setting where a control stands.
    fn setting_at(&self, part: &Part, control: &Control) -> Setting {
        let column = super::setting::room(&part.tree, control.sdt).unwrap_or(self.setting.column);
        Setting { column, ..self.setting.clone() }
    }

    fn stopped(&self, tree: &Tree, control: &Control) -> Option<Done> {
        if control.is_bound {
            return Some(Done::Bound);
        }
        is_deleted(tree, control).then_some(Done::Deleted)
    }

    fn manner(&self, decision: Decision) -> Decision {
        // Written plainly a proposal is no longer pending.
        if decision == Decision::Pending && self.plainly { Decision::Propose } else { decision }
    }

    fn text(&self, tree: &Tree, control: &Control, known: Option<&Known>, text: Text) -> (String, Decision, Done) {
        let found = text_of(tree, control, &text.text);
        let (before, after) = (before(&found), after(&found));
        let is_empty = control.is_placeholder || after.trim().is_empty() && before.trim().is_empty();
        // Where digits stand alone their unit stands behind the control; where a gap stands, it may.
        let is_unit = |c: char| c.is_alphabetic() || "%€$£".contains(c);
        let is_gap = is_gap(&after);
        let bare = text.digits.filter(|_| !is_empty && (is_gap || !after.contains(is_unit)));
        let bare = bare.filter(|digits| !is_gap || has_its_unit(tree, control, digits, &text.text));
        if bare.as_ref().is_some_and(|digits| has_other_unit(tree, control, digits, &text.text)) {
            return (text.text.clone(), Decision::Rejected, Done::Fixed(text.text));
        }
        let value = bare.unwrap_or(text.text);
        let is_pending = control.content.is_some_and(|content| has_own(tree, content));
        let now = Now { before: &before, after: &after, is_pending, is_empty };
        let decision = self.manner(decide(&now, known, &value));
        let done = match decision {
            Decision::Propose => Done::Changed { old: before, new: value.clone() },
            Decision::Rejected => Done::Rejected(value.clone()),
            Decision::Edited => Done::Edited(value.clone()),
            other => done(other),
        };
        (value, decision, done)
    }

    fn item(
        &self,
        package: &mut Package,
        part: &Part,
        control: &Control,
        (known, of_caption): (Option<&Known>, Option<&Known>),
        wanted: Wanted,
    ) -> Result<(Want, Done, Option<crate::wording::Message>), Diagnostic> {
        let mut plan = item::look(package, part, control, known, &wanted)?;
        plan.decision = self.manner(plan.decision);
        let caption =
            self.caption(&part.tree, control, of_caption, &wanted.shown).filter(|_| plan.decision != Decision::Write);
        let mut done = match plan.decision {
            Decision::Propose => Done::Exchanged(plan.changed_cells()),
            Decision::Rejected => Done::Rejected(String::new()),
            Decision::Edited => Done::Edited(String::new()),
            other => done(other),
        };
        let mut doubt = match plan.edited_cells() {
            0 => None,
            count => Some(msg!("fill-comment-cells", count, tag = control.tag.clone())),
        };
        match &caption {
            Some((old, Decision::Propose)) if done == Done::Same => {
                done = Done::Changed { old: old.clone(), new: wanted.shown.title.clone() };
            }
            Some((_, Decision::Edited)) => {
                let value = wanted.shown.title.clone();
                doubt = doubt.or(Some(msg!("fill-comment-caption", value, tag = control.tag.clone())));
            }
            _ => {}
        }
        Ok((Want::Item(Box::new(wanted), plan, caption), done, doubt))
    }

    fn caption(
        &self,
        tree: &Tree,
        control: &Control,
        known: Option<&Known>,
        shown: &Shown,
    ) -> Option<(String, Decision)> {
        let (paragraph, title) = caption::title(tree, control.content?)?;
        let (before, after) = (before(&title), after(&title));
        let is_pending = has_own(tree, paragraph);
        let now = Now { before: &before, after: &after, is_pending, is_empty: false };
        let decision = self.manner(decide(&now, known, &shown.title));
        Some((before, decision))
    }
}

/// Whether what stands behind a control of digits makes another number of them: "553" before "miljoner kronor" is not 553 tkr.
fn has_other_unit(tree: &Tree, control: &Control, digits: &str, whole: &str) -> bool {
    // Without a unit behind it, as in a cell, its column says what it counts.
    let both = continued(tree, control, digits).zip(figures(whole).into_iter().next());
    both.is_some_and(|(own, wanted)| own.kind != Kind::Count && own.value != wanted.value)
}

/// Whether digits are the whole number by what stands behind their control; in a cell of their own its column says what they count.
fn has_its_unit(tree: &Tree, control: &Control, digits: &str, whole: &str) -> bool {
    let both = continued(tree, control, digits).zip(figures(whole).into_iter().next());
    let is_in_cell = || tree.above(control.sdt).any(|above| tree.word(above) == "tc");
    both.is_some_and(|(own, wanted)| own.value == wanted.value) || is_in_cell()
}

/// The number that digits are with what stands behind their control.
fn continued(tree: &Tree, control: &Control, digits: &str) -> Option<Figure> {
    let paragraph = tree.above(control.sdt).find(|above| tree.word(*above) == "p");
    let all = paragraph.map_or_else(Vec::new, |paragraph| letters(tree, paragraph));
    let end = tree.whole(control.sdt).end;
    let behind: Vec<Letter> = all.into_iter().filter(|letter| letter.at.start >= end).collect();
    figures(&format!("{digits}{}", after(&behind))).into_iter().next()
}

/// What was done where nothing more is to be said.
fn done(decision: Decision) -> Done {
    match decision {
        Decision::Pending => Done::Pending,
        Decision::Write => Done::Written,
        Decision::TakeBack => Done::TakenBack,
        _ => Done::Same,
    }
}

/// Whether somebody has deleted a control, or all that it showed.
fn is_deleted(tree: &Tree, control: &Control) -> bool {
    let goes = |id| matches!(tree.word(id), "del" | "moveFrom") && !is_own(tree, id);
    let found = control.content.map_or_else(Vec::new, |content| letters(tree, content));
    let is_gone = |letter: &Letter| letter.state == State::Deleted || letter.c == PARAGRAPH;
    tree.above(control.sdt).any(goes)
        || found.iter().any(|letter| letter.state == State::Deleted) && found.iter().all(is_gone)
}

/// The letters of a control. Of several paragraphs or cells it is the one that is most like what is to stand there, unless that is
/// several, too.
fn text_of(tree: &Tree, control: &Control, value: &str) -> Vec<Letter> {
    let all = control.content.map_or_else(Vec::new, |content| letters(tree, content));
    if value.contains('\n') {
        return all;
    }
    let wanted: BTreeSet<&str> = value.split_whitespace().collect();
    let likeness = |letters: &[Letter]| {
        let text: String = letters.iter().map(|letter| letter.c).collect();
        let common = text.split_whitespace().filter(|word| wanted.contains(word)).count();
        (common, usize::from(!text.trim().is_empty()))
    };
    // The first of those that are as like.
    let paragraphs: Vec<&[Letter]> = all.split(|letter| letter.c == PARAGRAPH).collect();
    let best = paragraphs.iter().rev().max_by_key(|letters| likeness(letters));
    best.map_or_else(Vec::new, |letters| letters.to_vec())
}

impl Unit {
    /// Whether proposals of this program in it are to be taken back before it is written.
    pub(super) fn is_due(&self) -> bool {
        let due = |decision: &Decision| matches!(decision, Decision::Propose | Decision::TakeBack | Decision::Write);
        match &self.want {
            Want::Nothing => false,
            Want::Text(_, decision) => due(decision),
            Want::Item(_, plan, caption) => due(&plan.decision) || caption.as_ref().is_some_and(|(_, own)| due(own)),
        }
    }

    /// Writes what was decided; `relation` is that of the item's picture.
    pub(super) fn write(
        &mut self,
        tree: &Tree,
        control: &Control,
        manner: Manner<'_>,
        relation: String,
        edits: &mut Edits,
    ) {
        let is_written = match &self.want {
            Want::Nothing => true,
            Want::Text(value, decision) => write_text(tree, control, (value, *decision), manner, edits),
            Want::Item(wanted, plan, caption) => {
                let has_caption = caption::is_beside(tree, (control.sdt, control.content), wanted.shown.png.is_some());
                let mut writing = Writing { manner, edits, relation, has_caption };
                let is_due = matches!(plan.decision, Decision::Propose | Decision::Write);
                let done = !is_due || item::write(tree, control, plan, wanted, &mut writing);
                let title =
                    caption.as_ref().filter(|(_, decision)| matches!(decision, Decision::Propose | Decision::Pending));
                let found = title.and(control.content).and_then(|content| caption::title(tree, content));
                if let Some((_, letters)) = found.filter(|_| self.is_due()) {
                    let _ = rewrite(tree, &letters, &wanted.shown.title, &mut writing.manner, writing.edits);
                }
                done
            }
        };
        if !is_written {
            let value = match &self.want {
                Want::Text(value, _) => value.clone(),
                _ => String::new(),
            };
            (self.told.done, self.want) = (Done::Fixed(value), Want::Nothing);
        }
    }

    /// Keeps in mind what it shows now.
    pub(super) fn remember(&self, filled: &mut Filled) {
        let text = |decision: &Decision, value: &str, old: &str| match decision {
            Decision::Propose => Some(Known { shown: value.to_owned(), over: old.to_owned() }),
            Decision::Write | Decision::Same | Decision::TakeBack => {
                Some(Known { shown: value.to_owned(), over: value.to_owned() })
            }
            _ => None,
        };
        let mut put = |role: &str, known: Option<Known>| known.map(|known| filled.texts.insert(role.to_owned(), known));
        match &self.want {
            Want::Nothing => {}
            Want::Text(value, decision) => {
                let old = if let Done::Changed { old, .. } = &self.told.done { old.as_str() } else { "" };
                put("", text(decision, value, old));
            }
            Want::Item(wanted, plan, caption) => {
                if let Some((old, decision)) = caption {
                    put(CAPTION, text(decision, &wanted.shown.title, old));
                } else if plan.decision == Decision::Write {
                    put(CAPTION, text(&Decision::Write, &wanted.shown.title, ""));
                }
                let known = filled.texts.get("").cloned();
                filled.texts.extend(item::remembered(plan, known.as_ref(), wanted).map(|known| (String::new(), known)));
            }
        }
    }
}

fn write_text(
    tree: &Tree,
    control: &Control,
    (value, decision): (&str, Decision),
    mut manner: Manner<'_>,
    edits: &mut Edits,
) -> bool {
    match decision {
        Decision::Write => empty::write(tree, control, value, edits),
        Decision::Propose => {
            empty::shows_text(tree, control, edits);
            rewrite(tree, &text_of(tree, control, value), value, &mut manner, edits).is_ok()
        }
        _ => true,
    }
}
