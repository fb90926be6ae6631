//! What a number format says about a number: percent, a unit, a scale, leading zeros, or another text altogether.
//!
//! A format has up to four sections, for positive and negative numbers, zero and texts, or with conditions of their own
//! (ECMA-376, 18.8.31). What only decides how many digits are seen says nothing about the value and is left out.

mod code;

use std::sync::Arc;

use crate::money::Currency;
use crate::read::amount::{Unit, times_of_unit};

use code::{section, split};

/// What one section of a format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    kind: Kind,
    before: String,
    after: String,
    /// How often the number is multiplied by a hundred to be shown.
    percent: u8,
    /// How often it is divided by a thousand.
    pub(super) thousands: u8,
    /// How many digits are shown at least.
    digits: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Digits,
    /// A text in the number's place.
    Constant,
    /// Nothing is shown.
    Hidden,
}

/// A number and what its cell's format says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The number as it is stored.
    pub number: f64,
    form: Arc<Form>,
}

impl Shown {
    pub(in crate::read) fn new(number: f64, form: Arc<Form>) -> Self {
        Self { number, form }
    }

    /// What the cell shows, with all digits that are stored.
    pub fn text(&self) -> String {
        let form = &self.form;
        match form.kind {
            Kind::Constant => form.before.clone(),
            Kind::Hidden => self.number.to_string(),
            Kind::Digits => {
                let digits = self.digits().replace('.', ",");
                let (minus, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("-", rest));
                let zeros = "0".repeat(usize::from(form.digits).saturating_sub(digits.len()));
                format!("{minus}{}{zeros}{digits}{}", form.before, form.after)
            }
        }
    }

    /// The number that is shown, in digits with a decimal point.
    pub(in crate::read) fn digits(&self) -> String {
        let stored = self.number.to_string();
        if !self.number.is_finite() {
            return stored;
        }
        moved(&stored, 2 * i32::from(self.form.percent) - 3 * i32::from(self.form.thousands))
    }

    /// The text beside the number: its unit, if that is what it is. `None` where something else than digits stands in the
    /// number's place or before it.
    pub(crate) fn unit(&self) -> Option<&str> {
        let form = &self.form;
        let (before, after) = (form.before.trim(), form.after.trim());
        match (form.kind, before.is_empty(), after.is_empty()) {
            (Kind::Constant, ..) => None,
            (_, true, _) => Some(after),
            (_, false, true) if is_currency(before) => Some(before),
            _ => None,
        }
    }

    /// What the shown number is multiplied by to be the stored one: 1 where no format divides it.
    pub(in crate::read) fn scale(&self) -> i64 {
        1_000_i64.checked_pow(u32::from(self.form.thousands)).unwrap_or(i64::MAX)
    }

    /// Whether the number is a share of a hundred.
    pub(crate) fn is_percent(&self) -> bool {
        let unit = self.unit().unwrap_or_default().to_lowercase();
        matches!(unit.as_str(), "%" | "procent" | "percent")
    }

    /// Whether nobody sees it.
    pub(in crate::read) fn is_hidden(&self) -> bool {
        self.form.kind == Kind::Hidden
    }
}

/// Whether a word before a number is its currency.
fn is_currency(word: &str) -> bool {
    Unit::of(word, Currency::default()).is_some_and(|unit| unit.times == 1 && unit.currency.is_some())
}

/// Digits with their decimal point moved to the right.
fn moved(digits: &str, places: i32) -> String {
    if places == 0 {
        return digits.to_owned();
    }
    let (minus, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut whole, mut decimals) = (whole.to_owned(), decimals.to_owned());
    for _ in 0..places {
        whole.push(if decimals.is_empty() { '0' } else { decimals.remove(0) });
    }
    for _ in places..0 {
        decimals.insert(0, whole.pop().unwrap_or('0'));
    }
    let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{minus}{whole}{point}{decimals}")
}

/// A number format, of which only what matters is kept.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) struct NumberFormat {
    sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq)]
struct Section {
    condition: Option<(Comparison, f64)>,
    form: Option<Arc<Form>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    More,
}

impl Comparison {
    fn holds(self, number: f64, bound: f64) -> bool {
        match self {
            Self::Less => number < bound,
            Self::AtMost => number <= bound,
            Self::Equal => number == bound,
            Self::Unequal => number != bound,
            Self::AtLeast => number >= bound,
            Self::More => number > bound,
        }
    }
}

impl NumberFormat {
    /// Reads a format's code; `None` where it says nothing about values.
    pub(in crate::read) fn of(code: &str) -> Option<Self> {
        const LONGEST: usize = 1_000;
        const NUMBERS: usize = 3;
        if code.is_empty() || code.len() > LONGEST || code.eq_ignore_ascii_case("general") || code == "@" {
            return None;
        }
        let parts: Vec<String> = split(code).into_iter().take(NUMBERS).collect();
        let sections: Vec<Section> = parts.iter().enumerate().map(|(at, part)| section(part, at)).collect();
        sections.iter().any(|section| section.form.is_some()).then_some(Self { sections })
    }

