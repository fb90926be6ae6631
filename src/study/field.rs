//! The fields of an intervention: its texts, which a study may declare, and the used funds; and the texts of open questions.

use std::fmt;
use std::sync::Arc;

use super::decode::Section;
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, is_name, shown};
use crate::interned::{Interned, Known};
use crate::money::Currency;
use crate::msg;
use crate::wording::{Language, Say, Text};

/// A field of an intervention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// One of its texts.
    Text(TextName),
    /// Used funds.
    Funds,
}

/// A text of an intervention, or an open question, by its place among those of the study.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextName(Interned<Entry>);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Entry {
    unit: UnitKind,
    at: u8,
    id: String,
    /// What readers call it.
    label: Text,
    /// How it is said that it is missing, and that it is a placeholder.
    missing: Text,
    placeholder: Text,
}

/// The text that names an intervention in lists; every study has it.
const TITLE: &str = "title";

/// The key of the used funds.
const FUNDS: &str = "funds";

/// The texts of a study that declares none, in their order: label, and how it is said that they are missing or placeholders.
const DEFAULT: [(&str, [Say; 3]); 5] = [
    (TITLE, [|| msg!("report-title"), || msg!("title-missing"), || msg!("title-is-placeholder")]),
    ("activity", [|| msg!("report-activity"), || msg!("activity-missing"), || msg!("activity-is-placeholder")]),
    ("output", [|| msg!("report-output"), || msg!("output-missing"), || msg!("output-is-placeholder")]),
    ("goal", [|| msg!("report-goal"), || msg!("goal-missing"), || msg!("goal-is-placeholder")]),
    ("effect", [|| msg!("report-effect"), || msg!("effect-missing"), || msg!("effect-is-placeholder")]),
];

/// Names that no text may have: the other keys of `[survey.intervention]`, and the other columns of `interventions.csv`.
pub(crate) const RESERVED: [&str; 23] = [
    FUNDS,
    "area",
    "decimal",
    "delimiter",
    "encoding",
    "escape",
    "exclusion_reason",
    "file",
    "header",
    "header_rows",
    "id",
    "included",
    "intervention_id",
    "only",
    "quote",
    "recipient",
    "recipient_code",
    "respondent",
    "respondent_id",
    "rows",
    "sheet",
    "skip",
    "unit",
];

/// Whether a key of `[survey.intervention]` names a column: that of a text, of the funds, of an id.
pub fn names_column(key: &str) -> bool {
    [FUNDS, "id", "respondent"].contains(&key) || !RESERVED.contains(&key)
}

/// Whether a name is that of a column of funds, as `reported_kr`.
fn is_amount(name: &str) -> bool {
    let funds = name.strip_prefix("reported_").or_else(|| name.strip_prefix("weighted_"));
    funds.is_some_and(|suffix| Currency::WORDS.iter().any(|(_, currency)| currency.suffix() == suffix))
}

/// So many texts an intervention may have.
const MOST: usize = 60;

impl TextName {
    fn new(entry: Entry) -> Self {
        static KNOWN: Known<Entry> = Known::new(std::collections::BTreeSet::new());
        Self(Interned::new(&KNOWN, entry))
    }

    /// The name of files.
    pub fn word(self) -> &'static str {
        &self.0.get().id
    }

    /// What readers call it.
    pub fn label(self, language: Language) -> &'static str {
        self.0.get().label.get(language)
    }

    /// What readers call it, in every language.
    pub(crate) fn label_text(self) -> &'static Text {
        &self.0.get().label
    }

    /// How it is said that it is missing.
    pub(crate) fn missing(self) -> &'static Text {
        &self.0.get().missing
    }

    /// How it is said that a placeholder stands there.
    pub(crate) fn placeholder(self) -> &'static Text {
        &self.0.get().placeholder
    }

    /// Whose text it is.
    pub fn unit(self) -> UnitKind {
        self.0.get().unit
    }

    /// Its place among the texts, from 0.
    pub fn at(self) -> usize {
        self.0.at.into()
    }

    /// Whether it names the intervention in lists.
    pub fn is_title(self) -> bool {
        self.word() == TITLE
    }
}

