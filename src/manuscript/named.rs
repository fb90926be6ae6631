//! The words by which the areas of a study are told apart in headings and titles.

use std::collections::BTreeSet;

use super::subjects::Subjects;
use super::title::only_of;
use super::vocabulary::{AMONG, KNOWN_ONES, TOTALS, words};
use crate::claims::numbers::number_of;

/// The areas by the words that name them.
#[derive(Debug, Default)]
pub(super) struct AreaNames {
    areas: Vec<Area>,
}

#[derive(Debug)]
struct Area {
    id: String,
    /// The words of its title, but for those of any total.
    title: BTreeSet<String>,
    /// The same without those who answer.
    core: BTreeSet<String>,
    /// The words for those who answered.
    asked: BTreeSet<String>,
    /// The word for several of them, in small letters.
    several: String,
}

impl AreaNames {
    pub(super) fn new(subjects: &Subjects) -> Self {
        let all: BTreeSet<String> = subjects.areas.iter().flat_map(|(.., asked)| words(asked)).collect();
        let totals = words(TOTALS);
        let area = |(id, title, asked): &(String, String, String)| {
            let title = only_of(&words(title), &totals);
            // Behind a count, as `2 kommuner`.
            let several = asked.split_whitespace().last().unwrap_or_default().to_lowercase();
            let core = only_of(&title, &all);
            Area { id: id.clone(), core, title, asked: words(asked), several }
        };
        Self { areas: subjects.areas.iter().map(area).collect() }
    }

    /// The one area that a text names: by its title, and where others are called nearly so by those who answered, too.
    pub(super) fn named(&self, text: &str) -> Option<&str> {
        let here = words(text);
        let names = |area: &&Area| !area.core.is_empty() && area.core.is_subset(&here);
        let largest = self.areas.iter().filter(names).map(|area| area.core.len()).max()?;
        let is_clear = |area: &&Area| {
            let others = self.areas.iter().filter(|other| other.id != area.id && !other.core.is_disjoint(&area.core));
            let others: Vec<&Area> = others.collect();
            let is_asked = |own: &Area| own.asked.iter().any(|word| here.contains(word));
            let is_whole = area.title.is_subset(&here) && area.title.len() > area.core.len();
            others.is_empty()
                || is_whole && others.iter().all(|other| !other.title.is_subset(&here) || other.core.len() < largest)
                || is_asked(area) && !others.iter().any(|other| other.asked != area.asked && is_asked(other))
        };
        let mut named = self.areas.iter().filter(names).filter(|area| area.core.len() == largest).filter(is_clear);
        named.next().filter(|_| named.next().is_none()).map(|area| area.id.as_str())
    }

    /// The words that name one area and not another.
    pub(super) fn own(&self, area: &str, other: &str) -> BTreeSet<String> {
        let title = |id: &str| self.areas.iter().find(|area| area.id == id).map(|area| area.title.clone());
        title(area).zip(title(other)).map(|(area, other)| only_of(&area, &other)).unwrap_or_default()
    }

    /// Those whose answers a text speaks of, by the word for several of them: *i kommunerna*, *148 kommuner*, *kommunernas insatser*.
    ///
    /// With whom they work together is another thing: *samverkan mellan kommunerna och regionen*.
    pub(super) fn answering(&self, text: &str) -> BTreeSet<&str> {
        let lower = text.to_lowercase();
        let all: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let several = |word: &str| {
            let is_it = |own: &&str| word.strip_prefix(own).is_some_and(|rest| KNOWN_ONES.contains(&rest));
            self.areas.iter().map(|area| area.several.as_str()).filter(|own| !own.is_empty()).find(is_it)
        };
        let is_among = |before: &str| {
            let is_number = before.chars().all(|c| c.is_ascii_digit()) || number_of(before).is_some();
            is_number || AMONG.contains(&before)
        };
        let of = |(at, word): (usize, &&str)| {
            let own = several(word)?;
            let before = at.checked_sub(1).and_then(|before| all.get(before));
            (before.is_none_or(|before| is_among(before)) || word.len() > own.len() && word.ends_with('s'))
                .then_some(own)
        };
        all.iter().enumerate().filter_map(of).collect()
    }

