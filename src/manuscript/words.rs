//! What differs between two texts, word by word, so that an editor sees the number that moved and not a new sentence.

use std::ops::Range;

/// Pairs of words that are compared; a text beyond them is exchanged whole.
const MOST_COMPARED: usize = 4_000_000;

/// One exchange: the letters of the old text that go, and what comes in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exchange {
    pub(super) old: Range<usize>,
    pub(super) new: String,
}

/// Whether two texts say the same: kinds of space and how many stand beside each other make no difference.
pub fn same(one: &str, other: &str) -> bool {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced(one) == spaced(other)
}

/// The exchanges that make one text of the other, in order, in letters of the old one.
pub(super) fn exchanges(old: &[char], new: &str) -> Vec<Exchange> {
    let new: Vec<char> = new.chars().collect();
    let (one, other) = (words(old), words(&new));
    let alike = |a: &Range<usize>, b: &Range<usize>| {
        let (a, b): (String, String) = (old[a.clone()].iter().collect(), new[b.clone()].iter().collect());
        a == b || same(&a, &b) && a.trim().is_empty() == b.trim().is_empty()
    };
    if one.len().saturating_mul(other.len()) > MOST_COMPARED {
        return vec![Exchange { old: 0..old.len(), new: new.into_iter().collect() }];
    }
    // The longest common subsequence; sentences are short.
    let mut longest = vec![vec![0_u32; other.len() + 1]; one.len() + 1];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            longest[a][b] = match alike(&one[a], &other[b]) {
                true => longest[a + 1][b + 1] + 1,
                false => longest[a + 1][b].max(longest[a][b + 1]),
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut found: Vec<Exchange> = Vec::new();
    let mut at = 0;
    while a < one.len() || b < other.len() {
        if a < one.len() && b < other.len() && alike(&one[a], &other[b]) {
            at = one[a].end;
            (a, b) = (a + 1, b + 1);
            continue;
        }
        let goes = a < one.len() && (b == other.len() || longest[a + 1][b] >= longest[a][b + 1]);
        let (old, text) = match goes {
            true => (one[a].clone(), String::new()),
            false => (at..at, new[other[b].clone()].iter().collect()),
        };
        (a, b) = if goes { (a + 1, b) } else { (a, b + 1) };
        at = old.end;
        match found.last_mut() {
            Some(last) if last.old.end == old.start => {
                last.old.end = old.end;
                last.new.push_str(&text);
            }
            _ => found.push(Exchange { old, new: text }),
        }
    }
    found
}

/// Words, signs and spaces, each by itself; a number with its thousands is one word.
fn words(text: &[char]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let from = at;
        let c = text[at];
        at += 1;
        if c.is_alphanumeric() {
            while at < text.len() && (text[at].is_alphanumeric() || joins(text, at)) {
                at += 1;
            }
        } else if c.is_whitespace() {
            while at < text.len() && text[at].is_whitespace() {
                at += 1;
            }
        }
        words.push(from..at);
    }
    words
}

/// Whether a sign or a space stands between digits of one number, or joins two halves of a word.
fn joins(text: &[char], at: usize) -> bool {
    let (before, behind) = (text[at - 1], text.get(at + 1).copied().unwrap_or(' '));
    match text[at] {
        ',' | '.' => before.is_ascii_digit() && behind.is_ascii_digit(),
        '\u{a0}' | '\u{202f}' | ' ' => {
            let digits = |range: &[char]| range.iter().take_while(|c| c.is_ascii_digit()).count();
            before.is_ascii_digit() && digits(&text[at + 1..]) == 3
        }
        '-' | '\u{2011}' => before.is_alphanumeric() && behind.is_alphanumeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<(String, String)> {
        let old: Vec<char> = old.chars().collect();
        exchanges(&old, new).into_iter().map(|e| (old[e.old].iter().collect(), e.new)).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn only_the_words_that_differ_are_exchanged() {
        assert_eq!(told("Totalt 1 449 insatser.", "Totalt 1 512 insatser."), pairs(&[("1 449", "1 512")]));
        assert_eq!(told("I 12 av 21, 57 %.", "I 13 av 21, 62 %."), pairs(&[("12", "13"), ("57", "62")]));
        assert_eq!(told("135,4 miljoner", "1,2 miljarder"), pairs(&[("135,4", "1,2"), ("miljoner", "miljarder")]));
        assert_eq!(told("Allt.", "Allt."), pairs(&[]));
        assert_eq!(told("", "Nytt"), pairs(&[("", "Nytt")]));
        assert_eq!(told("G1 är vanligast.", "G1 är näst vanligast."), pairs(&[("", "näst ")]));
    }

    #[test]
    fn kinds_of_space_are_no_difference() {
        assert_eq!(told("1\u{a0}449 insatser", "1 449 insatser"), pairs(&[]));
        assert!(same("1\u{a0}449  kr", "1 449 kr"));
    }

    proptest::proptest! {
        #[test]
        fn the_exchanges_make_the_new_text(old in "[ab1 ,.]{0,24}", new in "[ab1 ,.]{0,24}") {
            let letters: Vec<char> = old.chars().collect();
            let (mut made, mut at) = (String::new(), 0);
            for exchange in exchanges(&letters, &new) {
                made.extend(&letters[at..exchange.old.start]);
                made.push_str(&exchange.new);
                at = exchange.old.end;
            }
            made.extend(&letters[at..]);
            proptest::prop_assert!(same(&made, &new), "{made:?}");
        }
    }
}
