//! Whether a claim's sentence and its assertion state the same numbers.
//!
//! Only what can be compared is: a number of the sentence that the assertion knows nothing of, beside a number of the same
//! kind in the assertion that the sentence knows nothing of. Years and what else nobody counts are no numbers here; numbers
//! in conditions, in places and in arithmetic may bear out a number of the sentence and are never held against it.

use super::numbers::{Figure, Kind, Value, figures};
use super::syntax::{
    Assertion, Fold, MeasureKind, Operator, Part, Place, Quantity, Relation, Source, Statement, Symbol, Unit,
};
use super::token::Written;
use super::walk;
use crate::exact::{Exact, Rounding};
use crate::money::Currency;
use crate::wording::{Language, NO_BREAK};

/// A number that an assertion states of something.
struct Asserted {
    value: Value,
    /// What it counts; nothing where it may be anything.
    kind: Option<Kind>,
    /// One unit of its last digit, in whole units.
    last_digit: Exact,
    /// Its digits without their unit.
    digits: Exact,
    /// What room the relation leaves.
    room: Room,
    /// As a message shows it.
    shown: String,
}

/// What room an assertion leaves for its number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    None,
    /// It is a bound, which the sentence names as it is.
    Bound,
    /// A word of precision stands before it.
    Word,
}

impl Asserted {
    fn holds(&self, number: Exact) -> bool {
        match self.value {
            Value::Number(value) => value == number,
            Value::Of(part, base) => part == number || base == number,
            Value::Word(_) => false,
        }
    }
}

/// A number of a sentence.
struct Said<'a> {
    figure: Figure,
    text: &'a str,
    last_digit: Exact,
    digits: Option<Exact>,
    /// What stands before it, in small letters.
    before: String,
}

/// The first number of a sentence, and of its assertion, that contradict each other.
pub(super) fn contradiction(sentence: &str, assertion: &Assertion) -> Option<(String, String)> {
    let said: Vec<Said<'_>> = said(sentence);
    let asserted: Vec<Asserted> = assertion.statements.iter().filter_map(asserted).collect();
    // What is stated is compared by its relation, not as a number that happens to stand there.
    let mut known = walk::found(assertion).numbers;
    known.retain(|number| !asserted.iter().any(|a| a.holds(*number)));
    let is_known = |s: &Said<'_>| match s.figure.value {
        Value::Of(part, base) => known.contains(&part) && known.contains(&base),
        _ => known.iter().any(|n| is_about(s, *n, Room::None)),
    };
    let borne_out = |s: &&Said<'_>| is_known(s) || asserted.iter().any(|a| agrees(s, a));
    let unknown: Vec<&Said<'_>> = said.iter().filter(|s| !borne_out(s)).collect();
    let unsaid: Vec<&Asserted> = asserted.iter().filter(|a| !said.iter().any(|s| agrees(s, a))).collect();
    let pairs = unknown.iter().flat_map(|s| unsaid.iter().map(move |a| (s, a)));
    let (said, asserted) = pairs.into_iter().find(|(s, a)| comparable(s, a))?;
    Some((said.text.to_owned(), asserted.shown.clone()))
}

/// How a number of one sentence stands to a number of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They say the same: in the digits of the rounder one, and as far as a word before one of them allows.
    Same,
    /// They do not.
    Other,
    /// They have the same digits, of something else: 20 percent and 20 percentage points, or 20 regions.
    OtherUnit,
    /// They cannot be compared.
    Apart,
}

