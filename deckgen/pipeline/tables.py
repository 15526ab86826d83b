"""Tables for people: the slots of a profile and their state, the slides of a course, who has to act on what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.merge.completeness import SlotState, overview
from deckgen.merge.selection import select
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.model.company import Profile
from deckgen.model.course import SourceSlide
from deckgen.model.frames import Page
from deckgen.pipeline.branding import branded
from deckgen.pipeline.material import Material, Opened, open_profile, publish, theme_of
from deckgen.readers.company import Owners, owners_in, read_profile

# The state of every slot in a profile, with the numbers of the slides that show it -----------------------------------


@dataclass(frozen=True, slots=True)
class SlotTable:
    """The slots of a profile, and where its deck shows each slide."""

    rows: tuple[SlotState, ...]
    numbers: Mapping[str, tuple[int, ...]]
    """Numbers in the deck by id of the slide; empty where the deck cannot be laid out yet."""


def slot_table(path: Path, report: Report, choice: Choice = AS_WRITTEN) -> SlotTable:
    """The slots of a profile, however little of it is filled in. Raises Stop where it cannot be read."""
    opened = open_profile(path, report, choice=choice)
    profile = read_profile(opened.loaded, opened.course, report)
    numbers: dict[str, tuple[int, ...]] = {}
    for page in draft_pages(opened, profile):
        numbers[page.slide_id] = (*numbers.get(page.slide_id, ()), page.number)
    return SlotTable(overview(opened.course, profile), numbers)


def draft_pages(opened: Opened, profile: Profile) -> tuple[Page, ...]:
    """The pages of a deck however little of the profile is filled in; none where it cannot be laid out yet."""
    unheard = Report()  # what is wrong with the deck is told by `check`
    try:
        theme = theme_of(opened, None, unheard)
        material = Material(opened.workspace, opened.course, profile, branded(theme, profile, unheard))
        return publish(material, draft=True, report=unheard).deck.pages
    except Stop:
        return ()


# The slides of a company's course by number, name and title ----------------------------------------------------------
# What a profile names to change them.

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


def slide_table(path: Path, report: Report, choice: Choice = AS_WRITTEN) -> tuple[SlideRow, ...]:
    """The slides in order, those left out in their places. Raises Stop where the profile cannot be read."""
    opened = open_profile(path, report, choice=choice)
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


# Who has to act on what is found in a profile ------------------------------------------------------------------------


def owners_of(profile: Path) -> Owners | None:
    """The owners of a profile's slots; None where its YAML, or its course, cannot be read."""
    unheard = Report()  # whoever read it before has told why it cannot be
    try:
        opened = open_profile(profile, unheard)
    except Stop:
        return None
    return owners_in(opened.loaded, opened.course)


def with_owners(report: Report, owners: Owners) -> Report:
    """The findings, each naming the role whose slot it stands in where it names none itself."""
    named = Report()
    named.extend(_named(found, owners) for found in report)
    return named


def _named(found: Diagnostic, owners: Owners) -> Diagnostic:
    if found.place is None or "owner" in dict(found.values):
        return found
    owner = owners.at(found.place)
    return replace(found, values=(*found.values, ("owner", owner))) if owner else found
