//! References to figures, tables and appendices, and captions: whether what they name is there, has the number that they say, and is
//! what their sentence is about.

mod fields;
mod leading;
mod meant;
pub(super) mod number;
pub(super) mod numbering;
mod subject;

use std::collections::BTreeMap;
use std::ops::Range;

use super::text::Sentence;
use crate::msg;
use crate::wording::Message;
pub(super) use fields::of_fields;
use number::{Kind, Reference, of_caption, references};
use numbering::{Numbering, appendix, is_among};
pub(super) use subject::Spoken;

/// A reference, or a caption, that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The sentence that it stands in.
    pub sentence: Sentence,
    /// Where, in bytes of the sentence.
    pub range: Range<usize>,
    /// What is wrong.
    pub what: Amiss,
    /// What else is wrong with it.
    pub further: Option<Amiss>,
    /// The sentence that would be true, where that is known.
    pub truth: Option<String>,
}

impl Doubt {
    /// Of a place of which no more is known.
    pub(super) fn of(sentence: &Sentence, range: Range<usize>, what: Amiss) -> Self {
        Self { sentence: sentence.clone(), range, what, further: None, truth: None }
    }

    /// With the sentence that is true once other letters stand in a place of it.
    pub(super) fn with(mut self, place: &Range<usize>, letters: &str) -> Self {
        let text = &self.sentence.text;
        let both = text.get(..place.start).zip(text.get(place.end..));
        self.truth = both.map(|(before, behind)| format!("{before}{letters}{behind}"));
        self
    }

    /// Takes in what is said of the number that a field shows, where the field leads nowhere.
    pub(super) fn take_in(&mut self, own: &Self) {
        if matches!(self.what, Amiss::Lost(_)) && self.further.is_none() {
            self.further = Some(std::mem::replace(&mut self.what, own.what.clone()));
            self.truth.clone_from(&own.truth);
        }
    }

    /// What is to be said, a line for each thing.
    pub fn messages(&self) -> Vec<Message> {
        let truth = self.truth.iter().map(|truth| msg!("mark-true", truth));
        std::iter::once(self.what.message()).chain(self.further.as_ref().map(Amiss::message)).chain(truth).collect()
    }
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
    /// What it leads to shows something else than the sentence speaks of: its number and title, and those of what shows that.
    Elsewhere([String; 2], [String; 2]),
    /// A caption's number does not follow on the one before it.
    Order(String, String),
    /// Two captions have the number.
    Twice(String),
    /// Two captions have the title: what the first begins with.
    Repeated(String),
    /// A cell says something else than the report does: what it says, the number of the report's item, and what that says.
    Cell(String, String, String),
    /// A caption of the report has another title or number there: the number of the item, and its title.
    Caption(String, String),
    /// A caption has the title of another item: that item's number, and the number and title of the one whose number it has.
    TitleOf(String, [String; 2]),
    /// A caption names another base than the report: the number of the item, and what stands below it there.
    Base(String, String),
    /// The same of another number.
    Beside(String, String),
    /// The data say something else.
    Data {
        /// What the text says.
        own: String,
        /// What the data say.
        truth: String,
        /// What they say it of; nothing for a total or a ranking.
        of: String,
    },
}

impl Amiss {
    /// In words.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(own, last) => msg!("reference-missing", own, last),
            Self::Other(own, other) => msg!("reference-other", own, other),
            Self::Lost(own) => msg!("reference-lost", own),
            Self::Elsewhere([own, title], [other, shown]) => msg!("reference-elsewhere", own, title, other, shown),
            Self::Order(own, before) => msg!("caption-order", own, before),
            Self::Twice(own) => msg!("caption-twice", own),
            Self::Repeated(first) => msg!("caption-repeated", first),
            Self::Cell(own, item, truth) => msg!("cell-other", own, item, truth),
            Self::Caption(item, title) => msg!("caption-other", item, title),
            Self::TitleOf(other, [item, title]) => msg!("caption-of-other", other, item, title),
            Self::Base(item, texts) | Self::Beside(item, texts) => msg!("caption-base", item, texts),
            Self::Data { own, truth, of } if of.is_empty() => msg!("data-other", own, truth),
            Self::Data { own, truth, of } => msg!("data-other-of", own, truth, of),
        }
    }
}

/// A caption without what it begins with, as `Figur 2. `.
pub(super) fn without_number(caption: &str) -> &str {
    let begins = of_caption(caption).map_or(0, |(.., number)| number.end);
    caption.get(begins..).unwrap_or(caption).trim_start_matches(['.', ':', ' ', '\u{a0}', '–'])
}

/// What does not fit among the references and captions of sentences.
pub(super) fn doubts(sentences: &[Sentence], spoken: &Spoken<'_>, numbering: &Numbering<'_>) -> Vec<Doubt> {
    let mut doubts = out_of_order(sentences, numbering);
    for (at, sentence) in sentences.iter().enumerate() {
        let is_caption = numbering.captions.iter().any(|c| c.at.as_ref().is_some_and(|(own, _)| *own == at));
        let begins = Some(&sentence.text)
            .filter(|_| is_caption)
            .and_then(|text| of_caption(text))
            .map_or(0, |(.., number)| number.end);
        let all: Vec<Reference> =
            references(&sentence.text).into_iter().filter(|own| own.range.start >= begins).collect();
        for own in &all {
            let missing = missing(sentence, own, numbering);
            let is_alone = all.iter().filter(|other| other.to.kind != Kind::Appendix).count() == 1;
            // Of several references each may be of another part of the sentence.
            let better = is_alone.then(|| spoken.better(at, own, numbering)).flatten();
            doubts.extend(match (missing, better) {
                (Some(missing), Some((number, _))) => Some(missing.with(&own.range, &number)),
                (Some(missing), None) => Some(missing),
                (None, Some((number, what))) => {
                    what.map(|what| Doubt::of(sentence, own.range.clone(), what).with(&own.range, &number))
                }
                (None, None) => None,
            });
        }
    }
    doubts
}

