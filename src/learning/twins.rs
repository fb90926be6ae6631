//! Features that stand in the same texts with the same values, as the parts of a word that no other word shares: for a linear
//! model with an L2 penalty, k of them are one feature of √k times the value, whose weight they share equally. Learning with
//! one in their place gives the same weights and reads a third of the numbers.

use std::collections::HashMap;

use super::features::Vector;

/// Which features are one.
#[derive(Clone, Debug, Default)]
pub struct Twins {
    /// The group of every feature.
    group: Vec<u32>,
    /// What a feature of each group is multiplied with: √k for k features.
    root: Vec<f32>,
}

impl Twins {
    /// Finds the twins among so many features.
    pub fn find(vectors: &[Vector], features: usize) -> Self {
        let mut columns: Vec<Vec<(u32, u32)>> = vec![Vec::new(); features];
        for (row, vector) in (0..).zip(vectors) {
            vector.iter().for_each(|(feature, value)| columns[*feature as usize].push((row, value.to_bits())));
        }
        // The map is only asked, never walked; groups are numbered by their first feature.
        let mut known: HashMap<Vec<(u32, u32)>, u32> = HashMap::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut of_column = |column: Vec<(u32, u32)>| {
            let group = *known.entry(column).or_insert(counts.len() as u32);
            match counts.get_mut(group as usize) {
                Some(count) => *count += 1,
                None => counts.push(1),
            }
            group
        };
        let group = columns.into_iter().map(&mut of_column).collect();
        Self { group, root: counts.into_iter().map(|count| (count as f32).sqrt()).collect() }
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.group.len()
    }

    /// How many features are left.
    pub fn groups(&self) -> usize {
        self.root.len()
    }

    /// A text with one feature in the place of its twins.
    pub fn condense(&self, vector: &Vector) -> Vector {
        let mut condensed: Vector =
            vector.iter().map(|(feature, value)| (self.group[*feature as usize], *value)).collect();
        condensed.sort_unstable_by_key(|(group, _)| *group);
        condensed.dedup_by_key(|(group, _)| *group);
        condensed.iter_mut().for_each(|(group, value)| *value *= self.root[*group as usize]);
        condensed
    }

    /// The weights of all features from those of groups; the last is the constant.
    pub fn expand(&self, weights: &[f32]) -> Vec<f32> {
        let own = self.group.iter().map(|group| weights[*group as usize] / self.root[*group as usize]);
        own.chain(weights.last().copied()).collect()
    }

    /// The weights of groups that score a condensed text as weights of all features score the text.
    pub fn gather(&self, weights: &[f32]) -> Vec<f32> {
        let mut gathered = vec![0.0; self.groups() + 1];
        for (group, weight) in self.group.iter().zip(weights) {
            gathered[*group as usize] += weight / self.root[*group as usize];
        }
        gathered[self.groups()] = weights.last().copied().unwrap_or_default();
        gathered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Features 0 and 2 are twins; 1 stands in the same texts with another value; 3 stands nowhere.
    fn vectors() -> Vec<Vector> {
        vec![vec![(0, 0.5), (1, 0.25), (2, 0.5)], vec![(0, 0.25), (1, 0.5), (2, 0.25)]]
    }

    #[test]
    fn twins_become_one_and_come_back() {
        let twins = Twins::find(&vectors(), 4);
        assert_eq!(twins.groups(), 3);
        // 0.5 · √2 is the root of 0.5.
        let condensed = twins.condense(&vectors()[0]);
        assert!((condensed[0].1 - 0.5_f32.sqrt()).abs() < 1e-6 && condensed[1] == (1, 0.25), "{condensed:?}");
        // A weight of √2 is 1 for each of the two.
        let expanded = twins.expand(&[std::f32::consts::SQRT_2, 3.0, 5.0, 7.0]);
        assert!((expanded[0] - 1.0).abs() < 1e-6 && expanded[0] == expanded[2], "{expanded:?}");
        assert_eq!((expanded[1], expanded[3], expanded[4]), (3.0, 5.0, 7.0));
    }

    #[test]
    fn gathered_weights_score_as_all_of_them_do() {
        let twins = Twins::find(&vectors(), 4);
        // Twins whose weights differ, as where only one of them was kept: 0.5 · 1 + 0.25 · 2 + 0.5 · 0 = 1.
        let gathered = twins.gather(&[1.0, 2.0, 0.0, 0.0, 9.0]);
        let score: f32 = twins.condense(&vectors()[0]).iter().map(|(at, v)| gathered[*at as usize] * v).sum();
        assert!((score - 1.0).abs() < 1e-6 && gathered[3] == 9.0, "{score}");
    }
}
