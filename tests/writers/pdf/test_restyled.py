"""A designer restyles every paper with CSS alone: nothing leaves the sheet, and nothing is lost."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pdfplumber
import pytest

from deckgen.model.publication import Publication
from deckgen.writers import Options
from deckgen.writers.changes.report import report_paper
from deckgen.writers.handout import handout_paper
from deckgen.writers.pdf.papers import Paper
from deckgen.writers.quiz import answer_paper, form_papers
from deckgen.writers.record import record_paper
from deckgen.writers.rendered import MadeFile
from deckgen.writers.worksheet import worksheet_paper
from tests.writers.changes.sample import SAMPLE
from tests.writers.paper.sample import COMPANY, ROOT, made, printed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

FILES = (MadeFile("2026FY_course_v1.0_deck.pptx", "0123456789abcdef" * 4, "slides", 7),)
PAPERS: dict[str, Callable[[Publication], Paper]] = {
    "quiz": lambda publication: form_papers(publication, ("A",))["A"],
    "record": lambda publication: record_paper(publication, FILES),
    "changes": lambda publication: report_paper(SAMPLE, publication.theme, publication.stamp),
    "worksheet": worksheet_paper,
    "compact handout": handout_paper,
    "full handout": lambda publication: handout_paper(Options(handout="full").applied(publication)),
    "answers": lambda publication: answer_paper(publication, ("A", "B")),
}
SHEETS = {
    "larger type": ":root, table, h1, h2, h3, .small, .label { font-size: 15pt; line-height: 1.6 }",
    "Letter, other margins": "@page { size: 8.5in 11in; margin: 20mm 10mm 12mm 32mm }",
    "another family": (
        '@font-face { font-family: "Own"; src: url(own.ttf) } '
        ':root { font-family: "Own" } @page { font-family: "Own" } .b, h1, h2, h3, th { font-weight: 400 }'
    ),
    "a small sheet": "@page { size: 148mm 210mm }",
}
LONG = COMPANY.replace("株式会社<みほん>&A", "株式会社<みほん>&A" + "みらい精密工業" * 4)


def restyled(publication: Publication, sheet: str, folder: Path) -> Publication:
    """The publication in a theme that has a style sheet of its own, laid over the standard one."""
    paper = folder / "paper"
    paper.mkdir()
    (paper / "paper.css").write_text(sheet, encoding="utf-8")
    shutil.copy(ROOT / "themes" / "standard" / "fonts" / "BIZUDPGothic-Bold.ttf", paper / "own.ttf")
    theme = publication.theme
    return replace(publication, theme=replace(theme, papers=(paper, *theme.papers)))


def text_of(html: str) -> str:
    """The words of a description, without white space."""
    return unescape(re.sub(r"<[^>]*>|\s", "", html[html.index("<body") :]))


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("look", SHEETS)
def test_nothing_leaves_the_sheet_whatever_the_style_sheet(name: str, look: str, tmp_path: Path) -> None:
    paper = PAPERS[name](restyled(made(LONG), SHEETS[look], tmp_path))
    data = paper.render("ua").data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            outside = [
                char["text"]
                for char in page.chars
                if char["x0"] < 0 or char["top"] < 0 or char["x1"] > page.width or char["bottom"] > page.height
            ]
            assert outside == [], page.page_number
        sizes = {(round(page.width), round(page.height)) for page in pdf.pages}
    assert sizes == {{"Letter, other margins": (612, 792), "a small sheet": (420, 595)}.get(look, (595, 842))}
    assert not Counter(text_of(paper.description())) - Counter(printed(data))


def test_a_theme_replaces_one_template_and_keeps_the_others(tmp_path: Path) -> None:
    publication = restyled(made(), "", tmp_path)
    (tmp_path / "paper" / "quiz.html.j2").write_text(
        '{% extends "base.html.j2" %}{% block body %}<h1>{{ view.title }}だけ</h1>{% endblock %}', encoding="utf-8"
    )
    assert "確認テストだけ</h1>" in PAPERS["quiz"](publication).description()
    assert "採点表" in PAPERS["answers"](publication).description()


def told(sheet: str, folder: Path) -> list[str]:
    paper = form_papers(restyled(made(COMPANY), sheet, folder), ("A",))["A"]
    return [
        f"{Path(finding.place.file).name}:{finding.place.line}:{finding.place.column} {dict(finding.values)['text']}"
        for finding in paper.render("ua").findings
        if finding.code == "sheet-ignored" and finding.place
    ]


def test_what_the_engine_leaves_out_of_a_style_sheet_is_told_at_its_line(tmp_path: Path) -> None:
    sheet = "p {\n  colour: red;\n  font-size: bold }\np::nonsense { margin: 0 }\n@page { size: 210 297 }\n"
    assert told(sheet, tmp_path) == [
        "paper.css:2:3 colour: red;",
        "paper.css:3:3 font-size: bold }",
        "paper.css:4:1 p::nonsense",
        "paper.css:5:9 size: 210 297 }",
    ]


def test_what_is_left_out_of_an_imported_sheet_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "other.css").write_text("\n\np { colour: red }", encoding="utf-8")
    paper = tmp_path / "once"
    paper.mkdir()
    found = restyled(made(COMPANY), '@import "other.css";\np { width: 3 }', paper)
    shutil.copy(tmp_path / "paper" / "other.css", paper / "paper" / "other.css")
    findings = form_papers(found, ("A",))["A"].render("ua").findings
    places = {f"{Path(each.place.file).name}:{each.place.line}" for each in findings if each.place}
    assert places == {"other.css:3", "paper.css:2"}


def test_the_sheets_of_our_own_themes_are_understood_in_full() -> None:
    for paper in (draw(made(COMPANY)) for draw in PAPERS.values()):
        assert [finding for finding in paper.render("ua").findings if finding.code == "sheet-ignored"] == []
