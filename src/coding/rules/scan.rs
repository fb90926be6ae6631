//! All patterns at once over a text.
//!
//! A text is taken apart into words; the lexicon tells which patterns a word serves, and only where it serves a phrase are
//! the words around it compared. So the cost follows the text and what is in it, not the number of patterns. Regular
//! expressions are run on the text as it stands: one `RegexSet` tells which of them occur at all.

use std::ops::Range;

use regex::RegexSet;

use super::lexicon::{Anchors, Kind, Lexicon, Met, Served, Signs, Single};
use super::matches::Match;
use super::picked::{Lists, Picked};
use super::purposes::{ByPattern, GUARD, NEGATION, Purposes, Use};
use crate::codebook::pattern::Pattern;
use crate::codebook::words::{self, Finder, Letters, Taker};

/// The most matches of words that are kept of one text, and of each expression in a part of it, hundreds of times what an
/// answer holds: a hostile one cannot take long.
const MOST_MATCHES: usize = 20_000;

/// Of how many words the patterns are looked for together that may stand around them.
const MOST_AT_ONCE: usize = 1024;

/// All patterns, ready to be looked for.
pub struct Scanner {
    anchors: Anchors,
    expressions: RegexSet,
    single: Vec<(u32, regex::Regex)>,
}

impl Scanner {
    /// Builds the automata.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub(super) fn new(patterns: &[Pattern], purposes: Vec<Purposes>, uses: ByPattern<Use>) -> Result<Self, String> {
        let single = patterns.iter().enumerate().filter_map(|(number, pattern)| match pattern {
            Pattern::Expression(expression) => Some((number as u32, (**expression).clone())),
            Pattern::Words(_) => None,
        });
        let single: Vec<_> = single.collect();
        let sources = single.iter().map(|(_, expression)| expression.as_str());
        let expressions = regex::RegexSetBuilder::new(sources).case_insensitive(true).size_limit(1 << 26).build();
        let expressions = expressions.map_err(|error| error.to_string())?;
        Ok(Self { anchors: Anchors::new(patterns, purposes, uses)?, expressions, single })
    }

    /// The letters that the automaton looks for, for measuring what a scan without bookkeeping costs.
    pub fn anchors(&self) -> &[String] {
        self.anchors.literals()
    }

    /// What a pattern serves.
    pub(super) fn uses(&self, pattern: u32) -> &[Use] {
        self.anchors.uses.of(pattern)
    }

    /// Begins to read texts.
    pub(super) fn scan(&self) -> Scan<'_> {
        Scan {
            scanner: self,
            finder: Finder::default(),
            lexicon: Lexicon::default(),
            text: String::new(),
            parts: Vec::new(),
            words: Vec::new(),
            serving: Picked::default(),
            lists: Lists::default(),
            candidates: Picked::default(),
            phrases: Vec::new(),
            expressions: Vec::new(),
            matches: Vec::new(),
        }
    }
}

/// A word of the text that is being read.
#[derive(Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    sentence: u32,
    kind: Kind,
    /// The words of patterns that it may be.
    signs: Signs,
}

/// A phrase that may stand around a word.
#[derive(Clone, Copy, Default)]
struct Candidate {
    word: u32,
    /// Its number among the phrases of words.
    phrase: u32,
}

/// A text that is being read, of one part or several; what was learned of words is kept for the next.
pub(super) struct Scan<'a> {
    scanner: &'a Scanner,
    finder: Finder,
    lexicon: Lexicon,
    text: String,
    parts: Vec<Part>,
    words: Vec<Word>,
    /// The words by which patterns are looked for.
    serving: Picked<u32>,
    lists: Lists,
    candidates: Picked<Candidate>,
    /// The matches of phrases and of regular expressions.
    phrases: Vec<Match>,
    expressions: Vec<Match>,
    matches: Vec<Match>,
}

/// A part of the text.
#[derive(Clone, Copy, Default)]
struct Part {
    /// Where it starts and ends, without the line break that follows.
    start: u32,
    end: u32,
    /// What it is read for.
    purposes: Purposes,
    /// Its first word.
    word: u32,
    /// The number of a sentence that none of its words is in.
    sentence: u32,
}

/// Where the words of the text are written down.
struct Line<'a> {
    anchors: &'a Anchors,
    lexicon: &'a mut Lexicon,
    /// The parts, how many have been begun, and where the last of these ends.
    parts: &'a mut [Part],
    begun: usize,
    end: u32,
    purposes: Purposes,
    /// The sentence that was begun last.
    sentence: u32,
    words: Vec<Word>,
    serving: Picked<u32>,
}

impl Line<'_> {
    /// Begins the next parts, until one goes beyond a place.
    #[inline(never)]
    fn begin_parts(&mut self, place: u32) {
        while self.end <= place && self.begun < self.parts.len() {
            let part = &mut self.parts[self.begun];
            self.sentence += 1;
            (part.word, part.sentence) = (self.words.len() as u32, self.sentence);
            (self.purposes, self.end) = (part.purposes, part.end + 1);
            self.begun += 1;
        }
    }
}

