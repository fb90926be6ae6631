//! What is known of an answer, and the features of each of its codes that the judge weighs.
//!
//! An intervention's answers in domains with the same codes are companions: the output tends to follow from the activity, and
//! the effect from the goal. So the companion's score and rules are features, too.

use super::judge::Mains;

/// How many features the judge weighs for a code.
pub const FEATURES: usize = 10;

/// The columns of the features; column 0 is the intercept, always 1.
pub(super) mod column {
    /// The calibrated log-odds of the learned score.
    pub const LEARNED: usize = 1;
    /// Whether rules gave the code, and ln(1 + their score).
    pub const RULES: usize = 2;
    pub const STRENGTH: usize = 3;
    /// Whether rules gave another code of its level and not this one.
    pub const ANOTHER: usize = 4;
    /// The highest log-odds of another code of its level.
    pub const RIVAL: usize = 5;
    /// The learned score of the companion, and whether rules gave it the code.
    pub const COMPANION: usize = 6;
    pub const COMPANION_RULES: usize = 7;
    /// Whether there is no companion.
    pub const SINGLE: usize = 8;
    /// The log-odds of the code's kin.
    pub const KIN: usize = 9;
}

/// The log-odds of a code that is too rare to be learned.
pub(super) const RARE: f64 = -4.0;
/// Log-odds are clamped to this, either way.
pub(super) const FARTHEST: f64 = 8.0;

/// What is known of an answer in a domain.
#[derive(Clone, Debug, Default)]
pub struct Scored {
    /// The learned score of every code; not a number for codes that were not learned.
    pub scores: Vec<f64>,
    /// The score that rules gave each code.
    pub rules: Vec<Option<f64>>,
    /// What is known of the intervention's answers in the other domains of the code system; none where these are blank.
    pub companion: Option<Companion>,
    /// Whether people gave each code, a main code also where they gave a subcode of it; empty where the answer is not coded.
    pub labels: Vec<bool>,
    /// Whether the answer was held back from the rules' author; measured apart.
    pub unseen: bool,
}

/// The same intervention's other answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Companion {
    /// The highest learned score of every code.
    pub scores: Vec<f64>,
    /// Whether rules gave it.
    pub rules: Vec<bool>,
}

impl Companion {
    /// Of answers with their learned scores and those of rules; none of none.
    pub fn of<'a>(answers: impl Iterator<Item = (&'a [f64], &'a [Option<f64>])>) -> Option<Self> {
        answers.fold(None, |known, (scores, rules)| {
            let mut own = Self { scores: scores.to_vec(), rules: rules.iter().map(Option::is_some).collect() };
            if let Some(Self { scores, rules }) = known {
                own.scores.iter_mut().zip(scores).for_each(|(own, other)| *own = own.max(other));
                own.rules.iter_mut().zip(rules).for_each(|(own, other)| *own |= other);
            }
            Some(own)
        })
    }

    /// The learned score of a code, clamped; `RARE` for codes that were not learned.
    pub fn score(&self, code: usize) -> f64 {
        let score = self.scores[code];
        if score.is_nan() { RARE } else { score.clamp(-FARTHEST, FARTHEST) }
    }
}

/// The features of every code, one row each; `odds` are the calibrated log-odds of the learned scores.
pub(super) fn features(answer: &Scored, odds: &[f64], mains: &Mains) -> Vec<[f64; FEATURES]> {
    let kin = kin(odds, mains);
    let level_of = |code: usize| usize::from(mains[code] != code);
    let mut levels = [Level { highest: [-FARTHEST; 2], given: false }; 2];
    for (code, odds) in odds.iter().enumerate() {
        levels[level_of(code)].add(*odds, answer.rules[code].is_some());
    }
    let flag = |flag: bool| f64::from(u8::from(flag));
    let of_code = |code: usize| {
        let (level, given, mut features) = (&levels[level_of(code)], answer.rules[code], [0.0; FEATURES]);
        features[0] = 1.0;
        features[column::LEARNED] = odds[code];
        features[column::RULES] = flag(given.is_some());
        features[column::STRENGTH] = given.map_or(0.0, strength);
        features[column::ANOTHER] = flag(given.is_none() && level.given);
        features[column::RIVAL] = level.highest_beside(odds[code]);
        features[column::KIN] = odds[kin[code]];
        match &answer.companion {
            Some(companion) => {
                features[column::COMPANION] = companion.score(code);
                features[column::COMPANION_RULES] = flag(companion.rules[code]);
            }
            None => features[column::SINGLE] = 1.0,
        }
        features
    };
    (0..mains.len()).map(of_code).collect()
}