    /// The area that is called as another is, in whose place it was others who answered: of one that has been answered by them itself,
    /// that one. Nothing where none or several are.
    pub(super) fn answered_by(&self, area: &str, several: &str) -> Option<&str> {
        let own = self.areas.iter().find(|own| own.id == area)?;
        if own.several == several {
            return Some(&own.id);
        }
        let is_called_so = |other: &&Area| other.core.is_subset(&own.core) || own.core.is_subset(&other.core);
        let mut found = self.areas.iter().filter(|other| other.several == several).filter(is_called_so);
        found.next().filter(|_| found.next().is_none()).map(|area| area.id.as_str())
    }

    /// The words that name an area and those who answered.
    pub(super) fn words_of(&self, area: &str) -> BTreeSet<String> {
        let own = self.areas.iter().filter(|own| own.id == area);
        own.flat_map(|own| own.title.union(&own.asked)).cloned().collect()
    }

    /// The words for those who answered in some areas.
    pub(super) fn asked_in(&self, is_one: impl Fn(&str) -> bool) -> BTreeSet<String> {
        self.areas.iter().filter(|area| is_one(&area.id)).flat_map(|area| area.asked.clone()).collect()
    }

    /// The ids of the areas.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.areas.iter().map(|area| area.id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_named_by_titles_and_by_those_who_answered() {
        let area = |id: &str, title: &str, asked: &str| (id.to_owned(), title.to_owned(), asked.to_owned());
        let areas = vec![
            area("br", "Barn och unga – regionernas insatser", "regioner"),
            area("bl", "Barn och unga – regioner och kommuner gemensamt", "län"),
            area("k", "Säker vård – kommunernas insatser", "kommuner"),
            area("t", "Psykiatrisk traumavård", "regioner"),
        ];
        let names = AreaNames::new(&Subjects { areas, ..Subjects::default() });
        assert_eq!(names.named("Barn och unga: regionernas insatser"), Some("br"));
        assert_eq!(names.named("Barn och unga: länens gemensamma insatser"), Some("bl"));
        assert_eq!(names.named("Barn och unga – regioner och kommuner gemensamt"), Some("bl"));
        assert_eq!(names.named("Barn och unga"), None);
        assert_eq!(names.named("En psykiatrisk traumavård"), Some("t"));
        assert_eq!(names.own("t", "br").into_iter().collect::<Vec<_>>(), ["psykia", "trauma"]);
    }

    #[test]
    fn those_who_answer_are_told_from_those_whom_they_work_with() {
        let area = |id: &str, title: &str, asked: &str| (id.to_owned(), title.to_owned(), asked.to_owned());
        let areas = vec![
            area("r", "Säker vård – regionernas insatser", "regioner"),
            area("k", "Säker vård – kommunernas insatser", "2\u{a0}kommuner"),
            area("l", "Barn", "2\u{a0}län"),
        ];
        let names = AreaNames::new(&Subjects { areas, ..Subjects::default() });
        let found = |text: &str| names.answering(text).into_iter().collect::<Vec<_>>();
        for (text, own) in [
            ("I kommunerna är det vanligt.", "kommuner"),
            ("Det gäller 148 kommuner.", "kommuner"),
            ("Det gäller arton län och ett länge väntat stöd.", "län"),
            ("Hur kommunernas insatser ser ut.", "kommuner"),
        ] {
            assert_eq!(found(text), [own], "{text}");
        }
        for text in ["Samverkan mellan kommunerna och regionen", "Inom regionen", "Stöd från kommunerna", "I länet"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(names.answered_by("r", "kommuner"), Some("k"));
        assert_eq!(names.answered_by("r", "regioner"), Some("r"));
        assert_eq!(names.answered_by("l", "kommuner"), None);
    }
}
