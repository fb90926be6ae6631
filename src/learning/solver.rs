//! Logistic regression with an L2 penalty: min over w of ½‖w‖² + C Σ ln(1 + exp(−yᵢ w·xᵢ)), yᵢ = ±1.
//!
//! Solved in the dual by coordinate descent (Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and
//! maximum entropy models", Machine Learning 85, 2011): w = Σ αᵢ yᵢ xᵢ with 0 < αᵢ < C, one αᵢ at a time in an order that is
//! always the same. With αᵢ = C σ(t), the condition for the best αᵢ is t + yᵢ w·xᵢ + ‖xᵢ‖² (C σ(t) − αᵢ) = 0, whose left side
//! rises in t with a slope of at least one; Newton's method inside a bracket finds it.
//!
//! Two domains with the same codes are learned together: every feature has one weight for both and one for each domain
//! (Daumé, "Frustratingly easy domain adaptation", ACL 2007), the latter scaled by [`OWN`].

use super::features::Vector;

/// The scale of each domain's own copy of the features: how much its weights may deviate from the shared ones.
pub const OWN: f32 = 0.7;

/// Texts as a sparse matrix.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// One vector per text.
    pub vectors: Vec<Vector>,
    /// The domain of each, as a number from 0.
    pub blocks: Vec<usize>,
    /// How many domains there are.
    pub domains: usize,
    /// How many features there are.
    pub features: usize,
}

/// Cost and stopping rule of a fit.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// C: how much errors count against the size of weights.
    pub cost: f64,
    /// Passes over the data at most.
    pub passes: usize,
    /// Converged when no optimality condition was violated by more in a pass.
    pub tolerance: f64,
}

/// The solution for one code.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The weights of each domain, shared and own ones added; the last is the intercept.
    pub weights: Vec<Vec<f32>>,
    /// The dual variables as t, one per row that was learned from, to begin another fit with.
    pub duals: Vec<f64>,
}

/// Fits one code to the rows numbered in `chosen`; `labels` says for every row whether it has the code. `start` holds the
/// dual variables of an earlier fit, one per row of all.
pub fn fit(rows: &Rows, chosen: &[usize], labels: &[bool], start: Option<&[f64]>, effort: Effort) -> Fit {
    let copies = rows.domains + 1;
    // For every feature: the shared weight, then one for each domain.
    let mut weights = vec![0.0_f32; (rows.features + 1) * copies];
    let squares: Vec<f64> = chosen.iter().map(|row| square(&rows.vectors[*row])).collect();
    let share = 1.0 + f64::from(OWN).powi(2);
    let mut duals: Vec<f64> = match start {
        Some(start) => chosen.iter().map(|row| start[*row]).collect(),
        None => vec![-8.0; chosen.len()],
    };
    for (row, t) in chosen.iter().zip(&duals) {
        add(rows, *row, label_sign(labels[*row]) * effort.cost * sigmoid(*t), copies, &mut weights);
    }
    for _ in 0..effort.passes {
        let mut worst = 0.0_f64;
        for ((row, t), square) in chosen.iter().zip(&mut duals).zip(&squares) {
            let y = label_sign(labels[*row]);
            let margin = y * dot(rows, *row, copies, &weights);
            let before = *t;
            // Off by |t + y w·x| where αᵢ stays.
            let off = before + margin;
            if off.abs() < effort.tolerance * 0.1 {
                continue;
            }
            let alpha = effort.cost * sigmoid(before);
            *t = root(margin, square * share, effort.cost, alpha, before);
            // A row counts as far as its αᵢ does, or will: all begin near zero.
            worst = worst.max(off.abs() * sigmoid(before.max(*t)));
            add(rows, *row, y * (effort.cost * sigmoid(*t) - alpha), copies, &mut weights);
        }
        if worst < effort.tolerance {
            break;
        }
    }
    let own = |block: usize| {
        let weight = |feature: &[f32]| feature[0] + OWN * feature[block + 1];
        weights.chunks_exact(copies).map(weight).collect()
    };
    Fit { weights: (0..rows.domains).map(own).collect(), duals }
}

/// The t at which t + margin + q (C σ(t) − α) is zero.
fn root(margin: f64, q: f64, cost: f64, alpha: f64, start: f64) -> f64 {
    let (mut low, mut high) = (q * (alpha - cost) - margin, q * alpha - margin);
    let mut t = start.clamp(low, high);
    for _ in 0..30 {
        let s = sigmoid(t);
        let value = t + margin + q * (cost * s - alpha);
        if value > 0.0 {
            high = t;
        } else {
            low = t;
        }
        let step = value / (1.0 + q * cost * s * (1.0 - s));
        let next = t - step;
        t = if next > low && next < high { next } else { 0.5 * (low + high) };
        if step.abs() < 1e-7 {
            break;
        }
    }
    t
}

