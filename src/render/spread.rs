//! Labels in a column: each as near its place as it can be without lying over another.

/// The middles of labels whose wanted middles ascend, between `top` and `bottom`, where there is room for all of them.
///
/// The squares of what labels are moved by sum to the least: with the heights of those above taken away, places must only not descend,
/// which is isotonic regression, by pooling neighbours that would (pool adjacent violators). Ends are held by clipping.
pub(super) fn spread(wanted: &[f64], heights: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut above = 0.0;
    let offsets: Vec<f64> = heights
        .iter()
        .map(|height| {
            above += height;
            above - height / 2.0
        })
        .collect();
    // The mean and the size of every pool.
    let mut pools: Vec<(f64, f64)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offsets) {
        let (mut mean, mut size) = (wanted - offset, 1.0);
        while let Some((before, many)) = pools.pop_if(|(before, _)| *before > mean) {
            (mean, size) = ((before * many + mean * size) / (many + size), many + size);
        }
        pools.push((mean, size));
    }
    let highest = (bottom - above).max(top);
    let places = pools.iter().flat_map(|(mean, size)| vec![mean.clamp(top, highest); *size as usize]);
    places.zip(&offsets).map(|(place, offset)| place + offset).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn those_that_would_overlap_stand_around_their_mean() {
        // 10, 11 and 12 of height 4 need 8 between the outer ones: 7, 11, 15. The last has room where it is.
        assert_eq!(spread(&[10.0, 11.0, 12.0, 30.0], &[4.0; 4], (0.0, 40.0)), [7.0, 11.0, 15.0, 30.0]);
        // Against the edge they stand from it on: a label of 4 begins at 0.
        assert_eq!(spread(&[0.0, 0.0], &[4.0, 2.0], (0.0, 40.0)), [2.0, 5.0]);
        assert_eq!(spread(&[40.0, 40.0], &[4.0, 2.0], (0.0, 40.0)), [36.0, 39.0]);
    }

    proptest! {
        #[test]
        fn labels_stay_in_order_inside_and_apart(
            mut labels in prop::collection::vec((0.0..100.0_f64, 1.0..6.0_f64), 1..16),
        ) {
            labels.sort_by(|a, b| a.0.total_cmp(&b.0));
            let (wanted, heights): (Vec<f64>, Vec<f64>) = labels.into_iter().unzip();
            let places = spread(&wanted, &heights, (0.0, 100.0));
            let edges: Vec<(f64, f64)> = places.iter().zip(&heights).map(|(at, own)| (at - own / 2.0, at + own / 2.0)).collect();
            prop_assert!(edges[0].0 >= -1e-9 && edges[edges.len() - 1].1 <= 100.0 + 1e-9);
            prop_assert!(edges.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-9));
            // Moving any pair of neighbours that do not touch back towards their places would bring nothing.
            let free = |at: usize| {
                (at == 0 || edges[at - 1].1 < edges[at].0 - 1e-6)
                    && (at + 1 == edges.len() || edges[at].1 < edges[at + 1].0 - 1e-6)
                    && edges[at].0 > 1e-6 && edges[at].1 < 100.0 - 1e-6
            };
            for at in (0..places.len()).filter(|at| free(*at)) {
                prop_assert!((places[at] - wanted[at]).abs() < 1e-6);
            }
        }
    }
}