impl fmt::Debug for TextName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.word())
    }
}

impl Field {
    /// The name of files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text(name) => name.word(),
            Self::Funds => FUNDS,
        }
    }

    /// The text, if it is one.
    pub fn text(self) -> Option<TextName> {
        match self {
            Self::Text(name) => Some(name),
            Self::Funds => None,
        }
    }
}

/// The texts of a study, in their order; the title comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextNames(Arc<[TextName]>);

impl Default for TextNames {
    fn default() -> Self {
        let name = |(at, (id, words)): (u8, (&str, [Say; 3]))| {
            let [label, missing, placeholder] = words.map(Text::worded);
            TextName::new(Entry { unit: UnitKind::Intervention, at, id: id.to_owned(), label, missing, placeholder })
        };
        Self((0..).zip(DEFAULT).map(name).collect())
    }
}

impl TextNames {
    /// Open questions, by their names, each once.
    pub(super) fn of_questions<'q>(unit: UnitKind, questions: impl Iterator<Item = (&'q str, &'q Text)>) -> Self {
        let mut names: Vec<TextName> = Vec::new();
        for (id, label) in questions {
            if names.iter().all(|known| known.word() != id) {
                let at = u8::try_from(names.len()).unwrap_or(u8::MAX);
                let (missing, placeholder) = (Text::default(), Text::default());
                let entry = Entry { unit, at, id: id.to_owned(), label: label.clone(), missing, placeholder };
                names.push(TextName::new(entry));
            }
        }
        Self(names.into())
    }

    /// All, the title first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = TextName> + Clone {
        self.0.iter().copied()
    }

    /// All, to be kept beside each intervention.
    pub(crate) fn shared(&self) -> &Arc<[TextName]> {
        &self.0
    }

    /// All fields: the texts, then the used funds.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.iter().map(Field::Text).chain([Field::Funds])
    }

    /// The field that files name so.
    pub fn field(&self, word: &str) -> Option<Field> {
        self.fields().find(|field| field.word() == word)
    }

    /// Reads `[text]`; the default where it is not there.
    pub(super) fn decode(top: &Section<'_>) -> Self {
        let declared = top.named_sections("text", |id, section| {
            let label = super::text(section, "label");
            if !is_name(id) || RESERVED.contains(&id) || is_amount(id) {
                section.report(Diagnostic::error(section.place(), msg!("text-name-unfit", name = shown(id))));
            }
            section.require("label", msg!("key-text-label"));
            Some((id.to_owned(), label?, section.place()))
        });
        if declared.is_empty() {
            return Self::default();
        }
        let beyond = declared.get(MOST - 1).map(|(.., place)| place.clone());
        if let Some(place) = beyond {
            top.report(Diagnostic::error(place, msg!("texts-too-many", most = MOST - 1)));
        }
        Self::declared(declared.into_iter().map(|(id, label, _)| (id, label)))
    }

    /// Texts by their names and labels, as many as an intervention may have; the title comes first, and is there in any case.
    pub(crate) fn declared(texts: impl Iterator<Item = (String, Text)>) -> Self {
        let mut texts: Vec<(String, Text)> = texts.collect();
        texts.sort_by_key(|(id, _)| id != TITLE);
        let mut names: Vec<TextName> = Vec::with_capacity(texts.len() + 1);
        if !texts.iter().any(|(id, _)| id == TITLE) {
            names.extend(Self::default().0.first());
        }
        for (id, label) in texts.into_iter().take(MOST - 1) {
            let at = names.len() as u8;
            let said = |say: fn(&Text) -> crate::wording::Message| Text::worded(|| say(&label));
            let missing = said(|text| msg!("text-missing", text));
            let placeholder = said(|text| msg!("text-is-placeholder", text));
            names.push(TextName::new(Entry { unit: UnitKind::Intervention, at, id, label, missing, placeholder }));
        }
        Self(names.into())
    }
}
