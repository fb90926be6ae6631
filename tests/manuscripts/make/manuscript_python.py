"""Makes ../manuscript-python.docx and ../strict.docx: a manuscript of the study in input/lagesrapport-2024, written in an
authority's template, with all that Word leaves in a document that several people have written in."""
import io
import pathlib
import re

import authority
import ooxml as o
from ooxml import (RICH, box, cell, claim, commented, control, dele, field, ins, item, mark, note, number, p, picture, r, raw,
                   row, simple, table)

HERE = pathlib.Path(__file__).resolve().parent.parent
ANNA, BO = ("Anna Ek", "2025-10-20T09:15:00Z"), ("Bo Lind", "2025-10-22T14:40:00Z")
TEXT = "VerketBrdtext"
HINT = r("Klicka här och skriv text.", '<w:rStyle w:val="Platshllartext"/>')


def caption(kind, id, count, text):
    """A caption with a number that Word counts, and a bookmark that references lead to."""
    return p("Beskrivning", mark(f"_Ref{id}", r(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", str(count))), r(f". {text}"))


def refer(id, shown):
    return field(f"REF _Ref{id} \\h", shown)


def split(text, *places, rpr=""):
    """A text in runs as Word splits them, with marks of spelling and revisions of saving between."""
    parts, last = [], 0
    for place in (*places, len(text)):
        parts.append(text[last:place])
        last = place
    made = []
    for index, piece in enumerate(parts):
        run = r(piece, rpr, extra=f' w:rsidR="00A{index:05X}"')
        made.append(f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>' if index % 2 else run)
    return "".join(made)


def cover(logo):
    return "".join([
        p(None, picture(logo, "Logotyp", "Uppföljningsverkets logotyp", 1440000, 480000)),
        p("Rubrik", control(None, r("Insatser inom psykisk hälsa 2024"), alias="Titel", extra=(
            '<w:dataBinding w:prefixMappings="xmlns:cp=\'http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties\' xmlns:dc=\'http://purl.org/dc/elements/1.1/\'" w:xpath="/cp:coreProperties[1]/dc:title[1]" '
            'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'))),
        p("Underrubrik", r("Lägesrapport 2025")),
        p(TEXT, r("Dnr 4.1-00123/2025"), raw("<w:tab/>"),
          control("datum", r("2025-11-03"), kind='<w:date w:fullDate="2025-11-03T00:00:00Z"><w:dateFormat w:val="yyyy-MM-dd"/>'
                  '<w:lid w:val="sv-SE"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>')),
        p(TEXT, control("status", r("Utkast"), kind='<w:dropDownList><w:listItem w:displayText="Utkast" w:value="1"/>'
                        '<w:listItem w:displayText="Beslutad" w:value="2"/></w:dropDownList>')),
        p(None, raw('<w:br w:type="page"/>')),
    ])


def contents():
    entries = [("Innehll1", "1 Sammanfattning", 3), ("Innehll1", "2 Barn och unga", 4), ("Innehll2", "2.1 Regionerna", 4)]
    lines = []
    for index, (style, text, page) in enumerate(entries):
        begin = raw('<w:fldChar w:fldCharType="begin"/>') + raw(o.t(' TOC \\o "1-2" \\h \\z \\u ', "instrText")) + \
            raw('<w:fldChar w:fldCharType="separate"/>') if index == 0 else ""
        end = raw('<w:fldChar w:fldCharType="end"/>') if index == len(entries) - 1 else ""
        link = f'<w:hyperlink w:anchor="_Toc{index}" w:history="1">{r(text)}{raw("<w:tab/>")}{field(f"PAGEREF _Toc{index} {chr(92)}h", str(page))}</w:hyperlink>'
        lines.append(p(style, begin + link + end))
    toc = control(None, p("Innehllsfrteckningsrubrik", r("Innehåll")) + "".join(lines), kind=(
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'))
    lists = p("Innehllsfrteckningsrubrik", r("Figurer")) + p("Figurfrteckning", field(
        'TOC \\h \\z \\c "Figur"', r("Figur 1. Antal insatser och medel") + raw("<w:tab/>") + r("4")))
    return toc + lists


def summary():
    return "".join([
        p("Rubrik1", mark("_Toc0", r("Sammanfattning"))),
        # A number in words, one in several runs, one that is right already and one in a style of its own.
        p("VerketIngress", r("Uppföljningen för 2024 bygger på "), number("AL-004", "sex"),
          r(" enkäter. Tillsammans beskriver de "), control("insats:number/AL-011", split("1 448", 1, 2, 4)),
          r(" insatser, varav "), number("BR-003", "133", run='<w:rStyle w:val="VerketSiffra"/>'),
          r(" i regionernas arbete med barn och unga och "), number("BL-004", "124", rpr="<w:b/>", run="<w:b/><w:i/>"),
          r(" i länens.")),
        # A whole sentence, in runs with different formats.
        p(TEXT, claim("BR-004", split("Sammanlagt rekvirerades 552 miljoner kronor för området.", 11, 24, 27)
                      + r("", "<w:b/>")), r(" Det är mer än året före. "),
          claim("BR-055", "I 12 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
                lock="sdtLocked")),
        # A block of one paragraph, a block of two, and a placeholder.
        claim("KK-008", p(TEXT, r("Inom området har "), r("790", "<w:b/>"), r(" insatser redovisats."))),
        claim("BL-041", p(TEXT, HINT), placeholder=True),
        p(TEXT, claim("SA-055", HINT, placeholder=True, alias="Dialog som metod"), r(" Det gäller även 2023.")),
        p(TEXT, claim("KR-047", "I 9 av 21 regioner har tidigare finansierat utvecklingsarbete införts i ordinarie verksamhet.",
                      temporary=True), r(" "), claim("TR-048", "I 7 av 21 regioner har tidigare finansierat "
                      "utvecklingsarbete införts i ordinarie verksamhet.", lock="sdtContentLocked")),
        # The same claim again in the text: both are filled.
        p(TEXT, r("Kort sagt: "), claim("BR-055", "I 11 av 21 regioner har tidigare finansierat utvecklingsarbete införts "
                                        "i ordinarie verksamhet.", lock="contentLocked")),
        p(TEXT, box(
            p("VerketFaktaruta", r("I korthet", "<w:b/>"))
            + p("VerketFaktaruta", number("AL-011", "1 448"), r(" insatser i sju områden"))
            + claim("TR-002", p("VerketFaktaruta", r("Inom området har 56 insatser redovisats."))))),
    ])


def regions(picture_of_last_year):
    def old():
        return picture(picture_of_last_year, "Figur", "Förra årets figur", 3600000, 1800000)

    return "".join([
        p("Rubrik1", mark("_Toc1", r("Barn och unga"))),
        p("Rubrik2", mark("_Toc2", r("Regionernas insatser"))),
        p(TEXT, r("Av "), refer("figur02", "figur 1"), r(" och "), refer("tabell02", "tabell 1"),
          r(" framgår hur insatserna fördelar sig."), note(2), r(" "),
          commented(0, claim("BR-051", split("Samverkan mellan verksamheter inom regionen har haft mycket eller ganska stor "
                                             "prioritet i 17 av 21 regioner.", 9, 40, 66, 98))),
          r(" "), claim("BR-053", r("Samverkan med brukar-, patient- och anhörigorganisationer har haft ganska eller mycket "
                                    "liten prioritet i 13 av 21 regioner.") + note(3))),
        # Somebody's revisions inside a control, and around one.
        p(TEXT, claim("BR-046", r("Samtliga ") + dele(*ANNA, "20") + ins(*ANNA, "21") + r(" regioner har svarat på frågan om ")
                      + dele(*BO, "inflytande") + ins(*BO, "brukarinflytande") + r("."))),
        p(TEXT, ins(*BO, r("Enskilda deltar mindre. ")), claim("BR-045", "I 3 regioner har andra organisationer medverkat."),
          dele(*ANNA, " Det var 5 av 21 år 2023."), commented(1, r(" Stämmer det?")),
          ppr=f"<w:rPr><w:ins {o.stamp(*BO)}/></w:rPr>"),
        f'<w:p><w:pPr><w:pStyle w:val="{TEXT}"/></w:pPr><w:ins {o.stamp(*BO)}>'
        + claim("BR-050", "Följdfrågan om former för medverkan gick till de 12 regioner som svarat ja på något av "
                          "alternativen.") + "</w:ins></w:p>",
        # Controls inside controls: one that is named, one that is not.
        p(TEXT, claim("BR-003", r("Inom området har ")
                        + number("BR-003", "131") + r(" insatser redovisats."))),
        p(TEXT, claim("BR-042", r("I ungefär varannan region ") + control("redaktion:obs", r("(obs!)")) + r(" har organisationer "
                                "medverkat."))),
        # A figure: nothing yet; last year's picture with a caption outside; picture and caption inside.
        item("figur-02", p(None, HINT), placeholder=True, alias="Figur 2"),
        caption("Figur", "figur02", 1, "Antal genomförda insatser och använda stimulansmedel, efter aktiviteter och prestationer"),
        p("VerketKlla", r("Källa: Enkätredovisning av stimulansmedel 2024.")),
        item("figur-04", p(None, old()) + caption("Figur", "figur04", 2, "Brukarinflytande i regionernas insatser"),
             alias="Figur 4"),
        item("figur-06", p(None, old()), lock="sdtLocked"),
        caption("Figur", "figur06", 3, "Prioritering av samverkan"),
        # A table: last year's in the authority's style, with somebody's revision in a cell.
        caption("Tabell", "tabell02", 1, "Underkoder"),
        item("tabell-02", table(
            authority.TABLE_STYLE, 3,
            row(*(cell(p("VerketTabelltext", r(head))) for head in ("Underkod", "Aktiviteter", "Prestationer")), head=True),
            row(cell(p("VerketTabelltext", r("Brukarinflytande"))), cell(p("VerketTabelltext", r("3"))),
                cell(p("VerketTabelltext", dele(*ANNA, "6"), ins(*ANNA, "7")))),
            row(cell(p("VerketTabelltext", r("Digitalisering"))), cell(p("VerketTabelltext", r("14"))),
                cell(p("VerketTabelltext", r("12")))))),
        p(TEXT, r("Regionernas medel kom "), f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date">'
          f'{number("BR-002", "21")}</w:smartTag>', r(" regioner till del, "),
          f'<w:customXml w:uri="urn:uppfoljningsverket:text" w:element="mening">{number("BR-002", "tjugo")}</w:customXml>',
          r(" av dem fullt ut. "), f'<w:hyperlink r:id="{{link}}" w:history="1">{number("BR-056", "varannan")}</w:hyperlink>',
          r(" region har infört arbetet.")),
    ])


def own_table():
    """A table of the authors' own with controls around rows, cells and what is in them."""
    head = row(*(cell(p("VerketTabelltext", r(text))) for text in ("Område", "Insatser", "Miljoner kronor")), head=True)
    in_cells = row(cell(p("VerketTabelltext", r("Barn och unga, regionerna"))),
                   cell(p("VerketTabelltext", number("BR-003", "130"))),
                   cell(p("VerketTabelltext", number("BR-004", "550"))))
    around_cell = row(cell(p("VerketTabelltext", r("Barn och unga, länen"))),
                      control("insats:number/BL-004", cell(p("VerketTabelltext", r("120"))), kind=RICH),
                      control("insatser", cell(p("VerketTabelltext", number("BL-005", "240"))), kind=RICH))
    around_row = control("redaktion:rad", row(
        cell(p("VerketTabelltext", r("Samsjuklighet"))), cell(p("VerketTabelltext", number("SA-005", "160"))),
        cell(p("VerketTabelltext", r("250")))), kind='<w15:repeatingSectionItem xmlns:w15="%s"/>' % o.SPACES["w15"])
    named_row = control("insats:claim/KR-002", row(
        cell(p("VerketTabelltext", r("Kunskapsbaserad vård, regionerna"))),
        cell(p("VerketTabelltext", r("Inom området har 97 insatser redovisats.")), tcpr='<w:gridSpan w:val="2"/>')), kind=RICH)
    blocks = row(cell(p("VerketTabelltext", r("Kommunerna"))),
                 cell(claim("KK-009", p("VerketTabelltext", r("Sammanlagt rekvirerades omkring 96 miljoner kronor för området."))),
                      p("VerketTabelltext")),
                 cell(table("Tabellrutnt", 1, row(cell(p("VerketTabelltext", number("KK-007", "271"))))), p("VerketTabelltext")))
    return caption("Tabell", "egen", 2, "Insatser och medel") + table(
        authority.TABLE_STYLE, 3, head, in_cells, around_cell, around_row, named_row, blocks)


def landscape():
    return "".join([
        p("Rubrik1", r("Stora figurer")),
        p(TEXT, r("I figur 7 och tabell 3, se bilaga 2 och avsnitt 2.1, visas mer. "), raw("<w:noBreakHyphen/>"), r("se även"),
          raw('<w:sym w:font="Wingdings" w:char="F0E8"/>'), raw("<w:softHyphen/>"), raw("<w:tab/>"),
          f'<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>'),
        item("figur-07", p(None)),
        caption("Figur", "figur07", 4, "Antal genomförda insatser, länen"),
        item("bilaga-4-tabell-01", p(None, HINT), placeholder=True),
        # A control in which another item stands; the inner one is named.
        control("redaktion:avsnitt", p(TEXT, r("Länen har redovisat ")) + item("figur-09", p(None, HINT), placeholder=True)
                + p(TEXT, number("BL-059", "15 av 21"), r(" län.")), kind=RICH),
        # What was moved, by somebody else.
        f'<w:p><w:pPr><w:pStyle w:val="{TEXT}"/></w:pPr><w:moveFromRangeStart {o.stamp(*ANNA)} w:name="flytt1"/>'
        f'<w:moveFrom {o.stamp(*ANNA)}>{r("Flyttad mening med 99 insatser.")}</w:moveFrom>'
        f'<w:moveFromRangeEnd w:id="{o.new.now["revision"] - 1}"/></w:p>',
        f'<w:p><w:pPr><w:pStyle w:val="{TEXT}"/></w:pPr><w:moveToRangeStart {o.stamp(*ANNA)} w:name="flytt1"/>'
        f'<w:moveTo {o.stamp(*ANNA)}>{r("Flyttad mening med 99 insatser.")}</w:moveTo>'
        f'<w:moveToRangeEnd w:id="{o.new.now["revision"] - 1}"/></w:p>',
    ])


def last():
    return "".join([
        p("Rubrik1", r("Psykiatrisk traumavård")),
        # A bookmark that begins in a control and ends outside; a change of formats; a field in a control.
        p(TEXT, claim("TR-012", '<w:bookmarkStart w:id="900" w:name="halvvags"/>'
                      + r("Kartläggning, analys och utvärdering är prestation i 13 av 57 insatser.",
                          f"<w:i/><w:rPrChange {o.stamp(*BO)}><w:rPr/></w:rPrChange>")),
          r(" Se vidare"), '<w:bookmarkEnd w:id="900"/>', r(" "), refer("figur04", "figur 2"), r("."), note(2, "endnote", "Slutkommentarsreferens")),
        p(TEXT, claim("TR-045", r("Samverkan mellan verksamheter inom regionen har haft mycket eller ganska stor prioritet i ")
                      + field("QUOTE 11", "11") + r(" av 21 regioner."))),
        p("Punktlista", number("TR-003", "49 miljoner kronor"), r(" rekvirerades.")),
        p("Punktlista", claim("TR-053", "Ökad tillgänglighet är ett lika vanligt mål som ökad kompetens, kunskap och förståelse.")),
        # Without an id; a check box; an empty control; one without content.
        p(TEXT, control("insats:number/TR-042", r("7"), no_id=True), r(" regioner fick följdfrågan. "),
          control("klar", r("☒"), kind='<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'), r(" Granskat. "),
          control("insats:number/TR-002", ""), r(" insatser.")),
        p(TEXT, r("Ett tecken & ett till <så>, med “citat” och en hård mellan­slagning: 1 449 insatser.")),
    ])


NOTE = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' \
       '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'


def notes(kind):
    style = "Fotnotstext" if kind == "footnote" else "Slutkommentar"
    sign = raw(f"<w:{kind}Ref/>", '<w:rStyle w:val="%s"/>' % ("Fotnotsreferens" if kind == "footnote" else "Slutkommentarsreferens"))
    own = NOTE.replace("footnote", kind)
    texts = [p(style, sign, r(" Regionerna redovisade "), number("BR-003", "132"), r(" insatser, se s. 14–16.")),
             p(style, sign, r(" Tretton av tjugoen. "), claim("BR-021", "Målgruppen unga vuxna 18–29 år finns i ungefär var "
                                                              "femte av insatserna."))]
    if kind == "endnote":
        texts = [p(style, sign, r(" Området omfattar "), number("TR-002", "56"), r(" insatser."))]
    body = "".join(f'<w:{kind} w:id="{index + 2}">{text}</w:{kind}>' for index, text in enumerate(texts))
    return o.part(f"{kind}s", own + body)


def strange_prefixes(xml):
    """A header as another program may write it: the same names, other prefixes, other quotes."""
    text = xml.decode()
    for prefix in ("w", "wp", "mc"):
        text = text.replace(f"<{prefix}:", f"<ns-{prefix}.0:").replace(f"</{prefix}:", f"</ns-{prefix}.0:")
        text = text.replace(f" {prefix}:", f" ns-{prefix}.0:").replace(f"xmlns:{prefix}=", f"xmlns:ns-{prefix}.0=")
    return text.replace('standalone="yes"?>', "standalone='yes' ?>\n<!-- sidhuvud -->").encode()


def make(strict=False):
    o.new.now.clear()
    document = authority.template()
    document.core_properties.title = "Insatser inom psykisk hälsa 2024"
    comments_by = {"Anna Ek": "AE", "Bo Lind": "BL"}
    logo, _ = document.part.get_or_add_image(_file(o.png(90, 30, (27, 58, 87))))
    old, _ = document.part.get_or_add_image(_file(o.png(120, 60, (200, 210, 220))))
    link = document.part.relate_to("https://example.org/rapport", f"{o.R}/hyperlink", is_external=True)
    first = document.sections[0]
    page = p("Sidfot", r("Sida "), simple("PAGE", "1"), r(" av "), field("NUMPAGES", "12"))
    authority.empty(first.footer._element)
    authority.put(first.footer._element, page)
    authority.empty(first.header._element)
    authority.put(first.header._element, p("Sidhuvud", r("Uppföljningsverket – "), number("AL-011", "1 448"), r(" insatser")))
    authority.empty(first.first_page_header._element)
    authority.put(first.first_page_header._element, p("Sidhuvud", r("Utkast "), control("version", r("0.9"))))
    front = cover(logo) + contents() + p(None, raw('<w:br w:type="page"/>')) + summary()
    front += regions(old).replace("{link}", link) + own_table()
    if strict:
        # Old drawings stand in no strict document.
        front = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", front)
    authority.put(document.element.body, front)
    authority.landscape(document)
    authority.put(document.element.body, landscape())
    turned = document.add_section()
    turned.orientation = 0
    turned.page_width, turned.page_height = turned.page_height, turned.page_width
    authority.put(document.element.body, last())
    parts = authority.save(document)
    add_comments(parts, comments_by)
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        parts[name] = notes(kind)
        o.relation(parts, "word/document.xml", f"{kind}s", f"{kind}s.xml")
        o.content_type(parts, f"/{name}", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml")
    parts["customXml/item2.xml"] = b'<?xml version="1.0"?>\n<rapport xmlns="urn:uppfoljningsverket:rapport"><diarienummer>4.1-00123/2025</diarienummer></rapport>'
    parts["customXml/itemProps2.xml"] = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/customXml" ds:itemID="{B0A1F5B0-6E6A-4C3B-9D36-0123456789AB}"><ds:schemaRefs><ds:schemaRef '
        b'ds:uri="urn:uppfoljningsverket:rapport"/></ds:schemaRefs></ds:datastoreItem>')
    o.relation(parts, "word/document.xml", "customXml", "../customXml/item2.xml")
    o.relation(parts, "customXml/item2.xml", "customXmlProps", "itemProps2.xml", id="rId1")
    o.content_type(parts, "/customXml/itemProps2.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    # What stands around the text: a remark, an instruction, references for letters, a section of raw text.
    text = parts["word/document.xml"].decode()
    text = text.replace("<w:body>", "<!-- skrivet av flera -->\n<w:body>", 1)
    text = text.replace("Det är mer än året före.", "Det &#228;r mer &#xE4;n <![CDATA[året]]> f\u00f6re.", 1)
    parts["word/document.xml"] = text.encode()
    header = next(name for name in parts if name.startswith("word/header") and b"Utkast" not in parts[name])
    parts[header] = strange_prefixes(parts[header])
    if strict:
        settings = parts["word/settings.xml"]
        parts["word/settings.xml"] = re.sub(rb"<w:shapeDefaults>.*?</w:shapeDefaults>", b"", settings, flags=re.S)
        parts = o.to_strict(parts)
    return parts


def add_comments(parts, initials):
    texts = [("Anna Ek", ANNA[1], "Kolla mot tabellen, 18 av 21?"), ("Bo Lind", BO[1], "Var kommer 5 av 21 ifrån?")]
    body = "".join(
        f'<w:comment w:id="{id}" w:author="{author}" w:date="{date}" w:initials="{initials[author]}">'
        + p("Kommentarer", raw("<w:annotationRef/>", '<w:rStyle w:val="Kommentarsreferens"/>'), r(text)) + "</w:comment>"
        for id, (author, date, text) in enumerate(texts))
    parts["word/comments.xml"] = o.part("comments", body)
    o.relation(parts, "word/document.xml", "comments", "comments.xml")
    o.content_type(parts, "/word/comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml")


def _file(data):
    return io.BytesIO(data)


if __name__ == "__main__":
    o.package(make(), HERE / "manuscript-python.docx")
    o.package(make(strict=True), HERE / "strict.docx")
