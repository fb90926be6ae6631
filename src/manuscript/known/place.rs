//! Where a number stands: its clause, its sentence, and what stands before them.

use std::collections::BTreeSet;

use super::lexicon::{Lexicon, Token, is_same};
use super::mention::{Breakdowns, Mention, overlap};
use super::words::{BETWEEN, OF, OF_TOTALS, PIECES, begins};
use crate::claims::Measured;
use crate::claims::numbers::{Figure, Kind, Value, number_of};
use crate::exact::Exact;
use crate::manuscript::clause::clause;
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::is_stop_word;
use crate::wording::Language;

/// So many words behind a number may say what it counts.
const BEHIND: usize = 4;

/// A sentence that is held against the data.
pub(super) struct Place<'p> {
    pub(super) sentence: &'p Sentence,
    /// The id of the area that it speaks of.
    pub(super) area: &'p str,
    /// What the area is called.
    pub(super) title: &'p str,
    /// All of its numbers and quantifying words.
    pub(super) all: &'p [&'p Figure],
    /// Those who answer the surveys, as `2 regioner`.
    pub(super) asked: &'p [String],
    /// Those of them who answered the area's survey, and how many.
    pub(super) own_asked: Option<&'p str>,
    pub(super) respondents: Exact,
    /// The language of numbers.
    pub(super) language: Language,
    /// The other years that it names.
    pub(super) years: BTreeSet<i64>,
    /// Whether it names another area, or others who answer.
    pub(super) names_others: bool,
}

/// A text near a number, with its words.
pub(super) struct Near {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    /// Where it begins in its sentence, in bytes; `None` where it is not of it.
    pub(super) from: Option<usize>,
}

impl Near {
    fn new(lexicon: &Lexicon, text: String, from: Option<usize>) -> Self {
        Self { tokens: lexicon.read(&text), text, from }
    }

    /// Whether it has one of these, in small letters.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        let lower = format!(" {} ", self.text.to_lowercase());
        words.iter().any(|word| lower.contains(word))
    }

    /// Where the first of these stands, in bytes.
    pub(super) fn first_of(&self, words: &[&str]) -> Option<usize> {
        words.iter().filter_map(|word| self.text.find(word)).min()
    }

    /// Whether one of its words begins so.
    pub(super) fn begins(&self, words: &[&str]) -> bool {
        begins(&self.text, words)
    }
}

/// Whether a text names those who answer.
pub(super) fn names(text: &str, asked: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
        all.map(str::to_lowercase).collect()
    };
    let own = split(asked);
    split(text).iter().any(|word| own.iter().any(|asked| is_same(asked, word)))
}

