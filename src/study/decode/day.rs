//! Days, which TOML has a form of its own for.

use toml::de::DeValue;

use super::Section;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;
use crate::wording::Arg;

impl Section<'_> {
    /// A day that must be there, as a date or a text.
    pub fn required_day(&self, key: &'static str, expected: impl Into<Arg>) -> Option<Day> {
        if !self.has(key) {
            self.required_text(key, expected);
            return None;
        }
        self.day(key)
    }

    /// A day, as a date or a text.
    pub fn day(&self, key: &'static str) -> Option<Day> {
        let written = match self.raw(key)?.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            _ => self.text(key)?.value,
        };
        let day = written.parse().ok();
        if day.is_none() {
            self.report(Diagnostic::error(self.place_of(key), msg!("day-unreadable", text = shown(&written))));
        }
        day
    }
}
