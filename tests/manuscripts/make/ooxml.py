"""Small pieces of WordprocessingML as text, and packages that are the same bytes every time."""
import io
import re
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": W,
    "r": R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items()) + ' mc:Ignorable="w14 w15"'
TRANSITIONAL_TO_STRICT = [
    (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
     "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
     "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/customXml",
     "http://purl.oclc.org/ooxml/officeDocument/customXml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
     "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"),
    # Relations: the last, it is the beginning of the others' types.
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
     "http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     "http://purl.oclc.org/ooxml/officeDocument/relationships"),
]


class Counter:
    """The next free number of each kind."""

    def __init__(self):
        self.now = {}

    def __call__(self, kind, first=1):
        self.now[kind] = self.now.get(kind, first - 1) + 1
        return self.now[kind]


new = Counter()


def t(text, tag="t"):
    return f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'


def r(text, rpr="", tag="t", extra=""):
    """A run; a string of run properties may go with it."""
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f"<w:r{extra}>{props}{t(text, tag) if text else ''}</w:r>"


def raw(inside, rpr=""):
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f"<w:r>{props}{inside}</w:r>"


def p(style, *content, ppr=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    props = f"<w:pPr>{style}{ppr}</w:pPr>" if style or ppr else ""
    return f"<w:p>{props}{''.join(part if part.startswith('<') else r(part) for part in content)}</w:p>"


def control(tag, content, *, alias=None, lock=None, temporary=False, placeholder=False, kind="<w:text/>", rpr="",
            extra="", end="", no_id=False):
    """A content control; what it is around is seen from its content."""
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    props += f'<w:alias w:val="{escape(alias)}"/>' if alias else ""
    props += f'<w:tag w:val="{escape(tag)}"/>' if tag is not None else ""
    props += "" if no_id else f'<w:id w:val="{new("control", 1000) * 7919 % 2000000000 - 1000000000}"/>'
    props += f'<w:lock w:val="{lock}"/>' if lock else ""
    if placeholder:
        props += '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'
    props += "<w:temporary/>" if temporary else ""
    props += "<w:showingPlcHdr/>" if placeholder else ""
    return f"<w:sdt><w:sdtPr>{props}{extra}{kind}</w:sdtPr>{end}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


RICH = "<w:richText/>"


def number(id, shown, **more):
    return control(f"insats:number/{id}", r(shown, more.pop("run", "")), **more)


def claim(id, shown, **more):
    return control(f"insats:claim/{id}", shown if shown.startswith("<") else r(shown), **more)


def item(id, content, **more):
    more.setdefault("kind", RICH)
    return control(f"insats:item/{id}", content, **more)


def field(instruction, shown, rpr="", dirty=False):
    """A complex field."""
    dirt = ' w:dirty="true"' if dirty else ""
    return (raw(f'<w:fldChar w:fldCharType="begin"{dirt}/>', rpr) + raw(t(f" {instruction} ", "instrText"), rpr)
            + raw('<w:fldChar w:fldCharType="separate"/>', rpr) + (shown if shown.startswith("<") else r(shown, rpr))
            + raw('<w:fldChar w:fldCharType="end"/>', rpr))


def simple(instruction, shown):
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{r(shown)}</w:fldSimple>'


def mark(name, content):
    id = new("bookmark")
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'


def stamp(author, date):
    return f'w:id="{new("revision", 100)}" w:author="{escape(author)}" w:date="{date}"'


def ins(author, date, content):
    return f"<w:ins {stamp(author, date)}>{content if content.startswith('<') else r(content)}</w:ins>"


def dele(author, date, text):
    return f"<w:del {stamp(author, date)}>{text if text.startswith('<') else r(text, tag='delText')}</w:del>"


def commented(id, content):
    return (f'<w:commentRangeStart w:id="{id}"/>{content}<w:commentRangeEnd w:id="{id}"/>'
            f'<w:r><w:commentReference w:id="{id}"/></w:r>')


def note(id, kind="footnote", style="Fotnotsreferens"):
    return raw(f'<w:{kind}Reference w:id="{id}"/>', f'<w:rStyle w:val="{style}"/>')


def picture(relation, name, alternative, width, height):
    id = new("drawing")
    return raw(
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{id}" name="{name}" descr="{escape(alternative)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>")


def box(content, fallback=None):
    """A text box as Word writes it: a shape, and VML for older readers with the same text."""
    id = new("drawing")
    choice = (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264"'
        f' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="2160000" cy="1440000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{id}" name="Textruta {id}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{SPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="2160000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f'<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>")
    vml = (f'<w:pict><v:shape id="_x0000_s{1025 + id}" type="#_x0000_t202" style="width:170pt;height:113pt">'
           f'<v:textbox><w:txbxContent>{fallback or content}</w:txbxContent></v:textbox></v:shape></w:pict>')
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{vml}</mc:Fallback>'
            "</mc:AlternateContent></w:r>")


def cell(*blocks, width=2400, tcpr=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tcpr}</w:tcPr>{"".join(blocks)}</w:tc>'


def row(*cells, head=False):
    props = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{props}{''.join(cells)}</w:tr>"


def table(style, columns, *rows, ppr=""):
    grid = "".join(f'<w:gridCol w:w="{9000 // columns}"/>' for _ in range(columns))
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def part(root, content, extra=""):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {DECLARED}{extra}>{content}</w:{root}>'.encode()


def png(width, height, colour):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    line = b"\0" + bytes(colour) * width
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(line * height, 9)) + chunk(b"IEND", b""))


def package(parts, path, stored=False, first="[Content_Types].xml"):
    """Parts written as a package with fixed dates; the content types first."""
    names = sorted(parts, key=lambda name: (name != first, not name.startswith("_rels"), name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])


def unpacked(path_or_bytes):
    source = io.BytesIO(path_or_bytes) if isinstance(path_or_bytes, bytes) else path_or_bytes
    with zipfile.ZipFile(source) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_times(parts, when="2025-11-03T08:00:00Z"):
    """The document's own dates, set to one."""
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", when, core).encode()
    return parts


def relation(parts, of, kind, target, id=None, mode=""):
    """Adds a relation to a part; gives its id."""
    folder, _, name = of.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    empty = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    text = parts.get(rels, empty).decode()
    text = re.sub(r"<Relationships([^>]*)/>", r"<Relationships\1></Relationships>", text)
    id = id or f"rIdT{text.count('<Relationship ') + 1}"
    kind = kind if "://" in kind else f"{R}/{kind}"
    added = f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'
    parts[rels] = text.replace("</Relationships>", added + "</Relationships>").encode()
    return id


def content_type(parts, name, kind):
    """Says what a part is, by its name or by its extension."""
    key = "[Content_Types].xml"
    added = f'<Override PartName="{name}" ContentType="{kind}"/>' if name.startswith("/") else \
        f'<Default Extension="{name}" ContentType="{kind}"/>'
    text = parts[key].decode()
    if added.split(" ContentType")[0] not in text:
        # Defaults stand first.
        if name.startswith("/"):
            text = text.replace("</Types>", added + "</Types>")
        else:
            text = re.sub(r"(<Types[^>]*>)", r"\1" + added, text, count=1)
    parts[key] = text.encode()


def to_strict(parts):
    """The same package in the strict namespaces."""
    made = {}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            text = data.decode("utf-8")
            for old, strict in TRANSITIONAL_TO_STRICT:
                # The namespaces whose names begin with another's stand before it.
                text = text.replace(f'"{old}"', f'"{strict}"').replace(f'"{old}/', f'"{strict}/')
            data = text.encode("utf-8")
        made[name] = data
    made["word/document.xml"] = made["word/document.xml"].replace(b" mc:Ignorable=", b' w:conformance="strict" mc:Ignorable=', 1)
    return made
