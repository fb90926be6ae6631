//! What a chart shows in one sentence, to stand as its headline. It is found from the numbers that are drawn, and only where they bear
//! it: a tie bears none, nor an order that what has no code yet, or the interval of an estimate, could turn. With the sentence comes what
//! must hold for it to be said, which is asked of the data anew and judged with the claims of the study.

mod asserted;
mod over_years;
mod pairs;

use std::cmp::Reverse;

pub use asserted::{Asserted, quoted as quoted_in_assertion, reference};

use super::account::{Filled, Holds};
use super::alternative::{in_sentence, quoted};
use super::bubble::BubbleMark;
use super::interval::with_numbers;
use super::{
    AreaGroup, Attained, Bars, BarsGroup, Bubble, Content, Item, ItemDeclaration, KindDeclaration, Likert, Material,
    Value,
};
use crate::coding::State;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::exact::Exact;
use crate::msg;
use crate::wording::{Language, Message, Text, all_of};
use asserted::{Asked, Within, ahead, open, share_is};

/// A finding, and what must hold for it to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The sentence, without a full stop.
    pub text: String,
    /// What must hold.
    pub claims: Vec<Asserted>,
}

impl Headline {
    fn new(message: &Message, claims: Vec<Asserted>, language: Language) -> Self {
        Self { text: message.text(language), claims }
    }
}

/// Writes an item's headline, or tells why it has none.
pub(super) fn write(material: &Material<'_>, item: &mut Item, declared: &ItemDeclaration, messages: &mut Diagnostics) {
    match found(material, item, declared) {
        Ok(headline) => item.headline = Some(headline),
        Err(reason) => messages.push(not_said(item, declared, reason)),
    }
}

/// The notice that an item has no headline.
fn not_said(item: &Item, declared: &ItemDeclaration, reason: Message) -> Diagnostic {
    let called = &Text { sv: item.name().to_owned(), en: Some(shown(&item.id)) };
    Diagnostic::notice(declared.place.clone(), msg!("headline-not-said", item = called, reason))
}

impl Item {
    /// Takes its headline away, since what it claims does not hold: the title stands alone, and a notice says why.
    pub fn without_headline(&mut self, declared: &ItemDeclaration, reason: Message, language: Language) -> Diagnostic {
        self.headline = None;
        self.alternative = crate::signs::harmless(&super::alternative::describe(self, language)).into_owned();
        not_said(self, declared, reason)
    }
}

/// The finding of a chart; or why there is none.
fn found(material: &Material<'_>, item: &Item, declared: &ItemDeclaration) -> Result<Headline, Message> {
    let language = material.language;
    match (&item.content, &declared.kind) {
        (Content::Bubble(chart), KindDeclaration::Bubble { area, .. }) => of_bubble(chart, area, language),
        (Content::Bars(chart), KindDeclaration::Bars { areas, question, answer, .. }) => {
            of_bars(material, chart, areas, (question, answer.as_deref()))
        }
        (Content::Likert(chart), KindDeclaration::Likert { question, .. }) => of_likert(material, chart, question),
        (Content::Response(chart), KindDeclaration::Response(own)) => {
            of_response(chart, &Within::groups(material, &own.areas), language)
        }
        (Content::Attained(chart), KindDeclaration::Attainment(own)) => {
            of_attained(chart, own, &Within::groups(material, &own.areas), language)
        }
        (Content::Change(chart) | Content::Series(chart), KindDeclaration::Years(own)) => {
            over_years::of_years(material, chart, own)
        }
        (Content::Heat(chart), KindDeclaration::Cross(own)) => pairs::of_pairs(material, chart, own),
        (Content::Stacked(chart) | Content::Columns(chart), _) => of_accounts(chart, item, language),
        _ => Err(msg!("headline-of-no-kind")),
    }
}

/// One of several that are compared: its size, and what that may be at least and at most.
struct Compared<T> {
    what: T,
    name: String,
    size: Exact,
    low: Exact,
    high: Exact,
}

/// The one that is the largest of several whatever the others come to.
fn largest<T>(mut all: Vec<Compared<T>>) -> Result<T, Message> {
    all.sort_by_key(|own| Reverse(own.size));
    let mut all = all.into_iter();
    let (Some(first), Some(second)) = (all.next(), all.next()) else { return Err(msg!("headline-of-nothing")) };
    if first.size <= Exact::ZERO {
        return Err(msg!("headline-of-nothing"));
    }
    if second.size == first.size {
        return Err(msg!("headline-of-a-tie", one = first.name, other = second.name));
    }
    match std::iter::once(second).chain(all).find(|other| other.high >= first.low) {
        Some(other) => Err(msg!("headline-not-sure", one = first.name, other = other.name)),
        None => Ok(first.what),
    }
}

