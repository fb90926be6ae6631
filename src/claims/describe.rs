//! What is stated and what is true, in words: for the console, the data files and the report.

use super::measure::evaluate;
use super::ranking::{Entry, Placed};
use super::ratio::Ratio;
use super::scope::{Scope, Stop};
use super::syntax::{
    Breakdown, Condition, Measure, MeasureKind, Named, Operator, Part, Place, Quantity, Relation, Source, Symbol, Test,
    Unit,
};
use super::words::{Limit, Words};
use crate::register::Level;
use crate::wording::{Language, NO_BREAK, list};

/// How many values of a ranking are shown where nothing else says how many.
const SHOWN: usize = 5;

/// The fractions that wordings use, with their Swedish and English names.
const FRACTIONS: [(i128, i128, &str, &str); 9] = [
    (1, 2, "hälften", "half"),
    (1, 3, "en tredjedel", "a third"),
    (2, 3, "två tredjedelar", "two thirds"),
    (1, 4, "en fjärdedel", "a quarter"),
    (3, 4, "tre fjärdedelar", "three quarters"),
    (1, 5, "en femtedel", "a fifth"),
    (2, 5, "två femtedelar", "two fifths"),
    (1, 8, "en åttondel", "an eighth"),
    (1, 10, "en tiondel", "a tenth"),
];

/// Writes in the language of the report.
pub struct Describer<'a> {
    language: Language,
    book: &'a crate::codebook::Codebook,
    words: &'a Words,
    level: Option<Level>,
}

impl<'a> Describer<'a> {
    /// For the areas of a scope.
    pub fn new(scope: &Scope<'a>) -> Self {
        let mut levels = scope.areas.iter().filter_map(|at| scope.area(*at)).map(|area| area.level);
        let level = levels.next().filter(|first| levels.all(|level| level == *first));
        Self { language: scope.facts.language, book: scope.facts.book, words: scope.words, level }
    }

    fn pick<'b>(&self, swedish: &'b str, english: &'b str) -> &'b str {
        self.language.pick(swedish, english)
    }

    /// A number as it is.
    pub fn plain(&self, number: Ratio) -> String {
        number.written(self.language, 2)
    }

    /// `18 av 21`.
    pub fn of(&self, part: Ratio, base: Ratio) -> String {
        format!("{} {} {}", self.plain(part), self.pick("av", "of"), self.plain(base))
    }

    /// `17 av 21 (81 %)`.
    pub fn part_of_base(&self, part: Ratio, base: Ratio) -> String {
        match part.over(base) {
            Some(share) => format!("{} ({})", self.of(part, base), self.percent(share)),
            None => self.of(part, base),
        }
    }

    fn percent(&self, share: Ratio) -> String {
        let hundredfold = share.times(Ratio::whole(100)).unwrap_or(share);
        let space = self.pick("\u{a0}", "");
        format!("{}{space}%", hundredfold.written(self.language, 1))
    }

    fn kronor(&self, kronor: Ratio, unit: Unit) -> String {
        let in_units = kronor.over(unit.size()).unwrap_or(kronor);
        let word = Unit::WORDS.iter().find(|(_, known)| *known == unit).map_or("kr", |(word, _)| word);
        let decimals = if unit == Unit::Millions { 3 } else { 2 };
        format!("{}{NO_BREAK}{word}", in_units.written(self.language, decimals))
    }

    /// A computed number in the manner of the stated one.
    ///
    /// # Errors
    /// [`Stop`].
    pub fn value(&self, scope: &Scope<'_>, left: &Quantity, computed: Ratio, right: &Quantity) -> Result<String, Stop> {
        let unit = match right {
            Quantity::Number { unit, .. } => Some(*unit),
            _ => None,
        };
        if let Quantity::Operation { operator: Operator::Of | Operator::Over, left: part, right: base, .. } = left {
            let (part_value, base_value) = (evaluate(scope, part)?, evaluate(scope, base)?);
            if is_funds(part) {
                let [part, base] = [part_value, base_value].map(|kronor| self.kronor(kronor, Unit::Millions));
                return Ok(format!("{part} {} {base} ({})", self.pick("av", "of"), self.percent(computed)));
            }
            if part_value.as_whole().is_some() && base_value.as_whole().is_some() {
                return Ok(self.part_of_base(part_value, base_value));
            }
        }
        Ok(match unit {
            Some(Unit::Percent) => self.percent(computed),
            Some(unit @ (Unit::Kronor | Unit::Thousands | Unit::Millions)) => self.kronor(computed, unit),
            _ if is_funds(left) => self.kronor(computed, Unit::Kronor),
            _ => self.plain(computed),
        })
    }