/// How two numbers stand to each other, each with the sentence that it stands in.
pub fn agreement(one: (&str, &Figure), other: (&str, &Figure)) -> Agreement {
    let kinds = (one.1.kind, other.1.kind);
    let both = Said::new(one.0, one.1.clone()).zip(Said::new(other.0, other.1.clone()));
    let Some((one, other)) = both else { return Agreement::Apart };
    let told = |same: bool| if same { Agreement::Same } else { Agreement::Other };
    let beside = |number: &Said<'_>, part: Exact, base: Exact, kind: Kind| {
        let share = part.over(base);
        match kind {
            Kind::Count => told([part, base].into_iter().any(|own| is_said(number, own))),
            Kind::Share if share.is_some_and(|share| is_about(number, share, Room::None)) => Agreement::Same,
            Kind::Share if number.digits == Some(part) => Agreement::OtherUnit,
            Kind::Share | Kind::Points | Kind::Money | Kind::Word => Agreement::Apart,
        }
    };
    match (one.figure.value, other.figure.value) {
        (Value::Of(part, base), Value::Of(own, of)) => {
            told((part, base) == (own, of) || part.over(base).zip(own.over(of)).is_some_and(|(a, b)| a == b))
        }
        (Value::Of(part, base), Value::Number(_)) => beside(&other, part, base, kinds.1),
        (Value::Number(_), Value::Of(part, base)) => beside(&one, part, base, kinds.0),
        (Value::Number(a), Value::Number(b)) if kinds.0 == kinds.1 => {
            // A word of precision on both sides leaves no room.
            let room = |said: &Said<'_>| if said.is_led_by(&NEAR) { Room::Word } else { Room::None };
            told(is_about(&one, b, room(&other)) || is_about(&other, a, room(&one)))
        }
        (Value::Number(_), Value::Number(_)) if one.digits.is_some() && one.digits == other.digits => {
            Agreement::OtherUnit
        }
        _ => Agreement::Apart,
    }
}

/// A number of so many digits is exact.
const EXACT: usize = 3;

/// Whether a number of a sentence says another, as it is rounded and with the words of precision before it.
pub fn states(sentence: &str, figure: &Figure, number: Exact) -> bool {
    let Some(said) = Said::new(sentence, figure.clone()) else { return false };
    let digits = sentence.get(figure.digits.clone()).unwrap_or_default().chars().filter(char::is_ascii_digit).count();
    // What is written with many digits is no rough number, whatever stands before it.
    let is_rough = digits < EXACT || !said.is_led_by(&NEAR);
    let value = if let Value::Number(value) | Value::Of(value, _) = figure.value { value } else { return false };
    if is_rough { is_about(&said, number, Room::None) } else { close(value, number, said.last_digit, false) }
}

/// Whether a number is another, in digits or in words.
fn is_said(said: &Said<'_>, number: Exact) -> bool {
    said.digits.map_or(said.figure.value == Value::Number(number), |digits| digits == number)
}

fn said(sentence: &str) -> Vec<Said<'_>> {
    let figures = figures(sentence).into_iter().filter(|figure| !figure.is_word());
    figures.filter_map(|figure| Said::new(sentence, figure)).collect()
}

impl<'a> Said<'a> {
    fn new(sentence: &'a str, mut figure: Figure) -> Option<Self> {
        let text = sentence.get(figure.range.clone())?;
        if figure.kind == Kind::Points {
            figure.kind = Kind::Share;
        }
        let plain: String = sentence.get(figure.digits.clone())?.chars().filter(|c| !c.is_whitespace()).collect();
        let written = Written::parse(&plain.replace(',', "."));
        let unit = match (figure.value, &written) {
            (Value::Number(value), Some(written)) => value.over(written.value),
            _ => None,
        };
        let last_digit = written.zip(unit).and_then(|(written, unit)| written.last_digit.times(unit));
        let before = sentence.get(..figure.range.start)?.to_lowercase();
        let digits = written.map(|written| written.value);
        Some(Self { figure, text, last_digit: last_digit.unwrap_or(Exact::ONE), digits, before })
    }
}

