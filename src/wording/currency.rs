//! How amounts of money are written: number, unit, and the words of each currency.

use super::{Arg, Language, Message};
use crate::money::{Amount, Currency};
use crate::msg;

const MILLION: i64 = 1_000_000;

impl Currency {
    /// Its name in running text, for so many of it.
    pub fn name(self, count: usize) -> Message {
        match self {
            Self::Sek => msg!("currency-sek", count),
            Self::Eur => msg!("currency-eur", count),
            Self::Dkk => msg!("currency-dkk", count),
            Self::Nok => msg!("currency-nok", count),
            Self::Isk => msg!("currency-isk", count),
            Self::Gbp => msg!("currency-gbp", count),
            Self::Usd => msg!("currency-usd", count),
            Self::Chf => msg!("currency-chf", count),
            Self::Pln => msg!("currency-pln", count),
        }
    }

    /// Itself, thousands, millions or thousands of millions of it, in running text.
    pub fn in_unit(self, unit: i64) -> Message {
        const MANY: usize = 1_000;
        match unit {
            1 => self.name(MANY),
            1_000 => msg!("thousands-of", currency = self.name(MANY)),
            MILLION => msg!("millions-of", currency = self.name(MANY)),
            _ => msg!("billions-of", currency = self.name(MANY)),
        }
    }

    /// What stands beside a number: `kr`, `SEK`.
    pub fn short(self) -> Arg {
        Arg::Part(Box::new(self.name(1)), "short")
    }

    /// What stands beside amounts in messages to evaluators.
    pub fn beside_amounts(self) -> Arg {
        if self == Self::Sek { self.suffix().into() } else { self.short() }
    }
}

impl Language {
    /// An amount with its unit, and with decimals where there are any.
    pub fn amount(self, amount: Amount, currency: Currency) -> String {
        msg!("money", number = self.bare_amount(amount), unit = currency.short()).text(self)
    }

    /// An amount without its unit, as in a column of a table, with decimals where there are any.
    pub fn bare_amount(self, amount: Amount) -> String {
        match amount.whole() {
            Some(whole) => self.integer(whole.0),
            // Exact: an amount is below 10^15 öre.
            None => self.decimal(amount.ore() as f64 / 100.0, 2),
        }
    }

    /// Funds as a report writes them: millions with one decimal, and whole units where that would say nothing.
    pub fn funds(self, funds: Amount, currency: Currency) -> String {
        let whole = funds.rounded();
        // The exact amount decides: what is just below the bound would be no tenth of a million.
        if whole.0 != 0 && funds.in_unit(1).abs() < currency.least_in_millions() as f64 {
            return self.amount(whole.into(), currency);
        }
        self.millions(funds, 1, currency)
    }

    /// Funds without their unit, as they stand in a drawing of ones, thousands or millions: one number of decimals throughout, and what
    /// is more than nothing is not written as nothing.
    pub fn funds_in_unit(self, funds: Amount, unit: i64) -> String {
        const LEAST: f64 = 0.1;
        let value = funds.in_unit(unit);
        match unit {
            1 => self.decimal(value, 0),
            _ if value > 0.0 && value < LEAST / 2.0 => format!("<{}", self.decimal(LEAST, 1)),
            _ => self.decimal(value, 1),
        }
    }

    /// Millions with so many decimals and their unit.
    pub fn millions(self, funds: Amount, decimals: usize, currency: Currency) -> String {
        self.in_millions(funds.in_unit(MILLION), decimals, currency)
    }

    /// A number of millions, as of an axis, with so many decimals and their unit.
    pub fn in_millions(self, millions: f64, decimals: usize, currency: Currency) -> String {
        let (number, unit) = (self.decimal(millions, decimals), currency.short());
        msg!("money-in-millions", number, unit, code = currency.code()).text(self)
    }

