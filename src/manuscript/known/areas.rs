//! Which areas a sentence names besides its own.

use super::lexicon::is_same;
use super::place::names;
use crate::manuscript::subjects::Subjects;
use crate::manuscript::vocabulary::is_stop_word;

/// Words this long may name an area.
const LONG: usize = 5;

/// Two titles with so many of these words, and half of the first, are of the same subject.
const SHARED: usize = 2;

/// An area as sentences name it.
struct AreaWords {
    id: String,
    /// The words of its title, in small letters, but for those who answered; and those of them that no other title has.
    title: Vec<String>,
    own: Vec<String>,
    /// Who answered its survey, as `2 regioner`.
    asked: Option<String>,
}

/// All areas of a study.
pub(super) struct Areas {
    all: Vec<AreaWords>,
    /// Those who answer, each once.
    pub(super) asked: Vec<String>,
}

impl Areas {
    pub(super) fn new(subjects: &Subjects) -> Self {
        let mut asked: Vec<String> = subjects.totals.iter().filter_map(|total| total.asked.clone()).collect();
        asked.sort();
        asked.dedup();
        let of = |(id, title, _): &(String, String, String)| {
            let elsewhere = |word: &String| {
                subjects.areas.iter().any(|(other, title, _)| other != id && long_words(title).contains(word))
            };
            let is_asked = |word: &String| asked.iter().any(|own| names(word, own));
            let title: Vec<String> = long_words(title).into_iter().filter(|word| !is_asked(word)).collect();
            let own = title.iter().filter(|word| !elsewhere(word)).cloned().collect();
            let total = subjects.totals.iter().find(|total| total.area.as_ref() == Some(id));
            AreaWords { id: id.clone(), title, own, asked: total.and_then(|total| total.asked.clone()) }
        };
        Self { all: subjects.areas.iter().map(of).collect(), asked }
    }

    /// Who answered the survey of an area.
    pub(super) fn asked(&self, area: &str) -> Option<&str> {
        self.all.iter().find(|own| own.id == area)?.asked.as_deref()
    }

    /// Those who answer, where a text names only them.
    pub(super) fn only_named(&self, text: &str) -> Option<&str> {
        let mut named = self.asked.iter().filter(|asked| names(text, asked));
        named.next().filter(|_| named.next().is_none()).map(String::as_str)
    }

    /// The pairs of areas of the same subject that these and those answered.
    pub(super) fn same_subject(&self, one: &str, other: &str) -> impl Iterator<Item = (&str, &str)> {
        let of = |asked: &str| self.all.iter().filter(|own| own.asked.as_deref() == Some(asked)).collect::<Vec<_>>();
        let (one, other) = (of(one), of(other));
        let pairs = one.into_iter().flat_map(move |one| other.clone().into_iter().map(move |other| (one, other)));
        let is_same = |(one, other): &(&AreaWords, &AreaWords)| {
            let shared = one.title.iter().filter(|word| other.title.contains(word)).count();
            one.id != other.id && shared >= SHARED && 2 * shared >= one.title.len()
        };
        pairs.filter(is_same).map(|(one, other)| (one.id.as_str(), other.id.as_str()))
    }

    /// Whether a text names another area than its own by a word that no other title has, or by those whose it is.
    pub(super) fn are_others_named(&self, text: &str, area: &str) -> bool {
        let text = text.to_lowercase();
        let words = || text.split(|c: char| !c.is_alphanumeric());
        let names_it = |other: &AreaWords| other.own.iter().any(|own| words().any(|word| is_same(word, own)));
        // Values may be called by those who answer; what is theirs is of another area.
        let is_plural = |word: &str| self.asked.iter().any(|asked| asked.split(' ').any(|own| own == word));
        let owners = words().filter(|word| word.ends_with('s') && !is_plural(word)).collect::<Vec<_>>().join(" ");
        let asked = self.asked(area);
        let mut others = self.asked.iter().filter(|other| Some(other.as_str()) != asked);
        self.all.iter().any(|other| other.id != area && names_it(other))
            || asked.is_some() && others.any(|other| names(&owners, other))
    }
}

fn long_words(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() >= LONG && !is_stop_word(word)).collect()
}