fn asserted(statement: &Statement) -> Option<Asserted> {
    let (computed, relation, stated) = match statement {
        Statement::Comparison { computed, relation, stated } => (computed, relation, stated),
        Statement::Place { place: Place::AmongHighest(n) | Place::AmongLowest(n), .. } => return Some(places(*n)),
        Statement::Alike { part: Part::Order(Some(n)) | Part::Highest(n) | Part::Lowest(n), .. } => {
            return Some(places(*n));
        }
        _ => return None,
    };
    let (number, measured) = if is_number(stated) { (stated, computed) } else { (computed, stated) };
    // What is reckoned with further numbers is no longer what the sentence speaks of.
    if !is_number(number) || !reckoned(measured).is_empty() {
        return None;
    }
    let room = match relation {
        Relation::Exact(Symbol::Equal) | Relation::Rounded | Relation::Truncated => Room::None,
        Relation::Exact(_) => Room::Bound,
        Relation::Word(_) => Room::Word,
    };
    match &**number {
        Quantity::Number { written, unit } => Some(Asserted {
            value: Value::Number(written.value),
            kind: kind(*unit, measured),
            last_digit: written.last_digit,
            digits: written.value.over(unit.size())?,
            room,
            shown: shown(*written, *unit)?,
        }),
        Quantity::Operation { operator, left, right, .. } => {
            let (part, base) = (number_of(left)?, number_of(right)?);
            let value = match operator {
                Operator::Of => Value::Of(part, base),
                _ => Value::Number(part.over(base)?),
            };
            let [a, b] = [part, base].map(|n| n.written(Language::English, 4));
            let sign = if *operator == Operator::Of { " of " } else { "/" };
            let kind = Some(if *operator == Operator::Of { Kind::Count } else { Kind::Share });
            Some(Asserted { value, kind, last_digit: Exact::ONE, digits: part, room, shown: format!("{a}{sign}{b}") })
        }
        _ => None,
    }
}

/// So many places of a ranking: *de tre vanligaste*.
fn places(number: usize) -> Asserted {
    let value = Exact::count(number);
    Asserted {
        value: Value::Number(value),
        kind: Some(Kind::Count),
        last_digit: Exact::ONE,
        digits: value,
        room: Room::None,
        shown: number.to_string(),
    }
}

/// Whether a quantity is a written number, a part of its base in written numbers, or a fraction.
fn is_number(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Number { .. } => true,
        Quantity::Operation { operator: Operator::Of | Operator::Over, left, right, .. } => {
            number_of(left).is_some() && number_of(right).is_some()
        }
        _ => false,
    }
}

fn number_of(quantity: &Quantity) -> Option<Exact> {
    if let Quantity::Number { written, .. } = quantity { Some(written.value) } else { None }
}

/// The written numbers that a quantity is reckoned with, without those in its conditions.
fn reckoned(quantity: &Quantity) -> Vec<Exact> {
    match quantity {
        Quantity::Number { written, .. } => vec![written.value],
        Quantity::Operation { left, right, .. } => [reckoned(left), reckoned(right)].concat(),
        _ => Vec::new(),
    }
}

/// What a number counts: by its unit, and where it has none by what it is compared with.
fn kind(unit: Unit, measured: &Quantity) -> Option<Kind> {
    match unit {
        Unit::Percent => Some(Kind::Share),
        Unit::Money(..) => Some(Kind::Money),
        Unit::Plain => match measured {
            Quantity::Measure(measure) if measure.kind.is_funds() => Some(Kind::Money),
            Quantity::Measure(measure) if measure.kind.is_count() => Some(Kind::Count),
            Quantity::Measure(measure) => match &measure.kind {
                MeasureKind::Cell { column, .. } | MeasureKind::Sum { column, .. } => Some(of_column(&column.text)),
                _ => None,
            },
            Quantity::Fold { fold: Fold::Kinds, .. } => Some(Kind::Count),
            Quantity::Fold { breakdown, .. } => match &breakdown.source {
                Source::By(quantity, _) => kind(unit, quantity),
                Source::Cells { column, .. } => Some(of_column(&column.text)),
            },
            Quantity::Operation { operator: Operator::Of | Operator::Over, .. } => Some(Kind::Share),
            _ => None,
        },
    }
}

fn of_column(column: &str) -> Kind {
    let of_money = |(_, currency): (&str, Currency)| {
        column.rsplit_once('_').is_some_and(|(_, suffix)| suffix == currency.suffix())
    };
    if Currency::WORDS.into_iter().any(of_money) { Kind::Money } else { Kind::Count }
}

fn shown(written: Written, unit: Unit) -> Option<String> {
    let number = written.value.over(unit.size())?.written(Language::English, 6);
    let word = unit.word();
    Some(if word.is_empty() { number } else { format!("{number} {word}") })
}

