"""Handouts as their readers get them."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import pdfplumber

from deckgen.model.publication import Publication
from deckgen.writers.handout import handout_paper, render
from deckgen.writers.pdf.resources import Resources
from tests.writers.handout.sample import publication

Kind = Literal["handout", "trainer"]


@cache
def sample_pdf(kind: Kind = "handout", variant: Literal["ua", "archive"] = "ua") -> bytes:
    """The sample publication, printed once for all tests."""
    return render(publication(), kind, variant).data


@cache
def sample_html(kind: Kind = "handout") -> str:
    """The sample publication as HTML."""
    return page_description(publication(), kind)[0]


def page_description(made: Publication, kind: Kind = "handout") -> tuple[str, Resources]:
    """The handout as HTML, with the files that it names."""
    paper = handout_paper(made, kind)
    return paper.description(), paper.resources


def read_aloud(data: bytes) -> str:
    """All text in the order in which a screen reader reads it, without white space."""
    with opened(data) as pdf:
        tree = list(pdf.structure_tree)
    return "".join("".join(element_text(data, element) for element in tree).split())


def opened(data: bytes) -> Any:
    """The file, for its pages and its structure."""
    return pdfplumber.open(io.BytesIO(data))


def printed(data: bytes) -> str:
    """All text in the order of the file's content, without white space."""
    with opened(data) as pdf:
        return re.sub(r"\s", "", "".join(char["text"] for page in pdf.pages for char in page.chars))


def sheets_of(made: Publication, kind: Kind = "handout") -> list[str]:
    """The HTML of each slide with what is told of it."""
    html, _ = page_description(made, kind)
    return html.split('<div class="told ')[1:]


def texts(html: str) -> str:
    """What stands between the tags."""
    return re.sub(r"<[^>]*>", "", html)


def elements(data: bytes, kind: str) -> list[dict[str, Any]]:
    """Structure elements of one kind, in the order of reading."""
    with opened(data) as pdf:
        return [element for element in _walk(pdf.structure_tree) if element["type"] == kind]


def outline_of(data: bytes) -> list[tuple[int, str]]:
    """Level and title of each bookmark."""
    with opened(data) as pdf:
        return [(level, title) for level, title, *_ in pdf.doc.get_outlines()]


def element_text(data: bytes, element: dict[str, Any]) -> str:
    """The text marked as an element's content."""
    with opened(data) as pdf:
        return "".join(_marked(pdf, part) for part in [element, *_walk(element.get("children", []))])


def _marked(pdf: Any, element: dict[str, Any]) -> str:
    marks = element.get("mcids", ())
    page = element.get("page_number")
    chars = pdf.pages[page - 1].chars if page else ()
    return "".join(char["text"] for mark in marks for char in chars if char["mcid"] == mark)


def _walk(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for element in tree:
        yield element
        yield from _walk(element.get("children", []))
