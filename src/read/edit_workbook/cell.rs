//! A cell of a sheet's part with another text, in the kind that it had: so that a text that comes back stands as it stood.
//!
//! | what it is | with another text |
//! |---|---|
//! | a shared text | the shared one that reads so, else its own |
//! | a text of its own | the same; a shared one where one reads so, for it was one before |
//! | a number | a number; else a text such as formulas give, which no writer gives to what somebody typed |
//! | such a text | a number where it reads as one |
//!
//! Everything else of the cell stays as it is written.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

/// The texts that cells share, each with its first number; those with formats or pronunciations are none.
#[derive(Debug, Default)]
pub(super) struct Shared(BTreeMap<String, usize>);

impl Shared {
    /// Reads the part of shared texts.
    pub(super) fn read(part: &str) -> Option<Self> {
        let document = Document::parse(part).ok()?;
        let mut shared = Self::default();
        let items = document.root_element().children().filter(|node| node.tag_name().name() == "si");
        for (number, item) in items.enumerate() {
            let mut parts = item.children().filter(Node::is_element);
            let (first, more) = (parts.next(), parts.next());
            if let (Some(text), None) = (first.filter(|node| node.tag_name().name() == "t"), more) {
                let text = text.text().unwrap_or_default();
                // `_x0041_` is a letter that cannot be written otherwise.
                if !text.contains("_x") {
                    shared.0.entry(text.to_owned()).or_insert(number);
                }
            }
        }
        Some(shared)
    }
}

/// What cells may become.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kinds<'s> {
    pub(super) shared: &'s Shared,
    /// Whether texts that read as numbers may become numbers.
    pub(super) numbers: bool,
}

impl Kinds<'_> {
    /// A cell with another text; `None` for one that is calculated, or that is written as no program writes it.
    pub(super) fn written(self, cell: &Node<'_, '_>, raw: &str, value: &str) -> Option<String> {
        if cell.children().any(|child| child.tag_name().name() == "f") {
            return None;
        }
        let head = &raw[..head(raw)?];
        let tag = raw.get(1..)?.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next()?;
        let prefix = tag.strip_suffix('c')?;
        let kind = cell.attribute("t");
        if value.is_empty() {
            return Some(format!("{}/>", of_kind(head, None)?));
        }
        let is_number = self.numbers && value.parse::<u64>().is_ok_and(|number| number.to_string() == value);
        // A number need not say that it is one. The text that comes of such a cell says so by its marks, for when it comes back.
        let number = if head.contains(UNNAMED) { None } else { Some("n") };
        let body = |inside: String| format!("<{prefix}v>{inside}</{prefix}v>");
        let escaped = || quick_xml::escape::escape(value).into_owned();
        let (kind, body) = match (kind, self.shared.0.get(value)) {
            (Some("s" | "inlineStr"), Some(number)) => (Some("s"), body(number.to_string())),
            (Some("inlineStr"), None) => (kind, own(cell, raw, prefix, value)),
            (None | Some("n"), _) if is_number && has_value(cell) => (kind, body(value.to_owned())),
            (Some("str"), _) if is_number => (number, body(value.to_owned())),
            (None, _) if has_value(cell) => {
                return Some(format!("{}{UNNAMED}>{}</{tag}>", head.trim_end(), body(escaped())));
            }
            (Some("n"), _) if has_value(cell) => (Some("str"), body(escaped())),
            (Some("str"), _) => (kind, body(escaped())),
            _ => (Some("inlineStr"), new(prefix, value)),
        };
        Some(format!("{}>{body}</{tag}>", of_kind(head, kind)?))
    }
}

/// How a cell says that its text is one that was a number without a kind.
const UNNAMED: &str = " t='str'";

fn has_value(cell: &Node<'_, '_>) -> bool {
    cell.children().any(|child| child.tag_name().name() == "v")
}

/// Where the start tag of an element ends, without what closes it.
fn head(raw: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in raw.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(if raw[..at].ends_with('/') { at - 1 } else { at }),
            _ => {}
        }
    }
    None
}

/// A start tag with another kind, where it stood, else at its end; `None` takes it out.
fn of_kind(head: &str, kind: Option<&str>) -> Option<String> {
    let head = head.trim_end();
    let of = |kind: &str, quote: char| format!(" t={quote}{kind}{quote}");
    let Some(at) = [" t=\"", " t='"].iter().find_map(|start| head.find(start)) else {
        return Some(head.to_owned() + &kind.map(|kind| of(kind, '"')).unwrap_or_default());
    };
    let value = at + " t=\"".len();
    let quote = head[..value].chars().next_back()?;
    let end = value + head[value..].find(quote)? + 1;
    Some(format!("{}{}{}", &head[..at], kind.map(|kind| of(kind, quote)).unwrap_or_default(), &head[end..]))
}

