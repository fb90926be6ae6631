//! A cell as a day: survey tools write when an answer came in many forms.

use crate::day::Day;

/// What stands first in dates with slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// `14/3/2025`.
    Day,
    /// `3/14/2025`.
    Month,
}

/// What stands first in the dates of a column; `None` where no date decides it, or they contradict each other.
pub fn first<'t>(texts: impl Iterator<Item = &'t str>) -> Option<First> {
    let slashed: Vec<[u16; 3]> = texts.filter_map(|text| numbers(date_part(text), '/')).collect();
    let may_be = |first: First| slashed.iter().all(|parts| slashed_day(*parts, first).is_some());
    match (may_be(First::Day), may_be(First::Month)) {
        (true, false) => Some(First::Day),
        (false, true) => Some(First::Month),
        _ => None,
    }
}

/// The day that a text names, whatever time stands behind it: `2025-03-14 12:30`, `2025-03-14T12:30:00+01:00`, `20250314`,
/// `2025/03/14`, `14.3.2025`; `14/3/2025` where it is known what stands `first`, or both are the same.
pub fn day(text: &str, first: Option<First>) -> Option<Day> {
    let date = date_part(text);
    if let Ok(day) = date.parse() {
        return Some(day);
    }
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]).parse().ok();
    }
    if let Some([day, month, year]) = numbers(date, '.') {
        return of(year, month, day);
    }
    if let Some(day) = in_words(text) {
        return Some(day);
    }
    let parts = numbers(date, '/')?;
    if parts[0] > 999 {
        return of(parts[0], parts[1], parts[2]);
    }
    match first {
        Some(first) => slashed_day(parts, first),
        None => slashed_day(parts, First::Day).filter(|_| parts[0] == parts[1]),
    }
}

/// The day that Excel means by a number where no cell says that it is a date: so many days from 1899-12-30, with the time as
/// decimals. `None` for what is no such number, or no day of a survey's.
pub fn serial(text: &str) -> Option<Day> {
    /// 1982-01-01 and 2119-12-31.
    const LIKELY: std::ops::RangeInclusive<u32> = 29_952..=80_353;
    let whole = text.trim().split(['.', ',']).next()?;
    let is_number = text.trim().bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let number: u32 = whole.parse().ok().filter(|number| is_number && LIKELY.contains(number))?;
    // From year to year: 1900-01-01 is the second day from the beginning.
    let (mut year, mut left) = (1900, number - 2);
    loop {
        let days = (1..=12).map(|month| u32::from(Day::days_of(year, month))).sum();
        if left < days {
            break;
        }
        (year, left) = (year + 1, left - days);
    }
    let mut month = 1;
    while left >= u32::from(Day::days_of(year, month)) {
        left -= u32::from(Day::days_of(year, month));
        month += 1;
    }
    Day::new(year, month, u8::try_from(left + 1).ok()?)
}

/// The day of a text that names its month: `14 mars 2025`, `den 14:e mars 2025`, `14-Mar-2025`, `Mar 14, 2025`, whatever time stands
/// behind it.
fn in_words(text: &str) -> Option<Day> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != ':')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .skip_while(|word| word == "den")
        .collect();
    let (day, month, year) = match words.as_slice() {
        [month, day, year, ..] if month_of(month).is_some() => (day, month, year),
        [day, month, year, ..] => (day, month, year),
        _ => return None,
    };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let day = ["st", "nd", "rd", "th", ":e", ":a"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    of(year, month_of(month)?, day.parse().ok()?)
}

/// The month of a word, in Swedish or English, whole or cut short.
fn month_of(word: &str) -> Option<u16> {
    const MONTHS: [(u16, &str); 20] = [
        (1, "januari"),
        (1, "january"),
        (2, "februari"),
        (2, "february"),
        (3, "mars"),
        (3, "march"),
        (4, "april"),
        (5, "maj"),
        (5, "may"),
        (6, "juni"),
        (6, "june"),
        (7, "juli"),
        (7, "july"),
        (8, "augusti"),
        (8, "august"),
        (9, "september"),
        (10, "oktober"),
        (10, "october"),
        (11, "november"),
        (12, "december"),
    ];
    let is = |(_, name): &(u16, &str)| word.len() >= 3 && name.starts_with(word);
    MONTHS.into_iter().find(is).map(|(month, _)| month)
}

