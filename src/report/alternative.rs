//! Text alternatives: what a reader would see, in words. First what is plotted, what stands out and the base; then every
//! number, so that what goes unlabelled in a drawing is still named.

use super::bubble::BubbleMark;
use super::interval::{with_funds, with_numbers};
use super::mark::of_base;
use super::noun::interventions;
use super::years::YearsDrawing;
use super::{Bars, Bubble, BubbleForm, Content, Item, Likert, without_code};
use crate::ledger::Estimated;
use crate::msg;
use crate::wording::{Language, NO_BREAK, all_of};

/// How many codes or options are told as the largest.
const LARGEST: usize = 3;

/// The text alternative of an item, its title first.
pub(super) fn describe(item: &Item, language: Language) -> String {
    let sentence = |text: String| if text.ends_with(['?', '!', '.']) { text } else { text + "." };
    let mut paragraphs = vec![sentence(item.lead())];
    paragraphs.extend(Some(item.subtitle()).filter(|title| !title.is_empty()).map(|title| sentence(title.to_owned())));
    match &item.content {
        Content::Bubble(bubble) => paragraphs.extend(of_bubble(bubble, language)),
        Content::Bars(bars) => paragraphs.extend(of_bars(bars, language)),
        Content::Likert(likert) => paragraphs.extend(of_likert(likert, language)),
        Content::Stacked(chart) => paragraphs.extend(chart.words(false, language)),
        Content::Columns(chart) => paragraphs.extend(chart.words(true, language)),
        Content::Change(years) => paragraphs.extend(years.words(YearsDrawing::Change, language)),
        Content::Series(years) => paragraphs.extend(years.words(YearsDrawing::Series, language)),
        Content::Response(bars) => paragraphs.extend(of_response(bars, language)),
        Content::Table => {}
        Content::Picture(seen) => paragraphs.push(seen.words.clone()),
        Content::Text(prose) => paragraphs.extend(prose.plain()),
        Content::Heat(crossed) => paragraphs.extend(crossed.described(language)),
        Content::Panels(crossed) => paragraphs.extend(crossed.described_in_panels(language)),
        Content::Attained(attained) => paragraphs.extend(attained.described(language)),
    }
    paragraphs.extend([&item.note, &item.source].into_iter().filter(|t| !t.is_empty()).cloned());
    paragraphs.join("\n\n") + "\n"
}

fn of_bubble(bubble: &Bubble, language: Language) -> Vec<String> {
    let domains = all_of(bubble.domains.iter().map(|(_, name)| name.to_lowercase()));
    let unit = bubble.currency.in_unit(bubble.unit());
    let interventions = interventions(bubble.interventions, language);
    let funds = language.funds(bubble.funds, bubble.currency);
    let message = match (bubble.form, bubble.has_funds) {
        (BubbleForm::Bubble, _) => msg!("bubble-chart", domains, unit, interventions, funds),
        (BubbleForm::Dumbbell, true) => msg!("dumbbell-chart", domains, unit, interventions, funds),
        (BubbleForm::Dumbbell, false) => msg!("dumbbell-chart-of-numbers", domains, interventions),
    };
    // What has no code comes first: whatever is said of codes leaves it out.
    let mut paragraphs: Vec<String> = without_code::in_chart(bubble, language).into_iter().collect();
    let looks = (bubble.form == BubbleForm::Bubble).then(|| bubble.looks(language)).flatten();
    paragraphs.push(std::iter::once(message.text(language)).chain(looks).collect::<Vec<_>>().join(" "));
    let domains = 0..bubble.domains.len();
    paragraphs.extend(domains.clone().filter_map(|series| largest_bubbles(bubble, series, language)));
    paragraphs.extend(gap(bubble, language));
    paragraphs.extend(domains.filter_map(|series| all_bubbles(bubble, series, language)));
    paragraphs
}

