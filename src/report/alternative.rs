//! Text alternatives: what a reader would see, in words. Every number of a figure is in its text, so that what goes
//! unlabelled in a drawing is still named.

use super::account::Filled;
use super::{Bars, Bubble, Content, Item, Likert, Value};
use crate::exact::Exact;
use crate::wording::{Language, NO_BREAK, list};

/// The text alternative of an item, its title first.
pub(super) fn describe(item: &Item, language: Language) -> String {
    let stop = if item.title.ends_with(['?', '!', '.']) { "" } else { "." };
    let mut paragraphs = vec![format!("{}. {}{stop}", item.number, item.title)];
    match &item.content {
        Content::Bubble(bubble) => paragraphs.extend(of_bubble(bubble, language)),
        Content::Bars(bars) => paragraphs.extend(of_bars(bars, language)),
        Content::Likert(likert) => paragraphs.extend(of_likert(likert, language)),
        Content::Stacked(chart) => paragraphs.extend(of_accounts(chart, language, false)),
        Content::Columns(chart) => paragraphs.extend(of_accounts(chart, language, true)),
        Content::Table => {}
    }
    paragraphs.extend([&item.note, &item.source].into_iter().filter(|t| !t.is_empty()).cloned());
    paragraphs.join("\n\n") + "\n"
}

fn interventions(language: Language, count: usize) -> String {
    let number = whole(language, count);
    let noun = match (language, count) {
        (Language::Swedish, 1) => "insats",
        (Language::Swedish, _) => "insatser",
        (Language::English, 1) => "intervention",
        (Language::English, _) => "interventions",
    };
    format!("{number}{NO_BREAK}{noun}")
}

fn whole(language: Language, count: usize) -> String {
    language.integer(i64::try_from(count).unwrap_or(i64::MAX))
}

fn of_bubble(bubble: &Bubble, language: Language) -> Vec<String> {
    let names: Vec<String> = bubble.domains.iter().map(|(_, name)| name.to_lowercase()).collect();
    let names = list(language, &names);
    let total = interventions(language, bubble.interventions);
    let millions = |kr: crate::money::Kronor| {
        let number = language.decimal(kr.millions(), 1);
        match language {
            Language::Swedish => format!("{number}{NO_BREAK}mnkr"),
            Language::English => format!("SEK{NO_BREAK}{number}{NO_BREAK}m"),
        }
    };
    let target = millions(bubble.target);
    let mut paragraphs = vec![match language {
        Language::Swedish => format!(
            "Bubbeldiagram över {names}: antal insatser på den lodräta axeln, använda medel i miljoner kronor på den \
             vågräta och som bubblornas yta. Området har totalt {total} och {target}."
        ),
        Language::English => format!(
            "Bubble chart of {names}: number of interventions on the vertical axis, funds used in millions of kronor on \
             the horizontal axis and as the area of the bubbles. The area has {total} and {target} in all."
        ),
    }];
    for (series, (domain, name)) in bubble.domains.iter().enumerate() {
        let mut marks: Vec<_> = bubble.marks.iter().filter(|m| m.series == series).collect();
        marks.sort_by(|a, b| (b.interventions, b.weighted, &a.code).cmp(&(a.interventions, a.weighted, &b.code)));
        let mut parts: Vec<String> = marks
            .iter()
            .map(|m| format!("{} ({}, {})", m.label, interventions(language, m.interventions), millions(m.weighted)))
            .collect();
        if let Some((_, count, kr)) = bubble.uncoded.iter().find(|(d, count, _)| d == domain && *count > 0) {
            let label = super::data::uncoded_label(language).to_lowercase();
            parts.push(format!("{label} ({}, {})", interventions(language, *count), millions(*kr)));
        }
        if !parts.is_empty() {
            paragraphs.push(format!("{name}: {}.", parts.join("; ")));
        }
    }
    paragraphs
}

fn of_bars(bars: &Bars, language: Language) -> Vec<String> {
    let intro = match (language, &bars.answer) {
        (Language::Swedish, None) => format!("Liggande stapeldiagram. {}.", bars.axis),
        (Language::Swedish, Some(answer)) => format!("Liggande stapeldiagram. {} som svarat {answer}.", bars.axis),
        (Language::English, None) => format!("Horizontal bar chart. {}.", bars.axis),
        (Language::English, Some(answer)) => format!("Horizontal bar chart. {} that answered {answer}.", bars.axis),
    };
    let mut paragraphs = vec![intro];
    let of = language.pick("av", "of");
    for group in &bars.groups {
        let counts = group.counts.iter().zip(&group.bases);
        let parts: Vec<String> = bars
            .options
            .iter()
            .zip(counts)
            .map(|(option, (count, base))| {
                let share = language.percent(*count, *base).map(|p| format!(" ({p})")).unwrap_or_default();
                format!("{option}: {} {of} {}{share}", whole(language, *count), whole(language, *base))
            })
            .collect();
        let lead = if group.label.is_empty() { String::new() } else { format!("{}. ", group.label) };
        paragraphs.push(format!("{lead}{}.", parts.join("; ")));
    }
    paragraphs
}

fn of_likert(likert: &Likert, language: Language) -> Vec<String> {
    let intro = language.pick("Staplat liggande stapeldiagram. ", "Stacked horizontal bar chart. ");
    let mut paragraphs = vec![format!("{intro}{}.", likert.axis)];
    for item in &likert.items {
        let counts = likert.answers.iter().zip(&item.counts);
        let parts: Vec<String> =
            counts.map(|(answer, count)| format!("{} {}", whole(language, *count), answer.to_lowercase())).collect();
        paragraphs.push(format!(
            "{} (n{NO_BREAK}={NO_BREAK}{}): {}.",
            item.label,
            whole(language, item.base),
            parts.join(", ")
        ));
    }
    paragraphs
}

/// Every row of a chart of accounts with its numbers as they are printed.
fn of_accounts(chart: &Filled, language: Language, upright: bool) -> Vec<String> {
    let intro = match upright {
        true => language.pick("Stående stapeldiagram", "Column chart"),
        false => language.pick("Staplat liggande stapeldiagram", "Stacked horizontal bar chart"),
    };
    let names: Vec<String> = chart.columns.iter().map(|column| column.label.clone()).collect();
    let mut paragraphs = vec![format!("{intro}. {}.", list(language, &names))];
    for (at, row) in chart.rows.iter().enumerate() {
        let parts = chart.columns.iter().map(|column| {
            let value = match column.printed(column.cells[at], Some(&row.key), false) {
                Value::Missing => language.pick("uppgift saknas", "missing").to_owned(),
                Value::Text(text) => text,
                Value::Integer(number) => language.integer(number),
                Value::Amount(amount) => language.integer(Exact::from(amount).kronor().0),
                Value::Percent(percent) => percent.text(language),
                Value::Number(number) => language.decimal(number, 2),
                Value::Flag(flag) => flag.to_string(),
            };
            format!("{} {value}", column.label)
        });
        paragraphs.push(format!("{}: {}.", row.label, parts.collect::<Vec<_>>().join("; ")));
    }
    paragraphs
}