/// The code that most interventions have: of each domain where that is sure, in one where both have the same.
fn of_bubble(chart: &Bubble, area: &str, language: Language) -> Result<Headline, Message> {
    let of_domain = |series: usize| {
        let marks = chart.marks.iter().filter(|mark| mark.series == series);
        largest(marks.map(|mark| compared(chart, mark)).collect()).map(|mark| (series, mark))
    };
    let all: Vec<_> = (0..chart.domains.len()).map(of_domain).collect();
    let sure: Vec<(usize, &BubbleMark)> = all.iter().filter_map(|own| own.as_ref().ok().copied()).collect();
    let name = |series: usize| chart.domains.get(series).map_or("", |(_, name)| name.as_str());
    let of_base = |mark: &BubbleMark| {
        let number = super::mark::of_base(mark.interventions, chart.interventions, language);
        with_numbers(number, mark.estimated.as_ref(), language)
    };
    let text = match &sure[..] {
        [] => return Err(all.into_iter().find_map(Result::err).unwrap_or_else(|| msg!("headline-of-nothing"))),
        [(_, one), (_, other)] if one.code == other.code && one.label == other.label => {
            let domains = all_of(sure.iter().enumerate().map(|(at, (series, _))| match at {
                0 => name(*series).to_owned(),
                _ => name(*series).to_lowercase(),
            }));
            let numbers = all_of([of_base(one), of_base(other)]);
            msg!("headline-codes-alike", domains, code = in_sentence(&one.label), numbers).text(language)
        }
        _ => {
            let clauses = sure.iter().enumerate().map(|(at, (series, mark))| {
                let domain = if at == 0 { name(*series).to_owned() } else { name(*series).to_lowercase() };
                let code = in_sentence(&mark.label);
                msg!("headline-codes", domain, code, number = of_base(mark)).text(language)
            });
            clauses.collect::<Vec<_>>().join("; ")
        }
    };
    let statements = sure.iter().flat_map(|(_, mark)| of_code(chart, mark)).collect();
    Ok(Headline { text, claims: vec![Within::one(area).asserts(statements)] })
}

/// What is said of a bubble that is the largest of its domain.
fn of_code(chart: &Bubble, mark: &BubbleMark) -> Vec<String> {
    let Some((domain, _)) = chart.domains.get(mark.series) else { return Vec::new() };
    let code = reference(&mark.code);
    let own = format!("interventions({domain} = {code})");
    let mut all = vec![format!("{code} first in interventions by {domain}")];
    match mark.estimated.as_ref().and_then(|own| own.numbers) {
        Some(ends) => all.extend([format!("{own} >= {}", ends.low), format!("{own} <= {}", ends.high)]),
        None => {
            let (number, base) = (mark.interventions, chart.interventions);
            all.push(format!("{own} of interventions = {number} of {base}"));
            let states: Vec<State> = waiting(chart, mark).map(|gap| gap.state).collect();
            let others = format!("interventions by {domain} besides {code}");
            all.extend(open(*domain, &states).map(|open| ahead(&own, &others, &format!("interventions({open})"))));
        }
    }
    all
}

/// What has no code yet in the domain of a bubble.
fn waiting<'c>(chart: &'c Bubble, mark: &BubbleMark) -> impl Iterator<Item = &'c super::bubble::WithoutCode> {
    let series = mark.series;
    chart.without_code.iter().filter(move |gap| gap.series == series && gap.state != State::None)
}

/// A bubble among those of its domain: whatever has no code yet may come to have its code.
fn compared<'m>(chart: &Bubble, mark: &'m BubbleMark) -> Compared<&'m BubbleMark> {
    let open: usize = waiting(chart, mark).map(|gap| gap.interventions).sum();
    let ends = match &mark.estimated {
        None => [mark.interventions, mark.interventions + open],
        // Where an interval was refused the number may be anything.
        Some(own) => own.numbers.map_or([0, chart.interventions], |ends| [ends.low, ends.high]),
    };
    let [low, high] = ends.map(Exact::count);
    let name = shown(&mark.label);
    Compared { what: mark, name, size: Exact::count(mark.interventions), low, high }
}

