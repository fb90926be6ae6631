"""Makes every file in files/ and refused/ that is not written by hand.

Needs: pip install openpyxl XlsxWriter xlwt pandas pyarrow pyreadstat msoffcrypto-tool; LibreOffice (soffice) for ods;
node with `npm install xlsx@0.18.5` in $SHEETJS for xlsb. Run in this folder: python3 make.py
"""

import datetime
import os
import re
import subprocess
import tempfile
import zipfile

import openpyxl
import pandas as pd
import pyreadstat
import xlsxwriter
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile

HEAD = ["Id", "Region", "Insats 1: Vad gjordes?", "Insats 1: Kronor", "Insats 2: Vad gjordes?", "Insats 2: Kronor",
        "Samverkan?", "Målgrupp: Barn", "Målgrupp: Unga", "Stöd", "E-post"]
ROWS = [
    ["101", "Region Uppsala", "2024-05-01", "450000", "Ny mottagning", "1 200 000 kr", "Ja", "X", "", "Vägledning; Utbildning",
     "MARKE1@example.se"],
    ["102", "VGR", "Kartläggning: \"A; B\"\nrad två", "2500000,50", "", "", "Nej", "", "X", "Utbildning", "MARKE2@example.se"],
]
# The same with the types that programs give cells.
TYPED = [
    [101, "Region Uppsala", datetime.date(2024, 5, 1), 450000, "Ny mottagning", "1 200 000 kr", "Ja", True, False,
     "Vägledning; Utbildning", "MARKE1@example.se"],
    [102, "VGR", ROWS[1][2], 2500000.5, None, None, "Nej", False, True, "Utbildning", "MARKE2@example.se"],
]


def path(name):
    return os.path.join("files", name)


def text(name, delimiter, end="\r\n", encoding="utf-8", bom=b"", rows=ROWS, quote='"'):
    def field(value):
        if any(sign in value for sign in (delimiter, quote, "\n")):
            return quote + value.replace(quote, quote * 2) + quote
        return value
    lines = [delimiter.join(field(value) for value in row) for row in [HEAD] + rows]
    content = end.join(lines) + end
    if end == "\r":
        content = content.replace("\n", "\r")
    with open(path(name), "wb") as file:
        file.write(bom + content.encode(encoding))


def texts():
    text("komma.csv", ",")
    text("semikolon.csv", ";")
    text("tabb.tsv", "\t")
    text("lodstreck.csv", "|")
    text("radslut-lf.csv", ";", end="\n")
    text("radslut-cr.csv", ";", end="\r")
    text("utf8-bom.csv", ";", bom=b"\xef\xbb\xbf")
    text("utf16-le.csv", ";", encoding="utf-16-le", bom=b"\xff\xfe")
    text("utf16-be.csv", ";", encoding="utf-16-be", bom=b"\xfe\xff")
    text("utf16-le-utan-bom.csv", ";", encoding="utf-16-le")
    text("windows-1252.csv", ";", encoding="cp1252")
    text("latin-1.csv", ";", encoding="latin-1")
    text("macroman.csv", ";", encoding="mac-roman")
    janej = [row[:7] + [{"X": "Ja", "": "Nej"}[mark] for mark in row[7:9]] + row[9:] for row in ROWS]
    text("ja-nej.csv", ";", rows=janej)
    ones = [row[:7] + [{"X": "1", "": "0"}[mark] for mark in row[7:9]] + row[9:] for row in ROWS]
    text("ettor.csv", ";", rows=ones)