    /// What the format says of a number; `None` where it is a number like others.
    pub(in crate::read) fn form(&self, number: f64) -> Option<Arc<Form>> {
        let conditional = self.sections.iter().any(|section| section.condition.is_some());
        let chosen = if conditional {
            let fits = |section: &&Section| section.condition.is_none_or(|(how, bound)| how.holds(number, bound));
            self.sections.iter().find(fits)
        } else {
            let at = match self.sections.len() {
                2.. if number < 0.0 => 1,
                3.. if number == 0.0 => 2,
                _ => 0,
            };
            self.sections.get(at)
        };
        let form = chosen?.form.clone()?;
        // Zeros are often shown as a dash, with or without their unit, or not at all.
        let says = |text: &str| text.chars().any(char::is_alphanumeric) && times_of_unit(text).is_none();
        let silent = form.kind == Kind::Hidden || (form.kind == Kind::Constant && !says(&form.before));
        (number != 0.0 || !silent).then_some(form)
    }

    /// The number in a cell with this format.
    pub(in crate::read) fn shown(&self, number: f64) -> Option<Shown> {
        self.form(number).map(|form| Shown::new(number, form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: f64) -> String {
        let format = NumberFormat::of(code).and_then(|format| format.shown(number));
        format.map_or_else(|| format!("plain {number}"), |shown| shown.text())
    }

    #[test]
    fn a_format_says_what_its_number_means() {
        // What Excel shows for each, but with all digits.
        let cases = [
            ("0%", 0.5, "50%"),
            ("0.0%", 0.125, "12,5%"),
            ("0 %", 0.07, "7 %"),
            ("0\"%\"", 50.0, "50%"),
            ("# ##0 \"tkr\"", 450.0, "450 tkr"),
            ("#,##0\\ \"tkr\"", 1450.5, "1450,5 tkr"),
            ("#,##0\\ [$kr-41D]", 450.0, "450 kr"),
            ("[$€-2]\\ #,##0", 450.0, "€ 450"),
            ("_-* #,##0.00\\ \"kr\"_-;\\-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", 450.0, "450 kr"),
            ("_-* #,##0.00\\ \"kr\"_-;\\-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", -450.0, "-450 kr"),
            ("_-* #,##0.00\\ \"kr\"_-;\\-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", 0.0, "0 kr"),
            ("_-* #,##0\\ \"kr\"_-;\\-* #,##0\\ \"kr\"_-;_-* \"-\"\\ \"kr\"_-;_-@_-", 0.0, "kr"),
            ("#,##0,", 450_000.0, "450"),
            ("0.00,,\" mnkr\"", 1_250_000.0, "1,25 mnkr"),
            ("0,0,", 450_000.0, "450"),
            ("\"ca \"#,##0", 450.0, "ca 450"),
            ("General\" tkr\"", 12.5, "12,5 tkr"),
            ("000", 1.0, "001"),
            ("\"S-\"000", 7.0, "S-007"),
            (";;;", 5.0, "5"),
            ("\"Ja\";;\"Nej\"", 1.0, "Ja"),
            ("\"Ja\";;\"Nej\"", 0.0, "Nej"),
            ("[>=1000000]0.0,,\" mnkr\";[>=1000]0,\" tkr\";0\" kr\"", 2_500_000.0, "2,5 mnkr"),
            ("[>=1000000]0.0,,\" mnkr\";[>=1000]0,\" tkr\";0\" kr\"", 2_500.0, "2,5 tkr"),
            ("[>=1000000]0.0,,\" mnkr\";[>=1000]0,\" tkr\";0\" kr\"", 25.0, "25 kr"),
        ];
        for (code, number, expected) in cases {
            let expected = if expected == "kr" { "plain 0" } else { expected };
            assert_eq!(shown(code, number), expected, "{code} of {number}");
        }
    }

    #[test]
    fn what_only_rounds_or_groups_says_nothing() {
        let codes = ["General", "0", "0.00", "#,##0", "# ##0", "#,##0.00;[Red]-#,##0.00", "# ?/?", "0.00E+00", "@"];
        let more = ["yyyy-mm-dd", "[h]:mm", "0;-0;;@", "#,##0_);(#,##0)", "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-"];
        for code in codes.into_iter().chain(more) {
            for number in [450.5, 0.0, -3.0] {
                assert_eq!(shown(code, number), format!("plain {number}"), "{code}");
            }
        }
    }

    #[test]
    fn digits_move_without_rounding() {
        for (digits, places, expected) in
            [("0.07", 2, "7"), ("12", 2, "1200"), ("450000", -3, "450"), ("5", -3, "0.005"), ("-0.5", 2, "-50")]
        {
            assert_eq!(moved(digits, places), expected);
        }
    }
}
