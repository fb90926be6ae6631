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
    let parts = numbers(date, '/')?;
    if parts[0] > 999 {
        return of(parts[0], parts[1], parts[2]);
    }
    match first {
        Some(first) => slashed_day(parts, first),
        None => slashed_day(parts, First::Day).filter(|_| parts[0] == parts[1]),
    }
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
        for wrong in ["", "14 mars 2025", "45730", "2025-02-30", "32.1.2025", "1/2", "ja"] {
            assert_eq!(read(wrong, None), None, "{wrong}");
        }
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
