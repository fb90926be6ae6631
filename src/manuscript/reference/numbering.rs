//! By whose numbers a manuscript calls its figures and tables: the report's, or its own.
//!
//! A manuscript that is a part of the report has captions for some of its items, under the report's numbers. Then all items of the
//! report are there to be referred to, and what is left out between captions is no error. A manuscript that numbers on its own has
//! what it has captions of.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::number::{Kind, Number, of_caption, of_item, order, without_letter};
use crate::manuscript::subjects::ReportItem;
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::title::TitleWords;

/// A caption that has half of an item's words, and of no other item's more, is that item's.
const ALIKE: f64 = 0.5;

/// A caption, or the heading of an appendix.
#[derive(Clone, Debug)]
pub(in crate::manuscript) struct Caption {
    /// Its number.
    pub(in crate::manuscript) number: Number,
    /// The position of its sentence, and where its number stands there; `None` for a heading.
    pub(in crate::manuscript) at: Option<(usize, Range<usize>)>,
    /// What it begins with, as `Figur 2`.
    pub(in crate::manuscript) shown: String,
    /// What follows on that.
    pub(in crate::manuscript) title: TitleWords,
    /// The position of the sentence that its title stands in: the same, or behind a full stop the next one.
    pub(in crate::manuscript) title_at: Option<usize>,
}

/// An item of the report.
#[derive(Debug)]
pub(in crate::manuscript) struct Own<'i> {
    pub(in crate::manuscript) number: Number,
    pub(in crate::manuscript) item: &'i ReportItem,
    pub(in crate::manuscript) title: TitleWords,
}

/// The captions of a manuscript beside the items of the report.
#[derive(Debug)]
pub(in crate::manuscript) struct Numbering<'i> {
    /// In their order.
    pub(in crate::manuscript) captions: Vec<Caption>,
    items: Vec<Own<'i>>,
    /// The kinds that have the report's numbers.
    of_report: BTreeSet<Kind>,
}

impl<'i> Numbering<'i> {
    pub(in crate::manuscript) fn read(sentences: &[Sentence], items: &'i [ReportItem]) -> Self {
        let own = |item: &'i ReportItem| {
            Some(Own { number: of_item(&item.number)?, item, title: TitleWords::of(&item.title) })
        };
        let items = items.iter().filter_map(own).collect();
        let mut numbering = Self { captions: captions(sentences), items, of_report: BTreeSet::new() };
        let count = |kinds: &[Kind]| {
            let own = numbering.captions.iter().filter(|own| own.number.appendix.is_none());
            let own: Vec<&Caption> = own.filter(|own| kinds.contains(&own.number.kind)).collect();
            (own.iter().filter(|own| numbering.is_report_s(own)).count(), own.len())
        };
        let (agreeing, all) = count(&[Kind::Figure, Kind::Table]);
        let of_report = [Kind::Figure, Kind::Table].into_iter().filter(|kind| {
            let (own, of_kind) = count(&[*kind]);
            // Where as many fit as not, captions of the other kind decide.
            own > 0 && (own * 2 > of_kind || own * 2 == of_kind && agreeing * 2 > all)
        });
        numbering.of_report = of_report.collect();
        numbering
    }

    /// Whether a caption is that of the report's item of its number.
    fn is_report_s(&self, caption: &Caption) -> bool {
        let Some(own) = self.of_number(&caption.number) else { return false };
        let alike = caption.title.likeness(&own.title);
        alike >= ALIKE && self.items.iter().all(|own| caption.title.likeness(&own.title) <= alike)
    }

    /// Whether captions of a kind have the report's numbers.
    pub(in crate::manuscript) fn is_of_report(&self, kind: Kind) -> bool {
        self.of_report.contains(&kind)
    }

    /// The report's item of a number.
    fn of_number(&self, number: &Number) -> Option<&Own<'i>> {
        self.items.iter().find(|own| own.number == *number)
    }

    /// The report's item of the number of a caption, where captions have the report's numbers.
    pub(in crate::manuscript) fn of_caption(&self, caption: &Caption) -> Option<&Own<'i>> {
        self.of_number(&caption.number).filter(|_| self.is_of_report(caption.number.kind))
    }

    /// The only item of the report that has a title.
    pub(in crate::manuscript) fn titled(&self, title: &TitleWords) -> Option<&Own<'i>> {
        let mut alike = self.items.iter().filter(|own| own.title.worded == title.worded);
        alike.next().filter(|_| alike.next().is_none())
    }

    /// The item of the report that a number stands for here: where the manuscript numbers on its own, the only one with the title of the
    /// caption.
    pub(super) fn item(&self, number: &Number) -> Option<&'i ReportItem> {
        if !self.has_own(number) {
            return self.of_number(number).map(|own| own.item);
        }
        let mut own = self.captions.iter().filter(|caption| caption.number == *number);
        let caption = own.next().filter(|_| own.next().is_none())?;
        self.titled(&caption.title).map(|own| own.item)
    }

    /// How the manuscript calls an item.
    pub(super) fn called(&self, item: &ReportItem) -> Option<Number> {
        let known = self.items.iter().find(|own| std::ptr::eq(own.item, item))?;
        if !self.has_own(&known.number) {
            return Some(known.number.clone());
        }
        let mut own = self.captions.iter().filter(|caption| caption.title.worded == known.title.worded);
        own.next().filter(|_| own.next().is_none()).map(|caption| caption.number.clone())
    }

    /// The caption whose title stands before a sentence in its paragraph.
    pub(in crate::manuscript) fn before(&self, at: usize, sentences: &[Sentence]) -> Option<&Caption> {
        let of = |at: usize| sentences.get(at).map(|own| (own.source, own.paragraph, own.setting));
        let is_here = |caption: &&Caption| caption.title_at.is_some_and(|title| title < at && of(title) == of(at));
        self.captions.iter().rev().find(is_here)
    }

    /// The items of the report.
    pub(in crate::manuscript) fn items(&self) -> impl Iterator<Item = &Own<'i>> {
        self.items.iter()
    }

    /// Whether the manuscript numbers things of the kind on its own.
    fn has_own(&self, number: &Number) -> bool {
        let is_alike = |own: &Number| own.kind == number.kind && own.appendix == number.appendix;
        let has_captions = self.captions.iter().any(|caption| is_alike(&caption.number));
        has_captions && !self.of_report.contains(&number.kind)
    }

    /// The numbers of a kind that something has; that of an appendix for itself. None where nothing is known.
    pub(super) fn known(&self, wanted: &Number, within: Option<&String>) -> Vec<String> {
        let is_wanted = |own: &Number| {
            let is_here = wanted.appendix.is_none() && own.appendix.as_ref() == within;
            own.kind == wanted.kind && (own.appendix == wanted.appendix || is_here)
        };
        let mut known: Vec<String> = (self.captions.iter().map(|caption| &caption.number))
            .chain(self.items.iter().map(|own| &own.number).filter(|own| self.is_there(own)))
            .filter(|own| is_wanted(own))
            .map(|own| own.number.clone())
            .collect();
        if wanted.kind == Kind::Appendix && !known.is_empty() && !self.of_report.is_empty() {
            known.extend(self.items.iter().filter_map(|own| own.number.appendix.clone()));
        }
        known.sort_by_key(|number| order(number));
        known.dedup();
        known
    }

    /// Whether an item of the report is there to be referred to.
    fn is_there(&self, own: &Number) -> bool {
        let is_whole = own.appendix.is_none() && own.kind == Kind::Appendix;
        !is_whole && !self.has_own(own)
    }
}

