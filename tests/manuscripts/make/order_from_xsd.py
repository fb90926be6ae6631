"""Makes ../order.json from the schemas of ECMA-376 (Part 4, transitional; Part 2 for core properties).

    python order_from_xsd.py FOLDER

FOLDER holds the standard's own schemas: wml.xsd, dml-main.xsd, dml-picture.xsd, dml-wordprocessingDrawing.xsd, the
shared-*.xsd, and opc-*.xsd. What is kept are the sequences of children and the attributes that must be there, of every
type that can be reached from the parts a manuscript has.
"""
import glob
import json
import pathlib
import sys

from lxml import etree

X = "{http://www.w3.org/2001/XMLSchema}"
PREFIX = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "vt",
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml": "ds",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
# Not followed: mathematics, and what a shape may look like beside a picture's frame.
LEFT = {"m", "vt"}
ROOTS = ["w:document", "w:styles", "w:settings", "w:numbering", "w:comments", "w:footnotes", "w:endnotes", "w:hdr",
         "w:ftr", "w:fonts", "w:webSettings", "w:glossaryDocument", "w:txbxContent", "wp:inline", "wp:anchor",
         "a:graphic", "a:theme", "pic:pic", "ep:Properties", "ds:datastoreItem", "cp:coreProperties", "ct:Types",
         "rel:Relationships"]
UNBOUNDED = 2


class Schemas:
    def __init__(self, folder):
        self.types, self.groups, self.elements, self.attribute_groups = {}, {}, {}, {}
        self.qualified = {}
        for path in sorted(glob.glob(f"{folder}/**/*.xsd", recursive=True)):
            root = etree.parse(path).getroot()
            prefix = PREFIX.get(root.get("targetNamespace"))
            if prefix is None:
                continue
            self.qualified[prefix] = root.get("elementFormDefault") == "qualified"
            for node in root.iter(f"{X}*"):
                if node.get("name") is None:
                    continue
                name = f"{prefix}:{node.get('name')}"
                kind = etree.QName(node).localname
                top = node.getparent() is root
                if kind == "complexType":
                    self.types[name] = (node, prefix)
                elif kind == "group":
                    self.groups[name] = (node, prefix)
                elif kind == "attributeGroup" and top:
                    self.attribute_groups[name] = (node, prefix)
                elif kind == "element" and top:
                    self.elements[name] = (node, prefix)

    def name(self, node, text, own):
        prefix, _, local = text.rpartition(":")
        if not prefix and None not in node.nsmap:
            return f"{own}:{local}"
        space = node.nsmap.get(prefix or None)
        return f"{PREFIX.get(space, '?')}:{local}"

    def children(self, node, own):
        """The elements a particle may be, as slots: [names with their types, many, needed]."""
        kind = etree.QName(node).localname if isinstance(node.tag, str) else ""
        low = int(node.get("minOccurs", "1"))
        many = node.get("maxOccurs", "1") not in ("0", "1")
        if kind == "element":
            if node.get("ref"):
                name = self.name(node, node.get("ref"), own)
                target = self.elements.get(name)
                kind_of = target and self.type_of(target[0], target[1], name)
            else:
                name = f"{own}:{node.get('name')}"
                kind_of = self.type_of(node, own, name)
            return [[{name: kind_of}, many, low > 0]]
        if kind == "any":
            return [[{"*": None}, True, False]]
        if kind == "group":
            found = self.groups.get(self.name(node, node.get("ref"), own))
            if found is None:
                return []
            inner = [self.children(part, found[1]) for part in found[0] if isinstance(part.tag, str)]
            slots = [slot for part in inner for slot in part]
        elif kind in ("sequence", "choice", "all"):
            parts = [self.children(part, own) for part in node if isinstance(part.tag, str)]
            parts = [part for part in parts if part]
            slots = [slot for part in parts for slot in part]
            if kind == "all" and slots:
                # Each at most once, in any order.
                return [[merged(slots), UNBOUNDED, False]]
            if kind == "choice" and slots:
                several = any(slot[1] for slot in slots) or any(len(part) > 1 for part in parts)
                slots = [[merged(slots), several, all(any(s[2] for s in part) for part in parts)]]
        else:
            return []
        if many and slots:
            slots = [[merged(slots), True, any(slot[2] for slot in slots)]]
        if low == 0:
            slots = [[names, several, False] for names, several, _ in slots]
        return slots

    def type_of(self, node, own, name):
        if node.get("type"):
            found = self.name(node, node.get("type"), own)
            return found if found in self.types else None
        inline = node.find(f"{X}complexType")
        if inline is not None:
            made = f"{name}/type"
            self.types.setdefault(made, (inline, own))
            return made
        return None

    def content(self, name):
        """The slots of a type, and the attributes that must be there."""
        node, own = self.types[name]
        slots, required = [], []
        extension = node.find(f".//{X}extension")
        if extension is None:
            extension = node.find(f"{X}complexContent/{X}restriction")
            restricted = extension is not None
        else:
            restricted = False
        if extension is not None and not restricted:
            base = self.name(extension, extension.get("base"), own)
            if base in self.types:
                slots, required = self.content(base)
        holder = node if extension is None else extension
        for part in holder:
            if isinstance(part.tag, str):
                slots = slots + self.children(part, own)
        required = required + self.required(holder, own)
        return slots, required

    def required(self, holder, own):
        found = []
        for part in holder:
            if part.tag == f"{X}attribute" and part.get("use") == "required":
                if part.get("ref"):
                    found.append(self.name(part, part.get("ref"), own))
                else:
                    found.append(f"w:{part.get('name')}" if own == "w" else part.get("name"))
            if part.tag == f"{X}attributeGroup" and part.get("ref"):
                group = self.attribute_groups.get(self.name(part, part.get("ref"), own))
                if group:
                    found += self.required(group[0], group[1])
        return found


