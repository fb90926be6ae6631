//! What words of precision mean: *ungefär*, *drygt*, *nästan*, *flera*, *majoriteten*, *vanligt*.
//!
//! The table below holds the defaults; `[claims_words]` of `study.toml` changes them for a study, the column `precision` of
//! `claims.csv` for one claim. Reports use these words loosely, so the defaults are wide where the wording is loose and
//! narrow where a number is printed with several digits: *ca 46 procent* is not true of 50.

use std::cmp::Ordering;

use super::syntax::Symbol;
use super::token::Written;
use crate::diagnostic::{nearest, shown};
use crate::exact::{Exact, Rounding};
use crate::msg;
use crate::wording::{Language, Message};

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its name in settings.
    pub name: String,
    /// How else it may be written, with hyphens between its parts.
    pub others: Vec<String>,
    /// What it means.
    pub meaning: Meaning,
}

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The computed number lies near the stated one.
    Near(Near),
    /// The computed number keeps a limit of its own; nothing is stated beside the word.
    Vague(Vague),
    /// The computed number is above, or below, what is `unchanged` since an earlier year.
    Beyond(Ordering),
}

/// How near a number must lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The lowest distance from the stated number, as a share of it. Zero excludes the number itself, unless both are
    /// on either side of it.
    pub low: Exact,
    /// The highest.
    pub high: Exact,
    /// Whether it must not be further off than one unit of the last significant digit that is written.
    pub digits: bool,
}

/// The limits of a vague word; each for the kind of number that it is said of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vague {
    /// Of a number.
    pub number: Option<Limit>,
    /// Of a share of a base.
    pub share: Option<Limit>,
    /// Of a value in a ranking, as a share of the largest.
    pub largest: Option<Limit>,
    /// Of a change since an earlier year, as a share of what it was then.
    pub change: Option<Limit>,
}

/// One limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How the number is compared.
    pub symbol: Symbol,
    /// With what.
    pub value: Exact,
}

/// All words that assertions may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    words: Vec<Word>,
}

/// Name, other spellings, meaning.
const DEFAULTS: [(&str, &str, &str); 19] = [
    ("about", "ungefär omkring cirka ca runt", "-10..10 %"),
    ("over", "drygt", "0..10 %"),
    ("under", "knappt", "-10..0 %"),
    ("nearly", "nästan närmare", "-10..0 %"),
    ("some", "några", "number >= 2"),
    ("several", "flera", "number >= 3"),
    ("many", "många", "number >= 10, share >= 20 %"),
    ("rather-many", "relativt-många förhållandevis-många ganska-många", "number >= 7, share >= 15 %"),
    ("few", "få", "share <= 20 %"),
    ("majority", "majoriteten merparten de-flesta oftast", "share > 50 %"),
    ("minority", "mindre-än-hälften", "share < 50 %"),
    ("common", "vanligt vanlig vanliga ofta", "share >= 1/3, largest >= 1/4"),
    ("rather-common", "förhållandevis-vanligt relativt-vanligt ganska-vanligt", "share >= 1/4, largest >= 1/5"),
    ("uncommon", "mindre-vanligt ovanligt i-liten-utsträckning", "share <= 1/4, largest <= 1/3"),
    ("rare", "sällan i-mycket-liten-utsträckning", "share <= 1/10, largest <= 1/10"),
    ("low", "i-låg-utsträckning högst-hälften", "share <= 50 %"),
    (UNCHANGED, "oförändrat oförändrad oförändrade i-likhet-med i-linje-med", "-5..5 %"),
    (INCREASED, "ökat ökad ökade", "above unchanged"),
    (DECREASED, "minskat minskad minskade", "below unchanged"),
];

/// The word beyond which something has changed.
const UNCHANGED: &str = "unchanged";
const INCREASED: &str = "increased";
const DECREASED: &str = "decreased";