fn label_sign(label: bool) -> f64 {
    if label { 1.0 } else { -1.0 }
}

pub(super) fn sigmoid(t: f64) -> f64 {
    1.0 / (1.0 + (-t).exp())
}

/// The squared length of a row with its intercept.
fn square(vector: &Vector) -> f64 {
    1.0 + vector.iter().map(|(_, value)| f64::from(*value).powi(2)).sum::<f64>()
}

fn dot(rows: &Rows, row: usize, copies: usize, weights: &[f32]) -> f64 {
    let own = rows.blocks[row] + 1;
    let weight = |feature: usize| weights[feature * copies] + OWN * weights[feature * copies + own];
    let sum: f32 = rows.vectors[row].iter().map(|(feature, value)| weight(*feature as usize) * value).sum();
    f64::from(sum + weight(rows.features))
}

fn add(rows: &Rows, row: usize, by: f64, copies: usize, weights: &mut [f32]) {
    let own = rows.blocks[row] + 1;
    let mut one = |feature: usize, by: f32| {
        weights[feature * copies] += by;
        weights[feature * copies + own] += OWN * by;
    };
    rows.vectors[row].iter().for_each(|(feature, value)| one(*feature as usize, by as f32 * value));
    one(rows.features, by as f32);
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: Effort = Effort { cost: 2.0, passes: 5000, tolerance: 1e-7 };

    #[test]
    fn two_mirrored_rows_have_the_weight_of_a_hand_calculation() {
        let rows = Rows { vectors: vec![vec![(0, 1.0)], vec![(0, -1.0)]], blocks: vec![0, 0], domains: 1, features: 1 };
        let fit = fit(&rows, &[0, 1], &[true, false], None, EXACT);
        // One domain: features are doubled, (1, 0.7), so a weight v costs ½ v² / 1.49; two rows give 2 · 2 ln(1 + e^−v).
        // Where the slope is zero, v / 1.49 = 4 / (1 + e^v): v = 1.28825 (by bisection).
        let weight = f64::from(fit.weights[0][0]);
        assert!((weight - 1.28825).abs() < 1e-4, "{weight}");
        assert!(fit.weights[0][1].abs() < 1e-4, "the constant cancels out");
    }

    /// Six rows of two domains.
    fn six() -> (Rows, [bool; 6]) {
        let dense = [[1., 0.5, 0.], [0., 0.25, 1.], [0.5, 0., 0.75], [1., 1., 0.], [0., 0., 1.], [0.25, 0.5, 0.5]];
        let vectors = dense.map(|row| (0..).zip(row).filter(|(_, value)| *value > 0.0).collect());
        let rows = Rows { vectors: vectors.into(), blocks: vec![0, 0, 0, 1, 1, 1], domains: 2, features: 3 };
        (rows, [true, false, true, true, false, false])
    }

    #[test]
    fn two_domains_have_the_weights_that_other_programs_find() {
        let (rows, labels) = six();
        let fit = fit(&rows, &[0, 1, 2, 3, 4, 5], &labels, None, EXACT);
        // scipy.optimize.minimize (BFGS) and sklearn's LogisticRegression (C = 2, no intercept) on the twelve columns
        // (x 1), 0.7 (x 1) in domain 0, 0.7 (x 1) in domain 1; both give these sums of shared and own weights.
        let expected = [[1.45135, 0.12349, -0.80018, 0.14418], [1.2435, 0.20131, -1.13399, -0.38176]];
        for (found, expected) in fit.weights.iter().flatten().zip(expected.iter().flatten()) {
            assert!((found - expected).abs() < 1e-4, "{found} {expected}");
        }
    }

    #[test]
    fn a_fit_does_not_end_before_it_has_begun() {
        // In the first pass every αᵢ is nearly zero; that is no reason to be content with it.
        let (rows, labels) = six();
        let all = [0, 1, 2, 3, 4, 5];
        let exact = fit(&rows, &all, &labels, None, EXACT);
        let rough = fit(&rows, &all, &labels, None, Effort { tolerance: 0.02, ..EXACT });
        for (exact, rough) in exact.weights.iter().flatten().zip(rough.weights.iter().flatten()) {
            assert!((exact - rough).abs() < 0.02, "{exact} {rough}");
        }
    }

    #[test]
    fn an_earlier_fit_to_begin_with_changes_nothing_but_the_time() {
        let (rows, labels) = six();
        let all = fit(&rows, &[0, 1, 2, 3, 4, 5], &labels, None, EXACT);
        let some = [0, 1, 4, 5];
        let cold = fit(&rows, &some, &labels, None, EXACT);
        let warm = fit(&rows, &some, &labels, Some(&all.duals), EXACT);
        for (cold, warm) in cold.weights.iter().flatten().zip(warm.weights.iter().flatten()) {
            assert!((cold - warm).abs() < 1e-4, "{cold} {warm}");
        }
    }
}
