//! What the sentence around a reference speaks of, and whether what it leads to shows that.
//!
//! What it speaks of is known from the claims that cover its numbers, and where it has none from those of its paragraph or from its
//! headings. A reference is told where it leads to an item of another area, question or domain, and the report has one item of the kind
//! that shows what the sentence speaks of.

use std::collections::BTreeSet;

use super::Amiss;
use super::number::Reference;
use super::numbering::{Numbering, Own};
use crate::claims::Claim;
use crate::manuscript::named::AreaNames;
use crate::manuscript::pair::Paired;
use crate::manuscript::subjects::{ReportItem, Subjects};
use crate::manuscript::text::Sentence;
use crate::manuscript::vocabulary::{word, words};

/// What only leads to a figure says nothing of what it shows.
const LEADING: [&str; 29] = [
    "se",
    "ser",
    "visas",
    "visar",
    "framgår",
    "finns",
    "redovisas",
    "presenteras",
    "illustreras",
    "sammanfattas",
    "resultatet",
    "resultaten",
    "svaren",
    "fördelningen",
    "figur",
    "tabell",
    "diagram",
    "alla",
    "see",
    "shown",
    "shows",
    "presented",
    "given",
    "results",
    "answers",
    "figure",
    "table",
    "chart",
    "all",
];

/// With these a sentence speaks of what other figures show.
const COMPARING: [&str; 15] = [
    "jämför",
    "jämfört",
    "jämförelse",
    "liksom",
    "skillnad",
    "motsvarande",
    "samma",
    "andra",
    "compare",
    "compared",
    "comparison",
    "like",
    "unlike",
    "same",
    "other",
];

/// What the sentences of a manuscript speak of.
#[derive(Default)]
pub(in crate::manuscript) struct Spoken<'s> {
    sentences: &'s [Sentence],
    /// Of each sentence, the claims that cover its numbers.
    claims: Vec<Vec<&'s Claim>>,
    names: AreaNames,
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
        Self { sentences, claims: of_claims, names: AreaNames::new(subjects) }
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
        if led.kind.is_empty() || area == about.area && is_asked {
            return None;
        }
        let is_like = |item: &ReportItem| item.kind == led.kind && item.asked == led.asked;
        let meant = only(numbering, own, |item| about.is_shown_in(item) && (!is_asked || is_like(item)))?;
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
        let has_claims = |at: &usize| self.claims.get(*at).is_some_and(|claims| !claims.is_empty());
        let paragraph = self.paragraph(at);
        let near = Some(at).filter(has_claims);
        let near = near.or_else(|| (paragraph.start..at).rev().find(has_claims));
        let Some(near) = near.or_else(|| (at..paragraph.end).find(has_claims)) else {
            let own = words(&sentence.text);
            let is_plain = own.is_disjoint(&stems(&COMPARING));
            return headed.filter(|_| is_plain).map(|area| About { area, asked: BTreeSet::new() });
        };
        let claims = self.claims.get(near)?;
        let mut areas = claims.iter().flat_map(|claim| claim.areas());
        let area = areas.next().filter(|area| self.names.ids().any(|id| id == *area))?;
        if areas.any(|other| other != area) || headed.is_some_and(|headed| headed != area) {
            return None;
        }
        // What a neighbour asks is what this one speaks of only where it says nothing of its own.
        let leads = near == at || words(&sentence.text).is_subset(&stems(&LEADING));
        let asked = claims.iter().filter(|_| leads).flat_map(|claim| claim.names()).collect();
        Some(About { area, asked })
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
fn only<'i>(numbering: &Numbering<'i>, own: &Reference, is: impl Fn(&ReportItem) -> bool) -> Option<&'i ReportItem> {
    let mut found = all(numbering, own, is);
    found.next().filter(|_| found.next().is_none()).map(|own| own.item)
}

/// The one of them whose title has most words of a sentence.
fn nearest<'i>(
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

/// Words as they are compared.
fn stems(all: &[&str]) -> BTreeSet<String> {
    all.iter().filter_map(|own| word(own)).collect()
}

