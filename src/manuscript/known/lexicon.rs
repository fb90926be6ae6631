//! Words as they are inflected, and how much each of them tells.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::RwLock;

use hashbrown::HashMap;

use super::words::BETWEEN;
use crate::manuscript::vocabulary::is_stop_word;

/// How words of one stem end, beside each other.
const ENDINGS: [&str; 47] = [
    "", "s", "n", "t", "a", "e", "d", "r", "rat", "rad", "rade", "ras", "en", "et", "er", "ar", "or", "na", "ns", "ts",
    "an", "ad", "at", "as", "es", "ens", "ets", "ern", "ers", "ars", "erna", "arna", "orna", "ande", "ade", "are",
    "nas", "ernas", "arnas", "ornas", "sk", "ing", "ingen", "ies", "ig", "iga", "igt",
];
/// So long must the shared beginning of two words be, in letters, and as a part of the shorter one.
const SHARED: usize = 3;
const OF_SHORTER: f64 = 0.62;
/// A word this long is known by its end, too, as *organisationer* of *anhörigorganisationer*.
const END: usize = 8;
const SHORT_END: usize = 6;

/// A long label is named by so many of its words.
const ENOUGH: usize = 3;

/// A word by its place in a lexicon.
pub(super) type Word = usize;

/// The words of labels.
#[derive(Default)]
pub(super) struct Lexicon {
    forms: Vec<String>,
    /// The words that begin with the same two letters.
    by_start: BTreeMap<String, Vec<Word>>,
    /// In how many labels each stands.
    counts: Vec<usize>,
    labels: usize,
    /// The words of texts that have been looked up.
    met: RwLock<HashMap<String, Vec<Word>>>,
}

/// A word of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// The words of the lexicon that it may be; the first is the likeliest.
    pub(super) words: Vec<Word>,
    /// Whether it says nothing by itself.
    pub(super) is_little: bool,
}

impl Lexicon {
    /// Takes the words of a label in.
    pub(super) fn learn(&mut self, label: &str) -> BTreeSet<Word> {
        let own: BTreeSet<Word> =
            split(label).filter(|(_, word)| !is_little(word)).map(|(_, word)| self.place(&word)).collect();
        own.iter().for_each(|word| self.counts[*word] += 1);
        self.labels += 1;
        if let Ok(met) = self.met.get_mut() {
            met.clear();
        }
        own
    }

    fn place(&mut self, word: &str) -> Word {
        if let Some(known) = self.candidates(word).find(|known| is_same(&self.forms[*known], word)) {
            return known;
        }
        self.forms.push(word.to_owned());
        self.counts.push(0);
        let at = self.forms.len() - 1;
        self.by_start.entry(start(word)).or_default().push(at);
        at
    }

    fn candidates(&self, word: &str) -> impl Iterator<Item = Word> + '_ {
        self.by_start.get(&start(word)).into_iter().flatten().copied()
    }

    /// What a word tells: rare ones more.
    pub(super) fn weight(&self, word: Word) -> f64 {
        let count = self.counts.get(word).copied().unwrap_or(0) as f64;
        ((self.labels as f64 + 1.0) / (count + 1.0)).ln() + 1.0
    }

    /// What words tell together; of many the three that tell most.
    pub(super) fn weigh_label(&self, words: &BTreeSet<Word>) -> f64 {
        let mut all: Vec<f64> = words.iter().map(|word| self.weight(*word)).collect();
        all.sort_by(|a, b| b.total_cmp(a));
        all.iter().take(ENOUGH).sum()
    }

    /// What words tell together.
    pub(super) fn weigh<'w>(&self, words: impl IntoIterator<Item = &'w Word>) -> f64 {
        words.into_iter().map(|word| self.weight(*word)).sum()
    }

    /// The words of a text.
    pub(super) fn read(&self, text: &str) -> Vec<Token> {
        let token = |(range, word): (Range<usize>, String)| {
            let is_little = is_little(&word);
            Token { range, words: if is_little { Vec::new() } else { self.remembered(word) }, is_little }
        };
        split(text).map(token).collect()
    }

    /// The same word is met with again and again.
    fn remembered(&self, word: String) -> Vec<Word> {
        let known = self.met.read().ok().and_then(|met| met.get(&word).cloned());
        known.unwrap_or_else(|| {
            let found = self.known(&word);
            if let Ok(mut met) = self.met.write() {
                met.insert(word, found.clone());
            }
            found
        })
    }

    fn known(&self, word: &str) -> Vec<Word> {
        let shared = |at: &Word| common(&self.forms[*at], word);
        let mut found: Vec<Word> = self.candidates(word).filter(|at| is_same(&self.forms[*at], word)).collect();
        found.sort_by_key(|at| std::cmp::Reverse(shared(at)));
        if word.chars().count() >= END {
            let stem: String = word.chars().take(END).collect();
            let ends = |at: &Word| self.forms[*at].find(&stem).is_some_and(|from| from >= 4);
            found.extend((0..self.forms.len()).filter(ends));
            // "Samarbetspartner" is a partner, where no label has the whole word.
            let is_end = |at: &Word| self.forms[*at].chars().count() >= SHORT_END && word.ends_with(&self.forms[*at]);
            let has_whole = found.first().is_some_and(|at| is_same(&self.forms[*at], word));
            found.extend((0..self.forms.len()).filter(|at| !has_whole && is_end(at)));
        }
        found
    }
}

fn split(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let is_in = |c: char| c.is_alphanumeric();
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + text.get(at..)?.find(is_in)?;
        let length = text[from..].find(|c| !is_in(c)).unwrap_or(text.len() - from);
        at = from + length;
        Some((from..at, text[from..at].to_lowercase()))
    })
}

/// Whether a word, in small letters, says nothing by itself. A number does in a label, as of an age.
fn is_little(word: &str) -> bool {
    is_stop_word(word)
        || BETWEEN.contains(&word)
        || word.chars().count() < 2 && !word.starts_with(|c: char| c.is_ascii_digit())
}

fn start(word: &str) -> String {
    word.chars().take(2).collect()
}

/// How many letters two words begin with alike.
fn common(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// Whether two words are the same one, inflected.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if one.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let shared = common(one, other);
    let shorter = one.chars().count().min(other.chars().count());
    let rest = |word: &str| word.chars().skip(shared).collect::<String>();
    let ends = |word: &str| ENDINGS.contains(&rest(word).as_str());
    shared >= SHARED && shared as f64 >= OF_SHORTER * shorter as f64 && ends(one) && ends(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_the_same_and_others_are_not() {
        for (one, other) in [
            ("mål", "målen"),
            ("aktivitet", "aktiviteterna"),
            ("tillgänglighet", "tillgängligheten"),
            ("vuxenpsykiatri", "vuxenpsykiatrin"),
            ("ökad", "ökade"),
            ("ansvarig", "ansvariga"),
            ("region", "regionernas"),
            ("goal", "goals"),
        ] {
            assert!(is_same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("barn", "barnrätt"),
            ("ungdomsmottagningar", "ungdomspsykiatrin"),
            ("kommun", "kommunikation"),
            ("samverkan", "samarbete"),
            ("mål", "målgrupp"),
        ] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_long_word_is_known_by_its_end() {
        let mut lexicon = Lexicon::default();
        let own = lexicon.learn("Patient-, brukar- och anhörigorganisationer");
        assert_eq!(own.len(), 3);
        let found = lexicon.read("Organisationerna har");
        assert_eq!(found.iter().map(|token| token.words.len()).collect::<Vec<_>>(), [1, 0]);
    }
}
