//! The styles of a Word document. All looks are here and in no paragraph, so that an editor who changes a style changes
//! every place that has it. Sizes are in half-points, distances in twentieths of a point.

use std::collections::BTreeSet;

use super::xml::Xml;
use crate::msg;
use crate::wording::{Language, Say};

/// The styles that paragraphs and tables name.
pub(super) mod id {
    pub(in crate::render::docx) const TITLE: &str = "Title";
    pub(in crate::render::docx) const SUBTITLE: &str = "Subtitle";
    pub(in crate::render::docx) const FRONT_HEADING: &str = "FrontHeading";
    pub(in crate::render::docx) const CONTENTS_HEADING: &str = "TOCHeading";
    pub(in crate::render::docx) const LIST_HEADING: &str = "ListHeading";
    pub(in crate::render::docx) const CONTENTS: [&str; 2] = ["TOC1", "TOC2"];
    pub(in crate::render::docx) const LISTED: &str = "TableofFigures";
    pub(in crate::render::docx) const HEADING: &str = "Heading1";
    pub(in crate::render::docx) const SUBHEADING: &str = "Heading2";
    pub(in crate::render::docx) const BODY: &str = "BodyText";
    pub(in crate::render::docx) const TEXT_HEADING: &str = "TextHeading";
    pub(in crate::render::docx) const LIST: &str = "TextList";
    pub(in crate::render::docx) const CODE: &str = "TextCode";
    pub(in crate::render::docx) const CAPTION: &str = "Caption";
    pub(in crate::render::docx) const EXPLANATION: &str = "Explanation";
    pub(in crate::render::docx) const FIGURE: &str = "Figure";
    pub(in crate::render::docx) const NOTE: &str = "Note";
    pub(in crate::render::docx) const SOURCE: &str = "Source";
    pub(in crate::render::docx) const CELL: &str = "TableText";
    pub(in crate::render::docx) const NUMBER: &str = "TableNumber";
    pub(in crate::render::docx) const CELL_KEPT: &str = "TableTextKept";
    pub(in crate::render::docx) const NUMBER_KEPT: &str = "TableNumberKept";
    pub(in crate::render::docx) const CELL_HEAD: &str = "TableHead";
    pub(in crate::render::docx) const NUMBER_HEAD: &str = "TableNumberHead";
    pub(in crate::render::docx) const HEADER: &str = "Header";
    pub(in crate::render::docx) const FOOTER: &str = "Footer";
    pub(in crate::render::docx) const TABLE: &str = "ReportTable";
    pub(in crate::render::docx) const STRONG: &str = "Strong";
    pub(in crate::render::docx) const EMPHASIS: &str = "Emphasis";
    pub(in crate::render::docx) const BOTH: &str = "IntenseEmphasis";
    pub(in crate::render::docx) const CODE_IN_TEXT: &str = "HTMLCode";
}

