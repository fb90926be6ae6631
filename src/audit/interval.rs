//! Intervals of shares, by the quantiles of beta distributions.

/// The probability that is left out on each side of a 95 percent interval.
const TAIL: f64 = 0.025;

/// How cautious an interval of a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Clopper and Pearson's: exact where everything counts alike.
    Exact,
    /// A quarter of the way from there to Jeffreys'. For funds, whose few large amounts no formula knows well.
    Funds,
    /// Half-way: about what mid-P intervals are. For numbers.
    Numbers,
}

impl Caution {
    /// What is added to the successes for the lower end, and to the failures for the upper one.
    fn added(self) -> f64 {
        match self {
            Self::Exact => 0.0,
            Self::Funds => 0.125,
            Self::Numbers => 0.25,
        }
    }
}

/// The 95 percent interval of a share of which `yes` of `n` were seen. Both may be broken numbers: effective ones, as Korn and
/// Graubard (1998) take them where answers weigh differently. Everything is possible where nothing was seen.
pub fn share(yes: f64, n: f64, caution: Caution) -> (f64, f64) {
    if n.is_nan() || n <= 0.0 {
        return (0.0, 1.0);
    }
    let (yes, added) = (yes.clamp(0.0, n), caution.added());
    let no = n - yes;
    let low = if yes <= NOTHING { 0.0 } else { quantile(TAIL, yes + added, no + 1.0 - added) };
    let high = if no <= NOTHING { 1.0 } else { quantile(1.0 - TAIL, yes + 1.0 - added, no + added) };
    (low.min(yes / n), high.max(yes / n))
}

/// The exact lower bound of a share at a one-sided level, as 0.95 (Clopper and Pearson 1934).
pub fn at_least(yes: f64, n: f64, level: f64) -> f64 {
    if n.is_nan() || n <= 0.0 || yes <= NOTHING {
        return 0.0;
    }
    let yes = yes.min(n);
    quantile(1.0 - level, yes, n - yes + 1.0)
}

/// The probability that at most `k` of `n` are yes where each is with a probability.
pub fn at_most(k: f64, n: f64, probability: f64) -> f64 {
    if k >= n { 1.0 } else { beta(1.0 - probability, n - k, k + 1.0) }
}

/// What sums of weights may differ from nothing by.
const NOTHING: f64 = 1e-9;

/// The quantile of a beta distribution, by Newton's steps within halves; exact to 12 digits.
fn quantile(probability: f64, a: f64, b: f64) -> f64 {
    let scale = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
    let (mut low, mut high, mut x) = (0.0, 1.0, a / (a + b));
    for _ in 0..200 {
        let above = beta(x, a, b) - probability;
        if above < 0.0 {
            low = x
        } else {
            high = x
        }
        let density = (scale + (a - 1.0) * x.ln() + (b - 1.0) * (-x).ln_1p()).exp();
        let step = x - above / density;
        let next = if step > low && step < high { step } else { f64::midpoint(low, high) };
        let moved = (next - x).abs();
        x = next;
        if moved < 1e-14 || high - low < 1e-13 {
            break;
        }
    }
    x
}

/// The regularised incomplete beta function Iₓ(a, b), by its continued fraction (Abramowitz and Stegun 26.5.8).
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    // It converges fast below the mean; above, the other tail is asked.
    match x < (a + 1.0) / (a + b + 2.0) {
        true => front * fraction(x, a, b) / a,
        false => 1.0 - front * fraction(1.0 - x, b, a) / b,
    }
}

/// The continued fraction, by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let apart = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut c, mut d) = (1.0, 1.0 / apart(1.0 - (a + b) * x / (a + 1.0)));
    let mut result = d;
    for step in 1..500 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            d = 1.0 / apart(1.0 + part * d);
            c = apart(1.0 + part / c);
            change = c * d;
            result *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

/// ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms), exact to 15 digits.
fn ln_gamma(x: f64) -> f64 {
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    // Below a half Γ(x) = Γ(x + 1) / x keeps the approximation where it is good.
    if x < 0.5 {
        return ln_gamma(x + 1.0) - x.ln();
    }
    let (x, mut sum) = (x - 1.0, 0.999_999_999_999_809_9);
    for (at, term) in (1_u8..).zip(TERMS) {
        sum += term / (x + f64::from(at));
    }
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, by: f64) {
        assert!((found - expected).abs() < by, "{found} instead of {expected}");
    }

    #[test]
    fn exact_intervals_are_the_published_ones() {
        // Newcombe 1998, table I, method 5 (Clopper and Pearson): 81 of 263 gives 0.2527 to 0.3676, 15 of 148 0.0578 to 0.1617,
        // 0 of 20 0 to 0.1684, 1 of 29 0.0009 to 0.1776.
        for (yes, n, low, high) in [(81.0, 263.0, 0.2527, 0.3676), (15.0, 148.0, 0.0578, 0.1617)] {
            let found = share(yes, n, Caution::Exact);
            near(found.0, low, 6e-5);
            near(found.1, high, 6e-5);
        }
        near(share(0.0, 20.0, Caution::Exact).1, 0.1684, 6e-5);
        near(share(1.0, 29.0, Caution::Exact).0, 0.0009, 6e-5);
        near(share(1.0, 29.0, Caution::Exact).1, 0.1776, 6e-5);
    }

    #[test]
    fn ends_where_nothing_was_wrong_are_powers() {
        // (1 − p)^10 = 0.025 at p = 1 − 0.025^(1/10) = 0.30850.
        near(share(0.0, 10.0, Caution::Exact).1, 1.0 - 0.025_f64.powf(0.1), 1e-10);
        near(share(10.0, 10.0, Caution::Exact).0, 0.025_f64.powf(0.1), 1e-10);
        assert_eq!(share(0.0, 0.0, Caution::Numbers), (0.0, 1.0));
        let middle = share(0.0, 10.0, Caution::Numbers);
        assert!(middle.0 == 0.0 && middle.1 < 0.3085 && middle.1 > 0.2172, "{middle:?}");
    }

    #[test]
    fn a_promise_of_95_percent_needs_so_many_without_more_errors() {
        // 0.95^59 = 0.0485, 0.95^58 = 0.0510; with k errors the least n with P(at most k wrong | 0.05) ≤ 0.05.
        for (wrong, n) in [(0.0, 59.0), (1.0, 93.0), (2.0, 124.0), (3.0, 153.0), (4.0, 181.0)] {
            assert!(at_least(n - wrong, n, 0.95) >= 0.95, "{wrong} of {n}");
            assert!(at_least(n - 1.0 - wrong, n - 1.0, 0.95) < 0.95, "{wrong} of {n} less one");
        }
    }

    #[test]
    fn at_most_is_the_binomial_sum() {
        // 0.9^10 + 10 · 0.1 · 0.9^9 = 0.348678 + 0.387420.
        near(at_most(1.0, 10.0, 0.1), 0.736_098_929_1, 1e-9);
        near(at_most(0.0, 59.0, 0.05), 0.95_f64.powi(59), 1e-12);
        near(at_most(10.0, 10.0, 0.1), 1.0, 1e-12);
    }

    #[test]
    fn broken_numbers_lie_between_whole_ones() {
        let ends: Vec<(f64, f64)> = [2.0, 2.5, 3.0].map(|yes| share(yes, 9.5, Caution::Exact)).to_vec();
        assert!(ends.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{ends:?}");
    }

    #[test]
    fn gamma_is_the_factorial() {
        near(ln_gamma(11.0), 3_628_800_f64.ln(), 1e-12);
        near(ln_gamma(0.5), std::f64::consts::PI.sqrt().ln(), 1e-13);
        near(ln_gamma(0.25), 1.288_022_524_698_077, 1e-12);
    }
}
