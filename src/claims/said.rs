//! What is said of a claim twice: as data files have it and as readers do.

use super::describe::Describer;
use super::syntax::Breakdown;

/// A text with codes, options and areas by their ids, as assertions and data files name them, and by their labels, as readers know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// By their ids.
    pub in_ids: String,
    /// By their labels.
    pub in_labels: String,
}

impl Said {
    /// Says something in both ways.
    pub(super) fn by(describer: &Describer<'_>, say: impl Fn(&Describer<'_>) -> String) -> Self {
        Self { in_ids: say(describer), in_labels: say(&describer.for_readers()) }
    }

    /// Both of them changed alike.
    pub(super) fn each(&self, change: impl Fn(&str) -> String) -> Self {
        Self { in_ids: change(&self.in_ids), in_labels: change(&self.in_labels) }
    }

    /// Said of a year, by a describer of its own each.
    pub(super) fn of_year(&self, describer: &Describer<'_>, breakdown: &Breakdown, year: i64) -> Self {
        let of = |describer: &Describer<'_>, text: &str| describer.of_breakdown(breakdown, year, text.to_owned());
        Self { in_ids: of(describer, &self.in_ids), in_labels: of(&describer.for_readers(), &self.in_labels) }
    }

    /// Several behind one another.
    pub(super) fn joined<'s>(all: impl IntoIterator<Item = &'s Self>) -> Self {
        let (ids, labels): (Vec<_>, Vec<_>) =
            all.into_iter().map(|own| (own.in_ids.as_str(), own.in_labels.as_str())).unzip();
        // Lists of labels have semicolons of their own.
        let between = if labels.iter().any(|own| own.contains(BETWEEN)) { BETWEEN_LISTS } else { BETWEEN };
        Self { in_ids: ids.join(BETWEEN), in_labels: labels.join(between) }
    }
}

/// What names nothing is said in one way.
impl From<String> for Said {
    fn from(text: String) -> Self {
        Self { in_labels: text.clone(), in_ids: text }
    }
}

/// Between what is said of several statements.
const BETWEEN: &str = "; ";
const BETWEEN_LISTS: &str = " | ";