impl Default for Words {
    fn default() -> Self {
        let word = |(name, others, meaning): (&str, &str, &str)| {
            let meaning = Meaning::parse(meaning, true)?;
            let others = others.split_whitespace().map(str::to_owned).collect();
            Some(Word { name: name.to_owned(), others, meaning })
        };
        Self { words: DEFAULTS.into_iter().filter_map(word).collect() }
    }
}

impl Words {
    /// The meaning of a word as written in an assertion.
    ///
    /// # Errors
    /// What to do, where the word is not known.
    pub fn get(&self, written: &str) -> Result<&Meaning, Message> {
        let written = written.to_lowercase();
        let found = self.words.iter().find(|w| w.name == written || w.others.contains(&written));
        found.map(|w| &w.meaning).ok_or_else(|| {
            let near = nearest(&written, self.names());
            near.map_or_else(|| msg!("words-in-reference"), |near| msg!("did-you-mean", name = shown(near)))
        })
    }

    /// A word as readers of a language say it: the first spelling in Swedish, the name in English.
    pub fn spoken(&self, written: &str, language: Language) -> String {
        let lower = written.to_lowercase();
        let known = self.words.iter().find(|w| w.name == lower || w.others.contains(&lower));
        let word = known.map_or(written, |word| match language {
            Language::Swedish if lower == word.name => word.others.first().unwrap_or(&word.name),
            Language::English => &word.name,
            Language::Swedish => written,
        });
        word.replace('-', " ")
    }