/// A domain's bubbles, those with most interventions first.
fn by_number(bubble: &Bubble, series: usize) -> Vec<&BubbleMark> {
    let mut marks: Vec<_> = bubble.marks.iter().filter(|m| m.series == series).collect();
    marks.sort_by(|a, b| (b.interventions, b.funds, &a.code).cmp(&(a.interventions, a.funds, &b.code)));
    marks
}

/// The largest codes of a domain by number, and by funds.
fn largest_bubbles(bubble: &Bubble, series: usize, language: Language) -> Option<String> {
    let (_, domain) = bubble.domains.get(series)?;
    let by_number = by_number(bubble, series);
    if by_number.is_empty() {
        return None;
    }
    let mut by_funds = by_number.clone();
    by_funds.sort_by_key(|mark| std::cmp::Reverse(mark.funds));
    let largest = |marks: &[&BubbleMark], write: &dyn Fn(&BubbleMark) -> String| {
        all_of(marks.iter().take(LARGEST).map(|mark| write(mark)))
    };
    let named = |mark: &BubbleMark, number: String| format!("{} ({number})", in_sentence(&mark.label));
    let most = largest(&by_number, &|mark| named(mark, interventions(mark.interventions, language)));
    if !bubble.has_funds {
        return Some(msg!("bubbles-most", domain, most).text(language));
    }
    let alike = by_number.iter().zip(&by_funds).take(LARGEST).all(|(a, b)| a.code == b.code);
    let message = if alike && by_funds.len() > 1 {
        let funds = largest(&by_funds, &|mark| language.funds(mark.funds, bubble.currency));
        msg!("bubbles-largest-alike", domain, most, funds)
    } else {
        let richest = largest(&by_funds, &|mark| named(mark, language.funds(mark.funds, bubble.currency)));
        msg!("bubbles-largest", domain, most, richest)
    };
    Some(message.text(language))
}

