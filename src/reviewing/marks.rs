//! A text as it is shown: contact data masked, and what the rules found marked.

use serde::Serialize;

use crate::coding::rules::Span;
use crate::mask::{MASK, contacts};

/// A mark in a text that is shown, in UTF-16 units as browsers count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mark {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The domain.
    pub domain: &'static str,
    /// The code that it speaks for.
    pub code: String,
}

/// A text with its contact data masked, and its marks there; a mark that touches contact data is left out.
pub(super) fn marked(text: &str, found: &[(Span, &'static str, &str)]) -> (String, Vec<Mark>) {
    let hidden = contacts(text, false);
    let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
    for span in &hidden {
        shown += &text[at..span.start];
        shown += MASK;
        at = span.end;
    }
    shown += &text[at..];
    if found.is_empty() {
        return (shown, Vec::new());
    }
    let begins: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    // A place of the text as a place of what is shown.
    let place = |at: usize| {
        let before = hidden.iter().filter(|span| span.end <= at);
        let (hidden, masks) =
            before.fold((0, 0), |(hidden, masks), span| (hidden + units(&text[span.clone()]), masks + units(MASK)));
        units(&text[..at]) + masks - hidden
    };
    let mark = |(span, domain, code): &(Span, &'static str, &str)| {
        let (start, end) = (*begins.get(span.from.checked_sub(1)?)?, *begins.get(span.to)?);
        let touches = hidden.iter().any(|hidden| start < hidden.end && hidden.start < end);
        (!touches).then(|| Mark { start: place(start), end: place(end), domain, code: (*code).to_owned() })
    };
    let mut marks: Vec<Mark> = found.iter().filter_map(mark).collect();
    marks.sort();
    marks.dedup();
    (shown, marks)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::UnitKind;
    use crate::study::TextNames;
    use crate::wording::Text;

    #[test]
    fn marks_stand_where_browsers_count_them_and_contact_data_are_masked() {
        let names = TextNames::declared([("activity".to_owned(), Text::default())].into_iter());
        let name = names.iter().next().unwrap();
        assert_eq!(name.unit(), UnitKind::Intervention);
        let text = "😀 Ring a@b.se, vi utbildar";
        // Characters 16 to 26 are "vi utbildar"; the emoji is two units, the address is 6 characters and its mask 3.
        let spans =
            [(Span { text: name, from: 16, to: 26 }, "d", "A"), (Span { text: name, from: 8, to: 10 }, "d", "B")];
        let (shown, marks) = marked(text, &spans);
        assert_eq!(shown, "😀 Ring […], vi utbildar");
        assert_eq!(marks, [Mark { start: 13, end: 24, domain: "d", code: "A".to_owned() }]);
        let utf16: Vec<u16> = shown.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&utf16[13..24]), "vi utbildar");
    }
}
