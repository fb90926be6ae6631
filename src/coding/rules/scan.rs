//! All patterns at once over a text.
//!
//! Every pattern has an anchor: the longest run of plain letters in any of its words. One Aho-Corasick automaton finds all
//! anchors in one pass; only where an anchor stands are the words around it compared with the pattern. So the cost follows
//! the text and what is in it, not the number of patterns. Regular expressions have no anchors: one `RegexSet` tells which
//! of them occur at all.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::RegexSet;

use crate::codebook::pattern::{Glob, Pattern};
use crate::codebook::words;

/// A pattern found in a text; offsets are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Which pattern, in the order they were given.
    pub pattern: u32,
}

impl Match {
    /// Whether another lies in this one, or is as long.
    pub fn holds(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether this one lies inside a longer one.
    pub fn is_inside(&self, other: &Self) -> bool {
        other.holds(self) && (other.start, other.end) != (self.start, self.end)
    }
}

/// The most matches that are kept of one text, thousands of times what an answer holds: a hostile one cannot take long.
const MOST_MATCHES: usize = 20_000;

/// The automaton of all patterns.
pub struct Scanner {
    anchors: Vec<String>,
    automaton: Option<AhoCorasick>,
    anchored: Vec<Vec<Anchored>>,
    phrases: Vec<Vec<Glob>>,
    expressions: RegexSet,
    single: Vec<(u32, regex::Regex)>,
}

/// A pattern that is looked at where its anchor is found.
struct Anchored {
    pattern: u32,
    /// The word of the phrase that holds the anchor.
    word: usize,
    /// The word begins with the anchor.
    begins: bool,
}

/// What a scan keeps between texts, so that it allocates nothing.
#[derive(Default)]
pub struct Scratch {
    word: (usize, usize),
    noise: usize,
    folded: String,
    neighbour: String,
}

impl Scanner {
    /// Builds the automaton.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub fn new(patterns: &[Pattern]) -> Result<Self, String> {
        let mut anchors: Vec<String> = Vec::new();
        let mut anchored: Vec<Vec<Anchored>> = Vec::new();
        let mut known = std::collections::BTreeMap::new();
        let mut phrases = Vec::new();
        let mut single = Vec::new();
        for (number, pattern) in patterns.iter().enumerate() {
            let number = number as u32;
            let Pattern::Words(globs) = pattern else {
                if let Pattern::Expression(expression) = pattern {
                    single.push((number, (**expression).clone()));
                }
                phrases.push(Vec::new());
                continue;
            };
            let (word, anchor) = anchor(globs);
            let begins = globs[word].prefix().starts_with(&anchor);
            for written in spellings(&anchor) {
                let at = *known.entry(written.clone()).or_insert_with(|| {
                    anchors.push(written);
                    anchored.push(Vec::new());
                    anchors.len() - 1
                });
                anchored[at].push(Anchored { pattern: number, word, begins });
            }
            phrases.push(globs.clone());
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&anchors)
            .map_err(|error| error.to_string())?;
        let sources = single.iter().map(|(_, expression)| expression.as_str());
        let expressions = regex::RegexSetBuilder::new(sources).case_insensitive(true).size_limit(1 << 26).build();
        let expressions = expressions.map_err(|error| error.to_string())?;
        let automaton = (!anchors.is_empty()).then_some(automaton);
        Ok(Self { anchors, automaton, anchored, phrases, expressions, single })
    }

    /// The anchors of the automaton, for measuring what a scan without bookkeeping costs.
    pub fn anchors(&self) -> &[String] {
        &self.anchors
    }

