//! How many more answers make intervals as narrow as a question needs.

/// How many more answers are to be read, so that intervals are `narrower` times as wide as they are: where `read` were read of
/// `of`. The width of an interval goes with the root of 1/n − 1/N (Cochran 1977, ch. 4).
pub fn decides(read: usize, of: usize, narrower: f64) -> usize {
    let left = of.saturating_sub(read);
    if read == 0 || left == 0 {
        return left;
    }
    let (sampled, all) = (1.0 / read as f64, 1.0 / of as f64);
    let wanted = 1.0 / (narrower * narrower * (sampled - all) + all);
    ((wanted.ceil() as usize).saturating_sub(read)).min(left)
}

#[cfg(test)]
mod tests {
    use super::decides;

    #[test]
    fn half_the_width_takes_four_times_the_answers_but_for_what_is_finite() {
        // 1/m − 1/1000 = (1/100 − 1/1000) / 4 = 0.00225: m = 1 / 0.00325 = 307.7, 208 more.
        assert_eq!(decides(100, 1_000, 0.5), 208);
        // In a population without end 400; here 1/m = 0.0000001 + 0.25 · (0.01 − 0.0000001): m = 399.99.
        assert_eq!(decides(100, 10_000_000, 0.5), 300);
        assert_eq!(decides(100, 1_000, 0.0), 900);
        assert_eq!(decides(0, 50, 0.5), 50);
        assert_eq!(decides(50, 50, 0.5), 0);
    }
}
