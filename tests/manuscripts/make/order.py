"""Holds every part of Word files against ../order.json (ECMA-376), and against what Word asks beside the schemas.

    python order.py FILE.docx … [--advice] [--beside INPUT.docx]

Each violation is told with file, part and path; exit code 1 where there is one. With `--beside` only those are told that
another file, from which this one was made, has not; LibreOffice's own files have some. `--advice` also tells run properties that
do not stand in the order in which the standard lists them (the schema allows any order; Word writes this one).
"""
import json
import pathlib
import posixpath
import re
import sys
import zipfile
from collections import Counter

from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
ORDER = json.loads((HERE.parent / "order.json").read_text(encoding="utf-8"))
PREFIX = {space: prefix for prefix, space in ORDER["namespaces"].items()}
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": "ep",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": "vt",
    "http://purl.oclc.org/ooxml/officeDocument/customXml": "ds",
}
PREFIX.update(STRICT)
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Not in strict documents: what the transitional schema alone has among the elements that a manuscript may hold.
ONLY_TRANSITIONAL = {"w:pict", "w:object", "w:smartTagType", "w:shapeDefaults", "w:hdrShapeDefaults"}


def named(tag):
    space, _, local = tag[1:].rpartition("}")
    return f"{PREFIX[space]}:{local}" if space in PREFIX else None


def attribute(node, local):
    """An attribute of the element's own namespace."""
    return node.get(f"{{{etree.QName(node).namespace}}}{local}")


class Part:
    def __init__(self, name, root, advice):
        self.name, self.root, self.advice = name, root, advice
        self.found = []
        self.strict = etree.QName(root).namespace in STRICT

    def tell(self, node, what):
        self.found.append(f"{self.name}: {self.path(node)}: {what}")

    def path(self, node):
        steps = []
        while node is not None:
            parent = node.getparent()
            name = named(node.tag) or etree.QName(node).localname
            if parent is not None:
                name += f"[{sum(1 for other in parent if other.tag == node.tag and parent.index(other) <= parent.index(node))}]"
            steps.append(name)
            node = parent
        return "/".join(reversed(steps))

    def children(self, node):
        """Elements of known namespaces; alternatives stand where the alternative stands."""
        for child in node:
            if not isinstance(child.tag, str):
                continue
            if child.tag == f"{MC}AlternateContent":
                for branch in child:
                    # Each branch would stand alone; Fallback is what other readers see.
                    if branch.tag == f"{MC}Choice" or (branch.tag == f"{MC}Fallback" and len(child) == 1):
                        yield from self.children(branch)
                    else:
                        for inner in branch:
                            self.loose(inner)
                continue
            if named(child.tag) is None:
                self.loose(child)
                continue
            yield child

    def loose(self, node):
        """Inside what the tables do not know, what they know is looked for."""
        if not isinstance(node.tag, str):
            return
        name = named(node.tag)
        if name in ORDER["roots"]:
            self.check(node, ORDER["roots"][name])
            return
        if name and name in ("w:r", "w:p"):
            self.check(node, {"w:r": "w:CT_R", "w:p": "w:CT_P"}[name])
            return
        for child in node:
            self.loose(child)

    def check(self, node, kind):
        known = ORDER["types"].get(kind) if kind else None
        if known is None:
            for _ in self.children(node):
                pass
            return
        for required in known.get("attributes", []):
            prefix, _, local = required.rpartition(":")
            keys = [f"{{{space}}}{local}" for space, own in PREFIX.items() if own == prefix] if prefix else [local]
            keys += [f"{{{etree.QName(node).namespace}}}{local}"]
            if not any(key in node.attrib for key in keys):
                self.tell(node, f"attribute {required} is missing")
        slots, at, counts, filled = known["slots"], 0, Counter(), set()
        listed = -1
        for child in self.children(node):
            name = named(child.tag)
            if self.strict and name in ONLY_TRANSITIONAL:
                self.tell(child, "stands in a strict document")
            here = next((i for i in range(at, len(slots)) if name in slots[i]["of"] or "*" in slots[i]["of"]), None)
            if here is None:
                earlier = any(name in slot["of"] for slot in slots)
                why = "stands too late; expected before it was " if earlier else "is not a child of this element; "
                self.tell(child, why + f"{named(node.tag)}")
                continue
            slot = slots[here]
            if here == at and here in filled and not slot.get("many"):
                self.tell(child, "stands more than once")
            counts[name] += 1
            if slot.get("once_each") and counts[name] > 1:
                self.tell(child, "stands more than once")
            if kind in ("w:CT_RPr", "w:CT_ParaRPr", "w:CT_RPrOriginal") and "w:rStyle" in slot["of"]:
                place = list(slot["of"]).index(name)
                if place < listed and self.advice:
                    self.tell(child, "advice: stands in another order than the standard lists")
                if counts[name] > 1:
                    self.tell(child, "stands more than once")
                listed = max(listed, place)
            at = here
            filled.add(here)
            self.check(child, slot["of"].get(name))
        for index, slot in enumerate(slots):
            if slot.get("need") and index not in filled:
                self.tell(node, f"{' or '.join(list(slot['of'])[:3])} is missing")


