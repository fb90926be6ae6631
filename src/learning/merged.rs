//! Identical feature columns are merged and scaled by √k.
//!
//! Features with the same value in every text, as the character n-grams of a word that no other word shares, get equal weights
//! in a linear model with an L2 penalty. So k of them are replaced by one column of √k times the value: the same solution from
//! a third of the numbers.

use std::collections::HashMap;

use super::features::Vector;

/// A map from features to merged features: those whose columns are identical share one.
#[derive(Clone, Debug, Default)]
pub struct MergedFeatures {
    /// The merged feature of every feature.
    merged: Vec<u32>,
    /// The scale of every merged feature: √k for k features.
    scale: Vec<f32>,
}

impl MergedFeatures {
    /// Merges the identical columns among `features` columns; a row of the matrix is a vector.
    pub fn find(vectors: &[Vector], features: usize) -> Self {
        let mut columns: Vec<Vec<(u32, u32)>> = vec![Vec::new(); features];
        for (row, vector) in (0..).zip(vectors) {
            vector.iter().for_each(|(feature, value)| columns[*feature as usize].push((row, value.to_bits())));
        }
        // The map is only asked, never walked; groups are numbered by their first feature.
        let mut known: HashMap<Vec<(u32, u32)>, u32> = HashMap::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut of_column = |column: Vec<(u32, u32)>| {
            let merged = *known.entry(column).or_insert(counts.len() as u32);
            match counts.get_mut(merged as usize) {
                Some(count) => *count += 1,
                None => counts.push(1),
            }
            merged
        };
        let merged = columns.into_iter().map(&mut of_column).collect();
        Self { merged, scale: counts.into_iter().map(|count| (count as f32).sqrt()).collect() }
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.merged.len()
    }

    /// How many merged features there are.
    pub fn merged(&self) -> usize {
        self.scale.len()
    }

    /// A text in merged features; identical columns have the same values, so its length is unchanged.
    pub fn merge(&self, vector: &Vector) -> Vector {
        let mut merged: Vector =
            vector.iter().map(|(feature, value)| (self.merged[*feature as usize], *value)).collect();
        merged.sort_unstable_by_key(|(merged, _)| *merged);
        merged.dedup_by_key(|(merged, _)| *merged);
        merged.iter_mut().for_each(|(merged, value)| *value *= self.scale[*merged as usize]);
        merged
    }

    /// The weights of all features from those of merged features; the last is the intercept.
    pub fn expand(&self, weights: &[f32]) -> Vec<f32> {
        let own = self.merged.iter().map(|merged| weights[*merged as usize] / self.scale[*merged as usize]);
        own.chain(weights.last().copied()).collect()
    }

    /// The weights of merged features that give a merged text the score that weights of all features give the text; the last is
    /// the intercept.
    pub fn gather(&self, weights: &[f32]) -> Vec<f32> {
        let mut gathered = vec![0.0; self.merged() + 1];
        for (merged, weight) in self.merged.iter().zip(weights) {
            gathered[*merged as usize] += weight / self.scale[*merged as usize];
        }
        gathered[self.merged()] = weights.last().copied().unwrap_or_default();
        gathered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns 0 and 2 are identical; 1 stands in the same texts with another value; 3 stands nowhere.
    fn vectors() -> Vec<Vector> {
        vec![vec![(0, 0.5), (1, 0.25), (2, 0.5)], vec![(0, 0.25), (1, 0.5), (2, 0.25)]]
    }

    #[test]
    fn identical_columns_are_merged_and_expanded_again() {
        let features = MergedFeatures::find(&vectors(), 4);
        assert_eq!(features.merged(), 3);
        // 0.5 · √2 = √0.5.
        let merged = features.merge(&vectors()[0]);
        assert!((merged[0].1 - 0.5_f32.sqrt()).abs() < 1e-6 && merged[1] == (1, 0.25), "{merged:?}");
        // A weight of √2 is 1 for each of the two.
        let expanded = features.expand(&[std::f32::consts::SQRT_2, 3.0, 5.0, 7.0]);
        assert!((expanded[0] - 1.0).abs() < 1e-6 && expanded[0] == expanded[2], "{expanded:?}");
        assert_eq!((expanded[1], expanded[3], expanded[4]), (3.0, 5.0, 7.0));
    }

    #[test]
    fn gathered_weights_score_as_all_of_them_do() {
        let features = MergedFeatures::find(&vectors(), 4);
        // Merged features whose weights differ, as where only one of them was kept: 0.5 · 1 + 0.25 · 2 + 0.5 · 0 = 1.
        let gathered = features.gather(&[1.0, 2.0, 0.0, 0.0, 9.0]);
        let score: f32 = features.merge(&vectors()[0]).iter().map(|(at, v)| gathered[*at as usize] * v).sum();
        assert!((score - 1.0).abs() < 1e-6 && gathered[3] == 9.0, "{score}");
    }
}