impl Taker for Line<'_> {
    #[expect(clippy::inline_always, reason = "it is all there is to do for a word")]
    #[inline(always)]
    fn take(&mut self, word: words::Word, letters: Letters<'_>) {
        let words::Word { start, end, begins } = word;
        if self.end <= start {
            self.begin_parts(start);
        }
        self.sentence += u32::from(begins);
        let Met { signs, kind, serves, .. } = self.lexicon.know(letters, self.purposes, self.anchors);
        self.serving.take_if(serves, self.words.len() as u32);
        self.words.push(Word { start, end, sentence: self.sentence, kind, signs });
    }
}

impl Scan<'_> {
    /// Begins a new text.
    pub fn begin(&mut self) {
        self.lexicon.make_room();
        self.text.clear();
        self.parts.clear();
        self.words.clear();
        self.serving.clear();
        self.matches.clear();
        self.phrases.clear();
        self.expressions.clear();
    }

    /// Takes a part of the text, in NFC, in which patterns are looked for that serve one of these. A line break follows it, and
    /// ends the sentence.
    pub fn read(&mut self, text: &str, purposes: Purposes) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.parts.push(Part { start, end: self.text.len() as u32, purposes, ..Part::default() });
        self.text.push('\n');
    }

    /// The text as it has been read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds the words of the text.
    fn find_words(&mut self) {
        let mut line = Line {
            anchors: &self.scanner.anchors,
            lexicon: &mut self.lexicon,
            parts: &mut self.parts,
            begun: 0,
            end: 0,
            purposes: 0,
            sentence: 0,
            words: std::mem::take(&mut self.words),
            serving: std::mem::take(&mut self.serving),
        };
        // Words are apart.
        line.serving.reserve(self.text.len() / 2 + 1);
        self.finder.find(&self.text, &mut line);
        line.begin_parts(u32::MAX);
        (self.words, self.serving) = (line.words, line.serving);
    }

    /// Finds every match in the text, also overlapping ones.
    pub fn finish(&mut self) {
        self.find_words();
        if !self.scanner.single.is_empty() {
            (0..self.parts.len()).for_each(|part| self.find_expressions(part));
        }
        let words = self.serving.as_slice().len();
        for from in (0..words).step_by(MOST_AT_ONCE) {
            if self.matches.len() + self.phrases.len() < MOST_MATCHES {
                self.find_around(from..words.min(from + MOST_AT_ONCE));
            }
        }
        self.merge();
        self.matches.truncate(MOST_MATCHES);
        if !self.expressions.is_empty() {
            self.matches.append(&mut self.expressions);
            self.matches.sort_unstable_by_key(Match::order);
        }
    }

    /// What the matches serve.
    pub(super) fn uses(&self) -> &[Use] {
        self.lexicon.uses()
    }

    /// The matches, by where they start.
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// Finds the patterns that are looked for by some of the words.
    fn find_around(&mut self, serving: Range<usize>) {
        let Self { scanner, lexicon, words, lists, candidates, matches, phrases, .. } = self;
        let serving = &self.serving.as_slice()[serving];
        let kind = |word: u32| words[word as usize].kind;
        lists.take(serving.iter().map(|word| (*word, lexicon.phrases_of(kind(*word)))));
        let (all, near) = (lexicon.phrases(), words.as_slice());
        let may_stand = |(word, phrase): (u32, u32)| {
            let Served { neighbour, sign, .. } = all[phrase as usize];
            let neighbour = near.get((word as usize).wrapping_add_signed(neighbour.into()));
            let signs = neighbour.map_or(0, |word| word.signs);
            (signs & sign == sign, Candidate { word, phrase })
        };
        candidates.pick(lists.items(), lists.each().map(may_stand));
        for Candidate { word, phrase } in candidates.as_slice() {
            let phrase = &lexicon.phrases()[*phrase as usize];
            if stands(&scanner.anchors, lexicon, words, *word, phrase) {
                put(phrases, of_phrase(words, *word, phrase));
            }
        }
        lists.take(serving.iter().map(|word| (*word, lexicon.singles_of(kind(*word)))));
        let of_word = |(at, single): (u32, u32)| {
            let Word { start, end, sentence, .. } = words[at as usize];
            let Single { pattern, uses, purposes } = lexicon.singles()[single as usize];
            Match { start, end, pattern, first: at, last: at, sentence, uses, purposes }
        };
        matches.extend(lists.each().map(of_word));
    }

    /// Puts the matches of phrases among those of single words.
    fn merge(&mut self) {
        let Self { phrases, matches, .. } = self;
        let mut from = matches.len();
        matches.extend_from_slice(phrases);
        let mut to = matches.len();
        for phrase in phrases.iter().rev() {
            while from > 0 && phrase.extent() < matches[from - 1].extent() {
                (from, to) = (from - 1, to - 1);
                matches[to] = matches[from];
            }
            to -= 1;
            matches[to] = *phrase;
        }
    }

    /// Finds the patterns that are regular expressions in a part of the text.
    fn find_expressions(&mut self, part: usize) {
        let Self { scanner, lexicon, text, parts, words, expressions, .. } = self;
        let Part { start, end, purposes, word: from, sentence } = parts[part];
        let text = &text[start as usize..end as usize];
        let to = parts.get(part + 1).map_or(words.len(), |next| next.word as usize);
        let words = &words[from as usize..to];
        for at in scanner.expressions.matches(text) {
            let (pattern, expression) = &scanner.single[at];
            let own = scanner.anchors.purposes[*pattern as usize] & (purposes | NEGATION | GUARD);
            if own & purposes == 0 {
                continue;
            }
            let uses = lexicon.expression(*pattern, own, &scanner.anchors);
            let found = expression.find_iter(text).filter(|m| !m.is_empty()).take(MOST_MATCHES);
            expressions.extend(found.map(|m| {
                let (start, end) = (start + m.start() as u32, start + m.end() as u32);
                let first = words.partition_point(|word| word.end <= start);
                let last = words.partition_point(|word| word.start < end).max(1) - 1;
                let sentence = words.get(first).or(words.last()).map_or(sentence, |word| word.sentence);
                let word = |at: usize| from + at as u32;
                let (first, last) = (word(first), word(last));
                Match { start, end, pattern: *pattern, first, last, sentence, uses, purposes: own }
            }));
        }
    }
}