/// Whether a number of the sentence and one of the assertion say the same.
fn agrees(said: &Said<'_>, asserted: &Asserted) -> bool {
    match (said.figure.value, asserted.value) {
        (Value::Of(part, base), Value::Of(other, of)) => part == other && base == of,
        (Value::Of(part, base), Value::Number(number)) => {
            let of_share =
                |share| close(number, share, asserted.last_digit, said.is_led_by(&NEAR) || asserted.room == Room::Word);
            part == number || part.over(base).is_some_and(of_share)
        }
        (Value::Number(number), Value::Of(part, base)) => {
            let of_share = |share| is_about(said, share, Room::None) || about(number, share);
            is_about(said, part, asserted.room)
                || is_about(said, base, Room::None)
                || (said.figure.kind == Kind::Share && part.over(base).is_some_and(of_share))
        }
        (Value::Number(_), Value::Number(other)) => is_about(said, other, asserted.room),
        _ => true,
    }
}

const ABOVE: [&str; 8] = ["mer än ", "fler än ", "över ", "minst ", "åtminstone ", "more than ", "over ", "at least "];
const BELOW: [&str; 8] =
    ["mindre än ", "färre än ", "under ", "högst ", "upp till ", "less than ", "fewer than ", "at most "];
const NEAR: [&str; 16] = [
    "ungefär ",
    "omkring ",
    "cirka ",
    "ca ",
    "ca. ",
    "runt ",
    "drygt ",
    "knappt ",
    "nästan ",
    "närmare ",
    "about ",
    "nearly ",
    "almost ",
    "around ",
    "roughly ",
    "ett ",
];

impl Said<'_> {
    /// Whether one of these words stands before the number.
    fn is_led_by(&self, words: &[&str]) -> bool {
        let before = self.before.replace(NO_BREAK, " ");
        words.iter().any(|word| before.ends_with(word))
    }
}

/// Whether a number of the sentence, with the words before it, may be said of a number. A word of precision on one side
/// leaves room; with one on both sides the numbers beside them are the same.
fn is_about(said: &Said<'_>, number: Exact, room: Room) -> bool {
    let value = match said.figure.value {
        Value::Number(value) | Value::Of(value, _) => value,
        Value::Word(_) => return false,
    };
    let size = |number: Exact| number.size().approximate();
    close(value, number, said.last_digit, said.is_led_by(&NEAR) != (room == Room::Word))
        || said.is_led_by(&ABOVE) && room != Room::Bound && size(number) >= size(value)
        || said.is_led_by(&BELOW) && room != Room::Bound && size(number) <= size(value)
}

/// Whether a written number is what another rounds to at its last digit, or is cut off to; loosely, a tenth or a digit away.
fn close(written: Exact, number: Exact, last_digit: Exact, loosely: bool) -> bool {
    // "Minskade med 5 miljoner" is said of −5 million.
    let (written, number) = (written.size(), number.size());
    let steps = number.over(last_digit);
    let is = |steps: i128| Exact::whole(steps).times(last_digit) == Some(written);
    let rounded = steps.is_some_and(|steps| is(steps.nearest(Rounding::HalfUp)) || is(steps.floor()));
    written == number || rounded || loosely && about(written, number)
}

/// Whether two numbers are at most a tenth of the larger, or one whole, apart.
fn about(one: Exact, other: Exact) -> bool {
    let (one, other) = (one.size().approximate(), other.size().approximate());
    let whole = if one.max(other) > 1.0 { 1.0 } else { 0.0 };
    (one - other).abs() <= f64::max(one.max(other) / 10.0, whole)
}

