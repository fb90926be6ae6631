//! Which columns belong to one question, because they share its words: where a question ends and its options begin.

use std::collections::BTreeSet;

use super::answers::MOST_ANSWERS;
use super::block::folded;
use super::heading::Heading;
use super::layout::{Joint, Layout};
use super::table::Table;
use crate::diagnostic::shown;
use crate::msg;
use crate::read::mark;
use crate::wording::Message;

/// Headings that share a stem, from the first on.
pub struct Group {
    /// What they share: the question's own words.
    pub stem: String,
    /// What stands before an option.
    pub opens: &'static str,
    /// What stands behind it.
    pub closes: &'static str,
    /// How many headings share it.
    pub size: usize,
    /// Names with the stem in another spelling.
    pub odd: Vec<String>,
    /// What is unsure about where the question ends.
    pub doubt: Option<Message>,
}

/// What stands between a question and an option, and behind the option, in most exports.
const SEPARATORS: [Joint; 11] = [
    (" – ", ""),
    (" — ", ""),
    (" - ", ""),
    (" / ", ""),
    (": ", ""),
    (" | ", ""),
    (" [", "]"),
    (BRACKET, ")"),
    (" → ", ""),
    ("[", "]"),
    (ASKED, ""),
];

/// What stands between a question and an option where nothing but its question mark parts them.
const ASKED: &str = " ";

/// What stands before an option in some exports, and before an explanation of it in others.
const BRACKET: &str = " (";

impl Group {
    /// The option of one of its headings.
    pub fn option(&self, heading: &Heading) -> Option<String> {
        let from = self.stem.len() + self.opens.len();
        heading.bare.get(from..heading.bare.len() - self.closes.len()).map(str::to_owned)
    }

    /// Its headings, the first of some.
    fn members<'h>(&self, headings: &'h [Heading]) -> &'h [Heading] {
        headings.get(..self.size).unwrap_or_default()
    }
}

/// The headings that belong to the question of the first one.
pub fn group(table: &Table<'_>, headings: &[Heading]) -> Option<Group> {
    let first = headings.first()?;
    if let Some(asked) = table.asked(first.columns.first().copied()?) {
        let of_row = |group: &Group| asked.ends_with(&group.stem);
        return longest(groups(table, headings, &[(" / ", "")]).filter(of_row).collect());
    }
    // What the tool itself puts there tells where the question ends, whatever stands in an option.
    let own: Vec<Group> = groups(table, headings, table.joints()).collect();
    if let Some(mut own) = of_tool(table, own) {
        own.doubt = may_be_questions(table, &own);
        return Some(own);
    }
    let all: Vec<Group> = groups(table, headings, &SEPARATORS).collect();
    let deepest = all.iter().max_by_key(|group| (group.stem.len(), std::cmp::Reverse(group.size)))?.stem.clone();
    let (deepest, wider): (Vec<Group>, Vec<Group>) = all.into_iter().partition(|group| group.stem == deepest);
    let mut chosen = longest(deepest)?;
    let is_one = |group: &Group| group.size > chosen.size && is_one_question(table, group.members(headings));
    let (wider, others): (Vec<Group>, Vec<Group>) = wider.into_iter().partition(is_one);
    if let Some(mut whole) = longest(wider) {
        whole.doubt = Some(msg!("unsure-options-begin-alike", stem = shown(&chosen.stem), whole = shown(&whole.stem)));
        let alone = has_one_alone(table, &whole, headings);
        chosen.doubt.clone_from(&whole.doubt);
        return Some(if alone { whole } else { chosen });
    }
    let explains = |group: &Group| group.size == chosen.size && group.opens != BRACKET && group.opens != ASKED;
    if chosen.opens == BRACKET && others.iter().any(explains) {
        chosen.doubt = Some(msg!("unsure-bracket", stem = shown(&chosen.stem)));
    }
    Some(chosen)
}

/// The groups that the first heading makes with those behind it, by every place where one of some joints stands in its name.
fn groups<'h>(table: &'h Table<'_>, headings: &'h [Heading], joints: &'h [Joint]) -> impl Iterator<Item = Group> + 'h {
    let first = headings.first().map_or("", |heading| heading.bare.as_str());
    let places = joints.iter().flat_map(move |joint| first.match_indices(joint.0).map(move |(at, _)| (at, *joint)));
    places.filter_map(move |(at, joint)| sharing(table, headings, &first[..at], joint))
}

