//! References to figures, tables and appendices: whether what they name is there, and has the number that they say.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::docx::Document;
use super::space::Space;
use super::subjects::ReportItem;
use super::text::{Sentence, Setting, Source};
use crate::msg;
use crate::wording::Message;

/// A reference, or a caption, that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The sentence that it stands in.
    pub sentence: Sentence,
    /// Where, in bytes of the sentence.
    pub range: Range<usize>,
    /// What is wrong.
    pub what: Amiss,
}

/// What is wrong with a reference or caption. Numbers are said with what they number, as they stand: `figur 25`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amiss {
    /// Nothing has this number; the last that there is.
    Missing(String, String),
    /// The reference leads to another number than it shows.
    Other(String, String),
    /// It leads nowhere.
    Lost(String),
    /// A caption's number does not follow on the one before it.
    Order(String, String),
    /// Two captions have the number.
    Twice(String),
    /// A cell says something else than the report does: what it says, the number of the report's item, and what that says.
    Cell(String, String, String),
    /// A caption of the report has another number: the number of the item, and its title.
    Caption(String, String),
    /// A caption names another base than the report: the number of the item, and what stands below it there.
    Base(String, String),
}

impl Amiss {
    /// In words.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(own, last) => msg!("reference-missing", own, last),
            Self::Other(own, other) => msg!("reference-other", own, other),
            Self::Lost(own) => msg!("reference-lost", own),
            Self::Order(own, before) => msg!("caption-order", own, before),
            Self::Twice(own) => msg!("caption-twice", own),
            Self::Cell(own, item, truth) => msg!("cell-other", own, item, truth),
            Self::Caption(item, title) => msg!("caption-other", item, title),
            Self::Base(item, texts) => msg!("caption-base", item, texts),
        }
    }
}

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Figure,
    Table,
    Appendix,
}

fn kind(word: &str) -> Kind {
    match word.to_lowercase() {
        word if word.starts_with("tab") => Kind::Table,
        word if word.starts_with("bilag") || word.starts_with("app") => Kind::Appendix,
        _ => Kind::Figure,
    }
}

/// A caption, or the heading of an appendix.
struct Numbered {
    kind: Kind,
    number: String,
    at: Option<(usize, Range<usize>)>,
    shown: String,
}

static CAPTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(figur|figure|diagram|chart|tabell|table|bilaga|appendix)[ \u{a0}](\d+(?:\.\d+)*[a-z]?)\b").ok()
});
static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let kinds = "figur|figurerna|figure|figures|diagram|diagrammen|chart|charts|tabell|tabellerna|table|tables|bilaga|bilagorna|bilagor|appendix|appendices";
    let more = r"(?:(?:,|[ \u{a0}]och|[ \u{a0}]samt|[ \u{a0}]and|[ \u{a0}]till|[ \u{a0}]to|–|-)[ \u{a0}]?\d+[a-z]?\b)*";
    Regex::new(&format!(r"(?i)\b({kinds})[ \u{{a0}}](\d+(?:\.\d+)*[a-z]?\b{more})")).ok()
});
/// Of another text: figur 3 i Socialstyrelsens rapport, bilaga 1 till förordningen.
static ELSEWHERE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ \u{a0}](?:i|från|ur|till|in|of|from|to)[ \u{a0}](?:\p{Lu}|rapport|förordning|lag|överenskommelse|avtal|the report|report|regulation|den)").ok()
});
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)\d+(?:\.\d+)*[a-z]?").ok());

/// A caption without what it begins with, as `Figur 2. `.
pub(super) fn without_number(caption: &str) -> &str {
    let begins = CAPTION.as_ref().and_then(|pattern| pattern.find(caption)).map_or(0, |found| found.end());
    caption.get(begins..).unwrap_or(caption).trim_start_matches(['.', ':', ' ', '\u{a0}', '–'])
}

