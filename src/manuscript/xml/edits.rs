//! What is exchanged in a part, and every other byte stays.

use std::ops::Range;

/// Exchanges of bytes in one part; none reaches into another.
#[derive(Default)]
pub(in crate::manuscript) struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Puts a text in the place of bytes.
    pub(in crate::manuscript) fn replace(&mut self, bytes: Range<usize>, text: impl Into<String>) {
        self.edits.push((bytes, text.into()));
    }

    /// Puts a text between bytes.
    pub(in crate::manuscript) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Whether there are none.
    pub(in crate::manuscript) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The text with all of them made; what is inserted at one byte stands in the order in which it came. An edit within one
    /// that came before it is left out.
    pub(in crate::manuscript) fn apply(mut self, source: &str) -> String {
        self.edits.sort_by_key(|(bytes, _)| (bytes.start, bytes.end));
        let mut text = String::with_capacity(source.len() + self.edits.iter().map(|(_, t)| t.len()).sum::<usize>());
        let mut at = 0;
        for (bytes, new) in self.edits {
            if bytes.start < at {
                continue;
            }
            text.push_str(&source[at..bytes.start]);
            text.push_str(&new);
            at = bytes.end;
        }
        text.push_str(&source[at..]);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_touch_nothing_else() {
        let mut edits = Edits::default();
        edits.insert(3, "x");
        edits.replace(0..1, "");
        edits.insert(3, "y");
        assert_eq!(edits.apply("abcdef"), "bcxydef");
    }
}