/// Whether two numbers that differ speak of the same thing: of the same kind, or with the same digits.
fn comparable(said: &Said<'_>, asserted: &Asserted) -> bool {
    let same_kind = asserted.kind.is_some_and(|kind| kind == said.figure.kind);
    let both_parts = matches!(said.figure.value, Value::Of(..)) && asserted.kind == Some(Kind::Share);
    let part_of_base = matches!(asserted.value, Value::Of(..)) && said.figure.kind == Kind::Share;
    same_kind || both_parts || part_of_base || said.digits == Some(asserted.digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::parse::parse;

    fn differs(sentence: &str, assertion: &str) -> bool {
        let parsed = parse(assertion).unwrap_or_else(|mistake| panic!("{assertion}: {:?}", mistake.message()));
        contradiction(sentence, &parsed).is_some()
    }

    #[test]
    fn the_same_number_is_known_in_any_writing() {
        for (sentence, assertion) in [
            ("Inom området har 133 insatser redovisats.", "interventions = 133"),
            ("Sammanlagt 1\u{a0}449 insatser.", "interventions = 1449"),
            ("Till dem gick cirka 135,4 miljoner kronor.", "kronor(goal = R1) is cirka 135.4 mnkr"),
            ("Till dem gick 135 400 000 kronor.", "kronor(goal = R1) = 135.4 mnkr"),
            ("Tretton av 21 regioner har svarat.", "respondents(implemented = 'Ja') of respondents = 13 of 21"),
            (
                "Drygt var tredje region (8 av 21) har svarat.",
                "respondents(implemented = 'Ja') of respondents is drygt 1/3",
            ),
            ("Drygt 130 insatser.", "interventions = 133"),
            ("Fler än 100 insatser.", "interventions = 133"),
            ("Hälften av insatserna.", "interventions(goal = R1) of interventions is ungefär 50 %"),
            ("Mellan 10 och 20 regioner.", "respondents >= 10; respondents <= 20"),
            ("Andelen ökade med 6 procentenheter.", "cell(a, 'b', c) = 6 %"),
            ("De tre vanligaste är desamma 2024.", "interventions by goal same highest 3 as interventions by effect"),
            // 62 percent is 13 of 21; a sentence may round it.
            ("62 procent av regionerna.", "respondents(implemented = 'Ja') of respondents = 13 of 21"),
        ] {
            assert!(!differs(sentence, assertion), "{sentence} {assertion}");
        }
    }

    #[test]
    fn another_number_is_told_in_any_writing() {
        for (sentence, assertion) in [
            ("Inom området har 143 insatser redovisats.", "interventions = 133"),
            ("Sammanlagt 1\u{a0}494 insatser.", "interventions = 1449"),
            ("Till dem gick cirka 153,4 miljoner kronor.", "kronor(goal = R1) is cirka 135.4 mnkr"),
            ("Till dem gick 13,54 miljoner kronor.", "kronor(goal = R1) = 135.4 mnkr"),
            ("Till dem gick 135,4 miljarder kronor.", "kronor(goal = R1) = 135.4 mnkr"),
            ("Fjorton av 21 regioner har svarat.", "respondents(implemented = 'Ja') of respondents = 13 of 21"),
            ("13 av 20 regioner har svarat.", "respondents(implemented = 'Ja') of respondents = 13 of 21"),
            ("13 procent av regionerna har svarat.", "respondents(implemented = 'Ja') = 13"),
            ("Var fjärde region.", "respondents(implemented = 'Ja') of respondents is ungefär 1/3"),
            ("Drygt 150 insatser.", "interventions = 133"),
            ("Fler än 140 insatser.", "interventions = 133"),
            ("Minst sex slags verksamheter.", "kinds(interventions by responsible) >= 5"),
            ("12,5 procent av medlen.", "kronor(goal = R1) of kronor is rounded 12.6 %"),
            ("Mellan 10 och 25 regioner.", "respondents >= 10; respondents <= 20"),
            ("De fyra vanligaste är desamma.", "interventions by goal same highest 3 as interventions by effect"),
        ] {
            assert!(differs(sentence, assertion), "{sentence} {assertion}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_not_accused() {
        for (sentence, assertion) in [
            ("Alla regioner har svarat.", "respondents = 21"),
            ("Av de 21 regionerna har de flesta svarat.", "respondents(implemented = 'Ja') of respondents is > 50 %"),
            ("Dubbelt så många insatser.", "interventions(goal = R1) = 2 * interventions(goal = R2)"),
            ("Antalet var 2024 högre än 2023.", "interventions > 100"),
            ("Insatser för unga 18–29 år är 12 till antalet.", "interventions(targets = 'Unga vuxna 18–29 år') = 12"),
            ("Tre regioner har anställt 12 personer.", "respondents(implemented = 'Ja') = 3"),
        ] {
            let parsed = parse(assertion);
            assert!(parsed.is_err() || !differs(sentence, assertion), "{sentence} {assertion}");
        }
    }
}
