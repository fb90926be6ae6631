//! What decoders ask for, kept for the tests that hold the schemas of `schema` against them.

use std::cell::RefCell;
use std::ops::RangeInclusive;

/// What was asked of a table that stands at a path, as `survey[1].question.q5`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Every key that it may have.
    Keys(String, Vec<&'static str>),
    /// The words of a key.
    Words(String, &'static str, Vec<String>),
    /// The range of a key.
    Range(String, &'static str, RangeInclusive<i64>),
}

thread_local! {
    static ASKED: RefCell<Vec<Asked>> = const { RefCell::new(Vec::new()) };
}

fn push(asked: Asked) {
    ASKED.with_borrow_mut(|all| all.push(asked));
}

pub(super) fn keys(path: &str, known: &[&'static str]) {
    push(Asked::Keys(path.to_owned(), known.to_vec()));
}

pub(super) fn words<'w>(path: &str, key: &'static str, words: impl Iterator<Item = &'w str>) {
    push(Asked::Words(path.to_owned(), key, words.map(str::to_owned).collect()));
}

pub(super) fn range(path: &str, key: &'static str, range: &RangeInclusive<i64>) {
    push(Asked::Range(path.to_owned(), key, range.clone()));
}

/// What has been asked on this thread since it was asked last.
pub(crate) fn taken() -> Vec<Asked> {
    ASKED.take()
}
