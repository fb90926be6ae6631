//! Domains: what is coded of an intervention, or of the answers to an open question. A codebook declares them; nothing in the
//! program knows one by name.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::interned::{Interned, Known};
use crate::wording::{Language, Text};

/// A domain of a codebook, by its place among the codebook's domains.
///
/// It is as small as a reference and compares by its place, so it is a key of maps and a column of frames. Domains of two
/// codebooks are the same where all that is declared of them is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(Interned<Entry>);

/// What is given codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// An intervention, for its texts.
    #[default]
    Intervention,
    /// A respondent of a survey, for the answer to an open question.
    Respondent,
    /// A recipient with a row in an account, for the answer to an open question.
    Recipient,
}

impl UnitKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Intervention, Self::Respondent, Self::Recipient];

    /// The word of files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Intervention => "intervention",
            Self::Respondent => "respondent",
            Self::Recipient => "recipient",
        }
    }
}

/// What tells one domain from another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Entry {
    at: u8,
    id: String,
    unit: UnitKind,
    optional: bool,
    /// The names of the texts that it is coded from.
    texts: Vec<String>,
    label: Text,
    plural: Text,
}

impl Domain {
    fn new(entry: Entry) -> Self {
        static KNOWN: Known<Entry> = Known::new(BTreeSet::new());
        Self(Interned::new(&KNOWN, entry))
    }

    /// Its id: the word of files.
    pub fn word(self) -> &'static str {
        &self.0.get().id
    }

    /// What it is called, as `Aktivitet`.
    pub fn label(self, language: Language) -> &'static str {
        self.0.get().label.get(language)
    }

    /// What it is called in the plural, as `Aktiviteter`.
    pub fn plural(self, language: Language) -> &'static str {
        self.0.get().plural.get(language)
    }

    /// Its place among the domains of its codebook, from 0.
    pub fn at(self) -> usize {
        self.0.at.into()
    }

    /// What is given its codes.
    pub fn unit(self) -> UnitKind {
        self.0.unit
    }

    /// Whether its codes are those of interventions, not of answers to an open question.
    pub fn is_of_interventions(self) -> bool {
        self.0.unit == UnitKind::Intervention
    }

    /// Whether an intervention may have no code in it, as a theme that few interventions touch.
    pub fn is_optional(self) -> bool {
        self.0.optional
    }

    /// Whether it is coded from a text of its unit, by the text's name.
    pub fn reads(self, text: &str) -> bool {
        self.0.texts.iter().any(|name| name == ALL_TEXTS || name == text)
    }

    /// Whether there may be a text that both domains are coded from.
    pub fn shares_texts(self, other: Self) -> bool {
        if self.unit() != other.unit() {
            return false;
        }
        let shares = |text: &String| text == ALL_TEXTS || other.reads(text);
        other.reads(ALL_TEXTS) || self.0.texts.iter().any(shares)
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Domain({}, {})", self.0.at, self.0.id)
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Domain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A domain as a codebook declares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DomainUse {
    /// The domain.
    pub id: Domain,
    /// Its name, as `Aktivitet`.
    pub label: Text,
    /// Its name in the plural, as `Aktiviteter`.
    pub plural: Text,
    /// The code system whose codes it uses.
    pub system: String,
    /// What is given its codes; an intervention where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitKind>,
    /// The texts of an intervention that it is coded from, by the names that the study declares; `*` is all of them. The
    /// text of the domain's own name where none is given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
    /// Whether an intervention may have no code in it; that it has none is then nothing to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub optional: Option<bool>,
    /// The domain whose attainment it is, as an effect is that of a goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attains: Option<String>,
    /// The domain whose result it is, as an output is that of an activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_of: Option<String>,
}

/// What stands for all texts of an intervention.
pub const ALL_TEXTS: &str = "*";

/// Codebooks of the first format say nothing of texts. There, a domain of this name is coded from all, and optional.
const FIRST_THEME: &str = "theme";

/// A domain as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    label: Text,
    plural: Text,
    system: String,
    unit: Option<UnitKind>,
    #[serde(default)]
    texts: Vec<String>,
    optional: Option<bool>,
    attains: Option<String>,
    result_of: Option<String>,
}

/// Reads the domains of a codebook, each at its place.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<DomainUse>, D::Error> {
    let written = Vec::<Written>::deserialize(deserializer)?;
    let declared = |(at, own): (usize, Written)| {
        let Written { id, label, plural, system, unit, texts, optional, attains, result_of } = own;
        let is_first_theme = id == FIRST_THEME && texts.is_empty() && optional.is_none();
        let own = if is_first_theme { ALL_TEXTS } else { &id };
        let domain = Domain::new(Entry {
            // The check of the codebook says where there are more than it can hold.
            at: u8::try_from(at).unwrap_or(u8::MAX),
            unit: unit.unwrap_or_default(),
            optional: optional.unwrap_or(is_first_theme),
            texts: if texts.is_empty() { vec![own.to_owned()] } else { texts.clone() },
            id,
            label: label.clone(),
            plural: plural.clone(),
        });
        DomainUse { id: domain, label, plural, system, unit, texts, optional, attains, result_of }
    };
    Ok(written.into_iter().enumerate().map(declared).collect())
}