def beyond_the_schema(part):
    """What Word refuses or repairs though the schema allows it."""
    ids = {"ins": Counter(), "docPr": Counter(), "sdt": Counter()}
    starts, ends, open_ranges = Counter(), Counter(), Counter()
    for node in part.root.iter("{*}*"):
        name = named(node.tag) if isinstance(node.tag, str) else None
        if name is None:
            continue
        blocks = [child for child in node if isinstance(child.tag, str)]
        if name == "w:tc":
            last = blocks[-1] if blocks else None
            while last is not None and named(last.tag) == "w:sdt":
                inner = last.find("{*}sdtContent")
                last = inner[-1] if inner is not None and len(inner) else None
            while last is not None and named(last.tag) in ("w:bookmarkEnd", "w:commentRangeEnd", "w:bookmarkStart"):
                last = last.getprevious()
            if last is None or named(last.tag) != "w:p":
                part.tell(node, "a cell must end with a paragraph")
        if name == "w:tr" and not any(named(child.tag) in ("w:tc", "w:sdt", "w:customXml") for child in blocks):
            part.tell(node, "a row must have a cell")
        if name == "w:tbl" and not any(named(child.tag) in ("w:tr", "w:sdt", "w:customXml") for child in blocks):
            part.tell(node, "a table must have a row")
        if name in ("w:footnote", "w:endnote", "w:comment", "w:hdr", "w:ftr", "w:txbxContent"):
            in_settings = etree.QName(node.getparent() if node.getparent() is not None else node).localname.endswith("Pr")
            if not in_settings and not any(named(child.tag) in ("w:p", "w:tbl", "w:sdt") for child in blocks):
                part.tell(node, "holds no paragraph")
        if name == "w:t" and any(named(above.tag) == "w:del" for above in node.iterancestors()
                                 if isinstance(above.tag, str)) and not within(node, "txbxContent", "del"):
            part.tell(node, "deleted text is w:delText")
        if name == "w:delText" and not any(named(above.tag) in ("w:del", "w:moveFrom") for above in
                                           node.iterancestors() if isinstance(above.tag, str)):
            part.tell(node, "w:delText stands outside w:del")
        if name in ("w:t", "w:delText", "w:instrText") and (node.text or "") != (node.text or "").strip(" \t\n\r") \
                and node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            part.tell(node, "spaces at its ends are lost without xml:space")
        if name in ("w:ins", "w:del") and attribute(node, "id"):
            ids["ins"][attribute(node, "id")] += 1
        if name == "wp:docPr" and not in_fallback(node):
            ids["docPr"][node.get("id")] += 1
        if name == "w:sdtPr" and not in_fallback(node):
            own = node.find("{*}id")
            if own is not None:
                ids["sdt"][attribute(own, "val")] += 1
            tag = node.find("{*}tag")
            if tag is not None and len(attribute(tag, "val") or "") > 64:
                part.tell(node, "a tag has at most 64 characters")
        if name == "wp:docPr" and len(node.get("descr") or "") > 250:
            part.tell(node, "alternative text of more than 250 characters")
        if name == "w:bookmarkStart":
            starts[attribute(node, "id")] += 1
        if name == "w:bookmarkEnd":
            ends[attribute(node, "id")] += 1
        if name in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
            open_ranges[attribute(node, "id"), name] += 1
    for what, counted in (("revision id", ids["ins"]), ("drawing id", ids["docPr"]), ("control id", ids["sdt"])):
        for value, times in counted.items():
            if times > 1:
                part.tell(part.root, f"{what} {value} stands {times} times")
    for value in set(starts) | set(ends):
        if starts[value] != ends[value]:
            part.tell(part.root, f"bookmark {value} begins {starts[value]} and ends {ends[value]} times")
    for value in {key for key, _ in open_ranges}:
        times = [open_ranges[value, f"w:comment{end}"] for end in ("RangeStart", "RangeEnd", "Reference")]
        if times[0] != times[1] or times[2] < 1:
            part.tell(part.root, f"comment {value}: starts, ends, references {times}")