/// Whether a sentence has as many words of the one title alone as of the other.
fn speaks_rather_of(sentence: &Sentence, led: &ReportItem, meant: &ReportItem) -> bool {
    let [led, meant] = [led, meant].map(|item| words(&item.title));
    let own = words(&sentence.text);
    let has = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.difference(other).filter(|word| own.contains(*word)).count()
    };
    let of_led = has(&led, &meant);
    of_led > 0 && of_led >= has(&meant, &led)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Basis;
    use crate::claims::numbers::{Figure, figures};
    use crate::claims::parse::parse;
    use crate::diagnostic::Place;
    use crate::manuscript::{Standing, sentences};

    /// Two areas with a chart of codes and one of answers each, and for one of them a second question.
    fn subjects() -> Subjects {
        let area = |id: &str, title: &str| (id.to_owned(), title.to_owned(), "regioner".to_owned());
        let item = |number: &str, title: &str, area: &str, (kind, asked): (&str, &[&str])| ReportItem {
            number: number.to_owned(),
            title: title.to_owned(),
            areas: vec![area.to_owned()],
            kind: kind.to_owned(),
            asked: asked.iter().map(|asked| (*asked).to_owned()).collect(),
            ..ReportItem::default()
        };
        let (goals, influence) = (("bubble", &["goal", "effect"][..]), ("bars", &["influence", "Ja"][..]));
        Subjects {
            areas: vec![area("b", "Barn"), area("v", "Psykiatrisk traumavård")],
            items: vec![
                item("Figur 2", "Efter mål och effekter: barn", "b", goals),
                item("Figur 3", "Medverkan: barn", "b", influence),
                item("Figur 6", "Efter mål och effekter: traumavård", "v", goals),
                item("Figur 7", "Medverkan: traumavård", "v", influence),
                item("Figur 8", "Prioritering: traumavård", "v", ("likert", &["collaboration"])),
            ],
            ..Subjects::default()
        }
    }

    /// What is told of a text whose sentences with numbers are covered by claims, each an area and an assertion.
    fn found(text: &str, claims: &[(&str, &str)]) -> Vec<(String, bool, Option<String>)> {
        let claim = |(area, assertion): &(&str, &str)| Claim {
            id: String::new(),
            area: (*area).to_owned(),
            statement: String::new(),
            basis: parse(assertion).map_or_else(|_| Basis::Reason(String::new()), Basis::Assertion),
            words: None,
            precision: String::new(),
            place: Place::file("claims.csv"),
            assertion_place: Place::file("claims.csv"),
            assertion: String::new(),
        };
        let claims: Vec<Claim> = claims.iter().map(claim).collect();
        let (sentences, subjects) = (sentences(text.as_bytes(), "m").unwrap_or_default(), subjects());
        let mut next = 0..claims.len();
        let paired: Vec<Vec<Paired>> = (sentences.iter())
            .map(|sentence| figures(&sentence.text).into_iter().filter(|own| own.digits.len() == 3))
            .map(|all| {
                let of = |figure: Figure| Paired {
                    around: figure.range.clone(),
                    figure,
                    claim: next.next(),
                    standing: Standing::Same,
                    stated: Some(0),
                };
                all.map(of).collect()
            })
            .collect();
        let spoken = Spoken::new(&sentences, &paired, &claims, &subjects);
        let numbering = Numbering::read(&sentences, &subjects.items);
        let doubts = super::super::doubts(&sentences, &spoken, &numbering);
        let told = |doubt: super::super::Doubt| {
            (doubt.sentence.text[doubt.range].to_owned(), matches!(doubt.what, Amiss::Elsewhere(..)), doubt.truth)
        };
        doubts.into_iter().map(told).collect()
    }

    const GOAL: (&str, &str) = ("b", "interventions(goal = R1) = 118");
    const YES: (&str, &str) = ("b", "respondents(influence = 'Ja') = 118");

    #[test]
    fn a_reference_leads_to_what_its_sentence_speaks_of() {
        let told = |own: &str, truth: &str| vec![(own.to_owned(), true, Some(truth.to_owned()))];
        assert_eq!(found("Målet finns i 118 insatser (figur 2).", &[GOAL]), []);
        // Another area; another question of the area, which claims in brackets and a pointing sentence ask.
        let other = "Målet finns i 118 insatser (figur 6).";
        assert_eq!(found(other, &[GOAL]), told("6", "Målet finns i 118 insatser (figur 2)."));
        assert_eq!(
            found("Målet finns i 118 insatser (figur 3).", &[GOAL]),
            told("3", "Målet finns i 118 insatser (figur 2).")
        );
        let pointing = "Ja svarar 118 regioner. Resultatet visas i figur 2.";
        assert_eq!(found(pointing, &[YES]), told("2", "Resultatet visas i figur 3."));
        // What says something of its own may speak of another question, but of no other area.
        assert_eq!(found("Ja svarar 118 regioner. Målen visas i figur 2.", &[YES]), []);
        assert_eq!(found("Ja svarar 118 regioner. Läget i riket visas i figur 2.", &[YES]), []);
        assert_eq!(
            found("Hur det är visas i figur 7. Ja svarar 118.", &[YES]),
            told("7", "Hur det är visas i figur 3.")
        );
    }

    #[test]
    fn what_may_speak_of_others_is_not_told() {
        // Two areas, an area that the report does not show so, several figures, and the other area by its name.
        assert_eq!(found("Det är 118 och 119 (figur 6).", &[GOAL, ("v", "interventions(goal = R1) = 119")]), []);
        assert_eq!(found("Det är 118 (figur 8).", &[("b", "respondents(collaboration = 'Ja') = 118")]), []);
        assert_eq!(found("Det är 118 (figur 6 och 7).", &[GOAL]), []);
        assert_eq!(found("Till skillnad från psykiatrisk traumavård är det 118 (figur 6).", &[GOAL]), []);
        // A heading that names another area than the claim.
        assert_eq!(found("# Psykiatrisk traumavård\n\nDet är 118 (figur 6).", &[GOAL]), []);
    }

    #[test]
    fn headings_name_the_area_where_no_claim_does() {
        let under = |own: &str| found(&format!("# Psykiatrisk traumavård\n\n{own}"), &[]);
        let told = [("3".to_owned(), true, Some("Svaren visas i figur 7.".to_owned()))];
        assert_eq!(under("Svaren visas i figur 3."), told);
        assert_eq!(under("Svaren visas i figur 7."), []);
        assert_eq!(under("Jämför figur 3."), []);
        // What nothing has is said to be what its words tell.
        let missing = [("9".to_owned(), false, Some("Målen visas i figur 6.".to_owned()))];
        assert_eq!(under("Målen visas i figur 9."), missing);
    }
}
