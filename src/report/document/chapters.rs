//! Chapters: the items in the report's order, divided by area.
//!
//! The order of items is never changed. Areas whose items alternate (figure 19a of the regions, 19b of the municipalities)
//! share a chapter. An item that shows several areas stands in the chapter that it is declared in the middle of, or that
//! holds all its areas; otherwise in one of its own. The report's own appendices are chapters, whatever their items show.

use crate::msg;
use crate::report::Item;
use crate::study::Study;
use crate::wording::{Language, NO_BREAK, names_of};

/// What stands between a title's subject and its part, as in `Barn och unga – regionernas insatser`.
const PART: [&str; 3] = [" – ", " - ", ": "];

/// A chapter: consecutive items about the same area or areas.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// `chapter-1`, …: unique in the document.
    pub id: String,
    /// Heading.
    pub title: String,
    /// The areas that its items are about, in the order of the study.
    pub areas: Vec<String>,
    /// Its items.
    pub items: Vec<Item>,
}

/// Areas that share a chapter, and where their own items stand: from the first to the last.
struct Group {
    areas: Vec<String>,
    first: usize,
    last: usize,
}

/// Divides items into chapters.
pub(super) fn divide(study: &Study, language: Language, items: Vec<Item>) -> Vec<Chapter> {
    let shown: Vec<&[String]> =
        items.iter().filter(|item| item.appendix().is_none()).map(|item| item.areas.as_slice()).collect();
    let mut keys = keys(&shown).into_iter();
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut current: Option<(Option<usize>, Vec<String>)> = None;
    for item in items {
        let appendix = item.appendix();
        let areas = if appendix.is_none() { keys.next().unwrap_or_default() } else { Vec::new() };
        if current.as_ref() != Some(&(appendix, areas.clone())) {
            let title = match appendix {
                Some(number) => format!("{}{NO_BREAK}{number}", msg!("report-appendix").text(language)),
                None => title(study, language, &areas),
            };
            let id = format!("chapter-{}", chapters.len() + 1);
            chapters.push(Chapter { id, title, areas: in_order(study, &areas), items: Vec::new() });
            current = Some((appendix, areas));
        }
        if let Some(chapter) = chapters.last_mut() {
            chapter.items.push(item);
        }
    }
    chapters
}

/// For every item, by the areas that each shows, the areas of the chapter that it stands in.
fn keys(items: &[&[String]]) -> Vec<Vec<String>> {
    let groups = groups(items);
    items.iter().enumerate().map(|(position, areas)| chapter_of(&groups, position, areas)).collect()
}

/// Areas whose own items overlap, merged until none do.
fn groups(items: &[&[String]]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (position, areas) in items.iter().enumerate() {
        let [area] = areas else { continue };
        match groups.iter_mut().find(|group| group.areas[0] == *area) {
            Some(group) => group.last = position,
            None => groups.push(Group { areas: vec![area.clone()], first: position, last: position }),
        }
    }
    // They stand in the order of their first items, so one pass merges all that overlap.
    let mut merged: Vec<Group> = Vec::new();
    for group in groups {
        match merged.last_mut().filter(|last| group.first < last.last) {
            Some(last) => {
                last.last = last.last.max(group.last);
                last.areas.extend(group.areas);
            }
            None => merged.push(group),
        }
    }
    merged
}

/// The areas of the chapter that an item stands in.
fn chapter_of(groups: &[Group], position: usize, areas: &[String]) -> Vec<String> {
    let around = groups.iter().find(|group| (group.first..=group.last).contains(&position));
    let holding = || {
        let holds = |group: &&Group| !areas.is_empty() && areas.iter().all(|area| group.areas.contains(area));
        // An item far from its chapter stays where the report has it.
        groups.iter().find(holds).filter(|group| near(groups, group, position))
    };
    around.or_else(holding).map_or_else(|| areas.to_vec(), |group| group.areas.clone())
}

/// Whether no other chapter's items stand between a position and a group.
fn near(groups: &[Group], group: &Group, position: usize) -> bool {
    let (from, to) = if position < group.first { (position, group.first) } else { (group.last, position) };
    !groups.iter().any(|other| other.first > from && other.first < to)
}

fn in_order(study: &Study, areas: &[String]) -> Vec<String> {
    study.surveys.iter().map(|survey| &survey.area).filter(|area| areas.contains(area)).cloned().collect()
}

/// The title of the areas together: their own, what their titles have in common, or a list.
fn title(study: &Study, language: Language, areas: &[String]) -> String {
    const LONGEST_LIST: usize = 3;
    let surveys = study.surveys.iter().filter(|survey| areas.contains(&survey.area));
    let titles: Vec<String> = surveys.map(|survey| survey.title.get(language).to_owned()).collect();
    let subject = |title: &str| PART.iter().find_map(|part| Some(title.split_once(part)?.0.to_owned()));
    match titles.as_slice() {
        [one] => one.clone(),
        [first, rest @ ..] => {
            let shared =
                subject(first).filter(|shared| rest.iter().all(|title| subject(title).as_ref() == Some(shared)));
            shared.unwrap_or_else(|| {
                if titles.len() == study.surveys.len() {
                    msg!("report-all-areas").text(language)
                } else if titles.len() <= LONGEST_LIST {
                    names_of(titles.iter().cloned()).text(language)
                } else {
                    msg!("report-several-areas").text(language)
                }
            })
        }
        // Accounts of grants belong to no area, nor does what is about all of the report.
        [] if study.surveys.is_empty() => msg!("report-figures-and-tables").text(language),
        [] => msg!("report-overview").text(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chapters of items that are written as their areas: `a`, `b`, `ab`.
    fn chapters(items: &str) -> String {
        let areas = |item: &str| item.chars().map(String::from).collect::<Vec<_>>();
        let items: Vec<Vec<String>> = items.split(' ').map(areas).collect();
        let shown: Vec<&[String]> = items.iter().map(Vec::as_slice).collect();
        keys(&shown).iter().map(|areas| areas.concat()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn areas_in_turn_are_chapters_of_their_own() {
        assert_eq!(chapters("a a b b c"), "a a b b c");
    }

    #[test]
    fn areas_that_alternate_share_a_chapter_with_what_shows_both() {
        // As figures 17 to 24 of the report on 2024: one chapter before, 18 of both, 19a, 19b, table 5 of both, 20a, 20b.
        assert_eq!(chapters("x ab a b ab a b y"), "x ab ab ab ab ab ab y");
    }

    #[test]
    fn what_shows_several_chapters_stands_alone_unless_it_is_declared_inside_one() {
        assert_eq!(chapters("abc a a b c"), "abc a a b c");
        assert_eq!(chapters("a ab b b"), "a ab b b");
        assert_eq!(chapters("a ab a b"), "a a a b");
        // A comparison at the end, after another chapter, is not drawn back over it.
        assert_eq!(chapters("a b a b c ab"), "ab ab ab ab c ab");
    }

    #[test]
    fn areas_that_have_no_items_of_their_own_still_have_a_chapter() {
        assert_eq!(chapters("ab ab cd"), "ab ab cd");
    }

    #[test]
    fn what_is_about_no_area_stands_alone_unless_it_is_declared_inside_a_chapter() {
        assert_eq!(chapters(" a a  b  b "), " a a  b b b ");
    }
}
