//! From scores to probabilities, and from probabilities to a promise.

use super::solver::sigmoid;

/// A small logistic regression by Newton's method: P(yes) = σ(Σ coefficient · input). `targets` are probabilities (0 and 1,
/// or softened). The penalty ½ · ridge · (coefficient − prior)² keeps coefficients near what is believed without data; a light
/// one gives separable data an answer.
pub fn logistic<const N: usize>(inputs: &[[f64; N]], targets: &[f64], prior: [f64; N], ridge: f64) -> [f64; N] {
    let mut coefficients = prior;
    for _ in 0..50 {
        let mut slope = [0.0; N];
        slope.iter_mut().enumerate().for_each(|(at, s)| *s = ridge * (prior[at] - coefficients[at]));
        let mut curve = [[0.0; N]; N];
        curve.iter_mut().enumerate().for_each(|(at, row)| row[at] = ridge);
        for (input, target) in inputs.iter().zip(targets) {
            let p = sigmoid(dot(&coefficients, input));
            for a in 0..N {
                slope[a] += (target - p) * input[a];
                for b in 0..N {
                    curve[a][b] += (p * (1.0 - p)).max(1e-9) * input[a] * input[b];
                }
            }
        }
        let step = solve(curve, slope);
        // A long step may lead astray where σ is flat.
        let longest = step.iter().fold(0.0_f64, |longest, s| longest.max(s.abs()));
        let scale = if longest > 2.0 { 2.0 / longest } else { 1.0 };
        coefficients.iter_mut().zip(step).for_each(|(c, s)| *c += s * scale);
        if longest < 1e-9 {
            break;
        }
    }
    coefficients
}

/// Σ coefficient · input.
pub fn dot<const N: usize>(coefficients: &[f64; N], input: &[f64; N]) -> f64 {
    coefficients.iter().zip(input).map(|(c, x)| c * x).sum()
}

/// Solves a small symmetric system by elimination; the matrix is positive definite.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for pivot in 0..N {
        for row in pivot + 1..N {
            let above = matrix[pivot];
            let factor = matrix[row][pivot] / above[pivot];
            matrix[row].iter_mut().zip(above).skip(pivot).for_each(|(below, above)| *below -= factor * above);
            right[row] -= factor * right[pivot];
        }
    }
    for pivot in (0..N).rev() {
        for column in pivot + 1..N {
            right[pivot] -= matrix[pivot][column] * right[column];
        }
        right[pivot] /= matrix[pivot][pivot];
    }
    right
}

/// A ridge that hardly shifts anything.
const LIGHT: f64 = 0.01;

/// Platt's calibration: P(yes) = σ(a·score + b), with his softened targets (Platt 1999), as `[a, b]`.
pub fn platt(scores: &[f64], labels: &[bool]) -> [f64; 2] {
    let yes = labels.iter().filter(|label| **label).count() as f64;
    let no = labels.len() as f64 - yes;
    let (high, low) = ((yes + 1.0) / (yes + 2.0), 1.0 / (no + 2.0));
    let inputs: Vec<[f64; 2]> = scores.iter().map(|score| [*score, 1.0]).collect();
    let targets: Vec<f64> = labels.iter().map(|label| if *label { high } else { low }).collect();
    logistic(&inputs, &targets, [0.0; 2], LIGHT)
}

/// Wilson's interval for a share (Wilson 1927), 95 percent.
pub fn wilson(part: usize, whole: usize) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    if whole == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (whole as f64, part as f64 / whole as f64);
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// A coding that might be accepted.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Which code.
    pub code: usize,
    /// Its probability.
    pub probability: f64,
    /// Whether people gave it.
    pub right: bool,
    /// Whether the rules' author has not seen the answer.
    pub unseen: bool,
}

/// The fewest accepted codings of a code from which its precision can be told.
const FEWEST: usize = 10;

/// The part of what is left to certainty that is kept in reserve.
const RESERVE: f64 = 0.25;

/// The probability from which each code is accepted; `None` for codes that are never accepted.
///
/// Each code by itself must reach the promise; for all together the lower end of Wilson's interval must reach it with a quarter
/// of what is left to certainty in reserve, since answers with the same wording stand or fall together and count for less than
/// their number; and those among them that the rules' author has not seen must reach the promise, too.
pub fn thresholds(candidates: &[Candidate], codes: usize, promise: f64) -> Vec<Option<f64>> {
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let alone = |code: usize| {
        let own: Vec<&Candidate> = order.iter().copied().filter(|c| c.code == code).collect();
        lowest(&own, |right, all, _| all >= FEWEST && right as f64 >= promise * all as f64)
    };
    let mut thresholds: Vec<Option<f64>> = (0..codes).map(alone).collect();
    let enough = |right: usize, all: usize, (unseen_right, unseen): (usize, usize)| {
        wilson(right, all).0 >= promise + RESERVE * (1.0 - promise)
            && (unseen < FEWEST || unseen_right as f64 >= promise * unseen as f64)
    };
    // Raising the floor may leave a code too few or too many errors; it then goes, and the floor is looked for again.
    for _ in 0..=codes {
        let passing =
            order.iter().copied().filter(|c| thresholds[c.code].is_some_and(|threshold| c.probability >= threshold));
        let Some(floor) = lowest(&passing.collect::<Vec<_>>(), enough) else { return vec![None; codes] };
        let raised: Vec<Option<f64>> = thresholds.iter().map(|t| t.map(|t| t.max(floor))).collect();
        let holds = |code: usize| {
            let own = || order.iter().filter(|c| c.code == code && raised[code].is_some_and(|t| c.probability >= t));
            let right = own().filter(|c| c.right).count();
            own().count() >= FEWEST && right as f64 >= promise * own().count() as f64
        };
        let broken: Vec<usize> = (0..codes).filter(|code| raised[*code].is_some() && !holds(*code)).collect();
        if broken.is_empty() {
            return raised;
        }
        broken.into_iter().for_each(|code| thresholds[code] = None);
    }
    vec![None; codes]
}

