//! The contents, and the lists of figures and of tables: fields that Word can update, filled in beforehand so that they read well before
//! anyone does. Pages are known to the word processor alone; their numbers come with the first update.

use super::field::{begins, ends, paragraph, run};
use super::setting::{Heading, List, Setting};
use super::styles::id;
use super::template::Styles;
use super::xml::Xml;
use crate::msg;
use crate::wording::{Language, Message};

/// Headings of two levels, with links.
const CONTENTS: &str = r#" TOC \o "1-2" \h \z \u "#;

/// What the lists of a document list.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Its headings.
    pub(super) headings: Vec<Heading>,
    /// Its captions, by what they are counted as.
    pub(super) captions: Vec<(String, Heading)>,
}

impl Listed {
    /// Writes contents, and a list each of figures and tables if there are any; but none that the document has already.
    pub(super) fn write(&self, x: &mut Xml, setting: &Setting, language: Language) {
        let styles = &setting.styles;
        if !setting.lists.contains(&List::Contents) {
            x.element("w:sdt", &[], |x| {
                x.raw(r#"<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"#);
                x.element("w:sdtContent", &[], |x| {
                    let heading = (styles.of(id::CONTENTS_HEADING), msg!("report-contents"));
                    let [before, behind] = &setting.around;
                    let entries: Vec<&Heading> = before.iter().chain(&self.headings).chain(behind).collect();
                    list(x, styles, heading, CONTENTS, &entries, language);
                });
            });
        }
        let lists = [
            (List::Figures, msg!("report-figure"), msg!("report-list-of-figures")),
            (List::Tables, msg!("report-table"), msg!("report-list-of-tables")),
        ];
        for (own, counted, heading) in lists {
            let counted = counted.text(language);
            let entries: Vec<&Heading> =
                self.captions.iter().filter(|(own, _)| *own == counted).map(|(_, entry)| entry).collect();
            if !setting.lists.contains(&own) {
                let heading = (styles.of(id::LIST_HEADING), heading);
                list(x, styles, heading, &format!(r#" TOC \h \z \c "{counted}" "#), &entries, language);
            }
        }
    }
}

fn list(
    x: &mut Xml,
    styles: &Styles,
    (style, heading): (&str, Message),
    instruction: &str,
    entries: &[&Heading],
    language: Language,
) {
    if entries.is_empty() {
        return;
    }
    paragraph(x, style, |x| run(x, &heading.text(language)));
    let is_contents = instruction == CONTENTS;
    for (index, Heading { level, text, bookmark }) in entries.iter().enumerate() {
        let style = if is_contents { id::CONTENTS[(*level).min(1)] } else { id::LISTED };
        paragraph(x, styles.of(style), |x| {
            if index == 0 {
                begins(x, instruction);
            }
            match bookmark {
                Some(bookmark) => {
                    x.element("w:hyperlink", &[("w:anchor", bookmark), ("w:history", &1)], |x| run(x, text));
                }
                None => run(x, text),
            }
            if index + 1 == entries.len() {
                ends(x);
            }
        });
    }
}
