//! Captions and headings that say what last year's report called an item get what this year's calls it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::years::{names, year};
use super::{Exchange, Rolling};
use crate::diagnostic::Diagnostic;
use crate::manuscript::caption::{behind_number, is_caption};
use crate::manuscript::control::{Named, controls};
use crate::manuscript::letters::{Letter, State, letters};
use crate::manuscript::package::Package;
use crate::manuscript::parts::{Kind, Part};
use crate::manuscript::prose::own_heading;
use crate::manuscript::space::Space;
use crate::manuscript::style::{Role, Styles};
use crate::manuscript::text::Source;
use crate::manuscript::words::same;
use crate::manuscript::xml::{Id, Tree};
use crate::msg;
use crate::wording::Message;

/// What an item was called in last year's report, and what it is called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Its id then.
    pub id: String,
    /// Its title then.
    pub then: String,
    /// The id and the title of the item that shows the same now; `None` where no item does.
    pub now: Option<(String, String)>,
}

/// A caption or heading that has changed, or has to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retitled {
    /// What it said.
    pub old: String,
    /// What was put there.
    pub new: Option<String>,
    /// What a comment says.
    pub comment: Option<Message>,
}

/// The captions and headings of a document.
#[derive(Default)]
pub(super) struct Captions {
    /// Those that change or are commented, each with what comes in the place of its letters.
    pub(super) found: Vec<(Source, Option<Exchange>, Retitled)>,
    /// Captions that fit no item and name last year.
    open: Vec<(Source, String)>,
    /// Headings that fit no item and name last year.
    pub(super) headings: Vec<(Source, String)>,
    /// The paragraphs that this program fills by the controls around them.
    filled: BTreeSet<Source>,
}

/// Reads the captions and headings of a document.
///
/// # Errors
/// Styles that cannot be read.
pub(super) fn read(package: &mut Package, parts: &[Part], rolling: &Rolling<'_>) -> Result<Captions, Diagnostic> {
    let main = package.main().to_owned();
    let styles = match package.related(&main, "styles")?.filter(|name| package.has(name)) {
        Some(name) => Styles::read(&package.tree(&name)?),
        None => Styles::default(),
    };
    let mut captions = Captions::default();
    for (at, part) in parts.iter().enumerate() {
        let tree = &part.tree;
        let filled = filled(tree);
        let is_copy =
            |id: Id| tree.above(id).any(|above| tree.name_in(Space::Compatibility, above) == Some("Fallback"));
        for id in (0..tree.len()).filter(|id| tree.word(*id) == "p" && !is_copy(*id)) {
            let source = Source { part: at, paragraph: id };
            if filled.iter().any(|inside| inside.contains(&id)) {
                captions.filled.insert(source);
                continue;
            }
            let role = styles.role(tree, id);
            let is_heading = matches!(role, Role::Heading(_)) && part.kind == Kind::Main;
            if role == Role::Caption || is_caption(tree, id) || is_heading {
                captions.one(source, &letters(tree, id), is_heading, rolling);
            }
        }
    }
    Ok(captions)
}

/// What stands in controls that are filled by this year's report.
fn filled(tree: &Tree) -> Vec<Range<Id>> {
    let is_of_item = |named: &Named| !matches!(named, Named::Claim(_) | Named::Number(..));
    let found = controls(tree).into_iter().filter(|control| control.named.as_ref().is_some_and(is_of_item));
    found.map(|control| tree.inside(control.sdt)).collect()
}

impl Captions {
    /// Decides for a caption or a heading.
    fn one(&mut self, source: Source, all: &[Letter], is_heading: bool, rolling: &Rolling<'_>) {
        let Some((at, title)) = title(all, is_heading) else { return };
        let fitting = rolling.titles.iter().filter(|own| alike(&own.then, &title));
        let now: BTreeSet<Option<&String>> = fitting.map(|own| own.now.as_ref().map(|(_, title)| title)).collect();
        let mut found = |new: Option<String>, comment| {
            let exchange = new.clone().map(|new| (at.clone(), new));
            self.found.push((source, exchange, Retitled { old: title.clone(), new, comment }));
        };
        match now.into_iter().collect::<Vec<_>>().as_slice() {
            [Some(new)] if same(new, &title) => {}
            [Some(new)] => found(Some((*new).clone()), None),
            [None] if !is_heading => found(None, Some(msg!("roll-comment-no-item", year = year(rolling.now)))),
            _ if !names(&title, rolling.then) => {}
            _ if is_heading => self.headings.push((source, title)),
            _ => self.open.push((source, title)),
        }
    }

    /// The paragraphs about which nothing else is to be decided: their titles change, or controls fill them.
    pub(super) fn of_items(&self) -> BTreeSet<Source> {
        let changing = self.found.iter().filter(|(_, exchange, _)| exchange.is_some()).map(|(source, ..)| *source);
        changing.chain(self.filled.iter().copied()).collect()
    }

    /// Comments captions that still name last year, but for those whose sentences carry a claim, by which their year was advanced.
    pub(super) fn settle(&mut self, carrying: &BTreeSet<Source>, rolling: &Rolling<'_>) {
        self.headings.retain(|(source, _)| !carrying.contains(source));
        let open = std::mem::take(&mut self.open).into_iter().filter(|(source, _)| !carrying.contains(source));
        let told = open.map(|(source, old)| {
            let comment = msg!("roll-comment-caption-year", then = year(rolling.then), now = year(rolling.now));
            (source, None, Retitled { old, new: None, comment: Some(comment) })
        });
        self.found.extend(told);
    }
}

/// The letters of a title, behind its number and without the stop at its end, and its text.
fn title(all: &[Letter], is_heading: bool) -> Option<Exchange> {
    let from = if is_heading { 0 } else { behind_number(all) };
    let is_shown = |at: &usize| matches!(all[*at].state, State::Plain | State::Inserted | State::OwnInserted);
    let shown: Vec<usize> = (from..all.len()).filter(is_shown).collect();
    let text: String = shown.iter().map(|at| all[*at].c).collect();
    let number = if is_heading { own_heading(&text) } else { 0 };
    let bare = text.get(number..)?.trim_start();
    let first = text.get(..text.len() - bare.len())?.chars().count();
    let bare = bare.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let last = first + bare.chars().count().checked_sub(1)?;
    Some((*shown.get(first)?..*shown.get(last)? + 1, bare.to_owned()))
}

/// Whether two titles have the same words, whatever their numbers and years.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let mut made = String::new();
        for c in text.trim_end_matches(['.', ' ']).to_lowercase().chars() {
            match c {
                c if c.is_ascii_digit() => {
                    if !made.ends_with('#') {
                        made.push('#');
                    }
                }
                c => made.push(c),
            }
        }
        made
    };
    same(&words(one), &words(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_alike_but_for_numbers() {
        assert!(alike("Insatser 2023 (n = 118)", "Insatser 2024 (n = 1)."));
        assert!(!alike("Insatser 2023", "Medel 2023"));
    }
}
