//! Signs that nobody sees, and signs that look like others: the one list that reading, comparing, messages and outputs share.

use unicode_normalization::UnicodeNormalization;

/// The signs by which a spreadsheet takes a text for a formula, as the Open Worldwide Application Security Project lists
/// them ("CSV Injection"); a line feed and full-width forms among them.
pub const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a sign is invisible and says nothing about a text: breaking and joining marks, direction marks, soft hyphens,
/// variation selectors, letters without ink (U+2800, U+3164). Texts that differ by such signs alone mean the same.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{2800}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a sign only turns the direction of writing.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Whether a sign is a space that nobody tells from another, or from none: not those that Swedish numbers are written with.
pub fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether nothing but space and invisible signs stands in a text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A text without the space and the invisible signs at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Whether a sign is a hyphen, a dash or a minus other than `-`.
pub fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Signs of other scripts, each before the Latin letter that it looks like.
const LOOK_ALIKES: &str = "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwАAВBЕEЗ3КKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWґrєeїïёëЁËЇÏ\
    ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpιiκkτtόóάáίíёëօoսuհhցgոn";

/// The first of the ten digits of other scripts.
const ZEROS: [char; 12] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{e50}',
    '\u{ed0}', '\u{ff10}',
];

/// The letters or digit that a sign looks like without being them: of other scripts, full-width forms, ligatures, the
/// letters of formulas.
pub fn look_alike(c: char) -> Option<String> {
    if c < '\u{370}' {
        return None;
    }
    let digit = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10);
    if let Some(digit) = ZEROS.iter().find_map(digit) {
        return Some(digit.to_string());
    }
    if matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{fb00}'..='\u{fb06}' | '\u{1d400}'..='\u{1d7ff}') {
        return Some(c.nfkc().collect());
    }
    let mut pairs = LOOK_ALIKES.chars().filter(|c| !c.is_whitespace());
    while let (Some(other), Some(latin)) = (pairs.next(), pairs.next()) {
        if other == c {
            return Some(latin.into());
        }
    }
    None
}

/// A text with the signs that look like Latin letters and digits replaced by them, without invisible ones, its dashes one
/// sign: what a reader would take it for.
pub fn as_seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match look_alike(c) {
            Some(latin) => seen.push_str(&latin),
            None if is_dash(c) => seen.push('-'),
            None => seen.push(c),
        }
    }
    seen.nfc().collect()
}

/// The first sign by which a word passes for one of Latin letters and digits, and what it looks like. A word in which any
/// letter looks like no Latin one, as Russian and Greek words do, passes for none.
pub fn first_look_alike(text: &str) -> Option<(char, String)> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| passes_for_latin(word)).flat_map(str::chars).find_map(|c| look_alike(c).map(|latin| (c, latin)))
}

fn passes_for_latin(word: &str) -> bool {
    !word.is_ascii()
        && word.chars().all(|c| c < '\u{370}' || matches!(c, '\u{1e00}'..='\u{1eff}') || look_alike(c).is_some())
}

/// Whether letters of several scripts stand in one word: Latin ones beside Greek or Cyrillic ones.
pub fn mixes_scripts(text: &str) -> bool {
    let latin = |c: char| c.is_alphabetic() && (c < '\u{370}' || matches!(c, '\u{1e00}'..='\u{1eff}'));
    let other = |c: char| c.is_alphabetic() && matches!(c, '\u{370}'..='\u{58f}' | '\u{1f00}'..='\u{1fff}');
    !text.is_ascii()
        && text.split(|c: char| !c.is_alphanumeric()).any(|word| word.contains(latin) && word.contains(other))
}

/// A text as a data file may hold it: without the signs that a terminal obeys and those that turn the direction of
/// writing; line breaks and tabs stay.
pub fn harmless(text: &str) -> std::borrow::Cow<'_, str> {
    let obeyed = |c: char| is_direction(c) || c.is_control() && !matches!(c, '\n' | '\t');
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_plain || !text.contains(obeyed) {
        return text.into();
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !obeyed(*c)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_told_with_what_it_looks_like() {
        assert_eq!(first_look_alike("J\u{430}"), Some(('\u{430}', "a".to_owned())));
        assert_eq!(first_look_alike("\u{410}1"), Some(('\u{410}', "A".to_owned())));
        assert_eq!(first_look_alike("４１"), Some(('４', "4".to_owned())));
        assert_eq!(first_look_alike("e\u{fb00}ekt"), Some(('\u{fb00}', "ff".to_owned())));
        for honest in ["Ja", "Örebro", "Привет, мир", "½", "β-blockerare", "µ", "naïve"] {
            assert_eq!(first_look_alike(honest), None, "{honest}");
        }
        assert_eq!(as_seen("S\u{2011}1\u{2013}\u{661}\u{200b}"), "S-1-1");
        assert!(mixes_scripts("J\u{430}") && !mixes_scripts("Ja \u{43d}\u{435}\u{442}"));
    }

    #[test]
    fn every_look_alike_has_its_letter() {
        let all: Vec<char> = LOOK_ALIKES.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(all.len().is_multiple_of(2));
        for pair in all.chunks(2) {
            assert!(pair[0] >= '\u{370}' && pair[1] < '\u{370}', "{pair:?}");
        }
    }

    #[test]
    fn data_files_hold_no_signs_that_a_terminal_obeys() {
        assert_eq!(harmless("a\u{1b}[31mb\u{202e}c\r\nd\te\u{7}"), "a[31mbc\nd\te");
        assert_eq!(harmless("för\u{ad}skola"), "för\u{ad}skola");
    }
}
