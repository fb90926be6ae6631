//! Text alternatives: what a reader would see, in words. First what is plotted, what stands out and the base; then every
//! number, so that what goes unlabelled in a drawing is still named.

use super::bubble::BubbleMark;
use super::mark::of_base;
use super::{Bars, Bubble, Content, Item, Likert};
use crate::msg;
use crate::wording::{Language, NO_BREAK, list};

/// How many codes or options are told as the largest.
const LARGEST: usize = 3;

/// The text alternative of an item, its title first.
pub(super) fn describe(item: &Item, language: Language) -> String {
    let stop = if item.title.ends_with(['?', '!', '.']) { "" } else { "." };
    let mut paragraphs = vec![item.heading() + stop];
    match &item.content {
        Content::Bubble(bubble) => paragraphs.extend(of_bubble(bubble, language)),
        Content::Bars(bars) => paragraphs.extend(of_bars(bars, language)),
        Content::Likert(likert) => paragraphs.extend(of_likert(likert, language)),
        Content::Stacked(chart) => paragraphs.extend(chart.words(false, language)),
        Content::Columns(chart) => paragraphs.extend(chart.words(true, language)),
        Content::Table => {}
    }
    paragraphs.extend([&item.note, &item.source].into_iter().filter(|t| !t.is_empty()).cloned());
    paragraphs.join("\n\n") + "\n"
}

fn of_bubble(bubble: &Bubble, language: Language) -> Vec<String> {
    let names: Vec<String> = bubble.domains.iter().map(|(_, name)| name.to_lowercase()).collect();
    let names = list(language, &names);
    let (total, target) = (language.interventions(bubble.interventions), language.funds(bubble.target));
    let mut paragraphs = vec![match language {
        Language::Swedish => format!(
            "Bubbeldiagram över {names}: antal insatser på den lodräta axeln, använda medel i miljoner kronor på den \
             vågräta och som bubblornas yta. Bas: områdets {total}, tillsammans {target}; en insats kan ha flera koder."
        ),
        Language::English => format!(
            "Bubble chart of {names}: number of interventions on the vertical axis, funds used in millions of kronor on \
             the horizontal axis and as the area of the bubbles. Base: the area\u{2019}s {total}, {target} in all; an \
             intervention may have several codes."
        ),
    }];
    let domains = 0..bubble.domains.len();
    paragraphs.extend(domains.clone().filter_map(|series| largest_bubbles(bubble, series, language)));
    paragraphs.extend(gap(bubble, language));
    paragraphs.extend(domains.filter_map(|series| all_bubbles(bubble, series, language)));
    paragraphs
}

/// A domain's bubbles, those with most interventions first.
fn by_number(bubble: &Bubble, series: usize) -> Vec<&BubbleMark> {
    let mut marks: Vec<_> = bubble.marks.iter().filter(|m| m.series == series).collect();
    marks.sort_by(|a, b| (b.interventions, b.weighted, &a.code).cmp(&(a.interventions, a.weighted, &b.code)));
    marks
}

/// The largest codes of a domain by number, and by funds.
fn largest_bubbles(bubble: &Bubble, series: usize, language: Language) -> Option<String> {
    let (_, name) = bubble.domains.get(series)?;
    let by_number = by_number(bubble, series);
    let mut by_funds = by_number.clone();
    by_funds.sort_by_key(|mark| std::cmp::Reverse(mark.weighted));
    let most = |marks: &[&BubbleMark], write: &dyn Fn(&BubbleMark) -> String| {
        let parts = marks.iter().take(LARGEST);
        let parts: Vec<String> = parts.map(|m| format!("{} ({})", in_sentence(&m.label), write(m))).collect();
        list(language, &parts)
    };
    let first = most(&by_number, &|m| language.interventions(m.interventions));
    if first.is_empty() {
        return None;
    }
    let same = by_number.iter().zip(&by_funds).take(LARGEST).all(|(a, b)| a.code == b.code);
    let funds: Vec<String> = by_funds.iter().take(LARGEST).map(|m| language.funds(m.weighted)).collect();
    let funds_alone = list(language, &funds);
    let second = most(&by_funds, &|m| language.funds(m.weighted));
    Some(match (language, same && funds.len() > 1) {
        (Language::Swedish, true) => {
            format!("{name}: flest insatser gäller {first}. Ordningen är densamma efter medel: {funds_alone}.")
        }
        (Language::Swedish, false) => {
            format!("{name}: flest insatser gäller {first}; mest medel har gått till {second}.")
        }
        (Language::English, true) => {
            format!("{name}: most interventions concern {first}. By funds the order is the same: {funds_alone}.")
        }
        (Language::English, false) => {
            format!("{name}: most interventions concern {first}; most funds went to {second}.")
        }
    })
}

