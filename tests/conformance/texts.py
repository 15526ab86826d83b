"""The words of decks and handouts, read back from the finished files, white space taken out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdftypes import resolve1
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

from deckgen.wording import LANGUAGES, say

CUES_HEADINGS = frozenset("".join(say("cues-heading", language).split()) for language in LANGUAGES)
_FOOTERS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER)
READING = re.compile(r"([一-鿿々〆ヶ]+)（([ぁ-ゖー]+)）")


@dataclass(frozen=True, slots=True)
class SlideText:
    """What one slide says."""

    number: int
    paragraphs: tuple[str, ...]
    """On the slide, in the order in which paper is read: without footers, and the line above the title first."""
    notes: tuple[str, ...]
    cues: tuple[str, ...]
    has_chart: bool
    slide_id: str = ""
    """The slide of the course that it shows."""
    title: str = ""


def deck_texts(deck: Path) -> list[SlideText]:
    """The slides of a deck; the text of charts is data and is left out."""
    presentation = Presentation(str(deck))
    return [_slide(number, slide) for number, slide in enumerate(presentation.slides, start=1)]


def _slide(number: int, slide: Any) -> SlideText:
    notes = [*_packed(slide.notes_slide.notes_text_frame)] if slide.has_notes_slide else []
    end = next((at for at, text in enumerate(notes) if text in CUES_HEADINGS), len(notes))
    has_chart = any(isinstance(shape, GraphicFrame) and shape.has_chart for shape in slide.shapes)
    told, cues = tuple(notes[:end]), tuple(notes[end + 1 :])
    name = slide.notes_slide.name if slide.has_notes_slide else ""
    shapes = sorted(slide.shapes, key=lambda shape: not shape.name.endswith("/section"))
    title = slide.shapes.title
    return SlideText(
        number,
        tuple(_on_slide(shape for shape in shapes if not _is_footer(shape))),
        told,
        cues,
        has_chart,
        name,
        "".join(title.text_frame.text.split()) if title is not None else "",
    )


def _is_footer(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type in _FOOTERS


def _on_slide(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _on_slide(shape.shapes)
        elif isinstance(shape, GraphicFrame):
            if shape.has_table:
                yield from (text for row in shape.table.rows for cell in row.cells for text in _packed(cell.text_frame))
        elif shape.has_text_frame:
            yield from _packed(shape.text_frame)


def _packed(frame: Any) -> Iterator[str]:
    texts = ("".join(paragraph.text.split()) for paragraph in frame.paragraphs)
    yield from (text for text in texts if text)


@cache
def printed_text(pdf: Path, least: float = 0) -> str:
    """All tagged text of a PDF in the order in which a screen reader reads it (ISO 32000-1, 14.7).

    `least`: what is smaller, in points, is left out.
    """
    with pdfplumber.open(pdf) as file:
        pieces: defaultdict[tuple[object, int], str] = defaultdict(str)
        for page in file.pages:
            for character in page.chars:
                if character["mcid"] is not None and character["size"] >= least:
                    pieces[page.page_obj.pageid, character["mcid"]] += character["text"]
            page.close()
        root = resolve1(file.doc.catalog["StructTreeRoot"])
        return "".join("".join(pieces[content] for content in _contents(root, 0)).split())


def _contents(element: Any, page: object) -> Iterator[tuple[object, int]]:
    """Page and number of each marked content below an element of the structure tree."""
    page = element["Pg"].objid if "Pg" in element else page
    kids = resolve1(element.get("K"))
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = resolve1(kid)
        if isinstance(kid, int):
            yield page, kid
        elif isinstance(kid, dict) and "MCID" in kid:
            yield kid["Pg"].objid if "Pg" in kid else page, kid["MCID"]
        elif isinstance(kid, dict):
            yield from _contents(kid, page)


def find(text: str, printed: str, start: int = 0) -> tuple[int, int] | None:
    """Where a paragraph stands in print from `start` on, and where it ends.

    A reading that the deck sets in brackets behind its word stands in print as ruby, before or behind the word.
    """
    pattern, position = "", 0
    for reading in READING.finditer(text):
        word, kana = re.escape(reading[1]), re.escape(reading[2])
        pattern += re.escape(text[position : reading.start()]) + f"(?:{word}（{kana}）|{word}{kana}|{kana}{word})"
        position = reading.end()
    found = re.compile(pattern + re.escape(text[position:])).search(printed, start)
    return found.span() if found else None
