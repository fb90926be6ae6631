//! From the text of a file to its tree, in the dialects of several programs: elements are known by their local names.

use roxmltree::{Document, Error, Node as Element, ParsingOptions};

use super::{Node, Set, Tree};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::wording::library_says;

/// Codes below codes go no deeper in any codebook.
const DEEPEST: usize = 64;
/// Codes of a file.
const MOST_CODES: usize = 10_000;
/// Elements and texts of a file; no codebook has as many.
const MOST_NODES: u32 = 500_000;

/// What a file holds; `name` is how messages call it.
///
/// # Errors
/// What is no codebook, has no codes, is beyond the limits, or is no XML; with its line where there is one.
pub(super) fn parse(text: &str, name: &str) -> Result<Tree, Diagnostic> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let place = Place::line(name, error.pos().row as usize);
        Diagnostic::error(
            place,
            match error {
                Error::DtdDetected => msg!("qdc-dtd"),
                Error::NodesLimitReached => msg!("qdc-too-large", most = MOST_CODES),
                error => msg!("qdc-malformed", reason = library_says(error)),
            },
        )
    })?;
    let root = document.root_element();
    let found = root.tag_name().name();
    if found != "CodeBook" {
        return Err(Diagnostic::error(Place::file(name), msg!("qdc-other-root", found = shown(found))));
    }
    let mut reader = Reader { text, name, at: 0, line: 1, codes: 0 };
    let codes = children(root, "Codes").flat_map(|codes| children(codes, "Code"));
    let codes = codes.map(|code| reader.code(code, 1)).collect::<Result<Vec<_>, _>>()?;
    if codes.is_empty() {
        return Err(Diagnostic::error(Place::file(name), msg!("qdc-no-codes")));
    }
    let sets = children(root, "Sets").flat_map(|sets| children(sets, "Set")).map(set).collect();
    Ok(Tree { origin: root.attribute("origin").unwrap_or_default().to_owned(), codes, sets })
}

fn children<'a, 'i: 'a>(of: Element<'a, 'i>, called: &'static str) -> impl Iterator<Item = Element<'a, 'i>> {
    of.children().filter(move |child| child.is_element() && child.tag_name().name() == called)
}

fn attribute(of: Element<'_, '_>, called: &str) -> String {
    of.attribute(called).unwrap_or_default().to_owned()
}

/// The description of an element, whatever pieces its text is in.
fn description(of: Element<'_, '_>) -> Option<String> {
    let own = children(of, "Description").next()?;
    let text: String = own.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
    (!text.is_empty()).then_some(text)
}

fn set(element: Element<'_, '_>) -> Set {
    let members = children(element, "MemberCode").map(|member| attribute(member, "guid"));
    Set {
        guid: attribute(element, "guid"),
        name: attribute(element, "name"),
        description: description(element),
        members: members.collect(),
    }
}

/// Reads codes in the order of the file, and counts its lines on the way.
struct Reader<'t> {
    text: &'t str,
    name: &'t str,
    at: usize,
    line: usize,
    codes: usize,
}

impl Reader<'_> {
    fn line_at(&mut self, at: usize) -> usize {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = at.max(self.at);
        self.line
    }

    fn code(&mut self, element: Element<'_, '_>, depth: usize) -> Result<Node, Diagnostic> {
        let line = self.line_at(element.range().start);
        let file = self.name;
        let error = |message| Err(Diagnostic::error(Place::line(file, line), message));
        self.codes += 1;
        if self.codes > MOST_CODES {
            return error(msg!("qdc-too-large", most = MOST_CODES));
        }
        if depth > DEEPEST {
            return error(msg!("qdc-too-deep", most = DEEPEST));
        }
        let name = attribute(element, "name");
        if name.trim().is_empty() {
            return error(msg!("qdc-name-missing"));
        }
        // Whoever says nothing means a code.
        let is_codable = !matches!(element.attribute("isCodable").map(str::trim), Some("false" | "0" | "False"));
        let below = children(element, "Code").map(|child| self.code(child, depth + 1)).collect::<Result<_, _>>()?;
        let (guid, description) = (attribute(element, "guid"), description(element));
        Ok(Node { guid, name, is_codable, description, children: below, line })
    }
}
