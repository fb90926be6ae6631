//! What is stated and what is true, in words: for the console, the data files and the report.

mod change;
mod rankings;
mod terms;

pub(super) use rankings::ranking_sentence;

use super::facts::AreaFacts;
use super::measure::evaluate;
use super::range::Range;
use super::scope::{Scope, Stop};
use super::syntax::{Named, Operator, Quantity, Relation, Source, Symbol, Unit, pair, parts};
use super::words::{Limit, Words};
use crate::exact::Exact;
use crate::money::Currency;
use crate::msg;
use crate::register::{Level, find};
use crate::report::Percent;
use crate::study::Money;
use crate::wording::{Language, Message, NO_BREAK, sentence};

/// A fraction and what it is called.
type Fraction = (i128, i128, fn() -> Message);

/// The fractions that wordings use.
const FRACTIONS: [Fraction; 9] = [
    (1, 2, || msg!("fraction-half")),
    (1, 3, || msg!("fraction-third")),
    (2, 3, || msg!("fraction-two-thirds")),
    (1, 4, || msg!("fraction-quarter")),
    (3, 4, || msg!("fraction-three-quarters")),
    (1, 5, || msg!("fraction-fifth")),
    (2, 5, || msg!("fraction-two-fifths")),
    (1, 8, || msg!("fraction-eighth")),
    (1, 10, || msg!("fraction-tenth")),
];

/// Writes in the language of the report.
#[derive(Clone, Copy)]
pub struct Describer<'a> {
    language: Language,
    book: &'a crate::codebook::Codebook,
    words: &'a Words,
    level: Option<Level>,
    levels: &'a [Level],
    weighted: bool,
    currency: Currency,
    /// Areas, by their ids and titles.
    areas: &'a [AreaFacts<'a>],
    /// Whether values and areas are named by their labels; else by their ids.
    by_label: bool,
}

impl<'a> Describer<'a> {
    /// For the areas of a scope.
    pub fn new(scope: &Scope<'a>) -> Self {
        let mut levels = scope.areas.iter().filter_map(|at| scope.area(*at)).map(|area| area.level);
        let level = levels.next().filter(|first| levels.all(|level| level == *first));
        let (language, book) = (scope.facts.language, &*scope.facts.book);
        let weighted = scope.facts.money.is_some_and(Money::is_weighted);
        let (levels, currency) = (scope.facts.levels, scope.facts.currency);
        let (words, areas) = (scope.words, scope.facts.areas.as_slice());
        Self { language, book, words, level, levels, weighted, currency, areas, by_label: false }
    }

    /// The same in the names that readers know.
    pub fn for_readers(&self) -> Self {
        Self { by_label: true, ..*self }
    }

    /// What readers call an area of an id.
    fn title<'t>(&'t self, area: &'t str) -> &'t str {
        let known = self.areas.iter().find(|known| known.id == area || known.own_id == area);
        known.map_or(area, |known| known.title.get(self.language))
    }

    fn say(&self, message: Message) -> String {
        message.text(self.language)
    }

    /// A number as it is.
    pub fn plain(&self, number: Exact) -> String {
        number.written(self.language, 2)
    }

    /// `18 av 21`.
    pub fn of(&self, part: Exact, base: Exact) -> String {
        self.say(msg!("part-of-base", part = self.plain(part), base = self.plain(base)))
    }

    /// `17 av 21 (81 %)`.
    pub fn part_of_base(&self, part: Exact, base: Exact) -> String {
        match part.over(base) {
            Some(share) => self.with_share(self.plain(part), self.plain(base), share),
            None => self.of(part, base),
        }
    }

    fn with_share(&self, part: String, base: String, share: Exact) -> String {
        self.say(msg!("part-of-base-with-share", part, base, share = self.percent(share)))
    }

    /// A share as it comes out.
    fn percent(&self, share: Exact) -> String {
        let hundredfold = share.times(Exact::whole(100)).unwrap_or(share);
        self.say(msg!("share-in-percent", number = Percent::in_text(hundredfold, 1, self.language)))
    }

    /// Percent that somebody stated, or that are no share of a whole.
    fn in_percent(&self, number: Exact) -> String {
        let hundredfold = number.times(Exact::whole(100)).unwrap_or(number);
        self.say(msg!("share-in-percent", number = hundredfold.written(self.language, 1)))
    }

    fn amount(&self, amount: Exact, unit: Unit) -> String {
        if let (Unit::Money(1, currency), Some(amount)) = (unit, amount.amount()) {
            return self.language.amount(amount, currency);
        }
        let decimals = if matches!(unit, Unit::Money(1_000_000, _)) { 3 } else { 2 };
        self.in_unit(amount, unit, decimals)
    }