    /// Funds in running text, where the unit is written out: whole units below a million, which a decimal would blur.
    pub fn funds_in_words(self, funds: Amount, currency: Currency) -> Message {
        let whole = funds.rounded().0;
        let size = usize::try_from(whole.unsigned_abs()).unwrap_or(usize::MAX);
        let code = currency.code();
        if whole.abs() < MILLION {
            msg!("money-in-words", number = self.integer(whole), unit = currency.name(size), code)
        } else {
            let number = self.decimal(funds.in_unit(MILLION), 1);
            msg!("millions-in-words", number, unit = currency.name(size), code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Kronor;

    const SEK: Currency = Currency::Sek;
    const EUR: Currency = Currency::Eur;

    fn whole(number: i64) -> Amount {
        Kronor(number).into()
    }

    #[test]
    fn funds_in_a_drawing_have_one_number_of_decimals() {
        let written = |number, unit| Language::Swedish.funds_in_unit(whole(number), unit);
        assert_eq!(
            [0, 49_999, 50_000, 372_552_193].map(|own| written(own, 1_000_000)),
            ["0,0", "<0,1", "0,1", "372,6"]
        );
        assert_eq!([12_340, 40].map(|own| written(own, 1_000)), ["12,3", "<0,1"]);
        assert_eq!([0, 7, 999].map(|own| written(own, 1)), ["0", "7", "999"]);
    }

    #[test]
    fn funds_are_written_in_millions_or_in_whole_units() {
        let (sv, en) = (Language::Swedish, Language::English);
        assert_eq!(sv.funds(whole(96_533_241), SEK), "96,5\u{a0}mnkr");
        assert_eq!(en.funds(whole(96_533_241), SEK), "SEK\u{a0}96.5\u{a0}million");
        assert_eq!(sv.funds(whole(50_000), SEK), "0,1\u{a0}mnkr");
        assert_eq!(sv.funds(whole(49_999), SEK), "49\u{a0}999\u{a0}kr");
        assert_eq!(sv.funds(Amount::from_ore(4_999_975), SEK), "50\u{a0}000\u{a0}kr");
        assert_eq!(en.funds(whole(1_200), SEK), "SEK\u{a0}1,200");
        assert_eq!(sv.funds(whole(0), SEK), "0,0\u{a0}mnkr");
        assert_eq!(sv.funds(whole(999_999), EUR), "999\u{a0}999\u{a0}euro");
        assert_eq!(sv.funds(whole(1_250_000), EUR), "1,3\u{a0}mn\u{a0}euro");
        assert_eq!(en.funds(whole(1_250_000), EUR), "EUR\u{a0}1.3\u{a0}million");
    }

    #[test]
    fn amounts_are_written_as_each_language_does() {
        let (sv, en) = (Language::Swedish, Language::English);
        assert_eq!(sv.amount(whole(1_323_320_741), SEK), "1\u{a0}323\u{a0}320\u{a0}741\u{a0}kr");
        assert_eq!(en.amount(whole(-5_000), SEK), "SEK\u{a0}\u{2212}5,000");
        assert_eq!(sv.amount(Amount::from_ore(123_405), SEK), "1\u{a0}234,05\u{a0}kr");
        assert_eq!(sv.amount(Amount::from_ore(123_405), EUR), "1\u{a0}234,05\u{a0}euro");
        assert_eq!(en.amount(Amount::from_ore(123_405), EUR), "EUR\u{a0}1,234.05");
        assert_eq!(sv.millions(whole(96_533_241), 1, SEK), "96,5\u{a0}mnkr");
    }

    #[test]
    fn funds_in_words_have_their_unit_written_out() {
        let told =
            |number, language: Language, currency| language.funds_in_words(whole(number), currency).text(language);
        let told = |number, language, currency| told(number, language, currency).replace('\u{a0}', " ");
        assert_eq!(told(1, Language::Swedish, SEK), "1 krona");
        assert_eq!(told(-999_999, Language::Swedish, SEK), "\u{2212}999 999 kronor");
        assert_eq!(told(1_234_567, Language::Swedish, SEK), "1,2 miljoner kronor");
        assert_eq!(told(999, Language::English, SEK), "SEK 999");
        assert_eq!(told(1_234_567, Language::English, SEK), "SEK 1.2 million");
        assert_eq!(told(1_234_567, Language::Swedish, EUR), "1,2 miljoner euro");
        assert_eq!(told(1_234, Language::English, EUR), "EUR 1,234");
    }
}
