//! Finds all patterns in a text.
//!
//! The text is divided into tokens. The type of a token tells which patterns of one word it matches and which phrases have it
//! as anchor word; only for these are the tokens around it compared. So the cost depends on the text and what is in it, not on
//! the number of patterns. Regular expressions are run on the text itself.

use super::expressions::Expressions;
use super::matches::{MOST_MATCHES, Match};
use super::pattern_index::PatternIndex;
use super::phrase_search::PhraseSearch;
use super::postings::{ByPattern, DomainMask, Posting};
use super::tokens::{Part, Tokens};
use super::type_cache::TypeCache;
use crate::codebook::pattern::Pattern;

/// How many anchor words are searched around at a time; between, matches are counted.
const BATCH: usize = 1024;

/// All patterns, ready to be found.
pub struct Scanner {
    index: PatternIndex,
    expressions: Expressions,
}

impl Scanner {
    /// Builds the automata.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub(super) fn new(
        patterns: &[Pattern],
        masks: Vec<DomainMask>,
        postings: ByPattern<Posting>,
    ) -> Result<Self, String> {
        let expressions = Expressions::new(patterns)?;
        Ok(Self { index: PatternIndex::new(patterns, masks, postings)?, expressions })
    }

    /// The literals that the automaton looks for, for measuring what a scan without bookkeeping costs.
    pub fn literals(&self) -> &[String] {
        self.index.literals()
    }

    /// The postings of a pattern.
    pub(super) fn postings(&self, pattern: u32) -> &[Posting] {
        self.index.postings.of(pattern)
    }

    /// Begins to scan texts.
    pub(super) fn scan(&self) -> Scan<'_> {
        Scan {
            scanner: self,
            cache: TypeCache::default(),
            text: String::new(),
            tokens: Tokens::default(),
            phrases: PhraseSearch::default(),
            expressions: Vec::new(),
            matches: Vec::new(),
        }
    }
}

/// A text that is scanned, of one part or several; the buffers and the cache of types are kept for the next.
pub(super) struct Scan<'a> {
    scanner: &'a Scanner,
    cache: TypeCache,
    text: String,
    tokens: Tokens,
    phrases: PhraseSearch,
    /// The matches of regular expressions.
    expressions: Vec<Match>,
    matches: Vec<Match>,
}