/// The styles of words within a text: id, the name that Word knows, properties.
const OF_WORDS: [(&str, &str, &str); 4] = [
    (id::STRONG, "Strong", "<w:b/><w:bCs/>"),
    (id::EMPHASIS, "Emphasis", "<w:i/><w:iCs/>"),
    (id::BOTH, "Intense Emphasis", "<w:b/><w:bCs/><w:i/><w:iCs/>"),
    (id::CODE_IN_TEXT, "HTML Code", r#"<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>"#),
];

/// Text in tables, in points.
pub(super) const CELL_SIZE: f64 = 8.5;

/// What Word calls a style.
#[derive(Clone, Copy)]
enum Name {
    /// A name that Word knows, and shows in its own language.
    Known(&'static str),
    /// A name of ours.
    Own(Say),
}

/// A paragraph style: id, its name, what it is based on, paragraph properties, properties of its text.
struct Style {
    id: &'static str,
    name: Name,
    based_on: &'static str,
    paragraph: &'static str,
    text: &'static str,
}

const fn known(
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    paragraph: &'static str,
    text: &'static str,
) -> Style {
    Style { id, name: Name::Known(name), based_on, paragraph, text }
}

const fn ours(
    id: &'static str,
    name: Say,
    based_on: &'static str,
    paragraph: &'static str,
    text: &'static str,
) -> Style {
    Style { id, name: Name::Own(name), based_on, paragraph, text }
}

const STYLES: [Style; 27] = [
    known(id::BODY, "Body Text", "Normal", r#"<w:spacing w:after="160"/>"#, ""),
    known(
        id::TITLE,
        "Title",
        "Normal",
        r#"<w:keepNext/><w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:b/><w:sz w:val="44"/>"#,
    ),
    known(
        id::SUBTITLE,
        "Subtitle",
        "Normal",
        r#"<w:keepNext/><w:spacing w:after="240"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="26"/>"#,
    ),
    known(
        id::HEADING,
        "heading 1",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before="0" w:after="160"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:b/><w:sz w:val="32"/>"#,
    ),
    known(
        id::SUBHEADING,
        "heading 2",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:b/><w:sz w:val="24"/>"#,
    ),
    ours(
        id::FRONT_HEADING,
        || msg!("style-front-heading"),
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100"/>"#,
        r#"<w:b/><w:sz w:val="24"/>"#,
    ),
    known(
        id::CONTENTS_HEADING,
        "TOC Heading",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:after="160"/>"#,
        r#"<w:b/><w:sz w:val="32"/>"#,
    ),
    known(
        id::CONTENTS[0],
        "toc 1",
        "Normal",
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs><w:spacing w:before="120" w:after="20"/><w:ind w:right="567"/>"#,
        "<w:b/>",
    ),
    known(
        id::CONTENTS[1],
        "toc 2",
        "Normal",
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs><w:spacing w:after="20"/><w:ind w:left="227" w:right="567"/>"#,
        r#"<w:sz w:val="18"/>"#,
    ),
    ours(
        id::LIST_HEADING,
        || msg!("style-list-heading"),
        id::CONTENTS_HEADING,
        r#"<w:pageBreakBefore w:val="0"/><w:spacing w:before="400" w:after="160"/>"#,
        r#"<w:sz w:val="24"/>"#,
    ),
    known(
        id::LISTED,
        "table of figures",
        "Normal",
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs><w:spacing w:after="20"/><w:ind w:right="567"/>"#,
        r#"<w:sz w:val="18"/>"#,
    ),
    ours(
        id::TEXT_HEADING,
        || msg!("style-text-heading"),
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="60"/>"#,
        "<w:b/>",
    ),
    ours(
        id::LIST,
        || msg!("style-list"),
        id::BODY,
        r#"<w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs><w:spacing w:after="80"/><w:ind w:left="340" w:hanging="340"/>"#,
        "",
    ),
    ours(
        id::CODE,
        || msg!("style-code"),
        "Normal",
        r#"<w:keepLines/><w:spacing w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:left="340"/>"#,
        r#"<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="18"/>"#,
    ),
    known(
        id::CAPTION,
        "caption",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="60"/>"#,
        "<w:b/>",
    ),
    ours(
        id::EXPLANATION,
        || msg!("style-explanation"),
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:after="100"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="18"/>"#,
    ),
    ours(
        id::FIGURE,
        || msg!("style-figure"),
        "Normal",
        r#"<w:keepNext/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>"#,
        "",
    ),
    ours(
        id::NOTE,
        || msg!("style-note"),
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="80" w:after="60"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="16"/>"#,
    ),
    ours(
        id::SOURCE,
        || msg!("style-source"),
        "Normal",
        r#"<w:keepLines/><w:spacing w:before="60" w:after="320"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="16"/>"#,
    ),
    ours(
        id::CELL,
        || msg!("style-cell"),
        "Normal",
        r#"<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:sz w:val="17"/>"#,
    ),
    ours(id::NUMBER, || msg!("style-number"), id::CELL, r#"<w:jc w:val="right"/>"#, ""),
    ours(id::CELL_KEPT, || msg!("style-cell-kept"), id::CELL, "<w:keepNext/>", ""),
    ours(id::NUMBER_KEPT, || msg!("style-number-kept"), id::NUMBER, "<w:keepNext/>", ""),
    ours(id::CELL_HEAD, || msg!("style-cell-head"), id::CELL, "<w:keepNext/>", "<w:b/>"),
    ours(id::NUMBER_HEAD, || msg!("style-number-head"), id::CELL_HEAD, r#"<w:jc w:val="right"/>"#, ""),
    known(
        id::HEADER,
        "header",
        "Normal",
        r#"<w:spacing w:after="0"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="16"/>"#,
    ),
    known(
        id::FOOTER,
        "footer",
        "Normal",
        r#"<w:spacing w:after="0"/><w:jc w:val="right"/>"#,
        r#"<w:color w:val="4D4D4D"/><w:sz w:val="16"/>"#,
    ),
];

/// Arial is on every office machine, and has the widths of the figures' typeface.
const DEFAULTS: &str = r#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="1A1A1A"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#;

/// Thin lines between rows, a stronger one under the head.
const TABLE: &str = r#"<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D0D0D0"/></w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>"#;

/// The part `word/styles.xml`.
pub(super) fn part(language: Language) -> Vec<u8> {
    let mut x = Xml::part();
    x.element("w:styles", &[("xmlns:w", &super::WORD)], |x| {
        x.element("w:docDefaults", &[], |x| {
            x.element("w:rPrDefault", &[], |x| {
                x.element("w:rPr", &[], |x| {
                    x.raw(DEFAULTS);
                    let tag = super::language_tag(language);
                    x.leaf("w:lang", &[("w:val", &tag), ("w:eastAsia", &tag), ("w:bidi", &tag)]);
                });
            });
            x.raw(r#"<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>"#);
        });
        x.raw(r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
        x.raw(r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#);
        x.raw(r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#);
        all().for_each(|(id, ..)| drop(write(x, id, None, language)));
    });
    x.into_bytes()
}

/// All styles: id, kind, and the names that a document may know them by.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str, Vec<String>)> {
    let names = |name: Name| match name {
        Name::Known(name) => vec![name.to_owned()],
        Name::Own(name) => Language::WORDS.map(|(_, language)| name().text(language)).to_vec(),
    };
    let paragraphs = STYLES.iter().map(move |style| (style.id, "paragraph", names(style.name)));
    let words = OF_WORDS.iter().map(|(id, name, _)| (*id, "character", vec![(*name).to_owned()]));
    paragraphs.chain(words).chain([(id::TABLE, "table", Vec::new())])
}

/// What one of our styles rests on.
pub(super) fn based_on(id: &str) -> Option<&'static str> {
    STYLES.iter().find(|style| style.id == id).map(|style| style.based_on)
}

/// The ids of a document that has others, by ours; `None` in one of our own.
type Ids<'a> = Option<&'a dyn Fn(&'a str) -> &'a str>;

/// The names and definitions of some of our styles, for a document that has others.
pub(super) fn written<'a>(
    wanted: &BTreeSet<&'a str>,
    ids: &'a dyn Fn(&'a str) -> &'a str,
    language: Language,
) -> (Vec<String>, String) {
    let (mut x, mut names) = (Xml::default(), Vec::new());
    for (id, ..) in all().filter(|(id, ..)| wanted.contains(id)) {
        names.extend(write(&mut x, id, Some(ids), language));
    }
    (names, x.into_text())
}

/// Writes one of our styles by the ids of a document; gives its name.
fn write<'a>(x: &mut Xml, id: &'a str, ids: Ids<'a>, language: Language) -> Option<String> {
    let of = |id: &'a str| ids.map_or(id, |ids| ids(id));
    if id == id::TABLE {
        return Some(write_table(x, of(id), ids.is_none(), language));
    }
    if let Some((_, name, looks)) = OF_WORDS.iter().find(|(known, ..)| *known == id) {
        x.element("w:style", &[("w:type", &"character"), ("w:styleId", &of(id))], |x| {
            x.leaf("w:name", &[("w:val", name)]);
            // In another document its default is the one of words that name none.
            if ids.is_none() {
                x.leaf("w:basedOn", &[("w:val", &"DefaultParagraphFont")]);
            }
            x.leaf("w:qFormat", &[]);
            x.element("w:rPr", &[], |x| x.raw(looks));
        });
        return Some((*name).to_owned());
    }
    let style = STYLES.iter().find(|style| style.id == id)?;
    let mut attributes: Vec<super::xml::Attribute<'_>> = vec![("w:type", &"paragraph")];
    let name = match style.name {
        Name::Known(name) => name.to_owned(),
        Name::Own(name) => {
            attributes.push(("w:customStyle", &1));
            name().text(language)
        }
    };
    let (id, based_on) = (of(id), of(style.based_on));
    attributes.push(("w:styleId", &id));
    x.element("w:style", &attributes, |x| {
        x.leaf("w:name", &[("w:val", &name)]);
        x.leaf("w:basedOn", &[("w:val", &based_on)]);
        x.leaf("w:qFormat", &[]);
        x.element("w:pPr", &[], |x| x.raw(style.paragraph));
        x.element("w:rPr", &[], |x| x.raw(style.text));
    });
    Some(name)
}

fn write_table(x: &mut Xml, id: &str, is_own: bool, language: Language) -> String {
    let name = msg!("report-report-table").text(language);
    let attributes: [super::xml::Attribute<'_>; 3] = [("w:type", &"table"), ("w:customStyle", &1), ("w:styleId", &id)];
    x.element("w:style", &attributes, |x| {
        x.leaf("w:name", &[("w:val", &name)]);
        if is_own {
            x.leaf("w:basedOn", &[("w:val", &"TableNormal")]);
        }
        x.leaf("w:qFormat", &[]);
        x.raw(TABLE);
    });
    name
}
