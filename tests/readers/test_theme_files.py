"""Style sheets and templates that a theme brings along: what is wrong in them is told at its line."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.messages import render
from deckgen.readers.theme_files import check_sheets, check_templates

STANDARD = Path(__file__).parents[2] / "themes" / "standard"
HOUSE = STANDARD / "paper"


def sheet(folder: Path, text: str | bytes, name: str = "own.css") -> list[str]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    report = Report()
    check_sheets([path], report)
    return told(report, folder)


def template(folder: Path, text: str | bytes) -> list[str]:
    (folder / "handout.html.j2").write_bytes(text if isinstance(text, bytes) else text.encode())
    report = Report()
    check_templates([folder, HOUSE], report)
    return told(report, folder)


def told(report: Report, folder: Path) -> list[str]:
    for found in report:
        assert render(found, "ja")
    return [f"{str(found.place).removeprefix(f'{folder}/')} {found.code}" for found in report]


def test_the_files_of_the_house_are_sound() -> None:
    report = Report()
    check_sheets(sorted(STANDARD.glob("*/*.css")), report)
    check_templates([HOUSE], report)
    assert not list(report)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p { color: red }\n@import 'gone.css';", ["own.css:2:1 sheet-address"]),
        ("p { background: url(../secret.png) }", ["own.css:1:17 sheet-address"]),
        ("p { background: url('https://www.example.jp/a.png') }", ["own.css:1:17 sheet-address"]),
        ("@font-face { font-family: A;\n src: url(file:///etc/passwd) }", ["own.css:2:7 sheet-address"]),
        ("@import url(data:text/css;base64,cHt9);", ["own.css:1:9 sheet-address"]),
        ("@import 'own.css';", ["own.css:1:1 sheet-loop"]),
        ("p { color: red", []),
        ("p { color: red }\nq { color: red\ni { margin: 0 }", ["own.css:2:1 sheet-unclosed"]),
        ("p::after { content: '{' } /* { */ q { margin: 0 }", []),
        ("} p { color: red }", ["own.css:1:1 sheet-syntax"]),
        (b"p::before { content: '\x93\x8c' }", ["own.css:1:23 file-encoding"]),
        ("p { background: url(own.png) }", ["own.css:1:17 sheet-address"]),
    ],
)
def test_a_style_sheet_is_told_at_its_line(text: str | bytes, expected: list[str], tmp_path: Path) -> None:
    assert sheet(tmp_path, text) == expected


def test_style_sheets_may_import_one_another_in_one_direction(tmp_path: Path) -> None:
    (tmp_path / "more.css").write_text("p { margin: 0 }")
    assert sheet(tmp_path, "@import 'more.css';\n@import 'more.css';") == []
    (tmp_path / "more.css").write_text("@import 'own.css';")
    assert sheet(tmp_path, "@import 'more.css';") == ["more.css:1:1 sheet-loop"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["handout.html.j2 theme-template-empty"]),
        (" \n\t\n", ["handout.html.j2 theme-template-empty"]),
        ("\n{# <p>later</p> #}\n", ["handout.html.j2 theme-template-empty"]),
        ("{% if a %}\n<p>", ["handout.html.j2:1:1 theme-template-syntax"]),
        ("<p>\n\n{{ b", ["handout.html.j2:3:1 theme-template-syntax"]),
        ("<p>\n{% include 'gone.j2' %}", ["handout.html.j2:2:1 theme-template-missing"]),
        ("{% extends 'base.html.j2' %}", []),
        ("<p>\n<img alt='印' src='logo.png'>", ["handout.html.j2:2:1 theme-template-picture"]),
        ("<img src='{{ view.picture }}'>", []),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", ["handout.html.j2 theme-template-syntax"]),
        (b"<p>\x93\x8c</p>", ["handout.html.j2:1:4 file-encoding"]),
    ],
)
def test_a_template_is_told_at_its_line(text: str | bytes, expected: list[str], tmp_path: Path) -> None:
    assert template(tmp_path, text) == expected
