//! Edits of a text that leave everything else as it is written.

use std::ops::Range;

use super::mark::Reason;
use crate::wording::Language;

/// What to write in place of a stretch of a text, and reasons for the lines above it.
pub(super) type Edit = (Range<usize>, String, Vec<Reason>);

/// A text with its edits, their reasons in comments above, in its own language.
pub(super) fn with_edits(source: &str, edits: &mut [Edit], language: Language) -> String {
    edits.sort_by_key(|(span, ..)| span.start);
    let mut text = String::with_capacity(source.len());
    let (mut at, mut line) = (0, 0);
    let mut remarks: Vec<(usize, String)> = Vec::new();
    for (span, new, reasons) in edits.iter() {
        text.push_str(&source[at..span.start]);
        if let Some(start) = source[..span.start].rfind('\n').map(|i| i + 1).or(Some(0)) {
            line = start;
        }
        if !reasons.is_empty() {
            let shift = text.len() - (span.start - line);
            let remark = reasons.iter().map(|reason| reason.comment(language)).collect();
            remarks.push((shift.min(text.len()), remark));
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
