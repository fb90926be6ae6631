//! Levels: which register a name is looked up in, and what its recipients are called.

use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use super::content::{Content, Row};
use super::names::Spelling;
use crate::msg;
use crate::wording::{Arg, Language, Message, Text};

/// A register, and with it who answers a survey and gets funds: regions, counties, municipalities, or what the study
/// declares. Two are the same where they have the same id.
///
/// It is as small as a reference. What stands in a declared register is known as soon as its file has been read.
#[derive(Clone, Copy)]
pub struct Level(&'static Register);

/// What is said of a register.
struct Register {
    /// Its place among those that are built in; others come after them, by their ids.
    at: usize,
    /// Its id: the word of files.
    id: String,
    nouns: Nouns,
    /// What an answer of a recipient is called, where it is not the recipient who answers.
    answers: Option<Nouns>,
    /// The names of the numbers that it gives of every recipient.
    numbers: Vec<String>,
    /// The register of those that its recipients belong to.
    part_of: Option<Level>,
    /// All registers of the study, in which a name that is not found here may stand.
    beside: Beside,
    spelling: Spelling,
    content: OnceLock<Content>,
}

/// What something is called: `förening`, `en förening`, `föreningar`.
#[derive(Clone, Debug)]
pub struct Nouns {
    /// One, without its article.
    pub bare: Arg,
    /// One, with its article.
    pub one: Arg,
    /// Several.
    pub several: Arg,
    /// The Swedish article: `en` or `ett`.
    pub gender: &'static str,
}

impl Nouns {
    /// Nouns as a study declares them: one with its article, and several. `None` where an article is missing.
    pub fn declared(one: Text, several: Text) -> Option<Self> {
        let bare = |text: &str, articles: [&str; 2]| {
            let (first, rest) = text.split_once(' ')?;
            articles.contains(&first.to_lowercase().as_str()).then(|| rest.trim().to_owned())
        };
        let sv = bare(&one.sv, ["en", "ett"]);
        // A study in English has its only text where Swedish stands.
        let alone = || bare(&one.sv, ["a", "an"]).filter(|_| one.en.is_none());
        let en = one.en.as_deref().map(|en| bare(en, ["a", "an"]));
        let gender = gender(&one.sv);
        let bare = Text { sv: sv.or_else(alone)?, en: en.map_or(Some(None), |en| en.map(Some))? };
        Some(Self { bare: (&bare).into(), one: (&one).into(), several: (&several).into(), gender })
    }

    /// Whether one or several are called so, in small letters.
    pub fn are_called(&self, word: &str) -> bool {
        let called = |arg: &Arg| match arg {
            Arg::Title(Text { sv, en }) => std::iter::once(sv).chain(en).any(|text| text.to_lowercase() == word),
            _ => false,
        };
        called(&self.bare) || called(&self.several)
    }

    /// Nouns that stand in the message files.
    fn of(message: Message) -> Self {
        let gender = message.part(Language::Swedish, "one").map_or("en", |one| gender(&one));
        Self {
            one: Arg::Part(Box::new(message.clone()), "one"),
            several: Arg::Part(Box::new(message.clone()), "several"),
            bare: message.into(),
            gender,
        }
    }
}

/// The Swedish article with which a noun begins; `en` where it begins with none.
fn gender(one: &str) -> &'static str {
    match one.split_once(' ') {
        Some((article, _)) if article.to_lowercase() == "ett" => "ett",
        _ => "en",
    }
}

/// What a study declares of a register.
pub struct Declaration {
    /// Its id.
    pub id: String,
    /// What its recipients are called; recipients where nothing is said.
    pub nouns: Option<Nouns>,
    /// What an answer is called, where it is not the recipient who answers.
    pub answers: Option<Nouns>,
    /// The names of its numbers.
    pub numbers: Vec<String>,
    /// The register of those that its recipients belong to.
    pub part_of: Option<Level>,
    /// All registers of the study, as soon as they are known.
    pub beside: Beside,
}

/// The registers of a study, which know of each other.
pub type Beside = Arc<OnceLock<Vec<Level>>>;

impl Level {
    /// A register that a study declares. It stays as long as the process runs, as do those that are built in; there are as
    /// many as the studies that were read declare.
    pub fn declare(declaration: Declaration) -> Self {
        let Declaration { id, nouns, answers, numbers, part_of, beside } = declaration;
        Self(Box::leak(Box::new(Register {
            at: super::built_in::COUNT,
            id,
            nouns: nouns.unwrap_or_else(|| Nouns::of(msg!("noun-recipient"))),
            answers,
            numbers,
            part_of,
            beside,
            spelling: Spelling::Plain,
            content: OnceLock::new(),
        })))
    }

    /// Sweden's 21 regions.
    pub fn region() -> Self {
        Self::built_in()[0]
    }

