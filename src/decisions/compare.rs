//! What has become of the answers that were coded.

use std::collections::{BTreeMap, BTreeSet};

use super::Fingerprint;

/// Answers by their units' ids, each with its fingerprint in a domain; `None` where it is blank.
pub type Read<'a> = BTreeMap<&'a str, Option<Fingerprint>>;

/// How an answer stands to what was coded in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It reads as it did when it was coded.
    Same,
    /// It was coded under another id, which has it no longer: its codes follow it.
    Moved {
        /// The id under which it was coded.
        from: &'a str,
    },
    /// Its id was coded, and it reads otherwise now.
    Edited,
    /// Nobody has coded it.
    New,
    /// It reads as another that was coded and still stands where it did.
    Doubled {
        /// The one that was coded.
        of: &'a str,
    },
    /// It was coded several times under other ids, with different codes.
    Unclear {
        /// The ids under which it was coded.
        of: Vec<&'a str>,
    },
}

/// What has become of an answer, by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Nobody has coded it.
    New,
    /// It reads as another that was coded.
    Doubled,
    /// It reads as it did.
    Unchanged,
    /// It has another id.
    Moved,
    /// It reads otherwise.
    Edited,
    /// It reads as several that were coded differently.
    Unclear,
}

impl Change {
    /// All.
    pub const ALL: [Self; 6] = [Self::New, Self::Doubled, Self::Unchanged, Self::Moved, Self::Edited, Self::Unclear];

    /// The word of data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Doubled => "doubled",
            Self::Unchanged => "unchanged",
            Self::Moved => "moved",
            Self::Edited => "edited",
            Self::Unclear => "unclear",
        }
    }

    /// Whether its codes wait for a person's decision.
    pub const fn waits(self) -> bool {
        matches!(self, Self::Edited | Self::Unclear)
    }
}

impl From<&Standing<'_>> for Change {
    fn from(standing: &Standing<'_>) -> Self {
        match standing {
            Standing::Same => Self::Unchanged,
            Standing::Moved { .. } => Self::Moved,
            Standing::Edited => Self::Edited,
            Standing::New => Self::New,
            Standing::Doubled { .. } => Self::Doubled,
            Standing::Unclear { .. } => Self::Unclear,
        }
    }
}

/// What has become of all answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared<'a> {
    /// The answers that there are.
    pub now: BTreeMap<&'a str, Standing<'a>>,
    /// The ids of those that were coded and are gone.
    pub withdrawn: Vec<&'a str>,
}

/// Compares the answers of a domain with those that were coded. `same_codes` says whether two ids were given the same codes.
pub fn compare<'a>(coded: &Read<'a>, now: &Read<'a>, same_codes: impl Fn(&str, &str) -> bool) -> Compared<'a> {
    let Sides { same, left, arrived } = Sides::of(coded, now);
    let (mut by_text_left, stayed) =
        (by_text(&left), if arrived.is_empty() { BTreeMap::new() } else { by_text(&same) });
    let mut standings: BTreeMap<&str, Standing<'_>> = BTreeMap::new();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for (text, arrived) in by_text(&arrived) {
        let from = by_text_left.remove(&text).unwrap_or_default();
        let unclear = from.iter().any(|id| !same_codes(id, from[0]));
        gone.extend(from.iter().copied().take(if unclear { from.len() } else { arrived.len() }));
        let mut next = from.iter().copied();
        for id in arrived {
            let standing = match next.next() {
                Some(_) if unclear => Standing::Unclear { of: from.clone() },
                Some(from) => Standing::Moved { from },
                None if unclear => Standing::Unclear { of: from.clone() },
                None => match from.first().or_else(|| stayed.get(&text).and_then(|ids| ids.first())) {
                    Some(of) => Standing::Doubled { of },
                    None => continue,
                },
            };
            standings.insert(id, standing);
        }
    }
    for (id, _) in arrived {
        let edited = coded.contains_key(id) && !gone.contains(id);
        standings.entry(id).or_insert(if edited { Standing::Edited } else { Standing::New });
    }
    // An id may be there still, with another text: what was coded under it is gone all the same.
    let is_gone = |id: &&str| !gone.contains(id) && standings.get(id) != Some(&Standing::Edited);
    let withdrawn = left.iter().map(|(id, _)| *id).filter(is_gone).collect();
    standings.extend(same.into_iter().map(|(id, _)| (id, Standing::Same)));
    Compared { now: standings, withdrawn }
}

/// Texts with the ids at which they stand, in the order of the ids.
type Texts<'a> = Vec<(&'a str, Option<Fingerprint>)>;

/// What was coded and what there is, held against each other by id.
#[derive(Default)]
struct Sides<'a> {
    /// What reads as it did.
    same: Texts<'a>,
    /// What was coded and does not stand there now.
    left: Texts<'a>,
    /// What stands there and was not coded so.
    arrived: Texts<'a>,
}

