//! The item that a caption describes in words of its own, as people do who number their figures themselves.

use std::collections::BTreeSet;

use crate::manuscript::named::AreaNames;
use crate::manuscript::reference::number::Kind;
use crate::manuscript::reference::numbering::{Numbering, Own};
use crate::manuscript::subjects::ReportItem;
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::{ANSWERING, word, words};

/// So many words of its title that no other item of the area has make a caption an item's.
const TELLING: usize = 2;
/// Shorter words are no end of a compound: *medverkan* of *anhörigmedverkan*.
const COMPOUNDED: usize = 6;

/// The only item of the area that a caption or its headings name whose title has words of the caption that no other has there. A caption
/// with a word that the item has not may show a part of it, or something else.
pub(super) fn described<'i>(
    sentence: &Sentence,
    (title, kind): (&str, Kind),
    numbering: &Numbering<'i>,
    names: &AreaNames,
) -> Option<&'i ReportItem> {
    let headed = || format!("{} {title}", sentence.headings.join(" "));
    let area = names.named(title).map(str::to_owned).or_else(|| names.named(&headed()).map(str::to_owned))?;
    let is_kind = |own: &&Own<'i>| own.number.kind == kind && own.number.appendix.is_none();
    let items: Vec<&Own<'i>> = numbering.items().filter(is_kind).filter(|own| *own.item.areas == [&*area]).collect();
    let (of_area, answering) = (names.words_of(&area), ANSWERING.iter().filter_map(|own| word(own)).collect());
    let here: Vec<(String, String)> = spoken(title, &(&of_area | &answering));
    let shared = |own: &&Own<'i>| {
        let is_its = |(lower, stem): &&(String, String)| {
            let mut others = items.iter().filter(|other| !std::ptr::eq(**other, *own));
            has(own, lower, stem) && !others.any(|other| has(other, lower, stem))
        };
        here.iter().filter(is_its).count()
    };
    let most = items.iter().map(&shared).max().filter(|most| *most >= TELLING)?;
    let mut found = items.iter().filter(|own| shared(own) == most);
    let own = found.next().filter(|_| found.next().is_none())?;
    let known: BTreeSet<String> = words(&own.item.texts);
    here.iter().all(|(lower, stem)| has(own, lower, stem) || known.contains(stem)).then_some(own.item)
}

/// The words of a title that say what it is about, but for some: each as it stands, in small letters, and as it is compared.
fn spoken(title: &str, but: &BTreeSet<String>) -> Vec<(String, String)> {
    let all = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let said = words(title);
    all.filter_map(|own| word(&own).map(|stem| (own, stem)))
        .filter(|(_, stem)| said.contains(stem) && !but.contains(stem))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Whether the title of an item has a word, or a compound that ends with it.
fn has(own: &Own<'_>, lower: &str, stem: &str) -> bool {
    let ends = || {
        let title = own.item.title.to_lowercase();
        title.split(|c: char| !c.is_alphanumeric()).any(|word| word.ends_with(lower))
    };
    own.title.words.contains(stem) || lower.chars().count() >= COMPOUNDED && ends()
}
