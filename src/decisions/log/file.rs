//! A file of the log as lines. It is read tolerantly where a program may have been stopped while it wrote or people put files
//! together, and strictly otherwise.

use super::line::{Line, Refused, VERSION, first, is_object, parse};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::Appended;

/// What is written behind half a line, so that it stays apart from the next and is never taken for a whole one.
const CUT: &str = "#cut";

/// What has to be written before another line, so that it stands alone and in a file that says what it is.
pub fn cut(written: &[u8]) -> String {
    let has_first = |line: &[u8]| std::str::from_utf8(line).is_ok_and(|line| matches!(parse(clean(line)), Ok(None)));
    let says_what_it_is = written.split(|byte| *byte == b'\n').any(has_first);
    let end = match written.split_inclusive(|byte| *byte == b'\n').next_back() {
        None => String::new(),
        Some(last) if last.ends_with(b"\n") => String::new(),
        Some(last) if is_half(last) => format!("{CUT}\n"),
        Some(_) => "\n".to_owned(),
    };
    if says_what_it_is { end } else { format!("{end}{}\n", first()) }
}

/// Whether a line was not written whole. Editors leave out the last line's end; no beginning of an object is an object.
fn is_half(line: &[u8]) -> bool {
    !line.ends_with(b"\n") && !std::str::from_utf8(line).is_ok_and(|line| is_object(clean(line)))
}

/// A line without its end, and without the mark that some editors put before a file.
fn clean(line: &str) -> &str {
    line.trim_end_matches(['\r', '\n']).trim_start_matches('\u{feff}')
}

/// The lines of a file that say something, each with its place and text.
pub(super) fn lines<'f>(file: &'f Appended, messages: &mut Diagnostics) -> Vec<(Place, &'f str, Line)> {
    let (mut lines, mut said_what_it_is, mut conflict) = (Vec::new(), false, false);
    let place = |number| Place::line(&file.name, number);
    for (number, bytes) in (1..).zip(file.bytes.split_inclusive(|byte| *byte == b'\n')) {
        if is_half(bytes) {
            messages.push(Diagnostic::notice(place(number), msg!("decision-line-half")));
            continue;
        }
        let mut error = |message| messages.push(Diagnostic::error(place(number), message));
        let Ok(text) = std::str::from_utf8(bytes).map(clean) else {
            if !bytes.trim_ascii_end().ends_with(CUT.as_bytes()) {
                error(msg!("decision-line-not-utf8"));
            }
            continue;
        };
        if text.trim().is_empty() || text.ends_with(CUT) {
            continue;
        }
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark)) {
            if !std::mem::replace(&mut conflict, true) {
                error(msg!("decisions-in-conflict"));
            }
            continue;
        }
        match parse(text) {
            Ok(None) => said_what_it_is = true,
            Err(Refused::Later(version)) => {
                error(msg!("decisions-of-other-version", version, known = VERSION.to_string()));
                return lines;
            }
            Ok(Some(_)) if !said_what_it_is => {
                error(msg!("decisions-without-version", first = first()));
                return lines;
            }
            Ok(Some(line)) => lines.push((place(number), text, line)),
            Err(Refused::Unreadable(reason)) => error(msg!("decision-line-unreadable", reason)),
        }
    }
    lines
}