/// Whether the other words of a phrase stand around one of them in the same sentence.
#[inline]
fn stands(anchors: &Anchors, lexicon: &Lexicon, words: &[Word], at: u32, phrase: &Served) -> bool {
    let sentence = words[at as usize].sentence;
    let is = |at: usize, glob: u32| {
        words.get(at).is_some_and(|word| word.sentence == sentence && lexicon.is(word.kind, glob))
    };
    if !is((at as usize).wrapping_add_signed(phrase.neighbour.into()), phrase.glob) {
        return false;
    }
    let words = || anchors.words(phrase.pattern);
    let first = (at as usize).checked_sub(phrase.around.0.into());
    phrase.words() == 2 || first.is_some_and(|first| (first..).zip(words()).all(|(at, glob)| is(at, *glob)))
}

/// The match of a phrase that stands around a word.
#[inline]
fn of_phrase(words: &[Word], at: u32, phrase: &Served) -> Match {
    let (first, last) = (at - u32::from(phrase.around.0), at + u32::from(phrase.around.1));
    let Word { start, sentence, .. } = words[first as usize];
    let Served { pattern, uses, purposes, .. } = *phrase;
    Match { start, end: words[last as usize].end, pattern, first, last, sentence, uses, purposes }
}

/// Puts a match in its place. The words by which patterns are looked for are gone through in their order, so it is near
/// the end.
#[inline]
fn put(matches: &mut Vec<Match>, found: Match) {
    let mut at = matches.len();
    matches.push(found);
    while at > 0 && found.order() < matches[at - 1].order() {
        matches.swap(at - 1, at);
        at -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(patterns: &[&str], text: &'a str) -> Vec<(&'a str, u32)> {
        let patterns: Vec<_> = patterns.iter().filter_map(|p| Pattern::parse(p).ok()).collect();
        let Ok(scanner) = Scanner::new(&patterns, vec![1; patterns.len()], ByPattern::new(Vec::new(), patterns.len()))
        else {
            return Vec::new();
        };
        let (mut scan, mut matches) = (scanner.scan(), Vec::<Match>::new());
        scan.begin();
        scan.read(text, 1);
        scan.finish();
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
        Finder::default().find(text, &mut |word: words::Word, letters: Letters<'_>| {
            sentence += u32::from(word.begins);
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
        fn the_lexicon_finds_what_looking_one_by_one_finds(
            patterns in proptest::collection::vec("[abå]{0,3}[*?]?[abåö]{1,2}\\*?( [abå*]{1,2}){0,2}", 1..8),
            texts in proptest::collection::vec("([abåöÅB]{1,4}|[.,!?:’\n -]|aaaaaaaabåbbbbbbbb|aaaaaaaaböbbbbbbbb){0,30}", 1..4),
        ) {
            let patterns: Vec<_> = patterns.iter().filter_map(|p| Pattern::parse(p).ok()).collect();
            let scanner = Scanner::new(&patterns, vec![1; patterns.len()], ByPattern::new(Vec::new(), patterns.len())).unwrap_or_else(|reason| panic!("{reason}"));
            let mut scan = scanner.scan();
            for text in texts {
                scan.begin();
                scan.read(&text, 1);
                scan.finish();
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
        // 200 words of 200 letters are some 40 kB; the lexicon has room for a hundred times as much.
        for round in 0..220 {
            let new: Vec<_> = (0..200).map(|word| format!("{round}x{word}{}", "y".repeat(200))).collect();
            scan.begin();
            scan.read(&format!("{} utbildning och samråd", new.join(" ")), 1);
            scan.finish();
            assert_eq!(scan.matches().iter().map(|m| m.pattern).collect::<Vec<_>>(), [0, 1], "in round {round}");
        }
    }
}
