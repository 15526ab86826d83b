"""The slides of a company's course by number, name and title: what a profile names to change them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Report
from deckgen.merge.selection import select
from deckgen.model.company import Profile
from deckgen.model.course import SourceSlide
from deckgen.model.frames import Page
from deckgen.pipeline.material import Opened, open_profile
from deckgen.pipeline.slot_table import draft_pages
from deckgen.readers.company import read_profile

Kind = Literal["fixed", "optional", "own"]
"""Of a slide: the course's, and there to stay; one that may be left out; one that the company added."""


@dataclass(frozen=True, slots=True)
class SlideRow:
    """One slide of the course, or one that the company added."""

    id: str
    title: str
    minutes: float
    kind: Kind
    numbers: tuple[int, ...]
    """In the deck; none for a slide that is left out, or where the deck cannot be laid out yet."""
    is_shown: bool
    """Whether the company's deck has it."""


def slide_table(path: Path, report: Report) -> tuple[SlideRow, ...]:
    """The slides in order, those left out in their places. Raises Stop where the profile cannot be read."""
    opened = open_profile(path, report)
    profile = read_profile(opened.loaded, opened.course, report)
    pages = draft_pages(opened, profile)
    by_slide = {slide: list(group) for slide, group in groupby(pages, key=lambda page: page.slide_id)}
    shown = {slide.id for slide in select(opened.course, profile, Report())}
    own = {addition.slide.id for addition in profile.additions}
    return tuple(
        _row(slide, by_slide.get(slide.id, []), is_shown=slide.id in (by_slide or shown), is_own=slide.id in own)
        for slide in _all_slides(opened, profile)
    )


def _all_slides(opened: Opened, profile: Profile) -> Iterator[SourceSlide]:
    """Those of the course, each followed by what the company put behind it."""
    selected = select(opened.course, profile, Report())
    left = {slide.id for slide in opened.course.slides} - {slide.id for slide in selected}
    rest = iter(selected)
    for slide in opened.course.slides:
        if slide.id in left:
            yield slide
            continue
        for each in rest:
            yield each
            if each.id == slide.id:
                break
    yield from rest


def _row(slide: SourceSlide, pages: list[Page], *, is_shown: bool, is_own: bool) -> SlideRow:
    title = pages[0].title if pages else slide.title.text
    kind: Kind = "own" if is_own else "optional" if slide.optional else "fixed"
    return SlideRow(slide.id, title, slide.minutes, kind, tuple(page.number for page in pages), is_shown)
