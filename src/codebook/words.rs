//! What a word is: the one definition that patterns and texts share.
//!
//! Words are letters and digits; `-`, `:`, `'` and `’` belong to a word only between two of them, as in `SIP-möte` and
//! `SIP:en`, so that `vård- och insatsprogram` is three words. Sentences end at `.`, `!` or `?` before a space and
//! something else than a small letter (`t.ex. skolor` goes on), and at line breaks.

/// The longest word that can match, in bytes: longer ones are no words but noise, and looking at them again and again
/// would make a hostile text slow.
pub(crate) const LONGEST: usize = 256;

/// A letter, digit or mark.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark(c) }
}

/// Combining marks of scripts whose letters have no composed form.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// A sign that holds a word together when it stands between two letters.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '-' | ':' | '\'' | '’')
}

/// Writes small letters in the place of capitals.
pub(crate) fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    for c in word.chars() {
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' => folded.push(c.to_ascii_lowercase()),
            '’' => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// Where the word begins that reaches up to `end`; `None` where it is longer than [`LONGEST`].
fn start_of(text: &str, end: usize) -> Option<usize> {
    let mut start = end;
    let mut before = text[..end].chars().rev().peekable();
    while let Some(c) = before.next() {
        if !(is_letter(c) || is_joiner(c) && start < end && before.peek().is_some_and(|c| is_letter(*c))) {
            break;
        }
        start -= c.len_utf8();
        if end - start > LONGEST {
            return None;
        }
    }
    Some(start)
}

/// Where the word ends that goes on from `start`; `None` where it is longer than [`LONGEST`].
fn end_of(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let mut after = text[start..].chars().peekable();
    while let Some(c) = after.next() {
        if !(is_letter(c) || is_joiner(c) && after.peek().is_some_and(|c| is_letter(*c))) {
            break;
        }
        end += c.len_utf8();
        if end - start > LONGEST {
            return None;
        }
    }
    Some(end)
}

/// The word that holds the bytes from `from` to `to`, which are letters.
pub(crate) fn word_around(text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    // From the inside of a word a joiner to the left has a letter to its right.
    let first = text[from..].chars().next()?.len_utf8();
    let start = start_of(text, from + first)?;
    let last = text[..to].chars().next_back()?.len_utf8();
    let end = end_of(text, to - last)?;
    (end - start <= LONGEST).then_some((start, end))
}

/// Where the letters end that go on from `start`, however many they are.
pub(crate) fn run_end(text: &str, start: usize) -> usize {
    text[start..].find(|c: char| !is_letter(c) && !is_joiner(c)).map_or(text.len(), |at| start + at)
}

/// The next word after `from` in the same sentence.
pub(crate) fn word_after(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut ended = false;
    for (at, c) in text[from..].char_indices() {
        if is_letter(c) {
            if ended && !c.is_lowercase() {
                return None;
            }
            let end = end_of(text, from + at)?;
            return Some((from + at, end));
        }
        match c {
            '\n' | '\r' => return None,
            '.' | '!' | '?' => ended = text[from + at + 1..].starts_with(char::is_whitespace),
            _ => {}
        }
    }
    None
}

/// The word before `from` in the same sentence.
pub(crate) fn word_before(text: &str, from: usize) -> Option<(usize, usize)> {
    let end = text[..from].rfind(is_letter)?;
    let end = end + text[end..].chars().next()?.len_utf8();
    let start = start_of(text, end)?;
    // One definition of a sentence: the word before is the one after which this one comes.
    word_after(text, end).filter(|(next, _)| *next == from).map(|_| (start, end))
}

/// The starts of the sentences of a text; the first is 0.
pub(crate) fn sentences(text: &str, starts: &mut Vec<usize>) {
    starts.clear();
    starts.push(0);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let ends = match byte {
            b'\n' | b'\r' => true,
            b'.' | b'!' | b'?' => ends_sentence(&text[at + 1..]),
            _ => false,
        };
        if ends {
            starts.push(at + 1);
        }
    }
}

/// Whether a full stop before this rest ends a sentence.
fn ends_sentence(rest: &str) -> bool {
    rest.starts_with(char::is_whitespace)
        && !rest
            .trim_start_matches(|c: char| !is_letter(c) && !matches!(c, '\n' | '\r' | '.' | '!' | '?'))
            .starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match word_after(text, at) {
                Some((start, end)) => {
                    found.push(&text[start..end]);
                    at = end;
                }
                None => match text[at..].find(['.', '\n', '!', '?']) {
                    Some(stop) => at += stop + 1,
                    None => break,
                },
            }
        }
        found
    }

    #[test]
    fn words_hold_together_where_people_read_them_so() {
        assert_eq!(words("Vård- och SIP-möten, SIP:en 0-18 år"), ["Vård", "och", "SIP-möten", "SIP:en", "0-18", "år"]);
        assert_eq!(words("-ökad 'trygghet'"), ["ökad", "trygghet"]);
    }

    #[test]
    fn sentences_end_where_people_stop() {
        let starts = |text: &str| {
            let mut starts = Vec::new();
            sentences(text, &mut starts);
            starts
        };
        // Ö is two bytes; the line break after the exclamation mark begins a sentence of its own.
        assert_eq!(starts("Vi utbildar t.ex. skolor. Ökad trygghet!\nSlut"), [0, 25, 41, 42]);
        assert_eq!(starts("version 2.1 är ute."), [0]);
    }

    #[test]
    fn neighbours_stay_in_their_sentence() {
        let text = "en väg in. Nya vägar";
        assert_eq!(word_before(text, 3), Some((0, 2)));
        assert_eq!(word_after(text, 2), Some((3, 7)));
        assert_eq!(word_after(text, 10), None, "a sentence has ended");
        assert_eq!(word_before(text, 12), None, "a sentence has begun");
        assert_eq!(word_around(text, 4, 6), Some((3, 7)));
    }
}
