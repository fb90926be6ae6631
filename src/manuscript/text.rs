//! A manuscript as sentences: Word, Markdown or plain text. Tables, code and deleted text are left out: what is checked is
//! prose.

use std::io::Read;
use std::sync::LazyLock;

use regex::Regex;

use crate::claims::numbers::figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::wording::{Message, library_says};

/// No manuscript is larger than this, in bytes, once unpacked.
const LARGEST: u64 = 64 << 20;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, on one line.
    pub text: String,
    /// The headings above it, the outermost first.
    pub headings: Vec<String>,
    /// The line on which its paragraph begins, or in Word the number of the paragraph, counted from 1.
    pub paragraph: usize,
}

/// A paragraph, or a heading with its level.
struct Paragraph {
    text: String,
    heading: Option<usize>,
    number: usize,
}

/// The sentences of a manuscript; what it is, is seen from its bytes.
///
/// # Errors
/// A file that is neither Word nor text in UTF-8.
pub fn sentences(bytes: &[u8], name: &str) -> Result<Vec<Sentence>, Diagnostics> {
    let wrong = |message: Message| Diagnostics::from(Diagnostic::error(Place::file(name), message));
    let paragraphs = if bytes.starts_with(b"PK") {
        word(bytes).map_err(wrong)?
    } else {
        let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
        plain(text.map_err(|_| wrong(msg!("manuscript-not-utf8")))?)
    };
    let mut headings: Vec<(usize, String)> = Vec::new();
    let mut sentences = Vec::new();
    for Paragraph { text, heading, number } in paragraphs {
        let above = |headings: &[(usize, String)]| headings.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
        if let Some(level) = heading {
            headings.retain(|(above, _)| *above < level);
            // A heading may count, too; its own number does not.
            let own = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
            if !figures(own).is_empty() {
                sentences.push(Sentence { text: own.to_owned(), headings: above(&headings), paragraph: number });
            }
            headings.push((level, text));
            continue;
        }
        let above = above(&headings);
        for text in split(&text) {
            sentences.push(Sentence { text, headings: above.clone(), paragraph: number });
        }
    }
    Ok(sentences)
}

/// The paragraphs of a Word document, outside its tables; then its notes.
fn word(bytes: &[u8]) -> Result<Vec<Paragraph>, Message> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(damaged)?;
    let mut paragraphs = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        let file = match archive.by_name(part) {
            Ok(file) => file,
            Err(_) if part == "word/document.xml" => return Err(msg!("manuscript-without-text")),
            Err(_) => continue,
        };
        let mut xml = String::new();
        file.take(LARGEST).read_to_string(&mut xml).map_err(damaged)?;
        word_part(&xml, &mut paragraphs)?;
    }
    Ok(paragraphs)
}

fn damaged(error: impl std::fmt::Display) -> Message {
    msg!("manuscript-damaged", error = library_says(error))
}

/// The paragraphs of a part of a Word document.
fn word_part(xml: &str, paragraphs: &mut Vec<Paragraph>) -> Result<(), Message> {
    let document = roxmltree::Document::parse(xml).map_err(damaged)?;
    let is = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    for node in document.descendants().filter(|node| is(node, "p")) {
        if node.ancestors().any(|above| is(&above, "tbl")) {
            continue;
        }
        let style = node
            .descendants()
            .find(|n| is(n, "pStyle"))
            .and_then(|n| n.attributes().find(|a| a.name() == "val").map(|a| a.value().to_lowercase()));
        let mut text = String::new();
        for part in node.descendants() {
            match part.tag_name().name() {
                // A paragraph in a text box inside this one comes by itself.
                _ if part.ancestors().find(|above| is(above, "p")) != Some(node) && part != node => {}
                "t" if !part.ancestors().any(|above| is(&above, "del")) => {
                    text.push_str(part.text().unwrap_or_default())
                }
                "tab" | "br" | "cr" => text.push(' '),
                "noBreakHyphen" => text.push('-'),
                _ => {}
            }
        }
        let number = paragraphs.len() + 1;
        paragraphs.push(Paragraph { text: tidy(&text), heading: style.as_deref().and_then(heading_level), number });
    }
    Ok(())
}

