//! Which item of the report a sentence means, among those that show something.

use std::collections::{BTreeMap, BTreeSet};

use super::number::Reference;
use super::numbering::{Numbering, Own};
use crate::claims::Claim;
use crate::manuscript::subjects::ReportItem;
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::words;

/// So many words of an item that another has not tell it from that one.
const TELLING: usize = 3;
/// So many more than those of any further item.
const CLEARLY: usize = 2;

/// What the items of the report show, by their numbers: the words of their titles and rows, and of the claims about them.
#[derive(Default)]
pub(super) struct Shown(BTreeMap<String, BTreeSet<String>>);

impl Shown {
    /// Of the items of one area that are told apart by what they show.
    pub(super) fn new(items: &[ReportItem], claims: &[Claim]) -> Self {
        let claims: Vec<_> = claims.iter().map(|claim| (claim.areas(), claim.names(), &claim.statement)).collect();
        let of = |item: &ReportItem| {
            let [area] = item.areas.as_slice() else { return None };
            let is_asked = |names: &[&str]| item.asked.iter().any(|asked| names.contains(&asked.as_str()));
            let own = claims.iter().filter(|(areas, names, _)| areas.iter().all(|own| own == area) && is_asked(names));
            let cells: BTreeSet<&str> = item.rows.iter().flatten().map(String::as_str).collect();
            let texts = own.map(|(.., statement)| statement.as_str()).chain(cells).chain([item.title.as_str()]);
            Some((item.number.clone(), texts.flat_map(words).collect()))
        };
        Self(items.iter().filter(|item| !item.kind.is_empty()).filter_map(of).collect())
    }

    /// The item that words tell of, of which something is true, where they tell nothing of the one that a reference leads to.
    pub(super) fn told<'i>(
        &self,
        numbering: &Numbering<'i>,
        (own, led): (&Reference, &ReportItem),
        here: &BTreeSet<String>,
        is: impl Fn(&ReportItem) -> bool,
    ) -> Option<&'i ReportItem> {
        let of_led = self.0.get(&led.number)?;
        let found = all(numbering, own, |item| is(item) && item.number != led.number);
        let found = found.filter_map(|own| Some((own.item, self.0.get(&own.item.number)?)));
        let more = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            here.iter().filter(|word| one.contains(*word) && !other.contains(*word)).count()
        };
        let mut told: Vec<_> = found.map(|(item, shown)| (more(shown, of_led), item, shown)).collect();
        told.sort_by_key(|(more, ..)| std::cmp::Reverse(*more));
        let (most, item, shown) = told.first()?;
        let further = told.get(1).map_or(0, |(more, ..)| *more);
        let is_clear = *most >= TELLING && *most >= further + CLEARLY && more(of_led, shown) == 0;
        is_clear.then_some(*item)
    }
}

/// The items of the kind that a reference names of which something is true.
fn all<'n, 'i>(
    numbering: &'n Numbering<'i>,
    own: &Reference,
    is: impl Fn(&ReportItem) -> bool,
) -> impl Iterator<Item = &'n Own<'i>> {
    let kind = own.to.kind;
    numbering.items().filter(move |own| own.number.kind == kind && own.number.appendix.is_none() && is(own.item))
}

/// The only one of them.
pub(super) fn only<'i>(
    numbering: &Numbering<'i>,
    own: &Reference,
    is: impl Fn(&ReportItem) -> bool,
) -> Option<&'i ReportItem> {
    let mut found = all(numbering, own, is);
    found.next().filter(|_| found.next().is_none()).map(|own| own.item)
}

/// The one of them whose title has most words of a sentence.
pub(super) fn nearest<'i>(
    numbering: &Numbering<'i>,
    own: &Reference,
    sentence: &Sentence,
    is: impl Fn(&ReportItem) -> bool,
) -> Option<&'i ReportItem> {
    let here = words(&sentence.text);
    let shared = |own: &Own<'_>| own.title.words.intersection(&here).count();
    let most = all(numbering, own, &is).map(shared).max().filter(|most| *most > 0)?;
    let mut found = all(numbering, own, &is).filter(|own| shared(own) == most);
    found.next().filter(|_| found.next().is_none()).map(|own| own.item)
}

/// Whether a sentence has as many words of the one title alone as of the other.
pub(super) fn speaks_rather_of(sentence: &Sentence, led: &ReportItem, meant: &ReportItem) -> bool {
    let [led, meant] = [led, meant].map(|item| words(&item.title));
    let own = words(&sentence.text);
    let has = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.difference(other).filter(|word| own.contains(*word)).count()
    };
    let of_led = has(&led, &meant);
    of_led > 0 && of_led >= has(&meant, &led)
}
