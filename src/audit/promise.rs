//! From which probability suggestions may be accepted so that a promise holds this year, with its lower bound.
//!
//! Thresholds are tried from a high one downwards, each by the exact lower bound of the share that is right in the sample, down
//! to the first that fails. Where they begin is fixed before anybody has read anything, so any of those that passed may be taken
//! without a cost in certainty (fixed-sequence testing; Angelopoulos, Bates, Candès, Jordan and Lei, “Learn then Test”, 2021). It is the
//! last one whose own codings are as good as promised: the good ones above would else carry some that are not.

use super::frame::Frame;
use super::interval::{at_least, at_most};
use crate::ledger::CodeId;

/// The level of the lower bound, one-sided.
pub const LEVEL: f64 = 0.95;

/// What a sample says of a threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The least probability that is accepted.
    pub threshold: f64,
    /// Codings of the frame that it accepts, main codes.
    pub accepted: usize,
    /// Of them in the sample.
    pub read: usize,
    /// Of those wrong.
    pub wrong: usize,
    /// The weighted share of the right ones; `None` where none was read.
    pub right: Option<f64>,
    /// Its lower bound.
    pub lower: f64,
    /// How many equal codings the sample's are worth.
    effective: f64,
    /// Wrong ones to be expected by the model's own probabilities.
    expected: f64,
}

/// Whether a promise can be kept, and from which probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The share of accepted codings that is to be right.
    pub target: f64,
    /// The threshold; `None` where the sample is too small to promise, or too much is wrong.
    pub kept: Option<Step>,
    /// Codings of the frame that were accepted when the sample was drawn.
    pub today: usize,
    /// Where nothing can be promised: how many more answers would do if as much is wrong as was seen, and how many codings
    /// would then be automatic. `None` where too much is wrong for any number.
    pub more: Option<(usize, usize)>,
    /// All thresholds, the highest first.
    pub curve: Vec<Step>,
}

/// How much more than the model expects may be wrong when the start is chosen.
const DOUBT: (f64, f64) = (1.5, 0.002);

/// Each threshold accepts so many times what the one before does.
const GROWTH: f64 = 1.06;

/// The promise that suggestions of a domain can keep. `main_of` has the main code of every code of the domain.
pub fn promise(frame: &Frame, main_of: &[CodeId], target: f64) -> Promise {
    let (curve, today) = curve(frame, main_of);
    let start = start(&curve, target);
    let kept = start.and_then(|start| kept(&curve, start, target)).copied();
    let more = if kept.is_some() { None } else { more(frame, &curve, today, target) };
    Promise { target, kept, today, more, curve }
}

/// The last of the thresholds that pass whose own codings, those that the one before does not accept, are right in the promised share of what
/// was read of them.
fn kept(curve: &[Step], start: usize, target: f64) -> Option<&Step> {
    let passed = curve[start..].iter().take_while(|step| step.lower >= target).count();
    let adds_right = |at: usize| {
        let (before, step) = (&curve[at - 1], &curve[at]);
        let (read, wrong) = (step.read - before.read, step.wrong - before.wrong);
        read > 0 && wrong as f64 <= (1.0 - target) * read as f64
    };
    let last = (start..start + passed).rev().find(|at| *at == start || adds_right(*at));
    last.and_then(|at| curve.get(at))
}

