//! Captions of a manuscript, held against those of the report.
//!
//! Where captions have the report's numbers, a caption is to have the title of the item of its number. Elsewhere one is the report's
//! where it has the same words, or describes one item of an area in its own. Its numbers are to be those of the title, or of what stands below the item.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::based::{counted, is_year, told};
use super::described::described;
use crate::manuscript::named::AreaNames;
use crate::manuscript::reference::numbering::{Caption, Numbering, Own};
use crate::manuscript::reference::{Amiss, Doubt, without_number};
use crate::manuscript::subjects::{ReportItem, Subjects};
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::title::{TitleWords, bare, base, difference, numbers, only_of};
use crate::manuscript::vocabulary::words;

/// What captions are held against.
struct Holding<'h> {
    sentences: &'h [Sentence],
    subjects: &'h Subjects,
    numbering: &'h Numbering<'h>,
    names: AreaNames,
}

/// What does not fit among the captions.
pub(super) fn doubts(sentences: &[Sentence], subjects: &Subjects, numbering: &Numbering<'_>) -> Vec<Doubt> {
    let (mut doubts, mut seen) = (Vec::new(), BTreeMap::new());
    let held = Holding { sentences, subjects, numbering, names: AreaNames::new(subjects) };
    let captions = sentences.iter().enumerate().filter(|(_, sentence)| sentence.setting == Setting::Caption);
    for (at, sentence) in captions {
        let read = Read::of(sentence);
        let caption = numbering.captions.iter().find(|caption| caption.title_at == Some(at));
        let own = caption.and_then(|caption| read.titled(caption, &held));
        let own = own.or_else(|| read.numbered(caption, &held));
        let Some(caption) = caption else {
            let continued = || read.continued(numbering.before(at, sentences)?, &held);
            doubts.extend(own.or_else(continued));
            continue;
        };
        // A title that is told as another's is no repetition; the first that has it may be wrong as well.
        let is_title = own.as_ref().is_some_and(|own| matches!(own.what, Amiss::TitleOf(..) | Amiss::Caption(..)));
        let title = (caption.number.kind, bare(read.title));
        let first = seen.get(&title).cloned().filter(|_| !is_title && title.1.contains(' '));
        let repeated = first.map(|first| Doubt::of(sentence, read.whole(), Amiss::Repeated(first)));
        if !is_title {
            seen.entry(title).or_insert_with(|| caption.shown.clone());
        }
        doubts.extend(own.or(repeated));
    }
    doubts
}

/// A caption in its parts.
struct Read<'s> {
    sentence: &'s Sentence,
    /// Where its title begins.
    from: usize,
    /// Without the base behind it.
    title: &'s str,
    /// The digits of its base.
    base: Option<Range<usize>>,
}

impl<'s> Read<'s> {
    fn of(sentence: &'s Sentence) -> Self {
        let own = without_number(&sentence.text);
        let from = sentence.text.len() - own.len();
        let (end, digits) = base(own);
        let title = own.get(..end).unwrap_or(own);
        Self { sentence, from, title, base: digits.map(|digits| digits.start + from..digits.end + from) }
    }

    /// Where the title stands, without the stop at its end.
    fn whole(&self) -> Range<usize> {
        self.from..self.from + self.title.trim_end_matches('.').len()
    }