def within(node, inner, outer):
    """Whether between a node and its deletion there is a box of its own."""
    for above in node.iterancestors():
        local = etree.QName(above).localname
        if local == inner:
            return True
        if local == outer:
            return False
    return False


def in_fallback(node):
    return any(above.tag == f"{MC}Fallback" for above in node.iterancestors())


def package(file):
    found = []
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        for name, times in Counter(name.lower() for name in names).items():
            if times > 1:
                found.append(f"{name}: stands {times} times in the package")
        roots = {}
        for name in names:
            if name.endswith((".xml", ".rels")):
                try:
                    roots[name] = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
                except etree.XMLSyntaxError as error:
                    found.append(f"{name}: {error}")
    types = roots.get("[Content_Types].xml")
    if types is None:
        return found + ["[Content_Types].xml is missing"], {}
    defaults = {node.get("Extension").lower() for node in types.iter("{*}Default")}
    overrides = [node.get("PartName") for node in types.iter("{*}Override")]
    for name, times in Counter(overrides).items():
        if times > 1:
            found.append(f"[Content_Types].xml: {name} stands {times} times")
        if name.lstrip("/") not in names:
            found.append(f"[Content_Types].xml: {name} is not in the package")
    for name in names:
        if name.endswith("/") or name == "[Content_Types].xml":
            continue
        if f"/{name}" not in overrides and name.rsplit(".")[-1].lower() not in defaults:
            found.append(f"{name}: has no content type")
    targets = {}
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name)[:-5])
        own = {}
        for node in root.iter("{*}Relationship"):
            if node.get("Id") in own:
                found.append(f"{name}: {node.get('Id')} stands twice")
            own[node.get("Id")] = node
            if node.get("TargetMode") != "External":
                target = node.get("Target")
                full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                if full not in names:
                    found.append(f"{name}: {node.get('Id')} leads to {full}, which is not in the package")
        targets[source] = own
    for name, root in roots.items():
        for node in root.iter("{*}*"):
            for key, value in node.attrib.items():
                space = etree.QName(key).namespace or ""
                if PREFIX.get(space) == "r" and etree.QName(key).localname in ("id", "embed", "link") and value:
                    if value not in targets.get(name, {}):
                        found.append(f"{name}: relation {value} of {etree.QName(node).localname} is missing")
    comments = next((root for name, root in roots.items() if name == "word/comments.xml"), None)
    known = {attribute(node, "id") for node in comments} if comments is not None else set()
    document = roots.get("word/document.xml")
    if document is not None:
        for node in document.iter("{*}commentReference"):
            if attribute(node, "id") not in known:
                found.append(f"word/document.xml: comment {attribute(node, 'id')} is not in word/comments.xml")
    return found, roots


def violations(file, advice=False):
    found, roots = package(file)
    for name, root in roots.items():
        kind = ORDER["roots"].get(named(root.tag) or "")
        if kind is None:
            continue
        part = Part(name, root, advice)
        part.check(root, kind)
        if named(root.tag).startswith("w:"):
            beyond_the_schema(part)
        found += part.found
    return found


def kinds(lines):
    """Violations without the numbers of elements, which move when something is put between."""
    return Counter(re.sub(r"\[\d+\]", "", line) for line in lines)


if __name__ == "__main__":
    files = [name for name in sys.argv[1:] if not name.startswith("--")]
    beside = Counter()
    if "--beside" in sys.argv:
        other = sys.argv[sys.argv.index("--beside") + 1]
        files.remove(other)
        beside = kinds(violations(other, "--advice" in sys.argv))
    told = 0
    for file in files:
        left = Counter(beside)
        for line in violations(file, "--advice" in sys.argv):
            kind = next(iter(kinds([line])))
            if left[kind] > 0:
                left[kind] -= 1
                continue
            print(f"{file}: {line}")
            told += 1
    print(f"{len(files)} files, {told} violations", file=sys.stderr)
    sys.exit(1 if told else 0)
