//! What is said of rankings.

use super::{Describer, is_funds, small_first};
use crate::claims::breakdown::Entry;
use crate::claims::ranking::Placed;
use crate::claims::syntax::{Breakdown, Operator, Part, Place, Quantity, Source, Unit};
use crate::exact::Exact;
use crate::wording::{Language, NO_BREAK, list};

/// How many values of a ranking are shown where nothing else says how many.
const SHOWN: usize = 5;

/// The short name of a value: codes and options are known by theirs, the rows of tables by what readers see.
fn short<'e>(entry: &'e Entry, breakdown: &Breakdown) -> &'e str {
    match breakdown.source {
        Source::Cells { .. } => &entry.label,
        Source::By(..) => &entry.name,
    }
}

impl Describer<'_> {
    /// What a place states: the values, by their names.
    pub fn place(&self, placed: &Placed, place: &Place, breakdown: &Breakdown) -> String {
        let own = placed.placed.iter().filter_map(|at| placed.ranking.get(*at));
        let names: Vec<_> = own.map(|entry| short(entry, breakdown)).collect();
        let names = names.join(", ");
        let word = match place {
            Place::FromTop(n) => format!("{} {n}", self.pick("plats", "place")),
            Place::FromBottom(1) => self.pick("sist", "last").to_owned(),
            Place::FromBottom(n) => format!("{} {n}", self.pick("plats från slutet:", "place from the end:")),
            Place::Highest { in_order: true } => {
                self.pick("högst, i denna ordning", "highest, in this order").to_owned()
            }
            Place::Highest { .. } => self.pick("högst", "highest").to_owned(),
            Place::Lowest { in_order: true } => self.pick("lägst, i denna ordning", "lowest, in this order").to_owned(),
            Place::Lowest { .. } => self.pick("lägst", "lowest").to_owned(),
            Place::AmongHighest(n) => {
                format!("{} {n} {}", self.pick("bland de", "among the"), self.pick("högsta", "highest"))
            }
            Place::AmongLowest(n) => {
                format!("{} {n} {}", self.pick("bland de", "among the"), self.pick("lägsta", "lowest"))
            }
            Place::Present => self.pick("förekommer", "present").to_owned(),
            Place::Absent => self.pick("förekommer inte", "absent").to_owned(),
            Place::Vague(word) => self.words.spoken(&word.text, self.language),
        };
        format!("{names}: {word}")
    }

    /// The values of a ranking with their numbers: the first ones, and those that were placed.
    pub fn ranking(&self, ranking: &[Entry], placed: &[usize], breakdown: &Breakdown) -> String {
        let mut parts = Vec::new();
        let mut skipped = false;
        for (at, entry) in ranking.iter().enumerate() {
            let last = at + 1 == ranking.len();
            if at < SHOWN || last || placed.iter().any(|p| p.abs_diff(at) <= 1) {
                if skipped {
                    parts.push("…".to_owned());
                }
                skipped = false;
                parts.push(format!("{} {}", short(entry, breakdown), self.entry_value(entry, breakdown)));
            } else {
                skipped = true;
            }
        }
        parts.join(", ")
    }

    fn entry_value(&self, entry: &Entry, breakdown: &Breakdown) -> String {
        match &breakdown.source {
            Source::By(Quantity::Operation { operator: Operator::Of | Operator::Over, .. }, _) => {
                self.percent(entry.value)
            }
            Source::By(quantity, _) if is_funds(quantity) => {
                let millions = entry.value.over(Unit::Millions.size()).unwrap_or(entry.value);
                format!("{}{NO_BREAK}mnkr", millions.written(self.language, 1))
            }
            _ => self.plain(entry.value),
        }
    }

    /// The sentence that a ranking makes true, as much of it as the claim speaks of.
    pub fn true_ranking(&self, placed: &Placed, place: &Place, breakdown: &Breakdown) -> String {
        let entry = |e: &Entry| format!("{} ({})", small_first(&e.label), self.entry_value(e, breakdown));
        let count = match place {
            Place::FromTop(n) | Place::FromBottom(n) | Place::AmongHighest(n) | Place::AmongLowest(n) => *n,
            Place::Highest { .. } | Place::Lowest { .. } => placed.placed.len(),
            Place::Present | Place::Absent => {
                let wrong = |e: &&Entry| (e.value > Exact::ZERO) != (*place == Place::Present);
                let own = placed.placed.iter().filter_map(|at| placed.ranking.get(*at));
                let own: Vec<_> = own.filter(wrong).map(entry).collect();
                let lead = match place {
                    Place::Present => self.pick("Förekommer inte:", "Absent:"),
                    _ => self.pick("Förekommer:", "Present:"),
                };
                return format!("{lead} {}.", list(self.language, &own));
            }
            Place::Vague(_) => {
                let own: Vec<_> = placed.placed.iter().filter_map(|at| placed.ranking.get(*at)).map(entry).collect();
                let largest = placed.ranking.first().map(entry).unwrap_or_default();
                return format!("{} {largest}; {}.", self.lead(breakdown, false), list(self.language, &own));
            }
        };
        let from_bottom = matches!(place, Place::FromBottom(_) | Place::Lowest { .. } | Place::AmongLowest(_));
        let ordered: Vec<&Entry> =
            if from_bottom { placed.ranking.iter().rev().collect() } else { placed.ranking.iter().collect() };
        // All that equal the last one belong to it.
        let bound = ordered.get(count.saturating_sub(1)).map(|e| e.value);
        let reaches = |e: &&Entry| bound.is_none_or(|b| if from_bottom { e.value <= b } else { e.value >= b });
        let shown: Vec<String> = ordered.iter().take_while(|e| reaches(e)).map(|e| entry(e)).collect();
        let (first, rest) = shown.split_first().map_or((String::new(), &[][..]), |(f, r)| (f.clone(), r));
        let lead = self.lead(breakdown, from_bottom);
        match rest {
            [] => format!("{lead} {first}."),
            rest => format!("{lead} {first}, {} {}.", self.pick("följt av", "followed by"), list(self.language, rest)),
        }
    }

    /// How a sentence about the top or bottom of a ranking begins.
    fn lead(&self, breakdown: &Breakdown, from_bottom: bool) -> &'static str {
        let quantity = match &breakdown.source {
            Source::By(quantity, _) => Some(quantity),
            Source::Cells { .. } => None,
        };
        let is_count = |q: &&Quantity| matches!(q, Quantity::Measure(measure) if measure.kind.is_count());
        let (swedish, english) =
            match (quantity.is_some_and(is_funds), quantity.filter(is_count).is_some(), from_bottom) {
                (true, _, false) => ("Mest medel har gått till", "Most funds went to"),
                (true, _, true) => ("Minst medel har gått till", "Least funds went to"),
                (_, true, false) => ("Vanligast är", "Most common is"),
                (_, true, true) => ("Minst vanligt är", "Least common is"),
                (_, _, false) => ("Högst är", "Highest is"),
                (_, _, true) => ("Lägst är", "Lowest is"),
            };
        self.language.pick(swedish, english)
    }

    /// What two rankings are said to have in common.
    pub fn alike(&self, part: Part, different: bool) -> String {
        let what = match part {
            Part::Order(None) => self.pick("ordning", "order").to_owned(),
            Part::Order(Some(n)) => format!("{} {n}", self.pick("ordning bland de första", "order of the first")),
            Part::Highest(n) => format!("{} {n} {}", self.pick("de", "the"), self.pick("högsta", "highest")),
            Part::Lowest(n) => format!("{} {n} {}", self.pick("de", "the"), self.pick("lägsta", "lowest")),
        };
        format!("{}: {what}", if different { self.pick("olika", "different") } else { self.pick("samma", "same") })
    }

    /// What two rankings really have in common.
    pub fn true_alike(&self, left: &[Entry], right: &[Entry], part: Part, same: bool) -> String {
        let count = match part {
            Part::Order(first) => first.unwrap_or(usize::MAX),
            Part::Highest(n) | Part::Lowest(n) => n,
        };
        let names = |entries: &[Entry]| {
            let turned: Box<dyn Iterator<Item = &Entry>> =
                if matches!(part, Part::Lowest(_)) { Box::new(entries.iter().rev()) } else { Box::new(entries.iter()) };
            turned.take(count).map(|e| e.label.clone()).collect::<Vec<_>>().join(", ")
        };
        let (one, other) = (names(left), names(right));
        match (self.language, same) {
            (Language::Swedish, true) => format!("Rangordningarna är lika: {one}."),
            (Language::Swedish, false) => format!("Rangordningarna är olika: {one} respektive {other}."),
            (Language::English, true) => format!("The rankings are alike: {one}."),
            (Language::English, false) => format!("The rankings differ: {one} and {other}."),
        }
    }
}