    /// All words, however written.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.words.iter().flat_map(|w| std::iter::once(&w.name).chain(&w.others)).map(String::as_str)
    }

    /// The words that say how near a number lies, by their names.
    pub fn near(&self) -> impl Iterator<Item = (&str, &Near)> {
        self.words.iter().filter_map(|word| match &word.meaning {
            Meaning::Near(near) => Some((word.name.as_str(), near)),
            Meaning::Vague(_) | Meaning::Beyond(_) => None,
        })
    }

    /// Whether a number, beside what it was in an earlier year, is what a word says of a change, or lies below or above all that are;
    /// `None` where the numbers are too large. A word that says nothing of changes is told apart first: [`Words::says_change`].
    pub fn side_of_change(&self, meaning: &Meaning, now: Exact, then: Exact) -> Option<Ordering> {
        match meaning {
            Meaning::Near(near) => near.side(now, then, None, None),
            Meaning::Vague(vague) => {
                let limit = vague.change?;
                let bound = then.plus(then.size().times(limit.value)?)?;
                Some(limit.symbol.side(now, bound))
            }
            Meaning::Beyond(side) => {
                let found = self.side_of_change(self.unchanged()?, now, then)?;
                Some(if found == *side { Ordering::Equal } else { side.reverse() })
            }
        }
    }

    /// Whether a meaning says anything of changes.
    pub fn says_change(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Near(_) => true,
            Meaning::Vague(vague) => vague.change.is_some(),
            Meaning::Beyond(_) => self.unchanged().is_some(),
        }
    }

    /// What counts as no change; nothing where a study gives the word a meaning that is none.
    fn unchanged(&self) -> Option<&Meaning> {
        let unchanged = self.words.iter().find(|word| word.name == UNCHANGED)?;
        let says_itself = matches!(unchanged.meaning, Meaning::Near(_) | Meaning::Vague(Vague { change: Some(_), .. }));
        says_itself.then_some(&unchanged.meaning)
    }

    /// Which of *increased*, *decreased* and *unchanged* is true; none where a study has left something between them.
    pub fn change(&self, now: Exact, then: Exact) -> Option<Ordering> {
        let says = |word: &str| {
            let meaning = &self.words.iter().find(|known| known.name == word)?.meaning;
            self.side_of_change(meaning, now, then).filter(|side| side.is_eq())
        };
        let sides = [(INCREASED, Ordering::Greater), (DECREASED, Ordering::Less), (UNCHANGED, Ordering::Equal)];
        sides.into_iter().find(|(word, _)| says(word).is_some()).map(|(_, side)| side)
    }

    /// The word of change that contradicts what is *unchanged*, and what is wrong with it; `None` where at most one of the three can be
    /// said of any two numbers.
    pub fn contradiction(&self) -> Option<(&'static str, Message)> {
        let meaning = |name: &str| self.words.iter().find(|word| word.name == name).map(|word| &word.meaning);
        let Some(Meaning::Near(unchanged)) =
            meaning(UNCHANGED).filter(|own| matches!(own, Meaning::Near(near) if near.spans()))
        else {
            return Some((UNCHANGED, msg!("unchanged-without-none", word = UNCHANGED)));
        };
        let lies_beyond = |name: &str, side: Ordering| match meaning(name) {
            Some(Meaning::Beyond(own)) => *own == side,
            Some(Meaning::Vague(Vague { change: Some(limit), .. })) => match (limit.symbol, side) {
                (Symbol::Above, Ordering::Greater) => limit.value >= unchanged.high,
                (Symbol::AtLeast, Ordering::Greater) => limit.value > unchanged.high,
                (Symbol::Below, Ordering::Less) => limit.value <= unchanged.low,
                (Symbol::AtMost, Ordering::Less) => limit.value < unchanged.low,
                _ => false,
            },
            _ => false,
        };
        let sides = [(INCREASED, Ordering::Greater), (DECREASED, Ordering::Less)];
        let (word, _) = sides.into_iter().find(|(word, side)| !lies_beyond(word, *side))?;
        Some((word, msg!("change-words-overlap", word, other = UNCHANGED)))
    }

    /// The name of a word, however it is written; as it is written where it is a new one.
    pub fn name_of(&self, written: &str) -> String {
        let written = written.trim().to_lowercase();
        let known = self.words.iter().find(|word| word.name == written || word.others.contains(&written));
        known.map_or(written, |word| word.name.clone())
    }

    /// Gives a word, or a new one, another meaning, and says whether it can be read. `keep_digits` is false where somebody has decided on bounds for one
    /// claim: then the digits that are written narrow them no further.
    #[must_use]
    pub fn set(&mut self, written: &str, meaning: &str, keep_digits: bool) -> bool {
        let written = written.trim().to_lowercase();
        let Some(meaning) = Meaning::parse(meaning, keep_digits) else { return false };
        match self.words.iter_mut().find(|w| w.name == written || w.others.contains(&written)) {
            Some(word) => word.meaning = meaning,
            None => self.words.push(Word { name: written, others: Vec::new(), meaning }),
        }
        true
    }

    /// Reads the overrides of one claim: `drygt = 0..15 %; many = number >= 5`.
    ///
    /// # Errors
    /// What is wrong.
    pub fn set_all(&mut self, text: &str) -> Result<(), Message> {
        let mut set: Vec<String> = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let Some((word, meaning)) = part.split_once('=') else {
                return Err(msg!("precision-without-meaning", part = shown(part)));
            };
            let name = self.name_of(word);
            if set.contains(&name) {
                return Err(msg!("word-set-twice", word = shown(word.trim()), name = shown(&name)));
            }
            set.push(name);
            if !self.set(word, meaning, false) {
                let wanted = msg!("wanted-meaning-of-word");
                return Err(msg!("precision-unreadable", meaning = shown(meaning.trim()), wanted));
            }
        }
        self.contradiction().map_or(Ok(()), |(_, message)| Err(message))
    }
}

