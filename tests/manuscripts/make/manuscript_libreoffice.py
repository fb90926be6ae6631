"""Makes ../manuscript-libreoffice.docx from ../manuscript-libreoffice.fodt, by LibreOffice Writer.

LibreOffice writes content controls, but (in 7.4) neither their tags nor those in text boxes. Controls get the tags that the
flat file gives them as `loext:alias`, in their order; the number in the text box is put into one. Nothing else is touched.
"""
import pathlib
import re
import subprocess
import tempfile

from lxml import etree

import ooxml as o

HERE = pathlib.Path(__file__).resolve().parent.parent
SOURCE = HERE / "manuscript-libreoffice.fodt"
W = f"{{{o.W}}}"
ALIAS = re.compile(r'loext:alias="([^"]+)"')


def converted(source, to="docx"):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
                        "--outdir", folder, str(source)], check=True, capture_output=True)
        return (pathlib.Path(folder) / source.with_suffix(f".{to}").name).read_bytes()


def aliases():
    """Of the text, the header and the notes; what stands in the text box is apart."""
    text = SOURCE.read_text(encoding="utf-8")
    header = ALIAS.findall(text[text.index("<style:header>"):text.index("</style:header>")])
    body = text[text.index("<office:text"):]
    body = re.sub(r"<draw:text-box.*?</draw:text-box>", "", body, flags=re.S)
    notes = {kind: [] for kind in ("footnote", "endnote")}
    for kind, note in re.findall(r'<text:note [^>]*note-class="(\w+)">(.*?)</text:note>', body, flags=re.S):
        notes[kind] += ALIAS.findall(note)
    body = re.sub(r"<text:note .*?</text:note>", "", body, flags=re.S)
    return header, ALIAS.findall(body), notes["footnote"], notes["endnote"]


def tagged(data, names):
    root = etree.fromstring(data)
    controls = [sdt for sdt in root.iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}docPartObj") is None]
    assert len(controls) == len(names), (len(controls), names)
    for number, (sdt, name) in enumerate(zip(controls, names)):
        props = sdt.find(f"{W}sdtPr")
        for at, (local, value) in enumerate((("tag", f"insats:{name}"), ("id", str(4711 + number + len(data))))):
            made = etree.Element(f"{W}{local}")
            made.set(f"{W}val", value)
            props.insert(at, made)
    return root


def in_box(root, text, name):
    """Puts the run of a text box that begins with a text into a control, in each of its copies."""
    for number, content in enumerate(root.iter(f"{W}txbxContent")):
        for run in content.iter(f"{W}r"):
            shown = run.find(f"{W}t")
            if shown is None or not (shown.text or "").startswith(text):
                continue
            rest = etree.fromstring(etree.tostring(run))
            rest.find(f"{W}t").text = shown.text[len(text):]
            rest.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            shown.text = text
            run.addnext(rest)
            sdt = etree.fromstring(f'<w:sdt xmlns:w="{o.W}"><w:sdtPr><w:tag w:val="insats:{name}"/><w:id w:val="{990 + number}"/>'
                                   "<w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
            run.addprevious(sdt)
            sdt.find(f"{W}sdtContent").append(run)
            break


def make():
    parts = o.without_times(o.unpacked(converted(SOURCE)))
    header, body, footnotes, endnotes = aliases()
    for name, data in parts.items():
        if not re.fullmatch(r"word/(document|header\d+|footnotes|endnotes)\.xml", name) or b"<w:sdt>" not in data:
            continue
        names = {"word/document.xml": body, "word/footnotes.xml": footnotes, "word/endnotes.xml": endnotes}
        root = tagged(data, names.get(name, header))
        if name == "word/document.xml":
            in_box(root, "1 448", "number/AL-011")
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts


if __name__ == "__main__":
    o.package(make(), HERE / "manuscript-libreoffice.docx")