def workbooks():
    # Everything as text.
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEAD] + ROWS:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.number_format = "@"
    book.save(path("text.xlsx"))

    # Numbers, dates, booleans, percent, and formulas with the results that the program saved.
    book = xlsxwriter.Workbook(path("typer.xlsx"), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Svar")
    percent = book.add_format({"num_format": "0 %"})
    for column, name in enumerate(HEAD + ["Andel"]):
        sheet.write(0, column, name)
    for number, row in enumerate(TYPED, start=1):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime(value.year, value.month, value.day))
            elif value is not None:
                sheet.write(number, column, value)
        sheet.write(number, len(HEAD), 0.45, percent)
    sheet.write_formula("D2", "=400000+50000", None, 450000)
    sheet.write_formula("B3", '="V"&"GR"', None, "VGR")
    sheet.write_formula("E3", '=IF(TRUE,"","x")', None, "")
    book.close()

    # As Excel saves a formula whose result is an empty text.
    parts = zipfile.ZipFile(path("typer.xlsx"))
    parts = {name: parts.read(name) for name in parts.namelist()}
    with zipfile.ZipFile(path("typer.xlsx"), "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in parts.items():
            out.writestr(name, part.replace(b'<c r="E3"><f>', b'<c r="E3" t="str"><f>'))

    # Title lines, blank rows and columns, two columns of one name, a merged header, a total, a hidden sheet.
    book = xlsxwriter.Workbook(path("omgivning.xlsx"))
    hidden = book.add_worksheet("Dold")
    hidden.write(0, 0, "Id")
    hidden.hide()
    sheet = book.add_worksheet("Svar")
    sheet.activate()
    sheet.set_first_sheet()
    sheet.merge_range("B1:F1", "Enkät om psykisk hälsa")
    sheet.write("B2", "Uttag 2024-06-01")
    columns = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12]
    for column, name in zip(columns, HEAD):
        sheet.write(3, column, name)
    sheet.write(3, 13, "Kommentar")
    sheet.write(3, 14, "Kommentar")
    for number, row in zip([5, 7], TYPED):
        for column, value in zip(columns, row):
            if isinstance(value, datetime.date):
                value = value.isoformat()
            if value is not None:
                sheet.write(number, column, value)
        sheet.write(number, 13, "Vet ej")
    sheet.write(8, 2, "Summa")
    sheet.write(8, 4, 2950000.5)
    book.close()

    # Two header rows, the first merged over its options.
    book = xlsxwriter.Workbook(path("sammanslagna-rubriker.xlsx"))
    sheet = book.add_worksheet("Svar")
    for column, name in enumerate(HEAD):
        if column not in (7, 8):
            sheet.write(0, column, name)
    sheet.merge_range(0, 7, 0, 8, "Målgrupp")
    sheet.write(1, 7, "Barn")
    sheet.write(1, 8, "Unga")
    for number, row in enumerate(ROWS, start=2):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(number, column, value)
    book.close()

    # Excel until 2003.
    book = xlwt.Workbook()
    sheet = book.add_sheet("Svar")
    date = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for column, name in enumerate(HEAD):
        sheet.write(0, column, name)
    for number, row in enumerate(TYPED, start=1):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write(number, column, value, date)
            elif value is not None:
                sheet.write(number, column, value)
    book.save(path("typer.xls"))

    # OpenDocument, by LibreOffice.
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", "ods", "--outdir", folder, path("typer.xlsx")], check=True,
                       capture_output=True)
        os.replace(os.path.join(folder, "typer.ods"), path("typer.ods"))

    # Binary Excel, by SheetJS.
    script = """
const XLSX = require('xlsx'); const [,, from, to] = process.argv;
const book = XLSX.readFile(from, {cellDates: false, cellNF: true});
for (const name of book.SheetNames) for (const cell of Object.values(book.Sheets[name])) if (cell && cell.f) delete cell.f;
XLSX.writeFile(book, to, {bookType: 'xlsb', bookSST: true});
"""
    subprocess.run(["node", "-e", script, "-", os.path.abspath(path("typer.xlsx")), os.path.abspath(path("typer.xlsb"))],
                   check=True, cwd=os.environ["SHEETJS"])


def columns():
    names = ["id", "region", "v1", "k1", "v2", "k2", "samverkan", "barn", "unga", "stod", "epost"]
    frame = pd.DataFrame(ROWS, columns=names)
    frame["id"] = frame["id"].astype(float)
    frame["k1"] = [450000.0, 2500000.5]
    frame["samverkan"] = [1.0, 2.0]
    frame["barn"] = [1.0, 0.0]
    frame["unga"] = [0.0, 1.0]
    labels = dict(column_labels=HEAD, variable_value_labels={"samverkan": {1: "Ja", 2: "Nej"}})
    pyreadstat.write_sav(frame, path("spss.sav"), **labels)
    pyreadstat.write_sav(frame, path("spss.zsav"), compress=True, **labels)
    frame = pd.DataFrame(TYPED, columns=HEAD)
    frame["Insats 1: Vad gjordes?"] = [ROWS[0][2], ROWS[1][2]]
    frame.to_parquet(path("snappy.parquet"), compression="snappy")
    frame.to_parquet(path("okomprimerad.parquet"), compression=None)


