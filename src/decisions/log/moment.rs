//! When a person decided. The library has no clock: whoever knows the time says it.

use std::fmt;
use std::str::FromStr;

/// A moment in UTC, as RFC 3339 writes it: `2026-03-02T08:15:00Z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(String);

impl Moment {
    /// So many seconds after the beginning of 1970.
    pub fn of_unix(seconds: u64) -> Self {
        const DAY: u64 = 86_400;
        let (days, rest) = (seconds / DAY, seconds % DAY);
        // Howard Hinnant, `civil_from_days`: years begin in March, eras have 400 years of 146 097 days.
        let shifted = days + 719_468;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
        Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }

    /// How many seconds after the beginning of 1970.
    pub fn unix(&self) -> u64 {
        let number = |from: usize, to: usize| self.0.get(from..to).and_then(|part| part.parse().ok()).unwrap_or(0_u64);
        let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
        // As above, the other way about.
        let (year, from_march) = if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
        let of_era = year % 400;
        let of_year = (153 * from_march + 2) / 5 + day.saturating_sub(1);
        let days = year / 400 * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        days.saturating_sub(719_468) * 86_400 + number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19)
    }

    /// The day, as `2026-03-02`.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Moment {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let within = |from: usize, least: u32, most: u32| {
            let part = written.get(from..from + 2).filter(|part| is_number(part));
            part.and_then(|part| part.parse().ok()).is_some_and(|number: u32| (least..=most).contains(&number))
        };
        let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'Z')];
        let is_moment = written.len() == 20
            && signs.iter().all(|(at, sign)| written.as_bytes()[*at] == *sign)
            && written.get(..4).is_some_and(is_number)
            && within(5, 1, 12)
            && within(8, 1, 31)
            && within(11, 0, 23)
            && within(14, 0, 59)
            && within(17, 0, 60);
        if is_moment { Ok(Self(written.to_owned())) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `date -u -d @N +%FT%TZ`.
    #[test]
    fn seconds_are_days_of_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_772_439_300, "2026-03-02T08:15:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(Moment::of_unix(seconds).to_string(), expected);
            assert_eq!(expected.parse(), Ok(Moment::of_unix(seconds)));
            assert_eq!(Moment::of_unix(seconds).unix(), seconds);
        }
    }

    #[test]
    fn only_whole_moments_are_read() {
        for wrong in ["", "2026-03-02", "2026-13-02T08:15:00Z", "2026-03-02T08:15:00+01:00", "2026-03-02 08:15:00Z"] {
            assert!(wrong.parse::<Moment>().is_err(), "{wrong}");
        }
    }
}