/// The headings that share a stem and a joint, where several do.
fn sharing(table: &Table<'_>, headings: &[Heading], stem: &str, (opens, closes): Joint) -> Option<Group> {
    if stem.is_empty() || stem.ends_with(' ') || is_in_brackets(stem) || opens == ASKED && !stem.ends_with('?') {
        return None;
    }
    let ticks = table.layout.filter(|layout| layout.joints().contains(&(opens, closes))).map_or(&[][..], Layout::ticks);
    let is_tick = |text: &str| ticks.iter().any(|tick| tick.eq_ignore_ascii_case(text));
    let fits =
        |heading: &Heading| ticks.is_empty() || heading.columns.iter().all(|column| table.values(*column).all(is_tick));
    let shares = |heading: &&Heading| {
        let option = heading.bare.strip_prefix(stem).and_then(|rest| rest.strip_prefix(opens));
        option.and_then(|option| option.strip_suffix(closes)).is_some_and(|option| !option.is_empty()) && fits(heading)
    };
    // The same words with other capitals or signs belong to the question, too.
    let nearly = |heading: &&Heading| shares(heading) || ticks.is_empty() && is_nearly(&heading.bare, stem);
    let size = headings.iter().take_while(nearly).count();
    let odd = headings.iter().take(size).filter(|h| !shares(h)).map(|h| h.pattern.clone()).collect();
    (size > 1).then(|| Group { stem: stem.to_owned(), opens, closes, size, odd, doubt: None })
}

/// Whether a stem ends inside brackets, where an option stands or an explanation.
fn is_in_brackets(stem: &str) -> bool {
    [('[', ']'), ('(', ')')].iter().any(|(opens, closes)| stem.matches(*opens).count() > stem.matches(*closes).count())
}

/// The group with the longest stem, of those the first.
fn longest(groups: Vec<Group>) -> Option<Group> {
    groups.into_iter().rev().max_by_key(|group| group.stem.len())
}

/// The group with the shortest stem.
fn shortest(groups: impl Iterator<Item = Group>) -> Option<Group> {
    groups.min_by_key(|group| group.stem.len())
}

/// Whether a name has a stem before a separator, in another spelling.
fn is_nearly(name: &str, stem: &str) -> bool {
    let wanted = folded(stem);
    let signs = SEPARATORS.iter().map(|(opens, _)| opens.trim_end()).filter(|sign| !sign.is_empty());
    let mut ends = signs.flat_map(|sign| name.match_indices(sign).map(|(at, _)| at));
    wanted.chars().count() > 3 && ends.any(|at| folded(&name[..at]) == wanted)
}

/// The group that a tool's own joint makes: the one whose question has a column of its own, which sums it up; else with the whole
/// path of groups of the form before it, or, where there are none, up to the first joint.
fn of_tool(table: &Table<'_>, own: Vec<Group>) -> Option<Group> {
    let (mut summed, others): (Vec<Group>, Vec<Group>) = own.into_iter().partition(|group| is_summed_up(table, group));
    match table.layout.is_some_and(Layout::has_groups) {
        _ if !summed.is_empty() => Some(summed.swap_remove(0)),
        true => longest(others),
        false => shortest(others.into_iter()),
    }
}

/// Whether a column sums the options of a question up.
fn is_summed_up(table: &Table<'_>, group: &Group) -> bool {
    table.names.iter().any(|name| name.ends_with(&group.stem))
}

/// Where a tool joins groups of a form to their questions as it joins questions to their options, both look the same, unless
/// a column sums the options up.
fn may_be_questions(table: &Table<'_>, group: &Group) -> Option<Message> {
    let is_open = table.layout.is_some_and(Layout::has_groups) && !is_summed_up(table, group);
    is_open.then(|| msg!("unsure-group-of-form", stem = shown(&group.stem)))
}

/// Whether the cells of columns are those of one question: ticked in the same way, or answered on the same scale.
fn is_one_question(table: &Table<'_>, members: &[Heading]) -> bool {
    let cells: Vec<BTreeSet<String>> = members.iter().map(|member| answers_of(table, member)).collect();
    let filled = || cells.iter().filter(|answers| !answers.is_empty());
    let all: BTreeSet<&String> = filled().flatten().collect();
    let is_met = |(at, own): (usize, &BTreeSet<String>)| {
        let mut others = filled().enumerate().filter(|(other, _)| *other != at);
        own.iter().any(|answer| others.any(|(_, other)| other.contains(answer)))
    };
    filled().count() > 1 && all.len() <= MOST_ANSWERS && filled().enumerate().all(is_met)
}

/// What stands in the columns of a heading, in small letters; a tick is called so where it is the option's own text.
fn answers_of(table: &Table<'_>, heading: &Heading) -> BTreeSet<String> {
    const TICK: &str = "\u{2713}";
    let own = |text: &str| mark(text).is_none() && heading.bare.to_lowercase().contains(text);
    let texts = heading.columns.iter().flat_map(|column| table.values(*column)).map(str::to_lowercase);
    texts.take(1_000).map(|text| if own(&text) { TICK.to_owned() } else { text }).collect()
}

