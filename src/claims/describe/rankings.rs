//! What is said of rankings.

use super::{Describer, in_sentence, is_funds};
use crate::claims::breakdown::Entry;
use crate::claims::ranking::Placed;
use crate::claims::syntax::{Breakdown, Operator, Part, Place, Quantity, Source};
use crate::claims::texts::key;
use crate::exact::Exact;
use crate::msg;
use crate::wording::{Arg, Message, all_of, joined, sentence};

/// How many values of a ranking are shown where nothing else says how many.
const SHOWN: usize = 5;

/// The values of a ranking, and their year where years are compared.
type OfYear<'e> = (&'e [Entry], Option<i64>);

impl Describer<'_> {
    /// The name of a value: of codes and options their own where ids are meant, of the rows of tables what readers see.
    fn name<'e>(&self, entry: &'e Entry, breakdown: &Breakdown) -> &'e str {
        match breakdown.source {
            Source::By(..) if !self.by_label => &entry.name,
            Source::By(..) | Source::Cells { .. } => &entry.label,
        }
    }

    /// What stands between the values of a list: labels have commas of their own.
    fn between(&self) -> &'static str {
        if self.by_label { "; " } else { ", " }
    }

    /// What a place states: the values, by their names.
    pub fn place(&self, placed: &Placed, place: &Place, breakdown: &Breakdown) -> String {
        let own = placed.placed.iter().filter_map(|at| placed.ranking.get(*at));
        let names: Vec<_> = own.map(|entry| self.name(entry, breakdown)).collect();
        let names = names.join(self.between());
        let word = match place {
            Place::FromTop(n) => msg!("place-from-top", n = n.to_string()),
            Place::FromBottom(1) => msg!("place-last"),
            Place::FromBottom(n) => msg!("place-from-end", n = n.to_string()),
            Place::Highest { in_order: true } => msg!("place-highest-in-order"),
            Place::Highest { .. } => msg!("place-highest"),
            Place::Lowest { in_order: true } => msg!("place-lowest-in-order"),
            Place::Lowest { .. } => msg!("place-lowest"),
            Place::AmongHighest(n) => msg!("place-among-highest", n = n.to_string()),
            Place::AmongLowest(n) => msg!("place-among-lowest", n = n.to_string()),
            Place::Present => msg!("place-present"),
            Place::Absent => msg!("place-absent"),
            Place::Vague(word) => return format!("{names}: {}", self.words.spoken(&word.text, self.language)),
        };
        format!("{names}: {}", self.say(word))
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
                let (name, value) = (self.name(entry, breakdown), self.entry_value(entry, breakdown));
                parts.push(if self.by_label { format!("{name} ({value})") } else { format!("{name} {value}") });
            } else {
                skipped = true;
            }
        }
        self.in_year(breakdown, parts.join(self.between()))
    }

    /// The number of a value, with its interval where it is estimated.
    fn entry_value(&self, entry: &Entry, breakdown: &Breakdown) -> String {
        let written = |number| match &breakdown.source {
            Source::By(Quantity::Operation { operator: Operator::Of | Operator::Over, .. }, _) => self.percent(number),
            Source::By(quantity, _) if is_funds(quantity) => self.funds(number, 1),
            _ => self.plain(number),
        };
        let value = written(entry.value);
        if entry.range.is_exact() || entry.range.rests.refused {
            return value;
        }
        let [low, high] = [entry.range.low, entry.range.high].map(written);
        self.say(msg!("value-with-ends", value, low, high))
    }

    /// The sentence that a ranking makes true, as much of it as the claim speaks of.
    pub fn true_ranking(&self, placed: &Placed, place: &Place, breakdown: &Breakdown) -> String {
        let entry = |e: &Entry| format!("{} ({})", in_sentence(&e.label, self.levels), self.entry_value(e, breakdown));
        let count = match place {
            Place::FromTop(n) | Place::FromBottom(n) | Place::AmongHighest(n) | Place::AmongLowest(n) => *n,
            Place::Highest { .. } | Place::Lowest { .. } => placed.placed.len(),
            Place::Present | Place::Absent => {
                let wrong = |e: &&Entry| (e.value > Exact::ZERO) != (*place == Place::Present);
                let own = placed.placed.iter().filter_map(|at| placed.ranking.get(*at));
                let own: Vec<_> = own.filter(wrong).map(entry).collect();
                let values = all_of(own);
                let sentence = match place {
                    Place::Present => msg!("values-absent", values),
                    _ => msg!("values-present", values),
                };
                return self.in_year(breakdown, self.say(sentence));
            }
            Place::Vague(_) => {
                let own: Vec<_> = placed.placed.iter().filter_map(|at| placed.ranking.get(*at)).map(entry).collect();
                let largest = placed.ranking.first().map(entry).unwrap_or_default();
                let (lead, own) = (lead(breakdown, false), all_of(own));
                let sentence = self.say(msg!("ranking-beside-largest", lead, largest, own));
                return self.in_year(breakdown, sentence);
            }
        };
        let from_bottom = matches!(place, Place::FromBottom(_) | Place::Lowest { .. } | Place::AmongLowest(_));
        let ordered: Vec<&Entry> =
            if from_bottom { placed.ranking.iter().rev().collect() } else { placed.ranking.iter().collect() };
        // All that equal the last one belong to it.
        let bound = ordered.get(count.saturating_sub(1)).map(|e| e.value);
        let reaches = |e: &&Entry| bound.is_none_or(|b| if from_bottom { e.value <= b } else { e.value >= b });
        let shown: Vec<&Entry> = ordered.into_iter().take_while(reaches).collect();
        let is_tied = |one: &&Entry, other: &&Entry| one.value == other.value && one.range.is_exact();
        let tied = |equal: &[&Entry]| match equal {
            [one] => entry(one),
            several => {
                let names: Vec<String> = several.iter().map(|e| in_sentence(&e.label, self.levels)).collect();
                // A comma inside a name is none between names.
                let names = match names.iter().any(|name| name.contains(',')) {
                    true => joined(names, "; "),
                    false => all_of(names),
                };
                let value = several.first().map(|e| self.entry_value(e, breakdown)).unwrap_or_default();
                self.say(msg!("values-tied", values = names, value))
            }
        };
        let shown: Vec<String> = shown.chunk_by(is_tied).map(tied).collect();
        self.in_year(breakdown, self.say(ranking_sentence(lead(breakdown, from_bottom), &shown)))
    }

    /// What two rankings are said to have in common.
    pub fn alike(&self, part: Part, different: bool) -> String {
        let part = match part {
            Part::Order(None) => msg!("part-order"),
            Part::Order(Some(n)) => msg!("part-order-of-first", n = n.to_string()),
            Part::Highest(n) => msg!("part-highest", n = n.to_string()),
            Part::Lowest(n) => msg!("part-lowest", n = n.to_string()),
            Part::Values => msg!("part-values"),
        };
        self.say(if different { msg!("rankings-different", part) } else { msg!("rankings-same", part) })
    }

    /// What two rankings really have in common.
    pub fn true_alike(&self, [left, right]: [OfYear<'_>; 2], part: Part, same: bool) -> String {
        let count = match part {
            Part::Order(first) => first.unwrap_or(usize::MAX),
            Part::Highest(n) | Part::Lowest(n) => n,
            Part::Values => return self.values_of_one(left, right),
        };
        let names = |(entries, year): OfYear<'_>| {
            let turned: Box<dyn Iterator<Item = &Entry>> =
                if matches!(part, Part::Lowest(_)) { Box::new(entries.iter().rev()) } else { Box::new(entries.iter()) };
            let names = turned.take(count).map(|e| e.label.as_str()).collect::<Vec<_>>().join("; ");
            year.map_or(names.clone(), |year| self.of_year(year, names))
        };
        let (one, other) = (names(left), names(right));
        self.say(if same { msg!("rankings-are-alike", one) } else { msg!("rankings-differ", one, other) })
    }
}

