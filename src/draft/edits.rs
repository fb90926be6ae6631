//! Edits of a text that leave everything else as it is written.

use std::ops::Range;

/// What to write in place of a stretch of a text, and a remark for the line above it.
pub(super) type Edit = (Range<usize>, String, Option<String>);

/// A text with its edits, each remark on a line above.
pub(super) fn with_edits(source: &str, edits: &mut [Edit]) -> String {
    edits.sort_by_key(|(span, ..)| span.start);
    let mut text = String::with_capacity(source.len());
    let (mut at, mut line) = (0, 0);
    let mut remarks: Vec<(usize, String)> = Vec::new();
    for (span, new, remark) in edits.iter() {
        text.push_str(&source[at..span.start]);
        if let Some(start) = source[..span.start].rfind('\n').map(|i| i + 1).or(Some(0)) {
            line = start;
        }
        if let Some(remark) = remark {
            let shift = text.len() - (span.start - line);
            remarks.push((shift.min(text.len()), format!("# {remark}\n")));
        }
        text.push_str(new);
        at = span.end;
    }
    text.push_str(&source[at..]);
    // From the end on, so that earlier places stay right; a line with several edits keeps its beginning.
    let mut last = None;
    for (place, remark) in remarks.into_iter().rev() {
        let start = text[..place].rfind('\n').map_or(0, |i| i + 1);
        if last != Some((start, remark.clone())) {
            text.insert_str(start, &remark);
        }
        last = Some((start, remark));
    }
    text
}
