"""What QualCoder makes of a codebook: runs its own import code without a window system, and prints its tables as JSON.

    python3 imported.py <checkout of QualCoder> <codebook.qdc>

QualCoder (https://github.com/ccbogel/QualCoder, LGPL 3) is not part of this project: the checkout is given by who runs the test.
"""

import ast
import builtins
import json
import sqlite3
import sys
import types
from pathlib import Path
from unittest.mock import MagicMock


def package_of(checkout):
    for folder in (checkout / "src" / "qualcoder", checkout / "qualcoder"):
        if (folder / "refi.py").is_file():
            return folder
    sys.exit(f"no refi.py below {checkout}")


def tables(package):
    """The statements by which QualCoder itself makes the tables of codes."""
    tree = ast.parse((package / "__main__.py").read_text(encoding="utf-8"))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    wanted = ("CREATE TABLE code_cat ", "CREATE TABLE code_name ")
    return [text for text in texts if text.startswith(wanted)]


class Widget:
    """Stands for every class of the window system that is inherited from."""


def without_windows(package):
    """Everything that draws is a mock; the package is loaded without what it does when it is opened."""
    sys.modules["vlc"] = MagicMock()
    sys.modules["PyQt6"] = qt = MagicMock()
    qt.QtWidgets.QDialog = Widget
    for name in ("QtWidgets", "QtCore", "QtGui"):
        sys.modules[f"PyQt6.{name}"] = getattr(qt, name)
    own = types.ModuleType("qualcoder")
    own.__path__ = [str(package)]
    sys.modules["qualcoder"] = own
    for name in ("GUI", "GUI.ui_dialog_refi_export_endings", "GUI.ui_dialog_colour_selector", "helpers"):
        sys.modules[f"qualcoder.{name}"] = MagicMock()
    builtins._ = lambda text: text


def main(checkout, codebook):
    package = package_of(Path(checkout))
    without_windows(package)
    from qualcoder import refi

    database = sqlite3.connect(":memory:")
    for statement in tables(package):
        database.execute(statement)
    importer = getattr(refi, "RefiImport", None) or refi.Refi_import
    own = importer.__new__(importer)
    own.app = MagicMock(conn=database)
    own.parent_textedit = MagicMock()
    own.import_type, own.file_path, own.xmlns_version, own.codes = "qdc", codebook, "1.0", []
    own.import_codebook()
    categories = database.execute("select name, memo from code_cat order by catid").fetchall()
    codes = database.execute(
        "select code.name, code.memo, cat.name, main.name from code_name code"
        " left join code_cat cat on cat.catid = code.catid"
        " left join code_name main on main.cid = code.supercid order by code.cid"
    ).fetchall()
    print(json.dumps({"categories": categories, "codes": codes}, ensure_ascii=False))


main(*sys.argv[1:])