/// The option with the longest bar, in every group.
fn of_bars(
    material: &Material<'_>,
    chart: &Bars,
    areas: &[AreaGroup],
    (question, answer): (&str, Option<&str>),
) -> Result<Headline, Message> {
    let language = material.language;
    let most: Vec<usize> =
        chart.groups.iter().map(|group| longest(chart, group, language)).collect::<Result<_, _>>()?;
    let names = super::bars::options(material, areas, question, answer);
    let claims = chart.groups.iter().zip(&most).map(|(group, option)| {
        let asked = Asked::new(material, &group.area, question, answer);
        of_option(&asked, (chart, group), (&names, *option), language)
    });
    let claims = claims.collect();
    let number = |group: usize| chart.value_text(group, most[group], language);
    let option = |group: usize| quoted(&chart.options[most[group]], language);
    let label = |group: usize| in_sentence(&chart.groups[group].label);
    let most_common = |option: String, number: crate::wording::Arg| match &chart.answer {
        Some(answer) => msg!("headline-of-answer", answer = quoted(answer, language), option, number),
        None => msg!("headline-of-option", option, number),
    };
    let message = match &most[..] {
        [] => return Err(msg!("headline-of-nothing")),
        [_] => most_common(option(0), number(0).into()),
        [first, others @ ..] if others.iter().all(|other| other == first) => {
            let numbers = (0..most.len()).map(|group| format!("{} ({})", number(group), label(group)));
            most_common(option(0), all_of(numbers))
        }
        _ => {
            let clause = |group: usize| {
                let (option, number) = (option(group), number(group));
                let label = if group == 0 { chart.groups[0].label.clone() } else { label(group) };
                msg!("headline-of-group", group = label, option, number).text(language)
            };
            let text = (0..most.len()).map(clause).collect::<Vec<_>>().join("; ");
            return Ok(Headline { text, claims });
        }
    };
    Ok(Headline::new(&message, claims, language))
}

/// What is said of the longest bar of a group; `names` are those of the bars in the questionnaire.
fn of_option(
    asked: &Asked<'_>,
    (chart, group): (&Bars, &BarsGroup),
    (names, option): (&[&str], usize),
    language: Language,
) -> Asserted {
    let (within, word, by) = (Within::one(&group.area), asked.word, asked.by());
    let name = names.get(option).copied().unwrap_or_default();
    let own = within.measure(word, &asked.of(name));
    let called = |at: &usize| names.get(*at).map(|name| asserted::quoted(name));
    let is_open = |at: &&usize| chart.options[**at] != *State::None.label().get(language);
    let states: Vec<String> = chart.without_code.iter().filter_map(called).collect();
    let besides = if states.is_empty() { String::new() } else { format!(" besides {}", states.join(", ")) };
    let mut all = vec![format!("{} first in {word} by {by}{besides}", asserted::quoted(name))];
    if group.bases[option] > 0 {
        let base = within.measure(word, &asked.base(name));
        all.push(format!("{own} of {base} = {} of {}", group.counts[option], group.bases[option]));
    }
    let open: Vec<&str> = chart.without_code.iter().filter(is_open).filter_map(|at| names.get(*at).copied()).collect();
    if !open.is_empty() {
        let others = std::iter::once(asserted::quoted(name)).chain(states).collect::<Vec<_>>().join(", ");
        let open = within.measure(word, &asked.any(&open));
        all.push(ahead(&own, &format!("{word} by {by} besides {others}"), &open));
    }
    within.asserts(all)
}

/// The option of a group with the longest bar. Where options were put to different numbers, it has the largest share, too.
fn longest(chart: &Bars, group: &BarsGroup, language: Language) -> Result<usize, Message> {
    let is_open = |option: &usize| chart.options[*option] != *State::None.label().get(language);
    let open: usize = chart.without_code.iter().filter(|option| is_open(option)).map(|at| group.counts[*at]).sum();
    let all = |of_shares: bool| {
        let options = (0..chart.options.len()).filter(|option| !chart.without_code.contains(option));
        let compared = options.filter_map(|option| {
            let base = if of_shares { Exact::count(group.bases[option]) } else { Exact::ONE };
            let size = |count: usize| Exact::count(count).over(base);
            let (own, high) = (size(group.counts[option])?, size(group.counts[option] + open)?);
            let name = shown(&chart.options[option]);
            Some(Compared { what: option, name, size: own, low: own, high })
        });
        largest(compared.collect())
    };
    let (by_number, by_share) = (all(false)?, all(true)?);
    if chart.shares || by_number == by_share {
        return Ok(by_share);
    }
    let [one, other] = [by_number, by_share].map(|option| shown(&chart.options[option]));
    Err(msg!("headline-not-sure", one, other))
}

