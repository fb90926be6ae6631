//! The text of a stretch of a document, letter by letter: which run each stands in, and whose revision it is.
//!
//! Word splits runs wherever it likes, so a sentence is never one element. Letters lie above that.

use std::ops::Range;

use super::space::Space;
use super::xml::{Id, Tree};

/// Whose name stands on revisions and comments of this program.
pub(super) const AUTHOR: &str = "insats";

/// What has become of a letter in tracked changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing.
    Plain,
    /// This program has proposed to insert it.
    OwnInserted,
    /// This program has proposed to delete it.
    OwnDeleted,
    /// Somebody has inserted it.
    Inserted,
    /// Somebody has deleted it.
    Deleted,
}

/// A letter, or what counts as one: a tab, a break, the end of a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) c: char,
    /// The run and the element in it; `None` for the end of a paragraph.
    pub(super) within: Option<(Id, Id)>,
    /// The bytes that it is written with.
    pub(super) at: Range<usize>,
    pub(super) state: State,
    /// Whether it is the result of a field, which Word would write over, or ends a paragraph.
    pub(super) is_fixed: bool,
}

/// Where a paragraph ends within a stretch of several.
pub(super) const PARAGRAPH: char = '\u{2029}';

/// The letters inside an element. Text boxes in it are texts of their own.
pub(super) fn letters(tree: &Tree, inside: Id) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut field = Field::default();
    let mut paragraph: Option<Id> = None;
    let mut at = tree.inside(inside).start;
    let end = tree.inside(inside).end;
    while at < end {
        let id = at;
        at += 1;
        match tree.word(id) {
            // Its letters belong to a paragraph of their own.
            "txbxContent" => at = tree.inside(id).end,
            "p" => {
                if let Some(last) = paragraph {
                    let from = tree.whole(last).end;
                    letters.push(Letter {
                        c: PARAGRAPH,
                        within: None,
                        at: from..from,
                        state: State::Plain,
                        is_fixed: true,
                    });
                }
                paragraph = Some(id);
                field = Field::default();
            }
            "fldChar" => field.meet(tree.attribute(id, Space::Word, "fldCharType").as_deref()),
            name @ ("t" | "delText" | "tab" | "br" | "cr" | "noBreakHyphen" | "sym" | "ptab") => {
                let Some(run) = tree.parent(id).filter(|run| tree.word(*run) == "r") else { continue };
                if field.is_code() {
                    continue;
                }
                let is_fixed = field.is_result() || tree.above(run).any(|above| tree.word(above) == "fldSimple");
                let state = state(tree, run);
                let of =
                    |(c, at)| Letter { c, within: Some((run, id)), at, state, is_fixed: is_fixed || name == "sym" };
                let written = match name {
                    "t" | "delText" => tree.letters(id),
                    _ => vec![(sign(name), tree.whole(id))],
                };
                letters.extend(written.into_iter().map(of));
            }
            _ => {}
        }
    }
    letters
}

fn sign(name: &str) -> char {
    match name {
        "noBreakHyphen" => '\u{2011}',
        "sym" => '\u{fffc}',
        "tab" | "ptab" => '\t',
        _ => '\n',
    }
}

/// What tracked changes say of a run: the innermost decides, but what somebody has deleted is gone.
pub(super) fn state(tree: &Tree, run: Id) -> State {
    let mut found = State::Plain;
    for above in tree.above(run) {
        let state = match tree.word(above) {
            "ins" if is_own(tree, above) => State::OwnInserted,
            "del" if is_own(tree, above) => State::OwnDeleted,
            "ins" | "moveTo" => State::Inserted,
            "del" | "moveFrom" => State::Deleted,
            "p" => break,
            _ => continue,
        };
        if state == State::Deleted {
            return state;
        }
        if found == State::Plain {
            found = state;
        }
    }
    found
}

/// Whether a revision or comment is this program's.
pub(super) fn is_own(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, Space::Word, "author").as_deref() == Some(AUTHOR)
}

/// A text as it reads with this program's pending revisions taken back; what others have changed counts as accepted.
pub(super) fn before(letters: &[Letter]) -> String {
    told(letters, |state| matches!(state, State::Plain | State::Inserted | State::OwnDeleted))
}

/// A text as it reads with every revision accepted.
pub(super) fn after(letters: &[Letter]) -> String {
    told(letters, |state| matches!(state, State::Plain | State::Inserted | State::OwnInserted))
}

fn told(letters: &[Letter], counts: impl Fn(State) -> bool) -> String {
    letters.iter().filter(|letter| counts(letter.state)).map(|letter| letter.c).collect()
}

/// Where a field's code ends and its result begins; fields stand in fields.
#[derive(Default)]
struct Field {
    /// For each field that is open, whether its result has begun.
    open: Vec<bool>,
}

impl Field {
    fn meet(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.open.push(false),
            Some("separate") => {
                if let Some(last) = self.open.last_mut() {
                    *last = true;
                }
            }
            Some("end") => drop(self.open.pop()),
            _ => {}
        }
    }

    fn is_code(&self) -> bool {
        self.open.iter().any(|result| !result)
    }

    fn is_result(&self) -> bool {
        !self.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inner: &str) -> (String, String, String) {
        let address = Space::Word.address(false);
        let text = format!("<w:body xmlns:w=\"{address}\">{inner}</w:body>");
        let tree = Tree::read(text.into_bytes()).ok().unwrap();
        let letters = letters(&tree, tree.root());
        let fixed = letters.iter().filter(|letter| letter.is_fixed).map(|letter| letter.c).collect();
        (before(&letters), after(&letters), fixed)
    }

    #[test]
    fn a_sentence_is_read_over_runs_and_revisions() {
        let inner = "<w:p><w:r><w:t>Av </w:t></w:r><w:del w:author=\"insats\"><w:r><w:delText>12</w:delText></w:r></w:del>\
            <w:ins w:author=\"insats\"><w:r><w:t>13</w:t></w:r></w:ins><w:ins w:author=\"Eva\"><w:r><w:t>0</w:t></w:r></w:ins>\
            <w:del w:author=\"Eva\"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:tab/><w:t>a</w:t></w:r></w:p>";
        assert_eq!(read(inner), ("Av 120\ta".to_owned(), "Av 130\ta".to_owned(), String::new()));
    }

    #[test]
    fn results_of_fields_stand_fast_and_their_codes_are_no_text() {
        let begin = |kind| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let inner = format!(
            "<w:p><w:r><w:t>se </w:t></w:r>{}<w:r><w:instrText> REF x </w:instrText></w:r>{}<w:r><w:t>figur 2</w:t></w:r>{}</w:p><w:p/>",
            begin("begin"),
            begin("separate"),
            begin("end")
        );
        assert_eq!(
            read(&inner),
            ("se figur 2\u{2029}".to_owned(), "se figur 2\u{2029}".to_owned(), "figur 2\u{2029}".to_owned())
        );
    }

    #[test]
    fn what_somebody_has_deleted_is_gone_whoever_inserted_it() {
        let inner = "<w:p><w:ins w:author=\"insats\"><w:del w:author=\"Eva\"><w:r><w:delText>5</w:delText></w:r></w:del></w:ins></w:p>";
        assert_eq!(read(inner).1, "");
    }
}
