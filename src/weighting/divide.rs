//! Dividing whole kronor, or whole units of another kind, exactly: the largest-remainder method.
//!
//! Every part first gets the whole units of its exact share `T · x / S`; the units that are left, fewer than there are
//! parts, go one each to those whose shares had the largest fractions. All in integers, so the parts sum to T exactly and
//! none differs from its exact share by a whole unit.

use std::cmp::Reverse;

use crate::money::Amount;

/// Divides `total` units in proportion to `parts`. Parts with equal fractions get their unit in the order given, so give them
/// in an order that does not depend on the rows of a file. `None` where the parts sum to zero: there is nothing to divide
/// by.
///
/// ```
/// # use insats::{money::Amount, weighting::divide};
/// // 100 kr over 1 : 1 : 1 is 33 1/3 each; the one krona left goes to the first.
/// let parts = [Amount::from_ore(1); 3];
/// assert_eq!(divide(100, &parts), Some(vec![34, 33, 33]));
/// ```
pub fn divide(total: i64, parts: &[Amount]) -> Option<Vec<i64>> {
    let sum: i128 = parts.iter().map(|p| i128::from(p.ore())).sum();
    if sum <= 0 {
        return None;
    }
    let exact = |part: &Amount| i128::from(total) * i128::from(part.ore());
    let mut shares: Vec<i128> = parts.iter().map(|p| exact(p).div_euclid(sum)).collect();
    let left = i128::from(total) - shares.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| Reverse(exact(&parts[*i]).rem_euclid(sum)));
    for index in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[index] += 1;
    }
    Some(shares.into_iter().map(|share| i64::try_from(share).unwrap_or(i64::MAX)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(total: i64, parts: &[i64]) -> Option<Vec<i64>> {
        let parts: Vec<_> = parts.iter().map(|p| Amount::from_ore(*p)).collect();
        divide(total, &parts)
    }

    #[test]
    fn the_largest_remainders_get_the_kronor_that_are_left() {
        // 10 over 1:2:4: exact 1.43, 2.86, 5.71; whole 1, 2, 5; two left, to .86 and .71.
        assert_eq!(kronor(10, &[1, 2, 4]), Some(vec![1, 3, 6]));
        // 7 over 3:3:1: exact 3, 3, 1.
        assert_eq!(kronor(7, &[3, 3, 1]), Some(vec![3, 3, 1]));
        // A part of zero gets nothing.
        assert_eq!(kronor(5, &[0, 1, 1]), Some(vec![0, 3, 2]));
        assert_eq!(kronor(0, &[5, 6]), Some(vec![0, 0]));
    }

    #[test]
    fn nothing_can_be_divided_by_zero() {
        assert_eq!(kronor(5, &[0, 0]), None);
        assert_eq!(kronor(5, &[]), None);
    }
}