/// Whether one of the numbers is meant by a number: those with a letter by 20, and by 20a the one without, where no number has a letter
/// and one may be a part of a figure.
pub(super) fn is_among(number: &str, known: &[String]) -> bool {
    let alone = without_letter(number);
    let has_letters = known.iter().any(|own| without_letter(own) != own);
    known.iter().any(|own| own == number || own == alone && !has_letters || without_letter(own) == number)
}

/// The captions of figures and tables, and the headings of appendices.
fn captions(sentences: &[Sentence]) -> Vec<Caption> {
    let mut found = Vec::new();
    let mut headings: BTreeSet<&String> = BTreeSet::new();
    // What begins anew in an appendix is numbered there.
    let mut anew: BTreeMap<Kind, String> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if sentence.setting == Setting::Caption {
            let mut caption = read(&sentence.text);
            if let Some(caption) = &mut caption {
                caption.place(at, sentences);
            }
            if let (Some(caption), Some(own)) = (&mut caption, appendix(sentence)) {
                if without_letter(&caption.number.number) == "1" {
                    anew.insert(caption.number.kind, own.clone());
                }
                caption.number.appendix = anew.get(&caption.number.kind).filter(|begun| **begun == own).cloned();
            }
            found.extend(caption);
        }
        let new = sentence.headings.iter().filter(|heading| headings.insert(heading));
        found.extend(new.filter_map(|heading| read(heading)).filter(|c| c.number.kind == Kind::Appendix));
    }
    found
}

/// What a text begins with that is a caption, or the heading of an appendix.
fn read(text: &str) -> Option<Caption> {
    let (kind, number, range) = of_caption(text)?;
    Some(Caption {
        number: Number { appendix: None, kind, number },
        title: TitleWords::of(super::without_number(text)),
        shown: text.get(..range.end)?.to_owned(),
        at: None,
        title_at: None,
    })
}

impl Caption {
    /// Where it stands among sentences.
    fn place(&mut self, at: usize, sentences: &[Sentence]) {
        let range = self.shown.len() - self.number.number.len()..self.shown.len();
        (self.at, self.title_at) = (Some((at, range)), Some(at));
        if !self.title.worded.is_empty() {
            return;
        }
        let of = |sentence: &Sentence| (sentence.source, sentence.paragraph, sentence.setting);
        let own = sentences.get(at).map(of);
        let next = sentences.get(at + 1).filter(|next| Some(of(next)) == own);
        self.title_at = next.map(|_| at + 1);
        self.title = next.map(|next| TitleWords::of(&next.text)).unwrap_or_default();
    }
}

/// The appendix that a sentence stands in.
pub(super) fn appendix(sentence: &Sentence) -> Option<String> {
    let own = sentence.headings.iter().find_map(|heading| of_caption(heading))?;
    (own.0 == Kind::Appendix).then_some(own.1)
}
