//! Captions of a manuscript, held against those of the report.
//!
//! Where captions have the report's numbers, a caption is to have the title of the item of its number. Elsewhere one is the report's
//! where it has the same words. Its numbers are to be those of the title, or of what stands below the item.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::manuscript::named::AreaNames;
use crate::manuscript::prose::split;
use crate::manuscript::reference::numbering::{Caption, Numbering, Own};
use crate::manuscript::reference::{Amiss, Doubt, without_number};
use crate::manuscript::subjects::{ReportItem, Subjects};
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::title::{TitleWords, bare, base, difference, numbers, only_of};
use crate::manuscript::vocabulary::words;

/// What does not fit among the captions.
pub(super) fn doubts(sentences: &[Sentence], subjects: &Subjects, numbering: &Numbering<'_>) -> Vec<Doubt> {
    let (mut doubts, mut seen) = (Vec::new(), BTreeMap::new());
    let names = AreaNames::new(subjects);
    let captions = sentences.iter().enumerate().filter(|(_, sentence)| sentence.setting == Setting::Caption);
    for (at, sentence) in captions {
        let read = Read::of(sentence);
        let caption = numbering.captions.iter().find(|caption| caption.title_at == Some(at));
        let own = caption.and_then(|caption| read.titled(caption, (subjects, &names), numbering));
        let own = own.or_else(|| read.numbered(caption, numbering));
        let Some(caption) = caption else {
            doubts.extend(own);
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
    fn titled(
        &self,
        caption: &Caption,
        (subjects, names): (&Subjects, &AreaNames),
        numbering: &Numbering<'_>,
    ) -> Option<Doubt> {
        let own = numbering.of_caption(caption).filter(|own| own.title.worded != caption.title.worded)?;
        let item = [own.item.number.clone(), own.item.title.clone()];
        let what = match numbering.titled(&caption.title) {
            Some(other) => Amiss::TitleOf(other.item.number.clone(), item),
            None if names_other(&caption.title, own, subjects, names) => {
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
    fn numbered(&self, caption: Option<&Caption>, numbering: &Numbering<'_>) -> Option<Doubt> {
        let title = TitleWords::of(self.title);
        let only = numbering.titled(&title);
        if let Some(Own { item, .. }) = only {
            let both = numbers(self.title).into_iter().zip(numbers(&item.title));
            let mut wrong = both.filter(|(here, there)| here.1 != there.1);
            if let Some(((range, _), (there, _))) = wrong.next() {
                let what = Amiss::Caption(item.number.clone(), item.title.clone());
                let range = self.place(&range);
                return Some(Doubt::of(self.sentence, range.clone(), what).with(&range, item.title.get(there)?));
            }
        }
        let of_number = || numbering.of_caption(caption?).filter(|own| own.title.words.is_subset(&title.words));
        let item = only.or_else(of_number)?.item;
        match &self.base {
            Some(base) => self.told(item, std::slice::from_ref(base), Amiss::Base),
            None => {
                let own = numbers(self.title).into_iter().map(|(range, _)| self.place(&range));
                let own: Vec<Range<usize>> = own.filter(|range| !is_year(&self.sentence.text, range)).collect();
                self.told(item, &own, Amiss::Beside)
            }
        }
    }

    /// The first of some numbers that stands neither in the title of an item nor in it or below it, where numbers stand there.
    fn told(&self, item: &ReportItem, own: &[Range<usize>], what: fn(String, String) -> Amiss) -> Option<Doubt> {
        let told = numbers(&item.texts);
        let values = |text: &str| numbers(text).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        let mut there = values(&item.title);
        there.extend(told.iter().map(|(_, value)| *value));
        let is_in_cell = |own| item.rows.iter().flatten().any(|cell| values(cell) == [own]);
        let is_there = |range: &&Range<usize>| {
            let own = self.sentence.text.get((*range).clone()).map(values).unwrap_or_default();
            own.into_iter().all(|own| there.contains(&own) || self.base.is_none() && is_in_cell(own))
        };
        let range = own.iter().find(|range| !is_there(range)).filter(|_| !told.is_empty())?;
        let doubt = Doubt::of(self.sentence, range.clone(), what(item.number.clone(), counting(&item.texts)));
        // Where one number is left that the caption has not, that is meant.
        let here = values(&self.sentence.text);
        let left: BTreeSet<&str> = (told.iter().filter(|(_, value)| !here.contains(value)))
            .filter_map(|(range, _)| item.texts.get(range.clone()))
            .collect();
        Some(match left.first().filter(|_| left.len() == 1) {
            Some(number) => doubt.with(range, number),
            None => doubt,
        })
    }
}

/// The sentences of a text that have numbers.
fn counting(text: &str) -> String {
    let all = split(text).into_iter().filter_map(|range| text.get(range));
    all.filter(|sentence| !numbers(sentence).is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a number is a year.
fn is_year(text: &str, range: &Range<usize>) -> bool {
    let digits = text.get(range.clone()).filter(|digits| digits.len() == 4);
    digits.and_then(|digits| digits.parse().ok()).is_some_and(|year: u32| (1990..2100).contains(&year))
}

/// Whether a title that has most words of an item's names another area in the place of its own, or another domain.
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
    let is_of_one = item.areas.len() == 1;
    is_of_one && item.areas.iter().any(is_other_area) || is_domain(&new) && is_domain(&gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::sentences;

    /// A report with two areas: who acts, and whether children or adults are concerned.
    fn subjects() -> Subjects {
        let area = |id: &str, title: &str| (id.to_owned(), title.to_owned(), "regioner".to_owned());
        let item = |number: &str, title: &str, area: &str, texts: &str| ReportItem {
            number: number.to_owned(),
            title: title.to_owned(),
            areas: vec![area.to_owned()],
            texts: texts.to_owned(),
            ..ReportItem::default()
        };
        Subjects {
            areas: vec![area("b", "Barn"), area("v", "Psykiatrisk traumavård")],
            families: vec![vec![
                "Mål Målen".to_owned(),
                "Effekt Effekter".to_owned(),
                "Aktivitet Aktiviteter".to_owned(),
            ]],
            items: vec![
                item(
                    "Figur 2",
                    "Antal insatser, efter aktiviteter: barn",
                    "b",
                    "Det gäller figuren. I allt 31 insatser.",
                ),
                item("Figur 4", "Antal insatser, efter mål och effekter: barn", "b", ""),
                item("Figur 7", "Antal insatser, efter aktiviteter: psykiatrisk traumavård", "v", ""),
            ],
            ..Subjects::default()
        }
    }

    fn found(captions: &[&str]) -> Vec<(String, Amiss, Option<String>)> {
        let sentences = sentences(captions.join("\n\n").as_bytes(), "m").unwrap_or_default();
        let subjects = subjects();
        let found = doubts(&sentences, &subjects, &Numbering::read(&sentences, &subjects.items));
        found.into_iter().map(|d| (d.sentence.text[d.range].to_owned(), d.what, d.truth)).collect()
    }

    #[test]
    fn a_caption_has_the_title_of_the_item_of_its_number() {
        let two = "Figur 2. Antal insatser, efter aktiviteter: barn";
        let four = "Figur 4. Antal insatser, efter mål och effekter: barn";
        assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter aktiviteter: en psykiatrisk traumavård"]), []);
        let title = "Antal insatser, efter aktiviteter: psykiatrisk traumavård".to_owned();
        let item = ["Figur 7".to_owned(), title.clone()];
        let truth = Some(format!("Figur 7. {title}"));
        // That of another item, with its base behind it; and that of none, with another area in it.
        let other = ("barn".to_owned(), Amiss::TitleOf("Figur 2".to_owned(), item.clone()), truth.clone());
        assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter aktiviteter: barn"]), [other]);
        let seven = "Figur 7. Antal insatser, efter aktiviteter: psykiatrisk traumavård";
        let named = Amiss::Caption("Figur 4".to_owned(), "Antal insatser, efter mål och effekter: barn".to_owned());
        let named = ("psykiatrisk traumavård".to_owned(), named, Some(four.to_owned()));
        assert_eq!(
            found(&[two, "Figur 4. Antal insatser, efter mål och effekter: psykiatrisk traumavård", seven]),
            [named]
        );
        let [number, title] = item;
        let domain = ("mål".to_owned(), Amiss::Caption(number, title), truth);
        assert_eq!(found(&[two, four, "Figur 7. Antal insatser, efter mål: psykiatrisk traumavård"]), [domain]);
        // A manuscript that numbers on its own has its own titles.
        assert_eq!(found(&["Figur 1. Antal insatser, efter aktiviteter: barn", "Figur 2. Läget i landet"]), []);
    }

    #[test]
    fn numbers_in_a_caption_stand_below_the_item() {
        let caption = |own: &str| found(&[&format!("Figur 2. Antal insatser, efter aktiviteter: barn{own}")]);
        assert_eq!(caption(", 31 insatser"), []);
        assert_eq!(caption(", 2024"), []);
        let below = "I allt 31 insatser.".to_owned();
        let truth = |own: &str| Some(format!("Antal insatser, efter aktiviteter: barn{own}"));
        let beside = Amiss::Beside("Figur 2".to_owned(), below.clone());
        assert_eq!(caption(", 13 insatser"), [("13".to_owned(), beside, truth(", 31 insatser"))]);
        let base = Amiss::Base("Figur 2".to_owned(), below);
        assert_eq!(caption(" (antal insatser, n = 13)"), [("13".to_owned(), base, truth(" (antal insatser, n = 31)"))]);
    }

    #[test]
    fn a_text_stands_once() {
        let repeated = |own: &str| (own.to_owned(), Amiss::Repeated("Tabell 1".to_owned()), None);
        let twice = [
            "Tabell 1. Läget i landet",
            "Tabell 2. Läget i landet",
            "Figur 1. Läget i landet",
            "Tabell 3. Läget i länen",
        ];
        assert_eq!(found(&twice), [repeated("Läget i landet")]);
        assert_eq!(found(&["Tabell 1. Läget 2023", "Tabell 2. Läget 2024"]), []);
    }
}
