"""An authority's kind of template, made with python-docx: styles with Swedish ids, a logo, headers and footers.

The authority is invented (Uppföljningsverket). What python-docx has no words for is added as text by `ooxml`.
"""
import io
import re

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor

import ooxml as o

# What Swedish Word calls the ids of the styles that python-docx's own template has under English ones.
SWEDISH = {
    **{f"Heading{level}": f"Rubrik{level}" for level in range(1, 10)},
    **{f"Heading{level}Char": f"Rubrik{level}Char" for level in range(1, 10)},
    "Title": "Rubrik", "TitleChar": "RubrikChar", "Subtitle": "Underrubrik", "SubtitleChar": "UnderrubrikChar",
    "Caption": "Beskrivning", "Header": "Sidhuvud", "HeaderChar": "SidhuvudChar", "Footer": "Sidfot",
    "FooterChar": "SidfotChar", "TableGrid": "Tabellrutnt", "TableNormal": "Normaltabell", "NoList": "Ingenlista",
    "DefaultParagraphFont": "Standardstycketeckensnitt", "ListBullet": "Punktlista", "ListNumber": "Numreradlista",
    "BodyText": "Brdtext", "BodyTextChar": "BrdtextChar", "TOCHeading": "Innehllsfrteckningsrubrik",
}
TABLE_STYLE = "VerketTabell"


def template():
    """A document in the authority's clothes, with nothing in its body."""
    document = docx.Document()
    for child in list(document.element.body):
        if not child.tag.endswith("}sectPr"):
            document.element.body.remove(child)
    styles = document.styles
    styles["Normal"].font.name = "Georgia"
    styles["Normal"].font.size = Pt(10.5)
    body = styles.add_style("Verket Brödtext", WD_STYLE_TYPE.PARAGRAPH)
    body.base_style = styles["Normal"]
    body.paragraph_format.space_after = Pt(7)
    lead = styles.add_style("Verket Ingress", WD_STYLE_TYPE.PARAGRAPH)
    lead.base_style, lead.font.bold = body, True
    box = styles.add_style("Verket Faktaruta", WD_STYLE_TYPE.PARAGRAPH)
    box.base_style, box.font.name = styles["Normal"], "Arial"
    source = styles.add_style("Verket Källa", WD_STYLE_TYPE.PARAGRAPH)
    source.base_style, source.font.size = styles["Normal"], Pt(8)
    cells = styles.add_style("Verket Tabelltext", WD_STYLE_TYPE.PARAGRAPH)
    cells.base_style, cells.font.name, cells.font.size = styles["Normal"], "Arial", Pt(8.5)
    for name, size in (("footnote text", 8.5), ("endnote text", 8.5), ("toc 1", 10.5), ("toc 2", 10.5),
                       ("table of figures", 10.5), ("annotation text", 9)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = styles["Normal"], Pt(size)
    for name in ("footnote reference", "endnote reference"):
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER).font.size = Pt(8)
    styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(0x66, 0x66, 0x66)
    styles.add_style("Verket Siffra", WD_STYLE_TYPE.CHARACTER).font.bold = True
    for level in (1, 2, 3):
        style = styles[f"Heading {level}"]
        style.font.name, style.font.color.rgb = "Arial", RGBColor(0x1B, 0x3A, 0x57)
    styles["Caption"].font.color.rgb = RGBColor(0x1B, 0x3A, 0x57)
    styles.element.append(parse_xml(
        f'<w:style xmlns:w="{o.W}" w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="Verket Tabell"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        '<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1B3A57"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B3A57"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C9D3DC"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E4EBF1"/>'
        "</w:tcPr></w:tblStylePr></w:style>"))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3.2)
    section.different_first_page_header_footer = True
    properties = document.core_properties
    properties.author, properties.last_modified_by = "Uppföljningsverket", "Uppföljningsverket"
    properties.title, properties.comments, properties.language = "Mall för rapporter", "", "sv-SE"
    return document


def section_xml(document):
    """The last section's properties as text, ready to close the body."""
    found = o_text(document.element.body.sectPr)
    return found


def o_text(element):
    from lxml import etree
    return etree.tostring(element, encoding="unicode")


def landscape(document):
    """The references of headers and footers are kept; the page is turned."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    return section


def put(element, content):
    """Content of a body, header or footer, written as text, before its section's properties."""
    made = parse_xml(f"<w:body {o.DECLARED}>{content}</w:body>")
    last = element.find(f"{{{o.W}}}sectPr")
    for child in list(made):
        if last is None:
            element.append(child)
        else:
            last.addprevious(child)


def empty(element):
    for child in list(element):
        if not child.tag.endswith("}sectPr"):
            element.remove(child)


def save(document):
    """The parts, with Swedish ids of styles and fixed dates."""
    out = io.BytesIO()
    document.save(out)
    parts = o.without_times(o.unpacked(out.getvalue()))
    parts.pop("docProps/thumbnail.jpeg", None)
    parts["_rels/.rels"] = re.sub(rb'<Relationship [^>]*thumbnail[^>]*/>', b"", parts["_rels/.rels"])
    parts["[Content_Types].xml"] = re.sub(rb'<Default Extension="jpeg"[^>]*/>', b"", parts["[Content_Types].xml"])
    ids = re.compile(r'(w:styleId|<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)[^>]*w:val)="([^"]+)"')
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            text = parts[name].decode()
            text = ids.sub(lambda m: f'{m.group(1)}="{SWEDISH.get(m.group(2), swedish(m.group(2)))}"', text)
            parts[name] = text.encode()
    settings = parts["word/settings.xml"].decode()
    settings = re.sub(r"<w:zoom[^>]*/>", '<w:zoom w:percent="100"/>', settings)
    settings = re.sub(r'<w:themeFontLang[^>]*/>', '<w:themeFontLang w:val="sv-SE"/>', settings)
    parts["word/settings.xml"] = settings.encode()
    return parts


def swedish(id):
    """Ids of added styles as Word makes them: without spaces and without letters outside ASCII."""
    renamed = {"footnotetext": "Fotnotstext", "endnotetext": "Slutkommentar", "toc1": "Innehll1", "toc2": "Innehll2",
               "tableoffigures": "Figurfrteckning", "footnotereference": "Fotnotsreferens",
               "endnotereference": "Slutkommentarsreferens", "annotationtext": "Kommentarer",
               "annotationreference": "Kommentarsreferens", "PlaceholderText": "Platshllartext"}
    return renamed.get(id, re.sub(r"[^A-Za-z0-9_-]", "", id))