impl Describer<'_> {
    /// Which values only one of two breakdowns has.
    fn values_of_one(&self, left: OfYear<'_>, right: OfYear<'_>) -> String {
        let missing = |own: &[Entry], other: &[Entry]| {
            let is_known = |entry: &&Entry| !other.iter().any(|known| key(&known.name) == key(&entry.name));
            let names: Vec<String> =
                own.iter().filter(is_known).map(|entry| in_sentence(&entry.label, self.levels)).collect();
            if names.is_empty() { msg!("no-value").into() } else { all_of(names) }
        };
        let (one, other): (Arg, Arg) = (missing(left.0, right.0), missing(right.0, left.0));
        self.say(match (left.1, right.1) {
            (Some(year), Some(then)) => {
                msg!("values-of-years-differ", year = year.to_string(), one, then = then.to_string(), other)
            }
            _ => msg!("values-differ", one, other),
        })
    }

    /// Said of the year that is named; as it is where none is.
    fn in_year(&self, breakdown: &Breakdown, text: String) -> String {
        match breakdown.year {
            Some(year) => self.of_breakdown(breakdown, year.number, text),
            None => text,
        }
    }

    /// Said of a breakdown's areas, where it names any, and a year.
    pub fn of_breakdown(&self, breakdown: &Breakdown, year: i64, text: String) -> String {
        let names = match &breakdown.source {
            Source::By(Quantity::Measure(measure), _) => measure.selection.areas.as_slice(),
            _ => &[],
        };
        let called = |id| if self.by_label { self.title(id) } else { id };
        let areas: String = names.iter().map(|name| format!("{}, ", called(&name.text))).collect();
        format!("{areas}{}", self.of_year(year, text))
    }

    /// Said of a year.
    pub fn of_year(&self, year: i64, text: String) -> String {
        self.say(msg!("said-of-year", year = year.to_string(), text))
    }

    /// What is stated of a year and an earlier one.
    pub fn still(&self, stated: &str, since: i64) -> String {
        self.say(msg!("stated-still", stated, since = since.to_string()))
    }

    /// A value that had another place then; places are counted from the top.
    pub fn moved(&self, value: &Entry, (then, before): (i64, usize), (now, after): (i64, usize)) -> String {
        let value = sentence(&value.label);
        let [then, before, now, after] = [then.to_string(), before.to_string(), now.to_string(), after.to_string()];
        self.say(msg!("place-moved", value, then, before, now, after))
    }
}

/// A sentence about the first values of a ranking; equal ones, and one by itself, stand without others that follow.
pub(in crate::claims) fn ranking_sentence(lead: Message, values: &[String]) -> Message {
    match values.split_first() {
        Some((first, rest)) if !rest.is_empty() => msg!("ranking-followed", lead, first, rest = all_of(rest)),
        first => msg!("ranking-of-one", lead, values = first.map(|(first, _)| first)),
    }
}

/// How a sentence about the top or bottom of a ranking begins.
fn lead(breakdown: &Breakdown, from_bottom: bool) -> Message {
    let quantity = match &breakdown.source {
        Source::By(quantity, _) => Some(quantity),
        Source::Cells { .. } => None,
    };
    let is_count = |q: &&Quantity| matches!(q, Quantity::Measure(measure) if measure.kind.is_count());
    match (quantity.is_some_and(is_funds), quantity.filter(is_count).is_some(), from_bottom) {
        (true, _, false) => msg!("most-funds"),
        (true, _, true) => msg!("least-funds"),
        (_, true, false) => msg!("most-common"),
        (_, true, true) => msg!("least-common"),
        (_, _, false) => msg!("highest"),
        (_, _, true) => msg!("lowest"),
    }
}