/// The item with the largest share in the first half of the scale.
fn of_likert(material: &Material<'_>, chart: &Likert, question: &str) -> Result<Headline, Message> {
    let (language, half) = (material.language, chart.answers.len() / 2);
    let all = chart.items.iter().enumerate().filter_map(|(at, item)| {
        let count: usize = item.counts.iter().take(half).sum();
        let size = Exact::count(count).over(Exact::count(item.base))?;
        let name = shown(&item.label);
        Some(Compared { what: (at, item, count), name, size, low: size, high: size })
    });
    let (at, item, count) = largest(all.collect())?;
    let answers = all_of(chart.answers[..half].iter().map(|answer| quoted(answer, language)));
    let (what, number) = (quoted(&item.label, language), super::mark::of_base(count, item.base, language));
    let message = msg!("headline-of-scale", count = half, answers, what, number);
    let (asked, within) = (Asked::new(material, &chart.area, question, None), Within::one(&chart.area));
    let (items, scale) = (asked.options(), asked.answers());
    let upper = &scale[..half.min(scale.len())];
    let share = |item: &str| {
        let [part, base] = [upper, &scale].map(|answers| within.measure(asked.word, &asked.item(item, answers)));
        format!("{part} of {base}")
    };
    let own = items.get(at).map(|item| share(item)).unwrap_or_default();
    let others = items.iter().zip(&chart.items).enumerate().filter(|(other, (_, item))| *other != at && item.base > 0);
    let mut all = vec![format!("{own} = {count} of {}", item.base)];
    all.extend(others.map(|(_, (name, _))| format!("{own} > {}", share(name))));
    Ok(Headline::new(&message, vec![within.asserts(all)], language))
}

/// How many answered of all.
fn of_response(chart: &Bars, within: &Within, language: Language) -> Result<Headline, Message> {
    let Some(group) = chart.groups.first() else { return Err(msg!("headline-of-nothing")) };
    if group.bases.contains(&0) || group.bases.is_empty() {
        return Err(msg!("headline-of-nothing"));
    }
    let [count, base] = [&group.counts, &group.bases].map(|numbers| numbers.iter().sum::<usize>());
    let message = msg!("headline-of-response", number = super::mark::of_base(count, base, language));
    let [answered, expected] = [("respondents", "expected = 1"), ("expected", "")].map(|(w, c)| within.measure(w, c));
    let claim = within.asserts(vec![format!("{answered} of {expected} = {count} of {base}")]);
    Ok(Headline::new(&message, vec![claim], language))
}

/// What is attained most; whatever is not decided yet may come to be attained.
fn of_attained(
    chart: &Attained,
    item: &super::AttainmentItem,
    within: &Within,
    language: Language,
) -> Result<Headline, Message> {
    let waiting: Vec<usize> = (0..chart.parts.len()).filter(|part| chart.parts[*part].0.is_open()).collect();
    let all = chart.rows.iter().filter_map(|row| {
        let low = chart.share(row, 0)?;
        let high = waiting.iter().filter_map(|part| chart.share(row, *part)).try_fold(low, Exact::plus)?;
        Some(Compared { what: row, name: shown(&row.label), size: low, low, high })
    });
    let row = largest(all.collect())?;
    let part = chart.parts.first().map(|(_, name)| name.as_str()).unwrap_or_default();
    let (what, number) = (in_sentence(&row.label), chart.of_base(row, 0, language));
    let message = msg!("headline-of-attained", part, what, number);
    let word = if chart.is_of_funds() { "funds" } else { "interventions" };
    let (aimed, attained) = (item.aimed, item.attained);
    let still = format!(
        "{attained} = {}, {}",
        asserted::quoted(State::NotCoded.word()),
        asserted::quoted(State::Unsettled.word())
    );
    let of = |row: &super::AttainedRow, reported: &dyn Fn(&str) -> String| {
        let code = reference(&row.code);
        let base = format!("{aimed} = {code}");
        let part = within.measure(word, &format!("{base} and {}", reported(&code)));
        (part, within.measure(word, &base))
    };
    let same = |code: &str| format!("{attained} = {code}");
    let (own, base) = of(row, &same);
    let share = chart.share(row, 0).and_then(|share| share.times(Exact::whole(100)));
    let mut all: Vec<String> = share.and_then(|share| share_is(&own, &base, share, 0)).into_iter().collect();
    for other in chart.rows.iter().filter(|other| other.code != row.code) {
        let (part, whole) = of(other, &|code| match waiting.is_empty() {
            true => same(code),
            false => format!("({} or {still})", same(code)),
        });
        all.push(format!("{own} of {base} > {part} of {whole}"));
    }
    Ok(Headline::new(&message, vec![within.asserts(all)], language))
}

