"""Makes ../planted.docx and ../planted.csv: a manuscript of twelve pages with fifty errors that are known.

    python planted.py [SEED]                              the committed files (seed 2024)
    python planted.py --true OUT.docx                     the same text without an error
    python planted.py --from TEXT OUT.docx OUT.csv SEED   another text

The text is `planted.txt`, prose about the study in input/lagesrapport-2024 with places where an error can be made:
`[[kind|claim|true|wrong]]`. The seed chooses which of them become errors, so many of each kind as QUOTA says, and where Word
has split the runs. Marks of the text: `#` headings (numbered here), `!fig id | caption`, `!table id | title` with its rows,
`!box` lines of a text box, `^[a note]`, `{+Author: inserted+}`, `{-Author: deleted-}`, `{{fig:id}}` and `{{tab:id}}` references
as fields. Kinds: antal (counts in digits), ord (counts in words), andel (shares), kronor, enhet (units), ordning (ranks and
comparisons), tabell (a cell), rubrik (a heading or caption), not (a note or a text box), hänvisning (a figure or table that
is not there, or a field that shows another number), infogat (put in by a tracked revision for the true number).
"""
import csv
import io
import pathlib
import random
import re
import sys

import authority
import ooxml as o
from ooxml import box, cell, dele, field, ins, mark, note, p, picture, r, raw, row, simple, table

HERE = pathlib.Path(__file__).resolve().parent
QUOTA = {"antal": 8, "ord": 4, "andel": 6, "kronor": 5, "enhet": 4, "ordning": 5, "tabell": 5, "rubrik": 3, "not": 4,
         "hänvisning": 4, "infogat": 2}
SITE = re.compile(r"\[\[([^|\]]*)\|([^|]*)\|([^|]*)\|([^\]]*)\]\]")
PIECE = re.compile(r"(\^\[(?:\[\[[^\]]*\]\]|[^\]])*\]|\{[+-][^:]*: .*?[+-]\}|\{\{[^}]*\}\}|\[\[[^\]]*\]\])")
TEXT = "VerketBrdtext"
DATES = {"Anna Ek": "2025-10-20T09:15:00Z", "Bo Lind": "2025-10-22T14:40:00Z"}


def thousands(text):
    """No-break spaces in numbers, as a careful author has them."""
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "\u00a0", text)


