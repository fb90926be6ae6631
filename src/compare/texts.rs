//! Answers that read as in the year before: where their codes differ, coding moved and not the world.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{AreaPair, DomainPair, Pair};
use crate::codebook::Domain;
use crate::coding::Codings;
use crate::decisions::Fingerprint;
use crate::survey::Intervention;

/// Two answers of a recipient that read the same.
pub struct SameText<'a> {
    /// That of then.
    pub then: &'a Intervention,
    /// That of now.
    pub now: &'a Intervention,
    /// Its codes then, as they are called now.
    pub codes_then: Vec<&'a str>,
    /// Its codes now.
    pub codes_now: Vec<&'a str>,
    /// Where it counts by the codes of then and by those of now: positions among the codes of the domain.
    pub(super) under: [BTreeSet<usize>; 2],
}

impl SameText<'_> {
    /// Whether it has other codes.
    pub fn is_recoded(&self) -> bool {
        self.codes_then != self.codes_now
    }
}

/// The answers of an area and domain that read the same in both years, in the order of now. An answer has one partner at most: the first
/// that is left of its recipient.
pub fn same_texts<'a>(pair: &Pair<'a>, area: &AreaPair<'_>, domain: &DomainPair<'_>) -> Vec<SameText<'a>> {
    let earlier = pair.earlier;
    let mut of_then: BTreeMap<(&str, Fingerprint), VecDeque<&'a Intervention>> = BTreeMap::new();
    for at in area.then.iter().map(|area| area.at()) {
        for own in earlier.input.surveys[at].included() {
            let Some(text) = Fingerprint::of(own, domain.then) else { continue };
            let who = earlier.declared.recipient_now(&own.recipient.code);
            of_then.entry((who, text)).or_default().push_back(own);
        }
    }
    let mut same = Vec::new();
    for now in pair.now.input.surveys[area.now.at()].included() {
        let Some(text) = Fingerprint::of(now, domain.now) else { continue };
        let partner = of_then.get_mut(&(now.recipient.code.as_str(), text)).and_then(VecDeque::pop_front);
        let Some(then) = partner else { continue };
        let codes_then = sorted(codes(&earlier.codings, then, domain.then).filter_map(|code| earlier.code_now(code)));
        let codes_now = sorted(codes(pair.now.codings, now, domain.now));
        let under = [
            domain.under_then(codes(&earlier.codings, then, domain.then)),
            domain.under_now(codes(pair.now.codings, now, domain.now)),
        ];
        same.push(SameText { then, now, codes_then, codes_now, under });
    }
    same
}

fn codes<'a>(codings: &'a Codings, own: &Intervention, domain: Domain) -> impl Iterator<Item = &'a str> {
    codings.of(&own.id, domain).map(|(code, _)| code)
}

fn sorted<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    codes.collect::<BTreeSet<_>>().into_iter().collect()
}
