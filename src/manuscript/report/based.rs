//! The numbers of a caption, held against those that stand with its item.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::manuscript::named::AreaNames;
use crate::manuscript::prose::split;
use crate::manuscript::reference::{Amiss, Doubt};
use crate::manuscript::subjects::ReportItem;
use crate::manuscript::text::Sentence;
use crate::manuscript::title::numbers;
use crate::manuscript::vocabulary::{BASED, words};

/// The first of some numbers that stands neither in the title of an item nor in it or below it, where numbers stand there. What the cells
/// of an item say is no base.
pub(super) fn told(sentence: &Sentence, own: &[Range<usize>], item: &ReportItem, is_base: bool) -> Option<Doubt> {
    let below = numbers(&item.texts);
    let values = |text: &str| numbers(text).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    let mut there = values(&item.title);
    there.extend(below.iter().map(|(_, value)| *value));
    let is_in_cell = |own| item.rows.iter().flatten().any(|cell| values(cell) == [own]);
    let is_there = |range: &&Range<usize>| {
        let own = sentence.text.get((*range).clone()).map(values).unwrap_or_default();
        own.into_iter().all(|own| there.contains(&own) || !is_base && is_in_cell(own))
    };
    let range = own.iter().find(|range| !is_there(range)).filter(|_| !below.is_empty())?;
    let what = if is_base { Amiss::Base } else { Amiss::Beside };
    let doubt = Doubt::of(sentence, range.clone(), what(item.number.clone(), counting(&item.texts)));
    // Where one number in digits is left that the caption has not, that is meant.
    let here = values(&sentence.text);
    let left: BTreeSet<&str> = (below.iter().filter(|(_, value)| !here.contains(value)))
        .filter_map(|(range, _)| item.texts.get(range.clone()))
        .filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    Some(match left.first().filter(|_| left.len() == 1) {
        Some(number) => doubt.with(range, number),
        None => doubt,
    })
}

/// The numbers of those who answered and of interventions: *23 län har svarat*.
pub(super) fn counted(text: &str, names: &AreaNames) -> Vec<Range<usize>> {
    let nouns = &names.asked_in(|_| true) | &words(BASED);
    let is_counted = |range: &Range<usize>| {
        let noun = text.get(range.end..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
        !is_year(text, range) && words(noun).iter().any(|noun| nouns.contains(noun))
    };
    numbers(text).into_iter().map(|(range, _)| range).filter(is_counted).collect()
}

/// Whether a number is a year.
pub(super) fn is_year(text: &str, range: &Range<usize>) -> bool {
    let digits = text.get(range.clone()).filter(|digits| digits.len() == 4);
    digits.and_then(|digits| digits.parse().ok()).is_some_and(|year: u32| (1990..2100).contains(&year))
}

/// The sentences of a text that have numbers.
fn counting(text: &str) -> String {
    let all = split(text).into_iter().filter_map(|range| text.get(range));
    all.filter(|sentence| !numbers(sentence).is_empty()).collect::<Vec<_>>().join(" ")
}
