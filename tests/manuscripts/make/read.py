"""What LibreOffice reads in Word files: revisions and comments with authors and dates, as JSON; and comparisons by parts.

    python read.py FILE.docx                    revisions, comments, headings, tables, pictures
    python read.py --as-is FILE.docx            the same without taking controls away first: LibreOffice 7.4 loses revisions
                                                in controls for plain text and in the first paragraph of those around
                                                paragraphs; what is in them is read as the file has it
    python read.py --compare BEFORE AFTER       parts that are equal byte for byte, that differ, that came, that went;
                                                and whether what stands outside our controls is the same bytes
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from lxml import etree

import ooxml as o

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
}
TEXT = f"{{{NAMES['text']}}}"
OURS = re.compile(rb'^insats:(item|claim|number)/')


def flat(file, as_is):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(file).resolve()
        if not as_is:
            parts = {name: unwrapped(data) if re.fullmatch(r"word/\w+\.xml", name) else data
                     for name, data in o.unpacked(source).items()}
            source = pathlib.Path(folder) / "without-controls.docx"
            o.package(parts, source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fodt",
                        "--outdir", folder, str(source)], check=True, capture_output=True)
        return etree.parse(str(pathlib.Path(folder) / f"{source.stem}.fodt"), etree.XMLParser(huge_tree=True)).getroot()


def unwrapped(data):
    """A part with the content of its controls in their place."""
    if b"sdtContent" not in data:
        return data
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    for control in list(root.iter("{*}sdt")):
        content = control.find("{*}sdtContent")
        for child in (content if content is not None else []):
            control.addprevious(child)
        control.getparent().remove(control)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def shown(node):
    return "".join(node.itertext()).strip()


def inserted(root, id):
    """The text between the marks of an insertion; so is that of a deletion where it is shown."""
    inside, text = False, []
    for node in root.find("office:body", NAMES).iter():
        if node.tag == f"{TEXT}tracked-changes":
            continue
        if node.tag == f"{TEXT}change-start" and node.get(f"{TEXT}change-id") == id:
            inside = True
            text.append(node.tail or "")
        elif node.tag == f"{TEXT}change-end" and node.get(f"{TEXT}change-id") == id:
            break
        elif inside and isinstance(node.tag, str):
            text.append((node.text or "") + (node.tail or ""))
    return "".join(text)


def read(file, as_is=False):
    root = flat(file, as_is)
    revisions = []
    for region in root.iter(f"{TEXT}changed-region"):
        for kind in ("insertion", "deletion", "format-change"):
            change = region.find(f"text:{kind}", NAMES)
            if change is None:
                continue
            info = change.find("office:change-info", NAMES)
            # What is deleted stands with the change, or where it was, between marks.
            text = "" if kind == "insertion" else "\n".join(shown(part) for part in change if part is not info)
            text = text or inserted(root, region.get(f"{TEXT}id")).strip()
            revisions.append({"kind": kind, "author": info.findtext("dc:creator", namespaces=NAMES),
                              "date": info.findtext("dc:date", namespaces=NAMES), "text": text})
    comments = []
    for note in root.iter(f"{{{NAMES['office']}}}annotation"):
        comments.append({"author": note.findtext("dc:creator", namespaces=NAMES),
                         "date": note.findtext("dc:date", namespaces=NAMES),
                         "text": "\n".join(shown(part) for part in note.findall("text:p", NAMES)),
                         "paragraph": shown_without_notes(note.getparent())})
    body = root.find("office:body", NAMES)
    return {"revisions": revisions, "comments": comments,
            "headings": [shown(node) for node in body.iter(f"{TEXT}h")],
            "tables": len(list(body.iter(f"{{{NAMES['table']}}}table"))),
            "pictures": len(list(body.iter(f"{{{NAMES['draw']}}}image"))),
            "by": {author: sum(1 for entry in revisions + comments if entry["author"] == author)
                   for author in sorted({entry["author"] or "" for entry in revisions + comments})}}


def shown_without_notes(node):
    copy = etree.fromstring(etree.tostring(node))
    for note in copy.findall(".//office:annotation", NAMES):
        if note.tail:
            before = note.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + note.tail
            else:
                note.getparent().text = (note.getparent().text or "") + note.tail
        note.getparent().remove(note)
    return shown(copy)


SDT = re.compile(rb"<(/?)([\w.-]+:)?sdt(?=[\s/>])[^>]*?(/?)>")
TAG = re.compile(rb"<(?:[\w.-]+:)?tag\s[^>]*?val=[\"']([^\"']*)[\"']")


def outside(data):
    """The bytes of a part without its outermost controls of ours."""
    kept, at, depth, ours_at = [], 0, [], None
    for match in SDT.finditer(data):
        if match.group(3):
            continue
        if not match.group(1):
            tag = TAG.search(data, match.end(), match.end() + 4000)
            named = tag is not None and tag.start() < data.find(b"sdtContent", match.end()) and OURS.match(tag.group(1))
            depth.append(bool(named))
            if named and ours_at is None:
                ours_at = len(depth)
                kept.append(data[at:match.start()])
                kept.append(b"[" + tag.group(1) + b"]")
        elif depth:
            if ours_at == len(depth):
                ours_at, at = None, match.end()
            depth.pop()
    kept.append(data[at:])
    return b"".join(kept)


def compare(before, after):
    one, other = o.unpacked(before), o.unpacked(after)
    both = sorted(set(one) & set(other))
    told = {"equal": [name for name in both if one[name] == other[name]],
            "differ": {}, "came": sorted(set(other) - set(one)), "went": sorted(set(one) - set(other))}
    for name in both:
        if one[name] == other[name]:
            continue
        without = outside(one[name]), outside(other[name])
        if without[0] == without[1]:
            told["differ"][name] = "only inside controls"
            continue
        first = next((i for i, pair in enumerate(zip(*without)) if pair[0] != pair[1]), min(map(len, without)))
        told["differ"][name] = {"outside controls at byte": first, "before": without[0][first - 60:first + 120].decode("utf-8", "replace"),
                                "after": without[1][first - 60:first + 120].decode("utf-8", "replace")}
    return told


if __name__ == "__main__":
    told = compare(*sys.argv[2:4]) if sys.argv[1] == "--compare" else read(sys.argv[-1], "--as-is" in sys.argv)
    print(json.dumps(told, ensure_ascii=False, indent=1))