/// A text of a cell's own.
fn new(prefix: &str, value: &str) -> String {
    let is_spaced = value.trim() != value || value.contains(['\n', '\t']) || value.contains("  ");
    let space = if is_spaced { " xml:space=\"preserve\"" } else { "" };
    format!("<{prefix}is><{prefix}t{space}>{}</{prefix}t></{prefix}is>", quick_xml::escape::escape(value))
}

/// What stands in a cell with a text of its own, with another; around the text it stays as it is written.
fn own(cell: &Node<'_, '_>, raw: &str, prefix: &str, value: &str) -> String {
    let is_text = |node: &Node<'_, '_>| node.tag_name().name() == "t";
    let mut texts = cell.descendants().filter(is_text);
    let (Some(text), None) = (texts.next(), texts.next()) else { return new(prefix, value) };
    let start = cell.range().start;
    let span = text.range();
    let (from, to) = (span.start - start, span.end - start);
    let is_kept = value.trim() == value || text.attributes().any(|own| own.name() == "space");
    let (Some(begin), true) = (head(&raw[from..to]), is_kept) else { return new(prefix, value) };
    let Some(open) = head(raw) else { return new(prefix, value) };
    let Some(end) = raw.rfind("</") else { return new(prefix, value) };
    let (before, tag) = (&raw[open + 1..from], raw[from..from + begin].trim_end());
    let name = tag.get(1..).and_then(|tag| tag.split_whitespace().next()).unwrap_or("t");
    format!("{before}{tag}>{}</{name}>{}", quick_xml::escape::escape(value), &raw[to..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(cell: &str, value: &str) -> Option<String> {
        let table =
            "<sst><si><t>G1</t></si><si><t>2</t></si><si><r><t>G</t></r><r><t>7</t></r></si><si><t>G1</t></si></sst>";
        let shared = Shared::read(table)?;
        let document = Document::parse(cell).ok()?;
        Kinds { shared: &shared, numbers: true }.written(&document.root_element(), cell, value)
    }

    #[test]
    fn what_comes_back_is_written_as_it_was() {
        let cells = [
            ("<c r=\"B2\" s=\"5\" t=\"s\"><v>0</v></c>", "G1"),
            ("<c r=\"B2\" t=\"s\" s=\"5\"><v>0</v></c>", "G1"),
            ("<c r=\"B2\" t=\"s\"><v>1</v></c>", "2"),
            ("<c r=\"B2\" s=\"5\"><v>11</v></c>", "11"),
            ("<c r=\"B2\" s=\"5\" t=\"n\"><v>11</v></c>", "11"),
            ("<x:c r=\"B2\" t=\"inlineStr\"><x:is><x:t>G5</x:t></x:is></x:c>", "G5"),
            ("<c r=\"B2\" t=\"inlineStr\" cm='1'><is><t xml:space=\"preserve\">G5 </t></is></c>", "G5 "),
            ("<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>G5</t></r></is></c>", "G5"),
            ("<c r=\"B2\" t=\"str\"><v>1a</v></c>", "1a"),
        ];
        for (cell, value) in cells {
            let cell = cell.replace("<x:c ", "<x:c xmlns:x=\"y\" ");
            for other in ["G9", "G1; G9", "a & b", "12"] {
                let there = changed(&cell, other).unwrap_or_default();
                assert_ne!(there, cell, "{other}");
                assert_eq!(changed(&there, value).as_ref(), Some(&cell), "{other}: {there}");
            }
        }
    }

    #[test]
    fn texts_keep_their_space_and_signs() {
        let of = |value: &str| changed("<c r=\"B2\" t=\"s\"><v>0</v></c>", value).unwrap_or_default();
        assert_eq!(of("G9"), "<c r=\"B2\" t=\"inlineStr\"><is><t>G9</t></is></c>");
        assert_eq!(of(" <G9>"), "<c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> &lt;G9&gt;</t></is></c>");
        assert_eq!(of(""), "<c r=\"B2\"/>");
        // What has a format in the table is not taken for the plain text.
        assert_eq!(of("G7"), "<c r=\"B2\" t=\"inlineStr\"><is><t>G7</t></is></c>");
        assert_eq!(changed("<c r=\"B2\"><f>A1</f><v>1</v></c>", "2"), None);
        assert_eq!(
            changed("<c r=\"B2\"/>", "G9").as_deref(),
            Some("<c r=\"B2\" t=\"inlineStr\"><is><t>G9</t></is></c>")
        );
    }
}
