"""The parts of a course: each section slide opens one."""

from collections.abc import Sequence

from deckgen.model.course import MergedSlide, Part
from deckgen.model.slides import SectionSlide
from deckgen.model.text import Text, plain_text

OPENING = "開始の案内"
"""What stands before the first section."""


def parts_of(slides: Sequence[MergedSlide], title: Text) -> tuple[Part, ...]:
    """The parts with the minutes of their slides; a course without sections is one part, of the course's `title`."""
    groups: list[list[MergedSlide]] = []
    for slide in slides:
        if isinstance(slide, SectionSlide) or not groups:
            groups.append([])
        groups[-1].append(slide)
    opening = plain_text(OPENING) if len(groups) > 1 else title
    return tuple(_part(group, opening) for group in groups)


def _part(slides: Sequence[MergedSlide], opening: Text) -> Part:
    first = slides[0]
    is_section = isinstance(first, SectionSlide)
    return Part(
        title=first.title if is_section else opening,
        minutes=sum(slide.minutes for slide in slides),
        slide_ids=tuple(slide.id for slide in slides),
        numbered=is_section,
    )
