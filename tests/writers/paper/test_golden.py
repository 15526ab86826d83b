"""The papers of the sample as HTML, against what was looked at and found right.

`DECKGEN_UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is committed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.writers.pdf.papers import Paper
from deckgen.writers.quiz import answer_paper, form_papers
from deckgen.writers.record import record_paper
from deckgen.writers.rendered import MadeFile
from deckgen.writers.worksheet import worksheet_paper
from tests.writers.paper.sample import publication

GOLDEN = Path(__file__).parent / "golden"
FILES = (MadeFile("2026FY_course_v1.0_deck.pptx", "0123456789abcdef" * 4, "slides", 7),)


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