    /// A place of the title as one of the sentence.
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.from..range.end + self.from
    }

    /// A caption with the title of another item than that of its number, or with the names of other things in it.
    fn titled(&self, caption: &Caption, held: &Holding<'_>) -> Option<Doubt> {
        let own = held.numbering.of_caption(caption).filter(|own| own.title.worded != caption.title.worded)?;
        let item = [own.item.number.clone(), own.item.title.clone()];
        let what = match held.numbering.titled(&caption.title) {
            Some(other) => Amiss::TitleOf(other.item.number.clone(), item),
            None if names_other(&caption.title, own, held.subjects, &held.names) => {
                let [number, title] = item;
                Amiss::Caption(number, title)
            }
            None => return None,
        };
        let range = self.place(&difference(self.title, &own.item.title));
        let truth = format!("{}. {}", caption.shown, own.item.title);
        Some(Doubt { truth: Some(truth), ..Doubt::of(self.sentence, range, what) })
    }

    /// A caption of an item with other numbers than its title has, or than stand below the item.
    fn numbered(&self, caption: Option<&Caption>, held: &Holding<'_>) -> Option<Doubt> {
        let title = TitleWords::of(self.title);
        let only = held.numbering.titled(&title);
        if let Some(Own { item, .. }) = only {
            let both = numbers(self.title).into_iter().zip(numbers(&item.title));
            let mut wrong = both.filter(|(here, there)| here.1 != there.1);
            if let Some(((range, _), (there, _))) = wrong.next() {
                let what = Amiss::Caption(item.number.clone(), item.title.clone());
                let range = self.place(&range);
                return Some(Doubt::of(self.sentence, range.clone(), what).with(&range, item.title.get(there)?));
            }
        }
        let of_number = || held.numbering.of_caption(caption?).filter(|own| own.title.words.is_subset(&title.words));
        let Some(Own { item, .. }) = only.or_else(of_number) else {
            let item = described(self.sentence, (self.title, caption?.number.kind), held.numbering, &held.names)?;
            return self.counted(item, held);
        };
        match &self.base {
            Some(base) => told(self.sentence, std::slice::from_ref(base), item, true),
            None => {
                let own = numbers(self.title).into_iter().map(|(range, _)| self.place(&range));
                let own: Vec<Range<usize>> = own.filter(|range| !is_year(&self.sentence.text, range)).collect();
                told(self.sentence, &own, item, false)
            }
        }
    }

    /// What stands behind the title of a caption, in a sentence of its own.
    fn continued(&self, caption: &Caption, held: &Holding<'_>) -> Option<Doubt> {
        let of_number = || held.numbering.of_caption(caption);
        let of_number = || of_number().filter(|own| own.title.words.is_subset(&caption.title.words));
        let known = held.numbering.titled(&caption.title).or_else(of_number).map(|own| own.item);
        let item = known.or_else(|| {
            let sentence = held.sentences.get(caption.title_at?)?;
            described(sentence, (Read::of(sentence).title, caption.number.kind), held.numbering, &held.names)
        });
        self.counted(item?, held)
    }

    /// The base of a caption, or where it has none the numbers of those who answered and of interventions; other numbers may count what
    /// the report does not name.
    fn counted(&self, item: &ReportItem, held: &Holding<'_>) -> Option<Doubt> {
        let own = counted(self.title, &held.names);
        match &self.base {
            Some(base) if numbers(self.title).is_empty() => told(self.sentence, std::slice::from_ref(base), item, true),
            Some(_) => None,
            None => told(self.sentence, &own.iter().map(|range| self.place(range)).collect::<Vec<_>>(), item, false),
        }
    }
}

/// Whether a title that has most words of an item's names another area in the place of its own, another domain, or others who answered.
fn names_other(title: &TitleWords, own: &Own<'_>, subjects: &Subjects, names: &AreaNames) -> bool {
    let (here, there, item) = (&title.words, &own.title.words, own.item);
    let (new, gone) = (only_of(here, there), only_of(there, here));
    if here.intersection(there).count() * 2 < there.len() {
        return false;
    }
    let exchanged = |own: &BTreeSet<String>, other: &BTreeSet<String>| {
        let mut lost = own.intersection(there).peekable();
        !other.is_empty() && other.is_subset(&new) && lost.peek().is_some() && lost.all(|word| gone.contains(word))
    };
    let is_other_area = |area: &String| {
        names.ids().any(|other| other != area && exchanged(&names.own(area, other), &names.own(other, area)))
    };
    let domains: Vec<BTreeSet<String>> =
        subjects.families.first().into_iter().flatten().map(|name| words(name)).collect();
    let is_domain = |words: &BTreeSet<String>| domains.iter().any(|domain| !domain.is_disjoint(words));
    // A title that names those who answered as they were asked names them all.
    let (asked, all) = (names.asked_in(|area| item.areas.iter().any(|own| own == area)), names.asked_in(|_| true));
    let [named, titled] = [here, there].map(|words| words.intersection(&all).cloned().collect::<BTreeSet<_>>());
    let is_of_others = titled == asked && !named.is_subset(&asked) && !asked.is_subset(&named);
    let is_of_one = item.areas.len() == 1;
    is_of_one && item.areas.iter().any(is_other_area) || is_domain(&new) && is_domain(&gone) || is_of_others
}

#[cfg(test)]
mod tests;