/// The kin of every code: of a main code its most probable subcode, of a subcode its main code; itself where it has none.
pub(super) fn kin(odds: &[f64], mains: &Mains) -> Vec<usize> {
    let mut kin = mains.to_vec();
    for (code, main) in mains.iter().enumerate().filter(|(code, main)| code != *main) {
        if kin[*main] == *main || odds[code] > odds[kin[*main]] {
            kin[*main] = code;
        }
    }
    kin
}

/// The feature of a code's score by rules: ln(1 + score).
pub(super) fn strength(score: f64) -> f64 {
    (1.0 + score.max(0.0)).ln()
}

/// The features with those of rules set to zero.
pub(super) fn without_rules(mut features: [f64; FEATURES]) -> [f64; FEATURES] {
    for of_rules in [column::RULES, column::STRENGTH, column::ANOTHER, column::COMPANION_RULES] {
        features[of_rules] = 0.0;
    }
    features
}

/// A summary of the codes of a level (main codes, or subcodes), from which the features about rivals follow.
#[derive(Clone, Copy)]
struct Level {
    /// The two highest log-odds.
    highest: [f64; 2],
    /// Whether rules gave any of them.
    given: bool,
}

impl Level {
    fn add(&mut self, odds: f64, given: bool) {
        let [first, second] = self.highest;
        self.highest = [first.max(odds), second.max(odds.min(first))];
        self.given |= given;
    }

    /// The highest log-odds of the other codes of the level than one with these.
    fn highest_beside(&self, odds: f64) -> f64 {
        self.highest[usize::from(odds == self.highest[0])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column_of(rows: &[[f64; FEATURES]], at: usize) -> Vec<f64> {
        rows.iter().map(|row| row[at]).collect()
    }

    #[test]
    fn the_rival_of_a_code_is_the_strongest_other_code_of_its_level() {
        // Codes 0, 2 and 3 are main codes, 1 and 4 subcodes; 0 and 2 are equally strong.
        let mains = [0, 0, 2, 3, 2];
        let rules = vec![Some(1.0), None, None, None, Some(2.0)];
        let rows = features(&Scored { rules, ..Scored::default() }, &[1.5, 0.5, 1.5, -4.0, -7.5], &mains);
        assert_eq!(column_of(&rows, column::RIVAL), [1.5, -7.5, 1.5, 1.5, 0.5]);
        assert_eq!(column_of(&rows, column::ANOTHER), [0.0, 1.0, 1.0, 1.0, 0.0], "rules gave another");
        assert_eq!(column_of(&rows, column::SINGLE), [1.0; 5]);
        // Subcode 1 belongs to 0, and 4 to 2; 3 has none.
        assert_eq!(column_of(&rows, column::KIN), [0.5, 1.5, -7.5, -4.0, 1.5]);
        assert_eq!(kin(&[0.0, -1.0, 2.0], &[0, 0, 0]), [2, 0, 0], "the most probable subcode");
    }

    #[test]
    fn companions_are_combined_and_rare_codes_are_improbable() {
        let one = ([1.0, f64::NAN, -20.0], [None, Some(1.0), None]);
        let two = ([2.0, f64::NAN, -30.0], [None, None, Some(0.0)]);
        let answers = [&one, &two].map(|(scores, rules)| (scores.as_slice(), rules.as_slice()));
        let companion = Companion::of(answers.into_iter()).unwrap_or_default();
        assert_eq!([0, 1, 2].map(|code| companion.score(code)), [2.0, RARE, -FARTHEST]);
        assert_eq!(companion.rules, [false, true, true]);
        assert_eq!(Companion::of(std::iter::empty()), None);
        let answer = Scored { rules: vec![None; 3], companion: Some(companion), ..Scored::default() };
        let rows = features(&answer, &[0.0; 3], &[0, 1, 2]);
        assert_eq!(column_of(&rows, column::COMPANION), [2.0, RARE, -FARTHEST]);
        assert_eq!(column_of(&rows, column::COMPANION_RULES), [0.0, 1.0, 1.0]);
        let without: Vec<_> = rows.into_iter().map(without_rules).collect();
        assert_eq!(column_of(&without, column::COMPANION_RULES), [0.0; 3]);
        assert_eq!(column_of(&without, column::COMPANION), [2.0, RARE, -FARTHEST], "the learned score stays");
    }
}