/// Whether one of a group's headings shares no longer stem with another: then those that do are no questions of their own.
fn has_one_alone(table: &Table<'_>, whole: &Group, headings: &[Heading]) -> bool {
    let mut rest = whole.members(headings);
    while !rest.is_empty() {
        let deeper = groups(table, rest, &SEPARATORS).filter(|group| group.stem.len() > whole.stem.len());
        let Some(own) = longest(deeper.collect()) else { return true };
        rest = rest.get(own.size..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Cell, Grid};

    /// The stem, the options and whether it is unsure, of the group that the first of some columns begins.
    fn found(columns: &[(&str, &[&str])]) -> Option<(String, Vec<String>, bool)> {
        let height = columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let row = |at: usize| columns.iter().map(|(_, cells)| Cell::of_text(cells.get(at).unwrap_or(&""))).collect();
        let header = columns.iter().map(|(name, _)| Cell::of_text(name)).collect();
        let grid = Grid { rows: std::iter::once(header).chain((0..height).map(row)).collect(), ..Grid::default() };
        let table = Table::all(&grid).pop()?;
        let heading =
            |at: usize| Heading { pattern: table.names[at].clone(), bare: table.names[at].clone(), columns: vec![at] };
        let headings: Vec<Heading> = (0..columns.len()).map(heading).collect();
        let group = group(&table, &headings)?;
        let options = group.members(&headings).iter().filter_map(|member| group.option(member)).collect();
        Some((group.stem, options, group.doubt.is_some()))
    }

    fn expected(stem: &str, options: &[&str], is_doubted: bool) -> Option<(String, Vec<String>, bool)> {
        Some((stem.to_owned(), options.iter().map(|option| (*option).to_owned()).collect(), is_doubted))
    }

    const TICKS: &[&str] = &["x", "", "x"];

    #[test]
    fn options_that_begin_alike_stay_with_the_others() {
        for (first, second, third) in [
            ("Mål: Barn (0–6)", "Mål: Barn (7–12)", "Mål: Vuxna"),
            ("Mål – Barn: små", "Mål – Barn: stora", "Mål – Vuxna"),
            ("Vilka mål? Barn - små", "Vilka mål? Barn - stora", "Vilka mål? Vuxna"),
        ] {
            let stem = if first.starts_with("Vilka") { "Vilka mål?" } else { "Mål" };
            let options = [first, second, third].map(|name| name[stem.len()..].trim_start_matches([':', ' ', '–']));
            let columns = [(first, TICKS), (second, TICKS), (third, TICKS)];
            assert_eq!(found(&columns), expected(stem, &options, true), "{first}");
        }
    }

    #[test]
    fn options_in_brackets_are_whole() {
        let columns = [("Mål [Barn: små]", TICKS), ("Mål [Barn: stora]", TICKS), ("Mål [Vuxna]", TICKS)];
        assert_eq!(found(&columns), expected("Mål", &["Barn: små", "Barn: stora", "Vuxna"], false));
    }

    #[test]
    fn options_of_kobo_may_hold_its_joint() {
        let marks: &[&str] = &["1", "0", "1"];
        let tool =
            [("_uuid", &["a", "b", "c"][..]), ("_index", &["1", "2", "3"]), ("_submission_time", &["x", "y", "z"])];
        let options = ["Mål/Barn/små", "Mål/Barn/stora", "Mål/Vuxna"].map(|name| (name, marks));
        let all = |summary: Option<(&'static str, &'static [&'static str])>| {
            found(&options.iter().copied().chain(summary).chain(tool).collect::<Vec<_>>())
        };
        let joined: &[&str] = &["Barn/små", "Vuxna", "Barn/stora Vuxna"];
        assert_eq!(all(Some(("Mål", joined))), expected("Mål", &["Barn/små", "Barn/stora", "Vuxna"], false));
        assert_eq!(all(None), expected("Mål/Barn", &["små", "stora"], true), "nothing tells groups from questions");
    }

    #[test]
    fn questions_under_one_heading_are_told_apart() {
        let done: &[&str] = &["Ja", "Nej", "Ja"];
        let columns = [("Del 1 – Mål: Barn", TICKS), ("Del 1 – Mål: Vuxna", TICKS), ("Del 1 – Klart", done)];
        assert_eq!(found(&columns), expected("Del 1 – Mål", &["Barn", "Vuxna"], false));
        let columns = [
            ("Del 1 – Mål: Barn", TICKS),
            ("Del 1 – Mål: Vuxna", TICKS),
            ("Del 1 – Metod: Grupp", TICKS),
            ("Del 1 – Metod: Enskild", TICKS),
        ];
        assert_eq!(found(&columns), expected("Del 1 – Mål", &["Barn", "Vuxna"], true), "it may be one question");
    }
}
