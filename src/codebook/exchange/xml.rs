//! From a tree to the text of the file.

use super::{Node, Set, Tree};

/// The text of the file; its elements stand in the order of the schema.
pub(super) fn text(tree: &Tree) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let origin = escaped(&tree.origin);
    text += &format!("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"{origin}\">\n  <Codes>\n");
    tree.codes.iter().for_each(|code| node(&mut text, code, 4));
    text += "  </Codes>\n";
    if !tree.sets.is_empty() {
        text += "  <Sets>\n";
        tree.sets.iter().for_each(|own| set(&mut text, own));
        text += "  </Sets>\n";
    }
    text + "</CodeBook>\n"
}

/// Whether a file can hold all signs of a text.
pub(super) fn holds(text: &str) -> bool {
    text.chars().all(is_held)
}

/// What a file holds of a text.
pub(super) fn held(text: &str) -> String {
    text.chars().filter(|c| is_held(*c)).collect()
}

/// XML knows no other signs, not even escaped.
fn is_held(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in held(text).chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            // Line ends and tabs come back as spaces unless they are escaped.
            '\t' | '\n' | '\r' => escaped += &format!("&#{};", u32::from(c)),
            c => escaped.push(c),
        }
    }
    escaped
}

fn description(text: &mut String, description: Option<&String>, depth: usize) {
    if let Some(own) = description {
        // Lines stay lines, for those who look into the file.
        let own = escaped(own).replace("&#10;", "\n");
        *text += &format!("{:depth$}<Description>{own}</Description>\n", "");
    }
}

fn node(text: &mut String, code: &Node, depth: usize) {
    let (guid, name) = (&code.guid, escaped(&code.name));
    *text += &format!("{:depth$}<Code", "");
    *text += &format!(" guid=\"{guid}\" name=\"{name}\" isCodable=\"{}\"", code.is_codable);
    if code.description.is_none() && code.children.is_empty() {
        *text += "/>\n";
        return;
    }
    *text += ">\n";
    description(text, code.description.as_ref(), depth + 2);
    code.children.iter().for_each(|child| node(text, child, depth + 2));
    *text += &format!("{:depth$}</Code>\n", "");
}

fn set(text: &mut String, set: &Set) {
    *text += &format!("    <Set guid=\"{}\" name=\"{}\">\n", set.guid, escaped(&set.name));
    description(text, set.description.as_ref(), 6);
    set.members.iter().for_each(|guid| *text += &format!("      <MemberCode guid=\"{guid}\"/>\n"));
    *text += "    </Set>\n";
}
