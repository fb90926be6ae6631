//! What the sample says of unread rows about which the machine says the same.

use super::interval::{Caution, share};

/// What sums of weights may differ from nothing by.
const NOTHING: f64 = 1e-9;

/// Where none of so many equal rows differs, large amounts are taken to be like the others.
const ENOUGH: f64 = 15.0;

/// Sums over rows of the sample, each taken as much as it says of what nobody read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Seen {
    all: f64,
    squares: f64,
    /// Of rows to which people say yes.
    yes: f64,
    yes_squares: f64,
}

impl Seen {
    fn add(&mut self, stands_for: f64, yes: bool) {
        self.all += stands_for;
        self.squares += stands_for * stands_for;
        if yes {
            self.yes += stands_for;
            self.yes_squares += stands_for * stands_for;
        }
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            all: self.all + other.all,
            squares: self.squares + other.squares,
            yes: self.yes + other.yes,
            yes_squares: self.yes_squares + other.yes_squares,
        }
    }

    /// One over how many equal rows it is worth.
    fn unsure(&self) -> f64 {
        self.squares / (self.all * self.all)
    }

    /// Whether people say the same of all rows.
    fn agrees(&self) -> bool {
        self.yes <= NOTHING || self.all - self.yes <= NOTHING
    }

    /// How many times the variance of a share is what it were if the rows that differ were as large as the others; at least 1: where
    /// few are seen small ones are no proof that there are no large ones.
    fn concentrated(&self) -> f64 {
        let rate = self.yes / self.all;
        let even = rate * (1.0 - rate) * self.squares;
        let own = self.yes_squares * (1.0 - rate).powi(2) + (self.squares - self.yes_squares) * rate * rate;
        if even > NOTHING * self.squares { (own / even).max(1.0) } else { 1.0 }
    }
}

/// What rows about which the machine says the same come to in one measure: interventions (each 1) or their funds.
///
/// Let x be the measure of a row and w how many rows a sampled one stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Sums of (w − 1) x.
    seen: Seen,
    /// Sums of w − 1.
    rows: Seen,
    /// Σ x over the rows outside the sample.
    unread: f64,
    /// Σ x² over them.
    unread_squares: f64,
}

impl Verdict {
    /// Counts a row of the sample.
    pub fn sampled(&mut self, weight: f64, measure: f64, yes: bool) {
        self.seen.add((weight - 1.0) * measure, yes);
        self.rows.add(weight - 1.0, yes);
    }

    /// Counts a row outside it.
    pub fn unread(&mut self, measure: f64) {
        self.unread += measure;
        self.unread_squares += measure * measure;
    }

