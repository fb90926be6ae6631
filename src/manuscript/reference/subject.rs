//! What the sentence around a reference speaks of, and whether what it leads to shows that.
//!
//! What it speaks of is known from the claims that cover its numbers, and where it has none from those of its paragraph or from its
//! headings, and from those who answered by the text before it. A reference is told where it leads to an item of another area, question
//! or domain, and the report has one item of the kind that shows what the sentence speaks of. Where no claim says which question it is,
//! the words of the sentence may: those of what the items show.

use std::collections::BTreeSet;

use super::Amiss;
use super::leading::{COMPARING, compares, leads, stems};
use super::meant::{Shown, nearest, only, speaks_rather_of};
use super::number::Reference;
use super::numbering::Numbering;
use crate::claims::Claim;
use crate::manuscript::named::AreaNames;
use crate::manuscript::pair::Paired;
use crate::manuscript::subjects::{ReportItem, Subjects};
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::{ANSWERING, words};

/// What the sentences of a manuscript speak of.
#[derive(Default)]
pub(in crate::manuscript) struct Spoken<'s> {
    sentences: &'s [Sentence],
    /// Of each sentence, the claims that cover its numbers.
    claims: Vec<Vec<&'s Claim>>,
    names: AreaNames,
    shown: Shown,
}

/// An area, and the questions and domains of it; none where they are not known.
struct About<'s> {
    area: &'s str,
    asked: BTreeSet<&'s str>,
}

impl<'s> Spoken<'s> {
    pub(in crate::manuscript) fn new(
        sentences: &'s [Sentence],
        paired: &[Vec<Paired>],
        claims: &'s [Claim],
        subjects: &Subjects,
    ) -> Self {
        // The base of an answer, *n = 13*, is not what a sentence speaks of.
        let is_base = |sentence: &Sentence, own: &Paired| {
            sentence.text.get(..own.figure.range.start).is_some_and(|before| before.trim_end().ends_with('='))
        };
        let of = |(sentence, paired): (&Sentence, &Vec<Paired>)| {
            let counted = paired.iter().filter(|own| !is_base(sentence, own));
            counted.filter_map(|own| claims.get(own.claim?)).collect()
        };
        let of_claims = sentences.iter().zip(paired).map(of).collect();
        let shown = Shown::new(&subjects.items, claims);
        Self { sentences, claims: of_claims, names: AreaNames::new(subjects), shown }
    }

    /// The number that is meant by a reference in a sentence, where its own leads to what the sentence does not speak of, and what is to be
    /// said of it; nothing is to be said where it is not known what its own leads to.
    pub(super) fn better(
        &self,
        at: usize,
        own: &Reference,
        numbering: &Numbering<'_>,
    ) -> Option<(String, Option<Amiss>)> {
        let sentence = self.sentences.get(at).filter(|own| own.cell.is_none())?;
        if own.to.appendix.is_some() {
            return None;
        }
        let about = self.about(at)?;
        let Some(led) = numbering.item(&own.to) else {
            let meant = only(numbering, own, |item| about.is_shown_in(item));
            let meant = meant.or_else(|| nearest(numbering, own, sentence, |item| about.is_shown_in(item)))?;
            return Some((numbering.called(meant)?.number, None));
        };
        let [area] = led.areas.as_slice() else { return None };
        let is_asked = about.asked.is_empty() || about.is_asked_in(led);
        if led.kind.is_empty() {
            return None;
        }
        let is_like = |item: &ReportItem| item.kind == led.kind && item.asked == led.asked;
        let meant = match area == about.area && is_asked {
            true if about.asked.is_empty() => {
                self.shown.told(numbering, (own, led), &self.said(at), |item| about.is_shown_in(item))?
            }
            true => return None,
            false => only(numbering, own, |item| about.is_shown_in(item) && (!is_asked || is_like(item)))?,
        };
        let called = numbering.called(meant).filter(|called| *called != own.to)?;
        if area != about.area && self.speaks_of(at, area) || speaks_rather_of(sentence, led, meant) {
            return None;
        }
        let shown = |number: &str, item: &ReportItem| [format!("{} {number}", own.word), item.title.clone()];
        let what = Amiss::Elsewhere(shown(&own.shown, led), shown(&called.number, meant));
        Some((called.number, Some(what)))
    }

