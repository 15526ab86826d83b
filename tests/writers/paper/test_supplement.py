"""Families beside that of all text: the supplement for kanji of names, which few documents need, and headings."""

from io import BytesIO

import pdfplumber
import pytest

from deckgen.writers.record import record_paper
from tests.writers.paper.sample import COMPANY, made

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")


def fonts_by_character(company: str) -> dict[str, str]:
    """The font that each character of a record is drawn with."""
    data = record_paper(made(company), ()).render("ua").data
    with pdfplumber.open(BytesIO(data)) as pdf:
        return {character["text"]: character["fontname"] for page in pdf.pages for character in page.chars}


def test_a_rare_kanji_is_drawn_with_the_supplement_and_its_neighbours_with_the_family() -> None:
    fonts = fonts_by_character(COMPANY.replace("place: 会議室", "place: 𠮷槗会館"))
    assert "Supplement" in fonts["𠮷"]
    assert "Supplement" in fonts["槗"]
    assert "BIZ" in fonts["館"]


def test_a_document_without_one_embeds_the_family_only() -> None:
    assert {name.partition("+")[2] for name in fonts_by_character(COMPANY).values()} == {
        "BIZ-UDPGothic", "BIZ-UDPGothic-Bold",
    }  # fmt: skip


def test_titles_are_drawn_with_the_family_of_headings_and_all_else_is_not() -> None:
    data = record_paper(made(theme="evening"), ()).render("ua").data
    with pdfplumber.open(BytesIO(data)) as pdf:
        first = [(char["size"], char["fontname"]) for char in pdf.pages[0].chars]
    largest, least = max(first)[0], min(first)[0]
    assert {"Mincho" in font for size, font in first if size == largest} == {True}
    assert {"Mincho" in font for size, font in first if size == least} == {False}