/// What does not fit among the references and captions of sentences. `items` are the numbers of the study's report, as
/// `Figur 2`: they are what is there of a kind of which the text has no captions.
pub(super) fn doubts(sentences: &[Sentence], items: &[ReportItem]) -> Vec<Doubt> {
    let captions = captions(sentences);
    let mut known: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    captions.iter().for_each(|c| known.entry(c.kind).or_default().push(c.number.clone()));
    for found in items.iter().filter_map(|item| CAPTION.as_ref()?.captures(&item.number)) {
        let kind = kind(&found[1]);
        if kind != Kind::Appendix && !captions.iter().any(|caption| caption.kind == kind) {
            known.entry(kind).or_default().push(found[2].to_lowercase());
        }
    }
    let mut doubts = out_of_order(sentences, &captions);
    for (at, sentence) in sentences.iter().enumerate() {
        for found in REFERENCE.iter().flat_map(|pattern| pattern.captures_iter(&sentence.text)) {
            let is_caption = captions.iter().any(|c| c.at.as_ref().is_some_and(|(own, _)| *own == at));
            let starts = found.get(0).is_some_and(|whole| whole.start() == 0);
            if !(is_caption && starts) {
                doubts.extend(missing(sentence, &found, &known));
            }
        }
    }
    doubts
}

/// The numbers of a reference that nothing has.
fn missing(sentence: &Sentence, found: &Captures<'_>, known: &BTreeMap<Kind, Vec<String>>) -> Vec<Doubt> {
    let (Some(whole), Some(word), Some(numbers)) = (found.get(0), found.get(1), found.get(2)) else {
        return Vec::new();
    };
    let behind = &sentence.text[whole.end()..];
    let Some(known) = known.get(&kind(word.as_str())).filter(|known| !known.is_empty()) else { return Vec::new() };
    if ELSEWHERE.as_ref().is_some_and(|pattern| pattern.is_match(behind)) {
        return Vec::new();
    }
    let base = |number: &str| number.trim_end_matches(char::is_alphabetic).to_owned();
    let is_there = |number: &str| {
        let number = number.to_lowercase();
        known.iter().any(|own| *own == number || *own == base(&number) || base(own) == number)
    };
    let tokens = TOKEN.iter().flat_map(|token| token.find_iter(numbers.as_str()));
    let absent = tokens.filter(|token| !is_there(token.as_str()));
    let last = known.last().cloned().unwrap_or_default();
    let doubt = |token: regex::Match<'_>| {
        let word = word.as_str();
        Doubt {
            sentence: sentence.clone(),
            range: numbers.start() + token.start()..numbers.start() + token.end(),
            what: Amiss::Missing(format!("{word} {}", token.as_str()), format!("{word} {last}")),
        }
    };
    absent.map(doubt).collect()
}

/// The captions of figures and tables, and the headings of appendices.
fn captions(sentences: &[Sentence]) -> Vec<Numbered> {
    let read = |text: &str, at: Option<usize>| {
        let found = CAPTION.as_ref()?.captures(text)?;
        let (whole, number) = (found.get(0)?, found.get(2)?);
        Some(Numbered {
            kind: kind(&found[1]),
            number: number.as_str().to_lowercase(),
            at: at.map(|at| (at, number.range())),
            shown: whole.as_str().to_owned(),
        })
    };
    let mut found = Vec::new();
    let mut headings: BTreeSet<&String> = BTreeSet::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if sentence.setting == Setting::Caption {
            found.extend(read(&sentence.text, Some(at)));
        }
        let new = sentence.headings.iter().filter(|heading| headings.insert(heading));
        found.extend(new.filter_map(|heading| read(heading, None)).filter(|c| c.kind == Kind::Appendix));
    }
    found
}

/// Captions whose numbers do not follow on each other; a kind may begin anew.
fn out_of_order(sentences: &[Sentence], captions: &[Numbered]) -> Vec<Doubt> {
    let mut last: BTreeMap<Kind, (u32, String)> = BTreeMap::new();
    let mut doubts = Vec::new();
    for caption in captions {
        let (Some((at, range)), Ok(number)) = (&caption.at, caption.number.parse::<u32>()) else { continue };
        if let Some((before, shown)) = last.get(&caption.kind) {
            let what = match number {
                number if number == *before => Some(Amiss::Twice(caption.shown.clone())),
                number if number != *before + 1 && number != 1 => {
                    Some(Amiss::Order(caption.shown.clone(), shown.clone()))
                }
                _ => None,
            };
            let place = |what| Doubt { sentence: sentences[*at].clone(), range: range.clone(), what };
            doubts.extend(what.map(place));
        }
        last.insert(caption.kind, (number, caption.shown.clone()));
    }
    doubts
}

