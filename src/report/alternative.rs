//! Text alternatives: what a reader would see, in words. Every number of a figure is in its text, so that what goes
//! unlabelled in a drawing is still named.

use super::{Bars, Bubble, Content, Item, Likert};
use crate::wording::{Language, NO_BREAK, list, nouns};

/// The text alternative of an item, its title first.
pub(super) fn describe(item: &Item, language: Language) -> String {
    let stop = if item.title.ends_with(['?', '!', '.']) { "" } else { "." };
    let mut paragraphs = vec![format!("{}. {}{stop}", item.number, item.title)];
    match &item.content {
        Content::Bubble(bubble) => paragraphs.extend(of_bubble(bubble, language)),
        Content::Bars(bars) => paragraphs.extend(of_bars(bars, language)),
        Content::Likert(likert) => paragraphs.extend(of_likert(likert, language)),
        Content::Table => {}
    }
    paragraphs.extend([&item.note, &item.source].into_iter().filter(|t| !t.is_empty()).cloned());
    paragraphs.join("\n\n") + "\n"
}

fn interventions(language: Language, count: usize) -> String {
    language.counted(count, nouns::INTERVENTION)
}

fn of_bubble(bubble: &Bubble, language: Language) -> Vec<String> {
    let names: Vec<String> = bubble.domains.iter().map(|(_, name)| name.to_lowercase()).collect();
    let names = list(language, &names);
    let total = interventions(language, bubble.interventions);
    let millions = |kr| language.millions(kr, 1);
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
                format!("{option}: {} {of} {}{share}", language.count(*count), language.count(*base))
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
            counts.map(|(answer, count)| format!("{} {}", language.count(*count), answer.to_lowercase())).collect();
        paragraphs.push(format!(
            "{} (n{NO_BREAK}={NO_BREAK}{}): {}.",
            item.label,
            language.count(item.base),
            parts.join(", ")
        ));
    }
    paragraphs
}
