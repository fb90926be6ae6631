//! Folds for cross-validation without leakage: an answer is predicted by a model that has seen neither its respondent nor any
//! of its wordings.
//!
//! A wording is a sentence in small letters, digits as 0, without punctuation; sentences are one wording when they stand
//! together in an answer with at most one code, or when their four-letter sequences overlap by 45 percent or more. Answers
//! with several codes join several wordings, so the connected components of wordings are too large to be folds. Instead
//! each answer is put into a cell by its rarest wording and its respondent, and the model that predicts a cell is trained on
//! the answers that share no respondent with any of it, and no wording with any of it or of its companions (the other answers
//! about its interventions), because these are features of its judge.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use super::features;

/// Into how many parts wordings are divided.
pub const PARTS: usize = 5;
/// Into how many parts respondents are divided. A cell that tests fewer of them leaves more to learn from, for few wordings are
/// left out then: the model that is shipped learns from everything.
const RESPONDENT_PARTS: usize = 15;
/// From which overlap of four-letter sequences sentences are one wording.
const NEARLY_EQUAL: f64 = 0.45;
/// Sequences that occur in more sentences are ignored.
const COMMON: usize = 400;

/// An answer, as far as folds are concerned.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// Who answered.
    pub respondent: &'a str,
    /// About which intervention.
    pub intervention: &'a str,
    /// The answer.
    pub text: &'a str,
    /// How many main codes it has.
    pub codes: usize,
}

/// A cell: its test answers, and its training answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Which part of the wordings it belongs to.
    pub part: usize,
    /// The indices of the test answers.
    pub tested: Vec<usize>,
    /// The indices of the training answers.
    pub learned: Vec<usize>,
}

/// The wordings of each answer, as numbers.
pub fn wordings(answers: &[Answer<'_>]) -> Vec<BTreeSet<usize>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let sentences: Vec<Vec<String>> = answers.iter().map(|answer| sentences(answer.text)).collect();
    sentences.iter().flatten().for_each(|sentence| {
        numbers.insert(sentence.clone(), 0);
    });
    numbers.values_mut().enumerate().for_each(|(at, number)| *number = at);
    let mut groups = Groups::new(numbers.len());
    for (answer, sentences) in answers.iter().zip(&sentences) {
        if let (Some(first), true) = (sentences.first(), answer.codes <= 1) {
            sentences[1..].iter().for_each(|other| groups.join(numbers[first], numbers[other]));
        }
    }
    join_nearly_equal(&numbers.keys().map(String::as_str).collect::<Vec<_>>(), &mut groups);
    sentences.iter().map(|own| own.iter().map(|sentence| groups.of(numbers[sentence])).collect()).collect()
}

/// The sentences of a text, normalised: lower case, digits as 0, no punctuation.
fn sentences(text: &str) -> Vec<String> {
    let normal = |sentence: &str| {
        let mut words = features::Words::default();
        let mut normal = String::new();
        words.read(sentence, |word| {
            normal += if normal.is_empty() { "" } else { " " };
            normal += word;
        });
        normal
    };
    features::sentences(text).into_iter().map(normal).filter(|sentence| !sentence.is_empty()).collect()
}

/// Joins sentences whose four-letter sequences overlap.
fn join_nearly_equal(sentences: &[&str], groups: &mut Groups) {
    let sequences: Vec<BTreeSet<u64>> = sentences.iter().map(|sentence| sequences(sentence)).collect();
    let mut standing: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, own) in sequences.iter().enumerate() {
        own.iter().for_each(|sequence| standing.entry(*sequence).or_default().push(at));
    }
    let mut common = vec![0_usize; sentences.len()];
    for (at, own) in sequences.iter().enumerate() {
        let mut touched = Vec::new();
        for others in own.iter().filter_map(|sequence| standing.get(sequence)).filter(|others| others.len() < COMMON) {
            for other in others.iter().filter(|other| **other > at) {
                if common[*other] == 0 {
                    touched.push(*other);
                }
                common[*other] += 1;
            }
        }
        for other in touched {
            let both = std::mem::take(&mut common[other]);
            let either = own.len() + sequences[other].len() - both;
            if both as f64 >= NEARLY_EQUAL * either as f64 {
                groups.join(at, other);
            }
        }
    }
}

/// The four-letter sequences of a sentence; a shorter one is a sequence itself.
fn sequences(sentence: &str) -> BTreeSet<u64> {
    let letters: Vec<u64> = sentence.chars().map(|c| u64::from(c) & 0xffff).collect();
    letters.windows(letters.len().min(4)).map(|run| run.iter().fold(0, |sum, c| (sum << 16) | c)).collect()
}