/// What stands before the time.
fn date_part(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(|c: char| c == 'T' || c == ',' || c.is_whitespace()).unwrap_or(text.len());
    &text[..end]
}

/// Three numbers between signs.
fn numbers(date: &str, sign: char) -> Option<[u16; 3]> {
    let parts: Vec<&str> = date.split(sign).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let [one, two, three] = parts.iter().all(is_number).then_some(parts)?.try_into().ok()?;
    Some([one.parse().ok()?, two.parse().ok()?, three.parse().ok()?])
}

fn slashed_day([one, two, year]: [u16; 3], first: First) -> Option<Day> {
    match first {
        _ if one > 999 => of(one, two, year),
        First::Day => of(year, two, one),
        First::Month => of(year, one, two),
    }
}

/// Years of two digits are of this century.
fn of(year: u16, month: u16, day: u16) -> Option<Day> {
    let year = if year < 100 { year + 2000 } else { year };
    Day::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, first: Option<First>) -> Option<String> {
        day(text, first).map(|day| day.to_string())
    }

    #[test]
    fn the_forms_of_survey_tools_are_read() {
        let forms = [
            "2025-03-14",
            "2025-03-14 09:12:44",
            "2025-03-14T09:12:44.123+01:00",
            "20250314",
            "2025/03/14",
            "14.03.2025",
            "14.3.25 09:12",
        ];
        for form in forms {
            assert_eq!(read(form, None).as_deref(), Some("2025-03-14"), "{form}");
        }
        for wrong in [
            "",
            "45730",
            "2025-02-30",
            "32.1.2025",
            "1/2",
            "ja",
            "14 ma 2025",
            "14 mars 25",
            "mars 2025",
            "30 feb 2025",
        ] {
            assert_eq!(read(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn months_may_be_words() {
        let forms = [
            "14 mars 2025",
            "den 14:e mars 2025 kl. 09:12",
            "14-Mar-2025 09:12:44",
            "14 Mar. 2025",
            "Mar 14, 2025, 9:12 AM",
            "March 14th, 2025",
        ];
        for form in forms {
            assert_eq!(read(form, None).as_deref(), Some("2025-03-14"), "{form}");
        }
        assert_eq!(read("1 maj 2025", None), read("May 1st 2025", None));
        assert_eq!(read("31 okt 2025", None), read("Oct 31 2025", None));
    }

    /// Day 45730 of Excel is 2025-03-14, 36526 is 2000-01-01, and 60 days after 45292, 2024-01-01, comes the first of March.
    #[test]
    fn the_days_of_excel_are_known() {
        let of = |text: &str| serial(text).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(
            ["45730", "45730.38", "45730,383", "36526", "45351", "45352"].map(of),
            ["2025-03-14", "2025-03-14", "2025-03-14", "2000-01-01", "2024-02-29", "2024-03-01"]
        );
        assert_eq!(["", "3", "20250314", "45730 x", "ja", "-45730"].map(of), [""; 6]);
    }

    #[test]
    fn other_dates_of_the_column_say_what_stands_first() {
        assert_eq!(first(["3/4/2025", "3/14/2025"].into_iter()), Some(First::Month));
        assert_eq!(first(["3/4/2025", "14/3/2025 08:00"].into_iter()), Some(First::Day));
        assert_eq!(first(["3/4/2025"].into_iter()), None);
        assert_eq!(first(["3/14/2025", "14/3/2025"].into_iter()), None);
        assert_eq!(read("3/4/25 9:15", Some(First::Month)).as_deref(), Some("2025-03-04"));
        assert_eq!(read("3/4/2025", None), None);
        assert_eq!(read("4/4/2025", None).as_deref(), Some("2025-04-04"));
    }
}
