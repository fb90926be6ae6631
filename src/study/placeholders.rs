//! Texts that count as blank.

use std::collections::BTreeSet;

use crate::spelling::plain;

/// The placeholders of a study: what respondents write where they have nothing to say. Compared without regard to case, kinds
/// of space and signs around the text: `Nothing.` is `nothing`.
#[derive(Clone, Debug, Default)]
pub struct Placeholders {
    /// As they are declared, and without the signs around them.
    texts: BTreeSet<String>,
    /// How many letters and digits the longest has.
    longest: usize,
}

impl<T: AsRef<str>> FromIterator<T> for Placeholders {
    fn from_iter<I: IntoIterator<Item = T>>(declared: I) -> Self {
        let mut placeholders = Self::default();
        for text in declared {
            let text = compared(text.as_ref());
            placeholders.longest = placeholders.longest.max(text.chars().filter(|c| c.is_alphanumeric()).count());
            let bare = bare(&text);
            placeholders.texts.extend((!bare.is_empty()).then(|| bare.to_owned()));
            placeholders.texts.insert(text);
        }
        placeholders
    }
}

impl Placeholders {
    /// All, as they are compared.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }

    /// Whether a text is one of them.
    pub fn has(&self, text: &str) -> bool {
        // Most texts are too long, also if letters and their marks were one character each.
        let most = 2 * self.longest;
        if text.chars().filter(|c| c.is_alphanumeric()).take(most + 1).count() > most {
            return false;
        }
        let text = compared(text);
        self.texts.contains(&text) || self.texts.contains(bare(&text))
    }

    /// Whether a cell of an amount is one of them: a nought is an amount, whatever it is in a text.
    pub fn has_amount(&self, text: &str) -> bool {
        bare(text.trim()).parse::<f64>().is_err() && self.has(text)
    }
}

/// A text as placeholders are compared.
fn compared(text: &str) -> String {
    plain(&text.to_lowercase())
}

/// A text without the signs of sentences around it; what belongs to an amount stays.
fn bare(text: &str) -> &str {
    const SIGNS: &str = ".,;:!?…\"'”“„’‘«»()[]{}-–—−_*/•";
    text.trim_matches(|c: char| c.is_whitespace() || SIGNS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_one_whatever_signs_stand_around_it() {
        let declared: Placeholders = ["Nothing", "n/a", "-", "se bilaga.", "0"].into_iter().collect();
        for text in
            ["nothing", " Nothing. ", "(nothing)", "NOTHING!", "– nothing –", "n/a.", "N/A", "-", "Se  bilaga", "0."]
        {
            assert!(declared.has(text), "{text}");
        }
        for text in ["nothing much", "nothings", "?", "--", "", "a", "bilaga", "0 %", "10"] {
            assert!(!declared.has(text), "{text}");
        }
    }

    #[test]
    fn a_nought_is_an_amount() {
        let declared: Placeholders = ["0", "-", "inget"].into_iter().collect();
        assert!(declared.has_amount("-") && declared.has_amount("Inget."));
        assert!(["0", "0,-", "-0", "0:-", "0 kr", "100"].into_iter().all(|text| !declared.has_amount(text)));
    }
}