impl Place<'_> {
    /// The texts near a number, the nearest first: its clause, its sentence, the one before it, and the heading. Of a cell: what its row and
    /// column are called, and its table.
    pub(super) fn near(&self, lexicon: &Lexicon, figure: &Figure) -> Vec<Near> {
        let heading = self.sentence.headings.last().cloned().unwrap_or_default();
        if let Some(cell) = &self.sentence.cell {
            let own = format!("{} | {}", cell.row, cell.column);
            return [own, cell.caption.clone(), heading].map(|text| Near::new(lexicon, text, None)).into();
        }
        let text = &self.sentence.text;
        let alike: Vec<&Figure> =
            self.all.iter().copied().filter(|other| other.is_word() == figure.is_word()).collect();
        let mut own = clause(text, figure, &alike);
        // What stands in brackets is of what stands before them.
        if text.get(own.clone()).is_some_and(|text| text.trim_start().starts_with('(')) {
            let before = self.all.iter().filter(|other| other.range.end <= own.start && !other.is_word());
            own.start = before.map(|other| other.range.end).max().unwrap_or(0);
        }
        let clause = text.get(own.clone()).unwrap_or(text).to_owned();
        vec![
            Near::new(lexicon, clause, Some(own.start)),
            Near::new(lexicon, text.clone(), Some(0)),
            Near::new(lexicon, self.sentence.before.clone(), None),
            Near::new(lexicon, heading, None),
        ]
    }

    /// Whether a number says by itself what it counts, or nothing follows it that it may count.
    pub(super) fn is_bare(&self, figure: &Figure) -> bool {
        let behind = self.sentence.text.get(figure.range.end..).unwrap_or_default();
        let word = behind.trim_start_matches([' ', '\u{a0}']);
        let first: String = word.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        self.sentence.cell.is_some()
            || first.is_empty()
            || is_stop_word(&first) && !OF.contains(&first.as_str())
            || PIECES.contains(&first.as_str())
    }

    /// Whether a text says nothing but that something is counted of what has been named before: its words are those of totals, of the area,
    /// of what values are called together, and numbers.
    pub(super) fn leads_back(&self, known: &Breakdowns<'_>, near: &Near) -> bool {
        near.tokens.iter().all(|token| self.is_known(known, near, token))
    }

    /// The same of the clause of a number; where it goes on in brackets, of the whole sentence.
    pub(super) fn leads_back_from(&self, known: &Breakdowns<'_>, near: &[Near]) -> bool {
        let (Some(clause), Some(sentence)) = (near.first(), near.get(1)) else { return false };
        let behind = clause.from.and_then(|from| self.sentence.text.get(from + clause.text.len()..));
        let goes_on = clause.text.ends_with('(') || behind.is_some_and(|behind| behind.trim_start().starts_with('('));
        self.leads_back(known, if goes_on { sentence } else { clause })
    }

    /// Whether a text says nothing else than what has been read of it: a word that quantifies, and values up to the last of them.
    pub(super) fn leads_back_but(
        &self,
        known: &Breakdowns<'_>,
        near: &Near,
        read: &[Mention<'_>],
        word: &Figure,
    ) -> bool {
        let from = near.from.unwrap_or(0);
        let end = read.iter().map(|own| own.range.end).max().unwrap_or(0).max(word.range.end.saturating_sub(from));
        let is_word =
            |token: &Token| token.range.start + from >= word.range.start && token.range.end + from <= word.range.end;
        let is_read = |token: &Token| read.iter().any(|own| overlap(&own.range, &token.range));
        let mut own = near.tokens.iter().filter(|token| token.range.end <= end);
        own.all(|token| is_word(token) || is_read(token) || self.is_known(known, near, token))
    }

    /// Whether values are ranked among some that are called otherwise than all: *among age groups*.
    pub(super) fn is_among_others(&self, known: &Breakdowns<'_>, near: &Near) -> bool {
        let text = |token: &Token| near.text.get(token.range.clone()).unwrap_or_default().to_lowercase();
        near.tokens.windows(2).enumerate().any(|(at, pair)| match pair {
            // "Of the age groups": only where it begins so.
            [one, other] => {
                let between = text(one);
                let is_between = BETWEEN.contains(&between.as_str()) || at == 0 && OF.contains(&between.as_str());
                is_between && !self.is_known(known, near, other)
            }
            _ => false,
        })
    }

    /// Whether a word says nothing but what is counted.
    fn is_known(&self, known: &Breakdowns<'_>, near: &Near, token: &Token) -> bool {
        let word = near.text.get(token.range.clone()).unwrap_or_default().to_lowercase();
        let is_number = word.starts_with(|c: char| c.is_ascii_digit()) || number_of(&word).is_some();
        let is_of_totals = OF_TOTALS.iter().any(|own| word.starts_with(own));
        token.is_little || is_number || is_of_totals || self.names_area(&word) || known.is_group(self.area, token)
    }

    /// The words behind a number, which may say what it counts; of a cell, what its column is called.
    pub(super) fn behind(&self, figure: &Figure) -> String {
        match &self.sentence.cell {
            Some(cell) => cell.column.clone(),
            None => {
                let behind = self.sentence.text.get(figure.range.end..).unwrap_or_default();
                let behind = behind.split([',', ';', ':', '(']).next().unwrap_or_default();
                behind.split_whitespace().take(BEHIND).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Whether words behind a number name others who answer than those of the area.
    pub(super) fn counts_others(&self, behind: &str) -> bool {
        let others = self.asked.iter().filter(|asked| Some(asked.as_str()) != self.own_asked);
        self.own_asked.is_some_and(|own| !names(behind, own)) && others.into_iter().any(|asked| names(behind, asked))
    }

    /// The number that stands right before a word: *the two most common*.
    pub(super) fn number_before(&self, word: &Figure) -> Option<usize> {
        let mut before = self.all.iter().filter(|own| own.kind == Kind::Count && own.range.end < word.range.start);
        let is_next = |own: &&&Figure| {
            let between = self.sentence.text.get(own.range.end..word.range.start);
            between.is_some_and(|text| text.trim().is_empty())
        };
        match before.find(is_next)?.value {
            Value::Number(number) => number.as_whole().and_then(|number| usize::try_from(number).ok()),
            _ => None,
        }
    }

    /// Whether a word, in small letters, stands in the title of the area.
    pub(super) fn names_area(&self, word: &str) -> bool {
        let title = self.title.to_lowercase();
        let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|own| !own.is_empty());
        words.any(|own| is_same(own, word))
    }

    /// The values that a text names, but for those of which it has no more than words of the area's title.
    pub(super) fn mentions<'t>(&self, known: &Breakdowns<'t>, near: &Near, measured: &[Measured]) -> Vec<Mention<'t>> {
        let mut found = known.mentions(self.area, measured, &near.tokens);
        let word = |token: &Token| near.text.get(token.range.clone()).unwrap_or_default().to_lowercase();
        found.retain(|own| {
            let mut tokens = near.tokens.iter().filter(|token| overlap(&own.range, &token.range) && !token.is_little);
            tokens.any(|token| !self.names_area(&word(token)))
        });
        found
    }

    /// The values that a text names, of the breakdowns that are meant: those that the nearest text names which names any, and of a question with
    /// several answers those that the nearest text names which names any.
    pub(super) fn meant<'t>(
        &self,
        known: &Breakdowns<'t>,
        near: &[Near],
        at: usize,
        measured: &[Measured],
    ) -> Vec<Mention<'t>> {
        let Some(own) = near.get(at) else { return Vec::new() };
        let mut found = self.mentions(known, own, measured);
        let answers = |own: &Mention<'_>| {
            let said = near.iter().find_map(|text| known.answers(own, &text.tokens));
            // Where no answer is named, the first is meant: yes.
            said.unwrap_or(own.tally.is_of_first_answer)
        };
        let names = near.iter().map(|text| known.named(self.area, &text.tokens));
        let is_of = |named: &BTreeSet<&str>| found.iter().any(|own| named.contains(own.tally.of.as_str()));
        if let Some(named) = names.into_iter().find(is_of) {
            found.retain(|own| named.contains(own.tally.of.as_str()));
        }
        found.retain(|own| own.tally.answers.is_empty() || answers(own));
        found
    }
}