/// The level of Word's heading styles, in Swedish and English: `Rubrik2`, `Heading 1`, `Title`.
fn heading_level(style: &str) -> Option<usize> {
    if ["title", "titel", "rubrik"].contains(&style) {
        return Some(0);
    }
    let number = style.strip_prefix("heading").or_else(|| style.strip_prefix("rubrik"))?;
    number.trim().parse().ok()
}

/// The paragraphs of Markdown or plain text, which are apart by blank lines.
fn plain(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut open = false;
    let mut in_code = false;
    let mut in_list = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            in_code = !in_code;
            open = false;
            continue;
        }
        let marks = line.chars().take_while(|c| *c == '#').count();
        let is_heading = (1..=6).contains(&marks) && line.chars().nth(marks) == Some(' ');
        let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
        // As in CommonMark a number at the beginning of a line goes on with a paragraph, unless it is a list's first.
        let may_begin = !open || in_list || line.starts_with("1.") || line.starts_with("1)");
        let marked = [". ", ") "].iter().any(|mark| unnumbered.starts_with(mark));
        let numbered = may_begin && marked && unnumbered.len() < line.len();
        in_list = numbered || in_list && open;
        let is_note = line.starts_with("[^") && line.contains("]:");
        let is_item = numbered || is_note || ["- ", "* ", "+ ", "• "].iter().any(|mark| line.starts_with(mark));
        let line = if numbered { unnumbered.get(2..).unwrap_or_default() } else { line };
        if line.is_empty() || in_code || line.starts_with('|') || line.starts_with("<!--") {
            open = false;
        } else if is_heading {
            let heading = line.trim_start_matches('#').trim_end_matches('#');
            paragraphs.push(Paragraph { text: tidy(&bare(heading)), heading: Some(marks), number: index + 1 });
            open = false;
        } else {
            let line = bare(line.trim_start_matches(['>', ' ']));
            match paragraphs.last_mut().filter(|_| open && !is_item) {
                Some(last) => last.text = tidy(&format!("{} {line}", last.text)),
                None => paragraphs.push(Paragraph {
                    text: tidy(line.trim_start_matches(['-', '*', '+', '•', ' '])),
                    heading: None,
                    number: index + 1,
                }),
            }
            open = true;
        }
    }
    paragraphs
}

/// A line without Markdown's emphasis, addresses of links and marks of notes.
fn bare(line: &str) -> String {
    static NOTE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\^[^\]]*\]:?").ok());
    let line = &NOTE.as_ref().map_or_else(|| line.to_owned(), |note| note.replace_all(line, "").into_owned());
    static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"!?\[([^\]]*)\]\([^)]*\)").ok());
    let text = LINK.as_ref().map_or_else(|| line.to_owned(), |link| link.replace_all(line, "$1").into_owned());
    text.replace("**", "").replace("__", "").replace(['*', '`'], "")
}

