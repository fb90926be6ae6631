//! Feature extraction: words, bigrams of neighbouring words, and character n-grams inside words, weighted by tf-idf.
//!
//! Character n-grams have three to five characters, word boundaries included, so that Swedish compounds and inflections share
//! features. Bigrams do not cross the ends of sentences. What a word contributes depends on the word only, so its sums can be
//! cached (`scoring`). Vectors are scaled so that longer texts stay somewhat longer; the length is taken over words and bigrams
//! with their parts, which is the Euclidean norm but for repeated parts.

use std::collections::BTreeSet;

use hashbrown::HashMap;

use crate::codebook::words;

/// Words are cut off after so many characters; longer ones are noise.
const LONGEST: usize = 40;
/// Lengths of character n-grams, the word boundaries (written `_`) included.
const CHARACTERS: std::ops::RangeInclusive<usize> = 3..=5;
/// A vector is divided by its squared length to this power. At ½ each of several statements would count for less than one
/// that stands alone; at 0 a long text would count for more than it says.
const POWER: f64 = 0.35;

/// The n-grams of a model, in alphabetical order. A word is written `=word`, a bigram `=word word`, a character n-gram `_wor`.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The n-grams.
    pub names: Vec<String>,
    /// The inverse document frequency of each: 1 + ln((1 + texts) / (1 + texts with it)).
    pub rarity: Vec<f32>,
    index: HashMap<String, u32>,
}

/// A text as a sparse vector: features in ascending order, with values.
pub type Vector = Vec<(u32, f32)>;

impl Vocabulary {
    /// From n-grams and their rarity.
    pub fn new(names: Vec<String>, rarity: Vec<f32>) -> Self {
        // Only looked up, never iterated: the order of the map has no effect.
        let index = names.iter().enumerate().map(|(at, name)| (name.clone(), at as u32)).collect();
        Self { names, rarity, index }
    }

    /// The n-grams of texts that occur in the answers of at least `fewest` respondents. A text comes with its respondent.
    pub fn learn(texts: &[(&str, &str)], fewest: usize) -> Self {
        let mut respondents: Vec<&str> = texts.iter().map(|(respondent, _)| *respondent).collect();
        respondents.sort_unstable();
        respondents.dedup();
        let mut seen: HashMap<String, Seen> = HashMap::new();
        for (number, (respondent, text)) in texts.iter().enumerate() {
            let respondent = respondents.partition_point(|r| r < respondent) as u32;
            for_each_gram(text, |gram| match seen.get_mut(gram) {
                Some(known) => known.add(number, respondent, fewest),
                None => {
                    seen.insert(gram.to_owned(), Seen { texts: 1, last: number, respondents: vec![respondent] });
                }
            });
        }
        let mut kept: Vec<_> = seen.into_iter().filter(|(_, seen)| seen.respondents.len() >= fewest).collect();
        kept.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let all = texts.iter().filter(|(_, text)| !text.trim().is_empty()).count();
        let rarity = |seen: &Seen| (1.0 + ((1 + all) as f64 / (1 + seen.texts) as f64).ln()) as f32;
        let rarities = kept.iter().map(|(_, seen)| rounded(rarity(seen))).collect();
        Self::new(kept.into_iter().map(|(name, _)| name).collect(), rarities)
    }

    /// How many n-grams there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The number of an n-gram.
    pub fn number(&self, gram: &str) -> Option<u32> {
        self.index.get(gram).copied()
    }

    /// A text as a sparse, scaled vector (see the module's comment); empty for a text without known n-grams.
    pub fn vector(&self, text: &str) -> Vector {
        let mut counts: Vec<u32> = Vec::new();
        for_each_gram(text, |gram| counts.extend(self.number(gram)));
        counts.sort_unstable();
        let square: f64 = counts.iter().map(|at| f64::from(self.rarity[*at as usize]).powi(2)).sum();
        let scale = scale(square);
        let mut vector: Vector = Vec::new();
        for at in counts {
            let value = (f64::from(self.rarity[at as usize]) * scale) as f32;
            match vector.last_mut() {
                Some((last, sum)) if *last == at => *sum += value,
                _ => vector.push((at, value)),
            }
        }
        vector
    }

    /// The share of a text's different words that the model knows, as two counts: known and all.
    pub fn known_words(&self, text: &str) -> (usize, usize) {
        let all = distinct_words(text);
        (all.iter().filter(|word| self.number(&format!("={word}")).is_some()).count(), all.len())
    }
}

/// By what a vector of this squared length is multiplied.
pub(super) fn scale(square: f64) -> f64 {
    if square > 0.0 { square.powf(-POWER) } else { 0.0 }
}

/// The sentences of a text; a text without words is one.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    words::sentences(text, &mut starts);
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// Four decimals are kept in the model file; training uses the same.
pub(super) fn rounded(value: f32) -> f32 {
    (value * 1e4).round() / 1e4
}

/// Document and respondent frequency of an n-gram so far.
struct Seen {
    texts: usize,
    last: usize,
    respondents: Vec<u32>,
}

impl Seen {
    fn add(&mut self, text: usize, respondent: u32, enough: usize) {
        if self.last != text {
            self.last = text;
            self.texts += 1;
        }
        if self.respondents.len() < enough && !self.respondents.contains(&respondent) {
            self.respondents.push(respondent);
        }
    }
}

/// The tokenizer: lower case, digits as 0.
#[derive(Default)]
pub(super) struct Words {
    word: String,
}

