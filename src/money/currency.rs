//! Currencies that a study can be in.

use super::Amount;

/// A currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Swedish kronor, the default.
    #[default]
    Sek,
    /// Euro.
    Eur,
    /// Danish kroner.
    Dkk,
    /// Norwegian kroner.
    Nok,
    /// Icelandic krónur.
    Isk,
    /// Pounds sterling.
    Gbp,
    /// Dollars of the United States.
    Usd,
    /// Swiss francs.
    Chf,
    /// Polish zloty.
    Pln,
}

impl Currency {
    /// The words of settings: codes of ISO 4217.
    pub const WORDS: [(&'static str, Self); 9] = [
        ("SEK", Self::Sek),
        ("EUR", Self::Eur),
        ("DKK", Self::Dkk),
        ("NOK", Self::Nok),
        ("ISK", Self::Isk),
        ("GBP", Self::Gbp),
        ("USD", Self::Usd),
        ("CHF", Self::Chf),
        ("PLN", Self::Pln),
    ];

    /// Its code in ISO 4217.
    pub fn code(self) -> &'static str {
        Self::WORDS.iter().find(|(_, currency)| *currency == self).map_or("", |(code, _)| code)
    }

    /// What columns of data files end in, as `reported_kr`, and what stands behind a number in a claim.
    pub fn suffix(self) -> &'static str {
        self.units()[0].0
    }

    /// The words of one, a thousand and a million, with how much that is.
    pub fn units(self) -> [(&'static str, i64); 3] {
        let words = match self {
            Self::Sek => ["kr", "tkr", "mnkr"],
            Self::Eur => ["eur", "teur", "meur"],
            Self::Dkk => ["dkk", "tdkk", "mdkk"],
            Self::Nok => ["nok", "tnok", "mnok"],
            Self::Isk => ["isk", "tisk", "misk"],
            Self::Gbp => ["gbp", "tgbp", "mgbp"],
            Self::Usd => ["usd", "tusd", "musd"],
            Self::Chf => ["chf", "tchf", "mchf"],
            Self::Pln => ["pln", "tpln", "mpln"],
        };
        let [one, thousand, million] = words;
        [(one, 1), (thousand, 1_000), (million, 1_000_000)]
    }

    /// The word for so much of it; empty where no word says it.
    pub fn word_of(self, unit: i64) -> &'static str {
        self.units().iter().find(|(_, times)| *times == unit).map_or("", |(word, _)| word)
    }

    /// How many decimals its coins make.
    pub fn decimals(self) -> u32 {
        if self == Self::Isk { 0 } else { 2 }
    }

    /// So much is written in millions; less is written out.
    pub fn least_in_millions(self) -> i64 {
        if self == Self::Sek { 50_000 } else { 1_000_000 }
    }
}

/// A currency and how finely its amounts are published: what is smaller than that is reported, and summed, but not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Denomination {
    /// The currency.
    pub currency: Currency,
    /// How many decimals published amounts have.
    pub decimals: u32,
}

impl Denomination {
    /// The smallest published amount, in hundredths.
    pub fn step(self) -> i64 {
        10_i64.pow(2_u32.saturating_sub(self.decimals))
    }

    /// An amount as it is published, halves rounded up.
    pub fn published(self, amount: Amount) -> Amount {
        let step = self.step();
        Amount::from_ore(amount.ore().saturating_add(step / 2).div_euclid(step) * step)
    }

    /// Whether an amount is one that can be published as it is.
    pub fn holds(self, amount: Amount) -> bool {
        amount.ore() % self.step() == 0
    }
}
