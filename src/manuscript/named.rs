//! The words by which the areas of a study are told apart in headings and titles.

use std::collections::BTreeSet;

use super::subjects::Subjects;
use super::title::only_of;
use super::vocabulary::{TOTALS, words};

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
}

impl AreaNames {
    pub(super) fn new(subjects: &Subjects) -> Self {
        let all: BTreeSet<String> = subjects.areas.iter().flat_map(|(.., asked)| words(asked)).collect();
        let totals = words(TOTALS);
        let area = |(id, title, asked): &(String, String, String)| {
            let title = only_of(&words(title), &totals);
            Area { id: id.clone(), core: only_of(&title, &all), title, asked: words(asked) }
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
}