impl Words {
    /// Calls `visit` with every word, in the order of the text.
    pub(super) fn read(&mut self, text: &str, mut visit: impl FnMut(&str)) {
        let (bytes, mut at) = (text.as_bytes(), 0);
        // Most words are lower-case letters between two blanks or punctuation, which needs no decoding.
        let is_separator =
            |at: usize| bytes.get(at).is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        while at < text.len() {
            if is_separator(at) {
                at += 1;
                continue;
            }
            let start = at;
            at += small_letters(&bytes[at..]);
            if at > start && at - start <= LONGEST && is_separator(at) {
                visit(&text[start..at]);
            } else if let Some(separator) = text[start..].chars().next().filter(|c| !words::is_letter(*c)) {
                at = start + separator.len_utf8();
            } else {
                at = text[at..].find(|c| !words::is_letter(c)).map_or(text.len(), |end| at + end);
                self.fold(&text[start..at]);
                visit(&self.word);
            }
        }
    }

    fn fold(&mut self, written: &str) {
        self.word.clear();
        for c in written.chars().take(LONGEST) {
            match c {
                'a'..='z' => self.word.push(c),
                'A'..='Z' => self.word.push(c.to_ascii_lowercase()),
                _ if c.is_numeric() => self.word.push('0'),
                _ => self.word.extend(c.to_lowercase()),
            }
        }
    }
}

/// The different words of a text.
pub(super) fn distinct_words(text: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    Words::default().read(text, |word| {
        all.insert(word.to_owned());
    });
    all
}

/// The number of bytes of lower-case Latin letters at the beginning: most words consist of them and need no folding.
fn small_letters(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match bytes[at..] {
            [b'a'..=b'z', ..] => 1,
            // ß to ÿ but for ÷.
            [0xc3, 0x9f..=0xb6 | 0xb8..=0xbf, ..] => 2,
            _ => return at,
        }
    }
}

/// The n-grams of one word: itself, and its character n-grams.
pub(super) fn grams_of_word(word: &str, mut visit: impl FnMut(&str)) {
    visit(&format!("={word}"));
    let bounded = format!("_{word}_");
    let starts: Vec<usize> = bounded.char_indices().map(|(at, _)| at).chain([bounded.len()]).collect();
    for length in CHARACTERS {
        for window in starts.windows(length + 1) {
            visit(&bounded[window[0]..window[length]]);
        }
    }
}

/// Every n-gram of a text, as often as it stands there.
fn for_each_gram(text: &str, mut visit: impl FnMut(&str)) {
    let (mut words, mut pair) = (Words::default(), String::new());
    for sentence in sentences(text) {
        pair.clear();
        words.read(sentence, |word| {
            grams_of_word(word, &mut visit);
            if !pair.is_empty() {
                pair.push(' ');
                pair.push_str(word);
                visit(&pair);
                pair.clear();
            }
            pair.push('=');
            pair.push_str(word);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_gives_itself_its_parts_and_a_pair() {
        let mut grams = Vec::new();
        for_each_gram("Nå 12", |gram| grams.push(gram.to_owned()));
        // _nå_ has two parts of three characters and one of four; _00_ the same; the pair stands last.
        assert_eq!(grams, ["=nå", "_nå", "nå_", "_nå_", "=00", "_00", "00_", "_00_", "=nå 00"]);
        grams.clear();
        for_each_gram("Nå. Ja", |gram| grams.push(gram.to_owned()));
        assert_eq!(grams.iter().filter(|gram| gram.contains(' ')).count(), 0, "no pair over the end of a sentence");
    }

    #[test]
    fn an_n_gram_needs_three_respondents_not_three_answers() {
        let texts = [("a", "stöd"), ("a", "stöd"), ("b", "stöd"), ("b", "grupp"), ("c", "grupp"), ("d", "grupper")];
        let vocabulary = Vocabulary::learn(&texts, 3);
        assert_eq!(vocabulary.number("=stöd"), None, "three answers, but of two respondents");
        assert_eq!(vocabulary.number("=grupp"), None, "as a word of two respondents");
        assert!(vocabulary.number("_grup").is_some(), "as the beginning of words of three");
        assert_eq!(Vocabulary::learn(&texts, 2).names.iter().filter(|n| n.starts_with('=')).count(), 2);
    }

    #[test]
    fn a_vector_is_scaled_and_grows_with_rarity() {
        let texts = [("a", "x y"), ("b", "x"), ("c", "x")];
        let vocabulary = Vocabulary::learn(&texts, 1);
        // Grams: =x and _x_ in 3 of 3 texts: 1 + ln(4/4) = 1; =y, _y_ and "=x y" in one: 1 + ln(4/2) = 1.6931.
        assert_eq!(vocabulary.rarity[vocabulary.number("=x").unwrap_or(99) as usize], 1.0);
        assert_eq!(vocabulary.rarity[vocabulary.number("=x y").unwrap_or(99) as usize], 1.6931);
        // 2 · 1² + 3 · 1.6931² = 10.5997; divided by its power of 0.35, 2.2849, twice: 2.0303.
        let square: f32 = vocabulary.vector("x y").iter().map(|(_, v)| v * v).sum();
        assert!((square - 2.0303).abs() < 1e-3, "{square}");
        assert!(vocabulary.vector("okänt").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn words_are_runs_of_letters_in_small_letters(
            text in "([a-zåäö]{1,3}|[A-ZÅÄÖß÷×éÉ]|[0-9²½]|[ .,:’-]|Ελ|İ|\u{308}|[a-z]{41}){0,12}",
        ) {
            let mut expected: Vec<String> = Vec::new();
            for run in text.split(|c| !words::is_letter(c)).filter(|run| !run.is_empty()) {
                let small = |c: char| if c.is_numeric() { vec!['0'] } else { c.to_lowercase().collect() };
                expected.push(run.chars().take(LONGEST).flat_map(small).collect());
            }
            let mut found = Vec::new();
            Words::default().read(&text, |word| found.push(word.to_owned()));
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
