//! Code systems: codes, their labels and definitions, and which domain uses which system.
//!
//! A codebook is a JSON file (`codebook/*.json`, described by `codebook/codebook.schema.json`). A code is a main code or
//! a subcode of one; coding with a subcode implies its main code.

mod check;
mod check_rules;
pub mod diff;
mod domain;
pub mod exchange;
mod extend;
mod glob;
mod layout;
mod malformed;
pub mod odd;
pub mod pattern;
mod rules;
pub mod sheets;
mod source;
pub(crate) mod states;
pub(crate) mod words;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub(crate) use check::MOST_DOMAINS;
pub use domain::{ALL_TEXTS, Domain, DomainUse, UnitKind};
pub(crate) use malformed::json_says;
pub use rules::{
    Alternatives, Choose, CodingSettings, DomainCoding, Evidence, Guard, Near, Negation, NestedScope, Rule, Scope,
    WeightedPattern,
};
pub(crate) use states::STATES;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::wording::Text;

/// The format of `study.toml`, `report.toml` and codebooks. A file that says none has the first.
pub const FORMAT: u32 = 1;
/// The message for a file in a format that a later version of the program introduced.
pub(crate) fn newer_format(place: Place, format: impl std::fmt::Display) -> Diagnostic {
    let [format, known] = [format.to_string(), FORMAT.to_string()];
    Diagnostic::error(place, msg!("format-newer", format, known))
}

/// A codebook file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// Where editors find the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of the file, [`FORMAT`]; none says the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<u32>,
    /// Short name.
    pub id: String,
    /// Version; a coding says which it was made with.
    pub version: String,
    /// Title.
    pub title: Text,
    /// How rules are applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coding: Option<CodingSettings>,
    /// The domains and the system that each uses.
    #[serde(deserialize_with = "domain::read")]
    pub domains: Vec<DomainUse>,
    /// The code systems.
    pub systems: Vec<System>,
}

/// A code system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// Short name.
    pub id: String,
    /// Name.
    pub label: Text,
    /// Its codes; a main code before its subcodes, in the order of tables.
    pub codes: Vec<Code>,
}

/// A code: a main code, or a subcode of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Its id, as `G1.6`.
    pub id: String,
    /// The main code's id, for a subcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its name, exactly as published.
    pub label: Text,
    /// What it means and what it does not.
    pub definition: Text,
    /// What in a text speaks for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

impl Code {
    /// The main code it counts for: its parent, or itself.
    pub fn main(&self) -> &str {
        self.parent.as_deref().unwrap_or(&self.id)
    }
}

/// Refuses a file in a format that a later version of the program introduced, of which nothing else can be said.
fn check_format(text: &str, name: &str) -> Result<(), Diagnostic> {
    #[derive(Deserialize)]
    struct Says {
        #[serde(default)]
        format: Option<u32>,
    }
    let says = serde_json::from_str::<Says>(text).ok().and_then(|says| says.format);
    says.filter(|format| *format > FORMAT).map_or(Ok(()), |format| Err(newer_format(Place::file(name), format)))
}

impl Codebook {
    /// Reads and checks a codebook; `name` is how messages call the file.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn load(path: &Path, name: &str) -> Result<Self, Diagnostics> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Diagnostic::error(Place::file(name), msg!("codebook-unreadable", reason = &error)))?;
        Self::parse(&text, name)
    }

    /// Reads and checks a codebook's text.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn parse(text: &str, name: &str) -> Result<Self, Diagnostics> {
        let text = text.trim_start_matches('\u{feff}');
        check_format(text, name)?;
        let book: Self = serde_json::from_str(text).map_err(|error| {
            let message = msg!("codebook-malformed", reason = json_says(&error));
            Diagnostic::error(Place::line(name, error.line()), message)
        })?;
        let messages = check::check(&book, &source::FileText { text, name });
        if messages.has_errors() { Err(messages) } else { Ok(book) }
    }

    /// The text of the file, in the one way of writing codebooks.
    ///
    /// # Errors
    /// Those of serde_json, which a codebook never meets.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_value(self).map(|value| layout::laid_out(&value))
    }

    /// The domains, in the order of the codebook.
    pub fn domains(&self) -> impl ExactSizeIterator<Item = Domain> + Clone {
        self.domains.iter().map(|used| used.id)
    }

    /// The domains whose codes a kind of unit is given, in the order of the codebook.
    pub fn domains_of(&self, unit: UnitKind) -> impl Iterator<Item = Domain> + Clone {
        self.domains().filter(move |domain| domain.unit() == unit)
    }

    /// The domain that files name so.
    pub fn domain(&self, word: &str) -> Option<Domain> {
        self.domains().find(|domain| domain.word() == word)
    }

    /// The system that a domain uses.
    pub fn system(&self, domain: Domain) -> Option<&System> {
        let used = self.domains.iter().find(|d| d.id == domain)?;
        self.systems.iter().find(|s| s.id == used.system)
    }

    /// The codes of a domain, in the order of tables; none where the codebook does not use the domain.
    pub fn codes(&self, domain: Domain) -> &[Code] {
        self.system(domain).map_or(&[], |system| &system.codes)
    }

    /// A code of a domain.
    pub fn code(&self, domain: Domain, id: &str) -> Option<&Code> {
        self.codes(domain).iter().find(|code| code.id == id)
    }

    /// The system that has a code of this id, whatever the domain.
    pub fn system_of(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|system| system.codes.iter().any(|code| code.id == id))
    }
}
