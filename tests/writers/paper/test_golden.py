"""The documents of the sample as HTML and drawings, against what was looked at and found right.

`DECKGEN_UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is committed.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.writers.card import card_document, poster_document
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.papers import Paper
from deckgen.writers.quiz import answer_paper, form_papers
from deckgen.writers.record import record_paper
from deckgen.writers.rendered import MadeFile
from deckgen.writers.worksheet import worksheet_paper
from tests.writers.paper.sample import publication

GOLDEN = Path(__file__).parent / "golden"
BLOCKS = re.compile(r"(?=<(?:section|main|div|p|h[1-3]|ul|ol|li|table|thead|tbody|tr|th|td)\b)")
FILES = (MadeFile("2026FY_course_v1.0_deck.pptx", "0123456789abcdef" * 4, "slides", 7),)


def documents() -> dict[str, Document]:
    made = publication()
    return {
        "card": card_document(made),
        "poster": poster_document(made),
    }


def papers() -> dict[str, Paper]:
    made = publication()
    return {
        "quiz": form_papers(made, ("A",))["A"],
        "answers": answer_paper(made, ("A", "B")),
        "record": record_paper(made, FILES),
        "worksheet": worksheet_paper(made),
    }


def files() -> Iterator[tuple[str, str]]:
    for name, paper in papers().items():
        html = paper.description()
        yield f"{name}.html", html[html.index("<body") :]
    for name, document in documents().items():
        html, resources = document.description()
        yield f"{name}.html", BLOCKS.sub("\n", html)
        for number, address in enumerate(re.findall(r'class="sheet" style="background-image:url\((.*?)\)', html), 1):
            yield f"{name}-{number}.svg", resources.get(address).data.decode().replace("><", ">\n<")


MADE = dict(files())


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_document_is_as_it_was_found_right(name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("DECKGEN_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(MADE[name], encoding="utf-8")
    assert MADE[name] == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(MADE)