/// Where two domains differ most, and which codes only one of them has.
fn gap(bubble: &Bubble, language: Language) -> Option<String> {
    let [(_, first), (_, second)] = &bubble.domains[..] else { return None };
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    let find = |series: usize, code: &str| bubble.marks.iter().find(|m| m.series == series && m.code == code);
    let pairs = bubble.marks.iter().filter(|m| m.series == 0).filter_map(|a| Some((a, find(1, &a.code)?)));
    let widest = pairs.max_by_key(|(a, b)| (a.interventions.abs_diff(b.interventions), b.code.clone()));
    let widest = widest.filter(|(a, b)| a.interventions != b.interventions).map(|(a, b)| {
        let (label, number) = (in_sentence(&a.label), language.count(a.interventions));
        let other = language.interventions(b.interventions);
        match language {
            Language::Swedish => {
                format!("Störst är skillnaden mellan {first} och {second} för {label}: {number} mot {other}.")
            }
            Language::English => {
                format!("The gap between {first} and {second} is widest for {label}: {number} against {other}.")
            }
        }
    });
    let alone = bubble.marks.iter().filter(|m| find(1 - m.series.min(1), &m.code).is_none()).map(|m| {
        let (has, lacks) = if m.series == 0 { (&first, &second) } else { (&second, &first) };
        let number = language.interventions(m.interventions);
        match language {
            Language::Swedish => format!("{} finns bland {has} ({number}) men inte bland {lacks}.", m.label),
            Language::English => format!("{} is found among the {has} ({number}) but not the {lacks}.", m.label),
        }
    });
    let sentences: Vec<String> = widest.into_iter().chain(alone).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// All numbers of a domain, the uncoded last.
fn all_bubbles(bubble: &Bubble, series: usize, language: Language) -> Option<String> {
    let (domain, name) = bubble.domains.get(series)?;
    let numbers = |count, funds| format!("{}, {}", language.interventions(count), language.funds(funds));
    let marks = by_number(bubble, series);
    let mut parts: Vec<String> =
        marks.iter().map(|m| format!("{} ({})", m.label, numbers(m.interventions, m.weighted))).collect();
    if let Some((_, count, funds)) = bubble.uncoded.iter().find(|(d, count, _)| d == domain && *count > 0) {
        parts.push(format!("{} ({})", in_sentence(&super::data::uncoded_label(language)), numbers(*count, *funds)));
    }
    let all = msg!("report-all").text(language);
    (!parts.is_empty()).then(|| format!("{all} {}: {}.", name.to_lowercase(), parts.join("; ")))
}

fn of_bars(bars: &Bars, language: Language) -> Vec<String> {
    let answered = bars.answer.as_ref().map(|answer| match language {
        Language::Swedish => format!(" som svarat {}", quoted(answer, language)),
        Language::English => format!(" that answered {}", quoted(answer, language)),
    });
    let kind = msg!("report-horizontal-bar-chart").text(language);
    let bases: Vec<String> = bars.groups.iter().filter_map(|group| base_of(bars, group, language)).collect();
    let base = if bases.is_empty() {
        String::new()
    } else {
        format!(" {}: {}.", msg!("report-base").text(language), list(language, &bases))
    };
    let mut paragraphs = vec![format!("{kind}: {}{}.{base}", in_sentence(&bars.axis), answered.unwrap_or_default())];
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

fn lead(group: &str) -> String {
    if group.is_empty() { String::new() } else { format!("{group}. ") }
}

/// How many a group's options were put to; nothing where that differs between them.
fn base_of(bars: &Bars, group: &super::BarsGroup, language: Language) -> Option<String> {
    let base = *group.bases.first()?;
    if group.bases.iter().any(|other| *other != base) {
        return None;
    }
    let counted = language.counted(base, bars.counted);
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
    let mut order: Vec<usize> = (0..bars.options.len()).filter(|option| group.counts[*option] > 0).collect();
    order.sort_by_key(|option| std::cmp::Reverse(group.counts[*option]));
    let parts: Vec<String> = order
        .iter()
        .take(LARGEST)
        .map(|option| {
            format!("{} ({})", quoted(&bars.options[*option], language), language.count(group.counts[*option]))
        })
        .collect();
    let most = msg!("report-most-common-are").text(language);
    (!parts.is_empty()).then(|| format!("{}{most} {}.", lead(&group.label), list(language, &parts)))
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
    let (option, first, second) = (quoted(&bars.options[option], language), percent(one)?, percent(other)?);
    let (a, b) = (in_sentence(&one.label), in_sentence(&other.label));
    Some(match language {
        Language::Swedish => format!("Störst är skillnaden mellan {a} och {b} för {option}: {first} mot {second}."),
        Language::English => format!("The gap between {a} and {b} is widest for {option}: {first} against {second}."),
    })
}

fn of_likert(likert: &Likert, language: Language) -> Vec<String> {
    let kind = msg!("report-stacked-horizontal-bar-chart").text(language);
    let bases: Vec<usize> = likert.items.iter().map(|item| item.base).collect();
    let base = match bases.first().filter(|first| bases.iter().all(|base| base == *first)) {
        Some(base) => {
            format!(" {}: {}.", msg!("report-base").text(language), language.counted(*base, likert.counted))
        }
        None => String::new(),
    };
    let mut paragraphs = vec![format!("{kind}: {}.{base}", in_sentence(&likert.axis))];
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
    let answers: Vec<String> = likert.answers[..half].iter().map(|answer| quoted(answer, language)).collect();
    let answers = answers.join(language.pick(" och ", " and "));
    let told = |item: &super::LikertItem| {
        let share = language.percent(upper(item), item.base).map(|share| format!(", {share}")).unwrap_or_default();
        let (count, of, base) =
            (language.count(upper(item)), msg!("report-of").text(language), language.count(item.base));
        format!("{} ({count}{NO_BREAK}{of}{NO_BREAK}{base}{share})", quoted(&item.label, language))
    };
    let (most, least) = (told(most), told(least));
    Some(match language {
        Language::Swedish => format!("Svaren {answers} är vanligast för {most} och ovanligast för {least}."),
        Language::English => format!("The answers {answers} are most common for {most} and least common for {least}."),
    })
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
    match language {
        Language::Swedish => format!("\u{201d}{text}\u{201d}"),
        Language::English => format!("\u{201c}{text}\u{201d}"),
    }
}