/// A reference to a number that nothing has.
fn missing(sentence: &Sentence, own: &Reference, numbering: &Numbering<'_>) -> Option<Doubt> {
    let known = numbering.known(&own.to, appendix(sentence).as_ref());
    let last = known.last()?;
    let what = Amiss::Missing(format!("{} {}", own.word, own.shown), format!("{} {last}", own.word));
    (!is_among(&own.to.number, &known)).then(|| Doubt::of(sentence, own.range.clone(), what))
}

/// Captions whose numbers do not follow on each other; a kind may begin anew. Where the numbers are the report's, what is between them
/// may be left out.
fn out_of_order(sentences: &[Sentence], numbering: &Numbering<'_>) -> Vec<Doubt> {
    let mut last: BTreeMap<(Kind, Option<&String>), (u32, String)> = BTreeMap::new();
    let mut doubts = Vec::new();
    // Of the appendices of a part of a report there may be some, too.
    let is_of_report = |kind: Kind| match kind {
        Kind::Appendix => [Kind::Figure, Kind::Table].iter().any(|kind| numbering.is_of_report(*kind)),
        _ => numbering.is_of_report(kind),
    };
    for caption in &numbering.captions {
        let kind = caption.number.kind;
        let (Some((at, range)), Ok(number)) = (&caption.at, caption.number.number.parse::<u32>()) else { continue };
        let series = (kind, caption.number.appendix.as_ref());
        let before = last.insert(series, (number, caption.shown.clone()));
        let (Some(sentence), Some((before, shown))) = (sentences.get(*at), before) else { continue };
        let what = match number {
            number if number == before => Amiss::Twice(caption.shown.clone()),
            number if number != before + 1 && number != 1 && !is_of_report(kind) => {
                Amiss::Order(caption.shown.clone(), shown)
            }
            _ => continue,
        };
        doubts.push(Doubt::of(sentence, range.clone(), what));
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::{ReportItem, sentences};

    fn found(text: &str, items: &[&str]) -> Vec<(String, Amiss)> {
        let number = |item: &&str| ReportItem { number: (*item).to_owned(), ..ReportItem::default() };
        let items: Vec<ReportItem> = items.iter().map(number).collect();
        let sentences = sentences(text.as_bytes(), "m").unwrap_or_default();
        let doubts = doubts(&sentences, &Spoken::default(), &Numbering::read(&sentences, &items));
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

    /// The numbers that are told of a text beside a report.
    fn told(text: &str) -> Vec<(String, Amiss)> {
        let item = |number: &str, title: &str| ReportItem {
            number: number.to_owned(),
            title: title.to_owned(),
            ..ReportItem::default()
        };
        let items = [
            item("Figur 2", "Insatser och medel: barn"),
            item("Figur 9", "Medverkan enligt regionerna"),
            item("Figur 20a", "Mål: regioner"),
            item("Figur 20b", "Mål: kommuner"),
            item("Tabell 1", "Områden och medel"),
            item("Bilaga 2, figur 3", "Andelar över tid"),
        ];
        let sentences = sentences(text.as_bytes(), "m").unwrap_or_default();
        let doubts = doubts(&sentences, &Spoken::default(), &Numbering::read(&sentences, &items));
        doubts.into_iter().map(|d| (d.sentence.text[d.range].to_owned(), d.what)).collect()
    }

    #[test]
    fn where_captions_have_the_report_s_numbers_its_items_are_there() {
        let part = "Figur 2. Insatser och medel: barn\n\nFigur 9. Medverkan enligt regionerna\n\n";
        assert_eq!(told(&format!("{part}Se figur 20a och b, figur 20, tabell 1 samt bilaga 2, figur 3.")), []);
        let missing = |own: &str, last: &str| Amiss::Missing(format!("figur {own}"), format!("figur {last}"));
        // Where figures have letters of their own, one that has none has no parts.
        let wrong = format!("{part}Se figur 20c, figur 9b, figur 43 och bilaga 2, figur 4.");
        let all = [("20c", "20b"), ("9b", "20b"), ("43", "20b"), ("4", "3")];
        let all = all.map(|(own, last)| (own.to_owned(), missing(own, last)));
        assert_eq!(told(&wrong), all);
        // Where none has, a letter is a part of a figure.
        assert_eq!(told("Figur 1. Ett.\n\nFigur 2. Två.\n\nSe figur 2b."), []);
        // One that has its own numbers has nothing else.
        let own = "Figur 1. Insatser och medel: barn\n\nFigur 2. Medverkan enligt regionerna\n\nFigur 4. Läget\n\nSe figur 9.";
        let order = Amiss::Order("Figur 4".to_owned(), "Figur 2".to_owned());
        assert_eq!(told(own), [("4".to_owned(), order), ("9".to_owned(), missing("9", "4"))]);
    }

    #[test]
    fn appendices_of_a_manuscript_number_on_their_own() {
        let text = "Figur 1. Läget\n\nSe bilaga 1, figur 2, och bilaga 1, figur 3.\n\n# Bilaga 1. Mer\n\nFigur 1. Ett\n\nFigur 2. Två\n\nSe figur 2.";
        let missing = Amiss::Missing("figur 3".to_owned(), "figur 2".to_owned());
        assert_eq!(told(text), [("3".to_owned(), missing)]);
    }
}
