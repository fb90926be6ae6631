//! What is known of an answer, and what of it speaks for and against each code.
//!
//! An intervention's answers in domains with the same codes are companions: what people did tends to be what came of it, and
//! what they achieved what they had wanted. So a code is judged by the companion, too.

use super::judge::Mains;

/// How many signs a code is judged by.
pub const SIGNS: usize = 9;

/// Where signs stand: the first is a constant.
pub(super) mod sign {
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
}

/// The log-odds of a code that is too rare to be learned.
pub(super) const RARE: f64 = -4.0;
/// Scores this far out say no more than certain.
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
    /// Whether people gave each code, a main code also where they gave a subcode of it; empty where nobody has told.
    pub labels: Vec<bool>,
    /// Whether the answer was kept from the rules' author: measured apart, and nothing else.
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

    /// The learned score of a code, as far as it says anything.
    pub fn score(&self, code: usize) -> f64 {
        let score = self.scores[code];
        if score.is_nan() { RARE } else { score.clamp(-FARTHEST, FARTHEST) }
    }
}

/// The signs of every code; `odds` are the calibrated log-odds of the learned scores.
pub(super) fn signs(answer: &Scored, odds: &[f64], mains: &Mains) -> Vec<[f64; SIGNS]> {
    let level_of = |code: usize| usize::from(mains[code] != code);
    let mut levels = [Level { highest: [-FARTHEST; 2], given: false }; 2];
    for (code, odds) in odds.iter().enumerate() {
        levels[level_of(code)].hear(*odds, answer.rules[code].is_some());
    }
    let flag = |flag: bool| f64::from(u8::from(flag));
    let of_code = |code: usize| {
        let (level, given, mut signs) = (&levels[level_of(code)], answer.rules[code], [0.0; SIGNS]);
        signs[0] = 1.0;
        signs[sign::LEARNED] = odds[code];
        signs[sign::RULES] = flag(given.is_some());
        signs[sign::STRENGTH] = given.map_or(0.0, strength);
        signs[sign::ANOTHER] = flag(given.is_none() && level.given);
        signs[sign::RIVAL] = level.highest_beside(odds[code]);
        match &answer.companion {
            Some(companion) => {
                signs[sign::COMPANION] = companion.score(code);
                signs[sign::COMPANION_RULES] = flag(companion.rules[code]);
            }
            None => signs[sign::SINGLE] = 1.0,
        }
        signs
    };
    (0..mains.len()).map(of_code).collect()
}

/// How strongly rules speak for a code that they gave with a score.
pub(super) fn strength(score: f64) -> f64 {
    (1.0 + score.max(0.0)).ln()
}

/// The signs without what rules say.
pub(super) fn without_rules(mut signs: [f64; SIGNS]) -> [f64; SIGNS] {
    for of_rules in [sign::RULES, sign::STRENGTH, sign::ANOTHER, sign::COMPANION_RULES] {
        signs[of_rules] = 0.0;
    }
    signs
}

/// What is said of the codes of a level: main codes, or subcodes.
#[derive(Clone, Copy)]
struct Level {
    /// The two highest log-odds.
    highest: [f64; 2],
    /// Whether rules gave any of them.
    given: bool,
}

impl Level {
    fn hear(&mut self, odds: f64, given: bool) {
        let [first, second] = self.highest;
        self.highest = [first.max(odds), second.max(odds.min(first))];
        self.given |= given;
    }

    /// The highest log-odds of the other codes than one that has these.
    fn highest_beside(&self, odds: f64) -> f64 {
        self.highest[usize::from(odds == self.highest[0])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(signs: &[[f64; SIGNS]], sign: usize) -> Vec<f64> {
        signs.iter().map(|signs| signs[sign]).collect()
    }

    #[test]
    fn the_rival_of_a_code_is_the_strongest_other_code_of_its_level() {
        // Codes 0, 2 and 3 are main codes, 1 and 4 subcodes; 0 and 2 are equally strong.
        let mains = [0, 0, 2, 3, 2];
        let rules = vec![Some(1.0), None, None, None, Some(2.0)];
        let signs = signs(&Scored { rules, ..Scored::default() }, &[1.5, 0.5, 1.5, -4.0, -7.5], &mains);
        assert_eq!(column(&signs, sign::RIVAL), [1.5, -7.5, 1.5, 1.5, 0.5]);
        assert_eq!(column(&signs, sign::ANOTHER), [0.0, 1.0, 1.0, 1.0, 0.0], "rules gave another");
        assert_eq!(column(&signs, sign::SINGLE), [1.0; 5]);
    }

    #[test]
    fn companions_are_heard_together_and_rare_codes_are_improbable() {
        let one = ([1.0, f64::NAN, -20.0], [None, Some(1.0), None]);
        let two = ([2.0, f64::NAN, -30.0], [None, None, Some(0.0)]);
        let answers = [&one, &two].map(|(scores, rules)| (scores.as_slice(), rules.as_slice()));
        let companion = Companion::of(answers.into_iter()).unwrap_or_default();
        assert_eq!([0, 1, 2].map(|code| companion.score(code)), [2.0, RARE, -FARTHEST]);
        assert_eq!(companion.rules, [false, true, true]);
        assert_eq!(Companion::of(std::iter::empty()), None);
        let answer = Scored { rules: vec![None; 3], companion: Some(companion), ..Scored::default() };
        let signs = signs(&answer, &[0.0; 3], &[0, 1, 2]);
        assert_eq!(column(&signs, sign::COMPANION), [2.0, RARE, -FARTHEST]);
        assert_eq!(column(&signs, sign::COMPANION_RULES), [0.0, 1.0, 1.0]);
        let deaf: Vec<_> = signs.into_iter().map(without_rules).collect();
        assert_eq!(column(&deaf, sign::COMPANION_RULES), [0.0; 3]);
        assert_eq!(column(&deaf, sign::COMPANION), [2.0, RARE, -FARTHEST], "learning is still heard");
    }
}
