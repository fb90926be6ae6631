//! Where sentences begin and end, and what of a line is text.

use std::ops::Range;

/// One line, with single spaces; no-break spaces stay, because they hold numbers together. What nobody sees goes.
pub(super) fn tidy(letters: &[(char, usize)]) -> Vec<(char, usize)> {
    let mut tidied: Vec<(char, usize)> = Vec::with_capacity(letters.len());
    for (c, place) in letters {
        let c = match c {
            '\t' | '\n' | '\r' | '\u{2028}' => ' ',
            '\u{2011}' => '-',
            '\u{ad}' | '\u{200b}' | '\u{feff}' => continue,
            c => *c,
        };
        if c != ' ' || tidied.last().is_some_and(|(last, _)| *last != ' ') {
            tidied.push((c, *place));
        }
    }
    while tidied.last().is_some_and(|(last, _)| *last == ' ') {
        tidied.pop();
    }
    tidied
}

/// Where the text of a heading begins behind its own number, as `2.1`.
pub(super) fn own_heading(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_numbered = rest.len() < text.len() && rest.starts_with([' ', '\u{a0}']);
    let words = rest.trim_start();
    // "156 insatser" counts; "2 Insatser" and "2.1 insatser" do not.
    let number = text.len() - rest.len();
    let has_point = text[..number].contains('.');
    let is_small = text[..number].trim_end_matches('.').parse::<usize>().is_ok_and(|number| number < 40);
    let counts = !has_point && (words.starts_with(char::is_lowercase) || !is_small);
    if is_numbered && !counts { text.len() - words.len() } else { 0 }
}

/// Abbreviations that end in a full stop and end no sentence.
const ABBREVIATIONS: [&str; 22] = [
    "s", "dnr", "t.ex", "bl.a", "dvs", "s.k", "m.m", "m.fl", "resp", "ca", "kap", "nr", "jfr", "osv", "etc", "inkl",
    "exkl", "e.g", "i.e", "fig", "tab", "prop",
];

/// Where the sentences of a paragraph stand, in bytes.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (position, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let end = position + c.len_utf8();
        let behind: String = text[end..].chars().take(3).collect();
        let mut letters = behind.trim_start_matches(['”', '"', ')', '»']).chars();
        let ends = match letters.next() {
            None => true,
            Some(' ') => letters.next().is_none_or(|next| !next.is_lowercase()),
            Some(_) => false,
        };
        let before = &text[start..position];
        let last_word = before.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
        // "1." at the beginning numbers a paragraph.
        let is_number = start == 0 && before.chars().all(|c| c.is_ascii_digit());
        let shortens = c == '.' && ABBREVIATIONS.contains(&last_word.as_str()) && end < text.len();
        if ends && !is_number && !shortens {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences.iter_mut().for_each(|range| *range = trimmed(text, range));
    sentences.retain(|range| text[range.clone()].chars().any(char::is_alphanumeric));
    sentences
}

/// Without the spaces at both ends.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.end - inner.trim_start().len();
    start..(start + inner.trim().len())
}
