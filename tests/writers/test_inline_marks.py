"""A link, bold type and a reading, one inside the other, are drawn wherever a text may stand, in every output."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from deckgen.diagnostics import Place, Report
from deckgen.layout import lay_out
from deckgen.layout.papers import lay_out_emergency
from deckgen.model.publication import Publication
from deckgen.model.quiz import Choice, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.slots import History, HistoryEntry
from deckgen.model.text import Paragraph, Run, Source, Text, plain_text
from deckgen.text.inline import parse
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import MadeFile
from tests.layout.slides import course, slide
from tests.layout.supply import Supply
from tests.layout.themes import STANDARD

ADDRESS = "https://www.example.co.jp/rules"
WRITTEN = f"[社内**サイト**の**｜規程《きてい》**]({ADDRESS})と漢字《かんじ》を見る"
KINDS = ("cover", "section", "text", "rules", "table", "discussion", "emergency")
"""Slides that the papers take something from. `make conformance` judges all."""
PDFS = [name for name in OUTPUTS if name != "deck"]


def marked() -> Text:
    report = Report()
    text = parse(WRITTEN, Source(WRITTEN, Place("course.yaml", 7, 3)), report)
    assert not len(report)
    return text


class Marked(Supply):
    """Every text with every mark; running text as a list too."""

    def line(self) -> Text:
        return marked()

    def title(self) -> Text:
        return marked()

    def blocks(self) -> Text:
        (paragraph,) = marked().paragraphs
        return replace(marked(), paragraphs=(paragraph, replace(paragraph, marker="-")))


def quiz() -> Quiz[Text]:
    known: dict[str, Any] = {"slide": "text", "question": marked(), "explanation": marked()}
    choices = (Choice(text=marked(), correct=True), Choice(text=marked()), Choice(text=marked()))
    items = (
        SingleItem(id="one", choices=choices, **known),
        MultipleItem(id="some", choices=choices, **known),
        TrueFalseItem(id="true", answer=True, **known),
        OrderingItem(id="order", choices=(marked(),) * 3, **known),
    )
    return Quiz(title=marked(), lead=marked(), items=items)


@cache
def publication() -> Publication:
    """Slides of many kinds, notes and cues, a test and a history."""
    supply = Marked(many=1)
    slides = [replace(slide(kind, supply, kind), notes=supply.blocks(), cues=supply.blocks()) for kind in KINDS]
    history = History((HistoryEntry(version=plain_text("1.0"), issued_on=date(2025, 11, 2), summary=marked()),))
    made = course(*slides, quiz=quiz(), title=marked(), history=history)
    deck, emergency = lay_out(made, STANDARD, Report()), lay_out_emergency(made, STANDARD)
    return Publication(made, deck, STANDARD, datetime(2026, 11, 2, 12, tzinfo=UTC), emergency)


def test_the_marks_are_what_they_are_meant_to_be() -> None:
    (paragraph,) = marked().paragraphs
    assert paragraph == Paragraph((
        Run("社内", link=ADDRESS), Run("サイト", strong=True, link=ADDRESS), Run("の", link=ADDRESS),
        Run("規程", strong=True, link=ADDRESS, ruby="きてい"), Run("と"), Run("漢字", ruby="かんじ"), Run("を見る"),
    ))  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_a_screen_reader_is_told_of_every_link_and_every_reading(name: str) -> None:
    for file in OUTPUTS[name].render(publication(), Options(), (MadeFile("deck.pptx", "0" * 64, "slides", 2),)):
        if file.unit != "pages":
            continue
        with pdfplumber.open(BytesIO(file.rendered.data)) as pdf:
            elements = Counter(_kinds(pdf.doc.catalog["StructTreeRoot"]))
            links = [link["uri"] for page in pdf.pages for link in page.hyperlinks]
        assert elements["OBJR"] == elements["Link"] == len(links)
        assert elements["RB"] == elements["RT"] == elements["Ruby"]
        if name != "record":  # which quotes nothing but names, days and numbers
            assert ADDRESS in links
            assert (elements["Ruby"] > 0) == (name != "card")  # whose lines are too close for readings above them


def test_what_a_sheet_of_cards_repeats_is_clicked_and_read_once() -> None:
    card, _ = OUTPUTS["card"].render(publication(), Options(), ())
    with pdfplumber.open(BytesIO(card.rendered.data)) as pdf:
        words = "".join(char["text"] for char in pdf.pages[1].chars)
        links = [link["uri"] for link in pdf.pages[1].hyperlinks]
    assert words.count("規程") % 10 == 0
    assert 0 < len(links) <= 4 * words.count("規程") // 10


def _kinds(element: Any) -> list[str]:
    """Of all elements of a structure tree."""
    from pdfminer.pdftypes import resolve1

    element = resolve1(element)
    if isinstance(element, list):
        return [kind for kid in element for kind in _kinds(kid)]
    if not isinstance(element, dict):
        return []
    name = element.get("S") or element.get("Type")
    return [name.name if name else "", *_kinds(element.get("K"))]