/// What the sample says of every threshold, and how many codings are accepted today.
fn curve(frame: &Frame, main_of: &[CodeId]) -> (Vec<Step>, usize) {
    let is_main = |code: &CodeId| main_of.get(code.at()) == Some(code);
    let mut codings = Vec::new();
    let mut today = 0;
    for row in &frame.rows {
        let people = row.people.as_ref().filter(|_| row.sampled);
        for (code, probability, accepted) in row.suggested.iter().filter(|(code, ..)| is_main(code)) {
            let read = people.map(|people| (frame.weight(row), people.contains(code)));
            codings.push((*probability, read));
            today += usize::from(*accepted);
        }
    }
    codings.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut steps = Vec::new();
    let (mut read, mut wrong, mut sums) = (0, 0, [0.0; 4]);
    let mut next = 20.0_f64.min(codings.len() as f64);
    for (at, (probability, seen)) in codings.iter().enumerate() {
        if let Some((weight, right)) = seen {
            read += 1;
            wrong += usize::from(!right);
            sums[0] += weight;
            sums[1] += weight * weight;
            sums[2] += if *right { *weight } else { 0.0 };
            sums[3] += weight * (1.0 - probability);
        }
        let tied = codings.get(at + 1).is_some_and(|after| after.0 == *probability);
        let accepted = at + 1;
        if tied || (accepted as f64) < next {
            continue;
        }
        next = (accepted as f64 * GROWTH).min(codings.len() as f64);
        steps.push(step(*probability, accepted, (read, wrong), sums));
    }
    (steps, today)
}

fn step(
    threshold: f64,
    accepted: usize,
    (read, wrong): (usize, usize),
    [weights, squares, right, expected]: [f64; 4],
) -> Step {
    let seen = weights > 0.0;
    let effective = if seen { weights * weights / squares } else { 0.0 };
    let share = seen.then(|| right / weights);
    Step {
        threshold,
        accepted,
        read,
        wrong,
        right: share,
        lower: at_least(share.unwrap_or(0.0) * effective, effective, LEVEL),
        effective,
        expected: if seen { expected / weights } else { 1.0 },
    }
}

/// Where the sequence begins: at the threshold that is the most likely to pass by the model's own probabilities, which are
/// frozen. `None` where no threshold can pass, whatever people say.
fn start(curve: &[Step], target: f64) -> Option<usize> {
    let chance = |step: &Step| {
        let allowed = allowed(step.effective, target)?;
        let wrong = (DOUBT.0 * step.expected + DOUBT.1).clamp(0.0, 1.0);
        Some(at_most(allowed as f64, step.effective, wrong))
    };
    let chances = curve.iter().map(chance).enumerate().filter_map(|(at, chance)| Some((at, chance?)));
    // The first of equal ones: there most is certain.
    chances.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(at, _)| at)
}

/// How many of `n` may be wrong for the promise to hold with its lower bound; `None` where none may.
fn allowed(n: f64, target: f64) -> Option<usize> {
    (0..=n as usize).take_while(|wrong| at_least(n - *wrong as f64, n, LEVEL) >= target).last()
}

/// How many more answers would do, and what would then be automatic: at the threshold that takes the fewest among those that
/// accept at least half of what is accepted today.
fn more(frame: &Frame, curve: &[Step], today: usize, target: f64) -> Option<(usize, usize)> {
    let answers = frame.rows.iter().filter(|row| row.sampled).count();
    let unread = frame.rows.len() - answers;
    let needed = |step: &Step| {
        let more =
            (enough(1.0 - step.right?, step.effective, target)? - step.effective) * answers as f64 / step.effective;
        Some((more.ceil().max(1.0) as usize, step.accepted))
    };
    let enough_accepted = curve.iter().filter(|step| 2 * step.accepted >= today);
    let found = enough_accepted.filter_map(needed).min_by_key(|(more, accepted)| (*more, usize::MAX - accepted))?;
    Some((found.0.min(unread), found.1))
}

/// Nobody codes more in order to promise something.
const MOST_CODINGS: f64 = 20_000.0;

