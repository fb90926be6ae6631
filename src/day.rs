//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day; `None` where the calendar has none such.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let days = Self::days_of(year, month);
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// How many months it is from another day, whichever comes first, counted from month to month.
    pub fn months_from(self, other: Self) -> u32 {
        let months = |day: Self| u32::from(day.year) * 12 + u32::from(day.month);
        months(self).abs_diff(months(other))
    }

    /// How many days a month has; none where the calendar has no such month.
    pub fn days_of(year: u16, month: u8) -> u8 {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = ();

    /// From `2025-03-14` (ISO 8601), and nothing behind it.
    fn from_str(written: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = written.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(()) };
        if [year, month, day].map(str::len) != [4, 2, 2] || !written.bytes().all(|b| b == b'-' || b.is_ascii_digit()) {
            return Err(());
        }
        let of = |part: &str| part.parse::<u16>().map_err(|_| ());
        let small = |part: &str| of(part).and_then(|part| u8::try_from(part).map_err(|_| ()));
        Self::new(of(year)?, small(month)?, small(day)?).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for day in ["2025-03-14", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(day.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(day));
        }
        for wrong in
            ["2025-02-29", "1900-02-29", "2025-13-01", "2025-04-31", "2025-3-14", "20250314", "2025-03-14 ", ""]
        {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }
}
