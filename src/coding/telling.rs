//! Words that messages about codings have in common.

use std::cmp::Reverse;

use crate::diagnostic::{shown, spaced};
use crate::money::Amount;
use crate::survey::Intervention;
use crate::wording::Language;

/// How many ids a message names.
const NAMED: usize = 5;

/// Interventions that a message is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed(Vec<(Amount, String)>);

impl Listed {
    /// Adds one that is not known by more than its id.
    pub(super) fn add_id(&mut self, id: &str) {
        self.0.push((Amount::default(), shown(id)));
    }

    /// Adds one; `of` says what is meant of it.
    pub(super) fn add(&mut self, intervention: &Intervention, of: Option<&str>) {
        let of = of.map(|of| format!(" ({of})")).unwrap_or_default();
        self.0.push((intervention.funds.unwrap_or_default(), shown(&intervention.id) + &of));
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Their number with a noun in the singular and plural, as `1 row`.
    pub(super) fn counted(&self, one: &str, many: &str) -> String {
        counted(self.count(), one, many)
    }

    /// Their reported kronor; an intervention that stands there for several domains counts once.
    pub(super) fn kronor(&self) -> String {
        let mut once: Vec<_> = self.0.iter().map(|(funds, name)| (name.split(" (").next(), *funds)).collect();
        once.sort_unstable();
        once.dedup();
        once.into_iter().map(|(_, funds)| funds).sum::<Amount>().spaced()
    }

    /// Those with the most kronor by name, and how many others there are.
    pub(super) fn named(&self, language: Language) -> String {
        let mut ordered: Vec<_> = self.0.iter().collect();
        ordered.sort_by_key(|(funds, name)| (Reverse(*funds), name));
        let names: Vec<_> = ordered.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
        let (and, more) = (language.pick("och", "and"), language.pick("till", "more"));
        match self.count().saturating_sub(NAMED) {
            0 => names.join(", "),
            others => format!("{} {and} {} {more}", names.join(", "), spaced(others as u64)),
        }
    }
}

/// A number with its noun in the singular or plural.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", spaced(number as u64), if number == 1 { one } else { many })
}

/// A text in English and in Swedish.
pub(super) fn both(text: impl Fn(Language) -> String) -> [String; 2] {
    [text(Language::English), text(Language::Swedish)]
}
