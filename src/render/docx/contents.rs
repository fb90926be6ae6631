//! The contents, and the lists of figures and of tables: fields that Word can update, filled in beforehand so that they read well before
//! anyone does. Pages are known to the word processor alone; their numbers come with the first update.

use super::body::paragraph;
use super::field::{begins, ends, run};
use super::styles::id;
use super::template::Styles;
use super::xml::Xml;
use crate::msg;
use crate::wording::{Language, Message};

/// Headings of two levels, with links.
const CONTENTS: &str = r#" TOC \o "1-2" \h \z \u "#;

/// A line of a list: level from 0, text, bookmark.
pub(super) type Entry = (usize, String, String);

/// What the lists of a document list.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Its headings.
    pub(super) headings: Vec<Entry>,
    /// Its captions, by what they are counted as.
    pub(super) captions: Vec<(String, Entry)>,
}

impl Listed {
    /// Writes contents, and a list each of figures and tables if there are any.
    pub(super) fn write(&self, x: &mut Xml, styles: &Styles, language: Language) {
        x.element("w:sdt", &[], |x| {
            x.raw(r#"<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"#);
            x.element("w:sdtContent", &[], |x| {
                let heading = (styles.of(id::CONTENTS_HEADING), msg!("report-contents"));
                let entries: Vec<&Entry> = self.headings.iter().collect();
                list(x, styles, heading, CONTENTS, &entries, language);
            });
        });
        let lists = [
            (msg!("report-figure"), msg!("report-list-of-figures")),
            (msg!("report-table"), msg!("report-list-of-tables")),
        ];
        for (counted, heading) in lists {
            let counted = counted.text(language);
            let entries: Vec<&Entry> =
                self.captions.iter().filter(|(own, _)| *own == counted).map(|(_, entry)| entry).collect();
            let heading = (styles.of(id::LIST_HEADING), heading);
            list(x, styles, heading, &format!(r#" TOC \h \z \c "{counted}" "#), &entries, language);
        }
    }
}

fn list(
    x: &mut Xml,
    styles: &Styles,
    (style, heading): (&str, Message),
    instruction: &str,
    entries: &[&Entry],
    language: Language,
) {
    if entries.is_empty() {
        return;
    }
    paragraph(x, style, |x| run(x, &heading.text(language)));
    let is_contents = instruction == CONTENTS;
    for (index, (level, text, bookmark)) in entries.iter().enumerate() {
        let style = if is_contents { id::CONTENTS[(*level).min(1)] } else { id::LISTED };
        paragraph(x, styles.of(style), |x| {
            if index == 0 {
                begins(x, instruction);
            }
            x.element("w:hyperlink", &[("w:anchor", bookmark), ("w:history", &1)], |x| run(x, text));
            if index + 1 == entries.len() {
                ends(x);
            }
        });
    }
}
