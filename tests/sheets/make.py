"""Fills in the workbooks of tests/sheets/study as coders would, through openpyxl and LibreOffice, and keeps what came of it in back/.

Needs: pip install openpyxl; LibreOffice (soffice). Run in this folder, with the program: python3 make.py ../../target/debug/insats
The draw is by a seed, so the files fit until the columns of the workbooks change.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
INSATS = os.path.abspath(sys.argv[1])
CODES = "Kod: Aktivitet"
ANNA = {
    "R-1-1": "G1 Mottagningar", "R-1-2": "G2", "R-2-1": "g3", "R-3-1": "G1; G2", "R-4-1": "G2", "R-5-1": " G2 ",
    "R-6-1": "ingen", "R-6-2": "G3", "R-7-1": "G1", "R-8-1": "G1",
}
SETTLED = ["G1", "G3 Kartläggning", "ingen"]
SEMICOLONS = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1"


def back(name):
    return os.path.join(HERE, "back", name)


def insats(*arguments):
    subprocess.run([INSATS, *arguments], check=True, env={**os.environ, "LC_ALL": "C"})


def convert(path, to, name):
    """Saves a file by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        # A profile of one's own, where somebody else may be using LibreOffice.
        own = [os.environ["INSATS_OFFICE"]] if "INSATS_OFFICE" in os.environ else []
        subprocess.run(["soffice", *own, "--headless", "--convert-to", to, "--outdir", folder, path], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, os.listdir(folder)[0]), back(name))


def head(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def ids(path):
    return [row[0].value for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2)]


def fill(path, name, codes):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, head(sheet)[CODES]).value = codes(sheet.cell(row, 1).value)
    # Sorted by recipient, a column of one's own in the middle, and a filter that hides a row.
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    rows.sort(key=lambda row: row[head(sheet)["Mottagare"] - 1], reverse=True)
    for at, values in enumerate(rows, start=2):
        for column, value in enumerate(values, start=1):
            sheet.cell(at, column).value = value
    sheet.row_dimensions[3].hidden = True
    sheet.insert_cols(4)
    sheet.cell(1, 4).value = "Att fråga om"
    book.save(back(name))


def main():
    shutil.rmtree(back(""), ignore_errors=True)
    os.makedirs(back(""))
    with tempfile.TemporaryDirectory() as folder:
        study = os.path.join(folder, "study")
        shutil.copytree(os.path.join(HERE, "study"), study)
        insats("sheet", study, "--coders", "Anna,Bo", "--double", "0.3")
        own = {coder: os.path.join(study, "private", f"coding-{coder}.xlsx") for coder in ("anna", "bo")}
        both = sorted(set(ids(own["anna"])) & set(ids(own["bo"])))
        fill(own["anna"], "coding-anna.xlsx", ANNA.get)
        fill(own["bo"], "coding-bo.xlsx", lambda id: "G2" if id in both and ANNA[id] != "G2" else "G3" if id in both else ANNA[id])
        for coder in ("anna", "bo"):
            path = back(f"coding-{coder}.xlsx")
            convert(path, SEMICOLONS, f"coding-{coder}.csv")
            convert(path, "ods", f"coding-{coder}.ods")
            convert(path, "xlsx:Calc MS Excel 2007 XML", f"coding-{coder}-libreoffice.xlsx")
        with open(back("coding-anna.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        column = rows[0].index(CODES)
        rows[1][column], rows[2][column] = "G11", "?"
        rows.append(["R-99-1", *rows[1][1:]])
        with open(back("wrong.csv"), "w", encoding="cp1252", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        insats("collect", study, back("coding-anna.xlsx"), back("coding-bo.xlsx"))
        book = openpyxl.load_workbook(os.path.join(study, "private", "differences.xlsx"))
        sheet = book.worksheets[0]
        for row, codes in enumerate(SETTLED, start=2):
            sheet.cell(row, head(sheet)["Slutliga koder"]).value = codes
            sheet.cell(row, head(sheet)["Skäl"]).value = "Vi läste tillsammans"
        assert sheet.max_row == len(SETTLED) + 1
        book.save(back("differences.xlsx"))


main()
