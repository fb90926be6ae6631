//! What a chart shows in one sentence, to stand as its headline. It is found from the numbers that are drawn, and only where they bear
//! it: a tie bears none, nor an order that what has no code yet, or the interval of an estimate, could turn.

use std::cmp::Reverse;

use super::alternative::{in_sentence, quoted};
use super::bubble::BubbleMark;
use super::{Attained, Bars, BarsGroup, Bubble, Content, Item, Likert};
use crate::coding::State;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::exact::Exact;
use crate::msg;
use crate::wording::{Language, Message, Text, all_of};

/// Writes an item's headline, or tells why it has none.
pub(super) fn write(item: &mut Item, place: &crate::diagnostic::Place, language: Language, messages: &mut Diagnostics) {
    match found(&item.content, language) {
        Ok(headline) => item.headline = Some(headline),
        Err(reason) => {
            let called = &Text { sv: item.name().to_owned(), en: Some(shown(&item.id)) };
            messages.push(Diagnostic::notice(place.clone(), msg!("headline-not-said", item = called, reason)));
        }
    }
}

/// The finding of a chart, without a full stop; or why there is none.
fn found(content: &Content, language: Language) -> Result<String, Message> {
    match content {
        Content::Bubble(chart) => of_bubble(chart, language),
        Content::Bars(chart) => of_bars(chart, language),
        Content::Likert(chart) => of_likert(chart, language),
        Content::Response(chart) => of_response(chart, language),
        Content::Attained(chart) => of_attained(chart, language),
        Content::Change(chart) => of_change(chart, language),
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
fn of_bubble(chart: &Bubble, language: Language) -> Result<String, Message> {
    let of_domain = |series: usize| {
        let marks = chart.marks.iter().filter(|mark| mark.series == series);
        largest(marks.map(|mark| compared(chart, mark)).collect()).map(|mark| (series, mark))
    };
    let all: Vec<_> = (0..chart.domains.len()).map(of_domain).collect();
    let sure: Vec<(usize, &BubbleMark)> = all.iter().filter_map(|own| own.as_ref().ok().copied()).collect();
    let name = |series: usize| chart.domains.get(series).map_or("", |(_, name)| name.as_str());
    let of_base = |mark: &BubbleMark| super::mark::of_base(mark.interventions, chart.interventions, language);
    let told = match &sure[..] {
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
    Ok(told)
}

/// A bubble among those of its domain: whatever has no code yet may come to have its code.
fn compared<'m>(chart: &Bubble, mark: &'m BubbleMark) -> Compared<&'m BubbleMark> {
    let open = chart.without_code.iter().filter(|gap| gap.series == mark.series && gap.state != State::None);
    let open: usize = open.map(|gap| gap.interventions).sum();
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
fn of_bars(chart: &Bars, language: Language) -> Result<String, Message> {
    let most: Vec<usize> =
        chart.groups.iter().map(|group| longest(chart, group, language)).collect::<Result<_, _>>()?;
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
            return Ok((0..most.len()).map(clause).collect::<Vec<_>>().join("; "));
        }
    };
    Ok(message.text(language))
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
fn of_likert(chart: &Likert, language: Language) -> Result<String, Message> {
    let half = chart.answers.len() / 2;
    let all = chart.items.iter().filter_map(|item| {
        let count: usize = item.counts.iter().take(half).sum();
        let size = Exact::count(count).over(Exact::count(item.base))?;
        let name = shown(&item.label);
        Some(Compared { what: (item, count), name, size, low: size, high: size })
    });
    let (item, count) = largest(all.collect())?;
    let answers = all_of(chart.answers[..half].iter().map(|answer| quoted(answer, language)));
    let (what, number) = (quoted(&item.label, language), super::mark::of_base(count, item.base, language));
    Ok(msg!("headline-of-scale", count = half, answers, what, number).text(language))
}

/// How many answered of all.
fn of_response(chart: &Bars, language: Language) -> Result<String, Message> {
    let Some(group) = chart.groups.first() else { return Err(msg!("headline-of-nothing")) };
    if group.bases.contains(&0) || group.bases.is_empty() {
        return Err(msg!("headline-of-nothing"));
    }
    let [count, base] = [&group.counts, &group.bases].map(|numbers| numbers.iter().sum::<usize>());
    Ok(msg!("headline-of-response", number = super::mark::of_base(count, base, language)).text(language))
}

/// What is attained most; whatever is not decided yet may come to be attained.
fn of_attained(chart: &Attained, language: Language) -> Result<String, Message> {
    let open: Vec<usize> = (0..chart.parts.len()).filter(|part| chart.parts[*part].0.is_open()).collect();
    let all = chart.rows.iter().filter_map(|row| {
        let low = chart.share(row, 0)?;
        let high = open.iter().filter_map(|part| chart.share(row, *part)).try_fold(low, Exact::plus)?;
        Some(Compared { what: row, name: shown(&row.label), size: low, low, high })
    });
    let row = largest(all.collect())?;
    let part = chart.parts.first().map(|(_, name)| name.as_str()).unwrap_or_default();
    let (what, number) = (in_sentence(&row.label), chart.of_base(row, 0, language));
    Ok(msg!("headline-of-attained", part, what, number).text(language))
}

/// What has changed most from one year to another, where they can be compared.
fn of_change(chart: &super::years::Years, language: Language) -> Result<String, Message> {
    if !chart.is_comparable() {
        return Err(msg!("headline-of-broken-years"));
    }
    let size = |change: Exact| if change < Exact::ZERO { Exact::ZERO.minus(change) } else { Some(change) };
    let all = (0..chart.rows.len()).filter_map(|row| {
        let size = size(chart.change(row)?)?;
        Some(Compared { what: row, name: shown(&chart.rows[row].label), size, low: size, high: size })
    });
    let row = largest(all.collect())?;
    let what = quoted(&chart.rows[row].label, language);
    let last = chart.years.len() - 1;
    let [then, now] = [0, last].map(|year| chart.written(row, year, language));
    let [from, to] = [0, last].map(|year| chart.years[year].to_string());
    let has_grown = chart.change(row) > Some(Exact::ZERO);
    let message = match has_grown {
        true => msg!("headline-of-growth", what, then, now, from, to),
        false => msg!("headline-of-decline", what, then, now, from, to),
    };
    Ok(message.text(language))
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