/// How many codings it takes where so large a share is wrong, from so many on: the least whole number whose lower bound keeps the promise.
fn enough(wrong: f64, from: f64, target: f64) -> Option<f64> {
    let holds = |n: f64| at_least(n * (1.0 - wrong), n, LEVEL) >= target;
    let (mut low, mut high) = (from.floor(), MOST_CODINGS);
    if wrong >= 1.0 - target || !holds(high) {
        return None;
    }
    // The bound of the same share rises with the number.
    while high - low > 1.0 {
        let middle = f64::midpoint(low, high).floor();
        if holds(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::testing::{frame, row};

    /// Rows that are all read, each with one suggestion; of the first `right` people say the same.
    fn read(rows: usize, right: usize, probability: impl Fn(usize) -> f64) -> Frame {
        let rows = (0..rows).map(|at| {
            let mut row = row(0, &[], Some(if at < right { &[0] } else { &[] }));
            row.suggested = vec![(CodeId::new(0), probability(at), true)];
            row
        });
        let rows: Vec<_> = rows.collect();
        frame(&[(rows.len(), rows.len())], rows)
    }

    #[test]
    fn two_wrong_of_124_keep_the_promise_and_two_of_123_do_not() {
        let kept = promise(&read(124, 122, |_| 0.99), &[CodeId::new(0)], 0.95).kept;
        assert_eq!(kept.map(|step| (step.accepted, step.wrong, step.threshold)), Some((124, 2, 0.99)));
        let broken = promise(&read(123, 121, |_| 0.99), &[CodeId::new(0)], 0.95);
        assert_eq!((broken.kept, broken.today), (None, 123));
        // 2 of 123 are 1.63 percent; all are read, so no more can be. All would be automatic.
        assert_eq!(broken.more, Some((0, 123)));
    }

    #[test]
    fn too_few_are_no_proof_and_say_how_many_would_be() {
        // Every second row is read, none wrong: 59 without an error do, 29 more than 30, and 1 more than 58.
        for (rows, more) in [(60, 29), (116, 1)] {
            let mut sampled = read(rows, rows, |_| 0.99);
            sampled.rows.iter_mut().skip(rows / 2).for_each(|row| (row.sampled, row.people) = (false, None));
            sampled.strata[0].sampled = rows / 2;
            let promise = promise(&sampled, &[CodeId::new(0)], 0.95);
            assert_eq!((promise.kept, promise.more), (None, Some((more, rows))));
        }
    }

    #[test]
    fn the_least_number_that_would_do_is_found() {
        // 0 of 59; 2 of 124; at 4 of 181, a hair less of 180 (3.98); 0.06 of any number is too much.
        assert_eq!(enough(0.0, 0.0, 0.95), Some(59.0));
        assert_eq!(enough(2.0 / 124.0, 60.0, 0.95), Some(124.0));
        assert_eq!(enough(4.0 / 181.0, 60.0, 0.95), Some(180.0));
        assert_eq!(enough(0.06, 60.0, 0.95), None);
    }

    #[test]
    fn good_codings_carry_no_bad_ones() {
        // 400 right ones from 0.99 down, then twenty at 0.5 of which five are wrong: 5 of 420 keep the promise, five of twenty do not.
        let mut all = read(420, 420, |at| if at < 400 { 0.99 - at as f64 / 10_000.0 } else { 0.5 });
        all.rows.iter_mut().skip(415).for_each(|row| row.people = Some(Vec::new()));
        let promise = promise(&all, &[CodeId::new(0)], 0.95);
        assert!(promise.curve.last().is_some_and(|last| last.accepted == 420 && last.lower >= 0.95));
        assert!(promise.kept.is_some_and(|kept| kept.threshold > 0.9 && kept.wrong == 0), "{:?}", promise.kept);
    }

    #[test]
    fn the_sequence_stops_at_the_first_failure() {
        // 200 right from 0.99 to 0.8, then 100 wrong from 0.7 down, then 1 000 right ones: they come too late.
        let all = read(1_300, 1_300, |at| match at {
            0..200 => 0.99 - at as f64 / 2_000.0,
            200..300 => 0.7,
            _ => 0.6,
        });
        let mut all = all;
        all.rows.iter_mut().skip(200).take(100).for_each(|row| row.people = Some(Vec::new()));
        let kept = promise(&all, &[CodeId::new(0)], 0.95).kept;
        assert!(kept.is_some_and(|step| step.threshold > 0.7 && step.accepted <= 200), "{kept:?}");
    }
}