/// A union-find structure; a group is named by its smallest member.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn of(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The cells of answers whose wordings are known. Which cell an answer is in depends on nothing but its respondent and the
/// number of its rarest wording.
pub fn cells(answers: &[Answer<'_>], wordings: &[BTreeSet<usize>]) -> Vec<Cell> {
    let mut frequency: BTreeMap<usize, usize> = BTreeMap::new();
    wordings.iter().flatten().for_each(|wording| *frequency.entry(*wording).or_default() += 1);
    let mut tested: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, (answer, own)) in answers.iter().zip(wordings).enumerate() {
        let rarest = own.iter().min_by_key(|wording| (frequency[wording], **wording));
        let part = part(&format!("wording {}", rarest.map_or(0, |wording| *wording)), PARTS);
        let respondents = self::part(&format!("respondent {}", answer.respondent), RESPONDENT_PARTS);
        tested.entry((part, respondents)).or_default().push(at);
    }
    let about = |at: &usize| (answers[*at].respondent, answers[*at].intervention);
    let cell = |((part, _), tested): ((usize, usize), Vec<usize>)| {
        let interventions: BTreeSet<_> = tested.iter().map(about).collect();
        let companions = (0..answers.len()).filter(|at| interventions.contains(&about(at)));
        let worded: BTreeSet<usize> = companions.flat_map(|at| wordings[at].iter().copied()).collect();
        let answered: BTreeSet<&str> = tested.iter().map(|at| answers[*at].respondent).collect();
        let free = |at: &usize| wordings[*at].is_disjoint(&worded) && !answered.contains(answers[*at].respondent);
        Cell { part, tested, learned: (0..answers.len()).filter(free).collect() }
    };
    tested.into_iter().map(cell).collect()
}

/// Cells of a random split over interventions, which leaks wordings: for comparison only.
pub fn careless_cells(ids: &[&str]) -> Vec<Cell> {
    let parts: Vec<usize> = ids.iter().map(|id| part(&format!("intervention {id}"), PARTS)).collect();
    let own =
        |wanted: usize, inside: bool| (0..ids.len()).filter(|at| (parts[*at] == wanted) == inside).collect::<Vec<_>>();
    (0..PARTS).map(|part| Cell { part, tested: own(part, true), learned: own(part, false) }).collect()
}

/// A deterministic part for a name, by its hash.
fn part(name: &str, parts: usize) -> usize {
    let hash = Sha256::digest(format!("insats/learning/{name}").as_bytes());
    hash.iter().fold(0, |rest, byte| (rest * 256 + usize::from(*byte)) % parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer<'a>(respondent: &'a str, text: &'a str, codes: usize) -> Answer<'a> {
        Answer { respondent, intervention: text, text, codes }
    }

    #[test]
    fn nearly_equal_sentences_are_one_wording() {
        let answers = [
            answer("a", "Utbildning i MI för 12 medarbetare", 1),
            answer("b", "utbildning i MI för 35 medarbetare!", 1),
            answer("c", "Utbildning i MI för 12 medarbetarna", 1),
            answer("d", "Nätverk för chefer", 1),
        ];
        let wordings = wordings(&answers);
        assert_eq!(wordings[0], wordings[1]);
        assert_eq!(wordings[0], wordings[2]);
        assert!(wordings[0].is_disjoint(&wordings[3]));
    }

    #[test]
    fn sentences_of_one_code_are_one_wording_and_of_several_are_not() {
        let one = wordings(&[answer("a", "Nätverk för chefer. Ledningen möts ofta.", 1)]);
        let several = wordings(&[answer("a", "Nätverk för chefer. Ledningen möts ofta.", 2)]);
        assert_eq!((one[0].len(), several[0].len()), (1, 2));
    }

    #[test]
    fn cells_share_neither_wordings_nor_respondents_with_what_they_learn_from() {
        let texts: Vec<String> = (0..60_u8)
            .map(|n| {
                let letters: String = (0..9)
                    .map(|k| char::from(b'a' + (u16::from(n % 20) * 7 + k * u16::from(3 + n % 20)) as u8 % 26))
                    .collect();
                let reversed: String = letters.chars().rev().collect();
                format!("{letters}. {}{reversed}", char::from(b'A' + n % 7))
            })
            .collect();
        let names: Vec<String> = (0..60).map(|n| format!("r{}", n / 4)).collect();
        // Two answers of a respondent about each intervention.
        let about: Vec<String> = (0..60).map(|n| format!("i{}", n % 2)).collect();
        let answers: Vec<_> =
            (0..60).map(|n| Answer { intervention: &about[n], ..answer(&names[n], &texts[n], 2) }).collect();
        let wordings = wordings(&answers);
        let cells = cells(&answers, &wordings);
        let mut tested: Vec<usize> = cells.iter().flat_map(|cell| cell.tested.clone()).collect();
        tested.sort_unstable();
        assert_eq!(tested, (0..60).collect::<Vec<_>>(), "every answer is tested once");
        for cell in &cells {
            for (test, learned) in cell.tested.iter().flat_map(|test| cell.learned.iter().map(move |l| (*test, *l))) {
                assert_ne!(names[test], names[learned]);
                let beside = (0..60).filter(|other| (&names[*other], &about[*other]) == (&names[test], &about[test]));
                assert_eq!(beside.clone().count(), 2, "the answer and its companion");
                beside.for_each(|own| assert!(wordings[own].is_disjoint(&wordings[learned])));
            }
        }
        assert!(cells.iter().any(|cell| !cell.learned.is_empty()), "something is left to learn from");
    }
}
