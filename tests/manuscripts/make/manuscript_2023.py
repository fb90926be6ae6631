"""Makes ../manuscript-2023.docx: last year's report, to be rolled to the next year.

The sentences are the claims of input/lagesrapport-2023, area by area: by turns in a control with the claim's id, as plain
text, and in plain text that is worded as an author would. Deterministic: which is which goes by the claim's place.
"""
import csv
import pathlib
import re

import authority
import ooxml as o
from ooxml import cell, claim, field, item, mark, number, p, r, raw, row, simple, table

HERE = pathlib.Path(__file__).resolve().parent.parent
STUDY = HERE.parent.parent / "input/lagesrapport-2023"
TEXT = "VerketBrdtext"
AREAS = {
    "all": "Sammanfattning",
    "bu-region": "Barn och unga – regionernas insatser",
    "ungdom-lan": "Ungdomsmottagningar – länens gemensamma insatser",
    "samsjuklighet-lan": "Samsjuklighet eller omfattande behov",
    "kunskap-region": "Kunskapsbaserad och säker vård och omsorg – regionernas insatser",
    "kunskap-kommun": "Kunskapsbaserad och säker vård och omsorg – kommunernas insatser",
}
# As an author may word what a claim states; the first that fits.
WORDED = [
    (r"^Inom området har (\d+) insatser redovisats\.$", r"Totalt redovisades \1 insatser inom området under året."),
    (r"^Sammanlagt rekvirerades ([\d ,]+) miljoner kronor för området\.$", r"För området rekvirerades sammanlagt \1 miljoner kronor."),
    (r"^Vanligast bland aktiviteterna är (.*)\.$", r"Den vanligaste aktiviteten är \1, precis som tidigare."),
    (r"^I (\d+) av (\d+) (\w+) har (.*) medverkat\.$", r"När det gäller inflytande har \4 medverkat i \1 av \2 \3."),
    (r"^Enskilda har medverkat i (\d+) (\w+) och andra organisationer i (\d+)\.$", r"I \1 \2 har enskilda medverkat, och i \3 andra organisationer."),
    (r"^Insatser med målet (.*) är (\d+) till antalet\.$", r"Målet \1 finns i \2 insatser."),
    (r"^Till insatser med målet (.*) gick cirka ([\d ,]+) miljoner kronor\.$", r"Cirka \2 miljoner kronor gick till insatser med målet \1."),
    (r"^Den vanligaste målgruppen är (.*), i (\d+) procent av insatserna\.$", r"I \2 procent av insatserna är målgruppen \1, som är den vanligaste."),
    (r"^(.*) är det perspektiv som oftast lyfts fram, av (\d+) (\w+)\.$", r"Oftast lyfts perspektivet \1 fram, av \2 \3."),
    (r"^Oftast ansvarig är (.*), i (\d+) av (\d+) insatser\.$", r"I \2 av \3 insatser är \1 ansvarig, oftare än någon annan."),
]


def worded(text):
    for pattern, made in WORDED:
        if re.match(pattern, text):
            return re.sub(pattern, made, text)
    return text


def sentences(claims, offset):
    """Paragraphs of three sentences; every third sentence is in a control, every third worded."""
    blocks, line = [], []
    for at, entry in enumerate(claims):
        text = entry["statement"]
        way = (at + offset) % 3
        if way == 0:
            line.append(claim(entry["id"], text, kind=""))
        elif way == 1:
            line.append(r(text))
        else:
            line.append(r(worded(text)))
        line.append(r(" "))
        if len(line) == 6:
            blocks.append(p(TEXT, *line))
            line = []
    return "".join(blocks) + (p(TEXT, *line) if line else "")


def make():
    o.new.now.clear()
    claims = list(csv.DictReader((STUDY / "claims.csv").open(encoding="utf-8")))
    by_id = {entry["id"]: entry["statement"] for entry in claims}
    document = authority.template()
    document.core_properties.title = "Insatser inom psykisk hälsa 2023"
    section = document.sections[0]
    authority.empty(section.footer._element)
    authority.put(section.footer._element, p("Sidfot", r("Sida "), simple("PAGE", "1"), r(" av "), field("NUMPAGES", "5")))
    blocks = [p("Rubrik", r("Insatser inom psykisk hälsa 2023")), p("Underrubrik", r("Lägesrapport 2024")),
              p(TEXT, r("Texten gäller 2023 och jämför i några fall med 2022."))]
    for offset, (area, title) in enumerate(AREAS.items()):
        own = [entry for entry in claims if entry["area"] == area]
        blocks.append(p("Rubrik1", r(title)))
        blocks.append(sentences(own, offset))
        if area == "bu-region":
            blocks.append(item("figur-02", p(None, r("Figuren för 2023"))))
            blocks.append(p("Beskrivning", mark("_Ref2023", r("Figur ") + field("SEQ Figur \\* ARABIC", "1")),
                            r(". Antal genomförda insatser och använda stimulansmedel 2023")))
    rows = [("Barn och unga, regionerna", "BR23-002"), ("Ungdomsmottagningar", "UL23-002"), ("Samsjuklighet", "SA23-002"),
            ("Kunskapsbaserad vård, regionerna", "KR23-002"), ("Kunskapsbaserad vård, kommunerna", "KK23-002")]
    blocks.append(p("Beskrivning", r("Tabell "), field("SEQ Tabell \\* ARABIC", "1"), r(". Insatser per område 2023")))
    blocks.append(table(authority.TABLE_STYLE, 2, row(*(cell(p("VerketTabelltext", r(text))) for text in ("Område", "Insatser")), head=True),
                        *(row(cell(p("VerketTabelltext", r(name))), cell(p("VerketTabelltext", number(
                            id, re.search(r"\d+", by_id[id].replace("området", ""))[0], kind="")))) for name, id in rows)))
    authority.put(document.element.body, "".join(blocks))
    return authority.save(document)


if __name__ == "__main__":
    o.package(make(), HERE / "manuscript-2023.docx")
