"""A course in English: nothing that deckgen puts on slides and papers is Japanese, and every file says its language."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from pptx import Presentation

from deckgen.changes import compare
from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.layout.papers import lay_out_emergency
from deckgen.merge import merge
from deckgen.model.content import Content
from deckgen.model.publication import Publication
from deckgen.pipeline.content import company_content
from deckgen.pipeline.new_profile import blank_profile
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.schema import schema_text
from deckgen.readers.theme import read_theme
from deckgen.wording import words_in
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.changes import markdown, text
from deckgen.writers.changes.report import report_paper
from deckgen.writers.html import render as preview

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent / "english"
THEME = Path(__file__).parents[2] / "themes" / "standard"
JAPANESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef○×△]|ja-JP")
"""Signs of Japanese, and its name as a language of runs, notes, masters and properties."""


@cache
def publication(*, is_draft: bool = False) -> Publication:
    report = Report()
    course = read_course(HERE / "courses" / "privacy", report)
    profile = read_profile(load_profile(HERE / "companies" / "sample.yaml", report), course, report)
    theme = read_theme(THEME, report)
    merged = merge(course, profile, draft=is_draft, public=is_draft, report=report)
    deck, emergency = lay_out(merged, theme, report), lay_out_emergency(merged, theme)
    return Publication(merged, deck, theme, datetime(2026, 11, 28, 12, tzinfo=UTC), emergency)


def files(name: str, *, is_draft: bool = False) -> dict[str, bytes]:
    options = Options(forms=("A", "B"), handout="full" if is_draft else "compact")
    made = OUTPUTS[name].render(options.applied(publication(is_draft=is_draft)), options, ())
    return {file.ending: file.rendered.data for file in made}


def told(data: bytes) -> Iterator[str]:
    """Every text of a PDF, those that are only heard too, or every part of a package."""
    if data.startswith(b"%PDF"):
        with pdfplumber.open(BytesIO(data)) as paper:
            yield from (str(value) for value in paper.metadata.values())
            yield from map(str, paper.structure_tree)
        yield from pages_of(data)
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            if name.endswith(".xlsx"):
                yield from told(part)
            elif name.endswith(".xml") and "theme/" not in name:
                yield part.decode()


def pages_of(data: bytes) -> list[str]:
    """The text of each page of a PDF, by a reader that is fifty times as fast as one that tells where each sign is."""
    with pypdfium2.PdfDocument(data) as paper:
        return [page.get_textpage().get_text_bounded() for page in paper]


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("is_draft", [False, True], ids=["edition", "draft"])
def test_nothing_is_in_japanese(name: str, is_draft: bool) -> None:
    for ending, data in files(name, is_draft=is_draft).items():
        assert [JAPANESE.findall(text) for text in told(data) if JAPANESE.search(text)] == [], ending


def test_the_preview_is_in_english() -> None:
    html = preview(publication(), with_cues=True).data.decode()
    assert '<html lang="en">' in html
    assert JAPANESE.findall(re.sub(r"base64,[^)]*", "", html)) == []


def test_a_pdf_says_its_language() -> None:
    for data in files("handout").values():
        with pdfplumber.open(BytesIO(data)) as paper:
            assert paper.doc.catalog["Lang"] == b"en"


def test_every_run_of_the_deck_says_its_language() -> None:
    (data,) = files("deck").values()
    parts = [part for part in told(data) if "<a:rPr" in part]
    assert {language for part in parts for language in re.findall(r'\blang="([^"]*)"', part)} == {"en-GB"}
    assert Presentation(BytesIO(data)).core_properties.language == "en-GB"


def test_days_years_answers_and_list_marks_are_those_of_english() -> None:
    cover = "\n".join(told(files("handout")["handout.pdf"]))
    assert "FY 2026 edition · Version 1.0 · Issued 28 November 2026" in cover
    key = "\n".join(told(files("answers")["answers.pdf"]))
    assert "A Q4 (False)" in key
    assert "B → C → A" in key


def test_a_course_has_words_of_its_own_in_any_language() -> None:
    texts = "\n".join(told(files("deck")["deck.pptx"]))
    assert "How it came about" in texts
    assert words_in("en")["causes"] not in re.findall(r">([^<]*)<", texts)


def next_year() -> Content:
    """What the next edition says: another version, a slide and a rule less, other words in between."""
    now = now_told()
    edition = {**now.edition, "fiscal_year": 2027, "version": "2.0", "issued_on": "2027-11-29", "draft": True}
    first, *rest = now.slides
    slides = (*rest[1:], replace(first, notes=("Something else.", *first.notes)))
    return replace(now, edition=edition, slots=now.slots[:-1], slides=slides, quiz={})


def now_told() -> Content:
    report = Report()
    source = read_course(HERE / "courses" / "privacy", report)
    profile = read_profile(load_profile(HERE / "companies" / "sample.yaml", report), source, report)
    return company_content(publication().course, source, profile, publication().theme)


@pytest.mark.parametrize("is_alike", [False, True])
def test_comparisons_are_in_english(is_alike: bool) -> None:
    comparison = compare(now_told(), now_told() if is_alike else next_year())
    stamp = datetime(2027, 11, 29, 12, tzinfo=UTC)
    page = report_paper(comparison, publication().theme, stamp).description()
    assert '<html lang="en">' in page
    assert is_alike or "FY 2027 · version 2.0 (issued 29 November 2027) · draft" in page
    for told in (page, text.render(comparison, "en"), markdown.render(comparison, "en")):
        assert JAPANESE.findall(told) == []


def test_a_new_profile_and_its_schema_are_in_english() -> None:
    course = read_course(HERE / "courses" / "privacy", Report())
    typed = re.compile("社員番号|所属|氏名|可|条件付き|不可|作成|確認|承認|14:00〜15:00|件")
    for told in (blank_profile(course, "schema.json", certified=False), schema_text("company", course)):
        assert JAPANESE.findall(typed.sub("", told)) == []
        assert "asked of: Training" in told
        assert "TO FILL IN" in told
