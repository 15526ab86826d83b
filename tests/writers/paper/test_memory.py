"""Many documents in one command take no more memory than the largest."""

import gc
from pathlib import Path

import pytest

from deckgen.writers.pdf.engine import write_pdf
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import Rendered

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
FONT = (Path(__file__).parents[3] / "themes" / "standard" / "fonts" / "BIZUDPGothic-Regular.ttf").read_bytes()


def written() -> Rendered:
    """A paper of one sheet."""
    resources = Resources()
    face = f'@font-face {{ font-family: "F"; src: url({resources.add_font(FONT)}) }} p {{ font-family: "F" }}'
    html = f'<html lang="ja"><head><title>x</title><style>{face}</style></head><body><p>本文</p></body></html>'
    return write_pdf(html, (), resources, "ua")


def pages_held() -> int:
    """How many laid-out pages of the engine are in memory."""
    from weasyprint.document import Page

    return sum(isinstance(each, Page) for each in gc.get_objects())


@pytest.mark.slow
def test_a_document_that_is_written_is_let_go_at_once() -> None:
    written()
    gc.collect()
    gc.disable()
    try:
        before = pages_held()
        assert written().pages == 1
        assert pages_held() == before
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_garbage_is_searched_for_again_when_a_document_is_written() -> None:
    written()
    assert gc.isenabled()