    /// The same 21 territories as counties, where region and municipalities answer together.
    pub fn county() -> Self {
        Self::built_in()[1]
    }

    /// Sweden's 290 municipalities.
    pub fn municipality() -> Self {
        Self::built_in()[2]
    }

    /// The registers that are built in.
    pub fn built_in() -> [Self; super::built_in::COUNT] {
        static LEVELS: LazyLock<[Level; super::built_in::COUNT]> = LazyLock::new(|| {
            let people = || vec![super::POPULATION.to_owned()];
            let new = |at, id: &str, nouns, answers: Option<Message>, part_of| {
                let register = Register {
                    at,
                    id: id.to_owned(),
                    nouns: Nouns::of(nouns),
                    answers: answers.map(Nouns::of),
                    numbers: people(),
                    part_of,
                    beside: Beside::default(),
                    spelling: Spelling::Official,
                    content: OnceLock::new(),
                };
                Level(Box::leak(Box::new(register)))
            };
            let region = new(0, "region", msg!("noun-region"), None, None);
            let county = new(1, "county", msg!("noun-county"), Some(msg!("noun-joint-answer")), None);
            [region, county, new(2, "municipality", msg!("noun-municipality"), None, Some(county))]
        });
        *LEVELS
    }

    /// Its id: the word of files.
    pub fn word(self) -> &'static str {
        &self.0.id
    }

    /// What its recipients are called.
    pub fn nouns(self) -> &'static Nouns {
        &self.0.nouns
    }

    /// What an answer of a recipient is called, where it is not the recipient who answers.
    pub fn answers(self) -> Option<&'static Nouns> {
        self.0.answers.as_ref()
    }

    /// The names of the numbers that it gives of every recipient.
    pub fn numbers(self) -> &'static [String] {
        &self.0.numbers
    }

    /// The register of those that its recipients belong to.
    pub fn part_of(self) -> Option<Self> {
        self.0.part_of
    }

    /// The other registers in which a name may stand.
    pub(super) fn others(self) -> impl Iterator<Item = Self> {
        let declared = self.0.beside.get().map_or(&[][..], Vec::as_slice);
        let known = Self::built_in().into_iter().chain(declared.iter().copied().filter(|one| !one.is_built_in()));
        known.filter(move |other| *other != self)
    }

    /// Whether it came with the program.
    pub fn is_built_in(self) -> bool {
        self.0.at < super::built_in::COUNT
    }

    pub(super) fn spelling(self) -> Spelling {
        self.0.spelling
    }

    /// Whether it is known who stands in it.
    pub fn is_filled(self) -> bool {
        self.is_built_in() || self.0.content.get().is_some()
    }

    /// Whether a text is one recipient's name and another's code.
    pub fn has_shared_texts(self) -> bool {
        self.content().has_shared_texts
    }

    /// Says who stands in a register that a study declares, once its file has been read; the first that is said holds.
    pub fn fill(self, rows: Vec<Row>) {
        if self.0.content.get().is_none() {
            // Not while others wait for it: see `Content::of_built_in`.
            let content = Content::of_file(self, rows);
            self.0.content.get_or_init(|| content);
        }
    }

    /// Who stands in it; nobody in one that has not been read.
    pub(super) fn content(self) -> &'static Content {
        static NOBODY: LazyLock<Content> = LazyLock::new(Content::default);
        if self.is_built_in() {
            return self.0.content.get_or_init(|| Content::of_built_in(self, super::built_in::rows(self.0.at)));
        }
        self.0.content.get().unwrap_or(&NOBODY)
    }

    fn rank(self) -> (usize, &'static str) {
        (self.0.at, self.word())
    }
}

impl PartialEq for Level {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0) || self.rank() == other.rank()
    }
}

impl Eq for Level {}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Level {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl std::hash::Hash for Level {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.rank().hash(state);
    }
}

impl fmt::Debug for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Level({})", self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_declared_with_their_articles() {
        let text = |sv: &str, en: Option<&str>| Text { sv: sv.to_owned(), en: en.map(str::to_owned) };
        let declared = |sv: &str, en: Option<&str>| Nouns::declared(text(sv, en), text("flera", None));
        let bare = |nouns: Option<Nouns>| nouns.map(|nouns| (nouns.bare, nouns.gender));
        let both = text("förening", Some("association"));
        assert_eq!(bare(declared("en förening", Some("an association"))), Some(((&both).into(), "en")));
        assert_eq!(bare(declared("ett bibliotek", None)), Some(((&text("bibliotek", None)).into(), "ett")));
        // A study in English alone.
        assert_eq!(bare(declared("a school", None)), Some(((&text("school", None)).into(), "en")));
        for (sv, en) in [("förening", None), ("en förening", Some("association")), ("a school", Some("a school"))] {
            assert!(declared(sv, en).is_none(), "{sv}");
        }
    }
}