    /// This and another part's.
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            seen: self.seen.plus(&other.seen),
            rows: self.rows.plus(&other.rows),
            unread: self.unread + other.unread,
            unread_squares: self.unread_squares + other.unread_squares,
        }
    }

    /// Whether the sample says anything of what nobody read.
    pub fn says(&self) -> bool {
        self.seen.all > 0.0
    }

    /// What nobody read.
    pub fn open(&self) -> f64 {
        self.unread
    }

    /// The share of yes: that of the sample, else what the machine says.
    pub fn rate(&self, machine: usize) -> f64 {
        if self.says() { self.seen.yes / self.seen.all } else { machine as f64 }
    }

    /// What of the unread is yes by a share, corrected by what the sample differs from it.
    pub fn corrected(&self, rate: f64) -> f64 {
        rate * self.unread + (self.seen.yes - rate * self.seen.all)
    }

    /// How many equal rows, drawn at random, would tell the share of the unread as well as the sample does.
    ///
    /// The error of u · p̂ for a sum U of yes has the variance p (1 − p) (u² Σ(w−1)²x² / (Σ(w−1)x)² + Σx²): what the sample
    /// does not know of p, and what p does not know of the rows. It is divided by u² and inverted.
    pub fn effective(&self) -> f64 {
        self.worth(self.seen.unsure())
    }

    fn worth(&self, unsure: f64) -> f64 {
        if !self.says() || self.unread <= 0.0 {
            return 0.0;
        }
        1.0 / (unsure + self.unread_squares / (self.unread * self.unread))
    }

    /// The same for an interval. Of funds it matters where those that differ lie: on large amounts they are worth fewer rows. Where none of
    /// enough rows differs nothing ties them to large amounts, and rows count alike.
    fn effective_for(&self, caution: Caution) -> f64 {
        if caution != Caution::Funds || !self.says() {
            self.effective()
        } else if self.rows.agrees() && self.seen.unsure() * ENOUGH < 1.0 {
            self.worth(self.seen.unsure().min(self.rows.unsure()))
        } else {
            self.effective() / self.seen.concentrated()
        }
    }

    /// The variance of the part of a sum that nobody read.
    pub fn variance(&self, machine: usize) -> f64 {
        let (rate, effective) = (self.rate(machine), self.effective());
        if effective > 0.0 { self.unread * self.unread * rate * (1.0 - rate) / effective } else { 0.0 }
    }

    /// How far the sum may lie below and above its point.
    pub fn distances(&self, machine: usize, caution: Caution) -> (f64, f64) {
        let (rate, effective) = (self.rate(machine), self.effective_for(caution));
        let (low, high) = share(rate * effective, effective, caution);
        (self.unread * (rate - low).max(0.0), self.unread * (high - rate).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
    }

    /// Ten rows of a hundred kronor and two of a thousand, every second read (w = 2): five of a hundred and one of a thousand.
    fn funds(is_yes: impl Fn(f64) -> bool) -> Verdict {
        let mut verdict = Verdict::default();
        for measure in [100.0, 100.0, 100.0, 100.0, 100.0, 1_000.0] {
            verdict.sampled(2.0, measure, is_yes(measure));
            verdict.unread(measure);
        }
        verdict
    }

    #[test]
    fn what_differs_on_large_amounts_is_worth_fewer_rows() {
        // Σx = 1 500, Σx² = 1 050 000: both parts are 1 050 000 / 1 500² = 0.4667, so n* = 1 / 0.9333 = 1.0714.
        let large = funds(|measure| measure > 500.0);
        near(large.effective(), 1.0 / (2.0 * 1_050_000.0 / 2_250_000.0));
        // p = 2/3: (1 000 000 / 9 + 50 000 · 4/9) / (2/9 · 1 050 000) = 133 333 / 233 333 = 0.571: no more than even.
        near(large.effective_for(Caution::Funds), large.effective());
        // Where the thousand is the odd one out among nine thousands' worth of hundreds it is far more than even:
        // p = 0.1, Σ(w−1)²x² = 90 · 100² + 1 000² = 1.9 million: (0.81 · 1 + 0.01 · 0.9) million / (0.09 · 1.9 million) = 4.789.
        let mut odd = Verdict::default();
        (0..90).for_each(|_| odd.sampled(2.0, 100.0, false));
        odd.sampled(2.0, 1_000.0, true);
        (0..91).for_each(|_| odd.unread(100.0));
        near(odd.effective() / odd.effective_for(Caution::Funds), 0.819 / 0.171);
        near(odd.effective_for(Caution::Numbers), odd.effective());
    }

    #[test]
    fn where_nothing_differs_rows_count_alike() {
        // Sixteen rows of 100 and one of 300 that are all right: Σx = 1 900, Σx² = 250 000, worth 14.44: they are too few.
        let of = |hundreds: usize, is_yes: bool| {
            let mut verdict = Verdict::default();
            let measures = std::iter::repeat_n(100.0, hundreds).chain([300.0]);
            measures.for_each(|measure| {
                verdict.sampled(2.0, measure, is_yes);
                verdict.unread(measure);
            });
            verdict
        };
        near(of(16, true).effective_for(Caution::Funds), of(16, true).effective());
        // Of twenty, 23²/29 = 18.24, the sample does not know 1/21 instead of 1/18.24; the unread rows stay what they are.
        near(of(20, true).effective_for(Caution::Funds), 1.0 / (1.0 / 21.0 + 290_000.0 / 5_290_000.0));
        near(of(20, false).effective_for(Caution::Funds), of(20, true).effective_for(Caution::Funds));
    }
}