/// References of a Word document, as fields, that show another number than the caption that they lead to.
pub(super) fn of_fields(document: &Document) -> Vec<Doubt> {
    let Some(main) = document.parts.first() else { return Vec::new() };
    let tree = &main.tree;
    let mut bookmarks = BTreeMap::new();
    for id in (0..tree.len()).filter(|id| tree.word(*id) == "bookmarkStart") {
        let Some(name) = tree.attribute(id, Space::Word, "name") else { continue };
        let paragraph = tree.above(id).find(|above| tree.word(*above) == "p");
        bookmarks.insert(name.to_lowercase(), paragraph);
    }
    let caption = |paragraph: usize| {
        let source = Source { part: 0, paragraph };
        let mut own = document.sentences.iter().filter(|s| s.source == source && s.setting == Setting::Caption);
        own.find_map(|s| Some(CAPTION.as_ref()?.captures(&s.text)?.get(0)?.as_str().to_owned()))
    };
    let mut doubts = Vec::new();
    for (source, field) in document.fields.iter().filter(|(_, field)| field.is("REF")) {
        let is_of_headings = field.code.split_whitespace().any(|word| ["\\r", "\\n", "\\w", "\\p"].contains(&word));
        let Some(name) = field.of().filter(|_| !is_of_headings) else { continue };
        let Some((sentence, range)) = place(document, *source, &field.result) else { continue };
        let shown = sentence.text[range.clone()].to_owned();
        let digits = |text: &str| TOKEN.as_ref().and_then(|token| token.find(text)).map(|t| t.as_str().to_lowercase());
        let what = match bookmarks.get(&name.to_lowercase()) {
            None => Some(Amiss::Lost(shown)),
            Some(paragraph) => paragraph
                .and_then(caption)
                .filter(|caption| digits(&shown).is_some_and(|own| digits(caption) != Some(own)))
                .map(|caption| Amiss::Other(shown, caption)),
        };
        doubts.extend(what.map(|what| Doubt { sentence: sentence.clone(), range, what }));
    }
    doubts
}

/// The sentence that letters of a paragraph stand in, and their bytes in it.
fn place(document: &Document, source: Source, letters: &Range<usize>) -> Option<(Sentence, Range<usize>)> {
    let sentence = document
        .sentences
        .iter()
        .find(|s| s.source == source && s.letters.iter().any(|letter| letters.contains(letter)))?;
    let mut bytes = sentence.text.char_indices().zip(&sentence.letters).filter(|(_, letter)| letters.contains(letter));
    let ((start, first), _) = bytes.next()?;
    let end = bytes.last().map_or(start + first.len_utf8(), |((at, c), _)| at + c.len_utf8());
    Some((sentence.clone(), start..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::sentences;

    fn found(text: &str, items: &[&str]) -> Vec<(String, Amiss)> {
        let number = |item: &&str| ReportItem { number: (*item).to_owned(), ..ReportItem::default() };
        let items: Vec<ReportItem> = items.iter().map(number).collect();
        let doubts = doubts(&sentences(text.as_bytes(), "m").unwrap_or_default(), &items);
        doubts.into_iter().map(|d| (d.sentence.text[d.range].to_owned(), d.what)).collect()
    }

    #[test]
    fn references_to_what_is_not_there_are_told() {
        let text = "Figur 1. Ett.\n\nFigur 2. Två.\n\nSe figur 2 och 3, figur 1–4 samt tabell 9.\n\nSe figur 7 i Socialstyrelsens rapport.";
        let missing = |own: &str| Amiss::Missing(format!("figur {own}"), "figur 2".to_owned());
        assert_eq!(found(text, &[]), [("3".to_owned(), missing("3")), ("4".to_owned(), missing("4"))]);
        // Where the text has no tables, those of the report are meant.
        let table = Amiss::Missing("tabell 9".to_owned(), "tabell 8b".to_owned());
        assert_eq!(found("Se tabell 9 och 8.", &["Tabell 7", "Tabell 8b", "Figur 3"]), [("9".to_owned(), table)]);
    }

    #[test]
    fn captions_are_numbered_in_order() {
        let text = "Tabell 1. A.\n\nTabell 3. B.\n\nTabell 3. C.\n\nFigur 1. D.";
        let [a, b] = ["Tabell 1", "Tabell 3"].map(str::to_owned);
        assert_eq!(found(text, &[]), [("3".to_owned(), Amiss::Order(b.clone(), a)), ("3".to_owned(), Amiss::Twice(b))]);
    }
}