def merged(slots):
    names = {}
    for slot in slots:
        names.update({name: kind for name, kind in slot[0].items() if name not in names})
    return names


def main(folder):
    schemas = Schemas(folder)
    roots, queue, types = {}, [], {}
    for name in ROOTS:
        if name in schemas.elements:
            node, prefix = schemas.elements[name]
            roots[name] = schemas.type_of(node, prefix, name)
            queue.append(roots[name])
    while queue:
        name = queue.pop()
        if name is None or name in types or name.split(":")[0] in LEFT:
            continue
        slots, required = schemas.content(name)
        types[name] = {"slots": [{"of": names, "many": bool(many), "once_each": many == UNBOUNDED, "need": need}
                                 for names, many, need in slots], "attributes": sorted(set(required))}
        queue += [kind for slot in slots for kind in slot[0].values()]
    # Types that hold nothing and need nothing say nothing.
    empty = {name for name, type in types.items() if not type["slots"] and not type["attributes"]}
    for type in types.values():
        for slot in type["slots"]:
            slot["of"] = {name: (None if kind in empty else kind) for name, kind in slot["of"].items()}
    made = {
        "source": "ECMA-376 5th edition, Part 4 (ISO/IEC 29500-4:2016, transitional): wml.xsd, dml-*.xsd, shared-*.xsd; Part 2: opc-*.xsd",
        "namespaces": {prefix: space for space, prefix in PREFIX.items()},
        "roots": roots,
        "types": {name: types[name] for name in sorted(types) if name not in empty},
    }
    lines = ["{"]
    for key in ("source", "namespaces", "roots"):
        lines.append(f" {json.dumps(key)}: {json.dumps(made[key], ensure_ascii=False)},")
    lines.append(' "types": {')
    lines.append(",\n".join(f"  {json.dumps(name)}: {compact(type)}" for name, type in made["types"].items()))
    lines += [" }", "}", ""]
    target = pathlib.Path(__file__).resolve().parent.parent / "order.json"
    target.write_text("\n".join(lines), encoding="utf-8")
    print(len(made["types"]), "types,", target.stat().st_size, "bytes")



def compact(type):
    """Only what is true is written."""
    slots = []
    for slot in type["slots"]:
        kept = {"of": slot["of"]}
        kept.update({key: True for key in ("many", "once_each", "need") if slot[key]})
        slots.append(kept)
    kept = {"slots": slots}
    if type["attributes"]:
        kept["attributes"] = type["attributes"]
    return json.dumps(kept, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