impl Meaning {
    /// `-10..10 %`, or `number >= 3, share > 50 %`.
    fn parse(text: &str, digits: bool) -> Option<Self> {
        if let Some((low, high)) = text.split_once("..") {
            let high = high.trim().strip_suffix('%')?;
            let [low, high] = [low, high].map(|bound| percent(bound.trim()));
            let near = Near { low: low?, high: high?, digits };
            return (near.low < near.high).then_some(Self::Near(near));
        }
        match text.split_whitespace().collect::<Vec<_>>()[..] {
            ["above", UNCHANGED] => return Some(Self::Beyond(Ordering::Greater)),
            ["below", UNCHANGED] => return Some(Self::Beyond(Ordering::Less)),
            _ => {}
        }
        let mut vague = Vague::default();
        for part in text.split(',') {
            let part = part.trim();
            let (name, rest) = part.split_once(' ')?;
            let (sign, value) = rest.trim().split_once(' ')?;
            let limit = Some(Limit { symbol: Symbol::from_sign(sign)?, value: value_of(value.trim())? });
            match name {
                "number" => vague.number = limit,
                "share" => vague.share = limit,
                "largest" => vague.largest = limit,
                "change" => vague.change = limit,
                _ => return None,
            }
        }
        Some(Self::Vague(vague))
    }
}

fn percent(text: &str) -> Option<Exact> {
    Exact::decimal(text.trim_start_matches('+'))?.over(Exact::whole(100))
}

/// `3`, `50 %`, `1/4`.
fn value_of(text: &str) -> Option<Exact> {
    if let Some(number) = text.strip_suffix('%') {
        return percent(number.trim());
    }
    match text.split_once('/') {
        Some((part, base)) => Exact::decimal(part.trim())?.over(Exact::decimal(base.trim())?),
        None => Exact::decimal(text),
    }
}

impl Near {
    /// Whether the stated number lies between the bounds, and what rounds to it is as good.
    pub fn spans(&self) -> bool {
        self.low < Exact::ZERO && self.high > Exact::ZERO
    }

    /// Whether a computed number is what the word says of a stated one; see [`Near::side`].
    pub fn holds(&self, computed: Exact, stated: Exact, written: Option<Written>, base: Option<Exact>) -> Option<bool> {
        self.side(computed, stated, written, base).map(Ordering::is_eq)
    }

    /// Whether a computed number is what the word says of a stated one, or lies below or above all that are. `written` is how
    /// the stated number is written; `base` is the base of a share that is stated as a fraction: then the bounds widen to the
    /// next whole count, because 7 of 21 is the only third that 21 regions have.
    pub fn side(
        &self,
        computed: Exact,
        stated: Exact,
        written: Option<Written>,
        base: Option<Exact>,
    ) -> Option<Ordering> {
        let bound = |share: Exact| {
            let distance = stated.size().times(share)?;
            let cap = written.filter(|_| self.digits).map(|w| w.last_significant);
            let within = match cap {
                Some(cap) if distance > cap => cap,
                Some(cap) if distance < Exact::ZERO.minus(cap)? => Exact::ZERO.minus(cap)?,
                _ => distance,
            };
            stated.plus(within)
        };
        let (mut low, mut high) = (bound(self.low)?, bound(self.high)?);
        if let Some(base) = base {
            if self.low != Exact::ZERO {
                low = Exact::whole(low.times(base)?.floor()).over(base)?;
            }
            if self.high != Exact::ZERO {
                high = Exact::whole(high.times(base)?.ceiling()).over(base)?;
            }
        }
        // What rounds to the written digits is about the number, however few they are: 2.6 is "cirka 3".
        if let Some(written) = written.filter(|_| self.digits && self.spans())
            && Exact::whole(computed.over(written.last_digit)?.nearest(Rounding::HalfUp)).times(written.last_digit)?
                == stated
        {
            return Some(Ordering::Equal);
        }
        let above = if self.low == Exact::ZERO { computed > low } else { computed >= low };
        let below = if self.high == Exact::ZERO { computed < high } else { computed <= high };
        Some(match (above, below) {
            (true, true) => Ordering::Equal,
            (false, _) => Ordering::Less,
            (true, false) => Ordering::Greater,
        })
    }
}

