//! What a study says where controls ask, and what was done with them.

use super::control::Named;
use super::item::Shown;
use crate::day::Day;
use crate::msg;
use crate::render::docx::Setting;
use crate::wording::{Language, Message};

/// What a study says where a control asks.
pub trait Says {
    /// The text that a control is to show; `None` where the study knows nothing of the name, or it names an item.
    fn text(&self, named: &Named) -> Option<Text>;

    /// An item in the looks of a document; `None` where the report has none of the id.
    fn item(&self, id: &str, setting: &Setting) -> Option<Shown>;

    /// A name that it knows and that is spelled nearly so.
    fn nearest(&self, named: &Named) -> Option<String>;
}

/// A text for a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// The digits alone, of a number with a unit.
    pub digits: Option<String>,
    /// What an editor should know of it, as that its claim is open.
    pub doubt: Option<Message>,
}

impl Text {
    /// A text of which nothing is in doubt.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), digits: None, doubt: None }
    }
}

/// How a manuscript is filled.
#[derive(Clone, Copy, Debug)]
pub struct Filling {
    /// Whether it is written plainly, and not as tracked changes.
    pub plainly: bool,
    /// Whether controls that name claims and numbers are left alone.
    pub items_only: bool,
    /// The day that the study's data are of; revisions and comments bear it.
    pub day: Option<Day>,
    /// The language of comments.
    pub language: Language,
    /// The year of the study.
    pub year: i64,
}

/// What was done with a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It said so already.
    Same,
    /// It is proposed already, and nobody has decided.
    Pending,
    /// Nothing stood there before.
    Written,
    /// Another text was proposed, or written.
    Changed {
        /// What stood there.
        old: String,
        /// What is to stand there.
        new: String,
    },
    /// Another picture, or other cells of a table, were proposed or written: how many cells, where it is a table.
    Exchanged(Option<usize>),
    /// A proposal was taken back: what stood before it is true again.
    TakenBack,
    /// An editor has rejected it before; it was not proposed again. What the study says.
    Rejected(String),
    /// An editor has changed what stood there. What the study says; nothing for an item.
    Edited(String),
    /// What would have to change is the result of a field, ends a paragraph, or has no place here. What the study says.
    Fixed(String),
    /// An editor has deleted it, in tracked changes that nobody has accepted yet.
    Deleted,
    /// Word fills it from a part of data.
    Bound,
    /// The study knows nothing of the name; one that is spelled nearly so.
    Unknown(Option<String>),
    /// The claim's sentence has no number so far on. The sentence, and how many it has.
    NoNumber(String, usize),
}

/// A control and what was done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its tag.
    pub tag: String,
    /// The part that it stands in.
    pub part: String,
    /// What was done.
    pub done: Done,
    /// Whether a comment says so; headers and footers have none.
    pub is_commented: bool,
    /// What an editor should know of what the study says, or of what stands beside it.
    pub doubt: Option<Message>,
}

impl Told {
    /// What a comment says of it; nothing where there is nothing to decide.
    pub(super) fn comment(&self) -> Option<Message> {
        let tag = self.tag.clone();
        let own = match &self.done {
            Done::Edited(value) if value.is_empty() => Some(msg!("fill-comment-edited-item", tag)),
            Done::Edited(value) => Some(msg!("fill-comment-edited", value, tag)),
            Done::Fixed(value) if value.is_empty() => Some(msg!("fill-comment-no-place", tag)),
            Done::Fixed(value) => Some(msg!("fill-comment-fixed", value, tag)),
            Done::Bound => Some(msg!("fill-comment-bound", tag)),
            Done::Unknown(nearest) => {
                let nearest = nearest.clone().unwrap_or_else(|| "none".to_owned());
                Some(msg!("fill-comment-unknown", tag, nearest))
            }
            Done::NoNumber(sentence, count) => {
                Some(msg!("fill-comment-no-number", tag, sentence = sentence.clone(), count = *count))
            }
            _ => None,
        };
        own.or_else(|| self.doubt.clone())
    }
}