    /// The true number with the digits of the stated one, without a unit, to stand in its place.
    pub fn number_like(&self, computed: Ratio, stated: &Quantity) -> String {
        let Quantity::Number { written, unit } = stated else { return self.plain(computed) };
        let in_units = computed.over(unit.size()).unwrap_or(computed);
        let digit = written.last_digit.over(unit.size()).unwrap_or(Ratio::ONE);
        // As many decimals as the stated number has; one more where rounding would give the stated number back.
        let decimals =
            (0..6).find(|d| Ratio::power_of_ten(-*d).is_some_and(|p| p <= digit)).unwrap_or(0).unsigned_abs();
        let like = |decimals| in_units.written(self.language, decimals);
        let stated = written.value.over(unit.size()).unwrap_or(written.value).written(self.language, decimals);
        if like(decimals) == stated { like(decimals + 2) } else { like(decimals) }
    }

    /// What a comparison states.
    pub fn stated(&self, relation: &Relation, right: &Quantity, value: Ratio) -> String {
        let number = match right {
            Quantity::Number { unit: Unit::Percent, .. } => self.percent(value),
            Quantity::Number { unit: Unit::Plain, .. } => self.plain(value),
            Quantity::Number { unit, .. } => self.kronor(value, *unit),
            Quantity::Operation { operator, left, right, .. } => match (&**left, &**right) {
                (Quantity::Number { written: part, .. }, Quantity::Number { written: base, .. })
                    if matches!(operator, Operator::Of | Operator::Over) =>
                {
                    let sign = if *operator == Operator::Of { self.pick(" av ", " of ") } else { "/" };
                    format!("{}{sign}{}", self.plain(part.value), self.plain(base.value))
                }
                _ => self.plain(value),
            },
            other if is_funds(other) => self.kronor(value, Unit::Kronor),
            _ => self.plain(value),
        };
        match relation {
            Relation::Exact(Symbol::Equal) | Relation::Rounded | Relation::Truncated => number,
            Relation::Exact(symbol) => format!("{} {number}", sign(*symbol)),
            Relation::Word(word) => format!("{} {number}", word.text),
        }
    }

    /// What a vague word states.
    pub fn limit(&self, word: &Named, limit: Limit, is_share: bool) -> String {
        let value = if is_share { self.percent(limit.value) } else { self.plain(limit.value) };
        format!("{} ({} {value})", word.text, sign(limit.symbol))
    }

    /// A sentence that says what a quantity is.
    pub fn sentence(&self, quantity: &Quantity, value: &str) -> String {
        let subject = match quantity {
            Quantity::Operation { operator: Operator::Of | Operator::Over, left, .. } => self.quantity(left),
            other => self.quantity(other),
        };
        let mut letters = subject.chars();
        let subject: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        format!("{subject} {} {value}.", self.pick("är", "is"))
    }

    /// A sentence that says what a number is; for a share that is stated as a fraction with the fraction that fits.
    ///
    /// # Errors
    /// [`Stop`].
    pub fn true_number(
        &self,
        scope: &Scope<'_>,
        left: &Quantity,
        computed: Ratio,
        right: &Quantity,
        value: &str,
    ) -> Result<String, Stop> {
        if super::verdict::is_fraction(right)
            && let Some(fraction) = self.fraction(computed)
        {
            return Ok(self.sentence(left, &format!("{value}, {fraction}")));
        }
        if !matches!(right, Quantity::Number { .. }) && !super::verdict::is_fraction(right) {
            let other = self.value(scope, right, evaluate(scope, right)?, right)?;
            let sentences = [self.sentence(left, value), self.sentence(right, &other)];
            return Ok(sentences.join(" "));
        }
        Ok(self.sentence(left, value))
    }

    /// The nearest simple fraction with the word that fits: *drygt en tredjedel*.
    fn fraction(&self, share: Ratio) -> Option<String> {
        let distance = |(part, base, ..): &(i128, i128, &str, &str)| {
            Ratio::new(*part, *base).and_then(|f| share.minus(f)).map_or(Ratio::ONE, Ratio::size)
        };
        let nearest = FRACTIONS.iter().min_by_key(|fraction| distance(fraction))?;
        let stated = Ratio::new(nearest.0, nearest.1)?;
        let name = self.pick(nearest.2, nearest.3);
        if share == stated {
            return Some(name.to_owned());
        }
        let holds = |wanted: &str| {
            self.words.near().any(|(word, near)| word == wanted && near.holds(share, stated, None, None) == Some(true))
        };
        if holds("over") {
            return Some(format!("{} {name}", self.pick("drygt", "just over")));
        }
        holds("under").then(|| format!("{} {name}", self.pick("knappt", "just under")))
    }

