//! Fields of a paragraph: their codes, and the letters of their results.

use std::ops::Range;

use super::letters::Letter;
use super::space::Space;
use super::xml::{Id, Tree};

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its code, as `REF _Ref12 \h`.
    pub(super) code: String,
    /// The letters of its result, by their positions in the paragraph.
    pub(super) result: Range<usize>,
    /// Its bytes, with the runs that hold its marks.
    pub(super) whole: Range<usize>,
}

impl Field {
    /// Whether it is of a kind.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.code.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(kind))
    }

    /// What it is of: the first word behind its kind.
    pub(super) fn of(&self) -> Option<&str> {
        self.code.split_whitespace().nth(1)
    }
}

/// A field that has begun.
struct Open {
    code: String,
    begin: usize,
    result: Option<usize>,
}

/// The fields of a paragraph, in the order in which they end.
pub(super) fn fields(tree: &Tree, paragraph: Id, letters: &[Letter]) -> Vec<Field> {
    let mut open: Vec<Open> = Vec::new();
    let mut found = Vec::new();
    let before = |byte: usize| letters.partition_point(|letter| letter.at.start < byte);
    let run = |id: Id| tree.parent(id).filter(|run| tree.word(*run) == "r").unwrap_or(id);
    for id in tree.inside(paragraph) {
        match tree.word(id) {
            "fldSimple" => {
                let code = tree.attribute(id, Space::Word, "instr").unwrap_or_default();
                let whole = tree.whole(id);
                found.push(Field { code, result: before(whole.start)..before(whole.end), whole });
            }
            "instrText" => {
                if let Some(last) = open.last_mut() {
                    last.code.push_str(&tree.text(id));
                }
            }
            "fldChar" => {
                let at = tree.whole(run(id));
                match tree.attribute(id, Space::Word, "fldCharType").as_deref() {
                    Some("begin") => open.push(Open { code: String::new(), begin: at.start, result: None }),
                    Some("separate") => {
                        if let Some(last) = open.last_mut() {
                            last.result = Some(before(tree.whole(id).end));
                        }
                    }
                    Some("end") => {
                        if let Some(Open { code, begin, result }) = open.pop() {
                            let end = before(tree.whole(id).start);
                            let result = result.unwrap_or(end)..end;
                            found.push(Field { code, result, whole: begin..at.end });
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}
