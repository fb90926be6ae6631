//! From a codebook to the file, and what the file cannot hold of it.

use super::guid::guid;
use super::{ID, Node, ORIGIN, Set, Tree, listed, xml};
use crate::codebook::{Code, Codebook, DomainUse, System};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::wording::Text;

/// Names of more characters than this are cut or refused by some programs.
const LONGEST_NAME: usize = 63;

/// The name of what has neither a label nor an id.
const NAMELESS: &str = "-";

/// A codebook as a file.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub text: String,
    /// What it cannot hold.
    pub notices: Diagnostics,
}

/// Writes a codebook; `name` is what messages call it.
///
/// # Errors
/// A codebook without a code system: a file without codes is not valid.
pub fn write(book: &Codebook, name: &str) -> Result<Written, Diagnostic> {
    if book.systems.is_empty() {
        return Err(Diagnostic::error(Place::file(name), msg!("qdc-nothing-to-write")));
    }
    let mut notices = Diagnostics::new();
    let codes = || book.systems.iter().flat_map(|system| &system.codes);
    let long: Vec<_> = codes().filter(|code| name_of(code).chars().count() > LONGEST_NAME).collect();
    if !long.is_empty() {
        let named = listed(long.iter().map(|code| &code.id));
        let message = msg!("qdc-names-long", codes = long.len(), named, most = LONGEST_NAME);
        notices.push(Diagnostic::warning(Place::file(name), message));
    }
    let lost: Vec<_> = codes().filter(|code| !xml::holds(&code.label.sv) || !xml::holds(&code.definition.sv)).collect();
    if !lost.is_empty() {
        let named = listed(lost.iter().map(|code| &code.id));
        notices.push(Diagnostic::warning(Place::file(name), msg!("qdc-signs-lost", codes = lost.len(), named)));
    }
    let rules: usize = codes().map(|code| code.rules.len()).sum();
    let message = msg!("qdc-not-held", rules, version = shown(&book.version));
    notices.push(Diagnostic::notice(Place::file(name), message));
    Ok(Written { text: xml::text(&tree(book)), notices })
}

/// The tree of a codebook.
pub(super) fn tree(book: &Codebook) -> Tree {
    let systems = book.systems.iter().map(|system| category(book, system));
    let sets = book.domains.iter().filter_map(|used| set(book, used));
    Tree { origin: ORIGIN.to_owned(), codes: systems.collect(), sets: sets.collect() }
}

/// The name of a code: its id and its label.
pub(super) fn name_of(code: &Code) -> String {
    let label = code.label.sv.as_str();
    if label.is_empty() { code.id.clone() } else { format!("{} {label}", code.id) }
}

/// The name of what must have one: its label, or its id, as far as a file can hold them.
pub(super) fn named<'t>(label: &'t Text, id: &'t str) -> &'t str {
    let is_name = |text: &&str| !xml::held(text).trim().is_empty();
    [label.sv.as_str(), id].into_iter().find(is_name).unwrap_or(NAMELESS)
}

fn category(book: &Codebook, system: &System) -> Node {
    let mains = system.codes.iter().filter(|code| code.parent.is_none());
    let children = mains.map(|main| {
        let subcodes = system.codes.iter().filter(|code| code.parent.as_ref() == Some(&main.id));
        Node { children: subcodes.map(|code| of_code(book, system, code)).collect(), ..of_code(book, system, main) }
    });
    Node {
        guid: guid(&[&book.id, "system", &system.id]),
        name: named(&system.label, &system.id).to_owned(),
        is_codable: false,
        description: Some(format!("{ID} {}", system.id)),
        children: children.collect(),
        line: 0,
    }
}

fn of_code(book: &Codebook, system: &System, code: &Code) -> Node {
    let description = Some(code.definition.sv.clone()).filter(|text| !text.is_empty());
    let guid = guid(&[&book.id, "code", &system.id, &code.id]);
    Node { guid, name: name_of(code), is_codable: true, description, ..Node::default() }
}

/// The set of a domain: the codes of its system, or the system itself where it has none.
fn set(book: &Codebook, used: &DomainUse) -> Option<Set> {
    let system = book.systems.iter().find(|system| system.id == used.system)?;
    let mut members: Vec<String> = system.codes.iter().map(|code| of_code(book, system, code).guid).collect();
    if members.is_empty() {
        members.push(guid(&[&book.id, "system", &system.id]));
    }
    Some(Set {
        guid: guid(&[&book.id, "domain", used.id.word()]),
        name: named(&used.label, used.id.word()).to_owned(),
        description: Some(format!("{ID} {}", used.id.word())),
        members,
    })
}