    /// What a sentence speaks of.
    fn about(&self, at: usize) -> Option<About<'_>> {
        let sentence = self.sentences.get(at)?;
        let headed = self.names.named(&sentence.headings.join(" "));
        let answered = headed.and_then(|headed| self.answered(at, headed));
        let has_claims = |at: &usize| self.claims.get(*at).is_some_and(|claims| !claims.is_empty());
        let paragraph = self.paragraph(at);
        let near = Some(at).filter(has_claims);
        let near = near.or_else(|| (paragraph.start..at).rev().find(has_claims));
        let Some(near) = near.or_else(|| (at..paragraph.end).find(has_claims)) else {
            let is_plain = words(&sentence.text).is_disjoint(&stems(&COMPARING));
            return answered.filter(|_| is_plain).map(|area| About { area, asked: BTreeSet::new() });
        };
        let claims = self.claims.get(near)?;
        let mut areas = claims.iter().flat_map(|claim| claim.areas());
        let area = areas.next().filter(|area| self.names.ids().any(|id| id == *area))?;
        if areas.any(|other| other != area) || headed.is_some_and(|headed| headed != area && answered != Some(area)) {
            return None;
        }
        // A claim that the text does not speak of, as who answered shows, covers its number by chance.
        if let Some(other) = answered.filter(|other| *other != area) {
            return (near != at).then(|| About { area: other, asked: BTreeSet::new() });
        }
        // What a neighbour asks is what this one speaks of only where it says nothing of its own.
        let is_asked = near == at || leads(&sentence.text);
        let asked = claims.iter().filter(|_| is_asked).flat_map(|claim| claim.names()).collect();
        Some(About { area, asked })
    }

    /// The area that headings name, or the one called so of those who answered by the nearest sentence that says who; nothing where that
    /// one speaks of several, or compares them.
    fn answered<'a>(&'a self, at: usize, headed: &'a str) -> Option<&'a str> {
        let before = self.sentences.get(self.paragraph(at).start..=at).unwrap_or_default();
        let said = before.iter().rev().map(|own| (own, self.names.answering(&own.text)));
        let Some((sentence, answering)) = said.into_iter().find(|(_, answering)| !answering.is_empty()) else {
            return Some(headed);
        };
        let mut areas = answering.into_iter().map(|several| self.names.answered_by(headed, several).unwrap_or(headed));
        let area = areas.next().filter(|area| areas.all(|other| other == *area))?;
        (area == headed || !compares(&sentence.text)).then_some(area)
    }

    /// The words of what a sentence says: where it only leads to a figure, those of the one before it. One that compares says nothing, nor does
    /// that there were questions and answers.
    fn said(&self, at: usize) -> BTreeSet<String> {
        let own = self.sentences.get(at).map(|own| if leads(&own.text) { &own.before } else { &own.text });
        own.filter(|own| !compares(own)).map(|own| &words(own) - &stems(&ANSWERING)).unwrap_or_default()
    }

    /// The sentences of the paragraph that one stands in.
    fn paragraph(&self, at: usize) -> std::ops::Range<usize> {
        let of = |sentence: &Sentence| (sentence.source, sentence.paragraph, sentence.setting);
        let own = self.sentences.get(at).map(of);
        let is_own = |other: &&Sentence| Some(of(other)) == own;
        let (before, behind) = self.sentences.split_at_checked(at).unwrap_or_default();
        let start = at - before.iter().rev().take_while(is_own).count();
        start..at + behind.iter().take_while(is_own).count()
    }

    /// Whether the paragraph of a sentence speaks of an area, too.
    fn speaks_of(&self, at: usize, area: &str) -> bool {
        let own = self.claims.get(self.paragraph(at)).unwrap_or_default();
        let is_said = own.iter().flatten().any(|claim| claim.areas().contains(&area));
        is_said || self.sentences.get(at).is_some_and(|own| self.names.named(&own.text) == Some(area))
    }
}

impl About<'_> {
    fn is_asked_in(&self, item: &ReportItem) -> bool {
        item.asked.iter().any(|asked| self.asked.contains(asked.as_str()))
    }

    /// Whether an item shows it, and no other area.
    fn is_shown_in(&self, item: &ReportItem) -> bool {
        let is_here = matches!(item.areas.as_slice(), [area] if area == self.area);
        is_here && (self.asked.is_empty() || self.is_asked_in(item))
    }
}

#[cfg(test)]
mod tests;
