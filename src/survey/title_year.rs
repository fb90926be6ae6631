//! Lines above a list of funds that name another year than the study's: it is probably last year's list.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

/// Warns where a line above the table names a year, and none of these lines names the study's or a span that holds it.
pub(super) fn check_title_year(columns: &Columns<'_>, year: i64, messages: &mut Diagnostics) {
    let titles: Vec<(Place, String, Vec<i64>)> = columns
        .titles()
        .map(|(place, title)| {
            let years = years(&title);
            (place, title, years)
        })
        .collect();
    let holds = |years: &[i64]| {
        let (first, last) = (years.iter().min(), years.iter().max());
        first.is_some_and(|first| *first <= year) && last.is_some_and(|last| *last >= year)
    };
    if titles.iter().any(|(.., years)| holds(years)) {
        return;
    }
    let Some((place, title, years)) = titles.iter().find(|(.., years)| !years.is_empty()) else { return };
    let named = years.first().map(ToString::to_string).unwrap_or_default();
    let message = msg!("title-of-other-year", title = shown(title), named, year = year.to_string());
    messages.push(Diagnostic::warning(place.clone(), message));
}

/// The years that a line names; not those of dates, and not when it was written out or changed.
fn years(title: &str) -> Vec<i64> {
    const WRITTEN: [&str; 12] = [
        "uttag",
        "uttagen",
        "utskrift",
        "utskriven",
        "uppdaterad",
        "version",
        "skapad",
        "exporterad",
        "hämtad",
        "publicerad",
        "per",
        "dnr",
    ];
    let lower = title.to_lowercase();
    let mut before = "";
    let mut found = Vec::new();
    for word in lower.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = bare.split(['-', '–', '/']).collect();
        let all: Option<Vec<i64>> = parts.iter().map(|part| year(part)).collect();
        if !WRITTEN.contains(&before) && !bare.contains(':') {
            found.extend(all.into_iter().flatten());
        }
        before = bare;
    }
    found
}

fn year(text: &str) -> Option<i64> {
    let is_four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_four.then(|| text.parse().ok()).flatten().filter(|year| (1990..=2039).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_from_dates() {
        for (title, expected) in [
            ("Utbetalda medel enligt överenskommelsen 2023", vec![2023]),
            ("Rekvirerade medel 2023–2025", vec![2023, 2025]),
            ("Rekvirerat (2023)", vec![2023]),
            ("Uttag 2024-04-08. Belopp i kronor.", vec![]),
            ("Uttag 2025", vec![]),
            ("Dnr 2023/1234, per 2025", vec![]),
            ("Totalt 2 024 kr", vec![]),
        ] {
            assert_eq!(years(title), expected, "{title}");
        }
    }
}