    fn in_unit(&self, amount: Exact, unit: Unit, decimals: u32) -> String {
        let in_units = amount.over(unit.size()).unwrap_or(amount);
        let number = in_units.written(self.language, decimals);
        match unit {
            Unit::Plain => number,
            Unit::Percent => format!("{number}{NO_BREAK}{}", unit.word()),
            Unit::Money(size, currency) => {
                let (unit, code) = (currency.short(), currency.code());
                self.say(match size {
                    1_000_000 => msg!("money-in-millions", number, unit, code),
                    1_000 => msg!("money-in-thousands", number, unit, code),
                    _ => msg!("money", number, unit),
                })
            }
        }
    }

    /// Funds beside others: in millions, and written out where other currencies than kronor are.
    fn funds(&self, funds: Exact, decimals: u32) -> String {
        let is_small = funds < Exact::whole(self.currency.least_in_millions());
        match self.currency {
            // What would be nothing in millions is told in kronor.
            Currency::Sek if funds != Exact::ZERO && is_nothing(funds, decimals) => {
                self.in_unit(funds, Unit::one(Currency::Sek), 0)
            }
            Currency::Sek => self.in_unit(funds, Unit::millions(Currency::Sek), decimals),
            currency if is_small => self.in_unit(funds, Unit::one(currency), 0),
            currency => self.in_unit(funds, Unit::millions(currency), decimals),
        }
    }

    fn one(&self) -> Unit {
        Unit::one(self.currency)
    }

    /// A computed number in the manner of the stated one.
    ///
    /// # Errors
    /// [`Stop`].
    pub fn value(&self, scope: &Scope<'_>, left: &Quantity, computed: Exact, right: &Quantity) -> Result<String, Stop> {
        let unit = match right {
            Quantity::Number { unit, .. } => Some(*unit),
            _ => None,
        };
        if let Quantity::Operation { operator: Operator::Of | Operator::Over, left: part, right: base, .. } = left {
            let (part_value, base_value) = (evaluate(scope, part)?, evaluate(scope, base)?);
            if is_funds(part) {
                let [part, base] = [part_value, base_value].map(|amount| self.funds(amount, 3));
                return Ok(self.with_share(part, base, computed));
            }
            if part_value.as_whole().is_some() && base_value.as_whole().is_some() {
                return Ok(self.part_of_base(part_value, base_value));
            }
        }
        Ok(self.in_manner(left, computed, unit))
    }

    /// A number of a quantity in a unit, or in its own.
    fn in_manner(&self, quantity: &Quantity, number: Exact, unit: Option<Unit>) -> String {
        match unit {
            Some(Unit::Percent) => self.percent(number),
            Some(unit @ Unit::Money(..)) => self.amount(number, unit),
            _ if is_funds(quantity) => self.amount(number, self.one()),
            _ => self.plain(number),
        }
    }

    /// A computed number with its interval, in the manner of the stated one; as it is where it is known.
    pub fn with_interval(&self, value: String, range: &Range, (left, right): (&Quantity, &Quantity)) -> String {
        if range.rests.refused {
            return self.say(msg!("value-without-interval", value));
        }
        if range.is_exact() {
            return value;
        }
        let is_share = matches!(left, Quantity::Operation { operator: Operator::Of | Operator::Over, .. });
        let unit = match right {
            Quantity::Number { unit, .. } if !is_share || *unit != Unit::Plain => Some(*unit),
            _ => is_share.then_some(Unit::Percent),
        };
        let [low, high] = [range.low, range.high].map(|end| self.in_manner(left, end, unit));
        self.say(msg!("value-with-interval", value, low, high))
    }

    /// The true number with the digits of the stated one, without a unit, to stand in its place.
    pub fn number_like(&self, computed: Exact, stated: &Quantity) -> String {
        let Quantity::Number { written, unit } = stated else { return self.plain(computed) };
        let in_units = computed.over(unit.size()).unwrap_or(computed);
        let digit = written.last_digit.over(unit.size()).unwrap_or(Exact::ONE);
        // As many decimals as the stated number has; one more where rounding would give the stated number back.
        let decimals =
            (0..6).find(|d| Exact::power_of_ten(-*d).is_some_and(|p| p <= digit)).unwrap_or(0).unsigned_abs();
        let like = |decimals| in_units.written(self.language, decimals);
        let stated = written.value.over(unit.size()).unwrap_or(written.value).written(self.language, decimals);
        if like(decimals) == stated { like(decimals + 2) } else { like(decimals) }
    }