/// Where two domains differ most, and which codes only one of them has.
fn gap(bubble: &Bubble, language: Language) -> Option<String> {
    let [(_, one), (_, other)] = &bubble.domains[..] else { return None };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let find = |series: usize, code: &str| bubble.marks.iter().find(|m| m.series == series && m.code == code);
    let pairs = bubble.marks.iter().filter(|m| m.series == 0).filter_map(|a| Some((a, find(1, &a.code)?)));
    let mut pairs = pairs.peekable();
    // Domains of different code systems have no codes to compare.
    pairs.peek()?;
    let widest = pairs.max_by_key(|(a, b)| (a.interventions.abs_diff(b.interventions), b.code.clone()));
    let widest = widest.filter(|(a, b)| a.interventions != b.interventions).map(|(a, b)| {
        let (first, second) = (language.count(a.interventions), interventions(b.interventions, language));
        msg!("widest-gap", one = &one, other = &other, what = in_sentence(&a.label), first, second)
    });
    let alone = bubble.marks.iter().filter(|m| find(1 - m.series.min(1), &m.code).is_none()).map(|m| {
        let [own, other] = [m.series, 1 - m.series.min(1)].map(|series| bubble.domains[series].0);
        let [own, other] = [own, other].map(|domain| domain.label(language).to_lowercase());
        let interventions = interventions(m.interventions, language);
        msg!("bubble-in-one-domain", code = &m.label, as = own, other, interventions)
    });
    let sentences: Vec<String> = widest.into_iter().chain(alone).map(|message| message.text(language)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// All numbers of a domain, those without a code last.
fn all_bubbles(bubble: &Bubble, series: usize, language: Language) -> Option<String> {
    let (_, name) = bubble.domains.get(series)?;
    let told = |label: &str, (count, funds), estimated: &Option<Estimated>| {
        let (number, funds) = (interventions(count, language), language.funds(funds, bubble.currency));
        if !bubble.has_funds {
            return format!("{label} ({})", with_numbers(number, estimated.as_ref(), language));
        }
        let Some(own) = estimated else { return format!("{label} ({number}, {funds})") };
        let number = with_numbers(number, Some(own), language);
        format!("{label} ({number}; {})", with_funds(funds, Some(own), (language, bubble.currency)))
    };
    let marks = by_number(bubble, series);
    let of_mark = |m: &&BubbleMark| told(&m.label, (m.interventions, m.funds), &m.estimated);
    let mut bubbles: Vec<String> = marks.iter().map(of_mark).collect();
    for gap in bubble.without_code.iter().filter(|gap| gap.series == series) {
        let label = in_sentence(gap.state.label().get(language));
        bubbles.push(told(&label, (gap.interventions, gap.funds), &gap.estimated));
    }
    let message = msg!("bubbles-of-domain", domain = name.to_lowercase(), bubbles = bubbles.join("; "));
    (!bubbles.is_empty()).then(|| message.text(language))
}

fn of_bars(bars: &Bars, language: Language) -> Vec<String> {
    let axis = in_sentence(&bars.axis);
    let kind = match &bars.answer {
        Some(answer) => msg!("bar-chart-of-answer", axis, answer = quoted(answer, language)),
        None => msg!("bar-chart", axis),
    };
    let bases: Vec<String> = bars.groups.iter().filter_map(|group| base_of(bars, group, language)).collect();
    // What has no code comes first, as in every chart of codes.
    let mut paragraphs: Vec<String> =
        bars.groups.iter().filter_map(|group| without_code_of(bars, group, language)).collect();
    paragraphs.push(with_base(kind.text(language), &bases, language));
    paragraphs.extend(bars.groups.iter().filter_map(|group| largest_bars(bars, group, language)));
    paragraphs.extend(gap_of_groups(bars, language));
    for group in &bars.groups {
        let counts = group.counts.iter().zip(&group.bases);
        let parts: Vec<String> = bars
            .options
            .iter()
            .zip(counts)
            .map(|(option, (count, base))| format!("{option}: {}", of_base(*count, *base, language)))
            .collect();
        paragraphs.push(format!("{}{}.", lead(&group.label), parts.join("; ")));
    }
    paragraphs
}

/// The answers without a code, by their state; nothing where all have one.
fn without_code_of(bars: &Bars, group: &super::BarsGroup, language: Language) -> Option<String> {
    let told = bars.without_code.iter().filter(|option| group.counts[**option] > 0).map(|option| {
        let number = of_base(group.counts[*option], group.bases[*option], language);
        format!("{}: {number}", bars.options[*option])
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{}{}.", lead(&group.label), told.join("; ")))
}

/// What a chart is, then the base of each group.
fn with_base(kind: String, bases: &[String], language: Language) -> String {
    if bases.is_empty() {
        return kind;
    }
    format!("{kind} {}", msg!("chart-base", base = all_of(bases)).text(language))
}

fn lead(group: &str) -> String {
    if group.is_empty() { String::new() } else { format!("{group}. ") }
}

/// How many a group's options were put to; nothing where that differs between them.
fn base_of(bars: &Bars, group: &super::BarsGroup, language: Language) -> Option<String> {
    let base = *group.bases.first()?;
    if group.bases.iter().any(|other| *other != base) {
        return None;
    }
    let counted = bars.counted.counted(base, language);
    Some(match group.label.as_str() {
        "" => counted,
        label => format!("{counted} ({})", in_sentence(label)),
    })
}

/// The options with the longest bars.
fn largest_bars(bars: &Bars, group: &super::BarsGroup, language: Language) -> Option<String> {
    if bars.options.len() <= LARGEST {
        // All of them follow, in so few words that nothing needs to be told first.
        return None;
    }
    let is_told = |option: &usize| group.counts[*option] > 0 && !bars.without_code.contains(option);
    let mut order: Vec<usize> = (0..bars.options.len()).filter(is_told).collect();
    order.sort_by_key(|option| std::cmp::Reverse(group.counts[*option]));
    let parts: Vec<String> = order
        .iter()
        .take(LARGEST)
        .map(|option| {
            format!("{} ({})", quoted(&bars.options[*option], language), language.count(group.counts[*option]))
        })
        .collect();
    let most = msg!("most-common-options", options = all_of(&parts)).text(language);
    (!parts.is_empty()).then(|| lead(&group.label) + &most)
}

/// The option for which the shares of two groups differ most.
fn gap_of_groups(bars: &Bars, language: Language) -> Option<String> {
    let [one, other] = &bars.groups[..] else { return None };
    let share = |group: &super::BarsGroup, option: usize| {
        (group.bases[option] > 0).then(|| group.counts[option] as f64 / group.bases[option] as f64)
    };
    let differences = (0..bars.options.len()).filter_map(|o| Some((o, (share(one, o)? - share(other, o)?).abs())));
    let (option, _) = differences.filter(|(_, d)| *d > 0.0).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let percent = |group: &super::BarsGroup| language.percent(group.counts[option], group.bases[option]);
    let (first, second) = (percent(one)?, percent(other)?);
    let what = quoted(&bars.options[option], language);
    let (one, other) = (in_sentence(&one.label), in_sentence(&other.label));
    Some(msg!("widest-gap", one, other, what, first, second).text(language))
}

fn of_likert(likert: &Likert, language: Language) -> Vec<String> {
    let kind = msg!("likert-chart", axis = in_sentence(&likert.axis)).text(language);
    let bases: Vec<usize> = likert.items.iter().map(|item| item.base).collect();
    let same = bases.first().filter(|first| bases.iter().all(|base| base == *first));
    let base: Vec<String> = same.into_iter().map(|base| likert.counted.counted(*base, language)).collect();
    let mut paragraphs = vec![with_base(kind, &base, language)];
    paragraphs.extend(most_and_least(likert, language));
    for item in &likert.items {
        let counts = likert.answers.iter().zip(&item.counts);
        let parts: Vec<String> =
            counts.map(|(answer, count)| format!("{} {}", language.count(*count), in_sentence(answer))).collect();
        let base = language.count(item.base);
        paragraphs.push(format!("{} (n{NO_BREAK}={NO_BREAK}{base}): {}.", item.label, parts.join(", ")));
    }
    paragraphs
}

/// The items with the largest and the smallest share in the first half of the scale.
fn most_and_least(likert: &Likert, language: Language) -> Option<String> {
    let half = likert.answers.len() / 2;
    let upper = |item: &super::LikertItem| item.counts.iter().take(half).sum::<usize>();
    let asked = || likert.items.iter().filter(|item| item.base > 0);
    // The first of equals, whichever end is looked for.
    let larger = |a: &super::LikertItem, b: &super::LikertItem| (upper(a) * b.base).cmp(&(upper(b) * a.base));
    let most = asked().rev().max_by(|a, b| larger(a, b))?;
    let least = asked().min_by(|a, b| larger(a, b))?;
    if half == 0 || larger(most, least).is_eq() {
        return None;
    }
    let told = |item: &super::LikertItem| {
        let share = language.percent(upper(item), item.base).map(|share| format!(", {share}")).unwrap_or_default();
        format!("{} ({}{share})", quoted(&item.label, language), language.count_of(upper(item), item.base))
    };
    let answers = all_of(likert.answers[..half].iter().map(|answer| quoted(answer, language)));
    let message = msg!("answers-most-and-least-common", count = half, answers, most = told(most), least = told(least));
    Some(message.text(language))
}

/// What is drawn, then every bar.
fn of_response(bars: &Bars, language: Language) -> Vec<String> {
    let told = |at: usize| {
        let group = &bars.groups[0];
        let (label, count, base) = (&bars.options[at], group.counts[at], group.bases[at]);
        match base {
            0 => format!("{label}: {}", language.count(count)),
            _ => format!("{label}: {}", of_base(count, base, language)),
        }
    };
    let all: Vec<String> = (0..bars.options.len()).map(told).collect();
    vec![msg!("response-chart").text(language), format!("{}.", all.join("; "))]
}

/// A label inside a sentence: its first letter small, unless it begins with an abbreviation.
pub(in crate::report) fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// A text in the language's quotation marks.
pub(in crate::report) fn quoted(text: &str, language: Language) -> String {
    msg!("in-quotes", text).text(language)
}
