//! Whole numbers and amounts from exact ones, and parts that come to a sum.

use crate::money::Amount;

/// Whether amounts are whole kronor, so that estimates of them are, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(bool);

impl Whole {
    /// Of the amounts that estimates come from.
    pub fn of(mut amounts: impl Iterator<Item = Amount>) -> Self {
        Self(amounts.all(|amount| amount.whole().is_some()))
    }

    /// The smallest step of an estimate, in hundredths.
    pub fn unit(self) -> f64 {
        if self.0 { 100.0 } else { 1.0 }
    }

    /// The nearest amount.
    pub fn amount(self, hundredths: f64) -> Amount {
        Amount::from_ore(((hundredths / self.unit()).round() * self.unit()) as i64)
    }
}

/// The nearest whole number, halves up.
pub fn number(exact: f64) -> usize {
    (exact + 0.5).floor().max(0.0) as usize
}

/// Parts (each with what is certain of it) that come to a sum in whole units: what is beyond the certain is divided in proportion
/// to the parts, by the method of largest remainders.
pub fn sum_to(parts: &[(f64, f64)], sum: f64, unit: f64) -> Vec<f64> {
    let beyond = parts.iter().map(|(part, certain)| (part - certain).max(0.0));
    let (to_divide, all) = (sum - parts.iter().map(|part| part.1).sum::<f64>(), beyond.clone().sum::<f64>());
    if all <= 0.0 || to_divide < 0.0 {
        return parts.iter().map(|part| part.0).collect();
    }
    let shares: Vec<f64> = beyond.map(|beyond| beyond * to_divide / all / unit + 1e-9).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| shares[*b].fract().total_cmp(&shares[*a].fract()).then(a.cmp(b)));
    let left = (to_divide / unit).round() - shares.iter().map(|share| share.floor()).sum::<f64>();
    let mut whole: Vec<f64> = shares.iter().map(|share| share.floor()).collect();
    order.into_iter().take(left.max(0.0) as usize).for_each(|at| whole[at] += 1.0);
    parts.iter().zip(whole).map(|(part, whole)| part.1 + whole * unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        // Certain 4 and 1; 10 are to be divided as 5 : 2.5 : 2.5, that is 5 and 2.5 each: the first of equal remainders gets one.
        assert_eq!(sum_to(&[(9.0, 4.0), (2.5, 0.0), (3.5, 1.0)], 15.0, 1.0), [9.0, 3.0, 3.0]);
        // Points that come to 12 instead of 15: everything beyond what is certain (5, 1, 1) is divided anew: 10 · 5/7 = 7.14, 1.43, 1.43.
        assert_eq!(sum_to(&[(9.0, 4.0), (1.0, 0.0), (2.0, 1.0)], 15.0, 1.0), [11.0, 2.0, 2.0]);
    }

    #[test]
    fn amounts_stay_whole_where_they_are() {
        let whole = Whole::of([100, 2_500].map(Amount::from_ore).into_iter());
        assert_eq!(
            (whole.amount(12_349.0), whole.amount(12_350.0)),
            (Amount::from_ore(12_300), Amount::from_ore(12_400))
        );
        assert_eq!(Whole::of([Amount::from_ore(101)].into_iter()).amount(12_349.4), Amount::from_ore(12_349));
        assert_eq!((number(2.5), number(2.4999), number(-0.2)), (3, 2, 0));
    }
}