/// One line, with single spaces; no-break spaces stay, because they hold numbers together.
fn tidy(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Abbreviations that end in a full stop and end no sentence.
const ABBREVIATIONS: [&str; 22] = [
    "s", "dnr", "t.ex", "bl.a", "dvs", "s.k", "m.m", "m.fl", "resp", "ca", "kap", "nr", "jfr", "osv", "etc", "inkl",
    "exkl", "e.g", "i.e", "fig", "tab", "prop",
];

/// The sentences of a paragraph.
fn split(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for (at, (position, c)) in characters.iter().enumerate() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let behind: String = characters.iter().skip(at + 1).take(3).map(|(_, c)| *c).collect();
        let mut letters = behind.trim_start_matches(['”', '"', ')', '»']).chars();
        let ends = match letters.next() {
            None => true,
            Some(' ') => letters.next().is_none_or(|next| !next.is_lowercase()),
            Some(_) => false,
        };
        let before = &text[start..*position];
        let last_word = before.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
        // "1." at the beginning numbers a paragraph.
        let is_number = start == 0 && before.chars().all(|c| c.is_ascii_digit());
        if ends
            && !is_number
            && !(*c == '.' && ABBREVIATIONS.contains(&last_word.as_str()) && at + 1 < characters.len())
        {
            let end = position + c.len_utf8();
            sentences.push(text[start..end].trim().to_owned());
            start = end;
        }
    }
    sentences.push(text[start..].trim().to_owned());
    sentences.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(Vec<String>, String, usize)> {
        let read = sentences(text.as_bytes(), "m").unwrap_or_default();
        read.into_iter().map(|s| (s.headings, s.text, s.paragraph)).collect()
    }

    #[test]
    fn markdown_is_read_as_prose_under_headings() {
        let text =
            "# A\n\nEtt *viktigt*\nord. Två [länkar](https://x.se).\n\n## B\n\n| 1 | 2 |\n\n- tre\n- fyra\n\n# C\nfem";
        let (a, b, c) = (vec!["A".to_owned()], vec!["A".to_owned(), "B".to_owned()], vec!["C".to_owned()]);
        assert_eq!(
            texts(text),
            [
                (a.clone(), "Ett viktigt ord.".to_owned(), 3),
                (a, "Två länkar.".to_owned(), 3),
                (b.clone(), "tre".to_owned(), 10),
                (b, "fyra".to_owned(), 11),
                (c, "fem".to_owned(), 14),
            ]
        );
    }

    #[test]
    fn abbreviations_and_decimals_end_no_sentence() {
        let split = |text| texts(text).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>();
        assert_eq!(
            split("Det rör t.ex. SIP, ca. 1,5 mkr. Sedan mer."),
            ["Det rör t.ex. SIP, ca. 1,5 mkr.", "Sedan mer."]
        );
        assert_eq!(split("1. Först. Sedan.\n2. Sist."), ["Först.", "Sedan.", "Sist."]);
        assert_eq!(split("De var\n18. Av dem svarade 3."), ["De var 18.", "Av dem svarade 3."]);
        assert_eq!(split("Sju områden.[^1] Fem mål.\n\n[^1]: Se s. 14."), ["Sju områden.", "Fem mål.", "Se s. 14."]);
        assert_eq!(split("År 2024. 18 av 21 svarade."), ["År 2024.", "18 av 21 svarade."]);
    }

    #[test]
    fn headings_that_count_are_sentences_without_their_own_number() {
        let found: Vec<String> = texts("# 1 Inledning\n\n## 2.1 Regionerna (n = 133)\n\nText.")
            .into_iter()
            .map(|(_, text, _)| text)
            .collect();
        assert_eq!(found, ["Regionerna (n = 133)", "Text."]);
    }

    #[test]
    fn notes_of_word_documents_are_read() {
        let part = |text: &str| format!("<w:x xmlns:w=\"w\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x>");
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in [("word/document.xml", "Sju områden."), ("word/footnotes.xml", "Fyra av dem.")] {
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file(name, options).unwrap_or_default();
            std::io::Write::write_all(&mut archive, part(text).as_bytes()).unwrap_or_default();
        }
        let bytes = archive.finish().map(std::io::Cursor::into_inner).unwrap_or_default();
        let read = sentences(&bytes, "m").unwrap_or_default();
        let found: Vec<(&str, usize)> = read.iter().map(|s| (s.text.as_str(), s.paragraph)).collect();
        assert_eq!(found, [("Sju områden.", 1), ("Fyra av dem.", 2)]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(sentences(&[0xff, 0xfe, 0x00], "m").is_err());
        assert!(sentences(b"PK\x03\x04 nothing", "m").is_err());
    }
}
