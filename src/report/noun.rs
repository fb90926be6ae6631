//! What figures count, in the forms that follow a number.

use crate::msg;
use crate::register::{Level, Nouns};
use crate::wording::{Language, Message};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Interventions.
    Intervention,
    /// Those who stand in a register, as regions.
    Recipient(Level),
    /// Answers.
    Answer,
}

impl Noun {
    /// A count with its noun, which do not part at the end of a line: `1 insats`, `1 604 insatser`.
    pub fn counted(self, count: usize, language: Language) -> String {
        self.message(count, language).text(language)
    }

    /// What an axis counts, as `Antal regioner` or `Andel regioner (procent)`.
    pub fn axis(self, shares: bool, language: Language) -> String {
        let part = if shares { "share" } else { "number" };
        self.message(0, language).part(language, part).unwrap_or_default()
    }

    fn message(self, count: usize, language: Language) -> Message {
        let number = language.count(count);
        match self {
            Self::Intervention => msg!("counted-interventions", count, number),
            Self::Recipient(level) => {
                let Nouns { bare, several, .. } = level.nouns().clone();
                msg!("counted-recipients", count, number, one = bare, several)
            }
            Self::Answer => msg!("counted-answers", count, number),
        }
    }
}

/// So many interventions.
pub fn interventions(count: usize, language: Language) -> String {
    Noun::Intervention.counted(count, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_number() {
        let (sv, en) = (Language::Swedish, Language::English);
        assert_eq!(interventions(1, sv), "1\u{a0}insats");
        assert_eq!(interventions(1_604, sv), "1\u{a0}604\u{a0}insatser");
        assert_eq!(Noun::Recipient(Level::county()).counted(0, en), "0\u{a0}counties");
    }

    #[test]
    fn axes_say_what_they_count() {
        assert_eq!(Noun::Recipient(Level::region()).axis(false, Language::Swedish), "Antal regioner");
        assert_eq!(Noun::Answer.axis(true, Language::English), "Share of answers (percent)");
    }
}