impl Scan<'_> {
    /// Begins a new text.
    pub fn begin(&mut self) {
        self.cache.make_room();
        self.text.clear();
        self.tokens.clear();
        self.matches.clear();
        self.phrases.found.clear();
        self.expressions.clear();
    }

    /// Appends a part of the text, in NFC, that is read for these domains. A line break follows it, and ends the sentence.
    pub fn append(&mut self, text: &str, mask: DomainMask) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.tokens.parts.push(Part { start, end: self.text.len() as u32, mask, ..Part::default() });
        self.text.push('\n');
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds every match in the text, also overlapping ones; once, when all parts have been appended.
    pub fn run(&mut self) {
        let Self { scanner: Scanner { index, expressions }, cache, text, tokens, phrases, matches, .. } = self;
        tokens.find(text, cache, index);
        if !expressions.is_empty() {
            let found = &mut self.expressions;
            (0..tokens.parts.len()).for_each(|part| expressions.find(text, tokens, part, cache, index, found));
        }
        for anchors in tokens.anchors.chunks(BATCH) {
            if matches.len() + phrases.found.len() < MOST_MATCHES {
                phrases.find(anchors, &tokens.all, cache, index);
                PhraseSearch::find_words(anchors, &tokens.all, cache, matches);
            }
        }
        phrases.merge_into(matches);
        matches.truncate(MOST_MATCHES);
        if !self.expressions.is_empty() {
            matches.append(&mut self.expressions);
            matches.sort_unstable_by_key(Match::order);
        }
    }

    /// The postings of the matches.
    pub(super) fn postings(&self) -> &[Posting] {
        self.cache.postings()
    }

    /// The matches, sorted by where they start.
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::words::{Letters, Token, Tokenizer};

    fn found<'a>(patterns: &[&str], text: &'a str) -> Vec<(&'a str, u32)> {
        let patterns: Vec<_> = patterns.iter().filter_map(|p| Pattern::parse(p).ok()).collect();
        let Ok(scanner) = Scanner::new(&patterns, vec![1; patterns.len()], ByPattern::new(Vec::new(), patterns.len()))
        else {
            return Vec::new();
        };
        let (mut scan, mut matches) = (scanner.scan(), Vec::<Match>::new());
        scan.begin();
        scan.append(text, 1);
        scan.run();
        matches.extend(scan.matches());
        matches.iter().map(|m| (&text[m.start as usize..m.end as usize], m.pattern)).collect()
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
        assert_eq!(found(&["en väg utbildning"], "Väg utbildning"), [], "it would begin before the text");
    }

    #[test]
    fn overlapping_matches_are_all_found() {
        assert_eq!(
            found(&["samverkan", "samverkan med *", "med polisen"], "samverkan med polisen"),
            [("samverkan med polisen", 1), ("samverkan", 0), ("med polisen", 2)]
        );
        assert_eq!(found(&["re:utbild\\w+ i sip", "sip"], "Utbildad i SIP"), [("Utbildad i SIP", 0), ("SIP", 1)]);
    }

    #[test]
    fn a_text_without_an_end_of_word_is_looked_at_once() {
        let text = "ab".repeat(2_000_000);
        assert_eq!(found(&["*ab*"], &text), []);
    }

    /// Every pattern held against every run of words.
    fn one_by_one(patterns: &[Pattern], text: &str) -> Vec<(usize, usize, u32)> {
        let mut own = Vec::new();
        let mut sentence = 0;
        Tokenizer::default().tokenize(text, &mut |word: Token, letters: Letters<'_>| {
            sentence += u32::from(word.starts_sentence);
            let letters = String::from_utf8_lossy(letters.all()).into_owned();
            own.push((word.start as usize, word.end as usize, sentence, letters));
        });
        let mut found = Vec::new();
        for (number, pattern) in (0..).zip(patterns) {
            let Pattern::Words(globs) = pattern else { continue };
            for run in own.windows(globs.len()) {
                let together = run.iter().all(|word| word.2 == run[0].2);
                if together && run.iter().zip(globs).all(|(word, glob)| glob.matches(&word.3)) {
                    found.push((run[0].0, run[run.len() - 1].1, number));
                }
            }
        }
        found.sort_unstable_by_key(|(start, end, number)| (*start, std::cmp::Reverse(*end), *number));
        found
    }

    proptest::proptest! {
        #[test]
        fn the_index_finds_what_looking_one_by_one_finds(
            patterns in proptest::collection::vec("[abå]{0,3}[*?]?[abåö]{1,2}\\*?( [abå*]{1,2}){0,2}", 1..8),
            texts in proptest::collection::vec("([abåöÅB]{1,4}|[.,!?:’\n -]|aaaaaaaabåbbbbbbbb|aaaaaaaaböbbbbbbbb){0,30}", 1..4),
        ) {
            let patterns: Vec<_> = patterns.iter().filter_map(|p| Pattern::parse(p).ok()).collect();
            let scanner = Scanner::new(&patterns, vec![1; patterns.len()], ByPattern::new(Vec::new(), patterns.len())).unwrap_or_else(|reason| panic!("{reason}"));
            let mut scan = scanner.scan();
            for text in texts {
                scan.begin();
                scan.append(&text, 1);
                scan.run();
                let found: Vec<_> = scan.matches().iter().map(|m| (m.start as usize, m.end as usize, m.pattern)).collect();
                proptest::prop_assert_eq!(found, one_by_one(&patterns, &text));
            }
        }
    }

    #[test]
    fn what_is_forgotten_is_learned_again() {
        let patterns: Vec<_> = ["utbild*", "*råd"].iter().filter_map(|p| Pattern::parse(p).ok()).collect();
        let Ok(scanner) = Scanner::new(&patterns, vec![1; 2], ByPattern::new(Vec::new(), patterns.len())) else {
            return;
        };
        let mut scan = scanner.scan();
        // 200 words of 200 letters are some 40 kB; the cache has room for a hundred times as much.
        for round in 0..220 {
            let new: Vec<_> = (0..200).map(|word| format!("{round}x{word}{}", "y".repeat(200))).collect();
            scan.begin();
            scan.append(&format!("{} utbildning och samråd", new.join(" ")), 1);
            scan.run();
            assert_eq!(scan.matches().iter().map(|m| m.pattern).collect::<Vec<_>>(), [0, 1], "in round {round}");
        }
    }
}
