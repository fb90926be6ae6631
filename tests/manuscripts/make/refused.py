"""Makes ../refused/: what must be refused, each with the part and the place; and ../odd/: what is unusual, but legal.

What each is, and what is to be said of it, stands in the README beside these folders.
"""
import io
import pathlib
import struct
import warnings
import zipfile

import ooxml as o
from ooxml import claim, control, item, number, p, r

HERE = pathlib.Path(__file__).resolve().parent.parent
TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/></Types>').encode()
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def small(body=None, main="word/document.xml", target=None):
    """A package of the least parts with one claim."""
    o.new.now.clear()
    body = body or p(None, claim("BR-003", "Inom området har 131 insatser redovisats."))
    parts = {"[Content_Types].xml": TYPES, main: o.part("document", f"<w:body>{body}<w:sectPr/></w:body>")}
    o.relation(parts, "", "officeDocument", target or main, id="rId1")
    parts["_rels/.rels"] = parts.pop("_rels/.rels", None) or parts.pop("/_rels/.rels")
    o.content_type(parts, f"/{main}", MAIN)
    return parts


def replaced(parts, old, new, name="word/document.xml"):
    text = parts[name].decode()
    assert old in text, (name, old)
    parts[name] = text.replace(old, new, 1).encode()
    return parts


def archive(entries, path):
    """Entries as they are given, twice or with any name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, data in entries:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, data)


def refused(folder):
    folder.mkdir(exist_ok=True)
    (folder / "not-a-zip.docx").write_bytes("Det här är ingen Wordfil.\n".encode())
    (folder / "empty.docx").write_bytes(b"")
    (folder / "old-word.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    (folder / "encrypted.docx").write_bytes(compound())
    whole = io.BytesIO()
    o.package(small(), whole)
    (folder / "cut-off.docx").write_bytes(whole.getvalue()[:-300])
    broken = bytearray(whole.getvalue())
    at = broken.index(b"word/document.xml") + len("word/document.xml") + 40
    broken[at:at + 8] = b"\xff" * 8
    (folder / "damaged-part.docx").write_bytes(broken)
    o.package(replaced(small(), "redovisats.", "redovisats.</w:x>"), folder / "broken-xml.docx")
    o.package(replaced(small(), "</w:sdtContent></w:sdt>", ""), folder / "unclosed-control.docx")
    parts = small()
    del parts["word/document.xml"]
    o.package(parts, folder / "no-main-part.docx")
    parts = small()
    del parts["_rels/.rels"]
    o.package(parts, folder / "no-relations.docx")
    parts = small()
    del parts["[Content_Types].xml"]
    o.package(parts, folder / "no-content-types.docx")
    o.package(replaced(small(), 'Target="word/document.xml"', 'Target="word/annat.xml"', "_rels/.rels"),
              folder / "relation-leads-nowhere.docx")
    o.package(replaced(small(), 'Target="word/document.xml"', 'Target="../../document.xml"', "_rels/.rels"),
              folder / "relation-leads-outside.docx")
    twice = list(small().items())
    archive([*twice, ("word/document.xml", dict(twice)["word/document.xml"].replace(b"131", b"999"))],
            folder / "part-twice.docx")
    archive([*twice, ("Word/Document.xml", dict(twice)["word/document.xml"])], folder / "part-twice-in-capitals.docx")
    archive([*twice, ("../utanfor.xml", b"<x/>")], folder / "path-outside.docx")
    archive([*twice, ("/rot.xml", b"<x/>")], folder / "path-from-root.docx")
    archive([*twice, ("word/media/image1.png", b"\0" * (80 << 20))], folder / "bomb-in-picture.docx")
    parts = small(p(None, r("a" * 10)) * 3)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"aaaaaaaaaa", b" " * (30 << 20))
    archive(list(parts.items()), folder / "bomb-in-text.docx")
    deep = "<w:ins w:id='1' w:author='x'>" * 40000 + r("x") + "</w:ins>" * 40000
    o.package(small(p(None, "<w:r/>") + f"<w:p>{deep}</w:p>"), folder / "too-deep.docx")
    dtd = '<!DOCTYPE w:document [<!ENTITY antal "131"><!ENTITY fil SYSTEM "file:///etc/hostname">]>\n<w:document'
    o.package(replaced(replaced(small(), "<w:document", dtd), "131", "&antal;"), folder / "with-entities.docx")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    o.package(replaced(replaced(small(), "<w:document", f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{laughs}]>\n<w:document'),
                       "131", "&l9;"), folder / "entities-that-grow.docx")
    o.package(replaced(small(), "redovisats.", "redovisats&hej;."), folder / "unknown-entity.docx")
    parts = small()
    parts["word/document.xml"] = parts["word/document.xml"].replace("området".encode(), "området".encode("latin-1"))
    o.package(parts, folder / "not-utf8.docx")
    o.package(replaced(small(), "<w:p>", "<q:p>"), folder / "unknown-prefix.docx")
    o.package(replaced(small(), "redovisats.", "redovisats.\x01"), folder / "control-character.docx")
    sheet = small()
    sheet["word/document.xml"] = (b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
                                  b'spreadsheetml/2006/main"><sheetData/></worksheet>')
    o.package(sheet, folder / "a-workbook.docx")
    odt = io.BytesIO()
    with zipfile.ZipFile(odt, "w") as made:
        made.writestr(zipfile.ZipInfo("mimetype", (1980, 1, 1, 0, 0, 0)), "application/vnd.oasis.opendocument.text")
        made.writestr(zipfile.ZipInfo("content.xml", (1980, 1, 1, 0, 0, 0)), "<x/>")
    (folder / "opendocument.docx").write_bytes(odt.getvalue())
    locked = io.BytesIO()
    o.package(small(), locked)
    (folder / "zip-password.docx").write_bytes(with_password_flag(locked.getvalue()))


def compound():
    """The head of a compound file with a stream EncryptedPackage, as Word writes a document with a password."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6))
    head += b"\0" * (44 - len(head)) + struct.pack("<IIIII", 1, 1, 0, 4096, 0xFFFFFFFE) + struct.pack("<III", 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (512 - len(head) - 4)
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    def entry(name, kind, child):
        text = name.encode("utf-16-le")
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
                + b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0))
    names = entry("Root Entry", 5, 1) + entry("EncryptedPackage", 2, 0xFFFFFFFF) + entry("EncryptionInfo", 2, 0xFFFFFFFF)
    return bytes(head) + fat + names.ljust(512, b"\0")