/// The lowest probability down to which candidates (in falling order) satisfy a condition on how many are right, how many
/// there are, and the same for unseen ones.
fn lowest(order: &[&Candidate], condition: impl Fn(usize, usize, (usize, usize)) -> bool) -> Option<f64> {
    let (mut right, mut unseen, mut found) = (0, (0, 0), None);
    for (at, candidate) in order.iter().enumerate() {
        right += usize::from(candidate.right);
        unseen.0 += usize::from(candidate.right && candidate.unseen);
        unseen.1 += usize::from(candidate.unseen);
        let tied = order.get(at + 1).is_some_and(|next| next.probability == candidate.probability);
        if !tied && condition(right, at + 1, unseen) {
            found = Some(candidate.probability);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_is_the_published_interval() {
        // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let (low, high) = wilson(81, 263);
        assert!((low - 0.2553).abs() < 1e-4 && (high - 0.3662).abs() < 1e-4, "{low} {high}");
        let (low, high) = wilson(0, 20);
        assert!(low < 1e-9 && (high - 0.1611).abs() < 1e-4, "{low} {high}");
    }

    #[test]
    fn a_constant_alone_gives_the_log_odds() {
        // 30 of 100: ln(0.3 / 0.7) = −0.8473; the ridge of 0.01 shifts it by less than 0.001.
        let targets: Vec<f64> = (0..100).map(|n| f64::from(u8::from(n < 30))).collect();
        let [constant] = logistic(&vec![[1.0]; 100], &targets, [0.0], LIGHT);
        assert!((constant + 0.8473).abs() < 1e-3, "{constant}");
    }

    #[test]
    fn calibrated_probabilities_are_as_frequent_as_they_say() {
        // At score 0 one of ten is yes, at score 1 nine of ten: σ(b) = 0.1 and σ(a + b) = 0.9, but for the softening.
        let scores: Vec<f64> = (0..2000).map(|n| f64::from(n % 2)).collect();
        let labels: Vec<bool> = (0..2000).map(|n| if n % 2 == 0 { n % 20 == 0 } else { n % 20 != 1 }).collect();
        let [a, b] = platt(&scores, &labels);
        assert!((sigmoid(b) - 0.1).abs() < 0.005 && (sigmoid(a + b) - 0.9).abs() < 0.005, "{a} {b}");
    }

    fn candidates(code: usize, all: usize, wrong_below: f64) -> impl Iterator<Item = Candidate> {
        (0..all).map(move |n| {
            let probability = n as f64 / all as f64;
            Candidate { code, probability, right: probability >= wrong_below, unseen: false }
        })
    }

    #[test]
    fn what_is_accepted_keeps_the_promise_and_hopeless_codes_are_never() {
        // Code 0 is right from 0.2 on, code 1 never.
        let all: Vec<_> = candidates(0, 1000, 0.2).chain(candidates(1, 200, 2.0)).collect();
        let found = thresholds(&all, 2, 0.95);
        assert_eq!(found[1], None);
        let threshold = found[0].unwrap_or(9.0);
        let accepted = all.iter().filter(|c| c.code == 0 && c.probability >= threshold);
        let (right, count) = (accepted.clone().filter(|c| c.right).count(), accepted.count());
        assert!(wilson(right, count).0 >= 0.9625, "{right} of {count}");
        // One more wrong coding would break it: 800 right and k wrong, and Wilson's lower end at 0.95 + 0.05 / 4.
        assert!(wilson(right, count + 1).0 < 0.9625, "{right} of {count}");
    }

    #[test]
    fn too_few_codings_are_no_proof() {
        // Twenty of twenty are right, and Wilson's lower end is 0.839.
        assert_eq!(thresholds(&candidates(0, 20, 0.0).collect::<Vec<_>>(), 1, 0.95), [None]);
    }

    #[test]
    fn answers_unseen_by_the_rules_author_must_keep_the_promise_too() {
        let mut all: Vec<_> = candidates(0, 1000, 0.0).collect();
        all.iter_mut()
            .filter(|c| c.probability < 0.5)
            .for_each(|c| (c.unseen, c.right) = (c.right, c.probability > 0.04));
        all.iter_mut().step_by(25).for_each(|c| (c.unseen, c.right) = (true, c.probability >= 0.5));
        let threshold = thresholds(&all, 1, 0.95)[0].unwrap_or(0.0);
        let unseen = all.iter().filter(|c| c.unseen && c.probability >= threshold);
        let (right, count) = (unseen.clone().filter(|c| c.right).count(), unseen.count());
        assert!(right as f64 >= 0.95 * count as f64, "{right} of {count}");
    }
}
