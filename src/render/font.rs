//! The typeface, compiled in, so that every machine measures and draws the same text.
//!
//! Liberation Sans (SIL Open Font License 1.1) has the widths of Arial and Helvetica: a drawing whose text stays text looks
//! the same on machines that have any of them.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::style::POINT;

pub(super) const REGULAR: &[u8] = include_bytes!("fonts/LiberationSans-Regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("fonts/LiberationSans-Bold.ttf");

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [Face::parse(REGULAR, 0).ok(), Face::parse(BOLD, 0).ok()]);

/// The widths of the letters of Latin script, in ems: asked so often that the typeface is not gone through for each.
static WIDTHS: LazyLock<[Vec<f64>; 2]> =
    LazyLock::new(|| [false, true].map(|bold| ('\0'..='\u{24f}').map(|c| width_in_typeface(c, bold)).collect()));

/// Height of capitals, in ems.
pub(super) const CAPITALS: f64 = 0.729;
/// Depth of descenders, in ems.
pub(super) const DESCENDERS: f64 = 0.212;

/// The width of a line of text in millimetres; the size is in points.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let known = &WIDTHS[usize::from(bold)];
    let letter = |c: char| known.get(c as usize).copied().unwrap_or_else(|| width_in_typeface(c, bold));
    text.chars().map(letter).sum::<f64>() * size * POINT
}

/// The width of a letter, in ems.
fn width_in_typeface(letter: char, bold: bool) -> f64 {
    /// For a glyph that the typeface lacks.
    const USUAL_WIDTH: f64 = 0.6;
    let Some(face) = &FACES[usize::from(bold)] else { return 0.0 };
    let advance = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
    advance.map_or(USUAL_WIDTH, |advance| f64::from(advance) / f64::from(face.units_per_em()))
}

/// How far the ink of a line reaches above and below its baseline, in millimetres; the size is in points.
pub(super) fn reach(text: &str, size: f64, bold: bool) -> (f64, f64) {
    let Some(face) = &FACES[usize::from(bold)] else { return (0.0, 0.0) };
    let scale = size * POINT / f64::from(face.units_per_em());
    let boxes = text.chars().filter_map(|c| face.glyph_bounding_box(face.glyph_index(c)?));
    boxes.fold((0.0, 0.0), |(up, down): (f64, f64), glyph| {
        (up.max(f64::from(glyph.y_max) * scale), down.max(-f64::from(glyph.y_min) * scale))
    })
}

/// A text in lines of at most so many millimetres. Lines break at spaces, and after a hyphen or slash inside a long word;
/// a word that is longer still stands alone.
pub(super) fn wrap(text: &str, size: f64, bold: bool, widest: f64) -> Vec<String> {
    wrapped(text, widest, |line| width(line, size, bold))
}

/// The same of text that is measured otherwise.
pub(super) fn wrapped(text: &str, widest: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            let longer = format!("{line}{piece}");
            if !line.is_empty() && width(longer.trim_end()) > widest {
                lines.push(line.trim_end().to_owned());
                line = piece.to_owned();
            } else {
                line = longer;
            }
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
    }
    lines
}

/// The same in lines of about the same length, so that no word stands alone in the last.
pub(super) fn balanced(text: &str, size: f64, bold: bool, widest: f64) -> Vec<String> {
    let lines = wrap(text, size, bold, widest);
    if lines.len() < 2 || text.contains('\n') {
        return lines;
    }
    in_lines(text, size, bold, lines.len(), |_| true).unwrap_or(lines)
}

/// A text in exactly so many lines, the longest of them as short as can be; `None` where it has too few words, or none that
/// `may_end` allows to end a line.
pub(super) fn in_lines(
    text: &str,
    size: f64,
    bold: bool,
    count: usize,
    may_end: impl Fn(&str) -> bool,
) -> Option<Vec<String>> {
    let pieces = pieces(text);
    let mut before = vec![0.0];
    for piece in &pieces {
        before.push(before[before.len() - 1] + width(piece, size, bold));
    }
    let line = |from: usize, to: usize| before[to - 1] - before[from] + width(pieces[to - 1].trim_end(), size, bold);
    let ends = |to: usize| to == pieces.len() || may_end(pieces[to - 1].trim_end());
    // For every number of pieces: the longest of the lines so far, and where the last of them begins.
    let mut best: Vec<Option<(f64, Vec<usize>)>> = vec![None; pieces.len() + 1];
    best[0] = Some((0.0, Vec::new()));
    for _ in 0..count {
        let mut next = vec![None; pieces.len() + 1];
        for to in (1..=pieces.len()).filter(|to| ends(*to)) {
            let ways = (0..to).filter_map(|from| {
                let (longest, breaks) = best[from].as_ref()?;
                Some((longest.max(line(from, to)), from, breaks))
            });
            let shortest = ways.min_by(|a, b| a.0.total_cmp(&b.0));
            next[to] = shortest.map(|(longest, from, breaks)| (longest, [breaks.as_slice(), &[from]].concat()));
        }
        best = next;
    }
    let (_, starts) = best.pop()??;
    let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
    Some(starts.iter().zip(ends).map(|(from, to)| pieces[*from..to].concat().trim_end().to_owned()).collect())
}

/// Words with what separates them from the next.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (index, c) in text.char_indices() {
        let end = index + c.len_utf8();
        let inside_word =
            before.is_some_and(char::is_alphanumeric) && text[end..].chars().next().is_some_and(char::is_alphanumeric);
        if c == ' ' || (matches!(c, '/' | '-') && inside_word) {
            pieces.push(&text[start..end]);
            start = end;
        }
        before = Some(c);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_typeface() {
        // Arial and Liberation Sans: a space is 0.278 em, a capital M 0.833 em wide; 72 pt are 25.4 mm.
        assert!((width(" ", 72.0, false) - 0.278 * 25.4).abs() < 0.01);
        assert!((width("M", 72.0, false) - 0.833 * 25.4).abs() < 0.01);
    }

    #[test]
    fn ink_reaches_higher_with_a_ring_and_deeper_with_a_tail() {
        // Arial's capitals are 0.716 em high; its g hangs 0.2 em down; a small x has no tail.
        let em = 72.0 * POINT;
        let (capital, none) = reach("M", 72.0, false);
        assert!((capital / em - 0.7).abs() < 0.04 && none < 0.01 * em);
        assert!(reach("Å", 72.0, false).0 > capital + 0.1 * em);
        assert!((reach("g", 72.0, false).1 / em - 0.21).abs() < 0.02);
    }

    #[test]
    fn lines_break_at_spaces_and_never_lose_text() {
        let text = "Implementering och utveckling av nya arbetssätt och metoder";
        let lines = wrap(text, 8.0, false, 30.0);
        assert!(lines.len() > 2 && lines.iter().all(|l| width(l, 8.0, false) <= 30.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        assert_eq!(
            wrap("Patient-, brukar- och vård-/omsorg", 8.0, false, 1.0).concat(),
            "Patient-,brukar-ochvård-/omsorg"
        );
        assert!(wrap("", 8.0, false, 10.0).is_empty());
        assert_eq!(wrap("one two three four", 8.0, false, 20.0), ["one two three", "four"]);
        assert_eq!(balanced("one two three four", 8.0, false, 20.0), ["one two", "three four"]);
    }
}
