//! What a code meant when it was given: a fingerprint of what the codebook tells a coder of it.

use serde::{Deserialize, Serialize};

use super::Fingerprint;
use crate::codebook::Code;

/// Fingerprints of a code's label and definition, in Swedish and in English; `None` for a language in which the codebook says
/// nothing. Rules and order are nothing that a coder codes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    #[serde(rename = "sv")]
    pub(super) swedish: Option<Fingerprint>,
    #[serde(rename = "en")]
    pub(super) english: Option<Fingerprint>,
}

impl Definition {
    /// Of a code as the codebook has it.
    pub fn of(code: &Code) -> Self {
        let english = [&code.label, &code.definition].map(|text| text.en.as_deref().unwrap_or_default());
        Self {
            swedish: Fingerprint::of_texts([code.label.sv.as_str(), code.definition.sv.as_str()].into_iter()),
            english: Fingerprint::of_texts(english.into_iter()),
        }
    }

    /// Whether a coder who coded by it would have read the same in the other. A translation that was added since is nothing
    /// that anybody coded by.
    pub fn holds(self, now: Self) -> bool {
        self.swedish == now.swedish && (self.english.is_none() || self.english == now.english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Text;

    fn code(label: [&str; 2], definition: [&str; 2]) -> Code {
        let text = |[sv, en]: [&str; 2]| Text { sv: sv.to_owned(), en: (!en.is_empty()).then(|| en.to_owned()) };
        let (label, definition) = (text(label), text(definition));
        Code { id: "1a".to_owned(), parent: None, label, definition, rules: Vec::new() }
    }

    #[test]
    fn what_a_coder_reads_counts_and_what_nobody_read_does_not() {
        let old = Definition::of(&code(["Kurs", ""], ["En utbildning.", ""]));
        let translated = Definition::of(&code(["Kurs", "Course"], ["En utbildning.", "A training."]));
        assert!(old.holds(translated));
        assert!(!translated.holds(old), "what was read is gone");
        assert!(old.holds(Definition::of(&Code {
            parent: Some("1".to_owned()),
            ..code(["Kurs ", ""], ["En utbildning.", ""])
        })));
        for other in [code(["Kurser", ""], ["En utbildning.", ""]), code(["Kurs", ""], ["En utbildning", ""])] {
            assert!(!old.holds(Definition::of(&other)), "{other:?}");
        }
        let other = Definition::of(&code(["Kurs", "Course"], ["En utbildning.", "A seminar."]));
        assert!(!translated.holds(other));
    }
}