def with_password_flag(data):
    """The flag of an encrypted entry, set on every one."""
    data = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def odd(folder):
    folder.mkdir(exist_ok=True)
    o.package(small(main="word/dokument2.xml", target="/word/dokument2.xml"), folder / "main-part-elsewhere.docx")
    parts = small()
    archive(sorted(parts.items(), reverse=True), folder / "content-types-last.docx")
    o.package(parts, folder / "stored.docx", stored=True)
    streamed = io.BytesIO()
    with zipfile.ZipFile(Unseekable(streamed), "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    (folder / "written-as-a-stream.docx").write_bytes(streamed.getvalue())
    parts = small()
    text = parts["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    parts["word/document.xml"] = text.encode("utf-16")
    o.package(parts, folder / "utf-16.docx")
    parts = small()
    parts["word/document.xml"] = b"\xef\xbb\xbf" + parts["word/document.xml"]
    o.package(parts, folder / "byte-order-mark.docx")
    # The namespace of text as the default one; attributes need a prefix all the same.
    text = small()["word/document.xml"].decode()
    text = text.replace("<w:", "<").replace("</w:", "</").replace(" w:", " x:").replace("xmlns:w=", f'xmlns="{o.W}" xmlns:x=')
    parts = small()
    parts["word/document.xml"] = text.encode()
    o.package(parts, folder / "default-namespace.docx")
    # A prefix that means something else further in.
    rebound = p(None, claim("BR-003", "Inom området har 131 insatser redovisats.")).replace(
        "<w:sdtContent>", f'<y:sdtContent xmlns:y="{o.W}" xmlns:w="urn:annat">').replace("</w:sdtContent>", "</y:sdtContent>")
    inner = rebound[rebound.index("<y:sdtContent"):rebound.index("</y:sdtContent>")]
    rebound = rebound.replace(inner, inner.replace("<w:", "<y:").replace("</w:", "</y:"))
    o.package(small(rebound), folder / "prefix-rebound.docx")
    o.package(small(p(None, r("Här finns inga rutor, men 133 insatser."))), folder / "no-controls.docx")
    o.package(small(p(None)), folder / "empty-paragraph.docx")
    tags = [("insats:item/figur-02", "En annan början."), ("insats:item/figur-99", "En figur som inte finns."),
            ("insats:claim/XX-001", "Ett påstående som inte finns."), ("insats:number/XX-001", "17"),
            ("insats:number/BR-005", "ett påstående utan tal"), ("insats:tabell/tabell-02", "Ett okänt slag."),
            ("insats:claim/", "Inget id."), ("INSATS:CLAIM/BR-003", "Versaler."), ("insats:claim/BR-003/x", "Mer bakom."),
            (" insats:claim/BR-003 ", "Mellanslag."), ("insats:claim/" + "B" * 60, "För långt.")]
    o.package(small("".join(p(None, control(tag, r(text))) for tag, text in tags)), folder / "unknown-tags.docx")
    o.package(small("".join(p(None, number("BR-003", "131"), r(" och "), claim("BR-003", "Inom området har 131 insatser "
                    "redovisats.")) for _ in range(20))), folder / "tag-many-times.docx")
    # Item controls where a picture or a table cannot stand.
    o.package(small(p(None, r("I raden: "), item("tabell-02", r("tabell")), r(" och "), item("figur-02", r("figur")))
                    + p(None, item("tabell-04", r("")))), folder / "items-in-lines.docx")


class Unseekable:
    """What a stream is to a writer: it cannot go back."""

    def __init__(self, under):
        self.under = under

    def write(self, data):
        return self.under.write(data)

    def flush(self):
        pass


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # A name that stands twice is meant.
    refused(HERE / "refused")
    odd(HERE / "odd")