    fn quantity(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Number { written, .. } => self.plain(written.value),
            Quantity::Measure(measure) => self.measure(measure),
            Quantity::Column(name) => name.text.clone(),
            Quantity::Operation { operator, left, right, .. } => {
                let word = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "\u{2212}",
                    Operator::Times => "·",
                    Operator::Over => "/",
                    Operator::Of => self.pick("av", "of"),
                };
                format!("{} {word} {}", self.quantity(left), self.quantity(right))
            }
            Quantity::Fold { fold, breakdown } => {
                use super::syntax::Fold;
                let word = match fold {
                    Fold::Total => self.pick("summan", "the sum"),
                    Fold::Largest => self.pick("det högsta värdet", "the largest value"),
                    Fold::Smallest => self.pick("det lägsta värdet", "the smallest value"),
                    Fold::Kinds => self.pick("antalet slag", "the number of kinds"),
                };
                format!("{word} ({})", self.breakdown(breakdown))
            }
        }
    }

    fn breakdown(&self, breakdown: &Breakdown) -> String {
        match &breakdown.source {
            Source::Cells { item, column, .. } => format!("{} {} {}", column.text, self.pick("i", "in"), item.text),
            Source::By(quantity, dimension) => {
                use super::syntax::Dimension;
                let by = match dimension {
                    Dimension::Values { names, .. } => self.names(names),
                    Dimension::Area => self.pick("område", "area").to_owned(),
                    Dimension::Recipient => self.pick("mottagare", "recipient").to_owned(),
                };
                format!("{} {} {by}", self.quantity(quantity), self.pick("efter", "by"))
            }
        }
    }

    fn measure(&self, measure: &Measure) -> String {
        let subject = match &measure.kind {
            MeasureKind::Interventions => self.pick("antalet insatser", "the number of interventions").to_owned(),
            MeasureKind::Kronor => {
                self.pick("viktade medel för insatser", "the weighted funds of interventions").to_owned()
            }
            MeasureKind::Reported => {
                self.pick("redovisade medel för insatser", "the reported funds of interventions").to_owned()
            }
            MeasureKind::Respondents => self.respondents().to_owned(),
            MeasureKind::Recipients => {
                self.pick("antalet mottagare som rekvirerat medel", "the number of recipients of funds").to_owned()
            }
            MeasureKind::Requisitioned => self.pick("rekvirerade medel", "the requisitioned funds").to_owned(),
            MeasureKind::Repaid => self.pick("återbetalade medel", "the repaid funds").to_owned(),
            MeasureKind::Target => self
                .pick("rekvirerade medel efter återbetalning", "the requisitioned funds less what was repaid")
                .to_owned(),
            MeasureKind::Excluded => {
                self.pick("antalet uteslutna insatser", "the number of excluded interventions").to_owned()
            }
            MeasureKind::Areas => self.pick("antalet områden", "the number of areas").to_owned(),
            MeasureKind::Cell { item, keys, column } => {
                let keys: Vec<_> = keys.iter().map(|k| k.text.as_str()).collect();
                format!(
                    "{} {} {} {} {}",
                    column.text,
                    self.pick("för", "of"),
                    keys.join(", "),
                    self.pick("i", "in"),
                    item.text
                )
            }
            MeasureKind::Rows { item } => {
                format!("{} {}", self.pick("antalet rader i", "the number of rows in"), item.text)
            }
            MeasureKind::Sum { item, column } => {
                format!(
                    "{} {} {} {}",
                    self.pick("summan av", "the sum of"),
                    column.text,
                    self.pick("i", "in"),
                    item.text
                )
            }
        };
        let areas: Vec<_> = measure.selection.areas.iter().map(|a| a.text.clone()).collect();
        let place = if areas.is_empty() { String::new() } else { format!(" ({})", list(self.language, &areas)) };
        let condition = measure.selection.condition.as_ref();
        let with =
            condition.map(|c| format!(" {} {}", self.pick("med", "with"), self.condition(c))).unwrap_or_default();
        format!("{subject}{place}{with}")
    }

    fn respondents(&self) -> &str {
        match self.level {
            Some(Level::Region) => self.pick("antalet regioner", "the number of regions"),
            Some(Level::County) => self.pick("antalet län", "the number of counties"),
            Some(Level::Municipality) => self.pick("antalet kommuner", "the number of municipalities"),
            None => self.pick("antalet som svarat", "the number of respondents"),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let joined = |all: &[Condition], word: &str| {
            all.iter().map(|c| self.condition(c)).collect::<Vec<_>>().join(&format!(" {word} "))
        };
        match condition {
            Condition::And(all) => joined(all, self.pick("och", "and")),
            Condition::Or(all) => joined(all, self.pick("eller", "or")),
            Condition::Not(inside) => format!("{} ({})", self.pick("inte", "not"), self.condition(inside)),
            Condition::Test(test) => self.test(test),
        }
    }

    fn test(&self, test: &Test) -> String {
        let not = |negated: bool| if negated { self.pick("inte ", "not ") } else { "" };
        match test {
            Test::Has { names, item, values, negated } => {
                let item = item.as_ref().map(|i| format!(" »{}«", i.text)).unwrap_or_default();
                let values: Vec<_> = values.iter().map(|v| self.code_or_text(names, v)).collect();
                format!("{}{item} {}{}", self.names(names), not(*negated), values.join(self.pick(" eller ", " or ")))
            }
            Test::Number { name, symbol, number } => {
                let of = self.names(std::slice::from_ref(name));
                format!("{} {of} {} {}", self.pick("antal", "number of"), sign(*symbol), self.plain(*number))
            }
            Test::Answered(name) => format!("{} {}", self.pick("svar på", "an answer to"), name.text),
            Test::Asked(name) => format!("{} {}", self.pick("frågan", "the question"), name.text),
            Test::Recipient(names, negated) => {
                let names: Vec<_> = names.iter().map(|n| n.text.as_str()).collect();
                format!("{}{}", not(*negated), names.join(self.pick(" eller ", " or ")))
            }
            Test::Level(name) => format!("{} {}", self.pick("nivå", "level"), name.text),
            Test::Comparison { left, symbol, right } => {
                format!("{} {} {}", self.quantity(left), sign(*symbol), self.quantity(right))
            }
        }
    }

    /// Domains by their names, questions by their ids.
    fn names(&self, names: &[Named]) -> String {
        let name = |named: &Named| match crate::codebook::Domain::from_word(&named.text) {
            Some(domain) => self.book.domain_label(domain, self.language).to_lowercase(),
            None => named.text.clone(),
        };
        names.iter().map(name).collect::<Vec<_>>().join(self.pick(" eller ", " or "))
    }

    fn code_or_text(&self, names: &[Named], value: &Named) -> String {
        let domain = names.first().and_then(|n| crate::codebook::Domain::from_word(&n.text));
        match domain.and_then(|domain| self.book.code(domain, &value.text)) {
            Some(code) => code.label.get(self.language).to_owned(),
            None => format!("»{}«", value.text),
        }
    }

    /// What a place states: the values, by their names.
    pub fn place(&self, placed: &Placed, place: &Place) -> String {
        let names: Vec<_> =
            placed.placed.iter().filter_map(|at| placed.ranking.get(*at)).map(|e| e.name.as_str()).collect();
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
            Place::Vague(word) => word.text.clone(),
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
                parts.push(format!("{} {}", entry.name, self.entry_value(entry, breakdown)));
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
                let wrong = |e: &&Entry| (e.value > Ratio::ZERO) != (*place == Place::Present);
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

/// With a small letter where the second letter is small, so that abbreviations stay.
pub fn small_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

fn sign(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Equal => "=",
        Symbol::Unequal => "≠",
        Symbol::Below => "<",
        Symbol::AtMost => "≤",
        Symbol::Above => ">",
        Symbol::AtLeast => "≥",
    }
}

/// Whether a quantity is an amount of money.
pub fn is_funds(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Measure(measure) => measure.kind.is_funds(),
        Quantity::Operation { operator: Operator::Plus | Operator::Minus, left, .. } => is_funds(left),
        Quantity::Fold { fold, breakdown } => match &breakdown.source {
            Source::By(quantity, _) => *fold != super::syntax::Fold::Kinds && is_funds(quantity),
            Source::Cells { .. } => false,
        },
        Quantity::Number { unit, .. } => matches!(unit, Unit::Kronor | Unit::Thousands | Unit::Millions),
        _ => false,
    }
}