impl<'a> Sides<'a> {
    /// Goes through both at once: there may be a hundred thousand.
    fn of(coded: &Read<'a>, now: &Read<'a>) -> Self {
        let mut sides = Self::default();
        let mut coded = coded.iter().map(|(id, text)| (*id, *text)).peekable();
        for (id, text) in now.iter().map(|(id, text)| (*id, *text)) {
            while let Some(gone) = coded.next_if(|(other, _)| *other < id) {
                sides.left.push(gone);
            }
            match coded.next_if(|(other, _)| *other == id) {
                Some((_, before)) if before == text => sides.same.push((id, text)),
                before => {
                    sides.left.extend(before);
                    sides.arrived.push((id, text));
                }
            }
        }
        sides.left.extend(coded);
        sides
    }
}

/// The ids of texts that are not blank, in their order.
fn by_text<'a>(texts: &[(&'a str, Option<Fingerprint>)]) -> BTreeMap<Fingerprint, Vec<&'a str>> {
    let mut ids: BTreeMap<Fingerprint, Vec<&str>> = BTreeMap::new();
    for (id, text) in texts {
        text.iter().for_each(|text| ids.entry(*text).or_default().push(id));
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'a>(answers: &[(&'a str, &str)]) -> Read<'a> {
        answers.iter().map(|(id, text)| (*id, Fingerprint::of_texts([*text].into_iter()))).collect()
    }

    fn standings<'a>(coded: &[(&'a str, &str)], now: &[(&'a str, &str)]) -> Vec<(&'a str, Standing<'a>)> {
        compare(&read(coded), &read(now), |_, _| true).now.into_iter().collect()
    }

    #[test]
    fn codes_follow_texts_that_change_places() {
        let found = standings(&[("1", "a"), ("2", "b")], &[("1", "b"), ("2", "a")]);
        assert_eq!(found, [("1", Standing::Moved { from: "2" }), ("2", Standing::Moved { from: "1" })]);
        // One is inserted before two others; the last keeps nothing.
        let found = standings(&[("1", "a"), ("2", "b")], &[("1", "new"), ("2", "a"), ("3", "b")]);
        let moved = |from| Standing::Moved { from };
        assert_eq!(found, [("1", Standing::New), ("2", moved("1")), ("3", moved("2"))]);
    }

    #[test]
    fn what_reads_otherwise_is_edited_and_what_nobody_read_is_new() {
        let found = standings(&[("1", "a"), ("2", "b")], &[("1", "A"), ("2", "b"), ("3", "c")]);
        assert_eq!(found, [("1", Standing::Edited), ("2", Standing::Same), ("3", Standing::New)]);
        // A text that is taken away is an edit, too; blank ones never move.
        let found = standings(&[("1", "a"), ("2", "")], &[("1", ""), ("2", ""), ("3", "")]);
        assert_eq!(found, [("1", Standing::Edited), ("2", Standing::Same), ("3", Standing::New)]);
    }

    #[test]
    fn the_same_text_twice_is_told() {
        let found = standings(&[("1", "a")], &[("1", "a"), ("2", "a")]);
        assert_eq!(found, [("1", Standing::Same), ("2", Standing::Doubled { of: "1" })]);
        // One of two ids that had it is gone: it moved once, and was doubled once.
        let found = standings(&[("1", "a")], &[("2", "a"), ("3", "a")]);
        assert_eq!(found, [("2", Standing::Moved { from: "1" }), ("3", Standing::Doubled { of: "1" })]);
    }

    #[test]
    fn a_text_with_two_codes_waits_for_a_decision() {
        let (coded, now) = (read(&[("1", "a"), ("2", "a")]), read(&[("3", "a")]));
        let compared = compare(&coded, &now, |one, other| one == other);
        assert_eq!(compared.now["3"], Standing::Unclear { of: vec!["1", "2"] });
        assert!(compared.withdrawn.is_empty());
        // With the same codes one has moved and the other is gone.
        let compared = compare(&coded, &now, |_, _| true);
        assert_eq!(compared.now["3"], Standing::Moved { from: "1" });
        assert_eq!(compared.withdrawn, ["2"]);
    }

    /// The first of two blocks was taken out, and the second moved up; and blocks that changed places, of which one was rewritten.
    #[test]
    fn what_was_coded_is_withdrawn_though_its_id_stays() {
        let compared = compare(&read(&[("1", "a"), ("2", "b")]), &read(&[("1", "b")]), |_, _| true);
        assert_eq!((&compared.now["1"], compared.withdrawn), (&Standing::Moved { from: "2" }, vec!["1"]));
        let compared = compare(&read(&[("1", "a"), ("2", "b")]), &read(&[("1", "b"), ("2", "c")]), |_, _| true);
        assert_eq!((&compared.now["2"], compared.withdrawn), (&Standing::New, vec!["1"]));
        let compared = compare(&read(&[("1", "a")]), &read(&[("1", "c")]), |_, _| true);
        assert_eq!((&compared.now["1"], compared.withdrawn), (&Standing::Edited, vec![]));
    }

    #[test]
    fn what_is_gone_is_withdrawn() {
        let compared = compare(&read(&[("1", "a"), ("2", "b")]), &read(&[("1", "a")]), |_, _| true);
        assert_eq!(compared.withdrawn, ["2"]);
    }
}
