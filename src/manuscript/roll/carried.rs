//! Which claims of last year a sentence carries: by its numbers, word for word, or because it stands in a control of theirs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Former;
use crate::manuscript::Comparison;
use crate::manuscript::control::{Named, controls};
use crate::manuscript::letters::letters;
use crate::manuscript::pair::Paired;
use crate::manuscript::parts::Part;
use crate::manuscript::text::{Sentence, Setting};
use crate::manuscript::words::same;
use crate::manuscript::xml::Id;

/// A control that names a claim of last year, where it meets a sentence.
#[derive(Clone)]
pub(super) struct Held<'c> {
    /// Its part and its element.
    key: (usize, Id),
    /// The claim.
    pub(super) claim: &'c Former,
    /// Of a control of a number: the which one, counted from 1.
    pub(super) nth: Option<usize>,
    /// The letters of the paragraph that stand in it.
    pub(super) letters: Range<usize>,
    /// Whether the sentence is the one that becomes the claim's.
    pub(super) is_its: bool,
}

/// A sentence with what it carries.
pub(super) struct Carried<'c> {
    pub(super) sentence: &'c Sentence,
    /// Its numbers and quantifying words.
    pub(super) paired: &'c [Paired],
    /// The controls that it stands in, the inner ones first.
    pub(super) held: Vec<Held<'c>>,
    /// Claims that it is word for word and that have nothing to pair by.
    pub(super) verbatim: Vec<&'c Former>,
}

impl<'c> Carried<'c> {
    /// The control around some bytes of the sentence.
    pub(super) fn held_at(&self, bytes: &Range<usize>) -> Option<&Held<'c>> {
        let first = self.sentence.places(bytes).first()?;
        self.held.iter().find(|held| held.letters.contains(first))
    }

    /// Whether it has a number that no claim covers, outside of controls: in them none stays.
    pub(super) fn is_uncovered(&self) -> bool {
        let is_open = |own: &&Paired| own.claim.is_none() && !own.figure.is_word();
        self.paired.iter().filter(is_open).any(|own| self.held_at(&own.figure.range).is_none())
    }

    /// Whether it stands in the running text, and not in a caption.
    pub(super) fn is_running(&self) -> bool {
        !matches!(self.sentence.setting, Setting::Caption | Setting::Heading)
    }

    /// How surely it is the sentence that a control's claim is about.
    fn likeness(&self, held: &Held<'_>, former: &[Former]) -> usize {
        let is_own = |own: &Paired| own.claim.and_then(|at| former.get(at)).is_some_and(|own| own.id == held.claim.id);
        match self.paired {
            _ if same(&self.sentence.text, &held.claim.statement) => 3,
            paired if paired.iter().any(is_own) => 2,
            paired => usize::from(paired.iter().any(|own| !own.figure.is_word())),
        }
    }
}

/// Every sentence of a document with what it carries.
pub(super) fn carried<'c>(
    sentences: &'c [Sentence],
    compared: &'c Comparison,
    former: &'c [Former],
    parts: &[Part],
) -> Vec<Carried<'c>> {
    let of_parts: Vec<_> = parts.iter().enumerate().map(|(at, part)| of_part(at, part, former)).collect();
    let mut read = compared.read.iter().peekable();
    let of_sentence = |sentence: &'c Sentence| {
        let paired = read.next_if(|read| read.sentence == *sentence).map_or(&[][..], |read| &read.paired);
        let held = match (sentence.controls.as_slice(), parts.get(sentence.source.part)) {
            ([], _) | (_, None) => Vec::new(),
            (_, Some(part)) => held(sentence, part, of_parts.get(sentence.source.part).map_or(&[], Vec::as_slice)),
        };
        let is_its = |own: &&Former| paired.is_empty() && same(&own.statement, &sentence.text);
        Carried { sentence, paired, held, verbatim: former.iter().filter(is_its).collect() }
    };
    let mut all: Vec<Carried<'c>> = sentences.iter().map(of_sentence).collect();
    choose(&mut all, former);
    all
}

/// A control of a part: its bytes, its element, its claim, and which number it is for.
type Control<'c> = (Range<usize>, (usize, Id), &'c Former, Option<usize>);

fn of_part<'c>(at: usize, part: &Part, former: &'c [Former]) -> Vec<Control<'c>> {
    let named = controls(&part.tree).into_iter().filter(|control| !control.is_placeholder && !control.is_bound);
    let mut found: Vec<Control<'c>> = named
        .filter_map(|control| {
            let (id, nth) = match control.named? {
                Named::Claim(id) => (id, None),
                Named::Number(id, nth) => (id, Some(nth)),
                Named::Item(_) | Named::Headline(_) | Named::Explanation(_) | Named::Note(_) => return None,
            };
            let claim = former.iter().find(|claim| claim.id == id)?;
            Some((part.tree.whole(control.sdt), (at, control.sdt), claim, nth))
        })
        .collect();
    found.sort_by_key(|(bytes, ..)| bytes.len());
    found
}

/// The controls that a sentence stands in.
fn held<'c>(sentence: &Sentence, part: &Part, controls: &[Control<'c>]) -> Vec<Held<'c>> {
    let paragraph = part.tree.whole(sentence.source.paragraph);
    let mut meeting = controls.iter().filter(|(own, ..)| own.start < paragraph.end && paragraph.start < own.end);
    let Some(first) = meeting.next() else { return Vec::new() };
    let all = letters(&part.tree, sentence.source.paragraph);
    let before = |byte: usize| all.partition_point(|letter| letter.at.start < byte);
    let held = std::iter::once(first).chain(meeting).map(|(own, key, claim, nth)| {
        let letters = before(own.start)..before(own.end);
        Held { key: *key, claim, nth: *nth, letters, is_its: false }
    });
    held.filter(|held| sentence.letters.iter().any(|letter| held.letters.contains(letter))).collect()
}

/// Of the sentences in a claim's control chooses the one that is the claim's: that which is most like it, the first of several.
fn choose(all: &mut [Carried<'_>], former: &[Former]) {
    let mut best: BTreeMap<(usize, Id), (usize, usize)> = BTreeMap::new();
    for (at, own) in all.iter().enumerate() {
        for held in own.held.iter().filter(|held| held.nth.is_none()) {
            let likeness = own.likeness(held, former);
            let chosen = best.entry(held.key).or_insert((likeness, at));
            if likeness > chosen.0 {
                *chosen = (likeness, at);
            }
        }
    }
    for (at, own) in all.iter_mut().enumerate() {
        own.held.iter_mut().for_each(|held| held.is_its = best.get(&held.key).is_some_and(|(_, its)| *its == at));
    }
}