    /// What a comparison states.
    pub fn stated(&self, relation: &Relation, right: &Quantity, value: Exact) -> String {
        let number = match right {
            Quantity::Number { unit: Unit::Percent, .. } => self.in_percent(value),
            Quantity::Number { unit: Unit::Plain, .. } => self.plain(value),
            Quantity::Number { unit, .. } => self.amount(value, *unit),
            Quantity::Operation { operator, left, right, .. } => match (&**left, &**right) {
                (Quantity::Number { written: part, .. }, Quantity::Number { written: base, .. })
                    if matches!(operator, Operator::Of | Operator::Over) =>
                {
                    match operator {
                        Operator::Of => self.of(part.value, base.value),
                        _ => format!("{}/{}", self.plain(part.value), self.plain(base.value)),
                    }
                }
                _ => self.plain(value),
            },
            other if is_funds(other) => self.amount(value, self.one()),
            _ => self.plain(value),
        };
        match relation {
            Relation::Exact(Symbol::Equal) | Relation::Rounded | Relation::Truncated => number,
            Relation::Exact(symbol) => format!("{} {number}", sign(*symbol)),
            Relation::Word(word) => format!("{} {number}", self.words.spoken(&word.text, self.language)),
        }
    }

    /// What a vague word states.
    pub fn limit(&self, word: &Named, limit: Limit, is_share: bool) -> String {
        let value = if is_share { self.in_percent(limit.value) } else { self.plain(limit.value) };
        format!("{} ({} {value})", self.words.spoken(&word.text, self.language), sign(limit.symbol))
    }

    /// A sentence that says what a quantity is.
    pub fn sentence(&self, quantity: &Quantity, value: &str) -> String {
        let subject = match quantity {
            Quantity::Operation { operator: Operator::Of | Operator::Over, left, .. } => self.quantity(left),
            other => self.quantity(other),
        };
        self.say(msg!("quantity-is", quantity = sentence(&subject), value))
    }

    /// A sentence that says what a number is; for a share that is stated as a fraction with the fraction that fits.
    ///
    /// # Errors
    /// [`Stop`].
    pub fn true_number(
        &self,
        scope: &Scope<'_>,
        left: &Quantity,
        computed: Exact,
        right: &Quantity,
        value: &str,
    ) -> Result<String, Stop> {
        if right.is_fraction()
            && let Some(fraction) = self.fraction(computed)
        {
            return Ok(self.sentence(left, &format!("{value}, {fraction}")));
        }
        if !matches!(right, Quantity::Number { .. }) && !right.is_fraction() {
            let other = self.value(scope, right, evaluate(scope, right)?, right)?;
            let sentences = [self.sentence(left, value), self.sentence(right, &other)];
            return Ok(sentences.join(" "));
        }
        Ok(self.sentence(left, value))
    }

    /// The nearest simple fraction with the word that fits: *drygt en tredjedel*.
    fn fraction(&self, share: Exact) -> Option<String> {
        let distance = |(part, base, _): &Fraction| {
            Exact::fraction(*part, *base).and_then(|f| share.minus(f)).map_or(Exact::ONE, Exact::size)
        };
        let (part, base, name) = FRACTIONS.iter().min_by_key(|fraction| distance(fraction))?;
        let (stated, fraction) = (Exact::fraction(*part, *base)?, name());
        if share == stated {
            return Some(self.say(fraction));
        }
        let holds = |wanted: &str| {
            self.words.near().any(|(word, near)| word == wanted && near.holds(share, stated, None, None) == Some(true))
        };
        if holds("over") {
            return Some(self.say(msg!("fraction-just-over", fraction)));
        }
        holds("under").then(|| self.say(msg!("fraction-just-under", fraction)))
    }
}

/// Whether funds are less than the last decimal of millions.
fn is_nothing(funds: Exact, decimals: u32) -> bool {
    Exact::power_of_ten(6 - decimals.cast_signed()).is_some_and(|least| funds.size() < least)
}

/// What readers call a value, inside a sentence: the names of registers as they are.
pub(super) fn in_sentence(label: &str, levels: &[Level]) -> String {
    let is_name = |level: &Level| find(*level, label).is_some_and(|recipient| recipient.name == label);
    if levels.iter().any(is_name) {
        return label.to_owned();
    }
    match parts(label) {
        Some((one, other)) => pair(&in_sentence(one, levels), &in_sentence(other, levels)),
        None => small_first(label),
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
        Quantity::Number { unit, .. } => matches!(unit, Unit::Money(..)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_registers_keep_their_capitals_inside_sentences() {
        let levels = Level::built_in();
        for (label, inside) in [
            ("Region Skåne", "Region Skåne"),
            ("Stockholms län", "Stockholms län"),
            ("Personal", "personal"),
            ("KBT", "KBT"),
        ] {
            assert_eq!(in_sentence(label, &levels), inside);
        }
    }
}
