//! What is given codes: an intervention, or whoever answered an open question. Coding sheets, rules, models and agreement know
//! nothing else of either.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::codebook::UnitKind;
use crate::diagnostic::Place;
use crate::money::Amount;
use crate::register::Recipient;
use crate::study::TextName;

/// What is given codes, for its texts.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Whether it is an intervention, or who answered open questions.
    pub kind: UnitKind,
    /// Of an intervention `<respondent id>-<number>`, or the id of a long sheet; of who answered `<area>:<respondent id>`, or
    /// `<account>:<recipient's code>`.
    pub id: Arc<str>,
    /// The area; of a recipient's row the account.
    pub area: Arc<str>,
    /// The respondent's id; of a recipient's row the recipient's code.
    pub respondent: Arc<str>,
    /// The recipient.
    pub recipient: Recipient,
    /// Title and texts as written, without surrounding space; blank ones are missing.
    pub texts: Texts,
    /// Used funds as reported, after corrections; only interventions have any.
    pub funds: Option<Amount>,
    /// The cell of the reported funds; of who answered the cell with the id or name.
    pub place: Place,
}

impl Unit {
    /// A text; empty where there is none.
    pub fn text(&self, name: TextName) -> &str {
        self.texts.get(name).unwrap_or_default()
    }

    /// What it is called in lists; empty where there is nothing.
    pub fn title(&self) -> &str {
        let title = self.texts.names().iter().find(|name| name.is_title());
        title.map_or("", |title| self.text(*title))
    }
}

/// The texts of a unit, one after the other in the order of the study. There may be a million interventions, so
/// they are kept together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    names: Arc<[TextName]>,
    all: Box<str>,
    /// By name: where its text ends in `all`; it begins where the one before ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// Keeps texts of these names; what has none, or a blank one, is missing.
    pub(crate) fn new(names: &Arc<[TextName]>, texts: &BTreeMap<TextName, String>) -> Self {
        let mut all = String::new();
        let end = |name: &TextName| {
            all += texts.get(name).map_or("", |text| text);
            all.len() as u32
        };
        Self { ends: names.iter().map(end).collect(), all: all.into_boxed_str(), names: Arc::clone(names) }
    }

    /// The names of all, also of those that are blank.
    pub fn names(&self) -> &Arc<[TextName]> {
        &self.names
    }

    /// Every text that is not blank, with its name.
    pub fn iter(&self) -> impl Iterator<Item = (TextName, &str)> {
        self.names.iter().filter_map(|name| Some((*name, self.get(*name)?)))
    }

    /// Whether all are blank.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// A text; `None` where it is blank.
    pub fn get(&self, name: TextName) -> Option<&str> {
        self.at(name.at()).filter(|_| self.names.get(name.at()) == Some(&name))
    }

    /// The text at a place among the study's; `None` where it is blank.
    pub(crate) fn at(&self, at: usize) -> Option<&str> {
        let from = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.all.get(from as usize..*self.ends.get(at)? as usize).filter(|text| !text.is_empty())
    }
}
