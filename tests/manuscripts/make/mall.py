"""Makes ../mall.dotx: an authority's template without text, made with python-docx."""
import io
import pathlib

import authority
import ooxml as o
from ooxml import control, field, p, picture, r, raw, simple

HERE = pathlib.Path(__file__).resolve().parent.parent
HINT = '<w:rStyle w:val="Platshllartext"/>'
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def hint(tag, text, alias):
    return control(tag, r(text, HINT), alias=alias, placeholder=True)


def make():
    o.new.now.clear()
    document = authority.template()
    logo, _ = document.part.get_or_add_image(io.BytesIO(o.png(90, 30, (27, 58, 87))))
    section = document.sections[0]
    for header, content in (
        (section.header, p("Sidhuvud", r("Uppföljningsverket"), raw("<w:tab/>"), raw("<w:tab/>"), field("STYLEREF Rubrik", "Titel"))),
        (section.first_page_header, p("Sidhuvud")),
        (section.footer, p("Sidfot", raw("<w:tab/>"), raw("<w:tab/>"), r("Sida "), simple("PAGE", "1"), r(" av "), simple("NUMPAGES", "2"))),
        (section.first_page_footer, p("Sidfot", r("Uppföljningsverket, Box 1, 000 00 Orten, www.example.org"))),
    ):
        authority.empty(header._element)
        authority.put(header._element, content)
    authority.put(document.element.body, "".join([
        p(None, picture(logo, "Logotyp", "Uppföljningsverkets logotyp", 1440000, 480000)),
        p("Rubrik", hint("titel", "Rapportens titel", "Titel")),
        p("Underrubrik", hint("undertitel", "Undertitel", "Undertitel")),
        p("VerketBrdtext", r("Dnr "), hint("dnr", "Diarienummer", "Diarienummer")),
        p(None, raw('<w:br w:type="page"/>')),
        p("VerketBrdtext", ppr=""),
    ]))
    parts = authority.save(document)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", TEMPLATE.encode())
    return parts


if __name__ == "__main__":
    o.package(make(), HERE / "mall.dotx")