    /// Finds every match of every pattern, also overlapping ones, by where they start. The text is in NFC.
    pub fn scan(&self, text: &str, scratch: &mut Scratch, found: &mut Vec<Match>) {
        found.clear();
        (scratch.word, scratch.noise) = ((usize::MAX, 0), 0);
        if let Some(automaton) = &self.automaton {
            for hit in automaton.find_overlapping_iter(text) {
                if found.len() >= MOST_MATCHES {
                    break;
                }
                if hit.start() < scratch.noise {
                    continue;
                }
                for anchored in &self.anchored[hit.pattern().as_usize()] {
                    if anchored.begins && hit.start() > 0 && text.as_bytes()[hit.start() - 1].is_ascii_alphanumeric() {
                        continue;
                    }
                    self.look(text, anchored, hit.start(), hit.end(), scratch, found);
                }
            }
        }
        for at in self.expressions.matches(text) {
            let (pattern, expression) = &self.single[at];
            let matches = expression.find_iter(text).filter(|m| !m.is_empty()).take(MOST_MATCHES);
            found.extend(matches.map(|m| Match { start: m.start(), end: m.end(), pattern: *pattern }));
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Compares the words around an anchor with its pattern.
    fn look(
        &self,
        text: &str,
        anchored: &Anchored,
        from: usize,
        to: usize,
        scratch: &mut Scratch,
        found: &mut Vec<Match>,
    ) {
        if !(scratch.word.0 <= from && to <= scratch.word.1) {
            let Some(word) = words::word_around(text, from, to) else {
                scratch.noise = words::run_end(text, to);
                return;
            };
            scratch.word = word;
            words::fold_into(&text[word.0..word.1], &mut scratch.folded);
        }
        let globs = &self.phrases[anchored.pattern as usize];
        if !globs[anchored.word].matches(&scratch.folded) {
            return;
        }
        let (mut start, mut end) = scratch.word;
        for glob in globs[..anchored.word].iter().rev() {
            match words::word_before(text, start) {
                Some(word) if same(glob, &text[word.0..word.1], &mut scratch.neighbour) => start = word.0,
                _ => return,
            }
        }
        for glob in &globs[anchored.word + 1..] {
            match words::word_after(text, end) {
                Some(word) if same(glob, &text[word.0..word.1], &mut scratch.neighbour) => end = word.1,
                _ => return,
            }
        }
        found.push(Match { start, end, pattern: anchored.pattern });
    }
}

fn same(glob: &Glob, word: &str, folded: &mut String) -> bool {
    words::fold_into(word, folded);
    glob.matches(folded)
}

/// The word of a phrase to look for and the letters of it: the longest run of ASCII letters, which the automaton finds in
/// capitals, too; where there is none, one letter of another kind.
fn anchor(globs: &[Glob]) -> (usize, String) {
    let mut best = (0, String::new());
    for (word, glob) in globs.iter().enumerate() {
        let runs = glob.literals().flat_map(|literal| literal.split(|c: char| !c.is_ascii_alphanumeric()));
        for run in runs {
            if run.len() > best.1.len() {
                best = (word, run.to_owned());
            }
        }
    }
    if best.1.is_empty() {
        for (word, glob) in globs.iter().enumerate() {
            if let Some(letter) = glob.literals().flat_map(str::chars).find(|c| words::is_letter(*c)) {
                return (word, letter.into());
            }
        }
    }
    best
}

/// How an anchor may be written: ASCII in one spelling, for the automaton knows its capitals; another letter in both.
fn spellings(anchor: &str) -> Vec<String> {
    let capitals = anchor.to_uppercase();
    if anchor.is_ascii() || capitals == anchor { vec![anchor.to_owned()] } else { vec![anchor.to_owned(), capitals] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(patterns: &[&str], text: &'a str) -> Vec<(&'a str, u32)> {
        let patterns: Vec<_> = patterns.iter().filter_map(|p| Pattern::parse(p).ok()).collect();
        let Ok(scanner) = Scanner::new(&patterns) else { return Vec::new() };
        let (mut scratch, mut matches) = (Scratch::default(), Vec::new());
        scanner.scan(text, &mut scratch, &mut matches);
        matches.iter().map(|m| (&text[m.start..m.end], m.pattern)).collect()
    }

    #[test]
    fn words_match_as_wholes_and_whatever_their_case() {
        let text = "ÖKAD trygghet, vidareutbildning och Utbildningar.";
        assert_eq!(found(&["utbild*", "ökad", "trygg"], text), [("ÖKAD", 1), ("Utbildningar", 0)]);
        assert_eq!(found(&["å", "ö*"], "Å i Österåker"), [("Å", 0), ("Österåker", 1)]);
    }

    #[test]
    fn phrases_match_across_signs_but_not_across_sentences() {
        let patterns = ["vård- och insatsprogram*", "en väg in"];
        assert_eq!(
            found(&patterns, "Vård och insatsprogrammet; en \"väg\" in"),
            [("Vård och insatsprogrammet", 0), ("en \"väg\" in", 1)]
        );
        assert_eq!(found(&patterns, "en väg. In i huset"), []);
        assert_eq!(found(&["sip *"], "SIP i skolan"), [("SIP i", 0)]);
    }

    #[test]
    fn overlapping_matches_are_all_found() {
        assert_eq!(
            found(&["samverkan", "samverkan med *", "med polisen"], "samverkan med polisen"),
            [("samverkan", 0), ("samverkan med polisen", 1), ("med polisen", 2)]
        );
        assert_eq!(found(&["re:utbild\\w+ i sip", "sip"], "Utbildad i SIP"), [("Utbildad i SIP", 0), ("SIP", 1)]);
    }

    #[test]
    fn a_text_without_an_end_of_word_is_looked_at_once() {
        let text = "ab".repeat(2_000_000);
        assert_eq!(found(&["*ab*"], &text), []);
    }
}