impl Limit {
    /// Whether a number keeps it.
    pub fn holds(self, number: Exact) -> bool {
        self.symbol.holds(number, self.value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(word: &str) -> Near {
        match Words::default().get(word) {
            Ok(Meaning::Near(near)) => near.clone(),
            other => panic!("{word}: {other:?}"),
        }
    }

    fn ratio(numerator: i128, denominator: i128) -> Exact {
        Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO)
    }

    #[test]
    fn words_are_said_in_the_readers_language() {
        let words = Words::default();
        let said = |written, language| words.spoken(written, language);
        assert_eq!(said("rather-common", Language::Swedish), "förhållandevis vanligt");
        assert_eq!(said("merparten", Language::Swedish), "merparten");
        assert_eq!(said("Drygt", Language::English), "over");
        assert_eq!(said("egna-ord", Language::English), "egna ord");
    }

    #[test]
    fn every_default_can_be_read() {
        assert_eq!(Words::default().words.len(), DEFAULTS.len());
    }

    #[test]
    fn words_mean_what_published_sentences_make_of_them() {
        // Sentences with both the word and the number, from the published reports: "drygt var tredje region (8 av 21)",
        // "ungefär varannan region (12 av 21)", "cirka 43 procent (9 av 21)", "drygt 70 procent (15 av 21)".
        let whole = |base: i128| Some(Exact::whole(base));
        let percent = |text: &str| Written::parse(text).and_then(|w| w.times(ratio(1, 100)));
        assert_eq!(near("drygt").holds(ratio(8, 21), ratio(1, 3), None, whole(21)), Some(true));
        assert_eq!(near("ungefär").holds(ratio(12, 21), ratio(1, 2), None, whole(21)), Some(true));
        assert_eq!(near("cirka").holds(ratio(9, 21), ratio(43, 100), percent("43"), None), Some(true));
        assert_eq!(near("drygt").holds(ratio(15, 21), ratio(70, 100), percent("70"), None), Some(true));
        // "cirka tre procent" of 1 447 269 in 57 779 642 kronor, 2.505 percent; not of 2.4, nor of "drygt" 2.9.
        let kronor = |part: i128| near("cirka").holds(ratio(part, 57_779_642), ratio(3, 100), percent("3"), None);
        assert_eq!((kronor(1_447_269), kronor(1_386_711)), (Some(true), Some(false)));
        assert_eq!(near("drygt").holds(ratio(29, 1_000), ratio(3, 100), percent("3"), None), Some(false));
        // And what they cannot mean: 10 of 21 is no "drygt varannan", 9 of 21 no "cirka 46 procent".
        assert_eq!(near("drygt").holds(ratio(10, 21), ratio(1, 2), None, whole(21)), Some(false));
        assert_eq!(near("cirka").holds(ratio(9, 21), ratio(46, 100), percent("46"), None), Some(false));
        assert_eq!(near("knappt").holds(ratio(1, 3), ratio(1, 3), None, whole(21)), Some(false));
    }

    #[test]
    fn what_is_unchanged_bounds_what_has_changed() {
        let mut words = Words::default();
        let says = |words: &Words, word: &str, now: i128, then: i128| {
            let meaning = words.get(word).cloned().unwrap_or_else(|_| panic!("{word}"));
            words.side_of_change(&meaning, Exact::whole(now), Exact::whole(then)).map(Ordering::is_eq)
        };
        let all =
            |words: &Words, now, then| ["increased", "decreased", "unchanged"].map(|word| says(words, word, now, then));
        // Five percent of 200 are 10; of nothing any number is more.
        assert_eq!(all(&words, 210, 200), [Some(false), Some(false), Some(true)]);
        assert_eq!(all(&words, 211, 200), [Some(true), Some(false), Some(false)]);
        assert_eq!(all(&words, 189, 200), [Some(false), Some(true), Some(false)]);
        assert_eq!(all(&words, 1, 0), [Some(true), Some(false), Some(false)]);
        assert_eq!(all(&words, 0, 0), [Some(false), Some(false), Some(true)]);
        // Who widens one narrows the others.
        assert!(words.set("oförändrat", "-10..10 %", true));
        assert_eq!(all(&words, 220, 200), [Some(false), Some(false), Some(true)]);
        assert_eq!(says(&words, "ökat", 221, 200), Some(true));
        assert!(words.set("kraftigt-ökat", "change >= 50 %", true));
        assert_eq!([299, 300].map(|now| says(&words, "kraftigt-ökat", now, 200)), [Some(false), Some(true)]);
        // A meaning that says nothing of changes leaves none of the words.
        assert!(words.set("oförändrat", "number >= 3", true));
        assert!(words.get("ökat").is_ok_and(|meaning| !words.says_change(meaning)));
    }

    #[test]
    fn settings_change_a_word_and_its_other_spellings() {
        let mut words = Words::default();
        assert!(words.set("drygt", "0..25 %", true));
        assert_eq!(words.get("over"), words.get("drygt"));
        assert!(!words.set("drygt", "25..0 %", true));
        assert!(!words.set("drygt", "more", true));
        assert_eq!(words.set_all("många = number >= 5; ungefär = -15..15 %"), Ok(()));
        assert!(words.set_all("många").is_err());
        let five = Limit { symbol: Symbol::AtLeast, value: Exact::whole(5) };
        let many = Meaning::Vague(Vague { number: Some(five), ..Vague::default() });
        assert_eq!(words.get("many"), Ok(&many));
        assert!(words.get("ungefar").is_err_and(|action| action.text(Language::English).contains("ungefär")));
    }

    proptest! {
        /// What is said to be about, over or under a number lies where the word says.
        #[test]
        fn words_lie_on_their_side(stated in 1_i128..100_000, computed in 1_i128..100_000) {
            let (s, c) = (Exact::whole(stated), Exact::whole(computed));
            let holds = |word| near(word).holds(c, s, None, None) == Some(true);
            // In tenths of the stated number, worked out in whole numbers.
            prop_assert_eq!(holds("about"), 10 * computed >= 9 * stated && 10 * computed <= 11 * stated);
            prop_assert_eq!(holds("over"), computed > stated && 10 * computed <= 11 * stated);
            prop_assert_eq!(holds("under"), computed < stated && 10 * computed >= 9 * stated);
            prop_assert_eq!(holds("under"), holds("nearly"));
            prop_assert_eq!(holds("about"), holds("over") || holds("under") || computed == stated);
        }

        /// A number that is printed with all its digits is never about another one that differs by two of its last.
        #[test]
        fn digits_narrow_a_word(stated in 100_i128..100_000, off in 2_i128..1_000) {
            prop_assume!(stated % 10 != 0);
            let written = Written::parse(&stated.to_string());
            let holds = near("about").holds(Exact::whole(stated + off), Exact::whole(stated), written, None);
            prop_assert_eq!(holds, Some(false));
        }

        /// Widening to whole counts never loses what held before, and reaches no further than one count.
        #[test]
        fn whole_counts_widen_by_less_than_one(part in 0_i128..300, base in 1_i128..300, of in 2_i128..10) {
            prop_assume!(part <= base);
            let (computed, stated) = (ratio(part, base), ratio(1, of));
            let about = near("about");
            let strict = about.holds(computed, stated, None, None);
            let wide = about.holds(computed, stated, None, Some(Exact::whole(base)));
            prop_assert!(strict != Some(true) || wide == Some(true));
            if wide == Some(true) {
                // Within 10 percent of base / of, give or take less than one count: all times 10 · of.
                let distance = (part * of - base).abs() * 10;
                prop_assert!(distance < base + 10 * of);
            }
        }
    }
}