class Manuscript:
    def __init__(self, text, seed, errors=True):
        self.random = random.Random(seed)
        sites = list(SITE.finditer(text))
        chosen = set()
        if errors:
            for kind, count in QUOTA.items():
                of_kind = [at for at, site in enumerate(sites) if site.group(1) == kind]
                chosen |= set(self.random.sample(of_kind, count))
        self.wrong = {sites[at].start(): f"P{number + 1:02}" for number, at in enumerate(sorted(chosen))}
        self.text, self.told, self.notes = text, [], []
        self.figures = {name: at + 1 for at, name in enumerate(re.findall(r"^!fig (\S+)", text, flags=re.M))}
        self.tables = {name: at + 1 for at, name in enumerate(re.findall(r"^!table (\S+)", text, flags=re.M))}

    # Text as it stands: what a reader sees, with the wrong numbers and without what is deleted.
    def plain(self, text, offset):
        def piece(match):
            found = match.group(0)
            if found.startswith("[["):
                kind, _, true, wrong = SITE.fullmatch(found).groups()
                return wrong if offset + match.start() in self.wrong else true
            if found.startswith("^["):
                return ""
            if found.startswith("{{"):
                return self.reference(found[2:-2])[1]
            return found[found.index(": ") + 2:-2] if found.startswith("{+") else ""
        return thousands(re.sub(r"  +", " ", PIECE.sub(piece, text)))

    def reference(self, name):
        kind, _, id = name.partition(":")
        return (f"_Ref{kind}{id}".replace("-", ""),
                f"figur {self.figures[id]}" if kind == "fig" else f"tabell {self.tables[id]}")

    def split(self, text, rpr=""):
        """A text as one run, or as Word has split it."""
        text = thousands(text)
        if len(text) < 4 or self.random.random() < 0.6:
            return r(text, rpr) if text else ""
        at = self.random.randrange(1, len(text))
        return r(text[:at], rpr) + '<w:proofErr w:type="gramStart"/>' + r(text[at:], rpr)

    def runs(self, text, offset, part="document", whole=None, place=""):
        """The runs of a text; errors are told with the text that they stand in."""
        whole = self.plain(text, offset) if whole is None else whole
        made, at = [], 0
        for match in PIECE.finditer(text):
            made.append(self.split(text[at:match.start()]))
            made.append(self.piece(match, offset, part, whole, place))
            at = match.end()
        made.append(self.split(text[at:]))
        return "".join(made)

    def piece(self, match, offset, part, whole, place):
        found, start = match.group(0), offset + match.start()
        if found.startswith("^["):
            id = len(self.notes) + 2
            self.notes.append(None)
            inner = found[2:-1]
            self.notes[id - 2] = self.runs(inner, start + 2, "footnotes", place=f"note {id - 1}")
            return note(id)
        if found.startswith("{{"):
            name, shown = self.reference(found[2:-2])
            return field(f"REF {name} \\h", shown)
        if found.startswith("{"):
            author, _, text = found[2:-2].partition(": ")
            stamp = (author, DATES[author])
            return ins(*stamp, r(thousands(text))) if found[1] == "+" else dele(*stamp, text)
        kind, claim, true, wrong = SITE.fullmatch(found).groups()
        error = self.wrong.get(start)
        if error:
            # Where it begins in the paragraph, in characters.
            at = len(whole) - len(self.plain(match.string, offset)) + len(self.plain(match.string[:match.start()], offset))
            assert whole[at:at + len(wrong)] == thousands(wrong), (whole, at, wrong)
            self.told.append({"id": error, "kind": kind, "part": part, "place": place, "at": at, "paragraph": whole,
                              "stated": thousands(wrong), "true": thousands(true), "claim": claim if ":" not in claim else ""})
        if ":" in claim:
            return field(f"REF {self.reference(claim)[0]} \\h", wrong if error else true)
        if kind == "infogat" and error:
            return dele("Anna Ek", DATES["Anna Ek"], thousands(true)) + ins("Anna Ek", DATES["Anna Ek"], r(thousands(wrong)))
        return self.split(wrong if error else true)

    def blocks(self, image):
        made, numbers, boxed = [], [0, 0], []
        lines, at = self.text.split("\n"), 0
        offsets, total = [], 0
        for line in lines:
            offsets.append(total)
            total += len(line) + 1
        while at < len(lines):
            line, offset = lines[at], offsets[at]
            if line.startswith("!box "):
                boxed.append((line[5:], offset + 5))
                at += 1
                if at < len(lines) and lines[at].startswith("!box "):
                    continue
                inner = "".join(p("VerketFaktaruta", self.runs(text, where, place="text box")) for text, where in boxed)
                made.append(p(TEXT, box(inner)))
                boxed = []
                continue
            if line.startswith("#"):
                level = len(line) - len(line.lstrip("#"))
                numbers = [numbers[0] + 1, 0] if level == 1 else [numbers[0], numbers[1] + 1]
                number = str(numbers[0]) if level == 1 else f"{numbers[0]}.{numbers[1]}"
                title = line[level + 1:]
                made.append(p(f"Rubrik{level}", r(f"{number} "), self.runs(title, offset + level + 1, place="heading",
                              whole=f"{number} {self.plain(title, offset + level + 1)}"),
                              ppr="<w:pageBreakBefore/>" if level == 1 and numbers[0] in (3, 4, 5, 6) else ""))
            elif line.startswith("!fig "):
                id, _, caption = line[5:].partition(" | ")
                where = offset + len(line) - len(caption)
                made.append(p(None, picture(image, "Figur", f"Figur {self.figures[id]}", 5000000, 2600000), ppr="<w:keepNext/>"))
                made.append(self.caption("Figur", f"fig{id}", self.figures[id], caption, where))
            elif line.startswith("!table "):
                id, _, title = line[7:].partition(" | ")
                made.append(self.caption("Tabell", f"tab{id}", self.tables[id], title, offset + len(line) - len(title)))
                rows = []
                at += 1
                while at < len(lines) and "|" in lines[at]:
                    rows.append(self.row(lines[at], offsets[at], not rows))
                    at += 1
                made.append(table(authority.TABLE_STYLE, len(re.split(r" \| ", lines[at - 1])), *rows) + p(TEXT))
                continue
            elif line:
                made.append(p(TEXT, self.runs(line, offset)))
            at += 1
        return "".join(made)

    def caption(self, kind, id, number, text, offset):
        label = mark(f"_Ref{id}".replace("-", ""), r(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", str(number)))
        return p("Beskrivning", label, r(". "), self.runs(text, offset, place="caption",
                 whole=f"{kind} {number}. {self.plain(text, offset)}"))

    def row(self, line, offset, head):
        cells, first = [], None
        for match in re.finditer(r"(?:\[\[[^\]]*\]\]|[^|])+", line):
            text, lead = match.group(0).strip(), len(match.group(0)) - len(match.group(0).lstrip())
            first = first or text
            cells.append(cell(p("VerketTabelltext", self.runs(text, offset + match.start() + lead, place=f"row {first}"))))
        return row(*cells, head=head)


def make(text, seed, errors=True, title="Insatser inom psykisk hälsa 2024"):
    o.new.now.clear()
    manuscript = Manuscript(text, seed, errors)
    document = authority.template()
    document.core_properties.title = title
    image, _ = document.part.get_or_add_image(io.BytesIO(o.png(100, 52, (214, 224, 233))))
    section = document.sections[0]
    authority.empty(section.footer._element)
    authority.put(section.footer._element, p("Sidfot", r("Sida "), simple("PAGE", "1"), r(" av "), field("NUMPAGES", "12")))
    cover = p("Rubrik", r(title)) + p("Underrubrik", r("Lägesrapport 2025")) + p(TEXT, r("Dnr 4.1-00123/2025, 2025-11-03"))
    authority.put(document.element.body, cover + manuscript.blocks(image))
    parts = authority.save(document)
    sign = raw("<w:footnoteRef/>", '<w:rStyle w:val="Fotnotsreferens"/>')
    own = ('<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
           '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>')
    own += "".join(f'<w:footnote w:id="{at + 2}">{p("Fotnotstext", sign, r(" "), runs)}</w:footnote>'
                   for at, runs in enumerate(manuscript.notes))
    parts["word/footnotes.xml"] = o.part("footnotes", own)
    o.relation(parts, "word/document.xml", "footnotes", "footnotes.xml")
    o.content_type(parts, "/word/footnotes.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml")
    return parts, sorted(manuscript.told, key=lambda entry: entry["id"])


def write(told, path):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["id", "kind", "part", "place", "at", "paragraph", "stated", "true", "claim"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(told)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--from"]:
        source, out, table_out, seed = sys.argv[2:6]
        parts, told = make(pathlib.Path(source).read_text(encoding="utf-8"), int(seed))
        o.package(parts, out)
        write(told, table_out)
    else:
        text = (HERE / "planted.txt").read_text(encoding="utf-8")
        if sys.argv[1:2] == ["--true"]:
            o.package(make(text, 2024, errors=False)[0], sys.argv[2])
        else:
            parts, told = make(text, int(sys.argv[1]) if len(sys.argv) > 1 else 2024)
            o.package(parts, HERE.parent / "planted.docx")
            write(told, HERE.parent / "planted.csv")
            print(len(told), "errors")
