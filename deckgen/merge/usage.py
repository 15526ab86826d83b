"""Where the slots of a course appear."""

from collections.abc import Iterator
from typing import Any

from deckgen.model.course import CourseSource
from deckgen.model.slots import Image, SlotRef
from deckgen.model.standard_slots import STANDARD_SLOTS
from deckgen.model.text import Source
from deckgen.model.walking import field_names

COVER = "cover"


def appearances(course: CourseSource) -> dict[str, tuple[str, ...]]:
    """For each slot the ids of the slides that show it, in order; empty for a slot that no slide shows.

    What every output prints by itself (company, edition, session) counts as shown on the cover.
    """
    found: dict[str, dict[str, None]] = {slot.name: {} for slot in course.slots}
    for slide in course.slides:
        for name in _named(slide, tuple(found)):
            found.setdefault(name, {})[slide.id] = None
    cover = next((slide.id for slide in course.slides if slide.kind == COVER), None)
    for name in found:
        if cover and name in STANDARD_SLOTS:
            found[name] = {cover: None} | found[name]
    return {name: tuple(slides) for name, slides in found.items()}


def _named(part: Any, names: tuple[str, ...]) -> Iterator[str]:
    if isinstance(part, SlotRef):
        yield part.name
    elif isinstance(part, Source):
        if "{{" in part.text or "{%" in part.text:
            yield from (name for name in names if name in part.text)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _named(inner, names)
    elif not isinstance(part, Image):
        for name in field_names(type(part)):
            yield from _named(getattr(part, name), names)