/// The row with the largest sum of all columns, where they are of one kind; what is missing bears no order.
fn of_accounts(chart: &Filled, item: &Item, language: Language) -> Result<Headline, Message> {
    let Some(first) = chart.columns.first() else { return Err(msg!("headline-of-nothing")) };
    let is_sum = |holds: Holds| matches!(holds, Holds::Money | Holds::Count | Holds::Number);
    if !is_sum(first.holds) || chart.columns.iter().any(|column| column.holds != first.holds || column.line) {
        return Err(msg!("headline-of-no-kind"));
    }
    let sum = |row: usize| {
        let cells = chart.columns.iter().map(|column| column.cells.get(row).and_then(|cell| cell.value));
        Exact::sum(cells.collect::<Option<Vec<_>>>()?)
    };
    let all = chart.rows.iter().enumerate().map(|(at, row)| {
        let size = sum(at).ok_or_else(|| msg!("headline-of-gaps", row = shown(&row.label)))?;
        Ok(Compared { what: (at, row), name: shown(&row.label), size, low: size, high: size })
    });
    let (at, row) = largest(all.collect::<Result<_, Message>>()?)?;
    let value = first.shortly(super::account::Cell::of(sum(at)), language);
    let message = match &chart.columns[..] {
        [only] => msg!("headline-of-column", column = &only.label, row = &row.label, value),
        _ => msg!("headline-of-sums", row = &row.label, value),
    };
    let columns: Vec<String> = chart.columns.iter().map(|column| asserted::quoted(&column.id)).collect();
    let (id, key) = (asserted::quoted(&item.id), asserted::quoted(&row.key));
    let own: Vec<String> = columns.iter().map(|column| format!("cell({id}, {key}, {column})")).collect();
    let reaches = format!("rows({id}: {} >= {}) = 1", columns.join(" + "), own.join(" + "));
    let printed = chart.columns.iter().zip(&own).filter_map(|(column, own)| {
        let Value::Integer(number) = column.printed(column.cells[at], Some(&row.key), false) else { return None };
        Some(format!("{own} = {number}"))
    });
    let statements: Vec<String> = std::iter::once(reaches).chain(printed).collect();
    let claim = Asserted { area: super::ALL_AREAS.to_owned(), assertion: asserted::joined(&statements) };
    Ok(Headline::new(&message, vec![claim], language))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares sizes with what they may be at least and at most.
    fn first(all: &[(&'static str, usize, usize, usize)]) -> Result<&'static str, String> {
        let compared = all.iter().map(|(what, size, low, high)| {
            let [size, low, high] = [size, low, high].map(|number| Exact::count(*number));
            Compared { what: *what, name: (*what).to_owned(), size, low, high }
        });
        largest(compared.collect()).map_err(|reason| reason.text(Language::English))
    }

    #[test]
    fn the_largest_is_so_whatever_the_others_come_to() {
        // Three and one, of which one more may be coded: 3 against at most 2.
        assert_eq!(first(&[("a", 1, 1, 2), ("b", 3, 3, 4)]), Ok("b"));
        // Three and two: one without a code could make them equal.
        assert_eq!(
            first(&[("a", 2, 2, 3), ("b", 3, 3, 4)]),
            Err("it is not sure that b is the largest; a may be".to_owned())
        );
        assert_eq!(first(&[("a", 2, 2, 2), ("b", 2, 2, 2)]), Err("a and b are equal".to_owned()));
        // The third may be more than the second.
        assert!(first(&[("a", 9, 8, 10), ("b", 5, 4, 6), ("c", 3, 0, 12)]).is_err());
        assert!(first(&[("a", 3, 3, 3)]).is_err() && first(&[("a", 0, 0, 0), ("b", 0, 0, 0)]).is_err());
    }
}
