"""Many documents in one command take no more memory than the largest few."""

import gc
import weakref

from deckgen.writers.pdf.engine import _Leavings


class Circle:
    """Something that only a search for circles frees."""

    def __init__(self) -> None:
        self.itself = self


def left_behind(sheets: int) -> bool:
    """Whether a circle is still there after documents of so many sheets."""
    gc.collect()
    gc.disable()
    try:
        circle = weakref.ref(Circle())
        leavings = _Leavings()
        leavings.sheets = sheets
        leavings.clear_away()
        return circle() is not None
    finally:
        gc.enable()


def test_what_large_documents_leave_behind_is_freed_before_the_next() -> None:
    assert not left_behind(_Leavings.ENOUGH)


def test_small_ones_are_not_worth_the_search() -> None:
    assert left_behind(_Leavings.ENOUGH - 1)
