"""A manuscript of about 300 pages with 500 controls, for the time that filling takes.

    python large.py OUT.docx [PAGES] [CONTROLS]

It is not kept: this says how to build it. The body is the same page again and again — a heading, seven paragraphs of prose
and a table — with a number, a claim or an item in a control wherever one is due. Everything else is that of
manuscript-python.docx.
"""
import csv
import pathlib
import sys
import tomllib

import manuscript_python as base
import ooxml as o
from ooxml import cell, claim, field, item, number, p, r, row, table

STUDY = pathlib.Path(__file__).resolve().parents[3] / "input/lagesrapport-2024"
PROSE = ("Redovisningen visar hur medlen har använts och vad arbetet har lett till. De ansvariga beskriver att arbetet har "
         "tagit form under året, att fler verksamheter deltar och att mycket återstår. I flera fall har arbetet börjat om "
         "när medarbetare har slutat, och då har tidigare överenskommelser fått göras på nytt. ")


def make(pages=300, controls=500):
    claims = [line for line in csv.DictReader((STUDY / "claims.csv").open(encoding="utf-8")) if line["assertion"]]
    counted = [line for line in claims if any(c.isdigit() for c in line["statement"])]
    items = [entry["id"] for entry in tomllib.loads((STUDY / "report.toml").read_text(encoding="utf-8"))["item"]]
    parts = base.make()
    due, blocks = 0, []
    for page in range(pages):
        blocks.append(p("Rubrik2", r(f"Avsnitt {page + 1}")))
        here = controls * (page + 1) // pages - due
        for at in range(7):
            content = [r(PROSE)]
            if at < here:
                kind = due % 10
                if kind < 4:
                    content.append(number(counted[due % len(counted)]["id"], "17"))
                elif kind < 9:
                    content.append(claim(claims[due % len(claims)]["id"], "Förra årets mening med 17 insatser."))
                else:
                    blocks.append(item(items[due // 10 % len(items)], p(None, r("Figuren kommer här."))))
                due += 1
            if at == 5:
                content.append(field(f"REF _Ref{'figur02'} \\h", "figur 1"))
            blocks.append(p(base.TEXT, *content))
        blocks.append(table("VerketTabell", 3, *(row(*(cell(p("VerketTabelltext", r(f"{page} {n}"))) for n in range(3)))
                                                 for _ in range(5))))
    text = parts["word/document.xml"].decode()
    start = text.index("<w:body>") + len("<w:body>")
    end = text.rindex("<w:sectPr")
    parts["word/document.xml"] = (text[:start] + "".join(blocks) + text[end:]).encode()
    return parts, due


if __name__ == "__main__":
    made, controls = make(*(int(value) for value in sys.argv[2:4]))
    o.package(made, sys.argv[1])
    print(controls, "controls,", len(made["word/document.xml"]), "bytes of text")