def refused():
    os.chdir("refused")
    def csv(name, rows, encoding="utf-8"):
        with open(name, "wb") as file:
            file.write("".join(";".join(row) + "\r\n" for row in rows).encode(encoding))
    plain = [HEAD] + [[value.replace("\n", " ").replace('"', "").replace("; ", ", ") for value in row] for row in ROWS]
    plain[1][9] = "Utbildning"

    def changed(row, column, value):
        rows = [list(r) for r in plain]
        rows[row][column] = value
        return rows
    csv("belopp-negativt.csv", changed(1, 3, "-450000"))
    csv("belopp-for-stort.csv", changed(1, 3, "99999999999999999999"))
    csv("belopp-vetenskapligt.csv", changed(1, 3, "4,5E+05"))
    csv("felvarde.csv", changed(1, 3, "#N/A"))
    csv("felvarde-svenskt.csv", changed(1, 2, "#SAKNAS!"))
    csv("kort-rad.csv", [plain[0], plain[1], plain[2][:6]])
    csv("samma-mottagare.csv", plain + [["103", "Västra Götalandsregionen"] + plain[2][2:]])
    csv("samma-id.csv", [plain[0], plain[1], ["101"] + plain[2][1:]])
    csv("dubbelkodad.csv", [[v.encode().decode("cp1252", "replace") for v in row] for row in plain])
    csv("tecken-borta.csv", [["".join("\ufffd" if ord(c) > 127 else c for c in v) for v in row] for row in plain])
    half = "".join(";".join(row) + "\r\n" for row in plain[:2]).encode() + (";".join(plain[2]).replace("VGR", "Västra Götaland") + "\r\n").encode("cp1252")
    open("blandade-teckenkodningar.csv", "wb").write(half)
    open("nul.csv", "wb").write((";".join(plain[0]) + "\r\n" + ";".join(plain[1])).encode() + b"\0\0\0\r\n")
    open("oppet-citat.csv", "wb").write((";".join(plain[0]) + "\r\n101;\"Region Uppsala;x\r\n").encode())
    open("webbsida.xls", "w").write("<html><table><tr><td>Id</td></tr></table></html>")
    csv("text.xlsx", plain)
    open("arkiv.xlsx", "wb").write(b"")
    with zipfile.ZipFile("arkiv.xlsx", "w") as archive:
        archive.writestr("bilder/bild.txt", "x")
    whole = open("../files/typer.xlsx", "rb").read()
    open("avkortad.xlsx", "wb").write(whole[: len(whole) // 2])
    open("arbetsbok.csv", "wb").write(whole)
    spss = open("../files/spss.sav", "rb").read()
    open("avkortad.sav", "wb").write(spss[:-200])
    old = open("../files/typer.xls", "rb").read()
    open("avkortad.xls", "wb").write(old[: len(old) // 2])
    parquet = open("../files/snappy.parquet", "rb").read()
    open("avkortad.parquet", "wb").write(parquet[:-100])
    pd.DataFrame(ROWS, columns=HEAD).to_parquet("zstd.parquet", compression="zstd")
    # openpyxl saves formulas without results.
    book = openpyxl.Workbook()
    for row in [HEAD] + ROWS:
        book.active.append([value or None for value in row])
    book.active["D2"] = "=400000+50000"
    book.active["D3"] = "=D2*2"
    book.save("oberaknad-formel.xlsx")
    # The same in OpenDocument, by hand: LibreOffice would calculate it.
    content = zipfile.ZipFile("../files/typer.ods")
    with zipfile.ZipFile("oberaknad-formel.ods", "w", zipfile.ZIP_DEFLATED) as out:
        for part in content.namelist():
            inside = content.read(part)
            inside = re.sub(rb' office:value-type="float" office:value="450000" calcext:value-type="float"><text:p>450000</text:p>',
                            b'>', inside)
            out.writestr(part, inside)
    book = xlsxwriter.Workbook("felvarde.xlsx")
    sheet = book.add_worksheet("Svar")
    for number, row in enumerate([HEAD] + ROWS):
        for column, value in enumerate(row):
            sheet.write_string(number, column, value)
    sheet.write_formula("D2", "=NA()", None, "#N/A")
    sheet.write_formula("D3", "=NA()", None, "#N/A")
    book.close()
    with open("losenord.xlsx", "wb") as out, open("../files/text.xlsx", "rb") as plain_book:
        OOXMLFile(plain_book).encrypt("hemligt", out)
    # A sheet that claims all cells that a sheet can have, and has its last.
    book = xlsxwriter.Workbook("sjutton-miljarder.xlsx")
    sheet = book.add_worksheet("Svar")
    sheet.write(0, 0, "Id")
    sheet.write(1048575, 16383, "x")
    book.close()
    # The same without the claim.
    parts = zipfile.ZipFile("sjutton-miljarder.xlsx")
    with zipfile.ZipFile("sjutton-miljarder-utan-dimension.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            part = parts.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b'<dimension ref="A1:XFD1048576"/>', b'<dimension ref="A1"/>')
            out.writestr(name, part)
    # 10 000 columns under headers that are merged over each other.
    book = xlsxwriter.Workbook("tiotusen-kolumner.xlsx")
    sheet = book.add_worksheet("Svar")
    for row, width in enumerate([10000, 7500, 5000, 2500]):
        sheet.merge_range(row, 0, row, width - 1, "Rubrik")
    for column in range(10000):
        sheet.write(4, column, "Id")
    book.close()


if __name__ == "__main__":
    texts()
    workbooks()
    columns()
    refused()
